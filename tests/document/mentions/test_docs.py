"""The examples of docs/quantities.md say what the readers do."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from reading_of import said_quantities

from casewright.quantity.parse import parse_quantity

PAGE = Path(__file__).parents[3] / "docs" / "quantities.md"
ROWS = re.findall(r"\| `([^`|]+)` \|(?: ([^|\n]*?))? ?\|$", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
STRICT = [row for row in ROWS if re.match(r"(?:single|range|product|pair|share|grade)\b", row[1])]
LENIENT = [row for row in ROWS if row not in STRICT]


def test_the_page_has_its_examples() -> None:
    assert (len(STRICT), len(LENIENT)) == (13, 25)


@pytest.mark.parametrize(("written", "said"), STRICT)
def test_the_strict_reader_reads_what_the_page_says(written: str, said: str) -> None:
    quantity = parse_quantity(written)
    parts = [quantity.shape, quantity.comparison, *(str(number.value) for number in quantity.numbers)]
    assert " ".join(part for part in (*parts, quantity.unit.code if quantity.unit else "") if part) == said


@pytest.mark.parametrize(("sentence", "said"), LENIENT)
def test_the_lenient_reader_reads_what_the_page_says(sentence: str, said: str) -> None:
    assert said_quantities(sentence) == said
