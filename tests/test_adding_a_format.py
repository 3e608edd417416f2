"""The page on adding an output format names the formats and the functions that there are."""

from __future__ import annotations

import re

from casewright.judging import READERS
from casewright.pipeline import OUTPUTS
from tests.conftest import ROOT

PAGE = (ROOT / "docs" / "adding-a-format.md").read_text("utf-8")


def test_the_page_names_the_files_of_a_build() -> None:
    assert set(re.findall(r"`(manuscript\.\w+)`", PAGE)) == set(READERS)


def test_every_file_that_is_read_back_is_written_where_the_page_says() -> None:
    assert set(OUTPUTS) == set(READERS)
