"""CW237."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import ClassVar

from casewright.check.evidence.text.parts import part_at
from casewright.check.evidence.text.passage import Passage, having, scan
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import found
from casewright.document.reading import Reading
from casewright.patterns import lazily
from casewright.quantity.number import read_number

_D = r"\d{1,3}(?:,\d{3})+|\d{1,5}(?:\.\d{1,2})?"
_GY = r"(?P<{}>c?Gy)\b(?:\s?\(RBE\))?"
_WORDS = "two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty"
_COURSE = lazily(  # `50.4 Gy in 28 fractions`
    rf"\b(?P<dose>{_D})\s?{_GY.format('unit')}\s?(?:was\s|were\s)?(?:delivered\s|given\s|administered\s)?"
    rf"(?:in|over|/|\(|divided into|with)\s?(?P<n>\d{{1,2}}|{_WORDS})\s?(?:daily\s)?(?:fractions?|fx|sessions)\b"
)
_EACH = lazily(  # `2 Gy per fraction`, `In each fraction, 200 cGy`, `28 fractions of 1.8 Gy`
    rf"\b(?P<single>{_D})\s?{_GY.format('per')}\s?(?:per|/|each|a)\s?(?:daily\s)?(?:fraction|fx|session)\b"
    rf"|\b[Ii]n each (?:fraction|session),?\s(?:a dose of\s)?(?P<single2>{_D})\s?{_GY.format('per2')}"
    rf"|\bfractions (?:of|at) (?P<single3>{_D})\s?{_GY.format('per3')}"
)
_TOTAL = lazily(
    r"\b(?:cumulative|total(?:ed|ing|led|ling)?|overall|combined|altogether|sum)\b", re.IGNORECASE
)
_COURSES = lazily(
    rf"\btotal\sdose\b[^.;\d]{{0,40}}?\b(?P<count>two|both|three)\s(?:therapies|courses|series|treatments"
    rf"|irradiations)\b"
    rf"[^.;\d]{{0,20}}?(?P<dose>{_D})\s?{_GY.format('unit')}",
    re.IGNORECASE,
)
_ONE_TOTAL = lazily(rf"\b(?:dose of|up to|with)\s(?P<dose>{_D})\s?{_GY.format('unit')}")
_SIGN, _SIGN_TOTAL = lazily(r"gy(?<=[\dc\s]gy)\b"), lazily(r"total dose[^.;]{0,90}gy\b")
_REACH = 260  # characters in which the single dose belongs to a course
_MOST = 6  # courses that one total sums up
_HINT = "correct a dose or the number of fractions"


class RadiationNotItsSum:
    """A dose of radiation that its fractions or its courses do not add up to.

    Why it is bad
        The dose a tissue has already had decides what it may be given; one of the figures is wrong.

    Example
        He received 50 Gy in 25 fractions, then a boost of 16 Gy in 8 fractions. The cumulative dose was 60 Gy in 33
        fractions.

    Write instead
        He received 50 Gy in 25 fractions, then a boost of 16 Gy in 8 fractions. The cumulative dose was 66 Gy in 33
        fractions.

    Source
        Addition and multiplication; half a hundredth is allowed for rounding.
    """

    code: ClassVar[str] = "CW237"
    name: ClassVar[str] = "radiation-not-its-sum"
    severity: ClassVar[Severity] = "warning"

    def check(self, reading: Reading) -> Iterator[Finding]:
        among = having(reading, _SIGN)
        if not among:
            return
        courses: list[tuple[Passage, re.Match[str]]] = []
        for passage, match in scan(reading, _COURSE, among=among):
            before = match.string[max(0, match.start() - 60) : match.start()].rpartition(". ")[2]
            here = [each for each in courses[-_MOST:] if each[0].block == passage.block]
            if _TOTAL.search(before) and len(here) > 1:
                yield from self._summed(reading, passage, match, here)
            courses.append((passage, match))
            yield from self._fractions(reading, passage, match)
        yield from self._told_apart(reading)

    def _summed(
        self,
        reading: Reading,
        passage: Passage,
        total: re.Match[str],
        parts: list[tuple[Passage, re.Match[str]]],
    ) -> Iterator[Finding]:
        """A cumulative dose against the courses told before it in the paragraph, the last two or more of them."""
        whole, fractions = _gray(total["dose"], total["unit"]), _count(total["n"])
        half: tuple[Decimal, int, list[Passage]] | None = None
        for first in range(len(parts) - 1):
            summed = parts[first:]
            dose = sum((_gray(each["dose"], each["unit"]) for _, each in summed), Decimal(0))
            count = sum(_count(each["n"]) for _, each in summed)
            if _near(dose, whole) and count == fractions:
                return
            if _near(dose, whole) or count == fractions:  # these are the courses that were meant
                half = dose, count, [part for part, _ in summed]
        if half is not None:
            message = f"the courses add up to {_plain(half[0])} Gy in {half[1]} fractions, not `{total[0]}`"
            yield found(self, reading, passage, message, _HINT, half[2])

    def _fractions(self, reading: Reading, passage: Passage, match: re.Match[str]) -> Iterator[Finding]:
        """The dose of one fraction, printed behind a course and before the next."""
        text, end = match.string, min(len(match.string), match.end() + _REACH)
        following = _COURSE.search(text, match.end(), end)
        each = _EACH.search(text, match.end("n"), following.start() if following else end)
        if each is None:
            return
        single, unit = next((each[a], each[b]) for a, b in _SINGLES if each[a])
        dose, whole = _gray(single, unit), _gray(match["dose"], match["unit"])
        if not _near(dose * _count(match["n"]), whole):
            at = Passage(passage.block, each.start(), each.end())
            total = f"{_plain(dose * _count(match['n']))} Gy"
            message = f"{match['n']} times {single} {unit} are {total}, not {match['dose']} {match['unit']}"
            yield found(self, reading, at, message, _HINT, [passage])

    def _told_apart(self, reading: Reading) -> Iterator[Finding]:
        """The total of two or three courses, each told elsewhere with its own total."""
        for passage, match in scan(reading, _COURSES, among=having(reading, _SIGN_TOTAL)):
            singles: dict[Decimal, Passage] = {}
            for other, one in scan(reading, _ONE_TOTAL, among=having(reading, _SIGN)):
                if part_at(reading, other.block) == "body" and other.block != passage.block:
                    singles.setdefault(_gray(one["dose"], one["unit"]), other)
            whole = _gray(match["dose"], match["unit"])
            if len(singles) == (3 if match["count"] == "three" else 2) and not _near(sum(singles), whole):
                message = (
                    f"the courses add up to {_plain(sum(singles))} Gy, not {match['dose']} {match['unit']}"
                )
                yield found(
                    self, reading, passage, message, "correct the total or a course", singles.values()
                )


_SINGLES = (("single", "per"), ("single2", "per2"), ("single3", "per3"))


def _gray(text: str, unit: str) -> Decimal:
    value = Decimal(text.replace(",", ""))
    return value / 100 if unit.startswith("c") else value


def _count(text: str) -> int:
    number = read_number(text.lower())
    return int(number.value) if number else 0


def _near(one: Decimal | int, other: Decimal) -> bool:
    return abs(one - other) * 200 <= other


def _plain(dose: Decimal | int) -> str:
    return f"{Decimal(dose).normalize():f}"
