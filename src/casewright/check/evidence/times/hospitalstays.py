"""Hospital stays that are shorter than the stay in intensive care told with them: `intensive care unit and hospital
stays were 24 hours and 8 hours, respectively`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from casewright.check.evidence.text.around import stretches_with
from casewright.check.evidence.text.passage import Passage, factual
from casewright.check.evidence.times.wholetimes import Shorter
from casewright.document.mentions.stretch import Stretch
from casewright.document.mentions.wordset import words
from casewright.document.reading import Reading
from casewright.patterns import lazily
from casewright.quantity.number import SPELLED, read_number

_SIGNS = words("stay stays hospitalization hospitalisation")
_CARE = lazily(r"\b(?:icu|intensive[- ]care|critical[- ]care)\b")
_HOSPITAL = lazily(r"\b(?:hospital|hospitali[sz]ation|in-hospital)\b")
_NOT_ALL = lazily(r"\b(?:ward|post|before|remaining|further|additional|after|subsequent|pre)\b|-op")
_TIME = rf"(?P<count>\d{{1,3}}(?:\.\d)?|{SPELLED})[\s-](?P<unit>hours?|hrs?|h|days?|d|weeks?|months?)\b"
_TIMES = lazily(_TIME)
_IN_TURN = lazily(  # in small letters
    r"(?P<names>[a-z][a-z, -]{10,120}?)\s(?:were|was|lasted|of)\s(?:about\s|approximately\s)?"
    rf"(?P<times>{_TIME.replace('<count>', '<_c>').replace('<unit>', '<_u>')}[a-z\d., -]{{2,60}}?),?\srespectively"
)
_BETWEEN = lazily(r",\s(?:and\s)?(?:the\s)?|\sand\s(?:the\s)?")
_ONE = lazily(  # `the ICU stay was 12 days and the total hospital stay was 9 days`
    rf"\b(?P<name>(?:icu|intensive[- ]care(?: unit)?|hospital)(?: length of)? stay)(?: was| lasted|,| of|:)* {_TIME}"
)
_HOURS = {"h": 1.0, "d": 24.0, "w": 168.0, "m": 730.5}


def shorter_stays(reading: Reading) -> Iterator[Shorter]:
    """The hospital stay and the longer one in intensive care of every sentence that tells both."""
    for stretch in stretches_with(reading, _SIGNS):
        text = stretch.lower
        if not factual(stretch.section.role) or not _CARE.search(text):
            continue
        told = _in_turn(text) if "respectively" in text else _one_by_one(text)
        if told is not None:
            care, hospital = told
            if _hours(care) > _hours(hospital):
                printed = [stretch.text[each.start() : each.end()] for each in (hospital, care)]
                yield Shorter(printed[0], printed[1], _at(stretch, hospital), _at(stretch, care))


def _in_turn(text: str) -> tuple[re.Match[str], re.Match[str]] | None:
    """The times of both stays where all names come first and their times behind them."""
    told = _IN_TURN.search(text)
    if told is None:
        return None
    names = _BETWEEN.split(told["names"])
    times = list(_TIMES.finditer(text, told.start("times"), told.end("times")))
    care = [at for at, name in enumerate(names) if _CARE.search(name)]
    whole = [at for at, name in enumerate(names) if _HOSPITAL.search(name) and not _CARE.search(name)]
    if len(names) != len(times) or len(care) != 1 or len(whole) != 1 or _NOT_ALL.search(names[whole[0]]):
        return None
    return times[care[0]], times[whole[0]]


def _one_by_one(text: str) -> tuple[re.Match[str], re.Match[str]] | None:
    """The times of both stays where each stands behind its name."""
    stays = list(_ONE.finditer(text))
    care = [each for each in stays if not each["name"].startswith("hospital")]
    whole = [
        each
        for each in stays
        if each["name"].startswith("hospital")
        and not _NOT_ALL.search(text, max(0, each.start() - 25), each.end())
    ]
    if len(care) != 1 or len(whole) != 1:
        return None
    return _time_of(text, care[0]), _time_of(text, whole[0])


def _time_of(text: str, match: re.Match[str]) -> re.Match[str]:
    return next(_TIMES.finditer(text, match.start("count"), match.end()))


def _hours(match: re.Match[str]) -> float:
    number = read_number(match["count"])
    return float(number.value) * _HOURS[match["unit"][0]] if number else 0.0


def _at(stretch: Stretch, match: re.Match[str]) -> Passage:
    return Passage(stretch.sentence.block, stretch.offset + match.start(), stretch.offset + match.end())
