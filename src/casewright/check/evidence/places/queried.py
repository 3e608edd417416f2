"""Sides of the body about which to ask the author: one place against all others, without proof that it is wrong.

What `sides` holds for a contradiction may rest on no word that is at home with a second side: most slips stand beside
one. Here words of another time or thing are let pass, and it counts how the places stand: the thing of a place is on
the other side wherever else it is told, and neither in its own sentence nor in the next. In 1,700 published texts one
in 19 has such a place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from casewright.check.evidence.people.cases import cases_told
from casewright.check.evidence.places.likeness import alike, rarities, total
from casewright.check.evidence.places.sided import LOOSE, SHARED, Sided, sides
from casewright.document.reading import Reading
from casewright.patterns import lazily

Why = Literal["thing", "body", "words"]

_LEADING = len("The ")  # characters before a side with which its sentence begins
_ALIKE = 2.0  # likeness of two places of a chamber of the heart, or where this side is told elsewhere, too
_CLEAR = 1.0  # by how much places of the same side must be less like
_SO_LIKE = 4.0  # likeness with which the sentence before or behind is no turn to the other side
_BODY = 3  # sentences that have all that is told on one side, against a place of something else on the other
_PAIRED = ("eye",)  # regions that are examined one by one, whatever the illness
_CROSSED = ("half of the body", "skull")  # the brain rules the other side
_NO_SIDE = lazily(
    r"left (?:the|him|her|us|home|in|untreated|against|for|to|with|hospital|\w+ hospital)\b"
    r"|right (?:above|below|after|before|behind|away|now|next)\b",
    re.IGNORECASE,
)
_ACCESS = lazily(
    r"\b(?:catheter|cannul|sheath|access\b|punctur|central line)", re.IGNORECASE
)  # where there is room
_ASIDE = lazily(  # what is done or found on either side, or was before, in a patient who is ill on one
    r"\b(?:lines?|catheter\w*|cannul\w*|sheath|drains?|tubes?|access|punctur\w*|grafts?|flaps?|donor|harvest\w*|port"
    r"|electrodes?|monitor\w*|radial|jugular|subclavian|femoral|axis|shift\w*|shunt|hypertroph\w+|ventric\w+|atri\w+"
    r"|heart|decubitus|position\w*|normal|unremarkable|patent|intact|transplant\w*|history|ago|previous\w*"
    r"|(?:19|20)\d\d|months? before|both|bilateral\w*|weak\w*|\w*pare\w+|\w*pleg\w+)\b",
    re.IGNORECASE,
)


class Asked(NamedTuple):
    """A place whose side is to be asked about, the likest of the other side, and why they are held together."""

    here: Sided
    there: tuple[Sided, ...]
    why: Why
    sentences: int  # that have the other side
    strength: float


def asked(reading: Reading) -> tuple[Asked, ...]:
    """The places whose side is to be asked about, the best founded first; each place is of one pair at most."""
    told: set[Sided] = set()
    kept: list[Asked] = []
    for each in sorted(_all(reading), key=lambda each: -each.strength):
        if told.isdisjoint((each.here, *each.there)):
            kept.append(each)
            told |= {each.here, *each.there}
    return tuple(kept)


def _all(reading: Reading) -> Iterator[Asked]:
    if reading.once(cases_told) > 1:
        return
    sided = [each for each in reading.once(sides) if reading.blocks[each.place.block][1].kind != "table"]
    told = [each for each in sided if each.ours]
    if len({each.side for each in told}) == 1:
        return
    rarity = rarities(reading, told)
    for one in told:
        if not _may_be_asked(reading, one):
            continue
        others = [each for each in told if each.sentence != one.sentence]
        like = {each: _likeness(one, each, rarity) for each in others}
        named_with = any(
            each.sentence == one.sentence and each.side != one.side and _is_one_thing(one, each)
            for each in told
        )
        question = (None if named_with else _of_thing(one, like) or _of_words(one, like)) or _of_body(
            reading, one, others
        )
        if question is not None:
            yield question


def _may_be_asked(reading: Reading, one: Sided) -> bool:
    """Whether a place is no second side as such: it does not begin its sentence, and is no legend's or catheter's."""
    begins = one.place.start - reading.sentences[one.sentence].start <= _LEADING
    block, sentence = reading.blocks[one.place.block][1], reading.sentences[one.sentence]
    if begins or one.both or block.kind == "legend" or _NO_SIDE.match(block.text, one.place.start):
        return False
    return _ACCESS.search(block.text, sentence.start, sentence.end) is None


def _of_thing(one: Sided, like: dict[Sided, float]) -> Asked | None:
    """All other sentences with the thing of a place have it on the other side, and none of them is beside it."""
    thing = [each for each in like if _is_one_thing(one, each)]
    against = sorted((each for each in thing if each.side != one.side), key=lambda each: -like[each])
    if not against or len(against) < len(thing) or one.region in _PAIRED:
        return None
    likeness = like[against[0]]
    if likeness < (
        _SO_LIKE if abs(against[0].sentence - one.sentence) == 1 else 0.0 if one.about else _ALIKE
    ):
        return None
    return _asked(one, against, "thing", likeness)


def _of_words(one: Sided, like: dict[Sided, float]) -> Asked | None:
    """A place of another paragraph with the other side is told in like words, and none so like with this side."""
    against = [each for each in like if each.side != one.side and each.place.block != one.place.block]
    if not against or not one.about:
        return None
    rival = max(against, key=lambda each: like[each])
    same = max((like[each] for each in like if each.side == one.side), default=0.0)
    return _asked(one, [rival], "words", like[rival]) if like[rival] >= max(_ALIKE, same + _CLEAR) else None


def _of_body(reading: Reading, one: Sided, others: Sequence[Sided]) -> Asked | None:
    """All else that the report tells of a side is on the other one, in several sentences."""
    against = [each for each in others if each.about]
    if (
        any(each.side == one.side for each in against)
        or not (one.about and one.head)
        or one.region in _CROSSED
    ):
        return None
    if len({each.sentence for each in against}) < _BODY:
        return None
    sentence = reading.sentences[one.sentence]
    text = reading.blocks[one.place.block][1].text
    if _ASIDE.search(text, sentence.start, sentence.end):
        return None
    return _asked(one, against, "body", 0.0)


def _asked(one: Sided, against: Sequence[Sided], why: Why, likeness: float) -> Asked:
    sentences = len({each.sentence for each in against})
    return Asked(one, tuple(against[:2]), why, sentences, likeness + sentences)


def _is_one_thing(one: Sided, other: Sided) -> bool:
    """Whether two places name one region of the body, or, where the first is of none, one part."""
    if one.region:
        return one.region == other.region
    return not (one.head - LOOSE - SHARED).isdisjoint(other.head)


def _likeness(one: Sided, other: Sided, rarity: dict[str, float]) -> float:
    """How like two places are told: also by the words around alone, where they are of one region."""
    likeness = total(alike(one, other, rarity))
    if not likeness and one.region and one.region == other.region:
        return sum(rarity[word] for word in (one.words | one.head) & (other.words | other.head))
    return likeness
