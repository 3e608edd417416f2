"""Where the fields of a work stand in its reference as it is printed.

A citation style decides what it prints of a work, in which order and how it shortens it; the printed text is kept as it
is, and each field that is found in it, in the order of the text, is told by its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from casewright.document.citations import meta_text

GIVEN_AFTER = re.compile(r",? ((?:[^\W\d_][\w'’]{0,40}+\.?[ -]?){1,4})(?=[,;.]|$| and | \()")
GIVEN_BEFORE = re.compile(r"((?:[^\W\d_]\.[ -]?){1,4})$")
PUBLICATION_TYPES = {
    "article-journal": "journal",
    "book": "book",
    "chapter": "book",
    "paper-conference": "confproc",
    "thesis": "thesis",
    "webpage": "webpage",
    "report": "report",
}


@dataclass(frozen=True, slots=True)
class Found:
    """A field at characters `start` to `end` of a printed reference: the JATS element that it is."""

    start: int
    end: int
    tag: str
    kind: str = ""  # of a pub-id
    inside: tuple[Found, ...] = ()


def publication_type(work: Mapping[str, Any]) -> str:
    """What JATS calls this kind of work."""
    return PUBLICATION_TYPES.get(meta_text(work.get("type")), "other")


def find_fields(text: str, work: Mapping[str, Any]) -> list[Found]:
    """The fields of `work` (a reference as citeproc takes it) that its printed `text` shows, in order, none twice."""
    found: list[Found] = []
    for field in _fields(text, work):
        if field and not any(other.start < field.end and field.start < other.end for other in found):
            found.append(field)
    return sorted(found, key=lambda field: field.start)


def _fields(text: str, work: Mapping[str, Any]) -> Iterator[Found | None]:
    """What is surest comes first: the title, names before it, then what is made of digits."""
    book = publication_type(work) == "book" and not work.get("container-title")
    title = _exactly(text, "source" if book else "article-title", meta_text(work.get("title")), 0)
    yield title
    yield from _names(text[: title.start] if title else text, work)
    for identifier in ("doi", "pmcid", "pmid"):
        yield _identifier(text, identifier, meta_text(work.get(identifier)))
    at = title.end if title else 0
    names = (meta_text(work.get(kind)) for kind in ("container-title", "container-title-short"))
    sources = [found for name in names if (found := _exactly(text, "source", name, at))]
    if sources:  # `HPB` is the name of a journal, and the beginning of its short name, `HPB (Oxford)`
        source = max(sources, key=lambda found: found.end - found.start)
        at = source.end
        yield source
    yield from _numbers(text, work, at)


def _names(text: str, work: Mapping[str, Any]) -> Iterator[Found | None]:
    people = work.get("author") or work.get("editor") or {"c": []}
    at = 0
    for person in people["c"]:
        name = _name(text, person["c"], at) if isinstance(person["c"], dict) else None
        at = name.end if name else at
        yield name


def _numbers(text: str, work: Mapping[str, Any], at: int) -> Iterator[Found | None]:
    year = re.search(r"\d{4}", meta_text(work.get("issued")))
    if year:
        yield _number(text, "year", year[0], at)
    after = re.compile(rf"\b{year[0]}\b").search(text, at) if year else None
    at = after.end() if after else at
    volume = _number(text, "volume", meta_text(work.get("volume")), at)
    yield volume
    at = volume.end if volume else at
    first, _, last = meta_text(work.get("page")).replace("–", "-").partition("-")
    page = _number(text, "fpage", first, at)
    if page is None:
        return
    between = re.compile(r"\s?[-–]{1,2}\s?(\w+)").match(text, page.end)
    if between and last and last.endswith(between[1]):
        yield Found(between.start(1), between.end(1), "lpage")
    yield page
    yield _number(text[: page.start], "issue", meta_text(work.get("issue")), at)


def _name(text: str, person: Mapping[str, Any], at: int) -> Found | None:
    literal = meta_text(person.get("literal"))
    if literal:
        return _exactly(text, "collab", literal, at)
    family = meta_text(person.get("family"))
    if not family:
        return None
    particles = (meta_text(person.get(f"{kind}-particle")) for kind in ("non-dropping", "dropping"))
    before_family = "".join(f"(?:{re.escape(particle)} )?" for particle in particles if particle)
    match = re.compile(rf"(?<!\w){before_family}{re.escape(family)}(?!\w)", re.IGNORECASE).search(text, at)
    if not match:
        return None
    surname = Found(match.start(), match.end(), "surname")
    initials = {part[0].casefold() for part in re.findall(r"\w+", meta_text(person.get("given")))}
    after = GIVEN_AFTER.match(text, surname.end)
    before = GIVEN_BEFORE.search(text[at : surname.start].rstrip())
    if after and _agree(after[1], initials):
        printed = after[1].rstrip()
        end = after.start(1) + len(printed.removesuffix(".") if printed.count(".") == 1 else printed)
        given = Found(after.start(1), end, "given-names")
        return Found(surname.start, given.end, "string-name", inside=(surname, given))
    if before and _agree(before[1], initials):
        given = Found(at + before.start(1), at + before.end(1), "given-names")
        return Found(given.start, surname.end, "string-name", inside=(given, surname))
    return Found(surname.start, surname.end, "string-name", inside=(surname,))


def _agree(printed: str, initials: set[str]) -> bool:
    """Whether printed given names, or initials set together (`SS`, `J-H`), may be of someone with these initials."""
    words = re.findall(r"\w+", printed)
    letters = [c for word in words for c in (word if word.isupper() else word[0])]
    return bool(letters) and all(letter.casefold() in initials for letter in letters)


def _exactly(text: str, tag: str, value: str, at: int) -> Found | None:
    start = text.casefold().find(value.casefold(), at) if value else -1
    same_length = len(text.casefold()) == len(text) and len(value.casefold()) == len(value)
    return Found(start, start + len(value), tag) if start >= 0 and same_length else None


def _number(text: str, tag: str, value: str, at: int) -> Found | None:
    match = re.compile(rf"(?<!\w){re.escape(value)}(?!\w)").search(text, at) if value else None
    return Found(match.start(), match.end(), tag) if match else None


def _identifier(text: str, kind: str, value: str) -> Found | None:
    match = re.search(rf"(?<![\w/]){re.escape(value)}(?![\w/])", text, re.IGNORECASE) if value else None
    return Found(match.start(), match.end(), "pub-id", kind) if match else None
