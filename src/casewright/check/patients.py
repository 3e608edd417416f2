"""Findings that hold one patient of a series against another: two patients do not contradict each other."""

from __future__ import annotations

from casewright.check.evidence.people.numbered import numbered_cases
from casewright.check.finding import Finding
from casewright.document.reading import Reading

_OF_ONE_PATIENT = ("CW1", "CW2", "CW3")  # agreement, arithmetic, plausibility
_OF_THE_REPORT = ("CW110", "CW132", "CW140")  # spelling, cases counted, the variant of a family


def without_other_patients(findings: tuple[Finding, ...], reading: Reading) -> tuple[Finding, ...]:
    """The findings without those all of whose rivals are told of another numbered case."""
    numbers = reading.once(numbered_cases)
    if len(set(numbers) - {""}) < 2:
        return findings
    return tuple(each for each in findings if not _is_between(each, numbers))


def _is_between(finding: Finding, numbers: tuple[str, ...]) -> bool:
    if not finding.code.startswith(_OF_ONE_PATIENT) or finding.code in _OF_THE_REPORT:
        return False
    here = numbers[finding.spot.block] if finding.spot.block >= 0 else ""
    there = [numbers[spot.block] if spot.block >= 0 else "" for spot in finding.related]
    return bool(here and there) and all(other not in ("", here) for other in there)
