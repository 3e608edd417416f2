"""Sentences of two tellings that are the same, word for word, around one place where they differ.

What is told twice in the same words was copied, or written twice by one hand: where such a sentence has another figure,
another word of the same kind, or a denial that the other has not, one of the two is a slip.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, pairwise
from math import log
from typing import NamedTuple

from casewright.check.evidence.telling.tellings import kindred, telling, told, weight_of
from casewright.check.evidence.text.around import places_of_words
from casewright.check.evidence.text.parts import of_others, of_patient
from casewright.check.evidence.words.likewords import denies, exclude
from casewright.check.evidence.words.wording import STOP, stem
from casewright.document.mentions.figures import NUMBER_WORDS
from casewright.document.mentions.stretch import Stretch
from casewright.document.mentions.wordset import ByWord, words
from casewright.document.reading import Reading
from casewright.patterns import lazily
from casewright.quantity.number import number_from_words

_TOKEN = lazily(r"[a-zµμα-ω]+|[0-9][0-9,]*(?:\.[0-9]+)?|%|[<>±]")
# Words that a retelling puts in or leaves out: `was seen, which was consistent with`, `seen consistent with`.
_SMALL = words("a an the of to in on at by for and as is are was were be been being has had have which that")
_PASSED = frozenset(map(stem, _SMALL))
_PARTED = lazily(r";|\(?\b[A-Za-z]\)")  # clauses, and the panels of a legend
_RUN = 6  # tokens that stand beside both places in one order
_PAIRS = _RUN - 2  # neighbors that two runs of so many tokens have at least
_LONG = 8  # the same for what is told of others
_WEIGHT = 8.0  # of the words among them, by how few sentences have them
_MOST_OF_ONE = 4.0  # of one word
_GAP = 3  # tokens in which two sentences may differ there
_RARE = 6  # sentences that a word may stand in, for it to tell which two belong together
_ALIKE = 3  # rare words that two sentences share, from which they are compared
_DENIED_BEFORE = 5  # tokens before a place within which it may be denied
_NUMBERED = frozenset(("figur", "fig", "table", "case", "patient", "panel", "video", "no", "referenc"))
_SHORT = 5  # letters from which a word says something of its own: `and`, `was`, `with` do not
_COMMON = 4  # words that are the same, of any kind, without which no run is long enough
_WITHIN = 2  # tokens on either side of a place by which a sentence is known to have it
_MOST = 120  # tokens of a sentence; longer ones are lists


@dataclass(frozen=True, slots=True)
class Telling:
    """Characters `start` to `end` of a sentence: what it says there in place of another."""

    stretch: Stretch
    start: int
    end: int

    @property
    def says(self) -> str:
        return self.stretch.text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Retold:
    """Two sentences, the first in reading order first, and the places where they differ; one may be empty."""

    one: Telling
    other: Telling
    run: int  # tokens that stand beside both places in one order


@dataclass(frozen=True)
class _Told:
    """The tokens of a sentence: as words in small letters, and as what must be the same, a stem or a number."""

    stretch: Stretch
    words: list[str]
    keys: list[str]
    pairs: frozenset[tuple[str, str]]  # of keys that stand one behind the other

    @cached_property
    def clauses(self) -> list[int]:
        """The number of the clause or panel in which each stands."""
        text, tokens = self.stretch.text, _TOKEN.finditer(self.stretch.lower)
        between = (text[one.end() : other.start() + 2] for one, other in pairwise(tokens))
        return [0, *accumulate(_PARTED.search(each) is not None for each in between)]


class _Place(NamedTuple):
    """Tokens `start` to `end` of a sentence, where it differs from another, between two runs that both have."""

    start: int
    end: int
    first: int  # where the run before begins
    last: int  # where the run behind ends

    def times_beside(self, word: str, told: _Told, said: list[str]) -> int:
        """How often a word, of `said`, its words or keys, stands in the clause of this place, but for the runs."""
        clause = told.clauses[min(self.start, len(said) - 1)]
        among = (*range(self.first), *range(self.last, len(said)))
        return sum(said[number] == word and told.clauses[number] == clause for number in among)


class _Gap(NamedTuple):
    """Where two sentences agree again behind a difference, where that ends, and how many tokens it has."""

    here: int
    there: int
    here_end: int
    there_end: int
    run: int


def retold(reading: Reading) -> Iterator[Retold]:
    """The pairs of sentences, of two tellings, of which one must be wrong, in reading order."""
    known: dict[int, _Told] = {}
    for one, other in _kindred(reading):
        for stretch in (one, other):
            if stretch.sentence.index not in known:
                known[stretch.sentence.index] = _told(stretch)
        here, there = known[one.sentence.index], known[other.sentence.index]
        if len(here.pairs & there.pairs) < _PAIRS:
            continue
        for a, b, run in _differences(reading, here, there):
            if (
                _contradict(a, b, here, there)
                and _is_of_case(reading, one, other, run)
                and not _is_borne_out(reading, one, there, b)
                and not _is_borne_out(reading, other, here, a)
                and not _says_both(there, here, a)
                and not _says_both(here, there, b)
            ):
                behind = int(a.start == a.end or b.start == b.end)
                yield Retold(_place(one, a, behind), _place(other, b, behind), run)


def _kindred(reading: Reading) -> Iterator[tuple[Stretch, Stretch]]:
    """The pairs of sentences of two tellings that share a few rare words."""
    places = reading.once(places_of_words)
    least = _ALIKE * log(max(2, len(reading.stretches)) / _RARE)
    for (one, _), (other, _), _ in kindred(reading, least):
        headed = "heading" in (one.block.kind, other.block.kind)
        common = one.words & other.words
        if headed or len(common) < _COMMON:
            continue
        if (
            sum(len(places[word]) <= _RARE and len(word) > 3 and word not in STOP for word in common)
            >= _ALIKE
        ):
            yield one, other


def _key(word: str) -> str:
    if word[0].isdigit():
        return word.replace(",", "")
    number = number_from_words(word) if word in NUMBER_WORDS and word != "one" else None
    return f"{number.value:f}" if number else stem(word)


_KEYS = ByWord(lambda piece: tuple((token, _key(token)) for token in _TOKEN.findall(piece)))


def _told(stretch: Stretch) -> _Told:
    found = [token for piece in stretch.lower.split(" ") for token in _KEYS[piece]]
    found = found if len(found) <= _MOST else []
    keys = [key for _, key in found]
    return _Told(stretch, [token for token, _ in found], keys, frozenset(pairwise(keys)))


def _differences(reading: Reading, here: _Told, there: _Told) -> Iterator[tuple[_Place, _Place, int]]:
    """The places between two runs of the same tokens, with the length of both runs."""
    keys, others = here.keys, there.keys
    places: dict[tuple[str, str], list[int]] = {}
    for number, pair in enumerate(pairwise(others)):
        places.setdefault(pair, []).append(number)
    for i, pair in enumerate(pairwise(keys)):
        for j in places.get(pair, ()):
            if i and j and keys[i - 1] == others[j - 1]:
                continue  # not where the run begins
            first, a, b = _same(keys, others, i, j)
            gap = _gap(keys, others, a, b)
            if gap is None or first + gap.run < _RUN:
                continue
            both = {*keys[i:a], *keys[gap.here : gap.here_end]}
            if weight_of(reading, both, _MOST_OF_ONE) >= _WEIGHT:
                place = _Place(a, gap.here, i, gap.here_end)
                yield place, _Place(b, gap.there, j, gap.there_end), first + gap.run


def _same(keys: list[str], others: list[str], i: int, j: int) -> tuple[int, int, int]:
    """How many tokens are the same from two places on, and where they end; small words may be put in or left out."""
    length, ends = 0, (i, j)
    while i < len(keys) and j < len(others):
        if keys[i] == others[j]:
            i, j, length = i + 1, j + 1, length + 1
            ends = (i, j)
        elif keys[i] in _PASSED:
            i += 1
        elif others[j] in _PASSED:
            j += 1
        else:
            break
    return length, ends[0], ends[1]


def _gap(keys: list[str], others: list[str], a: int, b: int) -> _Gap | None:
    """The gap from two places on behind which most is the same."""
    best: _Gap | None = None
    for i in range(a, min(a + _GAP, len(keys) - 1) + 1):
        for j in range(b, min(b + _GAP, len(others) - 1) + 1):
            if keys[i] != others[j]:
                continue
            run, here, there = _same(keys, others, i, j)
            if best is None or run - (i - a) - (j - b) > best.run - (best.here - a) - (best.there - b):
                best = _Gap(i, j, here, there, run)
    return best


def _contradict(a: _Place, b: _Place, here: _Told, there: _Told) -> bool:
    """Whether what stands in the one place and what stands in the other cannot both be meant."""
    if _is_numbered(here, a.start) or _is_numbered(there, b.start):
        return False
    if _has_other_figure(a, b, here, there) or _has_other_word(a, b, here, there):
        return True
    one, other = here.words[a.start : a.end], there.words[b.start : b.end]
    if _is_denial(one):
        return _is_stated(other, there, b)
    return _is_denial(other) and _is_stated(one, here, a)


def _is_numbered(told: _Told, index: int) -> bool:
    """Whether a place holds the number of a picture, a table or a case."""
    return not _NUMBERED.isdisjoint(told.keys[max(0, index - 2) : index])


def _has_other_figure(a: _Place, b: _Place, here: _Told, there: _Told) -> bool:
    one, other = here.keys[a.start : a.end], there.keys[b.start : b.end]
    figures, rivals = _figures(one), _figures(other)
    if len(one) != len(other) or len(figures) != len(rivals) or not figures:
        return False
    if [key for key in one if key not in figures] != [key for key in other if key not in rivals]:
        return False
    unlike = [(x, y) for x, y in zip(figures, rivals, strict=True) if x != y]
    return bool(unlike) and all(
        not _is_rounded(x, y)
        and b.times_beside(x, there, there.keys) <= a.times_beside(x, here, here.keys)
        and a.times_beside(y, here, here.keys) <= b.times_beside(y, there, there.keys)
        for x, y in unlike
    )


def _figures(keys: list[str]) -> list[str]:
    return [key for key in keys if key[0].isdigit()]


def _is_rounded(one: str, other: str) -> bool:
    """Whether two numbers, printed to another place, are one."""
    return len(one) != len(other) and abs(float(one) - float(other)) <= 0.06 * max(float(one), float(other))


def _has_other_word(a: _Place, b: _Place, here: _Told, there: _Told) -> bool:
    return any(
        exclude(x, y)
        and b.times_beside(x, there, there.words) <= a.times_beside(x, here, here.words)
        and a.times_beside(y, here, here.words) <= b.times_beside(y, there, there.words)
        for x in here.words[a.start : a.end]
        for y in there.words[b.start : b.end]
    )


def _is_denial(said: list[str]) -> bool:
    """Whether words do nothing but deny."""
    return any(map(denies, said)) and all(denies(word) or len(word) < _SHORT for word in said)


def _is_stated(said: list[str], told: _Told, place: _Place) -> bool:
    """Whether a sentence states outright what the other denies, and says nothing else there."""
    before = told.words[max(0, place.start - _DENIED_BEFORE) : place.end]
    return all(len(word) < _SHORT for word in said) and not any(map(denies, before))


def _is_of_case(reading: Reading, one: Stretch, other: Stretch, run: int) -> bool:
    """Whether two sentences tell the case; or, of others, are the same for long."""
    if run >= _LONG:
        return True
    indices = (one.sentence.index, other.sentence.index)
    return any(of_patient(reading, index) for index in indices) and not any(
        of_others(reading, index) for index in indices
    )


def _is_borne_out(reading: Reading, against: Stretch, said: _Told, place: _Place) -> bool:
    """Whether the telling of another sentence says somewhere what stands in a place, between the same words."""
    part = said.keys[max(0, place.start - 1) : place.end + 1]
    name = telling(against)
    return any(
        _holds(_told(stretch).keys, part)
        for stretch, each in reading.once(told)
        if stretch is not against and each == name
    )


def _says_both(told: _Told, said: _Told, place: _Place) -> bool:
    """Whether a sentence has what stands in a place of the other, too, in another clause, between the same words."""
    part = said.keys[max(0, place.start - _WITHIN) : place.end + _WITHIN]
    return place.start < place.end and _holds(told.keys, part)


def _holds(keys: list[str], part: list[str]) -> bool:
    return any(keys[start : start + len(part)] == part for start in range(len(keys) - len(part) + 1))


def _place(stretch: Stretch, span: _Place, behind: int) -> Telling:
    """A place in a sentence, with so many words behind it as are needed where one of the two is empty."""
    tokens = [*_TOKEN.finditer(stretch.lower)]
    return Telling(stretch, tokens[span.start].start(), tokens[span.end + behind - 1].end())
