"""CW304."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from casewright.check.finding import Finding, Severity
from casewright.check.spotting import found
from casewright.document.reading import Reading
from casewright.quantity.analytes import Analyte, find_analyte

_KIN = (  # analytes whose names are used for one another
    {"urea", "urea_nitrogen"},
    {"troponin", "troponin_i", "troponin_t"},
    {"glucose", "glucose_fasting"},
    {"hemoglobin", "hba1c", "mch", "mchc"},
    {"pt", "pt_activity", "inr"},
    {"creatinine_clearance", "egfr"},
    {"bnp", "nt_probnp"},
    {"blood_pressure", "systolic_pressure", "diastolic_pressure", "map"},
)


class AbbreviationOfAnotherAnalyte:
    """The abbreviation of one test printed beside the name of another.

    Why it is bad
        The reader cannot know which of the two was measured.

    Example
        Aspartate aminotransferase (ALT) was 486 U/L.

    Write instead
        Alanine aminotransferase (ALT) was 486 U/L.

    Source
        The names of LOINC (https://loinc.org), and those in common use beside them.
    """

    code: ClassVar[str] = "CW304"
    name: ClassVar[str] = "abbreviation-of-another-analyte"
    severity: ClassVar[Severity] = "error"

    def check(self, reading: Reading) -> Iterator[Finding]:
        for mention in reading.abbreviations:
            if not mention.long:
                continue
            meant, named = find_analyte(mention.short), find_analyte(mention.long)
            if meant is not None and named is not None and not _akin(meant, named):
                message = f"`{mention.short}` stands for {meant.name}, and here beside {mention.long}"
                yield found(self, reading, mention, message, "correct the name or the abbreviation")


def _akin(one: Analyte, other: Analyte) -> bool:
    """Whether two analytes are one, or share a name: `neutrophils` are a count and a share."""
    stem = {one.key.removesuffix("_percent"), other.key.removesuffix("_percent")}
    return len(stem) == 1 or any({one.key, other.key} <= kin for kin in _KIN)
