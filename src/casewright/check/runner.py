"""A check, from a reading to its findings: run the rules, set aside what the author has allowed, sort by
place."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from casewright.check.acknowledgement import apply_acknowledgements, load_acknowledgements, subjects_of
from casewright.check.finding import Finding
from casewright.check.patients import without_other_patients
from casewright.check.registry import all_rules
from casewright.check.repeated import without_repeated
from casewright.check.rule import Rule
from casewright.check.rules.project.stale_acknowledgement import StaleAcknowledgement
from casewright.check.rules.project.suppression_without_finding import SuppressionWithoutFinding
from casewright.check.rules.project.suppression_without_reason import SuppressionWithoutReason
from casewright.check.selection import matches, selected
from casewright.check.settings import Settings
from casewright.check.suppression import Suppression, apply_suppressions, find_suppressions
from casewright.document.model import Document
from casewright.document.reading import Reading

_COMMENTED = {".md", ".markdown", ".html", ".htm", ".xml", ".jinja", ".j2"}
_ORDINARY = Settings()


def check_document(
    reading: Reading, settings: Settings = _ORDINARY, folder: Path | None = None
) -> tuple[Finding, ...]:
    """What the selected rules hold against a manuscript, sorted by place.

    What a comment in the text or an entry of the file of acknowledgements allows is there too, with its
    reason. `folder` is where the paths in the document start from. Raises `InputError` for settings that
    cannot be used.
    """
    rules = _chosen(all_rules(), tuple(settings.select), tuple(settings.ignore))
    findings = tuple(dict.fromkeys(finding for rule in rules for finding in rule().check(reading)))
    findings = without_repeated(without_other_patients(findings, reading))
    findings += _of_suppressions_alone(
        rules, suppressions := _suppressions(reading.document, folder or Path())
    )
    by_code = {rule.code: rule for rule in rules} if suppressions else {}
    findings, unused = apply_suppressions(findings, suppressions, by_code, reading.document.source)
    if SuppressionWithoutFinding in rules:
        findings += tuple(SuppressionWithoutFinding.of(s) for s in unused if _may_fire(s, rules))
    if settings.acknowledged:
        findings, stale = apply_acknowledgements(
            findings, load_acknowledgements(settings.acknowledged), subjects_of(reading)
        )
        if settings.stale and StaleAcknowledgement in rules:
            ran = {rule.code for rule in rules}
            findings += tuple(StaleAcknowledgement.of(entry) for entry in stale if entry.code in ran)
    return tuple(sorted(findings, key=_order))


@lru_cache(maxsize=8)  # the same for every manuscript of a folder
def _chosen(
    rules: tuple[type[Rule], ...], select: tuple[str, ...], ignore: tuple[str, ...]
) -> tuple[type[Rule], ...]:
    return selected(rules, select, ignore)


def _order(finding: Finding) -> tuple[bool, int, int, str, int, int, str]:
    """In reading order; what stands nowhere in the text comes last, by file and line."""
    spot = finding.spot
    return (spot.block < 0, spot.block, spot.start, finding.file, spot.line, spot.column, finding.code)


def _suppressions(document: Document, folder: Path) -> tuple[Suppression, ...]:
    """The suppressions in the files that the document came from, as far as those can carry a comment."""
    files = {document.source, *(block.place.file for _, block in document.blocks())}
    found: list[Suppression] = []
    for file in sorted(files):
        path = folder / file
        if file and path.suffix.lower() in _COMMENTED and path.is_file():
            found += find_suppressions(path.read_text(encoding="utf-8", errors="replace"), file)
    return tuple(found)


def _of_suppressions_alone(
    rules: tuple[type[Rule], ...], found: tuple[Suppression, ...]
) -> tuple[Finding, ...]:
    if SuppressionWithoutReason not in rules:
        return ()
    return tuple(SuppressionWithoutReason.of(s) for s in found if not s.reason)


def _may_fire(suppression: Suppression, rules: tuple[type[Rule], ...]) -> bool:
    """Whether every rule it names did run: only then is it known to be of no use."""
    return all(any(matches(rule, selector) for rule in rules) for selector in suppression.selectors)
