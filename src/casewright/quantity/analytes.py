"""What clinicians measure: laboratory analytes, vital signs and scales, each under one key."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType
from typing import Literal

from casewright.patterns import lazily
from casewright.quantity.model import Unit
from casewright.quantity.table import read_rows
from casewright.quantity.units import BY_CODE

ONE = Unit("1", "", "number")

SOURCES: dict[str, tuple[str, bool]] = {
    "A": ("ABIM Laboratory Test Reference Ranges (adults)", True),
    "a": ("ABIM Laboratory Test Reference Ranges (adults)", False),
    "U": ("usual ranges of adults, as laboratories and textbooks print them", False),
    "D": ("the ends of the scale, by definition", True),
    "M": ("MedlinePlus, Vital signs, article 002341 (reviewed 2023-02-02)", True),
}
PLAUSIBLE_SOURCE = "MIMIC-Extract, resources/variable_ranges.csv (VALID LOW, VALID HIGH)"


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference range of healthy adults: `low` to `high` in `unit`, None where open; `sex` "" is both.

    `verified` says whether the figures were seen in the source; otherwise they are from memory of it.
    """

    low: Decimal | None
    high: Decimal | None
    unit: Unit
    sex: Literal["", "female", "male"]
    source: str
    verified: bool


@dataclass(frozen=True, slots=True)
class Limits:
    """What a living adult can plausibly have: `low` to `high` in `unit`."""

    low: Decimal
    high: Decimal
    unit: Unit
    source: str = PLAUSIBLE_SOURCE


@dataclass(frozen=True, slots=True)
class Analyte:
    """One thing that is measured.

    `names` are all its printed names, `name` the one to print. `units` are those it is measured in, the
    conventional one first; `molar_mass` in g/mol and `valence` convert mass to amount to equivalents. `loinc` is ""
    where no one code fits.
    """

    key: str
    name: str
    names: tuple[str, ...]
    loinc: str
    units: tuple[Unit, ...]
    molar_mass: Fraction | None
    valence: int
    references: tuple[Reference, ...]
    plausible: Limits | None

    def reference(self, sex: str = "") -> Reference | None:
        """The reference range for this sex, or the one for both; None where there is none for it."""
        return next((range_ for range_ in self.references if range_.sex in ("", sex)), None)


_RANGE = lazily(r"(?:([FM]):)?([\d.]*?)\.\.([\d.]*) (\S+)(?: @(\S))?\Z")


def _unit(code: str) -> Unit:
    return ONE if code == "1" else BY_CODE[code]


def _decimal(text: str) -> Decimal | None:
    return Decimal(text) if text else None


def _reference(text: str) -> Reference:
    match = _RANGE.match(text)
    assert match is not None, text
    sex, low, high, unit, source = match.groups()
    name, verified = SOURCES[source]
    sexes: dict[str | None, Literal["", "female", "male"]] = {None: "", "F": "female", "M": "male"}
    return Reference(_decimal(low), _decimal(high), _unit(unit), sexes[sex], name, verified)


def _limits(text: str) -> Limits | None:
    if not text:
        return None
    match = _RANGE.match(text)
    assert match is not None, text
    source = SOURCES[match[5]][0] if match[5] else PLAUSIBLE_SOURCE
    return Limits(Decimal(match[2]), Decimal(match[3]), _unit(match[4]), source)


def _analyte(row: list[str]) -> Analyte:
    key, name, loinc, units, molar, references, plausible, names = row
    mass, _, valence = molar.partition(" z")
    return Analyte(
        key=key,
        name=name,
        names=tuple(dict.fromkeys((name, *(other.strip() for other in names.split(","))))),
        loinc=loinc,
        units=tuple(_unit(code) for code in units.split(",")),
        molar_mass=Fraction(mass) if mass else None,
        valence=int(valence or 0),
        references=tuple(_reference(part.strip()) for part in references.split(";") if part.strip()),
        plausible=_limits(plausible),
    )


ANALYTES: Mapping[str, Analyte] = MappingProxyType(
    {analyte.key: analyte for analyte in map(_analyte, read_rows("analytes.psv"))}
)
_NAMES: dict[str, Analyte] = {name: analyte for analyte in ANALYTES.values() for name in analyte.names}
_FOLDED: dict[str, Analyte] = {  # names that begin with a word, which may open a sentence: `Immunoglobulin G`
    name.lower(): analyte
    for name, analyte in _NAMES.items()
    if name.islower() or (len(first := name.split()[0]) > 3 and first.islower())
}


def find_analyte(name: str) -> Analyte | None:
    """The analyte of this key or printed name (`Hb`, `platelet counts`, `γ-GTP`); None if unknown."""
    text = " ".join(name.split())
    folded = text.lower()
    return (
        _NAMES.get(text)
        or _FOLDED.get(folded)
        or _FOLDED.get(folded.removesuffix("s"))
        or ANALYTES.get(folded)
    )
