"""Laying a document out: each of its characters with its place in the sources.

The document is built from the marked Markdown with the Markdown itself as its source: every character then knows its
offset there, and from there the literal that it is, or the expression that printed it. A character counts as a
literal only if the source says the same character at that place.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from casewright.document.build import build_document
from casewright.document.model import Block, Document, Mark
from casewright.document.pandoc import Pandoc
from casewright.errors import Place
from casewright.pipeline import Sources
from casewright.render.model import Origin, Origins, Segment
from casewright.revise.citing import works_of
from casewright.revise.layout import Layout, Span, SpanKind
from casewright.revise.spelling import speller
from casewright.revise.texts import Source, Texts

_WORD = re.compile(r"[^\W\d_]+")


class _Itself:
    """The marked Markdown as its own origin: the column of a place is an offset, counted from 1."""

    def __init__(self, markdown: str) -> None:
        self.markdown = markdown
        self.origins = self
        self.start = 0

    def __iter__(self) -> Iterator[_Itself]:
        return iter((self,))

    def at(self, offset: int) -> _At:
        return _At(Place("", 1, offset + 1))


@dataclass(frozen=True, slots=True)
class _At:
    place: Place


def lay_out(sources: Sources, texts: Texts, pandoc: Pandoc, placed: bool = True) -> Layout:
    """Build the document of these sources and find the place of each character. Raises InputError as a build does.

    Without `placed` no character has one, and only what the build marks is a span: enough to see what is printed.
    """
    document = build_document(
        _Itself(sources.rendered.markdown),  # what document.origins.Rendered asks for
        sources.case,
        sources.profile,
        sources.bibliography,
        pandoc,
    )
    layer = _Layer(document, sources.rendered.origins, texts, speller(sources.profile), placed)
    layout = layer.finished()
    return replace(layout, works=works_of(layout.references, sources.bibliography))


class _Layer:
    def __init__(
        self,
        document: Document,
        origins: Origins,
        texts: Texts,
        respelled: Callable[[str], str],
        placed: bool,
    ) -> None:
        self.document = document
        self.origins = origins
        self.texts = texts
        self.respelled = respelled
        self.placed = placed
        self.markdown = origins.markdown
        self.begins = [segment.start for segment in origins.segments]
        self.segment = Segment(0, 0, Origin("literal", "", 0, 0))  # the one in hand
        self.expression: Source | None = None  # what printed it
        self.base = 0  # from an offset in the Markdown to one in the file
        self.parts: list[str] = []
        self.sources: list[Source | None] = []
        self.spans: list[Span] = []
        self.blocks: list[tuple[int, str]] = []

    def finished(self) -> Layout:
        length = 0
        for section, block in self.document.blocks():
            if not block.text:
                continue
            if self.parts:
                self.parts.append("\n")
                self.sources.append(None)
                length += 1
            self.blocks.append((length, section.title or section.role.replace("_", " ")))
            self.parts.append(block.text)
            nowhere: list[Source | None] = [None] * len(block.text)
            found = self._sources(block) if self.placed else nowhere
            spans = self._spans(block, length, found)
            self.sources += found
            self.spans += spans
            length += len(block.text)
        return Layout(
            "".join(self.parts),
            tuple(self.sources),
            tuple(self.spans),
            tuple(self.blocks),
            self.document,
            self.texts,
            self._repeated() if self.placed else {},
        )

    def _repeated(self) -> dict[str, tuple[tuple[int, int, int], ...]]:
        """The stretches of source that print more than once: literals, and expressions with all that each prints."""
        counts: Counter[tuple[str, int, int]] = Counter()
        before = None
        for segment in self.origins:
            place = segment.origin.place
            start = self.texts.offset(place)
            if segment.origin.kind == "literal":
                counts[place.file, start, start + segment.end - segment.start] += 1
            elif place != before:
                counts[place.file, start, self.texts.expression(place).end] += 1
            before = place
        found: dict[str, list[tuple[int, int, int]]] = {}
        for (file, start, end), count in counts.items():
            if count > 1:
                found.setdefault(file, []).append((start, end, count))
        return {file: tuple(sorted(stretches)) for file, stretches in found.items()}

    def _sources(self, block: Block) -> list[Source | None]:
        """Of each character: the literal that says the same, or the expression that printed it."""
        text = block.text
        if block.kind == "reference" or not block.origins:
            return [None] * len(text)
        starts = [offset for offset, _ in block.origins]
        starts[0] = _behind_label(block)
        found: list[Source | None] = []
        for index, character in enumerate(text):
            at = bisect_right(starts, index) - 1
            offset = block.origins[at][1].column - 1 + index - starts[at]
            found.append(self._source(character, offset) if at >= 0 else None)
        for word in _WORD.finditer(text) if None in found else ():
            if None in found[word.start() : word.end()]:
                at = max(0, bisect_right(starts, word.start()) - 1)
                offset = block.origins[at][1].column - 1 + word.start() - starts[at]
                if source := self._spelled_otherwise(word[0], offset):
                    found[word.start() : word.end()] = [source] * len(word[0])
        for index, character in enumerate(text):
            if character == " " and found[index] is None and 0 < index < len(text) - 1:
                found[index] = self._gap(found[index - 1], found[index + 1])
        return found

    def _spelled_otherwise(self, word: str, offset: int) -> Source | None:
        """The source of a whole word that was printed in the journal's spelling."""
        written = _WORD.match(self.markdown, offset) if 0 <= offset < len(self.markdown) else None
        if written is None or self.respelled(written[0]) != word:
            return None
        self._turn_to(offset)
        if self.expression is not None or written.end() > self.segment.end:
            return None
        return Source(self.segment.origin.file, self.base + written.start(), self.base + written.end())

    def _gap(self, before: Source | None, behind: Source | None) -> Source | None:
        """The white space between two stretches of one file: pandoc does not tell where a line ended."""
        if before is None or behind is None or before.file != behind.file or before.end >= behind.start:
            return None
        space = self.texts[before.file][before.end : behind.start]
        return Source(before.file, before.end, behind.start) if space.isspace() else None

    def _source(self, character: str, offset: int) -> Source | None:
        markdown = self.markdown
        if not 0 <= offset < len(markdown):
            return None
        written = markdown[offset]
        same = written == character or (written.isspace() and character == " ")
        end = offset + 1
        if not same and written == "\\" and markdown[offset + 1 : offset + 2] == character:
            same, end = True, offset + 2
        if not same:
            return None
        if not self.segment.start <= offset < self.segment.end:
            self._turn_to(offset)
        segment, origin = self.segment, self.segment.origin
        if self.expression is not None:
            return self.expression
        if character.isalnum():  # which no backslash makes anything else
            return Source(origin.file, self.base + offset, self.base + end)
        if end == offset + 1 and _is_escaped(markdown, offset):
            offset -= 1
        if character == " ":
            while end < segment.end and markdown[end].isspace() and "\n\n" not in markdown[offset : end + 1]:
                end += 1
        return Source(origin.file, self.base + max(offset, segment.start), self.base + min(end, segment.end))

    def _turn_to(self, offset: int) -> None:
        """Take up the segment of the Markdown that holds an offset."""
        self.segment = self.origins.segments[max(0, bisect_right(self.begins, offset) - 1)]
        place = self.segment.origin.place
        literal = self.segment.origin.kind == "literal"
        self.expression = None if literal else self.texts.expression(place)
        self.base = self.texts.offset(place) - self.segment.start if literal else 0

    def _spans(self, block: Block, length: int, found: list[Source | None]) -> list[Span]:
        if block.kind == "reference":
            return [Span("reference", length, length + len(block.text), block.key)]
        taken: list[Span] = []
        for mark in sorted(block.marks, key=lambda mark: (mark.kind != "fact", mark.start, -mark.end)):
            kind = _KINDS.get(mark.kind)
            start, end = mark.start + length, mark.end + length
            if kind is None or any(span.start < end and start < span.end for span in taken):
                continue
            source = found[mark.start] if kind != "abbreviation" else self._short_form(block, mark)
            known = source is not None and (kind == "abbreviation" or self.texts.is_expression(source))
            taken.append(Span(kind, start, end, mark.target, source if known else None))
        rest = self._rest(block.text, length, found, taken) if self.placed else ()
        return sorted([*taken, *rest], key=lambda span: span.start)

    def _short_form(self, block: Block, mark: Mark) -> Source | None:
        """Where the short form stands that was written out here."""
        offset = next((place.column - 1 for start, place in block.origins if start == mark.start), -1)
        if offset < 0 or not self.markdown.startswith(mark.target, offset):
            return None
        first, last = (self._source(self.markdown[n], n) for n in (offset, offset + len(mark.target) - 1))
        if first is None or last is None or first.file != last.file or self.texts.is_expression(first):
            return None
        return Source(first.file, first.start, last.end)

    def _rest(self, text: str, length: int, found: list[Source | None], taken: list[Span]) -> Iterator[Span]:
        """What is no fact and no literal: printed by an expression, or with no place at all."""
        covered = bytearray(len(text))
        for span in taken:
            covered[span.start - length : span.end - length] = b"\1" * (span.end - span.start)
        start = 0
        while start < len(text):
            source = found[start]
            kind: SpanKind = "markup" if source is None else "expression"
            if covered[start] or (source is not None and not self.texts.is_expression(source)):
                start += 1
                continue
            end = start + 1
            while end < len(text) and not covered[end] and found[end] == source:
                end += 1
            yield Span(kind, start + length, end + length, "", source)
            start = end


_KINDS: dict[str, SpanKind] = {
    "fact": "fact",
    "citation": "citation",
    "call": "call",
    "abbreviation": "abbreviation",
    "generated": "numbering",
}


def _behind_label(block: Block) -> int:
    """Where the words begin that have an origin: behind the label that the build put before a legend."""
    label = next((mark.end for mark in block.marks if mark.kind == "generated" and not mark.start), 0)
    return label + (block.text[label : label + 1] == " ") if label and block.kind == "legend" else 0


def _is_escaped(markdown: str, offset: int) -> bool:
    """Whether a character has a backslash before it that is no escaped backslash itself."""
    count = 0
    while offset - count > 0 and markdown[offset - count - 1] == "\\":
        count += 1
    return count % 2 == 1
