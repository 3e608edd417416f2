"""CW204."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import ClassVar, NamedTuple

from casewright.check.evidence.text.parts import of_patient
from casewright.check.evidence.text.passage import Passage
from casewright.check.evidence.values.differential import differentials
from casewright.check.evidence.values.values import Span, printed, same, single, span_of
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import Stretch, found
from casewright.document.mentions.model import QuantityMention
from casewright.document.reading import Reading
from casewright.patterns import lazily
from casewright.quantity.convert import ConversionError
from casewright.quantity.model import Number

_CELLS = ("neutrophils", "lymphocytes", "eosinophils", "monocytes")
_BEHIND = lazily(r"\s?[(\[,]\s?(?P<share>\d{1,2}(?:\.\d)?)\s?%\s?[)\],;]")
_FIRST = ("", "admission", "presentation")  # the times at which one count can be of another's cells
_FAR = Fraction(2, 100)


class _Share(NamedTuple):
    """A percentage of white cells that is no mention of its own."""

    at: Stretch
    text: str
    measure: str
    number: Number


class CountNotOfDifferential:
    """A count of neutrophils (or other cells) that is not its share of the leukocytes beside it.

    Why it is bad
        The absolute count is the leukocyte count times the share; one of the three is wrong.

    Example
        Leukocytes were 13.0 × 10^9/L with 88% neutrophils (14.1 × 10^9/L).

    Write instead
        Leukocytes were 13.0 × 10^9/L with 88% neutrophils (11.4 × 10^9/L).

    Source
        By definition; all three figures are held to their rounding. Within 2% it is a warning, since a band count may
        be included.
    """

    code: ClassVar[str] = "CW204"
    name: ClassVar[str] = "count-not-of-differential"
    severity: ClassVar[Severity] = "error"

    def check(self, reading: Reading) -> Iterator[Finding]:
        for leukocytes, group in _panels(reading):
            for cells in _CELLS:
                shares = group.get(f"{cells}_percent", [])
                counts = group.get(cells, []) or [c for share in shares if (c := _bracketed(reading, share))]
                if len(counts) == len(shares) == 1:
                    yield from self._held(reading, leukocytes, counts[0], shares[0])
                elif len(counts) == 1 and (share := _behind(reading, counts[0])):
                    yield from self._held(reading, leukocytes, counts[0], share)
        yield from self._apart(reading)
        yield from self._after(reading)

    def _after(self, reading: Reading) -> Iterator[Finding]:
        """A count with its share in brackets, in the sentence behind the one that gives the white cells."""
        before: QuantityMention | None = None
        for mention in reading.quantities:
            if mention.measure == "leukocytes":
                before = mention if mention.subject == "patient" else None
            elif before and mention.measure in _CELLS and mention.subject == "patient":
                follows = mention.block == before.block and mention.sentence == before.sentence + 1
                alike = mention.time in _FIRST and before.time in _FIRST
                if follows and alike and (share := _behind(reading, mention)):
                    yield from self._held(reading, before, mention, share)

    def _apart(self, reading: Reading) -> Iterator[Finding]:
        """The one count of white cells, the one of some of them and their one share, wherever they stand."""
        if not reading.once(differentials):
            return
        whole = _only(reading, "leukocytes")
        for cells in _CELLS if whole else ():
            count = _only(reading, cells)
            shares = [one for each in reading.once(differentials) for one in each if one.cells == cells]
            if whole is None or count is None or len(shares) != 1:
                continue
            index = reading.sentence_at(shares[0].at.block, shares[0].at.start)
            if not whole.sentence == count.sentence == index and of_patient(reading, index):
                share = _Share(shares[0].at, f"{shares[0].percent.text}%", cells, shares[0].percent)
                yield from self._held(reading, whole, count, share)

    def _held(
        self,
        reading: Reading,
        leukocytes: QuantityMention,
        count: QuantityMention,
        share: QuantityMention | _Share,
    ) -> Iterator[Finding]:
        total, part = single(leukocytes), single(count)
        percent = share.number if isinstance(share, _Share) else single(share)
        if total is None or part is None or percent is None:
            return
        try:
            whole = span_of(total, leukocytes.quantity.unit, count.quantity.unit)
        except ConversionError:
            return
        expected = whole.times(span_of(percent)).times(Span(Fraction(1, 100), Fraction(1, 100)))
        if expected.meets(span_of(part)):
            return
        severity: Severity = "warning" if expected.widened(_FAR).meets(span_of(part)) else "error"
        name = share.measure.removesuffix("_percent")
        message = f"{printed(count)} {name} are not {_words(share)} of {printed(leukocytes)} leukocytes"
        at = share.at if isinstance(share, _Share) else share
        yield found(self, reading, count, message, "correct one of the three", [at, leukocytes], severity)


def _words(share: QuantityMention | _Share) -> str:
    return share.text if isinstance(share, _Share) else printed(share)


def _behind(reading: Reading, count: QuantityMention) -> _Share | None:
    """The share in brackets behind a count: `neutrophils 12.9 × 10^9/L (86%)`."""
    match = _BEHIND.match(reading.blocks[count.block][1].text, count.end)
    if match is None:
        return None
    number = Number(match["share"], Decimal(match["share"]))
    at = Passage(count.block, match.start("share"), match.end("share"))
    return _Share(at, f"{number.text}%", count.measure, number)


def _only(reading: Reading, measure: str) -> QuantityMention | None:
    """The patient's one printed value of a measure, at one time; None where there are two."""
    mentions = [
        each
        for each in reading.quantities
        if each.measure == measure and each.subject == "patient" and single(each) is not None
    ]
    if not mentions or any(not same(mentions[0].quantity, each.quantity, measure) for each in mentions[1:]):
        return None
    return mentions[0] if all(each.time in _FIRST for each in mentions) else None


def _bracketed(reading: Reading, share: QuantityMention) -> QuantityMention | None:
    """The count in brackets behind a share: `88% neutrophils (11.4 × 10^9/L)`."""
    text = reading.blocks[share.block][1].text
    for mention in reading.quantities:
        if mention.block == share.block and 0 < mention.start - share.end < 30:
            unit, between = mention.quantity.unit, text[share.end : mention.start]
            if (
                unit
                and unit.dimension == "count/volume"
                and re.fullmatch(r"\s?[a-z ]{0,20}\((?:[a-z ]{0,20})", between)
            ):
                return mention
    return None


def _panels(reading: Reading) -> Iterator[tuple[QuantityMention, dict[str, list[QuantityMention]]]]:
    """Each leukocyte count with the cells of its own sentence and time, where it is the only one there."""
    wanted = {"leukocytes", *_CELLS, *(f"{cells}_percent" for cells in _CELLS)}
    groups: dict[tuple[int, str], dict[str, list[QuantityMention]]] = {}
    for mention in reading.quantities:
        if mention.measure in wanted and mention.subject == "patient":
            group = groups.setdefault((mention.sentence, mention.time), {})
            group.setdefault(mention.measure, []).append(mention)
    for group in groups.values():
        if len(group.get("leukocytes", ())) == 1:
            yield group["leukocytes"][0], group
