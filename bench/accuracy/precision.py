"""Print every error and warning on a folder of real reports, with the words around it, for reading by eye.

    python bench/accuracy/precision.py --corpus DIR [--notes] [--code CW101] [--score bench/accuracy/verdicts.yml]

With `--score` the verdicts of a reader are held against what is raised now: precision over all errors and warnings,
over errors alone, and what nobody has judged yet.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from pathlib import Path

from ruamel.yaml import YAML

from casewright.check.finding import Finding
from casewright.check.runner import check_document
from casewright.check.settings import Settings
from casewright.document.reading import Reading
from casewright.errors import CasewrightError
from casewright.read import read_manuscript

FAMILIES = ("CW1", "CW2", "CW3")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument(
        "--corpus", type=Path, required=True, help="folder of real reports, read with its subfolders"
    )
    parser.add_argument("--code", default="", help="only this rule, or family by the beginning of its code")
    parser.add_argument("--notes", action="store_true", help="print notes too")
    parser.add_argument("--score", type=Path, help="file of verdicts")
    options = parser.parse_args()
    files = sorted(path for path in options.corpus.rglob("*") if path.suffix in (".txt", ".xml"))
    files = [path for path in files if not path.name.startswith("README")]
    raised: list[tuple[str, Finding]] = []
    counts, spent = [], 0.0
    for path in files:
        try:
            reading = Reading(read_manuscript(path))
        except CasewrightError as error:
            sys.stdout.write(f"not read: {path.name}: {error}\n")
            continue
        start = time.perf_counter()
        found = check_document(reading, Settings(select=(options.code,) if options.code else FAMILIES))
        spent += time.perf_counter() - start
        shown = [finding for finding in found if options.notes or finding.counts]
        counts.append(sum(finding.counts for finding in found))
        raised += [(path.stem, finding) for finding in shown]
        if not options.score:
            for finding in shown:
                _print(path.stem, finding, reading)
    _summary(raised, counts, spent)
    if options.score:
        _score(raised, options.score)
    return 0


def _print(name: str, finding: Finding, reading: Reading) -> None:
    sys.stdout.write(f"\n{name} {finding.severity} {finding.code} {finding.message}\n")
    for spot in (finding.spot, *finding.related[:3]):
        if spot.block >= 0:
            text = reading.blocks[spot.block][1].text
            around = text[max(0, spot.start - 110) : spot.start + len(spot.quote) + 90].replace("\n", " | ")
            sys.stdout.write(f"    {spot.section[:18]:18} ... {around}\n")


def _summary(raised: list[tuple[str, Finding]], counts: list[int], spent: float) -> None:
    codes = Counter(f"{finding.severity:8} {finding.code} {finding.name}" for _, finding in raised)
    for line, count in sorted(codes.items()):
        sys.stdout.write(f"{count:5} {line}\n")
    counts.sort()
    sys.stdout.write(
        f"{len(counts)} reports; errors and warnings: {sum(counts)}, median {counts[len(counts) // 2]}, "
        f"mean {sum(counts) / len(counts):.2f}; {1000 * spent / len(counts):.1f} ms a report for mentions and rules\n"
    )


def _score(raised: list[tuple[str, Finding]], verdicts: Path) -> None:
    known: dict[tuple[str, str, int], bool] = {
        (entry["file"], entry["code"], entry["line"]): entry["right"]
        for entry in YAML(typ="safe").load(verdicts)
    }
    right: Counter[str] = Counter()
    judged: Counter[str] = Counter()
    for name, finding in raised:
        verdict = known.get((name, finding.code, finding.spot.line))
        if verdict is None:
            sys.stdout.write(
                f"not judged: {name} {finding.code} line {finding.spot.line}: {finding.message}\n"
            )
            continue
        for kind in ("errors and warnings", f"{finding.severity}s"):
            judged[kind] += 1
            right[kind] += verdict
    for kind in sorted(judged):
        share = right[kind] / judged[kind]
        sys.stdout.write(f"{kind}: {right[kind]} of {judged[kind]} right ({share:.1%})\n")


if __name__ == "__main__":
    raise SystemExit(main())
