"""Figures in free text: each number with its comparison, its unit and the numbers that belong to it.

This is the lenient sister of `casewright.quantity.parse`: it looks for quantities in running text, where powers are
flattened (`× 109/L`), thousands are parted by commas, points or spaces, and words stand around. The grammar is in
`docs/quantities.md`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from casewright.document.mentions.unitbehind import unit_behind
from casewright.patterns import lazily
from casewright.quantity.model import Comparison, Number, Quantity, Unit
from casewright.quantity.number import number_from_words
from casewright.quantity.units import find_unit


class Figure(NamedTuple):
    """A quantity at characters `start` to `end` of a text; `hyphened` where its unit is joined on (`2.8-cm`)."""

    start: int
    end: int
    quantity: Quantity
    hyphened: bool = False


_N = (
    r"(?:(?!0)\d{1,3}(?:,\d{2,3})*,\d{3}(?!\d)(?:\.\d+)?"  # 131,000 and 1,50,000
    r"|0,\d{1,4}(?![\d,])(?=\s?[a-zA-Zµμ%°])"  # nought has no thousands: its comma is a point
    r"|\d{1,3}(?:[\u00a0\u2009\u202f]\d{3})+(?![\d.])"  # 131 000 with a space that does not break
    r"|\d{1,3}(?: \d{3}){1,2}(?=\s?/[a-zµμ]|\s(?:cells|IU|copies|leukocytes|platelets"
    r"|eosinophils|neutrophils|lymphocytes)"
    r"|\s?[x×]\s?10)|\d{1,3}(?: 000){1,2}(?!\d|[ .]\d)"
    r"|\d{1,3},\d{1,2}(?=\s?(?:[x×X]\s?(?:10|\d{1,3},\d)|[°º]\s?C|%|(?:[kmµμnp]?g|[mµμnp]?mol|[mµμk]?I?U)/|[cm]m\b|kg\b|mm\s?Hg))"
    r"|\d+(?:[.·]\d+)?|\.\d+)"
)
_NUMBER = lazily(_N)
_EXPONENT = lazily(r"(?:[3-9]|1[0-2])\s?/\s?[a-zµμL]")
_DIGITS = lazily(r"\d+")
_COMPARE = lazily(
    r"(?:(?P<sign><\s?=|>\s?=|[<>≤≥~≈∼])\s?|\b(?P<word>less than|more than|greater than|fewer"
    r" than|at least|at most|up to"
    r"|under|over|below|above|approximately|about|around|nearly|almost|exceeding|roughly|circa|some) )\Z"
)
_COMPARE_ENDS = frozenset("<>=≤≥~≈∼ntoerwygaed")  # the last letters of what _COMPARE finds, spaces aside
_ENDS = ("", ")", "]", ",", ";")  # behind a number: neither a unit nor another number follows
_NOT_BEHIND = lazily(r"(?![xX]\d)[A-Za-z]{1,2}\d|(?:st|nd|rd|th)\b")
# `[2.2-2.6]`, `[135-145 mmol/L]`, `[121 mmol/L]`: no citation
_BRACKETED_VALUE = lazily(
    r"\d+\.\d+\s?[-–]\s?\d+\.\d"
    r"|\d[\d.,]*(?:\s?[-–]\s?\d+)?\s?(?:%|[a-zA-Zµμ]{1,5}/[a-zA-Zµμ]|[x×]\s?10|mm\s?Hg)"
)
GLUED = lazily(r"\b(?:BP|HR|RR|GCS)\Z")  # names that are printed with no space before their value: `BP150/90`
_HYPHENS = "-–‐‑−"
# A value behind a hyphen that stands for `is`, as in `HB-8.4 g/dL`: one with a unit that no name has.
_DASHED = lazily(
    r"(?:\d{1,3}(?:[.,]\d+)?|\d{4,6})(?:/\d{2,3})?\s?(?:%|(?:[mµμunp]?g|[mµμun]?mol|[mµμ]?I?U|mEq|cells)/(?:d|m|µ|μ|u)?[Ll]\b|/(?:c?mm|[µμu][Ll])"
    r"|mm\s?(?:of\s)?[Hh]g|/min|°\s?[CF]|g(?:ms?)?\s?%|[kKM]\s?/\s?(?:[µμu][Ll]|c?mm))"
)
_ONES = "one|two|three|four|five|six|seven|eight|nine"
_TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
NUMBER_WORDS = frozenset(f"{_ONES}|{_TEENS}|{_TENS}".split("|"))
_SPELLED = rf"(?:(?:{_TENS})(?:[- ](?:{_ONES}))?|{_TEENS}|{_ONES})(?: (?:hundred|thousand)\b)?"
_MEASURED = (
    r"(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|decades?|mm|cm|mg|g|kg|cent"
    r"|millimet\w+|centimet\w+|percent|units)\b"
)
# A number in words counts where a unit follows it; the first letter, of either case, is looked for first.
_WORDS = lazily(
    rf"\b(?=[1oOtTfFsSeEnN])(?P<number>(?i:{_SPELLED}))(?:(?:\sto\s|\sor\s|-to-"
    rf"|[-–])(?P<high>{_SPELLED}))?(?=[\s-]{_MEASURED})"
)
_TIMES = lazily(rf"\s?(?P<unit>[a-zμµ]{{1,3}})?\s?(?:[x×X*✕]|by(?= ))\s?(?P<number>{_N})(?!\s?[\^eE])")
_POWER_NEXT = lazily(
    r"\s?[x×X*✕·]\s?(?:1,?000\s?/|10\s?(?:[\^∧ˆ⌃＾]|\*\*|[eE]|[⁰¹²³⁴-⁹]|\(\d|(?:[3-9]|1[0-2])(?!\d)(?=\s?(?:/|per\b"
    r"|cells?\b|copies|[uµμ]?[lL]\b|mm3)|\s[uµμ]?[lL]\s?[-−⁻])))"
)
_BRACKETED = lazily(
    r"\s?[(\[](?:normal|reference|ref\.?|range|N)\b[^()\[\]]{1,50}[)\]]\s?(?=[a-zA-Zµμ%×])", re.IGNORECASE
)
_LABELLED = lazily(
    r"\b(?:Fig(?:ure)?s?|Tables?|Panels?|Videos?|Supplementary|fig(?:ure)?s?)\b[\s.(]{0,2}[\dA-Za-z,–\- ]*\Z"
)
_PLUSMINUS = lazily(rf"\s?(?:±|\+/-|\+/−|\+-)\s?(?P<number>{_N})")
_TO = lazily(
    rf"(?P<unit>\s?[^\s\d,;()\-–]{{1,8}})?\s?(?:[-–—−‐‑~]|\bto\b)\s?(?P<number>{_N})(?!\d|(?:st"
    r"|nd|rd|th)\b|-[a-z]+-\d)"
)
_CHANGED = lazily(
    r"\b(?:increas|decreas|rose|rising|fell|fall|drop|declin|improv|went|reduc|rais|chang"
    r"|progress|elevat|climb|normali[sz])\w*\b"
    r"[^.;]{0,40}\bfrom (?:about |approximately )?\Z"
)
_AND = lazily(rf"(?P<unit>\s?[^\s\d,;()\-–]{{1,8}})?\sand\s(?P<number>{_N})(?!\d|(?:st|nd|rd|th)\b)")
_OVER = lazily(r"\s?[/\\]\s?(?P<number>\d{1,4}(?:\.\d+)?)(?![\w.]*[/\d])")

# behind the feet of `5 feet, 10 inches`, `5 ft 10 in`, `5'10"`
_FEET_AND_INCHES = lazily(
    r"(?:\s?-?(?:feet|foot|ft)\b\.?,?\s?(?:and\s)?|\s?['′’]\s?)(?P<inches>(?:1[01]|\d)(?:\.\d{1,2})?)"
    r"\s?-?(?:inch(?:es)?\b|in\b\.?(?!\s(?!tall|and)[a-z])|[\"″”]|''|’’|′′)"
)
_SIGNS: dict[str, Comparison] = {"<": "<", ">": ">", "≤": "≤", "≥": "≥", "<=": "≤", ">=": "≥"}
_COMPARING: dict[str, Comparison] = {
    "less than": "<", "fewer than": "<", "under": "<", "below": "<", "more than": ">", "greater than": ">",
    "over": ">", "above": ">", "exceeding": ">", "at least": "≥", "at most": "≤", "up to": "≤",
}  # fmt: skip


def find_figures(text: str, spelled: bool = True) -> Iterator[Figure]:
    """Every figure of `text`, from left to right, none overlapping; without `spelled` only those in digits."""
    worded = list(_in_words(text)) if spelled else []
    end = 0
    for run in _DIGITS.finditer(text):
        start = run.start()
        if start < end:
            continue
        if start and not _begins(text, start):
            continue
        start -= text[start - 1 : start] == "." or _negative(text, start)
        match = _NUMBER.match(text, start + (text[start] in _HYPHENS))
        if match is None or _NOT_BEHIND.match(text, match.end()) or _is_power(text, match):
            continue
        figure = _figure(text, start, match)
        while worded and worded[0].start < figure.start:
            yield worded.pop(0)
        end = figure.end
        yield figure
    yield from worded


def _begins(text: str, start: int) -> bool:
    """Whether the digit at `start` begins a number: nothing runs into it, neither word nor citation nor decimal."""
    before = text[start - 1]
    if before == ".":
        return start == 1 or not (text[start - 2].isalnum() or text[start - 2] in ")]'”’\"%")
    if before == "[" and _BRACKETED_VALUE.match(text, start):
        return True
    if before.isalnum() or before in "_,/[#^":
        return GLUED.search(text, max(0, start - 4), start) is not None
    joined = before in _HYPHENS and start > 1 and text[start - 2].isalpha()
    return not joined or _DASHED.match(text, start) is not None


def _negative(text: str, start: int) -> bool:
    return start > 1 and text[start - 1] in "-−–" and text[start - 2] in " (="


def _is_power(text: str, match: re.Match[str]) -> bool:
    """Whether the number is the flattened power of a unit that stands apart: `2.84 [4.23-9.99] × 109/L`."""
    start = match.start()
    if text.endswith("10 ", 0, start) and _EXPONENT.match(text, start):
        return True  # `2.15 10 9 /L`, whose sign of multiplication was lost too
    return match[0].startswith("10") and text[max(0, start - 2) : start].strip() in ("×", "x")


def _in_words(text: str) -> Iterator[Figure]:
    """The figures whose numbers are words: `three weeks`, `two to three days`, `twenty-three-year`."""
    for match in _WORDS.finditer(text):
        low = number_from_words(match["number"])
        high = number_from_words(match["high"]) if match["high"] else None
        unit, end, _ = unit_behind(text, match.end())
        if low is None or unit is None:
            continue
        hyphened = text[match.end()] == "-"
        if high is not None:
            yield Figure(match.start(), end, Quantity("range", (low, high), unit), hyphened)
        else:
            yield Figure(match.start(), end, Quantity("single", (low,), unit), hyphened)


def _figure(text: str, begin: int, match: re.Match[str]) -> Figure:
    number = _number(text[begin : match.end()])
    start, comparison = _comparison(text, begin)
    pos = match.end()
    if text[pos : pos + 1] in _ENDS:
        return Figure(start, pos, Quantity("single", (number,), None, comparison))
    if _POWER_NEXT.match(text, pos) is None:
        shaped = _shaped(text, start, pos, number, comparison)
        if shaped is not None:
            return shaped
    unit, end, hyphened = unit_behind(text, pos)
    if (tall := _FEET_AND_INCHES.match(text, pos)) and number.text.isdigit():
        inches = _number(str(12 * number.value + Decimal(tall["inches"])))
        return Figure(start, tall.end(), Quantity("single", (inches,), find_unit("in"), comparison))
    if unit is None:
        unit = _delayed(text, pos)
    elif (end == pos + 1 or (end == pos + 2 and text[pos] == " ")) and _not_a_unit(
        text, begin, number, text[end - 1]
    ):
        unit, end = None, pos
    return Figure(start, end, Quantity("single", (_grouped(number, unit),), unit, comparison), hyphened)


def _delayed(text: str, pos: int) -> Unit | None:
    """The unit of `13.6 [normal < 1.7] mg/L`, behind the reference range."""
    match = _BRACKETED.match(text, pos)
    return unit_behind(text, match.end())[0] if match is not None else None


def _not_a_unit(text: str, start: int, number: Number, letter: str) -> bool:
    """Whether the one letter behind a number is none: a panel (`Figure 2d`), a decade (`1980s`), `18G`, `4C`."""
    if letter in "CF":
        low, high = (30, 45) if letter == "C" else (86, 113)
        return not low <= number.value <= high
    if letter in "GMKk":
        return True
    whole = number.text.isdigit()
    if letter == "s" and whole and text[start + len(number.text)] == "s":
        return len(number.text) == 4 or number.text.endswith("0")
    return whole and _LABELLED.search(text, max(0, start - 40), start) is not None


def _shaped(text: str, start: int, pos: int, number: Number, comparison: Comparison) -> Figure | None:
    """The figure where more numbers follow the first: a product, a deviation, a pair or a range."""
    if match := _PLUSMINUS.match(text, pos):
        unit, end, _ = unit_behind(text, match.end())
        return Figure(start, end, Quantity("single", (number,), unit, comparison, _number(match["number"])))
    if (match := _TIMES.match(text, pos)) and _is_length(match["unit"]):
        return _product(text, start, number, match, comparison)
    if match := _OVER.match(text, pos):
        unit, end, _ = unit_behind(text, match.end())
        return Figure(start, end, Quantity("pair", (number, _number(match["number"])), unit, comparison))
    match = _TO.match(text, pos)
    if match is None and text.endswith("etween ", 0, start):
        match = _AND.match(text, pos)
    if match is not None and _CHANGED.search(text, max(0, start - 60), start):
        return _before_change(text, start, number, match, comparison)
    if match is not None:
        return _range(text, start, number, match, comparison)
    return None


def _is_length(spelling: str | None) -> bool:
    unit = find_unit(spelling) if spelling else None
    return not spelling or (unit is not None and unit.dimension == "length")


def _product(
    text: str, start: int, number: Number, match: re.Match[str], comparison: Comparison
) -> Figure | None:
    numbers = [number]
    unit = find_unit(match["unit"]) if match["unit"] else None
    last: re.Match[str] | None = match
    end = match.end()
    while last is not None and len(numbers) < 4:
        numbers.append(_number(last["number"]))
        end = last.end()
        last = _TIMES.match(text, end)
    final, end, hyphened = unit_behind(text, end)
    if final is not None and final.dimension not in ("length", "pressure"):
        return None
    if final is not None and final.code == "mm[Hg]" and len(numbers) == 2:  # `140 × 90 mmHg`
        return Figure(start, end, Quantity("pair", tuple(numbers), final, comparison))
    return Figure(start, end, Quantity("product", tuple(numbers), final or unit, comparison), hyphened)


def _before_change(
    text: str, start: int, number: Number, match: re.Match[str], comparison: Comparison
) -> Figure | None:
    """`increased from 380 to 403 µmol/L`: no range, but a value that was, in the unit of the one that is."""
    own = find_unit(match["unit"]) if match["unit"] else None
    if match["unit"] and own is None:
        return None
    unit = own or unit_behind(text, match.end())[0]
    end = match.end("unit") if own is not None else start + len(number.text)
    return Figure(start, end, Quantity("single", (number,), unit, comparison))


def _range(text: str, start: int, low: Number, match: re.Match[str], comparison: Comparison) -> Figure | None:
    own = find_unit(match["unit"]) if match["unit"] else None
    if match["unit"] and own is None:
        return None
    high = _number(match["number"])
    unit, end, hyphened = unit_behind(text, match.end())
    if own is not None and unit is not None and own != unit:
        return None
    unit = unit or own
    if unit is None and own is None and match.end() == len(match["number"]):
        return None
    if low.value > high.value:
        return None
    return Figure(
        start, end, Quantity("range", (_grouped(low, unit), _grouped(high, unit)), unit, comparison), hyphened
    )


def _comparison(text: str, begin: int) -> tuple[int, Comparison]:
    """Where the figure whose number begins at `begin` begins with its comparison, and the comparison."""
    if text[max(0, begin - 2) : begin].strip()[-1:] not in _COMPARE_ENDS:
        return begin, ""
    match = _COMPARE.search(text, max(0, begin - 15), begin)
    if match is None:
        return begin, ""
    sign = match["sign"]
    return match.start(), _SIGNS.get(sign.replace(" ", ""), "~") if sign else _COMPARING.get(
        match["word"], "~"
    )


_PLAIN = str.maketrans(
    {"−": "-", "–": "-", "·": ".", ",": None, " ": None, "\u00a0": None, "\u2009": None, "\u202f": None}
)


_DECIMAL_COMMA = lazily(
    r"[-−–]?(?:\d{1,3},\d{1,2}|0,\d{1,4})\Z"
)  # `17,57 mmol/L`: thousands have three digits


@lru_cache(maxsize=8192)
def _number(text: str) -> Number:
    if _DECIMAL_COMMA.match(text):
        text = text.replace(",", "·")
    return Number(text, Decimal(text.translate(_PLAIN)))


def _grouped(number: Number, unit: Unit | None) -> Number:
    """`19.120 /mm3` is nineteen thousand: a cell count per µL has no three decimals."""
    if unit is not None and unit.code == "/uL" and re.fullmatch(r"\d{1,3}\.\d{3}", number.text):
        return Number(number.text, Decimal(number.text.replace(".", "")))
    return number
