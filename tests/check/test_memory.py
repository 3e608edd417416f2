"""A manuscript that was checked leaves no memory behind."""

from __future__ import annotations

import gc
import weakref
from pathlib import Path

from casewright.check.runner import check_document
from casewright.document.reading import Reading
from casewright.read import read_manuscript

_REPORT = """Thyroid storm after a lobectomy: A case report

Case report
A 52-year-old man came with palpitations. His pulse was 148/min and his sodium 131 mmol/L.
Two days later his pulse was 96/min, after 3 sessions of plasma exchange.

Discussion
The sodium of our patient was 137 mmol/L.
"""


def test_a_checked_reading_is_freed_without_a_search_for_cycles(tmp_path: Path) -> None:
    path = tmp_path / "storm.txt"
    path.write_text(_REPORT, encoding="utf-8")
    reading = Reading(read_manuscript(path))
    check_document(reading)
    gone = weakref.ref(reading)
    gc.disable()
    try:
        del reading
        assert gone() is None
    finally:
        gc.enable()
