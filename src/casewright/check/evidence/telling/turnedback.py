"""Figures behind a word of change that lie on the wrong side of the figure told last of the same thing.

`The gradient was 2 mmHg ... it decreased to 3 mmHg`. The thing is an analyte, or what the words beside the change name:
another figure, told between the two and not understood, may explain the change.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from casewright.check.evidence.telling.slots import Slot, slots, value_of
from casewright.check.evidence.text.around import places_of_words, stretches_with
from casewright.check.evidence.text.episodes import another_episode
from casewright.check.evidence.text.parts import of_patient, part_at
from casewright.check.evidence.values.changes import DOWN, UP, is_before
from casewright.check.evidence.words.wording import STOP, stem
from casewright.document.mentions.model import QuantityMention
from casewright.document.mentions.stretch import Stretch
from casewright.document.mentions.wordset import plain_words, words
from casewright.document.reading import Reading
from casewright.patterns import lazily
from casewright.quantity.analytes import ANALYTES

_CHANGING = words(
    "increased increase increasing rose risen rising climbed raised raise decreased decrease decreasing fell fallen"
    " falling dropped drop dropping declined decline declining reduced reduction diminished tapered lowered improved"
)
_LEADS = lazily(
    rf".*\b(?:(?P<up>(?!elevat){UP}|raised?)|(?P<down>{DOWN}))\b(?P<of>[^.;:()\d]{{0,50}}?)"
    r"\b(?:to|as (?:high|low) as)(?: (?:about|approximately|only|around|an? \w+ of))?\s?\Z",
    re.IGNORECASE | re.DOTALL,
)
_ENDING = ("to ", "as ", "about ", "approximately ", "only ", "around ", "of ")  # with what such words end
_CLAUSE = lazily(r"[.;:,()]| (?:and|but|while) ")
_ENDED = lazily(  # of the thing, between the two and without a figure
    r"\b(?:normali[sz]\w+|resolved|returned to (?:normal|baseline)|withdrawn|discontinued|stopped)\b",
    re.IGNORECASE,
)
_REACH = 110  # characters before a figure in which its change and its thing are named
_BESIDE = 5  # tokens between a figure and the name of its thing
_FEW = 4  # sentences that may have the name of a thing
_SHARE = 8  # and of so many in a long report, one
_LEVELS = words(
    "level levels value values score scores rate rates dose dosage doses concentration measurement measurements"
    " count counts total serum plasma maximum further gradually slowly rapidly again then also order"
)
_NO_NAMES = STOP | _LEVELS | _CHANGING
_TIMES = frozenset(("year", "month", "week", "day", "hour", "min"))
_BEYOND_SCORES = 1000


class TurnedBack(NamedTuple):
    """A figure with its word of change, and the figure told last of the same thing."""

    word: str
    figure: Slot | QuantityMention
    before: Slot | QuantityMention


def turned_back(reading: Reading) -> Iterator[TurnedBack]:
    """The figures that rose to less, or fell to more, than the one told last."""
    for stretch in stretches_with(reading, _CHANGING):
        for slot in slots(reading, stretch) if _tells(reading, stretch) else ():
            offset = slot.start - slot.stretch.offset
            lead = stretch.text[max(0, offset - _REACH) : offset]
            match = _LEADS.match(lead) if lead.endswith(_ENDING) else None
            if match is None or not _is_plain(reading, slot) or is_before(lead):
                continue
            begin = match.start("up" if match["up"] else "down")
            names = _CLAUSE.split(lead[:begin])[-1] + match["of"]
            thing = _thing(reading, names)
            before = _told_last(reading, slot, thing, offset - len(lead) + begin)
            if before is None:
                continue
            wrong = before.values > slot.values if match["up"] else before.values < slot.values
            if wrong and not _begins_anew(reading, before, slot, thing):
                word = match["up"] or match["down"]
                yield TurnedBack(word, _as_read(reading, slot), _as_read(reading, before))


def _tells(reading: Reading, stretch: Stretch) -> bool:
    """Whether a sentence tells the course of the patient."""
    return (
        stretch.block.kind == "paragraph"
        and part_at(reading, stretch.sentence.block) == "body"
        and of_patient(reading, stretch.sentence.index)
    )


def _is_plain(reading: Reading, slot: Slot) -> bool:
    """Whether a figure is one number, of no time, no limit and no year."""
    if len(slot.values) != 1 or slot.nth or not _TIMES.isdisjoint(slot.things[:1]) or slot.is_number_of:
        return False
    mention = value_of(reading, slot)
    if mention is None:
        return slot.counted and not (slot.things == ("score",) and slot.values[0] > _BEYOND_SCORES)
    return mention.quantity.comparison == ""


def _as_read(reading: Reading, slot: Slot) -> Slot | QuantityMention:
    """A figure with the whole of its unit, where that was read."""
    return value_of(reading, slot) or slot


def _thing(reading: Reading, named: str) -> frozenset[str]:
    """The words beside a change by which its thing is known: those that few sentences have."""
    places, most = reading.once(places_of_words), max(_FEW, len(reading.stretches) / _SHARE)
    names = (word for word in plain_words(named.lower()) if len(word) > 2 and word not in _NO_NAMES)
    return frozenset(word for word in names if len(places.get(word, ())) <= most)


def _told_last(reading: Reading, slot: Slot, thing: frozenset[str], end: int) -> Slot | None:
    """The last figure of the same thing before a change, which begins at character `end` of its sentence."""
    mention = value_of(reading, slot)
    analyte = mention.measure if mention and mention.measure in ANALYTES else ""
    if analyte:
        at = {each.sentence for each in reading.quantities if each.measure == analyte}
        earlier = [each for each in reading.stretches if each.sentence.index in at]
    else:
        earlier = stretches_with(reading, thing)
    stems = frozenset(map(stem, thing))
    for stretch in reversed(earlier):
        if stretch.sentence.index > slot.stretch.sentence.index or not _tells(reading, stretch):
            continue
        for each in reversed(slots(reading, stretch)):
            if stretch is slot.stretch and each.start - stretch.offset >= end:
                continue
            if _is_plain(reading, each) and _is_of_one(reading, slot, each, analyte, stems):
                return each
    return None


def _is_of_one(reading: Reading, slot: Slot, other: Slot, analyte: str, stems: frozenset[str]) -> bool:
    """Whether two figures are of one thing, in one unit."""
    one, two = (value_of(reading, each) for each in (slot, other))
    if (one is None) != (two is None) or slot.counted != other.counted:
        return False
    if one and two and (one.quantity.unit != two.quantity.unit or one.measure != two.measure):
        return False
    if slot.counted and slot.things[:1] != other.things[:1]:
        return False
    if analyte:
        return one is not None and two is not None and one.of == two.of
    before = other.tokens[max(0, other.index - _BESIDE) : other.index]
    behind = other.tokens[other.index + 1 : other.index + 3]  # `a 2.3 mL pseudoaneurysm`
    return not stems.isdisjoint([*_as_far_as_figure(before[::-1]), *_as_far_as_figure(behind)])


def _as_far_as_figure(tokens: tuple[str, ...]) -> Iterator[str]:
    for token in tokens:
        if token.startswith("#"):
            return
        yield token


def _begins_anew(reading: Reading, before: Slot, slot: Slot, thing: frozenset[str]) -> bool:
    """Whether something between two figures explains that the one does not go on from the other."""
    mention = value_of(reading, slot)
    is_dose = mention is not None and mention.measure == "dose"
    first, last = before.stretch.sentence.index, slot.stretch.sentence.index
    ended = (
        first <= each.sentence.index <= last and _ENDED.search(each.text) is not None
        for each in stretches_with(reading, thing)
    )
    return any(ended) or (not is_dose and another_episode(reading, before.block, slot.block))
