"""CW509."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import ClassVar

from casewright.check.finding import Finding, Severity
from casewright.check.rules.abbreviations.parts import definitions, is_bracketed
from casewright.check.rules.abbreviations.wording import say_the_same
from casewright.check.spotting import found
from casewright.document.mentions.model import AbbreviationMention
from casewright.document.mentions.wordset import words
from casewright.document.reading import Reading

_BEFORE = 120  # characters: no long form is longer
_COUNTS = words("one two three four five six seven eight once twice thrice")


class TermWithTwoAbbreviations:
    """One term is given two abbreviations.

    Why it is bad
        The reader takes them for two things. Mostly two letters were exchanged, or one was left out.

    Example
        Ankle-brachial index (ABI) fell. ... The ankle-brachial index (BAI) was normal again.

    Write instead
        Ankle-brachial index (ABI) fell. ... The ABI was normal again.

    Source
        ICMJE Recommendations, Preparing a Manuscript, Abbreviations and Symbols.
    """

    code: ClassVar[str] = "CW509"
    name: ClassVar[str] = "term-with-two-abbreviations"
    severity: ClassVar[Severity] = "warning"

    def check(self, reading: Reading) -> Iterator[Finding]:
        """A finding at each abbreviation in brackets behind a term that another abbreviation stands for."""
        defining = [each for each in definitions(reading) if is_bracketed(reading, each)]
        first: dict[str, AbbreviationMention] = {}
        for each in defining:
            first.setdefault(each.short, each)
        seen: set[str] = set()
        for mention in (
            reading.abbreviations if len(first) > 1 or len(defining) < len(reading.abbreviations) else ()
        ):
            if mention.short in seen or (mention.short in first and not mention.long):
                continue
            if not is_bracketed(reading, mention):
                continue
            other = next((each for each in first.values() if _has_its_term(reading, mention, each)), None)
            if other is not None:
                seen |= {mention.short, other.short}
                message = f"`{other.long}` is abbreviated {mention.short} here, and {other.short} elsewhere"
                yield found(self, reading, mention, message, "keep one of the two", [other])


def _has_its_term(reading: Reading, mention: AbbreviationMention, other: AbbreviationMention) -> bool:
    """Whether an abbreviation stands behind the long form of another: its own, or, where it has none, one so like
    it that it must be meant."""
    if _folded(mention.short) == _folded(other.short) or _is_of_a_family(mention.short, other.short):
        return False
    if mention.long:
        behind = (mention.block, mention.start) > (other.block, other.start)
        if not behind or not say_the_same(mention.long, other.long):
            return False
        if _is_of_more(reading, mention, other.short) or _is_of_more(reading, other, mention.short):
            return False
        return _count_before(reading, mention, mention.long) == _count_before(reading, other, other.long)
    if not (mention.short.isalpha() and _is_a_slip(mention.short, other.short)):
        return False
    text = reading.blocks[mention.block][1].text
    before = text[max(0, mention.start - _BEFORE) : mention.start - 1].split()
    said = before[-len(other.long.split()) :]
    if not say_the_same(" ".join(said), other.long):
        return False
    return _count_before(reading, mention, " ".join(said)) == _count_before(reading, other, other.long)


def _is_of_more(reading: Reading, mention: AbbreviationMention, other: str) -> bool:
    """Whether the long form of the longer of two short forms begins a word earlier than was read, with its letter:
    `robot-assisted radical prostatectomy (RALP)`, beside RP."""
    if len(mention.short) <= len(other):
        return False
    before = _words_before(reading, mention, mention.long)[-1:]
    return bool(before) and before[0][0] == mention.short[0].lower()


def _words_before(reading: Reading, mention: AbbreviationMention, long: str) -> list[str]:
    """The words before a long form, in small letters."""
    text = reading.blocks[mention.block][1].text[max(0, mention.start - _BEFORE) : mention.start].lower()
    return text[: max(0, text.rfind(long.lower()))].split()


def _count_before(reading: Reading, mention: AbbreviationMention, long: str) -> str:
    """The number before a long form, which belongs to it: of `four times a day (QID)`, "" for none."""
    before = _words_before(reading, mention, long)[-1:]
    return before[0] if before and (before[0] in _COUNTS or before[0].isdigit()) else ""


def _is_of_a_family(one: str, other: str) -> bool:
    """Whether one short form is the other with the number of a member: VEGFR and VEGFR1."""
    short, long = sorted((one, other), key=len)
    number = long.removeprefix(short).lstrip("-")
    return long.startswith(short) and len(number) == 1 and number.isdigit()


@lru_cache(maxsize=4096)
def _folded(short: str) -> str:
    return "".join(letter for letter in short.casefold() if letter.isalnum()).removesuffix("s")


def _is_a_slip(one: str, other: str) -> bool:
    """Whether two short forms have the same letters, or all but one."""
    if len(one) < 3 or abs(len(one) - len(other)) > 1 or len({*one} ^ {*other}) > 2:
        return False
    first, second = Counter(one), Counter(other)
    return (first - second).total() <= 1 and (second - first).total() <= 1
