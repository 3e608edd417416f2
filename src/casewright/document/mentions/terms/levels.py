"""Levels of the spine."""

from __future__ import annotations

import re
from collections.abc import Iterator

from casewright.document.mentions.terms.found import Term
from casewright.patterns import lazily

_LEVEL = lazily(
    r"(?<![\w/-])(?P<a>[CTDLS])(?P<m>\d{1,2})(?:\s?(?P<join>[-–—/]|to|and"
    r"|through)\s?(?P<b>[CTDLS])?(?P<n>\d{1,2}))?(?![\w%]|\.\d|[-–]?(?:weight|w\b|W\b|WI"
    r"|sequence|signal|image|hyper|hypo|N\d)|\s(?:weighted|sequence|signal|image|hyper|hypo"
    r"|relaxation|FLAIR|MRI|phase|W\b|WI\b|N\d|TSE|map))"
)
_SPINE = lazily(
    r"(?:inter)?vertebra|spin(?:e|al)|dis[ck]s?\Z|cord\Z|levels?\Z|.*lamin|lumb|thorac|cervic"
    r"|sacr|.*fractur|radicul|myelo|dermatom|epidural|interspace|spondyl|corpectom|facet"
    r"|pedicle|.*listhesis|kyphopl|roots?\Z"
)


def speaks_of_spine(word: str) -> bool:
    return _SPINE.match(word) is not None


_NAMED = lazily(
    r"[\s-](?:and [CTLS]\d+ )?(?:levels?|vertebra\w*|bod(?:y|ies)|nerves?|(?:nerve )?roots?"
    r"|dermatomes?|spin\w+|lamina\w*|segments?"
    r"|(?:\w+ )?fractures?|burst|compression|pedicles?|radicul\w*|corpectomy|myelopath\w*)\b"
)
_AT = lazily(
    r"\b(?:levels?(?: of)?|vertebra[el]?|vertebral bod(?:y|ies)(?: of)?|fractures? (?:of|at)"
    r"|below|above|lesions? (?:at|in)|spine at|dermatome|cord at)"
    r"\s(?:the\s)?\Z"
)
_HIGHEST = {"C": 8, "T": 12, "D": 12, "L": 5, "S": 5}


def _stands_alone(text: str, match: re.Match[str]) -> bool:
    """Whether a level without a partner is one: `C3` may be a complement and `S1` a supplement."""
    return _NAMED.match(text, match.end("m")) is not None or (
        _AT.search(text, max(0, match.start() - 30), match.start()) is not None
    )


def find_levels(text: str) -> Iterator[Term]:
    """`T10/11`, `T10/T11`, `L4-5` and, where a spine is spoken of, `T10`; value `T10/T11`, `L4/L5`, `T10`."""
    for match in _LEVEL.finditer(text):
        first, second = match["a"], match["b"] or match["a"]
        spread = (match["n"] is not None and match["join"] not in ("to", "and", "through")) or match[
            "b"
        ] is not None
        if not spread and not _stands_alone(text, match):
            continue
        if not 1 <= int(match["m"]) <= _HIGHEST[first]:
            continue
        if match["n"] is not None and not 1 <= int(match["n"]) <= _HIGHEST[second]:
            continue
        end = match.end() if spread else match.end("m")
        one = f"{first.replace('D', 'T')}{match['m']}"
        value = f"{one}/{second.replace('D', 'T')}{match['n']}" if spread else one
        yield Term(match.start(), end, "level", value)
