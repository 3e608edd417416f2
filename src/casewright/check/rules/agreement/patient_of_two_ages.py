"""CW103."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from casewright.check.finding import Finding, Severity
from casewright.check.parts import cases_told, of_patient, part_at
from casewright.check.passage import Passage, scan
from casewright.check.spotting import found
from casewright.document.reading import Reading
from casewright.quantity.number import read_number

_AGE = re.compile(
    r"\b(?P<age>\d{1,3}|[a-z]+(?:teen|ty)(?:-[a-z]+)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)[\s-]?(?P<unit>year|month|week|day)s?[\s-]old\b(?P<who>[^.;]{0,60})"
    r"|\baged (?P<aged>\d{1,3}) (?P<in>year|month)s?\b",
    re.IGNORECASE,
)
_NOBODY = re.compile(
    r"^[\s,]*(?:[\w-]+ ){0,2}(?:mother|father|sister|brother|husband|wife|son|daughter|donor|friend"
    r"|history|fracture|scar|infarct"
    r"|twin|partner|aunt|uncle|cousin)\b",
    re.IGNORECASE,
)
_ANOTHER = re.compile(
    r"\b(?:described|reported|literature|previous|similar|another|et al|his|her|their)\s[^.;]{0,40}\Z",
    re.IGNORECASE,
)


class PatientOfTwoAges:
    """The patient with one age in one section and another in the case report.

    Why it is bad
        The age is the first thing a reader takes from a case report; the two cannot both be right.

    Example
        Abstract: A 56-year-old woman had fever. Case report: A 58-year-old woman came with fever.

    Write instead
        Abstract: A 58-year-old woman had fever. Case report: A 58-year-old woman came with fever.

    Source
        CARE 2013, items 3b and 5a, doi:10.1186/1752-1947-7-223. Ages of relatives, of other patients and in other years
        are not compared.
    """

    code: ClassVar[str] = "CW103"
    name: ClassVar[str] = "patient-of-two-ages"
    severity: ClassVar[Severity] = "error"

    def check(self, reading: Reading) -> Iterator[Finding]:
        ages = list(_ages(reading))
        told = [(passage, age) for passage, age, part in ages if part == "body"]
        known = {age for _, age in told}
        if not known:
            return
        seen: set[tuple[str, float]] = set()
        for passage, age, part in ages:
            if part == "body" or age in known or age in seen:
                continue
            seen.add(age)
            value, other = _shown(age), " and ".join(_shown(each) for each in dict.fromkeys(known))
            section = reading.blocks[told[0][0].block][0].title or "the case report"
            message = f"the patient is {value} old here and {other} old in {section}"
            yield found(self, reading, passage, message, "make the two agree", [each for each, _ in told[:3]])
        yield from self._within(reading, told)

    def _within(self, reading: Reading, told: list[tuple[Passage, tuple[str, float]]]) -> Iterator[Finding]:
        """Two ages of one patient in the case itself, both given with the person as an age at the visit is."""
        visits = [(place, age) for place, age in told if _at_visit(reading, place)]
        if len({age for _, age in visits}) != 2 or reading.once(cases_told) > 1:
            return
        first = visits[0]
        place, age = next(each for each in visits if each[1] != first[1])
        message = f"the patient is {_shown(age)} old here and {_shown(first[1])} old before"
        yield found(self, reading, place, message, "make the two agree", [first[0]], "warning")


def _at_visit(reading: Reading, place: Passage) -> bool:
    text = reading.blocks[place.block][1].text
    person = re.match(
        r",?\s(?:[\w-]+,?\s){0,3}?(?:man|woman|male|female|boy|girl|lady|gentleman)\b",
        text[place.end :],
    )
    if reading.blocks[place.block][1].kind == "table" or not of_patient(
        reading, reading.sentence_at(place.block, place.start)
    ):
        return False
    lead = text[max(0, place.start - 30) : place.start]
    return person is not None and not re.search(
        r"\b(?:as|at|when|since|like|to)\s(?:an?|the)?\s?\Z|\bpast\b|\bhad\b", lead
    )


def _ages(reading: Reading) -> Iterator[tuple[Passage, tuple[str, float], str]]:
    """Every age of the patient with the part it stands in: `body` is where the case is told."""
    for passage, match in scan(reading, _AGE, "old", "aged"):
        number = read_number((match["age"] or match["aged"]).lower())
        if number is None or _NOBODY.search(match["who"] or ""):
            continue
        section, block = reading.blocks[passage.block]
        sentence = reading.sentence_at(passage.block, passage.start)
        part = part_at(reading, passage.block)
        lead = block.text[max(0, passage.start - 60) : passage.start]
        about = of_patient(reading, sentence, passage.start) or _concludes(reading, passage, section.role)
        if part != "body" and (not about or _ANOTHER.search(lead)):
            continue
        span = Passage(passage.block, passage.start, passage.start + len(match[0]) - len(match["who"] or ""))
        yield span, ((match["unit"] or match["in"]).lower(), float(number.value)), part


def _concludes(reading: Reading, passage: Passage, role: str) -> bool:
    """Whether an age is that of one person in a conclusion: `... preserved the ovary of a 31-year-old woman`."""
    text = reading.blocks[passage.block][1].text
    opens = passage.start < 60 and "." not in text[: passage.start]
    lead, behind = text[max(0, passage.start - 3) : passage.start], text[passage.end :]
    ends = lead.endswith((" a ", "an ")) and behind[:200].strip(" .").count(".") == 0
    return role == "conclusion" and (opens or ends)


def _shown(age: tuple[str, float]) -> str:
    unit, value = age
    return f"{value:g} {unit}{'' if value == 1 else 's'}"
