"""Fluid that gathers in a hollow of the body, or leaves the body in a day, against the most that is found.

The limits are casewright's own judgement, and are not verified against a source: they are set so far outside what is
found in patients that a figure beyond them is a wrong unit or a misprint.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from casewright.check.evidence.text.passage import Passage
from casewright.check.evidence.values.bodily import Beyond
from casewright.check.evidence.values.greatest import Greatest
from casewright.check.evidence.values.values import printed
from casewright.document.mentions.model import QuantityMention
from casewright.document.reading import Reading
from casewright.patterns import lazily

# what is spoken of | the most of it, in litres
_MOST = Greatest("""
cerebrospinal|csf|lumbar puncture|ventriculostomy | 2
knee|shoulder joint|hip joint|joint effusion|arthrocentesis | 3
hemopericardium|haemopericardium|pericardiocentesis|pericardial (?:fluid|effusion)|tamponade | 6
hemothorax|haemothorax|thoracentesis|thoracocentesis|pleural (?:fluid|effusion|drain\\w*) | 12
hemoperitoneum|haemoperitoneum|intra-?peritoneal (?:blood|hemorrhage|bleeding) | 15
blood (?:\\w+ ){0,4}(?:abdom\\w+|periton\\w+)(?: cavity)? | 15
urinary retention|bladder catheteri[sz]ation | 15
gastric (?:content|fluid|aspirate|lavage)s?|vomit\\w* | 25
diarrh?o?ea|stools?|urine output|urinary output|diuresis|polyuria | 50
ascit\\w+|paracentesis | 90
""")
_OTHER = lazily(  # what is breathed, or given
    r"\b(?:oxygen|o2|mask|cannula|nasal|ventilat\w+|saline|ringer\w*|irrigat\w+|wash\w*|lavage|crystalloids?|colloids?"
    r"|resuscitat\w+|transfus\w+|infus\w+|hydrat\w+|dialysate|cysts?|cystic|volume|total\w*|over|altogether|cumulative)\b",
    re.IGNORECASE,
)
_UNITS = {"L": 1.0, "L/d": 1.0, "mL": 0.001, "mL/d": 0.001}
_AROUND = 70  # characters on either side in which the fluid is named


def too_much_gathered(reading: Reading) -> Iterator[Beyond]:
    """Every volume of fluid that no patient has gathered, or lost in a day."""
    for mention in reading.quantities:
        litres = _litres(mention)
        if litres <= _MOST.least or mention.subject != "patient":
            continue
        text, sentence = reading.blocks[mention.block][1].text, reading.sentences[mention.sentence]
        start, end = max(sentence.start, mention.start - _AROUND), min(sentence.end, mention.end + _AROUND)
        most = _MOST.of(text, start, end)
        if most and litres > most and not _OTHER.search(text, start, end):
            place = Passage(mention.block, mention.start, mention.end)
            yield Beyond(
                place, f"nobody holds or loses {printed(mention)} of it", "check the figure and its unit"
            )


def _litres(mention: QuantityMention) -> float:
    """The greatest figure of a volume, or of a volume a day, in litres; nought for what is none."""
    unit = mention.quantity.unit
    scale = _UNITS.get(unit.code, 0) if unit is not None else 0
    if not scale or mention.quantity.shape not in ("single", "range"):
        return 0
    return max(float(number.value) for number in mention.quantity.numbers) * scale
