"""Plant contradictions in clean reports, one at a time, and count how many the checker finds.

    python bench/accuracy/planted.py [--family agreement] [--missed]

A planted contradiction counts as found where the report has an error or a warning (with `--notes`, a note) of any
rule of the families agreement, arithmetic and plausibility that it did not have before, and that stands at the
changed words or names them among its related places. Whatever the clean reports raise is a false positive.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from casewright.check.finding import Finding
from casewright.check.runner import check_document
from casewright.check.settings import Settings
from casewright.document.reading import Reading
from casewright.read import read_manuscript

HERE = Path(__file__).parent
FAMILIES = ("CW1", "CW2", "CW3")


def findings_of(text: str, suffix: str, families: tuple[str, ...] = FAMILIES) -> tuple[Finding, ...]:
    """What the rules of some families hold against a text."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"report{suffix}"
        path.write_text(text, encoding="utf-8")
        reading = Reading(read_manuscript(path))
    return check_document(reading, Settings(select=families))


def signature(finding: Finding) -> tuple[Any, ...]:
    """What makes a finding the same one before and after a change elsewhere."""
    quotes = sorted(spot.quote for spot in (finding.spot, *finding.related))
    return (finding.code, finding.message, *quotes)


def lines_of(text: str, start: int, end: int) -> range:
    """The lines, from 1, that hold characters `start` to `end`."""
    return range(text.count("\n", 0, start) + 1, text.count("\n", 0, end) + 2)


def new_findings(before: tuple[Finding, ...], after: tuple[Finding, ...]) -> list[Finding]:
    """The findings of a changed report that the unchanged one does not have."""
    known = Counter(map(signature, before))
    fresh = []
    for finding in after:
        if known[signature(finding)]:
            known[signature(finding)] -= 1
        else:
            fresh.append(finding)
    return fresh


def is_found(fresh: list[Finding], lines: range, notes: bool) -> bool:
    """Whether a new finding stands at these lines or relates to them."""
    return any(
        (notes or finding.severity != "note")
        and any(spot.line in lines for spot in (finding.spot, *finding.related))
        for finding in fresh
    )


def planted(pattern: str) -> list[dict[str, str]]:
    """The contradictions that the files of a name hold."""
    return [plant for path in sorted(HERE.glob(pattern)) for plant in YAML(typ="safe").load(path)]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--family", default="", help="only the contradictions of this family")
    parser.add_argument("--report", default="", help="only the report with this number")
    parser.add_argument("--plants", default="plants*.yml", help="the files of contradictions, by default all")
    parser.add_argument("--missed", action="store_true", help="print every contradiction that was not found")
    parser.add_argument("--notes", action="store_true", help="count notes as found")
    options = parser.parse_args()
    reports = {path.name[:2]: path for path in sorted((HERE / "reports").glob("*"))}
    texts = {number: path.read_text(encoding="utf-8") for number, path in reports.items()}
    clean = {number: findings_of(texts[number], reports[number].suffix) for number in reports}
    seen: Counter[str] = Counter()
    caught: Counter[str] = Counter()
    for plant in planted(options.plants):
        number, family = plant["report"], plant["family"]
        if (options.family and family != options.family) or (options.report and number != options.report):
            continue
        text = texts[number]
        start = text.index(plant["old"])
        changed = text.replace(plant["old"], plant["new"])
        lines = lines_of(changed, start, start + len(plant["new"]))
        fresh = new_findings(clean[number], findings_of(changed, reports[number].suffix))
        seen[family] += 1
        if is_found(fresh, lines, options.notes):
            caught[family] += 1
        elif options.missed:
            sys.stdout.write(
                f"missed {number} {family} {plant['kind']}: {plant['old'][-60:]!r} -> {plant['new'][-60:]!r}\n"
            )
    for family in sorted(seen):
        sys.stdout.write(
            f"{family:14} {caught[family]:4} of {seen[family]:4} found ({caught[family] / seen[family]:.1%})\n"
        )
    sys.stdout.write(
        f"all            {caught.total():4} of {seen.total():4} found ({caught.total() / max(1, seen.total()):.1%})\n"
    )
    for number, findings in clean.items():
        for finding in findings:
            spot = finding.spot
            sys.stdout.write(
                f"clean {number}:{spot.line} {finding.severity} {finding.code} {finding.message} [{spot.quote}]\n"
            )
    raised = [sum(finding.counts for finding in findings) for findings in clean.values()]
    sys.stdout.write(f"clean reports: {sum(raised)} errors and warnings on {len(raised)} reports\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
