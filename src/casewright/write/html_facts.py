"""What the card of a fact shows: the fact, where it is written, and every place where it stands in the page."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import PurePath

from casewright.case.model import Case
from casewright.document.tree import Node, inlines_of, plain
from casewright.errors import Place
from casewright.write.nodes import is_fact

AROUND = 44  # characters of the sentence that are shown on each side of a fact


@dataclass(frozen=True, slots=True)
class FactPlace:
    """A place of a fact in the page: its element, the headings it stands under, and the words around it."""

    fact: str
    element: str
    where: str
    text: str


def fact_spans(inlines: list[Node], start: int = 0) -> Iterator[tuple[int, int]]:
    """From where to where each fact in these inlines stands in their plain text, in order."""
    for node in inlines:
        length = len(plain([node]))
        if is_fact(node):
            yield start, start + length
        elif node["t"] != "Image" and (inside := inlines_of(node)) is not None:
            yield from fact_spans(inside, start)
        start += length


def snippet(text: str, start: int, end: int) -> str:
    """The words of `text` around its characters `start` to `end`, cut at words."""
    left, right = max(0, start - AROUND), min(len(text), end + AROUND)
    if left:
        left = text.find(" ", left, start) + 1 or start
    if right < len(text):
        right = max(text.rfind(" ", end, right), end)
    return ("… " if left else "") + text[left:right].strip() + (" …" if right < len(text) else "")


def facts_json(case: Case, places: Iterable[FactPlace]) -> str:
    """The facts that stand in the page, by id, as JSON that may stand inside a script element."""
    by_fact: dict[str, list[FactPlace]] = {}
    for place in places:
        by_fact.setdefault(place.fact, []).append(place)
    records = {fact: _record(case, fact, found) for fact, found in sorted(by_fact.items())}
    text = json.dumps(records, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c")


def _record(case: Case, key: str, places: list[FactPlace]) -> dict[str, object]:
    fact = case.facts.get(key)
    return {
        "name": " ".join(key.split(".")[-2:]).replace("_", " "),
        "written": fact.written if fact else "",
        "formula": fact.formula if fact else "",
        "place": _shown(fact.place) if fact else "",
        "places": [{"at": place.element, "where": place.where, "text": place.text} for place in places],
    }


def _shown(place: Place) -> str:
    """A place by the names of its folder and file, the same wherever the project lies."""
    return str(replace(place, file="/".join(PurePath(place.file).parts[-2:])))
