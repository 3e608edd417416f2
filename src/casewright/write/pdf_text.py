"""Running text for Typst: facts, citations and calls as calls of our template; pandoc's writer does the rest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from unicodedata import normalize

from casewright.document.tree import HOLDERS, Node, has_class, plain, value_of
from casewright.patterns import lazily
from casewright.write.nodes import is_fact, key_of, split_numbers

UNBROKEN = 30  # characters; a longer fact is a phrase, and may break like one
NO_BREAK_SPACE = "\u00a0"
SOFT_HYPHEN = "\u00ad"
# What Typst would set as another sign: `-5` with a minus, `--` as a dash, `-?` as a soft hyphen, `...` as one sign.
# https://typst.app/docs/reference/symbols/#shorthands
_SHORTHAND = lazily(r"-(?=[-?\d])|(?<=-)-|\.(?=\.\.)")

# Signs of East Asian typefaces that ours lacks (`（`, `＜`, `㎎`); each stands for plain ones, and is set as these.
_WIDE = lazily("[\u3300-\u33ff\uff01-\uff5e]")


def typst_string(text: str) -> str:
    """A string literal of Typst."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(c if c >= " " else f"\\u{{{ord(c):x}}}" for c in escaped) + '"'


def call(function: str, argument: str, inlines: list[Node]) -> list[Node]:
    """A call around inlines; its semicolon keeps what follows from being taken for more arguments."""
    opening = {"t": "RawInline", "c": ["typst", f"#{function}({typst_string(argument)})["]}
    return [opening, *inlines, {"t": "RawInline", "c": ["typst", "];"]}]


class Text:
    """Turns inlines into inlines.

    `numbers` gives the key of the work with each printed number, `targets` what a call can lead to; `notes` gathers the
    footnotes that were called.
    """

    def __init__(self, numbers: Mapping[str, str], targets: frozenset[str]) -> None:
        self._numbers = numbers
        self._targets = targets
        self.notes: list[list[Node]] = []

    def inlines(self, inlines: Iterable[Node]) -> list[Node]:
        return [inline for node in inlines for inline in self._inline(node)]

    def _inline(self, node: Node) -> list[Node]:
        kind, content = node["t"], node.get("c")
        if kind == "Str":
            return list(_as_written(node["c"]))
        if kind == "Span":
            return self._span(node)
        if kind == "Cite":
            return self._cite(node["c"][1])
        if kind in HOLDERS:
            return [{"t": kind, "c": self.inlines(node["c"])}]
        if kind == "Link":
            return [{"t": kind, "c": [node["c"][0], self.inlines(node["c"][1]), node["c"][2]]}]
        if kind == "Note":
            self.notes.append(node["c"])
            return [{"t": "RawInline", "c": ["typst", f"#note-mark({len(self.notes)});"]}]
        if kind == "Image":  # panels are shown over their legend
            return []
        return [{"t": kind} if content is None else {"t": kind, "c": content}]

    def _span(self, node: Node) -> list[Node]:
        inside = self.inlines(node["c"][1])
        if is_fact(node):
            whole = len(plain(node["c"][1])) <= UNBROKEN
            return call("fact", value_of(node, "key"), _unbroken(inside) if whole else inside)
        if has_class(node, "call"):
            target = "-".join(key_of(node))
            return call("called", target, _unbroken(inside)) if target in self._targets else inside
        return inside

    def _cite(self, inlines: Iterable[Node]) -> list[Node]:
        """A citation, each printed number of a work a link to its reference."""
        out: list[Node] = []
        for node in inlines:
            if node["t"] == "Superscript":
                out.append({"t": "Superscript", "c": self._cite(node["c"])})
            elif node["t"] == "Str":
                for piece, key in split_numbers(node["c"], self._numbers):
                    word = list(_as_written(piece))
                    out += call("cited", f"ref-{key}", word) if key else word
            else:
                out += self._inline(node)
        return out


def _as_written(text: str) -> Iterator[Node]:
    """A word whose hyphens and dots stay what they are, without soft hyphens: no word is parted at a line's end."""
    at = 0
    text = _WIDE.sub(lambda sign: normalize("NFKC", sign[0]), text.replace(SOFT_HYPHEN, ""))
    for found in _SHORTHAND.finditer(text):
        yield {"t": "Str", "c": text[at : found.start()]}
        yield {"t": "RawInline", "c": ["typst", f"\\{found[0]}"]}
        at = found.end()
    yield {"t": "Str", "c": text[at:]}


def _unbroken(inlines: Iterable[Node]) -> list[Node]:
    """Inlines with spaces at which no line ends."""
    out: list[Node] = []
    for node in inlines:
        if node["t"] == "Space":
            out.append({"t": "Str", "c": NO_BREAK_SPACE})
        elif node["t"] in HOLDERS:
            out.append({"t": node["t"], "c": _unbroken(node["c"])})
        else:
            out.append(node)
    return out
