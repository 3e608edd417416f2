"""The filled checklist as a Word file, for upload."""

from __future__ import annotations

from casewright.pipeline import Build
from casewright.submission.checklist import Answer, checklist_json, fill
from casewright.submission.guidelines import GUIDELINES, Guideline
from casewright.submission.word import Grid, Heading, Paragraph, Part, word_file
from casewright.write.front import title_of

_HEAD = ("Item", "What it asks", "Where it is met", "By which facts")


def checklist_files(build: Build, guidelines: tuple[str, ...] = ()) -> dict[str, bytes]:
    """Each asked guideline's checklist as .docx and .json, by file name; those of the journal where none is asked."""
    profile = build.sources.profile
    asked = guidelines or tuple(id for id in profile.checklists if id in GUIDELINES) or ("care-2013",)
    files: dict[str, bytes] = {}
    for id in asked:
        guideline = GUIDELINES[id]
        answers = fill(guideline, build)
        files[f"{id}.json"] = checklist_json(guideline, profile.id, answers)
        files[f"{id}.docx"] = _word(guideline, answers, build)
    return files


def _word(guideline: Guideline, answers: tuple[Answer, ...], build: Build) -> bytes:
    title = title_of(build.document.ast["blocks"])
    name = f"{guideline.name} checklist"
    parts: list[Part] = [Heading(name), Paragraph(title, "Manuscript:")]
    if guideline.note:
        parts.append(Paragraph(guideline.note))
    parts.append(
        Paragraph(
            "Pages and lines are those of the PDF of this manuscript, paragraphs those of the Word file."
        )
    )
    rows = [_HEAD, *(_row(answer) for answer in answers)]
    parts.append(Grid(tuple(rows), (3, 4, 5, 6), 9))
    return word_file(name, parts, build.sources.profile.language)


def _row(answer: Answer) -> tuple[str, ...]:
    where = "\n".join(str(place) for place in answer.places)
    if answer.status == "explained":
        where = f"Not in the manuscript: {answer.reason}"
    elif not where:
        where = "To be written" if answer.status == "to be written" else "Not found"
    shown = answer.facts[:6]
    more = f"\nand {len(answer.facts) - len(shown)} more" if len(answer.facts) > len(shown) else ""
    asks = f"{answer.asks}\n({answer.basis})" if answer.basis else answer.asks
    return f"{answer.number}\n{answer.topic}", asks, where, "\n".join(shown) + more
