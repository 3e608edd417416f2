"""A manuscript becomes a project and, built again, the same words."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casewright.commands.project import lay_out
from casewright.document.bibliography import parse_bibliography
from casewright.document.model import Block, Document, Mark
from casewright.document.pandoc import Pandoc
from casewright.pipeline import Build, make
from casewright.processes import Tools
from casewright.read import read_manuscript
from casewright.start.answers import Answers
from casewright.start.as_prose import block_as_prose
from casewright.start.imports import import_file
from casewright.start.project import project_files, write_project
from casewright.start.works import of_blocks
from casewright.write.docx import write_docx
from casewright.write.jats import write_jats

ROOT = Path(__file__).resolve().parents[2]
ANSWERS = Answers(journal="wjg")
REPORT = """\
# A rare thing: a case report

Ada Example, Grace Sample

## Abstract

We report a 45-year-old man with hemoglobin 9.7 g/dL and *Salmonella* sepsis (a_b, {% x %}, {{ y }}, {## z ##}).

## Keywords

Salmonella; sepsis

## Introduction

1\\. It is rare [1], and a tumour of odd behaviour.

- really

## Case report

A 45-year-old man had hemoglobin 9.7 g/dL, WBC 12,300/µL, sodium 131 mmol/L and Na^+^ low (Figure 1). He weighed
68 kg, and had a nodule of 15 mm. Creatinine was 1.2 mg/dL. Creatinine was 3.1 mg/dL.

| Day | Hb (g/dL) |
|---|---|
| 1 | 9.7 |

## Discussion

- First
- Second

## References

1. Able A. Surgery of man's "cords" -- 100% & more_or_less. J Cord 2001; 1: 1-2.
"""


def rebuilt(file: Path, folder: Path, tools: Tools) -> Build:
    write_project(folder, project_files(ANSWERS, import_file(file, None, ANSWERS), eject=False))
    return make(folder, "imported", tools)


def words(document: Document) -> list[str]:
    return [word for _, block in document.blocks() for word in block.text.split()]


CITING = """\
# A thing: a case report

## Introduction

It is one of the metastases^\\[1\\]^. It began^\\[2\\]^ in the liver^\\[1-3\\]^.

## Case report

A man had a nodule of 15 mm.

## References

1\\. Able A. Surgery of many cords. J Cord 2001; 1: 1-2.

2\\. Baker B. A "book" -- 100% & more_or_less, said Baker's wife.

3\\. Cole C. Another.
"""


@pytest.fixture(scope="module")
def example(tools: Tools, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the example as built: Word file and JATS, its pictures beside them."""
    folder = tmp_path_factory.mktemp("example")
    sources, document = lay_out(ROOT, "wjg", tools.pandoc)
    works = tools.pandoc.read_bibliography(sources.bibliography.text)
    word = write_docx(document, sources.profile, sources.images)
    (folder / "manuscript.docx").write_bytes(word)
    jats = write_jats(document, sources.profile, sources.images, works)
    (folder / "manuscript.xml").write_bytes(jats)
    for name, data in sources.images.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(data)
    return folder


@pytest.mark.parametrize("name", ["manuscript.docx", "manuscript.xml", "report.md", "citing.md"])
def test_a_manuscript_gives_the_same_text_back(
    tmp_path: Path, example: Path, tools: Tools, name: str
) -> None:
    """Pictures, legends and calls, which have become the case's own, included."""
    file = example / name
    if name.endswith(".md"):
        file = tmp_path / name
        file.write_text(REPORT if name == "report.md" else CITING, "utf-8")

    build = rebuilt(file, tmp_path / "project", tools)

    again, before = build.read_back["manuscript.docx"], read_manuscript(file)
    assert words(again) == words(before)
    cited = {"report.md": 1, "citing.md": 3}.get(name, 16)
    assert len(build.document.ast["meta"]["references"]["c"]) == cited
    if name.startswith("manuscript"):
        assert [figure.key for figure in build.sources.case.figures] == ["figure1", "figure2"]
        assert len(build.sources.images) == 6
        called = [m.target for _, block in build.document.blocks() for m in block.marked("call")]
        assert "figure:figure2.B-D" in called
    if name == "manuscript.docx":
        assert [s.role for s in again.sections] == [s.role for s in before.sections]


@pytest.mark.parametrize("name", ["manuscript.docx", "manuscript.xml"])
def test_references_are_taken_over_where_all_of_them_is_certain(example: Path, name: str) -> None:
    imported = import_file(example / name, None, ANSWERS)

    works = parse_bibliography(imported.files["refs.bib"].decode()).entries
    assert works["lee2007"].fields["author"].startswith("Lee, S S and Kim, M K")
    assert works["lee2007"].fields["pmid"] == "17310265"
    assert (works["yao2011"].fields["volume"], works["yao2011"].fields["pages"]) == ("364", "514--523")
    assert works["yao2011"].fields["author"].endswith("and others")
    assert "reference 4: not all of it was read with certainty" in imported.left_out
    assert any("`lee2007`" in line for line in imported.to_confirm)


def test_citations_become_those_of_the_works_and_follow_another_journal(
    tmp_path: Path, example: Path, pandoc: Pandoc
) -> None:
    imported = import_file(example / "manuscript.docx", None, ANSWERS)
    write_project(tmp_path / "project", project_files(ANSWERS, imported, eject=False))

    _, document = lay_out(tmp_path / "project", "jmcr", pandoc)

    introduction = next(document.roled("introduction")).text
    assert "accounts for < 5% of all spinal metastases [1]." in introduction
    entries = [block.text for _, block in document.blocks() if block.kind == "reference"]
    assert len(entries) == 16
    assert entries[15].startswith("16. Wilson DA, Fusco DJ, Uschold TD, Spetzler RF, Chang SW. Survival and")
    assert entries[4].startswith("5. Bosman FT, Carneiro F, Hruban RH, Theise ND (eds). WHO")  # as it stood


def test_a_list_whose_numbers_are_not_in_its_text_is_cited_all_the_same(tmp_path: Path) -> None:
    text = CITING
    for number in "123":  # lists of Markdown's own, as Word has them
        text = text.replace(f"{number}\\. ", f"{number}. ")
    (tmp_path / "report.md").write_text(text, "utf-8")

    imported = import_file(tmp_path / "report.md", None, ANSWERS)

    assert "[@able2001]" in imported.files["manuscript/introduction.md"].decode()
    assert '<layout><text variable="annote"/>' in imported.files["templates/imported/imported.csl"].decode()


@pytest.mark.parametrize(
    ("before", "after", "why"),
    [
        ("began^\\[2\\]^", "began^\\[3\\]^", "not numbered in the order in which they are cited"),
        ("^\\[1-3\\]^", "^\\[1\\]^", "or some are cited nowhere"),
        ("3\\. Cole", "4\\. Cole", "is not numbered throughout"),
        ("liver^\\[1-3", "liver ^\\[1-3", "with and without a space"),
        ("^\\[1-3\\]^", "^\\[1,2,3\\]^", "their ranges are not written as the build would write them"),
        ("^\\[1-3\\]^", "^{1-3}^", "or some are cited nowhere"),
        ("", "", ""),
    ],
)
def test_citations_about_which_anything_is_in_doubt_stay_numbers(
    tmp_path: Path, before: str, after: str, why: str
) -> None:
    assert before in CITING
    (tmp_path / "report.md").write_text(CITING.replace(before, after) if before else CITING, "utf-8")

    imported = import_file(tmp_path / "report.md", None, ANSWERS)

    left = [line for line in imported.left_out if "stay the numbers" in line]
    assert [why in line for line in left] == ([True] if why else [])
    prose = imported.files["manuscript/introduction.md"].decode()
    assert ("[@able2001]" in prose, "[@able2001; @reference2; @reference3]" in prose) == (not why, not why)


@pytest.mark.parametrize(
    ("text", "title", "journal"),
    [
        ("1. Able A, Baker B. On cords. And more of them. J Cord 2001; 1(2): 1-2.",
         "On cords. And more of them", "J Cord"),
        ("2 Able AB: Are cords alike in man? J Cord. 2001, 1: 1-2.", "Are cords alike in man?", "J Cord"),
    ],
)  # fmt: skip
def test_an_entry_in_words_is_read_by_its_parts(text: str, title: str, journal: str) -> None:
    (work,), unsure = of_blocks([Block("reference", text, key="1")])

    assert (work.fields["title"], work.fields["journal"], unsure) == (title, journal, [])


@pytest.mark.parametrize(
    "text",
    [
        "1. Able A. On cords of all kinds. J. Cord. Med. 2001; 1: 1-2.",  # where the title ends is not certain
        "1. Able Albert. On cords of all kinds. J Cord 2001; 1: 1-2.",
        "1. Able A. On cords of all kinds. In: Baker B, editor. Cords. York: Cord Press; 2001.",
        "1. Able A. On cords of all kinds. J Cord 2001; 1: 1-2. Erratum in: J Cord 2002; 2: 3.",
    ],
)
def test_an_entry_that_may_be_read_in_two_ways_is_left_out(text: str) -> None:
    assert of_blocks([Block("reference", text, key="1")]) == ([], ["1"])


def test_sure_quantities_become_facts_and_the_others_are_listed(tmp_path: Path, pandoc: Pandoc) -> None:
    file = tmp_path / "report.md"
    file.write_text(REPORT, "utf-8")

    project = tmp_path / "project"
    write_project(project, project_files(ANSWERS, import_file(file, None, ANSWERS), eject=False))
    sources, document = lay_out(project, "imported", pandoc)

    facts = sources.case.facts
    assert facts["patient.age"].written == "45 years"
    assert facts["patient.sex"].value == "male"
    assert facts["labs.reported.hemoglobin"].written == "9.7 g/dL"
    printed = [m.target for _, b in document.blocks() for m in b.marked("fact")]
    assert printed.count("labs.reported.hemoglobin") == 2
    account = (project / "IMPORTED.md").read_text("utf-8")
    assert "“12,300/µL” in Case report: it is written otherwise than it would be printed" in account
    assert "“15 mm” in Case report: what it measures is not certain" in account
    assert facts["patient.weight"].written == "68 kg"


def test_two_values_of_one_measure_at_one_time_are_for_the_author_to_decide(tmp_path: Path) -> None:
    file = tmp_path / "report.md"
    file.write_text(REPORT, "utf-8")

    imported = import_file(file, None, ANSWERS)

    assert sum("several values" in line and "mg/dL" in line for line in imported.to_confirm) >= 2
    assert all("creatinine" not in values for values in imported.case["labs"].values())


@pytest.mark.parametrize(
    ("before", "after", "why"),
    [
        (">Figure 1B<", ">Fig. 1B<", "the text calls them in several forms"),
        (">Figure 1B<", ">Figure 1C<", "the text calls a panel that no legend names"),
        ("; B: The tumor", "; Then the tumor", "the legend of figure 1 does not name as many panels"),
        ("<bold>Figure 2</bold>", "<bold>Fig. 2</bold>", "their legends begin in several forms"),
    ],
)
def test_figures_about_which_anything_is_in_doubt_stay_as_they_are(
    tmp_path: Path, example: Path, before: str, after: str, why: str
) -> None:
    file = tmp_path / "manuscript.xml"
    text = (example / file.name).read_text("utf-8")
    assert before in text
    file.write_text(text.replace(before, after), "utf-8")
    shutil.copytree(example / "figures", tmp_path / "figures")

    imported = import_file(file, None, ANSWERS)

    assert "figures" not in imported.case
    assert len([name for name in imported.files if name.startswith("manuscript/figures/")]) == 6
    assert sum("it stands beside the legend of figure 2" in line for line in imported.left_out) == 4
    assert any(why in line for line in imported.left_out)


@pytest.mark.parametrize("link", ["../secret.png", "/etc/passwd", "file:figures/a.png", "no-such"])
def test_a_picture_that_does_not_lie_beside_the_manuscript_is_not_fetched(tmp_path: Path, link: str) -> None:
    (tmp_path / "secret.png").write_bytes(b"\x89PNG")
    file = tmp_path / "inner" / "manuscript.xml"
    file.parent.mkdir()
    file.write_text(
        '<article xmlns:xlink="http://www.w3.org/1999/xlink"><body><sec><title>Case report</title><p>He had 5 mg.</p>'
        f'<fig><label>Figure 1</label><caption><p>It.</p></caption><graphic xlink:href="{link}"/></fig>'
        "</sec></body></article>",
        "utf-8",
    )

    imported = import_file(file, None, ANSWERS)

    assert not [name for name in imported.files if name.startswith("manuscript/figures/")]
    assert f"{link}: the picture does not lie beside the manuscript" in imported.left_out


_TEXT = st.text(
    st.sampled_from("ab1. (){}[]%#*_^~`<>|\\\"'!$@&:+-=/µ≤"), min_size=1, max_size=40
).map(lambda text: " ".join(text.split())).filter(bool)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(_TEXT)
def test_any_words_are_printed_as_they_stood(pandoc: Pandoc, text: str) -> None:
    from casewright.document.build import MARKDOWN
    from casewright.document.sourcepos import unwrap
    from casewright.document.tree import leaves, plain
    from casewright.errors import Place

    written = block_as_prose(Block("paragraph", text))

    assert "{%" not in written
    assert "{{" not in written
    assert "{##" not in written
    blocks, _ = unwrap(pandoc.read(written, MARKDOWN)["blocks"], lambda *_: Place())
    assert [(leaf.kind, plain(leaf.inlines)) for leaf in leaves(blocks)] == [("paragraph", text)]


@pytest.mark.parametrize(
    ("text", "mark", "written"),
    [
        ("10^9", Mark("superscript", 3, 4), "10\\^^9^"),
        ("a Salmonella b", Mark("emphasis", 2, 12), "a *Salmonella* b"),
        ("x (y)z", Mark("emphasis", 2, 5), "x (y)z"),
        ("H2O", Mark("subscript", 1, 2), "H~2~O"),
    ],
)
def test_marks_are_kept_where_markdown_can_keep_them(text: str, mark: Mark, written: str) -> None:
    assert block_as_prose(Block("paragraph", text, (mark,))) == written
