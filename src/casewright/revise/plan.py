"""A plan: what becomes of every edit of every file, and how the sources would change. As text, and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from difflib import unified_diff
from typing import Any

from casewright.document.reviews import Comment
from casewright.revise.ruling import Ruling, State

STATES: tuple[State, ...] = ("placed", "refused", "conflict", "unplaced")
_TITLES = {
    "refused": "refused: made by the build, not written by anyone",
    "conflict": "in conflict: decide, then write it yourself",
    "unplaced": "without a place: write it yourself",
}


@dataclass(frozen=True, slots=True)
class FactChange:
    """A change of the data: what is written there now and then, who asked, and where else the fact is printed."""

    id: str
    place: str
    was: str
    written: str
    asked_in: tuple[str, ...]
    other_places: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """`files` are the new texts of changed sources, `before` their present ones."""

    rulings: tuple[Ruling, ...]
    files: Mapping[str, str]
    before: Mapping[str, str]
    facts: tuple[FactChange, ...] = ()
    findings: tuple[str, ...] = ()  # what the checker would say that it does not say now
    settled: tuple[str, ...] = ()  # what it says now and would no longer say
    formatting: int = 0
    comments: tuple[Comment, ...] = ()  # those of the files, resolved ones included
    reviews: Mapping[str, str] = field(default_factory=dict)  # the new texts of files of comments
    remarks: tuple[str, ...] = ()

    @property
    def counts(self) -> dict[State, int]:
        """How many edits there are of each state; they sum to the edits found."""
        return {state: sum(ruling.state == state for ruling in self.rulings) for state in STATES}

    @property
    def status(self) -> int:
        """1 where an edit is not placed, else 0."""
        return int(any(ruling.state != "placed" for ruling in self.rulings))


def as_text(plan: Plan) -> str:
    """The plan for a person: diffs of the files, facts with their places, everything that is not placed in full."""
    return "\n".join(_lines(plan)) + "\n"


def _lines(plan: Plan) -> Iterator[str]:
    yield from (f"note: {remark}" for remark in plan.remarks)
    for file in sorted(plan.files):
        yield from _diff(file, plan.before[file], plan.files[file])
    for fact in plan.facts:
        yield f"fact {fact.id} ({fact.place}): {fact.was} → {fact.written}"
        yield f"  changed in: {'; '.join(fact.asked_in)}"
        if fact.other_places:
            yield f"  it would change as well in: {'; '.join(fact.other_places)}"
    if plan.findings:
        yield "the checker would then say:"
        yield from (f"  {finding}" for finding in plan.findings)
    if plan.settled:
        yield "the checker would no longer say:"
        yield from (f"  {finding}" for finding in plan.settled)
    for comment in plan.comments:
        about = f"on “{comment.quote}”" if comment.quote else "on no words"
        yield f"comment by {comment.author or 'somebody'} in {comment.section}, {about}: {comment.text}"
        yield from (f"  {reply.author} answers: {reply.text}" for reply in comment.replies)
    for state, title in _TITLES.items():
        rulings = [ruling for ruling in plan.rulings if ruling.state == state]
        if rulings:
            yield f"{title} ({len(rulings)})"
            for ruling in rulings:
                yield from _in_full(ruling)
    yield summary(plan)


def _diff(file: str, before: str, after: str) -> Iterator[str]:
    diff = unified_diff(before.splitlines(), after.splitlines(), f"a/{file}", f"b/{file}", lineterm="", n=2)
    yield from diff


def _in_full(ruling: Ruling) -> Iterator[str]:
    edit = ruling.edit
    who = f", {edit.author}" if edit.author else ""
    yield f"  {edit.file}, {edit.section}{who}: {ruling.reason}"
    if edit.old.strip():
        yield f"    sent:   {_shown(edit.old)}"
    if edit.new.strip():
        yield f"    edited: {_shown(edit.new)}"
    if edit.to >= 0:
        yield "    moved to another place"
    if ruling.hint:
        yield f"    hint: {ruling.hint}"


def _shown(text: str) -> str:
    return text.strip("\n").replace("\n", " ¶ ")


def summary(plan: Plan) -> str:
    """One line: the edits found, and what becomes of them."""
    counts = plan.counts
    number = len(plan.rulings)
    line = f"{number} edit{'s' if number != 1 else ''} found: " + ", ".join(
        f"{counts[state]} {'conflicting' if state == 'conflict' else state}" for state in STATES
    )
    more = []
    if plan.formatting:
        more.append(f"{plan.formatting} changes of looks only, which are left out")
    if plan.comments:
        where = (
            f", gathered in {', '.join(sorted(plan.reviews))}" if plan.reviews else ", which are kept already"
        )
        more.append(f"{len(plan.comments)} comment{'s' if len(plan.comments) != 1 else ''}{where}")
    return line + ("; " + ", ".join(more) if more else "")


def as_json(plan: Plan, applied: bool) -> str:
    """The plan for a program."""
    record: dict[str, Any] = {
        "version": 1,
        "applied": applied,
        "remarks": list(plan.remarks),
        "edits": [_record(ruling) for ruling in plan.rulings],
        "files": {
            file: "\n".join(_diff(file, plan.before[file], plan.files[file])) for file in sorted(plan.files)
        },
        "facts": [
            {
                "id": fact.id,
                "place": fact.place,
                "was": fact.was,
                "written": fact.written,
                "asked_in": list(fact.asked_in),
                "other_places": list(fact.other_places),
            }
            for fact in plan.facts
        ],
        "findings": {"new": list(plan.findings), "settled": list(plan.settled)},
        "comments": [asdict(comment) for comment in plan.comments],
        "summary": {
            "edits": len(plan.rulings),
            **plan.counts,
            "formatting": plan.formatting,
            "comments": len(plan.comments),
        },
    }
    return json.dumps(record, ensure_ascii=False, indent=2) + "\n"


def _record(ruling: Ruling) -> dict[str, Any]:
    edit = ruling.edit
    return {
        "file": edit.file,
        "state": ruling.state,
        "kind": ruling.kind,
        "section": edit.section,
        "old": edit.old,
        "new": edit.new,
        "moved": edit.to >= 0,
        "author": edit.author,
        "date": edit.date,
        "place": str(ruling.place) if ruling.place.file else "",
        "fact": ruling.fact,
        "reason": ruling.reason,
        "hint": ruling.hint,
    }
