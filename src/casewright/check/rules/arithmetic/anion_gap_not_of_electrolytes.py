"""CW207."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import ClassVar

from casewright.check.evidence.values.labtable import Level, lab_columns
from casewright.check.evidence.values.values import Span, single, span_of
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import found
from casewright.document.mentions.model import QuantityMention
from casewright.document.reading import Reading
from casewright.patterns import lazily
from casewright.quantity.model import Number

_SALTS = ("sodium", "chloride", "bicarbonate")
_FORMULA = lazily(  # `the anion gap (Na − [Cl + HCO3]) was`
    r"\banion gap\s?\((?=[^()\d]{0,8}(?:Na|sodium))[^()]{2,60}\)\s?"
    r"(?:(?:was|of|is)\s|[,:=]\s?){0,2}(?:calculated as )?\Z",
    re.IGNORECASE,
)
_CORRECTED = lazily(r"\b(?:corrected|adjusted|urin(?:e|ary))\b", re.IGNORECASE)
_SLACK = Fraction(1)  # mmol/L: the laboratory subtracts before it rounds

_POTASSIUM = Span(Fraction(3), Fraction(6))  # mmol/L that a laboratory may add


class AnionGapNotOfElectrolytes:
    """An anion gap that the sodium, chloride and bicarbonate beside it do not give, with or without potassium.

    Why it is bad
        The gap is their difference by definition; the diagnosis of an acidosis rests on it.

    Example
        Sodium was 142 mmol/L, chloride 101 mmol/L and bicarbonate 5 mmol/L; the anion gap was 26 mmol/L.

    Write instead
        Sodium was 142 mmol/L, chloride 101 mmol/L and bicarbonate 5 mmol/L; the anion gap was 36 mmol/L.

    Source
        Emmett and Narins 1977 (Medicine, Baltimore): sodium less chloride and bicarbonate; some laboratories add
        potassium. One unit is allowed for rounding.
    """

    code: ClassVar[str] = "CW207"
    name: ClassVar[str] = "anion-gap-not-of-electrolytes"
    severity: ClassVar[Severity] = "error"

    def check(self, reading: Reading) -> Iterator[Finding]:
        for group in _groups(reading):
            gap = span_of(_number(group["anion_gap"]))
            sodium, chloride, bicarbonate = (span_of(_number(group[salt])) for salt in _SALTS)
            plain = sodium - chloride - bicarbonate
            sums = [plain]
            if "potassium" in group:
                sums.append(plain + span_of(_number(group["potassium"])))
            if any(Span(each.low - _SLACK, each.high + _SLACK).meets(gap) for each in sums):
                continue
            middle = float(plain.low + plain.high) / 2
            message = (
                f"the anion gap is {_number(group['anion_gap']).text}, but these electrolytes give {middle:g}"
            )
            against = [group[salt] for salt in _SALTS]
            yield found(self, reading, group["anion_gap"], message, "correct one of the figures", against)
        yield from self._columns(reading)

    def _columns(self, reading: Reading) -> Iterator[Finding]:
        """The gaps of tables, down each column: potassium counts in all columns of a table, or in none."""
        tables: dict[int, list[dict[str, Level]]] = {}
        for column in reading.once(lab_columns):
            levels = {level.measure: level for level in column}
            if {*_SALTS, "anion_gap"} <= set(levels):
                tables.setdefault(levels["sodium"].at.block, []).append(levels)
        for columns in tables.values():
            bare = any(_plain(levels).meets(span_of(levels["anion_gap"].number)) for levels in columns)
            for levels in columns:
                gap, plain = levels["anion_gap"], _plain(levels)
                counted = Span(Fraction(0), Fraction(0)) if bare else _POTASSIUM
                if not (plain + counted).meets(span_of(gap.number)):
                    middle = float(plain.low + plain.high) / 2
                    message = f"the anion gap is {gap.number.text}, but these electrolytes give {middle:g}"
                    against = [levels[salt].at for salt in _SALTS]
                    yield found(
                        self, reading, gap.at, message, "correct one of the figures", against, "warning"
                    )


def _plain(levels: dict[str, Level]) -> Span:
    """Sodium less chloride and bicarbonate, one unit allowed on either side."""
    sodium, chloride, bicarbonate = (span_of(levels[salt].number) for salt in _SALTS)
    gap = sodium - chloride - bicarbonate
    return Span(gap.low - _SLACK, gap.high + _SLACK)


def _groups(reading: Reading) -> Iterator[dict[str, QuantityMention]]:
    """Each anion gap with the electrolytes of its own paragraph and time, where each is printed once."""
    wanted = {*_SALTS, "potassium", "anion_gap"}
    blocks: dict[tuple[int, str], dict[str, list[QuantityMention]]] = {}
    for mention in reading.quantities:
        if mention.subject == "patient" and single(mention) is not None:
            measure = mention.measure or _gap_by_formula(reading, mention)
            if measure in wanted and not (measure == "anion_gap" and _is_corrected(reading, mention)):
                blocks.setdefault((mention.block, mention.time), {}).setdefault(measure, []).append(mention)
    for group in blocks.values():
        if all(len(group.get(measure, ())) == 1 for measure in (*_SALTS, "anion_gap")):
            yield {measure: mentions[0] for measure, mentions in group.items()}


def _is_corrected(reading: Reading, mention: QuantityMention) -> bool:
    """Whether a gap is corrected for the albumin, or one of the urine."""
    text = reading.blocks[mention.block][1].text
    return _CORRECTED.search(text, max(0, mention.start - 60), mention.end + 30) is not None


def _gap_by_formula(reading: Reading, mention: QuantityMention) -> str:
    """`anion_gap` for a value behind the words `anion gap` and their formula in brackets, else ""."""
    before = reading.blocks[mention.block][1].text[max(0, mention.start - 90) : mention.start]
    return "anion_gap" if "nion gap" in before and _FORMULA.search(before) else ""


def _number(mention: QuantityMention) -> Number:
    return mention.quantity.numbers[0]
