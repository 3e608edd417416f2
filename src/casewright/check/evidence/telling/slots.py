"""Figures with the words around them, and the sentences of two tellings that count like things in like words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from casewright.check.evidence.telling.tellings import kindred
from casewright.check.evidence.words.wording import STOP, stem
from casewright.document.mentions.figures import NUMBER_WORDS
from casewright.document.mentions.model import QuantityMention
from casewright.document.mentions.stretch import Stretch
from casewright.document.mentions.wordset import ByWord, words
from casewright.document.reading import Reading
from casewright.patterns import lazily
from casewright.quantity.number import number_from_words

_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_ONES = "one|two|three|four|five|six|seven|eight|nine"
# Both begin with what a scan can look for; what must not stand before them is asked of their matches.
_FIGURE = lazily(
    r"[0-9](?:,?\d)*(?:\.\d+)?(?:(?:\s?[cm]m|%)?\s?[x×/–-]\s?\d+(?:\.\d+)?){0,2}(?P<nth>st\b|nd\b|rd\b|th\b|\s(?:st|nd|rd|th)\b)?"
)
_SPELLED = lazily(
    rf"(?:(?:{_TENS})(?:[ -](?:{_ONES}))?|(?:thir|four|fif|six|seven|eigh|nine)teen|ten|eleven|twelve"
    rf"|{_ONES.removeprefix('one|')})\b"
)
_NOT_BEFORE = lazily(r"[\w.,/–-]")
_NUMBER_WORDS = NUMBER_WORDS - {"one"}
_WORDS = lazily(r"[a-zµμα-ω]+|%")
_BEHIND = lazily(
    r"[\s-]*(?:of (?:the|those|these|our|all) )?(?P<unit>[A-Za-zµμ]+|%)(?:[\s-]+(?P<next>[A-Za-zµμ]+))?"
)
_COUNTED = lazily(r"[0-9](?:st|nd|rd|th)?[\s-]*(?:of (?:the|those|these|our|all) )?([a-zA-Zµμ]+|%)")
_DIGITS = lazily(r"\d+(?:\.\d+)?")
_TIMES = {
    "years": "year", "yrs": "year", "yr": "year", "months": "month", "mo": "month", "weeks": "week", "wk": "week",
    "days": "day", "d": "day", "hours": "hour", "hrs": "hour", "h": "hour", "minutes": "min", "minute": "min",
}  # fmt: skip
_JOINING = words(
    "to and or of in with at on after before for from by was were is as the then but while when which who had"
)
_DAYS = {"day", "pod"}  # before the number of a day
_DAY, _SCORE = ("day",), ("score",)
_SCORES = {"score", "scores"}
_ALIKE = 3.0  # weight of the rare words of two sentences whose figures are compared
_ALIKE_OF_OTHERS = 10.0  # the same where neither tells the case
_CASE = {"case", "text", "timeline", "legends"}
_REACH = 9  # tokens on either side that tell what a figure is of


_NUMBERED = lazily(
    r"(?:\b(?:fig(?:ure)?s?|tables?|refs?|reference|(?-i:Case|Patient)|no|numbers?|videos?|panels?|type|grade|stage|level"
    r"|class|page|version)\b\.?|\[|\bn\s?=|\bp\s?[=<>]|#)\s*[\d,–\- &and()A-F]*\Z",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, eq=False)
class Slot:
    """A figure of a sentence: its numbers, the words beside it, and its place in the block."""

    stretch: Stretch
    tokens: tuple[str, ...]  # of the sentence: the stems of its words, its numbers with a `#` before them
    index: int
    values: tuple[float, ...]
    things: tuple[
        str, ...
    ]  # stems of what is counted, the unit first; of the word before, where none follows
    counted: bool  # whether what is counted follows
    nth: bool  # whether it is an ordinal
    start: int
    end: int  # behind its unit, so that it can be quoted

    @property
    def block(self) -> int:
        return self.stretch.sentence.block

    @property
    def text(self) -> str:
        """The figure with its unit, as printed."""
        return " ".join(self.stretch.block.text[self.start : self.end].split())

    @property
    def is_number_of(self) -> bool:
        """Whether it is the number of a picture, a table, a reference or a day."""
        start = self.start - self.stretch.offset
        return _NUMBERED.search(self.stretch.text, max(0, start - 30), start) is not None

    @property
    def context(self) -> frozenset[str]:
        """The stems within reach that carry meaning."""
        near = self.tokens[max(0, self.index - _REACH) : self.index + _REACH + 1]
        return frozenset(
            token for token in near if len(token) > 1 and token[0] != "#" and token not in _EMPTY
        )


def slots(reading: Reading, stretch: Stretch) -> tuple[Slot, ...]:
    """The figures of a sentence."""
    known = reading.once(_known)
    if stretch not in known:
        known[stretch] = _slots(stretch)
    return known[stretch]


def value_of(reading: Reading, slot: Slot) -> QuantityMention | None:
    """The value that was read where a figure stands, with the whole of its unit."""
    return reading.once(_values_read).get((slot.block, slot.start))


def _values_read(reading: Reading) -> dict[tuple[int, int], QuantityMention]:
    """The values that were read, by their places."""
    return {(each.block, each.start): each for each in reading.quantities}


def _known(_: Reading) -> dict[Stretch, tuple[Slot, ...]]:
    """The figures of the sentences looked at so far."""
    return {}


def _slots(stretch: Stretch) -> tuple[Slot, ...]:
    if not stretch.has_digits and stretch.words.isdisjoint(_NUMBER_WORDS):
        return ()
    text = stretch.text
    lower = stretch.lower
    matches = [*_FIGURE.finditer(text)]
    if not stretch.words.isdisjoint(_NUMBER_WORDS):
        matches = sorted((*matches, *_SPELLED.finditer(lower)), key=lambda match: match.start())
    tokens: list[str] = []
    found: list[tuple[int, tuple[float, ...], re.Match[str]]] = []
    end = 0
    for match in matches:
        start = match.start()
        if start < end or (start and _NOT_BEFORE.match(text, start - 1)):
            continue
        tokens += map(_token, _WORDS.findall(lower, end, start))
        values = _values(match[0])
        found.append((len(tokens), values, match))
        tokens.append(f"#{values}")
        end = match.end()
    tokens += map(_token, _WORDS.findall(lower, end))
    every = tuple(tokens)
    return tuple(_slot(stretch, every, index, values, match) for index, values, match in found)


def _slot(
    stretch: Stretch, tokens: tuple[str, ...], index: int, values: tuple[float, ...], match: re.Match[str]
) -> Slot:
    things, behind = _things(stretch, tokens, index, match.end())
    nth = match[0].endswith(("st", "nd", "rd", "th")) or (things == _DAY and not behind)
    start, end = stretch.offset + match.start(), stretch.offset + (behind or match.end())
    return Slot(
        stretch, tokens, index, values, things, bool(behind) or things in (_DAY, _SCORE), nth, start, end
    )


def _things(stretch: Stretch, tokens: tuple[str, ...], index: int, end: int) -> tuple[tuple[str, ...], int]:
    """What a figure counts, and the end of its unit, 0 where that does not follow it."""
    before = tokens[max(0, index - 5) : index]
    if before and before[-1] in _DAYS:
        return _DAY, 0
    behind = _BEHIND.match(stretch.text, end)
    if behind and behind["unit"].lower() not in _JOINING:
        return tuple(_token(word.lower()) for word in behind.groups() if word), behind.end("unit")
    return (_SCORE if not _SCORES.isdisjoint(before) else before[-1:]), 0


_token = ByWord(lambda word: _TIMES.get(word) or stem(word)).__getitem__
_EMPTY = frozenset(map(_token, STOP))


@lru_cache(maxsize=4096)
def _values(text: str) -> tuple[float, ...]:
    if text[0].isdigit():
        return tuple(map(float, _DIGITS.findall(text.replace(",", ""))))
    number = number_from_words(text.replace("-", " "))
    return (float(number.value),) if number else (0.0,)


def kindred_with_figures(reading: Reading) -> Iterator[tuple[Stretch, Stretch]]:
    """The pairs of sentences, of two tellings, that have enough rare words in common and count like things."""
    known: dict[Stretch, frozenset[str]] = {}
    for (one, telling), (other, second), weight in kindred(reading, _ALIKE):
        if telling not in _CASE and second not in _CASE and weight < _ALIKE_OF_OTHERS:
            continue
        here = known[one] if one in known else known.setdefault(one, _counted(one))
        if here and not here.isdisjoint(
            known[other] if other in known else known.setdefault(other, _counted(other))
        ):
            yield one, other


def _counted(stretch: Stretch) -> frozenset[str]:
    """What may be counted in a sentence, roughly: the words behind its figures, or all where one is spelled out."""
    found = frozenset(_COUNTED.findall(stretch.text) if stretch.has_digits else ())
    if not _SCORES.isdisjoint(stretch.words):
        found |= {"score"}
    return found if stretch.words.isdisjoint(_NUMBER_WORDS) else found | stretch.words
