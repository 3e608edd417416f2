"""CW129."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from casewright.check.evidence.people.cases import cases_told
from casewright.check.evidence.telling.retold import Telling, retold
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import Span, found
from casewright.document.reading import Reading


class SentenceRetoldOtherwise:
    """A sentence that a second part of the report repeats word for word, but for one figure or one word.

    Why it is bad
        What stands twice in the same words was copied from the one place to the other. A correction that reached
        only one of them leaves the report with two versions of a fact.

    Example
        Case report: The tracer showed intense uptake in the body of the L2 vertebra and in the left ilium. Legend:
        Intense uptake in the body of the L3 vertebra and in the left ilium.

    Write instead
        Case report: The tracer showed intense uptake in the body of the L2 vertebra and in the left ilium. Legend:
        Intense uptake in the body of the L2 vertebra and in the left ilium.

    Source
        Pitkin et al. 1999, doi:10.1001/jama.281.12.1110. The two must share six words or more in one order around
        the place where they differ, and differ there in a figure, in two words of one kind (two sides, two organs,
        two drugs of one use) or in a denial; where either sentence has the other's word too, nothing is said.
    """

    code: ClassVar[str] = "CW129"
    name: ClassVar[str] = "sentence-retold-otherwise"
    severity: ClassVar[Severity] = "warning"

    def check(self, reading: Reading) -> Iterator[Finding]:
        if reading.once(cases_told) > 1:
            return
        seen: set[tuple[str, str]] = set()
        for pair in retold(reading):
            if (pair.one.says, pair.other.says) in seen:
                continue
            seen.add((pair.one.says, pair.other.says))
            where = pair.one.stretch.section.title or "another part"
            message = (
                f"`{pair.other.says}` stands here and `{pair.one.says}` in {where}, in the same sentence else"
            )
            yield found(
                self, reading, _span(pair.other), message, "make the two sentences agree", [_span(pair.one)]
            )


def _span(telling: Telling) -> Span:
    stretch = telling.stretch
    return Span(stretch.sentence.block, stretch.offset + telling.start, stretch.offset + telling.end)
