"""How long, how heavy and how full a person can be: lengths of the newborn, changes of weight, volumes of fluid.

The limits are casewright's own judgement, and are not verified against a source: they are set so far outside what is
found in patients that a figure beyond them is a wrong unit or a misprint.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from casewright.check.evidence.text.passage import Passage, scan_sentences
from casewright.check.evidence.values.bodily import Beyond
from casewright.check.evidence.values.values import printed
from casewright.document.mentions.model import QuantityMention
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
_CHANGED = lazily(
    r"\b(?:(?P<up>gained|gain of|weight (?:had |has )?(?:increased|risen) by)"
    r"|(?P<down>lost|loss of|weight (?:had |has )?(?:decreased|fallen) by))\s"
    r"(?:about |nearly |almost |over |approximately )?\Z"
)
_AT_BIRTH = lazily(r"\s(?:at|on) (?:birth|delivery)\b")
_NEWBORN = lazily(
    r"\b(?:newborn|neonate)(?: (?:boy|girl|infant|baby))?(?: \w+){0,2} (?:weigh\w+)\s(?:only |about )?\Z"
)
_HEAVIEST_BORN = 11  # kilograms; of a girl born in 1879 9.98 kg are told (Guinness World Records)
_LEAST = 30  # kilograms: of less, a weight printed elsewhere may be that of a change, or of a child that grew
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
_TIMES_APART = lazily(r"[;.]\s|\b(?:now|then|later|at|when|by|after|before|was born)\b")
_INDEX = (5.0, 110.0)  # kilograms by the square of the height in metres, of the thinnest and the heaviest


def misgrown(reading: Reading) -> Iterator[Beyond]:
    """Every length, change of weight and volume that no person has."""
    yield from _lengths(reading)
    yield from _overfull(reading)
    yield from _out_of_proportion(reading)
    weights = [each for each in reading.quantities if each.measure == "weight" and each.subject == "patient"]
    for mention in reading.quantities:
        unit = mention.quantity.unit
        if unit is None or mention.quantity.shape != "single":
            continue
        if unit.code == "kg":
            yield from _born(reading, mention)
            yield from _change(reading, mention, weights)
        elif unit.code == "L" and mention.quantity.numbers[0].value > _MOST_LITRES:
            sentence = reading.sentences[mention.sentence]
            text = reading.blocks[mention.block][1].text[sentence.start : sentence.end]
            if not _FLUID.isdisjoint(text.lower().split()):
                yield Beyond(_place(mention), f"no body holds {printed(mention)}", "is the unit mL?")


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


def _out_of_proportion(reading: Reading) -> Iterator[Beyond]:
    """Every weight that is told beside a height and is no body's of it."""
    for pair in pairwise(
        each for each in reading.quantities if each.measure in ("height", "weight") and each.quantity.unit
    ):
        height, weight = sorted(pair, key=lambda each: each.measure)
        metres, mass = _measured(height, "cm", 0.01) or _measured(height, "m", 1), _measured(weight, "kg", 1)
        if height.sentence != weight.sentence or not metres or not mass or height.subject != weight.subject:
            continue
        if _TIMES_APART.search(reading.blocks[height.block][1].text, pair[0].end, pair[1].start):
            continue
        index = mass / metres**2
        if not _INDEX[0] <= index <= _INDEX[1] and 0.3 < metres < _METRES:
            told = f"nobody of {printed(height)} weighs {printed(weight)}"
            yield Beyond(_place(weight), told, "check the figures and their units")


def _measured(mention: QuantityMention, code: str, scale: float) -> float:
    """A single value in the base unit; nought where its unit is another."""
    unit = mention.quantity.unit
    fits = unit is not None and unit.code == code and mention.quantity.shape == "single"
    return float(mention.quantity.numbers[0].value) * scale if fits else 0


def _overfull(reading: Reading) -> Iterator[Beyond]:
    """The volume of an organ or a breath that none has."""
    for place, match in scan_sentences(reading, _VOLUME, _HOLDING, folded=True):
        most = next(litres for words, litres in _MOST_HELD if match["what"].startswith(words))
        if float(match["figure"]) > most:
            told = f"{match['what']} of {match['figure']} {match['unit']}"
            yield Beyond(place, f"nobody has a {told}", "is the unit mL?")


def _born(reading: Reading, mention: QuantityMention) -> Iterator[Beyond]:
    """The weight of a newborn that no newborn has."""
    weight = mention.quantity.numbers[0].value
    sentence = reading.sentences[mention.sentence]
    text = reading.blocks[mention.block][1].text
    if mention.measure != "weight" or weight <= _HEAVIEST_BORN:
        return
    if _AT_BIRTH.match(text, mention.end) or _NEWBORN.search(text, sentence.start, mention.start):
        yield Beyond(
            _place(mention), f"no newborn weighs {printed(mention)}", "correct the figure or its unit"
        )


def _change(reading: Reading, mention: QuantityMention, weights: list[QuantityMention]) -> Iterator[Beyond]:
    """A weight gained that is more than the patient weighs, or lost that is more than twice as much."""
    text = reading.blocks[mention.block][1].text[max(0, mention.start - 45) : mention.start]
    match = _CHANGED.search(text)
    others = [float(each.quantity.numbers[0].value) for each in weights if each is not mention]
    if match is None or max(others, default=0) < _LEAST:
        return
    changed, most = float(mention.quantity.numbers[0].value), max(others)
    if changed >= (most if match["up"] else 2 * most):
        yield Beyond(
            _place(mention),
            f"a change of {printed(mention)} is too much for a patient of {most:g} kg",
            "check the figure",
        )


def _place(mention: QuantityMention) -> Passage:
    return Passage(mention.block, mention.start, mention.end)
