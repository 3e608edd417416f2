"""How alike the words around two statements are: the test of whether they speak of the same thing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache

from casewright.document.mentions.wordset import ByWord
from casewright.patterns import lazily

_WORD = lazily(r"[A-Za-zα-ωΑ-Ω][A-Za-zα-ωΑ-Ω0-9]+")
STOP = frozenset(
    [
        "the",
        "and",
        "for",
        "with",
        "was",
        "were",
        "had",
        "has",
        "have",
        "that",
        "this",
        "which",
        "from",
        "his",
        "her",
        "she",
        "they",
        "their",
        "our",
        "patient",
        "patients",
        "case",
        "report",
        "after",
        "before",
        "during",
        "then",
        "than",
        "also",
        "but",
        "not",
        "are",
        "been",
        "being",
        "who",
        "whom",
        "into",
        "onto",
        "over",
        "under",
        "about",
        "all",
        "any",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "first",
        "second",
        "day",
        "days",
        "week",
        "weeks",
        "month",
        "months",
        "year",
        "years",
        "hour",
        "hours",
        "min",
        "minutes",
        "old",
        "there",
        "here",
        "its",
        "did",
        "does",
        "when",
        "while",
        "because",
        "due",
        "showed",
        "revealed",
        "found",
        "noted",
        "seen",
        "shown",
        "later",
        "ago",
        "since",
        "until",
        "per",
        "mg",
        "ml",
        "cm",
        "mm",
        "kg",
        "dl",
        "mmol",
        "mol",
        "left",
        "right",
        "other",
        "both",
        "figure",
        "fig",
        "table",
        "daily",
        "twice",
        "once",
        "orally",
        "an",
        "in",
        "of",
        "on",
        "at",
        "to",
        "by",
        "it",
        "is",
        "as",
        "or",
        "we",
        "he",
        "us",
        "no",
        "so",
        "if",
        "up",
        "out",
        "be",
        "can",
        "may",
        "woman",
        "man",
        "male",
        "female",
        "boy",
        "girl",
        "year-old",
        "presented",
        "admitted",
        "underwent",
        "received",
        "given",
        "performed",
        "made",
        "done",
    ]
)
_SAME = {  # adjectives and nouns of one organ
    "renal": "kidney", "nephri": "kidney", "kidney": "kidney", "hepati": "liver", "liver": "liver", "pulmon": "lung",
    "lungs": "lung", "lung": "lung", "cardia": "heart", "heart": "heart", "cerebr": "brain", "brain": "brain",
    "eye": "eye", "eyes": "eye", "ocular": "eye", "visual": "eye", "vision": "eye", "ovary": "ovary", "ovari": "ovary",
    "ovaria": "ovary", "ovarie": "ovary", "breast": "breast", "mammar": "breast", "testis": "testis",
    "testic": "testis",
    "surger": "operat", "surgic": "operat", "operat": "operat", "postop": "operat", "tumor": "mass", "tumour": "mass",
    "mass": "mass", "masses": "mass", "lesion": "mass", "nodule": "mass", "weakne": "weak", "weak": "weak",
    "temper": "fever", "febril": "fever", "fever": "fever", "spleni": "spleen", "spleen": "spleen", "gastri": "stomac",
    "stomac": "stomac", "pancre": "pancre", "leg": "leg", "legs": "leg", "arm": "arm", "arms": "arm", "feet": "foot",
    "foot": "foot", "facial": "face", "face": "face", "discha": "discha", "lost": "loss", "los": "loss",
    "femora": "femur", "tibial": "tibia", "humera": "humeru", "cortic": "cortex", "carcin": "mass", "cancer": "mass",
    "neopla": "mass", "twiste": "torsio",
    "loss": "loss", "deliv": "birth", "born": "birth", "ligatu": "ligati",
}  # fmt: skip


_ENDINGS = ("ing", "ed", "es", "s")
_LEAST = 3  # letters that stay of a word


def _stem(word: str) -> str:
    lower = word.lower()
    if known := _SAME.get(lower[:6]):
        return known
    rest = lower
    for ending in _ENDINGS:
        if lower.endswith(ending):
            rest = lower.removesuffix(ending) if len(lower) - len(ending) >= _LEAST else lower
            break
    short = rest[:6]
    short = short.removesuffix("e") if len(short) > _LEAST else short
    return _SAME.get(short, short)


# A word cut so that its inflections, and the adjective and noun of an organ, fall together.
stem: Callable[[str], str] = ByWord(_stem).__getitem__


@lru_cache(maxsize=4096)
def content(text: str) -> frozenset[str]:
    """The stems of the words that carry meaning."""
    return frozenset(stem(word) for word in _WORD.findall(text) if len(word) > 2 and word.lower() not in STOP)


def stems_in(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """The stems of the words that carry meaning, with their places."""
    for match in _WORD.finditer(text, start, end):
        word = match[0]
        if len(word) > 2 and word.lower() not in STOP:
            yield *match.span(), stem(word)
