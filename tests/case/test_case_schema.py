"""The JSON Schemas: valid themselves, in agreement with the loader, and explained field by field."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from ruamel.yaml import YAML

from casewright.case.care.files import CASE, STUDIES
from casewright.case.schema import case_schema, studies_schema
from casewright.case.shape import Group, Series, Shape

ROOT = Path(__file__).resolve().parents[2]
BAD: list[dict[str, Any]] = YAML(typ="safe", pure=True).load(
    Path(__file__).with_name("bad_case_data.yaml").read_text("utf-8")
)

# What a schema cannot say: the YAML itself, grammar of quantities and units, what one entry says of another.
BEYOND = {
    "unknown unit", "unknown analyte", "unknown analyte, nothing near", "decimal comma",
    "wrong kind of unit", "a unit for a count", "a range for a count", "range turned round", "a part above its whole",
    "a name twice", "a section twice", "a name that templates use", "unknown event", "no such event",
    "interval from nothing", "after and before", "a circle", "no fact there", "not a time there", "anchor", "alias",
    "escaped control character", "derived: no such fact", "derived: a group", "derived: words",
    "derived: different kinds", "derived: not exact", "derived: unit", "derived: unit of another kind",
    "derived: from a fact at fault",
    "derived: no such section", "derived: a section without facts", "derived: no such study",
    "derived: circle", "derived: zero",
    "derived: interval unknown event", "derived: interval not said", "derived: in_unit impossible",
    "derived: incomparable", "derived: below a fact", "derived: id of a group",
    "a laboratory value without its unit", "a blood pressure without its unit, beside a score that has none",
    "a dose in metres or minutes, beside the strand of an ointment",
}  # fmt: skip
NOT_YAML = {
    "tab", "tag", "second document", "colon in a value", "quote not closed", "bracket not closed",
    "value begins with >", "value begins with %", "value begins with @", "name without colon", "indented too far",
    "indented too little", "control character", "backslash", "list as name", "a name twice", "a section twice",
}  # fmt: skip


def yaml(text: str) -> Any:
    return YAML(typ="safe", pure=True).load(text)


@pytest.mark.parametrize("schema", [case_schema(), studies_schema()], ids=["case", "studies"])
def test_the_schema_is_valid_against_its_metaschema(schema: dict[str, Any]) -> None:
    Draft202012Validator.check_schema(schema)


@pytest.mark.parametrize(
    ("name", "schema"), [("case.yaml", case_schema()), ("studies.yaml", studies_schema())]
)
def test_the_schema_accepts_the_example(name: str, schema: dict[str, Any]) -> None:
    data = yaml((ROOT / "manuscript" / name).read_text("utf-8"))

    assert [error.message for error in Draft202012Validator(schema).iter_errors(data)] == []


REFUSED = [row for row in BAD if row["name"] not in BEYOND | NOT_YAML]


@pytest.mark.parametrize("row", REFUSED, ids=[row["name"] for row in REFUSED])
def test_the_schema_refuses_what_it_can_see(row: dict[str, Any], shortest: str) -> None:
    data = yaml(shortest + row["added"])

    assert not Draft202012Validator(case_schema()).is_valid(data)


def test_what_the_schema_cannot_see_is_not_refused_by_accident(shortest: str) -> None:
    """The list of what is beyond the schema holds nothing that it refuses."""
    validator = Draft202012Validator(case_schema())
    seen = [
        row["name"] for row in BAD
        if row["name"] in BEYOND - NOT_YAML and not validator.is_valid(yaml(shortest + row["added"]))
    ]  # fmt: skip

    assert seen == []


@pytest.mark.parametrize("field", ["age: {}", "sex: man", "age: years", "agee: 45 years", "age: [45 years]"])
def test_the_schema_refuses_a_wrong_patient(field: str, shortest: str) -> None:
    name = field.split(":")[0]
    right = {"age": "age: 45 years", "sex": "sex: male", "agee": "age: 45 years"}[name]

    assert not Draft202012Validator(case_schema()).is_valid(yaml(shortest.replace(right, field)))


def test_a_section_that_is_required_is_required_by_the_schema() -> None:
    required = {name for name, shape in CASE.fields.items() if shape.required}

    assert (
        set(case_schema()["required"]) == required == {"patient", "presentation", "diagnosis", "statements"}
    )


def shapes(shape: Shape, path: str) -> Iterator[tuple[str, Shape]]:
    yield path, shape
    if isinstance(shape, Series):
        yield from shapes(shape.item, f"{path}[]")
    if isinstance(shape, Group):
        for name, inner in shape.fields.items():
            yield from shapes(inner, f"{path}.{name}")
        if shape.rest is not None:
            yield from shapes(shape.rest, f"{path}.*")


@pytest.mark.parametrize("whole", [CASE, STUDIES], ids=["case", "studies"])
def test_every_field_is_explained_in_a_sentence(whole: Group) -> None:
    mute = [
        path
        for path, shape in shapes(whole, "")
        if not (shape.about[:1].isupper() and shape.about.endswith((".", "`.")))
    ]

    assert mute == []


@pytest.mark.parametrize("whole", [CASE, STUDIES], ids=["case", "studies"])
def test_a_bare_value_stands_for_a_field_that_exists(whole: Group) -> None:
    short = [
        (shape.short, shape.fields)
        for _, shape in shapes(whole, "")
        if isinstance(shape, Group) and shape.short
    ]

    assert all(name in fields for name, fields in short)
