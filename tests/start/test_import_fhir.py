"""A FHIR R4 bundle becomes a case: every observation is a fact or listed, nothing that identifies comes along."""

from __future__ import annotations

from pathlib import Path

import pytest

from casewright.case.load import load_case
from casewright.case.model import Case
from casewright.errors import InputError
from casewright.quantity.model import Quantity
from casewright.start.answers import Answers
from casewright.start.imports import import_file
from casewright.start.project import Imported, project_files, write_project

from .bundle import PATIENT, PRESSURE, REST, bundle, coded, observation

ANSWERS = Answers(journal="wjg")
OBSERVATIONS = (
    observation("6690-2", "Leukocytes [#/volume] in Blood", 6.8, "10*3/uL", "2015-01-01"),
    observation("2160-0", "Creatinine", 1.50, "mg/dL", "2015-01-12"),
    observation("2160-0", "Creatinine", 1.75, "mg/dL", "2015-01-12"),
    observation("29463-7", "Body Weight", 68, "kg", "2015-01-01"),
    observation("99999-1", "Something new", 4, "mg/dL", "2015-01-13"),
    observation("99999-2", "In an odd unit", 4, "furlong", "2015-01-13"),
    observation("72166-2", "Tobacco smoking status", None, "", "2015-01-01",
                valueCodeableConcept={"text": "Never smoker"}),
    observation("2160-0", "Creatinine", None, "", "2015-01-01"),
)  # fmt: skip


def imported(folder: Path, *resources: dict[str, object]) -> Imported:
    file = folder / "bundle.json"
    file.write_bytes(bundle(*resources))
    return import_file(file, None, ANSWERS)


def loaded(folder: Path, found: Imported) -> Case:
    write_project(folder / "project", project_files(ANSWERS, found, eject=False))
    return load_case(folder / "project" / "manuscript")


@pytest.fixture
def whole(tmp_path: Path) -> Imported:
    return imported(tmp_path, PATIENT, PRESSURE, *OBSERVATIONS, *REST)


def test_observations_become_facts_by_loinc_and_ucum(tmp_path: Path, whole: Imported) -> None:
    facts = loaded(tmp_path, whole).facts

    leukocytes = facts["labs.day_0.leukocytes"].value
    assert isinstance(leukocytes, Quantity)
    assert (leukocytes.numbers[0].text, leukocytes.unit and leukocytes.unit.code) == ("6.8", "10*3/uL")
    assert facts["labs.day_11.creatinine"].written == "1.5 mg/dL"
    assert facts["labs.day_11_2.creatinine"].written == "1.75 mg/dL"
    assert facts["vitals.day_0.blood_pressure"].written == "100/70 mmHg"
    assert facts["vitals.day_0.weight"].written == "68 kg"
    assert facts["labs.day_12.other.something_new"].written == "4 mg/dL"


def test_every_observation_is_a_fact_or_is_listed_with_the_reason(tmp_path: Path, whole: Imported) -> None:
    case = loaded(tmp_path, whole)

    measured = [id for id in case.facts if id.startswith(("labs.", "vitals."))]
    listed = [line for line in whole.left_out if line.startswith(("In an odd unit", "Tobacco", "Creatinine"))]
    assert len(measured) == 6
    assert len(listed) == 3
    assert len(measured) + len(listed) == len(OBSERVATIONS) + 1
    assert any("the unit `furlong` is not known" in line for line in listed)
    assert any("its result is in words: “Never smoker”" in line for line in listed)


def test_dates_become_days_since_the_first_event(tmp_path: Path, whole: Imported) -> None:
    case = loaded(tmp_path, whole)

    assert case.facts["timeline.day_12.by"].written == "12 d"
    assert case.tree["timeline"]["day_12"]["after"] == "day_0"
    assert case.facts["timeline.day_12.event"].written == "Appendectomy; cefazolin"
    assert case.facts["patient.age"].written == "64 years"
    assert case.facts["patient.sex"].value == "female"


def test_nothing_that_identifies_is_in_any_file(tmp_path: Path, whole: Imported) -> None:
    text = "\n".join(
        data.decode("utf-8", "replace") for data in project_files(ANSWERS, whole, eject=False).values()
    )

    for secret in (
        "Quux123",
        "Zelda456",
        "MRN-99",
        "555-123",
        "Hidden Lane",
        "Nowhereville",
        "1950",
        "2015-01",
    ):
        assert secret not in text
    assert any("identifier" in line and "identifies the patient" in line for line in whole.left_out)
    assert any("its text holds the patient's name" in line for line in whole.left_out)


def test_conditions_procedures_drugs_reports_and_specimens_come_along(
    tmp_path: Path, whole: Imported
) -> None:
    facts = loaded(tmp_path, whole).facts

    assert (
        facts["history.conditions.chronic_sinusitis_disorder.name"].written == "Chronic sinusitis (disorder)"
    )
    assert facts["treatment.procedures.appendectomy.name"].written == "Appendectomy"
    assert facts["treatment.drugs.cefazolin.dose"].written == "2 g"
    assert facts["imaging.abdominal_ultrasound.summary"].written == "Thickened appendix."
    assert facts["pathology.appendix.specimen"].written == "appendix"
    assert "1 Encounter: not part of what a case report states" in whole.left_out


def test_a_record_of_many_years_is_imported_without_loss(tmp_path: Path) -> None:
    kinds = [
        ("6690-2", "Leukocytes", "10*3/uL"),
        ("718-7", "Hemoglobin", "g/dL"),
        ("2160-0", "Creatinine", "mg/dL"),
    ]
    record = [
        observation(
            *kinds[n % 3][:2], 5 + n % 7, kinds[n % 3][2], f"20{10 + n % 10}-{n % 12 + 1:02}-{n % 28 + 1:02}"
        )
        for n in range(2000)
    ]

    found = imported(tmp_path, PATIENT, *record)

    assert sum(len(values) - 1 for values in found.case["labs"].values()) == len(record)
    assert len(found.left_out) == 1  # what identifies the patient


def test_a_value_below_a_bound_keeps_its_sign(tmp_path: Path) -> None:
    low = observation("1988-5", "C reactive protein", 5, "mg/L", "2015-01-01")
    low["valueQuantity"]["comparator"] = "<"

    assert loaded(tmp_path, imported(tmp_path, PATIENT, low)).facts["labs.day_0.crp"].written == "<5 mg/L"


def test_a_name_does_not_overrule_another_code(tmp_path: Path) -> None:
    other = observation("99999-9", "Creatinine", 1.5, "mg/dL", "2015-01-01")

    facts = loaded(tmp_path, imported(tmp_path, PATIENT, other)).facts

    assert "labs.day_0.creatinine" not in facts
    assert facts["labs.day_0.other.creatinine"].written == "1.5 mg/dL"


def test_an_imported_case_builds(tmp_path: Path, whole: Imported) -> None:
    from casewright.pipeline import make
    from casewright.processes import Tools

    loaded(tmp_path, whole)
    with Tools.started() as tools:
        build = make(tmp_path / "project", "wjg", tools)

    assert next(build.document.roled("case")).text.startswith("A 64-year-old woman presented with")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"{", "not valid JSON"),
        (b"[]", "no FHIR bundle"),
        (b'{"resourceType": "Patient"}', "no FHIR bundle"),
        (b'{"resourceType": "Bundle"}', "holds nothing"),
        (b'{"resourceType": "Bundle", "entry": [1, {"resource": []}]}', "holds nothing"),
        (bundle(PATIENT, PATIENT), "2 patients"),
        (b"[" * 100_000, "not valid JSON"),
    ],
)
def test_what_is_no_bundle_of_one_patient_is_refused_in_words(tmp_path: Path, data: bytes, said: str) -> None:
    file = tmp_path / "bundle.json"
    file.write_bytes(data)

    with pytest.raises(InputError, match=said):
        import_file(file, None, ANSWERS)


@pytest.mark.parametrize(
    "odd",
    [
        {"resourceType": "Observation", "code": 7, "valueQuantity": "x", "component": [3]},
        {
            "resourceType": "Observation",
            "code": coded("2160-0", "Creatinine"),
            "valueQuantity": {"value": "1", "code": 3},
        },
        {"resourceType": "MedicationAdministration", "dosage": []},
        {"resourceType": "DiagnosticReport", "conclusion": ["x"], "effectivePeriod": 3},
        {"resourceType": "Specimen", "collection": 3, "type": []},
        {"resourceType": "Patient", "name": 3, "birthDate": "2015-13-45"},
        {"resourceType": "Procedure", "performedDateTime": "2015-02-31"},
        {"resourceType": ["x"]},
    ],
)
def test_odd_resources_are_no_fault_of_ours(tmp_path: Path, odd: dict[str, object]) -> None:
    assert isinstance(imported(tmp_path, odd), Imported)
