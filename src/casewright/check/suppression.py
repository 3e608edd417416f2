"""Suppressions in the text itself: a comment in Markdown, HTML, XML or a template that allows a finding, and
why.

    <!-- casewright: allow CW201 because the registry counts patients twice -->
    {# casewright: allow percent-not-of-count, CW204 because ... #}

At the end of a line it allows the findings of that line; on a line of its own, those of the paragraph that
follows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from casewright.check.finding import Finding
from casewright.check.rule import Rule
from casewright.check.selection import matches
from casewright.patterns import lazily

_COMMENT = lazily(r"(?:<!--|\{#-?)\s*casewright:\s*allow\b([^\n]{0,500}?)-?(?:-->|#\})")


@dataclass(frozen=True, slots=True)
class Suppression:
    """A comment that allows findings of some rules on the lines `first` to `last` of a file."""

    file: str
    line: int
    column: int
    selectors: tuple[str, ...]
    reason: str
    first: int
    last: int

    def allows(self, finding: Finding, rules: dict[str, type[Rule]]) -> bool:
        """Whether this comment is about that finding of its file."""
        rule = rules.get(finding.code)
        here = self.first <= finding.spot.line <= self.last
        return here and rule is not None and any(matches(rule, selector) for selector in self.selectors)


def find_suppressions(text: str, file: str) -> tuple[Suppression, ...]:
    """The suppressions written in a text file, in order."""
    if "casewright:" not in text:
        return ()
    lines = text.splitlines()
    return tuple(
        _suppression(match, lines, number, file)
        for number, line in enumerate(lines, 1)
        if "casewright:" in line
        for match in _COMMENT.finditer(line)
    )


def _suppression(match: re.Match[str], lines: Sequence[str], number: int, file: str) -> Suppression:
    selectors, because, reason = match[1].partition(" because ")
    line = lines[number - 1]
    alone = not (line[: match.start()] + line[match.end() :]).strip()
    first, last = (_paragraph_after(lines, number)) if alone else (number, number)
    names = tuple(selectors.replace(",", " ").split())
    return Suppression(file, number, match.start() + 1, names, reason.strip() if because else "", first, last)


def _paragraph_after(lines: Sequence[str], number: int) -> tuple[int, int]:
    """First and last line of the paragraph after line `number`, blank lines before it left out."""
    first = number
    while first < len(lines) and not lines[first].strip():
        first += 1
    last = first
    while last < len(lines) and lines[last].strip():
        last += 1
    return first + 1, last


def apply_suppressions(
    findings: Iterable[Finding], suppressions: Sequence[Suppression], rules: dict[str, type[Rule]], file: str
) -> tuple[tuple[Finding, ...], tuple[Suppression, ...]]:
    """The findings, those allowed as acknowledged, and the suppressions that allowed none.

    A suppression without a reason allows nothing, but is not among the unused: it is a fault of its own.
    """
    used: set[Suppression] = set()
    judged = []
    for finding in findings:
        for suppression in suppressions:
            if suppression.file == (finding.file or file) and suppression.allows(finding, rules):
                used.add(suppression)
                if suppression.reason and finding.acknowledged is None:
                    finding = replace(finding, acknowledged=suppression.reason)
        judged.append(finding)
    return tuple(judged), tuple(s for s in suppressions if s not in used and s.reason)
