"""Qualities of a finding of which one excludes another: a unilocular and a multilocular cyst."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from casewright.check.evidence.denial.visits import at_one_time, time_of_words
from casewright.check.evidence.text.around import places_of_words, stretches_with, vocabulary
from casewright.check.evidence.text.parts import of_others, of_patient, part_at
from casewright.check.evidence.text.passage import Passage
from casewright.check.evidence.words.contraries import SCALES, by_word, differ
from casewright.check.evidence.words.wording import stem
from casewright.document.mentions.stretch import Stretch
from casewright.document.mentions.wordset import words
from casewright.document.reading import Reading
from casewright.patterns import lazily

_LASTING = (
    "unilocular multilocular", "sporadic familial|hereditary", "congenital acquired", "saccular fusiform",
    "encapsulated unencapsulated|nonencapsulated|non-encapsulated", "pedunculated sessile", "solid cystic",
    "homogeneous|homogenous heterogeneous|heterogenous", "solitary multiple", "hypoechoic hyperechoic|anechoic",
    "hypodense hyperdense",
    "comminuted noncomminuted|non-comminuted", "functioning nonfunctioning|non-functioning",
    "communicating noncommunicating|non-communicating", "symmetric|symmetrical asymmetric|asymmetrical",
    "eccentric concentric", "osteolytic|lytic osteoblastic|blastic|sclerotic", "exophytic endophytic",
    "well-defined|well-circumscribed|well-demarcated ill-defined|poorly-defined|ill-demarcated",
    "monoclonal polyclonal", "cylindrical saccular", "invasive noninvasive|non-invasive",
    "radiolucent radiopaque|radio-opaque", "intra-axial extra-axial", "intradural extradural",
    "enhancing nonenhancing|non-enhancing",
    "calcified noncalcified|non-calcified", "pigmented amelanotic|nonpigmented|non-pigmented",
)  # fmt: skip
_PASSING = (
    "displaced undisplaced|nondisplaced|non-displaced", "painful painless|not_painful",
    "tender nontender|non-tender|not_tender", "mobile fixed|immobile|not_mobile",
    "productive nonproductive|non-productive|dry", "bloody nonbloody|non-bloody", "bilious nonbilious|non-bilious",
    "pulsatile nonpulsatile|non-pulsatile", "pruritic nonpruritic|non-pruritic", "pitting nonpitting|non-pitting",
    "reducible irreducible|not_reducible", "patent occluded|thrombosed", "ruptured|torn unruptured|intact",
    "palpable impalpable|nonpalpable|non-palpable|not_palpable", "regular irregular", "high-grade low-grade",
    "intermittent constant|continuous", "unilateral bilateral", "sudden|abrupt gradual|insidious", "soft hard",
    "projectile nonprojectile|non-projectile", "complete incomplete|partial", "resectable unresectable"
    "|not_resectable",
    "sharp dull", "febrile afebrile", "purulent serous|clear", "visible invisible|not_visible",
    "inflamed not_inflamed", "enlarged not_enlarged",
    "dilated not_dilated", "infected clean|not_infected", "viable nonviable|non-viable|not_viable",
    "full limited|restricted|reduced", "reactive nonreactive|non-reactive|fixed|not_reactive",
)  # fmt: skip
_BE = r"(?:was|is|were|are|appeared|looked|seemed)"
_APART = lazily(
    r"\b(?:another|other|second|both|respectively|first|parts?|components?|areas?|portions?|whereas|while"
    r"|some|either|partly"
    r"|mixed|mostly|predominantly|suggest\w*|differential|usual\w*|typical\w*|may|can|if|or|no|never|to|then|became"
    r"|than|largest|contralateral|adjacent|foci|rest|remaining|initially|suspected|phase|sequence\w*|from)\b"
)
_NOT = lazily(
    rf"\bnot (?!{'|'.join(re.findall('not_([a-z]+)', ' '.join(_PASSING)))})"
)  # but `was not palpable`
_SITE = lazily(r" (?:of|in|on|at|over) (?:the |his |her )?(?P<site>[a-z]+(?: [a-z]+)?)")
_NO_NOUNS = words(
    "and was were with the for that but which had has in of on at as to from patient man woman boy girl onset course"
    " pattern lesions case history mass masses findings ventilation area appearance type form nature left"
    " right cells cell tissue"
)


_SIDES = words("left right")
_POSITIONS = by_word(SCALES)
_WORD = lazily(r"[a-z]+")


class Quality(NamedTuple):
    """A quality of a thing, by its scale and value, with the word for the thing and its stem."""

    scale: int
    value: str
    said: str
    what: str
    thing: str
    place: Passage
    stretch: Stretch
    site: str
    before: tuple[str, ...] = ()  # the words before the name of the thing


def _values(lines: tuple[str, ...]) -> tuple[dict[str, str], ...]:
    """By scale, the words and the value of each."""
    return tuple(
        {
            word.replace("_", " "): each.split("|")[0].replace("_", " ")
            for each in line.split()
            for word in each.split("|")
        }
        for line in lines
    )


_SCALES = _values(_LASTING + _PASSING)
_KEYS = tuple(frozenset(word.replace(" ", "-").rpartition("-")[2] for word in scale) for scale in _SCALES)


def qualities_opposed(reading: Reading) -> Iterator[tuple[Quality, Quality]]:
    """The first pair of sentences, of each scale, that give one thing two qualities."""
    said = reading.once(vocabulary)
    for number, scale in enumerate(_SCALES):
        keys = _KEYS[number] & said
        if keys and (len(keys) > 1 or any("-" in word or " " in word for word in scale)):
            told = [
                each for stretch in stretches_with(reading, keys) for each in _in(reading, stretch, number)
            ]
            pairs = ((one, other) for one in told for other in told if _exclude(reading, one, other, told))
            yield from [pair for pair in (next(pairs, None),) if pair]


def _exclude(reading: Reading, one: Quality, other: Quality, told: list[Quality]) -> bool:
    if (
        one.value == other.value
        or one.what != other.what
        or one.stretch.sentence.index >= other.stretch.sentence.index
    ):
        return False
    if one.site and other.site and one.site != other.site:
        return False
    if _are_of_two(one, other):
        return False
    parts = {part_at(reading, each.place.block) for each in (one, other)}
    if len(parts) > 1 and any(_is_said_in_case(reading, each) for each in (one, other)):
        return False
    if "other" in parts:
        return parts == {"body", "other"} and one.scale < len(_LASTING)
    if one.scale < len(_LASTING) or at_one_time(reading, one.stretch, other.stretch):
        return True
    return parts == {"echo", "body"} and _is_told_once(reading, one, told)


def _is_said_in_case(reading: Reading, each: Quality) -> bool:
    """Whether the case has the word of a lasting quality that a summary tells, of whatever thing."""
    if each.scale >= len(_LASTING) or part_at(reading, each.place.block) == "body":
        return False
    places = reading.once(places_of_words).get(each.said, ())
    said = (reading.stretches[place] for place in places)
    word = re.compile(rf"(?<![a-z-])(?<!not )(?<!non ){re.escape(each.said)}")
    return any(word.search(one.lower) and part_at(reading, one.sentence.block) == "body" for one in said)


def _is_told_once(reading: Reading, one: Quality, told: list[Quality]) -> bool:
    """Whether each telling gives a thing one quality of its scale, and none of a later time."""
    like = [each for each in told if each.what == one.what]
    given = {(part_at(reading, each.place.block), each.value) for each in like}
    return len(given) == 2 and not any(_is_later(each) for each in like)


def _is_later(each: Quality) -> bool:
    """Whether a sentence tells of a later time, by other words than the quality itself: `intermittent`."""
    lower = each.stretch.lower.replace(each.said, " ")
    return time_of_words(lower) == "later"


def _are_of_two(one: Quality, other: Quality) -> bool:
    """Whether the words before the name of a thing, or the sides of the body beside it, tell two things apart."""
    sides = [each.stretch.words & _SIDES for each in (one, other)]
    if any(len(each) > 1 for each in sides) or (all(sides) and sides[0] != sides[1]):
        return True
    known = _SCALES[one.scale]
    before = [[word for word in each.before if word not in known] for each in (one, other)]
    return any(differ(here, there, _POSITIONS) for here in before[0] for there in before[1])


def _before(lower: str, match: re.Match[str]) -> tuple[str, ...]:
    """The words before the name of a thing, as far as two of them."""
    start = match.start("a") if match["a"] else match.start("b")
    return tuple(_WORD.findall(lower, max(0, start - 40), start))[-2:]


@cache
def _beside(word: str) -> re.Pattern[str]:
    """A quality with the thing that has it: `a unilocular, thin cyst`, `the cyst was thin and unilocular`."""
    return re.compile(
        rf"(?<![a-z-])(?<!not ){word} (?:[a-z-]+, |[a-z-]+ ){{0,2}}?(?P<a>[a-z]{{4,}})(?=[.,;:)]"
        r"| (?:was|were|in|of|on|at|with|which|that|and|measuring|measured|had|located|arising|for|since"
        r"|over|lasting|after|without|but)\b|\Z)"
        rf"|\b(?P<b>[a-z]{{4,}}) {_BE} (?:[a-z-]+, |[a-z-]+ and |[a-z-]+ly ){{0,3}}?{word}(?![a-z-])"
    )


def _in(reading: Reading, stretch: Stretch, number: int) -> Iterator[Quality]:
    """The qualities of a scale that a sentence gives to things, before their name or behind it."""
    index, block, lower = stretch.sentence.index, stretch.sentence.block, stretch.lower
    if stretch.block.kind in ("heading", "table") or _APART.search(lower) or _NOT.search(lower):
        return
    for word, value in _SCALES[number].items():
        for match in _beside(word).finditer(lower) if word in lower else ():
            thing = match["a"] or match["b"]
            if (
                thing in _NO_NOUNS
                or thing.endswith("s")
                or not of_patient(reading, index)
                or of_others(reading, index)
            ):
                continue
            start = stretch.offset + match.start()
            site = _SITE.match(lower, match.end("a") if match["a"] else match.end("b"))
            place = Passage(block, start, start + len(match[0]))
            yield Quality(
                number,
                value,
                word,
                stem(thing),
                thing,
                place,
                stretch,
                stem(site["site"]) if site else "",
                _before(lower, match),
            )
