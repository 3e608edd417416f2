"""CW272."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from casewright.check.evidence.values.variants import can_become, codon_of, is_of_codon, variants
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import found
from casewright.document.reading import Reading


class VariantNotOfItsCodon:
    """A change of the coding DNA that cannot make the change of the protein printed beside it.

    Why it is bad
        One of the two names is another variant, and whoever looks it up in a database of variants finds nothing, or the
        wrong thing.

    Example
        Sequencing showed c.1216C>T (p.Arg460Ter).

    Write instead
        Sequencing showed c.1216C>T (p.Arg406Ter).

    Source
        Three bases make a codon, and both are counted from the start codon: HGVS recommendations, den Dunnen et al.,
        Hum Mutat 2016;37:564-569. What codes for what: the standard code, NCBI translation table 1. Proteins counted
        without their first methionine or their signal peptide, and changes within introns, are left alone.
    """

    code: ClassVar[str] = "CW272"
    name: ClassVar[str] = "variant-not-of-its-codon"
    severity: ClassVar[Severity] = "warning"

    def check(self, reading: Reading) -> Iterator[Finding]:
        for each in variants(reading):
            if not is_of_codon(each):
                message = f"`{each.name}` is in codon {codon_of(each.base)}, not {each.codon}"
            elif not can_become(each):
                message = (
                    f"`{each.name}`: the change makes no codon of {each.new_acid} from one of {each.acid}"
                )
            else:
                continue
            hint = "hold both names against the laboratory's report"
            yield found(self, reading, each.dna, message, hint, [each.protein])
