"""What one operation has but one of: the blood that was lost, and the time that it took."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from casewright.check.evidence.people.cases import cases_told
from casewright.check.evidence.text.parts import of_patient, part_at
from casewright.check.evidence.text.passage import Passage, scan_sentences
from casewright.document.mentions.wordset import lowered, words
from casewright.document.reading import Reading
from casewright.patterns import lazily
from casewright.quantity.number import read_number

_N = r"\d[\d,]*(?:\.\d+)?|one|two|three|four|five|six|seven|eight|nine|ten"
_LOSS = lazily(
    r"\b(?:blood loss|(?:intra)?operative (?:blood )?loss|loss of blood|ebl|estimated loss)\b"
    r"(?:[ ,(]+(?!more|less|than|over|after|per|no|not|and)[a-z]+){0,5}?[ (]+"
    rf"(?P<n>{_N})\s?(?P<u>ml|cc|l|lit(?:er|re)s?)\b(?!\s?/)"
    rf"|\b(?P<n2>{_N})\s?(?P<u2>ml|cc|l|lit(?:er|re)s?) (?:of )?(?:(?:intra)?operative )?blood (?:loss|was lost"
    rf"|were lost)"
)
_TIME = lazily(
    r"\b(?:(?:operati(?:ve|ng|on)|surgery|surgical|procedure) time|duration of (?:the )?(?:operation|surgery"
    r"|procedure)"
    r"|(?:operation|surgery|procedure|[a-z]{4,20}ectomy) (?:lasted|took))\b"
    r"(?:[ ,(]+(?!more|less|than|over|until|per|no|not|and|place)[a-z]+){0,4}?[ (]+"
    rf"(?P<n>{_N})[ -]?(?P<u>min(?:ute)?s?|h(?:ou)?rs?|h)\b(?! (?:and )?\d|\s?/)"
)
_SEVERAL = lazily(  # of another operation, or of a part of it
    r"\b(?:first|second|third|each|another|both|re-?operation|redo|respectively|stages?|staged|additional|further"
    r"|next|more"
    r"|other|previous|prior|median|mean|average|later|up to|at least|initial|donor|recipient|left|right|total)\b"
)
_OPERATIONS = lazily(r"\b[a-z]{3,}(?:ectomy|otomy|ostomy|plasty|desis|section)\b")
_ANOTHER = lazily(  # what lies between two operations
    r"\b(?:discharged|went home|(?:months?|years?|weeks?) (?:later|after\w*))\b"
)
_FACTORS = {"l": 1000.0, "li": 1000.0, "h": 60.0, "ho": 60.0, "hr": 60.0}
_LASTED = lazily(r"\d+(?:\.\d+)?\s?(?:h|hours?|min(?:utes)?)\b")
_APART = 0.1  # of the greater, by which two figures that are not one rounded differ


class Amount(NamedTuple):
    """An amount where it stands, in mL or minutes."""

    place: Passage
    sentence: int
    printed: str
    value: float


def told_twice(reading: Reading) -> Iterator[tuple[str, Amount, Amount]]:
    """What the case tells twice with different figures, by name."""
    if reading.once(cases_told) > 1:
        return
    for name, pattern, said in (
        ("blood loss", _LOSS, words("loss lost ebl")),
        ("operating time", _TIME, words("duration lasted took operative operating")),
    ):
        amounts = list(_amounts(reading, pattern, said))
        if len({each.value for each in amounts}) != 2 or not amounts:
            continue
        first = amounts[0]
        other = next(each for each in amounts if each.value != first.value)
        apart = abs(first.value - other.value) > _APART * max(first.value, other.value)
        if (
            apart
            and not _took_another_time(reading, first, other)
            and first.sentence != other.sentence
            and not any(_is_several(reading, each) for each in amounts)
            and not _another_between(reading, first, other)
        ):
            yield name, first, other


def _amounts(reading: Reading, pattern: re.Pattern[str], said: frozenset[str]) -> Iterator[Amount]:
    for place, match in scan_sentences(reading, pattern, said, folded=True):
        sentence = reading.sentence_at(place.block, place.start)
        if part_at(reading, place.block) != "body" or not of_patient(reading, sentence, place.start):
            continue
        named = match.groupdict()
        printed, unit = named["n"] or named["n2"], named["u"] or named["u2"]
        number = read_number(printed)
        if number is not None:
            factor = _FACTORS.get(unit, _FACTORS.get(unit[:2], 1.0))
            figure = f"{printed} {unit}"
            yield Amount(place, sentence, figure, float(number.value) * factor)


def _took_another_time(reading: Reading, first: Amount, other: Amount) -> bool:
    """Whether the sentences of two amounts also tell of two times: then two operations are told."""
    times = []
    for each in (first, other):
        sentence = reading.sentences[each.sentence]
        text = reading.blocks[sentence.block][1].text[sentence.start : sentence.end]
        times.append({match for match in _LASTED.findall(text) if match not in each.printed})
    return bool(times[0] and times[1]) and times[0].isdisjoint(times[1])


def _another_between(reading: Reading, first: Amount, other: Amount) -> bool:
    """Whether between two amounts the patient goes home, or an operation is named that had no name before."""
    before: set[str] = set()
    between: set[str] = set()
    for sentence in reading.sentences[: other.sentence + 1]:
        text = lowered(reading.blocks[sentence.block][1].text)
        if part_at(reading, sentence.block) == "body":
            told = before if sentence.index <= first.sentence else between
            if told is between and _ANOTHER.search(text, sentence.start, sentence.end):
                return True
            told.update(_OPERATIONS.findall(text, sentence.start, sentence.end))
    return bool(between - before)


def _is_several(reading: Reading, each: Amount) -> bool:
    sentence = reading.sentences[each.sentence]
    text = lowered(reading.blocks[sentence.block][1].text)
    return _SEVERAL.search(text, sentence.start, sentence.end) is not None
