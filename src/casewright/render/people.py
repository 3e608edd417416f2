"""Words that depend on a person's sex and age. A person is a group of facts with `sex`, and `age` where known."""

from __future__ import annotations

from typing import Any

from casewright.quantity.model import Quantity
from casewright.render.values import Branch, Misused, Printed

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


def aged(age: Any) -> Any:
    """`45-year-old`, `6-month-old`: an age before a noun."""
    quantity = _age(age)
    unit = {"a": "year", "mo": "month", "wk": "week", "d": "day"}.get(
        quantity.unit.code if quantity.unit else "a"
    )
    if unit is None:
        raise Misused(f"`{age.fact.id}` is not an age")
    return age.worded(f"{quantity.numbers[0].text}-{unit}-old")


def introduced(person: Any, by_decade: bool) -> str:
    """A person at the first mention: `a 45-year-old man`; by decade, `a man in his 40s`."""
    if not isinstance(person, Branch) or "age" not in person.names():
        raise Misused("`introduced` is for a person whose age is known")
    age, who = person.child("age"), noun(person)
    if by_decade:
        named = who.text if isinstance(who, Printed) else who
        decade = age.worded(_decade(_age_in_days(person) / DAYS["a"]))
        return f"{_article(named)} {who} in {possessive(person)} {decade}"
    words = aged(age)
    return f"{_article(words.text)} {words} {who}"


def _decade(years: float) -> str:
    if years >= 20:
        return f"{int(years // 10) * 10}s"
    if years >= 13:
        return "teens"
    return ("second" if years >= 10 else "first") + " decade of life"


def _article(words: str) -> str:
    """`a` or `an`, by the sound of a number or of a word that follows."""
    return "an" if words[0] in "8aeio" or words.startswith(("11-", "18-")) else "a"


def _age(age: Any) -> Quantity:
    quantity = age.fact.value if isinstance(age, Printed) else None
    if not isinstance(quantity, Quantity):
        raise Misused("this is for an age, which is a number with a unit")
    return quantity


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
