"""CW455."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from casewright.check.finding import Finding, Severity
from casewright.check.rules.figures.calling import (
    Legend,
    calls_in_text,
    legends,
    only_panel,
    panels_of,
)
from casewright.check.spotting import found
from casewright.document.mentions.model import CallMention
from casewright.document.reading import Reading
from casewright.patterns import lazily

_PARTED = lazily(  # what may stand for a panel
    r"(?<![\w’'-])(?:[B-Hb-h]|A(?! [a-z]))(?![\w’'-])|\b(?:top|bottom|middle|panels?|insets?|rows?|columns?)\b|[:;]"
    r"|\((?:upper|lower|left|right)|\b(?:left|right|upper|lower|first|second)\b.{1,200}\b(?:left|right|upper|lower|second|third)\b"
)


class PanelNotInLegend:
    """A panel is called that the legend of its figure does not have.

    Why it is bad
        The reader is sent to a picture that is not there, or is there without a word on what it shows.

    Example
        "synaptophysin was positive (Figure 2E)", and a legend with panels A to D.

    Write instead
        synaptophysin was positive (Figure 2D)

    Source
        ICMJE Recommendations, Preparing a Manuscript, Illustrations (Figures): symbols, letters and numbers
        that identify parts of an illustration are each explained in the legend.
    """

    code: ClassVar[str] = "CW455"
    name: ClassVar[str] = "panel-not-in-legend"
    severity: ClassVar[Severity] = "warning"

    def check(self, reading: Reading) -> Iterator[Finding]:
        """A finding for each figure whose legend lacks panels that are called, at the first such call."""
        known, plain = {**_only_the_first(reading), **panels_of(reading)}, _undivided(reading)
        absent: dict[int, dict[str, CallMention]] = {}
        for call in calls_in_text(reading, "figure"):
            if call.number in plain or call.number in known:
                lacking = absent.setdefault(call.number, {})
                for panel in call.panels:
                    if call.number in plain or not _is_there(reading, panel, *known[call.number]):
                        lacking.setdefault(panel, call)
        for number, lacking in absent.items():
            if not lacking:
                continue
            legend = plain[number] if number in plain else known[number][0]
            one = len(lacking) == 1
            extent = "no panels" if number in plain else _listed(known[number][1])
            named = " and ".join(filter(None, (", ".join(sorted(lacking)[:-1]), max(lacking))))
            message = (
                f"panel{'' if one else 's'} {named} of figure {number} {'is' if one else 'are'} mentioned, "
                f"and its legend has {extent}"
            )
            hint = (
                "explain the panels in the legend, or correct the call"
                if number in plain
                else "explain the panel in the legend, or correct the call"
            )
            first, *others = dict.fromkeys(lacking.values())
            yield found(self, reading, first, message, hint, [legend, *others])


def _is_there(reading: Reading, panel: str, legend: Legend, panels: tuple[str, ...]) -> bool:
    return panel in panels or _is_named(panel, reading.blocks[legend.block][1].text)


def _listed(panels: tuple[str, ...]) -> str:
    """`A to D`, or `A, B and D` where one is left out."""
    if len(panels) == 1:
        return f"only {panels[0]}"
    if ord(panels[-1]) - ord(panels[0]) + 1 == len(panels) > 1:
        return f"{panels[0]} to {panels[-1]}"
    return " and ".join(filter(None, (", ".join(panels[:-1]), panels[-1])))


def _undivided(reading: Reading) -> dict[int, Legend]:
    """The only legends of their figures that name no panel, in a report whose other legends name theirs."""
    found = legends(reading, "figure")
    numbers = [legend.number for legend in found]
    if not any(len(legend.panels) > 1 for legend in found) or len(set(numbers)) < len(numbers):
        return {}
    return {
        legend.number: legend
        for legend in found
        if not legend.panels and not _PARTED.search(reading.blocks[legend.block][1].text, legend.end)
    }


def _only_the_first(reading: Reading) -> dict[int, tuple[Legend, tuple[str, ...]]]:
    """The figures whose only legend explains a panel A and no other."""
    found = legends(reading, "figure")
    numbers = [legend.number for legend in found]
    return {
        legend.number: (legend, (only,))
        for legend in found
        if not legend.panels
        and numbers.count(legend.number) == 1
        and (only := only_panel(reading.blocks[legend.block][1].text[legend.end :]))
    }


def _is_named(panel: str, legend: str) -> bool:
    """Whether a letter stands by itself in a legend, if in other words than the panels that were read."""
    return re.search(rf"(?<![\w.-]){panel}(?![\w.-])", legend) is not None
