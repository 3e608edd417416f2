"""The report for a terminal: each finding with its words underlined, and the words that contradict it below."""

from __future__ import annotations

import os
import sys
import unicodedata
from collections.abc import Callable, Iterator

from casewright.check.finding import Finding, Spot
from casewright.check.result import FileResult, Results
from casewright.document.model import Block
from casewright.document.roles import part_of
from casewright.report.context import blocks_of, context_of
from casewright.report.wording import place_of, sections_of, summary_line, unit_of, what_was_done

Paint = Callable[[str, str], str]  # a word and its style into the word set off

_OBEYED = dict.fromkeys(
    [*range(0x0A), *range(0x0B, 0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A)],
    "\ufffd",
)
_PARTS = {"abstract": "abstract", "core_tip": "core tip", "main": "report", "comments": "comments"}
_SEVERITIES = ("error", "warning", "note")
_COLOURS = {"error": "31;1", "warning": "33;1", "note": "36;1", "faint": "2", "bold": "1"}


def render_text(results: Results, colour: bool | None = None, most: int | None = None) -> str:
    """The report; in colours where it goes to a terminal, unless NO_COLOR is set (https://no-color.org).

    With `most`, only so many findings of each file are shown, the gravest first, and how many more there are.
    """
    if colour is None:
        colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    paint = _painted if colour else _plain
    lines = [line for file in results.files for line in _file(file, paint, most)]
    return "\n".join([*lines, summary_line(results)]) + "\n"


def _painted(text: str, style: str) -> str:
    return f"\x1b[{_COLOURS[style]}m{text}\x1b[0m"


def _plain(text: str, style: str) -> str:  # noqa: ARG001 - the shape of `_painted`
    return text


def _file(file: FileResult, paint: Paint, most: int | None) -> Iterator[str]:
    blocks = blocks_of(file.document)
    for problem in file.problems:
        yield paint(_clean(str(problem)), "error")
    shown = file.findings if most is None else sorted(file.findings, key=_gravity)[:most]
    for finding in shown:
        yield from _finding(file, finding, blocks, paint)
        yield ""
    if len(shown) < len(file.findings):
        yield f"and {len(file.findings) - len(shown)} more: casewright check shows them"
    yield f"{paint(_clean(file.path), 'bold')}: {what_was_done(file)}"
    if file.coverage.sections:
        yield f"  sections: {_clean(sections_of(file.coverage))}"
    yield from (f"  not read: {_clean(unread)}" for unread in file.coverage.unread)
    yield from (
        f"  not checked: {_clean(rule)}: {_clean(reason) or 'ignored'}"
        for rule, reason in file.ignored.items()
    )


def _gravity(finding: Finding) -> int:
    """Smaller is graver; what is acknowledged comes last."""
    return len(_SEVERITIES) if finding.acknowledged is not None else _SEVERITIES.index(finding.severity)


def _finding(file: FileResult, finding: Finding, blocks: tuple[Block, ...], paint: Paint) -> Iterator[str]:
    style = "faint" if finding.acknowledged is not None else finding.severity
    place, label = (
        paint(_clean(place_of(file, finding)), "bold"),
        paint(f"{finding.severity} {finding.code}", style),
    )
    yield f"{place}: {label} {_clean(finding.message)} ({finding.name})"
    yield from _quoted(finding.spot, blocks, "^", lambda text: paint(text, style))
    for spot in finding.related:
        line = f", {unit_of(file)} {spot.line}" if spot.line else ""
        part = _parts(file, finding.spot, spot) if spot.section == finding.spot.section else ""
        yield f"  against {_clean(spot.section) or 'this'}{part}{line}:"
        yield from _quoted(spot, blocks, "~", lambda text: paint(text, style))
    if finding.hint:
        yield f"  hint: {_clean(finding.hint)}"
    if finding.acknowledged is not None:
        yield f"  acknowledged: {_clean(finding.acknowledged)}"


def _parts(file: FileResult, here: Spot, there: Spot) -> str:
    """` (case report; the first is in the abstract)`, where two sections of one title are of two parts."""
    roles = [section.role for section, _ in file.document.blocks()] if file.document is not None else []
    if not (0 <= here.block < len(roles) and 0 <= there.block < len(roles)):
        return ""
    one, other = (_PARTS.get(part_of(roles[spot.block]), "") for spot in (here, there))
    return f" ({other}; the first is in the {one})" if one and other and one != other else ""


def _quoted(spot: Spot, blocks: tuple[Block, ...], sign: str, set_off: Callable[[str], str]) -> Iterator[str]:
    """The line around the spot, and a line under its words."""
    context = context_of(spot, blocks)
    if context:
        line = _clean(context.line)
        before, words = line[: context.start], line[context.start : context.end]
        yield f"    {line}"
        yield f"    {' ' * _columns(before)}{set_off(sign * max(1, _columns(words)))}"


def _clean(text: str) -> str:
    """The text without the signs that a terminal obeys: a manuscript must not paint over its own findings."""
    return text.translate(_OBEYED)


def _columns(text: str) -> int:
    """How many columns a text takes on a terminal: wide characters two, combining ones none."""
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text
    )
