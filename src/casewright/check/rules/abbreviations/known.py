"""Abbreviations of one meaning in medicine (`known.psv`), with the words they stand for."""

from __future__ import annotations

import re
from pathlib import Path

_TABLE = Path(__file__).with_name("known.psv")


def _read() -> dict[str, tuple[str, ...]]:
    known: dict[str, tuple[str, ...]] = {}
    for line in _TABLE.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        short, wordings = line.split(" | ")
        known[short] = known.get(short, ()) + tuple(each.strip() for each in wordings.split(" / "))
    return known


_KNOWN = _read()
_MANY = "~"
_SMALL = {"of", "the", "and", "in", "for"}


def known_words(short: str) -> tuple[str, ...]:
    """The words that an abbreviation stands for, in all common wordings; none where it may stand for much else."""
    return _KNOWN.get(short, ())


def is_of_many(short: str) -> bool:
    """Whether an abbreviation is known that means other things besides: PE is not only pulmonary embolism."""
    return f"{_MANY}{short}" in _KNOWN


def plain_words(long: str) -> list[str]:
    """The words of a long form in small letters and American spelling, without plurals and small words."""
    folded = long.lower().replace("ae", "e").replace("oe", "e").replace("our", "or").replace("isa", "iza")
    singular = (word.rstrip("s") for word in re.findall(r"[a-zα-ω0-9]+", folded) if word not in _SMALL)
    return [word for word in singular if word]  # none is left of the genitive's s


def _abbreviations() -> dict[str, tuple[str, ...]]:
    shorts: dict[str, tuple[str, ...]] = {}
    for short, wordings in _KNOWN.items():
        for wording in wordings:
            plain = " ".join(plain_words(wording))
            shorts[plain] = (*shorts.get(plain, ()), short.removeprefix(_MANY))
    return shorts


_SHORT = _abbreviations()


def abbreviated(long: str) -> tuple[str, ...]:
    """The abbreviations of plain words, where they are the long form of a known one."""
    return _SHORT.get(long, ())
