"""Comments that co-authors made in Word, gathered into `reviews/`: with author, date, place and thread."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, replace
from pathlib import Path

from casewright.document.reviews import FOLDER, Comment, Reply, load_review, review_files
from casewright.read.docx.styles import W
from casewright.read.xml import Element
from casewright.revise.paragraphs import WordFile

_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
_LONGEST_QUOTE = 200
_HEAD = (
    "# Comments of co-authors and reviewers. Write `resolved: yes` and one is left out of the next build.\n"
)


def comments_of(edited: WordFile, where: Callable[[int], tuple[str, str]]) -> tuple[Comment, ...]:
    """The comments of a Word file, in reading order, replies in their threads.

    `where` gives the section, and the file and line, of a character of the file's text.
    """
    folder = edited.package.main.rpartition("/")[0]
    part = edited.package.optional(f"{folder}/comments.xml")
    if part is None:
        return ()
    elements = {comment.get(W + "id") or "": comment for comment in part.iterfind(W + "comment")}
    parents, done = _threads(edited, folder, elements)
    quotes = _quotes(edited)
    found: dict[str, Comment] = {}
    for identifier in sorted(elements, key=lambda i: quotes.get(i, (1 << 60, ""))[0]):
        if parents.get(identifier) in elements:
            continue
        at, quote = quotes.get(identifier, (0, ""))
        section, place = where(at)
        said = _said(elements[identifier])
        replies = tuple(_said(elements[i]) for i in elements if _root(i, parents) == identifier != i)
        found[identifier] = Comment(
            _id(said), said.author, said.date, said.text, quote, section, place, identifier in done, replies
        )
    return tuple(comment for comment in found.values() if comment.text or comment.replies)


def review_changes(project: Path, gathered: Sequence[tuple[str, Sequence[Comment]]]) -> dict[str, str]:
    """The files of `reviews/` that comments change, as they would read; comments that are known stay where they are.

    `gathered` are the names of the Word files, each with its comments.
    """
    files = {file: list(load_review(file)) for file in review_files(project)}
    changed: set[Path] = set()
    for source, comments in gathered:
        for comment in comments:
            if any(_is_reply(comment, known) for file in files.values() for known in file):
                continue
            home, number = _home(comment, files)
            if home is None:
                home = project / FOLDER / f"{_stem(source)}.yaml"
                files.setdefault(home, []).append(comment)
            elif files[home][number] != (updated := _updated(files[home][number], comment)):
                files[home][number] = updated
            else:
                continue
            changed.add(home)
    return {f"{FOLDER}/{file.name}": written(files[file]) for file in sorted(changed)}


def _home(comment: Comment, files: Mapping[Path, Sequence[Comment]]) -> tuple[Path | None, int]:
    """The file that has a comment already, and its number there."""
    places = (
        (file, n) for file, known in files.items() for n, one in enumerate(known) if one.id == comment.id
    )
    return next(places, (None, 0))


def _is_reply(comment: Comment, known: Comment) -> bool:
    """Whether a comment is a known reply whose thread got lost, as LibreOffice loses it."""
    return not comment.replies and any(
        (reply.author, reply.date[:16], reply.text) == (comment.author, comment.date[:16], comment.text)
        for reply in known.replies
    )


def written(comments: Sequence[Comment]) -> str:
    """A file of comments."""
    import io

    from ruamel.yaml import YAML

    yaml = YAML()
    yaml.width = 100
    yaml.indent(mapping=2, sequence=4, offset=2)
    listed = [
        {**asdict(comment), "replies": [asdict(reply) for reply in comment.replies]} for comment in comments
    ]
    stream = io.StringIO()
    yaml.dump({"comments": listed}, stream)
    return _HEAD + stream.getvalue()


def _updated(known: Comment, seen: Comment) -> Comment:
    """A known comment with the replies, and the resolution, that a file brings."""
    said = {(reply.author, reply.text) for reply in known.replies}
    more = tuple(reply for reply in seen.replies if (reply.author, reply.text) not in said)
    return replace(known, replies=known.replies + more, resolved=known.resolved or seen.resolved)


def _threads(
    edited: WordFile, folder: str, elements: Mapping[str, Element]
) -> tuple[dict[str, str], set[str]]:
    """Of each reply the comment it answers, and the comments that are resolved, by [MS-DOCX] 2.5.4."""
    owner = {
        paragraph.get(_W14 + "paraId"): identifier
        for identifier, comment in elements.items()
        for paragraph in comment.iter(W + "p")
    }
    extended = edited.package.optional(f"{folder}/commentsExtended.xml")
    parents: dict[str, str] = {}
    done: set[str] = set()
    for entry in extended.iter(_W15 + "commentEx") if extended is not None else ():
        identifier = owner.get(entry.get(_W15 + "paraId"))
        parent = owner.get(entry.get(_W15 + "paraIdParent")) if entry.get(_W15 + "paraIdParent") else None
        if identifier and parent and parent != identifier:
            parents[identifier] = parent
        if identifier and entry.get(_W15 + "done") in ("1", "true"):
            done.add(identifier)
    return parents, done


def _root(identifier: str, parents: Mapping[str, str]) -> str:
    seen = set()
    while identifier in parents and identifier not in seen:
        seen.add(identifier)
        identifier = parents[identifier]
    return identifier


def _quotes(edited: WordFile) -> dict[str, tuple[int, str]]:
    """Of each comment the words it is about, and where they begin in the file's text."""
    found: dict[str, tuple[int, str]] = {}
    start = 0
    for paragraph in edited.paragraphs:
        for mark in paragraph.marks:
            if mark.kind == "comment" and mark.target not in found:
                quote = paragraph.text[mark.start : mark.end][:_LONGEST_QUOTE]
                found[mark.target] = (start + mark.start, quote)
        start += len(paragraph.text) + 1
    return found


def _said(comment: Element) -> Reply:
    paragraphs = ["".join(t.text or "" for t in p.iter(W + "t")).strip() for p in comment.iter(W + "p")]
    return Reply(
        comment.get(W + "author") or "", comment.get(W + "date") or "", "\n".join(filter(None, paragraphs))
    )


def _id(said: Reply) -> str:
    """Who said what: the same after Word, LibreOffice or a later build wrote it again with another date format."""
    return hashlib.sha256(f"{said.author}|{said.date[:16]}|{said.text}".encode()).hexdigest()[:12]


def _stem(source: str) -> str:
    name = Path(source.replace("\\", "/")).stem
    return re.sub(r"[^\w.-]+", "-", name).strip("-.") or "comments"
