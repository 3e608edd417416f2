"""CW303."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import ClassVar

from casewright.check.evidence.text.around import stretches_with, vocabulary
from casewright.check.evidence.text.parts import part_at
from casewright.check.evidence.text.passage import Passage
from casewright.check.evidence.values.adopted import adopted
from casewright.check.evidence.values.claims import (
    is_excepted,
    listed,
    of_the_heart,
    printed_limits,
    said_nearby,
    with_limits,
)
from casewright.check.evidence.values.concluded import concluded
from casewright.check.evidence.values.deniedstates import denied, judge_denied
from casewright.check.evidence.values.enumerated import enumerated
from casewright.check.evidence.values.kidneys import ill_organs
from casewright.check.evidence.values.namedagain import named_again
from casewright.check.evidence.values.normality import is_ordinary, judge, judge_severe
from casewright.check.evidence.values.onlyso import only_so
from casewright.check.evidence.values.ordinary import beyond_life
from casewright.check.evidence.values.panels import of_panels
from casewright.check.evidence.values.retoldstates import contradicted
from casewright.check.evidence.values.said import Claim, beside
from casewright.check.evidence.values.standards import has_own_standard
from casewright.check.evidence.values.surges import surges
from casewright.check.evidence.values.values import printed
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import found
from casewright.document.mentions.model import QuantityMention
from casewright.document.mentions.wordset import words
from casewright.document.reading import Reading
from casewright.patterns import lazily
from casewright.quantity.analytes import ANALYTES

_VITAL = lazily(
    r"\bvital signs?\s+(?:on [\w ]{0,25}?)?(?:were|was|are)\s+(?:all\s+)?(?:normal"
    r"|within (?:the )?normal (?:limits|ranges?))\b"
    r"(?!\s*(?:except|apart|other than|but|besides|,?\s*(?:except|apart|but|although)))",
    re.IGNORECASE,
)
_SEVERE = lazily(
    r"\b(?:severe(?:ly)?|profound(?:ly)?|extreme(?:ly)?|marked(?:ly)?|gross(?:ly)?)\s(?:[a-z]+\s)?\Z"
)
_VERSUS = lazily(r"\s?(?:[a-zA-Z/%°]{1,12}\s)?(?:vs|versus)\b")
_FETAL = lazily(r"\bfo?et(?:al|us|uses)\b", re.IGNORECASE)
_OF_CHILDREN = words("child infant baby newborn neonate toddler boy girl adolescent paediatric pediatric")
_CHANGES = {"reduced": "low", "decreased": "low", "increased": "high"}
_VITALS = {"temperature", "pulse", "respiratory_rate", "blood_pressure", "oxygen_saturation"}


class NormalityAgainstValue:
    """A value called normal, high or low that its range says is not.

    Why it is bad
        The word and the figure contradict each other; the reader cannot know which was observed.

    Example
        She was afebrile at 39.6 °C, with a normal creatinine of 4.8 mg/dL.

    Write instead
        She was febrile at 39.6 °C, with a high creatinine of 4.8 mg/dL.

    Source
        The range printed beside the value, or for its measure elsewhere; else, in adults, the ABIM Laboratory Test
        Reference Ranges and MedlinePlus article 002341, widened by a third (the message prints them as published).
        Against the range beside the value it is an error, else a warning.
    """

    code: ClassVar[str] = "CW303"
    name: ClassVar[str] = "normality-against-value"
    severity: ClassVar[Severity] = "error"

    def check(self, reading: Reading) -> Iterator[Finding]:
        adult = _is_adult(reading)
        vital = _vital_claims(reading)
        apart = enumerated(reading) | said_nearby(reading) | listed(reading) | of_panels(reading)
        apart = named_again(reading) | surges(reading) | only_so(reading) | ill_organs(reading) | apart
        retold = contradicted(reading, adult=adult)
        apart = {at: each.claim for at, each in retold.items()} | concluded(reading, adult=adult) | apart
        ranges = printed_limits(reading)
        for mention in (adopted(reading, each) for each in reading.quantities):
            if (mention.measure not in ANALYTES and mention.limits is None) or mention.subject == "general":
                continue
            if mention.measure == "pulse" and _is_fetal(reading, mention):
                continue  # at 100 a heart before birth is slow
            claim = beside(reading, mention) or of_the_heart(reading, mention)
            if claim is None and mention.measure in _VITALS:
                claim = vital.get(mention.sentence)
            claim = claim or apart.get((mention.block, mention.start))
            if (
                claim
                and claim[1] != "normal"
                and (_is_compared(reading, mention) or _is_changed(reading, mention, claim))
            ):
                continue
            if claim and mention.limits is None and has_own_standard(reading, mention):
                continue
            if claim is None and (no := denied(reading, mention)):
                judged = judge_denied(with_limits(mention, ranges), no, adult=adult)
                if judged is not None and not judged.possible and not beyond_life(mention):
                    yield self._called(reading, mention, no[0], judged.range, "warning")
                continue
            if claim is None and is_excepted(reading, mention):
                if is_ordinary(with_limits(mention, ranges), adult=adult):
                    yield self._excepted(reading, mention)
                continue
            judged = judge(with_limits(mention, ranges), claim[1], adult=adult) if claim else None
            there = retold.get((mention.block, mention.start))
            retells = there is not None and part_at(reading, there.at.block) == "echo"
            if (
                there and retells and judged is not None and judged.possible
            ):  # so here, and not in the summary
                claim = there.claim
                judged = judge(with_limits(mention, ranges), claim[1], adult=adult)
            if (
                claim is not None
                and judged is not None
                and judged.possible
                and _is_severe(reading, mention, claim)
            ):
                judged, claim = judge_severe(mention, adult=adult), (f"severe {claim[0]}", claim[1])
            if claim is None or judged is None or judged.possible or beyond_life(mention):
                continue
            sure = mention.limits is not None and beside(reading, mention) is not None
            against = [there.at] if there and there.claim == claim else []
            severity: Severity = "error" if sure else "warning"
            yield self._called(reading, mention, claim[0], judged.range, severity, against)

    def _called(
        self,
        reading: Reading,
        mention: QuantityMention,
        word: str,
        limits: str,
        severity: Severity,
        against: Sequence[Passage] = (),
    ) -> Finding:
        name = ANALYTES[mention.measure].name if mention.measure in ANALYTES else "value"
        message = f"`{name}` of {printed(mention)} is called `{word}`; the range is {limits}"
        return found(self, reading, mention, message, "correct the word or the value", against, severity)

    def _excepted(self, reading: Reading, mention: QuantityMention) -> Finding:
        name = ANALYTES[mention.measure].name if mention.measure in ANALYTES else "value"
        message = f"all is called normal except `{name}` of {printed(mention)}, which is normal too"
        return found(self, reading, mention, message, "correct the word or the value", (), "warning")


def _is_severe(reading: Reading, mention: QuantityMention, claim: Claim) -> bool:
    """Whether a word such as `severe` stands before the word that judges the value."""
    if claim[1] == "normal":
        return False
    start = max(reading.sentences[mention.sentence].start, mention.start - 140)
    before = reading.blocks[mention.block][1].text[start : mention.start].lower()
    at = before.rfind(claim[0].lower())
    return at >= 0 and _SEVERE.search(before, 0, at) is not None


def _is_compared(reading: Reading, mention: QuantityMention) -> bool:
    """Whether a value is set against another: what is `decreased (103 vs 111)` is low beside that alone."""
    text = reading.blocks[mention.block][1].text
    return _VERSUS.match(text, mention.end) is not None or text[
        max(0, mention.start - 9) : mention.start
    ].endswith((" vs ", " vs. ", " versus "))


def _is_changed(reading: Reading, mention: QuantityMention, claim: Claim) -> bool:
    """Whether a value is called `reduced` or `increased` that was more, or less, when last told: no state is meant."""
    way = _CHANGES.get(claim[0].lower())
    earlier = [
        each
        for each in (reading.quantities if way else ())
        if each.measure == mention.measure
        and each.subject == mention.subject
        and each.quantity.unit == mention.quantity.unit
        and (each.block, each.end) <= (mention.block, mention.start)
    ]
    if not earlier:
        return False
    before, now = earlier[-1].quantity.numbers[0].value, mention.quantity.numbers[0].value
    return now < before if way == "low" else now > before


def _is_fetal(reading: Reading, mention: QuantityMention) -> bool:
    sentence = reading.sentences[mention.sentence]
    text = reading.blocks[mention.block][1].text
    return _FETAL.search(text, sentence.start, sentence.end) is not None


def _is_adult(reading: Reading) -> bool:
    """Whether the patient is an adult by the first printed age; where none is printed, unless a child is spoken of."""
    for mention in reading.quantities:
        if mention.measure == "age" and mention.subject == "patient" and mention.quantity.unit is not None:
            return mention.quantity.unit.code == "a" and mention.quantity.numbers[0].value >= 16
    return reading.once(vocabulary).isdisjoint(_OF_CHILDREN)


def _vital_claims(reading: Reading) -> dict[int, Claim]:
    """The sentences that call all vital signs normal, and those right after them that list vital signs."""
    claims: dict[int, Claim] = {}
    for stretch in stretches_with(reading, frozenset(("vital",))):
        if _VITAL.search(stretch.text):
            claims[stretch.sentence.index] = ("vital signs normal", "normal")
    return claims
