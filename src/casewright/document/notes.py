"""Footnotes that nobody could print, found before pandoc reads them, with the place of each.

A footnote that calls itself would have no end; one that is called and not written, and one written where it is called,
would be printed as the signs that they are made of.
"""

from __future__ import annotations

from collections.abc import Iterator

from casewright.document.sourcepos import Locate
from casewright.errors import Problem
from casewright.patterns import lazily

_DEFINITION = lazily(r"[ >]{0,20}\[\^([^\]\s]{1,99})\]:(.*)")
_CALL = lazily(r"(?<!\\)\[\^([^\]\[^\s]{1,99})\](?!:)")  # not [^18^F]FDG, which is an isotope
_WRITTEN_THERE = lazily(r"(?<![\\^])\^\[(?!@)")


def faults_of_notes(markdown: str, locate: Locate) -> list[Problem]:
    """Footnotes that call footnotes, that are called and not written, and that are written inside a sentence."""
    lines = markdown.splitlines()
    return [*_endless(lines, locate), *_unwritten(lines, locate), *_written_there(lines, locate)]


def _endless(lines: list[str], locate: Locate) -> Iterator[Problem]:
    """The text of a footnote goes on to the first line after a gap that is not indented."""
    label, gap, line_of_label, told = "", False, 0, False
    for number, line in enumerate(lines, start=1):
        definition = _DEFINITION.match(line)
        if definition:
            label, line_of_label, told = definition[1], number, False
            line = definition[2]
        elif label and gap and line.strip() and not line.startswith((" ", "\t", ">")):
            label = ""
        gap = not line.strip() if not definition else False
        if label and not told and "[^" in line:
            hint = "write what it says in the text, or in one footnote"
            yield Problem(f"the footnote `{label}` calls a footnote", hint, locate(line_of_label, 1))
            told = True


def _unwritten(lines: list[str], locate: Locate) -> Iterator[Problem]:
    written = {definition[1] for line in lines if (definition := _DEFINITION.match(line))}
    for number, line in enumerate(lines, start=1):
        for call in _CALL.finditer(line):
            if call[1] not in written:
                hint = f"write it as a paragraph of its own: [^{call[1]}]: what the footnote says"
                place = locate(number, call.start() + 1)
                yield Problem(f"no footnote is called `{call[1]}`", hint, place)


def _written_there(lines: list[str], locate: Locate) -> Iterator[Problem]:
    for number, line in enumerate(lines, start=1):
        for note in _WRITTEN_THERE.finditer(line):
            word = line[: note.start()].rpartition(" ")[2]
            if word.count("^") % 2 == 0:  # else it closes a raised digit: 10^9^[@lee2007iscm]
                hint = "write [^1] here, and as a paragraph of its own: [^1]: what the footnote says"
                place = locate(number, note.start() + 1)
                yield Problem("a footnote cannot be written inside a sentence", hint, place)
