"""Whether a value is one of urine, cerebrospinal fluid or an effusion, where its name alone would be of blood."""

from __future__ import annotations

import re

from casewright.patterns import lazily

_FLUID = lazily(
    r"\b(?:CSF|cerebrospinal(?: fluid)?|pleural|ascitic|ascites|peritoneal|synovial|pericardial|fluid"
    r"|urine|urinary|urinalysis|dialysate"
    r"|bile|sputum|aspirate|lavage|drain|drainage|effusion|amniotic|cord|aqueous|vitreous|cyst"
    r"|sweat|stool|faecal|fecal|milk|tissue"
    r"|(?:saline|water)(?= (?:with|had|has|contain|of a|that|which|whose|\())|solutions?|formula|sachets?|cardioplegia"
    r"|perfusate|rehydration salts?|ORS|(?:parenteral|enteral) nutrition)\b",
    re.IGNORECASE,
)
_FLUID_STUDY = lazily(
    r"\b(?:CSF|cerebrospinal fluid|fluid|urine|urinary|dialysate|aspirate|lavage)\)? "
    r"(?:(?:random|spot|chemistry|biochemical|laboratory|electrolytes?) )?(?:analysis"
    r"|examination|study|studies|tests?|chemistry|electrolytes|indices|showed|revealed"
    r"|was|had|demonstrated|sample|contained)|\b(?:urinalysis|lumbar puncture|thoracentesis"
    r"|paracentesis|arthrocentesis)\b",
    re.IGNORECASE,
)
_BEHIND = lazily(
    r"\)?,? in (?:the |his |her |a )?(?:(?:spot|random|first-morning|24[ -]h\w*) )?"
    r"(?:urine|CSF|cerebrospinal|ascit|(?:pleural|peritoneal|synovial|drain\w*) (?:fluid|effusion))"
)
_BLOOD = lazily(
    r"\b(?:serum|plasma|blood (?:tests?|work|analysis|samples?|glucose|sugar|pressure"
    r"|cultures?)|hemogram|haemogram|vital|laboratory)\b",
    re.IGNORECASE,
)
# One of these, in small letters, every fluid has; found fast, since it begins with letters.
_SIGN = lazily(
    "csf|cerebro|pleural|ascit|periton|synovial|pericard|fluid|urin|dialys|bile|sputum|aspirat|lavage|drain|effusion"
    "|amniotic|cord|aqueous|vitreous|cyst|sweat|stool|fa?ecal|milk|tissue|lumbar|centesis"
    "|saline|water|solution|formula|sachet|cardiopleg|perfusate|rehydration|ors |ors[()]|nutrition"
)
_OWN = (
    "urine_",
    "csf_",
    "fecal_",
    "vma",
    "hiaa5",
    "temperature",
    "blood_pressure",
    "pulse",
    "weight",
    "ki67",
    "suv",
)
_NEAR = 70  # characters
# What is measured in a fluid under a name that alone would be of blood: the beginning of the fluid's word, the keys.
_IN_CSF = {
    "glucose": "csf_glucose",
    "protein_total": "csf_protein",
    "csf_protein": "csf_protein",
    "leukocytes": "csf_leukocytes",
}
_IN_URINE = {"sodium": "urine_sodium", "osmolality": "urine_osmolality"}
_KEYS_OF = ((("csf", "cerebro", "lumbar"), _IN_CSF), (("urin",), _IN_URINE))


def of_fluid(text: str, name_start: int, name_end: int, key: str) -> str:
    """The key of the value of the name at these characters, where it is one of a fluid; "" where that has none."""
    plain = text[name_start:name_end].lower().startswith("protein")  # of blood it is called `total protein`
    if not plain and key.startswith(_OWN):
        return key
    fluid = _fluid(text, name_start, name_end)
    if fluid is None:
        return "" if plain and key == "csf_protein" else key
    return next((keys.get(key, "") for signs, keys in _KEYS_OF if fluid.lower().startswith(signs)), "")


def in_fluid(text: str, name_start: int, name_end: int, key: str) -> bool:
    """Whether the value of the name at these characters is one of a fluid, by the words before it."""
    return not key.startswith(_OWN) and _fluid(text, name_start, name_end) is not None


def _fluid(text: str, name_start: int, name_end: int) -> str | None:
    """The words that name the fluid in which the value of a name was measured, where blood is not named since."""
    if _SIGN.search(text[:name_end].lower()) is None:
        return None
    near = _last(_FLUID, text, max(0, name_start - _NEAR), name_end)
    fluid = near or _last(_FLUID_STUDY, text, 0, name_start)
    return fluid[0] if fluid is not None and not _BLOOD.search(text, fluid.end(), name_start + 7) else None


def named_behind(text: str, figure_end: int) -> bool:
    """Whether the fluid is told behind the value: `creatinine 0.4 g/L in urine`."""
    return _BEHIND.match(text, figure_end) is not None


def _last(pattern: re.Pattern[str], text: str, start: int, end: int) -> re.Match[str] | None:
    """The last match of the pattern in `text[start:end]`."""
    last = None
    for match in pattern.finditer(text, start, end):
        last = match
    return last
