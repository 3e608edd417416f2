"""Vital signs that are told to have risen, or to have fallen, to what is no such thing: `spiked to 36.2 °C`.

A fall may end above what is usual, where more was measured before, and a rise below it: so the report must tell no
value from which this one could be come to, and no state of the other way. The limits are casewright's own judgement,
and are not verified against a source.
"""

from __future__ import annotations

from typing import NamedTuple

from casewright.check.evidence.text.around import vocabulary
from casewright.check.evidence.values.normality import State
from casewright.document.mentions.model import QuantityMention
from casewright.document.mentions.wordset import words
from casewright.document.reading import Reading
from casewright.patterns import lazily

_HOW = (
    r"(?:\s(?:further|again|up|rapidly|suddenly|gradually|abruptly|steadily|slightly|progressively|transiently|sharply))*"
    r"(?:\s(?:to|at|as (?:high|low) as)|(?=\s?\())?"
    r"(?:\s(?:an?\s)?(?:maximum|peak|high|low|nadir|level|value)(?:\sof)?)?\s?\(?\Z"
)
_ROSE = (
    r"rises|rose|risen|rising|increased|increases|increasing|climbed|climbing|spiked|spiking|peaked|surged|surging"
    r"|soared|shot up|went up|was up|jumped"
)
_FELL = (
    r"decreased|decreasing|dropped|dropping|drops|fell|fallen|falling|falls|declined|declining|plummeted|sank|went down"
    r"|dipped|plunged"
)
_UP, _DOWN = (lazily(rf"(?<!not )(?<!never )\b(?:{verbs}){_HOW}") for verbs in (_ROSE, _FELL))
_BOUTS = lazily(  # `spiked a temperature of`
    r"\b(?:spik\w+|mounted|ran|running|developed) (?:an? )?(?:high )?(?:temperatures?|fevers?)"
    r" ?(?:up to|of|to|at)? ?\(?\Z"
)


class _Bound(NamedTuple):
    """A vital sign, the way it went, and the figure that no such change ends beyond."""

    measure: str
    unit: str
    state: State
    figure: float
    against: frozenset[str]  # words of a report in which such a change may end anywhere


_COLD = words("hypothermia hypothermic rewarming rewarmed warming warmed cooling cooled cold")
_TENSE = words(
    "hypertension hypertensive crisis preeclampsia eclampsia pheochromocytoma paraganglioma antihypertensive"
)
_SLOW = words("bradycardia bradycardic pacemaker pacing paced atropine block")
_BOUNDS = (
    _Bound("temperature", "Cel", "high", 36.9, _COLD),
    _Bound("blood_pressure", "mm[Hg]", "low", 155, _TENSE),
    _Bound("systolic_pressure", "mm[Hg]", "low", 155, _TENSE),
    _Bound("pulse", "{beats}/min", "high", 72, _SLOW),
    _Bound("oxygen_saturation", "%", "low", 98.5, frozenset()),
)
_MEASURES = frozenset(bound.measure for bound in _BOUNDS)
_LEAST = 30  # of a rise: less is a misprint of another kind
_BEING = ("temperature was", "fever", "temperature", "temperatures were", "febrile")
_LEAPS = ("surg", "soar", "spik", "jump", "shot")  # of a pulse: a slow one may rise to a slow one
_BEFORE = 60  # characters before a value in which the change is told


def surges(reading: Reading) -> dict[tuple[int, int], tuple[str, State]]:
    """The values that end no such change, each with the word and the state that it tells, by block and place."""
    claims: dict[tuple[int, int], tuple[str, State]] = {}
    signs = [each for each in reading.quantities if each.measure in _MEASURES and each.subject == "patient"]
    for number, mention in enumerate(signs):
        for bound in _BOUNDS:
            if bound.measure != mention.measure or not _ends_beyond(mention, bound):
                continue
            word = _word(reading, mention, bound.state)
            came = not word or any(_lies_behind(each, mention, bound.state) for each in signs[:number])
            if not came and bound.against.isdisjoint(reading.once(vocabulary)):
                claims[mention.block, mention.start] = (word, bound.state)
    return claims


def _ends_beyond(mention: QuantityMention, bound: _Bound) -> bool:
    unit, figures = mention.quantity.unit, [float(number.value) for number in mention.quantity.numbers]
    if unit is None or unit.code != bound.unit:
        return False
    if bound.state == "high":
        return _LEAST < max(figures) <= bound.figure
    return figures[0] >= bound.figure


def _word(reading: Reading, mention: QuantityMention, state: State) -> str:
    """The words of change right before a value; "" where there are none."""
    start = max(reading.sentences[mention.sentence].start, mention.start - _BEFORE)
    lead = reading.blocks[mention.block][1].text[start : mention.start].lower()
    match = (_UP if state == "high" else _DOWN).search(lead)
    if match is None and state == "high":
        match = _BOUTS.search(lead)
        if match is None and mention.text.lower().startswith("up to") and lead.rstrip().endswith(_BEING):
            return "up to"
    if match is None or (mention.measure == "pulse" and not match[0].startswith(_LEAPS)):
        return ""
    return " ".join(match[0].strip(" (").split())


def _lies_behind(earlier: QuantityMention, mention: QuantityMention, state: State) -> bool:
    """Whether a value told before lies on the side from which a change of this kind comes."""
    if "pressure" not in earlier.measure + mention.measure and earlier.measure != mention.measure:
        return False
    one, other = earlier.quantity.numbers[0].value, mention.quantity.numbers[0].value
    return one < other if state == "high" else one > other
