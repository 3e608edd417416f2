"""A REDCap or other CSV export as case data, by a mapping file that says what its columns mean.

The mapping is YAML:

    record: record_id            # the column that tells patients apart, where there are several
    keep: "12"                   # the patient that is imported
    date: visit_date             # the column with the date of a row
    columns:
      wbc: {analyte: leukocytes, unit: 10*3/uL}
      age: {fact: patient.age, unit: years}
      sex: {fact: patient.sex, values: {"1": male, "2": female}}
      dx: {fact: diagnosis.final}
    ignore: [first_name, mrn]    # columns that identify, or do not matter
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from casewright.errors import InputError, Place, Problem
from casewright.quantity.analytes import ANALYTES
from casewright.quantity.units import find_unit
from casewright.start.collected import Collected, Value
from casewright.start.mapping import Column, Mapped, read_mapping
from casewright.start.project import Imported

MOST_ROWS, MOST_COLUMNS = 200_000, 5_000
_FORMATS = (
    "%Y-%m-%d",
    "%Y/%m/%d",
    "%d.%m.%Y",
)  # only those in which day and month cannot be taken for each other
_HINT = "name a file with --mapping; how it is written stands in docs/tutorial.md"


def import_csv(file: Path, mapping: Path | None) -> Imported:
    """What the rows of one patient hold. Raises InputError: no mapping, or a table or mapping that cannot be used."""
    if mapping is None:
        raise InputError(Problem("the columns of a CSV export need a mapping", _HINT, Place(str(file))))
    mapped = read_mapping(mapping)
    header, rows = _table(file)
    _check_columns(mapped, header, mapping)
    collected = Collected()
    kept = [
        (number, row) for number, row in rows if not mapped.keep or row.get(mapped.record, "") == mapped.keep
    ]
    records = {row.get(mapped.record, "") for _, row in kept} if mapped.record else set()
    if len(records) > 1:
        hint = f'choose one with `keep`, such as: keep: "{min(records)}"'
        raise InputError(Problem(f"the table holds {len(records)} patients", hint, Place(str(mapping))))
    if not kept:
        hint = "see what stands in its column"
        raise InputError(
            Problem(f"no row has `{mapped.keep}` as its {mapped.record}", hint, Place(str(mapping)))
        )
    case: dict[str, Any] = {}
    for number, row in kept:
        _row(number, row, mapped, collected, case)
    collected.left_out += _unmapped(kept, mapped, header)
    return Imported(_merged(collected.case(), case), left_out=tuple(collected.left_out))


def _row(
    number: int, row: Mapping[str, str], mapped: Mapped, collected: Collected, case: dict[str, Any]
) -> None:
    day = None
    if written := row.get(mapped.date, "").strip():
        day = _day(written)
        if day is None:
            collected.left_out.append(
                f"line {number}: its date is not written as 2014-05-31, so its values are undated"
            )
    for name, column in mapped.columns.items():
        text = " ".join(row.get(name, "").split())
        if not text:
            continue
        text = column.values.get(text, text)
        if column.analyte:
            unit = find_unit(column.unit)
            collected.measure(
                Value(column.analyte, name, f"{text} {unit.symbol if unit else ''}".strip(), day)
            )
        else:
            _fact(column, f"{text} {column.unit}".strip(), f"line {number}, {name}", collected, case)


def _fact(column: Column, text: str, where: str, collected: Collected, case: dict[str, Any]) -> None:
    """Put a value where the mapping says; another value for the same fact is left out, and said so."""
    *outer, last = column.fact.split(".")
    group = case
    for name in outer:
        group = group.setdefault(name, {})
    if group.get(last, text) != text:
        collected.left_out.append(f"{where}: {column.fact} has a value already, from a line before")
    else:
        group[last] = text


def _unmapped(kept: list[tuple[int, dict[str, str]]], mapped: Mapped, header: list[str]) -> Iterator[str]:
    """Each column that holds something and is not taken, with how much."""
    used = {*mapped.columns, mapped.record, mapped.date}
    for name in header:
        filled = sum(bool(row.get(name, "").strip()) for _, row in kept)
        if name not in used and filled:
            why = "the mapping leaves it out" if name in mapped.ignore else "the mapping does not name it"
            yield f"column {name} ({filled} values): {why}"


def _table(file: Path) -> tuple[list[str], list[tuple[int, dict[str, str]]]]:
    """The header, and each row with the number of its line."""
    place = Place(str(file))
    try:
        text = file.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise InputError(Problem("not UTF-8 text", "export it as UTF-8", place)) from fault
    first = text.partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        header = [name.strip() for name in next(reader, [])]
        rows = [
            (reader.line_num, row) for row, _ in zip(reader, range(MOST_ROWS + 1), strict=False) if any(row)
        ]
    except csv.Error as fault:
        raise InputError(Problem(f"not a table: {fault}", "export it again as CSV", place)) from fault
    if len(header) > MOST_COLUMNS or len(rows) > MOST_ROWS:
        raise InputError(Problem("the table is too large", "export one patient only", place))
    if not rows or len(set(header)) != len(header):
        message = "the table holds no rows" if not rows else "two columns of the table have one name"
        raise InputError(Problem(message, "export it again with its header", place))
    uneven = [number for number, row in rows if len(row) > len(header)]
    if uneven:
        raise InputError(
            Problem("more cells than the header has", "export it again as CSV", Place(str(file), uneven[0]))
        )
    return header, [(number, dict(zip(header, row, strict=False))) for number, row in rows]


def _check_columns(mapped: Mapped, header: list[str], file: Path) -> None:
    """Raise InputError for columns that the table does not have, and for analytes and units that are not known."""
    problems = []
    for name in (*mapped.columns, *mapped.ignore, mapped.record, mapped.date):
        if name and name not in header:
            near = get_close_matches(name, header, 1)
            hint = f"did you mean `{near[0]}`?" if near else ""
            problems.append(Problem(f"the table has no column `{name}`", hint, Place(str(file))))
    for name, column in mapped.columns.items():
        if column.analyte and column.analyte not in ANALYTES:
            near = get_close_matches(column.analyte, ANALYTES, 1)
            hint = f"did you mean `{near[0]}`?" if near else "put it under `fact: labs.NAME.other.VALUE`"
            problems.append(
                Problem(f"{name}: no analyte is called `{column.analyte}`", hint, Place(str(file)))
            )
        if column.unit and find_unit(column.unit) is None:
            problems.append(Problem(f"{name}: the unit `{column.unit}` is not known", "", Place(str(file))))
    if problems:
        raise InputError(problems)


def _day(written: str) -> date | None:
    from datetime import datetime

    for form in _FORMATS:
        try:
            return datetime.strptime(written[:10], form).date()
        except ValueError:
            continue
    return None


def _merged(first: Mapping[str, Any], second: Mapping[str, Any]) -> dict[str, Any]:
    merged = dict(first)
    for name, value in second.items():
        inner = merged.get(name)
        merged[name] = (
            _merged(inner, value) if isinstance(inner, Mapping) and isinstance(value, Mapping) else value
        )
    return merged
