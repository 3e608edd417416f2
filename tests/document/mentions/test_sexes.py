"""The nouns that tell a sex, and whose it is."""

from __future__ import annotations

import pytest
from reading_of import said_sexes

SEXES = [
    ("A 45-year-old man presented. He was well.", "male"),
    ("Her mother, a 50-year-old woman, was healthy.", "female (relative)"),
    ("Male patients predominate.", ""),
    ("A boy was born to a 28-year-old woman.", "male; female (relative)"),
    ("A right-handed man was seen.", "male"),
    ("The female genital tract was normal.", ""),
]


@pytest.mark.parametrize(("sentence", "said"), SEXES)
def test_reads_a_sex(sentence: str, said: str) -> None:
    assert said_sexes(sentence) == said
