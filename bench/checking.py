"""How fast manuscripts are checked: `python bench/checking.py --corpus DIR [--limit N]`.

DIR holds reports as .txt and JATS .xml, in folders of any depth; no report is part of this repository. Every figure is
of one core, in processor time of this process, reading and all rules included. A report of another length counts by
its words.

    text, JATS, .docx   reports of 2,000 words a second           at least 40, 40 and 20
    length              the same texts 1, 4 and 16 times as long  time a word stays the same
    first finding       one report as a whole process, wall time  under 0.5 s
"""

from __future__ import annotations

import argparse
import gc
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from casewright.check.runner import check_document
from casewright.document.reading import Reading
from casewright.read import read_manuscript

WORDS = 2000  # of the report whose time is stated


def words_in(file: Path) -> int:
    """The words of a report as it is printed: those of all its sections."""
    return sum(len(section.text.split()) for section in read_manuscript(file).sections)


def seconds_for(files: Sequence[Path]) -> float:
    """Processor time to read and check the files, of which the first has been checked before."""
    check_document(Reading(read_manuscript(files[0])))
    started = time.process_time()
    for file in files:
        check_document(Reading(read_manuscript(file)))
    return time.process_time() - started


def print_rate(name: str, files: Sequence[Path]) -> None:
    """The rate of one format, the best of three runs: what other processes take is no part of it."""
    if not files:
        print(f"{name:6} no report in the corpus")
        return
    words = sum(map(words_in, files))
    taken = min(seconds_for(files) for _ in range(3))
    each = WORDS * taken / words
    print(
        f"{name:6} {len(files):4} reports, {words:7,} words  {1000 * each:6.1f} ms a report  {1 / each:5.1f} a second"
    )


def as_docx(texts: Sequence[Path], folder: Path) -> list[Path]:
    """The same texts as Word files: a short line without a full stop becomes a heading."""
    from docx import Document

    made = []
    for text in texts:
        document = Document()
        for line in text.read_text("utf-8", errors="replace").splitlines():
            words = "".join(letter for letter in line if letter.isprintable()).strip()
            if words and len(words) < 60 and not words.endswith("."):
                document.add_heading(words.lstrip("# "), 1)
            elif words:
                document.add_paragraph(words)
        made.append(folder / f"{text.stem}.docx")
        document.save(str(made[-1]))
    return made


def lengthened(texts: Sequence[Path], times: int, folder: Path) -> list[Path]:
    """The same texts, each said so many times in one file."""
    made = []
    for text in texts:
        made.append(folder / f"{text.stem}-{times}.txt")
        made[-1].write_text("\n\n".join([text.read_text("utf-8", errors="replace")] * times), "utf-8")
    return made


def first_finding(file: Path, runs: int, folder: Path) -> float:
    """Median wall time of `casewright check FILE` as a whole process in a folder of its own, after a warm-up.

    The warm-up compiles the modules, as an installer does, wherever this process is told to leave them as they are.
    """
    command = [sys.executable, "-m", "casewright", "check", str(file.resolve())]
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(folder / "compiled")}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    taken = []
    for _ in range(runs + 1):
        started = time.perf_counter()
        subprocess.run(command, cwd=folder, env=environment, stdout=subprocess.DEVNULL, check=False)
        taken.append(time.perf_counter() - started)
    return median(taken[1:])


def main() -> None:
    """Measure everything and print it."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--corpus", type=Path, required=True, help="a folder with reports as .txt and JATS .xml"
    )
    parser.add_argument("--limit", type=int, default=60, help="reports of each format (default: 60)")
    options = parser.parse_args()
    gc.set_threshold(50_000)  # as the command does
    gc.freeze()
    texts = sorted(file for file in options.corpus.rglob("*.txt") if file.stat().st_size > 4000)[
        : options.limit
    ]
    jats = sorted(options.corpus.rglob("*.xml"))[: options.limit]
    if not texts:
        parser.error(f"no .txt of a report's length in {options.corpus}")
    print(f"Python {sys.version.split()[0]}, one core; reports of {WORDS:,} words\n")
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        print_rate("text", texts)
        print_rate("JATS", jats)
        print_rate(".docx", as_docx(texts[:20], folder))
        print()
        for times in (1, 4, 16):
            longer = lengthened(texts[:8], times, folder)
            words = sum(map(words_in, longer))
            taken = min(seconds_for(longer) for _ in range(2))
            each = words // len(longer)
            print(f"{times:2} times as long  {each:7,} words each  {1e6 * taken / words:5.1f} µs a word")
        print(f"\nfirst finding of one report, whole process  {first_finding(texts[0], 7, folder):.2f} s")


if __name__ == "__main__":
    main()
