"""Title, running title, key words and run-in headings, taken out of a document's AST."""

from __future__ import annotations

import re
from collections.abc import Iterator

from casewright.document.tree import Node, has_class, plain, value_of
from casewright.write.nodes import lines


def sections(blocks: list[Node], role: str) -> Iterator[list[Node]]:
    """The blocks of each section of this role, wherever it is nested."""
    for node in blocks:
        if node["t"] == "Div":
            if value_of(node, "role") == role:
                yield node["c"][1]
            else:
                yield from sections(node["c"][1], role)


def title_of(blocks: list[Node]) -> str:
    """The title of the manuscript, as printed; "" where it has none."""
    return next((plain(line) for part in sections(blocks, "title") for line in lines(part)), "")


def running_title_of(blocks: list[Node]) -> str:
    """The short title; "" where there is none."""
    found = (line for part in sections(blocks, "running_title") for line in lines(part, headings=False))
    return next((plain(without_run_in(line)) for line in found), "")


def keywords_of(blocks: list[Node]) -> list[str]:
    """The key words, as printed."""
    found = (line for part in sections(blocks, "keywords") for line in lines(part, headings=False))
    return [plain(word) for line in found for word in split_list(without_run_in(line), ";")]


def run_in(inlines: list[Node]) -> list[Node]:
    """The heading that runs into a paragraph, without its bold type; empty where none does."""
    if not (inlines and has_class(inlines[0], "run-in")):
        return []
    inside: list[Node] = inlines[0]["c"][1]
    if len(inside) == 1 and inside[0]["t"] == "Strong":
        inside = inside[0]["c"]
    return inside


def without_run_in(inlines: list[Node]) -> list[Node]:
    """A paragraph without the heading that runs into it."""
    return _after_first(inlines) if run_in(inlines) else inlines


def label_and_rest(inlines: list[Node]) -> tuple[list[Node], list[Node]]:
    """The label that the build put before a legend (`Figure 1`), and the legend; no label where there is none."""
    if inlines and value_of(inlines[0], "by") == "numbering":
        return [inlines[0]], _after_first(inlines)
    return [], inlines


def _after_first(inlines: list[Node]) -> list[Node]:
    return inlines[2:] if len(inlines) > 1 and inlines[1]["t"] == "Space" else inlines[1:]


def split_list(inlines: list[Node], mark: str) -> list[list[Node]]:
    """Key words or names apart, at the marks between them; a fact among them stays whole, and so does `2016;4:80`."""
    words: list[list[Node]] = [[]]
    between = re.compile(rf"(?<!\d){mark}|{mark}(?!\d)")
    for node in inlines:
        if node["t"] == "Str" and mark in node["c"]:
            first, *others = between.split(node["c"])
            words[-1].append({"t": "Str", "c": first})
            words += [[{"t": "Str", "c": other}] if other else [] for other in others]
        elif words[-1] or node["t"] != "Space":
            words[-1].append(node)
    return [word for word in words if plain(word).strip()]
