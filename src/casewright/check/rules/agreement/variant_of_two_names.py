"""CW140."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from typing import ClassVar

from casewright.check.evidence.telling.slips import is_exchange
from casewright.check.evidence.values.variants import Told, Variant, names, variants
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import found
from casewright.document.reading import Reading

_HINT = "hold both against the laboratory's report"


class VariantOfTwoNames:
    """A variant of a gene that is named otherwise in another place: two of its digits exchanged, or another protein.

    Why it is bad
        A reader who looks the variant up finds another one, or none.

    Example
        Abstract: the variant c.1264C>T was found. Case report: sequencing showed c.1246C>T.

    Write instead
        Abstract: the variant c.1246C>T was found. Case report: sequencing showed c.1246C>T.

    Source
        A name of the HGVS recommendations (den Dunnen et al., Hum Mutat 2016;37:564-569) names one variant: the change
        of DNA has one change of the protein. Two names in one sentence are taken for two variants.
    """

    code: ClassVar[str] = "CW140"
    name: ClassVar[str] = "variant-of-two-names"
    severity: ClassVar[Severity] = "warning"

    def check(self, reading: Reading) -> Iterator[Finding]:
        yield from self._exchanged(reading)
        yield from self._of_two_proteins(reading)

    def _exchanged(self, reading: Reading) -> Iterator[Finding]:
        """Names that differ in two neighbouring digits, at the rarer one."""
        places = defaultdict[str, list[Told]](list)
        for told in names(reading):
            places[told.text].append(told)
        for one, other in combinations(sorted(places.values(), key=len), 2):
            rare, usual = one[0], other[0]
            if (
                len(one) <= len(other)
                and _differ_by_exchange(rare, usual)
                and not _together(reading, one, other)
            ):
                message = f"`{rare.text}` stands here, and `{usual.text}` in another place"
                yield found(self, reading, rare.at, message, _HINT, [usual.at])

    def _of_two_proteins(self, reading: Reading) -> Iterator[Finding]:
        """Changes of DNA with two changes of the protein."""
        first: dict[str, Variant] = {}
        for each in variants(reading):
            known = first.setdefault(each.name, each)
            if (known.acid, known.codon) != (each.acid, each.codon):
                message = (
                    f"`{each.name}` changes codon {each.codon} here, and codon {known.codon} in another place"
                )
                yield found(self, reading, each.protein, message, _HINT, [known.protein])


def _differ_by_exchange(one: Told, other: Told) -> bool:
    """Whether two names are the same but for two digits that changed places."""
    kinds = (one.text.replace(one.digits, "#"), other.text.replace(other.digits, "#"))
    return kinds[0] == kinds[1] and is_exchange(one.digits, other.digits)


def _together(reading: Reading, one: list[Told], other: list[Told]) -> bool:
    """Whether some sentence has both."""
    sentences = [
        {reading.sentence_at(told.at.block, told.at.start) for told in each} for each in (one, other)
    ]
    return bool(sentences[0] & sentences[1])
