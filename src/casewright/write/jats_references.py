"""The reference list as JATS: each reference as it is printed, with its fields marked up in the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from casewright.document.tree import Node, inlines_of, plain
from casewright.write.jats_fields import Found, find_fields, publication_type
from casewright.write.jats_text import HREF, add_inlines, add_text, child, fit, identifier
from casewright.write.nodes import heading_of, references_in

if TYPE_CHECKING:
    from lxml.etree import _Element

STYLES = {"Emph": "italic", "Strong": "bold", "Superscript": "sup", "Subscript": "sub"}
STYLED = {"article-title", "source", "collab", "mixed-citation"}  # the elements that may hold italic and bold


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of one style: an element of JATS, or "" where they have none."""

    text: str
    style: str


def write_references(back: _Element, section: Node, works: Mapping[str, Any]) -> None:
    """A reference list, its heading as title; `works` are the references as citeproc takes them, by key."""
    blocks = section["c"][1]
    listing = child(back, "ref-list")
    heading = heading_of(blocks)
    if heading is not None:
        add_inlines(child(listing, "title"), heading["c"][2])
    for key, number, text in references_in(blocks):
        reference = child(listing, "ref", id=identifier("ref", key))
        if number:
            child(reference, "label", plain(number))
        work = works[key]["c"] if key in works else {}
        citation = child(reference, "mixed-citation", publication_type=publication_type(work))
        _write(citation, list(_runs(text)), work)


def _runs(inlines: Iterable[Node], style: str = "") -> Iterator[Run]:
    for node in inlines:
        inside = inlines_of(node)
        if inside is None:
            yield Run(plain([node]), style)
        else:
            yield from _runs(inside, style or STYLES.get(node["t"], ""))


def _write(citation: _Element, runs: list[Run], work: Mapping[str, Any]) -> None:
    text = "".join(run.text for run in runs)
    at = 0
    for field in find_fields(text, work):
        _add(citation, runs, at, field.start)
        _field(citation, runs, text, field)
        at = field.end
    _add(citation, runs, at, len(text))


def _field(parent: _Element, runs: list[Run], text: str, field: Found) -> None:
    element = child(parent, field.tag, **({"pub_id_type": field.kind} if field.kind else {}))
    if field.kind == "doi":
        element.set(HREF, fit("https://doi.org/" + text[field.start : field.end]))
    at = field.start
    for part in field.inside:
        add_text(element, text[at : part.start])
        child(element, part.tag, text[part.start : part.end])
        at = part.end
    if field.tag in STYLED:
        _add(element, runs, at, field.end)
    else:
        add_text(element, text[at : field.end])


def _add(element: _Element, runs: list[Run], start: int, end: int) -> None:
    """The characters `start` to `end` of the runs, runs of one style together."""
    begun: tuple[str, list[str]] = ("", [])
    at = 0
    for run in runs:
        piece = run.text[max(0, start - at) : max(0, end - at)]
        at += len(run.text)
        if not piece:
            continue
        if run.style != begun[0]:
            _flush(element, *begun)
            begun = (run.style, [])
        begun[1].append(piece)
    _flush(element, *begun)


def _flush(element: _Element, style: str, pieces: list[str]) -> None:
    text = "".join(pieces)
    if style and text:
        child(element, style, text)
    else:
        add_text(element, text)
