"""`casewright journals`: every journal, and how far this manuscript is from what each wants."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from casewright.errors import InputError
from casewright.journal.model import Layout, Limit, Profile
from casewright.journal.profile import journal_folders, load_profile

if TYPE_CHECKING:
    from casewright.check.rule import Rule
    from casewright.document.model import Document
    from casewright.document.pandoc import Pandoc
    from casewright.document.reading import Reading


@dataclass(frozen=True, slots=True)
class Count:
    """What the manuscript has of one thing that the journal limits; `counted` is None where there is no manuscript."""

    name: str
    unit: str
    counted: int | None
    least: int | None
    most: int | None
    verified: bool
    source: str

    @property
    def away(self) -> int:
        """By how much it is too much, or (below zero) too little; 0 where it fits."""
        if self.counted is None:
            return 0
        if self.most is not None and self.counted > self.most:
            return self.counted - self.most
        return min(0, self.counted - (self.least or 0))


@dataclass(frozen=True, slots=True)
class Row:
    """One journal: its limits beside the counts, and why it cannot be laid out, if it cannot.

    `breaks` are its rules of titles and headings that are broken; `to_write` are the sections that nobody has written;
    `left_out` is the prose that it prints nowhere. `style` is its citation style, where that is only the nearest one.
    `headings` says how far its sections and their headings were read in a source, and in which.
    """

    id: str
    name: str
    counts: tuple[Count, ...]
    style: str = ""
    breaks: tuple[str, ...] = ()
    to_write: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    fault: str = ""
    headings: str = ""

    @property
    def fits(self) -> bool:
        """Whether the manuscript could go there today, as far as it can be counted."""
        return not (self.fault or self.breaks or self.to_write or any(count.away for count in self.counts))


def journal_table(project: Path, pandoc: Pandoc | None, asked: Sequence[str] = ()) -> tuple[Row, ...]:
    """A row for every journal, or for those asked for.

    Without pandoc, or in a folder without a manuscript, it has the limits alone.
    """
    is_project = (project / "manuscript").is_dir()
    return tuple(
        _row(project, journal, pandoc if is_project else None)
        for journal in asked or journal_folders(project)
    )


def journals(project: Path, format: Literal["text", "json"]) -> int:
    """Print the table. It judges nothing: the exit status is 0."""
    from casewright.document.pandoc import Pandoc

    with Pandoc() as pandoc:
        rows = journal_table(project, pandoc)
    if format == "json":
        records = [
            {**asdict(row), "fits": row.fits, "counts": [{**asdict(c), "away": c.away} for c in row.counts]}
            for row in rows
        ]
        sys.stdout.write(json.dumps({"version": 1, "journals": records}, ensure_ascii=False, indent=2) + "\n")
    else:
        sys.stdout.write("\n".join(printed_rows(rows)) + "\n")
    return 0


def _row(project: Path, journal: str, pandoc: Pandoc | None) -> Row:
    from casewright.check.rules.journal.heading_of_journal_missing import HeadingOfJournalMissing
    from casewright.check.rules.journal.prose_printed_nowhere import unprinted
    from casewright.check.rules.journal.title_against_journal import TitleAgainstJournal
    from casewright.commands.project import lay_out
    from casewright.document.reading import Reading

    try:
        profile = load_profile(journal, project)
        laid_out = lay_out(project, journal, pandoc) if pandoc is not None else None
    except InputError as fault:
        return Row(journal, journal, (), fault=str(fault).partition("\n")[0])
    style = "" if profile.citations.csl_verified else profile.citations.csl
    headings = _confirmed(profile.layout)
    if laid_out is None:
        return Row(journal, profile.name, tuple(_counts(profile, None)), style, headings=headings)
    sources, document = laid_out
    reading = Reading(document, journal=profile)
    rules: tuple[type[Rule], ...] = (TitleAgainstJournal, HeadingOfJournalMissing)
    return Row(
        journal,
        profile.name,
        tuple(_counts(profile, reading)),
        style,
        tuple(finding.message for rule in rules for finding in rule().check(reading)),
        _to_write(document),
        unprinted(project / "manuscript", sources.files),
        headings=headings,
    )


def _confirmed(layout: Layout) -> str:
    if not (layout.verified or layout.seen):
        return f"not confirmed: {layout.source}" if layout.source else "not confirmed"
    return f"verified{'' if layout.verified else ' in part'}: {layout.source}"


def _counts(profile: Profile, reading: Reading | None) -> Iterator[Count]:
    from casewright.check.extents import EXTENTS

    for name, limit in profile.limits.items():
        extent = EXTENTS[name]
        counted = extent.of(reading) if reading is not None else None
        yield _count(name, extent.unit, counted, limit)


def _count(name: str, unit: str, counted: int | None, limit: Limit) -> Count:
    return Count(name, unit, counted, limit.least, limit.most, limit.verified, limit.source)


def _to_write(document: Document) -> tuple[str, ...]:
    """The sections that say nothing but "to be written"."""
    return tuple(
        dict.fromkeys(
            section.title or section.role
            for section, block in document.blocks()
            if section.role != "comments.peer_review"  # written by others
            and any(mark.target == "missing" for mark in block.marked("generated"))
        )
    )


def printed_rows(rows: Iterable[Row]) -> Iterator[str]:
    """The table as lines of text."""
    for row in rows:
        yield from _lines(row)


def _lines(row: Row) -> Iterator[str]:
    yield f"{row.id:8} {row.name}: {_verdict(row)}"
    for count in row.counts:
        now = "" if count.counted is None else f"{count.counted:>5} "
        state = "" if not count.away else f", {abs(count.away)} too {'many' if count.away > 0 else 'few'}"
        known = "verified" if count.verified else "not confirmed"
        label = count.name.removesuffix("_words").replace("_", " ")
        yield f"         {label:20}{now}({_bounds(count)} {count.unit}, {known}){state}"
    if row.headings:
        yield f"         headings            {row.headings}"
    if row.style:
        yield f"         citation style      {row.style}, the nearest there is"
    yield from (f"         {broken}" for broken in row.breaks)
    if row.to_write:
        yield f"         to be written: {', '.join(row.to_write)}"
    if row.left_out:
        yield f"         not printed there: {', '.join(row.left_out)}"


def _verdict(row: Row) -> str:
    if row.fault:
        return row.fault
    if row.counts and row.counts[0].counted is None:
        return f"{len(row.counts)} {'limit' if len(row.counts) == 1 else 'limits'}"
    if row.fits:
        return "fits"
    away = sum(count.away != 0 for count in row.counts) + len(row.breaks)
    parts = [f"{away} to change"] if away else []
    return ", ".join([*parts, f"{len(row.to_write)} to be written"] if row.to_write else parts)


def _bounds(count: Count) -> str:
    if count.least is not None and count.most is not None:
        return f"{count.least} to {count.most}"
    return f"at most {count.most}" if count.most is not None else f"at least {count.least}"
