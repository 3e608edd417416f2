"""The unit behind a number in running text: its spellings, how they are joined, and the longest that is known."""

from __future__ import annotations

from functools import lru_cache

from casewright.patterns import lazily
from casewright.quantity.model import Unit
from casewright.quantity.units import BY_CODE, find_unit

_TIME = (
    r"(?:years?|yrs?|months?|mos?|mths?|weeks?|wks?|days?|hours?|hrs?|minutes?|mins?|seconds?"
    r"|secs?|decades?|h|d|s|y)"
)
_ATOM = (
    r"(?:g[mr]?m?\s?%|mg\s?%|%|‰|percent\b|per cent\b|[°º˚o]\s?(?:[CFc]\b|[Cc]elsius|[Ff]ahrenheit|[Cc]entigrade)|℃|℉"
    r"|degrees?(?:\s?(?:Celsius|celsius|centigrade|Fahrenheit|fahrenheit|C\b|F\b))?|°"
    r"|m(?:m|illimet(?:er|re)s?)\s?(?:of\s?)?(?:Hg|mercury)|mm\s?/?\[?[Hh]g\]?|cm\s?(?:of\s)?(?:H2O|H₂O|water)"
    r"|mm\s?(?:of\s)?(?:H2O|H₂O)|kPa"
    r"|[mµμu]?iu(?=\s?/)|u(?=/[Ll]\b)"
    r"|(?:mIU|MIU|mUI|µIU|μIU|uIU|kIU|IU|UI|mU|µU|μU|uU|kU|kUA|AU|RU|U|units?|international units|GPL|MPL|BU)"
    r"|(?:(?:mc|[mµμunp])?mo[lL](?:es?|s)?|(?:milli|micro|nano)moles?|mEqs?|meqs?|mM|µM|μM|nM|mosm|mOsm|mosmol|mOsmol|copies"
    r"|cells?|CFU|cfu)"
    r"|(?:kg|mg|µg|μg|ug|mcg|ng|pg|fg|g|gm|gms|gr|grams?|kilograms?|milligrams?|micrograms?"
    r"|nanograms?|lbs?|pounds?|Kg|Mg|Gm|mgs|kgs|KG|MG)"
    r"|(?:mm|cm|dm|nm|µm|μm|um|m|km|inch(?:es)?|feet|foot|millimet(?:er|re)s?|centimet(?:er"
    r"|re)s?|met(?:er|re)s?|microns?)(?:\^?[23²³](?!\d)|\s3(?=[,;.)\s]|$))?"
    r"|cu\.?\s?mm|cmm|cc|ccs|CC|mL|ml|ML|Ml|dL|dl|DL|µL|μL|µl|μl|uL|ul|UL|mc[Ll]|fL|fl|FL|L|lt|Lt|l"
    r"|lit(?:er|re)s?|millilit(?:er|re)s?|microlit(?:er|re)s?|decilit(?:er|re)s?"
    r"|y\.?o\b\.?|y/o\b|bpm|BPM|beats?|breaths?|cpm|rpm|cycles|times|K|k|G|M|million|mil|thousand"
    rf"|{_TIME}|sec|min|hr|day|week|month|year"
    r"|HPFs?|hpf|HPF|high[- ]power(?:ed)? fields?|LPF|lpf"
    r"|Gy|cGy|mGy|Gray|gray|mSv|MBq|GBq|mCi|HU|Hounsfield units?|dB|Hz|kHz|kcal|T|Tesla|msecs?|ms|milliseconds?|kV|mV"
    r"|mA|Fr|French|F|SUV|μkat|µkat"
    r"|(?:indexed\s)?Wood units?|WU|mAU|FEU|J|joules?|pack[- ]years?|packs?|diopt(?:er|re)s?|C(?![\w-]))(?![A-Za-zµμ])"
)
_POWER = (
    r"(?:[x×X*✕·]\s?10\s?(?:[\^∧ˆ⌃＾]|\*\*|\*|[eE])?\s?\(?[\d⁰¹²³⁴-⁹]{1,2}\)?\s?|[x×X*✕]\s?1,?000(?=\s?/))"
)
_PER = (
    r"(?:\s?[/∕\\]\s?|\s?per\s|\s(?=[a-zA-Zμµ]{1,3}\d?\s?[-−–⁻]\s?1)|·|\.(?=[a-zA-Zμµ]{1,3}[-−⁻]1)|\sp\.\s?)"
)
_TAIL = (
    rf"(?:{_PER}(?:(?:1\.73|1,73|10|50|100|24|1|one|an?"
    rf"|the)\s?)?{_ATOM}(?:(?<=m)\s2(?=\s?[/,;.)]|\s|$))?(?:\s?[-−–⁻]\s?[1¹])?)"
)
# Of this long pattern every part stands there as seldom as it can: to compile it takes a hundredth of a start.
_UNIT = lazily(
    r"\s?(?P<hyphen>[-–‐‑](?=[a-zμµ])|-\s(?=(?:year|month|week|day)s?\b))?(?P<unit>"
    rf"(?:{_POWER}(?:cells?|copies)?|cells?|leukocytes|leucocytes|(?:white|red) (?:blood )?cells|neutrophils"
    rf"|lymphocytes|eosinophils|monocytes|platelets|erythrocytes|elements?|ele?ms?|elts?)?{_TAIL}{{1,2}}"
    rf"|(?:{_POWER}(?:cells?|copies)?)?{_ATOM}(?:\s?[-−–⁻]\s?1(?!\d))?{_TAIL}{{0,2}}|{_POWER}(?:cells?|copies)?)"
)

_FACTOR_BEHIND = lazily(r"\s?[x×X*✕]\s?10\s?\^?(?P<power>[3-9]|1[0-2])(?!\d|/|[.,]\d)")  # `7.1/µL × 103`


@lru_cache(maxsize=4096)
def _known(spelling: str) -> Unit | None:
    return find_unit(spelling)


def unit_behind(text: str, pos: int) -> tuple[Unit | None, int, bool]:
    """The unit at `pos`, where it ends, and whether a hyphen joins it to its number."""
    match = _UNIT.match(text, pos)
    if match is None:
        return None, pos, False
    spelling, start = match["unit"], match.start("unit")
    while spelling:
        unit = _known(spelling)
        if unit is not None:
            unit, end = _with_factor(text, unit, start + len(spelling))
            return unit, end, bool(match["hyphen"])
        cut = max(spelling.rfind(mark) for mark in ("/", " ", "·", "."))
        spelling = spelling[:cut].rstrip() if cut > 0 else ""
    return None, pos, False


def _with_factor(text: str, unit: Unit, end: int) -> tuple[Unit, int]:
    """The unit of a count with the power of ten that stands behind it, and where the whole ends."""
    if unit.dimension != "count/volume" or not unit.code.startswith("/"):
        return unit, end
    match = _FACTOR_BEHIND.match(text, end)
    whole = BY_CODE.get(f"10*{match['power']}{unit.code}") if match else None
    return (whole, match.end()) if match and whole else (unit, end)
