"""CW202."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import ClassVar

from casewright.check.finding import Finding, Severity
from casewright.check.spotting import found
from casewright.check.statistics.grim import counts_of, percent_fits
from casewright.document.mentions.model import ShareMention
from casewright.document.reading import Reading
from casewright.patterns import lazily
from casewright.quantity.model import Number
from casewright.quantity.number import number_from_digits, number_from_words

_PEOPLE = (
    r"patients?|cases?|subjects?|participants|individuals|persons|people|women|men|girls|boys|children|adults|infants"
    r"|females|males|pregnanc(?:y|ies)|eyes|hips|knees|cysts|tumou?rs|lesions|victims|survivors|reports|abscesses"
)
_WHOLE = lazily(
    rf"(?<![\d.,/-])(?P<n>\d{{1,3}}(?:,\d{{3}})+|\d{{1,6}})(?![\d.,]*\d|\s?%)\s+(?:[a-z-]+"
    rf"\s+){{0,3}}?(?:{_PEOPLE})\b",
    re.IGNORECASE,
)
_THINGS = lazily(  # things of any kind, but no measure of time or amount
    r"(?<![\d.,/-])(?P<n>\d{1,3}(?:,\d{3})+|\d{2,6})(?![\d.,]*\d|\s?%)\s+(?:[a-z-]+\s+){0,2}?"
    r"(?!years|months|weeks|days|hours|minutes|units|grams|times|points)[a-z]{3,}s\b"
)
_ELSEWHERE = lazily(
    r"\b(?:series|study|studies|registry|survey|cohort|trial|another|et al|analysis)\b", re.IGNORECASE
)
_FITTING = 2  # other counts that show which whole a paragraph speaks of
_INTEGER = lazily(r"(?<![\d.,/^-])(\d{1,3}(?:,\d{3})+|\d{1,6})(?![\d.,]*\d|\s?%)")
_COUNT = lazily(
    r"(?<![\d.,:)/^×-])(?<!mm )(?<!cm )\b(?P<k>\d{1,5}|one|two|three|four|five|six|seven|eight|nine|ten|eleven"
    r"|twelve)\s(?:[a-z-]+\s){0,2}\(\Z",
    re.IGNORECASE,
)
_TOTAL = lazily(
    r"\)?\s(?:of|out of|among|in) (?:a total of |the |all |these |our )?(\d{1,5})(?![\d.,]*\d|\s?%)\b"
)
_NOT_COUNTED = lazily(
    r"surviv|mortality rate|actuarial|median|mean\b|index|volume|saturation|sensitivit|specificit|accuracy|confidence"
    r"|stenosis|ejection|cumulative|annual|incidence|prevalence|risk|probabilit|homolog|identity|\brates?\b",
    re.IGNORECASE,
)


class PercentOfNoCount:
    """A percentage that no whole number of the patients counted in the same passage gives.

    Why it is bad
        A share of people is a count over a count: 23.5% of 31 patients are 7.3 patients.

    Example
        In a registry of 117 patients, 88 (72.5%) had liver disease.

    Write instead
        In a registry of 117 patients, 88 (75.2%) had liver disease.

    Source
        GRIM, Brown and Heathers 2017, doi:10.1177/1948550616673876. Every number of the passage up to there is tried
        as the whole, so that shares of sub-groups pass.
    """

    code: ClassVar[str] = "CW202"
    name: ClassVar[str] = "percent-of-no-count"
    severity: ClassVar[Severity] = "warning"

    def check(self, reading: Reading) -> Iterator[Finding]:
        for share in reading.shares:
            if share.percent is None or share.whole is not None:
                continue
            part = share.part or _count_before(reading, share)
            if part is not None:
                yield from self._counted(reading, share, part, share.percent)
            else:
                yield from self._bare(reading, share, share.percent)

    def _counted(
        self, reading: Reading, share: ShareMention, part: Number, percent: Number
    ) -> Iterator[Finding]:
        """`88 (72.5%)`: no number of the passage is the whole of which 88 is that share."""
        text = reading.blocks[share.block][1].text
        sentence = reading.sentences[share.sentence]
        behind = _TOTAL.match(text, share.end)
        if behind and not percent_fits(part.value, _value(behind[1]) or Decimal(1), percent):
            exact = float(part.value * 100 / (_value(behind[1]) or 1))
            message = f"{part.text} of {behind[1]} is {exact:.1f}%, not {percent.text}%"
            yield found(self, reading, share, message, "correct the count, the whole or the percentage")
            return
        begin = _sentence_before(reading, share.sentence)
        stated = _whole_in(_WHOLE, text, begin, share.start) or _whole_in(
            _THINGS, text, sentence.start, share.start
        )
        if stated == part.value:  # `61 events (13.3%)`: the count itself
            stated = None
        shared = _shared(reading, share) if stated is None or part.value > stated else None
        stated = shared or stated
        if stated is None or part.value > stated or stated > 100_000:
            return
        numbers = {_value(match[1]) for match in _INTEGER.finditer(text[: sentence.end])}
        near = {_value(match[1]) for match in _INTEGER.finditer(text[begin : sentence.end])}
        sums = {part.value + other for other in near if other != stated}
        if any(
            whole and part.value <= whole and percent_fits(part.value, whole, percent)
            for whole in numbers | sums
        ):
            return
        told = {_value(match[1]) for match in _INTEGER.finditer(text[: share.start])}
        whole = shared or _likeliest(part.value, percent.value, {n for n in told if n <= stated} | {stated})
        message = (
            f"{part.text} of the {whole} here are {float(part.value * 100 / whole):.1f}%, not {percent.text}%"
        )
        yield found(self, reading, share, message, "correct the count or the percentage, or name its whole")

    def _bare(self, reading: Reading, share: ShareMention, percent: Number) -> Iterator[Finding]:
        """`23.5% of 31 patients`: no count of 31 gives it."""
        text = reading.blocks[share.block][1].text
        after = re.match(
            rf"\s*(?:[(\[][^()]{{0,20}}[)\]]\s*)?of\s+(?:the(?:se|ir)?\s+|all\s+)?{_WHOLE.pattern}",
            text[share.end :],
            re.IGNORECASE,
        )
        sentence = reading.sentences[share.sentence]
        if after is None or _NOT_COUNTED.search(text[sentence.start : sentence.end]):
            return
        n = int(_value(after["n"]))
        if 1 < n <= 1000 and not counts_of(percent, n):
            message = f"no count of {n} is {percent.text}%"
            yield found(self, reading, share, message, "correct the percentage, or name its whole")


def _likeliest(part: Decimal, percent: Decimal, wholes: set[Decimal]) -> Decimal:
    """The whole of which a count is most nearly the printed share."""
    return min((n for n in wholes if n >= part), key=lambda n: abs(part * 100 / n - percent))


def _count_before(reading: Reading, share: ShareMention) -> Number | None:
    """The count whose percentage follows in brackets: `88 (75.2%`, `8 hips (11.0%`."""
    text = reading.blocks[share.block][1].text
    match = _COUNT.search(text[max(0, share.start - 45) : share.start])
    return None if match is None else number_from_digits(match["k"]) or number_from_words(match["k"])


def _shared(reading: Reading, share: ShareMention) -> Decimal | None:
    """The whole, told anywhere before in the paragraph, of which two other counts there are their shares."""
    text = reading.blocks[share.block][1].text
    sentence = reading.sentences[share.sentence]
    if _ELSEWHERE.search(text, sentence.start, share.start):
        return None
    wholes = [_value(match["n"]) for match in _THINGS.finditer(text, 0, share.start)]
    counted = [
        (part, each.percent)
        for each in reading.once(_by_block).get(share.block, ())
        if each is not share and each.percent and (part := each.part or _count_before(reading, each))
    ]
    for whole in dict.fromkeys(reversed(wholes)):
        fits = [
            part
            for part, percent in counted
            if part.value < whole and percent_fits(part.value, whole, percent)
        ]
        if len({part.value for part in fits}) >= _FITTING:
            return whole
    return None


def _by_block(reading: Reading) -> dict[int, list[ShareMention]]:
    blocks: dict[int, list[ShareMention]] = {}
    for share in reading.shares:
        blocks.setdefault(share.block, []).append(share)
    return blocks


def _sentence_before(reading: Reading, index: int) -> int:
    """Where the sentence before this one begins, in the same block."""
    sentence = reading.sentences[index]
    before = reading.sentences[index - 1] if index else sentence
    return before.start if before.block == sentence.block else sentence.start


def _whole_in(pattern: re.Pattern[str], text: str, start: int, end: int) -> Decimal | None:
    """The largest number of people or things counted in a passage, the likeliest whole."""
    return max((_value(match["n"]) for match in pattern.finditer(text, start, end)), default=None)


def _value(text: str) -> Decimal:
    number = number_from_digits(text) or number_from_words(text)
    return number.value if number else Decimal(0)
