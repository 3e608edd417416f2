"""A changed input makes those files anew that depend on it, and no others."""

from __future__ import annotations

from pathlib import Path

import pytest

from casewright import pipeline
from casewright.cli import main

WRITERS = {"write_docx": "manuscript.docx", "write_html": "manuscript.html", "write_jats": "manuscript.xml",
           "write_pdf": "manuscript.pdf"}  # fmt: skip


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that writers made, in no order."""
    made: list[str] = []
    for writer, name in WRITERS.items():
        original = getattr(pipeline, writer)

        def noting(*arguments: object, _original=original, _name: str = name) -> bytes:  # type: ignore[no-untyped-def]
            made.append(_name)
            return _original(*arguments)

        monkeypatch.setattr(pipeline, writer, noting)
    return made


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def test_a_comment_in_the_case_data_changes_only_what_shows_where_facts_are_written(
    project: Path, written: list[str]
) -> None:
    assert main(["build", str(project)]) == 0
    assert sorted(written) == sorted(WRITERS.values())
    written.clear()
    data = project / "manuscript" / "case.yaml"
    data.write_text("# one line more\n" + data.read_text("utf-8"), "utf-8")

    assert main(["build", str(project)]) == 0

    assert written == ["manuscript.html"]


def test_a_changed_value_changes_every_file(project: Path, written: list[str]) -> None:
    main(["build", str(project)])
    written.clear()
    edit(project / "manuscript" / "case.yaml", "9.7 g/dL", "9.8 g/dL")

    main(["build", str(project)])

    assert sorted(written) == sorted(WRITERS.values())


def test_a_file_that_somebody_altered_is_made_again(project: Path, written: list[str]) -> None:
    main(["build", str(project)])
    good = (project / "build" / "wjg" / "manuscript.xml").read_bytes()
    written.clear()
    (project / "build" / "wjg" / "manuscript.xml").write_bytes(good.replace(b"9.7 g/dL", b"7.9 g/dL"))

    assert main(["build", str(project)]) == 0

    assert written == ["manuscript.xml"]
    assert (project / "build" / "wjg" / "manuscript.xml").read_bytes() == good


def test_force_makes_everything_again(project: Path, written: list[str]) -> None:
    main(["build", str(project)])
    written.clear()

    main(["build", str(project), "--force"])

    assert sorted(written) == sorted(WRITERS.values())
