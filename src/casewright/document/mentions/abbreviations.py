"""Abbreviations: pairs of a short and a long form, and the uses of short forms.

A pair stands at a bracket, `spinal cord metastasis (SCM)` or `SCM (spinal cord metastasis)`, or in a list,
`SCM: Spinal cord metastasis; ...`, if only with blanks between. Whether the letters of one spell the other is decided
in `spelling`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from casewright.document.mentions.model import AbbreviationMention
from casewright.document.mentions.spelling import long_form_before, spells
from casewright.patterns import lazily

if TYPE_CHECKING:
    from casewright.document.reading import Reading

_BRACKET = lazily(r"[(\[]([^()\[\]]{2,90})[)\]]")
_TOKEN = lazily(r"[A-Za-z0-9Α-Ωα-ω]+(?:[-/&][A-Za-z0-9Α-Ωα-ω]+)*")
_SIGN = lazily(r"[A-Z](?:(?<=[A-Za-z0-9α-ω][A-Z])|(?=[-/&][A-Za-z0-9]))")
_SHORT = lazily(r"[A-Za-z0-9Α-Ωα-ω][A-Za-z0-9Α-Ωα-ω/&.+-]{0,10}[A-Za-z0-9Α-Ωα-ω+]")
_SHORT_END = lazily(r"[”\"'’]?(?:[,;)\]]|:(?!\s?\d)|\Z| or | [=<>]| \d(?!\d* [A-Z]{2,4} \d))")
_SHORT_BEFORE = lazily(_SHORT.pattern + r"(?= $|$)")
_LISTED = lazily(
    r"(?:^|(?<=[;.] )|(?<=, )|(?<=: )|(?<=; ))(" + _SHORT.pattern + r")"
    r"(?: ?[:=–] ?|, | )([A-Za-z][^;:.=()]{3,90}?)(?=[;.,)]|$)"
)
# What a list has, `SCM: spinal`, or `; SCM, spinal` and `, SCM spinal cord metastasis, MRI magnetic`.
_SET_APART = lazily(r"[:=](?:(?<=[A-Z0-9].)|(?<=[A-Z0-9] .)) ?[A-Za-z]")
_IN_A_ROW = lazily(
    r"[,;] (?=[A-Z]{2})(?:(?<=; )[A-Z]{2,8}, |[A-Z]{2,8} [a-z][^,;.]{3,60}[,;] [A-Z]{2,8} [a-z])"
)
_RUN = lazily(  # `CC: collagenous colitis LC: lymphocytic colitis`, with nothing between its entries
    r"(?:^|(?<= ))([A-Z][A-Za-z0-9-]{1,9}): ([a-z][^:;.=()]{3,80}?)(?= [A-Z][A-Za-z0-9-]{1,9}: [a-z]|\.?$)"
)
_CITED = lazily(r"\[[\d,–-]{1,12}\]\s?$")  # a citation between the long form and the bracket
_AS_BEFORE = lazily(r"\b(?:respectively|collectively|approximately)$")  # what no short form stands for
_BEFORE = 160  # characters looked at before a bracket: no long form is longer

Use = tuple[int, int, str]  # start and end of a short form, the short form
Found = tuple[int, int, str, str]  # the same, and the long form


def find_abbreviations(reading: Reading) -> tuple[AbbreviationMention, ...]:
    """Every definition (`long` is set) and every use (`long` is empty) of a short form, in reading order.

    Uses are the tokens that look like abbreviations, whether or not they are defined anywhere.
    """
    mentions: list[AbbreviationMention] = []
    for number, (section, block) in enumerate(reading.blocks):
        if block.kind == "reference" or section.role in ("references", "authors"):
            continue
        uses = list(_uses(block.text))
        found = {start: (start, end, short, "") for start, end, short in uses}
        found |= {pair[0]: pair for pair in _pairs(block.text, uses)}
        for start, end, short, long in sorted(found.values()):
            mentions.append(
                AbbreviationMention(
                    block=number,
                    start=start,
                    end=end,
                    sentence=reading.sentence_at(number, start),
                    text=block.text[start:end],
                    role=section.role,
                    short=short,
                    long=long,
                )
            )
    return tuple(mentions)


@lru_cache(maxsize=8192)
def is_short_form(token: str) -> bool:
    """Whether a token looks like an abbreviation: not a word, a number, a unit or a numeral."""
    capitals = sum(map(str.isupper, token))
    if not capitals or not 2 <= len(token) <= 12:
        return False
    return capitals >= 2 or (
        capitals == 1 and (len(token) <= 3 or not token[0].isupper() or token[-1].isdigit())
    )


def singular(token: str) -> str:
    """The short form without the s of its plural or a plus: `GISTs` is GIST, `CD8+` is CD8, `AIDS` stays."""
    token = token.rstrip("+")
    return token[:-1] if len(token) > 2 and token[-1] == "s" and token[-2].isupper() else token


def _pairs(text: str, uses: list[Use]) -> Iterator[Found]:
    taken: set[int] = set()
    for bracket in _BRACKET.finditer(text):
        for found in (_defined_in(text, bracket), _defined_before(text, bracket)):
            if found:
                taken.add(found[0])
                yield found
                break
    if _may_list(text, uses):
        for listed in chain(_LISTED.finditer(text), _RUN.finditer(text)):
            if (
                listed.start(1) not in taken
                and is_short_form(listed[1])
                and spells(listed[1], listed[2].strip())
            ):
                yield listed.start(1), listed.end(1), singular(listed[1]), listed[2].strip()


def _may_list(text: str, uses: list[Use]) -> bool:
    """Whether a list of short forms, each with its long form, may stand in a text of these uses."""
    if (":" in text or "=" in text) and _SET_APART.search(text):
        return True
    behind = any(text.startswith((", ", "; "), start - 2) for start, _, _ in uses if start > 1)
    return behind and _IN_A_ROW.search(text) is not None


def _defined_in(text: str, bracket: re.Match[str]) -> Found | None:
    """`long form (SF)`, `long form (SF; more)`, `long form ("SF")`."""
    short = _SHORT.match(text, bracket.start(1) + (text[bracket.start(1)] in "“\"'‘"))
    if short is None or not is_short_form(short[0]) or not _SHORT_END.match(text, short.end()):
        return None
    before = text[max(0, bracket.start() - _BEFORE) : bracket.start()]
    before = _CITED.sub("", before).rstrip()
    if _AS_BEFORE.search(before):  # `89 mg/dL and 2.2 mg/dL, respectively (RV: 15-40 mg/dL)`
        return None
    long = long_form_before(short[0], before)
    return (short.start(), short.end(), singular(short[0]), long) if long else None


def _defined_before(text: str, bracket: re.Match[str]) -> Found | None:
    """`SF (long form)`."""
    before = _SHORT_BEFORE.search(text, max(0, bracket.start() - 14), bracket.start())
    if before is None or not is_short_form(before[0]):
        return None
    long = re.split(r"[;,:=]", bracket[1])[0].strip()
    if not re.search(r"[a-z]{3}", long) or not spells(before[0], long):
        return None
    start = before.start()
    if start > 0 and (text[start - 1].isalnum() or text[start - 1] in "-/"):
        return None
    return start, before.end(), singular(before[0]), long


def _uses(text: str) -> Iterator[Use]:
    """The tokens that look like short forms: found by two signs that words do not have, then taken whole."""
    last = 0
    for sign in _SIGN.finditer(text):
        if sign.start() < last:
            continue
        start = sign.start()
        while start > last and (text[start - 1].isalnum() or text[start - 1] in "-/&"):
            start -= 1
        token = _TOKEN.search(text, start)
        if token is None:
            return
        last = token.end()
        if token.end() > sign.start() and is_short_form(token[0]):
            yield token.start(), token.end(), singular(token[0])
