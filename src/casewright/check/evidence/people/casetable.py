"""Tables of reported patients: the age and sex that each row, or each column, gives, and whose it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from casewright.check.evidence.text.cells import TableCell, cells_of
from casewright.check.evidence.text.passage import Passage
from casewright.document.reading import Reading
from casewright.patterns import lazily

OURS = r"(?:[Tt]his|[Oo]ur|(?:[Tt]he )?[Pp]resent|[Cc]urrent|[Ii]ndex) (?:case|patient|report|study)"
_OURS = lazily(rf"\(?{OURS}\b[^\d.,;]{{0,20}}(?:\(.{{1,20}}\))?\Z")
_HEAD = lazily(
    r"(?:patient(?:'s|’s)?\s)?(?P<age>age)?[\s/,()&]*(?:and\s)?(?P<sex>sex|gender)?[\s/,]*(?P<late>age)?"
    r"\s?(?:\(?(?:in\s)?(?P<unit>years?|yrs?|y|months?|mo|weeks?|days?)?(?:\sold)?[\s,/MFmf]*\)?)?\s?\Z",
    re.IGNORECASE,
)
_AGE = lazily(
    r"(?<![\d.-])(?P<age>\d{1,3})(?![\d.]|\s?[-–]\s?\d)\s?(?P<unit>y|mo|m(?=onth)|w|d)?", re.IGNORECASE
)
_SEX = lazily(r"\b(?:(?P<m>M|male|man|boy)|(?P<f>F|female|woman|girl))\b", re.IGNORECASE)
_CITED = lazily(r"\[(\d[\d,\s–-]*)\]")
_NUMBER = lazily(r"\d+")
_UNITS = {"y": "year", "m": "month", "w": "week", "d": "day"}
_BOTH = lazily(r"\d{1,2} ?(?:y|years?|yrs?)? ?[/,]? ?(?:[MF]|[Mm]ale|[Ff]emale)")
_NEARLY_ALL = 0.8  # of the rows
_MOST = 60  # rows: a longer table is no list of cases


class Reported(NamedTuple):
    """One patient of a table: the age in its printed unit, the sex, the numbers of the works that it is cited from."""

    at: Passage
    ours: bool
    cited: frozenset[int]
    age: int | None
    unit: str
    sex: str  # `male`, `female`, "" where the table does not say

    @property
    def printed(self) -> tuple[str, float]:
        """The unit and the number, by which two ages are the same."""
        return self.unit, float(self.age or 0)


def reported(reading: Reading) -> tuple[tuple[Reported, ...], ...]:
    """The patients of each table that gives their ages. Ask for it by `Reading.once`."""
    tables = []
    for number, (_, block) in enumerate(reading.blocks):
        if block.kind == "table" and "age" in block.text.lower() and block.text.count("\n") < _MOST:
            rows = cells_of(number, block.text)
            patients = tuple(_patients(rows)) or tuple(_patients(_turned(rows)))
            if patients:
                tables.append(_with_ours(patients))
    return tuple(tables)


def _turned(rows: list[list[TableCell]]) -> list[list[TableCell]]:
    """A table with a patient a column, as one with a patient a row."""
    width = min((len(row) for row in rows if len(row) > 1), default=0)
    return [[row[column] for row in rows if len(row) > column] for column in range(width)]


def _patients(rows: list[list[TableCell]]) -> Iterator[Reported]:
    heads = (
        {column: match for column, cell in enumerate(rows[0]) if (match := _HEAD.match(cell.text))}
        if rows
        else {}
    )
    ages = [column for column, match in heads.items() if match["age"] or match["late"]]
    sexes = [column for column, match in heads.items() if match["sex"]]
    if not ages:
        ages = sexes = _of_both(rows)
    if not ages:
        return
    unit = _UNITS[(heads[ages[0]]["unit"] or "y")[0].lower()] if ages[0] in heads else "year"
    for row in rows[1:]:
        ours = [bool(_OURS.match(each.text)) for each in row]
        if (
            ours[0] and ours.count(True) == 1 and len(row) < len(rows[0])
        ):  # a cell that went on over two lines
            row = [row[0]] * (len(rows[0]) - len(row)) + row
        if len(row) <= max(ages[0], *sexes, 1):
            continue
        cell = row[ages[0]]
        said, sex = _AGE.search(cell.text), _SEX.search(row[(sexes or ages)[0]].text)
        if said is None and sex is None:
            continue
        yield Reported(
            cell.place,
            any(ours),
            frozenset(int(n) for each in row for m in _CITED.findall(each.text) for n in _NUMBER.findall(m)),
            int(said["age"]) if said else None,
            _UNITS[said["unit"][0].lower()] if said and said["unit"] else unit,
            ("male" if sex["m"] else "female") if sex else "",
        )  # fmt: skip


def _of_both(rows: list[list[TableCell]]) -> list[int]:
    """The column that gives age and sex, `63/M`, in nearly every row: its head stands below that of a group."""
    width = max(map(len, rows[2:]), default=0)
    among = [row for row in rows[2:] if len(row) == width]
    for column in range(1, width):
        given = sum(_BOTH.fullmatch(row[column].text) is not None for row in among)
        if len(among) > 2 and given > _NEARLY_ALL * len(among):
            return [column]
    return []


def _with_ours(patients: tuple[Reported, ...]) -> tuple[Reported, ...]:
    """The same; where none is called ours, the last is, if it alone is cited from nowhere."""
    uncited = [each for each in patients if not each.cited]
    if any(each.ours for each in patients) or len(patients) < 3 or uncited != [patients[-1]]:
        return patients
    return (*patients[:-1], patients[-1]._replace(ours=True))
