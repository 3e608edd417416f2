"""Values that take their name from the word of state before them: `thrombocytopenia to 29,000/mm3`."""

from __future__ import annotations

from dataclasses import replace

from casewright.check.evidence.values.said import sayings
from casewright.document.mentions.fitting import fitting
from casewright.document.mentions.model import QuantityMention
from casewright.document.reading import Reading
from casewright.patterns import lazily

_ADOPTS = lazily(  # also `thrombocytopenia was found, with a count of`
    r"\s?(?:to|of|at|with|:|=)?\s?[(\[]?\s?"
    r"|(?:\s(?:was|were)\s(?:found|noted|seen|present|detected|observed|diagnosed|confirmed|documented|identified))?"
    r",?\s(?:with|at)\s(?:an?\s|the\s)?(?:serum\s|plasma\s)?(?:level|count|value|concentration)\s(?:of|at)\s"
)


def adopted(reading: Reading, mention: QuantityMention) -> QuantityMention:
    """A value without a name with the measure that the word before it names: `thrombocytopenia to 29,000/mm3`."""
    if mention.measure or mention.quantity.unit is None:
        return mention
    text = reading.blocks[mention.block][1].text
    for saying in reversed(sayings(reading).get(mention.sentence, ())):
        if saying.end > mention.start:
            continue
        if saying.measures and _ADOPTS.fullmatch(text, saying.end, mention.start):
            measure = next((key for key in saying.measures if fitting(key, mention.quantity) == key), "")
            return replace(mention, measure=measure) if measure else mention
        return mention
    return mention
