"""CW701."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from casewright.check.evidence.text.around import words_once
from casewright.check.evidence.text.extent import is_report, is_whole, stands_before_the_case
from casewright.check.finding import Finding, Severity
from casewright.check.rules.reporting.care import ITEMS, Item
from casewright.check.spotting import missing
from casewright.document.reading import Reading


class CareItemWithoutText:
    """No word of the manuscript touches an item of the CARE guideline.

    Why it is bad
        Most journals of case reports ask for the CARE checklist, and reviewers look for its items.

    Example
        A report without the patient's history.

    Write instead
        The patient had no history of cancer, took no drugs and did not smoke.

    Source
        Gagnier JJ et al. The CARE guidelines. J Med Case Rep 2013; 7: 223 [PMID: 24228906 DOI:
        10.1186/1752-1947-7-223].
    """

    code: ClassVar[str] = "CW701"
    name: ClassVar[str] = "care-item-without-text"
    severity: ClassVar[Severity] = "note"

    def check(self, reading: Reading) -> Iterator[Finding]:
        """One finding that names all items without text; for a part of a manuscript, those of that part."""
        if not is_report(reading):
            return
        whole = is_whole(reading)
        text = "\n".join(block.text for _, block in reading.blocks).lower()
        vocabulary = " " + reading.once(words_once)
        roles = [section.role for section in reading.document.sections if section.text.strip()]
        absent = [
            item
            for item in ITEMS
            if (whole or item.extent == "body")
            and not _has_section(item, roles)
            and not item.touched(text, vocabulary)
        ]
        if stands_before_the_case(reading):
            absent = [item for item in absent if item.number != "4"]
        if absent:
            names = ", ".join(f"{item.subject} ({item.number})" for item in absent)
            yield missing(self, f"no text on these items of CARE: {names}", "write on them, or say why not")


def _has_section(item: Item, roles: list[str]) -> bool:
    return any(role == own or role.startswith(own + ".") for role in roles for own in item.roles)
