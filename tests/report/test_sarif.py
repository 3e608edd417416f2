"""The SARIF log has the parts, the names and the types that SARIF 2.1.0 asks for."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
from report_fixtures import results

from casewright.check.registry import all_rules
from casewright.report import render_report

TEXT = {"type": "object", "required": ["text"], "properties": {"text": {"type": "string", "minLength": 1}}}
COUNT = {"type": "integer", "minimum": 1}


def closed(required: list[str], **properties: Any) -> dict[str, Any]:
    """An object with these properties and no others."""
    return {"type": "object", "required": required, "additionalProperties": False, "properties": properties}


def listed(item: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": item}


# The parts of the OASIS schema that the report uses, written down from the standard (sections 3.13 to 3.58).
ARTIFACT = closed(["uri"], uri={"type": "string", "format": "uri-reference"})
REGION = closed([], startLine=COUNT, startColumn=COUNT, snippet=TEXT)
LOCATION = closed(
    ["physicalLocation"],
    id={"type": "integer", "minimum": 0},
    message=TEXT,
    physicalLocation=closed(["artifactLocation"], artifactLocation=ARTIFACT, region=REGION),
    logicalLocations=listed(closed(["name"], name={"type": "string"}, kind={"type": "string"})),
)
LEVEL = {"enum": ["none", "note", "warning", "error"]}
RESULT = closed(
    ["message", "ruleId", "ruleIndex", "level", "locations"],
    ruleId={"type": "string"},
    ruleIndex={"type": "integer", "minimum": 0},
    level=LEVEL,
    message=TEXT,
    locations={**listed(LOCATION), "minItems": 1},
    relatedLocations=listed(LOCATION),
    partialFingerprints={"type": "object", "additionalProperties": {"type": "string"}},
    suppressions=listed(
        closed(["kind"], kind={"enum": ["inSource", "external"]}, justification={"type": "string"})
    ),
)
RULE = closed(
    ["id"],
    id={"type": "string"},
    name={"type": "string"},
    shortDescription=TEXT,
    help=TEXT,
    defaultConfiguration=closed([], level=LEVEL),
)
DRIVER = closed(["name"], name={"type": "string"}, version={"type": "string"}, rules=listed(RULE))
INVOCATION = closed(
    ["executionSuccessful"],
    executionSuccessful={"type": "boolean"},
    exitCode={"type": "integer"},
    toolExecutionNotifications=listed(closed(["message"], level=LEVEL, message=TEXT)),
)
LOG = closed(
    ["version", "runs"],
    **{"$schema": {"type": "string", "format": "uri"}},
    version={"const": "2.1.0"},
    runs=listed(
        closed(
            ["tool", "results"],
            tool=closed(["driver"], driver=DRIVER),
            columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
            invocations=listed(INVOCATION),
            artifacts=listed(closed([], location=ARTIFACT, properties={"type": "object"})),
            results=listed(RESULT),
        )
    ),
)


def log() -> dict[str, Any]:
    data: dict[str, Any] = json.loads(render_report(results(), "sarif"))
    return data


def test_the_log_has_the_form_of_sarif() -> None:
    jsonschema.Draft202012Validator(LOG).validate(log())


def test_every_rule_is_described_and_every_result_leads_to_its_rule() -> None:
    run = log()["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [rule.code for rule in all_rules()]
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in run["results"])


def test_rivals_are_related_locations_and_reasons_are_suppressions() -> None:
    contradiction, _, known, missing = log()["runs"][0]["results"]
    assert contradiction["relatedLocations"][0]["physicalLocation"]["region"]["startLine"] == 7
    assert known["suppressions"] == [{"kind": "external", "justification": "as published"}]
    assert missing["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "data/case.yaml"


def test_a_file_that_could_not_be_judged_is_a_notification() -> None:
    invocation = log()["runs"][0]["invocations"][0]
    assert invocation["executionSuccessful"] is False
    assert invocation["exitCode"] == 2
    assert "is empty" in invocation["toolExecutionNotifications"][0]["message"]["text"]
