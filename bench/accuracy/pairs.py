"""Try plain pairs of sentences: the summary says one thing, the case another, and the checker should say so.

    python bench/accuracy/pairs.py [FILE ...] [--missed]

A line `A | B` is a contradiction: it counts as found where the two together raise an error or a warning that neither
raises against itself. A line `A ~ B` agrees, however differently it is worded, and nothing may be raised. Each pair is
tried with B in the case, and with A in the abstract, in the discussion and in the conclusion. Where A is left empty
(`| B`, `~ B`), B alone is the contradiction or is sound.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from planted import findings_of, new_findings

HERE = Path(__file__).parent
FRAMES = {
    "abstract": (
        "A rare event: a case report\n\nAbstract\n\n{told}\n\n"
        "Case presentation\n\n{case} Recovery took time.\n"
    ),
    "discussion": (
        "A rare event: a case report\n\nCase presentation\n\n{case} Recovery took time.\n\n"
        "Discussion\n\nWe report a rare event. {told}\n"
    ),
    "conclusion": (
        "A rare event: a case report\n\nCase presentation\n\n{case} Recovery took time.\n\n"
        "Conclusion\n\nWe report a rare event. {told}\n"
    ),
}
NEUTRAL = "Care was shared by two wards."


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sentences of one report, and whether they contradict each other."""

    told: str
    case: str
    contradict: bool

    def raises(self, frame: str) -> str:
        """The first message that the two raise together and the case said twice does not, or nothing."""
        sound = self.case if self.contradict and self.told else NEUTRAL
        both, alone = (
            findings_of(FRAMES[frame].format(told=told, case=case), ".txt", ("CW",))
            for told, case in ((self.told or NEUTRAL, self.case), (sound, sound))
        )
        return next(
            (f"{found.code} {found.message}" for found in new_findings(alone, both) if found.counts), ""
        )


def pairs(path: Path) -> Iterator[Pair]:
    """The pairs of a file, without its empty lines and comments."""
    for line in path.read_text(encoding="utf-8").splitlines():
        for mark in ("| ", "~ "):
            told, found, case = line.partition(mark)
            if found and not line.startswith("#"):
                yield Pair(told.strip(), case.strip(), mark == "| ")
                break


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("files", nargs="*", type=Path, help="files of pairs, by default all that are kept")
    parser.add_argument(
        "--missed", action="store_true", help="print the silent contradictions and the flagged agreements"
    )
    options = parser.parse_args()
    for path in options.files or sorted((HERE / "pairs").glob("*.txt")):
        tried: Counter[bool] = Counter()
        raised: Counter[tuple[bool, str]] = Counter()
        for pair in pairs(path):
            tried[pair.contradict] += 1
            for frame in FRAMES:
                message = pair.raises(frame)
                raised[pair.contradict, frame] += bool(message)
                if options.missed and bool(message) != pair.contradict:
                    sys.stdout.write(
                        f"{frame}: {pair.told} {'|' if pair.contradict else '~'} {pair.case} {message}\n"
                    )
        for frame in FRAMES:
            sys.stdout.write(
                f"{path.stem} ({frame}): {raised[True, frame]} of {tried[True]} contradictions found,"
                f" {raised[False, frame]} of {tried[False]} agreements flagged\n"
            )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
