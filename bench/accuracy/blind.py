"""Plants, faults and traps that readers set down in reports without knowing the checker.

    python bench/accuracy/blind.py --corpus DIR [--set A] [--family agreement] [--missed] [--kinds] [--notes]
    python bench/accuracy/blind.py --invented [...]

Each reader read 22 to 24 published reports, or wrote four of their own, and wrote down: *plants*, single changes
after which a report provably contradicts itself; *faults* that a published text itself has; *traps*, places that may
look like faults and are none. They are kept in `blind/`, as places in the reports; the published reports are not part
of this project, and places in reports that DIR does not hold are counted apart. A plant is found where the changed
report has an error or a warning that the unchanged one has not; a fault where an error or a warning quotes its words
or those that they contradict; a trap is flagged where one quotes its words. With `--notes` a plant is found by a note
as well (worth a look), where that stands in the changed paragraph or names it. Sets A to E, I (published) and G
(invented) served to develop the rules, D and I after their figures at first sight had been taken; F and K were only
counted until 23 November 2026, and served from then on. At H, L, M, N and O nobody looked before their figures at
first sight had been taken; since then the missed arithmetic and plausibility of L and all that was missed of M and N
were looked at, and of O the intervals, orders, units and words of state. N, O and P are planted in reports that had
served before; of P a few impossible values were looked at, after its figure had been taken. The reports of L and M
are notes of patients in the folders `notes/` and `more_notes/`, those of Q and R case sections in `case_sections/`
(`lay_out.py` writes them). Q served for development after its figure at first sight had been taken; R was only
counted. U, V and W are whole reports in JATS (`jats_reports/`); U and W served after their figures at first sight, of V
the findings but not the plants.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

from planted import findings_of, is_found, lines_of, new_findings
from ruamel.yaml import YAML

from casewright.check.finding import Finding

HERE = Path(__file__).parent / "blind"
ALL = ("CW",)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    where = parser.add_mutually_exclusive_group(required=True)
    where.add_argument("--corpus", type=Path, help="the folder of the published reports")
    where.add_argument("--invented", action="store_true", help="the reports that the readers wrote")
    parser.add_argument("--set", default="", help="only the sets with these letters")
    parser.add_argument("--family", default="", help="only this family")
    parser.add_argument("--missed", action="store_true", help="print what was not found")
    parser.add_argument("--kinds", action="store_true", help="count by kind as well")
    parser.add_argument("--notes", action="store_true", help="a note finds a plant, too")
    options = parser.parse_args()
    folder = HERE / ("invented" if options.invented else "published")
    corpus = Corpus(options.corpus or folder / "reports", notes=options.notes)
    for what, is_hit in (("plants", corpus.finds_plant), ("faults", corpus.finds), ("traps", corpus.finds)):
        entries = [
            each
            for each in YAML(typ="safe").load(folder / f"{what}.yml") or ()
            if each["set"] in (options.set or each["set"])
        ]
        entries = [each for each in entries if options.family in ("", each.get("family"))]
        held = [each for each in entries if (corpus.folder / each["report"]).is_file()]
        if len(held) < len(entries):
            sys.stdout.write(
                f"{what} {len(entries) - len(held)} of reports that {corpus.folder} does not hold\n"
            )
        _count(what, held, is_hit, corpus, options)
    return 0


class Corpus:
    """The reports, and what the checker says of each as it was published."""

    def __init__(self, folder: Path, *, notes: bool = False) -> None:
        self.folder = folder
        self.notes = notes
        self.text = cache(self._text)
        self.findings = cache(self._findings)

    def finds_plant(self, plant: dict[str, Any]) -> bool:
        """Whether the changed report has an error or a warning (or a note) that the published one has not."""
        text, end = self.text(plant["report"]), plant["at"] + plant["length"]
        changed = text[: plant["at"]] + plant["new"] + text[end:]
        fresh = new_findings(
            self.findings(plant["report"]), findings_of(changed, Path(plant["report"]).suffix, ALL)
        )
        lines = lines_of(changed, plant["at"], plant["at"] + len(str(plant["new"])))
        return any(finding.counts for finding in fresh) or (self.notes and is_found(fresh, lines, notes=True))

    def finds(self, entry: dict[str, Any]) -> bool:
        """Whether an error or a warning quotes the words of a place, or those that contradict it."""
        said = [self.words(entry["report"], entry["at"], entry["length"])]
        if "rival" in entry:
            said.append(self.words(entry["report"], entry["rival"], entry["rival_length"]))
        quotes = [
            spot.quote
            for finding in self.findings(entry["report"])
            if finding.counts
            for spot in (finding.spot, *finding.related)
            if spot.quote
        ]
        return any(quote in words or words in quote for quote in quotes for words in said)

    def words(self, report: str, at: int, length: int) -> str:
        return " ".join(self.text(report)[at : at + length].split())

    def _text(self, report: str) -> str:
        return (self.folder / report).read_text(encoding="utf-8")

    def _findings(self, report: str) -> tuple[Finding, ...]:
        return findings_of(self.text(report), Path(report).suffix, ALL)


def _count(what: str, entries: list[dict[str, Any]], is_hit: Any, corpus: Corpus, options: Any) -> None:
    seen: Counter[str] = Counter()
    found: Counter[str] = Counter()
    for entry in entries:
        groups = [entry.get("family", "traps"), "all"]
        if options.kinds and "kind" in entry:
            groups.append(f"{entry['family']} {entry['kind']}")
        hit = is_hit(entry)
        seen.update(groups)
        found.update(groups if hit else ())
        if options.missed and hit == (what == "traps"):
            old = corpus.words(entry["report"], entry["at"] - 60, entry["length"] + 110)
            sys.stdout.write(
                f"{what[:-1]} {entry['report']} {groups[0]} {entry.get('kind', '')}: {old!r}"
                f" -> {entry['new']!r}\n"
                if "new" in entry
                else f"{what[:-1]} {entry['report']} {groups[0]} {entry.get('kind', '')}: {old!r} ({entry['why']})\n"
            )
    for group in sorted(seen, key=lambda name: (name == "all", name)):
        share = found[group] / seen[group]
        sys.stdout.write(f"{what} {group:24} {found[group]:4} of {seen[group]:4} ({share:.1%})\n")


if __name__ == "__main__":
    raise SystemExit(main())
