"""Results of a check into what people and programs read."""

from casewright.report.formats import FORMATS, render_report

__all__ = ["FORMATS", "render_report"]
