"""Markdown manuscripts as pandoc and CommonMark write them: blocks by lines, each with its line and column."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from casewright.document.headings import is_part
from casewright.document.model import Block, BlockKind, Document
from casewright.patterns import lazily
from casewright.read.blocks import Anchor, joined, make
from casewright.read.captions import caption_of
from casewright.read.closing import close
from casewright.read.decoding import decode
from casewright.read.flattened import unfold
from casewright.read.markdown_text import Span, read_span
from casewright.read.outline import ROLE, sections_of

_ATX = lazily(r" {0,3}(#{1,6})(?:[ \t]+|$)(.*?)(?:[ \t]+#+)?[ \t]*$")
_ATTRIBUTES = lazily(r"[ \t]*\{[^{}]*\}[ \t]*$")
_SETEXT = lazily(r" {0,3}(=+|-+)[ \t]*$")
_FENCE = lazily(r" {0,3}(`{3,}|~{3,})")
_DIV = lazily(r" {0,3}:{3,}[ \t]*(.*?)[ \t:]*$")
_DIV_ROLE = lazily(r'\brole="([a-z_.]{1,60})"')
_DIV_LEGEND = lazily(r'\.legend\b.*?\bkey="([^"]*)"')
_ITEM = lazily(r"([ \t]*)(?:[-*+•]|\(?\d{1,3}[.)]|#\.)[ \t]+(?=\S)")
_NUMBER = lazily(r"[ \t]*\(?(\d{1,3})[.)]")
_NOTE = lazily(r"\[\^([^\]\s]+)\]:[ \t]*")
_RULE = lazily(r"[ \t]*(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_PIPE_RULE = lazily(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:[|+][ \t]*:?-*:?[ \t]*)*\|?[ \t]*$")
_GRID_RULE = lazily(r"[ \t]*\+(?:[-=:]+\+)+[ \t]*$")
_BLANK_OUT = lazily(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_YAML = lazily(r"(title|running[-_]?title|short[-_]?title|keywords|abstract):[ \t]*(.*)")

Line = tuple[int, int, str]  # line, column of its first character, text


def read_markdown(data: bytes, source: str) -> Document:
    """A manuscript in Markdown: emphasis, links, citations, spans and notes are marks on its text."""
    text = _BLANK_OUT.sub(lambda found: re.sub(r"[^\n]", " ", found.group()), decode(data, source))
    reader = _Reader(text.split("\n"), source)
    blocks = [part for block in reader.blocks() for part in unfold(block)]
    return close(Document(sections_of(blocks), source, "md", unread=tuple(reader.unread)))


class _Reader:
    """The lines of a file and the place reached in them."""

    def __init__(self, lines: list[str], source: str) -> None:
        self.lines = lines
        self.source = source
        self.at = 0
        self.unread: list[str] = []
        self.legend = ""  # the key of the legend that the lines are inside

    def blocks(self) -> Iterator[Block]:
        yield from self.front_matter()
        while self.at < len(self.lines):
            line = self.lines[self.at]
            if not line or line.isspace() or line == "\ufeff":
                self.at += 1
            elif (fence := _FENCE.match(line)) is not None:
                self.skip_code(fence[1])
            elif (div := _DIV.match(line)) is not None:
                yield from self.division(div[1])
            elif (head := _ATX.match(line)) is not None:
                text = _ATTRIBUTES.sub("", head[2])
                yield self.made("heading", [(self.at + 1, head.start(2) + 1, text)], level=len(head[1]))
                self.at += 1
            elif "|" in line and self.at + 1 < len(self.lines) and self.is_pipe_rule(self.lines[self.at + 1]):
                yield self.pipe_table()
            elif _GRID_RULE.match(line):
                yield self.grid_table()
            elif _RULE.match(line):
                self.at += 1
            else:
                yield self.paragraph(line)

    def is_pipe_rule(self, line: str) -> bool:
        return "|" in line and "-" in line and len(line) < 2000 and _PIPE_RULE.match(line) is not None

    def made(self, kind: BlockKind, lines: list[Line], level: int = 0, key: str = "") -> Block:
        span = read_span(lines)
        return make(kind, span.text, self.source, span.anchors, span.marks, level, key)

    def division(self, attributes: str) -> Iterator[Block]:
        """A fenced div's own line: one that names a role opens a section, one that names a legend its text."""
        number, self.at = self.at + 1, self.at + 1
        self.legend = ""
        if (role := _DIV_ROLE.search(attributes)) is not None:
            yield make("heading", "", self.source, ((0, number, 1),), level=1, key=ROLE + role[1])
        elif (legend := _DIV_LEGEND.search(attributes)) is not None:
            self.legend = legend[1]

    def skip_code(self, fence: str) -> None:
        start = self.at + 1
        self.at += 1
        while self.at < len(self.lines) and not self.lines[self.at].lstrip().startswith(fence):
            self.at += 1
        self.at += 1
        self.unread.append(f"the code block at line {start}")

    def paragraph(self, line: str) -> Block:
        """A paragraph, a list item, a note or a heading underlined, from its first line on."""
        kind: BlockKind = "paragraph"
        level, key, start = 0, "", 0
        if (note := _NOTE.match(line)) is not None:
            kind, key, start = "footnote", note[1], note.end()
        elif (item := _ITEM.match(line)) is not None:
            kind, level, start = "item", 1 + len(item[1].expandtabs(4)) // 2, item.end()
            number = _NUMBER.match(line)
            key = number[1] if number else ""
        elif line.lstrip().startswith(">"):
            start = len(line) - len(line.lstrip()) + 1
        lines: list[Line] = [(self.at + 1, start + 1, line[start:])]
        self.at += 1
        following = self.lines[self.at] if self.at < len(self.lines) else ""
        if kind == "paragraph" and is_part(line) and not self.begins_block(following):
            return self.made("heading", lines, level=1)
        while self.at < len(self.lines):
            following = self.lines[self.at]
            if kind == "paragraph" and (under := _SETEXT.match(following)) is not None:
                self.at += 1
                return self.made("heading", lines, level=1 if under[1][0] == "=" else 2)
            if not following or following.isspace() or self.begins_block(following):
                break
            lines.append((self.at + 1, 1, following))
            self.at += 1
        block = self.made(kind, lines, level, key)
        if self.legend:
            return replace(block, kind="legend", key=self.legend)
        if kind == "item" and key:
            return block
        return _bold_heading(block) or block

    def begins_block(self, line: str) -> bool:
        """Whether a line ends the paragraph before it: a number does so only below another numbered line."""
        if _ITEM.match(line):
            return not line[:1].isdigit() or _ITEM.match(self.lines[self.at - 1]) is not None
        starts = (_ATX, _FENCE, _DIV, _NOTE, _GRID_RULE)
        return any(start.match(line) for start in starts)

    def pipe_table(self) -> Block:
        spans: list[list[Span]] = []
        while self.at < len(self.lines) and "|" in self.lines[self.at]:
            if not self.is_pipe_rule(self.lines[self.at]):
                spans.append(_cells(self.lines[self.at], self.at + 1))
            self.at += 1
        rows = [joined(((cell.text, cell.anchors) for cell in row), "\t") for row in spans]
        text, anchors = joined(rows, "\n")
        marks, offset = [], 0
        for row in spans:
            for cell in row:
                marks += [
                    replace(mark, start=mark.start + offset, end=mark.end + offset) for mark in cell.marks
                ]
                offset += len(cell.text) + 1
        return make("table", text, self.source, anchors, marks)

    def grid_table(self) -> Block:
        rows: list[tuple[str, tuple[Anchor, ...]]] = []
        while self.at < len(self.lines) and self.lines[self.at].lstrip()[:1] in ("+", "|"):
            if not _GRID_RULE.match(self.lines[self.at]):
                rows.append(
                    joined(
                        ((cell.text, cell.anchors) for cell in _cells(self.lines[self.at], self.at + 1)), "\t"
                    )
                )
            self.at += 1
        text, anchors = joined(rows, "\n")
        return make("table", text, self.source, anchors)

    def front_matter(self) -> Iterator[Block]:
        """Title, abstract and key words in a YAML block before the text."""
        if not self.lines or self.lines[0].lstrip("\ufeff").rstrip() != "---":
            return
        end = next((i for i, line in enumerate(self.lines[1:400], 1) if line.rstrip() in ("---", "...")), 0)
        if not end:
            return
        for number in range(1, end):
            if (found := _YAML.match(self.lines[number])) is None:
                continue
            name, value = found[1].replace("-", " ").replace("_", " "), found[2].strip().strip("\"'")
            lines: list[Line] = (
                [(number + 1, found.start(2) + 1, value)] if value not in ("", "|", ">", "|-", ">-") else []
            )
            for below in range(number + 1, end):
                if not self.lines[below].startswith((" ", "- ")):
                    break
                lines.append((below + 1, 1, self.lines[below]))
            if name == "title":
                yield self.made("paragraph", lines)
            else:
                yield self.made("heading", [(number + 1, 1, name.capitalize())], level=1)
                yield self.made("paragraph", lines)
        self.at = end + 1


def _cells(line: str, number: int) -> list[Span]:
    """The cells of a table's line, each read as running text."""
    start = len(line) - len(line.lstrip())
    start += line[start : start + 1] == "|"
    inner = line[start:].rstrip().removesuffix("|")
    cells = []
    for cell in re.split(r"(?<!\\)\|", inner):
        cells.append(read_span([(number, start + 1, cell)]))
        start += len(cell) + 1
    return cells


def _bold_heading(block: Block) -> Block | None:
    """A short paragraph all in bold is a heading in all but name."""
    whole = any(
        m.kind in ("strong", "emphasis") and m.start == 0 and m.end == len(block.text) for m in block.marks
    )
    if (
        whole
        and block.kind == "paragraph"
        and 2 < len(block.text) < 90
        and not block.text.endswith(".")
        and not caption_of(block)
    ):
        return replace(block, kind="heading", level=1 if block.text.isupper() else 2, marks=())
    return None
