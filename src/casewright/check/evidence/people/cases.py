"""How many patients a report tells of: what is said of one of them does not contradict what is said of another."""

from __future__ import annotations

import re

from casewright.check.evidence.text.around import stretches_with
from casewright.check.evidence.text.parts import part_kind
from casewright.document.headings import case_number
from casewright.document.mentions.wordset import words
from casewright.document.model import Section
from casewright.document.reading import Reading
from casewright.patterns import lazily

_MANY = r"(?:two|three|four|five|six|seven|eight|nine|ten|\d{1,2})"
_NOT_OURS = r"(?!(?:other |previous(?:ly)? |earlier )?(?:published|reported|previous|similar|literature)\b)"
_CASES = r"(?:cases|patients|brothers|sisters|siblings|twins|infants|children|women|men|girls|boys)"
_SECOND = lazily(  # but `2. Case presentation` is the second section of one
    r"2\s?[:.)]\s(?!(?:the )?(?:case|patient|presentation|report|method|material|result|discussion|clinical)s?\b)"
)
_TITLED = lazily(  # of a title: `three cases`, and `cases` where it does not name one besides
    rf"(?<!review of )(?<!review of the )\b(?:two|three|four|five|six|seven|\d+) {_NOT_OURS}(?:\w+ )?cases\b"
    r"|\A(?!.*\b(?:case report|case of|in an? )).*\bcases\b",
    re.IGNORECASE | re.DOTALL,
)
_TWO = lazily(  # what few words begin with; the word that it numbers is asked of its matches
    r"(?:2(?<!\w.)|I(?<!\w.)I|B(?<!\w.)|two(?<!\w...))"
    r"\b(?![.,]\d|%|\s?(?:hours?|days?|weeks?|months?|years?|h|d|mg|mm|cm|mL)\b)"
)
_NUMBERED = lazily(
    r"\b(?:[Cc]ase|[Pp]atient|[Oo]bservation|[Hh]istory|CASE|PATIENT)[ -]?(?:[Nn][o°]?\.? ?o? ?|[Nn]umber |#)?\Z"
)
_NUMBERED_FAR = 20  # characters that such a word has, with `number`, at most
_SEVERAL = lazily(
    r"\b(?:[Ss]econd|2\s?nd) (?:case|patient)\b|\bP2\b,? (?:was|had|is|has|presented)\b"
    r"|\b[Oo]ne of them (?:was|had|is|has|presented)\b"
    r"|\b(?:[Tt]he|[Oo]ur) (?:first|third|other|former|latter) (?:case|patient)"
    r"(?:, an? \d|,? (?:was|is|had|presented|involve[sd]|concern(?:s|ed))\b"
    r"(?! (?:\w+ )?(?:reported|described|published)))"
    r"|\b[Oo]ne (?:case|patient|was|had)\b[^.;]{0,150}[ ,]the other (?:one )?(?:was|is|had|an?|case|patient)\b"
    rf"|\b(?:[Bb]oth|(?:[Oo]ur|[Tt]he|[Tt]hese) {_MANY}) (?:patients|cases)\b"
    r"|\b[Tt]he patients were\b"
    r"|\b(?:a|an|the|this) (?:[\w-]+ ){0,4}couple\b(?! of\b)"
    r"|\bA \d{1,2}-year-old (?:\w+ )?(?:man|woman|boy|girl), (?:her|his) (?:husband|wife|brother|sister|son|daughter)\b"
    rf"|\b(?:report|present|describe)(?:s|ed)? (?:here |on |the )*{_MANY} {_NOT_OURS}(?:[\w-]+ ){{0,4}}{_CASES}\b"
)
_PEOPLE = words(  # a sentence that speaks of several has one of these, or one of the two below
    "them p cases patients couple brothers sisters siblings twins infants children women men girls boys husband wife"
    " brother sister son daughter"
)
_ORDINALS, _OF_WHICH = words("second nd first third other former latter"), words("case patient one")
_RUN_IN = lazily(r"(?:\A|\n|[.:] )(?:Case|CASE|Patient|PATIENT)[ -](?:2|II) ?[:.,]\s")
# A patient is brought in with the article of what is not known yet: `A 6-year-old boy presented with ...`.
_BROUGHT_IN = lazily(
    r"(?:\A|(?=[.:;!?)\da]))"  # with what it begins: at most places no more is looked at
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
    if any(map(_announces, sections)) or any(map(_numbers, sections)) or _speaks_of_several(reading):
        return 2
    return 2 if len(_introduced(reading)) > 1 else 1


def _announces(section: Section) -> bool:
    """Whether the heading of a section, or the title of the report, is that of several cases."""
    if case_number(section.title) == "2" or _SECOND.match(section.title.lower()):
        return True
    return section.role == "title" and _TITLED.search(section.text) is not None


def _numbers(section: Section) -> bool:
    """Whether the words of the case number its patients."""
    part = part_kind(section.role)
    text = section.text if part != "other" else ""
    if part == "echo":
        return _RUN_IN.search(text) is not None
    places = (match.start() for match in _TWO.finditer(text))
    return any(_NUMBERED.search(text, max(0, place - _NUMBERED_FAR), place) for place in places)


def _speaks_of_several(reading: Reading) -> bool:
    """Whether a sentence of the case speaks of several patients."""
    for stretch in stretches_with(reading, _PEOPLE | _ORDINALS):
        said = stretch.words
        if said.isdisjoint(_PEOPLE) and said.isdisjoint(_OF_WHICH):
            continue
        if part_kind(stretch.section.role) == "body" and _SEVERAL.search(stretch.text):
            return True
    return False


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
