"""CW104."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from casewright.check.finding import Finding, Severity
from casewright.check.parts import cases_told, of_patient, part_at, words_of
from casewright.check.passage import Passage, scan
from casewright.check.spotting import found
from casewright.document.reading import Reading

_NOUNS = {
    "man": "male", "male": "male", "boy": "male", "gentleman": "male",
    "woman": "female", "female": "female", "girl": "female", "lady": "female", "primigravida": "female",
}  # fmt: skip
_PERSON = re.compile(
    r"\b(?:year|month|week|day)s?[\s-]old,?\s+(?:[\w-]+,?\s+){0,4}?"
    r"(?P<noun>man|male|boy|gentleman|woman|female|girl|lady|primigravida)\b(?!\s+(?:partner|donor|sexual))",
    re.IGNORECASE,
)
_PRONOUNS = {"he": "male", "his": "male", "him": "male", "she": "female", "her": "female"}
_PRONOUN = re.compile(r"\b(?:he|his|him|she|her)\b", re.IGNORECASE)
_SOMEBODY = frozenset(
    [
        "mother",
        "father",
        "sister",
        "brother",
        "husband",
        "wife",
        "son",
        "daughter",
        "donor",
        "friend",
        "friends",
        "partner",
        "girlfriend",
        "boyfriend",
        "parent",
        "parents",
        "sibling",
        "siblings",
        "uncle",
        "aunt",
        "cousin",
        "grandmother",
        "grandfather",
        "grandson",
        "granddaughter",
        "caregiver",
        "teacher",
        "neighbor",
        "neighbour",
        "newborn",
        "neonate",
        "infant",
        "baby",
        "babies",
        "fetus",
        "foetus",
        "child",
        "children",
        "offspring",
        "girl",
        "boy",
        "woman",
        "man",
        "lady",
        "gentleman",
        "twin",
        "twins",
        "physician",
        "doctor",
        "surgeon",
        "nurse",
        "relative",
        "relatives",
        "family",
        "familial",
        "families",
        "delivered",
        "male",
        "female",
        "transgender",
        "dentist",
        "student",
        "guardian",
        "colleague",
        "her2",
        "women",
        "men",
        "males",
        "females",
        "mother's",
        "father's",
        "husband's",
        "wife's",
        "brother's",
        "sister's",
    ]
)
_CASES = re.compile(r"\b(?:[Cc]ase|[Pp]atient) [2-9AB]\b|\b(?:second|first|other) patient\b")
_LETTERS = re.compile(r"[a-z][a-z0-9']*")
_THE_PATIENT = re.compile(
    r"\b(?:year|month|week|day)s?[\s-]old\b[^.;,]{0,40}?\b(?:man|woman|boy|girl|lady|gentleman|male|female|infant|child)\b"
)
_OTHERS_NEEDED = 3


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
    """

    code: ClassVar[str] = "CW104"
    name: ClassVar[str] = "patient-of-two-sexes"
    severity: ClassVar[Severity] = "error"

    def check(self, reading: Reading) -> Iterator[Finding]:
        if reading.once(cases_told) > 1:
            return
        named = list(_named(reading))
        told = [each for each in named if each[2] == "body"] or named
        sexes = {sex for _, sex, _ in told}
        pronouns = list(_pronouns(reading))
        if len(sexes) > 1:
            sexes = {_majority(pronouns)} - {""}
        if len(sexes) != 1:
            return
        sex = sexes.pop()
        rivals = [passage for passage, other, _ in told if other == sex] or [
            p for p, other in pronouns if other == sex
        ]
        for passage, other, _ in named:
            if other != sex:
                yield self._finding(reading, passage, other, sex, rivals)
        yield from self._of_pronouns(reading, pronouns, sex, rivals)

    def _of_pronouns(
        self, reading: Reading, pronouns: list[tuple[Passage, str]], sex: str, rivals: list[Passage]
    ) -> Iterator[Finding]:
        wrong = [passage for passage, other in pronouns if other != sex]
        right = len(pronouns) - len(wrong)
        if wrong and (right >= _OTHERS_NEEDED * len(wrong) or (right == 0 and rivals)):
            yield self._finding(reading, wrong[0], "female" if sex == "male" else "male", sex, rivals)

    def _finding(
        self, reading: Reading, passage: Passage, here: str, there: str, rivals: list[Passage]
    ) -> Finding:
        section = reading.blocks[rivals[0].block][0].title if rivals else ""
        message = f"the patient is {here} here and {there} in {section or 'the case report'}"
        return found(self, reading, passage, message, "make the two agree", rivals[:2])


def _named(reading: Reading) -> Iterator[tuple[Passage, str, str]]:
    """Every noun that gives the patient's sex together with the age."""
    for passage, match in scan(reading, _PERSON, "old"):
        if of_patient(reading, reading.sentence_at(passage.block, passage.start)):
            place = Passage(passage.block, passage.start + match.start("noun") - match.start(), passage.end)
            yield place, _NOUNS[match["noun"].lower()], part_at(reading, passage.block)


def _pronouns(reading: Reading) -> Iterator[tuple[Passage, str]]:
    """Every pronoun of the case and its summaries that can only mean the patient."""
    quiet, role = 3, ""  # sentences since somebody else was named, in this section
    for sentence in reading.sentences:
        section, block = reading.blocks[sentence.block]
        head = section.role.partition(".")[0]
        if section.role != role:
            quiet, role = 3, section.role
        if (
            head not in ("case", "abstract", "core_tip", "comments", "highlights")
            or block.kind == "reference"
        ):
            quiet = 3
            continue
        text = words_of(reading, sentence)
        rest = _THE_PATIENT.sub("", text) if "old" in text else text
        somebody = not _SOMEBODY.isdisjoint(_LETTERS.findall(rest.lower())) or _CASES.search(rest)
        quiet = 0 if somebody else quiet + 1
        if quiet < 3:
            continue
        for match in _PRONOUN.finditer(text):
            start = sentence.start + match.start()
            yield Passage(sentence.block, start, start + len(match[0])), _PRONOUNS[match[0].lower()]


def _majority(pronouns: list[tuple[Passage, str]]) -> str:
    males = sum(sex == "male" for _, sex in pronouns)
    females = len(pronouns) - males
    return "male" if males > 2 * females else "female" if females > 2 * males else ""
