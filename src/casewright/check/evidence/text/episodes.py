"""Where a case begins to tell of another episode of the illness: a relapse, an attack, a stay after the first."""

from __future__ import annotations

import re

from casewright.check.evidence.text.parts import part_at
from casewright.document.reading import Reading
from casewright.patterns import lazily

_ANOTHER = lazily(
    r"\b(?:again|re-?admi|re-?hospitali|relaps|recurre|(?:second|third|another|new|next) (?:\w+ )?(?:episode|attack"
    r"|admission|hospitali|stay|operation|bout))",
    re.IGNORECASE,
)


def another_episode(reading: Reading, earlier: int, later: int) -> bool:
    """Whether a paragraph of the case behind block `earlier`, up to block `later`, opens with another episode."""
    begins = reading.once(_beginnings)
    return any(earlier < block <= later for block in begins)


def _beginnings(reading: Reading) -> tuple[int, ...]:
    """The paragraphs of the case whose first sentence tells of a relapse, or of another stay."""
    firsts: dict[int, tuple[int, int]] = {}
    for sentence in reading.sentences:
        firsts.setdefault(sentence.block, (sentence.start, sentence.end))
    return tuple(
        block
        for block, span in firsts.items()
        if part_at(reading, block) == "body"
        and reading.blocks[block][1].kind == "paragraph"
        and _ANOTHER.search(reading.blocks[block][1].text, *span)
    )
