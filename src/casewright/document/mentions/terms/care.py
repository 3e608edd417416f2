"""Procedures with their approach, organs with their disease, and the outcome."""

from __future__ import annotations

import re
from collections.abc import Iterator

from casewright.document.mentions.terms.found import Term

_APPROACH = r"laparoscopic(?:ally)?(?:-assisted)?|open|robotic(?:-assisted)?|robot-assisted|thoracoscopic|video-assisted thoracoscopic|endoscopic|percutaneous|transurethral|transsphenoidal|transvaginal|vaginal|abdominal|radical|total|partial|subtotal|near-total|emergency|emergent|elective|exploratory|diagnostic|prophylactic|extended|minimally invasive|hand-assisted|bilateral|left|right|unilateral|distal|proximal|completion|modified|wide|segmental|low anterior|interval|decompressive|sleeve|hysteroscopic|arthroscopic|transanal|posterior|anterior|conventional"
_SUFFIXES = (
    "ectomy",
    "ectomies",
    "otomy",
    "ostomy",
    "oplasty",
    "opexy",
    "orrhaphy",
    "centesis",
    "odesis",
    "oscopy",
)
_NAMED = (
    r"c(?:a)?esarean (?:section|delivery)|coronary artery bypass grafting|CABG|percutaneous coronary intervention|PCI|Whipple procedure"
    r"|(?:liver|kidney|renal|heart|lung|stem cell|bone marrow) transplantation|amputation|debridement|biopsy|lumbar puncture|emboli[sz]ation"
    r"|ha?emodialysis|intubation"
)
_NAMED_WORDS = frozenset(
    "caesarean cesarean cabg pci bypass percutaneous whipple transplantation amputation debridement biopsy puncture "
    "embolization embolisation hemodialysis haemodialysis intubation".split()
)
_PROCEDURE = re.compile(rf"\b(?P<name>[A-Za-z]{{3,30}}(?:{'|'.join(_SUFFIXES)})|{_NAMED})\b", re.IGNORECASE)
_APPROACHES = re.compile(rf"\b(?:(?:{_APPROACH})[ -]){{1,4}}\Z", re.IGNORECASE)


def speaks_of_procedure(word: str) -> bool:
    return word.endswith(_SUFFIXES) or word in _NAMED_WORDS


_ORGANS = r"liver|hepatic|kidney|renal|pancrea(?:s|tic)|spleen|splenic|stomach|gastric|duoden(?:um|al)|jejun(?:um|al)|ile(?:um|al)|caec(?:um|al)|cec(?:um|al)|colon(?:ic)?|rect(?:um|al)|appendi(?:x|ceal)|gallbladder|bladder|prostate|prostatic|uter(?:us|ine)|ovar(?:y|ian)|cervix|breast|lung|pulmonary|thyroid|adrenal|parathyroid|brain|cerebell(?:um|ar)|esophag(?:us|eal)|oesophag(?:us|eal)|testis|testicular|parotid|pituitary|tongue|laryn(?:x|geal)|bone|skin|nasopharyn(?:x|geal)|thym(?:us|ic)"
_DISEASE = r"(?:adeno)?carcinoma|cancer|tumou?r|mass|metastas[ei]s|abscess|cyst|lesion|nodule|sarcoma|lymphoma|neoplasm|injury|rupture|infarction|perforation|hemorrhage|aneurysm|torsion"
_ORGAN = re.compile(
    rf"\b(?P<organ1>{_ORGANS})[ -](?P<of1>{_DISEASE})\b|\b(?P<of2>{_DISEASE}) (?:of|in|at|involving) (?:the |both )?(?:[a-z]+ (?:of the )?){{0,2}}?(?P<organ2>{_ORGANS})\b",
    re.IGNORECASE,
)
_DISEASES = frozenset(
    "adenocarcinoma carcinoma cancer tumor tumour mass metastasis metastases abscess cyst lesion nodule sarcoma lymphoma "
    "neoplasm injury rupture infarction perforation hemorrhage aneurysm torsion".split()
)
_ENDS = frozenset(
    "died expired passed succumbed deceased dead death alive survived recovered recovery well free discharged".split()
)
_NORMAL_ORGAN = {
    "hepatic": "liver", "renal": "kidney", "pancreatic": "pancreas", "splenic": "spleen", "gastric": "stomach", "duodenal": "duodenum",
    "jejunal": "jejunum", "ileal": "ileum", "cecal": "cecum", "caecal": "cecum", "caecum": "cecum", "colonic": "colon", "rectal": "rectum",
    "appendiceal": "appendix", "prostatic": "prostate", "uterine": "uterus", "ovarian": "ovary", "pulmonary": "lung", "cerebellar": "cerebellum",
    "esophageal": "esophagus", "oesophageal": "esophagus", "oesophagus": "esophagus", "testicular": "testis", "laryngeal": "larynx",
    "thymic": "thymus", "nasopharyngeal": "nasopharynx",
}  # fmt: skip
_OUTCOME = re.compile(
    r"\b(?P<died>(?:[Tt]he |[Oo]ur |[Tt]his )?(?:patient|he|she|He|She|infant|child|boy|girl|neonate|baby|fetus|man|woman)[^.,;]{0,40}? (?:died|expired|passed away|succumbed|deceased|was (?:pronounced|declared) (?:brain )?dead)|(?:his|her|the patient's|the patient’s) death|(?:and|then|but|ultimately|eventually|finally|unfortunately),? (?:died|expired|passed away|succumbed))\b"
    r"|\b(?P<alive>(?:patient|he|she|He|She|child|infant|boy|girl|and|is|remains?|was|still|currently) (?:is |was |remains? |still |currently |now )*(?:alive|survived|recovered (?:fully|completely|uneventfully|well)|doing well|disease[- ]free|discharged(?: home| alive| from)?)|full recovery|complete recovery)\b"
)
_NOT = re.compile(
    r"\b(?:not|no|without|denied|refused|declined|never|failed|against|avoid\w*|instead of|rather than|nor|neither)\b[^,.;]{0,30}\Z"
)
_WHOSE = re.compile(
    r"\b(?:mother|father|brother|sister|son|daughter|parents?|wife|husband|sibling|twin|uncle|aunt|grand\w+|donor)\b",
    re.IGNORECASE,
)


def find_procedures(text: str) -> Iterator[Term]:
    """`laparoscopic cholecystectomy`: value the procedure, `of` its approach."""
    for match in _PROCEDURE.finditer(text):
        name = match["name"].lower()
        if name in ("anatomy", "dichotomy"):
            continue
        before = _APPROACHES.search(text, max(0, match.start() - 60), match.start())
        start = before.start() if before is not None else match.start()
        yield Term(
            start,
            match.end(),
            "procedure",
            name,
            _approach(before[0] if before else ""),
            _NOT.search(text, max(0, start - 50), start) is not None,
        )


def speaks_of_disease(word: str) -> bool:
    return word in _DISEASES


def find_organs(text: str) -> Iterator[Term]:
    """`pancreatic cancer`, `abscess of the liver`: value the organ, `of` what it has."""
    for match in _ORGAN.finditer(text):
        organ = (match["organ1"] or match["organ2"]).lower()
        of = (match["of1"] or match["of2"]).lower()
        start = match.start()
        yield Term(
            start,
            match.end(),
            "organ",
            _NORMAL_ORGAN.get(organ, organ),
            of,
            _NOT.search(text, max(0, start - 50), start) is not None,
        )


def speaks_of_end(word: str) -> bool:
    return word in _ENDS


def find_outcomes(text: str) -> Iterator[Term]:
    """Death and survival: value `died` or `alive`, `of` the word."""
    for match in _OUTCOME.finditer(text):
        died = match["died"] is not None
        word = match[0].lower().split()
        of = "discharged" if "discharged" in word else ""
        relative = _WHOSE.search(text, max(0, match.start() - 60), match.end()) is not None
        start = match.start()
        yield Term(
            start,
            match.end(),
            "outcome",
            "died" if died else "alive",
            of,
            _NOT.search(text, max(0, start - 30), start) is not None,
            "relative" if relative else None,
        )


def _approach(text: str) -> str:
    return " ".join(text.lower().replace("laparoscopically", "laparoscopic").split())
