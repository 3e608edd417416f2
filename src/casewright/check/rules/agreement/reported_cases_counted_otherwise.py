"""CW132."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar

from casewright.check.evidence.text.around import stretches_with
from casewright.check.evidence.text.passage import Passage
from casewright.check.evidence.times.courseday import ORDINALS
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import as_said, found
from casewright.document.mentions.stretch import Stretch
from casewright.document.mentions.wordset import words
from casewright.document.reading import Reading
from casewright.patterns import lazily
from casewright.quantity.number import read_number

_N = (
    r"\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
    r"|eighteen|nineteen|twenty"
)
_CASES = r"(?:cases?|reports?|patients?|publications?|isolates?|instances?)"
_ONLY = lazily(
    rf"\b(?:only|just)\s(?P<only>{_N})\s(?:[\w-]+\s){{0,3}}?{_CASES}\b[^.;]{{0,60}}?"
    r"\b(?:reported|described|published|documented|recorded|literature)\b"
    rf"|\bbeen\s(?:reported|described|published)\b[^.;\d]{{0,60}}?\sin\s(?P<other>{_N})\s(?:other|previous)\s{_CASES}\b",
    re.IGNORECASE,
)
_REPORTED = r"(?:reported|described|published|documented|recorded)"
_ALL = lazily(  # `only 23 previously reported cases in the literature`: of all, not of some kind or language
    rf"\b(?:only|just|total of)\s(?P<all>{_N})\s"
    rf"(?:(?:previously|such|similar|prior|previous|other|known|so far|{_REPORTED})\s){{0,3}}"
    rf"cases\s(?:(?:have|had)\sbeen\s(?:(?:previously|so far)\s)?{_REPORTED}|{_REPORTED})?"
    r"(?:\s?(?:in (?:the )?(?:medical |world |published )?literature|worldwide|to date|so far|previously))*"
    r"(?=\s?[.,;\[(]|\s?\Z)",
    re.IGNORECASE,
)
_SAID = lazily(rf"{_REPORTED}|literature")
_WHOLE = lazily(
    rf"\b(?:of|in|among|all)\s(?:the\s|these\s)?(?P<whole>{_N})\s(?:previously\s)?(?:reported|published|described)\s"
    r"(?:cases|patients)\b",
    re.IGNORECASE,
)
_OURS = lazily(
    rf"\bthe\s(?P<nth>{'|'.join(ORDINALS[1:])}|\d{{1,2}}(?:st|nd|rd|th))\s(?:ever\s)?(?:reported|published|described|known"
    r"|documented|recorded)\s(?:case|patient|report)\b"
    rf"|\bthe\s(?P<of_all>{'|'.join(ORDINALS[1:])}|\d{{1,2}}(?:st|nd|rd|th))\s(?:case|patient)\s(?:that we know of\s)?"
    r"(?:to (?:be|have been)|ever|being)\s(?:reported|recorded|described|published|documented)\b",
    re.IGNORECASE,
)
_TOLD = words("reported published described known documented recorded literature")
_KINDS = words("case cases patient patients report reports publications isolates instances")
_LEAST = 2  # a single case may be one of a kind among several


@dataclass(frozen=True, slots=True)
class _Count:
    """How many cases are said to have been reported before ours."""

    at: Passage
    text: str
    number: int


class ReportedCasesCountedOtherwise:
    """The cases known so far with one number in one place and another number in another.

    Why it is bad
        How rare the disease is belongs to what a case report is for; one of the counts is wrong.

    Example
        Only three cases have been reported. We describe the seventh reported case of splenic abscess.

    Write instead
        Only three cases have been reported. We describe the fourth reported case of splenic abscess.

    Source
        Counting: ours is the one after those known, or one of them. Compared are `only n cases have been reported`,
        where it is told twice, `of the n reported cases` and `the nth reported case`, where the report has none that
        bears the number out.
    """

    code: ClassVar[str] = "CW132"
    name: ClassVar[str] = "reported-cases-counted-otherwise"
    severity: ClassVar[Severity] = "warning"

    def check(self, reading: Reading) -> Iterator[Finding]:
        stretches = [each for each in stretches_with(reading, _TOLD) if not each.words.isdisjoint(_KINDS)]
        every = [each for each in _counts(stretches, _ALL) if _SAID.search(each.text)]
        differing = next((each for each in every if each.number != every[0].number), None)
        if differing is not None:
            message = f"`{as_said(differing.text)}` here, and `{as_said(every[0].text)}` before"
            yield found(self, reading, differing.at, message, "make the counts agree", [every[0].at])
            return
        others = [each for each in _counts(stretches, _WHOLE) if each.number >= _LEAST]
        ours = _counts(stretches, _OURS)
        told = _counts(stretches, _ONLY) if others or ours else []
        known = [each for each in told if each.number >= _LEAST]
        if len({each.number for each in known}) != 1:
            return
        before = known[0]
        fits = {before.number, before.number + 1}
        for each in (*others, *ours):
            if each.number not in fits and not any(other.number in fits for other in others):
                message = f"`{as_said(each.text)}` does not fit `{as_said(before.text)}`"
                yield found(self, reading, each.at, message, "make the counts agree", [before.at])
                return


def _counts(stretches: Iterable[Stretch], pattern: re.Pattern[str]) -> list[_Count]:
    """The numbers that the matches of a pattern give, with their places."""
    counts = []
    for stretch in stretches:
        for match in pattern.finditer(stretch.text):
            text = next(each for each in match.groups() if each)
            start = match.start() + match[0].find(text)
            at = Passage(stretch.sentence.block, stretch.offset + start, stretch.offset + match.end())
            counts.append(_Count(at, stretch.text[start : match.end()], _number(text)))
    return counts


def _number(text: str) -> int:
    """A count or an ordinal, in digits or words."""
    if digits := re.match(r"\d+", text):
        return int(digits[0])
    if text.lower() in ORDINALS:
        return ORDINALS.index(text.lower()) + 1
    number = read_number(text.lower())
    return int(number.value) if number else 0
