"""CW401."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import ClassVar

from casewright.check.finding import Finding, Severity
from casewright.check.rules.citations.citing import numbered
from casewright.check.spotting import found
from casewright.document.mentions.model import CitationMention
from casewright.document.reading import Reading
from casewright.document.roles import part_of

_FEW = 2  # so many out of order are slips in any list; more than a fifth are another order


class CitationOutOfOrder:
    """A reference is first cited out of the order of its number.

    Why it is bad
        In the numbered styles, references are numbered in the order in which the text first cites them. A number out
        of order is the trace of a paragraph that was moved, or of a wrong number.

    Example
        Such tumors are rare[1]. Most arise in the liver[3], some in bone[2].

    Write instead
        Such tumors are rare[1]. Most arise in the liver[2], some in bone[3].

    Source
        ICMJE Recommendations, Preparing a Manuscript, References: references are numbered consecutively in the order
        in which they are first mentioned in the text.
    """

    code: ClassVar[str] = "CW401"
    name: ClassVar[str] = "citation-out-of-order"
    severity: ClassVar[Severity] = "warning"

    def check(self, reading: Reading) -> Iterator[Finding]:
        """A finding for each number that must be left out for the rest to rise; lists by alphabet are left alone."""
        firsts = _first_citations(numbered(reading))
        kept = _longest_rising([number for number, _ in firsts])
        if len(firsts) < 4 or len(firsts) - len(kept) > max(_FEW, 0.2 * len(firsts)):
            return
        reported: set[int] = set()
        for at, (number, citation) in enumerate(firsts):
            if number in kept or id(citation) in reported:
                continue
            reported.add(id(citation))  # one finding a citation, whatever it names
            before = [other for other in firsts[:at] if other[0] > number]
            after = [other for other in firsts[at + 1 :] if other[0] < number]
            order, (rival, place) = ("after", before[-1]) if before else ("before", after[0])
            early, late = (number, place) if before else (rival, citation)
            if _may_stand_before(reading, early, late):
                continue
            message = f"reference {number} is first cited {order} reference {rival}"
            hint = "number the references in the order in which they are first cited"
            yield found(self, reading, citation, message, hint, against=[place])


def _may_stand_before(reading: Reading, number: int, late: CitationMention) -> bool:
    """Whether a number without brackets stands before a citation as one is printed: `in pus13 and`, `protein)7 or`."""
    if not late.text[:1].isdigit():
        return False  # printed in brackets
    glued = re.compile(
        rf"(?:[a-z]{{3}}|[)\]”’]|[a-z]{{3}}[.,;]){number}(?=[\s,.;)]|[A-Z][a-z]|$)|[a-z]{{3}}\. {number}(?= [A-Z])"
    )
    for index, (section, block) in enumerate(reading.blocks[: late.block + 1]):
        if part_of(section.role) == "main" and block.kind in ("paragraph", "item"):
            end = late.start if index == late.block else len(block.text)
            if any(
                not any(
                    each.start <= match.end() - 1 < each.end
                    for each in reading.citations
                    if each.block == index
                )
                for match in glued.finditer(block.text, 0, end)
            ):
                return True
    return False


def _first_citations(citations: list[CitationMention]) -> list[tuple[int, CitationMention]]:
    firsts: dict[int, CitationMention] = {}
    for citation in citations:
        for number in citation.numbers:
            firsts.setdefault(number, citation)
    return list(firsts.items())


def _longest_rising(numbers: list[int]) -> set[int]:
    """The members of a longest rising subsequence of different numbers."""
    ends: list[int] = []  # the least last member of a rising run of each length
    length: dict[int, int] = {}
    for number in numbers:
        place = bisect_left(ends, number)
        ends[place : place + 1] = [number]
        length[number] = place + 1
    kept: list[int] = []
    for number in reversed(numbers):
        if length[number] == len(ends) - len(kept) and (not kept or number < kept[-1]):
            kept.append(number)
    return set(kept)
