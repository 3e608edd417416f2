"""The kinds of mention. Every mention says where it stands: block, characters, sentence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from casewright.quantity.model import Number, Quantity

Subject = Literal["patient", "relative", "other_patient", "study", "general"]


@dataclass(frozen=True, slots=True)
class Sentence:
    """`text[start:end]` of block number `block` of a reading."""

    index: int
    block: int
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A place where something checkable stands: characters `start` to `end` of block number `block`."""

    block: int
    start: int
    end: int
    sentence: int
    text: str
    role: str  # role of the section it stands in
    subject: Subject = "patient"  # whose it is, by the words around it
    negated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class QuantityMention(Mention):
    """A measured value.

    `measure` is a key of `casewright.quantity.analytes` or of the measures that have no analyte (`age`, `size`,
    `duration`, `dose`, `survival`, ...), "" where the text does not say. `of` narrows it down (a size's object, a
    dose's drug, a duration's symptom), in lower-case words. `time` names when (`admission`, `day 5`, `postoperative
    day 3`, "" where the text does not say). `limits` is the reference range printed beside the value.
    """

    quantity: Quantity
    measure: str = ""
    of: str = ""
    time: str = ""
    limits: Quantity | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareMention(Mention):
    """A count with its whole, a percentage, or both: `7 of 31 (22.6%)`; what is not printed is None."""

    part: Number | None
    whole: Number | None
    percent: Number | None
    of: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SexMention(Mention):
    """A noun that tells somebody's sex; `value` is `male` or `female`."""

    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DateMention(Mention):
    """A calendar date, as far as it is printed: year, month, day (None where not), and the weekday (0 Monday)."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CitationMention(Mention):
    """A marker of citations: the printed numbers, ranges spelled out; or author and year."""

    numbers: tuple[int, ...] = ()
    author: str = ""
    year: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CallMention(Mention):
    """A call of a figure or table in the text: `Figure 2B-D` has number 2 and panels B, C, D."""

    kind: Literal["figure", "table", "video", "supplement"]
    number: int
    panels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AbbreviationMention(Mention):
    """An abbreviation: where it is defined, `long` is its long form; where it is used, "" """

    short: str
    long: str = ""
