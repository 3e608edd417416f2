"""What the reviewers said, point by point: from `reviews/*.yaml`, or from a text as the editor's letter has it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from casewright.document.reviews import FOLDER, load_review, load_reviews
from casewright.errors import InputError, Place, Problem
from casewright.read.opening import load

_REVIEWER = re.compile(r"^\W{0,4}((?:Reviewer|Referee|Editor)\b.{0,40}?)\s*:?\s*$", re.IGNORECASE)
_POINT = re.compile(
    r"^\s{0,8}(?:(?:Comment|Point|Question)\s{0,2}#?\d{1,3}(?:\.\d{1,3})?[.:)]?|\(?\d{1,3}[.)](?=\s))\s{0,4}",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Point:
    """One remark: whose it is, what it says, and the words of the manuscript that it stands at, as far as known."""

    reviewer: str
    text: str
    quote: str = ""


def read_points(project: Path, file: Path | None) -> tuple[Point, ...]:
    """The points of a file, or of all of `reviews/`. Raises InputError where there are none."""
    if file is not None and file.suffix.lower() not in (".yaml", ".yml"):
        points = list(_of_text(load(file).decode("utf-8", "replace")))
    else:
        comments = load_review(file) if file is not None else load_reviews(project)
        points = [Point(comment.author or "Reviewer", comment.text, comment.quote) for comment in comments]
    if not points:
        hint = "paste the reviewers' letter into a text file and name it: --reply letter.txt"
        raise InputError(
            Problem("no reviewer's comment was found", hint, Place(str(file or project / FOLDER)))
        )
    return tuple(points)


def _of_text(text: str) -> Iterator[Point]:
    """Numbered remarks, or else one remark a paragraph, under the reviewer who is named above them."""
    reviewer = "Letter"  # what stands above the first reviewer
    said: list[str] = []
    numbered = any(_POINT.match(line) for line in text.splitlines())

    def told() -> Iterator[Point]:
        words = " ".join(" ".join(said).split())
        said.clear()
        if words:
            yield Point(reviewer, words)

    for line in text.splitlines():
        named = _REVIEWER.match(line)
        begins = _POINT.match(line)
        if named or begins or (not line.strip() and not numbered):
            yield from told()
        if named:
            reviewer = named[1]
        else:
            said.append(line[begins.end() :] if begins else line)
    yield from told()
