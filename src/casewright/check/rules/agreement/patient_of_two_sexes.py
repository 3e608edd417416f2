"""CW104."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from casewright.check.evidence.people.animals import is_animal_named
from casewright.check.evidence.people.cases import cases_told
from casewright.check.evidence.people.casetable import reported
from casewright.check.evidence.people.introduced import DESCRIBED, SEXES, introduced
from casewright.check.evidence.people.lonepronouns import lone_pronouns
from casewright.check.evidence.people.organs import karyotype_against, organs_against
from casewright.check.evidence.people.persons import Pronoun, pronouns
from casewright.check.evidence.text.around import vocabulary
from casewright.check.evidence.text.parts import of_patient, part_at
from casewright.check.evidence.text.passage import Passage, scan_sentences
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import found
from casewright.document.mentions.wordset import words
from casewright.document.reading import Reading
from casewright.patterns import lazily

_NOUNS = {**SEXES, "primigravida": "female"}
_PERSON = lazily(
    rf"\b(?:(?:year|month|week|day)s?[\s-]old,?|middle[\s-]aged?)\s+(?:\([^()]{{1,40}}\),?\s+)?{DESCRIBED}"
    r"(?P<noun>man|male|boy|gentleman|woman|female|girl|lady|primigravida)\b(?!\s+(?:partner|donor|sexual))"
    r"|\b(?:\A|(?<=[.!?] )|(?<=\ba ))(?P<first>male|female)(?: (?:patient|infant|child))?,? "
    r"(?:aged )?\d{1,3}[\s-]years?\b"
    r"|\ba (?:[a-z-]+ ){0,2}?(?P<aged>man|woman|boy|girl|lady|gentleman),? "
    r"(?:aged |of (?:about )?)\d{1,3}\b(?! (?:kg|cm|%))"
    r"|\b(?:our|this|the present) patient(?:,| was| is) an? (?:(?!who|whose|with|and)[a-z-]+ ){0,2}?"
    r"(?P<ours>man|woman|boy|girl|lady|gentleman)\b"
    r"|\b(?:he|she) (?:was|is) an? (?:(?!who|whose|with|and|for|of|to|in)[a-z-]+,? ){0,4}?"
    r"(?P<being>male|female|man|woman|boy|girl|lady|gentleman)\b(?! (?:to|partner|donor|carrier|pattern))"
)
_PERSONS = frozenset(_NOUNS)
_ALONE = (  # what follows a noun for a person, and no adjective
    r"(?=[.,;]|\Z| (?:with|without|who|whose|is|was|had|having|presenting|presented|suffering|and|but|though|although"
    r"|as|while|whereas|at|after|from|following|due)\b)(?!,? (?:and|or) (?:fe)?males?\b)"
)
_WHO = "man|woman|boy|girl|gentleman|lady"
_SUMMED = lazily(  # without an age: in a summary that tells of one patient, or with the article of what is known
    rf"\b(?:[Ii]n|[Oo]f|describe|report|present|treated) an? (?:[\w-]+ ){{0,3}}?(?P<noun>{_WHO})\b(?! donor)"
    rf"|\b[Tt]h(?:e|is) (?:young |elderly |old )?(?P<known>{_WHO})(?= (?:was|had|is|underwent"
    rf"|received|recovered|died|presented|developed|came|did))"
    r"|\b(?:(?P<this>[Tt]his|[Oo]ur) (?:[\w-]+ ){0,2}?)?"
    r"(?P<kind>male|female) (?:patient|infant|child|adolescent|newborn|neonate)\b(?!s)"
    rf"|\AAn? (?:[A-Za-z-]+ ){{0,3}}?(?P<opening>{_WHO})\b(?= (?:with|without|who|was|had|presented|came)\b)"
    rf"|\b(?P<our>[Oo]ur|[Tt]his|[Tt]he present) (?:patient|case)(?:,| was| is)(?: an?)? (?:[a-z-]+ ){{0,2}}?"
    rf"(?P<ours>{_WHO}|male|female){_ALONE}"
    r"|\b(?:in|of|describe|report|present|treated) an? (?:[\w-]+ ){1,4}?"
    rf"(?P<bare>male|female){_ALONE}"
)
_REPORTING = lazily(r"\b[Ww]e (?:here(?:in|by)? )?(?:report|present|describe)\b")
_ADULT = lazily(r"man|woman|lady|gentleman", re.IGNORECASE)
_CHILD = lazily(r"\b(?:boy|girl|infant|child|newborn|neonate)\b")
_OTHERS_NEEDED = 2  # places that give the one sex, for each that gives the other

_FROM = lazily(
    r"\b(?:from|than|like|(?:married|partnered) (?:to|with)|wife of) an? (?:[a-z]+ )?(?:\d{1,3}[\s-])?\Z"
    r"|\b(?:born|delivered)\b[^.;]{0,80}\b(?:to|by) an? (?:[a-z]+ )?(?:\d{1,3}[\s-])?\Z"
)
_NEWBORN = lazily(
    r"\b(?:(?:male|female|boy|girl|term|preterm|premature|late preterm) (?:newborn|neonate|infant)"
    r"|(?:newborn|infant) (?:boy|girl))\b(?! was (?:born|delivered))|\ba (?:newborn|neonate)\b"
)
_BORN = words("newborn neonate infant baby fetus foetus")
_MOTHER = lazily(r"\b(?:wom[ae]n|lady|female patient|gravid|primi|multip|mother|she|her)\b", re.IGNORECASE)
_GROWN = lazily(r"years?[\s-]old,?\s(?:[\w-]+,?\s){0,4}?(?:woman|lady|female|primigravida)|middle")
_NEW = lazily(r"An? \d")
_OURS = lazily(r"\b(?:we|our|us|herein|here|this|present\w*|report\w*)\b", re.IGNORECASE)
_CITED = lazily(r"\[[\d,–\s-]*\]\s*[.;]?\s*\Z")


class PatientOfTwoSexes:
    """The patient as a man in one place and a woman in another, by noun or by pronoun.

    Why it is bad
        It shakes the trust that the report is of one patient, and it is the commonest trace of a copied text.

    Example
        Core tip: In this 58-year-old man the abscess was drained. Case report: A 58-year-old woman came with fever.

    Write instead
        Core tip: In this 58-year-old woman the abscess was drained. Case report: A 58-year-old woman came with fever.

    Source
        CARE 2013, item 5a, doi:10.1186/1752-1947-7-223. A pronoun counts only where nobody else is named near it.
        So do an organ and sex chromosomes that only the other sex has, where no word says that the patient may have it.
    """

    code: ClassVar[str] = "CW104"
    name: ClassVar[str] = "patient-of-two-sexes"
    severity: ClassVar[Severity] = "error"

    def check(self, reading: Reading) -> Iterator[Finding]:
        several = reading.once(cases_told) > 1
        of_patient = list(self._of_one_of_several(reading) if several else self._of_patient(reading))
        yield from of_patient
        known = [(spot.block, spot.start) for each in of_patient for spot in (each.spot, *each.related)]
        for person in reading.once(introduced):
            wrong = next((each.place for each in person.pronouns if each.sex != person.sex), None)
            if wrong is None:
                continue
            span = range(person.at.start, wrong.end)
            if not any(block == wrong.block and start in span for block, start in known):
                other = "female" if person.sex == "male" else "male"
                yield self._finding(reading, wrong, other, person.sex, [person.at], "this person")

    def _of_one_of_several(self, reading: Reading) -> Iterator[Finding]:
        for lone, among in lone_pronouns(reading):
            other = "female" if lone.sex == "male" else "male"
            yield self._finding(reading, lone.place, lone.sex, other, among, "this person")

    def _of_patient(self, reading: Reading) -> Iterator[Finding]:
        aged = list(_named(reading))
        grown = any(_is_grown(reading, place) for place, _, part in aged if part == "body")
        named = [*aged, *_summed(reading, grown)]
        told = [each for each in named if each[2] == "body"] or named
        said = list(pronouns(reading))
        sexes = {sex for _, sex, _ in told} or {each.sex for each in said[:1]}
        if len(sexes) > 1 or not told:
            sexes = {_majority(said) or ("" if told else said[0].sex if said else "")} - {""}
            brought_in = {sex for _, sex, part in aged if part == "body"}
            sexes = sexes or (brought_in if len(brought_in) == 1 else set())
        if len(sexes) != 1:
            return
        sex = sexes.pop()
        nouns = [passage for passage, other, _ in told if other == sex]
        right = [each.place for each in said if each.sex == sex]
        wrong = [each.place for each in said if each.sex != sex and not each.goes_on]
        for passage, other, _ in named:
            if other != sex:
                yield self._finding(reading, passage, other, sex, nouns + right)
        other = "female" if sex == "male" else "male"
        if wrong and len(nouns + right) >= (_OTHERS_NEEDED if told else 1) * len(wrong):
            yield self._finding(reading, wrong[0], other, sex, nouns + right)
        elif wrong and nouns and len(wrong) >= _OTHERS_NEEDED * len(right):
            here = (nouns[0], sex, other, wrong) if wrong[1:] else (wrong[0], other, sex, nouns)
            yield self._finding(reading, *here)
        elif not wrong and (nouns or right) and not _is_of_newborn(reading):
            for place, word in (*organs_against(reading, sex), *karyotype_against(reading, sex)):
                message = f"`{word}` is told of a {sex} patient"
                yield found(
                    self,
                    reading,
                    place,
                    message,
                    "correct the one or the other",
                    (nouns + right)[:1],
                    "warning",
                )

    def _finding(
        self,
        reading: Reading,
        passage: Passage,
        here: str,
        there: str,
        rivals: list[Passage],
        who: str = "the patient",
    ) -> Finding:
        section = reading.blocks[rivals[0].block][0].title if rivals else ""
        message = f"{who} is {here} here and {there} in {section or 'the case report'}"
        return found(self, reading, passage, message, "make the two agree", rivals[:2])


def _named(reading: Reading) -> Iterator[tuple[Passage, str, str]]:
    """Every noun that gives the patient's sex together with the age, and our row of a table of cases."""
    for table in reading.once(reported):
        yield from ((row.at, row.sex, "other") for row in table if row.ours and row.sex)
    newborn = _is_of_newborn(reading)
    for passage, match in scan_sentences(reading, _PERSON, _PERSONS, folded=True):
        if newborn and _GROWN.match(match[0]):
            continue  # the mother
        text = reading.blocks[passage.block][1].text
        if _FROM.search(text, max(0, passage.start - 110), passage.start):
            continue  # `a liver from a 22-year-old woman`
        if is_animal_named(text, passage.start):
            continue
        if part_at(reading, passage.block) == "other" and _is_another(reading, passage):
            continue
        if of_patient(reading, reading.sentence_at(passage.block, passage.start)):
            noun = match.lastgroup or "noun"
            start = passage.start + match.start(noun) - match.start()
            sex = _NOUNS[match[noun]]
            yield (
                Passage(passage.block, start, start + len(match[noun])),
                sex,
                part_at(reading, passage.block),
            )


def _is_of_newborn(reading: Reading) -> bool:
    """Whether the patient is a newborn: the first person of the title, the key words or a summary."""
    heads = (
        block.text
        for section, block in reading.blocks
        if section.role.startswith(("title", "keywords", "abstract", "core_tip"))
    )
    named = ((text, _NEWBORN.search(text)) for text in heads)
    return any(first is not None and not _MOTHER.search(text, 0, first.start()) for text, first in named)


def _is_another(reading: Reading, passage: Passage) -> bool:
    """Whether a sentence of a discussion brings in a person as somebody new: `A 45-year-old woman with it died`."""
    sentence = reading.sentences[reading.sentence_at(passage.block, passage.start)]
    text = reading.blocks[passage.block][1].text
    return _NEW.match(text, sentence.start) is not None and not _OURS.search(
        text, sentence.start, sentence.end
    )


def _is_grown(reading: Reading, place: Passage) -> bool:
    """Whether a noun is of a grown person."""
    return _ADULT.fullmatch(reading.blocks[place.block][1].text, place.start, place.end) is not None


def _summed(reading: Reading, grown: bool) -> Iterator[tuple[Passage, str, str]]:
    """Every noun of a summary that gives the patient's sex without the age; of a grown patient none of a child."""
    born = not _BORN.isdisjoint(reading.once(vocabulary))
    for passage, match in scan_sentences(reading, _SUMMED, _PERSONS):
        if grown and _CHILD.search(match[0]):
            continue
        part = part_at(reading, passage.block)
        if match["ours"] and born:
            continue
        repeats = part == "echo" or _is_told_as_ours(reading, passage, match, part)
        group = match.lastgroup or "noun"
        start = passage.start + match.start(group) - match.start()
        if repeats and of_patient(reading, reading.sentence_at(passage.block, start), start):
            yield Passage(passage.block, start, start + len(match[group])), _NOUNS[match[group]], part


def _is_told_as_ours(reading: Reading, passage: Passage, match: re.Match[str], part: str) -> bool:
    """Whether a noun that is in no summary is the patient's: `the boy`, `this male patient`, a first `A man was`."""
    if match["ours"] or (match["this"] and part == "other"):
        named = match["our"] or match["this"]
        return named.lower().startswith("our") or not _is_of_cited(reading, passage)
    if part == "body":
        if match["opening"]:
            return passage.block == next(_case_blocks(reading))
        return bool(match["this"] or match["known"]) and not _is_of_cited(reading, passage)
    text = reading.blocks[passage.block][1].text
    sentence = reading.sentences[reading.sentence_at(passage.block, passage.start)]
    reporting = _REPORTING.search(text, sentence.start, passage.start) is not None
    return reporting and bool(match["noun"] or match["kind"] or match["bare"])


def _case_blocks(reading: Reading) -> Iterator[int]:
    """The numbers of the paragraphs of the case."""
    for number, (_, block) in enumerate(reading.blocks):
        if block.kind == "paragraph" and part_at(reading, number) == "body":
            yield number


def _is_of_cited(reading: Reading, passage: Passage) -> bool:
    """Whether `the boy` is one whom the sentence before tells of as reported by others, or whom a citation follows."""
    index = reading.sentence_at(passage.block, passage.start)
    sentence, before = reading.sentences[index], reading.sentences[max(0, index - 1)]
    text = reading.blocks[passage.block][1].text
    if _CITED.search(text, sentence.start, sentence.end):
        return True
    return before.index < index and before.block == sentence.block and not of_patient(reading, before.index)


def _majority(said: list[Pronoun]) -> str:
    males = sum(each.sex == "male" for each in said)
    females = len(said) - males
    return "male" if males > 2 * females else "female" if females > 2 * males else ""
