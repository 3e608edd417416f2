"""CW910."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import ClassVar

from casewright.case.model import Case
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import missing
from casewright.document.reading import Reading
from casewright.patterns import lazily

PROSE = ("*.md", "case/*.md", "abstract/*.md")
_DRAWN = "manuscript/case/timeline.md"  # the table of what the figure shows: one of the two is printed
_WHOLES = ("abstract", "case")  # written in one piece, in pieces, or as one that takes some of the pieces in
_TAGS = lazily(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", re.S)


class ProsePrintedNowhere:
    """Text that stands in the manuscript's folder is printed in no section of this journal.

    Why it is bad
        What was written for one journal is lost in another without a word: a conclusion, the learning points, the
        other diagnoses that were considered.

    Example
        learning_points.md in a manuscript for a journal that prints no learning points.

    Write instead
        What readers must not miss, in a section that the journal prints; the rest may stay where it is.

    Source
        The sections stand in the profile of the journal.
    """

    code: ClassVar[str] = "CW910"
    name: ClassVar[str] = "prose-printed-nowhere"
    severity: ClassVar[Severity] = "note"

    def check(self, reading: Reading) -> Iterator[Finding]:
        """One finding that names all such files of a project."""
        case, journal = reading.project, reading.journal
        if (
            journal is None
            or not isinstance(case, Case)
            or not case.files
            or reading.document.format != "built"
        ):
            return
        printed = {place.file for _, block in reading.blocks for _, place in block.origins}
        if left := unprinted(Path(case.files[0]).parent, printed):
            names = ", ".join(name.removeprefix("manuscript/") for name in left)
            hint = "what readers must not miss goes into a section that it prints; the rest may stay"
            yield missing(self, f"{journal.journal} prints nowhere what you wrote in {names}", hint)


def unprinted(manuscript: Path, printed: Collection[str]) -> tuple[str, ...]:
    """The prose that holds words and was not printed, by its names in a project: not legends, not comments.

    A section in one piece and the same in pieces are two ways to say one thing: where one of them is printed and
    takes nothing from the other, the other is not missing.
    """
    files = [file for pattern in PROSE for file in sorted(manuscript.glob(pattern)) if _has_words(file)]
    names = [f"manuscript/{file.relative_to(manuscript).as_posix()}" for file in files]
    other_ways: list[str] = []
    for whole in _WHOLES:
        pieces = [name for name in names if name.startswith(f"manuscript/{whole}/")]
        own = f"manuscript/{whole}.md"
        if any(piece in printed for piece in pieces):
            other_ways.append(own)
        elif own in printed:
            other_ways += pieces
    return tuple(name for name in names if name not in {*printed, *other_ways, _DRAWN})


def _has_words(file: Path) -> bool:
    try:
        return any(letter.isalpha() for letter in _TAGS.sub("", file.read_text("utf-8")))
    except (OSError, UnicodeDecodeError):
        return False
