"""The texts of sets L, M, Q, R and U to X, laid out as `blind.py` reads them; none of them is part of this project.

    python bench/accuracy/lay_out.py --medcalc TASKS --case-report-bench BENCH --jats FOLDER OUT

TASKS is a checkout of https://github.com/rowanhnwl/medcalc-tasks (a part of MedCalc-Bench, Khandekar et al.), BENCH one
of https://github.com/cindyzhangxy/CaseReportBench (Zhang et al.), FOLDER holds checkouts of the repositories that
`jats_reports.tsv` names, each as `owner+name/repo`. OUT gets `notes/`, `more_notes/` and `case_sections/`, one .txt a
text, and `jats_reports/`, one .xml a report; links to the folders of the corpus beside them make one `--corpus`.
Set R is only to be counted: whoever works on the rules leaves c070.txt to c138.txt unread, and the plants of V.
"""

from __future__ import annotations

import argparse
import csv
import json
import random
import re
import subprocess
import sys
from pathlib import Path

from lxml import etree

HEADING = "Case report\n\n"
JATS_REPORTS = Path(__file__).parent / "jats_reports.tsv"
NOTES = {"notes": "dataset/test.csv", "more_notes": "dataset/valid_split.csv"}
CASE_SECTIONS = "629533d:src/prompting/testing_case_set.json"  # the commit: later ones leave the file out
_NUMBER = re.compile(r"\d+")


def main() -> int:
    """Write the texts and say how many there are."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--medcalc", type=Path, required=True, help="a checkout of medcalc-tasks")
    parser.add_argument("--case-report-bench", type=Path, required=True, help="a checkout of CaseReportBench")
    parser.add_argument("--jats", type=Path, required=True, help="the folder of the checkouts with JATS")
    parser.add_argument("out", type=Path, help="the folder for the texts")
    options = parser.parse_args()
    texts = {
        **{folder: notes(options.medcalc, table) for folder, table in NOTES.items()},
        "case_sections": case_sections(options.case_report_bench),
        "jats_reports": jats_reports(options.jats),
    }
    for folder, named in texts.items():
        (options.out / folder).mkdir(parents=True, exist_ok=True)
        for name, text in named.items():
            suffix = "xml" if folder == "jats_reports" else "txt"
            (options.out / folder / f"{name}.{suffix}").write_text(text, encoding="utf-8")
        sys.stdout.write(f"{folder} {len(named)}\n")
    return 0


def notes(checkout: Path, table: str) -> dict[str, str]:
    """The notes of patients that were taken from published reports, by their identifier."""
    csv.field_size_limit(10_000_000)
    rows = csv.DictReader(_stored(checkout, f"HEAD:{table}").splitlines(keepends=True))
    return {
        row["Note ID"]: HEADING + row["Patient Note"] for row in rows if row["Note ID"].startswith("pmc-")
    }


def case_sections(checkout: Path) -> dict[str, str]:
    """The case sections, shuffled as they were halved; numbered parts of one follow those without a number."""
    reports = json.loads(_stored(checkout, CASE_SECTIONS))
    random.Random(5).shuffle(reports)
    return {
        f"c{number:03}": "\n\n".join(
            f"{heading}\n\n{text}" for heading, text in sorted(report.items(), key=_number_of)
        )
        + "\n"
        for number, report in enumerate(reports, 1)
    }


def jats_reports(checkouts: Path) -> dict[str, str]:
    """The reports in JATS by their identifier, characters for entities: places in them are counted in characters."""
    rows = [line.split("\t") for line in JATS_REPORTS.read_text(encoding="utf-8").splitlines()[1:]]
    plain = etree.XMLParser(load_dtd=False, no_network=True)
    texts = {}
    for _, repository, path in rows:
        stored = _stored(checkouts / repository.replace("/", "+") / "repo", f"HEAD:{path}")
        article = etree.fromstring(stored.encode("utf-8"), plain)
        texts[Path(path).parent.name] = etree.tostring(article, encoding="unicode")
    return texts


def _number_of(part: tuple[str, str]) -> int:
    number = _NUMBER.search(part[0])
    return int(number[0]) if number else 0


def _stored(checkout: Path, name: str) -> str:
    shown = subprocess.run(["git", "-C", checkout, "show", name], capture_output=True, check=True)
    return shown.stdout.decode("utf-8")


if __name__ == "__main__":
    raise SystemExit(main())
