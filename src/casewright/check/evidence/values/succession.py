"""Values of one measure told one after the other: whether a later one lies on the wrong side of one before it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from casewright.check.evidence.text.around import vocabulary
from casewright.check.evidence.text.episodes import another_episode
from casewright.check.evidence.text.parts import part_at
from casewright.check.evidence.values.changes import DOWN, UP
from casewright.check.evidence.values.values import same, single, span_of
from casewright.document.mentions.model import QuantityMention
from casewright.document.mentions.wordset import words
from casewright.document.reading import Reading
from casewright.patterns import lazily
from casewright.quantity.analytes import ANALYTES
from casewright.quantity.convert import ConversionError
from casewright.quantity.model import Number

_EXTREMES = words("peak peaked peaking peaks maximum highest nadir lowest minimum")
_EXTREME = lazily(
    r"\b(?:(?P<most>peak(?:ed|ing|s)?|maximum|highest)|(?P<least>nadir|lowest|minimum))\b[^.;:()\d]{0,25}\Z",
    re.IGNORECASE,
)
_COURSE = lazily(  # what begins another course of a value, or tells of an earlier one
    r"(?i:again|re-?admi|recurr|relaps|years?\b|months?\b|weeks?\b|previous|before|prior|earlier|operat|surg|transplant|episode"
    r"|rebound|discharg|follow-up|cycle|dialy|chemo|resect|deliver|transfus|history|hospitali[sz]ed|baseline)"
)
_HAD = lazily(r"\b(?:[Bb]efore|[Pp]rior|[Ee]arlier|[Pp]reviously|had been)\b")
_NEXT = 2  # paragraphs
_STOOD = r" (?:was|were|had|reached|measured|fell|rose|dropped|climbed|increased|decreased)\b"
_SHARE_TOLD = lazily(rf"\b(?:{UP}|{DOWN})\b[^.;\d]{{0,20}}\d+(?:\.\d+)?\s?%", re.IGNORECASE)
_RESTORED = lazily(  # without a figure, what was told before has come to an end: a rise begins anew
    r"\b(?:normali[sz]\w+|(?:resolution|recovery) of|resolved|returned to (?:normal|baseline))\b",
    re.IGNORECASE,
)
_PAST = lazily(r"\b(?:(?:years?|months?) (?:before|earlier|ago|previously)|usual(?:ly)?|previous)\b")
_TURNS = lazily(  # what changes a pressure without a figure, or tells of another arm
    r"(?i:hypot|hypert|shock|collaps|worsen|deteriorat|fell|fall|drop|rose|rise|rising|increas|decreas|elevat|declin|unstable"
    r"|normali[sz]|labile|crisis|surge|arrest|induc|previous|usual|\bleft\b|\bright\b|\barms?\b|leg\b)"
)
_OF_ANOTHER = lazily(r"\b(?:(?:[Pp]atient|[Cc]ase|[Tt]win|[Tt]riplet) (?:[A-D]|\d|I{1,3})|donor|recipient)\b")
_LEADS = lazily(rf"\b(?:{UP}|{DOWN})\b[^.;:()\d]{{0,30}}\bto\b[^.;:()\d]{{0,12}}\Z", re.IGNORECASE)
UP_TO = "up to "


class Extreme(NamedTuple):
    """A peak or a nadir, its word, and another value that surpasses it."""

    word: str
    value: QuantityMention
    other: QuantityMention


def surpassed(reading: Reading) -> Iterator[Extreme]:
    """The peaks and nadirs that another value of their course surpasses."""
    if reading.once(vocabulary).isdisjoint(_EXTREMES):
        return
    for mention in reading.quantities:
        if mention.measure not in ANALYTES or mention.measure == "temperature" or not single(mention):
            continue
        block = reading.blocks[mention.block][1]
        match = _EXTREME.search(block.text, max(0, mention.start - 50), mention.start)
        if match is None or block.kind != "paragraph" or part_at(reading, mention.block) != "body":
            continue
        way = 1 if match["most"] else -1
        for other in _alike(reading, mention):
            if against(reading, other, mention, way) and not same(
                other.quantity, mention.quantity, mention.measure
            ):
                yield Extreme(match[0].strip(), mention, other)
                break


def _alike(reading: Reading, mention: QuantityMention) -> Iterator[QuantityMention]:
    """The patient's other values of the measure in the same paragraph, or in the one before in the same course."""
    for other in reading.quantities:
        alike = (other.measure, other.of) == (mention.measure, mention.of)
        if not alike or other is mention or other.subject != "patient" or not single(other):
            continue
        if other.block != mention.block:
            if _of_one_course(reading, other, mention):
                yield other
        elif other.start < mention.start or not _is_of_before(reading, other):
            yield other


def _is_of_before(reading: Reading, mention: QuantityMention) -> bool:
    """Whether a value is told to have come before what was told: `before that, CRP had been 310 mg/L`."""
    text, sentence = reading.blocks[mention.block][1].text, reading.sentences[mention.sentence]
    return _HAD.search(text, sentence.start, mention.start) is not None


def _of_one_course(reading: Reading, earlier: QuantityMention, mention: QuantityMention) -> bool:
    """Whether nothing between a value and the paragraph in which a later one stands begins another course."""
    if not 0 < mention.block - earlier.block <= _NEXT or part_at(reading, earlier.block) != "body":
        return False
    start, end = (reading.sentences[each.sentence] for each in (earlier, mention))
    blocks = [reading.blocks[number][1] for number in range(earlier.block, mention.block + 1)]
    texts = [block.text for block in blocks if block.kind == "paragraph"]
    told = "\n".join(texts)[start.start : end.end - len(blocks[-1].text) or None]
    return len(texts) == len(blocks) and _COURSE.search(told) is None


def against(reading: Reading, earlier: QuantityMention, mention: QuantityMention, way: int) -> bool:
    """Whether a value lies on the wrong side of the one before, or is the same."""
    before, after = leading(earlier), leading(mention) or reached(mention)
    units = earlier.quantity.unit, mention.quantity.unit
    if before is None or after is None or (units[0] is None) != (units[1] is None):
        behind = reading.blocks[earlier.block][1].text[earlier.end : earlier.end + 60]
        symbol = mention.text.lstrip("0123456789., ")
        if before is None or after is None or not symbol or not _bracketed(behind, symbol):
            return False
    try:
        first = span_of(before, *units, earlier.measure)
    except ConversionError:
        return False
    second = span_of(after)
    wrong = second.high <= first.low if way > 0 else second.low >= first.high
    return wrong and not _told_between(reading, earlier, mention) and not _turned(reading, earlier, mention)


def _told_between(reading: Reading, earlier: QuantityMention, mention: QuantityMention) -> bool:
    """Whether the measure is named with one more figure between two values: one that was not read as a value of it."""
    text = reading.blocks[mention.block][1].text
    between = text[earlier.end if earlier.block == mention.block else 0 : mention.start]
    if mention.text.endswith("%") and _SHARE_TOLD.search(between):
        return True
    between = (
        between.rpartition(" to ")[0] or between
    )  # of several that are told in turn, the first stand behind it
    names = "|".join(re.escape(name) for name in ANALYTES[earlier.measure].names)
    return re.search(rf"\b(?:(?:{names})\b|[Ii]t{_STOOD})[^.;\d]{{0,30}}\d", between) is not None


def _turned(reading: Reading, earlier: QuantityMention, mention: QuantityMention) -> bool:
    """Whether the value before belongs to another time, or is a pressure that changed since."""
    text = reading.blocks[earlier.block][1].text
    sentence = reading.sentences[earlier.sentence]
    if mention.sentence != earlier.sentence and _PAST.search(text, sentence.start, sentence.end):
        return True
    if another_episode(reading, earlier.block, mention.block):
        return True
    between = _between(reading, *sorted((earlier, mention), key=lambda each: (each.block, each.start)))
    if _RESTORED.search(between) or _OF_ANOTHER.search(between):
        return True
    if earlier.quantity.shape != "pair":
        return False
    start = reading.sentences[mention.sentence].start if mention.block != earlier.block else earlier.end
    text = reading.blocks[mention.block][1].text
    clause = _LEADS.search(text, start, mention.start)
    return (
        mention.block != earlier.block
        or _TURNS.search(text, start, clause.start() if clause else start) is not None
    )


def _between(reading: Reading, earlier: QuantityMention, mention: QuantityMention) -> str:
    """The text from a value to the sentence of a later one, in the same paragraph or a later one of the section."""
    start, end = earlier.end, reading.sentences[mention.sentence].start
    if earlier.block == mention.block:
        return reading.blocks[mention.block][1].text[start:end]
    told = [reading.blocks[number][1].text for number in range(earlier.block, mention.block + 1)]
    return "\n".join((told[0][start:], *told[1:-1], told[-1][:end]))


def reached(mention: QuantityMention) -> Number | None:
    """The value that a rise has reached, where its `up to` is read as a limit: `came up to 9 g/dL`."""
    limited = mention.quantity.shape == "single" and mention.text.startswith(UP_TO)
    return mention.quantity.numbers[0] if limited else None


def leading(mention: QuantityMention) -> Number | None:
    """The one number of a plain value; of a blood pressure the systolic, by which it is said to rise and fall."""
    if mention.measure == "blood_pressure" and mention.quantity.shape == "pair":
        return mention.quantity.numbers[0]
    return single(mention)


def _bracketed(behind: str, symbol: str) -> bool:
    """Whether a unit stands behind the brackets that follow a value: `13.6 (normal < 1.7) mg/L`."""
    opened, _, rest = behind.lstrip().partition(")")
    return opened.startswith("(") and rest.lstrip().startswith(symbol)
