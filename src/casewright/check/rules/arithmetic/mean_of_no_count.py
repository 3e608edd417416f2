"""CW215."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import ClassVar

from casewright.check.evidence.text.parts import words_of
from casewright.check.evidence.text.passage import Passage, scan, scan_at
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import found
from casewright.check.statistics.grim import deviation_fits, sums_of
from casewright.document.reading import Reading
from casewright.patterns import lazily
from casewright.quantity.model import Number
from casewright.quantity.number import read_number

_NUMBER = r"\d+\.\d+"
_N = lazily(
    r"\b(?=[a-z\d])(?:n\s?=\s?(\d{1,4})\b|(?<![\d.,-])(\d{1,4}|[a-z]{3,9}(?:-[a-z]{3,5})?)\s+(?:[a-z]+\s)?(?:patients|cases|children"
    r"|participants|subjects|adults|women|men|individuals|volunteers|infants|persons|people|eyes|families|centres"
    r"|centers|hospitals)\b)",
    re.IGNORECASE,
)
_SD = rf"(?:\s?(?:±|\+/-|[(,;]\s?(?:SD|s\.d\.|standard deviation)\s?(?:of\s)?[:=,]?)\s?(?P<sd>{_NUMBER}))?"
_WHOLE = lazily(
    r"\b(?:in|as|to the nearest) (?:whole|full|completed?|integer) (?P<unit>hour|day|week|month|year|point)s?\b"
)
_IN_PARTS = lazily(  # scores that are no whole numbers
    r"\b(?:VAS|visual|analogu?e?|NRS|EDSS|JOA|DAS\d*|DASH|WOMAC|KOOS|HOOS|IKDC|OSDI|ODI|HAQ|SUV|index|percent\w*"
    r"|[ZT]-|propensity|T|Z)\b"
)
_OF_OTHERS = lazily(r"\s?\b(?:in|for|of|among|across|by)\s(?:the\s|these\s)?(?P<n>\d{1,4})\s")
_IN_WHOLE = tuple(
    f"{before} {size}"
    for before in ("in", "as", "nearest")
    for size in ("whole", "full", "complete", "integer")
)
_MEAN_OF_WHOLE = lazily(
    rf"\b(?:mean|average)\b(?:\s[\w-]+){{0,5}}?\s?[,:=]?\s?(?P<mean>{_NUMBER})\s?(?P<unit>h|hours?|d|days?|wk|weeks?"
    rf"|mo|months?|yr|years?|points?)?{_SD}",
    re.IGNORECASE,
)
_MEAN = lazily(
    rf"\b(?P<what>(?:mean|average)\s[\w\s-]{{0,40}}?\b(?:scores?|points|number of [a-z]+(?:\s[a-z-]+){{0,2}}?"
    r"|count of [a-z]+)"
    rf"(?:\s?\(n\s?=\s?\d+\))?(?:\s(?:was|were|of|is))?|M\s?=)\s?(?P<mean>{_NUMBER})\s?(?:points?)?"
    rf"{_SD}"
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
        doi:10.7287/peerj.preprints.2400v1. Only for scores, points, numbers of things and times that are given `in
        whole days`, with the one n of the sentence.
    """

    code: ClassVar[str] = "CW215"
    name: ClassVar[str] = "mean-of-no-count"
    severity: ClassVar[Severity] = "warning"

    def check(self, reading: Reading) -> Iterator[Finding]:
        for passage, match in scan_at(reading, _MEAN, "mean", "average", "m =", "m="):
            yield from self._held(reading, passage, match)
        told = set()
        for passage, whole in scan(reading, _WHOLE, *_IN_WHOLE):
            index = reading.sentence_at(passage.block, passage.start)
            sentence, unit = reading.sentences[index], whole["unit"].lower()[:1]
            for match in _MEAN_OF_WHOLE.finditer(whole.string, sentence.start, sentence.end):
                if index not in told and (match["unit"] or unit).lower()[:1] == unit:
                    told.add(index)
                    at = Passage(passage.block, match.start(), match.end())
                    yield from self._held(reading, at, match)

    def _held(self, reading: Reading, passage: Passage, match: re.Match[str]) -> Iterator[Finding]:
        counts = _counts(
            words_of(reading, reading.sentences[reading.sentence_at(passage.block, passage.start)])
        )
        if len(counts) != 1 or (n := counts.pop()) < 2 or _IN_PARTS.search(match[0]):
            return
        if (of := _OF_OTHERS.match(match.string, match.end())) and int(of["n"]) != n:
            return
        mean = _number(match["mean"])
        if not sums_of(mean, n):
            message = f"{n} whole numbers cannot have a mean of {mean.text}"
            yield found(self, reading, passage, message, "check the mean and the n")
        elif match["sd"] and n <= 200 and not deviation_fits(mean, _number(match["sd"]), n):
            message = f"{n} whole numbers with a mean of {mean.text} cannot have a deviation of {match['sd']}"
            yield found(self, reading, passage, message, "check the mean, the deviation and the n")


def _counts(words: str) -> set[int]:
    """The numbers of people, or the n, of a sentence."""
    numbers = (read_number((one or other).lower()) for one, other in _N.findall(words))
    return {int(number.value) for number in numbers if number}


def _number(text: str) -> Number:
    return Number(text, Decimal(text))
