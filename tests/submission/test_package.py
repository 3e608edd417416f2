"""The package: complete, the same bytes every time, refused while errors stand or anything identifies the patient."""

from __future__ import annotations

import io
import json
import re
import shutil
import zipfile
from hashlib import sha256
from pathlib import Path

import pytest

from casewright.case.model import Case
from casewright.errors import InputError, OutputError
from casewright.processes import Tools
from casewright.start.case_yaml import case_yaml
from casewright.submission.identifiers import identifiers
from casewright.submission.package import Submission, pack_project
from casewright.submission.verify import read_package, verify_package

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


@pytest.fixture(scope="module")
def package(tools: Tools) -> Submission:
    """For a journal whose reviewers are not to know the authors."""
    return pack_project(EXAMPLES / "swallowed-stone", "rcr", tools)


@pytest.fixture
def child(tmp_path: Path) -> Path:
    """A copy of the smallest example that a test may change."""
    return Path(shutil.copytree(EXAMPLES / "bead-in-the-nose", tmp_path / "project"))


def append(path: Path, text: str) -> None:
    path.write_text(path.read_text("utf-8") + text, "utf-8")


def test_everything_that_a_journal_asks_for_is_there(package: Submission) -> None:
    assert {
        "manuscript.docx", "manuscript.pdf", "manuscript.xml", "title-page.docx", "cover-letter-draft.docx",
        "statements-draft.docx", "checklist/care-2013.docx", "figures/figure-1.png", "manuscript-blinded.docx",
        "manifest.json", "README.md", "source/manuscript/case.yaml", "source/refs.bib",
        "source/templates/rcr/profile.yaml", "source/templates/common/profile.yaml",
    } <= package.files.keys()  # fmt: skip
    listed = re.findall(r"^\| `([^`]+)`", package.files["README.md"].decode(), re.M)
    assert {name for name in package.files if "/" not in name} - {"README.md"} <= set(listed)


def test_the_manifest_has_the_checksum_of_every_other_file(package: Submission) -> None:
    listed = json.loads(package.files["manifest.json"])["files"]

    assert listed == {
        name: sha256(data).hexdigest() for name, data in package.files.items() if name != "manifest.json"
    }


def test_the_same_files_are_zipped_to_the_same_bytes_in_any_order(package: Submission) -> None:
    turned = Submission("rcr", dict(reversed(package.files.items())), package.left)

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
    files = {
        **package.files,
        "manuscript.html": package.files["manuscript.html"].replace(b"12,400", b"12,500"),
    }
    del files["title-page.docx"]
    file = tmp_path / "package.zip"
    file.write_bytes(Submission("rcr", files | {"more.txt": b"more"}, ()).zipped)

    found = verify_package(file, tools)

    assert (found.differing, found.missing, found.added) == (
        ("manuscript.html",), ("title-page.docx",), ("more.txt",)
    )  # fmt: skip


def test_the_readme_lists_what_only_a_person_can_do(package: Submission) -> None:
    text = package.files["README.md"].decode()

    assert "- [ ] keep the signed consent form of the patient" in text
    assert "- [ ] CARE 2013, item 7: " in text
    assert "look up what the journal asks of figures" not in text  # its profile says


def test_drafts_say_what_the_data_say_and_leave_the_rest_open(package: Submission) -> None:
    from docx import Document

    letter = [p.text for p in Document(io.BytesIO(package.files["cover-letter-draft.docx"])).paragraphs]
    assert any("to Radiology Case Reports" in line for line in letter)
    assert letter[-1] == "A. Example, Department of Surgery, Invented Hospital"
    page = [p.text for p in Document(io.BytesIO(package.files["title-page.docx"])).paragraphs]
    assert "Running title: to be written" in page  # this journal prints none
    assert "Figures: 1" in page
    assert "References: 2" in page


def test_a_journal_that_reviews_blind_gets_a_manuscript_without_names(package: Submission) -> None:
    from casewright.read.docx import read_docx

    def text(name: str) -> str:
        return "\n".join(b.text for _, b in read_docx(package.files[name], name).blocks())

    assert "A. Example" not in text("manuscript-blinded.docx")
    assert "A 71-year-old woman came to the emergency department" in text("manuscript-blinded.docx")
    assert "A. Example" in text("manuscript.docx")
    with zipfile.ZipFile(io.BytesIO(package.files["manuscript-blinded.docx"])) as word:
        assert not [name for name in word.namelist() if b"A. Example" in word.read(name)]


def test_a_blinded_manuscript_that_names_an_author_in_its_text_is_refused(child: Path, tools: Tools) -> None:
    append(child / "manuscript" / "introduction.md", "\nC. Sample saw it first.\n")

    with pytest.raises(OutputError, match=r"still names C\. Sample"):
        pack_project(child, "rcr", tools)


def test_nothing_is_packed_while_an_error_stands(child: Path, tools: Tools) -> None:
    append(child / "manuscript" / "discussion.md", "\nOf these, 12 of 46 children (28.1%) were well.\n")

    with pytest.raises(OutputError, match="CW201"):
        pack_project(child, "jmcr", tools)


def test_nothing_is_packed_that_identifies_the_patient(child: Path, tools: Tools) -> None:
    append(
        child / "manuscript" / "case.yaml",
        "# record number MRN 4711234\n# she came on March 3, 2014\n# Mr. Miller\n",
    )
    append(child / "manuscript" / "discussion.md", "\nThe patient, MRN 4711235, was discharged.\n")
    case = child / "manuscript" / "case.yaml"
    dated = case.read_text("utf-8").replace(
        "  visit: visit to the clinic", "  visit: {event: visit to the clinic, date: 2014-05-31}"
    )
    case.write_text(dated, "utf-8")

    with pytest.raises(OutputError) as refused:
        pack_project(child, "jmcr", tools)

    found = {(problem.place.file, problem.message.rpartition(": ")[2]) for problem in refused.value.problems}
    assert {
        ("manuscript/case.yaml", "“MRN 4711234”"),
        ("manuscript/case.yaml", "“2014-05-31”"),
        ("manuscript/case.yaml", "“Mr. Miller”"),
        ("manuscript/discussion.md", "“MRN 4711235”"),
    } <= found
    assert "`2014-05-31`, and 1 more" in str(refused.value)
    assert "timeline.visit.date is a calendar date" in str(refused.value)


def test_the_explanations_of_a_new_case_identify_nobody() -> None:
    files = {"source/manuscript/case.yaml": case_yaml({}).encode()}

    assert identifiers(files, Case({}, {}), None) == []


def test_metadata_of_pictures_are_in_no_file_and_coarse_ones_are_named(tmp_path: Path, tools: Tools) -> None:
    project = Path(shutil.copytree(EXAMPLES / "swallowed-stone", tmp_path / "project"))
    picture = project / "manuscript" / "figures" / "ct-a.png"
    data = picture.read_bytes()
    secret = b"Author\0Dr. Who took this"
    chunk = len(secret).to_bytes(4, "big") + b"tEXt" + secret + b"\0\0\0\0"
    picture.write_bytes(data[:33] + chunk + data[33:])

    package = pack_project(project, "bmjcr", tools)  # which wants TIFF of 300 dots per inch

    files = package.files
    assert not [name for name, content in files.items() if b"Dr. Who" in content]
    with zipfile.ZipFile(io.BytesIO(files["manuscript.docx"])) as word:
        assert not [name for name in word.namelist() if b"Dr. Who" in word.read(name)]
    assert files["figures/figure-1.tiff"][:4] == b"II*\0"
    assert any("find figures/ct-a.png in more detail" in one for one in package.left)


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


def test_drafts_for_no_journal_leave_its_name_open_and_double_no_full_stop(child: Path, tools: Tools) -> None:
    from docx import Document

    case = child / "manuscript" / "case.yaml"
    text = re.sub(r"(?m)^  (conflicts|funding): .*\n", "", case.read_text("utf-8"))
    case.write_text(
        text.replace("statements:\n", "statements:\n  conflicts: The authors have none.\n", 1), "utf-8"
    )

    package = pack_project(child, "care", tools)

    letter = [p.text for p in Document(io.BytesIO(package.files["cover-letter-draft.docx"])).paragraphs]
    assert "Conflicts of interest: The authors have none." in letter
    assert "Funding: to be written." in letter
    assert not any(".." in line or "journal-free" in line for line in letter)
    assert any("to journal: to be written." in line for line in letter)
    assert any(
        one.startswith("fill in cover-letter-draft.docx: ") and "Funding" in one for one in package.left
    )
    assert any(one.startswith("fill in title-page.docx: Running title") for one in package.left)
    assert package.files["README.md"].startswith("# Submission, by the profile “CARE, journal-free”".encode())
