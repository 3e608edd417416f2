"""How long and how full a person can be: lengths of the newborn, volumes of fluid.

The limits are casewright's own judgement, and are not verified against a source: they are set so far outside what is
found in patients that a figure beyond them is a wrong unit or a misprint.
"""

from __future__ import annotations

from collections.abc import Iterator

from casewright.check.evidence.text.passage import Passage, scan_sentences
from casewright.check.evidence.values.bodily import Beyond
from casewright.check.evidence.values.values import printed
from casewright.document.mentions.wordset import words
from casewright.document.reading import Reading
from casewright.patterns import lazily

_TALL = lazily(
    r"(?P<what>length|height|stature|head circumference|occipito-?frontal circumference)\s?(?:\([a-z]{2,4}\)\s?)?"
    r"(?:at birth\s)?(?:was |of |is |[:=,] ?)?(?:about )?(?P<figure>\d{1,3}(?:\.\d{1,2})?)\s?(?P<unit>cm|mm)\b"
)
_TAKEN = words("weight weighed circumference")  # stands beside the length of a body
_YOUNG = lazily(
    r"\b(?:at birth|newborn|neonate|birth ?weight"
    r"|(?:at|aged?) (?:an? )?(?:age )?(?:of )?(?:[1-9]|1[0-2]|one|two|three|four|five|six|nine|twelve)"
    r"[ -](?:days?|weeks?|months?)\b"
    r"|(?:[1-9]|1[0-2])[ -](?:days?|weeks?|months?)(?:[ -]old| of age))"
)
_GROWN = lazily(
    r"\bnow\b|\bcurrent|\btoday\b|\bat present\b"
    r"|\b(?:1[3-9]|[2-9]\d) months\b|\byears?\b|\by/?o\b|\bages? of \d+\b(?! (?:day|week|month))"
)
_LIMITS = {  # in centimetres: of the first year, of any age
    "circumference": ((18.0, 60.0), (20.0, 80.0)),
    "length": ((22.0, 95.0), (22.0, 260.0)),
}
_METRES = 3  # what is less in centimetres is the height of a person in metres
_FLUID = words(
    "drained drain drainage removed aspirated aspiration evacuated loss lost blood urine output ascites fluid pus"
    " infused transfused paracentesis thoracentesis lavage effusion hemoperitoneum saline"
)
_MOST_HELD = (  # litres
    (("tidal",), 10), (("stroke", "left", "right", "end"), 3), (("prostat",), 5), (("thyroid", "testicular"), 10),
    (("post", "residual", "bladder", "gastric", "gallbladder"), 25),
)  # fmt: skip
_HOLDING = words("volume volumes")
_VOLUME = lazily(
    r"\b(?P<what>(?:tidal|stroke|prostat(?:e|ic)|thyroid|testicular|(?:post-?void )?residual|bladder|gastric residual"
    r"|gallbladder|(?:left|right) (?:ventricular|atrial)(?: end-(?:dia|sy)stolic)?|end-(?:dia|sy)stolic) volumes?)"
    r"(?: (?:was|is|of|to|at|set|measured|estimated|about|approximately|kept))*[ :=(]{1,2}"
    r"(?P<figure>\d{1,4}(?:\.\d+)?)\s?(?P<unit>l|lit(?:er|re)s?)\b(?!\s?/)"
)
_MOST_LITRES = 200


def misgrown(reading: Reading) -> Iterator[Beyond]:
    """Every length and volume that no person has."""
    yield from _lengths(reading)
    yield from _overfull(reading)
    for mention in reading.quantities:
        unit, quantity = mention.quantity.unit, mention.quantity
        if unit is None or unit.code != "L" or quantity.shape != "single":
            continue
        if quantity.numbers[0].value > _MOST_LITRES:
            sentence = reading.sentences[mention.sentence]
            text = reading.blocks[mention.block][1].text[sentence.start : sentence.end]
            if not _FLUID.isdisjoint(text.lower().split()):
                place = Passage(mention.block, mention.start, mention.end)
                yield Beyond(place, f"no body holds {printed(mention)}", "is the unit mL?")


def _lengths(reading: Reading) -> Iterator[Beyond]:
    """Lengths and circumferences of a body, told beside its weight."""
    for place, match in scan_sentences(reading, _TALL, _TAKEN, folded=True):
        young = _YOUNG.search(match.string) is not None and _GROWN.search(match.string) is None
        if match["what"] == "length" and not young and "circumference" not in match.string:
            continue  # of a wound, of a stent
        limits = _LIMITS["circumference" if "circumference" in match["what"] else "length"]
        least, most = limits[0 if young else 1]
        figure = float(match["figure"]) * (0.1 if match["unit"] == "mm" else 1)
        if not least <= figure <= most:
            whose = "infant" if young else "patient"
            hint = "is the unit cm?" if match["unit"] == "mm" else "check the figure and the unit"
            hint = "is the unit m?" if figure < _METRES and match["unit"] == "cm" else hint
            told = f"{match['what']} of {match['figure']} {match['unit']}"
            yield Beyond(place, f"no {whose} has a {told}", hint)


def _overfull(reading: Reading) -> Iterator[Beyond]:
    """The volume of an organ or a breath that none has."""
    for place, match in scan_sentences(reading, _VOLUME, _HOLDING, folded=True):
        most = next(litres for words, litres in _MOST_HELD if match["what"].startswith(words))
        if float(match["figure"]) > most:
            told = f"{match['what']} of {match['figure']} {match['unit']}"
            yield Beyond(place, f"nobody has a {told}", "is the unit mL?")
