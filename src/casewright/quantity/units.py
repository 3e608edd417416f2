"""Clinical units by their spellings."""

from __future__ import annotations

import difflib
import unicodedata
from fractions import Fraction
from functools import lru_cache

from casewright.patterns import lazily
from casewright.quantity.model import Unit
from casewright.quantity.table import read_rows

# What is added after the factor: °F to °C is (F - 32) x 5/9.
OFFSETS = {"[degF]": Fraction(-160, 9)}

_LOOKALIKES = str.maketrans(
    {
        "µ": "u", "μ": "u", "º": "°", "˚": "°", "∘": "°", "−": "-", "–": "-", "⁻": "-",
        "×": "x", "✕": "x", "∗": "*", "⋅": " ", "·": " ", "∙": " ", "•": " ", "⁄": "/", "∕": "/", "\\": "/",
        "∧": "^", "ˆ": "^", "＾": "^", "⌃": "^",
        "\t": " ",
    }
)  # fmt: skip
_PER = lazily(r"(?:(?<=[\s\d])|^)per(?:\s+|(?=10\b))|\s+per\s+")
_INVERSE = lazily(r"[ .]?\b(?!10\b)([A-Za-z]+\d?|h\.?p\.?f)\s*\^?\s*\(?-\s*1\)?(?![\d.])")
_POWER = lazily(
    r"(?:[xX*]\s*|\b)10\s*(?:\*\*|[eE*^])?\s*\(?(\d{1,2})\)?(?=\s*(?:[a-z]*\s*/|(?:u|m)?L\b|mm3))"
)
_THOUSAND = lazily(r"[xX*]\s*1,?000\s*(?=/)")
_COUNTED = lazily(
    r"(?i)^(10\*\d+)?\s*(?:cells?|leu[ck]ocytes?|wbcs?|(?:white|red)\s*(?:blood\s*)?cells|lymphocytes|neutrophils|eosinophils|monocytes"
    r"|erythrocytes|platelets|elements?|ele?ms?|elts?)\s*/"
)
_BARE = lazily(r"^(10\*\d+)((?:[um]?L|mm3))\Z")
_WORD = lazily(r"[A-Za-z]+")
_WORDS: dict[str, str] = {
    word: short
    for short, words in {
        "g": "gram grams gm gms gr grs", "mg": "milligram milligrams mgs", "ug": "microgram micrograms mcg mcgs",
        "ng": "nanogram nanograms", "pg": "picogram picograms", "kg": "kilogram kilograms kgs",
        "mmol": "mmols mmole mmoles millimole millimoles", "umol": "umols mcmol umole umoles micromole micromoles",
        "nmol": "nmols nmole nmoles nanomole nanomoles", "pmol": "pmole pmoles", "mol": "mole moles", "meq": "meqs",
        "L": "liter liters litre litres lt ltr", "dL": "deciliter deciliters decilitre decilitres dl",
        "mL": "milliliter milliliters millilitre millilitres cc ccs ml",
        "uL": "microliter microliters microlitre microlitres mcl ul",
        "d": "day days daily", "wk": "week weeks wks weekly", "mo": "month months mos mths monthly",
        "h": "hour hours hr hrs hourly", "min": "minute minutes mins", "s": "second seconds sec secs",
        "a": "year years yr yrs annum", "m2": "sqm",
    }.items()
    for word in words.split()
}  # fmt: skip


@lru_cache(maxsize=4096)
def canonical(spelling: str) -> str:
    """The one form of a unit's spellings: `× 10⁹ L⁻¹`, `x 109/L` and `10^9/L` are all `10*9/L`."""
    text = spelling.strip().lstrip("-‐‑ ").translate(_LOOKALIKES)
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text).translate(_LOOKALIKES)
    if "per" in text:
        text = _PER.sub("/", text)
    if "1" in text:
        text = _POWER.sub(r"10*\1", _THOUSAND.sub("10*3", _INVERSE.sub(r"/\1", text)))
    if "/" in text:
        text = _COUNTED.sub(r"\1/", text)
    text = _WORD.sub(lambda match: _WORDS.get(match[0].lower(), match[0]), text)
    text = text.replace("^", "").replace(" ", "").replace("cu.mm", "cumm").rstrip(",;")
    return _BARE.sub(r"\1/\2", text) if text.startswith("10*") else text


def _read_spellings() -> dict[str, Unit]:
    spellings: dict[str, Unit] = {}
    for unit, (code, symbol, _, _, *others) in zip(UNITS, _ROWS, strict=True):
        for spelling in (code, code.replace("[IU]", "IU"), symbol, *others):
            spellings.setdefault(canonical(spelling), unit)
    return spellings


_ROWS = read_rows("units.psv")
UNITS: tuple[Unit, ...] = tuple(
    Unit(code, symbol, dimension, Fraction(factor), OFFSETS.get(code, Fraction(0)))
    for code, symbol, dimension, factor, *_ in _ROWS
)
BY_CODE: dict[str, Unit] = {unit.code: unit for unit in UNITS}
SPELLINGS: dict[str, Unit] = _read_spellings()
_FOLDED: dict[str, Unit] = {
    spelling.lower(): unit for spelling, unit in reversed(SPELLINGS.items()) if spelling != "pM"
}  # `4 pm` is an hour


@lru_cache(maxsize=4096)
def find_unit(spelling: str) -> Unit | None:
    """The unit so spelled, letter by letter first (`M/µL`), else in any case (`MG/DL`); None if unknown."""
    key = canonical(spelling)
    return SPELLINGS.get(key) or _FOLDED.get(key.lower())


def near_units(spelling: str, count: int = 3) -> tuple[str, ...]:
    """The printed symbols of the units whose spellings are nearest to this one, nearest first."""
    matches = difflib.get_close_matches(canonical(spelling), SPELLINGS, n=count * 3, cutoff=0.5)
    return tuple(dict.fromkeys(SPELLINGS[match].symbol for match in matches))[:count]
