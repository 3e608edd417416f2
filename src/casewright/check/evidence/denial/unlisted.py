"""Findings of any name that one sentence denies: `no blasts were seen`, and what other sentences say of them."""

from __future__ import annotations

from collections.abc import Iterator

from casewright.check.evidence.denial.denying import is_there
from casewright.check.evidence.denial.polarity import Told, places_in, told_at
from casewright.check.evidence.denial.signs import KEYS, Sign
from casewright.check.evidence.text.around import places_of_words, stretches_with
from casewright.check.evidence.text.parts import of_others, of_patient, part_at
from casewright.document.mentions.stretch import Stretch
from casewright.document.mentions.wordset import words
from casewright.document.reading import Reading
from casewright.patterns import lazily

_DENYING = words("no without absence lacked lacking devoid")
_NOTHING = lazily(
    r"\b(?:no|without|absence of|lack(?:ed|ing)|devoid of)(?: any| the| evidence of| signs? of| visible| detectable)?"
    r" (?:[a-z-]+ ){0,3}?"
    r"(?P<head>[a-z]{4,})"
    r"(?<!ic)(?<!al)(?<!ous)(?<!ive)(?=[.,;]| (?:was|were|could be|is|are|in|on|within)\b|\Z)"
)
_NO_FINDINGS = words(
    "evidence signs sign history symptoms symptom abnormality abnormalities complications complication"
    " changes change doubt improvement response difference treatment therapy patient patients case cases"
    " need time reason cause family disease problems problem data consensus report reports information"
    " relief effect effects recurrence relapse surgery trauma medication medications drugs findings"
    " finding intervention further other delay difficulty follow disability deficits deficit sequelae"
    " longer more surgical medical known contact exposure significance risk events event episodes episode"
    " growth intake use access increase decrease loss benefit reaction reactions allergies travel"
    " contraindication diagnosis indication guidelines results result etiology conflict consent funding"
    " interest age level levels means staining role explanation alternative choice anesthesia antibiotics"
    " contrast assistance support suspicion concern hope clear specific lesions lesion features feature"
    " malignancy tumor tumour activity function movement movements attention sensation"
)
_SHOWING = words(
    "seen found showed revealed contained identified noted demonstrated visible detected observed had"
    " present showing with revealing"
)


def unlisted(reading: Reading) -> Iterator[list[Told]]:
    """What the case says of each finding that it denies in one sentence and names in another."""
    places = reading.once(places_of_words)
    heads: set[str] = set()
    for stretch in stretches_with(reading, _DENYING):
        if part_at(reading, stretch.sentence.block) == "body":
            heads |= {match["head"] for match in _NOTHING.finditer(stretch.lower)}
    for head in heads - _NO_FINDINGS - KEYS:
        forms = {
            head,
            head.removesuffix("s") if not head.endswith("ss") else head,
            f"{head}s",
        } & places.keys()
        if sum(len(places[form]) for form in forms) > 1:
            told = [
                each
                for stretch in stretches_with(reading, frozenset(forms))
                for each in _told(reading, stretch, Sign(head, tuple(forms), placed=True))
            ]
            if len({each.there for each in told}) == 2:
                yield told


def _told(reading: Reading, stretch: Stretch, sign: Sign) -> Iterator[Told]:
    if stretch.block.kind in ("heading", "table", "legend") or stretch.section.role in ("title", "abstract"):
        return
    if part_at(reading, stretch.sentence.block) != "body" and of_others(reading, stretch.sentence.index):
        return
    for word in sign.words:
        for span in places_in(word, stretch.lower):
            there = is_there(stretch.lower, *span, denies=True)
            if there is None or (there and stretch.words.isdisjoint(_SHOWING)):
                continue
            if of_patient(reading, stretch.sentence.index, stretch.offset + span[0]):
                yield told_at(reading, stretch, span, sign, there)
