"""Thousands of random edits in a built Word file, and what `casewright pull` makes of each.

    python bench/word_loop/run.py [--edits 2000] [--office 400] [--seed 0] [--journal wjg] [--show WRONG,LOST]

Prints, by kind of edit, how many were placed right, rightly refused, conflicting or reported without a place, and how
many were WRONG, LOST or DOUBLED; `nobody's edit` are edits that were reported and that nobody made. Every plan is
made in a copy of the project, which is laid out again: it has to say what the edited file says. The exit status is 1
where an edit is wrong, lost or doubled, or where less than 95% of the edits of prose and of facts are placed.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from edits import sheet
from judge import After, Before, Verdict, judge
from office import NoOfficeError
from office_edits import office_sheets
from paper import Paper, text_of
from sources import Manuscript, lay_out_again, prepare
from spots import Spot, spots_of
from truth import Sheet

from casewright.document.pandoc import Pandoc
from casewright.errors import InputError
from casewright.revise.marked_settled import settled
from casewright.revise.plan import Plan, as_text
from casewright.revise.pull import make_plan
from casewright.revise.sent import keep_sent

OUTCOMES = ("placed", "refused", "conflict", "unplaced", "not asked for", "WRONG", "LOST", "DOUBLED")
FAULTS = ("WRONG", "LOST", "DOUBLED")
LEAST_PLACED = 0.95
EACH = 6  # one file in so many is pulled again after its edits were applied


@dataclass
class Tally:
    """The outcomes of edits by kind."""

    verdicts: list[tuple[str, Verdict]] = field(default_factory=list)  # with the hand
    seconds: list[float] = field(default_factory=list)  # of each pull
    pulled_again: int = 0  # files that were pulled once more after their edits had been applied
    restless: list[str] = field(
        default_factory=list
    )  # plans of those that would have changed something again

    @property
    def faults(self) -> list[tuple[str, Verdict]]:
        return [(hand, verdict) for hand, verdict in self.verdicts if verdict.outcome in FAULTS]

    @property
    def placed_share(self) -> float:
        """Of the edits of prose and of facts that have a place, those that were placed."""
        due = [verdict for _, verdict in self.verdicts if verdict.truth.expected == "placed"]
        return sum(verdict.outcome == "placed" for verdict in due) / max(1, len(due))

    def table(self) -> Iterator[str]:
        """A line for each kind."""
        kinds = dict.fromkeys(verdict.truth.kind for _, verdict in self.verdicts)
        counts = {
            kind: Counter(v.outcome for _, v in self.verdicts if v.truth.kind == kind)
            for kind in sorted(kinds)
        }
        width = max(map(len, kinds), default=4)
        yield f"{'kind of edit':{width}}  edits  " + "  ".join(f"{name:>8}" for name in OUTCOMES)
        for kind, count in [*counts.items(), ("all", sum(counts.values(), Counter()))]:
            cells = "  ".join(f"{count[name] or '':>{max(8, len(name))}}" for name in OUTCOMES)
            yield f"{kind:{width}}  {count.total():5}  {cells}"


def sheets(manuscript: Manuscript, spots: list[Spot], edits: int, office: int, seed: int) -> Iterator[Sheet]:
    """Edited files until there are enough edits: plain and tracked, crowded, stripped; then those of LibreOffice."""
    made = number = 0
    while made < edits - office:
        own = seed * 100_000 + number
        one = sheet(
            manuscript, spots, own, number % 2 == 1, crowded=number % 4 >= 2, stripped=number % 5 == 4
        )
        made += len(one.truths)
        number += 1
        yield one
    if office:
        yield from office_sheets(manuscript, spots, office, seed)


def run(folder: Path, edits: int, office: int, seed: int, pandoc: Pandoc, journal: str = "wjg") -> Tally:
    """Make the edits, pull them, and judge."""
    manuscript = prepare(folder, pandoc, journal)
    keep(manuscript)
    spots = spots_of(manuscript)
    before = _before(manuscript)
    tally = Tally()
    for one in sheets(manuscript, spots, edits, office, seed):
        file = folder / "build" / "edited.docx"
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(one.docx)
        started = time.monotonic()
        plan = make_plan(folder, [file], pandoc)
        tally.seconds.append(time.monotonic() - started)
        sampled = len(tally.seconds) % EACH == 1 and "stripped" not in one.hand
        after, again = _after(manuscript, plan, pandoc, file if sampled else None)
        tally.pulled_again += sampled
        tally.restless += [again] * bool(again)
        tally.verdicts += [
            (one.hand, verdict) for verdict in judge(one, plan, before, after, wanted(one.whole))
        ]
    return tally


def keep(manuscript: Manuscript) -> None:
    """What `casewright build` keeps of what is sent."""
    from casewright.revise.paragraphs import read_word_file

    build = read_word_file(manuscript.docx, "sent.docx").build
    sources = manuscript.sources
    keep_sent(manuscript.folder, sources.profile.id, build or sources.id, manuscript.docx, sources.files)


def wanted(docx: bytes) -> dict[int, str]:
    """What an edited file says in each block that still has its bookmark, all changes accepted."""
    said: dict[int, dict[int, str]] = {}
    for block, offset, paragraph in Paper.opened(settled(docx, accept=True)).paragraphs():
        said.setdefault(block, {})[offset] = text_of(paragraph)
    return {block: " ".join(parts.values()) for block, parts in said.items()}


def _before(manuscript: Manuscript) -> Before:
    files = {name: path.read_text("utf-8") for name, path in manuscript.sources.files.items()
             if path.suffix in (".md", ".yaml", ".bib")}  # fmt: skip
    facts = {id: fact.written for id, fact in manuscript.sources.case.facts.items()}
    return Before([block.text for block in manuscript.blocks], files, facts)


def _after(
    manuscript: Manuscript, plan: Plan, pandoc: Pandoc, again: Path | None = None
) -> tuple[After | None, str]:
    """The manuscript with the plan made, and what a second pull of `again` would change; "" where nothing.

    The sources are afterwards as before.
    """
    sources = {name: text for name, text in plan.files.items() if (manuscript.folder / name).is_file()}
    old = {name: (manuscript.folder / name).read_bytes() for name in sources}
    try:
        for name, text in sources.items():
            (manuscript.folder / name).write_text(text, "utf-8")
        then = lay_out_again(manuscript.folder, pandoc)
        facts = {id: fact.written for id, fact in then.sources.case.facts.items()}
        second = make_plan(manuscript.folder, [again], pandoc) if again else None
        more = as_text(second) if second and second.files else ""
        return After([block.text for block in then.blocks], facts), more
    except InputError:
        return None, ""
    finally:
        for name, data in old.items():
            (manuscript.folder / name).write_bytes(data)


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--edits", type=int, default=2000)
    parser.add_argument("--office", type=int, default=400, help="so many of them by LibreOffice")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--journal", default="wjg")
    parser.add_argument("--show", default=",".join(FAULTS), help="outcomes to be written out")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, Pandoc() as pandoc:
        try:
            tally = run(Path(folder), options.edits, options.office, options.seed, pandoc, options.journal)
        except NoOfficeError as missing:
            print(missing, file=sys.stderr)
            return 2
    for hand, verdict in tally.verdicts:
        if verdict.outcome in options.show.split(","):
            truth = verdict.truth
            print(
                f"{verdict.outcome} {hand} {truth.kind}: “{truth.old[:50]}” → “{truth.new[:50]}”: {verdict.why[:160]}"
            )
    print("\n".join(tally.table()))
    seconds = sorted(tally.seconds)
    print(
        f"{len(seconds)} files; seconds for a pull: median {seconds[len(seconds) // 2]:.2f}, most {seconds[-1]:.2f}"
    )
    print("".join(f"PULLED AGAIN\n{plan}" for plan in tally.restless), end="")
    print(
        f"pulled again after applying: {tally.pulled_again} files; {len(tally.restless)} would change something"
    )
    print(f"placed of the edits of prose and facts: {tally.placed_share:.1%}")
    return int(bool(tally.faults) or bool(tally.restless) or tally.placed_share < LEAST_PLACED)


if __name__ == "__main__":
    sys.exit(main())
