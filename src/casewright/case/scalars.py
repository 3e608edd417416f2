"""Single values of the case data, held against what their entry may hold."""

from __future__ import annotations

from fractions import Fraction

from casewright.case.model import TO_BE_WRITTEN, Value
from casewright.case.shape import Choice, Day, Measure, Shape, YesNo
from casewright.case.words import clip, either, suggestion
from casewright.quantity.model import Quantity
from casewright.quantity.parse import QuantityError, parse_quantity

_YES_NO = {"yes": True, "no": False, "true": True, "false": False}
_FORMS = {
    "single": "one number",
    "range": "a range",
    "product": "extents, such as `2 x 3 cm`",
    "pair": "a pair, such as `100/70 mmHg`",
    "share": "a share, such as `8 of 9`",
    "grade": "a grade, such as `grade III`",
}
_DIMENSIONS = {
    "": "a number without a unit, such as `12`",
    "time": "a time, such as `5 h` or `45 years`",
    "length": "a length, such as `172 cm`",
    "mass": "a weight, such as `68 kg`",
    "volume": "a volume, such as `300 mL`",
    "ratio": "a percentage, such as `50 %`",
    "count/field": 'a count by fields, such as "12 /10 HPF"',
    "smoking": "an amount, such as `20 pack-years`",
}


class Refused(Exception):  # noqa: N818 - the name says what happens to the value
    """A value that its entry cannot hold: why, and what to write."""

    def __init__(self, message: str, hint: str = "") -> None:
        self.message = message
        self.hint = hint
        super().__init__(message)


def read_value(shape: Shape, written: str, name: str) -> tuple[Value, str]:
    """The value of one scalar, and the key of the analyte where its name says one; raises Refused."""
    text = " ".join(written.split())
    if not text:
        raise Refused("the value is empty", "write it between the quotes, or take the entry out")
    if text == TO_BE_WRITTEN:
        return text, ""
    if isinstance(shape, Measure):
        value = _measure(shape, text)
        _check_within_life(shape, value, text)
        analyte = _analyte(name, value) if shape.by_name else ""
        if shape.needs_unit:
            _check_unit(analyte, value, text)
        return value, analyte
    if isinstance(shape, YesNo):
        return _yes_no(text), ""
    if isinstance(shape, Choice) and text not in shape.options:
        raise Refused(
            f"`{clip(text)}` is not one of its values",
            suggestion(text, shape.options, f"write {either(shape.options)}"),
        )
    if isinstance(shape, Day):
        _check_day(text)
    return text, ""


def _yes_no(text: str) -> bool:
    if text.lower() not in _YES_NO:
        raise Refused(f"`{clip(text)}` is neither yes nor no", "write `yes` or `no`")
    return _YES_NO[text.lower()]


def _check_day(text: str) -> None:
    from datetime import date

    try:
        date.fromisoformat(text)
    except ValueError:
        raise Refused(
            f"`{clip(text)}` is not a date", "write year, month and day, such as `2014-05-31`"
        ) from None


def _measure(shape: Measure, text: str) -> Value:
    if text in shape.words:
        return text
    try:
        quantity = parse_quantity(text)
    except QuantityError as error:
        worded = bool(shape.words) and not any(character.isdigit() for character in text)
        raise Refused(error.message, f"write {_wanted(shape)}" if worded else error.hint) from None
    dimension = quantity.unit.dimension if quantity.unit else ""
    if shape.dimensions and dimension not in shape.dimensions:
        asked = _DIMENSIONS.get(shape.dimensions[0], "of the kind that belongs here")
        raise Refused(f"`{clip(text)}` is not {asked.split(',')[0]}", f"write {asked}")
    if shape.forms and quantity.shape not in shape.forms:
        raise Refused(f"`{clip(text)}` is {_FORMS[quantity.shape].split(',')[0]}", f"write {_wanted(shape)}")
    return quantity


def _check_within_life(shape: Measure, value: Value, text: str) -> None:
    """Raise Refused for what exceeds the limit that the shape has for its dimension."""
    unit = value.unit if isinstance(value, Quantity) else None
    if not isinstance(value, Quantity) or unit is None or unit.dimension not in shape.most:
        return
    written, hint = shape.most[unit.dimension]
    limit = parse_quantity(written)
    assert limit.unit is not None  # limits are written with one
    most = Fraction(limit.numbers[0].value) * limit.unit.factor
    if any(Fraction(number.value) * unit.factor > most for number in value.numbers):
        more = (
            f"more than {written}, beyond what is possible" if most else "not of the kind that belongs here"
        )
        raise Refused(f"`{clip(text)}` is {more}", hint)


def _check_unit(key: str, value: Value, text: str) -> None:
    """Raise Refused for a bare number of an analyte that is never reported without a unit."""
    from casewright.quantity.analytes import ANALYTES, ONE

    if not isinstance(value, Quantity) or value.unit is not None or value.shape in ("share", "grade"):
        return
    units = ANALYTES[key].units
    if ONE not in units:
        known = either(tuple(unit.symbol for unit in units[:3]))
        raise Refused(f"`{clip(text)}` has no unit", f"write its unit behind it, such as {known}")


def _wanted(shape: Measure) -> str:
    forms = [_FORMS["grade" if "grade" in shape.forms else shape.forms[0]]] if shape.forms else []
    dimensions = [
        _DIMENSIONS[dimension] for dimension in shape.dimensions[:1] if dimension and not shape.forms
    ]
    words = [either(shape.words)] if shape.words else []
    return " or ".join(words + dimensions + forms) or "a number with its unit"


def _analyte(name: str, value: Value) -> str:
    """The key of the analyte that an entry's name means for this value; raises Refused where none is so called.

    Keys go before printed names, as `neutrophils` is the key of the count and a printed name of the percentage; the
    unit decides where the key's analyte is never measured in it.
    """
    from casewright.quantity.analytes import ANALYTES, find_analyte

    by_key, by_name = ANALYTES.get(name), find_analyte(name.replace("_", " "))
    analyte = by_key or by_name
    if analyte is None:
        hint = suggestion(name, ANALYTES, "put it under `other`, as `name: value`")
        raise Refused("no laboratory value or vital sign of this name is known", hint)
    if by_key and by_name and isinstance(value, Quantity) and value.unit is not None:
        fits = value.unit.dimension in {unit.dimension for unit in by_key.units}
        analyte = by_key if fits else by_name
    return analyte.key
