"""CW501."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from casewright.check.finding import Finding, Severity
from casewright.check.rules.abbreviations.parts import NEEDS_NONE, by_part, by_short_form, is_bracketed
from casewright.check.spotting import found
from casewright.document.reading import Reading


class AbbreviationBeforeDefinition:
    """An abbreviation is used before the place that defines it.

    Why it is bad
        The reader meets letters that mean nothing yet, and the definition comes when it is no longer needed.

    Example
        ISCM is rare. We report an intramedullary spinal cord metastasis (ISCM).

    Write instead
        Intramedullary spinal cord metastasis (ISCM) is rare. We report an ISCM.

    Source
        ICMJE Recommendations, Preparing a Manuscript, Abbreviations and Symbols: the spelled-out term followed by the
        abbreviation in parentheses is used on first mention. Abstract and main text are counted apart.
    """

    code: ClassVar[str] = "CW501"
    name: ClassVar[str] = "abbreviation-before-definition"
    severity: ClassVar[Severity] = "warning"

    def check(self, reading: Reading) -> Iterator[Finding]:
        """A finding at the first use of each, part by part; against its definition."""
        for mentions in by_part(reading).values():
            for short, of_short in by_short_form(mentions).items():
                first = of_short[0]
                definition = next((mention for mention in of_short if mention.long), None)
                if not definition or first.long or short in NEEDS_NONE or is_bracketed(reading, first):
                    continue
                if is_bracketed(reading, definition):
                    message = f"{short} is used before it is defined as `{definition.long}`"
                    hint = f"write `{definition.long} ({short})` here, and {short} from then on"
                    yield found(self, reading, first, message, hint, against=[definition])
