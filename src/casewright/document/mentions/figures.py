"""Figures in free text: each number with its comparison, its unit and the numbers that belong to it.

This is the lenient sister of `casewright.quantity.parse`: it looks for quantities in running text, where powers are
flattened (`× 109/L`), thousands are parted by commas, points or spaces, and words stand around. The grammar is in
`docs/quantities.md`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from casewright.quantity.model import Comparison, Number, Quantity, Unit
from casewright.quantity.number import number_from_words
from casewright.quantity.units import find_unit


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity at characters `start` to `end` of a text; `hyphened` where its unit is joined on (`2.8-cm`)."""

    start: int
    end: int
    quantity: Quantity
    hyphened: bool = False


_N = r"(?:\d{1,3}(?:,\d{2,3})*,\d{3}(?!\d)(?:\.\d+)?|\d{1,3}(?:[    ]\d{3})+(?![\d.])|\d+(?:[.·]\d+)?|\.\d+)"
_COMPARE = (
    r"(?:(?P<sign><\s?=|>\s?=|[<>≤≥~≈∼])|(?P<word>less than|more than|greater than|fewer than|at least|at most|up to"
    r"|under|over|below|above|approximately|about|around|nearly|almost|exceeding|roughly|circa|some)(?= ))\s?"
)
_MINUS = r"(?:(?<=[\s(=])[-−–](?=\d))?"
# A number begins where no word, decimal, bracketed citation or flattened citation runs into it.
_START = re.compile(
    rf"(?:{_COMPARE})?(?<![\w.,/\[#^])(?<![A-Za-z][-–‐‑])(?<![A-Za-z0-9][/])(?P<number>{_MINUS}{_N})"
    r"(?!\d|[A-Za-z]+\d|(?:st|nd|rd|th)\b)"
)
_ONES = "one|two|three|four|five|six|seven|eight|nine"
_TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_SPELLED = rf"(?:(?:{_TENS})(?:[- ](?:{_ONES}))?|{_TEENS}|{_ONES})(?: (?:hundred|thousand)\b)?"
_MEASURED = (
    r"(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|decades?|mm|cm|mg|g|kg|cent|millimet\w+|centimet\w+|percent|units)\b"
)
# A number in words counts where a unit follows it; the first letter, of either case, is looked for first.
_WORDS = re.compile(
    rf"\b(?=[1oOtTfFsSeEnN])(?P<number>(?i:{_SPELLED}))(?:(?:\sto\s|\sor\s|-to-|[-–])(?P<high>{_SPELLED}))?(?=[\s-]{_MEASURED})"
)
_TIMES = re.compile(rf"\s?(?P<unit>[a-zμµ]{{1,3}})?\s?(?:[x×X*✕]|by(?= ))\s?(?P<number>{_N})(?!\s?[\^eE])")
_POWER_NEXT = re.compile(r"\s?[x×X*✕·]\s?10\s?(?:\^|\*\*|[eE]|[⁰¹²³⁴-⁹]|\(\d|(?:[3-9]|1[0-2])(?!\d)(?=\s?(?:/|per\b|cells|copies|[uµμ]?[lL]\b|mm3)|\s[uµμ]?[lL]\s?[-−⁻]))")
_PLUSMINUS = re.compile(rf"\s?(?:±|\+/-|\+/−|\+-)\s?(?P<number>{_N})")
_TO = re.compile(rf"(?P<unit>\s?[^\s\d,;()\-–]{{1,8}})?\s?(?:[-–—−‐‑~]|\bto\b)\s?(?P<number>{_N})(?!\d|(?:st|nd|rd|th)\b|-[a-z]+-\d)")
_OVER = re.compile(rf"\s?[/\\]\s?(?P<number>\d{{1,4}}(?:\.\d+)?)(?![\w.]*[/\d])")
_RATIO_OF = re.compile(r" (?:of|out of|in) (?P<number>\d[\d,]*)(?![\d.])")

_TIME = r"(?:years?|yrs?|months?|mos?|mths?|weeks?|wks?|days?|hours?|hrs?|minutes?|mins?|seconds?|secs?|decades?|h|d|s|y)"
_ATOM = (
    r"(?:%|‰|percent\b|per cent\b|[°º˚]\s?[CFc]\b|℃|℉|degrees?(?:\s?(?:Celsius|celsius|centigrade|Fahrenheit|fahrenheit|C\b|F\b))?|°"
    r"|mm\s?of\s?(?:Hg|mercury)|mm\s?\[?Hg\]?|mmhg|cm\s?(?:of\s)?(?:H2O|H₂O|water)|mm\s?(?:of\s)?(?:H2O|H₂O)|kPa"
    r"|(?:mIU|MIU|mUI|µIU|μIU|uIU|kIU|IU|UI|mU|µU|μU|uU|kU|kUA|AU|RU|U|units?|international units|GPL|MPL|BU)"
    r"|(?:mmol|µmol|μmol|umol|nmol|pmol|mol|mEq|meq|mM|µM|μM|nM|mosm|mOsm|mosmol|mOsmol|copies|cells?|CFU|cfu)"
    r"|(?:kg|mg|µg|μg|ug|mcg|ng|pg|fg|g|gm|gms|gr|grams?|kilograms?|milligrams?|micrograms?|nanograms?|lbs?|pounds?|Kg|Mg|Gm|mgs|kgs|KG|MG)"
    r"|(?:mm|cm|dm|nm|µm|μm|um|m|km|inch(?:es)?|feet|foot|millimet(?:er|re)s?|centimet(?:er|re)s?|met(?:er|re)s?|microns?)(?:\^?[23²³](?!\d)|\s3(?=[,;.)\s]|$))?"
    r"|cu\.?\s?mm|cmm|cc|ccs|CC|mL|ml|ML|Ml|dL|dl|DL|µL|μL|µl|μl|uL|ul|mcL|fL|fl|FL|L|l|lit(?:er|re)s?|millilit(?:er|re)s?|microlit(?:er|re)s?|decilit(?:er|re)s?"
    r"|bpm|BPM|beats?|breaths?|cpm|rpm|cycles|times|K|k|G|M|million|mil|thousand"
    rf"|{_TIME}|sec|min|hr|day|week|month|year"
    r"|HPFs?|hpf|HPF|high[- ]power(?:ed)? fields?|LPF|lpf"
    r"|Gy|cGy|mGy|Gray|gray|mSv|MBq|GBq|mCi|HU|Hounsfield units?|dB|Hz|kHz|kcal|T|Tesla|kV|mV|mA|Fr|French|F|SUV|μkat|µkat"
    r"|mAU|FEU|J|joules?|pack[- ]years?|packs?|diopters?|D)(?![A-Za-zµμ])"
)
_POWER = r"(?:[x×X*✕·]\s?10\s?(?:\^|\*\*|\*|[eE])?\s?\(?[\d⁰¹²³⁴-⁹]{1,2}\)?\s?)"
_PER = r"(?:\s?[/∕\\]\s?|\s?per\s|\s(?=[a-zA-Zμµ]{1,3}\d?\s?[-−–⁻]\s?1)|·|\.(?=[a-zA-Zμµ]{1,3}[-−⁻]1)|\sp\.\s?)"
_TAIL = rf"(?:{_PER}(?:(?:1\.73|1,73|10|50|100|24|1|one|an?|the)\s?)?{_ATOM}(?:\s?[-−–⁻]\s?[1¹])?)"
_UNIT = re.compile(
    rf"\s?(?P<hyphen>[-–‐‑](?=[a-zμµ]))?(?P<unit>{_POWER}(?:cells?|copies)?(?:{_TAIL}|{_ATOM}(?:\s?[-−–⁻]\s?1)?)?{_TAIL}?"
    rf"|(?:cells?|leukocytes|leucocytes)?{_TAIL}{_TAIL}?|{_ATOM}(?:\s?[-−–⁻]\s?1(?!\d))?{_TAIL}?{_TAIL}?)"
)

_SIGNS: dict[str, Comparison] = {"<": "<", ">": ">", "≤": "≤", "≥": "≥", "<=": "≤", ">=": "≥"}
_COMPARING: dict[str, Comparison] = {
    "less than": "<", "fewer than": "<", "under": "<", "below": "<", "more than": ">", "greater than": ">",
    "over": ">", "above": ">", "exceeding": ">", "at least": "≥", "at most": "≤", "up to": "≤",
}  # fmt: skip


def find_figures(text: str) -> Iterator[Figure]:
    """Every figure of `text`, from left to right, none overlapping."""
    end = 0
    worded = list(_in_words(text))
    for match in _START.finditer(text):
        if match.start("number") >= end:
            figure = _figure(text, match)
            while worded and worded[0].start < figure.start:
                yield worded.pop(0)
            end = figure.end
            yield figure
    yield from worded


def _in_words(text: str) -> Iterator[Figure]:
    """The figures whose numbers are words: `three weeks`, `two to three days`, `twenty-three-year`."""
    for match in _WORDS.finditer(text):
        low = number_from_words(match["number"])
        high = number_from_words(match["high"]) if match["high"] else None
        unit, end, _ = _unit(text, match.end())
        if low is None or unit is None:
            continue
        hyphened = text[match.end()] == "-"
        if high is not None:
            yield Figure(match.start(), end, Quantity("range", (low, high), unit), hyphened)
        else:
            yield Figure(match.start(), end, Quantity("single", (low,), unit), hyphened)


def _figure(text: str, match: re.Match[str]) -> Figure:
    number = _number(match["number"])
    comparison = _comparison(match)
    pos = match.end("number")
    start = match.start() if comparison else match.start("number")
    if _POWER_NEXT.match(text, pos) is None:
        shaped = _shaped(text, start, pos, number, comparison)
        if shaped is not None:
            return shaped
    unit, end, hyphened = _unit(text, pos)
    return Figure(start, end, Quantity("single", (_grouped(number, unit),), unit, comparison), hyphened)


def _shaped(text: str, start: int, pos: int, number: Number, comparison: Comparison) -> Figure | None:
    """The figure where more numbers follow the first: a product, a deviation, a pair or a range."""
    if match := _PLUSMINUS.match(text, pos):
        unit, end, _ = _unit(text, match.end())
        return Figure(start, end, Quantity("single", (number,), unit, comparison, _number(match["number"])))
    if (match := _TIMES.match(text, pos)) and (not match["unit"] or find_unit(match["unit"])):
        return _product(text, start, number, match, comparison)
    if match := _OVER.match(text, pos):
        unit, end, _ = _unit(text, match.end())
        return Figure(start, end, Quantity("pair", (number, _number(match["number"])), unit, comparison))
    if match := _TO.match(text, pos):
        return _range(text, start, number, match, comparison)
    return None


def _product(
    text: str, start: int, number: Number, match: re.Match[str], comparison: Comparison
) -> Figure:
    numbers = [number]
    unit = find_unit(match["unit"]) if match["unit"] else None
    last: re.Match[str] | None = match
    end = match.end()
    while last is not None and len(numbers) < 4:
        numbers.append(_number(last["number"]))
        end = last.end()
        last = _TIMES.match(text, end)
    final, end, hyphened = _unit(text, end)
    return Figure(start, end, Quantity("product", tuple(numbers), final or unit, comparison), hyphened)


def _range(text: str, start: int, low: Number, match: re.Match[str], comparison: Comparison) -> Figure | None:
    own = find_unit(match["unit"]) if match["unit"] else None
    if match["unit"] and own is None:
        return None
    high = _number(match["number"])
    unit, end, hyphened = _unit(text, match.end())
    if own is not None and unit is not None and own != unit:
        return None
    unit = unit or own
    if unit is None and own is None and match.end() == len(match["number"]):
        return None
    if low.value > high.value:
        return None
    return Figure(start, end, Quantity("range", (_grouped(low, unit), _grouped(high, unit)), unit, comparison), hyphened)


def _comparison(match: re.Match[str]) -> Comparison:
    if match["sign"]:
        return _SIGNS.get(match["sign"].replace(" ", ""), "~")
    if match["word"]:
        return _COMPARING.get(match["word"], "~")
    return ""


@lru_cache(maxsize=8192)
def _number(text: str) -> Number:
    digits = text.replace("−", "-").replace("–", "-").replace("·", ".")
    for separator in ",    ":
        digits = digits.replace(separator, "")
    return Number(text, Decimal(digits))


def _grouped(number: Number, unit: Unit | None) -> Number:
    """`19.120 /mm3` is nineteen thousand: a cell count per µL has no three decimals."""
    if unit is not None and unit.code == "/uL" and re.fullmatch(r"\d{1,3}\.\d{3}", number.text):
        return Number(number.text, Decimal(number.text.replace(".", "")))
    return number


@lru_cache(maxsize=4096)
def _known(spelling: str) -> Unit | None:
    return find_unit(spelling)


def _unit(text: str, pos: int) -> tuple[Unit | None, int, bool]:
    """The unit at `pos`, where it ends, and whether a hyphen joins it to its number."""
    match = _UNIT.match(text, pos)
    if match is None:
        return None, pos, False
    spelling, start = match["unit"], match.start("unit")
    while spelling:
        unit = _known(spelling)
        if unit is not None:
            return unit, start + len(spelling), bool(match["hyphen"])
        cut = max(spelling.rfind(mark) for mark in ("/", " ", "·", "."))
        spelling = spelling[:cut].rstrip() if cut > 0 else ""
    return None, pos, False
