"""CW277."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import ClassVar

from casewright.check.evidence.text.passage import factual
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import Span, found
from casewright.document.mentions.stretch import Stretch
from casewright.document.reading import Reading
from casewright.patterns import lazily
from casewright.quantity.analytes import ANALYTES

_SHARE = lazily(r"(?<![\d.,–-])(?P<n>\d{1,3}(?:\.\d+)?)\s?%")
_LEAST = 3  # shares of a list
_WHOLE = Decimal("101.5")  # what rounded shares of one whole come to at most
_MOST = Decimal(125)  # beyond it nobody took the list for one whole
_OF_NO_WHOLE = lazily(  # ranges, shares of a share, what was measured, and what one patient may have together
    r"\d\s?%?\s?(?:to|and|or|[-–—])\s?\d{1,3}(?:\.\d+)?\s?%|\b(?:from|between)\s\d{1,3}(?:\.\d+)?\s?%"
    r"|\b(?:versus|vs|respectively|confidence|CI)\b"
    r"|\bof (?:these|those|which|whom|them)\b|\b(?:increas|decreas|reduc|improv|declin)\w+"
    r"|\b(?:sensitivity|specificity|accuracy|saturation|inspired|solution|predicted|normal|similarity|identity|survival"
    r"|symptoms?|signs|comorbidit\w+|complain\w+|risk factors?)\b",
)
_DIVIDED = lazily(  # words by which a whole is parted
    r"\b(?:causes?|distribut\w+|types?|subtypes?|forms?|classified|divided|categor\w+)\b|\bright\b.*\bbilateral"
)


class ListedSharesOverWhole:
    """Percentages of a list that look like the parts of one whole and are more than it.

    Why it is bad
        Where the list divides the cases, one of its shares is wrong; where the groups overlap, the reader should be
        told.

    Example
        The causes were medical in 81%, idiopathic in 15%, traumatic in 9%, and neoplastic in 5%.

    Write instead
        The causes were medical in 71%, idiopathic in 15%, traumatic in 9%, and neoplastic in 5%.

    Source
        Addition of three shares or more of one sentence, where they come to more than 101.5% and no more than 125%:
        symptoms and treatments, of which a patient has several, mostly come to more. A warning where the words part
        a whole (causes, types, sides); elsewhere worth a look. Ranges, measured values and shares of a share are left
        alone.
    """

    code: ClassVar[str] = "CW277"
    name: ClassVar[str] = "listed-shares-over-whole"
    severity: ClassVar[Severity] = "note"

    def check(self, reading: Reading) -> Iterator[Finding]:
        for stretch in reading.stretches:
            if stretch.text.count("%") < _LEAST or stretch.block.kind == "table":
                continue
            shares = [*_SHARE.finditer(stretch.text)]
            total = sum((Decimal(each["n"]) for each in shares), Decimal(0))
            if (
                len(shares) < _LEAST
                or not _WHOLE < total <= _MOST
                or _OF_NO_WHOLE.search(stretch.text)
                or not factual(stretch.section.role)
            ):
                continue
            first, *others = [
                Span(stretch.sentence.block, stretch.offset + each.start(), stretch.offset + each.end())
                for each in shares
            ]
            if _is_measured(reading, stretch):
                continue
            parts = ", ".join(f"{each['n']}%" for each in shares[:-1])
            message = f"{parts} and {shares[-1]['n']}% are {total}% together; is that meant?"
            hint = "correct a share; if the groups overlap, say so, or leave it as it is"
            parted = _DIVIDED.search(stretch.text) is not None
            yield found(self, reading, first, message, hint, others, "warning" if parted else None)


def _is_measured(reading: Reading, stretch: Stretch) -> bool:
    """Whether a percentage of a sentence is the value of an analyte: a differential count, a saturation."""
    index = stretch.sentence.index
    return any(each.sentence == index and each.measure in ANALYTES for each in reading.quantities)
