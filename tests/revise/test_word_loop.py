"""Proofs of the Word loop, most of them long: edits are placed, and LibreOffice settles a revision as we do."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from casewright.document.pandoc import Pandoc
from casewright.read.docx import read_docx
from casewright.revise.edits import Edit
from casewright.revise.marked import mark
from casewright.revise.marked_settled import settled
from casewright.revise.plan import Plan
from casewright.revise.ruling import Ruling, SourceChange

ROOT = Path(__file__).resolve().parents[2]
EDITS, BY_OFFICE = 300, 60
LEAST_PLACED = 0.95


@pytest.fixture(autouse=True)
def _bench(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "path", [str(ROOT / "bench" / "word_loop"), *sys.path])


def office_installed() -> None:
    """Skip without LibreOffice on a person's machine; fail without it in CI."""
    import office

    try:
        office.available()
    except office.NoOfficeError as missing:
        if os.environ.get("CI"):
            pytest.fail(str(missing))
        pytest.skip(str(missing))


@pytest.mark.long
def test_of_hundreds_of_edits_none_is_wrong_lost_or_doubled(tmp_path: Path, pandoc: Pandoc):
    office_installed()
    from run import run

    tally = run(tmp_path, EDITS, BY_OFFICE, seed=7, pandoc=pandoc)

    assert len(tally.verdicts) >= EDITS
    assert [(hand, verdict.truth.kind, verdict.why) for hand, verdict in tally.faults] == []
    assert tally.placed_share >= LEAST_PLACED
    assert tally.pulled_again > 0
    assert tally.restless == []


@pytest.mark.parametrize(
    ("offset", "state", "blocks", "expected"),
    [
        (4, "placed", ["The arm was weak.", "He went home."], "placed"),
        (4, "unplaced", ["The leg was weak.", "He went home."], "unplaced"),
        (None, "placed", ["The leg was weak.", "He went home."], "LOST"),
        (8, "placed", ["The leg arm weak.", "He went home."], "WRONG"),
        (4, "placed", ["The arm was weak.", "The arm was weak."], "DOUBLED"),
        (4, "placed", None, "WRONG"),
    ],
    ids=["right", "reported", "no edit", "another word", "twice", "cannot be built"],
)
def test_the_judge_tells_right_edits_from_wrong_lost_and_doubled_ones(offset, state, blocks, expected):
    from judge import After, Before, judge
    from truth import Change, Sheet, Truth

    file, text = "manuscript/a.md", "The leg was weak.\n\nHe went home.\n"
    before = Before(["The leg was weak.", "He went home."], {file: text}, {})
    truth = Truth("word replaced", "placed", (0,), 4, 7, "leg", "arm", Change(file, 4, "leg", "arm"))
    rulings = ()
    if offset is not None:
        change = SourceChange(file, offset, offset + 3, text[offset : offset + 3], "arm")
        rulings = (Ruling(Edit(4, 7, "leg", "arm"), "prose", state, options=((change,),)),)
    after = None if blocks is None else After(blocks, {})

    (verdict,) = judge(Sheet("plain", b"", (truth,), b""), Plan(rulings, {}, {}), before, after, {})

    assert verdict.outcome == expected


def test_an_edit_that_nobody_made_is_told():
    from judge import After, Before, judge
    from truth import Sheet

    before = Before(["He went home."], {}, {})
    ruling = Ruling(Edit(3, 7, "went", "ran"), "prose", "unplaced")

    (verdict,) = judge(
        Sheet("plain", b"", (), b""), Plan((ruling,), {}, {}), before, After(["He went home."], {}), {}
    )

    assert verdict.outcome == "not asked for"


@pytest.mark.long
def test_libreoffice_accepts_and_rejects_a_revision_to_the_same_texts(tmp_path: Path, pandoc: Pandoc):
    office_installed()
    import office
    from edits import sheet
    from sources import prepare
    from spots import spots_of

    manuscript = prepare(tmp_path, pandoc)
    jobs, due = [], []
    for seed in range(4):
        old, new = sheet(manuscript, spots_of(manuscript), seed, tracked=False).docx, manuscript.docx
        file = tmp_path / f"{seed}.docx"
        file.write_bytes(mark(old, new, "old.docx", "Authors", "2026-01-31T00:00:00Z").docx)
        for command, accept in (("AcceptAllTrackedChanges", True), ("RejectAllTrackedChanges", False)):
            output = tmp_path / f"{seed}-{command}.docx"
            step = {"do": "dispatch", "command": command}
            jobs.append({"input": str(file), "output": str(output), "tracked": False, "steps": [step]})
            due.append((output, settled(file.read_bytes(), accept)))

    office.run(jobs)

    for output, ours in due:
        assert _said(output.read_bytes()) == _said(ours), output.name


def _said(data: bytes) -> list[str]:
    return [block.text for _, block in read_docx(data, "x.docx").blocks()]
