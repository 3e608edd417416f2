"""What the judge does with a document and its files; runs as the process that `casewright.judge` starts."""

from __future__ import annotations

import gc
import pickle
import sys
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import IO, Any

from casewright.case.model import Case
from casewright.check.runner import check_document
from casewright.check.settings import settings_for
from casewright.check.targets import judge
from casewright.document.model import Document
from casewright.document.reading import Reading
from casewright.errors import Place, Problem
from casewright.journal.model import Profile
from casewright.judge import Verdict
from casewright.read.docx import read_docx
from casewright.read.docx.bindings import unbound_texts
from casewright.read.html import read_html
from casewright.read.jats import read_jats
from casewright.read.markdown import read_markdown
from casewright.read.pdf import read_pdf
from casewright.read.pdf_bare import bare, bare_text
from casewright.verify import differences

READERS: Mapping[str, Callable[[bytes, str], Document]] = {
    "manuscript.docx": read_docx,
    "manuscript.pdf": partial(read_pdf, most_pages=10_000, is_ours=True),
    "manuscript.html": read_html,
    "manuscript.xml": read_jats,
}


_ANY_REPORT = """# Case report

A 45-year-old man presented on 3 May 2014 with a 5-day history of fever. His hemoglobin (Hb) was 9.7 g/dL (normal range,
12-16 g/dL) and the mass in the right lobe measured 5.9 x 5.3 mm (Figure 1A). Of 12 patients, 3 (25%) improved[1,2]; he
was discharged on postoperative day 7, and the stain was positive for CD56.

Figure 1 The mass. A: The right lobe.
"""


class Judging:
    """One manuscript under judgement after the other."""

    def __init__(self) -> None:
        self._fault: Exception | None = None

    def warm_up(self) -> None:
        """Judge some report, so that patterns are compiled and libraries loaded before the first one comes."""
        import pypdfium2  # noqa: F401

        check_document(Reading(read_markdown(_ANY_REPORT.encode(), "")))

    def hear(self, what: str, content: Any) -> None:
        """Take a document (`what` "document") or a file of it ("file"); a fault is kept for the verdict."""
        if what == "document":
            self._fault = None
        if self._fault is not None:
            return
        try:
            if what == "document":
                self._document(*content)
            else:
                self._file(*content)
        except Exception as fault:
            self._fault = fault

    def verdict(self) -> Verdict | Exception:
        """What is to be said of the manuscript that was heard."""
        return self._fault or Verdict(tuple(self._problems), self._result)

    def _document(self, document: Document, case: Case, profile: Profile, project: Path) -> None:
        self._built = document
        self._problems: list[Problem] = []
        reading = Reading(document, project=case, journal=profile)
        self._result = judge(str(project), reading, settings_for(project, profile.id), project)

    def _file(self, name: str, data: bytes) -> None:
        if name.endswith(".pdf") and bare_text(data) == "".join(
            bare(block.text) for _, block in self._built.blocks()
        ):
            return
        self._problems += differences(self._built, READERS[name](data, name), name)
        if name.endswith(".docx"):
            self._problems += [
                Problem(f"{fact} says “{own}”, and Word would show “{bound}”", place=Place(name))
                for fact, own, bound in unbound_texts(data, name)
            ]


def serve(requests: IO[bytes], answers: IO[bytes]) -> None:
    """Hear what was built and answer with verdicts, until the requests end."""
    gc.set_threshold(100_000)
    judging = Judging()
    judging.warm_up()
    while True:
        try:
            what, content = pickle.load(requests)
        except EOFError:
            return
        if what == "verdict":
            pickle.dump(judging.verdict(), answers, pickle.HIGHEST_PROTOCOL)
            answers.flush()
        else:
            judging.hear(what, content)


if __name__ == "__main__":
    serve(sys.stdin.buffer, sys.stdout.buffer)
