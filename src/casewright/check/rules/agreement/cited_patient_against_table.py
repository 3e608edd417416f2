"""CW127."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from casewright.check.evidence.people.casetable import Reported, reported
from casewright.check.evidence.people.introduced import Introduced, introduced
from casewright.check.evidence.text.parts import part_at
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import found
from casewright.document.reading import Reading


class CitedPatientAgainstTable:
    """A patient of another report who has one age or sex in the text and another in the table of reported cases.

    Why it is bad
        Text and table were taken from the same report; one of the two has a slip.

    Example
        Rossi described a 61-year-old man with a pseudocyst of the spleen [7]. Table, the row of [7]: 16/M.

    Write instead
        Rossi described a 61-year-old man with a pseudocyst of the spleen [7]. Table, the row of [7]: 61/M.

    Source
        The row is the one that cites the work cited next in the paragraph. A work with several patients passes where
        any of them has that age and sex, and so does an age that another row of the table has.
    """

    code: ClassVar[str] = "CW127"
    name: ClassVar[str] = "cited-patient-against-table"
    severity: ClassVar[Severity] = "warning"

    def check(self, reading: Reading) -> Iterator[Finding]:
        tables = [table for table in reading.once(reported) if any(row.cited for row in table)]
        people = reading.once(introduced) if tables else ()
        for number, person in enumerate(people):
            if part_at(reading, person.at.block) == "body":
                continue
            cited = _cited(reading, person, people[number + 1] if number + 1 < len(people) else None)
            for table in tables:
                rows = [row for row in table if cited and row.cited == {cited}]
                if rows and (message := _against(person, rows, table)):
                    hint = "look it up, and correct the text or the table"
                    yield found(self, reading, person.at, message, hint, [row.at for row in rows[:3]])


def _cited(reading: Reading, person: Introduced, following: Introduced | None) -> int | None:
    """The one work that is cited next behind a person, before the next person is told of."""
    end = following.at.start if following and following.at.block == person.at.block else 1 << 30
    sentence = reading.sentence_at(person.at.block, person.at.start)
    here = [each for each in reading.citations if each.block == person.at.block]
    near = [each for each in here if each.sentence == sentence] or [
        each for each in here if person.at.end <= each.start < end
    ]
    return near[0].numbers[0] if near and len(near[0].numbers) == 1 and len(near) == 1 else None


def _against(person: Introduced, rows: list[Reported], table: tuple[Reported, ...]) -> str:
    """What is wrong with a person, in words; "" where a row can be that person."""
    if any(row.age is None or row.unit != person.unit for row in rows):
        return ""
    alike = [row for row in rows if row.age == person.age]
    if not alike:
        if any(row.age == person.age for row in table):
            return ""
        ages = " and ".join(dict.fromkeys(f"{row.age} {row.unit}s" for row in rows))
        return f"the cited patient is {person.age} {person.unit}s old here and {ages} in the table"
    if all(row.sex and row.sex != person.sex for row in alike):
        return f"the cited patient is {person.sex} here and {alike[0].sex} in the table"
    return ""
