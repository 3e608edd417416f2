"""The columns of laboratory tables, and the values of the text, or of another table, that tell one column again.

Nothing but the figures says which column a sentence repeats: that of which it has two values, or one value and
a second with two digits exchanged.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from casewright.check.evidence.telling.slips import is_exchange
from casewright.check.evidence.telling.statements import Statement, statements
from casewright.check.evidence.text.cells import cells_of
from casewright.check.evidence.text.headed import when_headed
from casewright.check.evidence.text.parts import of_others
from casewright.check.spotting import Span
from casewright.document.mentions.names import find_names
from casewright.document.reading import Reading
from casewright.patterns import lazily
from casewright.quantity.model import Unit
from casewright.quantity.units import find_unit

_VALUE = lazily(
    r"[<>≤≥]?\s?(\d{1,7}(?:,\d{3})*(?:\.\d+)?(?:/\d{2,3}(?!\d))?)\s?(?:%|[a-zA-Zµμ/0-9×^]{1,12})?(?:\s?[*†‡↑↓HL(]{1,2}\)?)?\Z"
)
_LIMITS = lazily(r"normal|reference|range|ref\.|unit|limit", re.IGNORECASE)
_AFTERWARDS = lazily(
    r"\b(?:[Ff]ollow(?:ed)?-?\s?up|months? (?:later|after)|after \w+ (?:weeks|months)|last visit)\b"
)
_NEXT = lazily(r"[^.;,()]{0,25}(?: and|,| then) \d[\d.]*\s?[a-zA-Zµμ%]")
_THEN = lazily(  # `fell to 12 mg/L after 3 weeks`
    r"\s(?:after|at|on|by|in)\s(?P<when>(?:day|week|month|pod|postoperative day) \d+|\d+ (?:days|weeks|months)"
    r"|discharge|admission)\b",
    re.IGNORECASE,
)
_ENOUGH = 2  # values of one column that a sentence repeats, for the column to be meant
_ENOUGH_ROWS = 3  # the same of a column of another table
_BESIDE = 60  # characters before a value in which the label of its row stands
_WITH_UNIT = lazily(r"([a-z][a-z -]{2,40}),? ?[(\[]([^()\[\]]{1,12})[)\]]")
_LONG_WORD = lazily(r"[a-z]{4,}")


class Cell(NamedTuple):
    """One value of a table: what its row or its heading names, the column (or row) of one time, and its place."""

    name: str  # an analyte, or the label in small letters
    value: str
    time: tuple[int, int]  # the table and the column, or the row, that were measured together
    span: Span
    when: str = ""  # the time that the column or the row is headed with: `day 7`, `admission`


class Differing(NamedTuple):
    """A value that differs from the cell it repeats, and values that agree with that cell's column."""

    at: Statement | Span
    value: str
    cell: Cell
    agreeing: int
    when: str = ""  # the time that both are of


def differing(reading: Reading) -> Iterator[Differing]:
    """The values of text and tables that repeat a column in all but one value, in reading order."""
    cells = reading.once(table_cells)
    if not cells:
        return
    known = list(_in_text(reading, cells))
    known += [each for each in _in_paragraphs(reading, cells) if all(each.at is not o.at for o in known)]
    known += [each for each in _at_one_time(reading, cells) if all(each.at is not o.at for o in known)]
    yield from known
    yield from (each for each in _slipped(reading, cells) if all(each.at is not other.at for other in known))
    yield from _in_tables(cells)


def in_a_table(statement: Statement) -> bool:
    """Whether a table has a value of this analyte."""
    cells = statement.reading.once(table_cells)
    return any(cell.name == statement.what and _equal(_digits(statement), cell.value) for cell in cells)


def table_cells(reading: Reading) -> tuple[Cell, ...]:
    """The values of the tables whose rows or columns have names."""
    return tuple(
        cell
        for number, (_, block) in enumerate(reading.blocks)
        if block.kind == "table"
        for cell in _cells(number, block.text)
    )


def _cells(block: int, text: str) -> Iterator[Cell]:
    rows = cells_of(block, text)
    heads = next((row for row in rows if sum(bool(cell) for cell, _ in row) > 1), [])
    named = {column: _named(cell) for column, (cell, _) in enumerate(heads) if column and find_names(cell)}
    down = len(named) >= 2
    for number, row in enumerate(rows):
        if row is heads or len(row) < 2 or not row[0][0]:
            continue
        for column, (cell, place) in enumerate(row[1:], 1):
            match = _VALUE.match(cell)
            head = heads[column][0] if column < len(heads) else ""
            if match is None or _LIMITS.search(head) or (down and column not in named):
                continue
            name, time = (named[column], number) if down else (_named(row[0][0]), column)
            when = when_headed(row[0][0] if down else head)
            yield Cell(name, match[1].replace(",", ""), (block, time), Span(*place), when)


def _named(label: str) -> str:
    """The analyte that a label names, or the label itself."""
    names = find_names(label)
    return names[0].key if names else label.lower()


def _in_text(reading: Reading, cells: Sequence[Cell]) -> Iterator[Differing]:
    known = {cell.name for cell in cells}
    told: dict[int, list[Statement]] = {}
    for each in reading.once(statements):
        plain = each.quantity.shape == "single" and not each.quantity.comparison and not each.in_table
        if plain and each.what in known and each.about:
            told.setdefault(each.sentence, []).append(each)
    for values in told.values():
        if len(values) > 1:
            yield from _of_sentence(values, cells)


def _of_sentence(values: Sequence[Statement], cells: Sequence[Cell]) -> Iterator[Differing]:
    """The values of a sentence that stand in no column, where the others are those of one."""
    agreeing: dict[tuple[int, int], set[str]] = {}
    for each in values:
        for cell in cells:
            if cell.name == each.what and _equal(_digits(each), cell.value):
                agreeing.setdefault(cell.time, set()).add(cell.name)
    if not agreeing:
        return
    time = max(agreeing, key=lambda each: len(agreeing[each]))
    for each in values:
        row = [cell for cell in cells if cell.name == each.what]
        meant = [cell.value for cell in row if cell.time == time]
        if len(meant) != 1 or _equal(_digits(each), meant[0]) or not _of_one_order(_digits(each), meant[0]):
            continue
        of_other_time = any(_equal(_digits(each), cell.value) for cell in row)
        if of_other_time and any(other.time == "later" for other in values):
            continue
        exchanged = is_exchange(_digits(each), meant[0]) and not of_other_time
        enough = 1 if exchanged else max(_ENOUGH, len(values) - 1) if of_other_time else _ENOUGH
        if len(agreeing[time]) >= enough:
            cell = next(cell for cell in row if cell.time == time)
            yield Differing(each, each.text, cell, len(agreeing[time]))


def _in_paragraphs(reading: Reading, cells: Sequence[Cell]) -> Iterator[Differing]:
    """The values that their paragraph tells once and at no later time, where most of its others are of one column."""
    labels = {cell.name: label for cell in cells if (label := _label(cell.name))}
    known = {cell.name for cell in cells}
    told: dict[int, dict[str, list[Statement]]] = {}
    for each in reading.once(statements):
        plain = each.quantity.shape == "single" and not each.quantity.comparison and not each.in_table
        if plain and each.about and (name := each.what if each.what in known else _labelled(each, labels)):
            told.setdefault(each.block, {}).setdefault(name, []).append(each)
    for values in told.values():
        once = {
            name: group[0]
            for name, group in values.items()
            if len(group) == 1 and _is_alone(reading, group[0])
        }
        yield from _against_column(once, cells)


def _is_alone(reading: Reading, each: Statement) -> bool:
    """Whether no second figure follows that goes on with a value, `3.1 mmol/L at noon and 5.4 mmol/L`, and it is not
    told of the time after the stay."""
    text, sentence = reading.blocks[each.block][1].text, reading.sentences[each.sentence]
    return (
        _NEXT.match(text, each.end) is None and _AFTERWARDS.search(text, sentence.start, each.start) is None
    )


def _against_column(once: dict[str, Statement], cells: Sequence[Cell]) -> Iterator[Differing]:
    """The values, by name, that are not those of the one column that has most of the others."""
    agreeing: dict[tuple[int, int], set[str]] = {}
    for cell in cells:
        if cell.name in once and _equal(_digits(once[cell.name]), cell.value):
            agreeing.setdefault(cell.time, set()).add(cell.name)
    if not agreeing:
        return
    time = max(agreeing, key=lambda each: len(agreeing[each]))
    compared = {cell.name for cell in cells if cell.time == time} & once.keys()
    if len(agreeing[time]) < _ENOUGH or 2 * len(agreeing[time]) < len(compared):
        return
    for name, each in once.items():
        row = [cell for cell in cells if cell.name == name]
        meant = [cell for cell in row if cell.time == time]
        unlike = not any(_equal(_digits(each), cell.value) for cell in row)
        if (
            len(meant) == 1
            and unlike
            and each.time != "later"
            and _of_one_order(_digits(each), meant[0].value)
        ):
            yield Differing(each, each.text, meant[0], len(agreeing[time]))


class _Label(NamedTuple):
    """What a row that names no analyte is of, and the unit in brackets behind it: `left ventricle (mm)`."""

    words: frozenset[str]
    unit: Unit


def _label(name: str) -> _Label | None:
    match = _WITH_UNIT.fullmatch(name)
    unit = find_unit(match[2]) if match else None
    words = frozenset(_LONG_WORD.findall(match[1])) if match else frozenset()
    return _Label(words, unit) if unit is not None and words else None


def _labelled(each: Statement, labels: dict[str, _Label]) -> str:
    """The only row whose words all stand beside a value in the row's unit; "" where none or several do."""
    if each.named or not labels:
        return ""
    text = each.reading.blocks[each.block][1].text
    start = max(each.reading.sentences[each.sentence].start, each.start - _BESIDE)
    before = text[start : each.start].lower()
    last = before.rpartition(", ")[2].rpartition(" and ")[2]
    found = [
        name
        for name, label in labels.items()
        if label.unit == each.quantity.unit and all(word in last for word in label.words)
    ]
    return found[0] if len(found) == 1 else ""


def _at_one_time(reading: Reading, cells: Sequence[Cell]) -> Iterator[Differing]:
    """The values of the text that no column has, of a time with which one column is headed."""
    if not any(cell.when for cell in cells):
        return
    for each in reading.once(statements):
        if each.in_table or each.quantity.shape != "single" or each.quantity.comparison:
            continue
        row = [cell for cell in cells if cell.name == each.what]
        behind = _THEN.match(reading.blocks[each.block][1].text, each.end) if row else None
        when = when_headed(behind["when"]) if behind else each.time
        meant = [cell for cell in row if when and cell.when == when]
        if len(meant) != 1 or not each.about or not _of_one_order(_digits(each), meant[0].value):
            continue
        if _equal(_digits(each), meant[0].value):
            continue
        if behind or not any(_equal(_digits(each), cell.value) for cell in row):  # `12 mg/L on day 3`
            yield Differing(each, each.text, meant[0], 0, when)


def _slipped(reading: Reading, cells: Sequence[Cell]) -> Iterator[Differing]:
    """The values of the text that no table has, but with two digits exchanged, where the text lacks that cell."""
    rows: dict[str, list[Cell]] = {}
    for cell in cells:
        rows.setdefault(cell.name, []).append(cell)
    told = [each for each in reading.once(statements) if not each.in_table and each.quantity.unit]
    for each in told:
        plain = each.quantity.shape in ("single", "pair") and not each.quantity.comparison
        if not plain or not (each.about or not of_others(reading, each.sentence)):
            continue
        for name in _names_of(each) & rows.keys():
            row = rows[name]
            if any(_equal(_printed(each), cell.value) for cell in row):
                continue
            meant = [
                cell for cell in row if is_exchange(_significant(_printed(each)), _significant(cell.value))
            ]
            if len(meant) != 1 or len(_significant(meant[0].value).replace("/", "")) <= _ENOUGH:
                continue
            value = meant[0].value
            if not any(_equal(_printed(other), value) for other in told if name in _names_of(other)):
                yield Differing(each, each.text, meant[0], 0)


def _names_of(statement: Statement) -> set[str]:
    """The analyte of a value; where the words beside it name none, those that its sentence names."""
    if statement.named:
        return {statement.what}
    sentence = statement.reading.sentences[statement.sentence]
    text = statement.reading.blocks[statement.block][1].text[sentence.start : sentence.end]
    return set() if statement.what else {name.key for name in find_names(text)}


def _printed(statement: Statement) -> str:
    """The numbers of a value without marks of thousands: `149000`, `97/50`."""
    return "/".join(number.text.replace(",", "").replace(" ", "") for number in statement.quantity.numbers)


def _significant(number: str) -> str:
    """A number without the zeros that a power of ten adds."""
    return number if "." in number or "/" in number else number.rstrip("0")


def _in_tables(cells: Sequence[Cell]) -> Iterator[Differing]:
    """The values of a table that differ from those of another, of which one column has the rest."""
    columns: dict[tuple[int, int], dict[str, Cell]] = {}
    for cell in cells:
        columns.setdefault(cell.time, {})[cell.name] = cell
    times = sorted(columns)
    for index, first in enumerate(times):
        for second in times[index + 1 :]:
            if first[0] == second[0]:
                continue
            one, other = columns[first], columns[second]
            common = one.keys() & other.keys()
            unlike = [name for name in common if not _equal(one[name].value, other[name].value)]
            if len(unlike) == 1 and len(common) > _ENOUGH_ROWS:
                cell = other[unlike[0]]
                yield Differing(cell.span, cell.value, one[unlike[0]], len(common) - 1)


def _digits(statement: Statement) -> str:
    return statement.quantity.numbers[0].text.replace(",", "").replace(" ", "")


def _equal(one: str, other: str) -> bool:
    """Whether two values are one, rounded, whatever power of ten their units differ by in a count."""
    try:
        a, b = float(one), float(other)
    except ValueError:
        return False
    decimals = min(len(text.partition(".")[2]) for text in (one, other))
    return any(round(a * power, decimals) == round(b, decimals) for power in (1, 1000, 0.001))


def _of_one_order(one: str, other: str) -> bool:
    if "/" in one or "/" in other:
        return False
    a, b = sorted((float(one), float(other)))
    return a > 0 and b <= 5 * a
