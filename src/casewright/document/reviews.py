"""Reviewers' comments: kept in `reviews/*.yaml` of a project, and set beside the words they are about until resolved.

comments:
  - id: 5f0c1b7a92de            # do not change: by it the comment is known again
    author: Dr. A
    date: "2026-11-02T10:00:00Z"
    section: Discussion
    quote: an uncommon way
    place: manuscript/abstract.md:1
    text: Is it? Please give a figure.
    resolved: no                # write yes, and it is left out of the next build
    replies: []
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from casewright.document.model import Block, Document, Section
from casewright.errors import InputError, Place, Problem

FOLDER = "reviews"
KEY = "comments"  # of a document's AST: the comments at their blocks
_LARGEST = 2_000_000  # bytes of one file of comments
_HINT = "see docs/word-loop.md for what a file of comments holds"


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer in the thread of a comment."""

    author: str
    date: str
    text: str


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment on `quote`, words of a section; `place` is the line of the source they came from."""

    id: str
    author: str
    date: str
    text: str
    quote: str = ""
    section: str = ""
    place: str = ""
    resolved: bool = False
    replies: tuple[Reply, ...] = ()


def review_files(project: Path) -> tuple[Path, ...]:
    """The files of comments of a project, in order of their names."""
    folder = project / FOLDER
    return tuple(sorted(folder.glob("*.yaml"))) if folder.is_dir() else ()


def load_reviews(project: Path) -> tuple[Comment, ...]:
    """All comments of a project. Raises InputError for a file that holds something else."""
    return tuple(comment for file in review_files(project) for comment in load_review(file))


def load_review(file: Path) -> tuple[Comment, ...]:
    """The comments of one file."""
    from ruamel.yaml import YAML
    from ruamel.yaml.error import YAMLError

    shown = f"{FOLDER}/{file.name}"
    try:
        data = file.read_bytes()
        if len(data) > _LARGEST:
            raise InputError(Problem("the file is too large for comments", _HINT, Place(shown)))
        content = YAML(typ="safe", pure=True).load(data.decode("utf-8")) or {}
    except OSError as fault:
        raise InputError(
            Problem("the file cannot be read", (fault.strerror or "").lower(), Place(shown))
        ) from fault
    except (YAMLError, UnicodeDecodeError, ValueError, RecursionError) as fault:
        line = getattr(getattr(fault, "problem_mark", None), "line", -1) + 1
        raise InputError(Problem("the file is not valid YAML", _HINT, Place(shown, line))) from fault
    listed = content.get("comments") if isinstance(content, dict) else None
    if not isinstance(listed, list | None):
        raise InputError(Problem("`comments` is not a list", _HINT, Place(shown)))
    return tuple(_comment(entry, number, shown) for number, entry in enumerate(listed or (), 1))


def _comment(entry: Any, number: int, shown: str) -> Comment:
    if not isinstance(entry, dict) or not entry.get("id") or not isinstance(entry.get("replies") or [], list):
        raise InputError(Problem(f"comment {number} has no id, or is no comment", _HINT, Place(shown)))
    texts = {
        name: str(entry.get(name) or "")
        for name in ("id", "author", "date", "text", "quote", "section", "place")
    }
    replies = tuple(
        Reply(*(str(reply.get(name) or "") for name in ("author", "date", "text")))
        for reply in entry.get("replies") or []
        if isinstance(reply, dict)
    )
    resolved = entry.get("resolved")
    if not isinstance(resolved, bool):
        resolved = str(resolved or "no").lower() in ("yes", "true")
    return Comment(**texts, resolved=resolved, replies=replies)


def with_comments(document: Document, comments: Sequence[Comment]) -> Document:
    """The document with each open comment at the block that it is about, for the writer of Word files."""
    open_ones = [comment for comment in comments if not comment.resolved]
    if not open_ones or document.ast is None:
        return document
    blocks = [(number, *pair) for number, pair in enumerate(document.blocks()) if pair[1].text]
    placed = [{**asdict(comment), "block": _block_of(comment, blocks)} for comment in open_ones]
    return replace(document, ast={**document.ast, KEY: placed})


def comments_in(document: Document) -> tuple[Mapping[str, Any], ...]:
    """The comments that a document carries: the fields of each, and `block`, the number of its block."""
    return tuple(document.ast.get(KEY, ())) if document.ast else ()


def _block_of(comment: Comment, blocks: Sequence[tuple[int, Section, Block]]) -> int:
    """Where the quote stands; else the nearest to where it stood; else the beginning of its section."""
    file, _, line = comment.place.rpartition(":")
    found = (
        list(_quoting(comment, blocks))
        or [b for b in blocks if b[1].title == comment.section]
        or list(blocks[:1])
    )

    def distance(entry: tuple[int, Section, Block]) -> tuple[bool, bool, int]:
        place = entry[2].place
        far = abs(place.line - int(line)) if line.isdigit() else 0
        return entry[1].title != comment.section, place.file != file, far

    return min(found, key=distance)[0] if found else 0


def _quoting(
    comment: Comment, blocks: Sequence[tuple[int, Section, Block]]
) -> Iterator[tuple[int, Section, Block]]:
    return (entry for entry in blocks if comment.quote and comment.quote in entry[2].text)
