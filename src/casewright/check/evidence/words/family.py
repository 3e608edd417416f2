"""A family of words of which one excludes the others, and where a text names them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain
from typing import NamedTuple

from casewright.check.evidence.text.around import matches_around, matches_at
from casewright.check.evidence.text.letters import Places
from casewright.patterns import lazily

_GROUPS = lazily(r"\((?!\?)")
_LISTED = lazily(  # values that are words of their own, with all their spellings: `(upper|lower) `, `(isch(?:a)?emic) `
    r"(?:\A|[ |\]]|\\b|\)\?)\(((?:[a-z |-]|[a-z]\?|\(\?:[a-z]\)\?|\[[a-z]+\]|\[- \])+)\)"
    r"(?= |\\b|\[[ -]+\](?!\?)|\(\?:(?: |\[ -\])[a-z]+\)\? )",
    re.IGNORECASE,
)
_VARIED = lazily(r"\(\?:(?P<group>[a-z])\)\?|(?P<maybe>[a-z])\?|\[(?P<one>[a-z -]+)\]")
_LEADING = lazily(r"(?:\\b)?\((?!\?)")
_RUN = lazily(r"[a-z]+")


class Family(NamedTuple):
    """Words that exclude one another; `needs` are letters of which every match has one, in small letters."""

    name: str
    words: str
    needs: tuple[str, ...]
    once: bool = False  # whether a patient has but one of them, so that the case itself may not name two
    many: bool = False  # whether a report names many, so that only like words tell which two are one
    loose: bool = (
        False  # whether a patient may have several: a word that the case has anywhere rules a value out
    )

    @property
    def pattern(self) -> re.Pattern[str]:
        return _compiled(self.words)

    def may_differ(self, said: frozenset[str], there: frozenset[str]) -> bool:
        """Whether a manuscript of these words, whose texts have some letters, can name two of the family."""
        if there.isdisjoint(self.needs):
            return False
        listed = _listed(self.words).said
        return not listed or len(listed & said) > 1

    def matches(self, text: str, places: Places, said: frozenset[str]) -> Iterator[re.Match[str]]:
        """Where a text, of a manuscript of these words, names one of them."""
        listed = _listed(self.words)
        if not listed.leads:
            return matches_around(self.pattern, text, places.of_any(self.needs))
        spelled = chain.from_iterable(listed.values[word] for word in listed.said & said)
        return matches_at(self.pattern, text, places.of_any(spelled))


class _Listed(NamedTuple):
    """The values of a pattern, in every spelling, by a word of each that no other has; none where it has no list."""

    values: dict[str, tuple[str, ...]]
    said: frozenset[str]  # those words
    leads: bool  # whether every match begins with one of them


@cache
def _compiled(words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{words})", re.IGNORECASE)


@cache
def _listed(words: str) -> _Listed:
    groups, lists = len(_GROUPS.findall(words)), _LISTED.findall(words)
    values = _by_word("|".join(lists).lower().split("|")) if lists and len(lists) == groups else {}
    return _Listed(
        values, frozenset(values), bool(values) and groups == 1 and _LEADING.match(words) is not None
    )


def _by_word(listed: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Values in every spelling by the longest word of each; none where two have the same."""
    owners: dict[str, str] = {}
    found: dict[str, tuple[str, ...]] = {}
    for value in dict.fromkeys(listed):
        for spelled in _spellings(value):
            word = max(_RUN.findall(spelled), key=len)
            if owners.setdefault(word, value) != value:
                return {}
            found[word] = (*found.get(word, ()), spelled)
    return found


def _spellings(value: str) -> tuple[str, ...]:
    """What a value may read as: `isch(?:a)?emic` with and without its `a`."""
    varied = _VARIED.search(value)
    if varied is None:
        return (value,)
    letters = varied["one"] or (varied["group"] or varied["maybe"], "")
    ways = (value[: varied.start()] + letter + value[varied.end() :] for letter in letters)
    return tuple(spelled for way in ways for spelled in _spellings(way))
