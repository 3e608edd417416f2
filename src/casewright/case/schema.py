"""The shapes as JSON Schema (draft 2020-12), for editors that complete and check a file while it is typed."""

from __future__ import annotations

from typing import Any

from casewright.case.care.files import CASE, STUDIES
from casewright.case.declared import MOST_DECIMALS
from casewright.case.operations import ABOUT
from casewright.case.shape import Choice, Day, Event, Group, Measure, Series, Shape, Text, YesNo

DRAFT = "https://json-schema.org/draft/2020-12/schema"

_NAME = "^[A-Za-z][A-Za-z0-9_]*$"
_LETTER = "^[A-Z]$"
_ID = r"^[A-Za-z][A-Za-z0-9_]*(\.[A-Za-z0-9_]+)+$"


def case_schema() -> dict[str, Any]:
    """The JSON Schema of case.yaml."""
    return _whole("case.yaml of casewright", CASE)


def studies_schema() -> dict[str, Any]:
    """The JSON Schema of studies.yaml."""
    return _whole("studies.yaml of casewright", STUDIES)


def _whole(title: str, shape: Group) -> dict[str, Any]:
    content = _schema(shape)
    content["properties"]["derived"] = _derived()
    return {"$schema": DRAFT, "title": title, **content, "$defs": {"measure": _measure(Measure(""))}}


def _schema(shape: Shape) -> dict[str, Any]:
    return {"description": shape.about, **_content(shape)}


def _content(shape: Shape) -> dict[str, Any]:
    match shape:
        case Group():
            return _group(shape)
        case Series():
            return {"type": "array", "items": _schema(shape.item)}
        case Choice():
            return {"enum": list(shape.options)}
        case YesNo():
            return {"enum": [True, False, "yes", "no"]}
        case Day():
            return {"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
        case Event():
            return {"type": "string", "pattern": _NAME}
        case Text():
            return {"type": ["string", "number"], "minLength": 1}
        case Measure():
            return _measure(shape)


def _measure(shape: Measure) -> dict[str, Any]:
    alternatives: list[dict[str, Any]] = [{"type": "string", "pattern": "[0-9]"}]
    if not shape.dimensions or "" in shape.dimensions:
        alternatives.append({"type": "number"})
    if "grade" in shape.forms or not shape.forms:
        alternatives.append({"type": "string", "pattern": "^(grade|stage|class|type|level|score) [0-9IVX]+"})
    if shape.words:
        alternatives.append({"enum": list(shape.words)})
    if shape.elsewhere:
        alternatives.append({"type": "string", "pattern": _ID})
    return alternatives[0] if len(alternatives) == 1 else {"anyOf": alternatives}


def _group(shape: Group) -> dict[str, Any]:
    properties = {name: _schema(inner) for name, inner in shape.fields.items()}
    schema: dict[str, Any] = {"type": "object", "properties": properties}
    if isinstance(shape.rest, Measure) and shape.rest.by_name:
        properties.update(_analytes())
    if shape.rest is None:
        schema["additionalProperties"] = False
    else:
        schema["additionalProperties"] = _schema(shape.rest)
        schema["propertyNames"] = {"pattern": _LETTER if shape.letters else _NAME}
    if shape.letters:
        schema["minProperties"] = 1
    required = [name for name, inner in shape.fields.items() if inner.required]
    if required:
        schema["required"] = required
    return {"anyOf": [_content(shape.fields[shape.short]), schema]} if shape.short else schema


def _analytes() -> dict[str, Any]:
    """Every analyte by its key, so that editors complete its name."""
    from casewright.quantity.analytes import ANALYTES

    measure = {"$ref": "#/$defs/measure"}
    return {key: {"description": analyte.name, **measure} for key, analyte in sorted(ANALYTES.items())}


def _derived() -> dict[str, Any]:
    source = {"type": "string", "minLength": 1}
    sources = {"anyOf": [source, {"type": "array", "items": source, "minItems": 1}]}
    operations = {name: {"description": about, **sources} for name, about in ABOUT.items()}
    entry = {
        "type": "object",
        "properties": {
            **operations,
            "unit": {"description": "The unit of the result.", "type": "string"},
            "decimals": {
                "description": "Its decimals.",
                "type": "integer",
                "minimum": 0,
                "maximum": MOST_DECIMALS,
            },
        },
        "additionalProperties": False,
        "oneOf": [{"required": [name]} for name in operations],
    }
    about = "Facts that are computed, each under its id. One that is stated as well is held against what is computed."
    return {
        "description": about,
        "type": "object",
        "propertyNames": {"pattern": _ID},
        "additionalProperties": entry,
    }
