"""Words that every telling of the case has beside the same word, but for one telling that has another there.

`Six cycles of cisplatin and etoposide` in the abstract, the case and the legend, `cisplatin and paclitaxel` in the
discussion: what so many tellings agree on is settled, and need not be told in sentences that are otherwise alike.
"""

from __future__ import annotations

from collections.abc import Iterator

from casewright.check.evidence.telling.turned import (
    SIDE,
    Placed,
    Turned,
    asked_of_all,
    every_turn,
    stands_alone,
)
from casewright.check.evidence.text.parts import of_patient
from casewright.check.evidence.words.contraries import SCALES
from casewright.check.evidence.words.opposites import Turn, turns
from casewright.document.mentions.stretch import Stretch
from casewright.document.mentions.wordset import words
from casewright.document.reading import Reading
from casewright.patterns import lazily

_SETTLED = 2  # tellings that have a word beside another, from which its rival in a third is a slip
_MANY = 24  # places of such words, of which none is an exception any more
_CASE = ("case", "text")
_ELSE = words(  # a sentence with one of these may tell of another time, of another thing, or of what was thought
    "initial initially previous previously prior history ago former formerly earlier before suspected presumed"
    " considered differential misdiagnosed later subsequently again repeat repeated interim should may can could"
    " another also second other contralateral opposite both bilateral additional respectively versus compared unlike"
    " instead rather converted conversion planned attempted changed switched replaced transition"
    " denied excluded normal unremarkable intact"
)
_SPARED = words("not never normal unremarkable intact contralateral opposite healthy unaffected")
_DENIED = lazily(r"\b(?:no|not|without|absence of|nor)\b[^,;.]{0,40}\Z")  # in small letters
_REACH = 60  # characters before a word in which it may be denied
_PARTS = (
    4  # values of a scale beyond which it lists parts of the body, of which a patient may have several ill
)
_STATES = words(  # which change in a course, so that another telling may mean another day
    "increased increase improved improvement gain febrile conscious stable symptomatic continent normal painful tender"
    " bradycardia constipation acidosis hypotension leukocytosis thrombocytosis hypoglycemia hypokalemia hyponatremia"
    " hypocalcemia thickened dilated pinpoint intact hard"
)
_CHANGING = frozenset(
    str(number)
    for number, line in enumerate(SCALES)
    if not _STATES.isdisjoint(line.replace("|", " ").split())
)
_LISTING = frozenset(str(number) for number, line in enumerate(SCALES) if len(line.split()) > _PARTS)


def settled(reading: Reading) -> Iterator[Turned]:
    """The words that one telling has where two others or more have another, each with a sentence of those."""
    groups: dict[tuple[str, str, bool], list[Placed]] = {}
    spread: dict[tuple[str, str], set[int]] = {}
    for placed in reading.once(every_turn):
        turn = placed.turn
        if turn.scale in _CHANGING:
            continue
        spread.setdefault((turn.scale, turn.value), set()).add(placed.stretch.sentence.index)
        if turn.before:
            groups.setdefault((turn.scale, turn.before, True), []).append(placed)
        if turn.after:
            groups.setdefault((turn.scale, turn.after, False), []).append(placed)
    for group in groups.values():
        if _SETTLED < len(group) <= _MANY:
            for each in _exceptions(reading, group):
                if each[0].scale not in _LISTING or len(spread[each[0].scale, each[0].value]) == 1:
                    yield each[1]


def _exceptions(reading: Reading, group: list[Placed]) -> Iterator[tuple[Turn, Turned]]:
    """The words that one telling alone has, of those beside one word."""
    tellings: dict[str, set[str]] = {}
    for stretch, telling, turn in group:
        if stretch.words.isdisjoint(_SPARED):
            tellings.setdefault(turn.value, set()).add(telling)
    if len(tellings) < 2:
        return
    ours = [each for each in group if of_patient(reading, each[0].sentence.index)]
    for stretch, telling, turn in ours:
        if len(tellings.get(turn.value, ())) != 1 or not _is_plain(stretch, turn):
            continue
        if turn.scale == SIDE and telling in _CASE:
            continue  # which tells of both sides more than its summary does
        if not turn.scale.isdigit() and turn.scale != SIDE and not stands_alone(reading, turn):
            continue  # a drug or an organism of which the report tells more
        asked = reading.once(asked_of_all)
        beside = {each.value for each in turns(stretch, asked) if each.scale == turn.scale}
        for value in dict.fromkeys(each[2].value for each in ours):
            against = [each for each in ours if each[2].value == value]
            apart = value not in beside and telling not in tellings.get(value, ())
            agreeing = len({each[1] for each in against})
            if apart and agreeing >= _SETTLED:
                there, _, other = against[0]
                says, instead = stretch.text[turn.start : turn.end], there.text[other.start : other.end]
                sure = agreeing > _SETTLED
                yield turn, Turned(stretch, turn.start, turn.end, says, there, instead, sure)


def _is_plain(stretch: Stretch, turn: Turn) -> bool:
    """Whether a sentence tells of now, and says that it is so."""
    if not stretch.words.isdisjoint(_ELSE):
        return False
    return _DENIED.search(stretch.lower, max(0, turn.start - _REACH), turn.start) is None
