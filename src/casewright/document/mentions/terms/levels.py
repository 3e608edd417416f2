"""Levels of the spine."""

from __future__ import annotations

import re
from collections.abc import Iterator

from casewright.document.mentions.terms.found import Term

_LEVEL = re.compile(
    r"(?<![\w/-])(?P<a>[CTDLS])(?P<m>\d{1,2})(?:\s?(?P<join>[-–—/]|to|and|through)\s?(?P<b>[CTDLS])?(?P<n>\d{1,2}))?(?![\w%]|\.\d|[-–]?(?:weight|w\b|W\b|WI|sequence|signal|image|hyper|hypo|N\d)|\s(?:weighted|sequence|signal|image|hyper|hypo|relaxation|FLAIR|MRI|phase|W\b|WI\b|N\d|TSE|map))"
)
_SPINE = re.compile(
    r"(?:inter)?vertebra|spin(?:e|al)|dis[ck]s?\Z|cord\Z|levels?\Z|.*lamin|lumb|thorac|cervic|sacr|.*fractur|radicul|myelo|dermatom|epidural|interspace|spondyl|corpectom|facet|pedicle|.*listhesis|kyphopl|roots?\Z"
)


def speaks_of_spine(word: str) -> bool:
    return _SPINE.match(word) is not None


_HIGHEST = {"C": 8, "T": 12, "D": 12, "L": 5, "S": 5}


def find_levels(text: str) -> Iterator[Term]:
    """`T10/11`, `T10/T11`, `L4-5` and, where a spine is spoken of, `T10`; value `T10/T11`, `L4/L5`, `T10`."""
    for match in _LEVEL.finditer(text):
        first, second = match["a"], match["b"] or match["a"]
        spread = (
            match["n"] is not None and match["join"] not in ("to", "and", "through") or match["b"] is not None
        )
        if not 1 <= int(match["m"]) <= _HIGHEST[first]:
            continue
        if match["n"] is not None and not 1 <= int(match["n"]) <= _HIGHEST[second]:
            continue
        end = match.end() if spread else match.end("m")
        one = f"{first.replace('D', 'T')}{match['m']}"
        value = f"{one}/{second.replace('D', 'T')}{match['n']}" if spread else one
        yield Term(match.start(), end, "level", value)
