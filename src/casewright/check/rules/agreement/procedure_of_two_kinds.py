"""CW107."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from casewright.check.evidence.people.cases import cases_told
from casewright.check.evidence.telling.backward import never_told
from casewright.check.evidence.telling.rivals import rivals
from casewright.check.evidence.telling.treatments import named_once
from casewright.check.evidence.text.passage import Passage
from casewright.check.evidence.words.alternatives import procedures
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import found
from casewright.document.reading import Reading


class ProcedureOfTwoKinds:
    """One operation, implant or access that is of one kind in one place and of another in a second place.

    Why it is bad
        What was done is what others will do; the way and the extent of an operation decide its risk.

    Example
        Abstract: He underwent open distal pancreatectomy. Case report: Laparoscopic distal pancreatectomy was
        performed.

    Write instead
        Abstract: He underwent laparoscopic distal pancreatectomy. Case report: Laparoscopic distal pancreatectomy was
        performed.

    Source
        SCARE 2023, doi:10.1097/JS9.0000000000000373. Where the case names the way of the echo too, as after a
        conversion, nothing is said. Of two places of the case the second must speak of the thing as known (`after the
        segmentectomy`, `the nail was removed`), and nowhere tell that it was done. An operation that a summary names
        once, and no other place in any form, is told as well, where the case tells of another.
    """

    code: ClassVar[str] = "CW107"
    name: ClassVar[str] = "procedure-of-two-kinds"
    severity: ClassVar[Severity] = "error"

    def check(self, reading: Reading) -> Iterator[Finding]:
        chosen = reading.once(procedures)
        seen: list[Passage] = []
        for echo, told in (*rivals(reading, chosen, alone=False), *never_told(reading, chosen)):
            if any(_overlap(echo.place, place) for place in seen):  # of two families
                continue
            seen.append(echo.place)
            values = " and ".join(dict.fromkeys(each.value for each in told))
            section = reading.blocks[told[0].place.block][0].title or "the case report"
            thing = "operation" if echo.how != "loose" else echo.family.partition(" (")[0]
            message = f"the {thing} is `{echo.value}` here and `{values}` in {section}"
            proved = echo.part == "echo" and len({each.value for each in told}) == 1 and echo.how != "loose"
            severity: Severity = "error" if proved else "warning"
            against = [each.place for each in told[:2]]
            yield found(self, reading, echo.place, message, "make the two agree", against, severity)
        for place, name, case, told_name in named_once(reading) if reading.once(cases_told) == 1 else ():
            if not any(_overlap(place, other) for other in seen):
                message = f"`{name}` stands here and nowhere else in the report, which has `{told_name}`"
                yield found(self, reading, place, message, "make the two agree", [case], "warning")


def _overlap(one: Passage, other: Passage) -> bool:
    return one.block == other.block and one.start < other.end and other.start < one.end
