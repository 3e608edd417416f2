"""Plant faults of the families arithmetic to reporting in clean reports, one at a time, and count what is found.

    python bench/accuracy/families.py [--plants first] [--family arithmetic] [--missed] [--notes] [--clean]

A fault counts as found where the report has an error or a warning (with `--notes`, a note) that it did not have
before, of the planted family or at the changed words (for arithmetic and plausibility: at the changed words, of either
family). What the clean reports raise is a false positive; `--clean` prints it. A report named `.docx.md` is written to
.docx by python-docx and read from there.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any

from planted import lines_of, new_findings
from ruamel.yaml import YAML

from casewright.check.finding import Finding
from casewright.check.runner import check_document
from casewright.check.settings import Settings
from casewright.document.reading import Reading
from casewright.read import read_manuscript

HERE = Path(__file__).parent / "families"
CODES = {
    "arithmetic": ("CW2", "CW3"),
    "plausibility": ("CW2", "CW3"),
    "citations": ("CW4",),
    "figures": ("CW4",),
    "abbreviations": ("CW5",),
    "privacy": ("CW6",),
    "reporting": ("CW7",),
}


def to_docx(text: str, path: Path) -> None:
    """Write lines with `#` headings, `|` tables and paragraphs to a .docx."""
    import docx

    document = docx.Document()
    rows: list[list[str]] = []
    for line in (*text.splitlines(), ""):
        if line.startswith("|"):
            cells = [cell.strip() for cell in line.strip("|").split("|")]
            rows += [cells] if set(line) - set("|- ") else []
            continue
        if rows:
            table = document.add_table(len(rows), len(rows[0]))
            for row, cells in enumerate(rows):
                for column, cell in enumerate(cells):
                    table.cell(row, column).text = cell
            rows = []
        if line.startswith("#"):
            document.add_heading(line.lstrip("# "), level=line.count("#"))
        elif line.strip():
            document.add_paragraph(line)
    document.save(str(path))


def findings_of(text: str, name: str) -> tuple[Finding, ...]:
    """What the rules of all families hold against a report of this file name."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name.removesuffix(".md" if ".docx" in name else "")
        if path.suffix == ".docx":
            to_docx(text, path)
        else:
            path.write_text(text, encoding="utf-8")
        return check_document(Reading(read_manuscript(path)), Settings())


def is_found(fresh: list[Finding], plant: dict[str, Any], lines: range, by_line: bool, notes: bool) -> bool:
    """Whether a new finding is of the planted family, and where figures were changed, at the changed words."""
    placed = by_line and plant["family"] in ("arithmetic", "plausibility")
    return any(
        (notes or finding.severity != "note")
        and finding.code.startswith(CODES[plant["family"]])
        and (not placed or any(spot.line in lines for spot in (finding.spot, *finding.related)))
        for finding in fresh
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--plants", default="first", help="the set of faults: first or second")
    parser.add_argument("--family", default="", help="only the faults of this family")
    parser.add_argument("--missed", action="store_true", help="print every fault that was not found")
    parser.add_argument("--notes", action="store_true", help="count notes as found")
    parser.add_argument("--clean", action="store_true", help="print what the clean reports raise")
    options = parser.parse_args()
    plants = YAML(typ="safe").load(HERE / f"{options.plants}.yml")
    numbers = {plant["report"] for plant in plants}
    reports = {
        path.name[:2]: path for path in sorted((HERE / "reports").glob("*")) if path.name[:2] in numbers
    }
    texts = {number: path.read_text(encoding="utf-8") for number, path in reports.items()}
    clean = {number: findings_of(texts[number], reports[number].name) for number in reports}
    seen: Counter[str] = Counter()
    caught: Counter[str] = Counter()
    for plant in plants:
        number, family = plant["report"], plant["family"]
        if options.family and family != options.family:
            continue
        name = reports[number].name
        start = texts[number].index(plant["old"])
        changed = texts[number].replace(plant["old"], plant["new"])
        lines = lines_of(changed, start, start + len(plant["new"]))
        fresh = new_findings(clean[number], findings_of(changed, name))
        seen[family] += 1
        if is_found(fresh, plant, lines, not name.endswith((".docx.md", ".xml")), options.notes):
            caught[family] += 1
        elif options.missed:
            sys.stdout.write(
                f"missed {number} {family} {plant['kind']}: {plant['old']!r} -> {plant['new']!r}\n"
            )
            for finding in fresh:
                sys.stdout.write(f"    {finding.severity} {finding.code} {finding.message}\n")
    for family in (*sorted(seen), "all"):
        found, of = (caught.total(), seen.total()) if family == "all" else (caught[family], seen[family])
        sys.stdout.write(f"{family:14} {found:4} of {of:4} found ({found / max(1, of):.1%})\n")
    for number, findings in clean.items():
        for finding in findings if options.clean else ():
            if finding.counts or options.notes:
                spot = finding.spot
                sys.stdout.write(
                    f"clean {number}:{spot.line} {finding.severity} {finding.code} {finding.message} [{spot.quote}]\n"
                )
    raised = sorted(sum(finding.counts for finding in findings) for findings in clean.values())
    sys.stdout.write(f"clean reports: errors and warnings {raised}, {sum(raised)} on {len(raised)} reports\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
