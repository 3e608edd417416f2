"""What is left of a whole when its parts are taken away: `12 of the 40 were treated; the remaining 28`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations
from typing import NamedTuple

from casewright.check.evidence.text.passage import Passage, scan
from casewright.document.reading import Reading
from casewright.patterns import lazily
from casewright.quantity.number import SPELLED, read_number

_COUNT = rf"\d{{1,3}}(?:,\d{{3}})+|\d{{1,5}}|{SPELLED}"
_MEASURES = r"days?|weeks?|months?|years?|hours?|min(?:utes?)?|h|mg|g|kg|m[lL]|L|cm|mm|cycles?|doses?|sessions?|percent"
_LEFT = lazily(
    rf"\b(?:the remaining (?P<rest>{_COUNT})\b(?![.,]\d|\s?%|\s?-|\s(?:{_MEASURES})\b)(?:\s(?P<noun>[a-z]+s)\b)?"
    rf"|leaving (?P<leaving>{_COUNT}) (?P<of>[a-z]+s)\b"
    rf"|so that (?P<so>{_COUNT}) (?P<kind>[a-z]+s)(?: with [\w ]{{2,30}})? (?:remained|were left)\b)",
    re.IGNORECASE,
)
_SIGNS = ("the remaining ", "leaving ", "so that ")
_NUMBER = lazily(
    rf"(?<![\w.,/^×–-])(?<!\[)(?P<n>{_COUNT})\b(?![.,]?\d|\s?%|\s?[-–/]\s?\d|\]|-|\s(?:{_MEASURES})\b)(?:\s(?P<noun>[a-z]+s)\b)?",
    re.IGNORECASE,
)
_OF = lazily(
    rf"\b(?:of|in|out of)\s(?:the\s|these\s|our\s|all\s|a\stotal\sof\s)*(?P<n>{_COUNT})\b(?![.,]?\d|\s?%)",
    re.IGNORECASE,
)
_CLAUSE = lazily(  # `, 6 were alive`: what the clauses of a list are told of are parts of one whole
    rf"[,;]\s(?:and\s)?(?P<n>{_COUNT})\s(?:[a-z]+\s)?(?:were|was|had|have|has|died|showed|developed|underwent|received"
    r"|recovered|survived|required|presented|experienced|relapsed|remained)\b",
    re.IGNORECASE,
)
_MOST = 7  # counts of which every selection is tried


class Left(NamedTuple):
    """A printed rest, the whole that was told before it, what was told to be taken from it, and where it stands."""

    rest: str
    whole: str
    parts: tuple[str, ...]
    place: Passage


def misfitting_rests(reading: Reading) -> Iterator[Left]:
    """Every rest that no whole of its paragraph leaves when any of the counts just told are taken away."""
    for place, match in scan(reading, _LEFT, *_SIGNS):
        rest = match["rest"] or match["leaving"] or match["so"]
        noun = (match["noun"] or match["of"] or match["kind"] or "").lower()
        near, wholes = _wholes(reading, match.string, place, noun, match["rest"] is not None)
        counts = [each["n"] for each in _NUMBER.finditer(match.string, near, place.start)]
        clauses = [each["n"] for each in _CLAUSE.finditer(match.string, near, place.start)]
        if len(wholes) == 1 and len(clauses) > 1 and len(counts) == len(clauses) + 1:
            if sum(map(_value, clauses)) + _value(rest) != _value(wholes[0]):
                yield Left(rest, wholes[0], tuple(clauses), place)
        elif counts and wholes and not _fits(_value(rest), wholes, counts, match.string[: place.start]):
            whole = max(wholes, key=_value)
            parts = tuple(each for each in counts if _value(each) < _value(whole))
            if parts:
                yield Left(rest, whole, parts[-_MOST:], place)


def _wholes(reading: Reading, text: str, place: Passage, noun: str, of_others: bool) -> tuple[int, list[str]]:
    """The counts before a rest that can be its whole, and where they begin: `of 40` in its sentence or the one before,
    or so many of the same thing in the paragraph; for what a selection leaves, any count of its sentence."""
    index = reading.sentence_at(place.block, place.start)
    starts = [
        each.start for each in reading.sentences[max(0, index - 1) : index + 1] if each.block == place.block
    ]
    same = [
        each
        for each in _NUMBER.finditer(text, 0, place.start)
        if noun and (each["noun"] or "").lower() == noun and _is_whole(each["n"])
    ]
    alike = [each["n"] for each in same]
    for start in reversed(starts):
        told = [each["n"] for each in _OF.finditer(text, start, place.start) if _is_whole(each["n"])]
        if told:
            return start, told + alike
    if not same and not of_others:
        return starts[-1], [
            each["n"] for each in _NUMBER.finditer(text, starts[-1], place.start) if _is_whole(each["n"])
        ]
    opens = reading.sentences[reading.sentence_at(place.block, same[-1].start())].start if same else starts[0]
    return min(opens, starts[0]), alike


def _is_whole(count: str) -> bool:
    return _value(count) > 1 and not 1900 <= _value(count) <= 2100


def _fits(rest: Decimal, wholes: list[str], counts: list[str], text: str) -> bool:
    values = [_value(each) for each in counts][-_MOST:]
    everywhere = {_value(each["n"]) for each in _NUMBER.finditer(text)}
    if rest in everywhere:
        return True  # it was told before, and is only named again
    for whole in {_value(each) for each in wholes} | {value for value in values if value > rest}:
        for size in range(1, len(values) + 1):
            if any(whole - sum(taken) == rest for taken in combinations(values, size)):
                return True
    return False


def _value(text: str) -> Decimal:
    number = read_number(text.lower().replace(",", ""))
    return number.value if number else Decimal(0)
