"""Results with every kind of finding, small enough to read."""

from __future__ import annotations

from casewright.check.finding import Finding, Spot
from casewright.check.result import Coverage, FileResult, Results
from casewright.document.model import Block, Document, Section
from casewright.errors import Place, Problem

PARAGRAPHS = (
    "A 45-year-old man <was> pale; 7 of 31 (25%) died.",
    "The 46-year-old man had 5\t6\n7\t8 mm & 日本.",
)


def document() -> Document:
    """Two sections of one block each, the second a table."""
    first = Block("paragraph", PARAGRAPHS[0], place=Place("case.md", 3, 1))
    second = Block("table", PARAGRAPHS[1], place=Place("case.md", 7, 1))
    sections = (Section("abstract", "Abstract", (first,)), Section("case", "Case", (second,)))
    return Document(sections, "case.md", "md")


def results() -> Results:
    """An error with a rival, a warning of a missing thing, a note, and an acknowledged error; and an unread file."""
    age = Spot("Abstract", "45-year-old", 3, 3, 0, 2)
    rival = Spot("Case", "46-year-old", 7, 5, 1, 4)
    share = Spot("Abstract", "7 of 31 (25%)", 3, 31, 0, 30)
    ages = "the patient is 45 and 46 years old"
    findings = (
        Finding("CW103", "patient-of-two-ages", "error", ages, "make them agree", age, (rival,)),
        Finding("CW601", "age-over-89", "note", "look at `7 of 31`", "", share),
        Finding(
            "CW201",
            "percent-not-of-count",
            "error",
            "7 of 31 is 22.6%, not 25%",
            "",
            share,
            acknowledged="as published",
        ),
        Finding(
            "CW702",
            "consent-not-stated",
            "warning",
            "no consent",
            "state it",
            Spot("", "", 4, 1),
            (),
            "data/case.yaml",
        ),
    )
    coverage = Coverage(("Abstract", "Case"), 3, 1, 2, 1, ("a text box",))
    good = FileResult("case.md", coverage, findings, document(), ignored={"CW604": "local journal"})
    bad = FileResult(
        "empty.txt", problems=(Problem("is empty", "give a file with text", Place("empty.txt")),)
    )
    return Results((good, bad))
