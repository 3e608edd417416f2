"""CW305."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import ClassVar

from casewright.check.evidence.text.passage import Passage
from casewright.check.evidence.values.dosing import is_listed, likely_units, too_little, too_much
from casewright.check.evidence.values.values import printed
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import found
from casewright.document.mentions.drugs import names_drug
from casewright.document.mentions.model import QuantityMention
from casewright.document.reading import Reading
from casewright.patterns import lazily
from casewright.quantity.model import Unit

_MOST_GRAMS = 25
_FED = lazily(
    r"feed|milk|meal|enteral|fluid|stool|IVIg|immune ?globulin|globulin|IgG|polystyrene|colestyramine|cholestyramine"
    r"|cornstarch|carnitine|creatine|inositol|glycine|ketone|serine|butyrate|phenylacetate|tissue|liver|brain|urine",
    re.IGNORECASE,
)
_IN_GRAMS = lazily(
    r"glucose|dextrose|mannitol|albumin|immunoglobulin|IVIG|lactulose|charcoal|polyethylene|macrogol|urea\b|glycerol|protein"
    r"|carbohydrate|amino acid|lipid|fat\b|fibre|fiber|sodium|salt|potassium|bicarbonate|phosphate|gluc"
    r"|lactose|starch|alcohol"
    r"|ethanol|sorbitol|psyllium|resin|sulfonate|barium|gastrografin|nutrition|diet|food|arginine|benzoate|maltose|sucrose|gel\b"
    r"|ointment|cream|powder|xylose|contrast|iodine",
    re.IGNORECASE,
)
# The most that is run of a drug, in micrograms per kilogram and minute: several times what its label gives.
_MOST_RUNNING = {
    "norepinephrine": 8, "noradrenaline": 8, "epinephrine": 8, "adrenaline": 8, "dopamine": 100, "dobutamine": 100,
    "phenylephrine": 30, "milrinone": 5, "nitroglycerin": 60, "fentanyl": 0.6, "remifentanil": 10, "sufentanil": 0.2,
    "dexmedetomidine": 0.2, "midazolam": 100, "propofol": 600,
}  # fmt: skip
_RUNS = lazily(r"\s?(?:/|per\s)\s?(?:kg\s?(?:/|per\s)\s?)?(?:min|h)")
_LEAST_CENTIGRAYS = 100  # of any course of several fractions
_TOTAL = lazily(r"\b(?:total|cumulative)\b[^.;\d]{0,30}\Z")
_TOTAL_GRAYS = 1000  # of any course of radiation
_TAKEN = lazily(  # poisoned, or counted over a time
    r"overdos|ingest|consum|missing|intoxicat|swallow|suicid|poison|abus|cumulative|accident|toxic|lethal"
    r"|\btotal(?! (?:bilirubin|protein|cholesterol|parenteral|knee|hip|white|leu[ck]ocyte))|overall"
    r"|blister|\bpack(?:s|ets?)\b|bottles?\b|tablets? of|attempt|added? up|adds up|altogether|\bin (?:all|sum)\b"
    r"|lifetime|\bcourses?\b"
    r"|\bover (?:an? |the )?(?:period of |course of )?(?:[\w.]+[ -])?(?:days?|weeks?|months?|years?)\b",
    re.IGNORECASE,
)
_YEARS = lazily(r"\b(?:months|years)\b(?! old)")  # over which doses are counted
_LONG = lazily(r"\b[A-Za-z]{5,}")
_TO_DOSE = lazily(
    r"\)?\s?(?:\([A-Z][a-z][^()\d]{1,40}\)\s?)?[(\[]?(?:[^\d,;()]{0,32})\Z"
)  # `prednisolone (`, `fentanyl at a dose of `
_COMPARED = lazily(r"\b(?:inferior|superior|compar\w{1,6}|versus|vs\.?|than|opposed)\s(?:to\s|with\s)?\Z")
_BEHIND = lazily(r"\s?(?:of\s)?(?:oral\s|intravenous\s|IV\s|i\.v\.\s)?(?P<word>[A-Za-z-]{5,})")
_HOW = lazily(  # what follows a dose and is no drug
    r"(?:daily|twice|three|every|orally|intra|subcut|oral|bolus|tablet|capsule|thrice|weekly|night|morning|evening|divided"
    r"|times|inject|iv\b|po\b|initial|during|before|after|until|which|given|with|within|through|followed|because|since"
    r"|loading|infus|three|five|seven|eight|then|from|when|once|doses?\b|there|under|start)",
    re.IGNORECASE,
)
_LOCAL = lazily(
    r"/\s?m[lL]\b|intra-?(?:vitre|thec|camer|derm|lesion|ventric|articul|nas)|\beye|drops?\b|topical|inhal|nebuli|test"
    r"|desensiti|challenge|concentrat|level|trough|MIC\b|local|conjunctiv|ophthalm|cream|ointment|patch|puff|spray"
    r"|epidural|spinal|infus|mcg|micro|pump|subcutaneous|implant|neonat|premature|newborn|preterm",
    re.IGNORECASE,
)


class DoseBeyondReason:
    """A dose of a drug that nobody is given: grams or milligrams for milligrams or micrograms, or the reverse.

    Why it is bad
        A dose that is copied is given.

    Example
        Prednisolone 60 g daily was started.

    Write instead
        Prednisolone 60 mg daily was started.

    Source
        Limits of casewright's own, not verified, several times wide of what is given of each drug
        (`document/mentions/drugs.psv`); of other drugs none is given in more than 25 g. Sugars, salts,
        albumin, immunoglobulins and what is eaten are left out.
    """

    code: ClassVar[str] = "CW305"
    name: ClassVar[str] = "dose-beyond-reason"
    severity: ClassVar[Severity] = "error"

    def check(self, reading: Reading) -> Iterator[Finding]:
        for mention in reading.quantities:
            unit, quantity = mention.quantity.unit, mention.quantity
            if unit is not None and unit.code == "Gy" and quantity.numbers[0].value >= _TOTAL_GRAYS:
                yield found(self, reading, mention, f"nobody is given {printed(mention)}", "is the unit cGy?")
            if unit is not None and unit.code == "cGy" and self._is_of_all_fractions(reading, mention):
                yield found(
                    self, reading, mention, f"a course of {printed(mention)} is none", "is the unit Gy?"
                )
            if unit is None or not unit.dimension.startswith("mass") or quantity.shape != "single":
                continue
            if unit.code in ("mg/kg/min", "ug/kg/min"):
                yield from self._running(reading, mention, unit)
            elif unit.code == "g" and (drug := self._in_grams_a_minute(reading, mention)):
                message = f"{printed(mention)} of {drug} in so short a time is beyond any dose"
                yield found(self, reading, mention, message, "is the unit μg?")
            elif unit.code in ("g/kg", "g/kg/d") and self._is_per_kilogram(reading, mention):
                message = f"{printed(mention)} of {mention.of or 'a drug'} is beyond any dose"
                yield found(self, reading, mention, message, "is the unit mg/kg?", (), "warning")
            elif mention.measure == "dose" and is_listed(mention.of.partition(" ")[0]):
                if unit.code != "kg":  # of the body
                    yield from self._by_drug(reading, mention, unit)
            elif unit.code in ("g", "g/d") or (unit.code == "kg" and mention.measure == "dose"):
                yield from self._in_grams(reading, mention, unit)

    def _is_of_all_fractions(self, reading: Reading, mention: QuantityMention) -> bool:
        """Whether a dose of radiation is called the total of its fractions, and is less than one of them."""
        text, sentence = reading.blocks[mention.block][1].text, reading.sentences[mention.sentence]
        total = _TOTAL.search(text, max(sentence.start, mention.start - 40), mention.start)
        few = mention.quantity.numbers[0].value < _LEAST_CENTIGRAYS
        return few and total is not None and "fraction" in text[mention.end : sentence.end]

    def _is_per_kilogram(self, reading: Reading, mention: QuantityMention) -> bool:
        """Whether grams per kilogram are told of a drug that is named, and is no food, salt, protein or poison."""
        text, sentence = reading.blocks[mention.block][1].text, reading.sentences[mention.sentence]
        around = text[max(sentence.start, mention.start - 80) : min(sentence.end, mention.end + 60)]
        named = (
            mention.measure == "dose"
            and bool(mention.of)
            and mention.of.split()[-1].lower() in around.lower()
        )
        eaten = _IN_GRAMS.search(around) or _FED.search(around) or _TAKEN.search(around)
        return named and mention.quantity.numbers[0].value >= 1 and not eaten

    def _in_grams_a_minute(self, reading: Reading, mention: QuantityMention) -> str:
        """The drug of which grams are told to run in a minute or an hour, by the kilogram or not; "" where none is."""
        text, sentence = reading.blocks[mention.block][1].text, reading.sentences[mention.sentence]
        if not _RUNS.match(text, mention.end):
            return ""
        before = text[max(sentence.start, mention.start - 60) : mention.start].lower()
        named = [drug for drug in _MOST_RUNNING if drug in before and drug != "propofol"]
        return max(named, key=lambda drug: (before.rfind(drug) + len(drug), len(drug)), default="")

    def _by_drug(self, reading: Reading, mention: QuantityMention, unit: Unit) -> Iterator[Finding]:
        """A dose that is beyond what is given of this drug, where the same figure with another prefix is not."""
        drug, value = mention.of.split()[0], Fraction(mention.quantity.numbers[0].value)
        much, little = too_much(drug, value, unit), too_little(drug, value, unit)
        if not much and (not little or mention.quantity.comparison):
            return
        sentence = reading.sentences[mention.sentence]
        text = reading.blocks[mention.block][1].text
        around = text[sentence.start : sentence.end]
        if (_TAKEN if much else _LOCAL).search(around) or not _stands_beside(text, mention, drug):
            return
        usual = likely_units(drug, value, unit)
        if not usual and not (much and unit.code == "mg"):
            return
        message = f"{printed(mention)} of {drug} is {'beyond any' if much else 'less than any'} dose"
        hint = f"is the unit {usual}?" if usual else "check the figure"
        yield found(self, reading, mention, message, hint, (), "error" if usual else "warning")

    def _running(self, reading: Reading, mention: QuantityMention, unit: Unit) -> Iterator[Finding]:
        """A drug that runs in milligrams for micrograms, or by the minute for by the hour."""
        drug = mention.of.partition(" ")[0]
        rate = float(mention.quantity.numbers[0].value) * (1000 if unit.code == "mg/kg/min" else 1)
        most = _MOST_RUNNING.get(drug)
        if most is not None and rate > most:
            usual = "μg/kg/min" if unit.code == "mg/kg/min" else "μg/kg/h"
            message = f"{printed(mention)} of {drug} is beyond any dose"
            at = (
                reading.blocks[mention.block][1]
                .text.lower()
                .rfind(drug, max(0, mention.start - 60), mention.end)
            )
            place = Passage(mention.block, at if at >= 0 else mention.start, mention.end)
            yield found(self, reading, place, message, f"is the unit {usual}?")

    def _in_grams(self, reading: Reading, mention: QuantityMention, unit: Unit) -> Iterator[Finding]:
        """A mass of a drug in grams that only its milligrams can be, whatever the drug."""
        if float(mention.quantity.numbers[0].value) * (1000 if unit.code == "kg" else 1) <= _MOST_GRAMS:
            return
        text, sentence = reading.blocks[mention.block][1].text, reading.sentences[mention.sentence]
        if _TAKEN.search(text, sentence.start, sentence.end) or _YEARS.search(
            text, sentence.start, mention.start
        ):
            return
        before, after = text[max(0, mention.start - 45) : mention.start], text[mention.end : mention.end + 25]
        words = [match[0] for match in _LONG.finditer(text, max(0, mention.start - 45), mention.start)]
        drug = mention.of or next((word for word in reversed(words) if names_drug(word.lower())), "")
        if names_drug(drug.lower()) and not _IN_GRAMS.search(before + drug + after):
            yield found(
                self, reading, mention, f"{printed(mention)} of {drug} is beyond any dose", "is the unit mg?"
            )


def _stands_beside(text: str, mention: QuantityMention, drug: str) -> bool:
    """Whether the drug stands right before or behind its dose, with no other thing behind that the dose may be of."""
    behind = _BEHIND.match(text, mention.end)
    if behind is not None and behind["word"].lower() == drug.lower():
        return True
    before = text[max(0, mention.start - 60) : mention.start]
    at = before.lower().rfind(drug.lower())
    if at < 0 or _COMPARED.search(before, 0, at) or _TO_DOSE.fullmatch(before, at + len(drug)) is None:
        return False
    return behind is None or _HOW.match(behind["word"]) is not None
