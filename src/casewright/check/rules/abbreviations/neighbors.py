"""Terms that differ in one word from a long form which the report has only where it defines it.

`Painful bladder syndrome` stands all over a report that once defines PBS as `palsied bladder syndrome`: a word that no
other sentence has, in place of one of the same first letter, is a slip.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from casewright.check.evidence.text.around import places_of_words, words_once
from casewright.check.rules.abbreviations.parts import definitions
from casewright.check.rules.abbreviations.wording import contradict
from casewright.document.mentions.model import AbbreviationMention
from casewright.document.mentions.spelling import spells
from casewright.document.mentions.wordset import plain_words
from casewright.document.reading import Reading

_LEAST = 2  # words of a long form: of two the second, since `portal hypertension` and `pulmonary ...` are both terms
_SHORT = 3  # letters of a word that may be any
_ENDING = 2  # letters at the end of a word that its forms have otherwise
_OFTEN = 2  # sentences that have the other term


class Neighbor(NamedTuple):
    """A definition, and the term that the report has elsewhere in its place."""

    defined: AbbreviationMention
    term: str


def neighbors(reading: Reading) -> Iterator[Neighbor]:
    """The definitions by a term of which one word stands nowhere else, where another term stands for it."""
    for defined in definitions(reading):
        long = plain_words(defined.long)
        if len(long) < _LEAST or " ".join(long) != " ".join(defined.long.lower().split()):
            continue
        for at, word in enumerate(long):
            if at == 0 and len(long) == _LEAST:
                continue
            once = len(word) > _SHORT and len(reading.once(places_of_words).get(word, ())) == 1
            if (
                once
                and (term := _term(reading, long, at))
                and _is_alone(reading, word)
                and spells(defined.short, term)
            ):
                yield Neighbor(defined, term)
                break


def _is_alone(reading: Reading, word: str) -> bool:
    """Whether a report has no other form of a word."""
    return f" {reading.once(words_once)}".count(f" {word[:-_ENDING]}") == 1


def _term(reading: Reading, long: list[str], at: int) -> str:
    """The one term that has another word of the same letter in that place, in several sentences; "" for none."""
    places = reading.once(places_of_words)
    others = [word for place, word in enumerate(long) if place != at]
    among = set.intersection(*(set(places.get(word, ())) for word in others))
    found: dict[str, int] = {}
    for place in sorted(among):
        for word in _in_place(reading.stretches[place].tokens, long, at):
            found[word] = found.get(word, 0) + 1
    if len(found) != 1:
        return ""
    word, times = found.popitem()
    term = " ".join([*long[:at], word, *long[at + 1 :]])
    return term if times >= _OFTEN and contradict(term, " ".join(long)) else ""


def _in_place(tokens: list[str], long: list[str], at: int) -> set[str]:
    """The words, of the letter of a word of a long form, that a sentence has in its place."""
    windows = (tokens[start : start + len(long)] for start in range(len(tokens) - len(long) + 1))
    return {
        window[at]
        for window in windows
        if window[at] != long[at]
        and window[at][0] == long[at][0]
        and window[:at] == long[:at]
        and window[at + 1 :] == long[at + 1 :]
    }
