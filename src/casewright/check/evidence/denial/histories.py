"""What a report says that its patient has a history of, and says elsewhere that there is none of it.

What there is a history of is told by its words as they stand (`suicide attempts`, `recurrent sinusitis`), whatever it
is: what is denied takes in every kind of it (`trauma`, `head trauma`).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, product
from typing import NamedTuple

from casewright.check.evidence.text.around import stretches_with
from casewright.check.evidence.text.episodes import another_episode
from casewright.check.evidence.text.parts import of_others, of_patient, part_at
from casewright.check.evidence.text.passage import Passage, factual
from casewright.check.evidence.words.wording import stem
from casewright.document.mentions.stretch import Stretch
from casewright.document.mentions.wordset import plain_words, words
from casewright.document.reading import Reading
from casewright.patterns import lazily

_SAID = lazily(
    r"\b(?P<not>no|denied|denies|denying|without|negative for|did not have|does not have|absence of)?"
    r" ?(?:(?:an?|any|the|his|her|known|significant|relevant|notable|prior|previous|past|personal|medical|clinical"
    r"|reported|documented|remote|positive|strong|long|long-?standing|medical and) )*"
    r"(?P<kin>family )?history of (?P<list>[a-z][^.;:()\[\]]*)"
)
_SUMMED = lazily(  # `his medical history was significant for asthma`
    r"\b(?P<kin>family )?history (?:was|is) (?:also |otherwise )?(?:(?P<not>negative|unremarkable|non-?contributory"
    r"|not significant|not notable|not remarkable)|significant|positive|notable|remarkable) for"
    r" (?P<list>[a-z][^.;:()\[\]]*)"
)
_ITEMS = lazily(r", and |, or |, nor |, | and | or | nor |/")
_ENDS = lazily(  # where the name of what there is a history of ends
    r"\b(?:who|which|that|for|since|with|without|was|were|is|are|had|has|have|presented|presents|presenting|came|on"
    r"|at|in|from|after|before|during|prior|treated|diagnosed|because|due|when|until|but|except|other|apart|besides"
    r"|as|to|by|over|and|or|ago|within|underwent|admitted|complained|complaining|referred|leading|resulting|secondary"
    r"|managed|status|preceding|following|consistent|suggestive|including|such|while|where|developed|he|she|his|her"
    r"|the patient|so|if|under|requiring|controlled|well|poorly|currently|now|then|also)\b"
)
_EXCEPTED = lazily(
    r"\b(?:except|other than|apart from|besides|aside from|otherwise|only|further|unknown|unclear)\b"
)
_DENYING = lazily(
    r"\b(?:no|not|nor|never|neither|denied|denies|denying|without|negative|absence|lack|lacked|none|unless|if"
    r"|whether|exclud\w+|ruled out|rule out|may|might|should|suspected|possible|questionable|mother|father)\b"
)
_TURNED = lazily(  # `a history of trauma was denied`
    r"\b(?:denied|absent|not (?:elicited|reported|present|noted|found|obtained|known|given)|negative|lacking"
    r"|excluded)\b"
)
_OF_DAYS = lazily(
    r"\b(?:days?|weeks?|months?|hours?|years?|d|h|wk|mo|yr)[ -]?(?:long )?\Z|['’] \Z"
)  # a complaint
_EMPTY = words(
    "any a an the his her known own some several multiple previous prior past clinical of also either"
)
_NARROWING = words("recent similar chronic severe acute significant other further such major new same")
_LOOSE = words(
    "disease disorder illness use condition conditions problems symptoms symptom surgery episode episodes attack"
    " attacks event events infection infections exposure treatment intake drug drugs medication cancer"
)
_HISTORY = frozenset(["history"])
_REACH = 60  # characters before a history in which it is denied
_LONG = 5  # words of which the name of an illness has no more


class History(NamedTuple):
    """What the patient, or the family, has a history of or has none of, with the stems of its words."""

    name: str
    stems: frozenset[str]
    head: str  # the stem of the noun: `cancer`, of `cancer of the breast`
    kin: bool
    there: bool
    place: Passage
    stretch: Stretch
    part: str

    @property
    def sign(self) -> str:
        """What it is called in a message."""
        return f"{'family ' if self.kin else ''}history of {self.name}"


def histories_opposed(reading: Reading) -> Iterator[tuple[History, History]]:
    """The first pair of places of each history of which one denies it and the other states it."""
    told = [
        each
        for stretch in stretches_with(reading, _HISTORY)
        if factual(stretch.section.role) and stretch.block.kind not in ("heading", "table")
        for each in _in(reading, stretch)
    ]
    denied = [each for each in told if not each.there]
    stated = [each for each in told if each.there]
    seen: set[frozenset[str]] = set()
    for none, some in product(denied, stated):
        if none.stems not in seen and _contradict(reading, none, some):
            seen.add(none.stems)
            yield none, some


def _contradict(reading: Reading, none: History, some: History) -> bool:
    if none.kin != some.kin or none.stretch is some.stretch or none.head != some.head:
        return False
    if not none.stems <= some.stems:
        return False
    narrow = none.stems & _NARROW
    if none.stems != some.stems and (narrow or none.stems <= _GENERAL):
        return False
    if none.part == some.part == "other":
        return False
    first, last = sorted(each.place.block for each in (none, some))
    return not (none.part == some.part == "body" and another_episode(reading, first, last))


def _in(reading: Reading, stretch: Stretch) -> Iterator[History]:
    """The histories of a sentence that tells of the patient."""
    lower, index = stretch.lower, stretch.sentence.index
    if _EXCEPTED.search(lower):
        return
    for match in chain(_SAID.finditer(lower), _SUMMED.finditer(lower)):
        start, there = match.start("list"), match["not"] is None
        before = lower[max(0, match.start() - _REACH) : match.start()]
        if there and (_DENYING.search(before) or _TURNED.search(match["list"]) or _OF_DAYS.search(before)):
            continue
        part = part_at(reading, stretch.sentence.block)
        offset = stretch.offset + match.start()
        if not of_patient(reading, index, offset) or (part == "other" and of_others(reading, index)):
            return
        for name in _names(match["list"]):
            said = frozenset(stem(word) for word in plain_words(name) if word not in _EMPTY)
            if said and len(said) <= _LONG:
                place = Passage(stretch.sentence.block, offset, stretch.offset + start + len(name))
                yield History(name, said, _head(name), match["kin"] is not None, there, place, stretch, part)


def _head(name: str) -> str:
    """The stem of the noun of a name."""
    return stem(plain_words(name.partition(" of ")[0])[-1])


def _names(listed: str) -> Iterator[str]:
    """What a list names, as far as it goes: of `trauma, fever, or weight loss since May` the three."""
    for item in _ITEMS.split(listed):
        end = _ENDS.search(item)
        name = (item[: end.start()] if end else item).strip()
        if name:
            yield name
        if end:
            return


_NARROW, _GENERAL = (frozenset(map(stem, each)) for each in (_NARROWING, _LOOSE))
