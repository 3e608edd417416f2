"""CW341."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from casewright.check.evidence.people.stains import stained_otherwise
from casewright.check.evidence.values.genekinds import miscalled
from casewright.check.evidence.words.druguses import misused
from casewright.check.evidence.words.members import misnamed
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import found
from casewright.document.reading import Reading


class MemberOfAnotherKind:
    """A drug, bacterium or change of a gene called by the name of a kind that it is not of, or by another stain.

    Why it is bad
        The name or the kind is wrong, and what was given, or what grew, is unknown to the reader.

    Example
        She took the beta blocker amlodipine. Cultures grew gram-negative cocci, identified as Staphylococcus aureus.

    Write instead
        She took the beta blocker metoprolol. Cultures grew gram-positive cocci, identified as Staphylococcus aureus.

    Source
        Drugs: the stems of international nonproprietary names (World Health Organization, 2018). Bacteria: the stain
        and shape of the genus (Bergey's Manual of Systematics of Archaea and Bacteria, not verified). Changes of genes:
        the Sequence Ontology (transition, transversion, missense, nonsense, frameshift).
    """

    code: ClassVar[str] = "CW341"
    name: ClassVar[str] = "member-of-another-kind"
    severity: ClassVar[Severity] = "warning"

    def check(self, reading: Reading) -> Iterator[Finding]:
        called: set[tuple[int, int]] = set()
        for each in (*misnamed(reading), *misused(reading)):
            called.add((each.place.block, reading.sentence_at(each.place.block, each.place.start)))
            text = reading.blocks[each.place.block][1].text[each.place.start : each.place.end]
            at = text.lower().find(each.member)
            member = text[at : at + len(each.member)]
            message = f"`{member}` is called `{each.kind}`, and is of another kind"
            yield found(self, reading, each.place, message, "correct the name or the kind")
        for change in miscalled(reading):
            message = f"`{change.change.strip()}` is called `{change.kind}`, and is of another kind"
            yield found(self, reading, change.place, message, "correct the name or the kind")
        for stained in stained_otherwise(reading):
            if (stained.place.block, reading.sentence_at(stained.place.block, stained.place.start)) in called:
                continue
            message = f"`{stained.said}` is told here, and `{stained.germ}` is of another stain or shape"
            yield found(
                self, reading, stained.place, message, "correct the stain or the name", [stained.named]
            )
