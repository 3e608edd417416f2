"""The rules' pages, made from their docstrings: one on the terminal, or all of them into a folder.

python -m casewright.report.rule_pages docs/rules
"""

from __future__ import annotations

import inspect
import sys
from collections.abc import Mapping
from pathlib import Path

from casewright.check.registry import FAMILIES, RULES, rule_of
from casewright.check.rule import Rule

_SEVERITIES = {
    "error": "error: the text alone proves it",
    "warning": "warning: it is very likely",
    "note": "note: it is worth a look",
}


def explain_text(code: str) -> str:
    """The page of a rule, by code or name, as plain text. Raises `InputError` where there is no such rule."""
    rule = rule_of(code)
    return f"{rule.code} {rule.name} ({_SEVERITIES[rule.severity]})\n\n{_docstring(rule)}\n"


def pages() -> Mapping[str, str]:
    """Every page in Markdown, by file name, with an index of them all."""
    return {f"{rule.code}.md": _page(rule) for rule in RULES} | {"README.md": _index()}


def write_pages(folder: Path) -> None:
    """Write all pages into a folder, and delete the pages of rules that are no more."""
    folder.mkdir(parents=True, exist_ok=True)
    made = pages()
    for old in folder.glob("CW*.md"):
        if old.name not in made:
            old.unlink()
    for name, text in made.items():
        (folder / name).write_text(text, encoding="utf-8")


def _docstring(rule: type[Rule]) -> str:
    return inspect.getdoc(rule) or ""


def _page(rule: type[Rule]) -> str:
    """The docstring with its headings as headings and its indented text as text."""
    first, *rest = _docstring(rule).splitlines()
    lines = [f"# {rule.code}: {rule.name}", "", first, "", f"Severity: {_SEVERITIES[rule.severity]}."]
    for line in rest:
        is_heading = bool(line) and not line.startswith(" ")
        lines += [f"## {line}", ""] if is_heading else [line.removeprefix("    ")]
    return "\n".join(lines) + "\n"


def _index() -> str:
    lines = [
        "# The rules",
        "",
        "Made from the rules themselves by `python -m casewright.report.rule_pages docs/rules`.",
    ]
    for prefix, family in FAMILIES.items():
        rules = [rule for rule in RULES if rule.code.startswith(prefix)]
        if rules:
            lines += [
                "",
                f"## {family.capitalize()}",
                "",
                "| code | name | severity | finds |",
                "|---|---|---|---|",
            ]
        for rule in rules:
            finds = _docstring(rule).partition("\n")[0]
            lines.append(f"| [{rule.code}]({rule.code}.md) | {rule.name} | {rule.severity} | {finds} |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    write_pages(Path(sys.argv[1]))
