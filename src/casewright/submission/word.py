"""Plain Word files for what goes beside the manuscript: the same bytes every time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from casewright.write.docx_package import OFFICE, WORD, Package, xml_text

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
CORE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
DOCUMENT = "word/document.xml"
WIDTH = 9638  # of the text in twentieths of a point: A4 less two margins of 2 cm


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 or 2."""

    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; `label` stands bold before its text."""

    text: str
    label: str = ""
    bullet: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table, its first row repeated on every page; `widths` are shares of the text's width, `size` is in points."""

    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...]
    size: float = 10


Part = Heading | Paragraph | Grid


def word_file(title: str, parts: Iterable[Part], language: str = "en-US") -> bytes:
    """A .docx of these parts. Its metadata are the title and the language, nothing else."""
    package = Package()
    package.relate("", f"{OFFICE}/officeDocument", DOCUMENT)
    body = "".join(_part(part) for part in parts)
    page = (
        '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" '
        'w:header="708" w:footer="708" w:gutter="0"/>'
        "</w:sectPr>"
    )
    package.add(
        DOCUMENT,
        f'<w:document xmlns:w="{MAIN}"><w:body>{body}{page}</w:body></w:document>',
        f"{WORD}.document.main+xml",
    )
    package.add("word/styles.xml", _styles(language), f"{WORD}.styles+xml")
    package.relate(DOCUMENT, "styles", "styles.xml")
    package.add(
        "docProps/core.xml",
        _core(title, language),
        "application/vnd.openxmlformats-package.core-properties+xml",
    )
    package.relate("", CORE, "docProps/core.xml")
    return package.zipped()


def _part(part: Part) -> str:
    match part:
        case Heading():
            return f'<w:p><w:pPr><w:pStyle w:val="Heading{part.level}"/></w:pPr>{_run(part.text)}</w:p>'
        case Paragraph():
            label = _run(f"{part.label} ", bold=True) if part.label else ""
            look = '<w:pPr><w:ind w:left="360" w:hanging="360"/></w:pPr>' if part.bullet else ""
            return f"<w:p>{look}{_run('☐ ') if part.bullet else ''}{label}{_run(part.text)}</w:p>"
        case Grid():
            return _grid(part)


def _grid(grid: Grid) -> str:
    whole = sum(grid.widths)
    widths = [WIDTH * share // whole for share in grid.widths]
    edges = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="808080"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    head = (
        f'<w:tbl><w:tblPr><w:tblW w:w="{WIDTH}" w:type="dxa"/><w:tblBorders>{edges}</w:tblBorders>'
        '<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>'
        + "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        + "</w:tblGrid>"
    )
    rows = "".join(_row(row, widths, grid.size, first=number == 0) for number, row in enumerate(grid.rows))
    return f"{head}{rows}</w:tbl><w:p/>"


def _row(cells: Sequence[str], widths: Sequence[int], size: float, first: bool) -> str:
    look = "<w:trPr><w:cantSplit/>" + ("<w:tblHeader/>" if first else "") + "</w:trPr>"
    filled = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
        + "".join(
            f"<w:p>{_run(line, bold=first, size=size)}</w:p>" for line in (cell.split("\n") if cell else [""])
        )
        + "</w:tc>"
        for cell, width in zip(cells, widths, strict=True)
    )
    return f"<w:tr>{look}{filled}</w:tr>"


def _run(text: str, bold: bool = False, size: float = 0) -> str:
    """A stretch of text; a size of 0 is that of the document."""
    look = ("<w:b/>" if bold else "") + (f'<w:sz w:val="{round(2 * size)}"/>' if size else "")
    look = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{xml_text(text)}</w:t></w:r>'


def _styles(language: str) -> str:
    def heading(level: int, size: int) -> str:
        return (
            f'<w:style w:type="paragraph" w:styleId="Heading{level}"><w:name w:val="heading {level}"/>'
            '<w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:pPr><w:keepNext/>'
            f'<w:spacing w:before="240" w:after="120"/><w:outlineLvl w:val="{level - 1}"/></w:pPr>'
            f'<w:rPr><w:b/><w:sz w:val="{size}"/></w:rPr></w:style>'
        )

    return (
        f'<w:styles xmlns:w="{MAIN}"><w:docDefaults><w:rPrDefault><w:rPr>'
        '<w:rFonts w:ascii="Liberation Serif" w:hAnsi="Liberation Serif" w:cs="Liberation Serif"/>'
        f'<w:sz w:val="22"/><w:lang w:val="{language}"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>'
        '<w:spacing w:after="80"/></w:pPr></w:pPrDefault></w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
        + heading(1, 28)
        + heading(2, 24)
        + "</w:styles>"
    )


def _core(title: str, language: str) -> str:
    return (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{xml_text(title)}</dc:title>'
        f"<dc:language>{language}</dc:language></cp:coreProperties>"
    )
