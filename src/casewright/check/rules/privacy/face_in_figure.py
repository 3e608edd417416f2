"""CW608."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from casewright.check.finding import Finding, Severity
from casewright.check.rules.privacy.telling import matched
from casewright.check.spotting import found
from casewright.document.reading import Reading
from casewright.patterns import lazily

_FACE = lazily(
    r"\b(?:photo(?:graph)?s?|picture|appearance|view)\b[^.;]{0,40}\b(?:face|facial)\b"
    r"|\b(?:face|facial) (?:photo(?:graph)?s?|appearance|features|picture)\b|\bpatient(?:’s|'s) face\b",
    re.IGNORECASE,
)


class FaceInFigure:
    """A figure shows the patient's face.

    Why it is bad
        A full-face photograph identifies; a bar over the eyes does not prevent it. It needs written consent to this
        very picture.

    Example
        Figure 1. Photograph of the patient's face at presentation.

    Write instead
        Show the lesion alone, or say in the consent statement that the patient agreed to the photograph.

    Source
        HIPAA Privacy Rule, 45 CFR 164.514(b)(2)(i)(Q); ICMJE Recommendations, Protection of Research Participants:
        masking the eyes is not enough.
    """

    code: ClassVar[str] = "CW608"
    name: ClassVar[str] = "face-in-figure"
    severity: ClassVar[Severity] = "note"

    def check(self, reading: Reading) -> Iterator[Finding]:
        """A finding at each legend that speaks of a photograph of the face."""
        for number, (_, block) in enumerate(reading.blocks):
            if block.kind == "legend" and (match := _FACE.search(block.text)):
                hint = "show the lesion alone, or state the patient's consent to this picture"
                yield found(self, reading, matched(number, match), "a figure shows the patient's face", hint)
