"""CW215."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import ClassVar

from casewright.check.evidence.passage import scan
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import found
from casewright.check.statistics.grim import deviation_fits, sums_of
from casewright.document.reading import Reading
from casewright.patterns import lazily
from casewright.quantity.model import Number

_NUMBER = r"\d+\.\d+"
_N = lazily(r"\b[nN]\s?=\s?(\d{1,4})\b|\b(\d{1,4})\s+(?:patients|cases|children|participants|subjects)\b")
_MEAN = lazily(
    rf"\b(?P<what>(?:mean|average)\s[\w\s-]{{0,40}}?\b(?:scores?|points|number of [a-z]+|count of [a-z]+)"
    rf"(?:\s?\(n\s?=\s?\d+\))?(?:\s(?:was|were|of|is))?|M\s?=)\s?(?P<mean>{_NUMBER})\s?(?:points?)?"
    rf"(?:\s?(?:±|\+/-|[(,]\s?(?:SD|standard deviation)\s?[:=]?)\s?(?P<sd>{_NUMBER}))?"
)


class MeanOfNoCount:
    """A mean or deviation that no set of so many whole numbers has.

    Why it is bad
        Scores and counts are whole numbers; their mean is a whole number over n, and only some deviations go with it.

    Example
        In 28 patients the mean score was 5.19.

    Write instead
        In 28 patients the mean score was 5.18.

    Source
        GRIM, Brown and Heathers 2017, doi:10.1177/1948550616673876; GRIMMER, Anaya 2016,
        doi:10.7287/peerj.preprints.2400v1. Only for scores, points and numbers of things, with the one n of
        the sentence.
    """

    code: ClassVar[str] = "CW215"
    name: ClassVar[str] = "mean-of-no-count"
    severity: ClassVar[Severity] = "warning"

    def check(self, reading: Reading) -> Iterator[Finding]:
        for passage, match in scan(reading, _MEAN, "mean", "average", "m ="):
            sentence = reading.sentences[reading.sentence_at(passage.block, passage.start)]
            words = reading.blocks[passage.block][1].text[sentence.start : sentence.end]
            counts = {int(one or other) for one, other in _N.findall(words)}
            if len(counts) != 1 or (n := counts.pop()) < 2:
                continue
            mean = _number(match["mean"])
            if not sums_of(mean, n):
                message = f"{n} whole numbers cannot have a mean of {mean.text}"
                yield found(self, reading, passage, message, "check the mean and the n")
            elif match["sd"] and n <= 200 and not deviation_fits(mean, _number(match["sd"]), n):
                message = (
                    f"{n} whole numbers with a mean of {mean.text} cannot have a deviation of {match['sd']}"
                )
                yield found(self, reading, passage, message, "check the mean, the deviation and the n")


def _number(text: str) -> Number:
    return Number(text, Decimal(text))
