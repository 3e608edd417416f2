"""Words as America and as Britain spell them: `tumor`, `tumour`."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Literal

TABLE = Path(__file__).with_name("spelling.psv")
Country = Literal["us", "uk"]


@cache
def respelling(country: Country) -> tuple[re.Pattern[str], Callable[[str], str]]:
    """The pattern of the words that this country spells otherwise, and what makes its own word of each."""
    own, other = (0, 1) if country == "us" else (1, 0)
    pairs = {pair[other].strip("*"): pair[own].strip("*") for pair in _pairs()}
    listed = "|".join(_pattern(pair[other]) for pair in _pairs())
    stems = re.compile("|".join(sorted(pairs, key=len, reverse=True)), re.IGNORECASE)

    def respelled(word: str) -> str:
        return stems.sub(lambda found: _as_written(found[0], pairs[found[0].lower()]), word, count=1)

    return re.compile(rf"(?<![\w@/.-])(?:{listed})(?![\w@/])", re.IGNORECASE), respelled


def _pairs() -> tuple[tuple[str, str], ...]:
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    rows = (line.split("|") for line in lines if line and not line.startswith("#"))
    return tuple((american.strip(), british.strip()) for american, british in rows)


def _pattern(entry: str) -> str:
    """`hemato*` is the word and all longer ones; at most 30 letters are looked at."""
    stem = re.escape(entry.strip("*"))
    before = "[a-z]{0,30}" if entry.startswith("*") else ""
    after = "[a-z]{0,30}" if entry.endswith("*") else ""
    return f"{before}{stem}{after}"


def _as_written(written: str, word: str) -> str:
    """The word in capitals, or with a first capital, as the one that it replaces."""
    if written.isupper() and len(written) > 1:
        return word.upper()
    return word[0].upper() + word[1:] if written[0].isupper() else word
