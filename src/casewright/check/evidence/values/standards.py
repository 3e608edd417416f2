"""What is usual of such a patient, by which a value is judged in place of the range: `normal for her age`."""

from __future__ import annotations

import re

from casewright.document.mentions.model import QuantityMention
from casewright.document.reading import Reading
from casewright.patterns import lazily

_STANDARD = lazily(
    r"\b(?:normal|high|low|elevated|raised|increased|decreased|reduced|limits|range|acceptable|adequate)\sfor\s"
    r"(?:(?:an?|the|his|her|this|that)\s)?(?:him|her|patient|age|sex"
    r"|(?:gestation|pregnan|(?:first|second|third)\strimester|child|infant|neonat|newborn|toddler|boy|girl|dialys|elder)\w*)\b",
    re.IGNORECASE,
)
_BEFORE, _BEHIND = 110, 60  # characters around a value in which it is said


def has_own_standard(reading: Reading, mention: QuantityMention) -> bool:
    """Whether the words around a value judge it by what is usual of such a patient."""
    sentence = reading.sentences[mention.sentence]
    text = reading.blocks[mention.block][1].text
    first, last = max(sentence.start, mention.start - _BEFORE), min(sentence.end, mention.end + _BEHIND)
    return text.find(" for ", first, last) >= 0 and _STANDARD.search(text, first, last) is not None
