"""The figures of a manuscript that was read, as figures of the case, where nothing about them is in doubt.

They are taken over together or not at all, since a figure is numbered by its first call: every call names its figure
and panels in one and the same form, the numbers rise as the text calls them, each legend begins with the number and
names as many panels as there are pictures.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from string import ascii_uppercase
from typing import Any

from casewright.case.model import TO_BE_WRITTEN
from casewright.document.mentions.model import CallMention
from casewright.document.model import Block
from casewright.document.reading import Reading
from casewright.journal.model import FigureStyle
from casewright.start.media import Picture
from casewright.start.sure_facts import Printed

_LABEL = re.compile(r"(?P<word>(?:Figure|Fig\.?|FIGURE|FIG\.?) ?)(?P<number>\d{1,3})(?P<stop>[.:]?) ")
_CALL = re.compile(
    r"(?P<word>(?:Figure|Fig\.?|figure|fig\.?) ?)(?P<number>\d{1,3})(?P<panels>[A-Z][A-Z,–-]{0,40})?"
)
_PANEL = re.compile(r"(?:(?<=[.;:] )|(?<=^))\(?([A-Z])(?:[-–]([A-Z]))?[:)] ")


@dataclass(frozen=True, slots=True)
class Legend:
    """The legend of one figure: its block in the reading, the figure's key, where the label ends, and its form."""

    block: int
    key: str
    label_end: int
    label: str


@dataclass(frozen=True, slots=True)
class Figures:
    """What the case states of the figures, what calls them in the text, their legends, and the form of both."""

    case: dict[str, Any]
    calls: tuple[Printed, ...]
    legends: dict[int, Legend]
    style: FigureStyle


def legends_of(reading: Reading) -> dict[str, Legend]:
    """The figures' legends, by the printed number of the figure."""
    found: dict[str, Legend] = {}
    for block, (_, legend) in enumerate(reading.blocks):
        if legend.kind == "legend" and (label := _LABEL.match(legend.text)):
            number, form = label["number"], f"{label['word']}{{number}}{label['stop']} {{title}}"
            found.setdefault(number, Legend(block, f"figure{number}", label.end(), form))
    return found


def sure_figures(reading: Reading, pictures: Sequence[Picture], style: FigureStyle) -> Figures | str:
    """The figures; or in words why they stay what they are in the text."""
    legends = legends_of(reading)
    if not pictures or not legends:
        return "there is no picture, or no legend"
    calls = [call for call in reading.calls if call.kind == "figure"]
    order = list(dict.fromkeys(str(call.number) for call in calls if not _is_in_legend(reading, call)))
    if order != [str(number) for number in range(1, len(legends) + 1)] or set(order) != legends.keys():
        return "the text does not call the figures in the order of their numbers"
    printed = _calls(reading, calls, style)
    if printed is None:
        return "the text calls them in several forms"
    forms = {legend.label for legend in legends.values()}
    if len(forms) != 1:
        return "their legends begin in several forms"
    case: dict[str, Any] = {}
    for number, legend in legends.items():
        panels = _panels(reading.blocks[legend.block][1], [one for one in pictures if one.figure == number])
        if panels is None:
            return f"the legend of figure {number} does not name as many panels as there are pictures with it"
        case[legend.key] = panels
    if any(not set(call.panels) <= case[legends[str(call.number)].key].keys() for call in calls):
        return "the text calls a panel that no legend names"
    expressions, form = printed
    own = {legend.block: legend for legend in legends.values()}
    return Figures({"figures": case}, tuple(expressions), own, replace(form, legend_label=forms.pop()))


def _is_in_legend(reading: Reading, call: CallMention) -> bool:
    return reading.blocks[call.block][1].kind == "legend"


def _calls(
    reading: Reading, calls: Sequence[CallMention], style: FigureStyle
) -> tuple[list[Printed], FigureStyle] | None:
    """What prints each call, and the form that they all have; None where two have not the same."""
    words, ranges, expressions = set(), set(), []
    for call in calls:
        if _is_in_legend(reading, call) and call.start == 0:
            continue  # the label itself
        text = reading.blocks[call.block][1].text[call.start : call.end]
        found = _CALL.fullmatch(text)
        if found is None:
            return None
        panels = found["panels"] or ""
        words.add(found["word"])
        ranges |= set(re.findall("[-–]", panels))
        named = f".{panels.replace('–', '-')}" if panels else ""
        expressions.append(Printed(call.block, call.start, call.end, f"@fig:figure{found['number']}{named}"))
    if len(words) != 1 or len(ranges) > 1:
        return None
    form = replace(style, call=f"{words.pop()}{{number}}{{panels}}", panel_list=",")
    return expressions, replace(form, panel_range=ranges.pop()) if ranges else form


def _panels(legend: Block, pictures: Sequence[Picture]) -> dict[str, dict[str, str]] | None:
    """The pictures by the letters of their panels; None where letters and pictures do not agree."""
    letters = ""
    for found in _PANEL.finditer(legend.text):
        first, last = found[1], found[2] or found[1]
        letters += ascii_uppercase[ascii_uppercase.index(first) : ascii_uppercase.index(last) + 1]
    if (letters or "A") != ascii_uppercase[: max(1, len(pictures))] or not pictures:
        return None
    return {
        letter: {"image": f"figures/{PurePosixPath(one.name).name}", "alt": one.alt or TO_BE_WRITTEN}
        for letter, one in zip(letters or "A", pictures, strict=True)
    }
