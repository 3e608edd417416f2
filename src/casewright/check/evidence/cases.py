"""How many patients a report tells of: what is said of one of them does not contradict what is said of another."""

from __future__ import annotations

import re

from casewright.check.evidence.around import stretches_with
from casewright.check.evidence.parts import part_kind
from casewright.document.model import Section
from casewright.document.reading import Reading
from casewright.patterns import lazily

_MANY = r"(?:two|three|four|five|six|seven|eight|nine|ten|\d{1,2})"
_CASES = r"(?:cases|patients|brothers|sisters|siblings|twins|infants|children|women|men|girls|boys)"
_HEADED = lazily(  # but `2. Case presentation` is the second section of one
    r"(?:case|patient|observation|history)[\s-]*(?:no\.?\s*|#\s*)?(?:2|ii|two|b)\b"
    r"|2\s?[:.)]\s(?!(?:the )?(?:case|patient|presentation|report|method|material|result|discussion|clinical)s?\b)"
)
_TITLED = lazily(  # of a title: `three cases`, and `cases` where it does not name one besides
    r"\b(?:two|three|four|five|six|seven|\d+) (?:\w+ )?cases\b|\A(?!.*\b(?:case report|case of|in an? )).*\bcases\b",
    re.IGNORECASE | re.DOTALL,
)
_NUMBERED = lazily(
    r"\b(?:[Cc]ase|[Pp]atient|[Oo]bservation|[Hh]istory|CASE|PATIENT)[ -]?(?:[Nn][o°]?\.? ?o? ?|[Nn]umber |#)?"
    r"(?:2|II|B|two)\b(?![.,]\d|%|\s?(?:hours?|days?|weeks?|months?|years?|h|d|mg|mm|cm|mL)\b)"
    r"|\b(?:[Ss]econd|2\s?nd) (?:case|patient)\b|\bP2\b,? (?:was|had|is|has|presented)\b"
    r"|\b[Oo]ne of them (?:was|had|is|has|presented)\b"
    r"|\b(?:[Tt]he|[Oo]ur) (?:first|third|other|former|latter) (?:case|patient)"
    r"(?:, an? \d|,? (?:was|is|had|presented|involve[sd]|concern(?:s|ed))\b"
    r"(?! (?:\w+ )?(?:reported|described|published)))"
    r"|\b[Oo]ne (?:case|patient|was|had)\b[^.;]{0,150}[ ,]the other (?:one )?(?:was|is|had|an?|case|patient)\b"
    rf"|\b(?:[Bb]oth|(?:[Oo]ur|[Tt]he|[Tt]hese) {_MANY}) (?:patients|cases)\b"
    r"|\b[Tt]he patients were\b"
    r"|\bA \d{1,2}-year-old (?:\w+ )?(?:man|woman|boy|girl), (?:her|his) (?:husband|wife|brother|sister|son|daughter)\b"
    rf"|\b(?:report|present|describe)(?:s|ed)? (?:here |on |the )*{_MANY} (?:[\w-]+ ){{0,4}}{_CASES}\b"
)
_RUN_IN = lazily(r"(?:\A|\n|[.:] )(?:Case|CASE|Patient|PATIENT)[ -](?:2|II) ?[:.,]\s")
_SIGNS = (  # one of these every match of `_NUMBERED` has; a plain search is ten times as fast
    "ase 2", "ase II", "ase B", "ase two", "ase N", "ase n", "ase #", "ase#", "ASE 2", "ASE II", "atient 2",
    "atient II", "atient B", "atient two", "atient N", "atient n", "atient #", "atient#", "ATIENT", "bservation",
    "ase-2", "ase-II", "ase-B", "atient-2", "atient-II", "atient-B", "irst case", "irst patient", "hird case",
    "hird patient", "e other ", "r other ", "former ", "latter ", "istory 2", "istory II",
    "istory n", "istory N", "econd case", "econd patient", "2nd ", "2 nd ", "P2",
    "ne of them", " patients", " cases", "man, her", "man, his", "boy, her", "boy, his", "girl, her", "girl, his",
    "rothers", "isters", "iblings", "wins", "nfants", "hildren", " women", " men ", " girls", " boys",
)  # fmt: skip
# A patient is brought in with the article of what is not known yet: `A 6-year-old boy presented with ...`.
_BROUGHT_IN = lazily(
    r"(?P<how>(?:\A|[.:;!?)]\s|\b\d\s)\s*(?:(?:this|he|she|it) (?:is|was|'s|’s) |mr?s?\.? [\w.]{1,12}, )?an?"
    r"|\banother|\ba)\s"
    r"(?:\w+ ){0,2}?(?P<age>\d{1,3}|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)?-?[a-z]{3,9})"
    r"[\s-]?(?P<unit>year|month|week|day)s?[\s-]old,?\s(?:[\w-]+,?\s){0,4}?"
    r"(?:man|woman|male|female|boy|girl|lady|gentleman|infant|child|newborn|neonate|baby|patient)\b"
    r"(?!\s(?:donor|partner))",
    re.IGNORECASE,
)
_ELSEWHERE = lazily(
    r"\bet al\b|\bliterature\b|\b(?:reported|described|published) (?:by|in|a)\b|\bdonor\b|\bborn to\b"
)


def cases_told(reading: Reading) -> int:
    """How many patients the report tells of, as far as headings, titles and the telling itself say: 1 or more (2)."""
    sections = reading.document.sections
    if any(_announces(section) for section in sections) or any(_numbers(section) for section in sections):
        return 2
    return 2 if len(_introduced(reading)) > 1 else 1


def _announces(section: Section) -> bool:
    """Whether the heading of a section, or the title of the report, is that of several cases."""
    if _HEADED.match(section.title.lower()):
        return True
    return section.role == "title" and _TITLED.search(section.text) is not None


def _numbers(section: Section) -> bool:
    """Whether the words of the case number its patients, or speak of several."""
    if part_kind(section.role) != "body":
        return part_kind(section.role) == "echo" and _RUN_IN.search(section.text) is not None
    text = section.text
    return any(sign in text for sign in _SIGNS) and _NUMBERED.search(text) is not None


def _introduced(reading: Reading) -> set[tuple[str, str]]:
    """The ages with which the case brings in its patients, each at the head of a sentence or beside another."""
    found: set[tuple[str, str]] = set()
    for stretch in stretches_with(reading, frozenset(("old",))):
        if part_kind(stretch.section.role) != "body":
            continue
        if stretch.block.kind == "legend" or _ELSEWHERE.search(stretch.text):
            continue
        people = list(_BROUGHT_IN.finditer(stretch.text))
        listed = len({each["age"].lower() for each in people}) > 1
        found |= {
            (each["age"].lower(), each["unit"].lower())
            for each in people
            if listed or each["how"].lower() != "a" or each.start() == 0
        }
        if any(each["how"].lower() == "another" for each in people):
            found.add(("", "another"))
    return found
