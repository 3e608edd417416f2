"""Facts that are computed: their value, unit, rounding, formula and place; and what they say against stated ones."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from casewright.case.convert import in_si
from casewright.case.derived import disagreements
from casewright.case.model import Case, Fact
from casewright.quantity.model import Quantity

Load = Callable[..., Case]

LABS = "labs: {er: {leukocytes: 6800 /µL, neutrophils_percent: 95.3 %, creatinine: 1.5 mg/dL, albumin: 3.10 g/dL}}\n"


@pytest.mark.parametrize(
    ("operation", "written", "formula"),
    [
        ("{share_of: [labs.er.neutrophils_percent, labs.er.leukocytes]}", "6480 /μL",
         "95.3 % of 6800 /µL, rounded half up to a whole number"),
        ("{percent_of: studies.w2012.prevented}", "89 %", "8 of 9 as a percentage, rounded half up to a whole number"),
        ("{percent_of: [studies.w2012.worse, studies.w2012.patients], decimals: 1}", "11.1 %",
         "1 of 9 as a percentage, rounded half up to 1 decimal"),
        ("{sum: [studies.w2012.worse, studies.w2012.patients, studies.w2012.worse]}", "11",
         "the sum of 1, 9, 1, rounded half up to a whole number"),
        ("{difference: [labs.er.albumin, labs.er.creatinine]}", "3098.50 mg/dL",
         "3.10 g/dL less 1.5 mg/dL, rounded half up to 2 decimals"),
        ("{ratio: [labs.er.albumin, labs.er.creatinine], decimals: 0}", "2067",
         "3.10 g/dL divided by 1.5 mg/dL, rounded half up to a whole number"),
        ("{bmi: [patient.weight, patient.height]}", "23.0 kg/m²",
         "68 kg over the square of 172 cm, rounded half up to 1 decimal"),
        ("{mean_arterial_pressure: vitals.er.blood_pressure}", "80 mmHg",
         "diastolic plus a third of the pulse pressure of 100/70 mmHg, rounded half up to a whole number"),
        ("{in_unit: labs.er.creatinine, unit: µmol/L}", "133 μmol/L",
         "1.5 mg/dL in μmol/L, rounded half up to a whole number"),
        ("{in_unit: labs.er.creatinine, unit: µmol/L, decimals: 2}", "132.60 μmol/L",
         "1.5 mg/dL in μmol/L, rounded half up to 2 decimals"),
    ],
)  # fmt: skip
def test_each_operation(load: Load, operation: str, written: str, formula: str) -> None:
    measured = LABS + "vitals: {er: {blood_pressure: 100/70 mmHg}}\n"

    case = load(
        measured + f"derived: {{outcome.computed: {operation}}}",
        "w2012: {prevented: 8 of 9, worse: 1, patients: 9}",
    )

    fact = case.facts["outcome.computed"]
    assert (fact.written, fact.formula) == (written, formula)
    assert case.tree["outcome"]["computed"] is fact


def test_a_derived_fact_names_its_sources_and_stands_where_the_youngest_stands(
    load: Load, tmp_path: Path
) -> None:
    case = load(
        LABS + "derived: {labs.er.neutrophils: {share_of: [labs.er.neutrophils_percent, labs.er.leukocytes]}}"
    )

    fact = case.facts["labs.er.neutrophils"]

    assert fact.sources == ("labs.er.neutrophils_percent", "labs.er.leukocytes")
    assert fact.place == case.facts["labs.er.neutrophils_percent"].place


def test_a_derived_fact_may_be_a_source(load: Load) -> None:
    case = load(
        "derived:\n"
        "  patient.four: {sum: [patient.twice, patient.twice]}\n"
        "  patient.twice: {sum: [patient.age, patient.age]}\n"
    )

    assert case.facts["patient.four"].written == "180 yr"


def test_studies_have_a_derived_block_too(load: Load) -> None:
    case = load(
        studies="a2020: {saved: 2 of 12}\nderived: {studies.a2020.percent: {percent_of: studies.a2020.saved}}"
    )

    assert case.facts["studies.a2020.percent"].written == "17 %"


@pytest.mark.parametrize(
    ("events", "unit", "written"),
    [
        ("b: {event: b, after: a, by: 15 d}, c: {event: c, after: b, by: 6 d}", "", "21 d"),
        ("b: {event: b, after: a, by: 15 d}, c: {event: c, after: b, by: 6 d}", ", unit: wk", "3 wk"),
        ("b: {event: b, before: c, by: 2.5 h}, c: {event: c, after: a, by: 4.0 h}", "", "4.0 h"),
        ("b: {event: b, after: a, by: 3 wk}, c: {event: c, before: b, by: 5 d}", "", "16 d"),
        ("b: {event: b, date: 2014-02-27}, c: {event: c, after: b, by: 2 d}", "", "4 d"),
    ],
)
def test_an_interval_runs_along_the_timeline(load: Load, events: str, unit: str, written: str) -> None:
    start = "{event: a, date: 2014-02-25}" if "date" in events else "a"

    case = load(f"timeline: {{a: {start}, {events}}}\nderived: {{outcome.time: {{interval: [a, c]{unit}}}}}")

    assert case.facts["outcome.time"].written == written
    assert case.facts["outcome.time"].formula.startswith("from a to c along the timeline, rounded half up")


def test_an_interval_backwards_is_negative(load: Load) -> None:
    case = load(
        "timeline: {a: a, b: {event: b, after: a, by: 15 d}}\nderived: {outcome.time: {interval: [b, a]}}"
    )

    assert case.facts["outcome.time"].written == "-15 d"


@pytest.mark.parametrize(
    ("unit", "digits"),
    [("creatinine: 1.5 mg/dL", "133 μmol/L"), ("hemoglobin: 9.7 g/dL", "97 g/L"),
     ("platelets: 131000 /µL", "131 × 10^9/L"), ("urea_nitrogen: 35.0 mg/dL", "12.49 mmol/L"),
     ("leukocytes: 6800 /µL", "6.8 × 10^9/L"),
     ("bilirubin_total: <1.2 mg/dL", "<21 μmol/L")],
)  # fmt: skip
def test_si_values_on_demand(load: Load, unit: str, digits: str) -> None:
    name = unit.split(":")[0]

    fact = in_si(load(f"labs: {{er: {{{unit}}}}}").facts[f"labs.er.{name}"])

    assert (fact.id, fact.written, fact.sources) == (f"labs.er.{name}.si", digits, (f"labs.er.{name}",))
    assert ", rounded half up to " in fact.formula


@pytest.mark.parametrize("entry", ["temperature: 36.4 °C", "pulse: 105 /min"])
def test_a_fact_without_another_si_unit_is_its_own(load: Load, entry: str) -> None:
    fact = load(f"vitals: {{er: {{{entry}}}}}").facts[f"vitals.er.{entry.split(':')[0]}"]

    assert in_si(fact) is fact


def stated_and_derived(load: Load, stated: str, decimals: str = "") -> list[tuple[str, str]]:
    labs = LABS.replace("creatinine", f"neutrophils: '{stated}', creatinine")
    rule = f"{{share_of: [labs.er.neutrophils_percent, labs.er.leukocytes]{decimals}}}"
    return [
        (d.stated.written, d.derived.written)
        for d in disagreements(load(f"{labs}derived: {{labs.er.neutrophils: {rule}}}"))
    ]


def test_a_stated_value_that_its_sources_cannot_give_disagrees(load: Load) -> None:
    assert stated_and_derived(load, "6430 /µL") == [("6430 /µL", "6480 /μL")]


@pytest.mark.parametrize(
    "stated",
    ["6480 /µL", "6477 /µL", "6484 /µL", "6.48 × 10^3/µL", "6.5 × 10^3/µL", "<6500 /µL", "6400-6500 /µL"],
)
def test_rounding_is_honoured_on_both_sides(load: Load, stated: str) -> None:
    assert stated_and_derived(load, stated) == []


@pytest.mark.parametrize(
    "stated", ["6475 /µL", "6486 /µL", "6.47 × 10^3/µL", "<6000 /µL", ">6600 /µL", "6000-6400 /µL"]
)
def test_what_no_rounding_explains_disagrees(load: Load, stated: str) -> None:
    assert stated_and_derived(load, stated) == [(stated, "6480 /μL")]


def test_a_stated_fact_stays_as_stated_where_it_is_derived_too(load: Load) -> None:
    case = load("derived: {patient.age: {sum: [patient.age, patient.age]}}")

    assert case.facts["patient.age"].written == "45 years"
    assert case.derived["patient.age"].fact.written == "90 yr"


def test_counts_are_exact(load: Load) -> None:
    rule = "derived: {studies.a.saved_percent: {percent_of: studies.a.saved}}"
    studies = f"a: {{saved: 2 of 12, saved_percent: 16 %}}\n{rule}"

    assert [(d.stated.id, d.derived.written) for d in disagreements(load(studies=studies))] == [
        ("studies.a.saved_percent", "17 %")
    ]


def test_a_case_without_derived_facts_has_no_disagreements(load: Load) -> None:
    assert disagreements(load()) == []


def test_derived_values_are_quantities(load: Load) -> None:
    fact: Fact = load("derived: {patient.twice: {sum: [patient.age, patient.age]}}").facts["patient.twice"]

    assert isinstance(fact.value, Quantity)
    assert (fact.value.numbers[0].text, fact.value.unit and fact.value.unit.code) == ("90", "a")


def test_numbers_of_any_length_are_computed_exactly(load: Load) -> None:
    long = "9" * 150
    case = load(
        f"outcome: {{survival: {long}.5 d, follow_up: 0.5 d}}\n"
        "derived:\n"
        "  outcome.all: {sum: [outcome.survival, outcome.follow_up]}\n"
        "  outcome.hours: {in_unit: outcome.survival, unit: h, decimals: 0}\n"
    )

    assert case.facts["outcome.all"].written == f"1{'0' * 150}.0 d"
    assert case.facts["outcome.hours"].written == f"{(int(long) * 10 + 5) * 24 // 10} h"
