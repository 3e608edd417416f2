"""Words of which one excludes another, as lists: one scale or one kind a line, its values apart by spaces.

A value's words stand behind one another with `|`. A word may belong to several scales.
"""

from __future__ import annotations

from collections.abc import Mapping

Values = tuple[tuple[str, str], ...]
"""The scales that a word belongs to, by number, and its value on each."""


def by_word(lines: tuple[str, ...]) -> dict[str, Values]:
    """The words of some scales, each with its values."""
    found: dict[str, Values] = {}
    for number, line in enumerate(lines):
        for value in line.split():
            names = value.split("|")
            for word in names:
                found[word] = (*found.get(word, ()), (str(number), names[0]))
    return found


def differ(one: str, other: str, values: Mapping[str, Values]) -> bool:
    """Whether two words stand on one scale, and for different values of it."""
    there = dict(values.get(other, ()))
    return any(scale in there and there[scale] != value for scale, value in values.get(one, ()))


POSITIONS = (  # said of a part of the body
    "anterior posterior",
    "superior inferior",
    "upper middle|mid lower",
    "proximal distal",
    "medial lateral",
    "ventral dorsal",
    "ascending transverse descending sigmoid",
    "frontal parietal temporal occipital",
    "cervical thoracic lumbar sacral",
    "mitral aortic tricuspid pulmonic",
    "internal external",
    "superficial deep",
    "hard soft",
)
SCALES = (
    *POSITIONS,
    "cranial caudal",
    "supination pronation",
    "flexion extension",
    "abduction adduction",
    "varus valgus",
    "benign malignant",
    "primary secondary",
    "single|solitary multiple",
    "unilateral bilateral",
    "partial|subtotal complete|total",
    "solid cystic",
    "mild moderate severe",
    "sudden|abrupt gradual|insidious",
    "acute chronic",
    "medical|conservative surgical|operative",
    "increased|elevated|raised|high decreased|reduced|lowered|low",
    "sensitive|susceptible resistant",
    "normal abnormal",
    "symptomatic asymptomatic",
    "febrile afebrile",
    "stable unstable",
    "viable nonviable",
    "patent occluded",
    "true false",
    "functional nonfunctional",
    "dominant recessive",
    "isolated combined",
    "successful|succeeded unsuccessful|failed",
    "hypointense isointense hyperintense",
    "hypodense isodense hyperdense",
    "hypoechoic isoechoic hyperechoic|anechoic",
    "hypoglycemia|hypoglycaemia hyperglycemia|hyperglycaemia",
    "hypokalemia|hypokalaemia hyperkalemia|hyperkalaemia",
    "hyponatremia|hyponatraemia hypernatremia|hypernatraemia",
    "hypocalcemia|hypocalcaemia hypercalcemia|hypercalcaemia",
    "hypotension|hypotensive hypertension|hypertensive",
    "bradycardia tachycardia",
    "hypothyroidism hyperthyroidism",
    "acidosis alkalosis",
    "leukocytosis leukopenia",
    "thrombocytosis thrombocytopenia",
    "constipation diarrhea|diarrhoea",
    "intact absent",
    "gain loss",
    "improved worsened",
    "thickened thinned",
    "dilated narrowed",
    "painful painless",
    "tender nontender",
    "regular irregular",
    "homogeneous|homogenous heterogeneous|heterogenous",
    "symmetric|symmetrical asymmetric|asymmetrical",
    "central peripheral",
    "sensory motor",
    "systolic diastolic",
    "ischemic|ischaemic hemorrhagic|haemorrhagic",
    "obstructive nonobstructive",
    "ruptured unruptured",
    "displaced undisplaced|nondisplaced",
    "resectable unresectable",
    "metastatic nonmetastatic",
    "invasive noninvasive",
    "typical atypical",
    "congenital acquired",
    "hereditary sporadic",
    "elective emergency|emergent|urgent",
    "continent incontinent",
    "conscious unconscious",
    "immunocompetent immunocompromised|immunosuppressed|immunodeficient",
    "vaccinated unvaccinated",
    "term preterm|premature",
    "nulliparous primiparous multiparous",
    "premenopausal postmenopausal",
    "rural urban",
    "smoker nonsmoker",
    "transudate exudate",
    "bacilli cocci",
    "aerobic anaerobic",
    "neutrophilic lymphocytic eosinophilic",
    "homozygous heterozygous",
    "ileostomy colostomy jejunostomy gastrostomy anastomosis",
    "laparotomy laparoscopy",
    "open laparoscopic robotic endoscopic percutaneous arthroscopic thoracoscopic",
    "oral|orally intravenous|intravenously intrathecal|intrathecally intramuscular|intramuscularly"
    " subcutaneous|subcutaneously topical|topically inhaled transdermal",
    "liver|hepatic spleen|splenic pancreas|pancreatic kidney|renal stomach|gastric duodenum|duodenal"
    " jejunum|jejunal ileum|ileal cecum|caecum|cecal appendix colon|colonic rectum|rectal esophagus|esophageal"
    " bladder prostate|prostatic uterus|uterine ovary|ovarian testis|testicular thyroid adrenal lung|pulmonary"
    " heart|cardiac brain|cerebral breast gallbladder ureter|ureteral",
    "hip knee ankle shoulder elbow wrist",
    "femur|femoral tibia|tibial fibula|fibular humerus|humeral radius|radial ulna|ulnar scapula|scapular clavicle"
    "|clavicular sternum|sternal",
    "thumb index ring little",
    "hand foot",
    "arm leg",
    "adenocarcinoma sarcoma lymphoma melanoma",
    "red white yellow green black blue grey|gray brown",
    "north northeast east southeast south southwest west northwest",
    "northern northeastern eastern southeastern southern southwestern western northwestern",
    "lesser greater",
    "artery|arteries|arterial vein|veins|venous",
    "venovenous arteriovenous venoarterial",
    "atrium|atrial|atria ventricle|ventricular|ventricles",
    "interatrial interventricular",
    "fibrillation flutter",
    "ascending transverse descending sigmoid cecum|caecum|cecal rectum|rectal",
    "carotid subclavian innominate|brachiocephalic axillary brachial radial ulnar jugular iliac femoral popliteal"
    " tibial peroneal renal hepatic splenic celiac|coeliac mesenteric vertebral basilar",
    "thalamus|thalamic|thalami putamen|putaminal pallidus|pallidum caudate cerebellum|cerebellar pons|pontine"
    " midbrain hippocampus|hippocampal hypothalamus|hypothalamic insula|insular",
    "oropharynx|oropharyngeal hypopharynx|hypopharyngeal nasopharynx|nasopharyngeal larynx|laryngeal",
    "tongue tonsil|tonsillar lip palate|palatal gingiva|gingival",
    "maxilla|maxillary mandible|mandibular",
    "mesentery|mesenteric omentum|omental diaphragm|diaphragmatic",
    "thigh calf forearm buttock",
    "scaphoid lunate capitate|capitatum hamate|hamatum triquetrum trapezium pisiform",
    "talus|talar calcaneus|calcaneal navicular cuboid",
    "dacron polytetrafluoroethylene|ptfe|eptfe silicone titanium steel polypropylene pericardial|pericardium",
    "synthetic biological|biologic",
    "mechanical biological|bioprosthetic",
    "mesangial membranous minimal focal crescentic",
    "pinpoint|constricted|miotic dilated|mydriatic",
    "increase|rise decrease|reduction|fall|decline",
    "improvement|resolution worsening|deterioration|progression",
    "hypermetabolic hypometabolic",
    "survived died|expired",
    "norepinephrine|noradrenaline epinephrine|adrenaline dopamine dobutamine vasopressin",
    "prednisolone prednisone methylprednisolone dexamethasone hydrocortisone",
    "fentanyl morphine tramadol oxycodone remifentanil",
    "propofol ketamine midazolam sevoflurane isoflurane etomidate",
    "flumazenil naloxone atropine neostigmine",
    "aspirin clopidogrel warfarin heparin rivaroxaban apixaban dabigatran enoxaparin",
    "small large",
    "general spinal epidural local",
    "above below",
)
"""Words that exclude each other wherever they stand beside the same word, in two sentences that tell one thing."""

KINDS = (
    "left right bilateral|bilaterally|both",
    "transhiatal transthoracic transabdominal transvaginal transrectal transsphenoidal transcranial",
    "tomography magnetic ultrasound|ultrasonography|sonography radiograph|radiography scintigraphy angiography",
    "echocardiography|echocardiogram electrocardiogram|electrocardiography electroencephalography",
    "blood urine|urinary sputum cerebrospinal stool|fecal|faecal bile|biliary pleural peritoneal",
    "mother father sister brother aunt uncle cousin son daughter grandmother grandfather husband wife",
    "monday tuesday wednesday thursday friday saturday sunday",
    "january february march april may june july august september october november december",
    "single dual|double|two triple|three quadruple|four",
    "first second third fourth fifth sixth seventh eighth ninth tenth",
    "spring summer autumn|fall winter",
    "lymphocyte|lymphocytes neutrophil|neutrophils eosinophil|eosinophils monocyte|monocytes",
    "macule|macules papule|papules vesicle|vesicles pustule|pustules nodule|nodules",
    "married single divorced widowed",
)
"""Words that exclude each other only where they stand in the same place of the same sentence."""

ONLY_BESIDE = {
    "true": ("lumen", "aneury"),
    "false": ("lumen", "aneury"),
    "small": ("bowel", "intes"),
    "large": ("bowel", "intes"),
    "general": ("anesth", "anaest"),
    "spinal": ("anesth", "anaest"),
    "epidural": ("anesth", "anaest"),
    "local": ("anesth", "anaest"),
    "above": ("knee", "elbow"),
    "below": ("knee", "elbow"),
}
"""Stems of the words behind, without which a word is no value of its scale."""
