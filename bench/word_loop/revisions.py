"""Marked manuscripts between random pairs: accepted and rejected by casewright, and by LibreOffice.

    python bench/word_loop/revisions.py [--pairs 40] [--office 40] [--seed 0]

Of each pair one text is the manuscript, the other has some thirty random edits of words, figures and paragraphs, moves
included. `revision` marks the way from one to the other; with all changes accepted the file has to say the new text,
with all rejected the old one. LibreOffice is asked to do both as well. The exit status is 1 where one does not.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

import office
from edits import sheet
from sources import Manuscript, prepare
from spots import Spot, spots_of

from casewright.document.pandoc import Pandoc
from casewright.read.docx import read_docx
from casewright.revise.marked import mark
from casewright.revise.marked_proof import unproven
from casewright.revise.marked_settled import settled

COMMANDS = (("AcceptAllTrackedChanges", True), ("RejectAllTrackedChanges", False))


def pair(manuscript: Manuscript, spots: list[Spot], seed: int) -> tuple[bytes, bytes]:
    """An old and a new text, the edited one by turns the one and the other."""
    made = sheet(manuscript, spots, seed, tracked=False, crowded=seed % 4 >= 2).docx
    return (made, manuscript.docx) if seed % 2 else (manuscript.docx, made)


def by_office(files: list[Path]) -> list[str]:
    """What LibreOffice makes another text of than casewright does, file by file."""
    jobs, due = [], []
    for file in files:
        for command, accept in COMMANDS:
            output = file.with_name(f"{file.stem}-{command}.docx")
            step = {"do": "dispatch", "command": command}
            jobs.append({"input": str(file), "output": str(output), "tracked": False, "steps": [step]})
            due.append((output, settled(file.read_bytes(), accept)))
    office.run(jobs)
    return [output.name for output, ours in due if said(output.read_bytes()) != said(ours)]


def said(data: bytes) -> list[str]:
    """A Word file as its blocks of text."""
    return [block.text for _, block in read_docx(data, "x.docx").blocks()]


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--pairs", type=int, default=40)
    parser.add_argument("--office", type=int, default=40, help="so many of them by LibreOffice, too")
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    changes, unlike, files = 0, [], []
    with tempfile.TemporaryDirectory() as name, Pandoc() as pandoc:
        folder = Path(name)
        manuscript = prepare(folder, pandoc)
        spots = spots_of(manuscript)
        for number in range(options.pairs):
            old, new = pair(manuscript, spots, options.seed + number)
            marked = mark(old, new, "old.docx", "Authors", "2026-01-31T00:00:00Z")
            changes += marked.changes
            unlike += [f"{number}: {problem}" for problem in unproven(marked.docx, old, new, "marked.docx")]
            files.append(folder / f"{number}.docx")
            files[-1].write_bytes(marked.docx)
        try:
            otherwise = by_office(files[: options.office]) if options.office else []
        except office.NoOfficeError as missing:
            print(missing, file=sys.stderr)
            return 2
    print("\n".join([*unlike, *otherwise]), end="\n" if unlike or otherwise else "")
    print(f"{options.pairs} pairs, {changes} tracked changes; {len(unlike)} are not the two texts")
    print(
        f"LibreOffice accepted and rejected {min(options.office, options.pairs)}; {len(otherwise)} otherwise"
    )
    return int(bool(unlike or otherwise))


if __name__ == "__main__":
    sys.exit(main())
