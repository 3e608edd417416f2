"""CW106."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from casewright.check.evidence.places.misplaced import operated_elsewhere
from casewright.check.evidence.places.retaken import moved
from casewright.check.evidence.telling.rivals import rivals
from casewright.check.evidence.words.alternatives import Chosen, sites
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import found
from casewright.document.reading import Reading


class LesionAtTwoSites:
    """A part of an organ or a spinal level in an echo of the case that the case does not have, where it names another.

    Why it is bad
        The head and the tail of the pancreas are two diseases and two operations; the reader cannot know which it was.

    Example
        Abstract: A tumor in the pancreatic head. Case report: A tumor in the pancreatic tail.

    Write instead
        Abstract: A tumor in the pancreatic tail. Case report: A tumor in the pancreatic tail.

    Source
        Anatomy: the parts of one organ exclude one another. Where the case has the part anywhere, nothing is said.
        Within the case, a lesion spoken of as known (`the tumor of the sigmoid colon`) must be where the one of its
        kind was told to be, and of two parts the one that is operated on must be the ill one.
    """

    code: ClassVar[str] = "CW106"
    name: ClassVar[str] = "lesion-at-two-sites"
    severity: ClassVar[Severity] = "error"

    def check(self, reading: Reading) -> Iterator[Finding]:
        chosen = sites(reading)
        said: set[int] = set()
        for echo, told in (*rivals(reading, chosen), *operated_elsewhere(reading, chosen)):
            said |= {reading.sentence_at(each.place.block, each.place.start) for each in (echo, *told)}
            yield _finding(self, reading, echo, told)
        for pair in moved(reading):
            if not said.isdisjoint((pair.known.sentence, pair.told.sentence)):
                continue
            message = f"the {pair.known.name} is `{pair.here}` here and `{pair.there}` before"
            yield found(
                self, reading, pair.known.place, message, "make the two agree", [pair.told.place], "warning"
            )


def _finding(rule: LesionAtTwoSites, reading: Reading, echo: Chosen, told: list[Chosen]) -> Finding:
    values = " and ".join(dict.fromkeys(each.value for each in told))
    section = reading.blocks[told[0].place.block][0].title or "the case report"
    message = f"the {echo.family.partition(' (')[0]} is `{echo.value}` here and `{values}` in {section}"
    proved = echo.part != "body" and echo.how != "many" and len({each.value for each in told}) == 1
    severity: Severity = "error" if proved else "warning"
    return found(
        rule, reading, echo.place, message, "make the two agree", [each.place for each in told[:2]], severity
    )
