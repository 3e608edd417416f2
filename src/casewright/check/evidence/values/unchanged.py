"""Values told to be as they were before, where no value told before is near: `remained stable at 8.2 g/dL`, `of 25%,
similar to the preoperative result`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from casewright.check.evidence.text.around import vocabulary
from casewright.check.evidence.text.parts import part_at
from casewright.check.evidence.values.values import single, span_of
from casewright.document.mentions.model import QuantityMention
from casewright.document.mentions.wordset import words
from casewright.document.reading import Reading
from casewright.patterns import lazily
from casewright.quantity.analytes import ANALYTES
from casewright.quantity.convert import ConversionError

_SIGNS = words("unchanged stable similar comparable same identical constant")
_HELD = lazily(  # before the value: `remained stable at`, `unchanged at`
    r"\b(?:unchanged|stable|constant|the same)\s(?:at|with|of)\s(?:about\s|around\s|approximately\s)?\Z"
)
_AS_BEFORE = lazily(  # behind it: `, similar to the preoperative result`, `, unchanged from baseline`
    r"(?:[)(\s,]|\s?\([^()]{0,30}\)){0,3}(?:(?:and|which|was|were|is|a|an|result|value|level|count|finding|it|almost|nearly|largely"
    r"|essentially|roughly)[,\s]+){0,4}"
    r"(?:similar to|unchanged (?:from|compared (?:to|with)|since)|comparable (?:to|with)|the same as|identical to"
    r"|no different from)\s(?:the\s|that\s|his\s|her\s)?(?:\w+\s){0,2}?"
    r"(?:baseline|pre-?\w+|before|previous|prior|initial|earlier|first|admission|last)\b"
)
_LOST = lazily(r"\b(?:not|no longer|un(?:til|less)|controls?|healthy|normal|dose|infusion|goal|target)\b")
_TIME = lazily(r"\bpre-?(?!vious)\w+")  # before an operation or a treatment
_TOLD_SO = ("pre-", "preop", "before", "prior")
_NEAR = 1.4  # times one value the other may be and pass for the same: not verified, wider than any rounding


class Unchanged(NamedTuple):
    """A value told to be as before, and the last value of its measure."""

    value: QuantityMention
    word: str
    before: QuantityMention


def unchanged(reading: Reading) -> Iterator[Unchanged]:
    """The values told to be as they were that no earlier value of their measure is near."""
    if reading.once(vocabulary).isdisjoint(_SIGNS):
        return
    for mention in reading.quantities:
        if not _is_measured(mention) or part_at(reading, mention.block) != "body":
            continue
        word = _word(reading, mention)
        if not word:
            continue
        earlier = [each for each in reading.quantities if _is_before(each, mention)]
        told = [each for each in earlier if each.measure and _is_of_time(reading, each, word)]
        if told and not any(_is_near(each, mention) for each in earlier):
            yield Unchanged(mention, word, told[-1])


def _is_measured(mention: QuantityMention) -> bool:
    return mention.measure in ANALYTES and mention.subject == "patient" and single(mention) is not None


def _word(reading: Reading, mention: QuantityMention) -> str:
    """The words that say that a value is as it was, "" for none."""
    text, sentence = reading.blocks[mention.block][1].text, reading.sentences[mention.sentence]
    match = _HELD.search(text, max(sentence.start, mention.start - 45), mention.start)
    match = match or _AS_BEFORE.match(text, mention.end, sentence.end)
    if match is None or _LOST.search(text, match.start(), match.end() + 20):
        return ""
    return " ".join(match[0].strip(" ,)(").split())


def _is_before(other: QuantityMention, mention: QuantityMention) -> bool:
    """Whether a value told before is of the measure, or of none and in its unit: `and fell to 8.4 g/dL`."""
    if (other.block, other.start) >= (mention.block, mention.start):
        return False
    alike = (other.measure, other.of) == (mention.measure, mention.of) and _is_measured(other)
    return alike or (not other.measure and other.quantity.unit == mention.quantity.unit)


def _is_of_time(reading: Reading, other: QuantityMention, word: str) -> bool:
    """Whether a value is told to be of before an operation or a treatment, where the words name that."""
    if _TIME.search(word) is None:
        return True
    sentence = reading.sentences[other.sentence]
    told = reading.blocks[other.block][1].text[sentence.start : sentence.end].lower()
    return any(sign in told for sign in _TOLD_SO)


def _is_near(other: QuantityMention, mention: QuantityMention) -> bool:
    """Whether two values may pass for the same; so do those that cannot be compared."""
    one, two = single(other), single(mention)
    if one is None or two is None or (other.quantity.unit is None) != (mention.quantity.unit is None):
        return True
    try:
        first = span_of(one, other.quantity.unit, mention.quantity.unit, mention.measure)
    except ConversionError:
        return True
    low, high = sorted((float(first.low + first.high) / 2, float(two.value)))
    return low <= 0 or high <= _NEAR * low
