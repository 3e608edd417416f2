"""CW315."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import ClassVar

from casewright.check.evidence.text.around import stretches_with
from casewright.check.evidence.text.parts import of_others
from casewright.check.evidence.text.passage import Passage, factual, scan_around
from casewright.check.evidence.values.ordinary import LIVES, in_usual
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import found
from casewright.document.mentions.fluids import in_fluid
from casewright.document.mentions.joining import is_link
from casewright.document.mentions.names import Name
from casewright.document.mentions.stretch import Stretch
from casewright.document.mentions.wordset import words
from casewright.document.reading import Reading
from casewright.patterns import lazily
from casewright.quantity.analytes import ANALYTES
from casewright.quantity.units import find_unit

_MEASURED = words(  # what is always printed with a unit: no ratio, no titer, no vital sign
    "leukocytes neutrophils hemoglobin platelets sodium potassium chloride creatinine urea urea_nitrogen crp ldh ast "
    "alt alp ggt lipase amylase ferritin troponin troponin_i troponin_t procalcitonin lactate bilirubin_total "
    "albumin d_dimer psa tsh bnp nt_probnp esr cea afp"
)
_FIRST_WORDS = frozenset(
    re.split(r"[^a-z]", name.lower(), maxsplit=1)[0] for key in _MEASURED for name in ANALYTES[key].names
)
# The value, and that nothing follows which may be or hold a unit, or a second value that has it.
_VALUE = lazily(
    r"(?P<gap>[^\d.;<>≤≥+±%]{1,60}?)(?P<number>\d{1,3}(?:[, ]\d{3})+|\d{1,6}(?:\.\d{1,3})?)"
    r"(?=\.?\s*\Z|\.\s[A-Z]|;|[)\]](?!\s?(?:[-–/×x^*%°]|[a-zA-Zµμ]{1,6}/))|,\s(?!\d)(?![a-zA-Zµμ]{1,6}/)(?!(?:normal|reference|range|ref|N|NR|RR)\b[^.;)]{0,25}\d)"
    r"|\s(?:and|which|but|with|on|at|in|after|that|while|without|when|during|who|although)\s(?![\d<>])"
    r"|\s[(\[](?!\s?[a-zA-Zµμ×%]{1,6}\s?[/)\]]|[x×]|[Nn]ormal|[Rr]ef|N\b|N[RV]\b|R[RIV]\b|[<>≤≥]|cut-?off|\d))"
)
_SHARED = lazily(  # `AST 51, ALT 49 U/L`, `10. 5 g/dL`, `2.8 at noon to 4 mmol/L`: it stands behind the next figure
    r"(?:,|,?\sand)(?!\s[^.;\d]*\b(?:of|was|were|is|at|with|to)\s)"
    r"\s[^.;\d]{1,40}\d[\d., ]*\s?(?:[a-zA-Zµμ]{1,6}/|/)|\.\s?\d"
    r"|\s(?:(?:on|at|in|after|before|during|when)\s[^.;]{1,30}?)?\s?to\s(?:[a-z]+\s){0,3}\d[\d.,]*\s?[a-zA-Zµμ]{1,6}/"
)
_PER = r"(?:/[a-zA-Zµμ]{1,4}\d?|\s[a-zA-Zµμ]{1,2}\s?[-−–⁻]\s?[1¹])"  # `mmol/L`, `mmol l-1`
_ITS_UNIT = rf"(?P<unit>(?:[x×]\s?)?(?:10\S{{0,4}}\s?)?[a-zA-Zµμ]{{0,6}}{_PER})"
_BEHIND_BRACKET = lazily(
    rf"\s?[(\[][^()\[\]]{{1,60}}[)\]]\s?{_ITS_UNIT}(?![\w/])"
)  # `18200 (72% bands) cells/μL`
_OF_SERIES = lazily(  # `Na 131, K 4.4, Cl 99, HCO3 20 mmol/L`: the unit stands behind the last
    r"(?:(?:,|,?\sand)(?!\s[^.;,\d]*\b(?:of|was|were|is|at|with|to)\s)\s[^.;,\d]{1,30}\d[\d.]*(?:[-+−]*\s\d[\d.]*)?){1,6}"
    rf"\s?{_ITS_UNIT}(?![\w/])"
)
_TOLD_AHEAD = _ITS_UNIT.replace("unit", "told", 1)
_AHEAD = lazily(  # `electrolytes were (in mmol/L) sodium 131, potassium 4.4`, `in mmol/L: sodium 131`
    rf"(?:(?<!\d)\s[(\[](?:[a-z ]{{0,20}}\bin\s)?{_ITS_UNIT}[)\]]|\b(?:in|units?)\s{_TOLD_AHEAD}\s?[:,])"
)
_NO_VALUE = lazily(
    r"\b(?:below|above|under|over|than|CK|CD|stain\w*|markers?|cytokeratin|positive|negative|grades?|ratio|index|patients?|cases?|score"
    r"|upper limit|hours?|days?|times?|q)\b|[-–]\s?\Z"
)
_TIMES = r"(?:once|twice|thrice|(?:two|three|four|2|3|4) times)(?:\s(?:a|per)\s|\s)(?:day|daily|week|weekly)"
_DOSE = lazily(
    rf"(?<![\w.,/-])(?P<drug>[a-zé]{{6,}})\s[(\[]?(?P<number>\d{{1,4}}(?:\.\d{{1,2}})?)"
    rf"(?:,\s(?:iv|IV|intravenous(?: drip)?|oral(?:ly)?),)?\s{_TIMES}\b"
)
_NO_DRUG = words("tablet tablets capsule capsules number approximately around nearly almost drops")


class ValueWithoutUnit:
    """A laboratory value or a dose that is printed without its unit.

    Why it is bad
        A creatinine of 149 is mild in μmol/L and deadly in mg/dL; the reader has to guess.

    Example
        The creatinine was 149 and the C-reactive protein was 88.

    Write instead
        The creatinine was 149 μmol/L and the C-reactive protein was 88 mg/L.

    Source
        ICMJE Recommendations, Preparing a Manuscript, Units of Measurement. One warning for all of them; vital signs,
        scores, ratios and tables are passed over.
    """

    code: ClassVar[str] = "CW315"
    name: ClassVar[str] = "value-without-unit"
    severity: ClassVar[Severity] = "warning"

    def check(self, reading: Reading) -> Iterator[Finding]:
        """One finding for all of them, at the first."""
        places = {  # a name and its short form may both lead to one value
            (place.block, place.end): (place, said)
            for stretch in stretches_with(reading, _FIRST_WORDS)
            for place, said in _bare(reading, stretch)
        }
        if places:
            (first, said), *others = (places[at] for at in sorted(places))
            message = f"{said} has no unit" + (f" (and at least {len(others)} more)" if others else "")
            yield found(self, reading, first, message, "print the unit")
        for passage, match in scan_around(reading, _DOSE, 70, 90, " once", " twice", " thrice", " times "):
            if match["drug"] not in _NO_DRUG:
                message = f"the dose of {match['drug']} {match['number']} has no unit"
                yield found(self, reading, passage, message, "print the unit")


def _bare(reading: Reading, stretch: Stretch) -> Iterator[tuple[Passage, str]]:
    """The values of one sentence that follow their name and have no unit, each with what is said of it."""
    if (
        not stretch.has_digits
        or stretch.block.kind == "table"
        or " | " in stretch.text
        or not factual(stretch.section.role)
    ):
        return
    for name in stretch.names:
        if name.key in _MEASURED and (value := _value(stretch.text, name)):
            start, end = value
            block = stretch.sentence.block
            if _SHARED.match(stretch.block.text, stretch.offset + end) or _has_unit_apart(
                stretch, name, value
            ):
                continue
            if stretch.whose.at(start, end) == "patient" and not of_others(reading, stretch.sentence.index):
                place = Passage(block, stretch.offset + name.start, stretch.offset + end)
                yield place, f"the `{ANALYTES[name.key].name}` of {stretch.text[start:end]}"


def _has_unit_apart(stretch: Stretch, name: Name, at: tuple[int, int]) -> bool:
    """Whether a unit in which the measure is printed stands ahead of the series, at its end, or behind a bracket."""
    start, end = at
    if _AHEAD.search(stretch.text, name.end, start):
        return True  # `LDH (U/L) 410`, and a row of values
    text = stretch.block.text
    behind = [
        match["unit"]
        for pattern in (_BEHIND_BRACKET, _OF_SERIES)
        if (match := pattern.match(text, stretch.offset + end))
    ]
    ahead = [match["unit"] or match["told"] for match in _AHEAD.finditer(stretch.text, 0, name.start)]
    value = Fraction(re.sub(r"[, ]", "", stretch.text[start:end]))
    return any(_is_unit_of(name.key, value, spelling) for spelling in behind + ahead)


def _is_unit_of(key: str, value: Fraction, spelling: str) -> bool:
    """Whether laboratories print the measure in this unit, and patients have such a value in it."""
    unit, analyte = find_unit(spelling) or find_unit(spelling.lower()), ANALYTES[key]
    if unit is None or (key in LIVES and not in_usual(key, value, unit)):
        return False
    charged = unit.dimension == "equivalent/volume" and analyte.valence != 0
    return charged or unit.dimension in {each.dimension for each in analyte.units}


def _value(text: str, name: Name) -> tuple[int, int] | None:
    """Where the bare value of a name starts and ends."""
    match = _VALUE.match(text, name.end)
    if match is None or not is_link(match["gap"]) or in_fluid(text, name.start, name.end, name.key):
        return None
    if _NO_VALUE.search(text, max(0, name.start - 25), name.start) or _NO_VALUE.search(match["gap"]):
        return None
    return match.span("number")
