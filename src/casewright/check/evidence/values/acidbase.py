"""Disorders of acid and base: which of pH, carbon dioxide and bicarbonate a word such as `acidosis` judges, and how.

By definition a respiratory acidosis has much carbon dioxide and a metabolic one little bicarbonate, an alkalosis the
reverse; where both an acidosis and an alkalosis are told, the pH may be anywhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from casewright.patterns import lazily
from casewright.quantity.states import State

_WORDS = ("acidosis", "acidotic", "alkalosis", "alkalotic")
_KIND = lazily(
    r"\b(?P<one>respiratory|metabolic)(?:\s?(?:and|/|-|–|&)\s?(?P<other>respiratory|metabolic))?[\s-]\Z",
    re.IGNORECASE,
)
_ACID, _ALKALI = lazily(r"\bacido(?:sis|tic)\b"), lazily(r"\balkalo(?:sis|tic)\b")
_REACH = 40  # characters before the word in which its kind stands
_OF_ACIDOSIS: dict[str, tuple[str, State]] = {
    "respiratory": ("pco2", "high"),
    "metabolic": ("bicarbonate", "low"),
}


def judges_acidity(word: str) -> bool:
    """Whether a word in small letters tells a disorder of acid and base."""
    return word in _WORDS


def disorders(text: str, start: int, word: str) -> Iterator[tuple[tuple[str, ...], State]]:
    """The measures that the word at `start` judges in this sentence, each with its state."""
    acid, lower = word.startswith("acid"), text.lower()
    if (_ACID.search(lower) is None) != (_ALKALI.search(lower) is None):
        yield ("ph_blood",), "low" if acid else "high"
    kind = _KIND.search(text, max(0, start - _REACH), start)
    for name in (kind["one"], kind["other"]) if kind else ():
        if name:
            measure, state = _OF_ACIDOSIS[name.lower()]
            yield (measure,), state if acid else _turned(state)


def _turned(state: State) -> State:
    return "low" if state == "high" else "high"
