"""The jobs that a section of a case report can have, and the part of the manuscript in which each counts.

The role of a section is one of these names; `comments.treatment` is below `comments`. A *part* is what journals count
words and define abbreviations in: the abstract, the core tip, the main text, each legend, each comment.
"""

from __future__ import annotations

from typing import Literal

Part = Literal["front", "abstract", "core_tip", "main", "comments", "legends", "tables", "back", "references"]

ROLES: dict[str, Part] = {
    "title": "front",
    "running_title": "front",
    "authors": "front",
    "front": "front",  # title page matter with no role of its own
    "keywords": "front",
    "abstract": "abstract",
    "abstract.background": "abstract",
    "abstract.case": "abstract",
    "abstract.conclusion": "abstract",
    "core_tip": "core_tip",
    "introduction": "main",
    "methods": "main",
    "case": "main",
    "case.timeline": "main",
    "case.complaint": "main",
    "case.history": "main",
    "case.past_history": "main",
    "case.family_history": "main",
    "case.examination": "main",
    "case.laboratory": "main",
    "case.imaging": "main",
    "case.pathology": "main",
    "case.diagnosis": "main",
    "case.treatment": "main",
    "case.outcome": "main",
    "results": "main",
    "discussion": "main",
    "conclusion": "main",
    "perspective": "main",
    "learning_points": "main",
    "comments": "comments",
    "comments.case_characteristics": "comments",
    "comments.clinical_diagnosis": "comments",
    "comments.differential_diagnosis": "comments",
    "comments.laboratory_diagnosis": "comments",
    "comments.imaging_diagnosis": "comments",
    "comments.pathological_diagnosis": "comments",
    "comments.treatment": "comments",
    "comments.related_reports": "comments",
    "comments.term_explanation": "comments",
    "comments.experiences_and_lessons": "comments",
    "comments.peer_review": "comments",
    "highlights": "comments",
    "legends": "legends",
    "tables": "tables",
    "statements": "back",
    "statements.consent": "back",
    "statements.ethics": "back",
    "statements.conflicts": "back",
    "statements.funding": "back",
    "statements.contributions": "back",
    "statements.data": "back",
    "statements.care_checklist": "back",
    "acknowledgements": "back",
    "abbreviations": "back",
    "supplement": "back",
    "publication": "back",  # the journal's own lines: received, reviewed, edited
    "references": "references",
    "text": "main",  # a stretch whose job is not known
}


def part_of(role: str) -> Part:
    """The part in which a section of this role counts."""
    while role not in ROLES and "." in role:
        role = role.rpartition(".")[0]
    return ROLES.get(role, "main")
