"""Footnotes that call footnotes, found before pandoc reads them: one that calls itself would have no end."""

from __future__ import annotations

import re

from casewright.document.sourcepos import Locate
from casewright.errors import Problem

_DEFINITION = re.compile(r"[ >]{0,20}\[\^([^\]\s]{1,99})\]:(.*)")


def faults_of_notes(markdown: str, locate: Locate) -> list[Problem]:
    """Footnotes whose text calls a footnote. The text goes on to the first line after a gap that is not indented."""
    problems = []
    label, gap, line_of_label, told = "", False, 0, False
    for number, line in enumerate(markdown.splitlines(), start=1):
        definition = _DEFINITION.match(line)
        if definition:
            label, line_of_label, told = definition[1], number, False
            line = definition[2]
        elif label and gap and line.strip() and not line.startswith((" ", "\t", ">")):
            label = ""
        gap = not line.strip() if not definition else False
        if label and not told and "[^" in line:
            hint = "write what it says in the text, or in one footnote"
            problems.append(
                Problem(f"the footnote `{label}` calls a footnote", hint, locate(line_of_label, 1))
            )
            told = True
    return problems
