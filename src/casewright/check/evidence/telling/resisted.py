"""Drugs that a germ is told to resist, and with which the next sentences treat it all the same."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from casewright.check.evidence.people.cases import cases_told
from casewright.check.evidence.text.around import places_of_words, vocabulary
from casewright.check.evidence.text.parts import of_patient
from casewright.check.evidence.text.passage import Passage
from casewright.check.evidence.words.lexicon import drugs_named
from casewright.document.mentions.drugs import group_of
from casewright.document.mentions.stretch import Stretch
from casewright.document.mentions.wordset import words
from casewright.document.reading import Reading
from casewright.patterns import lazily

_RESISTANT = words("resistant resistance")
_ANTIINFECTIVES = frozenset(("antibacterial", "antifungal"))
_TO = lazily(r"\bresistan(?:t|ce) (?:only )?to (?P<drugs>[^.;]{3,160})")
_DENIED = lazily(r"\b(?:no|not|non|without|any|nor)\b[^.;,]{0,15}\Z")
_ENDS = lazily(  # what is resisted goes no further than this
    r"\b(?:but|susceptib\w+|sensitiv\w+|sensib\w+|intermediate|while|whereas|however|except|so|therefore|which|with)\b"
)
_WORD = lazily(r"[a-z]{5,}")
_REACH = 4  # sentences behind that of the resistance
_CONCLUDED = lazily(
    r"\b(?:therefore|hence|thus|thereby|accordingly|consequently|based on|according to|in (?:accordance|line) with"
    r"|guided by|continued|adjusted|targeted|de-?escalated)\b"
)
_EXCUSED = lazily(  # the sentence knows of the resistance, tells of another time, or gives the drug with others
    r"\b(?:not|despite|although|though|avoid\w*|instead|stopped|discontinued|withdrawn|failed|failure|before"
    r"|initial\w*|previous\w*|prior|empiric\w*|combin\w*|high[- ]dose|intrathecal\w*|intraventricular\w*|inhaled"
    r"|resistan\w*|sensitiv\w*|suscept\w*|until|history|changed from|switched from|replaced|had (?:been|received|taken)"
    r"|since|ago|plus|together|except|patients)\b"
)


_GIVING = lazily(
    r"\b(?:treat(?:ed|ment) with|started on|continued|received?|receiving|given|administered|therapy with|completed"
    r"|prescribed|(?:switched|changed|adjusted|narrowed|de-?escalated) to|courses? of|began|initiated)\b[^.;]{0,60}\Z"
)
_GIVEN = lazily(
    r"(?: therapy| treatment)? (?:was|were) (?:then |therefore |thus )?"
    r"(?:started|given|continued|initiated|administered|commenced|added|chosen)\b"
)


class Resisted(NamedTuple):
    """A drug that is given, and where the germ was told to resist it."""

    drug: Passage
    name: str
    resistance: Passage
    concluded: bool  # whether the treatment is told to follow from what was found


def given_despite_resistance(reading: Reading) -> Iterator[Resisted]:
    """The first place behind a resistance where the patient is given the drug, without a word of it."""
    if reading.once(vocabulary).isdisjoint(_RESISTANT) or reading.once(cases_told) > 1:
        return
    places = reading.once(places_of_words)
    for number in sorted({place for word in _RESISTANT & places.keys() for place in places[word]}):
        stretch = reading.stretches[number]
        if stretch.block.kind != "table" and of_patient(reading, stretch.sentence.index):
            for place, drug in _resisted(reading, stretch):
                if given := _given(reading, number, drug, place):
                    yield given


def _resisted(reading: Reading, stretch: Stretch) -> Iterator[tuple[Passage, str]]:
    """The drugs against infections that a sentence tells to be resisted."""
    for match in _TO.finditer(stretch.lower):
        if _DENIED.search(stretch.lower, 0, match.start()):
            continue
        ended = _ENDS.search(stretch.lower, match.start("drugs"), match.end())
        for word in _WORD.finditer(
            stretch.lower, match.start("drugs"), ended.start() if ended else match.end()
        ):
            if word[0] in reading.once(drugs_named) and group_of(word[0]) in _ANTIINFECTIVES:
                start, end = stretch.offset + match.start(), stretch.offset + word.end()
                yield Passage(stretch.sentence.block, start, end), word[0]


def _given(reading: Reading, number: int, drug: str, resistance: Passage) -> Resisted | None:
    concluded = False
    for stretch in reading.stretches[number + 1 : number + 1 + _REACH]:
        if stretch.sentence.block != resistance.block:
            return None
        concluded = concluded or _CONCLUDED.search(stretch.lower) is not None
        if drug not in stretch.words:
            continue
        start = stretch.lower.index(drug)
        if _EXCUSED.search(stretch.lower) or not _is_given(stretch.lower, start, start + len(drug)):
            return None
        start += stretch.offset
        return Resisted(Passage(resistance.block, start, start + len(drug)), drug, resistance, concluded)
    return None


def _is_given(lower: str, start: int, end: int) -> bool:
    return _GIVING.search(lower, 0, start) is not None or _GIVEN.match(lower, end) is not None
