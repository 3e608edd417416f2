"""A .docx under a co-author's hand: its paragraphs by block of the manuscript, changed at characters of their text."""

from __future__ import annotations

import copy
import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{MAIN}}}"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
DATE = "2026-03-04T05:06:00Z"
PARTS = ("word/document.xml", "word/footnotes.xml")
COMMENTS = "word/comments.xml"
Element = Any


@dataclass
class Paper:
    """An opened Word file. `author` signs what is tracked."""

    parts: dict[str, bytes]
    author: str
    trees: dict[str, Element] = field(default_factory=dict)
    comments: list[tuple[int, str]] = field(default_factory=list)
    _ids: int = 90_000

    @classmethod
    def opened(cls, data: bytes, author: str = "Co-author") -> Paper:
        """The file, its text parts parsed."""
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        trees = {name: etree.fromstring(parts[name]) for name in PARTS if name in parts}
        return cls(parts, author, trees)

    def saved(self) -> bytes:
        """The file with all that was done to it."""
        parts = self.parts | {
            name: etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
            for name, tree in self.trees.items()
        }
        if self.comments:
            _put_comments(parts, self.comments, self.author)
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in parts.items():
                archive.writestr(name, data)
        return buffer.getvalue()

    def strip(self) -> None:
        """What other programs do to a file: content controls and bookmarks gone, and what it was built from."""
        for tree in self.trees.values():
            for control in list(tree.iter(W + "sdt")):
                for child in list(control.find(W + "sdtContent")):
                    control.addprevious(child)
                control.getparent().remove(control)
            for mark in [*tree.iter(W + "bookmarkStart"), *tree.iter(W + "bookmarkEnd")]:
                mark.getparent().remove(mark)
        self.parts["docProps/custom.xml"] = self.parts["docProps/custom.xml"].replace(
            b'"casewright"', b'"other"'
        )

    def next_id(self) -> str:
        self._ids += 1
        return str(self._ids)

    def paragraphs(self) -> Iterator[tuple[int, int, Element]]:
        """Every paragraph of a block: the block's number, the offset in its text, the paragraph."""
        for tree in self.trees.values():
            for mark in tree.iter(W + "bookmarkStart"):
                name = mark.get(W + "name") or ""
                if not name.startswith("_cw_"):
                    continue
                table = next(mark.iterancestors(W + "tbl"), None)
                offset = 0
                own = next(mark.iterancestors(W + "p"), mark.getparent())
                for paragraph in [own] if table is None else list(table.iter(W + "p")):
                    yield int(name[4:]), offset, paragraph
                    offset += len(text_of(paragraph)) + 1

    def tracked(self, kind: str) -> Element:
        """An element w:ins, w:del, ... signed and dated."""
        return make(kind, id=self.next_id(), author=self.author, date=DATE)


def make(tag: str, **attributes: str) -> Element:
    """An element of WordprocessingML."""
    return etree.Element(W + tag, {W + name: value for name, value in attributes.items()})


def text_of(paragraph: Element) -> str:
    """The characters that a paragraph prints."""
    return "".join(node.text or "" for node in texts(paragraph))


def texts(paragraph: Element) -> list[Element]:
    """Its w:t, in order; what is deleted holds none."""
    return list(paragraph.iter(W + "t"))


def cut(paragraph: Element, offset: int) -> None:
    """Make sure that no run of the paragraph goes on over this character."""
    at = 0
    for node in texts(paragraph):
        text = node.text or ""
        if at < offset < at + len(text):
            run = node.getparent()
            rest = copy.deepcopy(run)
            next(iter(rest.iter(W + "t"))).text = text[offset - at :]
            node.text = text[: offset - at]
            for each in (node, next(iter(rest.iter(W + "t")))):
                each.set(SPACE, "preserve")
            run.addnext(rest)
            return
        at += len(text)


def runs_between(paragraph: Element, start: int, end: int) -> list[Element]:
    """The runs that print exactly these characters."""
    cut(paragraph, start)
    cut(paragraph, end)
    at, found = 0, []
    for node in texts(paragraph):
        following = at + len(node.text or "")
        if start <= at and following <= end and following > at:
            found.append(node.getparent())
        at = following
    return found


def run_like(other: Element | None, text: str) -> Element:
    """A run in the look of another."""
    run = make("r")
    if other is not None and (properties := other.find(W + "rPr")) is not None:
        run.append(copy.deepcopy(properties))
    node = etree.SubElement(run, W + "t")
    node.text = text
    node.set(SPACE, "preserve")
    return run


def strike(run: Element, deletion: Element) -> None:
    """Put a run into a tracked deletion that takes its place."""
    run.addprevious(deletion)
    deletion.append(run)
    for node in run.iter(W + "t"):
        node.tag = W + "delText"


def _put_comments(parts: dict[str, bytes], comments: list[tuple[int, str]], author: str) -> None:
    root = etree.Element(W + "comments", nsmap={"w": MAIN})
    for number, text in comments:
        comment = make("comment", id=str(number), author=author, date=DATE, initials="CA")
        paragraph = etree.SubElement(comment, W + "p")
        paragraph.append(run_like(None, text))
        root.append(comment)
    parts[COMMENTS] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
    override = f'<Override PartName="/{COMMENTS}" ContentType="{kind}"/></Types>'
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(b"</Types>", override.encode())
    relation = (
        '<Relationship Id="rIdComments" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        'relationships/comments" Target="comments.xml"/></Relationships>'
    )
    name = "word/_rels/document.xml.rels"
    parts[name] = parts[name].replace(b"</Relationships>", relation.encode())
