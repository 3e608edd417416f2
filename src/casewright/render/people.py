"""Words that depend on a person's sex and age. A person is a group of facts with `sex`, and `age` where known."""

from __future__ import annotations

from typing import Any

from casewright.quantity.model import Quantity
from casewright.render.values import Branch, Printed

NEWBORN_DAYS, INFANT_DAYS = 28, 365
ADULT_YEARS = 18
DAYS = {"d": 1.0, "wk": 7.0, "mo": 30.4375, "a": 365.25}

_FORMS = {
    "male": {"pronoun": "he", "objective": "him", "possessive": "his", "noun": "man", "child": "boy"},
    "female": {"pronoun": "she", "objective": "her", "possessive": "her", "noun": "woman", "child": "girl"},
}
_NEUTRAL = {"pronoun": "they", "objective": "them", "possessive": "their", "noun": "person", "child": "child"}


def noun(person: Any) -> Any:
    """`man`, `woman`, `boy`, `girl` by age; `person` or `child` where the sex is neither."""
    return _form(person, "child" if _age_in_days(person) < ADULT_YEARS * DAYS["a"] else "noun")


def pronoun(person: Any) -> Any:
    """`he`, `she`, `they`."""
    return _form(person, "pronoun")


def objective(person: Any) -> Any:
    """`him`, `her`, `them`."""
    return _form(person, "objective")


def possessive(person: Any) -> Any:
    """`his`, `her`, `their`."""
    return _form(person, "possessive")


def _form(person: Any, form: str) -> Any:
    """The word for this person, printed as the fact that decides it: the sex."""
    sex = person
    if isinstance(person, Branch):
        sex = person.child("sex") if "sex" in person.names() else None
    if not isinstance(sex, Printed):
        return _NEUTRAL[form]
    return sex.worded(_FORMS.get(str(sex.fact.value).lower(), _NEUTRAL)[form])


def _age_in_days(person: Any) -> float:
    """The person's age; that of an adult where it is not known."""
    adult = ADULT_YEARS * DAYS["a"]
    if not isinstance(person, Branch) or "age" not in person.names():
        return adult
    age = person.child("age")
    quantity = age.fact.value if isinstance(age, Printed) else None
    if not isinstance(quantity, Quantity):
        return adult
    unit = quantity.unit.code if quantity.unit else "a"
    return float(quantity.numbers[-1].value) * DAYS.get(unit, DAYS["a"])
