"""CW241."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from casewright.check.evidence.parts import of_patient, part_at
from casewright.check.evidence.passage import Passage, scan, scan_around, scan_near
from casewright.check.evidence.values import printed
from casewright.check.evidence.wording import content
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import found
from casewright.document.mentions.model import QuantityMention
from casewright.document.reading import Reading
from casewright.patterns import lazily
from casewright.quantity.number import read_number

_NUMBER = r"\d{1,2}|[a-z]+(?:-[a-z]+)?"
_AT = lazily(
    rf"(?:\b(?:[Aa]t|[Ss]ince|[Ff]rom|[Uu]ntil) (?:the |an )?age (?:of )?"
    rf"|\b(?:[Ss]ince|[Ww]hen|[Uu]ntil) (?:s?he|the patient) was (?=(?:{_NUMBER})[- ]years?\b(?! (?:into|after|post))))"
    rf"(?P<age>{_NUMBER})\b(?!\s?(?:months?|weeks?|days?|mo\b|wk\b))"
)
_THEN = lazily(r"\b(?:since|when|until) (?:s?he|the patient) was \Z", re.IGNORECASE)  # no age of now
_AGE_WORDS = (" age ", "he was ", "patient was ")
_AGO = lazily(rf"(?<![\w-])(?P<age>{_NUMBER}) years (?:ago|prior|earlier)\b")
_PAST = lazily(
    r"\b(?:diagnosed|stopped|quit|since|history|underwent|onset|began|started|menarche|menopause|ex-smoker|had|first"
    r"|lost|immigrated|married)\b",
    re.IGNORECASE,
)
_FEW = r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_LASTED = lazily(
    rf"\bpresent for (?:the )?(?:past |last |about |approximately |over )*"
    rf"(?P<n>{_FEW}) (?P<unit>day|week|month|year)s?\b"
    rf"|\b(?P<n2>{_FEW})[- ](?P<unit2>day|week|month|year)s?[- ](?:history|duration)\b"
    rf"|\b(?:for|over|in|during) the (?:past|last|previous|preceding) (?P<n3>{_FEW}) (?P<unit3>day|week|month|year)s?\b"
    rf"|\b(?P<n4>{_FEW}) (?P<unit4>day|week|month|year)s? (?:ago|(?:before|prior to) (?:admission|presentation))\b"
)
_LASTED_WORDS = (
    "present for", "history", "duration", " past ", " last ", " previous ", " preceding ", " ago", " admission",
    " presentation",
)  # fmt: skip
_HISTORY_OF = lazily(
    rf"\b(?P<age>{_NUMBER})[- ]years?[- ](?:history|duration) of "
    r"(?P<what>[A-Za-z][\w-]+(?: (?!that|which|who|and|with|for)[\w-]+){0,3})"
)
_OF = lazily(r"(?:history|duration) of ")
_DIAGNOSED_AT = lazily(
    r"\b(?:diagnosed with|developed|onset of|diagnosis of) (?P<what>[A-Za-z][\w-]+(?: (?!at\b)[\w-]+){0,4})"
    rf" at (?:the |an )?age (?:of )?(?P<age>{_NUMBER})\b"
)
_HAD_BEEN = lazily(r"\bhad (?:already |previously )?(?:been|undergone|begun|become|[a-z]+ed)\b")
_DAYS = {"day": 1.0, "week": 7.0, "month": 30.4375, "year": 365.25}
_DAYS_OF = {"d": 1.0, "wk": 7.0, "mo": 30.4375, "a": 365.25}
_OLD = lazily(r"year|yr")
_REACH = 100  # characters on either side whose words tell what happened


class AgeBeyondAge:
    """An age at which something happened in the past that the patient has not reached, or that an interval denies.

    Why it is bad
        The age, the age now or the interval is wrong, and the length of the illness with it.

    Example
        A 40-year-old man presented with pain. He was an ex-smoker, who had stopped at the age of 47.

    Write instead
        A 40-year-old man presented with pain. He was an ex-smoker, who had stopped at the age of 30.

    Source
        The order of numbers; and where an event is told once with the age and once with the years since, by two words
        in common, their sum is the age now, two years more or less.
    """

    code: ClassVar[str] = "CW241"
    name: ClassVar[str] = "age-beyond-age"
    severity: ClassVar[Severity] = "warning"

    def check(self, reading: Reading) -> Iterator[Finding]:
        yield from self._lasted(reading)
        yield from self._since(reading)
        ages = list(_told(reading, _AT, *_AGE_WORDS))
        if not ages:
            return
        now = _age(reading)
        latest = max(ages, key=lambda event: event[1])
        oldest = float(now.quantity.numbers[0].value) if now else latest[1]
        for passage, age, words in ages:
            goes_on = now is not None and _goes_on(reading, now, passage)
            if now is not None and age > oldest and _PAST.search(words) and not goes_on:
                message = f"the age of {age:g} was not reached by a patient of {printed(now)}"
                yield found(self, reading, passage, message, "correct one of the two ages", [now])
        for passage, years, words in _told(reading, _AGO, "years "):
            for event, age, others in ages:
                common = content(words) & content(others)
                if len(common) > 1 and age < oldest and abs(oldest - age - years) > 2:
                    message = (
                        f"from the age of {age:g} to {oldest:g} are {oldest - age:g} years, not {years:g}"
                    )
                    hint = "correct an age or the interval"
                    yield found(self, reading, passage, message, hint, [event, now or latest[0]])

    def _lasted(self, reading: Reading) -> Iterator[Finding]:
        """A complaint that is older than the patient."""
        ages = [
            (float(each.quantity.numbers[0].bounds[1]) * _DAYS_OF[each.quantity.unit.code], each)
            for each in reading.quantities
            if each.measure == "age"
            and each.subject == "patient"
            and each.quantity.unit
            and each.quantity.unit.code in _DAYS_OF
            and "old" in reading.blocks[each.block][1].text[each.start : each.end + 6]
        ]
        oldest = max(ages, key=lambda one: one[0], default=None)
        for passage, match in scan_around(reading, _LASTED, 50, 60, *_LASTED_WORDS) if oldest else ():
            which = next(each for each in ("", "2", "3", "4") if match[f"n{each}"])
            number = read_number(match[f"n{which}"].lower())
            index = reading.sentence_at(passage.block, passage.start)
            if oldest is None or number is None or not of_patient(reading, index, passage.start):
                continue
            if float(number.bounds[0]) * _DAYS[match[f"unit{which}"]] > oldest[0] + 1:
                message = f"`{match[0]}` is longer than the life of a patient of {printed(oldest[1])}"
                yield found(self, reading, passage, message, "correct the age or the time", [oldest[1]])

    def _since(self, reading: Reading) -> Iterator[Finding]:
        """The years of a disease against the age at which it was diagnosed."""
        now = _age(reading)
        diagnoses = list(scan(reading, _DIAGNOSED_AT, " age ")) if now else []
        histories = list(scan_near(reading, _OF, _HISTORY_OF, 40, 60)) if diagnoses else []
        for passage, match in diagnoses:
            begun = read_number(match["age"].lower())
            for place, history in histories:
                years = read_number(history["age"].lower())
                what = {match["what"].lower().split()[0], match["what"].lower()}
                same = history["what"].lower() in what or history["what"].lower().split()[0] in what
                if now is None or begun is None or years is None or not same:
                    continue
                gap = now.quantity.numbers[0].value - begun.value - years.value
                index = reading.sentence_at(passage.block, passage.start)
                if abs(gap) > 2 and of_patient(reading, index, passage.start):
                    message = f"diagnosed at {begun.text} and ill for {years.text} years, a patient of {printed(now)}"
                    hint = "correct an age or the interval"
                    yield found(self, reading, passage, message, hint, [place, now])


def _goes_on(reading: Reading, now: QuantityMention, passage: Passage) -> bool:
    """Whether an age opens a sentence behind the first one told, and the course goes on: `At the age of 24 she ...`."""
    sentence = reading.sentences[reading.sentence_at(passage.block, passage.start)]
    opens = passage.start - sentence.start < 2 and (now.block, now.start) < (passage.block, passage.start)
    text = reading.blocks[passage.block][1].text
    return opens and _HAD_BEEN.search(text, sentence.start, sentence.end) is None


def _told(reading: Reading, pattern: re.Pattern[str], *needs: str) -> Iterator[tuple[Passage, float, str]]:
    """The numbers of a pattern in sentences about the patient, with the words around them in their sentence."""
    for passage, match in scan_around(reading, pattern, 30, 60, *needs):
        number = read_number(match["age"])
        index = reading.sentence_at(passage.block, passage.start)
        sentence = reading.sentences[index]
        if number is not None and of_patient(reading, index, passage.start):
            first, last = max(sentence.start, passage.start - _REACH), min(sentence.end, passage.end + _REACH)
            yield passage, float(number.value), match.string[first:last]


def _age(reading: Reading) -> QuantityMention | None:
    """The greatest age in years that is printed of the patient as `...-year-old`."""
    ages = [
        mention
        for mention in reading.quantities
        if mention.measure == "age"
        and mention.subject == "patient"
        and mention.quantity.shape == "single"
        and _OLD.search(mention.text)
        and part_at(reading, mention.block) != "other"
        and not _THEN.search(reading.blocks[mention.block][1].text, max(0, mention.start - 24), mention.start)
    ]
    return max(ages, key=lambda mention: mention.quantity.numbers[0].value, default=None)
