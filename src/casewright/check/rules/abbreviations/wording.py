"""Whether two long forms say the same: word by word, without regard to endings, hyphens and British spelling."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import lru_cache

from casewright.check.rules.abbreviations.initials import initials
from casewright.patterns import lazily

_SPELLINGS = (
    ("ae", "e"),
    ("oe", "e"),
    ("our", "or"),
    ("ise", "ize"),
    ("isa", "iza"),
    ("yse", "yze"),
    ("ll", "l"),
)
_SMALL = {"of", "the", "and", "in", "for", "a", "to"}
_SHORT = lazily(r"\b[A-Z]{2,}\b")  # an abbreviation in a long form stands for words of the other
_ONE_SLIP = 0.8  # likeness of two long forms that differ by letters or by one short word
_PREFIX = lazily(
    r"trans|intra|inter|extra|hyper|infra|supra|super|retro|hypo|para|peri|endo|electro|immuno|micro|multi"
    r"|ha?emo(?=d|f)"
)
# What a disease or an operation is, by the end of its name.
_ENDINGS = (
    "iti", "pathy", "osi", "oma", "ectomy", "ostomy", "otomy", "plasty", "scopy", "graphy", "plegia", "algia", "megaly",
    "penia", "cytosi", "philia", "lysi", "uria", "emia", "malacia", "plasia", "trophy", "ectasia", "stenosi",
    "sclerosi", "matosu",
)  # fmt: skip
_SYNONYMS = (
    frozenset(("cance", "carci")),
    frozenset(("tumor", "neopl")),
    frozenset(("disea", "disor")),
)  # stems
_STEM = 5  # letters of a word that count, behind its prefix: `electrocardiogram` and `electrocardiography` are one


@lru_cache(maxsize=512)
def stems(long: str) -> tuple[str, ...]:
    """The beginnings of the words of a long form."""
    return tuple(
        word[: _STEM + (len(prefix[0]) if (prefix := _PREFIX.match(word)) else 0)] for word in _words(long)
    )


def _words(long: str) -> list[str]:
    return [
        word.rstrip("s") for word in re.findall(r"[a-z0-9]+", _american(long.lower())) if word not in _SMALL
    ]


def _american(text: str) -> str:
    for british, american in _SPELLINGS:
        text = text.replace(british, american)
    return text


def say_the_same(one: str, other: str) -> bool:
    """Whether two long forms differ in spelling, endings or order of words at most."""
    first, second = stems(one), stems(other)
    return sorted(first) == sorted(second) or _squeezed(one) == _squeezed(other)


def mean_the_same(one: str, other: str) -> bool:
    """Whether one long form only adds words to the other, or is it with a slip of the pen."""
    first, second = (set(stems(_SHORT.sub("", long))) for long in (one, other))
    if first <= second or second <= first or first ^ second in _SYNONYMS:
        return True
    return SequenceMatcher(None, _squeezed(one), _squeezed(other)).ratio() > _ONE_SLIP


def end_apart(one: str, other: str) -> bool:
    """Whether two words of two long forms begin alike and end as two things: `encephalopathy` and `encephalitis`."""
    pairs = zip(_words(one), _words(other), strict=False)
    return any(
        a[:_STEM] == b[:_STEM] and _ending(a) and _ending(b) and _ending(a) != _ending(b) for a, b in pairs
    )


def _ending(word: str) -> str:
    return next((each for each in _ENDINGS if word.endswith(each)), "")


def contradict(one: str, other: str) -> bool:
    """Whether two long forms have all words in common but one, which is another word and no other spelling of it."""
    return any(_differ_in_a_word(one, other, parted) for parted in (True, False))


def _differ_in_a_word(one: str, other: str, parted: bool) -> bool:
    first, second = ([part for part, _, _ in initials(long, parted=parted)[1]] for long in (one, other))
    if len(first) != len(second):
        return False
    unlike = [(a, b) for a, b in zip(first, second, strict=True) if stems(a) != stems(b) or end_apart(a, b)]
    if len(unlike) != 1:
        return False
    pair = unlike[0]
    if frozenset(stems(pair[0]) + stems(pair[1])) in _SYNONYMS:
        return False
    return (min(map(len, pair)) > 4 and not _same_word(*pair)) or max(map(len, pair)) == 1  # `D-amino`


def _same_word(one: str, other: str) -> bool:
    if end_apart(one, other):
        return False
    first, second = _PREFIX.match(one), _PREFIX.match(other)
    if first and second:
        if _american(first[0]) != _american(second[0]):
            return False  # `intracranial`, `intercranial`
        one, other = one[first.end() :], other[second.end() :]
    return one[:3] == other[:3] or SequenceMatcher(None, one, other).ratio() > 0.7


@lru_cache(maxsize=512)
def _squeezed(long: str) -> str:
    """The letters run together, as hyphens part them at will."""
    return _american(re.sub(r"s\b|[^a-z0-9]", "", long.lower()))
