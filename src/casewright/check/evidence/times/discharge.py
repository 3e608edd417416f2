"""When the patient left the hospital: the day that each part of a report gives, counted from the operation or not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from casewright.check.evidence.text.parts import Part, of_patient, part_at
from casewright.check.evidence.text.passage import Passage, scan_at
from casewright.check.evidence.times.courseday import ORDINALS
from casewright.document.reading import Reading
from casewright.patterns import lazily
from casewright.quantity.number import read_number

Basis = Literal["operation", "stay", ""]
_WORDS = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip
_LEFT = (
    r"(?:discharged?(?! (?:of|from the (?:wound|drain|ear|nipple|nose|eye)))|went home|(?:sent|allowed) home"
    r"|returned home"
    r"|released home|(?:stayed|remained) in (?:the |our )?hospital for(?: a total of)?"
    r"|(?<!operative )(?<!of )(?:hospital stay|length of (?:hospital )?stay) (?:was|lasted)"
    r"|(?:left|leave) (?:(?:the )?(?:icu|intensive care(?: unit)?|ward)\b[^.;]{0,40}? and )?(?:the |our )?hospital)"
)
_OPERATED = (
    r"(?:post-?\s?operative(?:ly)?|after (?:the |her |his )?(?:surgery|operation|procedure"
    r"|\w*(?:ectomy|otomy|plasty)|resection|replacement|repair))"
)
_STAYED = (
    r"(?:hospital|in hospital|of (?:his |her )?(?:hospitali[sz]ation|admission|stay)"
    r"|after (?:the )?admission)"
)
_NUMBER = rf"(?P<n>\d{{1,3}}|{'|'.join(_WORDS)})"
_DAY = (
    rf"(?:(?:on |at )?(?:(?:the )?(?P<lead>post-?\s?operative|hospital)\s?"
    rf"|(?P<pod>pod)\s?#?)(?:day\s?)?#?{_NUMBER}\b"
    rf"|(?:on )?day {_NUMBER.replace('<n>', '<on>')}\b(?P<on_tail> {_OPERATED}| {_STAYED})?"
    rf"|(?:on )?(?:the )?(?P<nth>\d{{1,3}}(?:st|nd|rd|th)|{'|'.join(ORDINALS)})"
    rf" (?P<nth_lead>post-?\s?operative |hospital )?day(?P<nth_tail> {_OPERATED}| {_STAYED})?"
    rf"|(?:after |within )?{_NUMBER.replace('<n>', '<for>')}[ -](?P<unit>days?|d|weeks?"
    rf"|wk)\b(?P<for_tail> {_OPERATED}| in (?:the )?hospital| {_STAYED}| later)?)"
)
_DISCHARGE = lazily(
    rf"\b{_LEFT}(?: from (?:the |our )?hospital| home| uneventfully| in [a-z ]{{3,30}}?)?,? (?P<day>{_DAY})"
)


class Discharge(NamedTuple):
    """A day of discharge, in days from the operation, from admission, or from what the words leave open."""

    place: Passage
    days: int
    slack: int  # days by which the printed figure may be rounded
    basis: Basis
    part: Part


def discharges(reading: Reading) -> Iterator[Discharge]:
    """Every day on which the patient is said to have left."""
    for passage, match in scan_at(
        reading,
        _DISCHARGE,
        "discharge",
        "went home",
        "sent home",
        "returned home",
        "left ",
        "leave ",
        "released home",
        "stayed in",
        "remained in",
        "hospital stay",
        "length of",
        folded=True,
    ):
        if not of_patient(reading, reading.sentence_at(passage.block, passage.start), passage.start):
            continue
        days = _count(match)
        if days is None:
            continue
        week = (match["unit"] or "").lower().startswith("w")
        start = passage.start + match.start("day") - match.start()
        place = Passage(passage.block, start, passage.end)
        part = part_at(reading, passage.block)
        yield Discharge(place, 7 * days if week else days, 3 if week else 0, _basis(match), part)


def comparable(one: Discharge, other: Discharge) -> bool:
    """Whether two days can count from one event: a day that says nothing counts from admission."""
    return (one.basis == "operation") == (other.basis == "operation")


def apart(one: Discharge, other: Discharge) -> bool:
    """Whether two days count from one event and are not the same; the day of the event may be counted or not."""
    if not comparable(one, other):
        return False
    counted = 0 if one.basis == "operation" else 1
    return abs(one.days - other.days) > one.slack + other.slack + counted


def _count(match: re.Match[str]) -> int | None:
    if match["nth"]:
        word = match["nth"].lower()
        return ORDINALS.index(word) + 1 if word in ORDINALS else int(word[:-2])
    number = read_number((match["n"] or match["on"] or match["for"]).lower())
    return None if number is None else int(number.value)


def _basis(match: re.Match[str]) -> Basis:
    words = " ".join(
        match[name] or "" for name in ("lead", "pod", "nth_lead", "on_tail", "nth_tail", "for_tail")
    ).lower()
    if "op" in words or "pod" in words or ("after" in words and "admission" not in words):
        return "operation"
    return "stay" if words.strip() and "later" not in words else ""
