"""What several commands do first: make sure of the project and of its sources, and lay its manuscript out."""

from __future__ import annotations

from pathlib import Path

from casewright.configuration import chosen_journals
from casewright.document.build import build_document
from casewright.document.model import Document
from casewright.document.pandoc import Pandoc
from casewright.errors import InputError, Place, Problem
from casewright.pipeline import Sources, gather
from casewright.revise.apply import recover


def require_project(project: Path) -> None:
    """Make sure that the folder is a case project, whose sources are whole: a stopped pull is finished first.

    Raises InputError.
    """
    if not (project / "manuscript").is_dir():
        hint = "run this in the folder that holds manuscript/case.yaml, or name it; `casewright new DIR` makes one"
        raise InputError(Problem("there is no case project here", hint, Place(str(project))))
    recover(project)


def lay_out(project: Path, journal: str | None, pandoc: Pandoc) -> tuple[Sources, Document]:
    """The sources and the document of a project for a journal, or for the first of its own; writes nothing."""
    require_project(project)
    sources = gather(project, journal or chosen_journals(project)[0])
    return sources, build_document(
        sources.rendered, sources.case, sources.profile, sources.bibliography, pandoc, project / "manuscript"
    )
