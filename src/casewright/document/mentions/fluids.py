"""Whether a value is one of urine, cerebrospinal fluid or an effusion, where its name alone would be of blood."""

from __future__ import annotations

import re

from casewright.patterns import lazily

_FLUID = lazily(
    r"\b(?:CSF|cerebrospinal|pleural|ascitic|ascites|peritoneal|synovial|pericardial|fluid"
    r"|urine|urinary|urinalysis|dialysate"
    r"|bile|sputum|aspirate|lavage|drain|drainage|effusion|amniotic|cord|aqueous|vitreous|cyst"
    r"|sweat|stool|faecal|fecal|milk|tissue)\b",
    re.IGNORECASE,
)
_FLUID_STUDY = lazily(
    r"\b(?:CSF|cerebrospinal fluid|fluid|urine|urinary|dialysate|aspirate|lavage) "
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
)
_OWN = ("urine_", "csf_", "temperature", "blood_pressure", "pulse", "weight", "ki67", "suv")
_NEAR = 70  # characters


def in_fluid(text: str, name_start: int, name_end: int, key: str) -> bool:
    """Whether the value of the name at these characters is one of a fluid, by the words before it."""
    if key.startswith(_OWN) or _SIGN.search(text[:name_end].lower()) is None:
        return False
    near = _last(_FLUID, text, max(0, name_start - _NEAR), name_end)
    fluid = near or _last(_FLUID_STUDY, text, 0, name_start)
    return fluid is not None and not _BLOOD.search(text, fluid.end(), name_start + 7)


def named_behind(text: str, figure_end: int) -> bool:
    """Whether the fluid is told behind the value: `creatinine 0.4 g/L in urine`."""
    return _BEHIND.match(text, figure_end) is not None


def _last(pattern: re.Pattern[str], text: str, start: int, end: int) -> re.Match[str] | None:
    """The last match of the pattern in `text[start:end]`."""
    last = None
    for match in pattern.finditer(text, start, end):
        last = match
    return last
