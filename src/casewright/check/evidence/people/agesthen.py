"""The ages, in years, at which something befell the patient: `at the age of 47`, `until 20 years of age`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from casewright.check.evidence.people.ages import Age, ages
from casewright.check.evidence.text.parts import of_others, of_patient, part_at, words_of
from casewright.check.evidence.text.passage import Passage, scan_around
from casewright.document.reading import Reading
from casewright.patterns import lazily
from casewright.quantity.number import read_number

_NTH = (
    "first", "second", "third", "fourth", "fifth", "sixth",
    "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth",
)  # fmt: skip
_N = r"\d{1,3}|[a-z]+(?:-[a-z]+)?"
_UNIT = r"(?:years?|months?|weeks?|days?|yrs?|mo|wk)\b"
_WHO = r"(?:s?he|the (?:patient|boy|girl|child|infant|man|woman))"
_THEN = lazily(
    r"\b(?=[AaBbDdFfIiMmSstUuWw])(?:"  # the first letters: at most places no more is looked at
    rf"(?:[Aa]t|[Ss]ince|[Ff]rom|[Uu]ntil|till|[Bb]y|[Bb]efore)(?: (?:about|around|only))? (?:the |an )?"
    rf"age (?:of )?(?:about |around |approximately |only )?(?P<age>{_N})\b(?![.,]\d)(?:[\s-](?P<unit>{_UNIT}))?"
    rf"|(?:[Aa]t|[Ss]ince|[Ff]rom|[Uu]ntil|till) (?P<age2>{_N})[\s-](?P<unit2>{_UNIT})[\s-](?:of age|old)\b"
    rf"(?! (?:man|woman|male|female|boy|girl|patient|child|infant))"
    rf"|(?:[Ss]ince|[Ww]hen|[Uu]ntil|till|as) {_WHO} was (?:only |about )?(?P<age3>{_N})[\s-]"
    r"(?P<unit3>years?|months?|weeks?|days?)\b(?! (?:into|after|post|ago|pregnan|gestat|of gest|of preg))"
    rf"|(?:[Ss]ince|[Ww]hen|[Uu]ntil|till) {_WHO} was (?P<age6>\d{{1,2}})(?P<unit6>)(?=[.,;)])"
    rf"|[Mm]eno(?:pause|pausal) (?:occurred |was |had occurred |set in )?at (?P<age4>{_N})\b(?P<unit4>)"
    rf"|(?<!man )(?<!boy )(?<!girl )(?<!woman )(?<!patient )(?<!male )(?<!lady )(?<!infant )(?<!child )"
    rf"aged (?P<age5>{_N})\b(?: (?P<unit5>years?|months?)\b)?(?=[.,;)]| (?:for|after|because|due|and)\b)"
    rf"|(?:[Aa]t|[Ii]n|[Ss]ince|[Ff]rom|[Uu]ntil|till|[Dd]uring|[Aa]fter|[Bb]y) (?:the |his |her )?"
    rf"(?P<nth>\d{{1,2}}(?:st|nd|rd|th)|{'|'.join(_NTH)}) (?P<of>year|month|week)s? of (?:life|age)\b)"
)
_WORDS = (
    " age ",
    " of age",
    "s old",
    "he was ",
    "patient was ",
    "menopaus",
    " aged ",
    "child was ",
    "girl was ",
    " of life",
)
_UNITS = {"y": 1.0, "m": 1 / 12, "w": 7 / 365.25, "d": 1 / 365.25}
_LEAD = lazily(
    rf"\b(?:at|since|from|until|till|by|before|when|after|\d (?:months?|years?|weeks?)(?: and|,)?"
    rf"|(?:when|since|until|as) {_WHO} was|\bage of)\s(?:only |about )?\Z"
)
_OF_MANY = lazily(
    r"\b(?:most|many|patients|children|cases|usually|typically|commonly|often|average|mean|median|generally|should)\b",
    re.IGNORECASE,
)
_REACH = 100  # characters on either side whose words tell what happened


class AgeThen(NamedTuple):
    """An age in years, its place, and the words around it in its sentence."""

    at: Passage
    years: float
    text: str
    words: str


def ages_then(reading: Reading) -> tuple[AgeThen, ...]:
    """Every such age in a sentence about the patient. Ask for it by `Reading.once`."""
    return tuple(_in_reading(reading))


def _in_reading(reading: Reading) -> Iterator[AgeThen]:
    for passage, match in scan_around(reading, _THEN, 40, 70, *_WORDS):
        told = _told(match)
        index = reading.sentence_at(passage.block, passage.start)
        if told is None or not of_patient(reading, index, passage.start):
            continue
        sentence = reading.sentences[index]
        body = part_at(reading, passage.block) == "body"
        if of_others(reading, index) and not (body and not _OF_MANY.search(words_of(reading, sentence))):
            continue
        first, last = max(sentence.start, passage.start - _REACH), min(sentence.end, passage.end + _REACH)
        yield AgeThen(passage, *told, match.string[first:last])


def _told(match: re.Match[str]) -> tuple[float, str] | None:
    """The age in years, and as printed; in the tenth month of life nine are over."""
    if match["nth"]:
        word = match["nth"].lower()
        number = _NTH.index(word) + 1 if word in _NTH else int(word[:-2])
        return (number - 1) * _UNITS[match["of"][0]], f"{number - 1} {match['of']}s"
    which = next((each for each in ("", "2", "3", "4", "5", "6") if match[f"age{each}"]), "")
    printed = read_number(match[f"age{which}"].lower())
    unit = match[f"unit{which}"] or "years"
    return None if printed is None else (float(printed.value) * _UNITS[unit[0]], f"{printed.text} {unit}")


def age_now(reading: Reading) -> Age | None:
    """The greatest age that is printed of the patient as of now: `...-year-old`, and no `when he was 12 years old`.

    Of `a 2-month-and-5-day-old boy`, whose age is in two units, there is none.
    """
    now = [age for age in reading.once(ages) if age.part != "other" and not is_then(reading, age)]
    return max(now, key=lambda age: age.years, default=None)


def is_then(reading: Reading, age: Age) -> bool:
    """Whether an age is one that the patient had at an event: `when she was 12 years old`."""
    text = reading.blocks[age.at.block][1].text
    return _LEAD.search(text[max(0, age.at.start - 32) : age.at.start].lower()) is not None
