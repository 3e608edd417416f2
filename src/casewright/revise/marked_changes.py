"""Pairs of tokens as the paragraphs of WordprocessingML, with tracked changes (ECMA-376 part 1, 17.13.5)."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from lxml import etree

from casewright.read.docx.styles import W
from casewright.read.xml import Element
from casewright.revise.marked_flow import Token
from casewright.revise.marked_pairs import Pair


@dataclass
class Signature:
    """Who changed it and when, and the next number that no other change has. Counts the changes."""

    author: str
    date: str
    number: int
    count: int = 0

    def next_id(self) -> str:
        self.number += 1
        return str(self.number)

    def element(self, tag: str, **more: str) -> Element:
        """A tracked change of this kind: `ins`, `del`, `moveFrom`, `moveTo`, ..."""
        attributes = {W + "id": self.next_id(), W + "author": self.author}
        if self.date:
            attributes[W + "date"] = self.date
        self.count += tag in ("ins", "del", "moveFrom", "moveTo", "pPrChange")
        return etree.Element(W + tag, attributes | {W + name: value for name, value in more.items()})


@dataclass(frozen=True, slots=True)
class Changes:
    """Writes paragraphs. `bring` makes an old run or old properties of a paragraph fit for the new document."""

    sign: Signature
    bring: Callable[[Element], Element]

    def paragraphs(self, pairs: Sequence[Pair]) -> Iterator[Element]:
        """A paragraph for every end among the pairs, new or old, and the ends of moves between them."""
        waiting: list[Pair] = []
        for pair in pairs:
            if not pair.end:
                waiting.append(pair)
                continue
            yield from self._paragraph(waiting, pair)
            waiting = []

    def _paragraph(self, pairs: list[Pair], end: Pair) -> Iterator[Element]:
        paragraph = etree.Element(W + "p")
        paragraph.append(self._properties(end))
        kind = _kind(end)
        ranged = self.sign.element(f"{kind}RangeStart", name=end.move) if end.move else None
        if ranged is not None:
            paragraph.append(ranged)
        name = end.new.bookmark if end.new is not None else ""
        number = self.sign.next_id()
        if name:
            paragraph.append(etree.Element(W + "bookmarkStart", {W + "id": number, W + "name": name}))
        for (said, holder), group in groupby(pairs, key=lambda pair: (_kind(pair), _holder(pair))):
            paragraph.extend(self._stretch(said, holder, list(group)))
        if name:
            paragraph.append(etree.Element(W + "bookmarkEnd", {W + "id": number}))
        yield paragraph
        if ranged is not None:
            yield etree.Element(f"{W}{kind}RangeEnd", {W + "id": ranged.get(W + "id")})

    def _properties(self, end: Pair) -> Element:
        """The paragraph's properties: how its end changed, then what its style was (order of CT_PPr)."""
        token = end.new or end.old
        assert token is not None
        kind = _kind(end)
        properties = copy.deepcopy(token.run) if end.new is not None else self.bring(token.run)
        if kind:
            look = etree.SubElement(properties, W + "rPr")
            look.append(self.sign.element(kind))
        if end.old is not None and end.new is not None and end.old.key != end.new.key:
            change = self.sign.element("pPrChange")
            change.append(self.bring(end.old.run))
            properties.append(change)
        return properties

    def _stretch(self, kind: str, holder: Element | None, pairs: list[Pair]) -> Iterator[Element]:
        tokens = [token for pair in pairs if (token := pair.new or pair.old) is not None]
        runs = list(_joined(tokens))
        if kind in ("del", "moveFrom"):
            runs = [self.bring(run) for run in runs]
        if not kind:
            yield from _held(holder, runs)
            return
        if kind == "del":
            for node in (node for run in runs for node in run.iter(W + "t")):
                node.tag = W + "delText"
        change = self.sign.element(kind)
        change.extend(runs)
        yield from _held(holder, [change])


def _kind(pair: Pair) -> str:
    """What the change of a pair is called; "" of one that is the same."""
    if pair.same:
        return ""
    if pair.new is None:
        return "moveFrom" if pair.move else "del"
    return "moveTo" if pair.move else "ins"


def _holder(pair: Pair) -> Element | None:
    """What stands around a token in the new document; what was deleted stands in nothing.

    Nor does what is new stand in a content control: LibreOffice does not track changes inside one, and Word fills one
    again from the data that it is bound to, whether its change is accepted or not.
    """
    holder = pair.new.holder if pair.new is not None else None
    return None if holder is not None and holder.tag == W + "sdt" and not pair.same else holder


def _held(holder: Element | None, content: Sequence[Element]) -> list[Element]:
    """Runs, or tracked runs, in their content control or link."""
    if holder is None:
        return list(content)
    copied = copy.deepcopy(holder)
    inside = copied.find(W + "sdtContent") if copied.tag == W + "sdt" else copied
    for child in list(inside):
        inside.remove(child)
    inside.extend(content)
    return [copied]


def _joined(tokens: Sequence[Token]) -> Iterator[Element]:
    """Words of one look as one run."""
    run = None
    for token in tokens:
        text = token.run.find(W + "t")
        if run is not None and text is not None and _look(run) == _look(token.run):
            before = run[-1]
            if before.tag == W + "t":
                before.text = (before.text or "") + (text.text or "")
                continue
        if run is not None:
            yield run
        run = copy.deepcopy(token.run)
    if run is not None:
        yield run


def _look(run: Element) -> bytes:
    properties = run.find(W + "rPr")
    found: bytes = etree.tostring(properties, method="c14n") if properties is not None else b""
    return found
