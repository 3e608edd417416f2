"""The report as JSON, version 1: a contract with the scripts that read it."""

from __future__ import annotations

import json
from typing import Any

from casewright.check.finding import Finding, Spot
from casewright.check.result import FileResult, Results


def render_json(results: Results) -> str:
    """The whole report as one JSON object."""
    return json.dumps(as_data(results), ensure_ascii=False, indent=2) + "\n"


def as_data(results: Results) -> dict[str, Any]:
    """The report as plain data."""
    return {"version": 1, "files": [_file(file) for file in results.files], "summary": results.summary}


def _file(file: FileResult) -> dict[str, Any]:
    coverage = file.coverage
    return {
        "path": file.path,
        "coverage": {
            "sections": list(coverage.sections),
            "quantities": coverage.quantities,
            "citations": coverage.citations,
            "figures": coverage.figures,
            "abbreviations": coverage.abbreviations,
            "unread": [*(problem.message for problem in file.problems), *coverage.unread],
        },
        "findings": [_finding(finding) for finding in file.findings],
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity,
        "message": finding.message,
        "hint": finding.hint,
        **_spot(finding.spot),
        "related": [_spot(spot) for spot in finding.related],
        "acknowledged": finding.acknowledged,
    }


def _spot(spot: Spot) -> dict[str, Any]:
    return {"section": spot.section, "quote": spot.quote, "line": spot.line, "column": spot.column}
