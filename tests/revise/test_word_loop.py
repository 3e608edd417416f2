"""Long proofs of the Word loop: edits of every kind are placed, and LibreOffice settles a revision as we do."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from casewright.document.pandoc import Pandoc
from casewright.read.docx import read_docx
from casewright.revise.marked import mark
from casewright.revise.marked_settled import settled

ROOT = Path(__file__).resolve().parents[2]
EDITS, BY_OFFICE = 300, 60
LEAST_PLACED = 0.95


@pytest.fixture(autouse=True)
def _bench(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "path", [str(ROOT / "bench" / "word_loop"), *sys.path])


@pytest.mark.long
def test_of_hundreds_of_edits_none_is_wrong_lost_or_doubled(tmp_path: Path, pandoc: Pandoc):
    from run import run

    tally = run(tmp_path, EDITS, BY_OFFICE, seed=7, pandoc=pandoc)

    assert len(tally.verdicts) >= EDITS
    assert [(hand, verdict.truth.kind, verdict.why) for hand, verdict in tally.faults] == []
    assert tally.placed_share >= LEAST_PLACED


@pytest.mark.long
def test_libreoffice_accepts_and_rejects_a_revision_to_the_same_texts(tmp_path: Path, pandoc: Pandoc):
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
