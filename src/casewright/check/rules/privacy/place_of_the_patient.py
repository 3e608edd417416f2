"""CW607."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import ClassVar

from casewright.check.evidence.people.animals import is_of_an_animal
from casewright.check.evidence.text.around import vocabulary
from casewright.check.finding import Finding, Severity
from casewright.check.rules.privacy.telling import matched, tells_of_the_patient
from casewright.check.spotting import found
from casewright.document.mentions.wordset import words
from casewright.document.reading import Reading
from casewright.patterns import lazily

TABLE = Path(__file__).with_name("countries.txt")
CITIES = Path(__file__).with_name("cities.txt")
_LIVES = lazily(r"resid|liv(?:es|ed|ing) in|native")
_UPPER, _LOWER = "[A-ZÀ-ÖØ-ÞĀĆČĎĐĒĘĚĞĪİŁŃŇŐŘŚŞŠŤŪŮŰŹŻŽ]", r"[^\W\d_A-ZÀ-ÖØ-Þ]"
_NAME = rf"{_UPPER}(?:[’'-]?{_LOWER}|[’'-]{_UPPER}){{2,20}}"  # `João`, `Al-Zahra`, `D’Angelo`
_PARTICLE = r"(?:[Dd](?:[eiu]l?|a|as|o|os|es|er|en|ella)|[Ll][eao]s?|[Ee]l|[Aa]l|[Vv][ao]n|[Ii]bn|[Bb]in)"
_INSTITUTION = lazily(
    rf"(?:\b(?!II |IV )[A-Z]{{2}} )?(?:\b(?:St\.?|(?!(?:Hospital|Infirmary|Clinic) (?:and|&)){_NAME}) "
    rf"(?:(?:{_PARTICLE}|and|&) ){{0,2}}){{1,5}}"
    r"(?:Hospital|Infirmary|Medical Cent(?:er|re)|Clinic)\b"
    rf"(?: of(?: {_NAME}){{1,3}}(?: Hospital| University)?)?"
)
_HOME = lazily(
    r"\b(?:resident of|resid(?:es|ed|ing) in|liv(?:es|ed|ing) in|(?:city|town|village|district) of|native of|born in)"
    rf" (?P<place>{_NAME}(?: (?:{_PARTICLE} )?{_NAME})?)"
)
_FROM = lazily(  # `a 30-year-old farmer from Springfield`; behind other words `from` leads to causes
    r"\b(?:m[ae]n|wom[ae]n|boys?|girls?|patient|(?:fe)?males?|child|infant|lady|gentleman|farmer|student|worker|teacher"
    r"|(?<=, a )\w+(?: \w+)?|(?<=, an )\w+(?: \w+)?) (?:coming |originally )?from (?:the (?:city|town|village) of )?"
    rf"(?P<place>{_NAME}(?: {_NAME})?)\b(?! (?:\w+ )?(?:Hospital|Department|Clinic|Unit|Cent(?:er|re)))"
)
_CAME = lazily(r" from (?:the (?:city|town|village) of )?[A-ZÀ-Þ]")
_REGION = lazily(
    r"\b(?:Province|State|Region|Islands?|Prefecture|Governorate|Oblast|Territory|Coast|Peninsula)\Z"
)
_REGION_BEHIND = lazily(
    r"\s(?:province|state|region|islands?|prefecture|governorate|peninsula)\b(?!\s(?:hospital|university))"
)
_PEOPLE_BEHIND = lazily(  # `from the Batak tribe`: no place, but a people
    r"\s(?:\w+\s)?(?:tribes?|ethnic|ethnicity|community|communities|caste|origin|descent|clan|ancestry|race|people)\b"
)
_STREET = lazily(r"\b\d{1,5} (?:[A-Z][a-z]{2,20} ){1,3}(?:Street|Avenue|Road|Lane|Boulevard)\b")
_PATTERNS = (  # each with words in small letters of which it has one, and with signs of a text that has it
    (_INSTITUTION, words("hospital infirmary medical clinic"), ("Hospital", "Infirmary", "Medical Cent", "Clinic")),
    (_FROM, words("man woman boy girl patient male female child infant lady gentleman farmer student worker teacher"),
     (" from ",)),
    (_HOME, words("resident resides resided residing lives lived living city town village district native born"),
     (" in ", " of ")),
    (_STREET, words("street avenue road lane boulevard"), ("Street", "Avenue", "Road", "Lane", "Boulevard")),
)  # fmt: skip
_WIDE = {"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
         "December", "The", "This", "Our", "University", "Emergency", "Regional", "Teaching",
         "Internal", "Outpatient", "Group", "Intensive"}  # fmt: skip


@cache
def countries() -> frozenset[str]:
    """Names of countries and states."""
    return _listed(TABLE)


@cache
def cities() -> frozenset[str]:
    """Names of cities of a million people or more."""
    return _listed(CITIES)


def _listed(table: Path) -> frozenset[str]:
    lines = table.read_text(encoding="utf-8").splitlines()
    return frozenset(
        name.strip() for line in lines if not line.startswith("#") for name in line.split(",") if name
    )


def _is_region(place: str, behind: str) -> bool:
    """Whether a place is as large as a state or a province: `Northern Italy`, `Hainan Island`, `Fars province`."""
    if _REGION.search(place) or _REGION_BEHIND.match(behind):
        return True
    return place in countries() or any(word in countries() for word in place.split())


def _is_wide(place: str) -> bool:
    """Whether a place has no name of its own: `Regional Teaching Hospital`."""
    return all(word in _WIDE for word in place.split()[:-1] or [place])


class PlaceOfThePatient:
    """A hospital, a town or a street stands in the text about the patient; a country or a state may.

    Why it is bad
        It narrows the search for a person with a rare disease to a few thousand people.

    Example
        She lived in Springfield and was brought to Springfield General Hospital.

    Write instead
        She was brought to a regional hospital.

    Source
        HIPAA Privacy Rule, 45 CFR 164.514(b)(2)(i)(B): geographic subdivisions smaller than a state.
    """

    code: ClassVar[str] = "CW607"
    name: ClassVar[str] = "place-of-the-patient"
    severity: ClassVar[Severity] = "note"

    def check(self, reading: Reading) -> Iterator[Finding]:
        """A finding at the first mention of each place: a warning at the patient's home, a note at a hospital or where
        the home is a city of a million people."""
        seen: dict[re.Pattern[str], list[str]] = {}
        if is_of_an_animal(reading):
            return
        said = reading.once(vocabulary)
        patterns = [(pattern, signs) for pattern, named, signs in _PATTERNS if not named.isdisjoint(said)]
        for number, (section, block) in enumerate(reading.blocks) if patterns else ():
            if not tells_of_the_patient(section.role) or block.kind not in ("paragraph", "item", "table"):
                continue
            for pattern, signs in patterns:
                if not any(sign in block.text for sign in signs):
                    continue
                if pattern is _FROM and not _CAME.search(block.text):
                    continue
                for match in pattern.finditer(block.text):
                    place = match["place"] if pattern in (_HOME, _FROM) else match[0]
                    known = seen.setdefault(_FROM if pattern is _HOME else pattern, [])
                    if any(place in each or each in place for each in known) or _is_wide(place):
                        continue
                    known.append(place)
                    at_home = pattern in (_HOME, _FROM)
                    behind = block.text[match.end() : match.end() + 40]
                    if at_home and (_is_region(place, behind) or _PEOPLE_BEHIND.match(behind)):
                        continue
                    told = pattern in (_STREET, _FROM) or (pattern is _HOME and _LIVES.match(match[0]))
                    told = told and not (at_home and place in cities())
                    severity: Severity = "warning" if told else "note"
                    message = f"`{place}` is named in the text about the patient"
                    hint = "name the kind of place instead: `a regional hospital`"
                    yield found(self, reading, matched(number, match), message, hint, severity=severity)
