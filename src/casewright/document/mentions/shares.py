"""Counts with their whole, and percentages: `7 of 31 (22.6%)`, `22.6% (7/31)`, `7 patients (22.6%)`, `95.3%`."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from casewright.document.mentions.model import ShareMention
from casewright.document.mentions.stretch import Stretch
from casewright.document.mentions.wordset import words
from casewright.patterns import lazily
from casewright.quantity.model import Number
from casewright.quantity.number import number_from_words

if TYPE_CHECKING:
    from casewright.document.reading import Reading

_WORD = (
    r"[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Ee]leven"
    r"|[Tt]welve|[Tt]hirteen"
    r"|[Ff]ourteen|[Ff]ifteen|[Ss]ixteen|[Ss]eventeen|[Ee]ighteen|[Nn]ineteen"
    r"|[Tt]wenty(?:-[a-z]{3,5})?|[Tt]hirty(?:-[a-z]{3,5})?"
)
_BEGUN = (  # how each of them begins: at most other words no more is looked at
    "[Oo]ne|[Tt](?:w[oe]|h(?:ree|ir)|en)|[Ff](?:our|i[fv])|[Ss](?:ix|even)|[Ee](?:ight|leven)|[Nn]ine"
)
_COUNT = rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d{{1,7}}|{_WORD})"
_PERCENT = r"\d{1,3}(?:\.\d+)?"
_FREE = r"(?<![\w.,/–-])"
_NUMBER_WORDS = words(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen twenty thirty"
)
_PEOPLE = (
    r"(?:patients?|cases?|subjects|women|men|children|individuals|participants|infants|eyes"
    r"|specimens|samples|tumou?rs|lesions|nodes|lymph nodes|reports"
    r"|donors|recipients|adults|people|persons|animals|isolates|pregnancies|babies|neonates"
    r"|females|males|studies)"
)
_SHARED_WORDS = frozenset(
    ("percent", "cent", *re.findall(r"[a-z]{3,}", _PEOPLE.replace("s?", "s").replace("u?", "")))
)
_NOUNS = r"(?:(?: [a-z][a-z-]*| [A-Z][\w-]*(?= [a-zA-Z(])){0,4})"  # `9 of the 14 Swansea criteria`
_SHARE = lazily(
    # 7 of 31 patients (22.6%)
    rf"{_FREE}(?=\d|{_BEGUN})(?:(?P<k1>{_COUNT})(?:\s?\((?P<p0>{_PERCENT})\s?%\))?(?: {_PEOPLE})? (?:of|out of"
    rf"|among|in)(?: the| a total of| all| these| our| those)* (?P<n1>{_COUNT})(?![\w.,/–-]*\d)"
    rf"(?P<nouns>{_NOUNS})(?:(?:,? ?[(\[]|[,;] (?=[\d.]+\s?%\)))(?P<p1>{_PERCENT})\s?%[)\],;])?"
    # 7/31 (22.6%), or 7/31 patients
    rf"|(?P<k2>\d{{1,6}})\s?/\s?(?P<n2>\d{{1,6}})(?![\d/.]*\d|\s?mm"
    rf"|\s?[a-zA-Zμµ]*[/(]?[a-z]?[Hh]g)(?:{_NOUNS}(?:[,;]? ?[(\[]|[;,] )(?P<p2>{_PERCENT})\s?%"
    rf"|(?= {_PEOPLE}\b))"
    # 22.6% (7/31), 22.6% (7 of 31 patients), 22.6% (n = 7)
    rf"|(?P<p3>{_PERCENT})\s?%{_NOUNS} ?[(\[](?:(?:n ?= ?)?(?P<k3>\d{{1,6}}|(?:{_WORD})(?= (?:of|out))) ?(?:/|of"
    rf"|out of) ?(?P<n3>\d{{1,6}}|{_WORD})|n ?= ?(?P<k4>\d{{1,6}}))(?=[^\d%][^()]{{0,40}}[)\]]|[)\]])"
    # 7 patients (22.6%), 7 (22.6%) patients
    rf"|(?P<k5>{_COUNT})(?: [a-z-]+){{0,2}}? {_PEOPLE}(?: [a-z]+){{0,2}}"
    rf" ?[(\[](?P<p5>{_PERCENT})\s?%(?=[)\],;])"
    rf"|(?P<k6>{_COUNT}) ?\((?P<p6>{_PERCENT})\s?%\)(?= {_PEOPLE}\b)"
    # 22.6%
    rf"|(?P<p7>{_PERCENT})\s?(?:%|percent\b|per cent\b)(?! ?(?:[-–—~]|to) ?\d))"
)
_IN_A_YEAR = lazily(r" in (?:the )?(?:1[89]|20)\d\d\b(?!,)")
_BEFORE_RANGE = lazily(r"\d%? ?(?:[-–—~]|to) ?\Z")
_OF = lazily(
    r" ?(?:\([^()]*\) )?(?:of|in|among) (?:the |all |these |our |its |his |her |a |an"
    r" )*(?P<of>[a-z-]+(?: [a-z-]+)?)"
)


def find_shares(reading: Reading) -> tuple[ShareMention, ...]:
    """Every count with a whole, and every single percentage that is not the value of an analyte."""
    taken = {(m.block, m.start) for m in reading.quantities if m.measure}
    return tuple(
        mention
        for stretch in reading.stretches
        if _may_tell(stretch)
        for match in _SHARE.finditer(stretch.text)
        if (mention := _mention(stretch, match, taken)) is not None
    )


def _may_tell(stretch: Stretch) -> bool:
    """Whether a number may stand there, and of what it is a share."""
    if not stretch.has_digits and stretch.words.isdisjoint(_NUMBER_WORDS):
        return False
    return "%" in stretch.text or not stretch.words.isdisjoint(_SHARED_WORDS)


def _mention(stretch: Stretch, match: re.Match[str], taken: set[tuple[int, int]]) -> ShareMention | None:
    found = {name: value for name, value in match.groupdict().items() if value is not None}
    part, whole, percent = (
        next(
            (_number(value) for name, value in found.items() if name[0] == letter and name[1:].isdigit()),
            None,
        )
        for letter in "knp"
    )
    start, end = match.span()
    if "nouns" in found and "p1" not in found:
        end = match.end("n1")
    if stretch.text[end : end + 1] in (")", "]") and ("(" in match[0] or "[" in match[0]):
        end += 1
    if (stretch.sentence.block, stretch.offset + start) in taken or not _holds(
        stretch.text, match, part, whole, percent
    ):
        return None
    of = _OF.match(stretch.text, end)
    return ShareMention(
        block=stretch.sentence.block,
        start=stretch.offset + start,
        end=stretch.offset + end,
        sentence=stretch.sentence.index,
        text=stretch.text[start:end],
        role=stretch.section.role,
        subject=stretch.whose.at(start, end),
        part=part,
        whole=whole,
        percent=percent,
        of=of["of"] if of is not None else found.get("nouns", "").strip(),
    )


def _holds(
    text: str, match: re.Match[str], part: Number | None, whole: Number | None, percent: Number | None
) -> bool:
    """Whether what matched can be a share at all: `2 of 3 lesions`, but not `one of 12 nerves` read from a list."""
    if percent is None and whole is not None and part is not None:
        noun = (match["nouns"] or "").split()
        people = bool(noun) and re.search(rf"\b{_PEOPLE}\b", match["nouns"]) is not None
        if match["k2"] is None and not people:
            return False
        in_a_year = _IN_A_YEAR.search(match[0]) is not None
        return part.value <= whole.value and not in_a_year
    if part is None and _BEFORE_RANGE.search(text, 0, match.start()):
        return False
    if part is not None and whole is not None and part.value > whole.value:
        return False
    return percent is None or percent.value <= 1000


def _number(text: str) -> Number:
    digits = text.replace(",", "")
    if digits[0].isdigit():
        return Number(text, Decimal(digits))
    return number_from_words(text) or Number(text, Decimal(0))
