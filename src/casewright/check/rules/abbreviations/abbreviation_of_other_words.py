"""CW507."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import ClassVar

from casewright.check.finding import Finding, Severity
from casewright.check.rules.abbreviations.known import known_words
from casewright.check.rules.abbreviations.parts import definitions
from casewright.check.rules.abbreviations.wording import say_the_same
from casewright.check.spotting import found
from casewright.document.reading import Reading
from casewright.patterns import lazily
from casewright.quantity.analytes import find_analyte

_ALIKE = 0.85  # words more alike than this are one in two spellings, or one with a slip of the pen
_CAPITALS = lazily(r"\b[A-Z]{2,}\b")  # `IV immunoglobulin`: a short form in the long one
_SMALL = {"of", "the", "and", "in", "for"}


class AbbreviationOfOtherWords:
    """A well-known abbreviation is given a long form of which one word is another.

    Why it is bad
        Everybody knows the abbreviation, and reads the long form as a thing that does not exist.

    Example
        Lactate dehydratase (LDH) was elevated, and magnetic response imaging (MRI) was done.

    Write instead
        Lactate dehydrogenase (LDH) was elevated, and magnetic resonance imaging (MRI) was done.

    Source
        The names of LOINC (https://loinc.org) and of the Medical Subject Headings (https://www.ncbi.nlm.nih.gov/mesh).
    """

    code: ClassVar[str] = "CW507"
    name: ClassVar[str] = "abbreviation-of-other-words"
    severity: ClassVar[Severity] = "warning"

    def check(self, reading: Reading) -> Iterator[Finding]:
        """A finding at the first such definition of each short form."""
        seen: set[str] = set()
        for mention in definitions(reading):
            if mention.short in seen:
                continue
            meant = _slipped_from(mention.short, mention.long)
            if meant:
                seen.add(mention.short)
                message = (
                    f"{mention.short} stands for `{meant}`, and here for `{' '.join(mention.long.split())}`"
                )
                yield found(self, reading, mention, message, "correct the long form or the abbreviation")


def _slipped_from(short: str, long: str) -> str:
    """The known long form of which all words are printed but one; "" where it is printed itself, or another thing."""
    known = known_words(short)
    if not known or find_analyte(long) is not None or _CAPITALS.search(long):
        return ""
    printed = _words(long)
    if any(_unlike(printed, _words(each)) == 0 for each in known):
        return ""
    near = (each for each in known if len(_words(each)) > 1 and _unlike(printed, _words(each)) == 1)
    return next((each for each in near if not _is_spelling(each, long)), "")


def _is_spelling(one: str, other: str) -> bool:
    return say_the_same(one, other) and not one.lower().endswith("ase")


def _words(long: str) -> list[str]:
    folded = long.lower().replace("ae", "e").replace("oe", "e").replace("our", "or").replace("isa", "iza")
    return [word.rstrip("s") for word in re.findall(r"[a-zα-ω0-9]+", folded) if word not in _SMALL]


def _unlike(one: list[str], other: list[str]) -> int:
    """How many words of two long forms of as many words are not the same; many where the numbers differ."""
    if len(one) != len(other):
        return len(one) + len(other)
    return sum(not _same(a, b) for a, b in zip(one, other, strict=True))


def _same(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) > 3 and longer.startswith(shorter) and len(longer) <= len(shorter) + 2:
        return True
    return one == other or SequenceMatcher(None, one, other).ratio() > _ALIKE
