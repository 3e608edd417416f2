"""Parts that are operated on where the case has another part of the organ ill: `the fourth metatarsal was fixed`."""

from __future__ import annotations

from collections.abc import Iterator

from casewright.check.evidence.people.cases import cases_told
from casewright.check.evidence.places.lesions import KINDS
from casewright.check.evidence.places.operated import is_operated
from casewright.check.evidence.telling.rivals import are_one
from casewright.check.evidence.text.around import words_at
from casewright.check.evidence.words.alternatives import Chosen
from casewright.document.mentions.wordset import words
from casewright.document.reading import Reading

_ELSEWHERE = words(  # a sentence with one of these may tell of a second thing, of an access, or of the past
    "access approach port trocar incision transfer graft flap donor harvested previous previously ago prior history"
    " second another additional also too other both multiple several similar adjacent later subsequently"
)
_REACH = 70  # characters before a part in which an operation on it is named


def operated_elsewhere(reading: Reading, chosen: tuple[Chosen, ...]) -> Iterator[tuple[Chosen, list[Chosen]]]:
    """The parts that are only operated on, with those of their family, all of them ill, where there are but these."""
    if chosen and reading.once(cases_told) > 1:
        return
    families: dict[str, list[Chosen]] = {}
    for each in chosen:
        if each.part == "body":
            families.setdefault(each.family, []).append(each)
    for named in families.values():
        if len({each.value for each in named}) != 2 or not all(each.about for each in named):
            continue
        if any(_is_range(each.value) for each in named) or are_one(*{each.value for each in named}):
            continue
        treated = [each for each in named if _is_operated(reading, each)]
        others = [each for each in named if each not in treated]
        if (
            {each.value for each in treated}.isdisjoint(each.value for each in others)
            and treated
            and others
            and all(_is_ill(reading, each) for each in others)
            and not _are_on_two_sides(reading, (*treated, *others))
            and not any(_is_one_of_several(reading, each, others) for each in treated)
            and not any(_is_one_of_several(reading, each, treated) for each in others)
        ):
            yield treated[0], others


def _are_on_two_sides(reading: Reading, named: tuple[Chosen, ...]) -> bool:
    """Whether some parts are on the left of the body, and others on the right."""
    before = [reading.blocks[each.place.block][1].text[: each.place.start].rstrip().lower() for each in named]
    return len({side for side in ("left", "right") for said in before if said.endswith(side)}) > 1


def _is_range(value: str) -> bool:
    """Whether a value has more than two vertebrae: `C2/T2`."""
    first, _, last = value.partition("/")
    return bool(last) and (first[:1] != last[:1] or int(first[1:]) + 1 != int(last[1:]))


def _is_operated(reading: Reading, each: Chosen) -> bool:
    text = reading.blocks[each.place.block][1].text
    start = max(
        reading.sentences[reading.sentence_at(each.place.block, each.place.start)].start,
        each.place.start - _REACH,
    )
    end = reading.sentences[reading.sentence_at(each.place.block, each.place.start)].end
    behind = text[each.place.start : min(end, each.place.end + 12)]
    return is_operated(text, each.place.end, behind, text[start : each.place.start])


def _is_ill(reading: Reading, each: Chosen) -> bool:
    """Whether the sentence of a part names a lesion."""
    return not words_at(reading, reading.sentence_at(each.place.block, each.place.start)).isdisjoint(KINDS)


def _is_one_of_several(reading: Reading, each: Chosen, others: list[Chosen]) -> bool:
    """Whether the sentence of a part has another part too, or words of a second thing, an access or the past."""
    index = reading.sentence_at(each.place.block, each.place.start)
    said = words_at(reading, index)
    values = frozenset(word for other in others for word in other.value.lower().split())
    return not (said.isdisjoint(_ELSEWHERE) and said.isdisjoint(values))
