"""The proof that nothing in a package identifies the patient: every file read, its metadata included."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from casewright.case.model import Case
from casewright.check.finding import Finding
from casewright.check.rules.privacy.pictures import traces
from casewright.check.runner import check_document
from casewright.check.settings import Settings
from casewright.document.reading import Reading
from casewright.errors import InputError, Place, Problem
from casewright.read import read_manuscript

PRIVACY = "CW6"
READ = (".docx", ".pdf", ".html", ".xml", ".md")
PICTURES = (".png", ".jpg", ".jpeg", ".tif", ".tiff")
# Sections about the authors stand in these; they name persons because they must.
OF_AUTHORS = ("title-page.docx", "cover-letter-draft.docx", "statements-draft.docx")


def identifiers(files: Mapping[str, bytes], case: Case, acknowledged: Path | None) -> Iterator[Problem]:
    """Everything that a rule of privacy holds against a file, but what the author has seen and keeps.

    Files that are not read by the rules (journals' templates, the checklist's JSON) hold no text about the patient that
    does not stand in another file, too.
    """
    settings = Settings(select=(PRIVACY,), acknowledged=acknowledged, stale=False)
    with TemporaryDirectory(prefix="casewright-") as folder:
        for name, data in files.items():
            suffix = Path(name).suffix.lower()
            if suffix in PICTURES:
                yield from (
                    Problem(f"the picture carries {trace.what}", "save it anew without metadata", Place(name))
                    for trace in traces(data)
                )
            elif suffix in READ and not name.startswith("source/templates/") and name not in OF_AUTHORS:
                yield from _in_text(name, data, Path(folder), settings)
    yield from _dates(case)


def _in_text(name: str, data: bytes, folder: Path, settings: Settings) -> Iterator[Problem]:
    path = folder / Path(name).name
    path.write_bytes(data)
    try:
        reading = Reading(read_manuscript(path))
    except InputError:
        return  # a few words, or a template: nothing that a reader of manuscripts takes for one
    for finding in check_document(reading, settings):
        if finding.counts:
            yield Problem(f"{finding.code} {finding.message}: {_quoted(finding)}", finding.hint, Place(name))


def _quoted(finding: Finding) -> str:
    return f"“{finding.spot.quote[:60]}”"


def _dates(case: Case) -> Iterator[Problem]:
    """Calendar dates of the case data, which are never printed and would be packed with the sources."""
    for fact in case.facts.values():
        if re.fullmatch(r"timeline\.\w+\.date", fact.id):
            hint = "say by `after` and `by` how long after another event it was; then take the date out"
            yield Problem(f"{fact.id} is a calendar date of the patient's", hint, fact.place)
