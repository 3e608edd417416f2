"""Words of state that are denied beside a value: `no leukocytosis (WBC 7 × 10^9/L)`, `CRP was not raised (2 mg/L)`."""

from __future__ import annotations

import re

from casewright.check.evidence.values.normality import Judged, judge
from casewright.check.evidence.values.said import Claim, Saying, is_said_of, sayings
from casewright.document.mentions.model import QuantityMention
from casewright.document.reading import Reading
from casewright.patterns import lazily

_NO = lazily(
    r"\b(?P<no>no(?! longer)|not|without|neither|nor|absence of)\s(?:(?:been|evidence of|signs? of|any|clearly"
    r"|significant|overt|relevant|marked|laboratory)\s){0,2}\Z",
    re.IGNORECASE,
)
_EXCLUDED = lazily(r"\s(?:was|were)\s(?:excluded|ruled out|absent)(?:[;,:]|\s(?=\())")
_ELSEWHEN = lazily(
    r"\b(?:then|later|until|after|before|days?|weeks?|months?|fell|dropped|rose|developed|but|to|from|if|except)\b"
)
_MODAL = lazily(r"\b(?:can|could|may|might|should|would|will|must|does|do)\s\Z")
_REACH = 70  # characters before a value


def denied(reading: Reading, mention: QuantityMention) -> Claim | None:
    """The state that the words before a value deny of it, with the words."""
    if mention.subject != "patient":
        return None
    text = reading.blocks[mention.block][1].text
    begin = reading.sentences[mention.sentence].start
    near = [
        each
        for each in sayings(reading).get(mention.sentence, ())
        if mention.start - _REACH <= each.start and each.end <= mention.start and each.state != "normal"
    ]
    for saying in near[-1:]:
        out = _EXCLUDED.match(text, saying.end)
        if out is not None and is_said_of(saying, text[out.end() : mention.start], mention):
            return f"{saying.word}{out[0].rstrip(' ,;:')}", saying.state
        said = _NO.search(text, max(begin, saying.start - 40), saying.start)
        if said is None or _MODAL.search(text, max(begin, said.start() - 8), said.start()):
            continue
        if not _ELSEWHEN.search(text, saying.end, mention.start) and _is_its_own(text, saying, mention):
            return f"{said['no'].lower()} {saying.word}", saying.state
    return None


def _is_its_own(text: str, saying: Saying, mention: QuantityMention) -> bool:
    return is_said_of(saying, text[saying.end : mention.start].replace(";", ",", 1), mention)


def judge_denied(mention: QuantityMention, claim: Claim, *, adult: bool) -> Judged | None:
    """Whether a value can be called not high, or not low: it cannot where it is, and nobody would call it normal."""
    normal, state = judge(mention, "normal", adult=adult), judge(mention, claim[1], adult=adult)
    if normal is None or state is None:
        return None
    return Judged(normal.possible or not state.possible, normal.range)
