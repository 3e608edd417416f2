"""Calls of figures, panels and tables: numbered in the order of first call, and held against what the case has."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches

from casewright.case.model import Figure
from casewright.document.origins import Sources
from casewright.document.runs import is_escaped, substitute
from casewright.document.tree import KINDS, Leaf, Node, span, text
from casewright.errors import Place, Problem
from casewright.journal.model import FigureStyle
from casewright.patterns import lazily

_PANELS = r"[A-Z](?:-[A-Z])?(?:,[A-Z](?:-[A-Z])?)*"
CALL = lazily(
    rf"(?<![\w@])@(?P<kind>fig|figure|tab|table):(?P<key>[A-Za-z0-9][\w-]*)(?:\.(?P<panels>{_PANELS})(?![\w-]))?"
)


@dataclass
class Calls:
    """The calls of one document: `numbers` of figures and of tables by key, in the order of first call."""

    figures: Mapping[str, Figure]
    tables: Mapping[str, Place]  # key and place of each table that the text has
    style: FigureStyle
    sources: Sources
    numbers: dict[str, dict[str, int]] = field(default_factory=lambda: {"figure": {}, "table": {}})
    problems: list[Problem] = field(default_factory=list)

    def resolve(self, leaves: Sequence[Leaf]) -> None:
        """Print every call as the journal does, in reading order, as Span.call with the `target` it names.

        Legends come after the text: a figure is numbered, and called, by the text alone.
        """
        for leaf in leaves:
            if leaf.kind != "legend":
                substitute(leaf.inlines, CALL, self._print, skip=("fact", "literal"))
        self._check_called()
        for leaf in leaves:
            if leaf.kind == "legend":
                substitute(leaf.inlines, CALL, self._print, skip=("fact", "literal"))

    def number(self, kind: str, key: str) -> int:
        """The number of a figure or table; one that is met for the first time takes the next."""
        numbers = self.numbers[kind]
        return numbers.setdefault(key, len(numbers) + 1)

    def _check_called(self) -> None:
        """A figure or table that no sentence calls is a problem: its number would say nothing."""
        for key, figure in self.figures.items():
            if key not in self.numbers["figure"]:
                hint = f"write @fig:{key} where the text speaks of it, or take the figure out"
                self.problems.append(
                    Problem(f"figure `{key}` is never called in the text", hint, figure.place)
                )
        for key, place in self.tables.items():
            if key not in self.numbers["table"]:
                hint = f"write @tab:{key} where the text speaks of it, or take the table out"
                self.problems.append(Problem(f"table `{key}` is never called in the text", hint, place))

    def _print(self, match: re.Match[str], run: Node) -> list[Node] | None:
        if is_escaped(run, match.start()):
            return None
        kind, key, panels = KINDS[match["kind"]], match["key"], match["panels"] or ""
        problem = self._fault(kind, key, panels, self.sources.locate_in(run["at"], match.start()))
        if problem:
            self.problems.append(problem)
            return None
        number = str(self.number(kind, key))
        form = self.style.call if kind == "figure" else self.style.table_call
        printed = form.format(number=number, panels=self._panels(panels))
        target = f"{kind}:{key}" + (f".{panels}" if panels else "")
        at = [(0, *_point(run, match.start()))] if run["at"] else []
        return [span([text(printed, at)], "call", target=target)]

    def _panels(self, panels: str) -> str:
        """`B-D` and `B,D` as the journal prints them."""
        groups = [group.replace("-", self.style.panel_range) for group in panels.split(",")]
        return self.style.panel_list.join(groups)

    def _fault(self, kind: str, key: str, panels: str, place: Place) -> Problem | None:
        known: Mapping[str, object] = self.figures if kind == "figure" else self.tables
        if key not in known:
            return Problem(f"no {kind} has the key `{key}`", _near(key, list(known)), place)
        if kind == "table":
            return (
                Problem(f"a table has no panels, but `{key}.{panels}` is called", "", place)
                if panels
                else None
            )
        for first, last in (group.split("-") for group in panels.split(",") if "-" in group):
            if first >= last:
                message, hint = f"panels {first}-{last} run backwards", f"write `@fig:{key}.{last}-{first}`"
                return Problem(message, hint if first > last else f"write `@fig:{key}.{first}`", place)
        have = [panel.letter for panel in self.figures[key].panels]
        missing = [letter for letter in _letters(panels) if letter not in have]
        if missing:
            named = "panel" if len(missing) == 1 else "panels"
            message = f"figure `{key}` has no {named} {', '.join(missing)}"
            return Problem(message, "it has " + ", ".join(have) if any(have) else "it has one image", place)
        return None


def letters_between(first: str, last: str) -> list[str]:
    """The capital letters from one to another, both included."""
    return [chr(code) for code in range(ord(first), ord(last) + 1)]


def _letters(panels: str) -> list[str]:
    out: list[str] = []
    for group in panels.split(",") if panels else ():
        first, _, last = group.partition("-")
        out += letters_between(first, last or first) or [first, last]
    return out


def _point(run: Node, offset: int) -> tuple[int, int]:
    start, line, column = next(point for point in reversed(run["at"]) if point[0] <= offset)
    return line, column + offset - start


def _near(key: str, known: list[str]) -> str:
    near = get_close_matches(key, known, 1)
    if near:
        return f"did you mean `{near[0]}`?"
    return "there are: " + ", ".join(known) if known else "there are none"
