"""What changed data would change besides: other places of the manuscript, and what the checker says."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from casewright.revise.checker import Checker
from casewright.revise.plan import FactChange
from casewright.revise.ruling import Ruling
from casewright.revise.workspace import State


def fact_changes(rulings: Sequence[Ruling], now: State) -> tuple[FactChange, ...]:
    """The facts that the plan changes, each with where it was asked for and where else it is printed."""
    by_fact: dict[str, list[Ruling]] = {}
    for ruling in rulings:
        if ruling.fact and ruling.changes:
            by_fact.setdefault(ruling.fact, []).append(ruling)
    changes = []
    for fact, asked in by_fact.items():
        edited = {ruling.edit.start for ruling in asked}
        others = [
            f"{now.layout.section_at(span.start)} (“{now.layout.text[span.start : span.end]}”)"
            for span in now.layout.spans
            if span.kind == "fact" and span.start not in edited and _follows(now, span.target, fact)
        ]
        first = asked[0]
        changes.append(
            FactChange(
                fact,
                str(first.place),
                first.was,
                first.written[0],
                tuple(dict.fromkeys(ruling.edit.section for ruling in asked)),
                tuple(dict.fromkeys(others)),
            )
        )
    return tuple(changes)


def _follows(now: State, other: str, fact: str) -> bool:
    """Whether a printed fact is this one, or computed from it."""
    known = now.sources.case.facts.get(other)
    return other == fact or (known is not None and fact in known.sources)


def begin(project: Path, now: State, checker: Checker | None) -> None:
    """Let the checker begin with the manuscript as it is now."""
    if checker is not None:
        checker.ask(project, now.layout.document, now.sources.case)


def consequences(
    project: Path, now: State, then: State, checker: Checker | None
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What the checker would say after the changes and does not say now; and what it would no longer say.

    A checker has begun with `now` already; without one, both are checked here.
    """
    if checker is None:
        from casewright.revise.checking import findings

        before, after = (
            findings(project, state.layout.document, state.sources.case) for state in (now, then)
        )
    else:
        checker.ask(project, then.layout.document, then.sources.case)
        before, after = checker.answer(), checker.answer()
    return tuple((after - before).elements()), tuple((before - after).elements())
