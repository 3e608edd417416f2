"""Kinds that are counted, then told one by one under numbers: `There are three types. Type I is ... Type IV is ...`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from casewright.check.evidence.text.passage import scan_at
from casewright.check.evidence.values.listing import Listing
from casewright.document.reading import Reading
from casewright.patterns import lazily
from casewright.quantity.number import ROMAN, read_number

_NOUNS = "types|grades|stages|classes|forms|phases|subtypes"
_COUNTED = lazily(
    rf"(?P<count>two|three|four|five|six|seven)\s(?:(?!more|other|further)[a-z-]+\s){{0,2}}?(?P<noun>{_NOUNS})\b"
)
_COUNTS = ("two ", "three ", "four ", "five ", "six ", "seven ")
_OPEN = lazily(r"\b(?:at least|first|other|another|only|of the|these|the last|over|than|or|to)\s\Z")
_REACH = 1500  # characters behind the count
_ADDED = lazily(r"\b(?:add(?:ed|ing|s|ition)|later|newly|recently|proposed|new)\b")


def numbered_kinds(reading: Reading) -> Iterator[Listing]:
    """The counts behind which as many sentences begin with the numbers of the kinds, from the first on."""
    for passage, match in scan_at(reading, _COUNTED, *_COUNTS, folded=True):
        text = reading.blocks[passage.block][1].text
        lead = text[max(0, passage.start - 12) : passage.start]
        if _OPEN.search(lead) or lead[-1:].isalnum():
            continue
        told = text[passage.end : passage.end + _REACH]
        again = _COUNTED.search(told.lower())
        told = told[: again.start()] if again else told
        numbers = [_value(each["number"]) for each in _numbered(match["noun"]).finditer(told)]
        listed = len(set(numbers))
        number = read_number(match["count"])
        if number is None or sorted(set(numbers)) != list(range(1, listed + 1)) or _ADDED.search(told):
            continue
        if listed > number.value > 1:
            yield Listing(match["count"], int(number.value), match["noun"], listed, False, passage)


@cache
def _numbered(noun: str) -> re.Pattern[str]:
    """The name of one kind with its number, where a sentence or a clause begins."""
    one = {"classes": "class"}.get(noun, noun.removesuffix("s"))
    return re.compile(
        rf"(?:\A|[.;:\]]\s)(?:{one}|{one.capitalize()})\s(?P<number>[1-9]|[IV]{{1,4}})\b(?![./-])"
    )


def _value(printed: str) -> int:
    return ROMAN[printed] if printed in ROMAN else int(printed) if printed.isdigit() else 0
