"""Whether the side of a body that a text names is operated on, and whether it is told of another time or thing.

One operates on the side that is ill, so an operation on the other side contradicts the illness, unless it is told as
something of the past, or as a second thing.
"""

from __future__ import annotations

import re

from casewright.document.mentions.wordset import words
from casewright.patterns import lazily

_NAMES = (  # what is done to the side that is ill
    r"\b(?:\w+(?<!lapar)(?:ectomy|plasty|pexy|otomy)|arthroscopy|ureteroscopy|amputation|enucleation|evisceration"
    r"|stabili[sz]ation|fixation|decortication|replacement|reconstruction|debridement|osteosynthesis|drainage|resection"
    r"|excision|repair|nailing|pinning|reduction|cast|splint|stent|stenting|angioplasty|decompression|evacuation|thoracentesis|thoracoscopy|arthrodesis|lithotripsy"
    r"|(?:retrosigmoid|suboccipital|pterional|frontotemporal|translabyrinthine|subtemporal)(?: \w+)? approach)"
)
_NAMED = lazily(rf"{_NAMES}\b", re.IGNORECASE)
_BEFORE = lazily(  # `Enucleation of the`, `Ureteroscopy was performed on the`
    rf"{_NAMES}s? (?:(?:was|were) (?:\w+ )?(?:performed|done|undertaken|carried out|applied|deployed) )?"
    r"(?:of|on|in|to|at) (?:the |his |her )?(?:\w+ (?:of|in) (?:the )?)?\Z",
    re.IGNORECASE,
)
_LEADING = ("of ", "on ", "in ", "to ", "at ", "the ", "his ", "her ")  # with what that ends
_DONE = lazily(
    r"\s(?:\w+\s)?(?:was|were)\s(?:\w+\s)?(?:entered|opened|incised|explored|exposed|operated|resected|removed|excised"
    r"|amputated|ligated|clamped|divided|mobili[sz]ed|dissected|drained|debrided|prepared|draped|repaired|reconstructed"
    r"|fixed|immobili[sz]ed|splinted|stented|emboli[sz]ed|approached|injured|fractured|affected|involved|reduced"
    r"|replaced|aspirated|decompressed|treated|sutured|closed|evacuated|biopsied|released|corrected|grafted)\b",
    re.IGNORECASE,
)
_AGAIN = (
    r"had (?:already )?undergone|at the age|previous(?:ly)?|also|too|another|second|additional(?:ly)?|similar(?:ly)?"
    r"|as well(?! as)|again"
)
_ELSEWHEN = lazily(
    rf"\b(?:(?:years|months|a year) ago|(?:years?|months?|operation|surgery) (?:before|earlier|later)"
    rf"|in (?:the past|childhood)|as a child|dropped|{_AGAIN})\b",
    re.IGNORECASE,
)
_OPERATED_BEFORE = lazily(rf"\b(?:(?:years|months|a year) (?:ago|before|earlier)|{_AGAIN})\b", re.IGNORECASE)
_APART = words(  # one of these has every sentence in which those are found
    "ago before earlier later past childhood child dropped previous previously also too another second additional"
    " additionally similar similarly well again undergone age"
)


def is_operated(text: str, end: int, head: str, before: str) -> bool:
    """Whether the words of a side (`head`), those before it or those behind the place where it ends operate on it."""
    if _NAMED.search(head) or _DONE.match(text, end):
        return True
    return before.endswith(_LEADING) and _BEFORE.search(before) is not None


def is_apart(clause: str, said: frozenset[str], *, operated: bool) -> bool:
    """Whether a clause, of a sentence of these words, tells of another time than the rest or of a further thing."""
    if said.isdisjoint(_APART):
        return False
    return (_OPERATED_BEFORE if operated else _ELSEWHEN).search(clause) is not None
