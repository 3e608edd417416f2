"""Doses and courses of a drug that a summary has otherwise than the case, which has but one of that drug."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from casewright.check.evidence.telling.doses import how_often
from casewright.check.evidence.telling.statements import Statement, agree
from casewright.check.evidence.text.around import words_at
from casewright.document.mentions.drugs import drug_name, names_drug
from casewright.document.mentions.wordset import words
from casewright.patterns import lazily

_REACH = 70  # characters on either side of a figure in which a change of it is told
_CHANGED = lazily(
    r"\b(?:increas|decreas|reduc|taper|titrat|adjust|loading|mainten|bolus|escalat|cycle|again|re-?start|re-?challeng"
    r"|up to|subsequent|previous|prior|rais|wean|halv|doubl|chang|until|half|discharg|added|additional|further|home"
    r"|first|second|third|next|then|later|follow|switch|replac|initial|each|every other|alternat|cumulat|total|another"
    r"|more|less|past|last|since|ago|before|after|resum|extend|prolong|overdos|ingest|divided)"
)
_FOR = lazily(r"\b(?:for|over)(?: a period of| about| approximately)? \Z")
_COURSE = lazily(r"[- ](?:\w+ )?(?:course|regimen|treatment|therapy|infusion)\b")
_GIVING = words(
    "given administered received treated continued prescribed started course therapy treatment took infused begun"
    " commenced initiated maintained"
)
_ROUTES = {
    "oral": "mouth", "orally": "mouth", "po": "mouth", "intravenous": "vein", "intravenously": "vein", "iv": "vein",
    "intramuscular": "muscle", "intramuscularly": "muscle", "subcutaneous": "skin", "subcutaneously": "skin",
    "topical": "topical", "intravitreal": "eye", "inhaled": "lung", "intrathecal": "spine", "rectal": "rectum",
    "epidural": "spine", "pulse": "vein", "bolus": "vein",
}  # fmt: skip
_PER_DAY = "/d"


class _Given(NamedTuple):
    """A dose or a course of a drug; `daily` is what comes together in a day, in the base unit, where it is told."""

    drug: str
    kind: str
    figure: Statement
    daily: Fraction | None


def given_otherwise(
    stated: Sequence[Statement], told: Sequence[Statement]
) -> Iterator[tuple[Statement, Statement]]:
    """Such a figure of a summary, with the one of the case."""
    echoes = [each for each in _given([each for each in stated if each.part != "body"]) if each.figure.about]
    if not echoes:
        return
    known = list(_given(told))
    for echo in echoes:
        like = [each for each in known if each[:2] == echo[:2]]
        others = [each for each in echoes if each[:2] == echo[:2] and not _agree(each, echo)]
        if not like or others or any(_may_agree(each, echo) for each in like):
            continue
        if all(_agree(each, like[0]) for each in like) and not any(
            _is_changed(each) for each in (echo, *like)
        ):
            yield echo.figure, like[0].figure


def _given(figures: Sequence[Statement]) -> Iterator[_Given]:
    for each in figures:
        if each.quantity.shape != "single" or each.in_table or each.in_legend or each.summed:
            continue
        if each.what == "dose" and each.of and names_drug(each.of):
            yield _Given(drug_name(each.of), "dose", each, _daily(each))
        elif each.what == "duration" and (drug := _drug_of_course(each)):
            yield _Given(drug, "course", each, None)


def _daily(dose: Statement) -> Fraction | None:
    unit, value = dose.quantity.unit, Fraction(dose.quantity.numbers[0].value)
    if unit is None:
        return None
    often = how_often(dose.reading, dose.block, dose.end)
    if unit.code.endswith(_PER_DAY):
        return value * unit.factor
    return value * unit.factor * int(often) if often.isdigit() and unit.dimension == "mass" else None


def _drug_of_course(span: Statement) -> str:
    """The only drug that a sentence names with a time for which it is given, "" where there is none."""
    reading, said = span.reading, words_at(span.reading, span.sentence)
    if said.isdisjoint(_GIVING):
        return ""
    drugs = {drug_name(word) for word in said if names_drug(word)}
    text = reading.blocks[span.block][1].text
    if len(drugs) != 1 or not (_FOR.search(text, 0, span.start) or _COURSE.match(text, span.end)):
        return ""
    return drugs.pop()


def _agree(one: _Given, other: _Given) -> bool:
    if one.daily is not None and other.daily is not None:
        return one.daily == other.daily
    return agree(one.figure, other.figure)


def _may_agree(one: _Given, other: _Given) -> bool:
    """Whether two figures agree, or cannot be held against each other: in other units, or by another route."""
    if _agree(one, other) or agree(one.figure, other.figure):
        return True
    units = one.figure.quantity.unit, other.figure.quantity.unit
    if units[0] is None or units[1] is None:
        return True
    if units[0].dimension != units[1].dimension and (one.daily is None or other.daily is None):
        return True
    if one.figure.quantity.comparison or other.figure.quantity.comparison:
        return True
    routes = [
        {_ROUTES[word] for word in words_at(each.figure.reading, each.figure.sentence) if word in _ROUTES}
        for each in (one, other)
    ]
    return bool(routes[0]) and bool(routes[1]) and routes[0].isdisjoint(routes[1])


def _is_changed(each: _Given) -> bool:
    """Whether the words around a figure, or the next sentence, tell that it was changed or went on."""
    figure, reading = each.figure, each.figure.reading
    text = reading.blocks[figure.block][1].text
    begin, end = max(0, figure.start - _REACH), figure.end + _REACH
    if each.kind == "course":
        begin = reading.sentences[figure.sentence].start
        following = [
            sentence.end
            for sentence in reading.sentences[figure.sentence : figure.sentence + 2]
            if sentence.block == figure.block
        ]
        end = max(following)
    return _CHANGED.search(text.lower(), begin, end) is not None
