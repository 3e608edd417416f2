"""Procedures with their approach, organs with their disease, and the outcome."""

from __future__ import annotations

import re
from collections.abc import Iterator

from casewright.document.mentions.terms.found import Term
from casewright.document.mentions.wordset import words
from casewright.patterns import lazily

_APPROACH = (
    r"laparoscopic(?:ally)?(?:-assisted)?|open|robotic(?:-assisted)?|robot-assisted"
    r"|thoracoscopic|video-assisted thoracoscopic|endoscopic|percutaneous|transurethral"
    r"|transsphenoidal|transvaginal|vaginal|abdominal|radical|total|partial|subtotal"
    r"|near-total|emergency|emergent|elective|exploratory|diagnostic|prophylactic|extended"
    r"|minimally invasive|hand-assisted|bilateral|left|right|unilateral|distal|proximal"
    r"|completion|modified|wide|segmental|low anterior|interval|decompressive|sleeve"
    r"|hysteroscopic|arthroscopic|transanal|posterior|anterior|conventional"
)
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
    r"c(?:a)?esarean (?:section|delivery)|coronary artery bypass grafting|CABG|percutaneous"
    r" coronary intervention|PCI|Whipple procedure"
    r"|(?:liver|kidney|renal|heart|lung|stem cell|bone marrow) transplantation|amputation"
    r"|debridement|biopsy|lumbar puncture|emboli[sz]ation"
    r"|ha?emodialysis|intubation"
)
_NAMED_WORDS = words(
    "caesarean cesarean cabg pci bypass percutaneous whipple transplantation amputation"
    " debridement biopsy puncture "
    "embolization embolisation hemodialysis haemodialysis intubation"
)
_PROCEDURE = lazily(rf"\b(?P<name>[A-Za-z]{{3,30}}(?:{'|'.join(_SUFFIXES)})|{_NAMED})\b", re.IGNORECASE)
_APPROACHES = lazily(rf"\b(?:(?:{_APPROACH})[ -]){{1,4}}\Z", re.IGNORECASE)


def speaks_of_procedure(word: str) -> bool:
    return word.endswith(_SUFFIXES) or word in _NAMED_WORDS


_ORGANS = (
    r"liver|hepatic|kidney|renal|pancrea(?:s|tic)|spleen|splenic|stomach|gastric|duoden(?:um"
    r"|al)|jejun(?:um|al)|ile(?:um|al)|caec(?:um|al)|cec(?:um|al)|colon(?:ic)?|rect(?:um|al)"
    r"|appendi(?:x|ceal)|gallbladder|bladder|prostate|prostatic|uter(?:us|ine)|ovar(?:y|ian)"
    r"|cervix|breast|lung|pulmonary|thyroid|adrenal|parathyroid|brain|cerebell(?:um|ar)"
    r"|esophag(?:us|eal)|oesophag(?:us|eal)|testis|testicular|parotid|pituitary|tongue"
    r"|laryn(?:x|geal)|bone|skin|nasopharyn(?:x|geal)|thym(?:us|ic)"
)
_DISEASE = (
    r"(?:adeno)?carcinoma|cancer|tumou?r|mass|metastas[ei]s|abscess|cyst|lesion|nodule|sarcoma"
    r"|lymphoma|neoplasm|injury|rupture|infarction|perforation|hemorrhage|aneurysm|torsion"
)
_ORGAN = lazily(
    rf"\b(?P<organ1>{_ORGANS})[ -](?P<of1>{_DISEASE})\b|\b(?P<of2>{_DISEASE}) (?:of|in|at"
    rf"|involving) (?:the |both )?(?:[a-z]+ (?:of the )?){{0,2}}?(?P<organ2>{_ORGANS})\b",
    re.IGNORECASE,
)
_DISEASES = words(
    "adenocarcinoma carcinoma cancer tumor tumour mass metastasis metastases abscess cyst"
    " lesion nodule sarcoma lymphoma "
    "neoplasm injury rupture infarction perforation hemorrhage aneurysm torsion"
)
_ENDS = words(
    "died expired passed succumbed deceased dead death alive survived recovered recovery well free discharged"
)
_NORMAL_ORGAN: dict[str, str] = {
    word: organ
    for organ, spellings in (
        ("liver", "hepatic"),
        ("kidney", "renal"),
        ("pancreas", "pancreatic"),
        ("spleen", "splenic"),
        ("stomach", "gastric"),
        ("duodenum", "duodenal"),
        ("jejunum", "jejunal"),
        ("ileum", "ileal"),
        ("cecum", "cecal caecal caecum"),
        ("colon", "colonic"),
        ("rectum", "rectal"),
        ("appendix", "appendiceal"),
        ("prostate", "prostatic"),
        ("uterus", "uterine"),
        ("ovary", "ovarian"),
        ("lung", "pulmonary"),
        ("cerebellum", "cerebellar"),
        ("esophagus", "esophageal oesophageal oesophagus"),
        ("testis", "testicular"),
        ("larynx", "laryngeal"),
        ("thymus", "thymic"),
        ("nasopharynx", "nasopharyngeal"),
    )
    for word in spellings.split()
}
_OUTCOME = lazily(
    r"\b(?P<died>(?:[Tt]he |[Oo]ur |[Tt]his )?(?:patient|he|she|He|She|infant|child|boy|girl"
    r"|neonate|baby|fetus|man|woman)[^.,;]{0,40}? (?:died|expired|passed away|succumbed"
    r"|deceased|was (?:pronounced|declared) (?:brain )?dead)|(?:his|her|the patient's|the"
    r" patient’s) death|(?:and|then|but|ultimately|eventually|finally|unfortunately),? (?:died"
    r"|expired|passed away|succumbed))\b"
    r"|\b(?P<alive>(?:patient|he|she|He|She|child|infant|boy|girl|and|is|remains?|was|still"
    r"|currently) (?:is |was |remains? |still |currently |now )*(?:alive|survived|recovered"
    r" (?:fully|completely|uneventfully|well)|doing well|disease[- ]free|discharged(?: home|"
    r" alive| from)?)|full recovery|complete recovery)\b"
)
_NOT = lazily(
    r"\b(?:not|no|without|denied|refused|declined|never|failed|against|avoid\w*|instead of"
    r"|rather than|nor|neither)\b[^,.;]{0,30}\Z",
    re.IGNORECASE,
)
_WHOSE = lazily(
    r"\b(?:mother|father|brother|sister|son|daughter|parents?|wife|husband|sibling|twin|uncle"
    r"|aunt|grand\w+|donor)\b",
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
