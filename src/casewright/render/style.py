"""Quantities as a journal prints them, in Markdown."""

from __future__ import annotations

from decimal import Decimal

from casewright.journal.model import Profile
from casewright.quantity.model import Number, Quantity, Unit
from casewright.render.markdown import escaped, symbol


def quantity_text(quantity: Quantity, profile: Profile) -> str:
    """The whole quantity: number, comparison, unit."""
    if quantity.shape == "grade":
        return f"grade {escaped(quantity.label or quantity.numbers[0].text)}"
    body = _body(quantity, profile)
    return compared(quantity, profile) + body


def value_text(quantity: Quantity, profile: Profile) -> str:
    """The number without its unit, in words where the quantity is a grade: `III`."""
    if quantity.shape == "grade":
        return escaped(quantity.label or quantity.numbers[0].text)
    joint = {"range": profile.numbers.range_sign, "product": " × ", "pair": "/", "share": " of "}
    numbers = [number_text(number, profile) for number in quantity.numbers]
    return compared(quantity, profile) + joint.get(quantity.shape, "").join(numbers)


def unit_text(unit: Unit | None, plural: bool, profile: Profile) -> str:
    """The unit as printed after a number, with the space before it where one belongs."""
    if unit is None:
        return ""
    words = profile.units.time.get(unit.code) or profile.units.words.get(unit.code)
    if words:
        return " " + symbol(words[1 if plural else 0])
    printed = symbol(unit.symbol.replace("μ", profile.units.micro).replace("µ", profile.units.micro))
    if unit.code in ("%", "[ppth]", "deg"):
        return printed
    if printed.startswith("/"):
        return (" " if profile.units.per_spaced else "") + printed
    if unit.code in ("Cel", "[degF]"):
        return (" " if profile.units.degree_spaced else "") + printed
    return " " + printed


def number_text(number: Number, profile: Profile) -> str:
    """The number with the decimals it was written with, its thousands set off as the journal does."""
    style = profile.numbers
    sign = "-" if number.value < 0 else ""
    whole, point, decimals = f"{abs(number.value):f}".partition(".")
    if style.thousands and abs(number.value) >= style.thousands_from:
        whole = f"{int(whole):,}".replace(",", style.thousands)
    return sign + whole + point + decimals


def compared(quantity: Quantity, profile: Profile) -> str:
    """The comparison before a number; `~` is a word."""
    if not quantity.comparison:
        return ""
    if quantity.comparison == "~":
        return "about "
    return escaped(quantity.comparison) + (" " if profile.numbers.comparison_spaced else "")


def is_plural(quantity: Quantity) -> bool:
    """Whether a counted noun after this quantity stands in the plural."""
    return quantity.shape != "single" or quantity.numbers[0].value != Decimal(1)


def _body(quantity: Quantity, profile: Profile) -> str:
    numbers = [number_text(number, profile) for number in quantity.numbers]
    unit = unit_text(quantity.unit, is_plural(quantity), profile)
    match quantity.shape:
        case "range":
            repeated = (
                profile.numbers.percent_repeated and quantity.unit is not None and quantity.unit.code == "%"
            )
            return profile.numbers.range_sign.join(number + unit * repeated for number in numbers) + unit * (
                not repeated
            )
        case "product":
            repeated = profile.numbers.unit_repeated
            return " × ".join(number + unit * repeated for number in numbers) + unit * (not repeated)
        case "pair":
            return "/".join(numbers) + unit
        case "share":
            return " of ".join(numbers) + unit
        case _:
            spread = f" ± {number_text(quantity.uncertainty, profile)}" if quantity.uncertainty else ""
            return numbers[0] + spread + unit
