"""CW123."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from casewright.check.evidence.opposites import DENIALS, OPPOSED, Turn, denied, turns
from casewright.check.evidence.parts import cases_told, of_patient, part_kind
from casewright.check.evidence.passage import factual
from casewright.check.evidence.slots import weights
from casewright.check.evidence.wording import STOP, stem
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import Span, found
from casewright.document.mentions.stretch import Stretch
from casewright.document.reading import Reading
from casewright.patterns import lazily

_ALIKE = 8.0  # weight of the rare words in common, from which a sentence repeats another
_RARE = 6  # sentences that a word may stand in, for it to tell which two belong together
_PAIR = lazily(r"\b(?P<before>[A-Za-z]{3,}),? (?:and |with |but )?(?P<what>[a-z]{4,})")
_TURNABLE = OPPOSED | DENIALS


class WordsTurnedRound:
    """A sentence of a summary or legend that repeats one of the case, with one word turned into its opposite.

    Why it is bad
        The two tell one finding in the same words; only one of the two can have been seen.

    Example
        Case report: Colonoscopy showed diffuse ischemic colitis with fecal impaction and pseudomembranes. Legend:
        Colonoscopy showing diffuse ischemic colitis with fecal impaction and no pseudomembranes.

    Write instead
        Case report: Colonoscopy showed diffuse ischemic colitis with fecal impaction and no pseudomembranes. Legend:
        Colonoscopy showing diffuse ischemic colitis with fecal impaction and no pseudomembranes.

    Source
        Pitkin et al. 1999, doi:10.1001/jama.281.12.1110. Where the case has the word of the summary beside the same
        word anywhere, nothing is said.
    """

    code: ClassVar[str] = "CW123"
    name: ClassVar[str] = "words-turned-round"
    severity: ClassVar[Severity] = "warning"

    def check(self, reading: Reading) -> Iterator[Finding]:
        if reading.once(cases_told) > 1:
            return
        stated = [each for each in reading.stretches if each.block.kind != "table"]
        echoes = [each for each in stated if not each.words.isdisjoint(_TURNABLE) and _repeats(each)]
        told = [each for each in stated if _part(each) == "body"] if echoes else []
        holding = _index(told, frozenset[str]().union(*(each.words for each in echoes)))
        seen: set[tuple[str, str]] = set()
        for echo in echoes:
            for number in _like(reading, echo, holding):
                against = _turned(echo, told[number]) or _denied_once(echo, told[number])
                if against is None or (key := (against.here, against.there)) in seen:
                    continue
                if of_patient(reading, echo.sentence.index) and not _said_too(told, against):
                    seen.add(key)
                    yield self._finding(reading, against, told[number])
                    break

    def _finding(self, reading: Reading, against: _Against, told: Stretch) -> Finding:
        here, there = against.here, against.there
        message = f"`{here}` stands here and `{there}` in the case, in a sentence of the same words"
        return found(self, reading, against.place, message, "make the two agree", [_whole(told)])


@dataclass(frozen=True, slots=True)
class _Against:
    """What an echo says in place of what the case says there; `turn` where the two are opposed words."""

    here: str
    there: str
    place: Span
    turn: Turn | None = None


def _part(stretch: Stretch) -> str:
    return "echo" if stretch.block.kind == "legend" else part_kind(stretch.section.role)


def _repeats(stretch: Stretch) -> bool:
    return _part(stretch) != "body" and factual(stretch.section.role)


def _index(told: list[Stretch], said: frozenset[str]) -> dict[str, list[int]]:
    """The sentences of the case that hold each rare stem of the words said in echoes."""
    holding: dict[str, list[int]] = {}
    for number, each in enumerate(told):
        for word in _stems(each.words & said):
            holding.setdefault(word, []).append(number)
    return {word: numbers for word, numbers in holding.items() if len(numbers) <= _RARE}


def _stems(said: frozenset[str]) -> set[str]:
    return {stem(word) for word in said if len(word) > 2 and word not in STOP and word not in OPPOSED}


def _like(reading: Reading, echo: Stretch, holding: dict[str, list[int]]) -> Iterator[int]:
    """The sentences of the case with the rare words of an echo, likest first."""
    known = reading.once(weights)
    alike: dict[int, float] = defaultdict(float)
    for word in _stems(echo.words):
        for number in holding.get(word, ()):
            alike[number] += known.get(word, 0.0)
    likest = sorted(
        (number for number in alike if alike[number] >= _ALIKE), key=lambda number: -alike[number]
    )
    yield from likest[:3]


def _turned(echo: Stretch, told: Stretch) -> _Against | None:
    """The word of an echo that stands between the same words as its opposite in a sentence of the case."""
    here, there = list(turns(echo)), list(turns(told))
    for one in here:
        for other in there:
            if (
                one.in_place_of(other)
                and len({t.value for t in (*here, *there) if t.scale == one.scale}) == 2
            ):
                place = _at(echo, one.start, one.end)
                return _Against(
                    echo.text[one.start : one.end], told.text[other.start : other.end], place, one
                )
    return None


def _said_too(told: list[Stretch], against: _Against) -> bool:
    """Whether the case has the word of the echo beside the same word anywhere."""
    one = against.turn
    return one is not None and any(
        turn.scale == one.scale and turn.value == one.value and turn.after == one.after
        for each in told
        for turn in turns(each)
    )


def _denied_once(echo: Stretch, told: Stretch) -> _Against | None:
    """What one of two sentences denies and the other, which denies nothing there, has behind the same word."""
    for one, other in ((echo, told), (told, echo)):
        if one.words.isdisjoint(DENIALS) or not other.words.isdisjoint(DENIALS):
            continue
        for before, what in denied(one.text):
            for match in _PAIR.finditer(other.text):
                if stem(match["before"]) == before and stem(match["what"]) == what:
                    word = match["what"]
                    found_at = echo.text.find(word)
                    if found_at >= 0:
                        place = _at(echo, found_at, found_at + len(word))
                        both = (f"no {word}", word) if one is echo else (word, f"no {word}")
                        return _Against(both[0], both[1], place)
    return None


def _at(stretch: Stretch, start: int, end: int) -> Span:
    return Span(stretch.sentence.block, stretch.offset + start, stretch.offset + end)


def _whole(stretch: Stretch) -> Span:
    return Span(stretch.sentence.block, stretch.sentence.start, stretch.sentence.end)
