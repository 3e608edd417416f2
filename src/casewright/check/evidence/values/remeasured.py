"""Things whose figure is told, and told again behind a word of change: sizes, scores and demands without an analyte.

The thing is known by its words: `the mass was 4 cm ... the mass had grown to 6 cm`, `CDAI was 261 ... it fell to 120`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from casewright.check.evidence.text.parts import of_patient, part_at
from casewright.check.evidence.text.passage import Passage, scan_near
from casewright.check.evidence.values.changes import DOWN, UP, is_before
from casewright.document.mentions.wordset import words
from casewright.document.reading import Reading
from casewright.patterns import lazily
from casewright.quantity.analytes import ANALYTES

_N = r"\d{1,3}(?:,\d{3})+(?!\d)|\d{1,5}(?:\.\d+)?"
_UNIT = (
    r"%|[cm]m(?!\s?H)\b|cm\s?H2O\b|[Ll]/min\b|g/(?:day|d)\b|(?:[kmµμ]?[UIgu]{1,2}|[pn]g|[mµμn]mol)/(?:dL|mL|ml|L|l)\b"
    r"|points?\b|mL\b|ml\b"
)
_OTHER_UNIT = r"k?g\b|[mµμ]g\b|hours?\b|days?\b|weeks?\b|months?\b|years?\b|times\b|fold\b"
_ABOUT = r"(?:up |down )?to (?:about |approximately |around |only |a (?:score|size|diameter) of |as (?:high|low) as )?"
_SIGN = lazily(
    r"to (?:about |approximately |around |only |a (?:score|size|diameter) of |as (?:high|low) as )?\d"
    r"|measur(?:ed|ing|es) (?:about |approximately |only )?\d"
)
_STARTS = ("to ", "measur")
_CHANGED = lazily(
    r"(?:\b(?:had|has|have|was|were|is|been|also|then|again|further|subsequently|significantly|progressively|gradually"
    r"|slightly|markedly|slowly|rapidly|later) )*"
    rf"\b(?:(?:(?P<up>{UP})|(?P<down>{DOWN}))\b(?: (?!from\b|by\b|to\b)[a-z-]+){{0,3}}? {_ABOUT}"
    r"|(?:(?P<larger>larger|bigger|enlarged|grown|increased)|(?P<smaller>smaller|shrunk|shrunken|regressed|decreased))"
    r"(?: in (?:size|diameter))?(?:,| and| and now|, now) (?:measur(?:ed|ing|es)|with a (?:size|diameter) of)"
    r" (?:about |approximately |only )?)"
    rf"(?P<n>{_N})(?:\s?(?P<u>{_UNIT})|(?!\sand\s\d))?(?![\w/]|[.,]\d|\s?[×x%–-]|\s(?:to|or|by|of|out)\s\d)"
)
_NAME = lazily(r"(?:[A-Za-z][\w-]*(?: \d+-\d+)? ){0,3}(?:[A-Za-z][\w-]*|CA \d+-\d+)\s?\Z")
_SCORED = lazily(r"score\Z|index\Z|scale\Z|titers?\Z|titres?\Z|[A-Z][A-Za-z0-9-]*[A-Z0-9][0-9]*\Z")
_LITTLE = words(
    "the a an his her its this that these their and of which both in at with after for then when was were is had has"
    " our on by from to later patient repeat maximum maximal overall total mean size diameter"
)
_LEVEL = words("level levels concentration concentrations value values")
_ITSELF = frozenset(["it", "which", "this", "that"])
_OTHERS = lazily(  # another course, another state, another thing
    r"(?i:again|recur|relaps|resect|remov|operat|withdr|stopp|discontin|worsen|deteriorat|exacerb|flare|progress|second|another"
    r"|previous|usual|normal|target|goal|\bother\b|movement|rest\b|exerc|contralat|\bwidth|\bheight|\blength|depth|thickness"
    r"|repair|excis|drain|fell|falls?\b|drop|rose|rise|rising|increas|decreas|reduc|declin|improv|shr[aiu]nk|grew|enlarg)"
)
_ACROSS = 600  # characters between the two
_LENGTHS = ("cm", "mm")


class Again(NamedTuple):
    """A thing that is said to have come to a figure by a word of change, and the figure told of it before."""

    name: str
    word: str
    before: Passage
    after: Passage
    figures: tuple[str, str]


def changed_against(reading: Reading) -> Iterator[Again]:
    """The things that rose to a figure that is not more than the one before, or fell to one that is not less."""
    for passage, match in scan_near(reading, _SIGN, _CHANGED, 90, 24, starts=_STARTS):
        upward = (match["up"] or match["larger"]) is not None
        unit = _unit(match["u"])
        if part_at(reading, passage.block) != "body" or _is_known(reading, passage, match.start("n")):
            continue
        sentence = reading.sentence_at(passage.block, match.start("n"))
        start = reading.sentences[sentence].start
        if is_before(match.string[max(start, match.start() - 60) : match.start("n")]):
            continue
        name = _named(match.string[max(start, match.start() - 60) : match.start()])
        if name is None or not of_patient(reading, sentence, match.start("n")):
            continue
        told = _before(match.string, start, match.start(), name, match["u"] or "", unit)
        if told is None or _is_known(reading, passage, told[0]):
            continue
        before = match.string[told[0] : told[1]]
        wrong = _less(match["n"], before) if upward else _less(before, match["n"])
        earlier = reading.sentence_at(passage.block, told[0])
        if wrong and of_patient(reading, earlier, told[0]):
            word = next(each for each in match.group("up", "down", "larger", "smaller") if each)
            yield Again(
                name, word, Passage(passage.block, *told), Passage(passage.block, match.start("n"), match.end()),
                (f"{before} {match['u'] or ''}".rstrip(), match.string[match.start("n") : match.end()]),
            )  # fmt: skip


def _less(one: str, other: str) -> bool:
    return Decimal(one.replace(",", "")) < Decimal(other.replace(",", ""))


def _unit(text: str | None) -> str:
    return "" if text is None or text.startswith("point") else text.replace(" ", "").lower()


def _is_known(reading: Reading, passage: Passage, start: int) -> bool:
    """Whether a figure is read as the value of an analyte, which is compared as such."""
    return (passage.block, start) in reading.once(_known)


def _known(reading: Reading) -> frozenset[tuple[int, int]]:
    return frozenset((each.block, each.start) for each in reading.quantities if each.measure in ANALYTES)


def _named(before: str) -> str | None:
    """The words by which a thing is named right before its word of change, without the little ones; `` for `it`."""
    match = _NAME.search(before)
    tokens = match[0].split() if match else []
    if tokens and tokens[-1].lower() in _ITSELF:
        return ""
    for number, token in reversed(list(enumerate(tokens))):
        if token.lower() in _LITTLE or token.lower() in _ITSELF or token.endswith(("ly", "ed")):
            tokens = tokens[number + 1 :]
            break
    while len(tokens) > 1 and tokens[-1].lower() in _LEVEL:
        tokens = tokens[:-1]
    return " ".join(tokens) or None


@cache
def _telling(name: str, symbol: str) -> re.Pattern[str]:
    """A thing with its figure in a unit: `mass of 4 cm`, `4-cm mass`."""
    unit = (
        rf"[\s-]?{re.escape(symbol)}(?![\w/])"
        if symbol
        else rf"(?:\s?points?\b|(?![\w/×]|[.,]\d|\s?(?:{_UNIT}|{_OTHER_UNIT})))"
    )
    behind = (
        rf"\b(?i:{re.escape(name)})s?\b[^.;\d]{{0,45}}?(?<![\w.,×-])(?P<n>{_N}){unit}(?!\s?[×x])"
        if name
        else "(?!)"
    )
    before = (
        rf"(?<![\w.,×-])(?P<m>{_N}){unit}(?:[ -](?!and\b|or\b|to\b)[a-z-]+){{0,3}} (?i:{re.escape(name)})\b"
        if name and symbol
        else "(?!)"
    )
    return re.compile(f"{behind}|{before}")


@cache
def _figure(symbol: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w.,×-])(?P<n>{_N})\s?-?{re.escape(symbol)}(?![\w/])")


def _before(text: str, start: int, end: int, name: str, symbol: str, unit: str) -> tuple[int, int] | None:
    """Where the figure stands that was told last of a thing before a sentence; none where another may be meant."""
    begin = max(0, start - _ACROSS)
    symbol = symbol if unit else ""
    if not name and not unit:
        return None
    if not unit and not _SCORED.search(name):
        return None
    alike = list(_figure(symbol).finditer(text, begin, end)) if unit else []
    if name:
        tellings = list(_telling(name, symbol).finditer(text, begin, end))
        if not tellings and unit in _LENGTHS and " " in name:
            return None
        told = tellings[-1] if tellings else None
        place = (told.span("n") if told["n"] else told.span("m")) if told else None
    else:
        place = alike[-1].span("n") if alike else None
    if place is None:
        return None
    if unit and any(each.start("n") > place[1] for each in alike):
        return None
    if unit in _LENGTHS or not name:
        sentence = max(text.rfind(". ", 0, place[0]) + 1, begin)
        if sum(1 for each in alike if each.start("n") >= sentence) != 1:
            return None
    return None if _OTHERS.search(text, place[1], end) else place
