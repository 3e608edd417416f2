"""Words in Word: inlines as runs, facts as content controls, links, footnote calls, images."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from casewright.document.tree import Node, has_class, plain, value_of
from casewright.errors import InputError, Problem
from casewright.write.docx_facts import NAMESPACE, FactPart, fact_alias, fact_tag
from casewright.write.docx_package import Package, xml_text, xml_value
from casewright.write.images import Images, media_type, size_of

# The run property of each kind of inline, in the order in which CT_RPr wants them.
PROPERTIES = {
    "Code": '<w:rFonts w:ascii="Consolas" w:hAnsi="Consolas" w:cs="Consolas"/>',
    "Strong": "<w:b/><w:bCs/>",
    "Emph": "<w:i/><w:iCs/>",
    "SmallCaps": "<w:smallCaps/>",
    "Strikeout": "<w:strike/>",
    "Underline": '<w:u w:val="single"/>',
    "Superscript": '<w:vertAlign w:val="superscript"/>',
    "Subscript": '<w:vertAlign w:val="subscript"/>',
}
WRAPPERS = {"Span", "Cite", "Quoted"}
EXTENSIONS = {"image/png": "png", "image/jpeg": "jpeg", "image/gif": "gif"}
EMU_PER_POINT = 12700
PIXELS_PER_POINT = 150 / 72  # a panel of 150 pixels to the inch is shown at its size, if it fits
STORE = "{STORE}"  # stands for the storeItemID until all facts are known

_SAFE_LINK = re.compile(r"(?:https?|mailto):", re.IGNORECASE)

Styles = frozenset[str]


@dataclass
class Runs:
    """Writes the inlines of one document: `ids` counts everything that needs a number of its own."""

    package: Package
    facts: FactPart
    images: Images
    notes: list[Any] = field(default_factory=list)  # the blocks of each footnote
    part: str = "word/document.xml"
    _ids: int = 0
    _media: dict[bytes, str] = field(default_factory=dict)

    def next_id(self) -> int:
        """A number that nothing else in the document has."""
        self._ids += 1
        return self._ids

    def write(self, inlines: Sequence[Node], styles: Styles = frozenset()) -> str:
        """Runs for these inlines, all in these styles."""
        out: list[str] = []
        waiting: list[str] = []

        def flush() -> None:
            if waiting:
                out.append(_run("".join(waiting), styles))
                waiting.clear()

        for node in inlines:
            kind = node["t"]
            if kind == "Str":
                waiting.append(node["c"])
            elif kind in ("Space", "SoftBreak"):
                waiting.append(" ")
            else:
                flush()
                out.append(self._special(node, styles))
        flush()
        return "".join(out)

    def _special(self, node: Node, styles: Styles) -> str:
        kind = node["t"]
        if has_class(node, "fact"):
            return self._fact(node, styles)
        if kind == "Code":
            return _run(node["c"][1], styles | {kind})
        if kind in PROPERTIES:
            return self.write(node["c"], styles | {kind})
        if kind in WRAPPERS:
            return self.write(node["c"][1], styles)
        if kind == "Link":
            return self._link(node, styles)
        if kind == "LineBreak":
            return f"<w:r>{_properties(styles)}<w:br/></w:r>"
        if kind == "Note":
            self.notes.append(node["c"])
            style = '<w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
            return f'<w:r>{style}<w:footnoteReference w:id="{len(self.notes)}"/></w:r>'
        raise InputError(Problem(f"Word cannot be given a {kind}", "write it in plain words"))

    def _fact(self, node: Node, styles: Styles) -> str:
        """A content control: bound where its text is plain, and rich where it is more than characters."""
        inlines = node["c"][1]
        fact = value_of(node, "key")
        is_plain = _is_plain(inlines)
        if is_plain:
            path = self.facts.xpath(fact, plain(inlines))
            mapping = xml_value(f"xmlns:m='{NAMESPACE}'")
            kind = f'<w:dataBinding w:prefixMappings={mapping} w:xpath="{path}" w:storeItemID="{STORE}"/><w:text/>'
        else:
            kind = "<w:richText/>"
        properties = (
            f"{_properties(styles)}<w:alias w:val={xml_value(fact_alias(fact))}/>"
            f'<w:tag w:val={xml_value(fact_tag(fact))}/><w:id w:val="{self.next_id()}"/>{kind}'
        )
        content = _run(plain(inlines), styles) if is_plain else self.write(inlines, styles)
        return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"

    def _link(self, node: Node, styles: Styles) -> str:
        target = str(node["c"][2][0])
        if not _SAFE_LINK.match(target):
            return self.write(node["c"][1], styles)
        relation = self.package.relate(self.part, "hyperlink", target, outside=True)
        content = self.write(node["c"][1], styles | {"Link"})
        return f'<w:hyperlink r:id="{relation}" w:history="1">{content}</w:hyperlink>'

    def image(self, node: Node, width: float, height: float) -> str:
        """A picture in a box of this many points, with its alternative text."""
        source = str(node["c"][2][0])
        data = self.images.get(source)
        if data is None:
            raise InputError(Problem(f"the image `{source}` was not read"))
        kind = media_type(data)
        pixels = size_of(data)
        if kind not in EXTENSIONS or not pixels or not all(pixels):
            raise InputError(Problem(f"Word cannot show the image `{source}`", "save it as PNG or JPEG"))
        relation = self.package.relate(self.part, "image", self._medium(data, EXTENSIONS[kind], kind))
        scale = min(width / pixels[0], height / pixels[1], 1 / PIXELS_PER_POINT)
        across, down = (round(side * scale * EMU_PER_POINT) for side in pixels)
        return _picture(self.next_id(), relation, plain(node["c"][1]), value_of(node, "key"), across, down)

    def _medium(self, data: bytes, extension: str, kind: str) -> str:
        if data not in self._media:
            name = f"media/image{len(self._media) + 1}.{extension}"
            self._media[data] = name
            self.package.add(f"word/{name}", data, kind)
        return self._media[data]


def _is_plain(inlines: Sequence[Node]) -> bool:
    """Whether inlines are characters only; a span that merely marks them changes nothing."""
    return all(
        node["t"] in ("Str", "Space")
        or (node["t"] == "Span" and not has_class(node, "fact") and _is_plain(node["c"][1]))
        for node in inlines
    )


def _run(text: str, styles: Styles) -> str:
    return f'<w:r>{_properties(styles)}<w:t xml:space="preserve">{xml_text(text)}</w:t></w:r>' if text else ""


def _properties(styles: Styles) -> str:
    if not styles:
        return ""
    link = '<w:rStyle w:val="Hyperlink"/>' if "Link" in styles else ""
    return f"<w:rPr>{link}{''.join(PROPERTIES[kind] for kind in PROPERTIES if kind in styles)}</w:rPr>"


def _picture(number: int, relation: str, alt: str, name: str, across: int, down: int) -> str:
    """An inline DrawingML picture (ECMA-376 part 1, 20.4.2.8)."""
    drawing = "http://schemas.openxmlformats.org/drawingml/2006"
    identity = f'id="{number}" name={xml_value(f"Figure {name}")} descr={xml_value(alt)}'
    return (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{across}" cy="{down}"/>'
        f"<wp:docPr {identity}/><wp:cNvGraphicFramePr>"
        f'<a:graphicFrameLocks xmlns:a="{drawing}/main" noChangeAspect="1"/>'
        f'</wp:cNvGraphicFramePr><a:graphic xmlns:a="{drawing}/main"><a:graphicData uri="{drawing}/picture">'
        f'<pic:pic xmlns:pic="{drawing}/picture"><pic:nvPicPr><pic:cNvPr {identity}/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr>'
        f'<a:xfrm><a:off x="0" y="0"/><a:ext cx="{across}" cy="{down}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )
