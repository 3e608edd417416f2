"""The timeline of a case: to scale, broken where the time is not known, black and white, never out of date."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import etree

from casewright.case.load import load_case
from casewright.case.model import Case
from casewright.cli import main
from casewright.write.timeline import IMAGE, alternative, drawn_facts, drawn_timeline, redrawn, timeline_table

ROOT = Path(__file__).resolve().parents[2]
EVENTS = """\
patient: {age: 45 years, sex: male}
presentation: {symptoms: {pain: pain}}
diagnosis: {final: metastasis}
statements: {consent: obtained}
timeline:
  start: first visit
  middle: {event: operation, after: start, by: 10 d}
  end: {event: discharge, after: middle, by: 30 d}
  later: {event: relapse, after: end}
treatment:
  antibiotic: {at: middle, name: antibiotic, cycles: 2, cycle_length: 7 d}
  radiation: {at: end, name: radiation, cycles: 2, cycle_length: 7 d}
labs:
  first: {at: start, hemoglobin: 9.7 g/dL}
  second: {at: end, hemoglobin: 12.1 g/dL}
"""


@pytest.fixture
def case(tmp_path: Path) -> Case:
    (tmp_path / "case.yaml").write_text(EVENTS, "utf-8")
    return load_case(tmp_path)


def places(case: Case) -> list[float]:
    from casewright.write.timeline import _events

    return [event.x for event in _events(case)[0]]


def test_events_stand_to_scale(case: Case) -> None:
    start, middle, end, _ = places(case)

    assert (end - middle) / (middle - start) == pytest.approx(3, rel=1e-3)


def test_a_stretch_of_unknown_length_is_dotted(case: Case) -> None:
    from casewright.write.timeline import _events

    assert [event.is_open for event in _events(case)[0]] == [False, False, False, True]


def test_a_course_is_as_long_as_the_data_say_and_open_where_they_do_not_reach(case: Case) -> None:
    from casewright.write.timeline import _bars, _events

    events, per_day = _events(case)
    known, unknown = _bars(case, events, per_day)

    assert known.end == pytest.approx(known.start + 14 * per_day)
    assert unknown.end is None  # it would end beyond the stretch of unknown length


def test_the_drawing_is_black_and_white_and_says_what_it_shows(case: Case) -> None:
    svg = drawn_timeline(case, ["hemoglobin"])

    root = etree.fromstring(svg)
    colours = {value for node in root.iter() for name in ("fill", "stroke") if (value := node.get(name))}
    assert all(
        colour in ("none", "black", "white") or re.fullmatch(r"#(..)\1\1", colour) for colour in colours
    )
    assert "operation (10 d after first visit)" in root.findtext("{*}desc")
    assert not root.findall(".//{*}text")  # outlines: no words that a reader would take for the manuscript's


def test_a_drawing_made_earlier_is_drawn_anew_with_its_values(case: Case, tmp_path: Path) -> None:
    old = drawn_timeline(case, ["hemoglobin"])
    (tmp_path / "case.yaml").write_text(EVENTS.replace("30 d", "60 d"), "utf-8")
    changed = load_case(tmp_path)

    assert redrawn(changed, old) == drawn_timeline(changed, ["hemoglobin"])
    assert redrawn(changed, old) != old


def test_the_same_case_gives_the_same_bytes(case: Case) -> None:
    assert drawn_timeline(case) == drawn_timeline(case)


def test_a_case_without_events_has_no_drawing() -> None:
    assert drawn_timeline(Case({}, {})) == b""


def test_the_words_for_case_yaml_have_no_times_that_could_grow_old(case: Case) -> None:
    assert alternative(case, timed=False) == (
        "Timeline of the case, in order: first visit; operation; discharge; relapse."
    )


def test_the_table_prints_facts_and_types_none(case: Case) -> None:
    table = timeline_table(case)

    assert "| {{ timeline.end.by }} after {{ timeline.middle.event }} | {{ timeline.end.event }} |" in table
    assert not re.search(r"\d", table)


def test_figure_and_table_stand_in_every_format(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["timeline", str(project), "--values", "hemoglobin"]) == 0
    case = project / "manuscript" / "case.yaml"
    entry = f"  timeline:\n    A:\n      image: {IMAGE}\n      alt: Timeline of the case\n"
    case.write_text(case.read_text("utf-8").replace("figures:\n", f"figures:\n{entry}", 1), "utf-8")
    prose = project / "manuscript" / "introduction.md"
    table = (project / "manuscript" / "case" / "timeline.md").read_text("utf-8")
    prose.write_text(f"{prose.read_text('utf-8').rstrip()} (@fig:timeline).\n\n{table}", "utf-8")

    status = main(["build", str(project), "--journal", "wjg"])

    assert status != 2, capsys.readouterr().err
    built = project / "build" / "wjg"
    assert {file.name for file in built.iterdir()} >= {"manuscript.docx", "manuscript.pdf", "manuscript.xml"}
    assert b"svg+xml" in (built / "manuscript.html").read_bytes()


def test_an_unknown_value_is_refused_with_the_nearest(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["timeline", str(project), "--values", "hemoglobine"]) == 2
    assert "did you mean `hemoglobin`?" in capsys.readouterr().err


def test_the_facts_that_it_says_are_known_with_the_values_that_stand_over_it(case: Case) -> None:
    drawn = drawn_facts(case, drawn_timeline(case, ["hemoglobin"]))

    assert {"timeline.middle.by", "treatment.antibiotic.cycles", "labs.first.hemoglobin"} <= drawn
    assert "labs.first.hemoglobin" not in drawn_facts(case)
    assert "patient.age" not in drawn
