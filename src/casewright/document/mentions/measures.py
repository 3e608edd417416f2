"""Which figure of a sentence is a value of which named analyte.

A figure is given a measure only where the words between it and the name are known to join them: `hemoglobin level of
9.3 g/dL`, `BUN and creatinine were 34 and 1.9 mg/dL, respectively`, `AST/ALT 51/59 U/L`, `72% neutrophils`.
Otherwise its measure is left open.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from casewright.document.mentions.figures import Figure
from casewright.document.mentions.fitting import PAIRED, bare, fitting, slipped, taken_as
from casewright.document.mentions.fluids import named_behind, of_fluid
from casewright.document.mentions.joining import (
    ASIDE,
    BEFORE_IT,
    BEHIND_LIMITS,
    CHANGE,
    FIGURES_JOIN,
    FROM,
    MOMENT,
    NAMES_JOIN,
    TIGHT,
    ends_list,
    has_digit,
    is_link,
)
from casewright.document.mentions.limits import (
    Measured,
    is_range_ahead,
    limits_of,
    of_ionized,
    unit_of_limits,
)
from casewright.document.mentions.names import Name, with_short_forms
from casewright.document.mentions.volumeless import without_volume
from casewright.document.mentions.weighed import is_of_a_person
from casewright.patterns import lazily
from casewright.quantity.model import Quantity, Unit
from casewright.quantity.units import find_unit

_IN_BRACKETS = lazily(r"\s?[(\[]([^()\[\]]{1,20})[)\]]|,\s([^\s\d,;]{1,10}/[a-zA-Z]{1,3})(?=\t)")
_GAS = lazily(r"(?:total )?t?(?:CO2|carbon dioxide)", re.IGNORECASE)
_OF_CELLS = (" of ", " segmented ", " were ", " are ", " blood ")  # between a share and the cells
_GAINED = lazily(r"\b(?:gain|gained|lost|loss|los[te]|losing)\b")


def measure_figures(text: str, figures: Sequence[Figure], names: Sequence[Name]) -> list[Measured]:
    """Every figure of a sentence that stands outside a name, with its measure where the words give one."""
    names = _of_the_clause(text, names)
    free = [each for each in figures if not any(name.start <= each.start < name.end for name in names)]
    return _Sentence(text, free, with_short_forms(text, names)).measured()


def _of_the_clause(text: str, names: Sequence[Name]) -> Sequence[Name]:
    """The names but those of an aside, whose verb and value are those of the name before it."""
    if len(names) < 2 or text.count(",") < 2:
        return names
    asides = [match.span() for match in ASIDE.finditer(text)]
    return [name for name in names if not any(start < name.start < end for start, end in asides)]


class _Sentence:
    """The names and figures of one sentence, matched from left to right."""

    def __init__(self, text: str, figures: list[Figure], names: list[Name]) -> None:
        self.text = text
        self.figures = figures
        self.names = names
        self.found = {figure.start: Measured(figure) for figure in figures}
        self.before = self._names_before()
        self.taken: set[int] = set()  # where the names begin that stand behind their values

    def _names_before(self) -> list[int]:
        """For every figure, the index of the last name that ends before it; -1 where there is none."""
        result, index = [], -1
        for figure in self.figures:
            while index + 1 < len(self.names) and self.names[index + 1].end <= figure.start:
                index += 1
            result.append(index)
        return result

    def measured(self) -> list[Measured]:
        index = 0
        while index < len(self.figures):
            index += self._one(index)
        return [self.found[start] for start in sorted(self.found)]

    def _one(self, index: int) -> int:
        """Decides figure `index`, and those after it that share its names; returns how many."""
        if index and self._is_limit(index):
            return 1
        last = self.before[index]
        if index and (last < 0 or self._stands_between(last, index)):
            self._after_figure(index)
            return 1
        if last >= 0 and is_range_ahead(self.text, self.names[last].end, self.figures[index]):
            return self._behind_range(index, self.names[last])
        if last >= 0 and not self._consumed(last) and self._linked(self.names[last], index):
            count = self._assign(index, last)
            if count:
                return count
        self._name_after(index)
        return 1

    def _behind_range(self, index: int, name: Name) -> int:
        """Gives the value behind a range in brackets that range, `sodium (normal 135-145) was 121`; how many."""
        limits = self.figures[index]
        self._set(index, Measured(limits, name.key, is_limit=True))
        following = index + 1
        if following == len(self.figures) or self.before[following] != self.before[index]:
            return 1
        if not is_link(self.text[limits.end : self.figures[following].start]):
            return 1
        if not self._give(following, name, limits.quantity.unit):
            return 1
        self._set(following, self._measured(following)._replace(limits=limits.quantity))
        return 2

    def _stands_between(self, last: int, index: int) -> bool:
        """Whether a figure stands between a name and figure `index` that is not part of a moment."""
        start, previous = self.names[last].end, self.figures[index - 1]
        if previous.start < start:
            return self.names[last].start < previous.start
        if previous.quantity.unit is not None and previous.quantity.unit.dimension != "time":
            return True
        moments = [match.span() for match in MOMENT.finditer(self.text, start, self.figures[index].start)]
        between = [figure for figure in self.figures[:index] if figure.start >= start]
        return not all(any(s <= figure.start < e for s, e in moments) for figure in between)

    def _consumed(self, last: int) -> bool:
        """Whether the name was given to the figure in front of it, as in `74% neutrophils, 20% lymphocytes`."""
        return self.names[last].start in self.taken

    def _linked(self, name: Name, index: int) -> bool:
        heading = self._heading_unit(name)
        start = name.end if heading is None else heading[1]
        gap = self.text[start : self.figures[index].start]
        if "," in gap:
            gap = ASIDE.sub("", gap)
        return is_link(MOMENT.sub("", gap) if has_digit(gap) else gap)

    def _heading_unit(self, name: Name) -> tuple[Unit, int] | None:
        """The unit in brackets behind the name, as in a table's `Sodium (mmol/L)`, and where the brackets end."""
        match = _IN_BRACKETS.match(self.text, name.end)
        unit = find_unit(match[1] or match[2]) if match is not None else None
        return None if match is None or unit is None else (unit, match.end())

    def _alone(self, index: int) -> bool:
        """Whether no second bare value follows the figure, as in a row of several times."""
        behind = self.figures[index + 1 : index + 2]
        return not any(
            figure.quantity.unit is None
            and figure.quantity.shape == "single"
            and not figure.quantity.comparison
            and "," not in self.text[self.figures[index].end : figure.start]
            for figure in behind
        )

    def _assign(self, index: int, last: int) -> int:
        """Gives the names that end with `last` to the figures that begin with `index`, one to one."""
        first = self._first_joined(index, last)
        count = last - first + 1
        values = self._run(index)
        run = len(values)
        figure = self.figures[index]
        if count == 2 and run == 1 and self._splits(figure, self.names[first], self.names[last]):
            return self._split(index, self.names[first], self.names[last])
        if 1 < count == run:
            unit = self.figures[values[-1]].quantity.unit
            change = self._is_from(self.names[last], figure)
            for name, at in zip(self.names[first : last + 1], values, strict=True):
                self._give(at, name, unit)
                if change and self._measured(at).measure:
                    self._set(at, self._measured(at)._replace(step="before"))
            for at in range(index + 1, values[-1]):
                if at not in values:
                    self._is_limit(at)
            return values[-1] - index + 1
        alone = not any(fitting(name.key, figure.quantity) for name in self.names[first:last])
        if alone or not re.search(
            r"[a-z]{2}", self.text[self.names[last].end : figure.start].replace(" of ", " ")
        ):
            return 1 if self._give(index, self.names[last]) else 0
        return 1

    def _first_joined(self, index: int, last: int) -> int:
        """The first of the names that are joined one to the other up to `last`, behind the figure before."""
        first = last
        earlier = [figure.end for figure in self.figures[:index] if figure.start < self.names[last].start]
        bound = earlier[-1] if earlier else 0  # a moment may stand behind the names
        while first and self.names[first - 1].start >= bound:
            joined = NAMES_JOIN.match(self.text, self.names[first - 1].end, self.names[first].start)
            if joined is None or self._consumed(first - 1):
                break
            first -= 1
        return first

    def _run(self, index: int) -> list[int]:
        """The figures that follow one another from `index` on, joined by commas and the like, less their ranges."""
        values, at = [index], index
        while at + 1 < len(self.figures):
            left, right = self.figures[at], self.figures[at + 1]
            if FIGURES_JOIN.match(self.text, left.end, right.start):
                at += 1
            elif self._is_range_between(at):
                at += 2
            else:
                break
            values.append(at)
        return values

    def _is_range_between(self, at: int) -> bool:
        """Whether figure `at` is followed by its range and then by one more value: `20 mg/L (< 2.9), 705 U/L`."""
        if at + 2 >= len(self.figures):
            return False
        limits, following = self.figures[at + 1], self.figures[at + 2]
        if not BEHIND_LIMITS.match(self.text, limits.end, following.start):
            return False
        return limits_of(self.text, Measured(self.figures[at], "value"), limits) is not None

    def _splits(self, figure: Figure, first: Name, second: Name) -> bool:
        """Whether a pair is two values of two names: both can be, and neither is printed as a pair."""
        quantity = figure.quantity
        if quantity.shape != "pair" or first.key in PAIRED or second.key in PAIRED or quantity.unit is None:
            return False
        one = Quantity("single", quantity.numbers[:1], quantity.unit)
        return bool(fitting(first.key, one) and fitting(second.key, one))

    def _split(self, index: int, first: Name, second: Name) -> int:
        """`AST/ALT 51/59 U/L`: the pair is two values, the first ending where the slash stands."""
        figure = self.figures[index]
        one, two = figure.quantity.numbers
        slash = self.text.index("/", figure.start)
        quantity = Quantity("single", (one,), figure.quantity.unit)
        parts = [
            (Figure(figure.start, slash, quantity), first),
            (Figure(slash + 1, figure.end, replace(quantity, numbers=(two,))), second),
        ]
        for part, name in parts:
            self.found[part.start] = Measured(part, fitting(name.key, part.quantity))
        return 1

    def _give(self, index: int, name: Name, unit: Unit | None = None) -> bool:
        """Whether figure `index` can be a value of `name`: then it is."""
        figure = self.figures[index]
        quantity = figure.quantity
        if quantity.unit is None and unit is not None:
            quantity = replace(quantity, unit=unit)
            figure = figure._replace(quantity=quantity)
        if quantity.unit is None and index + 1 < len(self.figures):
            shared = unit_of_limits(self.text, figure, self.figures[index + 1])
            quantity = replace(quantity, unit=shared)
            figure = figure._replace(quantity=quantity)
        heading = self._heading_unit(name) if quantity.unit is None else None
        if heading is not None:
            if not self._alone(index):
                return False
            quantity = replace(quantity, unit=heading[0])
            figure = figure._replace(quantity=quantity)
        figure = taken_as(name.key, figure, self.text)
        quantity = figure.quantity
        key = fitting(name.key, quantity) or self._foreign(name, figure)
        key = key and of_fluid(self.text, name.start, name.end, key)
        if (
            not key
            or (quantity.unit is None and not bare(key, quantity, self.text[figure.end : figure.end + 12]))
            or named_behind(self.text, figure.end)
            or (quantity.unit is None and self._is_count_of_fevers(name, figure))
        ):
            return False
        if not is_of_a_person(self.text, key, name, figure):
            return False
        self._set(index, Measured(figure, key, step="before" if self._is_from(name, figure) else ""))
        return True

    def _is_count_of_fevers(self, name: Name, figure: Figure) -> bool:
        """Whether a bare figure in the cell beside `Fever` counts those who had it."""
        feverish = self.text[name.start : name.end].lower().startswith("fever")
        return feverish and "\t" in self.text[name.end : figure.start]

    def _is_from(self, name: Name, figure: Figure) -> bool:
        """Whether the figure is the first of a change: `hemoglobin fell from 12.1 to`."""
        gap = name.end, figure.start
        return self.text.find("from", *gap) >= 0 and FROM.search(self.text, *gap) is not None

    def _foreign(self, name: Name, figure: Figure) -> str:
        """The key, where the name stands directly before a value in a unit that it cannot have: `GGT 437 mg/dL`."""
        unit, gap = figure.quantity.unit, self.text[name.end : figure.start]
        if name.key == "blood_pressure" and figure.quantity.shape == "pair" and unit is not None:
            return name.key if TIGHT.match(gap) else ""  # `blood pressure 120/80 cm`
        if name.key == "bicarbonate" and _GAS.match(self.text, name.start):
            return ""  # `end-tidal CO2 of 35 mmHg`
        if name.key == "inr" and (" " + self.text)[name.start : name.end + 1] != " INR":
            return ""  # `PT/INR 14 s`, `PT (INR) 14 s`
        tight = name.end - name.start > 1 and TIGHT.match(gap) is not None
        if not tight or slipped(name.key, figure.quantity):
            return name.key if tight else ""
        return without_volume(self.text, name.key, figure)

    def _set(self, index: int, measured: Measured) -> None:
        old = self.figures[index]
        known = self.found.get(old.start)
        if known is not None and known.figure is old:
            del self.found[old.start]
            self.found[measured.figure.start] = measured
        self.figures[index] = measured.figure

    def _measured(self, index: int) -> Measured:
        figure = self.figures[index]
        known = self.found.get(figure.start)
        return known if known is not None and known.figure is figure else Measured(figure)  # a pair was split

    def _is_limit(self, index: int) -> bool:
        """Whether the figure is the reference range of the one before it: then it is kept as such."""
        figure, previous = self.figures[index], self._measured(index - 1)
        if self.before[index] != self.before[index - 1] and not self._is_range_sign(index):
            return False
        limits = limits_of(self.text, previous, figure)
        if limits is None:
            return False
        measure = previous.measure
        if measure == "calcium" and of_ionized(limits, previous.figure.quantity.unit):
            measure = "calcium_ionized"
        self._set(index - 1, previous._replace(measure=measure, limits=limits))
        self._set(index, Measured(figure, measure, is_limit=True))
        return True

    def _after_figure(self, index: int) -> None:
        """A figure with no name since the last one: the next step of a change, or a value named behind it."""
        figure, previous = self.figures[index], self._last_measured(index)
        unit = previous.figure.quantity.unit
        same = figure.quantity.unit == unit or unit is None or figure.quantity.unit is None
        same = same or bool(without_volume(self.text, previous.measure, figure))
        if previous.measure and same and BEFORE_IT.fullmatch(self.text, previous.figure.end, figure.start):
            self._set(index, Measured(figure, previous.measure, step="before"))
            return
        if previous.measure and same and self._changes(previous, index):
            if not previous.step:
                self._set(self.figures.index(previous.figure), previous._replace(step="before"))
            self._set(index, Measured(figure, previous.measure, step="after"))
            return
        self._name_after(index)

    def _is_range_sign(self, index: int) -> bool:
        """Whether the one name between two figures is the `RR` of a reference range: `334 mg/dL (RR: 70-110 mg/dL)`."""
        name = self.names[self.before[index]]
        return (
            self.before[index] == self.before[index - 1] + 1 and self.text[name.start - 1 : name.end] == "(RR"
        )

    def _last_measured(self, index: int) -> Measured:
        """The last value before a figure, behind which its range or a date in brackets may stand."""
        previous = self._measured(index - 1)
        if index > 1 and (
            previous.is_limit or (not previous.measure and self.text[previous.figure.end] == ")")
        ):
            return self._measured(index - 2)
        return previous

    def _changes(self, previous: Measured, index: int) -> bool:
        """Whether the words behind a value, or behind its range, lead to what it changed to."""
        before = self._measured(index - 1)
        start = before.figure.end if before.is_limit else previous.figure.end
        return CHANGE.match(self.text, start, self.figures[index].start) is not None

    def _name_after(self, index: int) -> None:
        """`72% neutrophils`, `39.2 °C fever`: the name directly behind its value."""
        figure = self.figures[index]
        position = self.before[index] + 1
        if position >= len(self.names):
            return
        name = self.names[position]
        unit, gap = figure.quantity.unit, self.text[figure.end : name.start]
        cells = gap in _OF_CELLS and unit is not None and unit.code == "%"
        if unit is None or not (
            gap == " " or cells or ends_list(self.text, figure.end, unit, name.start, name.end)
        ):
            return
        if name.key == "weight" and _GAINED.search(self.text, max(0, figure.start - 20), figure.start):
            return
        behind = self.text[name.end : self.figures[index + 1].start] if index + 1 < len(self.figures) else "?"
        if cells and is_link(behind):
            return
        key = fitting(name.key, figure.quantity)
        key = key and of_fluid(self.text, name.start, name.end, key)
        if not key or (cells and not key.endswith("_percent")):
            return
        if is_of_a_person(self.text, key, name, figure):
            self.taken.add(name.start)
            self._set(index, Measured(figure, key))
