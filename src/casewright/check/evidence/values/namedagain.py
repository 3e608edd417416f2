"""Values of things that are no common analytes, and the word that a later sentence has for them by name.

`The urine PBG level was 177 μmol/L (reference: 0 to 0.9). The decreased urine PBG levels ...`: the value has its own
range beside it, and stands but once.
"""

from __future__ import annotations

from casewright.check.evidence.text.around import stretches_with
from casewright.check.evidence.values.claims import is_past
from casewright.check.evidence.values.normality import State
from casewright.document.mentions.model import QuantityMention
from casewright.document.mentions.wordset import words
from casewright.document.reading import Reading
from casewright.patterns import lazily

_STATES: dict[str, State] = {
    "increased": "high", "elevated": "high", "raised": "high", "high": "high",
    "decreased": "low", "reduced": "low", "lowered": "low", "low": "low", "normal": "normal",
}  # fmt: skip
_LEVELS = words("level levels concentration concentrations")
_NAME = lazily(
    r"(?P<name>(?:[A-Za-z][\w-]*\s){1,3}?)(?:levels?|concentrations?)\s(?:was|were|of)\s"
    r"(?:found to be\s|measured at\s)?\Z"
)
_ARTICLES = ("the ", "a ", "an ", "his ", "her ", "and ", "in ", "of ")
_SAID = lazily(
    rf"\b(?P<word>{'|'.join(_STATES)})\s(?P<name>(?:[a-z][\w-]*\s){{1,3}}?)(?:levels?|concentrations?)\b"
)
_BEFORE = 60


def named_again(reading: Reading) -> dict[tuple[int, int], tuple[str, State]]:
    """The values with a range whose name a later sentence of the paragraph gives a word of state, by their places."""
    named = _named(reading)
    claims: dict[tuple[int, int], tuple[str, State]] = {}
    for stretch in stretches_with(reading, _LEVELS) if named else ():
        for match in _SAID.finditer(stretch.lower):
            mention = named.get((stretch.sentence.block, match["name"].strip()))
            soon = mention is not None and 0 < stretch.sentence.index - mention.sentence <= 2
            if mention is not None and soon and not is_past(stretch.text[: match.start()]):
                claims[mention.block, mention.start] = (match["word"], _STATES[match["word"]])
    return claims


def _named(reading: Reading) -> dict[tuple[int, str], QuantityMention]:
    """The one value with its range that each such name has in a paragraph."""
    found: dict[tuple[int, str], QuantityMention] = {}
    for mention in reading.quantities:
        if mention.limits is None or mention.measure or mention.subject != "patient":
            continue
        text = reading.blocks[mention.block][1].text
        match = _NAME.search(text, max(0, mention.start - _BEFORE), mention.start)
        if match is None:
            continue
        name = match["name"].lower()
        for article in _ARTICLES:
            name = name.removeprefix(article)
        found.setdefault((mention.block, name.strip()), mention)
    return found
