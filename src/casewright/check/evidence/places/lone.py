"""Whether one sentence of a case stands alone with its side of the body, where a second side would be told on purpose.

Most cases that name both sides of a part have something on either: two kidneys are measured, two hips replaced, a line
is put into the arm that is well. Within the case a side is held against the other only where one sentence has the one
and several the other, and where no word tells of another time, of a second side, or of a line or drain.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from casewright.check.evidence.places.sided import LOOSE, SHARED, Sided, may_be_of
from casewright.document.mentions.wordset import words
from casewright.document.reading import Reading
from casewright.patterns import lazily

_AGREED = 2  # sentences that must have the one side where a single one has the other
_SOON = 2  # sentences behind that of the illness in which it is operated on
_REACH = 60  # characters on either side of a place within which a line, or another time, is told of it
_PLAIN = words("ear testis breast adrenal thyroid groin shoulder")  # regions that have one illness as a rule
_VESSELS = frozenset(["artery", "vein", "vessel", "carotid"])
_ACCESS = lazily(
    r"\b(?:lines?|catheter\w*|cannul\w*|sheath|drains?|tubes?|stents?|access|punctur\w*|grafts?|flap|donor|harvest\w*"
    r"|port|electrodes?|monitor\w*|tourniquet)\b",
    re.IGNORECASE,
)
_ELSEWHEN = lazily(
    r"\b(?:history|previous\w*|prior|ago|earlier|formerly|had (?:already )?(?:been|undergone|received|had)"
    r"|remaining|remained|residual|new(?:ly)?|further|additional(?:ly)?|incidental\w*|second|another|either|each|also|again|compar\w+|follow\w+|measured|unlike|whereas|while"
    r"|(?:years?|months?) (?:after|ago|before|earlier|follow\w*|later|prior)|(?:after|for|within|over|in) [\w ]{1,12}"
    r" (?:years?|months?))\b",
    re.IGNORECASE,
)
_OPPOSITE = lazily(r"\b(?:bilateral\w*|contralateral\w*|opposite|both|other side|each|other(?= \w))\b")


def is_lone(reading: Reading, one: Sided, rival: Sided, sided: Sequence[Sided]) -> bool:
    """Whether of two places of the case one has its side alone, and all others of the thing have the other side."""
    alike = [each for each in sided if not each.sound and _of_one_thing(one, each)]
    here = {each.sentence for each in alike if each.side == one.side}
    there = {each.sentence for each in alike if each.side == rival.side}
    here.add(one.sentence)
    there.add(rival.sentence)
    if here & there or min(len(here), len(there)) > 1:
        return False
    if max(len(here), len(there)) < _AGREED and not (_is_taken_up(one, rival) or _is_the_same(one, rival)):
        return False
    if not (one.head | rival.head).isdisjoint(_VESSELS) and not _have_in_common(one, rival):
        return False
    lone = one if len(here) == 1 else rival
    return not (lone.subject or _goes_over(lone, sided) or _is_on_purpose(reading, lone))


def is_two_sided(one: Sided, sided: Sequence[Sided]) -> bool:
    """Whether the case tells of the thing of a place on either side, in two sentences or more on each."""
    alike = [each for each in sided if each.part == "body" and _of_one_thing(one, each)]
    told = [{each.sentence for each in alike if each.side == side} for side in ("left", "right")]
    return min(map(len, told)) >= _AGREED


def _of_one_thing(one: Sided, other: Sided) -> bool:
    """Whether two places name one part or region of the body."""
    return not (one.head - LOOSE - SHARED).isdisjoint(other.head) or bool(
        one.region and one.region == other.region
    )


def _is_taken_up(one: Sided, rival: Sided) -> bool:
    """Whether the sentence behind that of the illness operates on the other side, or examines it alone."""
    first, then = sorted((one, rival), key=lambda each: each.place)
    operated = then.treated and not first.treated
    examined = one.region == rival.region and one.region in _PLAIN
    return then.sentence - first.sentence <= (_SOON if operated else 1) and (operated or examined)


def _is_the_same(one: Sided, rival: Sided) -> bool:
    """Whether two places name one thing by the same words, more than one: `facial droop`, in two paragraphs."""
    operated = one.treated and rival.treated
    return (
        one.head == rival.head and len(one.head) > 1 and one.place.block != rival.place.block and not operated
    )


def _have_in_common(one: Sided, rival: Sided) -> bool:
    """Whether more than the name of a vessel is told of both: a stenosis of either."""
    return bool((one.words | one.head) & (rival.words | rival.head) - (one.head & rival.head))


def _goes_over(lone: Sided, sided: Sequence[Sided]) -> bool:
    """Whether the sentence before or behind begins with the same thing on the other side: one tells of both in turn."""
    return any(
        each.subject
        and each.side != lone.side
        and abs(each.sentence - lone.sentence) == 1
        and each.place.block == lone.place.block
        and each.head & lone.head
        for each in sided
    )


def _is_on_purpose(reading: Reading, lone: Sided) -> bool:
    """Whether the sentence of a place, or one beside it, says why another side is told of there."""
    block, index = lone.place.block, lone.sentence
    text, sentence = reading.blocks[block][1].text, reading.sentences[index]
    span = max(sentence.start, lone.place.start - _REACH), min(sentence.end, lone.place.end + _REACH)
    if _ACCESS.search(text, *span) or _ELSEWHEN.search(text, *span):
        return True
    beside = [each for each in reading.sentences[max(0, index - 1) : index + 2] if each.block == block]
    opposite = _OPPOSITE.finditer(text.lower(), beside[0].start, beside[-1].end)
    return any(may_be_of(match, lone.region) for match in opposite)
