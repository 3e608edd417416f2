"""Symptoms and signs of a patient, in the words that tell them.

A line is one of them: its words apart by `|`, the first of them its name. Of a located one the place belongs to it:
pain of the chest says nothing of pain of the back.
"""

from __future__ import annotations

from typing import NamedTuple

_SYMPTOMS = (
    "fever|fevers|pyrexia", "chills|rigors", "cough|coughing", "weight loss|loss of weight|lost weight",
    "night sweats", "headache|headaches", "vomiting|vomited|emesis", "nausea|nauseous|nauseated",
    "diarrhea|diarrhoea", "constipation", "dyspnea|dyspnoea|shortness of breath|breathlessness|short of"
    " breath",
    "hemoptysis|haemoptysis", "hematemesis|haematemesis", "melena|melaena", "hematuria|haematuria", "dysuria",
    "dysphagia", "odynophagia", "palpitations|palpitation", "syncope|syncopal",
    "loss of consciousness|lost"
    " consciousness", "photophobia", "diplopia|double vision", "tinnitus", "vertigo",
    "itching|pruritus", "anorexia|loss of appetite", "fatigue", "hoarseness|hoarse", "epistaxis",
    "amenorrhea|amenorrhoea", "galactorrhea|galactorrhoea", "polyuria", "hematochezia|haematochezia",
    "claudication", "incontinence|incontinent", "arthralgia|joint pain", "myalgia|myalgias", "anosmia",
    "hallucinations", "heartburn", "jaundice|jaundiced|icterus|icteric", "seizures|seizure|convulsions",
)  # fmt: skip
_PLACED_SYMPTOMS = ("pain|pains", "bleeding", "numbness", "weakness", "discharge")
_SIGNS = (
    "ascites|free fluid", "pleural effusion|pleural effusions", "pericardial effusion",
    "hepatomegaly|enlarged liver", "splenomegaly|enlarged spleen", "hydronephrosis", "pneumothorax",
    "papilledema|papilloedema", "nystagmus", "ptosis", "neck stiffness|nuchal rigidity|meningism",
    "cyanosis|cyanotic", "clubbing", "pallor", "hepatosplenomegaly", "vascular invasion", "perineural invasion",
    "lymphovascular invasion", "capsular invasion", "pneumoperitoneum|free"
    " air", "atelectasis", "cardiomegaly",
    "hypopigmentation", "organomegaly", "koilonychia", "gallstones|cholelithiasis", "cholestasis",
    "exophthalmos|proptosis", "anisocoria", "dysarthria", "ataxia", "hemiparesis|hemiplegia", "aphasia",
    "midline shift", "hydrocephalus", "pericarditis", "myocarditis", "endocarditis", "tamponade",
    "bacteremia|bacteraemia", "proteinuria", "glucosuria|glycosuria", "ketonuria", "pyuria", "eosinophilia",
    "leukocytosis|leucocytosis", "thrombocytopenia", "neutropenia", "hypercalcemia|hypercalcaemia",
    "bone marrow infiltration",
)  # fmt: skip
_PLACED_SIGNS = (
    "lymphadenopathy|adenopathy|enlarged lymph nodes|enlarged lymph node|palpable lymph nodes|palpable"
    " lymph node",
    "edema|oedema", "swelling", "rash|exanthema|exanthem", "tenderness", "guarding", "murmur|murmurs",
    "mass|masses", "thrombus|thrombosis|thrombi", "metastasis|metastases", "fracture|fractures",
    "necrosis|necrotic", "calcification|calcifications|calcified", "hemorrhage|haemorrhage", "stenosis|stenotic",
    "perforation|perforated", "invasion", "dilatation|dilated|dilation", "erythema|erythematous",
    "infiltrate|infiltrates", "consolidation", "vegetation|vegetations", "embolism|emboli|embolus", "aneurysm",
    "fistula", "abscess", "ulcer|ulcers|ulceration", "effusion", "involvement", "granulomas|granuloma",
    "restricted diffusion|diffusion restriction", "enhancement",
    "uptake", "deformity", "atrophy", "regurgitation", "obstruction", "rupture|ruptured",
)  # fmt: skip

_DISEASES = (
    "asthma|asthmatic", "epilepsy|epileptic", "hypothyroidism", "hyperthyroidism",
    "dyslipidemia|dyslipidaemia|hyperlipidemia|hyperlipidaemia", "coronary artery disease", "psoriasis",
    "chronic obstructive pulmonary disease", "migraine", "eczema|atopic dermatitis", "gout", "endometriosis",
    "rheumatoid arthritis", "sickle cell disease", "hemophilia|haemophilia", "cirrhosis|cirrhotic",
    "multiple sclerosis", "peptic ulcer disease", "bleeding disorder",
)  # fmt: skip


class Sign(NamedTuple):
    """What a patient has or has not: its name, the words for it, and whether its place belongs to it."""

    name: str
    words: tuple[str, ...]
    placed: bool
    lasting: bool = False  # whether who has it once has it still


def _signs(lines: tuple[str, ...], *, placed: bool = False) -> tuple[Sign, ...]:
    return tuple(Sign(line.split("|")[0], tuple(line.split("|")), placed) for line in lines)


SIGNS = (
    *_signs(_SYMPTOMS),
    *_signs(_PLACED_SYMPTOMS, placed=True),
    *_signs(_SIGNS),
    *_signs(_PLACED_SIGNS, placed=True),
    *(each._replace(lasting=True) for each in _signs(_DISEASES)),
)


def _key_of(words: str) -> str:
    """The word of a phrase by which it is sought: its longest."""
    return max(words.replace("-", " ").split(), key=len)


def _by_key() -> dict[str, tuple[tuple[str, Sign], ...]]:
    found: dict[str, tuple[tuple[str, Sign], ...]] = {}
    for sign in SIGNS:
        for phrase in sign.words:
            found[_key_of(phrase)] = (*found.get(_key_of(phrase), ()), (phrase, sign))
    return found


BY_KEY = _by_key()
"""The phrases that a word is the longest of, each with its sign."""
KEYS = frozenset(BY_KEY)
KEYS_OF = {sign.name: frozenset(map(_key_of, sign.words)) for sign in SIGNS}
DENYING_WORDS = {"afebrile": "fever", "anicteric": "jaundice"}
"""Words that deny a sign by themselves."""
