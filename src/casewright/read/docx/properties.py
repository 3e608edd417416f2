"""What a Word file says of itself: author, company, dates; its comments, headers and pictures."""

from __future__ import annotations

from casewright.read.docx.package import Package
from casewright.read.docx.styles import W
from casewright.read.xml import Element, name

_SELDOM_TOLD = frozenset(("TitlesOfParts", "HeadingPairs", "vector", "variant"))
_TOLD = frozenset(("t", "p", "lpwstr", "i4", "filetime", "bool", "r8", "date"))
_LONGEST = 2000


def properties_of(package: Package, folder: str, images: list[tuple[str, str]]) -> dict[str, str]:
    """By name: core, extended and custom properties; `comment ID` as "author|date|text"; `header N`; `image N`."""
    found: dict[str, str] = {}
    for part in ("docProps/core.xml", "docProps/app.xml"):
        root = package.optional(part)
        for element in root if root is not None else ():
            if name(element) not in _SELDOM_TOLD and element.text and element.text.strip():
                found[name(element)] = element.text.strip()[:_LONGEST]
    custom = package.optional("docProps/custom.xml")
    for element in custom if custom is not None else ():
        if element.get("name"):
            found[str(element.get("name"))] = _text(element)
    comments = package.optional(f"{folder}/comments.xml")
    for comment in comments.iterfind(W + "comment") if comments is not None else ():
        parts = (comment.get(W + "author") or "", comment.get(W + "date") or "", _text(comment))
        found[f"comment {comment.get(W + 'id')}"] = "|".join(parts)
    headers = sorted(
        part for part in package.names if part.startswith(f"{folder}/header") and part.endswith(".xml")
    )
    for number, part in enumerate(headers[:9], 1):
        root = package.optional(part)
        if root is not None and (text := _text(root)):
            found[f"header {number}"] = text
    for number, (part, description) in enumerate(images, 1):
        found[f"image {number}"] = f"{part}|{description}"[:_LONGEST]
    return found


def _text(element: Element) -> str:
    """The text of an element, its paragraphs parted by spaces."""
    pieces = [
        " " if name(piece) == "p" else piece.text or "" for piece in element.iter() if name(piece) in _TOLD
    ]
    return " ".join("".join(pieces).split())[:_LONGEST]
