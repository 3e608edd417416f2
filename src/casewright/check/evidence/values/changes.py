"""Words of change that lead to a figure, and whether it must then be more or less than the figure before."""

from __future__ import annotations

import re

from casewright.patterns import lazily

UP = (
    r"increas(?:ed|es|ing|e)|rose|risen|rising|rises?|climb(?:ed|ing|s)?|elevated"
    r"|(?:went|gone|came|go(?:es)?) (?:back )?up|jump(?:ed|ing)|surged|soared|doubled|tripled"
    r"|enlarged|grew|grown|growing"
)
DOWN = (
    r"decreas(?:ed|es|ing|e)|fell|fallen|falling|falls?|dropp(?:ed|ing)|drops?|declin(?:ed|es|ing|e)|reduc(?:ed|tion)"
    r"|(?:went|gone|came|go(?:es)?) (?:back )?down|diminish(?:ed|ing)|shr[aiu]nk|shrunken|shrinking|tapered"
    r"|regress(?:ed|ion(?= (?:of|in) ))"
    r"|slow(?:ed|ing)|plummeted|plunged|halved|sank|sunk|lowered"
)
_TO = lazily(
    rf"\b(?:(?P<up>{UP})|(?P<down>{DOWN})|(?P<better>improv(?:ed|es|ing|ement)|recovered"
    r"|correct(?:ed|ing)?))\b[^.;:()\d]{0,30}?"
    r"\bto\b[^.;:()\d]{0,12}\Z",
    re.IGNORECASE,
)
# `rose from 9.4 × 10^9/L to 1.2 × 10^9/L`: the first of the two is the value before
_BEGUN = lazily(
    rf"\b(?:(?P<up>{UP})|(?P<down>{DOWN}))\b[^.;:()\d]{{0,25}}?\sfrom\s\d[^;()]{{1,20}}\sto\s\Z",
    re.IGNORECASE,
)
# `This was a drop from a recent haemoglobin of 12 g/dL`
_FROM = lazily(
    r"\b(?:(?P<up>rise|increase|improvement)|(?P<down>drop|fall|decrease|decline))\sfrom\s[^.;:()\d]{0,45}\Z"
)
# `an improved LVEF of 40%`, `recovery of left ventricular function with an estimated EF of 40%`
_BETTER_OF = lazily(
    r"\b(?P<better>improv(?:ed|ing|ement)|recover(?:y|ed|ing))\b[^.;:()\d]{0,75}?\b(?:of|to|at)"
    r"(?: about| approximately| around| only)?\s\Z"
)
# `her hemoglobin improved (9 g/dL)`: behind a verb, for what is called `increased (9 g/dL)` is so as a state
_IN_BRACKETS = lazily(
    r"\b(?:(?P<up>rose|climbed|went up)|(?P<down>fell|dropped|declined|went down)"
    r"|(?P<better>improv(?:ed|es|ing)|recovered))(?:\s[a-z]+ly)?\s\((?:to\s)?\Z"
)
_BETTER_SIGN = ("mprov", "ecover")
_HOWEVER = lazily(r"\b(?:but|although|though|despite|however|except|while|whereas|not|without|no)\b")
_BEFORE = lazily(
    rf"\b(?:had(?!\s(?:also\s|then\s|further\s|now\s)?(?:{UP}|{DOWN}|improved|recovered)\b)|previously|prior|before"
    r"|initially|baseline|at first|earlier|ago)\b",
    re.IGNORECASE,
)
_ASIDE = lazily(r"\([^()]{0,40}\)")
_NEAR = 70  # characters before a value
_UPWARD = {  # what improves when it rises
    "ejection_fraction", "oxygen_saturation", "gcs", "hemoglobin", "hematocrit", "platelets", "albumin", "egfr", "po2",
    "mmse", "urine_output",
}  # fmt: skip
_DOWNWARD = {
    "creatinine", "crp", "bilirubin_total", "bilirubin_direct", "lactate", "procalcitonin", "urea", "urea_nitrogen",
    "alt", "ast", "ldh", "ck", "troponin", "d_dimer", "esr", "nihss", "pain_score", "inr", "hba1c",
}  # fmt: skip


def way_of(text: str, measure: str) -> tuple[str, int]:
    """The word of change that leads to the value of a measure behind a text, and whether it must be more (1) or less.

    An improvement has a way only where better is known to be more or less; 0 is no way, -1 less.
    """
    if text.endswith(("(", "(to ")):
        match = _IN_BRACKETS.search(text[-_NEAR:])
        return _toward(match, measure) if match is not None and not is_before(text) else ("", 0)
    if " to " not in text[-20:] and " from " not in text:
        return _better(text, measure)
    match = _TO.search(text) or _BEGUN.search(text)
    turned = match is None
    match = match or _FROM.search(text)
    if match is None:
        return "", 0
    groups = match.groupdict()
    if is_before(text):
        return next(each for each in groups.values() if each), 0
    if groups.get("better"):
        return f"{groups['better']} to", _betterment(measure)
    word = groups["up"] or groups["down"]
    return f"{word} {'from' if turned else 'to'}", (1 if groups["up"] else -1) * (-1 if turned else 1)


def _toward(match: re.Match[str], measure: str) -> tuple[str, int]:
    """The word of a change, and its way."""
    if match["better"]:
        return match["better"], _betterment(measure)
    return (match["up"], 1) if match["up"] else (match["down"], -1)


def _better(text: str, measure: str) -> tuple[str, int]:
    """The same where a word of improvement stands before the name of the value: `an improved LVEF of`."""
    way = _betterment(measure)
    if not way or not any(sign in text for sign in _BETTER_SIGN):
        return "", 0
    match = _BETTER_OF.search(_ASIDE.sub("", text).replace("  ", " "))
    if match is None or _HOWEVER.search(match[0]) or is_before(text):
        return "", 0
    return match["better"], way


def _betterment(measure: str) -> int:
    return (measure in _UPWARD) - (measure in _DOWNWARD)


def is_before(text: str) -> bool:
    """Whether a change is told to have come before what was told last: `had previously fallen to`."""
    return _BEFORE.search(_ASIDE.sub("", text[-_NEAR:])) is not None
