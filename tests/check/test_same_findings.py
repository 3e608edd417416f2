"""The same manuscript has the same findings, in the same words and order, whatever order sets have."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

REPORTS = Path(__file__).resolve().parents[2] / "bench" / "accuracy" / "reports"
# The message names all drugs of one sentence, which are found by sets of words.
SEVERAL_RIVALS = """CASE REPORT
A 58-year-old woman with melanoma of the heel was treated with dabrafenib, trametinib, cobimetinib and binimetinib in
turn. Four months later new nodules had grown.

CONCLUSION
Our patient with melanoma did not respond to vemurafenib.
"""


def test_findings_do_not_hang_on_the_order_of_sets(tmp_path: Path) -> None:
    (tmp_path / "several-rivals.txt").write_text(SEVERAL_RIVALS, "utf-8")
    files = [str(tmp_path / "several-rivals.txt"), *map(str, sorted(REPORTS.glob("1[012]*.md")))]

    one, *others = (_checked(files, seed) for seed in ("1", "2", "3"))

    assert all(each["findings"] for each in one["files"])
    assert others == [one, one]


def _checked(files: list[str], seed: str) -> dict:  # type: ignore[type-arg]
    command = [sys.executable, "-m", "casewright", "check", *files, "--format", "json"]
    done = subprocess.run(
        command, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, text=True, check=False
    )
    assert done.returncode in (0, 1), done.stderr
    return json.loads(done.stdout)  # type: ignore[no-any-return]
