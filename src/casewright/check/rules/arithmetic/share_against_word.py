"""CW270."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import ClassVar

from casewright.check.evidence.text.passage import scan_around
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import found
from casewright.document.reading import Reading
from casewright.patterns import lazily

_SHARE = lazily(
    r"\b(?:(?P<more>(?:(?:vast|great|large|overwhelming) )?majority|(?:more than|over) (?:a |one )?half"
    r"|most(?= of | patients| cases| women| men| children))"
    r"|(?P<less>minority|(?:less|fewer) than (?:a |one )?half))\b"
    r"(?P<gap>[^.;:,()%]{0,90})\((?P<share>\d{1,3}(?:\.\d{1,2})?)\s?%\s?[,;)]",
    re.IGNORECASE,
)
_TURNED = lazily(r"\b(?:and|but|while|whereas|with|only|than|followed|except|most)\b", re.IGNORECASE)
_HALF = 50
_WORDS = ("ority", " half", "most ")


class ShareAgainstWord:
    """A majority of less than half, or a minority of more.

    Why it is bad
        The word and the percentage contradict each other; the reader cannot know which of the two is meant.

    Example
        The majority of the wounds (41.7%) were closed at once.

    Write instead
        Of the wounds 41.7% were closed at once.

    Source
        By definition: a majority, and `most of`, is more than half. Only a percentage in brackets behind the word is
        read, where no other word comes between that may lead to another group.
    """

    code: ClassVar[str] = "CW270"
    name: ClassVar[str] = "share-against-word"
    severity: ClassVar[Severity] = "warning"

    def check(self, reading: Reading) -> Iterator[Finding]:
        for passage, match in scan_around(reading, _SHARE, 16, 140, *_WORDS):
            share = Decimal(match["share"])
            if _TURNED.search(match["gap"]) or not (share < _HALF if match["more"] else share > _HALF):
                continue
            word, side = match["more"] or match["less"], "less" if match["more"] else "more"
            message = f"`{word}`, and {match['share']}% is {side} than half"
            yield found(self, reading, passage, message, "correct the word or the percentage")
