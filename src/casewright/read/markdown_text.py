"""Running text in Markdown: what it prints, with its marks, and where each character of it stands."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape

from casewright.document.model import Mark, MarkKind
from casewright.patterns import lazily
from casewright.read.blocks import Anchor

_SPECIAL = lazily(
    r"[ \t\n\u00a0\u2002-\u200a\u202f]{2,}|[\t\n\u00a0\u2002-\u200a\u202f\f\v]|\\[!-/:-@\[-`{-~ \n]|[*_]{1,3}|[\^~]"
    r"|!?\[|\]|`+|&#?\w{2,10};|<[/a-zA-Z!][^<>]{0,300}>"
    r"|[\u00ad\u200b-\u200f\u2060\ufeff\x00-\x08]+|@[A-Za-z][\w:.#$%&+?<>~/-]{2,80}"
)
_CITATION_KEY = lazily(r"@\{?([\w][\w:.#$%&+?<>~/-]*[\w/])|@(\w)")
_AFTER = lazily(
    r"\((<[^<>\n]{0,2000}>|[^()\s]{0,2000}(?:\([^()\s]{0,200}\)[^()\s]{0,500})?)(?:\s+\"[^\"]{0,500}\")?\)|\{([^{}]{0,500})\}"
)
_CALL = lazily(r"(fig|tab|tbl|figure|table):")
_KEY = lazily(r'key="([^"]*)"')
_REASON = lazily(r'(?:reason|by)="([^"]*)"')
_TAGS: dict[str, MarkKind] = {
    "sup": "superscript",
    "sub": "subscript",
    "b": "strong",
    "strong": "strong",
    "i": "emphasis",
    "em": "emphasis",
}

_STRENGTHS: dict[int, tuple[MarkKind, ...]] = {1: ("emphasis",), 2: ("strong",), 3: ("strong", "emphasis")}


@dataclass(frozen=True, slots=True)
class Span:
    """Text as printed, its marks, and its anchors in the source."""

    text: str
    marks: tuple[Mark, ...]
    anchors: tuple[Anchor, ...]


def read_span(lines: list[tuple[int, int, str]]) -> Span:
    """The running text of some lines: (line, column of the first character, text)."""
    return _Scanner(lines).read() if lines else Span("", (), ())


class _Scanner:
    """Running text while it is scanned from one special sign to the next."""

    def __init__(self, lines: list[tuple[int, int, str]]) -> None:
        self.raw = "\n".join(text for _, _, text in lines)
        self.starts: list[tuple[int, int, int]] = []  # offset in raw, line, column
        offset = 0
        for line, column, text in lines:
            self.starts.append((offset, line, column))
            offset += len(text) + 1
        self.closing = _brackets(self.raw)
        self.parts: list[str] = []
        self.length = 0
        self.spaced = True
        self.anchors: list[Anchor] = []
        self.marks: list[Mark] = []
        self.open: list[tuple[str, int, int]] = []  # sign, offset in text, index of its part
        self.ends: dict[int, tuple[int, str]] = {}  # closing bracket -> (start in text, what follows it)

    def read(self) -> Span:
        last = 0
        while (found := _SPECIAL.search(self.raw, last)) is not None:
            if found.start() > last:
                self.write(self.raw[last : found.start()], last)
            last = self.special(found)
        if last < len(self.raw):
            self.write(self.raw[last:], last)
        text = "".join(self.parts).rstrip(" ")
        marks = [
            Mark(m.kind, m.start, min(m.end, len(text)), m.target)
            for m in self.marks
            if m.start < min(m.end, len(text))
        ]
        anchors = tuple(self.anchors) or ((0, *self.starts[0][1:]),)
        return Span(text, tuple(sorted(marks, key=lambda mark: (mark.start, -mark.end))), anchors)

    def write(self, text: str, at: int) -> None:
        """Adds characters that stand at an offset of the source."""
        if self.spaced and text[0] == " ":
            stripped = text.lstrip(" ")
            at += len(text) - len(stripped)
            text = stripped
            if not text:
                return
        while len(self.starts) > 1 and self.starts[1][0] <= at:
            self.starts.pop(0)
        start, line, column = self.starts[0]
        place = (self.length, line, column + at - start)
        previous = self.anchors[-1] if self.anchors else None
        if previous is None or (previous[1], previous[2] + self.length - previous[0]) != place[1:]:
            self.anchors.append(place)
        self.parts.append(text)
        self.length += len(text)
        self.spaced = text[-1] == " "

    def special(self, found: re.Match[str]) -> int:
        """Handles one special sign; the offset at which to go on."""
        sign, start, end = found.group(), found.start(), found.end()
        if sign.isspace():
            if not self.spaced:
                self.write(" ", start)
        elif sign[0] == "\\":
            self.write(sign[1] if not sign[1].isspace() else " ", start + 1)
        elif sign[0] in "*_":
            self.emphasis(sign, start, end)
        elif sign in "^~":
            self.raised(sign, start)
        elif sign in ("[", "!["):
            return self.bracket(sign, start, end)
        elif sign == "]":
            return self.close_bracket(start)
        elif sign[0] == "`":
            return self.code(sign, start, end)
        elif sign[0] == "&":
            self.write(unescape(sign) if unescape(sign).strip() else " ", start)
        elif sign[0] == "<":
            self.tag(sign, start)
        elif sign[0] == "@":
            self.bare_citation(sign, start)
        return end

    def emphasis(self, sign: str, start: int, end: int) -> None:
        before, after = self.raw[start - 1 : start] or " ", self.raw[end : end + 1] or " "
        inner = before.isalnum() and after.isalnum()
        for index in range(len(self.open) - 1, max(len(self.open) - 8, -1), -1):
            if self.open[index][0] == sign and not before.isspace() and not (inner and sign[0] == "_"):
                _, where, _ = self.open[index]
                del self.open[index:]
                for kind in _STRENGTHS[len(sign)]:
                    self.marks.append(Mark(kind, where, self.length))
                return
        if (
            not after.isspace()
            and not (inner and sign[0] == "_")
            and self.raw.find(sign, end, end + 4000) >= 0
        ):
            self.open.append((sign, self.length, len(self.parts)))
        else:
            self.write(sign, start)

    def raised(self, sign: str, start: int) -> None:
        if self.open and self.open[-1][0] == sign:
            self.marks.append(
                Mark("superscript" if sign == "^" else "subscript", self.open.pop()[1], self.length)
            )
            return
        end = self.raw.find(sign, start + 1, start + 60)
        if end > start + 1 and not any(map(str.isspace, self.raw[start + 1 : end])):
            self.open.append((sign, self.length, len(self.parts)))
        else:
            self.write(sign, start)

    def bracket(self, sign: str, start: int, end: int) -> int:
        close = self.closing.get(end - 1, -1)
        if close < 0:
            self.write(sign, start)
            return end
        inside = self.raw[end:close]
        if inside.startswith("^") and " " not in inside:
            return close + 1
        if "@" in inside and sign == "[" and _AFTER.match(self.raw, close + 1) is None:
            keys = [found[1] or found[2] for found in _CITATION_KEY.finditer(inside)]
            if (
                (keys and inside.lstrip("- ")[:1] in ("@", "-"))
                or ";" in inside
                or (keys and inside[:40].islower())
            ):
                where = self.length
                self.write(self.raw[start : close + 1].replace("\n", " "), start)
                self.marks.append(Mark("citation", where, self.length, ";".join(keys)))
                return close + 1
        after = _AFTER.match(self.raw, close + 1)
        if after is None:
            self.write(sign, start)
            return end
        self.ends[close] = (self.length, after.group())
        return end

    def close_bracket(self, start: int) -> int:
        if start not in self.ends:
            self.write("]", start)
            return start + 1
        where, after = self.ends.pop(start)
        if after[0] == "(":
            self.marks.append(
                Mark("link", where, self.length, after[1:-1].split()[0].strip("<>") if len(after) > 2 else "")
            )
        elif ".fact" in after or ".literal" in after or ".generated" in after:
            kind: MarkKind = "fact" if ".fact" in after else "literal" if ".literal" in after else "generated"
            target = (_KEY if kind == "fact" else _REASON).search(after)
            self.marks.append(Mark(kind, where, self.length, target[1] if target else ""))
        return start + 1 + len(after)

    def code(self, sign: str, start: int, end: int) -> int:
        close = self.raw.find(sign, end, end + 2000)
        if close < 0:
            self.write(sign, start)
            return end
        if close > end:
            self.write(self.raw[end:close].replace("\n", " "), end)
        return close + len(sign)

    def tag(self, sign: str, start: int) -> None:
        if sign.startswith(("<http", "<mailto:")):
            where = self.length
            self.write(sign[1:-1], start + 1)
            self.marks.append(Mark("link", where, self.length, sign[1:-1]))
            return
        label = sign.strip("</> ").split()[0].lower() if sign.strip("</> ") else ""
        if label == "br":
            self.write(" ", start)
        elif label in _TAGS and not sign.startswith("</"):
            self.open.append((f"<{label}", self.length, len(self.parts)))
        elif label in _TAGS:
            for index in range(len(self.open) - 1, -1, -1):
                if self.open[index][0] == f"<{label}":
                    self.marks.append(Mark(_TAGS[label], self.open[index][1], self.length))
                    del self.open[index:]
                    return

    def bare_citation(self, sign: str, start: int) -> None:
        key = sign[1:].rstrip(".:,;?!")
        before = self.raw[start - 1 : start]
        where = self.length
        self.write(sign, start)
        if not before.isalnum():
            if (call := _CALL.match(key)) is not None:
                kind = "figure" if call[1].startswith("fig") else "table"
                self.marks.append(Mark("call", where, where + len(key) + 1, f"{kind}:{key[call.end() :]}"))
            else:
                self.marks.append(Mark("citation", where, where + len(key) + 1, key))


def _brackets(raw: str) -> dict[int, int]:
    """Where each opening bracket is closed; those that never are, left out."""
    if "[" not in raw:
        return {}
    pairs: dict[int, int] = {}
    stack: list[int] = []
    for found in re.finditer(r"\\.|\[|\]", raw):
        if found.group() == "[":
            stack.append(found.start())
        elif found.group() == "]" and stack:
            pairs[stack.pop()] = found.start()
    return pairs
