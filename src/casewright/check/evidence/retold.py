"""Sentences of two tellings that are the same, word for word, around one place where they differ.

What is told twice in the same words was copied, or written twice by one hand: where such a sentence has another figure,
another word of the same kind, or a denial that the other has not, one of the two is a slip.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, combinations
from typing import NamedTuple

from casewright.check.evidence.likewords import denies, exclude
from casewright.check.evidence.parts import of_others, of_patient
from casewright.check.evidence.passage import factual
from casewright.check.evidence.slots import telling, weights
from casewright.check.evidence.wording import STOP, stem
from casewright.document.mentions.stretch import Stretch
from casewright.document.mentions.wordset import lowered
from casewright.document.reading import Reading
from casewright.patterns import lazily
from casewright.quantity.number import number_from_words

_TOKEN = lazily(r"[a-zµμα-ω]+|[0-9][0-9,]*(?:\.[0-9]+)?|%|[<>±]")
_RUN = 6  # tokens that stand beside both places in one order
_LONG = 8  # the same for what is told of others
_WEIGHT = 8.0  # of the words among them, by how few sentences have them
_GAP = 3  # tokens in which two sentences may differ there
_RARE = 6  # sentences that a word may stand in, for it to tell which two belong together
_ALIKE = 3  # rare words that two sentences share, from which they are compared
_DENIED_BEFORE = 5  # tokens before a place within which it may be denied
_NUMBERED = frozenset(("figur", "fig", "table", "case", "patient", "panel", "video", "no", "referenc"))
_SHORT = 5  # letters from which a word says something of its own: `and`, `was`, `with` do not
_COMMON = 4  # words that are the same, of any kind, without which no run is long enough
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


class _Token(NamedTuple):
    key: str  # what must be the same: a stem, or a number
    word: str
    start: int
    end: int


def retold(reading: Reading) -> Iterator[Retold]:
    """The pairs of sentences of which one must be wrong, in reading order."""
    known: dict[int, tuple[_Token, ...]] = {}
    for one, other in _kindred(reading):
        weight = reading.once(weights)
        for stretch in (one, other):
            if stretch.sentence.index not in known:
                known[stretch.sentence.index] = _tokens(stretch)
        here, there = known[one.sentence.index], known[other.sentence.index]
        for a, b, run in _differences(here, there, weight):
            if (
                _contradict(a, b, here, there)
                and _is_of_case(reading, one, other, run)
                and not _is_borne_out(reading, one, there, b)
                and not _is_borne_out(reading, other, here, a)
            ):
                behind = int(a[0] == a[1] or b[0] == b[1])
                yield Retold(_place(one, here, a, behind), _place(other, there, b, behind), run)


def _kindred(reading: Reading) -> Iterator[tuple[Stretch, Stretch]]:
    """The pairs of sentences of two tellings that share a few rare words."""
    told = [
        (stretch, name)
        for stretch in reading.stretches
        if factual(stretch.section.role) and stretch.block.kind != "heading" and (name := telling(stretch))
    ]
    if len({name for _, name in told}) < 2:
        return
    among = Counter(chain.from_iterable(stretch.words for stretch, _ in told))
    rare = {word for word, count in among.items() if 2 <= count <= _RARE and len(word) > 3} - STOP
    holding: dict[str, list[int]] = {}
    for number, (stretch, _) in enumerate(told):
        for word in stretch.words & rare:
            holding.setdefault(word, []).append(number)
    shared = Counter(chain.from_iterable(combinations(numbers, 2) for numbers in holding.values()))
    for one, other in sorted(pair for pair, count in shared.items() if count >= _ALIKE):
        if told[one][1] != told[other][1]:
            first, second = told[one][0], told[other][0]
            if len(first.words & second.words) >= _COMMON:
                yield first, second


@lru_cache(maxsize=8192)
def _key(word: str) -> str:
    if word[0].isdigit():
        return word.replace(",", "")
    number = number_from_words(word) if word not in ("a", "an") else None
    return number.text if number and number.text[0].isdigit() else stem(word)


def _tokens(stretch: Stretch) -> tuple[_Token, ...]:
    lower = lowered(stretch.text)
    found = tuple(
        _Token(_key(match[0]), match[0], match.start(), match.end()) for match in _TOKEN.finditer(lower)
    )
    return found if len(found) <= _MOST else ()


_Span = tuple[int, int]


def _differences(
    here: tuple[_Token, ...], there: tuple[_Token, ...], weight: dict[str, float]
) -> Iterator[tuple[_Span, _Span, int]]:
    """The places between two runs of the same tokens, with the length of both runs."""
    places: dict[tuple[str, str], list[int]] = {}
    for number in range(len(there) - 1):
        places.setdefault((there[number].key, there[number + 1].key), []).append(number)
    for i in range(len(here) - 1):
        for j in places.get((here[i].key, here[i + 1].key), ()):
            if i and j and here[i - 1].key == there[j - 1].key:
                continue  # not where the run begins
            first = _same(here, there, i, j)
            a, b = i + first, j + first
            gap = _gap(here, there, a, b)
            if gap is None:
                continue
            across, down, second = gap
            both = [token.key for token in (*here[i:a], *here[a + across : a + across + second])]
            if first + second >= _RUN and sum(min(4.0, weight.get(key, 0.0)) for key in set(both)) >= _WEIGHT:
                yield (a, a + across), (b, b + down), first + second


def _same(here: tuple[_Token, ...], there: tuple[_Token, ...], i: int, j: int) -> int:
    """How many tokens are the same from two places on."""
    length = 0
    while (
        i + length < len(here) and j + length < len(there) and here[i + length].key == there[j + length].key
    ):
        length += 1
    return length


def _gap(here: tuple[_Token, ...], there: tuple[_Token, ...], a: int, b: int) -> tuple[int, int, int] | None:
    """By how many tokens two sentences differ from two places on, and how many are the same behind them."""
    best: tuple[int, int, int] | None = None
    for across in range(_GAP + 1):
        for down in range(_GAP + 1):
            length = _same(here, there, a + across, b + down) if across or down else 0
            if length and (best is None or length - across - down > best[2] - best[0] - best[1]):
                best = (across, down, length)
    return best


def _contradict(a: _Span, b: _Span, here: tuple[_Token, ...], there: tuple[_Token, ...]) -> bool:
    """Whether what stands in the one place and what stands in the other cannot both be meant."""
    one, other = here[slice(*a)], there[slice(*b)]
    if _is_numbered(here, a[0]) or _is_numbered(there, b[0]):
        return False
    if _has_other_figure(one, other, here, there) or _has_other_word(one, other, here, there):
        return True
    if _is_denial(one):
        return _is_stated(other, there, b)
    return _is_denial(other) and _is_stated(one, here, a)


def _is_numbered(tokens: tuple[_Token, ...], index: int) -> bool:
    """Whether a place holds the number of a picture, a table or a case."""
    return any(token.key in _NUMBERED for token in tokens[max(0, index - 2) : index])


def _has_other_figure(
    one: tuple[_Token, ...],
    other: tuple[_Token, ...],
    here: tuple[_Token, ...],
    there: tuple[_Token, ...],
) -> bool:
    figures, rivals = _figures(one), _figures(other)
    if len(one) != len(other) or len(figures) != len(rivals) or not figures:
        return False
    if [token.key for token in one if token.key not in figures] != [
        token.key for token in other if token.key not in rivals
    ]:
        return False
    unlike = [(x, y) for x, y in zip(figures, rivals, strict=True) if x != y]
    return bool(unlike) and all(
        not _is_rounded(x, y) and x not in _figures(there) and y not in _figures(here) for x, y in unlike
    )


def _figures(tokens: tuple[_Token, ...]) -> list[str]:
    return [token.key for token in tokens if token.key[0].isdigit()]


def _is_rounded(one: str, other: str) -> bool:
    """Whether two numbers, printed to another place, are one."""
    return len(one) != len(other) and abs(float(one) - float(other)) <= 0.06 * max(float(one), float(other))


def _has_other_word(
    one: tuple[_Token, ...],
    other: tuple[_Token, ...],
    here: tuple[_Token, ...],
    there: tuple[_Token, ...],
) -> bool:
    return any(
        exclude(x.word, y.word)
        and all(token.word != x.word for token in there)
        and all(token.word != y.word for token in here)
        for x in one
        for y in other
    )


def _is_denial(tokens: tuple[_Token, ...]) -> bool:
    """Whether words do nothing but deny."""
    return any(denies(token.word) for token in tokens) and all(
        denies(token.word) or len(token.word) < _SHORT for token in tokens
    )


def _is_stated(told: tuple[_Token, ...], tokens: tuple[_Token, ...], place: _Span) -> bool:
    """Whether a sentence states outright what the other denies, and says nothing else there."""
    before = tokens[max(0, place[0] - _DENIED_BEFORE) : place[1]]
    return all(len(token.word) < _SHORT for token in told) and not any(denies(token.word) for token in before)


def _is_of_case(reading: Reading, one: Stretch, other: Stretch, run: int) -> bool:
    """Whether two sentences tell the case; or, of others, are the same for long."""
    if run >= _LONG:
        return True
    indices = (one.sentence.index, other.sentence.index)
    return any(of_patient(reading, index) for index in indices) and not any(
        of_others(reading, index) for index in indices
    )


def _is_borne_out(reading: Reading, against: Stretch, tokens: tuple[_Token, ...], place: _Span) -> bool:
    """Whether the telling of another sentence says somewhere what stands in a place, between the same words."""
    start, end = max(0, place[0] - 1), place[1] + 1
    said = [token.key for token in tokens[start:end]]
    told = telling(against)
    return any(
        _holds([token.key for token in _tokens(stretch)], said)
        for stretch in reading.stretches
        if stretch is not against and telling(stretch) == told
    )


def _holds(keys: list[str], part: list[str]) -> bool:
    return any(keys[start : start + len(part)] == part for start in range(len(keys) - len(part) + 1))


def _place(stretch: Stretch, tokens: tuple[_Token, ...], span: _Span, behind: int) -> Telling:
    """A place in a sentence, with so many words behind it as are needed where one of the two is empty."""
    start, end = span[0], span[1] + behind
    return Telling(stretch, tokens[start].start, tokens[end - 1].end)
