"""What a small word says of a value with its range: `only 72% (normal 55-75%)`, `hypoperfusion with a flow of`.

`Only` tells that a value is below its range, and a name that begins with `hypo-` that what is measured is too little.
"""

from __future__ import annotations

from casewright.check.evidence.values.normality import State
from casewright.document.reading import Reading
from casewright.patterns import lazily

_ONLY = lazily(r"\b(?P<word>only|merely|as low as|a mere|barely|just)\s(?:at |about )?\Z")
_HIGH = lazily(r"\b(?P<word>as high as)\s\Z")
_LOWERED = lazily(  # of a value told first, that is in fact too much
    r"\b(?:was|were) (?:markedly |slightly |significantly |greatly |much )?"
    r"(?P<word>lowered|decreased|reduced) (?:to|at) \Z"
)
_COURSE = lazily(
    r"\b(?:after|following|from|then|later|treat\w*|therapy|subsequent\w*|post\w*|gradual\w*|further|again)\b"
)
_HYPO = lazily(
    r"\b(?P<word>(?:hypo(?!th|glyc|te|kal|nat|chro|echo|dens|int|chond|phys)|under)[a-z]{4,})\b"
    r"(?:\s(?:of|in)\s(?:the\s)?[a-z ]{3,25})?"
    r"\s(?:with|at)\s(?:an?\s|the\s)?[a-z][a-z ]{2,30}\s(?:of|at)\s\Z"
)
_BEFORE = 90


def only_so(reading: Reading) -> dict[tuple[int, int], tuple[str, State]]:
    """The values with their printed ranges that such a word judges, by block and place."""
    claims: dict[tuple[int, int], tuple[str, State]] = {}
    told: set[str] = set()
    for mention in reading.quantities:
        if mention.limits is None or mention.subject != "patient":
            told.add(mention.measure)
            continue
        start = max(reading.sentences[mention.sentence].start, mention.start - _BEFORE)
        lead = reading.blocks[mention.block][1].text[start : mention.start].lower()
        first = (mention.measure == "" or mention.measure not in told) and not _COURSE.search(lead)
        told.add(mention.measure)
        low = _ONLY.search(lead) or _HYPO.search(lead)
        if match := low or (_LOWERED.search(lead) if first else None):
            claims[mention.block, mention.start] = (match["word"], "low")
        elif match := _HIGH.search(lead):
            claims[mention.block, mention.start] = (match["word"], "high")
    return claims
