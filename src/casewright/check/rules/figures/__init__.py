"""The rules of this family, in order of code."""

from __future__ import annotations

from casewright.check.rule import Rule
from casewright.check.rules.figures.figure_called_out_of_order import FigureCalledOutOfOrder

RULES: tuple[type[Rule], ...] = (FigureCalledOutOfOrder,)
