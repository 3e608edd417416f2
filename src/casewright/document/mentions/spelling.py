"""Whether the letters of a short form spell a long form, and how far back before a bracket the long form
reaches.

Every letter and digit of the short form is found, in order, in the words of the long form: the first at the
beginning of the first word. A letter at the beginning of a word or of a part of one (`death-ligand`) costs
nothing; one inside a word costs a point, two where its word gave no letter before; a word without a letter
costs two, a small word nothing. The long form is the stretch of words that costs least for its length.
Schwartz and Hearst (Pac Symp Biocomput 2003:451-62) take the shortest stretch instead, and take letters from
anywhere inside words, so `D` of LAD from `descenDing`: the costs are what keeps such pairs out.
"""

from __future__ import annotations

import re
from functools import lru_cache

from casewright.patterns import lazily

_WORD = lazily(r"[A-Za-zÀ-ÿΑ-Ωα-ω0-9’'+-]+")
_PART = lazily(r"amino(?=transferase)|[A-Za-zÀ-ÿΑ-Ωα-ω]+|\d+", re.IGNORECASE)
_BREAK = lazily(
    r"[.;:()\[\]?!]\s|[()\[\]]|,\s(?:and|or|but|with|which|a|an|the)\s|\b(?:the same|a similar|the latter|the former)\s"
    r"|\b(?:suggested|showed|revealed|demonstrated|indicated|confirmed)\s"
)
_SMALL = {
    "a", "an", "the", "of", "and", "or", "for", "in", "on", "to", "by", "with", "at", "from", "as", "de",
    "la", "du", "non", "per", "via",
}  # fmt: skip
_NEVER_FIRST = _SMALL - {"a", "de", "la", "non", "in", "per"} | {
    "was",
    "were",
    "is",
    "are",
    "had",
    "has",
    "his",
    "her",
    "our",
}
_GENERIC = {
    "scan",
    "scanning",
    "test",
    "testing",
    "examination",
    "therapy",
    "count",
    "level",
    "levels",
    "score",
    "analysis",
}
_NO_DIGITS = str.maketrans("", "", "0123456789")
_GREEK = str.maketrans("αβγδκλμω", "abgdklmo")
_TOO_MUCH = 99


def spells(short: str, long: str) -> bool:
    """Whether the whole of `long` is a long form of `short`."""
    words = _WORD.findall(long)
    return 0 < len(words) <= _most_words(short) and _cost(short, tuple(words)) <= _limit(short, words)


def long_form_before(short: str, before: str) -> str:
    """The long form of `short` that ends where `before` ends, "" where there is none."""
    cut = max((match.end() for match in _BREAK.finditer(before)), default=0)
    found = list(_WORD.finditer(before, cut))[-_most_words(short) :]
    best, start = _TOO_MUCH, -1
    spelled = tuple(word[0] for word in found)
    for first in range(len(found) - 1, -1, -1):
        if not _may_begin(short, spelled[first]) or spelled[first].lower() in _NEVER_FIRST:
            continue
        words = spelled[first:]
        cost = _cost(short, words)
        if cost <= _limit(short, words) and cost < best:
            best, start = cost, found[first].start()
    return before[start:] if start >= 0 else ""


def _may_begin(short: str, word: str) -> bool:
    """Whether a long form of `short` can begin with `word`, by its first letter: a quick look before the cost."""
    letters = _letters(short)
    parts = _parts(word)
    if not parts or not letters or letters[0] == "x" or parts[0] == "anti":
        return True
    return parts[0][0] in (letters[0], letters.translate(_NO_DIGITS)[:1])


@lru_cache(maxsize=8192)
def _parts(word: str) -> tuple[str, ...]:
    """The parts of a word, in small plain letters."""
    return tuple(part.translate(_GREEK).lower() for part in _PART.findall(word))


def _most_words(short: str) -> int:
    size = len(_letters(short))
    return min(size + 5, size * 2 + 1)


def _limit(short: str, words: tuple[str, ...] | list[str]) -> int:
    """The greatest cost at which a pair is believed: a single word may hide more of its letters."""
    size = len(_letters(short))
    return 2 * size if len(words) == 1 and size <= 5 and len(words[0]) >= 5 else size - (size <= 2)


@lru_cache(maxsize=4096)
def _letters(short: str) -> str:
    plain = re.sub(r"[^a-z0-9]", "", short.translate(_GREEK).lower())
    return plain[:-1] if short[-1] == "s" and short[-2].isupper() and len(plain) > 2 else plain


def _cost(short: str, words: tuple[str, ...]) -> int:
    """The least cost of spelling `short` with these words, `_TOO_MUCH` where they do not spell it.

    Digits that no word holds (`FiO2`, `HHV6`) may be left out, where three letters remain, for a point.
    """
    letters = _letters(short)
    cost = _cost_of(letters, short, words)
    alone = letters.translate(_NO_DIGITS)
    if cost == _TOO_MUCH and 3 <= len(alone) < len(letters):
        return _cost_of(alone, short, words) + 1
    return cost


def _cost_of(letters: str, short: str, words: tuple[str, ...]) -> int:
    parts = [(part, number) for number, word in enumerate(words) for part in _parts(word)]
    if not letters or not parts:
        return _TOO_MUCH
    if letters[0] == "x" and parts[0][0].startswith("ex"):
        parts[0] = (parts[0][0][1:], parts[0][1])  # `extensively drug-resistant` is XDR
    if parts[0][0] == "anti" and letters[0] != "a" and len(parts) > 1 and parts[1][1] == parts[0][1]:
        parts = parts[1:]  # `anti-human immunodeficiency virus (HIV)`
    if parts[0][0][0] != letters[0]:
        return _TOO_MUCH
    if short.lower() in {word.lower() for word in words}:
        return _TOO_MUCH  # a long form does not hold its own short form
    states = _inside(parts[0][0], 1, letters, 0)
    word = parts[0][1]
    for text, number in parts[1:]:
        following: dict[int, int] = {}
        fresh = number != word
        word = number
        for done, cost in states.items():
            skip = 0 if text in _SMALL or not fresh or (done == len(letters) and text in _GENERIC) else 2
            _keep(following, done, cost + skip)
            if done < len(letters) and text[0] == letters[done]:
                for after, total in _inside(text, done + 1, letters, cost).items():
                    _keep(following, after, total)
            elif done < len(letters) and len(text) > 5:
                for after, total in _inside(text, done, letters, cost + 3).items():
                    if after > done:
                        _keep(following, after, total)
        states = following
    return states.get(len(letters), _TOO_MUCH)


def _inside(text: str, done: int, letters: str, cost: int) -> dict[int, int]:
    """From a part whose first letter has been taken: how many letters can be done after it, at which cost."""
    states = {done: cost}
    at = 1
    while done < len(letters) and (at := text.find(letters[done], at)) >= 0:
        cost += 1
        done += 1
        at += 1
        states[done] = cost
    return states


def _keep(states: dict[int, int], done: int, cost: int) -> None:
    if cost < states.get(done, _TOO_MUCH):
        states[done] = cost
