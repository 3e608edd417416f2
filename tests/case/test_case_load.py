"""What a case gives: facts with ids, values, digits and places, and the tree that templates walk."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from casewright.case.load import load_case
from casewright.case.model import Case, Fact, Figure, Panel
from casewright.errors import InputError, Place
from casewright.quantity.model import Quantity

Load = Callable[..., Case]


def quantity(fact: Fact) -> Quantity:
    assert isinstance(fact.value, Quantity)
    return fact.value


def test_a_fact_is_found_by_its_path(load: Load) -> None:
    case = load("labs:\n  emergency:\n    leukocytes: 6800 /uL\n")

    fact = case.facts["labs.emergency.leukocytes"]

    assert quantity(fact).numbers[0].value == 6800
    assert fact.analyte == "leukocytes"
    assert case.tree["labs"]["emergency"]["leukocytes"] is fact


def test_a_fact_knows_file_line_and_column(load: Load, tmp_path: Path) -> None:
    case = load("outcome:\n  survival:   105 d\n")

    assert case.facts["outcome.survival"].place == Place((tmp_path / "case.yaml").as_posix(), 6, 15)


def test_the_place_of_a_study_is_in_the_other_file(load: Load, tmp_path: Path) -> None:
    case = load(studies="lee2007iscm:\n  median_survival: 3.9 months\n")

    place = case.facts["studies.lee2007iscm.median_survival"].place

    assert place == Place((tmp_path / "studies.yaml").as_posix(), 2, 20)
    assert case.files == tuple((tmp_path / name).as_posix() for name in ("case.yaml", "studies.yaml"))


def test_studies_may_be_absent(load: Load, tmp_path: Path) -> None:
    assert load().files == ((tmp_path / "case.yaml").as_posix(),)


@pytest.mark.parametrize("written", ["35.0 mg/dL", "35 mg/dL", "0.10 mg/dL", "131,000 mg/dL"])
def test_digits_stay_as_written(load: Load, written: str) -> None:
    fact = load(f"labs:\n  day1:\n    urea_nitrogen: {written}").facts["labs.day1.urea_nitrogen"]

    assert fact.written == written
    assert quantity(fact).numbers[0].text == written.split()[0]


def test_a_bare_decimal_is_not_read_as_a_float(load: Load) -> None:
    fact = load(studies="a2020: {ratio: 1.50}").facts["studies.a2020.ratio"]

    assert (quantity(fact).numbers[0].text, quantity(fact).numbers[0].decimals) == ("1.50", 2)


@pytest.mark.parametrize(
    ("entry", "shape", "numbers"),
    [
        ("vitals: {day1: {temperature: 36.4 °C}}", "single", ["36.4"]),
        ("vitals: {day1: {blood_pressure: 100/70 mmHg}}", "pair", ["100", "70"]),
        (
            "imaging: {mri: {modality: MRI, lesion: {size: 5.9 x 5.3 x 14.8 mm}}}",
            "product",
            ["5.9", "5.3", "14.8"],
        ),
        ("imaging: {mri: {modality: MRI, lesion: {size: <5 mm}}}", "single", ["5"]),
        ("examination: {day1: {motor: {left_leg: grade III}}}", "grade", ["III"]),
        ("outcome: {follow_up: 4.2-8.5 months}", "range", ["4.2", "8.5"]),
        ("treatment: {first: {etoposide: {days: 1-3}}}", "range", ["1", "3"]),
    ],
)
def test_quantities_are_written_as_people_write_them(
    load: Load, entry: str, shape: str, numbers: list[str]
) -> None:
    values = [fact.value for fact in load(entry).facts.values() if fact.id.startswith(entry.split(":")[0])]

    value = next(value for value in values if isinstance(value, Quantity))

    assert (value.shape, [number.text for number in value.numbers]) == (shape, numbers)


def test_a_count_of_a_whole_is_kept_as_both(load: Load) -> None:
    fact = load(studies="wilson2012: {prevented: 8 of 9}").facts["studies.wilson2012.prevented"]

    assert [number.value for number in quantity(fact).numbers] == [Decimal(8), Decimal(9)]


def test_a_word_may_stand_where_it_is_allowed(load: Load) -> None:
    case = load("examination: {day1: {motor: {left_arm: normal}}}")

    assert case.facts["examination.day1.motor.left_arm"].value == "normal"


def test_yes_and_no_are_truth_and_other_fields_are_not(load: Load) -> None:
    case = load("treatment: {first: {considered_only: yes, response: no}}")

    assert case.facts["treatment.first.considered_only"].value is True
    assert case.facts["treatment.first.response"].value == "no"


def test_a_bare_value_stands_for_a_group_with_its_main_field(load: Load) -> None:
    case = load("pathology: {cord: {specimen: tissue, stains: {CD56: positive}}}")

    assert case.facts["pathology.cord.stains.CD56.result"].value == "positive"


def test_an_entry_is_called_by_its_name_where_none_is_written(load: Load, tmp_path: Path) -> None:
    case = load("pathology: {cord: {specimen: tissue, stains: {alpha_actin: positive}}}")

    fact = case.facts["pathology.cord.stains.alpha_actin.name"]

    assert (fact.value, fact.formula) == ("alpha actin", "the name of the entry")
    assert fact.place == Place((tmp_path / "case.yaml").as_posix(), 5, 47)


def test_a_written_name_goes_before_that_of_the_entry(load: Load) -> None:
    fact = load("treatment: {first: {etoposide: {name: etoposide phosphate}}}").facts[
        "treatment.first.etoposide.name"
    ]

    assert (fact.value, fact.formula) == ("etoposide phosphate", "")


def test_items_of_a_list_are_counted_from_one(load: Load) -> None:
    case = load("article: {keywords: [cord, tumor]}")

    assert [case.facts[f"article.keywords.{n}"].value for n in (1, 2)] == ["cord", "tumor"]
    assert [fact.id for fact in case.tree["article"]["keywords"]] == [
        "article.keywords.1",
        "article.keywords.2",
    ]


def test_folded_text_is_one_line(load: Load) -> None:
    case = load("outcome:\n  status: >\n    alive and\n    well\n")

    assert case.facts["outcome.status"].value == "alive and well"


@pytest.mark.parametrize(
    ("entry", "analyte"),
    [
        ("neutrophils: 6430 /µL", "neutrophils"),
        ("neutrophils: 95.3 %", "neutrophils_percent"),
        ("segmented_neutrophils: 95.3 %", "neutrophils_percent"),
        ("WBC: 6800 /µL", "leukocytes"),
    ],
)
def test_name_and_unit_say_the_analyte(load: Load, entry: str, analyte: str) -> None:
    fact = load(f"labs: {{day1: {{{entry}}}}}").facts[f"labs.day1.{entry.split(':')[0]}"]

    assert fact.analyte == analyte


def test_a_value_without_a_name_of_its_own_stands_under_other(load: Load) -> None:
    fact = load("labs: {day1: {other: {serum_luck: 3 mg/dL}}}").facts["labs.day1.other.serum_luck"]

    assert fact.analyte == ""


def test_an_event_may_take_its_interval_from_a_fact(load: Load) -> None:
    case = load(
        "outcome: {survival: 105 d}\n"
        "timeline: {operation: removal, death: {event: death, after: operation, by: outcome.survival}}"
    )

    assert case.tree["timeline"]["death"]["by"] is case.facts["outcome.survival"]
    assert "timeline.death.by" not in case.facts


def test_names_of_events_are_no_facts(load: Load) -> None:
    case = load("timeline: {visit: a visit}\nvitals: {day1: {at: visit, pulse: 70 /min}}")

    assert case.tree["vitals"]["day1"]["at"] == "visit"
    assert "vitals.day1.at" not in case.facts


def test_figures_have_panels_in_the_order_of_the_data_and_are_no_facts(load: Load, tmp_path: Path) -> None:
    case = load("figures:\n  spine:\n    B: {image: b.png, alt: second}\n    A: {image: a.png, alt: first}\n")

    panels = (Panel("B", "b.png", "second"), Panel("A", "a.png", "first"))
    assert case.figures == (Figure("spine", panels, Place((tmp_path / "case.yaml").as_posix(), 6, 3)),)
    assert not [id for id in case.facts if id.startswith("figures")]


def test_abbreviations_are_no_facts(load: Load) -> None:
    case = load("abbreviations: {MRI: magnetic resonance imaging}")

    assert case.abbreviations == {"MRI": "magnetic resonance imaging"}
    assert not [id for id in case.facts if id.startswith("abbreviations")]


def test_every_leaf_of_the_tree_is_the_fact_of_its_path(load: Load) -> None:
    case = load("vitals: {day1: {pulse: 70 /min}}\narticle: {keywords: [a]}", "a2020: {patients: 12}")

    for id, fact in case.facts.items():
        leaf = case.tree
        for part in id.split("."):
            leaf = leaf[int(part) - 1] if isinstance(leaf, tuple) else leaf[part]
        assert leaf is fact


def test_all_problems_of_both_files_come_in_one_run_in_order(tmp_path: Path, shortest: str) -> None:
    (tmp_path / "case.yaml").write_text(
        shortest.replace("45 years", "45 yeers").replace("sex", "sax"), "utf-8"
    )
    (tmp_path / "studies.yaml").write_text("a2020: {patients: many}\nb2021: [1]\n", "utf-8")

    with pytest.raises(InputError) as caught:
        load_case(tmp_path)

    places = [(Path(p.place.file).name, p.place.line, p.place.column) for p in caught.value.problems]
    assert places == [
        ("case.yaml", 1, 1), ("case.yaml", 1, 16), ("case.yaml", 1, 26), ("studies.yaml", 1, 19), ("studies.yaml", 2, 8)
    ]  # fmt: skip


def test_a_windows_file_reads_like_any_other(tmp_path: Path, shortest: str) -> None:
    (tmp_path / "case.yaml").write_bytes(("\ufeff" + shortest.replace("\n", "\r\n")).encode())

    case = load_case(tmp_path)

    assert case.facts["statements.consent"].place.line == 4
    assert case.facts["statements.consent"].value == "given"
