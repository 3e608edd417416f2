"""Takes off the wrappers in which pandoc's `sourcepos` says where each word stood, and keeps what they said."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from casewright.document.tree import HOLDERS, Node, attr_of, div, put_value, rows_of, text, value_of
from casewright.errors import Place, Problem
from casewright.patterns import lazily

Locate = Callable[[int, int], Place]  # from line and column of the marked Markdown, both from 1

_POSITION = lazily(r"(\d+):(\d+)-")
_MARKUP = ("raw markup prints in one format only", "write it in plain words or in Markdown")
_CODE = (
    "text indented by four spaces, or fenced, is taken for program code",
    "take the spaces or the fence away",
)
_IMAGE = ("an image stands in the text", "state it under `figures` in the case data, and call it by its key")
_UNPRINTABLE = {
    "RawBlock": _MARKUP,
    "RawInline": _MARKUP,
    "CodeBlock": _CODE,
    "Image": _IMAGE,
    "Figure": _IMAGE,
    "Math": ("a formula cannot be printed in every format", _MARKUP[1]),
    "DefinitionList": ("a definition list cannot be printed in every format", _MARKUP[1]),
}


def unwrap(blocks: list[Node], locate: Locate) -> tuple[list[Node], list[Problem]]:
    """The blocks without wrappers: text in runs that know their place, paragraphs in a Div.block with `data-origin`."""
    reader = _Unwrapper(locate)
    return reader.blocks(blocks, (1, 1)), reader.problems


def start_of(node: Node) -> tuple[int, int] | None:
    """Line and column at which a node begins, by its `data-pos`."""
    found = [(int(line), int(column)) for line, column in _POSITION.findall(value_of(node, "data-pos"))]
    return min(found) if found else None


def _short_position(node: Node) -> tuple[int, int] | None:
    """The position that the worker put into a word in place of its wrapper."""
    if "p" not in node:
        return None
    line, _, column = node["p"].partition(":")
    return int(line), int(column)


class _Unwrapper:
    def __init__(self, locate: Locate) -> None:
        self.locate = locate
        self.problems: list[Problem] = []

    def blocks(self, blocks: list[Node], at: tuple[int, int]) -> list[Node]:
        out: list[Node] = []
        for block in blocks:
            out.extend(self.block(block, start_of(block) or at))
        return out

    def block(self, block: Node, at: tuple[int, int]) -> list[Node]:
        kind = block["t"]
        if kind == "Div" and value_of(block, "wrapper"):
            return self.blocks(block["c"][1], at)
        if kind in ("Para", "Plain"):
            inside = {"t": kind, "c": self.inlines(block["c"], at)}
            return [div([inside], "block", data_origin=self.origin(at))]
        if kind in _UNPRINTABLE:
            self.refuse(block, at)
            return []
        self.within(block, at)
        self.keep_origin(block, at)
        return [block]

    def within(self, block: Node, at: tuple[int, int]) -> None:
        """Unwrap what a block holds, in place."""
        content: Any = block.get("c")
        kind = block["t"]
        if kind == "Div":
            content[1] = self.blocks(content[1], at)
        elif kind == "Header":
            content[2] = self.inlines(content[2], at)
        elif kind == "BlockQuote":
            block["c"] = self.blocks(content, at)
        elif kind == "BulletList":
            block["c"] = [self.blocks(item, at) for item in content]
        elif kind == "OrderedList":
            content[1] = [self.blocks(item, at) for item in content[1]]
        elif kind == "Table":
            for row in rows_of(block):
                for cell in row:
                    cell[4] = [self.cell(inside, at) for inside in cell[4]] or [{"t": "Plain", "c": []}]

    def cell(self, block: Node, at: tuple[int, int]) -> Node:
        return {"t": "Plain", "c": self.inlines(block["c"], at)}

    def keep_origin(self, block: Node, at: tuple[int, int]) -> None:
        if block["t"] in ("Div", "Header", "Table"):
            pairs = attr_of(block)[2]
            pairs[:] = [pair for pair in pairs if pair[0] not in ("data-pos", "wrapper")]
            put_value(block, "data-origin", self.origin(at))

    def origin(self, at: tuple[int, int]) -> str:
        place = self.locate(*at)
        return f"{place.file}:{place.line}"

    def inlines(self, nodes: list[Any], at: tuple[int, int]) -> list[Node]:
        out: list[Node] = []
        self.gather(nodes, at, out)
        return out

    def gather(self, nodes: list[Any], at: tuple[int, int], out: list[Node]) -> None:
        for node in nodes:
            kind = node["t"]
            if kind == "Str":
                _append(out, node["c"], _short_position(node) or at)
            elif kind in ("Space", "SoftBreak"):
                _append(out, " ", _short_position(node) or at)
            elif kind == "Span":
                here = start_of(node) or at
                if value_of(node, "wrapper"):
                    self.gather(node["c"][1], here, out)
                else:
                    out.append(self.tagged(node, here))
            elif kind in HOLDERS:
                out.append({"t": kind, "c": self.inlines(node["c"], at)})
            elif kind in ("Link", "Quoted"):
                out.append(self.tagged(node, start_of(node) or at))
            elif kind == "Note":
                out.append({"t": "Note", "c": self.blocks(node["c"], at)})
            elif kind in _UNPRINTABLE:
                self.refuse(node, at)
            else:
                out.append(node)

    def tagged(self, node: Node, at: tuple[int, int]) -> Node:
        content = list(node["c"])
        if node["t"] != "Quoted":
            identifier, classes, pairs = content[0]
            content[0] = [identifier, classes, [pair for pair in pairs if pair[0] != "data-pos"]]
        content[1] = self.inlines(content[1], at)
        return {"t": node["t"], "c": content}

    def refuse(self, node: Node, at: tuple[int, int]) -> None:
        reason, hint = _UNPRINTABLE[node["t"]]
        written = f": {node['c'][1]}" if node["t"].startswith("Raw") else ""
        self.problems.append(Problem(reason + written, hint, self.locate(*at)))


def _append(out: list[Node], content: str, at: tuple[int, int]) -> None:
    """Add characters to the run of text that ends `out`, or begin one; note the place where columns do not count on."""
    if not out or out[-1]["t"] != "Str":
        out.append(text(content, [(0, *at)]))
        return
    run = out[-1]
    length = len(run["c"])
    offset, line, column = run["at"][-1]
    if (line, column + length - offset) != at:
        run["at"].append((length, *at))
    run["c"] += content
