"""The proof that nothing in a package identifies the patient: every file read, its metadata included."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from casewright.case.model import Case
from casewright.check.finding import Finding
from casewright.check.rules.privacy.pictures import traces
from casewright.check.runner import check_document
from casewright.check.settings import Settings
from casewright.document.model import Block, Document, Section
from casewright.document.reading import Reading
from casewright.errors import Place, Problem
from casewright.read import read_manuscript

PRIVACY = "CW6"
SOURCE = "source/"  # where a package keeps what it was made from
READ = (".docx", ".pdf", ".html", ".xml")
WRITTEN = (".md", ".yaml", ".json")  # looked through line by line, comments included
PICTURES = (".png", ".jpg", ".jpeg", ".tif", ".tiff")
# Sections about the authors stand in these; they name persons because they must.
OF_AUTHORS = ("title-page.docx", "cover-letter-draft.docx", "statements-draft.docx")


def identifiers(files: Mapping[str, bytes], case: Case, acknowledged: Path | None) -> list[Problem]:
    """Everything that a rule of privacy holds against a file, but what the author has seen and keeps.

    What stands in several files is told once, at its place in the sources, where it can be mended. Not
    looked through are the journals' templates and the references, which are not about the patient, and the three drafts
    that name the authors.
    """
    told: dict[tuple[str, str], list[Place]] = {}
    for problem in (*_found(files, acknowledged), *_dates(case)):
        told.setdefault((problem.message, problem.hint), []).append(problem.place)
    return [Problem(*words, _where_to_mend(places)) for words, places in told.items()]


def _where_to_mend(places: Sequence[Place]) -> Place:
    """The first place in a source, by the name that the file has in the project; else the first of all."""
    source = next((place for place in places if place.file.startswith(SOURCE)), places[0])
    return replace(source, file=source.file.removeprefix(SOURCE))


def _found(files: Mapping[str, bytes], acknowledged: Path | None) -> Iterator[Problem]:
    settings = Settings(select=(PRIVACY,), acknowledged=acknowledged, stale=False)
    with TemporaryDirectory(prefix="casewright-") as folder:
        for name, data in files.items():
            suffix = Path(name).suffix.lower()
            if suffix in PICTURES:
                yield from (
                    Problem(f"the picture carries {trace.what}", "save it anew without metadata", Place(name))
                    for trace in traces(data)
                )
            elif suffix in READ and name not in OF_AUTHORS:
                path = Path(folder) / Path(name).name
                path.write_bytes(data)
                yield from _held_against(read_manuscript(path), name, settings)
            elif suffix in WRITTEN and not name.startswith(f"{SOURCE}templates/"):
                yield from _held_against(_lines(data, name), name, settings)


def _held_against(document: Document, name: str, settings: Settings) -> Iterator[Problem]:
    for finding in check_document(Reading(document), settings):
        if finding.counts:
            place = Place(name, finding.spot.line) if document.format == "txt" else Place(name)
            yield Problem(f"{finding.code} {finding.message}: {_quoted(finding)}", finding.hint, place)


def _lines(data: bytes, name: str) -> Document:
    """A text file, each of its lines a paragraph about the patient."""
    lines = (line.strip(" #\t-") for line in data.decode("utf-8", "replace").splitlines())
    blocks = tuple(
        Block("paragraph", line, place=Place(name, number, 1)) for number, line in enumerate(lines, 1) if line
    )
    return Document((Section("case", "", blocks),), name, "txt")


def _quoted(finding: Finding) -> str:
    return f"“{finding.spot.quote[:60]}”"


def _dates(case: Case) -> Iterator[Problem]:
    """Calendar dates of the case data, which are never printed and would be packed with the sources."""
    for fact in case.facts.values():
        if re.fullmatch(r"timeline\.\w+\.date", fact.id):
            hint = "say by `after` and `by` how long after another event it was; then take the date out"
            yield Problem(f"{fact.id} is a calendar date of the patient's", hint, fact.place)
