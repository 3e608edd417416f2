"""Words of one kind: of two that stand in the same place of the same sentence, only one can be meant."""

from __future__ import annotations

from casewright.check.evidence.contraries import KINDS
from casewright.check.evidence.named import group_of
from casewright.check.evidence.opposites import opposed
from casewright.document.mentions.wordset import words

_KINDS = tuple(tuple(tuple(value.split("|")) for value in kind.split()) for kind in KINDS)
_KIND_OF: dict[str, tuple[tuple[int, str], ...]] = {}
for _number, _kind in enumerate(_KINDS):
    for _value in _kind:
        for _word in _value:
            _KIND_OF[_word] = (*_KIND_OF.get(_word, ()), (_number, _value[0]))
_ENDINGS = ("itis", "ectomy", "otomy", "ostomy", "plasty", "oscopy", "emia", "aemia", "carcinoma", "sarcoma")
_DENIALS = words("no not without never neither nor absence absent lack lacked lacking denied")


def exclude(one: str, other: str) -> bool:
    """Whether two words, in small letters, are of one kind and not the same: `left` and `right`, two antibiotics."""
    if one == other:
        return False
    for number, value in _KIND_OF.get(one, ()):
        if any(kind == number and named != value for kind, named in _KIND_OF.get(other, ())):
            return True
    if opposed(one, other):
        return True
    ending = next((each for each in _ENDINGS if one.endswith(each)), "")
    if ending and other.endswith(ending) and not (one.endswith(other) or other.endswith(one)):
        return True
    return bool(group_of(one)) and group_of(one) == group_of(other)


def denies(word: str) -> bool:
    """Whether a word denies what follows it."""
    return word in _DENIALS
