"""CW907."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from casewright.check.finding import Finding, Severity
from casewright.check.rules.journal.bounds import severity_of
from casewright.check.spotting import missing
from casewright.document.reading import Reading

if TYPE_CHECKING:
    from casewright.journal.model import Profile


class HeadingOfJournalMissing:
    """A part that the journal divides under headings of its own is not divided.

    Why it is bad
        The journal prints every report under the same headings, and sends back one that lacks them.

    Example
        An abstract in one piece for a journal that wants Background, Case presentation and Conclusions.

    Write instead
        The abstract in three pieces: manuscript/abstract/background.md, case.md and conclusion.md.

    Source
        The divisions stand in the profile of the journal, with where they were read; one that was not read gives a
        note.
    """

    code: ClassVar[str] = "CW907"
    name: ClassVar[str] = "heading-of-journal-missing"
    severity: ClassVar[Severity] = "warning"

    def check(self, reading: Reading) -> Iterator[Finding]:
        """One finding for each part of which the manuscript has the text and none of the headings."""
        if reading.journal is None:
            return
        printed = {section.role for section in reading.document.sections}
        for whole, parts in reading.journal.parts.items():
            if whole in printed and not printed & set(parts):
                headings = ", ".join(_heading(reading.journal, part) for part in parts)
                message = (
                    f"{_heading(reading.journal, whole)} is not divided as {reading.journal.journal} wants it"
                )
                layout = reading.journal.layout
                verified = all(layout.confirms(part) for part in parts)
                doubt = "" if verified else "; nobody has confirmed that it does: look it up"
                hint = f"write it under these headings: {headings}{doubt}"
                yield missing(self, message, hint, severity_of(self, verified))


def _heading(journal: Profile, role: str) -> str:
    return journal.headings.get(role) or role.rpartition(".")[2].replace("_", " ").capitalize()
