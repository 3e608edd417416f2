"""The pregnancies of a patient against those that ended: `gravida 1, para 1-0-1-1`, `G3P2A2`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from casewright.check.evidence.text.passage import Passage, scan_near
from casewright.document.reading import Reading
from casewright.patterns import lazily
from casewright.quantity.number import ROMAN, read_number

# Term births, preterm births, abortions and living children (TPAL), or births and abortions; not the living.
_COUNTED = lazily(
    r"\bgravida\s?(?P<all>\d{1,2}|[a-z]{1,5}),?\s(?:and\s)?para\s?(?P<term>\d)[-–,]?(?P<preterm>\d)[-–,]?(?P<lost>\d)[-–,]?\d(?!\d)"
    r"|\bg(?P<all2>\d)[,\s]?\s?p(?P<term2>\d)(?:[,\s]?\s?l\d)?[,\s]?\s?ab?(?P<lost2>\d)(?!\d)"
)  # in small letters
_SIGN = lazily(r"g(?:ravida|[1-9] ?p)")
_SEVERAL = lazily(r"\b(?:twins?|triplets?|quadruplets?|twin)\b", re.IGNORECASE)


def ended_beyond_begun(reading: Reading) -> Iterator[tuple[Passage, int, int]]:
    """Where more pregnancies ended than there were: the place, how many ended, and how many there were.

    Births of twins may be counted each, so that such patients are left out.
    """
    for passage, match in scan_near(reading, _SIGN, _COUNTED, 0, 40, folded=True):
        told = match["all"] or match["all2"]
        number = None if told.upper() in ROMAN else read_number(told.lower())
        whole = ROMAN.get(told.upper(), int(number.value) if number else 0)
        ended = sum(int(each) for each in match.group("term", "preterm", "lost", "term2", "lost2") if each)
        if whole and ended > whole and not _SEVERAL.search(match.string):
            yield passage, ended, whole
