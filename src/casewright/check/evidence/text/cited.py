"""Where the citations stand, and which patient of a discussion is one whom a cited report told of."""

from __future__ import annotations

from casewright.document.reading import Reading
from casewright.patterns import lazily

_OURS = lazily(r"\b(?:[Oo]ur|[Pp]resent|[Cc]urrent|index|[Tt]his|[Ww]e|[Hh]ere|[Hh]erein|authors)\b")
_BROUGHT_IN = lazily(
    r"\b(?:an?|one|another) (?:[\w-]+ ){0,3}(?:patient|individual|person|man|woman|boy|girl|child|infant|neonate"
    r"|lady|gentleman|case(?= of\b))\b"
)
_OTHER_CASE = lazily(
    r"\b(?:first|second|third|fourth|other|earlier|previous|[A-Z][a-z]+) case (?:was|occurred)\b"
)
_PAST = lazily(r"\b(?:was|were|had|told|saw|developed|received|underwent|presented|died|occurred|[a-z]+ed)\b")


def citing(reading: Reading) -> dict[int, list[int]]:
    """Where the citations stand, by sentence."""
    found: dict[int, list[int]] = {}
    for citation in reading.citations:
        found.setdefault(citation.sentence, []).append(citation.start)
    return found


def is_of_cited(reading: Reading, index: int) -> bool:
    """Whether `the patient` of a sentence is one whom a sentence before brings in: `The other case was in a man who was
    bitten [4]. The patient had a titer of 1:80.`"""
    cited, block = reading.once(citing), reading.sentences[index].block
    text = reading.blocks[block][1].text
    for earlier in range(index, -1, -1):
        sentence = reading.sentences[earlier]
        if sentence.block != block:
            return False
        said = text[sentence.start : sentence.end]
        if _OURS.search(said):
            return False
        if earlier < index and (earlier in cited or _OTHER_CASE.search(said)) and _BROUGHT_IN.search(said):
            return _PAST.search(said) is not None
    return False
