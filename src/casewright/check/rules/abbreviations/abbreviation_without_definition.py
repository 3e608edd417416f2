"""CW502."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from casewright.check.finding import Finding, Severity
from casewright.check.rules.abbreviations.parts import (
    NEEDS_NONE,
    by_part,
    by_short_form,
    definitions,
    is_bracketed,
)
from casewright.check.spotting import found
from casewright.document.reading import Reading

_CAPITALS = re.compile(r"[A-Z]{2,6}")
_NUMERAL = re.compile(r"[IVXLC]+")


class AbbreviationWithoutDefinition:
    """An abbreviation is used again and again and defined nowhere.

    Why it is bad
        What is plain in one field means another thing in the next: MS is multiple sclerosis, mitral stenosis and
        mass spectrometry.

    Example
        MSCC was ruled out. MSCC is an emergency.

    Write instead
        Metastatic spinal cord compression (MSCC) was ruled out. MSCC is an emergency.

    Source
        ICMJE Recommendations, Preparing a Manuscript, Abbreviations and Symbols: only standard abbreviations are used,
        spelled out on first mention unless they are standard units of measurement.
    """

    code: ClassVar[str] = "CW502"
    name: ClassVar[str] = "abbreviation-without-definition"
    severity: ClassVar[Severity] = "note"

    def check(self, reading: Reading) -> Iterator[Finding]:
        """A finding at the first use of each short form of two to six capitals that stands twice in the text.

        In a legend once is enough: figures are read by themselves.
        """
        defined = {mention.short for mention in definitions(reading)}
        known = defined | {part for short in defined for part in re.split(r"[-/]", short)} | NEEDS_NONE
        text = [mention for mentions in by_part(reading).values() for mention in mentions]
        legends = [
            mention for mention in reading.abbreviations if reading.blocks[mention.block][1].kind == "legend"
        ]
        for short, mentions in by_short_form(text + legends).items():
            if short in known or not _CAPITALS.fullmatch(short) or _NUMERAL.fullmatch(short):
                continue
            if len(mentions) == 1 and mentions[0] in text:
                continue
            if any(is_bracketed(reading, mention) for mention in mentions):
                continue  # meant to be defined there
            hint = f"write its long form before it once: `... ({short})`"
            yield found(self, reading, mentions[0], f"{short} is defined nowhere", hint)
