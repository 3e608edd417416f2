"""Words of one kind: of two that stand in the same place of the same sentence, only one can be meant."""

from __future__ import annotations

from casewright.check.evidence.words.contraries import KINDS, by_word, differ
from casewright.check.evidence.words.opposites import DENIALS, opposed
from casewright.document.mentions.drugs import group_of
from casewright.document.mentions.wordset import words

_KIND_OF = by_word(KINDS)
_ENDINGS = ("itis", "ectomy", "otomy", "ostomy", "plasty", "oscopy", "emia", "aemia", "carcinoma", "sarcoma")
_DENIALS = DENIALS - {"negative"} | words("lack lacked lacking")


def exclude(one: str, other: str) -> bool:
    """Whether two words, in small letters, are of one kind and not the same: `left` and `right`, two antibiotics."""
    if one == other:
        return False
    if differ(one, other, _KIND_OF) or opposed(one, other):
        return True
    ending = next((each for each in _ENDINGS if one.endswith(each)), "")
    if ending and other.endswith(ending) and not (one.endswith(other) or other.endswith(one)):
        return True
    return bool(group_of(one)) and group_of(one) == group_of(other)


def denies(word: str) -> bool:
    """Whether a word denies what follows it."""
    return word in _DENIALS
