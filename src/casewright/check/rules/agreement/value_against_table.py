"""CW115."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from casewright.check.evidence.telling.columns import differing
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import found
from casewright.document.reading import Reading
from casewright.quantity.analytes import ANALYTES


class ValueAgainstTable:
    """A value of a sentence or of a second table that differs from the column of a table which the others repeat.

    Why it is bad
        The table and the text were written from the same laboratory sheet; one of the two has a slip.

    Example
        The AST was 282 U/L, the ALT 136 U/L and the GGT 75 U/L. Table, day 144: AST 228, ALT 136, GGT 75.

    Write instead
        The AST was 228 U/L, the ALT 136 U/L and the GGT 75 U/L. Table, day 144: AST 228, ALT 136, GGT 75.

    Source
        The column that is meant is the one that has two other values of the sentence, or one where two digits have
        changed places, or one headed with the time that the sentence names, where the row has no such value; of two
        tables, one column must have all other values of the other's, and three at least.
    """

    code: ClassVar[str] = "CW115"
    name: ClassVar[str] = "value-against-table"
    severity: ClassVar[Severity] = "warning"

    def check(self, reading: Reading) -> Iterator[Finding]:
        for each in differing(reading):
            analyte = ANALYTES.get(each.cell.name)
            name = analyte.name if analyte else each.cell.name
            why = "where the values beside it agree" if each.agreeing else "with two digits in another order"
            why = f"both of one time ({each.when})" if each.when else why
            message = (
                f"`{name}` is {' '.join(each.value.split())} here and {each.cell.value} in the table, {why}"
            )
            yield found(self, reading, each.at, message, "make the two agree", [each.cell.span])
