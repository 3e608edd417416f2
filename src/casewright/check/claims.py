"""Claims of normality that stand apart from the values they are about: for a whole list, or a sentence away."""

from __future__ import annotations

import re
from dataclasses import replace

from casewright.check.normality import STATE_WORDS, STATES
from casewright.check.said import Claim
from casewright.document.mentions.model import QuantityMention
from casewright.document.reading import Reading
from casewright.quantity.model import Quantity, Unit

_NORMAL = r"(?:normal|unremarkable|(?:with)?in (?:the |their )?(?:normal|reference) (?:limits?|ranges?))"
# `; all were normal`, `, both within the normal range`, `, all of which were normal`
_LISTED = re.compile(
    rf"[,;(]\s(?P<how>all|both)\s(?:of which |of them |values |results )?(?:(?:was|were|being) )?(?:in |still )?"
    rf"(?P<state>{_NORMAL})\b(?!\s(?:except|apart|other than|but|value|upper|limit))",
    re.IGNORECASE,
)
_STATES = re.compile(rf"\b(?:{'|'.join(STATES)}|abnormal|not|except)\b", re.IGNORECASE)
# `He was normotensive and ...`: a sentence of the vital signs without figures of its own
_SAID = re.compile(
    r"\b(?:[Ss]?[Hh]e|[Tt]he (?:patient|child|boy|girl|infant|man|woman)) (?:was|remained) (?:\w+ and )?"
    r"(?P<word>afebrile|normotensive|hypotensive|hypertensive|tachycardic|bradycardic|hypothermic)\b"
)
_NEAR = 3  # sentences of one paragraph in which a vital sign stands once
_VITALS = {"temperature", "pulse", "blood_pressure", "systolic_pressure"}


def listed(reading: Reading) -> dict[tuple[int, int], Claim]:
    """The values of lists that end in `all were normal` or `both within normal limits`, by block and place."""
    claims: dict[tuple[int, int], Claim] = {}
    for sentence in reading.sentences:
        text = reading.blocks[sentence.block][1].text
        if "normal" not in text and "reference" not in text and "unremarkable" not in text:
            continue
        match = _LISTED.search(text, sentence.start, sentence.end)
        if match is None:
            continue
        values = [
            mention
            for mention in reading.quantities
            if mention.sentence == sentence.index
            and mention.end <= match.start()
            and mention.subject == "patient"
        ]
        cut = max((text.rfind(";", sentence.start, value.end) for value in values[-1:]), default=-1)
        values = [value for value in values if value.start > cut]
        values = values[-2:] if match["how"].lower() == "both" else values
        if values and not _STATES.search(text, max(sentence.start, values[0].start - 60), match.start()):
            said = f"{match['how']} {match['state']}".lower()
            claims.update({(mention.block, mention.start): (said, "normal") for mention in values})
    return claims


def said_nearby(reading: Reading) -> dict[tuple[int, int], Claim]:
    """The vital signs that a sentence without figures, near theirs, gives a word for."""
    claims: dict[tuple[int, int], Claim] = {}
    vitals = [each for each in reading.quantities if each.measure in _VITALS and each.subject == "patient"]
    told = {mention.block for mention in vitals}
    for sentence in reading.sentences:
        if sentence.block not in told:
            continue
        text = reading.blocks[sentence.block][1].text
        match = _SAID.search(text, sentence.start, sentence.end)
        if match is None or re.search(r"\d", text[sentence.start : sentence.end]):
            continue
        (measure, *_), state = STATE_WORDS[match["word"]]
        near = [
            mention
            for mention in vitals
            if mention.block == sentence.block
            and abs(mention.sentence - sentence.index) <= _NEAR
            and mention.measure in (measure, "systolic_pressure" if measure == "blood_pressure" else measure)
        ]
        if len(near) == 1:
            claims[near[0].block, near[0].start] = (match["word"], state)
    return claims


def printed_limits(reading: Reading) -> dict[tuple[str, Unit | None], Quantity]:
    """The reference range of each measure and unit that the report prints once, or always the same."""
    ranges: dict[tuple[str, Unit | None], set[Quantity]] = {}
    for mention in reading.quantities:
        if mention.limits is not None and mention.measure:
            ranges.setdefault((mention.measure, mention.quantity.unit), set()).add(mention.limits)
    return {key: next(iter(found)) for key, found in ranges.items() if len(found) == 1}


def with_limits(mention: QuantityMention, ranges: dict[tuple[str, Unit | None], Quantity]) -> QuantityMention:
    """The value with the range that the report prints for its measure elsewhere, where it has none itself."""
    if mention.limits is not None:
        return mention
    return replace(mention, limits=ranges.get((mention.measure, mention.quantity.unit)))
