"""Total times that are shorter than a time of their sentence: `after 2 weeks of penicillin, for a total of 6 days`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from casewright.check.evidence.text.around import stretches_with
from casewright.check.evidence.text.passage import Passage, factual
from casewright.document.mentions.stretch import Stretch
from casewright.document.mentions.wordset import words
from casewright.document.reading import Reading
from casewright.patterns import lazily
from casewright.quantity.number import read_number

_SIGNS = words("total whole entire")
_COUNT = r"(?P<count>\d{1,4}(?:\.\d)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty)"
_TIME = rf"{_COUNT}[ -]?(?P<unit>min|mins|minutes?|h|hrs?|hours?|d|days?|wks?|weeks?|months?|years?)\b"
_WHOLE = lazily(  # in small letters
    rf"\b(?:total (?:duration |course |time |period |length )?of"
    r"|(?:total|whole|entire) (?:[a-z-]+ ){1,3}(?P<held>was|took|lasted)(?: for)?)"
    rf" (?:about |approximately )?{_TIME}"
)
_PART = lazily(
    r"\b(?:(?P<held>was|were|took|lasted)|for|after|over|during|additional|further|another)"
    r"(?: (?:the|an?|about|approximately|another|next|first|additional|further|at least))* "
    rf"{_TIME}(?![ -](?:after|later|before|ago|prior|earlier|old|post|follow|from|interval|apart))"
)
_NO_PART = lazily(
    r"\b(?:an(?:a)?esthe|total|follow|stor|half-li|every|ischemi|hospital stay|time (?:to|until)\b)"
)
_HOURS = {"h": 1.0, "d": 24.0, "w": 168.0, "y": 8766.0}


class Shorter(NamedTuple):
    """A whole that is shorter than a part of it, as printed, and their places."""

    whole: str
    part: str
    at: Passage
    of: Passage


def shorter_wholes(reading: Reading) -> Iterator[Shorter]:
    """Every such pair of a sentence that states facts."""
    for stretch in stretches_with(reading, _SIGNS):
        if factual(stretch.section.role):
            yield from _in_stretch(stretch)


def _in_stretch(stretch: Stretch) -> Iterator[Shorter]:
    text = stretch.lower
    whole = _WHOLE.search(text)
    if whole is None:
        return
    for part in _PART.finditer(text):
        apart = part.end() <= whole.start() or (part["held"] and part.start() >= whole.end())
        apart = apart and (not whole["held"] or part["held"])
        around = text[max(0, part.start() - 40) : part.end() + 20]
        if (
            apart
            and not _NO_PART.search(around.replace(whole[0], ""))
            and _hours(part) > 1.05 * _hours(whole)
        ):
            yield Shorter(
                _words(stretch, whole), _words(stretch, part), _at(stretch, whole), _at(stretch, part)
            )
            return


def _hours(match: re.Match[str]) -> float:
    number, unit = read_number(match["count"]), match["unit"]
    size = 730.5 if unit.startswith("mo") else 1 / 60 if unit.startswith("m") else _HOURS[unit[0]]
    return float(number.value) * size if number else 0.0


def _words(stretch: Stretch, match: re.Match[str]) -> str:
    return stretch.text[match.start("count") : match.end("unit")]


def _at(stretch: Stretch, match: re.Match[str]) -> Passage:
    block = stretch.sentence.block
    return Passage(block, stretch.offset + match.start("count"), stretch.offset + match.end("unit"))
