"""CW113."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations
from typing import ClassVar

from casewright.check.evidence.people.cases import cases_told
from casewright.check.evidence.times.deathafter import deaths_after
from casewright.check.evidence.times.discharge import Discharge, apart, comparable, discharges
from casewright.check.evidence.times.wardstay import too_long_in_care
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import found
from casewright.document.reading import Reading


class DischargeOnTwoDays:
    """A patient who leaves the hospital, or dies, on one day in the abstract and on another in the case report.

    Why it is bad
        The length of stay is what readers compare treatments by; the two cannot both be right.

    Example
        Abstract: She was discharged on the seventh postoperative day. Case report: She went home on
        postoperative day 5.

    Write instead
        Abstract: She was discharged on the fifth postoperative day. Case report: She went home on
        postoperative day 5.

    Source
        CARE 2013, item 10, doi:10.1186/1752-1947-7-223. Days are compared only where both count from the operation,
        or neither does; a patient who left twice passes where one of the days agrees. Times
        of death are compared that count from one event. A stay in intensive care is a part of that in the hospital.
    """

    code: ClassVar[str] = "CW113"
    name: ClassVar[str] = "discharge-on-two-days"
    severity: ClassVar[Severity] = "error"

    def check(self, reading: Reading) -> Iterator[Finding]:
        yield from self._deaths(reading)
        days = list(discharges(reading))
        told = [each for each in days if each.part == "body"]
        if reading.once(cases_told) > 1:
            return
        for each in too_long_in_care(reading):
            message = f"the stay is told `{each.words}`, and the patient left on day {each.left.days}"
            yield found(
                self, reading, each.place, message, "make the two agree", [each.left.place], "warning"
            )
        for echo in days:
            against = [each for each in told if apart(echo, each)]
            alike = [each for each in told if comparable(echo, each) and not apart(echo, each)]
            if (
                echo.part == "body"
                or not against
                or alike
                or any(_told(reading, echo, each) for each in told)
            ):
                continue
            section, block = reading.blocks[against[0].place.block]
            there = block.text[against[0].place.start : against[0].place.end]
            here = reading.blocks[echo.place.block][1].text[echo.place.start : echo.place.end]
            message = (
                f"the patient leaves `{here}` here and `{there}` in {section.title or 'the case report'}"
            )
            severity: Severity = "error" if echo.basis else "warning"
            yield found(
                self, reading, echo.place, message, "make the two agree", [against[0].place], severity
            )

    def _deaths(self, reading: Reading) -> Iterator[Finding]:
        """Deaths at two times after one event."""
        deaths = list(deaths_after(reading))
        if len(deaths) < 2 or reading.once(cases_told) > 1:
            return
        for one, other in combinations(deaths, 2):
            if one.event == other.event and (one.greatest < other.least or other.greatest < one.least):
                message = f"the patient died at two times: `{one.text}` and `{other.text}`"
                yield found(self, reading, other.place, message, "make the two agree", [one.place], "warning")
                return


def _told(reading: Reading, echo: Discharge, other: Discharge) -> bool:
    """Whether the sentence of another day has the days of this one too: `on day 27, 11 days after admission`."""
    sentence = reading.sentences[reading.sentence_at(other.place.block, other.place.start)]
    text = reading.blocks[other.place.block][1].text[sentence.start : sentence.end]
    return re.search(rf"\b{echo.days} d(?:ays?)?\b", text) is not None
