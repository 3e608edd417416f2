"""States that a summary tells of the patient, and that every value of the case contradicts."""

from __future__ import annotations

from collections.abc import Iterator

from casewright.check.evidence.text.around import stretches_with
from casewright.check.evidence.text.parts import of_patient, part_at
from casewright.check.evidence.values.claims import is_past
from casewright.check.evidence.values.namedstates import NAMED_SIGNS, named_states
from casewright.check.evidence.values.normality import STATE_WORDS, judge
from casewright.check.evidence.values.said import Claim, Saying, is_denied, sayings_in
from casewright.document.mentions.model import QuantityMention
from casewright.document.mentions.stretch import Stretch
from casewright.document.mentions.wordset import words
from casewright.document.reading import Reading

_SIGNS = frozenset(STATE_WORDS) | NAMED_SIGNS
_OURS = words(
    "patient man woman boy girl infant child he she his her we our lady gentleman neonate baby newborn"
)
_FELT = (
    "fever",
    "febril",
    "pyrex",
    "hyperten",
    "hypoten",
    "obes",
    "overw",
    "underw",
    "tachy",
    "brady",
    "hypox",
    "desat",
)


def contradicted(reading: Reading, *, adult: bool) -> dict[tuple[int, int], Claim]:
    """The first value of each measure none of whose values the case has in the state a summary tells, by its place."""
    claims: dict[tuple[int, int], Claim] = {}
    values: dict[str, list[QuantityMention]] | None = None
    for stretch in stretches_with(reading, _SIGNS):
        if part_at(reading, stretch.sentence.block) != "echo" or stretch.words.isdisjoint(_OURS):
            continue
        for saying in _sayings(reading, stretch):
            if values is None:
                values = _by_measure(reading)
            told = [value for measure in saying.measures for value in values.get(measure, ())]
            judged = [judge(value, saying.state, adult=adult) for value in told]
            if told and all(each is not None and not each.possible for each in judged):
                claims.setdefault((told[0].block, told[0].start), saying.claim)
    return claims


def _sayings(reading: Reading, stretch: Stretch) -> Iterator[Saying]:
    """The states that a sentence tells of the patient as they were."""
    if is_past(stretch.text) or not of_patient(reading, stretch.sentence.index):
        return
    for saying in sayings_in(stretch.text, stretch.offset):
        felt = saying.word.lower().startswith(_FELT)
        if saying.measures and not felt and not is_denied(stretch.block.text, saying, stretch.offset):
            yield saying
    for each in named_states(reading).get(stretch.sentence.index, ()):
        yield Saying(each.start, each.end, each.word, each.state, (each.measure,))


def _by_measure(reading: Reading) -> dict[str, list[QuantityMention]]:
    """The patient's values that the whole report tells."""
    values: dict[str, list[QuantityMention]] = {}
    for mention in reading.quantities:
        if mention.measure and mention.subject == "patient":
            values.setdefault(mention.measure, []).append(mention)
    return values
