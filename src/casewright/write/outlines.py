"""Drawings whose words are outlines: part of the picture in every format, never text of the manuscript."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal
from xml.sax.saxutils import escape, quoteattr

from casewright.errors import OutputError, Problem


@dataclass(frozen=True, slots=True)
class Words:
    """Words on a drawing, by the place of their baseline."""

    x: float
    y: float
    text: str
    anchor: Literal["start", "middle", "end"] = "start"
    bold: bool = False
    size: int = 12


Part = Words | str  # a string is an element of SVG


_SHARE = {"start": "0%", "middle": "50%", "end": "100%"}
_PAGE = """\
#set page(width: {width}pt, height: {height}pt, margin: 0pt, fill: white)
#set text(font: "Libertinus Serif", top-edge: "baseline", bottom-edge: "baseline", hyphenate: false)
#place(image("shapes.svg", width: {width}pt))
#let words(x, y, share, body) = context place(dx: x - share * measure(body).width, dy: y, body)
"""


def outlined(parts: Sequence[Part], size: tuple[int, int], title: str, alt: str, values: str) -> bytes:
    """An SVG of these parts with its title and alternative text. Raises OutputError where it cannot be drawn."""
    width, height = size
    shapes = "".join(part for part in parts if isinstance(part, str))
    source = _PAGE.format(width=width, height=height)
    for part in parts:
        if isinstance(part, Words):
            weight = "bold" if part.bold else "regular"
            body = (
                f'text(size: {part.size}pt, weight: "{weight}", {json.dumps(part.text, ensure_ascii=False)})'
            )
            source += f"#words({part.x:.1f}pt, {part.y:.1f}pt, {_SHARE[part.anchor]}, {body})\n"
    drawn = _compiled(
        source, f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">{shapes}</svg>'
    )
    opening, end, rest = drawn.partition(">")
    told = f"<title>{escape(title)}</title><desc>{escape(alt)}</desc>"
    return f'{opening} role="img" data-values={quoteattr(values)}{end}{told}{rest}\n'.encode()


def _compiled(source: str, shapes: str) -> str:
    import typst

    with TemporaryDirectory(prefix="casewright-") as name:
        folder = Path(name)
        folder.joinpath("shapes.svg").write_text(shapes, "utf-8")
        folder.joinpath("main.typ").write_text(source, "utf-8")
        try:
            made = typst.compile(folder / "main.typ", root=folder, format="svg", ignore_system_fonts=True)
        except RuntimeError as fault:
            reason = str(fault).strip().partition("\n")[0]
            raise OutputError(Problem(f"the timeline cannot be drawn: {reason}")) from fault
    return bytes(made).decode("utf-8")
