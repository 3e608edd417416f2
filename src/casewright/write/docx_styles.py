"""The parts of a Word document that say how it looks: styles, numbering, fonts, footer, settings; all from the profile.

Element order is that of the schema of ECMA-376 part 1: Word refuses a file in another.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from casewright.journal.model import Typography
from casewright.write.docx_package import xml_text, xml_value

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TWIPS_PER_CM = 1440 / 2.54
PAPERS = {"a4": (21.0, 29.7), "letter": (21.59, 27.94)}  # width and height in centimetres
SINGLE = 240  # w:spacing/@w:line of one line


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style: its paragraph and run properties as XML, in schema order."""

    id: str
    name: str
    paragraph: str = ""
    run: str = ""
    based_on: str = "Normal"
    following: str = ""
    link: str = ""


def _spacing(before: int = 0, after: int = 0, line: int = 0) -> str:
    lines = f' w:line="{line}" w:lineRule="auto"' if line else ""
    return f'<w:spacing w:before="{before}" w:after="{after}"{lines}/>'


KEPT = "<w:keepNext/><w:keepLines/>"
CENTRED = '<w:jc w:val="center"/>'
BOLD = "<w:b/><w:bCs/>"


def _size(half_points: int) -> str:
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def _paragraph_styles(size: int) -> tuple[Style, ...]:
    """Every paragraph style; `size` is that of the text, in half points."""
    small = _size(max(size - 4, 16))
    headings = [
        Style(
            f"Heading{level}",
            f"heading {level}",
            f'{KEPT}{_spacing(before, 120)}<w:outlineLvl w:val="{level - 1}"/>',
            run,
            "Normal",
            "BodyText",
        )
        for level, before, run in (
            (1, 360, BOLD + _size(size + 2)),
            (2, 240, BOLD),
            (3, 200, "<w:b/><w:bCs/><w:i/><w:iCs/>"),
            (4, 200, "<w:i/><w:iCs/>"),
        )
    ]
    return (
        Style(
            "Title",
            "Title",
            f"{KEPT}{_spacing(0, 240)}{CENTRED}",
            BOLD + _size(size + 8),
            "Normal",
            "BodyText",
        ),
        *headings,
        Style("BodyText", "Body Text", _spacing(0, 160)),
        Style("Quote", "Quote", f'{_spacing(0, 160)}<w:ind w:left="567" w:right="567"/>', "", "BodyText"),
        Style("ListParagraph", "List Paragraph", f"{_spacing(0, 80)}<w:contextualSpacing/>"),
        Style("Figure", "Figure", f"{KEPT}{_spacing(120, 60, SINGLE)}{CENTRED}", "", "Normal", "Caption"),
        Style("Panel", "Panel", f"{KEPT}{_spacing(0, 60, SINGLE)}{CENTRED}", BOLD, "Figure"),
        Style("Caption", "caption", f"<w:keepLines/>{_spacing(120, 320)}", "", "Normal", "BodyText"),
        Style("TableText", "Table Text", _spacing(40, 40, SINGLE), small),
        Style("AfterTable", "After Table", _spacing(0, 120, SINGLE), small),
        Style(
            "Bibliography",
            "Bibliography",
            f'<w:keepLines/>{_spacing(0, 120)}<w:ind w:left="425" w:hanging="425"/>',
        ),
        Style("FootnoteText", "footnote text", _spacing(0, 0, SINGLE), small),
        Style(
            "Footer",
            "footer",
            f'<w:tabs><w:tab w:val="center" w:pos="4513"/></w:tabs>{_spacing(0, 0, SINGLE)}{CENTRED}',
            small,
        ),
    )


CHARACTER_STYLES = (
    ("Hyperlink", "Hyperlink", '<w:color w:val="0B4F8A"/><w:u w:val="single"/>'),
    ("FootnoteReference", "footnote reference", '<w:vertAlign w:val="superscript"/>'),
)
NO_BORDERS = "".join(
    f'<w:{side} w:val="nil"/>' for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
RULE = 'w:val="single" w:sz="8" w:space="0" w:color="auto"'
CELL_MARGINS = (
    '<w:tblCellMar><w:left w:w="108" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar>'
)


def styles(typography: Typography, language: str) -> str:
    """word/styles.xml."""
    size = round(typography.size_pt * 2)
    font = xml_value(typography.font)
    fonts = f"<w:rFonts w:ascii={font} w:eastAsia={font} w:hAnsi={font} w:cs={font}/>"
    tongue = f'<w:lang w:val={xml_value(language)} w:eastAsia={xml_value(language)} w:bidi="ar-SA"/>'
    line = round(typography.line_spacing * SINGLE)
    defaults = (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{fonts}{_size(size)}{tongue}</w:rPr></w:rPrDefault>"
        f"<w:pPrDefault><w:pPr>{_spacing(0, 0, line)}</w:pPr></w:pPrDefault></w:docDefaults>"
    )
    normal = '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
    normal += "<w:qFormat/></w:style>"
    paragraphs = "".join(_paragraph_style(style) for style in _paragraph_styles(size))
    return f'<w:styles xmlns:w="{MAIN}">{defaults}{normal}{paragraphs}{_other_styles()}</w:styles>'


def _paragraph_style(style: Style) -> str:
    following = f'<w:next w:val="{style.following}"/>' if style.following else ""
    run = f"<w:rPr>{style.run}</w:rPr>" if style.run else ""
    custom = ' w:customStyle="1"' if style.id in ("Figure", "Panel", "TableText", "AfterTable") else ""
    return (
        f'<w:style w:type="paragraph"{custom} w:styleId="{style.id}"><w:name w:val="{style.name}"/>'
        f'<w:basedOn w:val="{style.based_on}"/>{following}<w:qFormat/><w:pPr>{style.paragraph}</w:pPr>{run}</w:style>'
    )


def _other_styles() -> str:
    characters = "".join(
        f'<w:style w:type="character" w:styleId="{id}"><w:name w:val="{name}"/><w:rPr>{run}</w:rPr></w:style>'
        for id, name, run in CHARACTER_STYLES
    )
    plain = (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        f'<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
        f"{CELL_MARGINS}</w:tblPr></w:style>"
    )
    case = (
        '<w:style w:type="table" w:customStyle="1" w:styleId="CaseTable"><w:name w:val="Case Table"/>'
        f'<w:basedOn w:val="TableNormal"/><w:tblPr>'
        f"<w:tblBorders><w:top {RULE}/><w:bottom {RULE}/></w:tblBorders></w:tblPr>"
        f'<w:tblStylePr w:type="firstRow"><w:rPr>{BOLD}</w:rPr>'
        f"<w:tcPr><w:tcBorders><w:bottom {RULE}/></w:tcBorders></w:tcPr>"
        "</w:tblStylePr></w:style>"
    )
    panels = (
        '<w:style w:type="table" w:customStyle="1" w:styleId="Panels"><w:name w:val="Panels"/>'
        f'<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>{NO_BORDERS}</w:tblBorders></w:tblPr></w:style>'
    )
    return characters + plain + case + panels


def numbering(lists: Sequence[tuple[int, int]]) -> str:
    """word/numbering.xml: bullets, numbers and panel letters; then one list for each that begins anew."""
    bullets = _levels(1, "bullet", "•", left=True)
    numbers = _levels(2, "decimal", "%{level}.", left=True)
    letters = _levels(3, "upperLetter", "%1", left=False)
    begun = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{kind}"/><w:lvlOverride w:ilvl="0">'
        f'<w:startOverride w:val="{first}"/></w:lvlOverride></w:num>'
        for number, (kind, first) in enumerate(lists, start=3)
    )
    plain = "".join(f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>' for n in (1, 2))
    return f'<w:numbering xmlns:w="{MAIN}">{bullets}{numbers}{letters}{plain}{begun}</w:numbering>'


def _levels(number: int, form: str, text: str, left: bool) -> str:
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:suff w:val="{"tab" if left else "nothing"}"/>'
        f'<w:lvlText w:val="{text.replace("{level}", str(level + 1))}"/><w:lvlJc w:val="left"/>'
        + (f'<w:pPr><w:ind w:left="{425 * (level + 1)}" w:hanging="425"/></w:pPr>' if left else "")
        + "</w:lvl>"
        for level in range(9)
    )
    kind = "hybridMultilevel" if left else "singleLevel"
    return f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="{kind}"/>{levels}</w:abstractNum>'


def font_table(typography: Typography) -> str:
    """word/fontTable.xml: what may stand in for the journal's font where it is not installed."""
    others = [name for name in typography.fallback_fonts if name != "serif"]
    other = f"<w:altName w:val={xml_value(','.join(others))}/>" if others else ""
    family = '<w:family w:val="roman"/><w:pitch w:val="variable"/>'
    return f'<w:fonts xmlns:w="{MAIN}"><w:font w:name={xml_value(typography.font)}>{other}{family}</w:font></w:fonts>'


def footer() -> str:
    """word/footer1.xml: the number of the page."""
    field = '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    return f'<w:ftr xmlns:w="{MAIN}"><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>{field}</w:p></w:ftr>'


def settings(language: str, has_notes: bool) -> str:
    """word/settings.xml."""
    notes = '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>' if has_notes else ""
    compatible = (
        '<w:compat><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
    )
    return (
        f'<w:settings xmlns:w="{MAIN}"><w:zoom w:percent="100"/>'
        f'<w:defaultTabStop w:val="425"/>'
        f'<w:characterSpacingControl w:val="doNotCompress"/>{notes}{compatible}'
        f"<w:themeFontLang w:val={xml_value(language)}/></w:settings>"
    )


def page(typography: Typography, footer_id: str) -> str:
    """w:sectPr: paper, margins, and the footer."""
    width, height = (round(side * TWIPS_PER_CM) for side in PAPERS[typography.paper])
    margin = round(typography.margin_cm * TWIPS_PER_CM)
    return (
        f'<w:sectPr><w:footerReference w:type="default" r:id="{footer_id}"/><w:pgSz w:w="{width}" w:h="{height}"/>'
        f'<w:pgMar w:top="{margin}" w:right="{margin}" w:bottom="{margin}" w:left="{margin}" '
        'w:header="708" w:footer="708" w:gutter="0"/></w:sectPr>'
    )


def text_width(typography: Typography) -> float:
    """Points between the margins."""
    return (PAPERS[typography.paper][0] - 2 * typography.margin_cm) * TWIPS_PER_CM / 20


def footnotes(notes: Sequence[str]) -> str:
    """word/footnotes.xml, from ready paragraphs."""
    rules = "".join(
        f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{mark}/></w:r></w:p></w:footnote>'
        for kind, number, mark in (
            ("separator", -1, "separator"),
            ("continuationSeparator", 0, "continuationSeparator"),
        )
    )
    listed = "".join(f'<w:footnote w:id="{n}">{note}</w:footnote>' for n, note in enumerate(notes, start=1))
    return f'<w:footnotes xmlns:w="{MAIN}" xmlns:r="{RELATIONS}">{rules}{listed}</w:footnotes>'


def core_properties(title: str, keywords: str, language: str) -> str:
    """docProps/core.xml: what the manuscript is, and nothing about who built it, where or when."""
    kept = (("dc:title", title), ("cp:keywords", keywords), ("dc:language", language))
    listed = "".join(f"<{name}>{xml_text(value)}</{name}>" for name, value in kept if value)
    return (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/">{listed}</cp:coreProperties>'
    )
