"""Co-authors' Word files compared with what was sent, and what would become of each of their edits."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from casewright.document.pandoc import Pandoc
from casewright.document.reviews import Comment
from casewright.errors import InputError, Place, Problem
from casewright.read.opening import load
from casewright.revise.base import Base, Bases
from casewright.revise.checker import Checker
from casewright.revise.comments import comments_of, review_changes
from casewright.revise.consequences import begin, consequences, fact_changes
from casewright.revise.edits import Comparison, compare
from casewright.revise.facts import FactRouter
from casewright.revise.layout import Layout
from casewright.revise.merge import against_one_another, alike_everywhere, standing_together, whole_rewordings
from casewright.revise.paragraphs import WordFile, read_word_file
from casewright.revise.plan import Plan
from casewright.revise.present import Present
from casewright.revise.proof import Proof, with_changes
from casewright.revise.route import Router
from casewright.revise.ruling import Ruling
from casewright.revise.workspace import State, Workshop, present_state

LEAST_LIKENESS = 0.25  # share of the sent words that a file of the same manuscript still has


def make_plan(project: Path, edited: Sequence[Path], pandoc: Pandoc, checker: Checker | None = None) -> Plan:
    """What would become of every edit of these files. Nothing is written. Raises InputError."""
    files = [read_word_file(load(path), str(path)) for path in edited]
    with tempfile.TemporaryDirectory(prefix="casewright-") as folder:
        return _planned(project, files, Workshop(Path(folder), pandoc), checker)


def _planned(project: Path, files: Sequence[WordFile], workshop: Workshop, checker: Checker | None) -> Plan:
    bases = Bases(project, workshop)
    rulings: list[Ruling] = []
    remarks: list[str] = []
    formatting = 0
    gathered: list[tuple[str, tuple[Comment, ...]]] = []
    now: State | None = None
    journal = ""
    for file in files:
        base = bases.find(file)
        found = compare(base.state.layout, base.sent, file)
        _refuse_foreign(found, file.source)
        if journal and base.journal != journal:
            raise InputError(
                Problem(
                    f"one file is a manuscript for {journal}, another for {base.journal}",
                    "pull them one after the other",
                    Place(file.source),
                )
            )
        journal = base.journal
        now = now or present_state(project, journal, workshop.pandoc, base.state)
        remarks += [base.remark] * bool(base.remark) + [
            f"{file.source}: {remark}" for remark in found.remarks
        ]
        formatting += found.formatting
        remarks += _unknown_works(base.state.layout, found, file.source)
        rulings += _ruled(project, base, now, found)
        gathered.append((file.source, comments_of(file, _where(base.state.layout, found))))
    if now is None:
        raise InputError(Problem("no file was named", "name the .docx that came back"))
    plan = _proven(project, now, Proof(now, journal, workshop), rulings, checker)
    reviews = review_changes(project, gathered)
    return replace(
        plan,
        reviews=reviews,
        formatting=formatting,
        comments=tuple(comment for _, comments in gathered for comment in comments),
        remarks=tuple(dict.fromkeys(remarks)),
    )


def _where(layout: Layout, found: Comparison) -> Callable[[int], tuple[str, str]]:
    """Section, and file and line, of a character of the edited text."""

    def where(offset: int) -> tuple[str, str]:
        at = min(found.landing(offset), len(layout.text) - 1)
        source = next(
            (layout.sources[n] for n in range(at, max(-1, at - 200), -1) if layout.sources[n]), None
        )
        place = layout.place(source) if source else None
        return layout.section_at(at), f"{place.file}:{place.line}" if place else ""

    return where


def _unknown_works(layout: Layout, found: Comparison, source: str) -> list[str]:
    """Of each citation that was typed of a work that refs.bib does not have."""
    return [
        f"{source}: “{typed}” looks like a citation of a work that refs.bib does not have; it is taken as words: "
        "add the work there, and write [@key] in its place"
        for edit in found.edits
        for typed in layout.works.unknown(edit.new)
    ]


def _ruled(project: Path, base: Base, now: State, found: Comparison) -> list[Ruling]:
    state = base.state
    router = Router(
        state.layout, FactRouter(state.sources.case, state.texts), lambda file: (project / file).is_file()
    )
    present = Present.between(state.texts, now.texts, state.layout.text, now.layout.text)
    ruled = whole_rewordings(alike_everywhere([router.rule(edit) for edit in found.edits]))
    return standing_together(present.rebased(ruled))


def _proven(
    project: Path, now: State, proof: Proof, rulings: Sequence[Ruling], checker: Checker | None
) -> Plan:
    """The plan of these rulings, each placed one proven."""
    merged = against_one_another(rulings)
    if any(ruling.fact and ruling.changes for ruling in merged):
        begin(project, now, checker)
    settled = proof.settle(merged)
    texts = dict(now.texts.items())
    files = with_changes(texts, settled)
    facts = fact_changes(settled, now)
    new, gone = consequences(project, now, proof.then, checker) if facts and proof.then else ((), ())
    return Plan(tuple(settled), files, {file: texts.get(file, "") for file in files}, facts, new, gone)


def _refuse_foreign(found: Comparison, source: str) -> None:
    if found.likeness < LEAST_LIKENESS:
        share = f"{max(0.0, found.likeness):.0%}"  # moved words would count twice, and take it below nothing
        message = f"this is another manuscript: {share} of the words of this one stand in it"
        raise InputError(
            Problem(message, "name the file that your co-author sent back for this project", Place(source))
        )
