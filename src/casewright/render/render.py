"""A case, its prose and a journal's templates, rendered to one marked Markdown text."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from casewright.case.care.files import CASE
from casewright.case.model import Case
from casewright.journal.model import Profile
from casewright.render.environment import ManuscriptEnvironment
from casewright.render.faults import Faults
from casewright.render.loader import ProjectLoader
from casewright.render.markdown import escaped
from casewright.render.model import Rendered
from casewright.render.tracing import untangled
from casewright.render.undefined import undefined_class
from casewright.render.values import Branch


def render(case: Case, profile: Profile, project: Path) -> Rendered:
    """The manuscript of this case for this journal.

    Raises InputError with the faults of all sections: names that do not exist, templates that cannot be read,
    filters used on what they do not fit, anything that reaches beyond the project's data.
    """
    loader = ProjectLoader(project, profile.folder)
    faults = Faults(loader)
    environment = ManuscriptEnvironment(loader, profile, undefined_class(sorted(case.facts), faults.report))
    faults.known = {"filter": list(environment.filters), "test": list(environment.tests)}
    context = _context(case, profile, loader.written())
    pieces: list[str] = []
    for section in profile.sections:
        with faults.collected():
            template = environment.get_template(f"{section}.md")
            pieces.extend(template.root_render_func(template.new_context(context)))
    faults.raise_if_any()
    origins, printed = untangled("".join(pieces))
    faults.check_no_fact_is_typed(origins)
    faults.check_no_brace_is_single(origins, {*CASE.fields, "studies", *case.tree})
    faults.raise_if_any()
    files = {f"templates/{profile.id}/profile.yaml": profile.folder / "profile.yaml", **loader.files}
    if profile.base is not None:
        files[f"templates/{profile.base.parent.name}/profile.yaml"] = profile.base
    return Rendered(origins.markdown, origins, printed, dict(sorted(files.items())))


def _context(case: Case, profile: Profile, written: Sequence[str]) -> dict[str, Any]:
    """What templates see beside the facts by their names.

    `figures` are the figures with their panels, in order; `written` is the prose that there is; `journal` is what the
    profile says of words.
    """
    facts = Branch(case.tree, "", profile)
    figures = [
        {"key": figure.key, "letters": [escaped(panel.letter) for panel in figure.panels]}
        for figure in case.figures
    ]
    journal = {
        "id": profile.id,
        "title": escaped(profile.journal),
        "parts": profile.parts,
        "titles": {"case_report": profile.titles.case_report},
    }
    named = {name: facts.child(name) for name in facts.names()}
    return {**named, "figures": figures, "written": tuple(written), "journal": journal}
