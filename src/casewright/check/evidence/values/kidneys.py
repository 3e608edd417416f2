"""Injury of the kidneys and lactic acidosis beside the creatinine and the lactate that are to show them.

An acute kidney injury is a creatinine above the baseline (KDIGO 2012: by 0.3 mg/dL, or half as much again); without a
baseline it is held only against a creatinine that is low for an adult. Lactic acidosis is a lactate above 4 mmol/L by
the usual definition; up to 1.5 mmol/L are healthy.
"""

from __future__ import annotations

from fractions import Fraction

from casewright.check.evidence.text.around import stretches_with
from casewright.check.evidence.values.normality import State
from casewright.document.mentions.model import QuantityMention
from casewright.document.mentions.stretch import Stretch
from casewright.document.mentions.wordset import words
from casewright.document.reading import Reading
from casewright.patterns import lazily

_CUES = words("injury failure insufficiency dysfunction impairment aki lactic lactacidosis")
_ILL = {
    "creatinine": lazily(
        r"\b(?P<ill>(?:acute |severe |progressive )*(?:(?:kidney|renal) (?:injury|failure|insufficiency|dysfunction"
        r"|impairment)|aki))\b[^.;:\d]{0,60}\Z"
    ),
    "lactate": lazily(r"\b(?P<ill>lact(?:ic )?acidosis)\b[^.;:\d]{0,60}\Z"),
}
_SKIPPED = lazily(
    r"\b(?:without|resol\w+|recover\w+|improv\w+|normal\w*|no|not|history|risk|after|before|prevent\w*|chronic|until"
    r"|corrected|but|decreas\w+|fell|dropp\w+|previous|prior|past|known|cleared|from)\b"
)
_BASELINE = lazily(
    r"\b(?:baseline|previous(?:ly)?|usual|before)\b(?: (?:creatinine|value|level|of|was|being|serum)|:|,)* ?"
    r"(?P<figure>\d{1,3}(?:\.\d{1,2})?)"
)
_HENCE = lazily(  # `0.8 mg/dL (baseline 1.1 mg/dL), consistent with acute kidney injury`
    r"[^.;]{0,12}?\)?,? (?:which was |and was )?(?:consistent|compatible|in keeping) with (?:an? )?(?P<ill>(?:acute )"
    r"?(?:kidney|renal) (?:injury|failure)|aki)\b"
)
_LEAST = {"mg/dL": Fraction(80, 100), "umol/L": Fraction(70)}  # creatinine that is low for an adult
_HEALTHY = Fraction(15, 10)  # lactate, mmol/L
_BEFORE, _BEHIND = 120, 60


def ill_organs(reading: Reading) -> dict[tuple[int, int], tuple[str, State]]:
    """The values of creatinine and lactate that cannot be of the illness named before them, by block and place."""
    claims: dict[tuple[int, int], tuple[str, State]] = {}
    stretches = {each.sentence.index: each for each in stretches_with(reading, _CUES)}
    for mention in reading.quantities if stretches else ():
        stretch = stretches.get(mention.sentence)
        if stretch is None or mention.measure not in _ILL or mention.subject != "patient":
            continue
        if named := _named(stretch, mention):
            claims[mention.block, mention.start] = (named, "high")
    return claims


def _named(stretch: Stretch, mention: QuantityMention) -> str:
    """The illness that the words before a value name, and the value is not of; "" for none."""
    at = mention.start - stretch.offset
    if mention.measure == "creatinine" and (behind := _below_baseline(stretch, mention)):
        return behind
    match = _ILL[mention.measure].search(stretch.lower, max(0, at - _BEFORE), at)
    if match is None or _SKIPPED.search(stretch.lower, max(0, match.start() - 30), at):
        return ""
    unit, value = mention.quantity.unit, Fraction(mention.quantity.numbers[0].value)
    if unit is None or mention.quantity.shape != "single" or mention.quantity.comparison:
        return ""
    if mention.measure == "lactate":
        return match["ill"] if unit.code == "mmol/L" and value <= _HEALTHY else ""
    end = mention.end - stretch.offset
    baseline = _BASELINE.search(stretch.lower, end, end + _BEHIND)
    least = _LEAST.get(unit.code, Fraction(0)) if "baseline" not in stretch.words else Fraction(0)
    most = Fraction(baseline["figure"]) if baseline else least
    return match["ill"] if value <= most else ""


def _below_baseline(stretch: Stretch, mention: QuantityMention) -> str:
    """The injury that is concluded from a creatinine behind its baseline, where the baseline is higher; else ""."""
    end = mention.end - stretch.offset
    baseline = _BASELINE.search(stretch.lower, end, end + _BEHIND)
    if baseline is None or Fraction(baseline["figure"]) < Fraction(mention.quantity.numbers[0].value):
        return ""
    hence = _HENCE.match(stretch.lower, baseline.end())
    return hence["ill"] if hence else ""
