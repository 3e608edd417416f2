"""CW501."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from casewright.check.finding import Finding, Severity
from casewright.check.rules.abbreviations.parts import NEEDS_NONE, by_part, by_short_form, is_bracketed
from casewright.check.spotting import found
from casewright.document.mentions.model import AbbreviationMention
from casewright.document.reading import Reading
from casewright.patterns import lazily
from casewright.quantity.analytes import find_analyte

_ARTERIOVENOUS = lazily(
    r"AV (?:fistul|graft|shunt|access|malformation|nod|block|conduction|delay|dissociation)"
)
_REACH = 25  # characters behind a name in which its value stands


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
        for mentions in reading.once(by_part).values():
            for short, of_short in by_short_form(mentions).items():
                first = of_short[0]
                definition = next((mention for mention in of_short if mention.long), None)
                if not definition or first.long or short in NEEDS_NONE or is_bracketed(reading, first):
                    continue
                if find_analyte(definition.long) is None and _is_measured(reading, first):
                    continue  # the AST of the blood, and later a test of susceptibility
                if _ARTERIOVENOUS.match(reading.blocks[first.block][1].text, first.start):
                    continue  # and later the aortic valve
                if is_bracketed(reading, definition):
                    message = f"{short} is used before it is defined as `{definition.long}`"
                    hint = f"write `{definition.long} ({short})` here, and {short} from then on"
                    yield found(self, reading, first, message, hint, against=[definition])


def _is_measured(reading: Reading, mention: AbbreviationMention) -> bool:
    """Whether an abbreviation is an analyte's where it stands, with a value behind it."""
    analyte = find_analyte(mention.short)
    return analyte is not None and any(
        each.measure == analyte.key and mention.end <= each.start <= mention.end + _REACH
        for each in reading.quantities
        if each.block == mention.block
    )
