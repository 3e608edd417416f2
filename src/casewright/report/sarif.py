"""The report as SARIF 2.1.0 (OASIS Standard, 27 March 2020): what code scanning services and editors read.

A finding is a result with its place, its rivals as related locations, and its acknowledgement as a suppression. What
was read stands in the artifact's properties; a file that could not be judged is a notification.
"""

from __future__ import annotations

import inspect
import json
from pathlib import Path
from typing import Any
from urllib.parse import quote

from casewright import __version__
from casewright.check.finding import Finding, Spot
from casewright.check.fingerprint import fingerprint
from casewright.check.registry import all_rules
from casewright.check.result import FileResult, Results
from casewright.check.rule import Rule
from casewright.report.wording import path_of

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def render_sarif(results: Results) -> str:
    """One log with one run."""
    rules = [_rule(rule) for rule in all_rules()]
    index = {rule["id"]: number for number, rule in enumerate(rules)}
    run = {
        "tool": {"driver": {"name": "casewright", "version": __version__, "rules": rules}},
        "columnKind": "unicodeCodePoints",
        "invocations": [
            {
                "executionSuccessful": not any(file.problems for file in results.files),
                "exitCode": results.exit_status,
                "toolExecutionNotifications": [
                    {"level": "error", "message": {"text": str(problem)}}
                    for file in results.files
                    for problem in file.problems
                ],
            }
        ],
        "artifacts": [_artifact(file) for file in results.files],
        "results": [_result(file, finding, index) for file in results.files for finding in file.findings],
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _rule(rule: type[Rule]) -> dict[str, Any]:
    page = inspect.getdoc(rule) or rule.name
    return {
        "id": rule.code,
        "name": "".join(part.capitalize() for part in rule.name.split("-")),
        "shortDescription": {"text": page.splitlines()[0]},
        "help": {"text": page},
        "defaultConfiguration": {"level": rule.severity},
    }


def _artifact(file: FileResult) -> dict[str, Any]:
    coverage = file.coverage
    return {
        "location": {"uri": _uri(file.path)},
        "properties": {
            "sections": list(coverage.sections),
            "quantities": coverage.quantities,
            "citations": coverage.citations,
            "figures": coverage.figures,
            "abbreviations": coverage.abbreviations,
            "unread": list(coverage.unread),
        },
    }


def _result(file: FileResult, finding: Finding, index: dict[str, int]) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": index[finding.code],
        "level": finding.severity,
        "message": {"text": f"{finding.message}; {finding.hint}" if finding.hint else finding.message},
        "locations": [_location(path_of(file, finding), finding.spot)],
        "partialFingerprints": {"casewright/v1": fingerprint(finding)},
    }
    if finding.related:
        result["relatedLocations"] = [
            {
                "id": number,
                "message": {"text": spot.quote or spot.section or "see here"},
                **_location(file.path, spot),
            }
            for number, spot in enumerate(finding.related, 1)
        ]
    if finding.acknowledged is not None:
        result["suppressions"] = [{"kind": "external", "justification": finding.acknowledged}]
    return result


def _location(path: str, spot: Spot) -> dict[str, Any]:
    region: dict[str, Any] = {"startLine": max(1, spot.line), "startColumn": max(1, spot.column)}
    if spot.quote:
        region["snippet"] = {"text": spot.quote}
    location: dict[str, Any] = {
        "physicalLocation": {"artifactLocation": {"uri": _uri(path)}, "region": region}
    }
    if spot.section:
        location["logicalLocations"] = [{"name": spot.section, "kind": "section"}]
    return location


def _uri(path: str) -> str:
    """The path as a URI reference with forward slashes: relative where it is relative."""
    slashed = path.replace("\\", "/")
    return Path(path).as_uri() if Path(path).is_absolute() else quote(slashed, errors="surrogateescape")
