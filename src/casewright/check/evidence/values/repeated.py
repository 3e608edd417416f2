"""Names that a list gives two values: `ALT 31 U/L, ALT 44 U/L`, of which one is the value of another analyte."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from casewright.document.mentions.model import QuantityMention
from casewright.document.mentions.names import find_names
from casewright.document.reading import Reading
from casewright.patterns import lazily
from casewright.quantity.analytes import ANALYTES

_NEXT = lazily(r"[)\]]?(?:,|;|,? and)\s(?:and )?(?:the |his |her |serum )*\Z")
_LIST = 3  # analytes in a sentence, from which it is a list


def named_twice(reading: Reading) -> Iterator[tuple[QuantityMention, QuantityMention]]:
    """Two values of one analyte that stand one behind the other in a list, under one name."""
    for one, other in pairwise(_values(reading)):
        if one.measure != other.measure or one.sentence != other.sentence:
            continue
        same = one.quantity.unit == other.quantity.unit and one.quantity.unit is not None
        if same and one.quantity.numbers != other.quantity.numbers and _is_next(reading, one, other):
            yield one, other


def _values(reading: Reading) -> Iterator[QuantityMention]:
    """The patient's plain values of analytes, without reference ranges."""
    for mention in reading.quantities:
        plain = mention.quantity.shape == "single" and mention.subject == "patient"
        if plain and mention.measure in ANALYTES and reading.blocks[mention.block][1].kind == "paragraph":
            yield mention


def _is_next(reading: Reading, one: QuantityMention, other: QuantityMention) -> bool:
    """Whether the name of the first is repeated before the second, with nothing between but the sign of a list."""
    text, sentence = reading.blocks[one.block][1].text, reading.sentences[one.sentence]
    names = [each for each in find_names(text[one.end : other.start]) if each.key == one.measure]
    if len(names) != 1:
        return False
    name = text[one.end + names[0].start : one.end + names[0].end]
    before = text[max(sentence.start, one.start - len(name) - 12) : one.start]
    listed = {each.measure for each in _values(reading) if each.sentence == one.sentence}
    gap = text[one.end : one.end + names[0].start]
    return name in before and len(listed) >= _LIST and _NEXT.match(gap) is not None
