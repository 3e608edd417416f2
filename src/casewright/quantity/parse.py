"""The strict reader of quantities, for case data: the whole string is one quantity, or it is refused."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Literal

from casewright.patterns import lazily
from casewright.quantity.model import Comparison, Number, Quantity, Unit
from casewright.quantity.number import DIGITS, ROMAN, number_from_digits, number_from_roman, number_from_words
from casewright.quantity.units import find_unit, near_units

LONGEST = 200  # characters of a quantity in case data

COMPARISONS: dict[str, Comparison] = {
    "<": "<", ">": ">", "≤": "≤", "≥": "≥", "<=": "≤", ">=": "≥", "~": "~", "≈": "~", "=": "", "": "",
    "about": "~", "approximately": "~", "around": "~", "less than": "<", "more than": ">", "under": "<", "over": ">",
    "at least": "≥", "at most": "≤", "up to": "≤",
}  # fmt: skip

_NUMBER = rf"[-−]?{DIGITS}"
_WORDED = "about|approximately|around|less than|more than|under|over|at least|at most|up to"
_COMPARED = lazily(rf"(<=|>=|[<>≤≥~≈=]|(?:{_WORDED})\b)?\s*(.*)", re.DOTALL | re.IGNORECASE)
_FIRST = lazily(rf"({_NUMBER})\s*(.*)", re.DOTALL)
_UNCERTAIN = lazily(rf"(?:±|\+/-|\+/−|\+-)\s*({DIGITS})\s*(.*)", re.DOTALL)
_TO = lazily(rf"(%|[^\d\s/-]*?)\s*(?:-|–|—|‐|‑|−|\bto\b)\s*({_NUMBER})\s*(.*)", re.DOTALL)
_POWER = r"10\s*(?:\^|\*|[eE]|[⁰¹²³⁴-⁹]|\d\s*/|\d\d\s*/|\(\d)"
_TIMES = lazily(rf"([a-zμµ]*)\s*[x×X*]\s*(?!{_POWER})({DIGITS})\s*(.*)", re.DOTALL)
_OVER = lazily(rf"/\s*({DIGITS})\s*(.*)", re.DOTALL)
_OF = lazily(r"(\d[\d, \u00a0\u2009\u202f]*)\s*(?:of|out of)\s*(\d[\d, \u00a0\u2009\u202f]*)\Z")
_GRADE = lazily(r"(?i:(?:who |mrc |asa |nyha |ecog )?(grade|stage|class|type|level|score))\s+(\S+)\Z")
_GRADE_LABEL = lazily(r"(0|[IVX]+|\d{1,2})([a-dA-D]?\d?)\Z")


class QuantityError(ValueError):
    """A string that is not a quantity: `message` says what is wrong with it, `hint` what to write."""

    def __init__(self, message: str, hint: str = "") -> None:
        self.message = message
        self.hint = hint
        super().__init__(message)


def parse_quantity(text: str) -> Quantity:
    """The quantity that `text` says, from its first character to its last; raises QuantityError."""
    body = text.strip()
    if not body:
        raise QuantityError("the value is empty", "write a number with its unit, such as `6800 /µL`")
    if len(body) > LONGEST:
        raise QuantityError(f"the value is longer than {LONGEST} characters", "write a number with its unit")
    return _grade(body) or _share(body) or _measured(body)


def _grade(text: str) -> Quantity | None:
    match = _GRADE.match(text)
    if match is None:
        return None
    label = _GRADE_LABEL.match(match[2])
    if label is None or (not label[1].isdigit() and label[1] not in ROMAN):
        raise QuantityError(
            f"`{match[2]}` is not a {match[1].lower()}", "write a number, such as `grade III` or `grade 3`"
        )
    number = number_from_roman(label[1]) or Number(label[1], Decimal(label[1]))
    return Quantity("grade", (number,), label=match[2])


def _share(text: str) -> Quantity | None:
    match = _OF.match(text)
    if match is None:
        return None
    part, whole = (_number(group.strip()) for group in match.groups())
    if part.value > whole.value:
        raise QuantityError(
            f"`{text}` is a part larger than its whole", "write the part first, as in `8 of 9`"
        )
    return Quantity("share", (part, whole))


def _measured(text: str) -> Quantity:
    compared = _COMPARED.match(text)
    assert compared is not None  # every part of the pattern may be empty
    comparison = COMPARISONS[(compared[1] or "").lower()]
    first = _FIRST.match(compared[2])
    if first is None:
        return _worded(text, comparison, compared[2])
    number, rest = _number(first[1]), first[2]
    if uncertain := _UNCERTAIN.match(rest):
        unit = _unit(uncertain[2], text)
        return Quantity("single", (number,), unit, comparison, uncertainty=_number(uncertain[1]))
    if rest and (unit := find_unit(rest)):
        return Quantity("single", (number,), unit, comparison)
    if _OVER.match(rest):
        return _pair(text, comparison, number, rest)
    if ranged := _TO.match(rest):
        return _range(text, comparison, number, ranged)
    if _TIMES.match(rest):
        return _product(text, comparison, number, rest)
    return Quantity("single", (number,), _unit(rest, text), comparison)


def _worded(text: str, comparison: Comparison, body: str) -> Quantity:
    """`three weeks`, `twenty-three`: the longest run of number words, then a unit."""
    words = body.split(" ")
    for count in range(len(words), 0, -1):
        number = number_from_words(" ".join(words[:count]))
        if number is not None:
            return Quantity("single", (number,), _unit(" ".join(words[count:]), text), comparison)
    raise QuantityError(
        f"`{text}` is not a quantity", "write a number with its unit, such as `6800 /µL` or `<5 mm`"
    )


def _range(text: str, comparison: Comparison, low: Number, match: re.Match[str]) -> Quantity:
    high, unit = _number(match[2]), _unit(match[3], text)
    own = _unit(match[1], text)
    if own is not None and own != unit:
        raise QuantityError(
            f"the two ends of `{text}` have different units", "write the unit once, after the second number"
        )
    if low.value > high.value:
        raise QuantityError(f"the range `{text}` begins above its end", "write the smaller number first")
    return Quantity("range", (low, high), unit, comparison)


def _product(text: str, comparison: Comparison, first: Number, rest: str) -> Quantity:
    numbers, units = [first], []
    while match := _TIMES.match(rest):
        units.append(match[1])
        numbers.append(_number(match[2]))
        rest = match[3]
    unit = _unit(rest, text)
    if any(_unit(own, text) not in (None, unit) for own in units):
        raise QuantityError(
            f"the extents of `{text}` have different units", "write the unit once, at the end"
        )
    return Quantity("product", tuple(numbers), unit, comparison)


def _pair(text: str, comparison: Comparison, first: Number, rest: str) -> Quantity:
    match = _OVER.match(rest)
    assert match is not None  # the caller has looked
    unit = _unit(match[2], text)
    second = _number(match[1])
    shape: Literal["pair", "share"] = "pair" if unit is not None or first.value > second.value else "share"
    return Quantity(shape, (first, second), unit, comparison)


def _number(text: str) -> Number:
    number = number_from_digits(text)
    if number is None:
        raise QuantityError(f"`{text}` is not a number", "write digits, with `.` before the decimals")
    return number


def _unit(text: str, whole: str) -> Unit | None:
    spelling = text.strip()
    if not spelling:
        return None
    unit = find_unit(spelling)
    if unit is not None:
        return unit
    if re.match(r",\d", spelling):
        raise QuantityError(f"`{whole}` has a comma before its decimals", "write `.` before the decimals")
    near = near_units(spelling)
    hint = (
        f"did you mean {' or '.join(f'`{symbol}`' for symbol in near)}?"
        if near
        else "write a unit such as `mg/dL`"
    )
    raise QuantityError(f"`{spelling}` in `{whole}` is not a known unit", hint)
