"""The facts of a manuscript that was read: those that can be taken over without a doubt, and the rest, to be confirmed.

A value is sure where it is the patient's, its measure is known, the manuscript gives no other value for the same
measure and time, and printing it gives the very words that stand there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from casewright.case.care.findings import VITALS
from casewright.case.care.investigations import LABS
from casewright.case.care.patient import PATIENT
from casewright.case.scalars import Refused, read_value
from casewright.case.shape import Group, Measure, Shape
from casewright.document.mentions.model import QuantityMention, SexMention
from casewright.document.reading import Reading
from casewright.journal.model import Profile
from casewright.quantity.model import Quantity
from casewright.render.people import ADULT_YEARS
from casewright.render.style import quantity_text

BODY = frozenset({"weight", "height"})
VITAL = frozenset({"blood_pressure", "pulse", "respiratory_rate", "temperature", "oxygen_saturation"})
_SHAPES: Mapping[str, Measure] = {
    name: group.rest.rest
    for name, group in (("vitals", VITALS), ("labs", LABS))
    if isinstance(group.rest, Group) and isinstance(group.rest.rest, Measure)
}
_ABOUT_PATIENT = ("case", "abstract", "core_tip", "comments", "legends", "text")
_AGE = re.compile(r"(\d{1,3}) ?-?(year|month|week|day)s?(-old| old)?")


@dataclass(frozen=True, slots=True)
class Printed:
    """Characters `start` to `end` of block number `block` are what this expression of a template prints."""

    block: int
    start: int
    end: int
    expression: str


@dataclass(slots=True)
class Taken:
    """The case data, nested as in case.yaml; what prints them where; and the places to be confirmed."""

    case: dict[str, Any] = field(default_factory=dict)
    printed: list[Printed] = field(default_factory=list)
    unsure: list[str] = field(default_factory=list)


def sure_facts(reading: Reading, profile: Profile) -> Taken:
    """The facts of the manuscript, as printed in the style of this profile."""
    taken = Taken()
    _person(reading, taken)
    groups: dict[tuple[str, str], list[QuantityMention]] = {}
    for mention in reading.quantities:
        if mention.subject != "patient" or mention.measure == "age":
            continue
        if mention.role.partition(".")[0] not in _ABOUT_PATIENT:
            continue
        section = _section(mention)
        if section is None:
            taken.unsure.append(_place(reading, mention, "what it measures is not certain"))
        else:
            groups.setdefault((section, mention.measure), []).append(mention)
    for (section, measure), mentions in groups.items():
        _measured(section, measure, mentions, reading, profile, taken)
    return taken


def _section(mention: QuantityMention) -> str | None:
    """`patient`, `vitals` or `labs`, where the case data can hold the value under its measure; else None."""
    section = "patient" if mention.measure in BODY else "vitals" if mention.measure in VITAL else "labs"
    try:
        read_value(_shape(section, mention.measure), mention.text, mention.measure)
    except Refused:
        return None
    return section


def _shape(section: str, measure: str) -> Shape:
    return PATIENT.fields[measure] if section == "patient" else _SHAPES[section]


def _measured(
    section: str,
    measure: str,
    mentions: list[QuantityMention],
    reading: Reading,
    profile: Profile,
    taken: Taken,
) -> None:
    by_time: dict[str, list[QuantityMention]] = {}
    for mention in mentions:
        by_time.setdefault("" if section == "patient" else _name(mention.time), []).append(mention)
    for time, same in by_time.items():
        if len({_value(mention.quantity) for mention in same}) > 1:
            taken.unsure += [_place(reading, m, "the manuscript gives several values for it") for m in same]
            continue
        first = same[0]
        value, _ = read_value(_shape(section, measure), first.text, measure)
        group = taken.case.setdefault(section, {})
        (group.setdefault(time, {}) if time else group)[measure] = first.text
        id = ".".join(filter(None, (section, time, measure)))
        for mention in same:
            words = reading.blocks[mention.block][1].text[mention.start : mention.end]
            if isinstance(value, Quantity) and _shown(quantity_text(value, profile)) == words:
                expression = f"{{{{ {id} }}}}"
                taken.printed.append(Printed(mention.block, mention.start, mention.end, expression))
            else:
                taken.unsure.append(
                    _place(reading, mention, "it is written otherwise than it would be printed")
                )


def _person(reading: Reading, taken: Taken) -> None:
    """Age and sex, where all of the manuscript agrees on them."""
    ages = [m for m in reading.quantities if m.measure == "age" and m.subject == "patient"]
    sexes = [m for m in reading.sexes if m.subject == "patient"]
    patient: dict[str, str] = {}
    forms = [(m, found) for m in ages if (found := _age_at(reading, m))]
    if len({(found[1], found[2]) for _, found in forms}) == 1:
        number, unit = forms[0][1][1], forms[0][1][2]
        patient["age"] = f"{number} {unit}{'s' if number != '1' else ''}"
        taken.printed += _ages(forms)
    if len({m.value for m in sexes}) == 1 and sexes[0].value in ("male", "female"):
        patient["sex"] = sexes[0].value
        taken.printed += _nouns(sexes, patient)
    if patient:
        taken.case.setdefault("patient", {}).update(patient)
    if len(ages) > len(forms) or "age" not in patient:
        taken.unsure += [_place(reading, m, "the age is not certain") for m in ages if "age" not in patient]


def _age_at(reading: Reading, mention: QuantityMention) -> re.Match[str] | None:
    return _AGE.match(reading.blocks[mention.block][1].text, mention.start)


def _ages(forms: list[tuple[QuantityMention, re.Match[str]]]) -> Iterator[Printed]:
    for mention, found in forms:
        if found[0] == f"{found[1]}-{found[2]}-old":
            yield Printed(mention.block, found.start(), found.end(), "{{ patient.age | aged }}")


def _nouns(sexes: list[SexMention], patient: Mapping[str, str]) -> Iterator[Printed]:
    """Where the text says `man` or `woman` (`boy`, `girl` of a child), which the sex and the age print."""
    number, _, unit = patient.get("age", "").partition(" ")
    is_child = bool(number) and (not unit.startswith("year") or int(number) < ADULT_YEARS)
    noun = {
        ("male", False): "man",
        ("female", False): "woman",
        ("male", True): "boy",
        ("female", True): "girl",
    }
    for mention in sexes:
        if mention.text == noun[mention.value, is_child]:
            yield Printed(mention.block, mention.start, mention.end, "{{ patient | noun }}")


def _name(time: str) -> str:
    """A name for a set of values, from the words that say when."""
    name = re.sub(r"\W+", "_", time.lower()).strip("_")
    return (
        name
        if name.isascii() and name.isidentifier()
        else f"at_{name}"
        if name.isascii() and name
        else "reported"
    )


def _value(quantity: Quantity) -> tuple[object, ...]:
    return (*(number.value for number in quantity.numbers), quantity.unit, quantity.comparison)


def _shown(markdown: str) -> str:
    """What a reader sees of Markdown that has no marks but raised digits."""
    return re.sub(r"\^(-?\d+)\^", r"\1", markdown).replace("\\", "")


def _place(reading: Reading, mention: QuantityMention, why: str) -> str:
    spot = reading.spot(mention)
    return f"“{mention.text}” in {spot.section_title.rstrip(':')}: {why} — {spot.quote[:120]}"
