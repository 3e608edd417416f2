"""CW802."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import ClassVar

from casewright.case.model import Case, Fact
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import missing
from casewright.document.reading import Reading
from casewright.quantity.model import Quantity


class FactNeverPrinted:
    """A fact of the case data is printed in no section.

    Why it is bad
        It was worth writing down; perhaps the sentence that states it was forgotten, or states it by hand.

    Example
        `case.yaml` states the pulse, and no section prints it.

    Write instead
        Print it where it belongs, or take it out of the data.

    Source
        Design of casewright: a number is typed once.
    """

    code: ClassVar[str] = "CW802"
    name: ClassVar[str] = "fact-never-printed"
    severity: ClassVar[Severity] = "note"

    def check(self, reading: Reading) -> Iterator[Finding]:
        """A finding at the fact's line.

        A fact from which a printed one is computed counts as printed; so does one that the timeline figure says; so
        does a word (the result of a stain, an event) beside a printed fact of the same group, as
        templates choose by such words.
        """
        case = reading.project
        if not isinstance(case, Case) or reading.document.format != "built":
            return
        printed = {
            mark.target.removesuffix(".si") for _, block in reading.blocks for mark in block.marked("fact")
        } | _drawn(case)
        used = _with_sources(printed, case.facts)
        groups = {id.rpartition(".")[0] for id in used}
        for fact in case.facts.values():
            if fact.id.startswith("timeline.") and fact.id.endswith(".event"):
                continue  # the name of a time, to which other facts refer
            is_chosen_by = not isinstance(fact.value, Quantity) and fact.id.rpartition(".")[0] in groups
            if fact.id not in used and not fact.formula and not is_chosen_by:
                yield missing(
                    self, f"{fact.id} is printed in no section", "print it, or delete it", place=fact.place
                )


def _drawn(case: Case) -> frozenset[str]:
    """The facts that the timeline says, where the case prints it as a figure."""
    from casewright.write.timeline import IMAGE, drawn_facts

    if not any(panel.image == IMAGE for figure in case.figures for panel in figure.panels):
        return frozenset()
    drawings = [Path(file).parent / IMAGE for file in case.files[:1]]
    return drawn_facts(case, b"".join(file.read_bytes()[:1000] for file in drawings if file.is_file()))


def _with_sources(printed: set[str], facts: Mapping[str, Fact]) -> set[str]:
    """The facts printed, and all those from which they are computed."""
    used: set[str] = set()
    todo = list(printed)
    while todo:
        id = todo.pop()
        if id not in used:
            used.add(id)
            todo += facts[id].sources if id in facts else ()
    return used
