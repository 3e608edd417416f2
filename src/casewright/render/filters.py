"""What a template can do with a fact: `{{ patient.age | aged }}`. Every filter keeps the fact's id.

A filter that cannot be used on what it was given raises Misused, which becomes a problem with its place.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Any

from jinja2 import Undefined

from casewright.case.model import TO_BE_WRITTEN
from casewright.journal.model import Profile
from casewright.patterns import lazily
from casewright.quantity.analytes import ANALYTES
from casewright.quantity.model import Quantity
from casewright.render.headings import (
    as_path,
    heading,
    names_case_report,
    section_heading,
    section_title,
    without_case_report,
)
from casewright.render.markdown import escaped, span
from casewright.render.people import aged, introduced, noun, objective, possessive, pronoun
from casewright.render.si import in_si
from casewright.render.style import is_plural, number_text, quantity_text, unit_text, value_text
from casewright.render.tracing import without_marks
from casewright.render.values import Branch, Misused, Printed
from casewright.render.words import cardinal, ordinal

_FIRST_LETTER = lazily(r"(?:[\x01\x02][^\x03\x05]*[\x03\x05]|[\[\\(\"'*_])*([a-zμ])")
_OPENED = lazily(r"^(?:[\x01\x02][^\x03\x05]*[\x03\x05]|[\[*_])*")


def filters_for(profile: Profile) -> dict[str, Callable[..., Any]]:
    """Every filter by its name in templates, in the style of this journal."""
    filters: dict[str, Callable[..., Any]] = {
        "value": lambda fact: _value(fact, profile),
        "unit": lambda fact: _unit(fact, profile),
        "words": _words,
        "count": lambda fact: _share_of(fact, 0, profile),
        "whole": lambda fact: _share_of(fact, 1, profile),
        "ordinal": _ordinal,
        "aged": aged,
        "compound": lambda fact: _compound(fact, profile),
        "plural": plural,
        "join_list": lambda items, last="and": join_list(items, last, profile.list_comma),
        "sentence_start": sentence_start,
        "lower_start": lower_start,
        "noun": noun,
        "pronoun": pronoun,
        "objective": objective,
        "possessive": possessive,
        "literal": literal,
        "name": name,
        "items": items,
        "part": part,
        "parts": parts,
        "having": having,
        "measured": measured,
        "label": label,
        "si": lambda fact: _si(fact, profile),
        "introduced": lambda person: introduced(person, profile.ages == "decade"),
        "heading": lambda role: heading(role, profile),
        "section_title": lambda role: section_title(role, profile),
        "section_heading": lambda role: section_heading(role, profile),
        "as_path": as_path,
        "names_case_report": lambda title: names_case_report(without_marks(title)),
        "without_case_report": without_case_report,
    }
    return {name: change if name == "part" else _reporting(change) for name, change in filters.items()}


def _reporting(change: Callable[..., Any]) -> Callable[..., Any]:
    """The filter; a name that does not exist it reports and no more, what is to be written it leaves alone."""

    def reporting(value: Any, *args: Any, **named: Any) -> Any:
        if isinstance(value, Printed) and value.fact.value == TO_BE_WRITTEN:
            return value
        return str(value) if isinstance(value, Undefined) else change(value, *args, **named)

    return reporting


def join_list(items: Iterable[Any], last: str, comma: bool) -> str:
    """`A`, `A and B`, `A, B and C` (with a comma before the last word where the journal sets one)."""
    texts = [str(item) for item in items]
    if len(texts) < 3:
        return f" {last} ".join(texts)
    return ", ".join(texts[:-1]) + ("," if comma else "") + f" {last} " + texts[-1]


def sentence_start(value: Any) -> Any:
    """The same with a capital first letter; a number that opens a sentence is put in words."""
    if isinstance(value, Printed):
        quantity = value.fact.value
        if isinstance(quantity, Quantity) and value.text[:1].isdigit() and quantity.shape == "single":
            number = quantity.numbers[0]
            if number.decimals == 0 and 0 <= number.value < 1000:
                rest = value.text[len(value.text) - len(value.text.lstrip("0123456789")) :]
                return value.worded(_capital(cardinal(int(number.value)) + rest))
        return value.worded(_capital(value.text))
    return _capital(str(value))


def lower_start(value: Any) -> Any:
    """The same with a small first letter, unless the first word is an abbreviation (`CD56`, `T10`)."""
    if isinstance(value, Printed):
        return value.worded(lower_start(value.text))
    text = str(value)
    opened = _OPENED.match(text)
    start = opened.end() if opened else 0
    word = re.match(r"[A-Za-z0-9-]+", text[start:])
    if word is None or any(letter.isupper() or letter.isdigit() for letter in word[0][1:]):
        return text
    return text[:start] + text[start].lower() + text[start + 1 :]


def plural(word: str, count: Any, many: str = "") -> str:
    """`{{ "patient" | plural(studies.lee2007iscm.patients) }}`: the word as it stands after this count."""
    if isinstance(count, Printed):
        several = is_plural(_quantity(count, "plural"))
    else:
        several = (len(count) if hasattr(count, "__len__") else count) != 1
    return (many or f"{word}s") if several else word


def literal(text: Any, reason: str = "") -> str:
    """Digits that stand for themselves, with the reason: `{{ "T1" | literal("weighting of the MRI") }}`."""
    if not str(reason).strip():
        raise Misused("a literal needs its reason")
    return span(escaped(str(text)), "literal", reason=str(reason))


def name(value: Any) -> str:
    """The last part of a fact's or group's id, in words: `alkaline_phosphatase` is `alkaline phosphatase`."""
    path = (
        value.fact.id
        if isinstance(value, Printed)
        else value.path
        if isinstance(value, Branch)
        else str(value)
    )
    return escaped(path.rpartition(".")[2].replace("_", " "))


def items(value: Any) -> list[tuple[str, Any]]:
    """The names and values of a group, in the order of the data."""
    if not isinstance(value, Branch):
        raise Misused("`items` is for a group of facts")
    return [(child, value.child(child)) for child in value.names()]


def part(value: Any, child: str) -> Any:
    """What a group has under this name, or nothing: `{% if article | part("keywords") %}`."""
    return value.child(child) if isinstance(value, Branch) and child in value.names() else None


def parts(values: Any, child: str) -> list[Any]:
    """What each of several groups has under this name; those that have nothing are left out."""
    return [found for found in (part(value, child) for value in values) if found is not None]


def having(values: Any, child: str, wanted: Any) -> list[Any]:
    """The groups in which this part says so: `{{ stains | having("result", "positive") | parts("name") }}`."""
    return [value for value in values if part(value, child) == wanted]


def measured(values: Any) -> list[Printed]:
    """Those facts of a group that are quantities."""
    if not isinstance(values, Branch):
        raise Misused("`measured` is for a group of facts")
    return [v for v in values if isinstance(v, Printed) and isinstance(v.fact.value, Quantity)]


def label(value: Any) -> str:
    """What is printed before a laboratory value or a vital sign: the analyte's name, else the fact's own."""
    analyte = ANALYTES.get(value.fact.analyte) if isinstance(value, Printed) else None
    return escaped(analyte.name) if analyte else name(value)


def _capital(text: str) -> str:
    found = _FIRST_LETTER.match(text)
    return text if found is None else text[: found.start(1)] + found[1].upper() + text[found.end(1) :]


def _unit(fact: Any, profile: Profile) -> Any:
    quantity = _quantity(fact, "unit")
    return fact.worded(unit_text(quantity.unit, is_plural(quantity), profile).strip())


def _si(fact: Any, profile: Profile) -> Any:
    quantity = _quantity(fact, "si")
    return fact.worded(quantity_text(in_si(quantity, fact.fact.analyte), profile))


def _value(fact: Any, profile: Profile) -> Any:
    quantity = _quantity(fact, "value")
    return fact.worded(value_text(quantity, profile))


def _ordinal(fact: Any) -> Any:
    number = _whole(fact, "ordinal")
    return fact.worded(ordinal(number))


def _words(fact: Any, zero: str = "zero") -> Any:
    """`twelve` for 12; `{{ studies.lee2007iscm.operated | words("none") }}` says what 0 is called."""
    number = _whole(fact, "words")
    return fact.worded(cardinal(number) if number else zero)


def _share_of(fact: Any, index: int, profile: Profile) -> Any:
    """The count, or the whole, of a share: 8, or 9, of `8 of 9`."""
    quantity = _quantity(fact, "count")
    if quantity.shape != "share":
        raise Misused(f"`{fact.fact.id}` is no share, such as `8 of 9`")
    return fact.worded(number_text(quantity.numbers[index], profile))


def _compound(fact: Any, profile: Profile) -> Any:
    """`10-year`, `3-wk`: a quantity before a noun."""
    quantity = _quantity(fact, "compound")
    unit = unit_text(quantity.unit, False, profile).strip()
    return fact.worded(value_text(quantity, profile) + (f"-{unit}" if unit else ""))


def _quantity(fact: Any, used: str) -> Quantity:
    if isinstance(fact, Printed) and isinstance(fact.fact.value, Quantity):
        return fact.fact.value
    what = f"`{fact.fact.id}`" if isinstance(fact, Printed) else f"`{without_marks(str(fact))[:40]}`"
    raise Misused(f"`{used}` is for numbers, {what} is none")


def _whole(fact: Any, used: str) -> int:
    number = _quantity(fact, used).numbers[0].value
    if number != number.to_integral_value() or not 0 <= number <= Decimal(999_999):
        raise Misused(f"`{used}` is for whole numbers, `{fact.fact.id}` is {number}")
    return int(number)
