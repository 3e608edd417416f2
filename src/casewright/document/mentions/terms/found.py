"""What a finder of terms hands over for one sentence."""

from __future__ import annotations

from dataclasses import dataclass

from casewright.document.mentions.model import Subject


@dataclass(frozen=True, slots=True)
class Term:
    """A term at characters `start` to `end` of a sentence; `subject` where the finder knows better than the rest."""

    start: int
    end: int
    kind: str
    value: str
    of: str = ""
    negated: bool = False
    subject: Subject | None = None
