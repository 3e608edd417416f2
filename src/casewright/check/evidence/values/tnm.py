"""The T, N and M of a tumor's stage, as they stand side by side: `pT2aN1M0`, `T3 N0 M0`."""

from __future__ import annotations

from collections.abc import Iterator

from casewright.check.evidence.text.passage import Passage, scan_near
from casewright.check.evidence.values.scales import Scored
from casewright.document.reading import Reading
from casewright.patterns import lazily

# The last category of each: TNM Classification of Malignant Tumours, 8th edition (UICC 2017); what several tumors lack
# (N3, T4) is allowed in all.
_LAST = {"T": 4, "N": 3, "M": 1}
_HOW = r"[cpyra]{0,3}"
_BETWEEN = r"(?:[a-d]|is|\((?:m|\d)\))?[,/\s]{0,2}(?:[VLR]\d[,/\s]{0,2})?"
_STAGE = lazily(
    rf"(?<![A-Za-z\d]){_HOW}T(?P<T>\d){_BETWEEN}{_HOW}N(?P<N>\d)(?:[a-c])?(?:mi|\([^()]{{1,6}}\))?"
    rf"(?:[,/\s]{{0,2}}{_HOW}M(?P<M>\d))?(?![A-Za-z\d])"
)
_NODES = lazily(r"N\d")


def categories(reading: Reading) -> Iterator[Scored]:
    """Every category of T, N and M where at least T and N stand side by side, with the ends of its scale."""
    for passage, match in scan_near(reading, _NODES, _STAGE, 16, 16):
        for letter, last in _LAST.items():
            if match[letter]:
                place = Passage(passage.block, match.start(letter) - 1, match.end(letter))
                yield Scored(f"{letter} category of the TNM", 0, last, place, float(match[letter]))
