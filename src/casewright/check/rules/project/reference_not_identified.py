"""CW804."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from casewright.check.finding import Finding, Severity
from casewright.check.spotting import Span, found
from casewright.document.reading import Reading


class ReferenceNotIdentified:
    """A cited work is not known yet.

    Why it is bad
        The statement it supports hangs in the air, and no journal prints it.

    Example
        An entry of `refs.bib` with the keyword `unverified`.

    Write instead
        Find the work, read it, fill in the entry, and take the keyword away.

    Source
        ICMJE Recommendations, Preparing a Manuscript, References: authors refer to original sources, and check
        references against them.
    """

    code: ClassVar[str] = "CW804"
    name: ClassVar[str] = "reference-not-identified"
    severity: ClassVar[Severity] = "warning"

    def check(self, reading: Reading) -> Iterator[Finding]:
        """A finding at the entry of each such work that is cited."""
        if reading.document.format != "built":
            return
        from casewright.document.references import TO_BE_IDENTIFIED

        for number, (_, block) in enumerate(reading.blocks):
            if block.kind == "reference" and TO_BE_IDENTIFIED in block.text:
                message = f"the work cited as `{block.key}` is not identified"
                hint = "find the work, and fill in its entry in refs.bib"
                yield found(self, reading, Span(number, 0, len(block.text)), message, hint)
