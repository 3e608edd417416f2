"""How long one `casewright pull` takes on a manuscript of 5,000 words, as whole processes.

    python bench/word_loop/speed.py [--words 5000] [--runs 5] [--seed 0]

Each run pulls the same file: about thirty edits of words, figures and paragraphs, tracked. Prints the median of wall
time and of processor time (user and system, of casewright and of pandoc), with the edits found. The exit status is 1
where the median of wall time is 2 s or more.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from edits import sheet
from run import keep
from sources import Manuscript, lay_out_again, prepare
from spots import spots_of

from casewright.document.pandoc import Pandoc

MOST_SECONDS = 2.0


def lengthened(folder: Path, words: int, pandoc: Pandoc) -> Manuscript:
    """The example with paragraphs of its own discussion, numbered, until it has so many words."""
    manuscript = prepare(folder, pandoc)
    file = folder / "manuscript" / "introduction.md"
    paragraph = (
        "In series {name} the findings were described in much the same way as before, and whether the cord or the "
        "vertebrae had been reached first[@lee2007iscm] could often not be told from what had been written down. "
        "Our patient was {{{{ patient.age }}}} of age, with {{{{ labs.emergency.leukocytes }}}} on arrival.\n"
    )
    have = sum(len(block.text.split()) for block in manuscript.blocks)
    count = max(0, words - have) // len(paragraph.split()) + 1
    names = (f"{chr(65 + n // 26 % 26)}{chr(97 + n % 26)}" for n in range(count))
    more = "\n".join(paragraph.format(name=name) for name in names)
    file.write_text(f"{file.read_text('utf-8')}\n{more}", "utf-8")
    return lay_out_again(folder, pandoc)


def one_pull(folder: Path, edited: Path) -> tuple[float, float, dict[str, int]]:
    """Wall seconds, processor seconds and the summary of one pull."""
    before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    command = [sys.executable, "-m", "casewright", "pull", str(edited), "--project", str(folder)]
    answer = subprocess.run([*command, "--format", "json"], capture_output=True, text=True, check=False)
    wall = time.monotonic() - started
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    summary: dict[str, int] = json.loads(answer.stdout)["summary"]
    return wall, used, summary


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--words", type=int, default=5000)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name, Pandoc() as pandoc:
        folder = Path(name)
        manuscript = lengthened(folder, options.words, pandoc)
        keep(manuscript)
        edited = folder / "edited.docx"
        edited.write_bytes(sheet(manuscript, spots_of(manuscript), options.seed, tracked=True).docx)
        runs = [one_pull(folder, edited) for _ in range(options.runs)]
        words = sum(len(block.text.split()) for block in manuscript.blocks)
    wall, used = (median(run[place] for run in runs) for place in (0, 1))
    print(f"{words} words, {runs[0][2]['edits']} edits, {runs[0][2]['placed']} placed; {options.runs} runs")
    print(f"wall {wall:.2f} s, processor {used:.2f} s (medians)")
    return int(wall >= MOST_SECONDS)


if __name__ == "__main__":
    sys.exit(main())
