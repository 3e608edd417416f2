"""CW241."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from casewright.check.evidence.people.ageorder import going_back, reversed_spans
from casewright.check.evidence.people.ages import Age
from casewright.check.evidence.people.agesthen import AgeThen, age_now, ages_then
from casewright.check.evidence.people.cases import cases_told
from casewright.check.evidence.text.parts import of_patient
from casewright.check.evidence.text.passage import Passage, scan, scan_around, scan_at, scan_near
from casewright.check.evidence.values.values import printed
from casewright.check.evidence.words.wording import content
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import found
from casewright.document.mentions.model import QuantityMention
from casewright.document.reading import Reading
from casewright.patterns import lazily
from casewright.quantity.number import read_number

_NUMBER = r"\d{1,2}|[a-z]+(?:-[a-z]+)?"
_AGO = lazily(rf"(?<![\w-])(?P<age>{_NUMBER}) years (?:ago|prior|earlier)\b")
_PAST = lazily(
    r"\b(?:diagnosed|stopped|quit|since|history|underwent|onset|began|started|menarche|menopaus\w*|ex-smoker|had|first"
    r"|lost|immigrated|married|previous(?:ly)?|prior)\b",
    re.IGNORECASE,
)
_LATER = lazily(  # words of a course that goes on
    r"\b(?:wants?|wish(?:es)?|hopes?|plans?|would|should|may|might|can"
    r"|follow(?:ed)?-?\s?up|followed|last seen|return(?:s|ed)?|came back"
    r"|re-?(?:presented|admitted)|visit|recent(?:ly)?|check-?up|grown up|grew up|later|subsequent(?:ly)?|currently|now"
    r"|today|died|death|will"
    r"|planned|until the present|recurred|relapsed?|again|eventually|thereafter|remain\w*|still)\b",
    re.IGNORECASE,
)
_HISTORY = lazily(r"\b(?:history of|previously|had (?:been|undergone)|was (?:first )?diagnosed)\b")
_FEW = (
    r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    r"|(?:twen|thir|for|fif|six|seven|eigh)ty(?:-(?:one|two|three|four|five|six|seven|eight|nine))?)"
)
_LASTED = lazily(
    r"\b(?=[\ddefhilmnopstw])(?:"  # the first letters: at most places no more is looked at
    rf"present for (?:the )?(?:past |last |about |approximately |over )*"
    rf"(?P<n>{_FEW}) (?P<unit>day|week|month|year)s?\b"
    rf"|(?P<n2>{_FEW})[- ](?P<unit2>day|week|month|year)s?[- ](?:history|duration)\b"
    rf"|(?:for|over|in|during) the (?:past|last|previous|preceding) (?P<n3>{_FEW}) (?P<unit3>day|week|month|year)s?\b"
    rf"|(?P<n4>{_FEW}) (?P<unit4>day|week|month|year)s? "
    r"(?:ago|previously|earlier|(?:before|prior to) (?:admission|presentation))\b"
    r"|(?:married|smoked|smoking|worked|working|lived|suffered|had been|had had)(?: (?!follow)[\w/-]+){0,8}? for "
    r"(?:the (?:past|last) |about |over |more than )?"
    rf"(?P<n5>{_FEW}) (?P<unit5>year)s?\b)"
)
_FOR = lazily(
    r" for (?:around |about |approximately |over |more than |nearly |almost |the |past |last |at least )*"
    rf"(?P<n>{_FEW}) (?P<unit>year|month)s?\b(?! (?:after|later|of|to come|post|follow|until|as |in ))"
)
_GOES_ON = lazily(  # what lasts from now on, or is no time of the patient's life
    r"\b(?:follow|treat|receiv|therap|continu|maintain|remission|surviv|stable|free|remain|given|admin|medicat|prescri"
    r"|supplement|diet|well\b|was kept|wear|wore|worn|stor|frozen|wait|planned|regular|after|then|subsequent|until)",
    re.IGNORECASE,
)
_LASTED_WORDS = (
    "suffered", "had been ", "had had ", "married for", "smoked", "smoking", "worked", "working", "lived",
    "present for", "history",
    "duration", " past ", " last ", " previous ", " preceding ", " ago", " previously",
    " earlier", " admission", " presentation",
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
_HAD_BEEN = lazily(
    r"\bhad (?:already |previously |first )?(?:been|had|undergone|begun|become|lost|given|taken|left|quit|[a-z]+ed)\b"
)
_DAYS = {"day": 1.0, "week": 7.0, "month": 30.4375, "year": 365.25}
_DAYS_OF = {"d": 1.0, "wk": 7.0, "mo": 30.4375, "a": 365.25}
_EVENT = lazily(
    r"diagnos|underwent|operat|surgery|ectomy|onset|began|start|stopped|quit|transplant|stroke|infarct|accident|marri"
    r"|menopaus|irradiat|radiation|radiotherap|chemotherap|treat|section|deliver",
    re.IGNORECASE,
)
_GROWN = 1.5  # years: what is told of a younger child at a greater age is its follow-up
_JOINED = lazily(  # from an age to the years since: `at the age of 30, 10 years ago`
    r"(?:,?\s(?:i\.e\.|that is|or|about|some|approximately|nearly|almost|more than|over))*[\s,(–—-]{0,3}"
)
_REACH = 100  # characters on either side whose words tell what happened

_InDays = tuple[float, QuantityMention]


class AgeBeyondAge:
    """An age at which something happened in the past that the patient has not reached, or that an interval denies.

    Why it is bad
        The age, the age now or the interval is wrong, and the length of the illness with it.

    Example
        A 40-year-old man presented with pain. He was an ex-smoker, who had stopped at the age of 47.

    Write instead
        A 40-year-old man presented with pain. He was an ex-smoker, who had stopped at the age of 30.

    Source
        The order of numbers; ages that open their sentences follow one another, the years that are told to pass between
        them added; and where an event is told once with the age and once with the years since, by two words
        in common, their sum is the age now, two years more or less.
    """

    code: ClassVar[str] = "CW241"
    name: ClassVar[str] = "age-beyond-age"
    severity: ClassVar[Severity] = "warning"

    def check(self, reading: Reading) -> Iterator[Finding]:
        yield from self._lasted(reading)
        yield from self._since(reading)
        yield from self._going_back(reading)
        ages = reading.once(ages_then)
        if not ages:
            return
        now = age_now(reading)
        for then in ages if now else ():
            if now is None or not now.years < then.years or now.years < _GROWN <= then.years:
                continue
            if _is_past(reading, now, then):
                message = f"the age of {then.text} was not reached by a patient of {now.text}"
                yield found(self, reading, then.at, message, "correct one of the two ages", [now.at])
        latest = max(ages, key=lambda event: event.years)
        oldest, since = (now.years, now.at) if now else (latest.years, latest.at)
        for passage, years, words in _ago(reading):
            for then in ages:
                common = content(words) & content(then.words)
                if len(common) < 2 or not _is_one_event(reading, then, passage, words):
                    continue
                if then.years < oldest and abs(oldest - then.years - years) > 2:
                    gap = oldest - then.years
                    message = (
                        f"from the age of {then.years:.3g} to {oldest:.3g} are {gap:.3g} years, not {years:g}"
                    )
                    hint = "correct an age or the interval"
                    yield found(self, reading, passage, message, hint, [then.at, since])

    def _going_back(self, reading: Reading) -> Iterator[Finding]:
        """Ages that go back where the words go on."""
        for place, span in reversed_spans(reading):
            yield found(self, reading, place, f"`{span}` goes back", "correct one of the two ages")
        for one, other in going_back(reading):
            message = f"the age of {other.text} is told as later than {one.text}"
            yield found(self, reading, other.at, message, "correct one of the two ages", [one.at])

    def _lasted(self, reading: Reading) -> Iterator[Finding]:
        """A complaint that is older than the patient."""
        ages = _ages(reading)
        if not ages:
            return
        ends: set[tuple[int, int]] = set()
        for passage, match in scan_around(reading, _LASTED, 50, 60, *_LASTED_WORDS):
            ends.add((passage.block, passage.end))
            which = next(each for each in ("", *"2345") if match[f"n{each}"])
            yield from self._too_long(
                reading, ages, passage, match[0], match[f"n{which}"], match[f"unit{which}"]
            )
        for passage, match in scan_at(reading, _FOR, " for "):
            sentence = reading.sentences[reading.sentence_at(passage.block, passage.start)]
            told = (passage.block, passage.end) in ends
            if not told and not _GOES_ON.search(
                reading.blocks[passage.block][1].text, sentence.start, sentence.end
            ):
                at = Passage(passage.block, passage.start + 1, passage.end)
                yield from self._too_long(reading, ages, at, match[0].strip(), match["n"], match["unit"])

    def _too_long(
        self, reading: Reading, ages: list[_InDays], at: Passage, text: str, count: str, unit: str
    ) -> Iterator[Finding]:
        """A time that is longer than the life of the patient whom its paragraph brings in; else, of the oldest."""
        number = read_number(count.lower())
        inside = [one for one in ages if one[1].block == at.block and one[1].start < at.start]
        several = inside and reading.once(cases_told) > 1
        life, age = inside[-1] if several else max(ages, key=lambda one: one[0])
        if number is None or not of_patient(reading, reading.sentence_at(at.block, at.start), at.start):
            return
        if float(number.bounds[0]) * _DAYS[unit] > life + 1:
            message = f"`{text}` is longer than the life of a patient of {printed(age)}"
            yield found(self, reading, at, message, "correct the age or the time", [age])

    def _since(self, reading: Reading) -> Iterator[Finding]:
        """The years of a disease against the age at which it was diagnosed."""
        now = age_now(reading)
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
                gap = now.years - float(begun.value + years.value)
                index = reading.sentence_at(passage.block, passage.start)
                if abs(gap) > 2 and of_patient(reading, index, passage.start):
                    message = (
                        f"diagnosed at {begun.text} and ill for {years.text} years, a patient of {now.text}"
                    )
                    hint = "correct an age or the interval"
                    yield found(self, reading, passage, message, hint, [place, now.at])


def _ages(reading: Reading) -> list[_InDays]:
    """The ages of the patient in days, in reading order."""
    return [
        (float(each.quantity.numbers[0].bounds[1]) * _DAYS_OF[each.quantity.unit.code], each)
        for each in reading.quantities
        if each.measure == "age"
        and each.subject == "patient"
        and each.quantity.unit
        and each.quantity.unit.code in _DAYS_OF
        and re.search(r"old|aged", reading.blocks[each.block][1].text[max(0, each.start - 5) : each.end + 6])
    ]


def _is_one_event(reading: Reading, then: AgeThen, ago: Passage, words: str) -> bool:
    """Whether an age and years `ago` date one event: they stand side by side, or in two sentences with one verb."""
    if then.at.block == ago.block:
        first, last = sorted((then.at, ago), key=lambda place: place.start)
        same = reading.sentence_at(ago.block, ago.start) == reading.sentence_at(then.at.block, then.at.start)
        if same:
            return _JOINED.fullmatch(reading.blocks[ago.block][1].text, first.end, last.start) is not None
    return not {event.lower() for event in _EVENT.findall(words)}.isdisjoint(
        _EVENT.findall(then.words.lower())
    )


def _is_past(reading: Reading, now: Age, then: AgeThen) -> bool:
    """Whether an age is told as past: in the pluperfect, or with a word of the history where no course goes on."""
    index = reading.sentence_at(then.at.block, then.at.start)
    sentence = reading.sentences[index]
    text = reading.blocks[then.at.block][1].text
    lead = text[sentence.start : then.at.start]
    if _LATER.search(then.words) and not (_HISTORY.search(lead) and not _LATER.search(lead)):
        return False
    if _HAD_BEEN.search(text, sentence.start, sentence.end) or text.startswith("Meno", then.at.start):
        return True
    opens = then.at.start - sentence.start < 2 and (now.at.block, now.at.start) < (
        then.at.block,
        then.at.start,
    )
    return not opens and _PAST.search(then.words) is not None


def _ago(reading: Reading) -> Iterator[tuple[Passage, float, str]]:
    """The years `ago` in sentences about the patient, with the words around them in their sentence."""
    for passage, match in scan_around(reading, _AGO, 30, 60, "years "):
        number = read_number(match["age"])
        index = reading.sentence_at(passage.block, passage.start)
        sentence = reading.sentences[index]
        if number is not None and of_patient(reading, index, passage.start):
            first, last = max(sentence.start, passage.start - _REACH), min(sentence.end, passage.end + _REACH)
            yield passage, float(number.value), match.string[first:last]
