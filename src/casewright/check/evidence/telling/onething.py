"""Whether two figures without a name can be of one thing: two times, two sizes, two doses."""

from __future__ import annotations

from fractions import Fraction

from casewright.check.evidence.telling.statements import Statement, likeness
from casewright.check.evidence.text.parts import words_of
from casewright.patterns import lazily
from casewright.quantity.model import Unit

ENOUGH = 4  # like words around two figures without a name, for them to be of one thing
_TINY = Fraction(1, 10**30)
_ONSETS = {"duration", "interval", "previously"}
_TIMES = {"duration", "interval", "previously", "stay", ""}
# Words by which a time is counted on.
_BEHIND = ("after", "following", "later", "post", "since", "from", "into")
_AHEAD = ("before", "prior", "ago", "earlier", "preceding", "previously")
_LASTING = lazily(r"[\s-](?:of|history)\b")
# What a size was taken by: two that were taken by different means differ.
_MEANS = lazily(
    r"(?P<felt>\b(?:[Pp]alpa\w+|[Pp]hysical|[Cc]linical(?:ly)?|[Oo]n examination|[Ii]nspection))"
    r"|(?P<sound>\b(?:[Uu]ltraso\w+|[Ss]onogra\w+|[Ee]cho\w*|US|EUS|TTE|TEE|IVUS)\b)"
    r"|(?P<ct>\b(?:CT|CECT|HRCT|[Cc]omputed|[Cc]omputeri[sz]ed)\b)"
    r"|(?P<mri>\b(?:MRI|MRCP|MR|[Mm]agnetic)\b)"
    r"|(?P<film>\b(?:[Rr]adiogra\w+|[Xx]-?rays?|[Mm]ammogra\w+)\b)"
    r"|(?P<pet>\bPET\b)"
    r"|(?P<scope>\b(?:\w*[ec]ndoscop\w+|(?:gastro|colono|broncho|cysto|hystero|recto|sigmoido)scop\w+|EGD)\b)"
    r"|(?P<specimen>\b(?:[Ss]pecimen|[Gg]ross(?:ly)?|[Mm]acroscopic\w*|[Pp]atholog\w+|[Hh]istolog\w+|[Hh]istopatholog\w+)\b)"
    r"|(?P<operation>\b(?:[Ii]ntra-?operativ\w+|[Ll]aparotomy|[Ll]aparoscop\w+|[Tt]horacotomy|[Cc]raniotomy)\b)"
)


def can_be_one(one: Statement, other: Statement) -> bool:
    """Whether two times, sizes or doses can be of one thing: of one unit and one order, and taken by one means."""
    units = (one.quantity.unit, other.quantity.unit)
    if units[0] is None or units[1] is None:
        return not (one.in_legend and one.what.startswith(("day", "post")))
    if one.in_legend and not one.what:
        return False
    if units[0].dimension == "time":
        return (
            not one.in_legend
            and _one_time(one, other)
            and (units[0] == units[1] or _ratio(one, units[0], other, units[1]) <= 4)
        )
    if units[0].dimension == "length":
        return not of_two_kinds(one, other) and _ratio(one, units[0], other, units[1]) <= 5
    if units[0].dimension == "mass":
        weighed = ENOUGH if "weigh" in one.near & other.near else ENOUGH + 2
        alike = likeness(one, other) >= (1 if one.what else weighed)
        same_unit = units[0] == units[1]
        return one.what == other.what and alike and (same_unit or _ratio(one, units[0], other, units[1]) <= 4)
    return True


def _ratio(one: Statement, unit: Unit, other: Statement, second: Unit) -> Fraction:
    """How many times the smaller of two figures the greater is."""
    a = Fraction(one.quantity.numbers[0].value) * unit.factor
    b = Fraction(other.quantity.numbers[0].value) * second.factor
    return max(a, b) / max(min(a, b), _TINY)


def _one_time(one: Statement, other: Statement) -> bool:
    """Whether two times can be one: durations of a symptom, or times from one event, or in words much alike."""
    if of_two_kinds(one, other):
        return False
    alike = likeness(one, other)
    onset = {one.what, other.what} <= _ONSETS and not elsewhen(one) and not elsewhen(other)
    if onset and one.near & other.near:
        return True
    if one.of != other.of and one.what != "duration" and alike <= ENOUGH + 2:
        return False
    return one.what == other.what or ({one.what, other.what} <= _TIMES and alike >= ENOUGH)


def elsewhen(statement: Statement) -> bool:
    return statement.what == "interval" and not statement.of.startswith(
        ("before admission", "before presentation")
    )


def of_two_kinds(one: Statement, other: Statement) -> bool:
    """Whether one of two times is counted from an event on, and the other up to one or is how long a thing lasted;
    or a size was taken by two means."""
    if one.what == other.what == "size":
        return _taken_otherwise(one, other)
    return any(_counts_on(a) and (_lasts(b) or _counts_back(b)) for a, b in ((one, other), (other, one)))


def _counts_on(statement: Statement) -> bool:
    """Whether a time is counted from an event onward: `two weeks after the first dose`."""
    return statement.what == "interval" and statement.of.startswith(_BEHIND)


def _counts_back(statement: Statement) -> bool:
    """Whether a time is counted back from an event: `seven hours before arrival`."""
    return statement.what == "interval" and statement.of.startswith(_AHEAD)


def _lasts(statement: Statement) -> bool:
    """Whether a time tells how long a thing lasted: `presented with one week of headache`."""
    text = statement.reading.blocks[statement.block][1].text
    return statement.what == "duration" or _LASTING.match(text, statement.end) is not None


def _taken_otherwise(one: Statement, other: Statement) -> bool:
    """Whether two sizes were taken by different means, as far as both say by which: felt, and seen by MRI."""
    here, there = _means(one), _means(other)
    return bool(here and there) and here.isdisjoint(there)


def _means(statement: Statement) -> frozenset[str]:
    """The means by which things were measured in the sentence of a figure; in a legend, in all of it."""
    reading = statement.reading
    text = (
        reading.blocks[statement.block][1].text
        if statement.in_legend
        else words_of(reading, reading.sentences[statement.sentence])
    )
    return frozenset(match.lastgroup for match in _MEANS.finditer(text) if match.lastgroup)
