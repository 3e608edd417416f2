"""What the checker says of a manuscript, as one line a finding; run as the process that `Checker` starts."""

from __future__ import annotations

import gc
import pickle
import sys
from collections import Counter
from pathlib import Path
from typing import IO

from casewright.case.model import Case
from casewright.check.settings import load_settings
from casewright.check.targets import judge
from casewright.document.model import Document
from casewright.document.reading import Reading


def findings(project: Path, document: Document, case: Case) -> Counter[str]:
    """The errors and warnings that nobody has acknowledged, each with how often it is said."""
    result = judge(str(project), Reading(document, project=case), load_settings(project), project)
    return Counter(
        f"{finding.severity} {finding.code}: {finding.message} ({finding.spot.section})"
        for finding in result.findings
        if finding.acknowledged is None and finding.severity != "note"
    )


def serve(questions: IO[bytes], answers: IO[bytes]) -> None:
    """Answer until the questions end; a fault is an answer."""
    gc.set_threshold(100_000)
    while True:
        try:
            asked = pickle.load(questions)
        except EOFError:
            return
        said: Counter[str] | Exception
        try:
            said = findings(*asked)
        except Exception as fault:
            said = fault
        pickle.dump(said, answers, pickle.HIGHEST_PROTOCOL)
        answers.flush()


if __name__ == "__main__":
    serve(sys.stdin.buffer, sys.stdout.buffer)
