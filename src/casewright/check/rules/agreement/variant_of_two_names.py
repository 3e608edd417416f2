"""CW140."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from typing import ClassVar

from casewright.check.evidence.telling.slips import is_exchange
from casewright.check.evidence.telling.varianttold import (
    Beside,
    codons,
    copies,
    exons,
    homozygous_carriers,
    is_slip,
    lone_exon,
)
from casewright.check.evidence.values.variantnames import Told, names
from casewright.check.evidence.values.variants import Variant, variants
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import found
from casewright.document.reading import Reading

_SHORT = 2  # digits: so few differ in one by chance
_HINT = "hold both against the laboratory's report"


class VariantOfTwoNames:
    """A variant of a gene that is told otherwise in another place: by digit, protein, codon, exon or zygosity.

    Why it is bad
        A reader who looks the variant up finds another one, or none.

    Example
        Abstract: the variant c.1264C>T was found. Case report: sequencing showed c.1246C>T.

    Write instead
        Abstract: the variant c.1246C>T was found. Case report: sequencing showed c.1246C>T.

    Source
        A name of the HGVS recommendations (den Dunnen et al., Hum Mutat 2016;37:564-569) names one variant: the change
        of DNA has one change of the protein, in one exon. Two names in one sentence are taken for two variants.
    """

    code: ClassVar[str] = "CW140"
    name: ClassVar[str] = "variant-of-two-names"
    severity: ClassVar[Severity] = "warning"

    def check(self, reading: Reading) -> Iterator[Finding]:
        yield from self._exchanged(reading)
        yield from self._of_two_proteins(reading)
        yield from self._told_otherwise(reading)

    def _exchanged(self, reading: Reading) -> Iterator[Finding]:
        """Names that differ in two neighbouring digits, at the rarer one."""
        places = defaultdict[str, list[Told]](list)
        for told in reading.once(names):
            places[told.text].append(told)
        for one, other in combinations(sorted(places.values(), key=len), 2):
            rare, usual = one[0], other[0]
            if (
                len(one) <= len(other)
                and (_differ_by_exchange(rare, usual) or _is_mistyped(one, other))
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

    def _told_otherwise(self, reading: Reading) -> Iterator[Finding]:
        """Variants in two exons, on two numbers of copies, or with another codon in words."""
        for at in homozygous_carriers(reading):
            message = "a parent who carries the change on both copies has the disease of the patient"
            yield found(self, reading, at, message, "a carrier is heterozygous")
        if not reading.once(names):
            return
        for told, kind in ((exons(reading), "in exon {}"), (copies(reading), "{}ous")):
            first: dict[str, Beside] = {}
            for each in told:
                known = first.setdefault(each.of.text, each)
                if known.what != each.what:
                    here, there = kind.format(each.what), kind.format(known.what)
                    message = f"`{each.of.text}` is {here} here, and {there} in another place"
                    yield found(self, reading, each.at, message, _HINT, [known.at])
        for each in codons(reading):
            message = f"`{each.of.text}` stands beside the number {each.what}"
            yield found(self, reading, each.at, message, _HINT, [each.of.at])
        for at, exon, known in lone_exon(reading):
            message = f"the change is in exon {exon} here, and in exon {known.what} in another place"
            yield found(self, reading, at, message, _HINT, [known.at])


def _differ_by_exchange(one: Told, other: Told) -> bool:
    """Whether two names are the same but for two digits that changed places."""
    kinds = (one.text.replace(one.digits, "#"), other.text.replace(other.digits, "#"))
    return kinds[0] == kinds[1] and is_exchange(one.digits, other.digits)


def _is_mistyped(one: list[Told], other: list[Told]) -> bool:
    """Whether a name that stands once is another, which stands more than once, but for one digit; or its words are."""
    rare, usual = one[0], other[0]
    if rare.text.replace(rare.digits, "#") != usual.text.replace(usual.digits, "#"):
        return False
    words = any(each.in_words for each in one) != any(each.in_words for each in other)
    often = len(one) == 1 and len(other) > 1 and len(rare.digits) > _SHORT
    return (words or often) and is_slip(rare.digits, usual.digits)


def _together(reading: Reading, one: list[Told], other: list[Told]) -> bool:
    """Whether some sentence has both."""
    sentences = [
        {reading.sentence_at(told.at.block, told.at.start) for told in each} for each in (one, other)
    ]
    return bool(sentences[0] & sentences[1])
