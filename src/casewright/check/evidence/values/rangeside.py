"""Where the words say that a value lies against its range: above, below or within it."""

from __future__ import annotations

from casewright.check.evidence.values.normality import State
from casewright.document.mentions.model import QuantityMention
from casewright.document.mentions.wordset import words
from casewright.patterns import lazily

_LIMITS = (
    r"(?:the |its |their )?(?:(?:upper|lower) )?(?:limits? of (?:the )?(?:normal|reference)(?: range)?"
    r"|(?:normal|reference)(?: (?:limits?|ranges?|values?|levels?|interval))?)"
)
_WAY = (
    r"(?:(?P<high>above|over|exceeding|exceeds|exceeded|beyond)|(?P<low>below|under)"
    r"|(?P<normal>within|inside|between))\s"
)
RANGES = words("normal reference")
# `812 ng/mL, which is below the reference range`, `12 mg/L and therefore within normal limits`
_RANGE_BEHIND = lazily(
    r"[)\]]?(?:\s?[(\[][^()\[\]]{0,60}[)\]])?,?\s(?:(?:i\.e\.|that is|thus|therefore|hence|so|and|which|that),?\s){0,3}"
    r"(?:(?:was|were|is|being|lay|lies|lying|falls|fell|remained)\s)?(?:(?:[a-z]+ly|well|far|just|still|thus|therefore)\s){0,2}"
    rf"(?P<said>{_WAY}{_LIMITS})\b(?!\s(?:for\s(?:\w+\s)?(?:age|sex)|in pregnan|in \w+ and))"
)
# `sodium was above the normal range at`
_RANGE_AHEAD = lazily(
    rf"\b(?P<said>{_WAY}{_LIMITS})(?:,?\s(?:at|with|measuring|being)\s(?:an?\s)?(?:[a-zA-Z]+\s(?:of|at)\s)?|:\s|\s?[(\[]\s?)\Z"
)


def against_range(text: str, begin: int, mention: QuantityMention) -> tuple[str, State] | None:
    """Where a value is said to lie against its range: `31 U/L, which is below the reference range`."""
    match = _RANGE_BEHIND.match(text, mention.end) or _RANGE_AHEAD.search(
        text, max(begin, mention.start - 60), mention.start
    )
    if match is None:
        return None
    return match["said"], "high" if match["high"] else "low" if match["low"] else "normal"
