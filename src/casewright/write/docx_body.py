"""Blocks in Word: paragraphs in their styles, headings, lists, tables, figures with their panels in a grid."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from casewright.document.roles import part_of
from casewright.document.tree import Node, attr_of, rows_of, value_of
from casewright.errors import InputError, Problem
from casewright.write.docx_comments import Comments
from casewright.write.docx_facts import bookmark
from casewright.write.docx_runs import Runs

NEW_PAGE = {"abstract", "main", "legends"}  # parts that begin on a page of their own
DEEPEST_HEADING = 4
TALLEST_PANEL = 300.0  # points
BULLETS, NUMBERS, FIRST_FREE = 1, 2, 3  # numbers of w:num


@dataclass(frozen=True, slots=True)
class Here:
    """What the blocks around a paragraph make of it."""

    role: str = "text"
    style: str = "BodyText"
    block: str = ""  # number of the block in the document, "" where it has been bookmarked already
    numbering: int = 0
    depth: int = 0
    extra: str = ""  # further paragraph properties, before spacing and alignment


@dataclass
class Body:
    """Writes the body of a document on pages `width` points wide between the margins."""

    runs: Runs
    width: float
    comments: Comments = field(default_factory=Comments)
    lists: list[tuple[int, int]] = field(
        default_factory=list
    )  # (abstract numbering, first number), from FIRST_FREE on
    _part: str = ""
    _break: bool = False
    _marked: set[str] = field(default_factory=set)

    def write(self, blocks: Sequence[Node], here: Here = Here()) -> str:
        """Paragraphs and tables for these blocks."""
        return "".join(self._block(block, here) for block in blocks)

    def _block(self, node: Node, here: Here) -> str:
        match node["t"]:
            case "Div":
                return self._div(node, here)
            case "Para" | "Plain":
                return self.paragraph(self.runs.write(node["c"]), here)
            case "Header":
                level = min(node["c"][0], DEEPEST_HEADING)
                number = value_of(node, "data-block")
                heading = Here(here.role, f"Heading{level}", number)
                return self.paragraph(self.runs.write(node["c"][2]), heading)
            case "BlockQuote":
                return self.write(node["c"], _styled(here, "Quote"))
            case "BulletList":
                return self._items(node["c"], BULLETS, here)
            case "OrderedList":
                self.lists.append((NUMBERS, node["c"][0][0]))
                return self._items(node["c"][1], FIRST_FREE + len(self.lists) - 1, here)
            case "Table":
                return self._table(node, here)
            case "HorizontalRule":
                return ""
            case kind:
                raise InputError(Problem(f"Word cannot be given a {kind}", "write it in plain words"))

    def _div(self, node: Node, here: Here) -> str:
        classes = attr_of(node)[1]
        number = value_of(node, "data-block") or here.block
        inside = node["c"][1]
        if "section" in classes:
            role = value_of(node, "role") or here.role
            self._turn_page(role)
            return self.write(inside, Here(role, "Title" if role == "title" else "BodyText"))
        if "panels" in classes:
            return self._panels(inside[0]["c"], number)
        if "legend" in classes:
            return self.write(inside, Here(here.role, "Caption", number))
        if "csl-entry" in classes:
            return self.write(inside, Here(here.role, "Bibliography", number))
        return self.write(inside, Here(here.role, here.style, number, here.numbering, here.depth, here.extra))

    def _turn_page(self, role: str) -> None:
        part = part_of(role)
        if part != self._part and part in NEW_PAGE and self._part:
            self._break = True
        self._part = part

    def paragraph(self, runs: str, here: Here) -> str:
        """A paragraph, with the hidden bookmark that says which block it is."""
        start = end = ""
        if here.block and here.block not in self._marked:
            self._marked.add(here.block)
            runs = self.comments.around(here.block, runs)
            number = self.runs.next_id()
            start = f'<w:bookmarkStart w:id="{number}" w:name="{bookmark(int(here.block))}"/>'
            end = f'<w:bookmarkEnd w:id="{number}"/>'
        page = "<w:pageBreakBefore/>" if self._break else ""
        self._break = False
        numbering = ""
        if here.numbering:
            level = f'<w:ilvl w:val="{min(max(here.depth - 1, 0), 8)}"/>'
            numbering = f'<w:numPr>{level}<w:numId w:val="{here.numbering}"/></w:numPr>'
        style = f'<w:pStyle w:val="{here.style}"/>'
        return f"<w:p><w:pPr>{style}{page}{numbering}{here.extra}</w:pPr>{start}{runs}{end}</w:p>"

    def _items(self, items: Sequence[Sequence[Node]], numbering: int, here: Here) -> str:
        out = []
        for item in items:
            first = Here(here.role, "ListParagraph", "", numbering, here.depth + 1)
            more = Here(here.role, "ListParagraph", "", 0, here.depth + 1)
            out += [self._block(block, first if n == 0 else more) for n, block in enumerate(item)]
        return "".join(out)

    def _panels(self, images: Sequence[Node], number: str) -> str:
        """One panel across the page, or two in a row, kept on the page of the legend that follows."""
        if not images:
            return ""
        columns = 1 if len(images) == 1 else 2
        cell_width = self.width / columns
        cells = []
        for image in images:
            here = Here(style="Figure", block=number, extra="")
            picture = self.runs.image(image, cell_width - 12, TALLEST_PANEL)
            cells.append(self.paragraph(picture, here) + self._letter(image, columns))
        if columns == 1:
            return cells[0]
        cells += [self.paragraph("", Here(style="Figure"))] * (len(cells) % 2)
        rows = [cells[n : n + columns] for n in range(0, len(cells), columns)]
        return _grid(rows, [cell_width] * columns, "Panels")

    def _letter(self, image: Node, columns: int) -> str:
        """The letter below a panel, as a list number: Word draws it, and the text stays the manuscript's own."""
        letter = value_of(image, "letter")
        if columns == 1 or len(letter) != 1 or not "A" <= letter <= "Z":
            return ""
        self.lists.append((NUMBERS + 1, ord(letter) - ord("A") + 1))
        return self.paragraph("", Here(style="Panel", numbering=FIRST_FREE + len(self.lists) - 1))

    def _table(self, node: Node, here: Here) -> str:
        number = value_of(node, "data-block") or here.block
        inside = Here(here.role, "TableText", number)
        cells = [
            [self.write(cell[4], inside) or self.paragraph("", inside) for cell in row]
            for row in rows_of(node)
        ]
        heads = len(node["c"][3][1])
        columns = max(map(len, cells), default=1)
        for row in cells:
            row += [self.paragraph("", inside)] * (columns - len(row))
        return _grid(cells, [self.width / columns] * columns, "CaseTable", heads) + self.paragraph(
            "", Here(style="AfterTable")
        )


def _styled(here: Here, style: str) -> Here:
    return Here(here.role, style, here.block, here.numbering, here.depth, here.extra)


def _grid(rows: Sequence[Sequence[str]], widths: Sequence[float], style: str, heads: int = 0) -> str:
    """A table of ready paragraphs; its first rows are repeated on every page."""
    twips = [round(width * 20) for width in widths]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in twips)
    bands = 'w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1"'
    look = f'<w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" {bands}/>'
    width = f'<w:tblW w:w="{sum(twips)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
    properties = f'<w:tblStyle w:val="{style}"/>{width}{look}'
    out = []
    for number, row in enumerate(rows):
        head = "<w:tblHeader/>" if number < heads else ""
        cells = "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{cell}</w:tc>'
            for width, cell in zip(twips, row, strict=True)
        )
        out.append(f"<w:tr><w:trPr><w:cantSplit/>{head}</w:trPr>{cells}</w:tr>")
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(out)}</w:tbl>"
