"""The rules of this family, in order of code."""

from __future__ import annotations

from casewright.check.rule import Rule
from casewright.check.rules.figures.figure_called_out_of_order import FigureCalledOutOfOrder
from casewright.check.rules.figures.figure_number_skipped import FigureNumberSkipped
from casewright.check.rules.figures.figure_of_another_kind import FigureOfAnotherKind
from casewright.check.rules.figures.figure_without_call import FigureWithoutCall
from casewright.check.rules.figures.figure_without_legend import FigureWithoutLegend
from casewright.check.rules.figures.legend_printed_twice import LegendPrintedTwice
from casewright.check.rules.figures.panel_not_in_legend import PanelNotInLegend
from casewright.check.rules.figures.panel_without_call import PanelWithoutCall
from casewright.check.rules.figures.position_told_twice import PositionToldTwice

RULES: tuple[type[Rule], ...] = (
    FigureCalledOutOfOrder,
    FigureNumberSkipped,
    FigureWithoutCall,
    FigureWithoutLegend,
    PanelNotInLegend,
    PanelWithoutCall,
    LegendPrintedTwice,
    FigureOfAnotherKind,
    PositionToldTwice,
)
