"""Abbreviations of one meaning in medicine, with the words they stand for."""

from __future__ import annotations

import re

# Only those that no field uses for another thing; common wordings of one are parted by a slash.
_TABLE = """
ABG | arterial blood gas / arterial blood gases / arterial blood gas analysis
ACE | angiotensin converting enzyme / angiotensin converting enzyme inhibitor / antegrade continence enema
ACLF | acute on chronic liver failure
ACTH | adrenocorticotropic hormone / adrenocorticotrophic hormone
ADHD | attention deficit hyperactivity disorder
AFB | acid fast bacilli
AFP | alpha fetoprotein / alpha feto protein / α fetoprotein / acute flaccid paralysis
AIDS | acquired immunodeficiency syndrome / acquired immune deficiency syndrome
AIH | autoimmune hepatitis
AKI | acute kidney injury / acute kidney insufficiency
ALP | alkaline phosphatase
ALT | alanine aminotransferase / alanine transaminase / alanine amino transferase
AML | acute myeloid leukemia / acute myelogenous leukemia / acute myeloblastic leukemia
AML | acute monocytic leukemia
ANA | antinuclear antibody / anti nuclear antibody
ANCA | antineutrophil cytoplasmic antibody / anti neutrophil cytoplasmic antibody
aPTT | activated partial thromboplastin time
ARB | angiotensin receptor blocker / angiotensin II receptor blocker / angiotensin II receptor antagonist
ARB | angiotensin receptor antagonist
ARDS | acute respiratory distress syndrome / adult respiratory distress syndrome
ASD | atrial septal defect / autism spectrum disorder / autistic spectrum disorder / acute stress disorder
AST | aspartate aminotransferase / aspartate transaminase / aspartate amino transferase
AVM | arteriovenous malformation
BAL | bronchoalveolar lavage / broncho alveolar lavage
BCVA | best corrected visual acuity
BIS | bispectral index / bi spectral index
BMI | body mass index
BNP | brain natriuretic peptide / B type natriuretic peptide
BPD | bronchopulmonary dysplasia / borderline personality disorder / biparietal diameter
BPH | benign prostatic hyperplasia / benign prostate hyperplasia / benign prostatic hypertrophy
BUN | blood urea nitrogen
CABG | coronary artery bypass grafting / coronary artery bypass graft / coronary artery bypass surgery
CAD | coronary artery disease / coronary arterial disease / coronary artery dissection
CAD | carotid artery disease / carotid artery dissection / cold agglutinin disease
CBC | complete blood count / complete blood cell count / complete blood cell / complete blood counts
CBD | common bile duct / chronic beryllium disease / corticobasal degeneration
CBF | cerebral blood flow / coronary blood flow / core binding factor / ciliary beat frequency
CBV | cerebral blood volume / central blood volume
CEA | carcinoembryonic antigen / carcino embryonic antigen / carotid endarterectomy
CHF | congestive heart failure / chronic heart failure / congestive cardiac failure / chronic hepatic failure
CIDP | chronic inflammatory demyelinating polyneuropathy
CKD | chronic kidney disease
CLL | chronic lymphocytic leukemia / chronic lymphoblastic leukemia
CML | chronic myeloid leukemia / chronic myelogenous leukemia / chronic myelocytic leukemia
CMV | cytomegalovirus / cytomegalo virus
COPD | chronic obstructive pulmonary disease / chronic obstructive lung disease
COPD | chronic obstructive airway disease
CPB | cardiopulmonary bypass / cardio pulmonary bypass
CPR | cardiopulmonary resuscitation
CRP | C reactive protein
CRRT | continuous renal replacement therapy / continuous renal replacement treatment
CSF | cerebrospinal fluid / cerebral spinal fluid
CT | computed tomography / computerized tomography / computer tomography / computed tomographic
CTA | computed tomography angiography / computed tomographic angiography / computed tomography angiogram
CTPA | computed tomography pulmonary angiography / computed tomography pulmonary angiogram
CVP | central venous pressure / cyclophosphamide vincristine prednisone
CVP | cyclophosphamide vincristine prednisolone
CVVH | continuous venovenous hemofiltration / continuous veno venous hemofiltration
CVVH | continuous venovenous hemodialysis / continuous veno venous hemodialysis
DCIS | ductal carcinoma in situ
DIC | disseminated intravascular coagulation / disseminated intravascular coagulopathy
DKA | diabetic ketoacidosis
DLBCL | diffuse large B cell lymphoma
DRESS | drug reaction with eosinophilia and systemic symptoms
DSA | digital subtraction angiography / donor specific antibody / digital subtraction angiogram
DVT | deep vein thrombosis / deep venous thrombosis
DWI | diffusion weighted imaging / diffusion weighted image
EBV | Epstein Barr virus
ECG | electrocardiogram / electrocardiography / electrocardiographic / electrocardiograph
ECMO | extracorporeal membrane oxygenation / extracorporeal membranous oxygenation
ECT | electroconvulsive therapy
EEG | electroencephalogram / electroencephalography / electroencephalographic / electroencephalograph
EGD | esophagogastroduodenoscopy / oesophagogastroduodenoscopy
EGFR | epidermal growth factor receptor
eGFR | estimated glomerular filtration rate
ELISA | enzyme linked immunosorbent assay / enzyme linked immunoassay
EMG | electromyography / electromyogram / electromyographic
EMR | endoscopic mucosal resection / electronic medical record
ERCP | endoscopic retrograde cholangiopancreatography
ESBL | extended spectrum beta lactamase / extended spectrum β lactamase
ESD | endoscopic submucosal dissection / endoscopic sub mucosal dissection
ESR | erythrocyte sedimentation rate
ESRD | end stage renal disease
ESWL | extracorporeal shock wave lithotripsy / extracorporeal shockwave lithotripsy
EUS | endoscopic ultrasound / endoscopic ultrasonography / endoscopic ultrasonographic
FFP | fresh frozen plasma
FIGO | International Federation of Gynecology and Obstetrics
FISH | fluorescence in situ hybridization / fluorescent in situ hybridization
FLAIR | fluid attenuated inversion recovery
FNA | fine needle aspiration / fine needle aspirate
FNAB | fine needle aspiration biopsy
FNAC | fine needle aspiration cytology
FSH | follicle stimulating hormone
FVC | forced vital capacity
GBS | Guillain Barré syndrome / group B streptococcus / group B Streptococcus
GCA | giant cell arteritis
GCS | Glasgow coma scale / Glasgow coma score / graduated compression stockings
GERD | gastroesophageal reflux disease / gastro esophageal reflux disease
GGT | gamma glutamyl transferase / gamma glutamyltransferase / gamma glutamyl transpeptidase
GGT | gamma glutamyltranspeptidase
GIST | gastrointestinal stromal tumor
GVHD | graft versus host disease
HAV | hepatitis A virus
HBV | hepatitis B virus
HCC | hepatocellular carcinoma / hepatocellular cancer
HCV | hepatitis C virus
HDL | high density lipoprotein
HELLP | hemolysis elevated liver enzymes and low platelets / hemolysis elevated liver enzymes low platelets
HIT | heparin induced thrombocytopenia
HIV | human immunodeficiency virus / human immune deficiency virus / human immunodeficient virus
HLH | hemophagocytic lymphohistiocytosis
HPV | human papillomavirus / human papilloma virus
HRCT | high resolution computed tomography / high resolution computerized tomography / high resolution CT
HSV | herpes simplex virus
HUS | hemolytic uremic syndrome
IABP | intra aortic balloon pump / intraaortic balloon pump / intra aortic balloon pumping
IABP | intra arterial blood pressure / intra aortic balloon counterpulsation / intraaortic balloon pumping
IABP | intraaortic balloon counterpulsation
IBD | inflammatory bowel disease
ICD | implantable cardioverter defibrillator / implantable cardiac defibrillator
ICD | implanted cardioverter defibrillator / International Classification of Diseases
ICP | intracranial pressure / intrahepatic cholestasis of pregnancy
ICU | intensive care unit / intensive therapy unit
IHC | immunohistochemistry / immunohistochemical
ILD | interstitial lung disease
INH | isoniazid
INR | international normalized ratio / international normalised ratio
IOP | intraocular pressure / intra ocular pressure
ITP | immune thrombocytopenic purpura / idiopathic thrombocytopenic purpura / immune thrombocytopenia purpura
IUGR | intrauterine growth restriction / intrauterine growth retardation
IVC | inferior vena cava / inferior vena caval
IVF | in vitro fertilization / intravenous fluid / idiopathic ventricular fibrillation
IVF | in vitro fertilisation
IVIG | intravenous immunoglobulin / intravenous immune globulin / intravenous gammaglobulin
JVP | jugular venous pressure
LAD | left anterior descending / left anterior descending artery / left anterior descending coronary artery
LAD | lymphadenopathy / leukocyte adhesion deficiency / left axis deviation / leucocyte adhesion deficiency
LAD | left anterior descending branch
LBBB | left bundle branch block
LCH | Langerhans cell histiocytosis
LCX | left circumflex / left circumflex artery / left circumflex coronary artery
LDH | lactate dehydrogenase / lactic dehydrogenase / lactic acid dehydrogenase
LDL | low density lipoprotein
LMP | last menstrual period
LMWH | low molecular weight heparin
LUTS | lower urinary tract symptom
LVAD | left ventricular assist device
LVEDD | left ventricular end diastolic diameter / left ventricular end diastolic dimension
LVEDD | left ventricle end diastolic diameter
LVEF | left ventricular ejection fraction / left ventricle ejection fraction
LVESD | left ventricular end systolic diameter / left ventricular end systolic dimension
LVH | left ventricular hypertrophy
MCV | mean corpuscular volume / mean cell volume / mean cellular volume
MDS | myelodysplastic syndrome
MGUS | monoclonal gammopathy of undetermined significance / monoclonal gammopathy of unknown significance
MMSE | mini mental state examination / mini mental status examination / mini mental status exam
MMSE | mini mental state exam
MODS | multiple organ dysfunction syndrome
MRA | magnetic resonance angiography / magnetic resonance angiogram / mineralocorticoid receptor antagonist
MRCP | magnetic resonance cholangiopancreatography / magnetic resonance cholangiography
MRI | magnetic resonance imaging / magnetic resonance image
MRSA | methicillin resistant Staphylococcus aureus / meticillin resistant Staphylococcus aureus
MTT | mean transit time / methyl thiazolyl tetrazolium
NAFLD | nonalcoholic fatty liver disease / non alcoholic fatty liver disease
NGS | next generation sequencing
NHL | non Hodgkin lymphoma / non Hodgkin's lymphoma
NICU | neonatal intensive care unit / neurological intensive care unit / neurosurgical intensive care unit
NICU | neonate intensive care unit / newborn intensive care unit / neurology intensive care unit
NICU | neuro intensive care unit
NIHSS | National Institutes of Health Stroke Scale / National Institute of Health Stroke Scale
NIHSS | National Institutes of Health Stroke Score
NMO | neuromyelitis optica
NSAID | nonsteroidal anti inflammatory drug / non steroidal anti inflammatory drug
NSAID | nonsteroidal antiinflammatory drug
NSCLC | non small cell lung cancer / non small cell lung carcinoma
NSTEMI | non ST elevation myocardial infarction / non ST segment elevation myocardial infarction
NYHA | New York Heart Association
OCT | optical coherence tomography / ornithine carbamoyltransferase / optimal cutting temperature
OCT | optical coherent tomography
OGTT | oral glucose tolerance test
ORIF | open reduction and internal fixation / open reduction internal fixation
OSA | obstructive sleep apnea / obstructive sleep apnoea
OTC | over the counter / ornithine transcarbamylase
PACU | postanesthesia care unit / post anesthesia care unit
PBC | primary biliary cholangitis / primary biliary cirrhosis
PCI | percutaneous coronary intervention
PCNL | percutaneous nephrolithotomy
PCOS | polycystic ovary syndrome / polycystic ovarian syndrome
PCR | polymerase chain reaction / protein creatinine ratio / pathologic complete response
PCR | protein to creatinine ratio
PCT | procalcitonin
PCWP | pulmonary capillary wedge pressure
PDA | patent ductus arteriosus / posterior descending artery / pancreatic ductal adenocarcinoma
PDA | poorly differentiated adenocarcinoma
PEEP | positive end expiratory pressure
PEG | percutaneous endoscopic gastrostomy / polyethylene glycol
PET | positron emission tomography
PFO | patent foramen ovale
PICC | peripherally inserted central catheter
PICU | pediatric intensive care unit
PNET | primitive neuroectodermal tumor / pancreatic neuroendocrine tumor
PPI | proton pump inhibitor
PRES | posterior reversible encephalopathy syndrome
PSA | prostate specific antigen / prostatic specific antigen
PSC | primary sclerosing cholangitis
PTH | parathyroid hormone / parathormone hormone
PTSD | post traumatic stress disorder / posttraumatic stress disorder
RAPD | relative afferent pupillary defect
RBBB | right bundle branch block
RBC | red blood cell
RCA | right coronary artery / root cause analysis / regional citrate anticoagulation
RCA | rolling circle amplification
RCC | renal cell carcinoma / renal cell cancer
RFA | radiofrequency ablation / radio frequency ablation
ROSC | return of spontaneous circulation
RVSP | right ventricular systolic pressure
SAH | subarachnoid hemorrhage / subarachnoid haemorrhage / systemic arterial hypertension
SBP | spontaneous bacterial peritonitis / systolic blood pressure
SCC | squamous cell carcinoma / squamous cell cancer
SIADH | syndrome of inappropriate antidiuretic hormone
SIADH | syndrome of inappropriate antidiuretic hormone secretion
SIRS | systemic inflammatory response syndrome
SLE | systemic lupus erythematosus
SMA | superior mesenteric artery / spinal muscular atrophy / smooth muscle actin / smooth muscle antibody
SMV | superior mesenteric vein / superior mesenteric venous
SSRI | selective serotonin reuptake inhibitor
STEMI | ST elevation myocardial infarction / ST segment elevation myocardial infarction
SVC | superior vena cava / superior vena caval
SVT | supraventricular tachycardia
TACE | transarterial chemoembolization / transcatheter arterial chemoembolization
TACE | transarterial chemoembolisation
TAPSE | tricuspid annular plane systolic excursion
TAVI | transcatheter aortic valve implantation
TAVR | transcatheter aortic valve replacement
TBI | traumatic brain injury / total body irradiation
TEE | transesophageal echocardiography / transesophageal echocardiogram / transesophageal echography
TEE | transesophageal echocardiographic
TIA | transient ischemic attack / transient ischaemic attack
TIPS | transjugular intrahepatic portosystemic shunt / transjugular intrahepatic portosystemic shunting
TPN | total parenteral nutrition
TSH | thyroid stimulating hormone / thyrotropin stimulating hormone
TTE | transthoracic echocardiography / transthoracic echocardiogram / transthoracic echography
TTE | transthoracic echocardiographic
TTP | thrombotic thrombocytopenic purpura / thrombotic thrombocytopenia purpura
TURP | transurethral resection of the prostate / transurethral resection of prostate
TURP | transurethral prostate resection
UTI | urinary tract infection
VATS | video assisted thoracoscopic surgery / video assisted thoracic surgery / video assisted thoracoscopy
VSD | ventricular septal defect / ventricle septal defect / ventricular septum defect
VTE | venous thromboembolism / venous thromboembolic / venous thrombo embolism
VZV | varicella zoster virus
WBC | white blood cell / white blood corpuscle / white blood cell count / white cell count / white blood count
WHO | World Health Organization / World Health Organisation
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
    singular = (word.rstrip("s") for word in re.findall(r"[a-zα-ω0-9]+", folded) if word not in _SMALL)
    return [word for word in singular if word]  # none is left of the genitive's s


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
