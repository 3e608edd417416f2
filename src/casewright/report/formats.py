"""The formats of a report, by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from difflib import get_close_matches

from casewright.check.result import Results
from casewright.errors import InputError, Problem


def _text(results: Results) -> str:
    from casewright.report.text import render_text

    return render_text(results)


def _json(results: Results) -> str:
    from casewright.report.json_report import render_json

    return render_json(results)


def _sarif(results: Results) -> str:
    from casewright.report.sarif import render_sarif

    return render_sarif(results)


def _github(results: Results) -> str:
    from casewright.report.github import render_github

    return render_github(results)


def _junit(results: Results) -> str:
    from casewright.report.junit import render_junit

    return render_junit(results)


def _html(results: Results) -> str:
    from casewright.report.html import render_html

    return render_html(results)


FORMATS: Mapping[str, Callable[[Results], str]] = {
    "text": _text,
    "json": _json,
    "sarif": _sarif,
    "github": _github,
    "junit": _junit,
    "html": _html,
}


def render_report(results: Results, format: str = "text") -> str:
    """The report in a format, ending with a newline. Raises `InputError` for a format that does not exist."""
    if format not in FORMATS:
        near = get_close_matches(format, FORMATS, n=1)
        hint = f"did you mean `{near[0]}`?" if near else f"the formats are {', '.join(FORMATS)}"
        raise InputError(Problem(f"there is no format `{format}`", hint))
    report = FORMATS[format](results)
    return report.encode("utf-8", "replace").decode("utf-8")  # a file's name may hold bytes that are no text
