"""Measures that are called normal, high or low where no value of them stands: `the raised creatinine`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from casewright.check.evidence.text.around import stretches_with
from casewright.check.evidence.values.normality import State
from casewright.document.mentions.names import Name
from casewright.document.mentions.stretch import Stretch
from casewright.document.mentions.wordset import words
from casewright.document.reading import Reading
from casewright.patterns import lazily

_STATES: dict[str, State] = {
    "normal": "normal", "elevated": "high", "raised": "high", "high": "high", "low": "low", "reduced": "low",
    "suppressed": "low", "preserved": "normal", "unremarkable": "normal", "within": "normal",
}  # fmt: skip
NAMED_SIGNS = words(" ".join(_STATES))
# `the high platelet count`, `normal serum calcium`: a word of state before a name
_BEFORE = lazily(
    r"\b(?P<state>normal|elevated|raised|high|low|reduced)\s(?:(?:serum|plasma|blood|total|arterial)\s)?\Z",
    re.IGNORECASE,
)
# `calcium was normal`: a word of state behind it
_BEHIND = lazily(
    r"(?:\s(?:levels?|counts?|concentrations?|values?))?\s(?:was|were)\s(?:also\s|still\s|thus\s|therefore\s"
    r"|found to be\s)?"
    r"(?:markedly\s|clearly\s|mildly\s|slightly\s|significantly\s|moderately\s|severely\s|extremely\s)?"
    r"(?P<state>normal|elevated|raised|high|low|reduced|suppressed|preserved|unremarkable"
    r"|within(?= (?:the )?(?:normal|reference) (?:limits?|ranges?)))"
    r"(?: (?:the )?(?:normal|reference) (?:limits?|ranges?))?"
    r"(?=[.,;)]|\sand\s|\son\s(?:room air|admission|arrival|presentation)|\sat\s(?:admission|presentation))",
    re.IGNORECASE,
)
_VALUE = lazily(  # what follows a name that stands for the value, and for nothing else that is called after it
    r"(?:\s(?:levels?|counts?|concentrations?|values?))?(?=[.,;:)]|\Z"
    r"|\s(?:was|were|is|had|has|and|but|she|he|which|that|the|could|did|made|led|seemed|suggest\w*|point\w*|prompt\w*"
    r"|confirm\w*|in (?:this|our|his|her)|as (?:a|an|the)|by)\b)"
)
_NEGATED = lazily(
    r"\b(?:not|no|never|without|neither|nor|if|or|although|despite|otherwise|nearly|almost|ab|slightly|mildly|high|low)[\s-](?:\w+\s)?\Z",
    re.IGNORECASE,
)


_LISTED = lazily(
    r"(?:\s?,|,? and|\s?,? as well as)\s(?:serum\s|plasma\s|the\s)?\Z"
)  # between two names of one list


class NamedState(NamedTuple):
    """A state that is said of a measure at characters `start` to `end` of a block."""

    start: int
    end: int
    word: str
    state: State
    measure: str


def named_states(reading: Reading) -> dict[int, tuple[NamedState, ...]]:
    """Every such state, by sentence."""
    return reading.once(_named_states)


def _named_states(reading: Reading) -> dict[int, tuple[NamedState, ...]]:
    found = {}
    for stretch in stretches_with(reading, NAMED_SIGNS):
        if states := tuple(_in(stretch)):
            found[stretch.sentence.index] = states
    return found


def _in(stretch: Stretch) -> Iterator[NamedState]:
    names = stretch.names
    for number, name in enumerate(names):
        match = _BEFORE.search(stretch.text, max(0, name.start - 24), name.start)
        if match is not None and not _VALUE.match(stretch.text, name.end):
            continue
        match = match or _BEHIND.match(stretch.text, _last_of_list(stretch.text, names[number:]).end)
        if match is None or _NEGATED.search(stretch.text, 0, min(name.start, match.start("state"))):
            continue
        yield _state(stretch, name, match)


def _last_of_list(text: str, names: Sequence[Name]) -> Name:
    """The name with which a list of names ends: CA 19-9 of `CEA and CA 19-9 were normal`."""
    last = names[0]
    for name in names[1:]:
        if not _LISTED.match(text, last.end, name.start):
            break
        last = name
    return last


def _state(stretch: Stretch, name: Name, match: re.Match[str]) -> NamedState:
    start, end = min(name.start, match.start("state")), max(name.end, match.end("state"))
    state = _STATES[match["state"].lower()]
    return NamedState(stretch.offset + start, stretch.offset + end, stretch.text[start:end], state, name.key)
