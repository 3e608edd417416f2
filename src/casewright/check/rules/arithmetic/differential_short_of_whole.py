"""CW242."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from casewright.check.evidence.text.parts import words_of
from casewright.check.evidence.values.differential import differentials
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import found
from casewright.document.reading import Reading
from casewright.patterns import lazily

_USUAL = {"neutrophils", "lymphocytes", "monocytes", "eosinophils"}
_LEAST = 95  # per cent: basophils and what was not classified make up the rest
_MORE = lazily(
    r"\b(?:bands?|rods|stabs?|blasts?|\w*myelocyt\w*|immature|atypical|reactive|plasma|mast|mononuclear|macrophages?"
    r"|mesothelial|epithelial|unclassified|other|variant|precursor\w*|left[ -]shift\w*|large|hairy|Sézary)\b",
    re.IGNORECASE,
)


class DifferentialShortOfWhole:
    """A differential count of all usual cells whose shares fall short of 100%.

    Why it is bad
        The cells are parts of one hundred; a share is wrong, or a kind of cell is not told.

    Example
        Of the white cells, 51% were neutrophils, 21% lymphocytes, 6% monocytes and 2% eosinophils.

    Write instead
        Of the white cells, 71% were neutrophils, 21% lymphocytes, 6% monocytes and 2% eosinophils.

    Source
        By definition; only where neutrophils, lymphocytes, monocytes and eosinophils are all given and no other cells
        are named. A twentieth is allowed for basophils, bands and rounding.
    """

    code: ClassVar[str] = "CW242"
    name: ClassVar[str] = "differential-short-of-whole"
    severity: ClassVar[Severity] = "warning"

    def check(self, reading: Reading) -> Iterator[Finding]:
        for shares in reading.once(differentials):
            total = sum(share.percent.value for share in shares)
            most = sum(share.percent.bounds[1] for share in shares)
            if not {share.cells for share in shares} >= _USUAL or most >= _LEAST:
                continue
            at = shares[0].at
            if not _MORE.search(
                words_of(reading, reading.sentences[reading.sentence_at(at.block, at.start)])
            ):
                message = f"the shares of this differential add up to {total}%"
                against = [share.at for share in shares[1:]]
                yield found(self, reading, at, message, "correct a share, or name the other cells", against)
