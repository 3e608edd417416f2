"""Years in brackets behind the things of a history, of which a later one is dated before an earlier."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from casewright.check.evidence.text.parts import part_at
from casewright.check.evidence.text.passage import Passage, scan, scan_near
from casewright.check.evidence.words.wording import content
from casewright.document.reading import Reading
from casewright.patterns import lazily

_YEAR = lazily(r"\((?:19|20)\d\d\)")
_CAUSED = lazily(
    r"\((?P<first>(?:19|20)\d\d)\)[^.;()]{0,70}"
    r"\b(?:complicated by|requiring|followed by|then|later|subsequent(?:ly)?)\b"
    r"[^.;()]{0,70}\((?P<second>(?:19|20)\d\d)\)"
)
_THING = lazily(r"(?P<what>[^.;,()]{4,60}) \((?:in )?(?P<year>(?:19|20)\d\d)\)")
_ANEW = lazily(
    r"\b(?:second|third|2nd|3rd|repeat(?:ed)?|revision|redo|another|re-\w+)\b"
)  # of what is told before it


def years_out_of_order(reading: Reading) -> Iterator[tuple[Passage, int, int]]:
    """A thing with its year, told as later than another of a later year: its place, its year and the other."""
    blocks = {
        passage.block
        for passage, _ in scan(reading, _YEAR, "(19", "(20")
        if part_at(reading, passage.block) == "body"
    }
    if not blocks:
        return
    for passage, match in scan_near(reading, _YEAR, _CAUSED, 0, 150):
        if int(match["second"]) < int(match["first"]) and passage.block in blocks:
            yield passage, int(match["second"]), int(match["first"])
    things = scan(reading, _THING, among=blocks)
    for _, told in groupby(things, lambda one: reading.sentence_at(one[0].block, one[0].end)):
        before: list[tuple[str, int]] = []
        for passage, match in told:
            year = int(match["year"])
            same = _ANEW.search(match["what"]) and any(
                content(match["what"]) & content(what) for what, _ in before
            )
            if same and before and year < before[-1][1]:
                yield passage, year, before[-1][1]
            before.append((match["what"], year))
