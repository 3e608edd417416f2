"""Facts: what the case and the cited studies state, each with its id and the place where it is written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from casewright.errors import Place
from casewright.quantity.model import Quantity

Value = Quantity | str | bool

TO_BE_WRITTEN = (
    "to be written"  # may stand wherever a value belongs that is not known yet; it is printed, and found
)


@dataclass(frozen=True, slots=True)
class Fact:
    """One datum.

    `id` is its dotted path (`labs.emergency.leukocytes`; of a study, `studies.lee2007iscm.survival`). `written` is the
    text in the YAML. A derived fact is computed and never typed: `formula` says how in words, with its rounding, and
    `sources` names the facts it was computed from; it stands where its youngest source stands.
    """

    id: str
    value: Value
    written: str
    place: Place
    analyte: str = (
        ""  # key in casewright.quantity.analytes, where the fact is a laboratory value or a vital sign
    )
    formula: str = ""
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Derivation:
    """A derived fact, with the least and the greatest true result that its rounded sources allow, in its unit."""

    fact: Fact
    low: Fraction
    high: Fraction


@dataclass(frozen=True, slots=True)
class Panel:
    """One panel of a figure: its letter, image file (relative to the manuscript folder) and alternative text."""

    letter: str
    image: str
    alt: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure under its key, with its panels in the order of the data."""

    key: str
    panels: tuple[Panel, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Case:
    """Everything that `manuscript/case.yaml` and `manuscript/studies.yaml` state.

    `facts` holds every fact by id, derived ones included. `tree` is the same as nested mappings whose leaves are facts:
    what templates walk; `figures` and `abbreviations` stand in it as plain text. `abbreviations` maps a short form to
    its long form. `derived` holds every derivation by id, those of facts that are stated as well included.
    """

    facts: Mapping[str, Fact]
    tree: Mapping[str, Any]
    figures: tuple[Figure, ...] = ()
    abbreviations: Mapping[str, str] = field(default_factory=dict)
    files: tuple[str, ...] = ()  # every file that was read, for the manifest
    derived: Mapping[str, Derivation] = field(default_factory=dict)
