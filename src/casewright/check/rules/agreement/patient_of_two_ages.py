"""CW103."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from casewright.check.evidence.people.ages import Age, ages, ages_at_events
from casewright.check.evidence.people.agesthen import age_now, ages_then, is_then
from casewright.check.evidence.people.cases import cases_told
from casewright.check.evidence.text.parts import of_patient, part_at
from casewright.check.evidence.times.courseday import course_days
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import Stretch, found
from casewright.document.reading import Reading
from casewright.patterns import lazily

_OF_OTHERS = lazily(r"\bet al\b|\b(?:studied|reported|described|reviewed)\b")

_SEEN_AGAIN = lazily(
    r"\b(?:follow(?:ed)?[- ]?up|retreat|hindsight|later|review(?:ed)?|now|today|years? after|meanwhile"
    r"|before|earlier|previously|ago|prior|formerly|in (?:19|20)\d\d)\b[^.;]*\Z"
)
_WAS = lazily(r"(?:patient|man|woman|boy|girl|he|she) (?:was|is) \d", re.IGNORECASE)
_AGED = lazily(
    r"(?:\A|[.:] )An? (?:[a-z-]+ ){0,2}?(?:man|woman|boy|girl|lady|gentleman|male|female),? (?:of|aged) \d"
)
_ARRIVAL = lazily(
    r"\b(?:was|were) (?:\w+ )?(?:transferred|admitted|referred|brought) (?:to|from)\b|\bpresented to\b",
    re.IGNORECASE,
)
_VERB = (
    r"(?:was|had|is|has|presented|came|underwent|received|reported|complained|did|died|recovered|developed|fell"
    r"|visited)\b"
)
_VISIT = lazily(
    r"\b[Aa]t (?:the )?(?:time of )?(?:the |this |his |her |our |that )?(?:[a-z]+ )?"
    r"(?:consultation|admission|presentation|referral|visit|arrival|hospitali[sz]ation|examination)\b[ ,(]{1,3}"
    r"(?:s?he was )?\Z"
)
_ANOTHER_VISIT = lazily(
    r"\b(?:first|last|initial|prior|previous|second|third|another|earlier|later|next|original|local|up)\b"
)
_FAMILY = 3  # ages, beyond which a report tells of several children
_BIRTHDAY = 2  # years by which two ages at one visit differ, at the least: a birthday may lie between
_PERSON = lazily(
    r",?\s(?:[\w-]+,?\s){0,3}?(?:(?P<he>man|male|boy|gentleman)|(?P<she>woman|female|girl|lady)|patient|infant|child"
    r"|newborn|neonate|baby|toddler|adolescent|teenager|adult"
    r"|student|farmer|teacher|nurse|worker|driver|smoker|housewife|widow|widower|athlete|engineer|carpenter|soldier"
    r"|retiree|pensioner|physician|doctor|lawyer|clerk|cook|painter|miner|fisherman|player|runner|immigrant|resident"
    r"|schoolboy|schoolgirl|primigravida|multigravida|nullipara|multipara|gravida)\b"
)
# What says that the age is of the patient, who is known: `The 48-year-old man was`, or who is brought in again.
_KNOWN = lazily(
    r"\b(?:[Tt]h(?:e|is)|[Oo]ur)\s(?:[a-z]+\s)?\Z|(?:\A|[.:]\s)An?\s\Z|\bcase of an?\s\Z"
    r"|\bIn (?:summary|conclusion|short|brief|our case), an?\s\Z"
)
_IS = lazily(r"\b(?:[Oo]ur|[Tt]h(?:e|is)) patient (?:was|is) an?\s\Z")
_OURS = lazily(
    r"\b(?:[Ww]e (?:here(?:in)? )?(?:present|report|describe|saw|see|find|found|treat|diagnos|encounter)\w*"
    r"|[Tt]h(?:is|e present) (?:case|report|paper|article)|[Oo]ur (?:case|report))\b"
    r"(?:(?!\bthat\b|\bthan\b|\blike\b|similar|before|compar)[^.;:]){0,80}?\b(?:in|of)\s(?:an?|the|this)\s\Z"
)
_WHO = lazily(r",?\s(?:who|whose|that|from|next|living)\b")
_WHO_WAS = lazily(r"\b(?:[Oo]ur|[Tt]h(?:e|is)) (?:patient|man|woman|boy|girl),? who (?:was|is)\s\Z")
_THE = lazily(r"\b(?:[Tt]h(?:e|is)|[Oo]ur)\s\Z")
_ACTS = lazily(rf"\s{_VERB}")
# `that of a 6-year-old girl`, `(comparable with an 8-year-old boy)`, `as a 17-year-old boy`: nobody is brought in.
_THEN = lazily(
    r"\b(?:as|at|when|since|like|to|than|by|from|with|in|for|(?<!case )of)\s(?:an?\s|the\s)?\s?\Z|\bpast\b|\bhad\b"
    r"|\b(?:equal|equivalent|correspond|compar|similar|match|resembl|same|other|another)\w*\b",
    re.IGNORECASE,
)
_ONCE = lazily(r"\b(?:since|when|while|until|till|before|after|once|if|whose|by the time)\b", re.IGNORECASE)


class PatientOfTwoAges:
    """The patient with one age in one section and another in the case report.

    Why it is bad
        The age is the first thing a reader takes from a case report; the two cannot both be right.

    Example
        Abstract: A 56-year-old woman had fever. Case report: A 58-year-old woman came with fever.

    Write instead
        Abstract: A 58-year-old woman had fever. Case report: A 58-year-old woman came with fever.

    Source
        CARE 2013, items 3b and 5a, doi:10.1186/1752-1947-7-223. Ages of relatives, of other patients and in other years
        are not compared.
    """

    code: ClassVar[str] = "CW103"
    name: ClassVar[str] = "patient-of-two-ages"
    severity: ClassVar[Severity] = "error"

    def check(self, reading: Reading) -> Iterator[Finding]:
        yield from self._at_events(reading)
        yield from self._on_arrival(reading)
        every = reading.once(ages)
        told = [age for age in every if age.part == "body"]
        if not told:
            return
        known = {age.printed for age in told} | _ages_on_the_way(reading)
        units = {age.unit for age in told}
        seen: set[tuple[str, float]] = set()
        for age in every:
            if age.part == "body" or age.printed in known or age.printed in seen or age.unit not in units:
                continue
            if is_then(reading, age):
                continue
            seen.add(age.printed)
            others = " and ".join(dict.fromkeys(each.text for each in told))
            section = reading.blocks[told[0].at.block][0].title or "the case report"
            message = f"the patient is {age.text} old here and {others} old in {section}"
            against = [each.at for each in told[:3]]
            yield found(self, reading, age.at, message, "make the two agree", against)
        yield from self._within(reading, told)
        yield from self._on_seeking_help(reading)

    def _at_events(self, reading: Reading) -> Iterator[Finding]:
        """Two ages at which one thing befell the patient: `died at age 65`, `died at age 63`."""
        if reading.once(cases_told) > 1:
            return
        first: dict[str, Age] = {}
        for event, age in ages_at_events(reading):
            before = first.setdefault(event, age)
            if before.value != age.value:
                message = f"this befell the patient at {age.text} here and at {before.text} before"
                yield found(self, reading, age.at, message, "make the two agree", [before.at], "warning")

    def _on_arrival(self, reading: Reading) -> Iterator[Finding]:
        """The age in days of a newborn on arrival, and the day of life of the arrival."""
        lives = [
            each
            for each in reading.once(course_days)
            if each.scale == "life" and part_at(reading, each.block) == "body" and _arrives(reading, each)
        ]
        told = (
            [age for age in reading.once(ages) if age.unit == "day" and age.part == "body"] if lives else []
        )
        told = [age for age in told if _arrives(reading, age.at)]
        if len({age.value for age in told}) == len({each.day for each in lives}) == 1:
            age, day = told[0], lives[0]
            if abs(age.value - day.day) > 1 and reading.once(cases_told) == 1:
                message = f"the patient arrives on day {day.day} of life here and is {age.text} old on arrival before"
                yield found(self, reading, day, message, "make the two agree", [age.at], "warning")

    def _on_seeking_help(self, reading: Reading) -> Iterator[Finding]:
        """The age at a visit that the words name, `at the time of this consultation (at the age of 56)`."""
        now = age_now(reading) if reading.once(cases_told) == 1 else None
        if now is None or now.unit != "year":
            return
        for then in reading.once(ages_then):
            text = reading.blocks[then.at.block][1].text
            visit = _VISIT.search(text, max(0, then.at.start - 60), then.at.start)
            if visit and abs(then.years - now.years) >= _BIRTHDAY and not _ANOTHER_VISIT.search(visit[0]):
                message = f"the patient is {then.text} old at this visit and {now.text} old in another place"
                yield found(self, reading, then.at, message, "make the two agree", [now.at], "warning")

    def _within(self, reading: Reading, told: list[Age]) -> Iterator[Finding]:
        """Two ages of one patient in the case itself, both given with the person as an age at the visit is."""
        visits = [age for age in told if _at_visit(reading, age)]
        if len({age.printed for age in visits}) != 2 or reading.once(cases_told) > 1:
            return
        if len({age.printed for age in told}) > _FAMILY:
            return
        first = visits[0]
        age = next(each for each in visits if each.printed != first.printed)
        if not _is_of_patient(reading, age, first):
            return
        message = f"the patient is {age.text} old here and {first.text} old before"
        yield found(self, reading, age.at, message, "make the two agree", [first.at], "warning")


def _ages_on_the_way(reading: Reading) -> frozenset[tuple[str, float]]:
    """The ages, in years, at which the case says that something befell the patient: `the dose at age 28 years`."""
    return frozenset(
        ("year", then.years) for then in reading.once(ages_then) if part_at(reading, then.at.block) == "body"
    )


def _is_of_patient(reading: Reading, age: Age, first: Age) -> bool:
    """Whether a second age is told of the person of the first: of somebody known, and of no other sex."""
    text = reading.blocks[age.at.block][1].text
    person, before = (
        _PERSON.match(reading.blocks[each.at.block][1].text, each.at.end) for each in (age, first)
    )
    if (
        first.unit != age.unit and first.value != age.value
    ):  # but `19 months` may be meant where `19 years` stands
        return False
    if person is None:
        return True
    if before is not None and {person.lastgroup, before.lastgroup} == {"he", "she"}:
        return False
    lead = text[max(0, age.at.start - 30) : age.at.start]
    known = _KNOWN.search(lead) is not None
    if _OURS.search(text, max(0, age.at.start - 100), age.at.start) or _IS.search(lead):
        return True
    return known and _WHO.match(text, person.end()) is None


def _arrives(reading: Reading, at: Stretch) -> bool:
    sentence = reading.sentences[reading.sentence_at(at.block, at.start)]
    return _ARRIVAL.search(reading.blocks[at.block][1].text, sentence.start, sentence.end) is not None


def _at_visit(reading: Reading, age: Age) -> bool:
    place = age.at
    text = reading.blocks[place.block][1].text
    person = _PERSON.match(text, place.end)
    if reading.blocks[place.block][1].kind == "table" or not of_patient(
        reading, reading.sentence_at(place.block, place.start)
    ):
        return False
    lead = text[max(0, place.start - 30) : place.start]
    if _SEEN_AGAIN.search(text, max(0, place.start - 80), place.start):
        return False
    if _OF_OTHERS.search(text, max(0, place.start - 200), place.start):
        return False
    if _WAS.match(text, place.start):
        return not _ONCE.search(lead)
    if _THE.search(lead) and _ACTS.match(text, place.end):
        return True
    if _WHO_WAS.search(lead) or _AGED.search(text, max(0, place.start - 30), place.end):
        return True
    ours = _OURS.search(text, max(0, place.start - 100), place.start)
    return person is not None and (ours is not None or not _THEN.search(lead))
