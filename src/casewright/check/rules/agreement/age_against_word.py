"""CW117."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from casewright.check.evidence.people.ages import Age, ages
from casewright.check.evidence.people.cases import cases_told
from casewright.check.evidence.people.siblings import siblings_against
from casewright.check.evidence.text.around import vocabulary
from casewright.check.evidence.text.parts import of_patient, part_at
from casewright.check.evidence.text.passage import scan, scan_around, scan_sentences
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import found
from casewright.document.mentions.wordset import words
from casewright.document.reading import Reading
from casewright.patterns import lazily

# What a word for an age leaves open, in years: from the age groups of MeSH, with room on both sides for custom.
_GROUPS: tuple[tuple[str, float, float], ...] = (
    ("pa?ediatric", 0, 21),
    ("teenaged?|teenager|adolescent", 9, 22),
    ("young", 0, 60),
    ("middle-aged", 30, 75),
    ("elderly|aged|geriatric", 50, 130),
    ("septuagenarian", 69, 81),
    ("octogenarian", 79, 91),
    ("nonagenarian", 89, 101),
    ("toddler", 0, 5),
    ("newborn", 0, 1),
)
_WORD = "|".join(said for said, _, _ in _GROUPS)
_PERSON = r"(?:man|woman|male|female|patient|gentleman|lady|adult|person|boy|girl|child)"
_SAID = lazily(
    r"\b(?<!from )(?:an?|our|this|the|his|her)\s(?:(?!of\b|in\b|from\b)[\w-]+,?\s){0,2}?"
    rf"(?P<word>{_WORD})\s(?:[a-z-]+,?\s)?{_PERSON}\b"
    r"|\b(?:her|his|patient['’]s)\s(?:relatively\s|very\s)?(?P<young>young|advanced|old)\sage\b(?!\s(?:at|when|of)\b)"
    r"|\b(?P<age>young|advanced|old)\sage\sof\s(?:(?:our|this)\spatient|the\spatient(?=[^.;]*\b(?:was|were|had|we)\b))"
    r"|\b(?:our|this|the(?:\spresent)?)\s(?:patient|case)\s(?:was|is)\s(?:(?:(?:relatively|very|still|only)\s)?"
    r"(?P<being>young|elderly|old)\b(?!\s(?:enough|at|when)\b)|an?\s(?P<child>child|infant|teenager|adolescent)\b)"
    r"|\b(?:our|this|the present)\s(?:case|patient|report)\b[^;]{0,60}?\s(?P<group>pa?ediatric)"
    r"\s(?:age\sgroup|patient|case)\b"
    r"|\b(?:an?|our|this)\s(?:[a-z-]+,?\s){0,2}?(?P<case>pa?ediatric|geriatric)\scase\b"
    r"|\b(?:an?|our|this)\s(?:[a-z-]+,?\s){0,2}?(?P<decade>septuagenarian|octogenarian|nonagenarian)\b",
    re.IGNORECASE,
)
_AT_ONCE = lazily(
    r"\b(?P<years>\d{1,3})[\s-]years?[\s-]old,?\s(?:(?!mother|father|parent|and|with|whose|of)[a-z-]+\s)?"
    r"(?P<word>teenager|adolescent|septuagenarian|octogenarian|nonagenarian|toddler|newborn)\b",
    re.IGNORECASE,
)
_DECADES = (
    "teens",
    "twenties",
    "thirties",
    "forties",
    "fifties",
    "sixties",
    "seventies",
    "eighties",
    "nineties",
)
_IN_DECADE = lazily(
    r"\b(?:patient|man|woman|gentleman|lady|he|she)(?: (?:was|is)|,)? in (?:his|her) (?:early |mid-? ?"
    r"|middle |late )?"
    rf"(?P<decade>{'|'.join(_DECADES)}|(?P<tens>[2-9])0['’]?s)\b(?! (?:when|he|she|with))",
    re.IGNORECASE,
)
_CALLED = lazily(  # by a noun alone: `the child was intubated`
    r"\b(?:[Tt]h(?:e|is)|[Oo]ur) (?P<who>child|infant|neonate|toddler|teenager|boy|girl"
    r"|adult(?= (?:patient|man|woman|male|female)))\b"
    r"(?= (?:patient |man |woman |male |female )?(?:was|had|is|presented|underwent|received|developed"
    r"|did|recovered|died|remained|has)\b)"
)
_NOUNS = {
    "child": (0.0, 19.0), "infant": (0.0, 3.0), "neonate": (0.0, 0.3), "toddler": (0.5, 5.0), "teenager": (9.0, 22.0),
    "boy": (0.0, 22.0), "girl": (0.0, 22.0), "adult": (16.0, 130.0),
}  # fmt: skip
# With one of these the child is another person than the patient.
_OFFSPRING = words(
    "pregnant pregnancy delivery delivered gestation fetus foetus mother maternal childbirth twins"
    " gravida daughter son newborn postpartum"
)
_SIGNS = (
    "young", "elderly", "ediatric", "teenage", "adolescent", "middle-aged", "genarian", "geriatric", "aged ",
    "advanced age", "old age", "patient was ", "patient is ", "case was ", "case is ",
)  # fmt: skip
_LATE = ("advanced", "old")
_LATE_MOTHER = 35  # years from which a mother is said to be of advanced age
_IN_HIS = ("in his ", "in her ")
_OTHERS = lazily(r"\b(?:et al|reported|described|mother|father|donor|previous|another|like|any|every)\b")


class AgeAgainstWord:
    """A word for the age of the patient, or of a sibling, that the age does not bear out.

    Why it is bad
        The age or the word is wrong, and much hangs on it: doses, risks, whether the case is rare.

    Example
        Case report: A 70-year-old man had fever. Discussion: Our patient was a young man without disease.

    Write instead
        Case report: A 30-year-old man had fever. Discussion: Our patient was a young man without disease.

    Source
        The age groups of the Medical Subject Headings (child to 12 years, adolescent 13 to 18, middle aged
        45 to 64, aged 65 and over; https://www.ncbi.nlm.nih.gov/mesh/68009273), with years of room on
        both sides, since custom is wider: `young` is held against 60 and over, `elderly` against less than 50.
    """

    code: ClassVar[str] = "CW117"
    name: ClassVar[str] = "age-against-word"
    severity: ClassVar[Severity] = "warning"

    def check(self, reading: Reading) -> Iterator[Finding]:
        yield from self._in_one_breath(reading)
        yield from self._elsewhere(reading)
        for each in siblings_against(reading):
            message = f"the {each.word} sibling is {each.years} years old, and the patient {each.of.text}"
            yield found(self, reading, each.at, message, "correct the age or the word")

    def _in_one_breath(self, reading: Reading) -> Iterator[Finding]:
        """`a 26-year-old teenager`, whoever it is."""
        for place, match in scan(
            reading, _AT_ONCE, "teenage", "adolescent", "genarian", "toddler", "newborn"
        ):
            low, high = _years(match["word"].lower())
            if not low <= int(match["years"]) < high:
                message = f"a person of {match['years']} years is called `{match['word']}`"
                yield found(self, reading, place, message, "correct the age or the word")

    def _elsewhere(self, reading: Reading) -> Iterator[Finding]:
        told = [age for age in reading.once(ages) if age.part == "body"]
        if not told or len({age.printed for age in told}) > 1 or reading.once(cases_told) > 1:
            return
        age = told[0]
        yield from self._by_noun(reading, age)
        yield from self._in_decade(reading, age)
        with_child = not _OFFSPRING.isdisjoint(reading.once(vocabulary))
        for place, match in scan_around(reading, _SAID, 110, 150, *_SIGNS):
            index = reading.sentence_at(place.block, place.start)
            if not of_patient(reading, index, place.start) or _of_others(reading, index):
                continue
            word = next(each for each in match.groups() if each)
            low, high = _years(word.lower())
            low = min(low, _LATE_MOTHER) if word.lower() in _LATE and with_child else low
            if not low <= age.years < high:
                message = f"the patient is called `{word}` here and is {age.text} old"
                yield found(self, reading, place, message, "correct the age or the word", [age.at])

    def _by_noun(self, reading: Reading, age: Age) -> Iterator[Finding]:
        """A child who is called an adult, or an adult who is called a child, by the noun alone."""
        if not _OFFSPRING.isdisjoint(reading.once(vocabulary)):
            return
        for place, match in scan_sentences(reading, _CALLED, frozenset(_NOUNS)):
            index = reading.sentence_at(place.block, place.start)
            low, high = _NOUNS[match["who"]]
            if low <= age.years < high or part_at(reading, place.block) != "body":
                continue
            if of_patient(reading, index, place.start) and not _of_others(reading, index):
                message = f"the patient is called `{match['who']}` here and is {age.text} old"
                yield found(self, reading, place, message, "correct the age or the word", [age.at])

    def _in_decade(self, reading: Reading, age: Age) -> Iterator[Finding]:
        """`in his fifties`, of a patient of another decade of life."""
        for place, match in scan_around(reading, _IN_DECADE, 40, 40, *_IN_HIS):
            index = reading.sentence_at(place.block, place.start)
            tens = int(match["tens"]) if match["tens"] else _DECADES.index(match["decade"].lower()) + 1
            if age.unit != "year" or 10 * tens <= age.years < 10 * tens + 10:
                continue
            if of_patient(reading, index, place.start) and not _of_others(reading, index):
                message = f"the patient is in the {_DECADES[tens - 1]} here and is {age.text} old"
                yield found(self, reading, place, message, "correct the age or the word", [age.at])


def _years(word: str) -> tuple[float, float]:
    """From which age, and to which, a word is used."""
    if word in _LATE:
        return 50, 130
    if word in _NOUNS:
        return _NOUNS[word]
    return next((low, high) for said, low, high in _GROUPS if re.fullmatch(said, word))


def _of_others(reading: Reading, index: int) -> bool:
    sentence = reading.sentences[index]
    return _OTHERS.search(reading.blocks[sentence.block][1].text, sentence.start, sentence.end) is not None
