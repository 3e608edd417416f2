"""Case data that cannot be used: told in one run, each with its place and what to do."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from casewright.case.load import load_case
from casewright.case.source import LARGEST
from casewright.errors import InputError, Place, Problem

Refuse = Callable[..., list[Problem]]

ROWS: list[dict[str, Any]] = YAML(typ="safe", pure=True).load(
    Path(__file__).with_name("bad_case_data.yaml").read_text("utf-8")
)
ABOVE = 4  # lines of the shortest case, above what is added


@pytest.mark.parametrize("row", ROWS, ids=[row["name"] for row in ROWS])
def test_bad_case_data_is_refused_with_place_and_hint(
    row: dict[str, Any], refuse: Refuse, tmp_path: Path
) -> None:
    file = (tmp_path / "case.yaml").as_posix()

    problems = refuse(row["added"])

    assert problems == [
        Problem(told["message"], told["hint"], Place(file, told["line"] + ABOVE, told["column"]))
        for told in row["problems"]
    ]


BEGIN = "begin it with a name and a colon, such as `patient:`"
FILES: list[tuple[str, bytes, int, int, str, str]] = [
    ("empty", b"", 1, 1, "the file is empty", BEGIN),
    ("only a note", b"# nothing yet\n", 1, 1, "the file is empty", BEGIN),
    ("a list", b"- 1\n", 1, 1, "the file holds a list where a group of entries belongs", BEGIN),
    ("a word", b"\nhello\n", 2, 1, "the file holds a single value where a group of entries belongs", BEGIN),
    ("latin 1", "a: 1\nb: 36,4 °C\n".encode("latin-1"), 2, 9, "the file is saved in another encoding than UTF-8",
     "save it again with the encoding UTF-8"),
    ("utf-16", "a: 1\n".encode("utf-16"), 1, 1, "the file is saved as UTF-16", "save it again with the encoding UTF-8"),
    ("an image", b"\x89PNG\r\n\x1a\n", 1, 1, "the file is saved in another encoding than UTF-8",
     "save it again with the encoding UTF-8"),
    ("too large", b"a: 1\n" * (LARGEST // 5 + 1), 0, 0, f"the file is larger than {LARGEST // 1000} kB",
     "keep only the facts of the case here; prose and images have files of their own"),
    ("a number beyond Unicode", b'a: "\\U99999999"\n', 0, 0, "the file is not well-formed YAML here",
     "compare the line with those of the example"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "data", "line", "column", "message", "hint"), FILES, ids=[row[0] for row in FILES]
)
def test_a_file_that_is_no_case_data_is_refused(
    tmp_path: Path, name: str, data: bytes, line: int, column: int, message: str, hint: str
) -> None:
    path = tmp_path / "case.yaml"
    path.write_bytes(data)

    with pytest.raises(InputError) as caught:
        load_case(tmp_path)

    assert caught.value.problems == (Problem(message, hint, Place(path.as_posix(), line, column)),)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        load_case(tmp_path)

    place = Place((tmp_path / "case.yaml").as_posix())
    assert caught.value.problems == (
        Problem("the file does not exist", "`casewright new` writes a first one", place),
    )


def test_a_folder_in_place_of_the_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "case.yaml").mkdir()

    with pytest.raises(InputError, match="this is a folder, not a file"):
        load_case(tmp_path)


def test_a_link_that_loops_is_refused(tmp_path: Path) -> None:
    (tmp_path / "case.yaml").symlink_to(tmp_path / "case.yaml")

    with pytest.raises(InputError, match="the file cannot be read"):
        load_case(tmp_path)


def test_references_are_not_judged_where_a_file_could_not_be_read(refuse: Refuse) -> None:
    """The other file's fault would make every reference to it a fault as well."""
    problems = refuse("outcome:\n  survivl: 5 d\n", studies="a2020: [\n")

    assert [problem.message for problem in problems] == [
        "`survivl` is not known in `outcome`", "a bracket is opened here and not closed as expected"
    ]  # fmt: skip


def test_a_long_row_of_derived_facts_is_refused(refuse: Refuse) -> None:
    rows = "".join(f"  patient.x{n}: {{sum: [patient.x{n + 1}, patient.age]}}\n" for n in range(400))

    (problem, *others) = refuse(f"derived:\n{rows}")

    assert problem.message == "`patient.x50`: more than 50 facts are computed one from another"
    assert all("computed one from another" in other.message or "no fact" in other.message for other in others)


@pytest.mark.parametrize(
    "text",
    ["[" * 50_000, "{a: " * 20_000, "- " * 50_000, "? " * 50_000, "a: &x 1\n" * 5_000, "a: [" + "*x," * 5_000],
    ids=["brackets", "braces", "dashes", "questions", "anchors", "aliases"],
)  # fmt: skip
def test_hostile_nesting_is_refused_in_little_time(tmp_path: Path, text: str) -> None:
    (tmp_path / "case.yaml").write_text(text, "utf-8")

    with pytest.raises(InputError):
        load_case(tmp_path)


def test_an_age_beyond_every_life_is_refused_at_its_line(tmp_path: Path, shortest: str) -> None:
    (tmp_path / "case.yaml").write_text(shortest.replace("45 years", "450 years"), "utf-8")

    with pytest.raises(InputError, match=r"case.yaml:1:16: .*`450 years` is more than 125 years"):
        load_case(tmp_path)
