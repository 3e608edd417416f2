"""The page on adding a journal is followed to the letter, and the journal that comes of it takes every example."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from tests.conftest import ROOT

from casewright.check.runner import check_document
from casewright.check.settings import settings_for
from casewright.commands.project import lay_out
from casewright.document.model import Document
from casewright.document.pandoc import Pandoc
from casewright.document.reading import Reading
from casewright.errors import InputError
from casewright.journal.model import LIMITS
from casewright.journal.profile import load_profile, shipped_journals
from casewright.pipeline import make
from casewright.processes import Tools

PAGE = (ROOT / "docs" / "adding-a-journal.md").read_text(encoding="utf-8")
EXAMPLES = (ROOT, ROOT / "examples/swallowed-stone", ROOT / "examples/bead-in-the-nose")


STYLE = """\
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
  <info><title>Ours</title><id>ours</id><updated>2026-01-01T00:00:00+00:00</updated></info>
  <citation><layout prefix="&lt;" suffix="&gt;"><text variable="citation-number"/></layout></citation>
  <bibliography><layout><text variable="title"/></layout></bibliography>
</style>
"""


def block(language: str) -> str:
    """The one block of this language on the page."""
    (found,) = re.findall(rf"^```{language}\n(.*?)^```", PAGE, re.DOTALL | re.MULTILINE)
    return str(found)


def with_annals(project: Path, folder: Path) -> Path:
    """A copy of a project in which somebody has done what the page says."""
    shutil.copytree(project / "manuscript", folder / "manuscript")
    shutil.copy(project / "refs.bib", folder)
    annals = folder / "templates" / "annals"
    annals.mkdir(parents=True)
    (annals / "profile.yaml").write_text(block("yaml"), encoding="utf-8")
    return folder


def headings(document: Document) -> list[str]:
    return [section.title for section in document.sections if section.heading]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.name)
def test_a_journal_made_by_the_page_takes_every_example(
    example: Path, tmp_path: Path, pandoc: Pandoc
) -> None:
    project = with_annals(example, tmp_path)
    sources, document = lay_out(project, "annals", pandoc)
    printed = headings(document)
    assert "Background" in printed
    assert (
        printed.index("The case") < printed.index("What became of the patient") < printed.index("References")
    )
    assert next(document.roled("title")).text.endswith(": A case report")
    reading = Reading(document, project=sources.case, journal=sources.profile)
    findings = check_document(reading, settings_for(project, "annals"), project)
    assert not [f for f in findings if f.severity == "error" and f.acknowledged is None]


def test_a_template_of_the_journals_own_makes_a_section_of_its_own(tmp_path: Path, tools: Tools) -> None:
    project = with_annals(EXAMPLES[1], tmp_path)
    annals = project / "templates" / "annals"
    (annals / "findings.md").write_text(block("jinja"), encoding="utf-8")
    profile = (annals / "profile.yaml").read_text(encoding="utf-8")
    profile = profile.replace("  - outcome\n", "  - findings\n  - outcome\n").replace(
        "case.laboratory, case.imaging, ", ""
    )
    (annals / "profile.yaml").write_text(profile, encoding="utf-8")
    printed = headings(make(project, "annals", tools).document)
    assert (
        printed.index("The case")
        < printed.index("Laboratory findings")
        < printed.index("What became of the patient")
    )


def test_the_page_names_every_limit_and_every_name_of_the_common_profile_is_real(tmp_path: Path) -> None:
    assert all(f"`{limit}`" in PAGE for limit in LIMITS)
    profile = load_profile("annals", with_annals(EXAMPLES[2], tmp_path))
    assert profile.units.time["wk"] == ("week", "weeks")
    assert profile.base == shipped_journals() / "common" / "profile.yaml"


def test_a_citation_style_of_the_journals_own_stands_beside_its_profile(
    tmp_path: Path, pandoc: Pandoc
) -> None:
    project = with_annals(EXAMPLES[2], tmp_path)
    annals = project / "templates" / "annals"
    text = (annals / "profile.yaml").read_text(encoding="utf-8")
    own = text.replace("csl: nlm-citation-sequence-superscript", "csl: ours")
    (annals / "profile.yaml").write_text(own, encoding="utf-8")
    style = annals / "ours.csl"
    style.write_text(STYLE, encoding="utf-8")

    sources, document = lay_out(project, "annals", pandoc)

    assert next(document.roled("introduction")).text.endswith("guideline.<1>")
    assert sources.files["templates/annals/ours.csl"] == style
    style.write_text(STYLE[:-9], encoding="utf-8")
    with pytest.raises(InputError, match="the citation style `ours` cannot be used"):
        lay_out(project, "annals", pandoc)
