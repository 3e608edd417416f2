"""Quantities of the case data, held against what their entry may hold."""

from __future__ import annotations

from casewright.case.model import Value
from casewright.case.shape import Measure
from casewright.quantity.model import Quantity
from casewright.quantity.parse import QuantityError, parse_quantity

_FORMS = {
    "single": "one number",
    "range": "a range",
    "product": "extents such as `2 x 3 cm`",
    "pair": "a pair such as `100/70 mmHg`",
    "share": "a count such as `8 of 9`",
    "grade": "a grade such as `grade III`",
}
_DIMENSIONS = {
    "": "a number without a unit",
    "time": "a time, such as `5 h` or `45 years`",
    "length": "a length, such as `172 cm`",
    "mass": "a weight, such as `68 kg`",
    "volume": "a volume, such as `300 mL`",
    "ratio": "a percentage, such as `50 %`",
    "count/field": 'a count by fields, such as "12 /10 HPF"',
    "smoking": "an amount such as `20 pack-years`",
}


class Refused(Exception):  # noqa: N818 - it never leaves this package
    """A value that its entry cannot hold."""

    def __init__(self, message: str, hint: str = "") -> None:
        self.message = message
        self.hint = hint
        super().__init__(message)


def read_measure(shape: Measure, text: str) -> Quantity | str:
    """The quantity that `text` says, or one of the words allowed in its place; raises Refused."""
    if text in shape.words:
        return text
    try:
        quantity = parse_quantity(text)
    except QuantityError as error:
        hint = f"write {_either(shape)}" if shape.words and not error.hint.startswith("did you mean") else error.hint
        raise Refused(error.message, hint) from None
    if shape.dimensions and dimension_of(quantity) not in shape.dimensions:
        raise Refused(f"`{text}` is not {_DIMENSIONS.get(shape.dimensions[0], 'of the right kind')}", _wanted(shape, text))
    if shape.forms and quantity.shape not in shape.forms:
        raise Refused(f"`{text}` is {_FORMS[quantity.shape]}", f"write {_FORMS[shape.forms[0]]}")
    return quantity


def dimension_of(quantity: Quantity) -> str:
    """The dimension of its unit; "" without a unit."""
    return quantity.unit.dimension if quantity.unit else ""


def _wanted(shape: Measure, text: str) -> str:
    has_digit_alone = text.replace(".", "", 1).isdigit()
    if has_digit_alone and "" not in shape.dimensions:
        return "add its unit"
    return "correct the unit" if "" not in shape.dimensions else "take the unit out"


def _either(shape: Measure) -> str:
    words = ", ".join(f"`{word}`" for word in shape.words)
    return f"{words} or {_FORMS[shape.forms[-1 if 'grade' not in shape.forms else shape.forms.index('grade')]]}" if shape.forms else words


def analyte_of(name: str, value: Value) -> str:
    """The key of the analyte that an entry's name means for this value; raises Refused where none is so called.

    Keys go before printed names, as `neutrophils` is the key of the count and a printed name of the percentage; the
    unit decides where the key's analyte is never measured in it.
    """
    from casewright.quantity.analytes import ANALYTES, find_analyte

    by_key, by_name = ANALYTES.get(name), find_analyte(name.replace("_", " "))
    analyte = by_key or by_name
    if analyte is None:
        raise Refused("no laboratory value or vital sign of this name is known", _near_analytes(name))
    if by_key and by_name and isinstance(value, Quantity) and value.unit is not None:
        fits = {unit.dimension for unit in by_key.units}
        analyte = by_key if value.unit.dimension in fits else by_name
    return analyte.key


def _near_analytes(name: str) -> str:
    from difflib import get_close_matches

    from casewright.quantity.analytes import ANALYTES

    near = get_close_matches(name.lower(), ANALYTES, 2, 0.6)
    return f"did you mean {' or '.join(f'`{key}`' for key in near)}?" if near else "put it under `other`, as `name: value`"
