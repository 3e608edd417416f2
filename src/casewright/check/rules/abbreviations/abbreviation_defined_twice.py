"""CW503."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from casewright.check.finding import Finding, Severity
from casewright.check.rules.abbreviations.parts import by_part, by_short_form, is_bracketed
from casewright.check.rules.abbreviations.wording import say_the_same
from casewright.check.spotting import found
from casewright.document.reading import Reading


class AbbreviationDefinedTwice:
    """An abbreviation is defined again in the same part of the manuscript.

    Why it is bad
        The second definition says that the first was forgotten, and makes the reader look for a difference.

    Example
        intramedullary spinal cord metastasis (ISCM) ... an intramedullary spinal cord metastasis (ISCM)

    Write instead
        intramedullary spinal cord metastasis (ISCM) ... an ISCM

    Source
        ICMJE Recommendations, Preparing a Manuscript, Abbreviations and Symbols: spelled out on first mention.
        Abstract and main text are counted apart. A note where the second stands in another section of the text.
    """

    code: ClassVar[str] = "CW503"
    name: ClassVar[str] = "abbreviation-defined-twice"
    severity: ClassVar[Severity] = "warning"

    def check(self, reading: Reading) -> Iterator[Finding]:
        """A finding at the second definition in a part, where it says the same as the first."""
        for part, mentions in reading.once(by_part).items():
            if part == "comments":
                continue  # short sections of their own, each of which may define
            for short, of_short in by_short_form(mentions).items():
                defining = [
                    mention for mention in of_short if mention.long and is_bracketed(reading, mention)
                ]
                if len(defining) > 1 and say_the_same(defining[0].long, defining[1].long):
                    message, hint = f"{short} is defined a second time", f"write {short} alone"
                    roles = {reading.blocks[each.block][0].role for each in defining[:2]}
                    severity: Severity = "warning" if len(roles) == 1 else "note"
                    yield found(self, reading, defining[1], message, hint, [defining[0]], severity)
