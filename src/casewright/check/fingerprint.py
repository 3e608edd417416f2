"""What stays the same of a finding while the text around it changes."""

from __future__ import annotations

from casewright.check.finding import Finding


def fingerprint(finding: Finding) -> str:
    """Code, quote and message, in one line: neither lines nor sections, which move as a text is edited.

    Two findings alike in all three are told apart by their count.
    """
    return "|".join((finding.code, " ".join(finding.spot.quote.split()), finding.message))
