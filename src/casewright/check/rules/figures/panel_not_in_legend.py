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
        """A finding at each such call, where the legend has panels A, B and so on; against the legend."""
        known, plain = {**_only_the_first(reading), **panels_of(reading)}, _undivided(reading)
        for call in calls_in_text(reading, "figure"):
            if call.panels and call.number in plain:
                message = f"panel {call.panels[0]} of figure {call.number} is mentioned, and its legend has no panels"
                hint = "explain the panels in the legend, or correct the call"
                yield found(self, reading, call, message, hint, against=[plain[call.number]])
            if call.number not in known:
                continue
            legend, panels = known[call.number]
            text = reading.blocks[legend.block][1].text
            absent = [panel for panel in call.panels if panel not in panels and not _is_named(panel, text)]
            if absent:
                extent = f"its legend has {_listed(panels)}"
                message = f"panel {absent[0]} of figure {call.number} is mentioned, and {extent}"
                hint = "explain the panel in the legend, or correct the call"
                yield found(self, reading, call, message, hint, against=[legend])


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
