"""CW908."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from casewright.check.finding import Finding, Severity
from casewright.check.rules.journal.bounds import beginning, severity_of
from casewright.check.spotting import Span, found
from casewright.document.model import Block
from casewright.document.reading import Reading
from casewright.patterns import lazily

if TYPE_CHECKING:
    from casewright.journal.model import TitleRules

_CASE_REPORT = lazily(r"\bcase (?:reports?|series|study)\b|\breport of \w+ cases?\b", re.IGNORECASE)
_PATIENT = lazily(
    r"\b(?:\d+|\w+)-(?:year|month|week|day)s?-old\b|\bin (?:his|her|their) (?:\d0s|teens)\b"
    r"|\b(?:wo)?m[ae]n\b|\b(?:fe)?males?\b|\bboys?\b|\bgirls?\b",
    re.IGNORECASE,
)


class TitleAgainstJournal:
    """The title says what the journal does not want in titles, or lacks what it wants there.

    Why it is bad
        It is the first thing that an editor sees, and the rule that is easiest to hold.

    Example
        A rare tumor in a 45-year-old man: a case report (for BMJ Case Reports).

    Write instead
        Spinal cord metastasis of a pancreatic tumor.

    Source
        The rules of titles stand in the profile of the journal, with their source.
    """

    code: ClassVar[str] = "CW908"
    name: ClassVar[str] = "title-against-journal"
    severity: ClassVar[Severity] = "error"

    def check(self, reading: Reading) -> Iterator[Finding]:
        """One finding for each word that may not stand there, and one for words that must."""
        if reading.journal is None:
            return
        rules = reading.journal.titles
        severity = severity_of(self, rules.verified)
        for number, (section, block) in enumerate(reading.blocks):
            if section.role != "title" or block.kind == "heading":
                continue
            for start, end in unwanted(block, rules):
                at = Span(number, start, end)
                message = f"{reading.journal.journal} does not want `{block.text[start:end]}` in a title"
                yield found(
                    self, reading, at, message, f"leave it out; source: {rules.source}", severity=severity
                )
            if rules.case_report == "wanted" and not _CASE_REPORT.search(block.text):
                message = f"the title does not say `case report`, as {reading.journal.journal} wants"
                hint = f"end it with `: A case report`; source: {rules.source}"
                yield found(self, reading, beginning(reading, number), message, hint, severity=severity)
            return


def unwanted(block: Block, rules: TitleRules) -> Iterator[tuple[int, int]]:
    """Where the words stand that the journal does not want, in order of their rules."""
    for words in rules.forbidden:
        edge = r"\b" if words[-1:].isalnum() else ""
        for match in re.finditer(rf"{edge}{re.escape(words)}{edge}", block.text, re.IGNORECASE):
            yield match.span()
    if rules.patient_forbidden:
        yield from (match.span() for match in _PATIENT.finditer(block.text))
