"""The example holds every fact of the published report, as published, faults included."""

from __future__ import annotations

from pathlib import Path

import pytest

from casewright.case.derived import disagreements
from casewright.case.load import load_case
from casewright.case.model import Case

ROOT = Path(__file__).resolve().parents[2]

# The published facts: id, as written. Words of the prose's own are left to the tests of the manuscript.
PUBLISHED = {
    "patient.age": "45 years",
    "patient.sex": "male",
    "presentation.symptoms.leg_weakness.side": "right",
    "presentation.symptoms.leg_weakness.duration": "5 h",
    "history.conditions.masses.sites.1": "pancreatic tail",
    "history.conditions.masses.sites.2": "gallbladder",
    "history.conditions.masses.sites.3": "liver",
    "history.conditions.masses.sites.4": "bone",
    "pathology.liver.stains.synaptophysin.result": "positive",
    "pathology.liver.stains.chromogranin.result": "positive",
    "pathology.liver.stains.CD45.result": "positive",
    "pathology.liver.stains.mucicarmin.result": "negative",
    "pathology.liver.ki67": "50%",
    "timeline.chemotherapy.by": "15 d",
    "treatment.regimen.etoposide.dose": "100 mg/m2",
    "treatment.regimen.etoposide.days": "1-3",
    "treatment.regimen.cisplatin.dose": "70 mg/m2",
    "treatment.regimen.cisplatin.days": "1",
    "treatment.regimen.cycle_length": "3 wk",
    "treatment.regimen.cycles": "3",
    "treatment.regimen.response": "stable disease",
    "timeline.emergency.cycle": "4",
    "timeline.emergency.cycle_day": "5",
    "vitals.emergency.blood_pressure": "100/70 mmHg",
    "vitals.emergency.pulse": "105 /min",
    "vitals.emergency.respiratory_rate": "18 /min",
    "vitals.emergency.temperature": "36.4 °C",
    "vitals.emergency.summary": "normal",
    "labs.emergency.leukocytes": "6800 /µL",
    "labs.emergency.neutrophils": "6430 /µL",
    "labs.emergency.neutrophils_percent": "95.3%",
    "labs.emergency.hemoglobin": "9.7 g/dL",
    "labs.emergency.platelets": "131000 /µL",
    "labs.emergency.bilirubin_total": "4.7 mg/dL",
    "labs.emergency.ast": "250 IU/L",
    "labs.emergency.alt": "304 IU/L",
    "labs.emergency.alp": "1855 IU/L",
    "labs.emergency.urea_nitrogen": "35.0 mg/dL",
    "labs.emergency.creatinine": "1.5 mg/dL",
    "examination.emergency.motor.right_arm": "normal",
    "examination.emergency.motor.left_arm": "normal",
    "examination.emergency.motor.right_leg": "grade III",
    "examination.emergency.motor.left_leg": "grade V",
    "examination.worsening.motor.left_leg": "grade III",
    "examination.after_operation.motor.right_leg": "grade IV",
    "examination.after_operation.motor.left_leg": "grade IV",
    "examination.motor_scale": "British Medical Council",
    "imaging.brain_mri.metastases.size": "<5 mm",
    "imaging.spine_mri.lesion.size": "5.9 x 5.3 x 14.8 mm",
    "imaging.spine_mri.lesion.level": "T10/T11",
    "imaging.spine_mri.lesion.compartment": "intramedullary",
    "treatment.procedures.removal.name": "gross total removal",
    "treatment.procedures.removal.level": "T10/T11",
    "pathology.cord.stains.CD56.result": "positive",
    "pathology.cord.stains.chromogranin.result": "positive",
    "pathology.cord.stains.synaptophysin.result": "positive",
    "pathology.cord.stains.CD56.pattern": "membranous",
    "pathology.cord.stains.chromogranin.pattern": "cytoplasmic",
    "pathology.cord.stains.synaptophysin.pattern": "cytoplasmic",
    "pathology.cord.ki67": "50%",
    "pathology.cord.grade": "high-grade neuroendocrine tumor",
    "pathology.cord.mitoses": ">10 /10 HPF",
    "pathology.cord.magnification": "× 400",
    "outcome.survival": "105 d",
    "outcome.cause_of_death": "biliary sepsis",
    "studies.costigan1985iscm.share_of_cns_metastases": "4.2%-8.5%",
    "studies.costigan1985iscm.share_of_spinal_metastases": "<5%",
    "studies.halfdanarson2008annonc.share_of_pancreatic_cancers": "1%-2%",
    "studies.unidentified6.incidence": "1 of 1000000",
    "studies.unidentified6.new_patients_us": "~1000",
    "studies.hpb2010nethepatic.overall_survival": "50.4%",
    "studies.hpb2010nethepatic.survival_time": "10 years",
    "studies.uncited_iscm.share_of_cns_metastases": "8.5%",
    "studies.uncited_iscm.share_of_cancer_patients": "0.1%-0.4%",
    "studies.uncited_iscm.with_brain_metastasis": "35%",
    "studies.lee2007iscm.patients": "12",
    "studies.lee2007iscm.radiation_and_steroids": "92%",
    "studies.lee2007iscm.operated": "0",
    "studies.lee2007iscm.median_survival": "3.9 months",
    "studies.lee2007iscm.improved_at_once": "17%",
    "studies.gasser2005iscm.patients": "13",
    "studies.gasser2005iscm.operated": "13",
    "studies.gasser2005iscm.median_survival": "7.1 months",
    "studies.gasser2005iscm.worsened": "15%",
    "studies.gasser2005iscm.not_worsened": "85%",
    "studies.wilson2012iscm.lesions": "10",
    "studies.wilson2012iscm.patients": "9",
    "studies.wilson2012iscm.operated": "9",
    "studies.wilson2012iscm.median_survival": "6.4 months",
    "studies.wilson2012iscm.worsening_prevented": "8",
    "studies.wilson2012iscm.worsening_prevented_percent": "89 %",
    "studies.wilson2012iscm.improved": "1",
    "studies.wilson2012iscm.worsened": "1",
    "studies.wilson2012iscm.worsened_percent": "11 %",
}


@pytest.fixture(scope="module")
def example() -> Case:
    return load_case(ROOT / "manuscript")


@pytest.mark.parametrize(("id", "written"), PUBLISHED.items(), ids=PUBLISHED)
def test_the_example_states_the_published_fact(example: Case, id: str, written: str) -> None:
    assert example.facts[id].written == written


def test_each_fact_stands_where_its_place_says(example: Case) -> None:
    lines = {file: Path(file).read_text("utf-8").splitlines() for file in example.files}

    for fact in example.facts.values():
        if not fact.formula and "\n" not in fact.written:
            rest = lines[fact.place.file][fact.place.line - 1][fact.place.column - 1 :]
            assert rest.lstrip("\"'>-").strip().startswith(fact.written.lstrip(">")) or rest.startswith(
                ">-"
            ), fact


def test_the_one_published_disagreement_is_seen(example: Case) -> None:
    seen = [(d.stated.id, d.stated.written, d.derived.written) for d in disagreements(example)]

    assert seen == [("labs.emergency.neutrophils", "6430 /µL", "6480 /μL")]


def test_every_panel_has_an_image_and_words_for_it(example: Case) -> None:
    panels = {figure.key: [panel.letter for panel in figure.panels] for figure in example.figures}

    assert panels == {"spine": ["A", "B"], "stains": ["A", "B", "C", "D"]}
    for figure in example.figures:
        for panel in figure.panels:
            assert (ROOT / "manuscript" / panel.image).is_file()
            assert panel.alt


def test_the_abbreviations_are_those_that_the_report_defines(example: Case) -> None:
    assert list(example.abbreviations) == ["ISCM", "pNET", "NET", "CNS", "MRI", "ER", "MSCC"]


def test_no_line_of_the_example_is_too_long_to_read() -> None:
    for name in ("case.yaml", "studies.yaml"):
        assert all(len(line) <= 120 for line in (ROOT / "manuscript" / name).read_text("utf-8").splitlines())
