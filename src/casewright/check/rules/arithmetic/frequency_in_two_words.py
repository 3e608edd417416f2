"""CW279."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import ClassVar

from casewright.check.evidence.text.passage import scan_around
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import found
from casewright.document.reading import Reading
from casewright.patterns import lazily
from casewright.quantity.number import read_number

_N = r"\d{1,2}|one|two|three|four|five|six|eight|twelve"


def _often(at: str) -> str:
    """A pattern of how often something is given, whose groups end in `at`."""
    return (
        rf"(?:(?:(?P<plain{at}>once|twice|thrice)|(?P<times{at}>{_N})\stimes)\s(?:daily|(?:a|per|each|every)\sday)"
        rf"|every\s(?P<hours{at}>{_N})[\s-]?(?:hours|hrs?|h)|(?P<hourly{at}>\d{{1,2}})[\s-]hourly"
        rf"|q\.?\s?(?P<q{at}>\d{{1,2}})\s?h(?:rs?)?|(?P<latin{at}>[qbt]\.?\s?i\.?\s?d\b\.?))"
    )


_TWO = lazily(
    rf"\b(?P<first>{_often('1')}),?\s?[(\[=]\s?(?:i\.e\.,?\s|that is,?\s)?(?P<second>{_often('2')})"
    r"(?=\s?[)\],.;]|\s(?:for|and)\b)",
    re.IGNORECASE,
)
_SIGNS = ("bid", "tid", "qid", "i.d", "hourly", "every ", "q4", "q6", "q8", "q12")
_WORDED = {"once": 1, "twice": 2, "thrice": 3, "b": 2, "t": 3, "q": 4}
_BEFORE, _AFTER = 45, 75


class FrequencyInTwoWords:
    """How often a drug is given, told twice beside one another, and the two mean other numbers of times a day.

    Why it is bad
        A prescription is copied from whichever of the two is read.

    Example
        He took cefalexin 250 mg 4 times a day (TID).

    Write instead
        He took cefalexin 250 mg 4 times a day (QID).

    Source
        The meaning of the words: bis, ter and quater in die are twice, three and four times a day.
    """

    code: ClassVar[str] = "CW279"
    name: ClassVar[str] = "frequency-in-two-words"
    severity: ClassVar[Severity] = "error"

    def check(self, reading: Reading) -> Iterator[Finding]:
        for passage, match in scan_around(reading, _TWO, _BEFORE, _AFTER, *_SIGNS):
            if _times(match, "1") != _times(match, "2"):
                message = f"`{match['first']}` is not `{match['second'].rstrip('.')}`"
                yield found(self, reading, passage, message, "correct how often it is given")


def _times(match: re.Match[str], at: str) -> Fraction:
    """How many times a day the first or the second of the words mean."""
    if word := match[f"plain{at}"] or match[f"latin{at}"]:
        word = word.lower()
        return Fraction(_WORDED[word if word in _WORDED else word[0]])
    if times := match[f"times{at}"]:
        return _value(times)
    return Fraction(24) / _value(match[f"hours{at}"] or match[f"hourly{at}"] or match[f"q{at}"])


def _value(text: str) -> Fraction:
    number = read_number(text.lower())
    return Fraction(number.value) if number and number.value else Fraction(1)
