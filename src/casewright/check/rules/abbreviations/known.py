"""Abbreviations of one meaning in medicine, with the words they stand for."""

from __future__ import annotations

import re

# Only those that no field uses for another thing; common wordings of one are parted by a slash.
_TABLE = """
AFB | acid fast bacilli
AKI | acute kidney injury / acute kidney insufficiency
AML | acute myeloid leukemia / acute myelogenous leukemia
AML | acute myeloblastic leukemia / acute monocytic leukemia
ANA | antinuclear antibody / anti nuclear antibody
ANCA | antineutrophil cytoplasmic antibody / anti neutrophil cytoplasmic antibody
aPTT | activated partial thromboplastin time
ARDS | acute respiratory distress syndrome / adult respiratory distress syndrome
AVM | arteriovenous malformation
BMI | body mass index
CABG | coronary artery bypass grafting / coronary artery bypass graft / coronary artery bypass surgery
CKD | chronic kidney disease
CLL | chronic lymphocytic leukemia / chronic lymphoblastic leukemia
CML | chronic myeloid leukemia / chronic myelogenous leukemia / chronic myelocytic leukemia
COPD | chronic obstructive pulmonary disease / chronic obstructive lung disease
COPD | chronic obstructive airway disease
CPR | cardiopulmonary resuscitation
CRRT | continuous renal replacement therapy / continuous renal replacement treatment
CSF | cerebrospinal fluid / cerebral spinal fluid
CT | computed tomography / computerized tomography / computer tomography / computed tomographic
DIC | disseminated intravascular coagulation / disseminated intravascular coagulopathy
DKA | diabetic ketoacidosis
DLBCL | diffuse large B cell lymphoma
DVT | deep vein thrombosis / deep venous thrombosis
DWI | diffusion weighted imaging / diffusion weighted image
EBV | Epstein Barr virus
ECMO | extracorporeal membrane oxygenation / extracorporeal membranous oxygenation
eGFR | estimated glomerular filtration rate
ERCP | endoscopic retrograde cholangiopancreatography
ESRD | end stage renal disease
FFP | fresh frozen plasma
FISH | fluorescence in situ hybridization / fluorescent in situ hybridization
FLAIR | fluid attenuated inversion recovery
GIST | gastrointestinal stromal tumor
HBV | hepatitis B virus
HCC | hepatocellular carcinoma / hepatocellular cancer
HCV | hepatitis C virus
HIV | human immunodeficiency virus / human immune deficiency virus / human immunodeficient virus
HLH | hemophagocytic lymphohistiocytosis
HPV | human papillomavirus / human papilloma virus
HSV | herpes simplex virus
ICU | intensive care unit / intensive therapy unit
INR | international normalized ratio / international normalised ratio
ITP | immune thrombocytopenic purpura / idiopathic thrombocytopenic purpura / immune thrombocytopenia purpura
IVC | inferior vena cava / inferior vena caval
IVIG | intravenous immunoglobulin / intravenous immune globulin / intravenous gammaglobulin
LVEF | left ventricular ejection fraction / left ventricle ejection fraction
MRA | magnetic resonance angiography / magnetic resonance angiogram / mineralocorticoid receptor antagonist
MRCP | magnetic resonance cholangiopancreatography / magnetic resonance cholangiography
MRI | magnetic resonance imaging / magnetic resonance image
MRSA | methicillin resistant Staphylococcus aureus / meticillin resistant Staphylococcus aureus
NSAID | nonsteroidal anti inflammatory drug / non steroidal anti inflammatory drug
NSAID | nonsteroidal antiinflammatory drug
NSCLC | non small cell lung cancer / non small cell lung carcinoma
PCI | percutaneous coronary intervention
PEEP | positive end expiratory pressure
PET | positron emission tomography
PPI | proton pump inhibitor
RCC | renal cell carcinoma / renal cell cancer
SCC | squamous cell carcinoma / squamous cell cancer
SIADH | syndrome of inappropriate antidiuretic hormone / syndrome of inappropriate antidiuretic hormone secretion
SLE | systemic lupus erythematosus
SVC | superior vena cava / superior vena caval
TEE | transesophageal echocardiography / transesophageal echocardiogram
TEE | transesophageal echography / transesophageal echocardiographic
TPN | total parenteral nutrition
TTE | transthoracic echocardiography / transthoracic echocardiogram
TTE | transthoracic echography / transthoracic echocardiographic
TTP | thrombotic thrombocytopenic purpura / thrombotic thrombocytopenia purpura
UTI | urinary tract infection
VATS | video assisted thoracoscopic surgery / video assisted thoracic surgery / video assisted thoracoscopy
VSD | ventricular septal defect / ventricle septal defect
ASD | atrial septal defect / autism spectrum disorder / autistic spectrum disorder / acute stress disorder
BAL | bronchoalveolar lavage / broncho alveolar lavage
BCVA | best corrected visual acuity
CBF | cerebral blood flow / coronary blood flow / core binding factor / ciliary beat frequency
CBV | cerebral blood volume / central blood volume
CTA | computed tomography angiography / computed tomographic angiography / computed tomography angiogram
CVP | central venous pressure / cyclophosphamide vincristine prednisone / cyclophosphamide vincristine prednisolone
DSA | digital subtraction angiography / donor specific antibody / digital subtraction angiogram
ECG | electrocardiogram / electrocardiography / electrocardiographic / electrocardiograph
EEG | electroencephalogram / electroencephalography / electroencephalographic / electroencephalograph
EGD | esophagogastroduodenoscopy / oesophagogastroduodenoscopy
ELISA | enzyme linked immunosorbent assay / enzyme linked immunoassay
EMG | electromyography / electromyogram / electromyographic
ESWL | extracorporeal shock wave lithotripsy / extracorporeal shockwave lithotripsy
EUS | endoscopic ultrasound / endoscopic ultrasonography
GCS | Glasgow coma scale / Glasgow coma score / graduated compression stockings
GERD | gastroesophageal reflux disease / gastro esophageal reflux disease
HRCT | high resolution computed tomography / high resolution computerized tomography / high resolution CT
IABP | intra aortic balloon pump / intraaortic balloon pump / intra aortic balloon pumping
IABP | intra arterial blood pressure
IOP | intraocular pressure / intra ocular pressure
LAD | left anterior descending / left anterior descending artery / left anterior descending coronary artery
LAD | lymphadenopathy / leukocyte adhesion deficiency / left axis deviation / leucocyte adhesion deficiency
LCX | left circumflex / left circumflex artery / left circumflex coronary artery
LMWH | low molecular weight heparin
LVAD | left ventricular assist device
MTT | mean transit time / methyl thiazolyl tetrazolium
NICU | neonatal intensive care unit / neurological intensive care unit / neurosurgical intensive care unit
OCT | optical coherence tomography / ornithine carbamoyltransferase / optimal cutting temperature
OGTT | oral glucose tolerance test
OSA | obstructive sleep apnea / obstructive sleep apnoea
PCNL | percutaneous nephrolithotomy
PCOS | polycystic ovary syndrome / polycystic ovarian syndrome
PCR | polymerase chain reaction / protein creatinine ratio / pathologic complete response / protein to creatinine ratio
PCWP | pulmonary capillary wedge pressure
PFO | patent foramen ovale
RCA | right coronary artery / root cause analysis / regional citrate anticoagulation / rolling circle amplification
RFA | radiofrequency ablation / radio frequency ablation
ROSC | return of spontaneous circulation
SAH | subarachnoid hemorrhage / subarachnoid haemorrhage / systemic arterial hypertension
SIRS | systemic inflammatory response syndrome
TACE | transarterial chemoembolization / transcatheter arterial chemoembolization / transarterial chemoembolisation
TBI | traumatic brain injury / total body irradiation
TIA | transient ischemic attack / transient ischaemic attack
TIPS | transjugular intrahepatic portosystemic shunt / transjugular intrahepatic portosystemic shunting
TURP | transurethral resection of the prostate / transurethral resection of prostate
ASD | atrial septal defect / autism spectrum disorder
VZV | varicella zoster virus
ACTH | adrenocorticotropic hormone / adrenocorticotrophic hormone
AFP | alpha fetoprotein / alpha feto protein / α fetoprotein / acute flaccid paralysis
ALP | alkaline phosphatase
ALT | alanine aminotransferase / alanine transaminase / alanine amino transferase
AST | aspartate aminotransferase / aspartate transaminase / aspartate amino transferase
BUN | blood urea nitrogen
CEA | carcinoembryonic antigen / carcino embryonic antigen / carotid endarterectomy
CRP | C reactive protein
ESR | erythrocyte sedimentation rate
FSH | follicle stimulating hormone
GGT | gamma glutamyl transferase / gamma glutamyltransferase
GGT | gamma glutamyl transpeptidase / gamma glutamyltranspeptidase
HDL | high density lipoprotein
LCH | Langerhans cell histiocytosis
LDH | lactate dehydrogenase / lactic dehydrogenase / lactic acid dehydrogenase
LDL | low density lipoprotein
MCV | mean corpuscular volume / mean cell volume / mean cellular volume
PSA | prostate specific antigen / prostatic specific antigen
PTH | parathyroid hormone / parathormone hormone
RBC | red blood cell
TSH | thyroid stimulating hormone / thyrotropin stimulating hormone
WBC | white blood cell / white blood corpuscle / white blood cell count / white cell count / white blood count
ACE | angiotensin converting enzyme / angiotensin converting enzyme inhibitor / antegrade continence enema
ADHD | attention deficit hyperactivity disorder
BCVA | best corrected visual acuity
BNP | brain natriuretic peptide / B type natriuretic peptide
BPH | benign prostatic hyperplasia / benign prostate hyperplasia / benign prostatic hypertrophy
CIDP | chronic inflammatory demyelinating polyneuropathy
CMV | cytomegalovirus / cytomegalo virus
CPB | cardiopulmonary bypass / cardio pulmonary bypass
CVVH | continuous venovenous hemofiltration / continuous veno venous hemofiltration
CVVH | continuous venovenous hemodialysis / continuous veno venous hemodialysis
EEG | electroencephalogram / electroencephalography
EMG | electromyography / electromyogram
ESD | endoscopic submucosal dissection / endoscopic sub mucosal dissection
EUS | endoscopic ultrasound / endoscopic ultrasonography / endoscopic ultrasonographic
FNA | fine needle aspiration / fine needle aspirate
FNAC | fine needle aspiration cytology
GCS | Glasgow coma scale / Glasgow coma score
GERD | gastroesophageal reflux disease / gastro esophageal reflux disease
HIT | heparin induced thrombocytopenia
IABP | intra aortic balloon pump / intra aortic balloon pumping / intra aortic balloon counterpulsation
IABP | intraaortic balloon pump / intraaortic balloon pumping / intraaortic balloon counterpulsation
IBD | inflammatory bowel disease
IOP | intraocular pressure / intra ocular pressure
IUGR | intrauterine growth restriction / intrauterine growth retardation
LAD | left anterior descending / left anterior descending artery / left axis deviation / left anterior descending branch
LMWH | low molecular weight heparin
LUTS | lower urinary tract symptom
LVEDD | left ventricular end diastolic diameter / left ventricular end diastolic dimension
LVEDD | left ventricle end diastolic diameter
LVESD | left ventricular end systolic diameter / left ventricular end systolic dimension
MMSE | mini mental state examination / mini mental status examination / mini mental status exam / mini mental state exam
NICU | neonatal intensive care unit / neonate intensive care unit / newborn intensive care unit
NICU | neurosurgical intensive care unit / neurological intensive care unit
NICU | neurology intensive care unit / neuro intensive care unit
NIHSS | National Institutes of Health Stroke Scale / National Institute of Health Stroke Scale
NIHSS | National Institutes of Health Stroke Score
NYHA | New York Heart Association
OCT | optical coherence tomography / optical coherent tomography
OSA | obstructive sleep apnea
PCT | procalcitonin
PDA | patent ductus arteriosus / posterior descending artery / pancreatic ductal adenocarcinoma
PDA | poorly differentiated adenocarcinoma
PFO | patent foramen ovale
PICU | pediatric intensive care unit
RCA | right coronary artery / root cause analysis / rolling circle amplification
RFA | radiofrequency ablation / radio frequency ablation
SAH | subarachnoid hemorrhage
SMV | superior mesenteric vein / superior mesenteric venous
TAVI | transcatheter aortic valve implantation
TAVR | transcatheter aortic valve replacement
TIA | transient ischemic attack
TURP | transurethral resection of the prostate / transurethral resection of prostate / transurethral prostate resection
VTE | venous thromboembolism / venous thromboembolic / venous thrombo embolism
"""


def _read() -> dict[str, tuple[str, ...]]:
    known: dict[str, tuple[str, ...]] = {}
    for line in _TABLE.strip().splitlines():
        short, wordings = line.split(" | ")
        known[short] = known.get(short, ()) + tuple(each.strip() for each in wordings.split(" / "))
    return known


_KNOWN = _read()
_SMALL = {"of", "the", "and", "in", "for"}


def known_words(short: str) -> tuple[str, ...]:
    """The words that an abbreviation stands for, in all common wordings; none where it may stand for much else."""
    return _KNOWN.get(short, ())


def plain_words(long: str) -> list[str]:
    """The words of a long form in small letters and American spelling, without plurals and small words."""
    folded = long.lower().replace("ae", "e").replace("oe", "e").replace("our", "or").replace("isa", "iza")
    return [word.rstrip("s") for word in re.findall(r"[a-zα-ω0-9]+", folded) if word not in _SMALL]


def _abbreviations() -> dict[str, tuple[str, ...]]:
    shorts: dict[str, tuple[str, ...]] = {}
    for short, wordings in _KNOWN.items():
        for wording in wordings:
            plain = " ".join(plain_words(wording))
            shorts[plain] = (*shorts.get(plain, ()), short)
    return shorts


_SHORT = _abbreviations()


def abbreviated(long: str) -> tuple[str, ...]:
    """The abbreviations of plain words, where they are the long form of a known one."""
    return _SHORT.get(long, ())
