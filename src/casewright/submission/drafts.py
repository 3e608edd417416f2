"""What goes beside the manuscript, drafted from the data: title page, cover letter, statements, tables.

A draft says what is known and leaves a visible "to be written" where it is not; it invents nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from casewright.case.model import TO_BE_WRITTEN, Fact
from casewright.document.model import Document
from casewright.document.roles import Part as ManuscriptPart
from casewright.document.roles import part_of
from casewright.pipeline import Build
from casewright.submission.word import Grid, Heading, Paragraph, Part, word_file
from casewright.write.front import running_title_of, title_of

STATEMENTS = {
    "consent": "Informed consent",
    "ethics": "Ethics approval",
    "conflicts": "Conflicts of interest",
    "funding": "Funding",
    "data": "Availability of data",
    "care_checklist": "CARE checklist",
    "acknowledgements": "Acknowledgements",
}
_WORD = re.compile(r"\w[\w'’./-]*")


def drafts(build: Build) -> dict[str, bytes]:
    """The Word files by name; the tables only where there are any."""
    parts = _texts(build) | {"tables.docx": list(_tables(build.document))}
    language = build.sources.profile.language
    names = {
        "title-page.docx": "Title page",
        "cover-letter-draft.docx": "Cover letter",
        "statements-draft.docx": "Statements",
        "tables.docx": "Tables",
    }
    return {name: word_file(names[name], content, language) for name, content in parts.items() if content}


def open_places(build: Build) -> dict[str, tuple[str, ...]]:
    """By file, the names of the places of its draft that are still to be written; only files that have any."""
    found = {
        name: tuple(
            part.label.rstrip(":") or part.text.partition(TO_BE_WRITTEN)[0].strip(" :") or "signature"
            for part in parts
            if isinstance(part, Paragraph) and TO_BE_WRITTEN in part.text
        )
        for name, parts in _texts(build).items()
    }
    return {name: tuple(dict.fromkeys(places)) for name, places in found.items() if places}


def _texts(build: Build) -> dict[str, list[Part]]:
    return {
        "title-page.docx": _title_page(build),
        "cover-letter-draft.docx": _cover_letter(build),
        "statements-draft.docx": _statements(build),
    }


def words_in(document: Document, part: ManuscriptPart) -> int:
    """The words of one part of the manuscript, headings left out."""
    return sum(
        len(_WORD.findall(block.text))
        for section in document.sections
        if part_of(section.role) == part
        for block in section.blocks
    )


def _title_page(build: Build) -> list[Part]:
    blocks, document = build.document.ast["blocks"], build.document
    counts = {
        "Words in the abstract": words_in(document, "abstract"),
        "Words in the main text": words_in(document, "main"),
        "Figures": len(build.sources.case.figures),
        "Tables": sum(block.kind == "table" for _, block in document.blocks()),
        "References": sum(block.kind == "reference" for _, block in document.blocks()),
    }
    authors = list(_authors(build))
    return [
        Heading(title_of(blocks)),
        Paragraph(running_title_of(blocks) or TO_BE_WRITTEN, "Running title:"),
        *([Paragraph(author) for author in authors] or [Paragraph(TO_BE_WRITTEN, "Authors:")]),
        Paragraph(_written(build, "article.correspondence"), "Correspondence to:"),
        Paragraph("; ".join(_listed(build, "article.keywords")) or TO_BE_WRITTEN, "Key words:"),
        *(Paragraph(str(count), f"{name}:") for name, count in counts.items()),
    ]


def _cover_letter(build: Build) -> list[Part]:
    facts = build.sources.case.facts
    title = title_of(build.document.ast["blocks"])
    journal = (
        build.sources.profile.title or f"journal: {TO_BE_WRITTEN}"
    )  # some profiles are of no one journal
    opening = _sentence(f"We submit the case report “{title}” to {journal}")
    novelty = facts.get("diagnosis.novelty")
    new = _sentence(f"As far as we know it is the {novelty.written}") if novelty else ""
    sentences = [
        "Dear Editor,",
        " ".join(part for part in (opening, new) if part),
        "It has not been published and is not under consideration elsewhere: to be confirmed by all authors.",
        "All authors have read the manuscript and agree to its submission: to be confirmed by all authors.",
        _sentence(f"Informed consent: {_written(build, 'statements.consent')}"),
        _sentence(f"Conflicts of interest: {_written(build, 'statements.conflicts')}"),
        _sentence(f"Funding: {_written(build, 'statements.funding')}"),
        "Yours sincerely,",
        _written(build, "article.correspondence"),
    ]
    return [
        Paragraph("Draft. Read every sentence, confirm what is to be confirmed, and sign."),
        *map(Paragraph, sentences),
    ]


def _statements(build: Build) -> list[Part]:
    facts = build.sources.case.facts
    contributions = [
        f"{facts[f'article.authors.{number}.name'].written}: {fact.written}"
        for number in _numbers(facts)
        if (fact := facts.get(f"article.authors.{number}.contribution"))
    ]
    parts: list[Part] = [Heading("Statements"), Paragraph("Draft, from the data of the case.")]
    for name, label in STATEMENTS.items():
        parts.append(Paragraph(_written(build, f"statements.{name}"), f"{label}:"))
    parts.append(Paragraph("; ".join(contributions) or TO_BE_WRITTEN, "Author contributions:"))
    return parts


def _tables(document: Document) -> Iterator[Part]:
    for section, block in document.blocks():
        if block.kind == "table":
            rows = tuple(tuple(row.split("\t")) for row in block.text.split("\n"))
            width = max(len(row) for row in rows)
            yield Heading(f"Table {block.key}".strip() if block.key else section.title or "Table", 2)
            yield Grid(tuple((*row, *[""] * (width - len(row))) for row in rows), (1,) * width)


def _authors(build: Build) -> Iterator[str]:
    facts = build.sources.case.facts
    for number in _numbers(facts):
        path = f"article.authors.{number}"
        orcid = facts.get(f"{path}.orcid")
        known = [facts[f"{path}.name"].written, *_listed(build, f"{path}.affiliations")]
        yield ", ".join(known + ([f"ORCID {orcid.written}"] if orcid else []))


def _numbers(facts: Mapping[str, Fact]) -> list[int]:
    found = (re.fullmatch(r"article\.authors\.(\d+)\.name", id) for id in facts)
    return sorted(int(match[1]) for match in found if match)


def _listed(build: Build, path: str) -> list[str]:
    facts = build.sources.case.facts
    numbers = (int(id.rpartition(".")[2]) for id in facts if re.fullmatch(rf"{re.escape(path)}\.\d+", id))
    return [facts[f"{path}.{number}"].written for number in sorted(numbers)]


def _written(build: Build, id: str) -> str:
    fact = build.sources.case.facts.get(id)
    return fact.written if fact else TO_BE_WRITTEN


def _sentence(text: str) -> str:
    """The text with one full stop, whether or not the data wrote theirs."""
    return text if text.endswith(("?", "!")) else f"{text.rstrip('. ')}."
