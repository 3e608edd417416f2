"""Figures that two tellings of the case or more agree on, and one has otherwise: `for 18 months`, `for 8 months`."""

from __future__ import annotations

from collections.abc import Iterator

from casewright.check.evidence.telling.orphans import is_bound, retelling
from casewright.check.evidence.telling.statements import Statement, agree, statements
from casewright.check.evidence.telling.tellings import weight_of
from casewright.check.evidence.text.parts import words_of
from casewright.document.reading import Reading
from casewright.patterns import lazily

_SETTLED = 2  # tellings that agree on a figure, against which that of a third is a slip
_WEIGHT = 2.0  # of the words near two figures with a unit that both have
_MANY = 40  # figures of one kind, beyond which a lone one is nothing uncommon
_KINDS = ("count of ", "type", "stage", "class")  # of figures without a unit that a report has of one thing
_PART = lazily(
    r"\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|none|[Oo]ne|[Tt]wo|[Tt]hree|[Nn]one)"
    r" (?:out )?of (?:the |his |her |all )?\Z"
)
_TIMES = frozenset(("h", "d", "wk", "mo", "a"))
_RATES = lazily(
    r"\b(?:every|each|per|interval|then|later|subsequently|initially|first|another|further|about|over|least)\b"
)


def settled_figures(reading: Reading) -> Iterator[tuple[Statement, list[Statement]]]:
    """The figures that one telling alone has, each with those of the other tellings that agree on another."""
    groups: dict[str, list[Statement]] = {}
    for each in reading.once(statements):
        if kind := _kind(each):
            groups.setdefault(kind, []).append(each)
    for group in groups.values():
        if _SETTLED < len(group) <= _MANY:
            for lone in group:
                if against := _against(reading, lone, group, bare=not lone.quantity.unit):
                    yield lone, against


def _kind(each: Statement) -> str:
    """What a figure is compared with: of one unit of time, or of one thing that is counted; "" for others."""
    quantity = each.quantity
    if quantity.shape != "single" or quantity.comparison or each.in_table or each.named or each.what == "age":
        return ""
    if quantity.unit is not None:
        return quantity.unit.code if quantity.unit.code in _TIMES else ""
    return each.what if each.what.startswith(_KINDS) else ""


def _against(reading: Reading, lone: Statement, group: list[Statement], *, bare: bool) -> list[Statement]:
    """The figures of other tellings that agree on another value than this, which none of them has."""
    here = retelling(lone)
    if not lone.about or is_bound(lone):
        return []
    if any(agree(lone, each) and not is_bound(each) for each in group if each is not lone):
        return []
    others = [each for each in group if each is not lone and each.about]
    like = [each for each in others if bare or weight_of(reading, lone.near & each.near) >= _WEIGHT]
    if not like or not all(agree(like[0], each) for each in like[1:]):
        return []
    tellings = {retelling(each) for each in like}
    if bare and any(_is_whole(each) != _is_whole(lone) for each in like):
        return []  # `2 positive nodes`, `in 2 of 31 nodes`
    if len(tellings) < _SETTLED or any(retelling(each) == here and agree(like[0], each) for each in others):
        return []  # a telling that has both tells of two things
    if not lone.what.startswith("count of ") and not any(lone.near & each.near for each in like):
        return []
    return [] if _RATES.search(words_of(reading, reading.sentences[lone.sentence])) else like


def _is_whole(each: Statement) -> bool:
    """Whether a count is the whole of which a part is told: `two of 15 nodes`."""
    text = each.reading.blocks[each.block][1].text
    return _PART.search(text, max(0, each.start - 20), each.start) is not None
