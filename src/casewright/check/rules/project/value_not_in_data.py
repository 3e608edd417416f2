"""CW805."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import ClassVar

from casewright.case.convert import in_si
from casewright.case.model import Case
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import found
from casewright.document.reading import Reading
from casewright.quantity.model import Quantity


class ValueNotInData:
    """A file that is held against a project states a laboratory value or vital sign that the data do not have.

    Why it is bad
        Someone has changed a number in the file, or the data, and not the other.

    Example
        `casewright check edited.docx --against .`, where the file says hemoglobin 9.9 g/dL and the data 9.7 g/dL.

    Write instead
        Correct the one that is wrong; `casewright pull` carries an edit back into the data.

    Source
        Design of casewright: a number is typed once.
    """

    code: ClassVar[str] = "CW805"
    name: ClassVar[str] = "value-not-in-data"
    severity: ClassVar[Severity] = "warning"

    def check(self, reading: Reading) -> Iterator[Finding]:
        """A finding at each value of the patient's whose analyte the data have, with other values in that unit."""
        case = reading.project
        if not isinstance(case, Case) or reading.document.format == "built":
            return
        known: dict[tuple[str, str], dict[tuple[Decimal, ...], str]] = {}
        for fact in case.facts.values():
            for form in (fact, in_si(fact)):
                if fact.analyte and isinstance(form.value, Quantity):
                    values = known.setdefault((fact.analyte, _unit(form.value)), {})
                    values[_values(form.value)] = form.written
        for mention in reading.quantities:
            stated = known.get((mention.measure, _unit(mention.quantity)))
            if stated and mention.subject == "patient" and _values(mention.quantity) not in stated:
                message = f"the data of the project say {' or '.join(stated.values())}"
                yield found(self, reading, mention, message, "correct the one that is wrong")


def _unit(quantity: Quantity) -> str:
    return quantity.unit.code if quantity.unit else ""


def _values(quantity: Quantity) -> tuple[Decimal, ...]:
    return tuple(number.value.normalize() for number in quantity.numbers)
