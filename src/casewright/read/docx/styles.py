"""The styles of a Word document: which are headings, and how their characters look."""

from __future__ import annotations

import re
from dataclasses import dataclass

from casewright.patterns import lazily
from casewright.read.xml import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
VAL = W + "val"

_HEADING = lazily(r"(?:heading|überschrift|titre|título|titolo|标题)\s*([1-9])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Look:
    """How characters look, as far as it tells what they are: None where nothing is said."""

    bold: bool | None = None
    italic: bool | None = None
    script: str | None = None  # "superscript", "subscript", "baseline"
    hidden: bool | None = None

    def over(self, below: Look) -> Look:
        """This look laid over another."""
        return Look(
            below.bold if self.bold is None else self.bold,
            below.italic if self.italic is None else self.italic,
            below.script if self.script is None else self.script,
            below.hidden if self.hidden is None else self.hidden,
        )


PLAIN = Look()


@dataclass(frozen=True, slots=True)
class Style:
    """A style with what it inherits: `level` is 1 to 9 of a heading, 0 of a title, None of anything else."""

    name: str = ""
    look: Look = PLAIN
    level: int | None = None
    listed: bool = False


def is_on(element: Element | None) -> bool | None:
    """The value of a switch such as `w:b`: None where it is absent."""
    if element is None:
        return None
    return element.get(VAL) not in ("0", "false", "off", "none")


def look_of(properties: Element | None) -> Look:
    """The look that an `rPr` states."""
    if properties is None or not len(properties):
        return PLAIN
    bold = italic = hidden = script = None
    for child in properties:
        tag = child.tag
        if tag == W + "b":
            bold = is_on(child)
        elif tag == W + "i":
            italic = is_on(child)
        elif tag in (W + "vanish", W + "webHidden"):
            hidden = is_on(child)
        elif tag == W + "vertAlign":
            script = child.get(VAL)
        elif tag == W + "position" and script is None:
            script = _raised(child.get(VAL) or "")
    return Look(bold, italic, script, hidden)


def _raised(halfpoints: str) -> str | None:
    """Characters raised or lowered by two points or more are super- or subscripts made by hand."""
    try:
        value = int(halfpoints)
    except ValueError:
        return None
    return "superscript" if value >= 4 else "subscript" if value <= -4 else None


class Styles:
    """The styles by id."""

    def __init__(self, root: Element | None) -> None:
        self._elements = (
            {s.get(W + "styleId") or "": s for s in root.iterfind(W + "style")} if root is not None else {}
        )
        self._known: dict[str, Style] = {"": Style()}

    def get(self, identifier: str) -> Style:
        """The style of this id; an empty one where there is none."""
        chain: list[str] = []
        while (
            identifier not in self._known
            and identifier in self._elements
            and identifier not in chain
            and len(chain) < 40
        ):
            chain.append(identifier)
            based = self._elements[identifier].find(W + "basedOn")
            identifier = based.get(VAL) or "" if based is not None else ""
        style = self._known.get(identifier, Style())
        for step in reversed(chain):
            style = self._known[step] = self._over(self._elements[step], style)
        return style

    def _over(self, element: Element, below: Style) -> Style:
        title = element.find(W + "name")
        name = (title.get(VAL) or "").lower() if title is not None else ""
        level = below.level
        found = _HEADING.match(name)
        if found:
            level = int(found[1])
        elif name in ("title", "titel", "titre"):
            level = 0
        elif (outline := element.find(f"{W}pPr/{W}outlineLvl")) is not None:
            level = outline_level(outline)
        listed = below.listed or element.find(f"{W}pPr/{W}numPr") is not None or "list" in name.split()
        return Style(name, look_of(element.find(W + "rPr")).over(below.look), level, listed and level is None)


def outline_level(element: Element) -> int | None:
    """The heading level of a `w:outlineLvl`, counted from 1; None for body text."""
    value = element.get(VAL) or ""
    return int(value) + 1 if value in "012345678" and value else None
