"""Tests known by their names (`words/tests.psv`), each with whether it was positive, however the sentence is built.

A clause is written in signs, one for each word that counts: `HBsAg and anti-HCV were negative` is `T,TcN`. Which tests
a result is of is then a matter of the order of the signs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from casewright.check.evidence.telling.results import Result
from casewright.check.evidence.text.around import stretches_with
from casewright.check.evidence.text.parts import of_patient, part_at
from casewright.check.evidence.text.passage import Passage
from casewright.document.mentions.stretch import Stretch
from casewright.document.mentions.wordset import plain_words, words
from casewright.document.reading import Reading
from casewright.patterns import lazily

_TABLE = Path(__file__).parents[1] / "words" / "tests.psv"
_SAYING = words(
    "positive positivity reactive nonreactive negative negativity seropositive seronegative present absent absence"
    " detected detectable undetectable found identified demonstrated unremarkable normal no without elevated raised"
    " dipstick urinalysis seen observed"
)
_URINE = words("urine urinary urinalysis dipstick")
_PARTING = lazily(
    r";|:(?!\s?\d)|,? \b(?:but|while|whereas|although|though|however|which|because|since|despite|when"
    r"|after|before|until)\b"
)
_UNSURE = lazily(
    r"\b(?:if|whether|may|might|can|could|should|would|pending|exclude|ruled? out|except|apart from|other than|besides"
    r"|aside from|false(?:ly)?|repeat\w*|re-?test\w*|became|turned|convert\w*|sero-?conver\w*|cleared|clearance"
    r"|no longer|later|follow-?\s?up|subsequent\w*|previous\w*|prior|remained|persist\w*|patients|cases|vaccin\w*"
    r"|(?:rose|fell|decreased|increased) (?:from|to)|performed|not (?:done|available|tested)|unavailable|partner)\b"
)
# The signs of a clause: P and N are results, 0 denies what follows, c says that one is to come, o and comma list tests,
# f stands between without a meaning, x for any other word.
_SIGNS = (
    (
        "N",
        r"not (?:\w+ly )?(?:positive|reactive|detected|found|identified|present|demonstrated|detectable|seen|elevated"
        r"|raised|increased)|non-?\s?reactive|negativ(?:e|ity)|sero-?negative|absent|undetectable|unremarkable"
        r"|(?:with)?in (?:the )?normal (?:limits|range)|normal",
    ),
    (
        "P",
        r"(?:sero-?)?positiv(?:e|ity)|reactive|detected|detectable|present|demonstrated|identified"
        r"|found(?! to be)|seen|observed|elevated|raised|[1-4]\s?\+|\+{1,4}|(?<!<)(?<!< )1\s?:\s?\d{2,5}",
    ),
    ("0", r"no|without|absence of|lack of"),
    (
        "c",
        r"was|were|is|are|came back|returned|tested|proved|turned out|to be|found to be|reported as|had been|being",
    ),
    ("o", r"for|of|to|against"),
    (",", r",|/|and|or|nor|as well as|plus|including|such as|both|with"),
    (
        "f",
        r"the|an?|his|her|this|serum|blood|plasma|csf|cerebrospinal fluid|urine|urinalysis|dipstick|swabs?"
        r"|nasopharyngeal|sputum|stool|antibod(?:y|ies)|antigens?|tests?|testing|tit(?:er|re)s?|levels?|serolog(?:y|ical|ies)|assays?"
        r"|immuno-?histochem(?:istry|ical)|immuno-?stain(?:ing|s)?|stain(?:ing|s)?|in situ hybridi[sz]ation"
        r"|elisa|results?|ig[gma]|pcr|rt-?pcr|polymerase chain reaction|smears?|cultures?|screen(?:ing)?|panel|rapid"
        r"|auto-?antibod(?:y|ies)|all|also|both|strongly|weakly|highly|markedly|initially|showed|revealed|in|by|on"
        r"|specific|at|status|he|she|patient|anti|mutations?|gene|homogeneous|speckled",
    ),
)
_STAND_IN = "§"  # for a test, while its clause is written in signs
_BRACKET = lazily(r"\(([^()§]*)\)")
_ITEM = r"(?:[,fo]|T|(?<=[,f])x{1,3}(?=[,fcT]))"
_TO_RIGHT = lazily(rf"T(?=[,foT]*c?[fc]*(?P<said>[PN])|{_ITEM}*c[fc]*(?P<said2>[PN]))")
_TO_LEFT = lazily(r"(?P<said>[PN0])f*o?f*(?P<tests>T(?:[,fo]*T)*)")
_WAYS = words(
    "igm igg antibody antibodies antigen culture cultures smear smears pcr polymerase immunohistochemistry"
    " immunohistochemical immunostaining immunostain hybridization hybridisation"
)
_WAY_OF = {
    "antibodies": "antibody", "cultures": "culture", "smears": "smear", "polymerase": "pcr",
    "immunohistochemical": "immunohistochemistry", "immunostaining": "immunohistochemistry",
    "immunostain": "immunohistochemistry", "hybridisation": "hybridization",
}  # fmt: skip
_SPECIMENS = {
    "csf": "csf", "cerebrospinal": "csf", "serum": "serum", "blood": "serum", "plasma": "serum", "urine": "urine",
    "sputum": "sputum", "stool": "stool", "pleural": "effusion", "ascitic": "effusion", "vitreous": "eye",
    "aqueous": "eye", "tissue": "tissue", "biopsy": "tissue", "lavage": "lavage",
}  # fmt: skip


class _Test(NamedTuple):
    """A row of the table; `ways` where it is sought in several."""

    name: str
    pattern: str
    whole: str
    ways: bool
    urine: bool


@cache
def _tests() -> dict[str, list[_Test]]:
    """The tests by the words of which a sentence has one."""
    found: dict[str, list[_Test]] = {}
    for line in _TABLE.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            name, needs, pattern, *more = (cell.strip() for cell in line.split(" | "))
            more += ["", ""]
            test = _Test(
                name.rstrip("?"), pattern, more[0].strip("-"), name.endswith("?"), more[1] == "urine"
            )
            for need in needs.split():
                found.setdefault(need, []).append(test)
    return found


@cache
def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{text})(?![\w])")


@cache
def _sign_pattern() -> re.Pattern[str]:
    said = "|".join(f"(?P<s{number}>{those})" for number, (_, those) in enumerate(_SIGNS))
    return re.compile(rf"(?<![\w+])(?:{said})(?![\w])|(?P<T>{_STAND_IN})|(?P<x>\w[\w.-]*)")


class _Found(NamedTuple):
    """A test where it is named."""

    start: int
    end: int
    test: _Test


def named_tests(reading: Reading) -> Iterator[Result]:
    """Every such test with its result, in reading order."""
    tests = _tests()
    for stretch in stretches_with(reading, frozenset(tests)):
        if stretch.block.kind in ("heading", "table") or stretch.words.isdisjoint(_SAYING):
            continue
        known = {
            test: None
            for need in stretch.words & tests.keys()
            for test in tests[need]
            if not test.urine or not stretch.words.isdisjoint(_URINE)
        }
        if known:
            yield from _in_stretch(reading, stretch, list(known))


def _in_stretch(reading: Reading, stretch: Stretch, tests: list[_Test]) -> Iterator[Result]:
    lower, start = stretch.lower, 0
    for end in (*(match.start() for match in _PARTING.finditer(lower)), len(lower)):
        told = _places(lower, start, end, tests) if end > start else []
        if told and not _UNSURE.search(lower, start, end):
            clause = lower[start:end]
            for each, positive in _said(lower, start, end, told):
                yield from _results(reading, stretch, each, positive, clause)
        start = end


def _places(lower: str, start: int, end: int, tests: list[_Test]) -> list[_Found]:
    """The tests that a clause names, none within another."""
    every = sorted(
        (
            _Found(*match.span(), test)
            for test in tests
            for match in _pattern(test.pattern).finditer(lower, start, end)
        ),
        key=lambda each: (each.start, -each.end),
    )
    told: list[_Found] = []
    for each in every:
        if not told or each.start >= told[-1].end:
            told.append(each)
    return told


def _said(lower: str, start: int, end: int, told: list[_Found]) -> Iterator[tuple[_Found, bool]]:
    """The tests of a clause of which it says the result."""
    pieces: list[str] = []
    for each in told:
        pieces += [lower[start : each.start], _STAND_IN]
        start = each.end
    clause = _BRACKET.sub(_kept, f"{''.join(pieces)}{lower[start:end]}")
    signs = "".join(map(_sign, _sign_pattern().finditer(clause)))
    said: dict[int, bool] = {}
    for match in _TO_LEFT.finditer(signs):
        first = signs.count("T", 0, match.start("tests"))
        for number in range(first, first + match["tests"].count("T")):
            said[number] = match["said"] == "P"
    for match in _TO_RIGHT.finditer(signs):
        said.setdefault(signs.count("T", 0, match.start()), (match["said"] or match["said2"]) == "P")
    for number, positive in sorted(said.items()):
        yield told[number], positive


def _kept(match: re.Match[str]) -> str:
    """What of a bracket counts: a result, no figure."""
    first = _sign_pattern().match(match[1])
    return f" {match[1]} " if first is not None and first.lastgroup in ("s0", "s1") else " "


def _sign(match: re.Match[str]) -> str:
    group = match.lastgroup or ""
    return _SIGNS[int(group[1:])][0] if group.startswith("s") else group


def _results(
    reading: Reading, stretch: Stretch, each: _Found, positive: bool, clause: str
) -> Iterator[Result]:
    """The result of a test, and of those that share it: of the whole where a kind is positive, of each kind of none."""
    block, lower = stretch.sentence.block, stretch.lower
    place = Passage(block, stretch.offset + each.start, stretch.offset + each.end)
    ours, part = of_patient(reading, stretch.sentence.index, place.start), part_at(reading, block)
    said = frozenset(plain_words(clause))
    first, last = lower.rfind(",", 0, each.start), lower.find(",", each.end)
    item = plain_words(lower[first + 1 : last if last >= 0 else None])
    specimens = frozenset(_SPECIMENS[word] for word in item if word in _SPECIMENS)
    names = [
        each.test.name,
        *(_kinds().get(each.test.name, ()) if not positive else filter(None, [each.test.whole])),
    ]
    for name in names:
        ways = sorted({_WAY_OF.get(way, way) for way in said & _WAYS}) if each.test.ways else []
        yield Result(place, " ".join(["test", name, *ways]), positive, part, ours, specimens=specimens)


@cache
def _kinds() -> dict[str, list[str]]:
    """The kinds of each test that has some."""
    found: dict[str, list[str]] = {}
    for test in {test for tests in _tests().values() for test in tests}:
        if test.whole:
            found.setdefault(test.whole, []).append(test.name)
    return found
