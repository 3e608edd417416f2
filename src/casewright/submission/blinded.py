"""The manuscript for reviewers who are not to know whose it is."""

from __future__ import annotations

import re
from dataclasses import replace

from casewright.document.model import Document
from casewright.document.tree import Node, value_of
from casewright.pipeline import Build
from casewright.write.docx import write_docx

# What names persons, places of work or grants.
NAMING = ("authors", "front", "acknowledgements", "publication", "statements.contributions", "statements.funding",
          "statements.conflicts")  # fmt: skip


def blinded_docx(build: Build) -> bytes:
    """The Word file without the sections that name the authors."""
    document = build.document
    ast = {**document.ast, "blocks": _without(document.ast["blocks"])}
    kept = tuple(section for section in document.sections if section.role not in NAMING)
    return write_docx(replace(document, sections=kept, ast=ast), build.sources.profile, build.sources.images)


def names_left(build: Build, blinded: Document) -> tuple[str, ...]:
    """Authors whose whole names stand in a blinded manuscript all the same, outside of the reference list."""
    text = "\n".join(block.text for _, block in blinded.blocks() if block.kind != "reference")
    names = [
        fact.written
        for fact in build.sources.case.facts.values()
        if re.fullmatch(r"article\.authors\.\d+\.name", fact.id)
    ]
    return tuple(name for name in names if name in text)


def _without(blocks: list[Node]) -> list[Node]:
    kept = []
    for block in blocks:
        if block["t"] != "Div":
            kept.append(block)
        elif value_of(block, "role") not in NAMING:
            kept.append({**block, "c": [block["c"][0], _without(block["c"][1])]})
    return kept
