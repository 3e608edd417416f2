"""The package: complete, the same bytes every time, refused while errors stand or anything identifies the patient."""

from __future__ import annotations

import io
import json
import shutil
import zipfile
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from casewright.errors import InputError, OutputError
from casewright.processes import Tools
from casewright.submission.package import Submission, pack_project
from casewright.submission.verify import read_package, verify_package

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def tools() -> Iterator[Tools]:
    with Tools.started() as running:
        yield running


@pytest.fixture(scope="module")
def package(tools: Tools) -> Submission:
    return pack_project(ROOT, "wjg", tools)


@pytest.fixture
def journal(project: Path) -> Path:
    """The profile of a journal of the project's own, to be changed."""
    shutil.copytree(project / "templates" / "wjg", project / "templates" / "ours")
    profile = project / "templates" / "ours" / "profile.yaml"
    profile.write_text(profile.read_text("utf-8").replace("id: wjg", "id: ours"), "utf-8")
    return profile


def append(path: Path, text: str) -> None:
    path.write_text(path.read_text("utf-8") + text, "utf-8")


def test_everything_that_a_journal_asks_for_is_there(package: Submission) -> None:
    assert {
        "manuscript.docx", "manuscript.pdf", "manuscript.xml", "title-page.docx", "cover-letter-draft.docx",
        "statements-draft.docx", "checklist/care-2013.docx", "figures/figure-1A.png", "figures/figure-2D.png",
        "manifest.json", "README.md", "source/manuscript/case.yaml", "source/refs.bib",
        "source/templates/wjg/profile.yaml",
    } <= package.files.keys()  # fmt: skip
    assert "manuscript-blinded.docx" not in package.files  # this journal does not want one


def test_the_manifest_has_the_checksum_of_every_other_file(package: Submission) -> None:
    listed = json.loads(package.files["manifest.json"])["files"]

    assert listed == {
        name: sha256(data).hexdigest() for name, data in package.files.items() if name != "manifest.json"
    }


def test_the_same_files_are_zipped_to_the_same_bytes_in_any_order(package: Submission) -> None:
    turned = Submission("wjg", dict(reversed(package.files.items())), package.left)

    assert turned.zipped == package.zipped


def test_a_package_is_built_again_to_the_same_bytes(
    package: Submission, tools: Tools, tmp_path: Path
) -> None:
    file = tmp_path / "package.zip"
    file.write_bytes(package.zipped)

    found = verify_package(file, tools)

    assert found.same
    assert found.files == len(package.files)


def test_a_changed_file_in_a_package_is_named(package: Submission, tools: Tools, tmp_path: Path) -> None:
    files = {**package.files, "manuscript.html": package.files["manuscript.html"].replace(b"6800", b"6900")}
    del files["title-page.docx"]
    file = tmp_path / "package.zip"
    file.write_bytes(Submission("wjg", files | {"more.txt": b"more"}, ()).zipped)

    found = verify_package(file, tools)

    assert (found.differing, found.missing, found.added) == (
        ("manuscript.html",), ("title-page.docx",), ("more.txt",)
    )  # fmt: skip


def test_the_readme_lists_what_only_a_person_can_do(package: Submission) -> None:
    text = package.files["README.md"].decode()

    assert "- [ ] keep the signed consent form of the patient" in text
    assert "- [ ] CARE 2013, item 7: " in text
    assert "- [ ] write: Authors" in text


def test_drafts_say_what_the_data_say_and_leave_the_rest_open(package: Submission) -> None:
    from docx import Document

    letter = [p.text for p in Document(io.BytesIO(package.files["cover-letter-draft.docx"])).paragraphs]
    assert any("first report of ISCM from a pNET" in line for line in letter)
    assert letter[-1] == "to be written"
    page = [p.text for p in Document(io.BytesIO(package.files["title-page.docx"])).paragraphs]
    assert "Figures: 2" in page
    assert "References: 16" in page


def test_nothing_is_packed_while_an_error_stands(project: Path, tools: Tools) -> None:
    (project / "manuscript" / "acknowledged.yaml").unlink()

    with pytest.raises(OutputError, match="CW803"):
        pack_project(project, "wjg", tools)


def test_nothing_is_packed_that_identifies_the_patient(project: Path, tools: Tools) -> None:
    append(project / "manuscript" / "case.yaml", "# record number MRN 4711234\n# he came on March 3, 2014\n")
    append(project / "manuscript" / "discussion.md", "\nThe patient, MRN 4711235, was discharged.\n")

    with pytest.raises(OutputError) as refused:
        pack_project(project, "wjg", tools)

    found = {(problem.place.file, problem.message.rpartition(": ")[2]) for problem in refused.value.problems}
    assert {
        ("source/manuscript/case.yaml", "“MRN 4711234”"),
        ("source/manuscript/case.yaml", "“March 3, 2014”"),
        ("source/manuscript/discussion.md", "“MRN 4711235”"),
    } <= found


def test_a_date_kept_in_the_data_is_not_packed(project: Path, tools: Tools) -> None:
    case = project / "manuscript" / "case.yaml"
    case.write_text(
        case.read_text("utf-8").replace(
            "  biopsy: liver biopsy", "  biopsy: {event: liver biopsy, date: 2014-05-31}"
        ),
        "utf-8",
    )

    with pytest.raises(OutputError, match=r"timeline\.biopsy\.date is a calendar date"):
        pack_project(project, "wjg", tools)


def test_metadata_of_pictures_are_in_no_file_of_the_package(project: Path, tools: Tools) -> None:
    picture = project / "manuscript" / "figures" / "spine-a.png"
    data = picture.read_bytes()
    secret = b"Author\0Dr. Who took this"
    chunk = len(secret).to_bytes(4, "big") + b"tEXt" + secret + b"\0\0\0\0"
    picture.write_bytes(data[:33] + chunk + data[33:])

    files = pack_project(project, "wjg", tools).files

    assert not [name for name, content in files.items() if b"Dr. Who" in content]
    with zipfile.ZipFile(io.BytesIO(files["manuscript.docx"])) as word:
        assert not [name for name in word.namelist() if b"Dr. Who" in word.read(name)]


def test_a_journal_that_reviews_blind_gets_a_manuscript_without_names(
    project: Path, journal: Path, tools: Tools
) -> None:
    from casewright.read.docx import read_docx

    append(journal, "submission:\n  blinded: true\n")
    case = project / "manuscript" / "case.yaml"
    case.write_text(
        case.read_text("utf-8").replace("article:\n", "article:\n  authors: [{name: Ada Example}]\n"), "utf-8"
    )

    files = pack_project(project, "ours", tools).files

    text = "\n".join(b.text for _, b in read_docx(files["manuscript-blinded.docx"], "m.docx").blocks())
    assert "Ada Example" not in text
    assert "A 45-year-old man came to our hospital" in text
    assert "Ada Example" in "\n".join(
        b.text for _, b in read_docx(files["manuscript.docx"], "m.docx").blocks()
    )


def test_a_blinded_manuscript_that_names_an_author_in_its_text_is_refused(
    project: Path, journal: Path, tools: Tools
) -> None:
    append(journal, "submission:\n  blinded: true\n")
    case = project / "manuscript" / "case.yaml"
    case.write_text(
        case.read_text("utf-8").replace("article:\n", "article:\n  authors: [{name: Ada Example}]\n"), "utf-8"
    )
    append(project / "manuscript" / "introduction.md", "\nAda Example saw it first.\n")

    with pytest.raises(OutputError, match="still names Ada Example"):
        pack_project(project, "ours", tools)


def test_figures_are_tiff_where_the_journal_wants_it_and_coarse_ones_are_named(
    project: Path, journal: Path, tools: Tools
) -> None:
    append(journal, "submission:\n  figure_format: tiff\n  figure_dpi: 9600\n")

    package = pack_project(project, "ours", tools)

    assert package.files["figures/figure-1A.tiff"][:4] == b"II*\0"
    assert any("find figures/spine-a.png in more detail" in one for one in package.left)


@pytest.mark.parametrize("name", ["../evil.txt", "/etc/evil", "a\\b", "C:evil"])
def test_a_package_whose_names_lead_out_of_it_is_refused(tmp_path: Path, name: str) -> None:
    file = tmp_path / "package.zip"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(name, "x")

    with pytest.raises(InputError, match="was not written by casewright"):
        read_package(file)


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 cut off", b"no zip at all"])
def test_what_is_no_package_is_refused_in_words(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "package.zip"
    file.write_bytes(data)

    with pytest.raises(InputError, match="no package"):
        read_package(file)
