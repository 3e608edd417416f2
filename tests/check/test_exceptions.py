"""What an author allows stays in the report with its reason; what allows nothing is reported."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from casewright.check.acknowledgement import apply_acknowledgements, load_acknowledgements, subjects_of
from casewright.check.baseline import baseline_text, load_baseline
from casewright.check.finding import Finding, Spot
from casewright.check.suppression import find_suppressions
from casewright.document.model import Block, Document, Mark, Section
from casewright.document.reading import Reading
from casewright.errors import InputError

AGE = Finding("CW103", "patient-of-two-ages", "error", "45 and 46", "", Spot("Abstract", "45-year-old", 3, 3, 0, 2),
              (Spot("Case", "46-year-old", 7, 5, 1, 4),))  # fmt: skip
CONSENT = Finding("CW702", "consent-not-stated", "warning", "no consent", "", Spot("", "", 1, 1))


def acknowledged(folder: Path, text: str) -> tuple[list[str | None], int]:
    """The reasons of the two findings, and how many entries cover none."""
    file = folder / "acknowledged.yaml"
    file.write_text(text, encoding="utf-8")
    findings, stale = apply_acknowledgements((AGE, CONSENT), load_acknowledgements(file))
    return [finding.acknowledged for finding in findings], len(stale)


@pytest.mark.parametrize(
    ("entry", "reasons", "stale"),
    [
        ("{code: CW103, quote: 45-year-old, reason: why}", ["why", None], 0),
        ("{code: CW103, quote: 46-Year, reason: why}", ["why", None], 0),  # the rival, a part, any case
        ("{code: CW103, quote: 45-year-old, section: Case, reason: why}", [None, None], 1),
        ("{code: CW103, section: abstract, reason: why}", ["why", None], 0),
        ("{code: CW103, reason: why}", [None, None], 1),  # its words must be named
        ("{code: CW702, reason: why}", [None, "why"], 0),  # it has no words
        ("{code: CW201, quote: 45-year-old, reason: why}", [None, None], 1),
    ],
)
def test_an_entry_covers_what_it_names(
    tmp_path: Path, entry: str, reasons: list[str | None], stale: int
) -> None:
    assert acknowledged(tmp_path, f"- {entry}\n") == (reasons, stale)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("code: CW103\n", "must be a list"),
        ("- CW103\n", "yaml:1:3: an acknowledgement must have a code and a reason"),
        ("- {code: CW103, quote: x}\n", "without a reason"),
        ("- {code: CW103, reason: ' '}\n", "without a reason"),
        ("- {reason: x}\n", "without a code"),
        ("- {code: CW103, reason: x, why: y}\n", "unknown key `why`"),
        ("- {code: CW103\n", "not valid YAML"),
    ],
)
def test_what_is_no_acknowledgement_is_refused_with_its_place(
    tmp_path: Path, text: str, message: str
) -> None:
    with pytest.raises(InputError, match=message):
        acknowledged(tmp_path, text)


def test_an_entry_about_a_fact_or_a_reference_covers_it_in_any_words(tmp_path: Path) -> None:
    text = "The patient was a man in his 40s."
    blocks = (
        Block("paragraph", text, (Mark("fact", 29, 32, "patient.age"),)),
        Block("reference", "4 Reference to be identified", key="unidentified4"),
    )
    reading = Reading(Document((Section("case", "Case", blocks),)))
    age = replace(AGE, spot=Spot("Case", "40s", 1, 30, 0, 29), related=())
    work = replace(AGE, code="CW804", spot=Spot("References", "4 Reference", 2, 1, 1, 0), related=())
    file = tmp_path / "acknowledged.yaml"
    file.write_text(
        "- {code: CW103, about: patient.age, reason: one}\n- {code: CW804, about: unidentified4, reason: two}\n"
        "- {code: CW103, about: patient.sex, reason: three}\n",
        encoding="utf-8",
    )
    entries = load_acknowledgements(file)
    findings, stale = apply_acknowledgements((age, work), entries, subjects_of(reading))
    assert [finding.acknowledged for finding in findings] == ["one", "two"]
    assert stale == entries[2:]


def test_an_empty_file_acknowledges_nothing(tmp_path: Path) -> None:
    assert acknowledged(tmp_path, "# nothing yet\n") == ([None, None], 0)


def test_a_baseline_covers_what_stood_and_nothing_more(tmp_path: Path) -> None:
    file, manuscript = tmp_path / "known.json", tmp_path / "case.md"
    file.write_text(baseline_text(file, [(manuscript, (AGE, AGE))]), encoding="utf-8")
    covered = load_baseline(file).cover(manuscript, (AGE, CONSENT, AGE, AGE))
    assert [finding.acknowledged for finding in covered] == [
        "known before: known.json", None, "known before: known.json", None,
    ]  # fmt: skip
    assert load_baseline(file).cover(tmp_path / "other.md", (AGE,)) == (AGE,)


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"version": 2, "files": {}}', '{"version": 1, "files": [1]}', "\x00"]
)
def test_what_is_no_baseline_is_refused(tmp_path: Path, text: str) -> None:
    file = tmp_path / "known.json"
    file.write_text(text)
    with pytest.raises(InputError, match="not a baseline"):
        load_baseline(file)


def test_a_missing_baseline_says_how_to_write_one(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="--write-baseline"):
        load_baseline(tmp_path / "known.json")


def test_a_comment_covers_its_line_or_the_paragraph_after_it() -> None:
    text = (
        "text <!-- casewright: allow CW1, CW201 because of this -->\n"
        "{#- casewright: allow age-over-89 because of that -#}\n"
        "\n"
        "one\ntwo\n\nthree\n"
        "<!-- casewright: allow CW3 -->\n"
        "<!-- allow CW4 because -->\n"
    )
    found = find_suppressions(text, "a.md")
    assert [(s.selectors, s.reason, s.first, s.last) for s in found] == [
        (("CW1", "CW201"), "of this", 1, 1),
        (("age-over-89",), "of that", 4, 5),
        (("CW3",), "", 9, 9),
    ]
    assert [(s.line, s.column) for s in found] == [(1, 6), (2, 1), (8, 1)]


def test_looking_for_comments_takes_time_in_proportion() -> None:
    from time import perf_counter

    start = perf_counter()
    find_suppressions("<!-- casewright: allow" + " a" * 200_000 + "\n" + "<!-- casewright:" * 20_000, "a.md")
    assert perf_counter() - start < 2
