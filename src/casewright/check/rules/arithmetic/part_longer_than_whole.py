"""CW250."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import ClassVar, NamedTuple

from casewright.check.evidence.text.around import stretches_with
from casewright.check.evidence.text.passage import Passage, factual
from casewright.check.evidence.times.hospitalstays import shorter_stays
from casewright.check.evidence.times.wholetimes import shorter_wholes
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import found
from casewright.document.mentions.stretch import Stretch
from casewright.document.mentions.wordset import words
from casewright.document.reading import Reading
from casewright.patterns import lazily

# What is never less than what follows it in its line; the first word of each tells the line.
_CHAINS = (
    (
        ("operation time", r"(?:operati(?:ve|on|ng)|surgical|surgery)"),
        ("bypass time", r"(?:CPB|(?:cardiopulmonary )?bypass|pump|extracorporeal circulation)"),
        ("cross-clamp time", r"(?:aortic )?cross[- ]?clamp(?:ing)?"),
    ),
    (
        ("peak pressure", r"(?:peak(?: inspiratory| airway)? pressure|PIP)"),
        ("plateau pressure", r"plateau(?: airway)? pressure"),
        ("mean airway pressure", r"mean airway pressure"),
        ("PEEP", r"(?:positive end[- ]expiratory pressure|PEEP)"),
    ),
    (
        ("end-diastolic diameter", r"(?:left ventric\w+ end[- ]diastolic (?:diameter|dimension)|LVEDD|LVIDd)"),
        ("end-systolic diameter", r"(?:left ventric\w+ end[- ]systolic (?:diameter|dimension)|LVESD|LVIDs)"),
    ),
    (
        ("forced vital capacity", r"(?:forced vital capacity|FVC)"),
        ("one-second volume", r"(?:forced expiratory volume in (?:one|1|the first) second|FEV1|FEV₁)"),
    ),
)  # fmt: skip
_SIGNS = (
    words("clamp clamping cpb bypass pump extracorporeal"),
    words("peep pip pressure"),
    words("lvesd lvids systolic"),
    words("fev"),
)
_ALL = frozenset().union(*_SIGNS)
_BRACKETED = r"(?:\s?\([A-Za-z0-9₁]{2,6}\))?"
_NAMES = tuple(
    lazily(
        "|".join(rf"(?P<n{at}>\b{words}\b{_BRACKETED})" for at, (_, words) in enumerate(chain)), re.IGNORECASE
    )
    for chain in _CHAINS
)
_BETWEEN = lazily(
    rf"{_BRACKETED}(?:\s?,\s?|\s?,?\sand\s|\s?/\s?|\stimes?,?\s(?:and\s)?)(?:the\s)?", re.IGNORECASE
)
_UNIT = r"min(?:utes?|s)?|hours?|hrs?|h|cm\s?H2O|cm\s?H₂O|mm|cm|m[lL]|L|lit(?:er|re)s?"
_VALUE = lazily(rf"(?P<number>\d{{1,4}}(?:\.\d{{1,2}})?)\s?-?(?P<unit>{_UNIT})\b")
_IN_TURN = lazily(rf"(?P<number>\d{{1,4}}(?:\.\d{{1,2}})?)(?:\s?-?(?P<unit>{_UNIT})\b)?(?=,|\sand\s|\s\(|\Z)")
_GAP = lazily(
    rf"{_BRACKETED}(?:\s(?:times?|duration|was|were|of|is|at|about|approximately|lasted|took|score))*[\s:=(,]{{0,3}}\Z",
    re.IGNORECASE,
)


class _Value(NamedTuple):
    """A value of a chain: which of its line, the name to print, the figure, its unit as printed, and its place."""

    rank: int
    name: str
    number: Decimal
    unit: str
    place: Passage


class PartLongerThanWhole:
    """A time or a pressure that is more than the one that holds it.

    Why it is bad
        The aorta is clamped while the pump runs, and the pump runs while the patient is operated on; the mean airway
        pressure is less than its peak.

    Example
        The operation time was 95 minutes and the bypass time 140 minutes.

    Write instead
        The operation time was 195 minutes and the bypass time 140 minutes.

    Source
        By definition, of a patient and of the mean of many; two values of one sentence in one unit, and a time that is
        told as total, or of the whole, beside a longer one, or a hospital stay beside that in
        intensive care.
    """

    code: ClassVar[str] = "CW250"
    name: ClassVar[str] = "part-longer-than-whole"
    severity: ClassVar[Severity] = "error"

    def check(self, reading: Reading) -> Iterator[Finding]:
        parts: set[Passage] = set()
        for stretch in stretches_with(reading, _ALL):
            if not factual(stretch.section.role):
                continue
            for chain, names, signs in zip(_CHAINS, _NAMES, _SIGNS, strict=True):
                if stretch.words.isdisjoint(signs):
                    continue
                values = list(_values(stretch, chain, names))
                for part, finding in self._out_of_order(reading, values):
                    parts.add(part)
                    yield finding
        for each in (*shorter_wholes(reading), *shorter_stays(reading)):
            if each.of not in parts:
                message = f"the whole of {each.whole} is shorter than its part, {each.part}"
                yield found(self, reading, each.at, message, "correct one of the two", [each.of], "warning")

    def _out_of_order(self, reading: Reading, values: list[_Value]) -> Iterator[tuple[Passage, Finding]]:
        for whole in values:
            part = next(
                (each for each in values if each.rank > whole.rank and each.number > whole.number), None
            )
            if part is not None and part.unit == whole.unit:
                message = (
                    f"the {part.name} of {part.number} {part.unit} is more than the {whole.name} of "
                    f"{whole.number} {whole.unit}"
                )
                yield (
                    part.place,
                    found(self, reading, part.place, message, "correct one of the two", [whole.place]),
                )
                return


def _values(stretch: Stretch, chain: tuple[tuple[str, str], ...], names: re.Pattern[str]) -> Iterator[_Value]:
    """The values of one line in a sentence: each right behind its name, or all in turn behind all names."""
    text = stretch.text
    named = [(int(match.lastgroup[1:]), match) for match in names.finditer(text) if match.lastgroup]
    if len({rank for rank, _ in named}) != len(named) or len(named) < 2:
        return
    if "respectively" in text:
        run = [match for _, match in named]
        figures = list(_IN_TURN.finditer(text, run[-1].end()))
        tight = all(_BETWEEN.fullmatch(text, one.end(), other.start()) for one, other in pairwise(run))
        if tight and len(figures) == len(run) and figures[-1]["unit"]:
            for (rank, _), figure in zip(named, figures, strict=True):
                yield _value(stretch, chain[rank][0], rank, figure, figures[-1]["unit"])
        return
    figures = list(_VALUE.finditer(text))
    for rank, match in named:
        behind = next((figure for figure in figures if figure.start() >= match.end()), None)
        if behind is not None and _GAP.match(text[match.end() : behind.start()]):
            yield _value(stretch, chain[rank][0], rank, behind, behind["unit"])


def _value(stretch: Stretch, name: str, rank: int, figure: re.Match[str], unit: str) -> _Value:
    place = Passage(stretch.sentence.block, stretch.offset + figure.start(), stretch.offset + figure.end())
    return _Value(rank, name, Decimal(figure["number"]), " ".join(unit.split()), place)
