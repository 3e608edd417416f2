"""The page on top of a package: what each file is, and what only a person can do."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from casewright.document.model import Document
from casewright.pipeline import Build
from casewright.submission.checklist import fill
from casewright.submission.drafts import open_places
from casewright.submission.guidelines import GUIDELINES
from casewright.submission.pictures import dots_per_inch
from casewright.write.images import size_of

_WHAT = {
    "manuscript.docx": "the manuscript, for upload",
    "manuscript.pdf": "the same, to read",
    "manuscript.html": "the same as a web page, with every fact traceable",
    "manuscript.xml": "the same as JATS, for the publisher",
    "manuscript-blinded.docx": "the manuscript without the authors' names, for the reviewers",
    "title-page.docx": "the title page",
    "cover-letter-draft.docx": "a draft of the cover letter",
    "statements-draft.docx": "a draft of the statements",
    "tables.docx": "the tables",
    "facts.json": "every fact, and every place where it stands",
    "manifest.json": "the checksum of every file, and the versions of the tools",
}
_FOLDERS = {
    "figures/": "the figures, without metadata",
    "checklist/": "the reporting checklist, filled in, as Word file and for machines",
    "source/": "all that the manuscript is made from; `casewright verify` builds it again and compares",
}
_ALWAYS = (
    "have every author read and approve the manuscript, and sign the journal's forms",
    "keep the signed consent form of the patient; send it only where the journal asks for it, as it names the patient",
    "look at every figure for what could identify the patient: faces, tattoos, labels burned into scans",
    "read and sign the cover letter; confirm or strike each of its statements",
)


def readme(build: Build, files: Collection[str], left: Sequence[str]) -> str:
    """The page, in Markdown."""
    rows = [f"| `{name}` | {_WHAT[name]} |" for name in sorted(files) if name in _WHAT]
    rows += [
        f"| `{folder}` | {what} |"
        for folder, what in _FOLDERS.items()
        if any(n.startswith(folder) for n in files)
    ]
    todo = [f"- [ ] {one}" for one in left]
    profile = build.sources.profile
    to = f"Submission to {profile.title}" if profile.title else f"Submission, by the profile “{profile.name}”"
    head = [f"# {to}", "", "| file | what it is |", "|---|---|"]
    return "\n".join([*head, *rows, "", "## What only you can do", "", *todo, ""])


def left_to_do(build: Build) -> Iterator[str]:
    """What a person has to do before this is sent, the most urgent first."""
    for name in _open_sections(build.document):
        yield f"write: {name}"
    for file, places in open_places(build).items():
        yield f"fill in {file}: {'; '.join(places)}"
    for finding in build.result.findings:
        if finding.counts and finding.code != "CW806":
            yield f"decide on {finding.code}: {finding.message}"
    for id in build.sources.profile.checklists or ("care-2013",):
        guideline = GUIDELINES.get(id)
        for answer in fill(guideline, build) if guideline else ():
            if answer.status in ("missing", "to be written"):
                yield f"{guideline.name if guideline else id}, item {answer.number}: {answer.asks} ({answer.status})"
    yield from _coarse_figures(build)
    if not build.sources.profile.submission.verified:
        yield (
            "look up what the journal asks of figures (format, resolution) and whether reviewers must not know who you "
            "are: its profile does not say"
        )
    if "statements.consent" not in build.sources.case.facts:
        yield "state the patient's consent"
    yield from _ALWAYS


def _open_sections(document: Document) -> Iterator[str]:
    seen = set()
    for section, block in document.blocks():
        if section.role == "comments.peer_review":
            continue  # written by others
        if any(mark.target == "missing" for mark in block.marked("generated")):
            name = (section.title or section.role.replace("_", " ")).rstrip(":")
            if name not in seen:
                seen.add(name)
                yield name


def _coarse_figures(build: Build) -> Iterator[str]:
    """Pictures with fewer dots than the journal wants at the width that it prints them."""
    wanted = build.sources.profile.submission
    for name, data in build.sources.images.items():
        size = size_of(data) if not re.search(r"\.svg$", name, re.I) else None
        if (
            wanted.figure_dpi
            and size
            and (dpi := dots_per_inch(size[0], wanted.figure_width_mm)) < wanted.figure_dpi
        ):
            yield (
                f"find {name} in more detail: {dpi} dots per inch at {wanted.figure_width_mm} mm, "
                f"{wanted.figure_dpi} are wanted"
            )
