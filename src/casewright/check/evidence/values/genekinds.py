"""Changes of a gene that are called by the name of another kind: `a missense mutation (p.Arg185Ter)`.

A transition exchanges two purines (A, G) or two pyrimidines (C, T), a transversion one for the other; a missense change
makes another amino acid, a nonsense change a stop (HGVS nomenclature, version 21, hgvs-nomenclature.org; Sequence
Ontology SO:1000009, SO:1000017, SO:0001583, SO:0001587, SO:0001589).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from casewright.check.evidence.text.around import stretches_with
from casewright.check.evidence.text.passage import Passage, factual
from casewright.check.evidence.values.variants import LETTER
from casewright.document.mentions.wordset import words
from casewright.document.reading import Reading
from casewright.patterns import lazily

_WORDS = words("transition transversion missense nonsense frameshift frame deletion duplication")
_CALLED = (  # of each line one kind excludes the others
    lazily(r"\b(?P<kind>transition|transversion)s?\b"),
    lazily(r"\b(?P<kind>missense|nonsense|frame[- ]?shift)\b"),
    lazily(r"\b(?P<kind>deletion|duplication)s?\b"),
)
_BASES = {"adenine": "A", "cytosine": "C", "guanine": "G", "thymine": "T"}
_BASE = r"(?:[ACGT]|[Aa]denine|[Cc]ytosine|[Gg]uanine|[Tt]hymine)"
_THREE = "|".join(name for name in LETTER if len(name) == 3)
_CHANGES = lazily(
    rf"(?<![A-Za-z])(?P<old>{_BASE})(?:\s?(?:>|→|&gt;)\s?|[ -](?:to|for|by)[ -](?:an? )?)(?P<new>{_BASE})(?![A-Za-z/])"
    r"|\b[cgmn]\.\s?[\d_+-]+\s?(?P<edit>del|dup|ins)(?P<bases>[ACGTacgt]*)"
    rf"|(?:\bp\.\s?[(\[]?|\b(?=(?:{_THREE})\d))(?P<acid>{_THREE}|[A-Z])\s?\d{{1,5}}\s?"
    rf"(?P<to>[Ss]top|{_THREE}|\*|[A-Z](?![a-eg-z]))?(?P<shift>fs)?"
)
_STOPS = ("*", "X", "Ter", "Stop", "stop")
_PARTED = lazily(r"\b(?:absent|not|no|excluded|than|versus|and|or|but|while)\b|;")
_PURINES = ("A", "G")
_NEAR = 60  # characters between the word and the change


class Miscalled(NamedTuple):
    """A change of a gene as printed, its place, and the kind that it is called, which it is not of."""

    place: Passage
    change: str
    kind: str


def miscalled(reading: Reading) -> Iterator[Miscalled]:
    """The changes of a gene that stand in a sentence with the name of one kind, near it, and are of another."""
    for stretch in stretches_with(reading, _WORDS):
        if not factual(stretch.section.role):
            continue
        for called in _CALLED:
            named = list(called.finditer(stretch.lower))
            if len({each["kind"] for each in named}) != 1:
                continue
            kind = named[0]["kind"].replace("-", "").replace(" ", "")
            changes = list(_CHANGES.finditer(stretch.text))
            fits = [_is_of(each, kind) for each in changes]
            near = [any(_is_near(stretch.text, word, each) for word in named) for each in changes]
            if True in fits or not any(fit is False and at for fit, at in zip(fits, near, strict=True)):
                continue
            change = next(each for each, fit in zip(changes, fits, strict=True) if fit is False)
            start = stretch.offset + change.start()
            place = Passage(stretch.sentence.block, start, start + len(change[0]))
            yield Miscalled(place, change[0], named[0]["kind"])


def _is_near(text: str, word: re.Match[str], change: re.Match[str]) -> bool:
    first, second = sorted((word, change), key=lambda each: each.start())
    between = text[first.end() : second.start()]
    return len(between) <= _NEAR and _PARTED.search(between) is None


def _is_of(change: re.Match[str], kind: str) -> bool | None:
    """Whether a change is of a kind; None where it says nothing of it."""
    if kind in ("transition", "transversion"):
        return _is_transition(change) is (kind == "transition") if change["old"] else None
    if kind in ("deletion", "duplication"):
        if not change["edit"] or (change["edit"] == "ins" and kind == "duplication"):
            return None
        return change["edit"] == kind[:3]
    if change["acid"]:
        return _is_of_protein(change, kind)
    if not change["edit"] or (change["bases"] and kind == "nonsense"):
        return None
    if kind == "frameshift":
        return True if not change["bases"] or len(change["bases"]) % 3 else None
    return False if change["bases"] else None


def _is_of_protein(change: re.Match[str], kind: str) -> bool | None:
    if change["shift"]:
        return kind == "frameshift" if kind != "nonsense" else None
    if not change["to"]:
        return None
    if change["to"] in _STOPS:
        return kind == "nonsense" if kind != "frameshift" else None
    return kind == "missense"


def _is_transition(change: re.Match[str]) -> bool:
    old, new = (_BASES.get(change[each].lower(), change[each]) for each in ("old", "new"))
    return (old in _PURINES) == (new in _PURINES)
