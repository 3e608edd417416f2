"""The running text of a Word paragraph: runs, fields, tracked changes, content controls, links, symbols, comments."""

from __future__ import annotations

from dataclasses import dataclass, field

from casewright.patterns import lazily
from casewright.read.docx.styles import VAL, Look, Styles, W, look_of
from casewright.read.docx.symbols import symbol
from casewright.read.inline import Inline
from casewright.read.xml import MAX_DEPTH, Element, name

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_FACT = lazily(r"[a-z][a-z0-9_]*(?:\.[A-Za-z0-9_+-]+)+")
_SILENT = frozenset(W + tag for tag in (
    "pPr", "rPr", "del", "moveFrom", "instrText", "delText", "delInstrText", "sdtPr", "sdtEndPr",
    "softHyphen", "bookmarkStart", "bookmarkEnd", "proofErr", "lastRenderedPageBreak", "annotationRef",
    "footnoteRef", "endnoteRef", "ruby", "smartTagPr", "customXmlPr", "permStart", "permEnd",
    "commentReference",
))  # fmt: skip
_SPACES = frozenset(W + tag for tag in ("tab", "br", "cr", "ptab"))


@dataclass(slots=True)
class Flow:
    """What goes on across paragraphs: fields that are open, comments that are open, and what else was seen."""

    styles: Styles
    links: dict[str, tuple[str, str]]
    fields: list[str] = field(default_factory=list)  # of each open field: "code" or "result"
    comments: list[str] = field(default_factory=list)  # ids of open comments
    images: list[tuple[str, str]] = field(default_factory=list)  # part, description
    hidden: int = 0


class Runs:
    """Reads the runs of one paragraph into an Inline; text boxes and notes in it are kept for later."""

    def __init__(self, flow: Flow, inline: Inline, base: Look) -> None:
        self.flow = flow
        self.inline = inline
        self.base = base
        self.boxes: list[Element] = []
        self.notes: list[tuple[str, str]] = []  # kind and id
        self.comment_starts = dict.fromkeys(flow.comments, inline.length)
        self.plain_length = 0  # characters that are not bold

    def read(self, paragraph: Element) -> None:
        """Everything that the paragraph prints."""
        self._children(paragraph, self.base, 0)
        for identifier, start in self.comment_starts.items():
            self.inline.mark("comment", start, identifier)

    def _children(self, element: Element, look: Look, depth: int) -> None:
        if depth > MAX_DEPTH:
            return
        for child in element:
            tag = child.tag
            if tag == W + "r":
                self._run(child, look, depth)
            elif tag in _SILENT or not isinstance(tag, str):
                continue
            elif tag in (W + "ins", W + "moveTo"):
                start = self.inline.length
                self._children(child, look, depth + 1)
                self.inline.mark(
                    "inserted", start, f"{child.get(W + 'author') or ''}|{child.get(W + 'date') or ''}"
                )
            elif tag == W + "hyperlink":
                start = self.inline.length
                self._children(child, look, depth + 1)
                _, target = self.flow.links.get(child.get(_R + "id") or "", ("", ""))
                if target or child.get(W + "anchor"):
                    self.inline.mark("link", start, target or "#" + (child.get(W + "anchor") or ""))
            elif tag == W + "sdt":
                self._control(child, look, depth)
            elif tag == W + "commentRangeStart":
                self._comment(child, True)
            elif tag == W + "commentRangeEnd":
                self._comment(child, False)
            elif tag in (_M + "oMath", _M + "oMathPara"):
                self._math(child, 0)
            elif tag == _MC + "AlternateContent":
                self._alternative(child, look, depth)
            else:
                self._children(child, look, depth + 1)

    def _control(self, control: Element, look: Look, depth: int) -> None:
        start = self.inline.length
        content = control.find(W + "sdtContent")
        if content is not None:
            self._children(content, look, depth + 1)
        tag = control.find(f"{W}sdtPr/{W}tag")
        identifier = tag.get(VAL) or "" if tag is not None else ""
        if _FACT.fullmatch(identifier):
            self.inline.mark("fact", start, identifier)

    def _comment(self, element: Element, begins: bool) -> None:
        identifier = element.get(W + "id") or ""
        if begins:
            self.flow.comments.append(identifier)
            self.comment_starts[identifier] = self.inline.length
        elif identifier in self.comment_starts:
            self.inline.mark("comment", self.comment_starts.pop(identifier), identifier)
            if identifier in self.flow.comments:
                self.flow.comments.remove(identifier)

    def _alternative(self, element: Element, look: Look, depth: int) -> None:
        """Word writes such content twice, for new and for old programs: the first one is read."""
        for choice in element:
            if name(choice) in ("Choice", "Fallback"):
                self._children(choice, look, depth + 1)
                return

    def _run(self, run: Element, look: Look, depth: int) -> None:
        properties = run.find(W + "rPr")
        if properties is not None:
            style = properties.find(W + "rStyle")
            if style is not None:
                look = self.flow.styles.get(style.get(VAL) or "").look.over(look)
            look = look_of(properties).over(look)
        inline = self.inline
        start = inline.length
        for child in run:
            tag = child.tag
            if tag == W + "t":
                if child.text and not self._in_code():
                    if look.hidden:
                        self.flow.hidden += len(child.text)
                    else:
                        inline.write(child.text)
            elif tag in _SPACES:
                inline.write(" ")
            elif tag == W + "noBreakHyphen":
                inline.write("-")
            elif tag == W + "sym":
                inline.write(symbol(child.get(W + "font") or "", child.get(W + "char") or ""))
            elif tag == W + "fldChar":
                self._field(child.get(W + "fldCharType") or "")
            elif tag in (W + "footnoteReference", W + "endnoteReference"):
                self.notes.append((name(child).removesuffix("Reference"), child.get(W + "id") or ""))
            elif tag in (W + "drawing", W + "pict", W + "object"):
                self._drawing(child)
            elif tag == _MC + "AlternateContent":
                choice = next(iter(child), None)
                if choice is not None:
                    self._drawing(choice)
            elif tag not in _SILENT and isinstance(tag, str) and depth < MAX_DEPTH and len(child):
                self._children(child, look, depth + 1)
        if inline.length > start:
            self._look(look, start)

    def _look(self, look: Look, start: int) -> None:
        inline = self.inline
        if look.bold:
            inline.mark("strong", start)
        if look.italic:
            inline.mark("emphasis", start)
        if look.script == "superscript":
            inline.mark("superscript", start)
        elif look.script == "subscript":
            inline.mark("subscript", start)

    def _in_code(self) -> bool:
        return bool(self.flow.fields) and "code" in self.flow.fields

    def _field(self, kind: str) -> None:
        fields = self.flow.fields
        if kind == "begin" and len(fields) < MAX_DEPTH:
            fields.append("code")
        elif kind == "separate" and fields:
            fields[-1] = "result"
        elif kind == "end" and fields:
            fields.pop()

    def _drawing(self, element: Element) -> None:
        for inner in element.iter():
            kind = name(inner)
            if kind == "txbxContent":
                self.boxes.append(inner)
            elif kind in ("blip", "imagedata"):
                _, target = self.flow.links.get(
                    inner.get(_R + "embed") or inner.get(_R + "id") or "", ("", "")
                )
                described = next((e for e in element.iter() if name(e) == "docPr"), None)
                text = (
                    (described.get("descr") or described.get("name") or "") if described is not None else ""
                )
                if target:
                    self.flow.images.append((target, text))

    def _math(self, element: Element, depth: int) -> None:
        """The characters of a formula: powers and indices as marks, fractions with a slash."""
        if depth > MAX_DEPTH:
            return
        kind = name(element)
        for child in element:
            inner = name(child)
            start = self.inline.length
            if inner == "t":
                self.inline.write(child.text or "")
            elif inner not in ("rPr", "ctrlPr") and not inner.endswith("Pr"):
                if inner == "den":
                    self.inline.write("/")
                self._math(child, depth + 1)
            if inner == "sup" and kind in ("sSup", "sSubSup"):
                self.inline.mark("superscript", start)
            elif inner == "sub" and kind in ("sSub", "sSubSup"):
                self.inline.mark("subscript", start)
