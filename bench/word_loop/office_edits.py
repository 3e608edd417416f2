"""Edits made by LibreOffice itself: each file is opened, changed through its interface, and saved by it."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import office
from desk import Desk
from edits import _cased
from paper import Paper
from sources import Manuscript
from spots import Spot
from truth import Change, Sheet, Truth

AROUND = 24  # characters of a place by which LibreOffice finds it
Step = dict[str, Any]
Made = tuple[Truth, Step]


def _phrase(desk: Desk, spot: Spot) -> tuple[str, int]:
    """Words around a place that stand once in the manuscript; the place's offset in them. "" where there are none."""
    text = desk.manuscript.blocks[spot.block].text
    marks = [mark for mark in desk.manuscript.blocks[spot.block].marks if mark.kind != "strong"]
    first = max([mark.end for mark in marks if mark.end <= spot.start], default=0)
    last = min([mark.start for mark in marks if mark.start >= spot.end], default=len(text))
    first, last = max(first, spot.start - AROUND), min(last, spot.end + AROUND)
    phrase = text[first:last]
    once = sum(block.text.count(phrase) for block in desk.manuscript.blocks) == 1
    single = phrase.count(spot.text) == 1
    return (
        (phrase, spot.start - first)
        if once and single and "\t" not in phrase and "\n" not in phrase
        else ("", 0)
    )


def _spot(desk: Desk, accept: Callable[[Spot], bool] = lambda _: True) -> tuple[Spot, str] | None:
    spot = desk.free(lambda s: s.sort == "prose" and accept(s) and bool(_phrase(desk, s)[0]))
    return (spot, _phrase(desk, spot)[0]) if spot else None


def _replaced(kind: str, write: Callable[[Desk, Spot], str]) -> Callable[[Desk], Made | None]:
    def edit(desk: Desk) -> Made | None:
        found = _spot(desk)
        if not found:
            return None
        spot, phrase = found
        new = write(desk, spot)
        change = Change(spot.file, spot.offset, spot.text, new)
        truth = Truth(kind, "placed", (spot.block,), spot.start, spot.end, spot.text, new, change)
        return truth, {"do": "replace", "text": phrase, "old": spot.text, "new": new}

    return edit


def _fact(desk: Desk) -> Made | None:
    """A fact that is printed once, and whose text stands once: LibreOffice finds it by its text."""
    from edits import _changed

    def accept(spots: list[Spot]) -> bool:
        text = spots[0].text
        times = sum(block.text.count(text) for block in desk.manuscript.blocks)
        return len(spots) == 1 and spots[0].sort == "fact" and times == 1 and bool(_changed(desk, spots[0]))

    spots = desk.free_fact(accept)
    if not spots:
        return None
    spot = spots[0]
    new = _changed(desk, spot)
    truth = Truth("fact changed in its control", "placed", (spot.block,), spot.start, spot.end, spot.text, new,
                  None, spot.fact, new)  # fmt: skip
    return truth, {"do": "replace", "text": spot.text, "old": spot.text, "new": new}


def _italic(desk: Desk) -> Made | None:
    found = _spot(desk, lambda s: desk.manuscript.blocks[s.block].kind == "paragraph")
    if not found:
        return None
    spot, phrase = found
    truth = Truth("formatting only", "nothing", (spot.block,), spot.start, spot.end, spot.text, spot.text)
    return truth, {"do": "italic", "text": phrase}


def _removed(desk: Desk) -> Made | None:
    blocks = desk.free_run(1, plain=True)
    if not blocks:
        return None
    text = desk.manuscript.blocks[blocks[0]].text
    truth = Truth("paragraph removed", "either", (blocks[0],), 0, len(text), text, "")
    return truth, {"do": "remove", "text": text[:40]}


KINDS: tuple[tuple[Callable[[Desk], Made | None], int], ...] = (
    (_removed, 1),
    (_fact, 4),
    (_replaced("word replaced", _cased), 4),
    (_replaced("word inserted", lambda desk, spot: f"{spot.text} {desk.word()}"), 4),
    (_replaced("words replaced", lambda desk, _: f"{desk.word()} and {desk.word()}"), 3),
    (_italic, 1),
)


NOT_TRACKED = (
    _fact,
    _removed,
)  # LibreOffice 7.4 writes XML that is not well-formed for a deletion in a control


def office_sheets(manuscript: Manuscript, spots: Sequence[Spot], edits: int, seed: int) -> Iterator[Sheet]:
    """Files with so many edits in all, by turns with changes tracked and not."""
    with tempfile.TemporaryDirectory() as folder:
        sent = Path(folder) / "sent.docx"
        sent.write_bytes(manuscript.docx)
        jobs: list[dict[str, Any]] = []
        truths: list[list[Truth]] = []
        made = number = 0
        while made < edits:
            tracked = number % 2 == 1
            rng = random.Random(seed * 100_000 + 50_000 + number)
            desk = Desk(manuscript, spots, rng, tracked, Paper.opened(manuscript.docx))
            kinds = [(edit, count) for edit, count in KINDS if not tracked or edit not in NOT_TRACKED]
            done = [one for edit, count in kinds for _ in range(count) if (one := edit(desk)) is not None]
            jobs.append({"input": str(sent), "output": f"{folder}/{number}.docx", "tracked": tracked,
                         "steps": [step for _, step in done]})  # fmt: skip
            truths.append([truth for truth, _ in done])
            made += len(done)
            number += 1
        for job, told, answer in zip(jobs, truths, office.run(jobs), strict=True):
            kept = tuple(truth for at, truth in enumerate(told) if at not in answer["failed"])
            hand = "office, tracked" if job["tracked"] else "office"
            data = Path(job["output"]).read_bytes()
            yield Sheet(hand, data, kept, data)
