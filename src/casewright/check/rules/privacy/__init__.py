"""The rules of this family, in order of code."""

from __future__ import annotations

from casewright.check.rule import Rule

RULES: tuple[type[Rule], ...] = ()
