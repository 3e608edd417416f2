"""One side named twice where two are meant: `both left and left kidneys`, `3 mm on the left and 5 mm on the left`.

The names of both sides stand side by side, or each behind (or before) a value of one kind, with one organ, of which
there are two, or none between the side and what follows it; or `while` parts what is normal from what is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from casewright.check.evidence.places.sided import Sided, sides
from casewright.check.evidence.text.around import words_at
from casewright.check.evidence.text.passage import Passage
from casewright.document.mentions.wordset import words
from casewright.document.reading import Reading
from casewright.patterns import lazily

_VALUE = (
    r"(?:only |about |approximately )?\d+(?:\.\d+)?(?P<over>\s?/\s?\d+(?:\.\d+)?)?"
    r"\s?(?P<unit>%|°|[a-zA-Z]{1,5}(?:/[a-zA-Z]{1,3})?)?"
)
_AT = r"(?:in|on|at|for|of|over) (?:the |his |her )?"
_PAIR = r",? (?:and|but|versus|vs\.?|while|whereas|as compared (?:with|to)|compared (?:with|to)) "
_JOINED = lazily(rf",? (?:and|or|and/or) (?:{_AT})?(?:the |his |her )?")
_BEFORE = lazily(rf"(?<![\w.,/]){_VALUE} {_AT}\Z")
_BETWEEN = lazily(rf"{_PAIR}(?:was |were |of |to )?{_VALUE} {_AT}")
_FOLLOWED = lazily(  # `the left ear 60 dB and the left ear 25 dB`
    rf"(?: was|:| =)? {_VALUE}(?:,|;|,? and|,? but) (?:in |on |at )?(?:the )?"
)
_BEHIND = lazily(rf"(?: was|:| =)? {_VALUE}(?=[.,;)]|\Z)")
_END = lazily(
    r"\s?(?:[.,;:)\[(]|(?:was|were|is|are|showed|revealed|had|with|for|in|on|at|since|respectively)\b|\Z)"
)
_PAIRED = words(  # of which there is one on each side
    "eye eyes ear ears pupil pupils hand hands foot feet arm arms leg legs ankle ankles knee knees hip hips wrist"
    " wrists elbow elbows shoulder shoulders limb limbs extremity extremities side kidney kidneys testis testicle"
    " ovary ovaries cornea retina"
)
_CONTRAST = lazily(r",? (?:while|whereas) ")
_WORSE = lazily(  # `normal on the left side and reduced on the left side`
    r",? (?:and|but) (?:was |were )?(?:reduced|absent|diminished|decreased|weak|abnormal|impaired|increased|brisk"
    rf"|raised) {_AT}"
)
_SOUND = lazily(r"\b(?<!not )(?:normal|unremarkable|intact|unaffected|healthy)\b")
_OF_TWO_TIMES = words(
    "day days week weeks month months year years hour hours later after before then again initially previously previous"
    " admission discharge postoperative postoperatively preoperative follow"
)
_OF_EITHER = words("bilateral bilaterally other contralateral opposite corrected anterior fundus segment")
_LEVELS = ("upper", "lower")  # `pain in the right and right upper abdomen`
_TOWARDS = lazily(r"\b(?:to|towards?|on) the \Z")  # `a bulge to the right and right cord palsy`: two findings
_REACH = 30  # characters before a side in which its value stands


class Doubled(NamedTuple):
    """The two names of one side, the second of which should be the other's."""

    side: str
    thing: str
    first: Passage
    second: Passage


def doubled(reading: Reading) -> Iterator[Doubled]:
    """The pairs of names of one side where both sides are meant."""
    for one, other in pairwise(reading.once(sides)):
        if one.sentence == other.sentence and one.side == other.side:
            text = reading.blocks[one.place.block][1].text
            if _are_both_meant(text, one.place, other.place) or _are_contrasted(reading, one, other):
                yield Doubled(one.side, _thing(text, other.place), one.place, other.place)


def _are_both_meant(text: str, one: Passage, other: Passage) -> bool:
    first, second = _thing(text, one), _thing(text, other)
    between = text[one.end : other.start]
    if _JOINED.fullmatch(between):
        if not first and _TOWARDS.search(text, max(0, one.start - _REACH), one.start):
            return False
        whole = first == second and _END.match(text, other.end) is not None
        return bool(second) and (whole if first else not second.startswith(_LEVELS))
    return first == second and (not first or first in _PAIRED) and _have_values(text, one, other, between)


def _are_contrasted(reading: Reading, one: Sided, other: Sided) -> bool:
    """Whether a sentence has one organ of a pair normal at one name and ill at the other, parted by `while`."""
    sentence = reading.sentences[one.sentence]
    text = reading.blocks[one.place.block][1].text
    between = text[one.place.end : other.place.start]
    thing = _thing(text, one.place)
    if thing != _thing(text, other.place) or (thing and thing not in _PAIRED):
        return False
    if not words_at(reading, one.sentence).isdisjoint(_OF_TWO_TIMES | _OF_EITHER):
        return False
    if _WORSE.fullmatch(between):
        return _SOUND.search(text, max(0, one.place.start - _REACH), one.place.start) is not None
    parted = _CONTRAST.search(between)
    if parted is None or ";" in between:
        return False
    cut = one.place.end + parted.start()
    return (_SOUND.search(text, sentence.start, cut) is None) != (
        _SOUND.search(text, cut, sentence.end) is None
    )


def _have_values(text: str, one: Passage, other: Passage, between: str) -> bool:
    """Whether each of two names stands behind, or before, a value of one kind."""
    before = _BEFORE.search(text, max(0, one.start - _REACH), one.start)
    if before:
        return _are_of_one_kind(before, _BETWEEN.fullmatch(between))
    return _are_of_one_kind(_FOLLOWED.fullmatch(between), _BEHIND.match(text, other.end))


def _are_of_one_kind(one: re.Match[str] | None, other: re.Match[str] | None) -> bool:
    """Whether two values are printed in one unit, both or neither as a fraction."""
    if one is None or other is None:
        return False
    return one["unit"] == other["unit"] and (one["over"] is None) == (other["over"] is None)


def _thing(text: str, place: Passage) -> str:
    """What is on a side, as printed, in small letters."""
    said = " ".join(text[place.start : place.end].lower().replace("-", " ").split()[1:])
    return said.removeprefix("sided ").removeprefix("sided").removeprefix("side").strip()
