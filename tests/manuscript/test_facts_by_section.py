"""Every fact of the example stands in all the sections in which the published report states it, in all four formats.

The letters are those of the table of facts that the example was made from: A abstract, T core tip, I introduction,
C case report, D discussion, X. a subsection of the comments, F1 and F2 the legends.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import pytest

from casewright.document.model import Document
from casewright.pipeline import Build
from casewright.pytest_plugin import _bare
from tests.manuscript import test_manuscript

SECTIONS = {
    "A": "abstract",
    "T": "core_tip",
    "I": "introduction",
    "C": "case",
    "D": "discussion",
    "Xcase": "comments.case_characteristics",
    "Xclin": "comments.clinical_diagnosis",
    "Xdiff": "comments.differential_diagnosis",
    "Xlab": "comments.laboratory_diagnosis",
    "Ximg": "comments.imaging_diagnosis",
    "Xpath": "comments.pathological_diagnosis",
    "Xtreat": "comments.treatment",
    "Xrel": "comments.related_reports",
    "Xexp": "comments.experiences_and_lessons",
    "F1": "legends",
    "F2": "legends",
}

STATED = {
    "patient.age": "A C Xcase",
    "patient.sex": "A C Xcase",
    "history.conditions.tumor.detail": "C",
    "history.conditions.masses.name": "C",
    "history.conditions.masses.sites.1": "C",
    "history.conditions.masses.sites.2": "C",
    "history.conditions.masses.sites.3": "C",
    "history.conditions.masses.sites.4": "C",
    "history.conditions.tumor.name": "A C Xcase",
    "history.conditions.tumor.basis": "A C Xcase",
    "pathology.liver.stains.synaptophysin.name": "C",
    "pathology.liver.stains.chromogranin.name": "C",
    "pathology.liver.stains.CD45.name": "C",
    "pathology.liver.stains.mucicarmin.name": "C",
    "pathology.liver.ki67": "C",
    "presentation.symptoms.voiding_difficulty.name": "A C Xcase",
    "presentation.symptoms.leg_weakness.name": "A C Xcase",
    "presentation.symptoms.leg_weakness.side": "C Xcase",
    "presentation.symptoms.sphincter.name": "C Xcase",
    "presentation.symptoms.encopresis.name": "C Xcase",
    "presentation.symptoms.gait.name": "C Xcase",
    "presentation.symptoms.leg_weakness.duration": "C D",
    "timeline.chemotherapy.by": "C",
    "treatment.regimen.etoposide.name": "C",
    "treatment.regimen.etoposide.dose": "C",
    "treatment.regimen.etoposide.days": "C",
    "treatment.regimen.cisplatin.name": "C",
    "treatment.regimen.cisplatin.dose": "C",
    "treatment.regimen.cisplatin.days": "C",
    "treatment.regimen.cycle_length": "C",
    "treatment.hormone.octreotide.name": "C",
    "treatment.hormone.octreotide.schedule": "C",
    "treatment.regimen.cycles": "C",
    "treatment.regimen.response": "C",
    "timeline.emergency.cycle_day": "C",
    "timeline.emergency.cycle": "C",
    "vitals.emergency.blood_pressure": "C Xlab",
    "vitals.emergency.pulse": "C Xlab",
    "vitals.emergency.respiratory_rate": "C Xlab",
    "vitals.emergency.temperature": "C Xlab",
    "vitals.emergency.summary": "C Xlab",
    "labs.emergency.leukocytes": "C Xlab",
    "labs.emergency.neutrophils": "C Xlab",
    "labs.emergency.neutrophils_percent": "C Xlab",
    "labs.emergency.hemoglobin": "C Xlab",
    "labs.emergency.platelets": "C Xlab",
    "labs.emergency.bilirubin_total": "C Xlab",
    "labs.emergency.ast": "C Xlab",
    "labs.emergency.alt": "C Xlab",
    "labs.emergency.alp": "C Xlab",
    "labs.emergency.urea_nitrogen": "C Xlab",
    "labs.emergency.creatinine": "C Xlab",
    "examination.emergency.motor.right_arm": "C",
    "examination.emergency.motor.left_arm": "C",
    "examination.emergency.motor.right_leg": "C Xclin",
    "examination.emergency.motor.left_leg": "C Xclin",
    "examination.worsening.motor.left_leg": "C",
    "examination.motor_scale": "C Xclin",
    "imaging.brain_mri.metastases.number": "C",
    "imaging.brain_mri.metastases.site": "C",
    "imaging.brain_mri.metastases.second_site": "C",
    "imaging.brain_mri.metastases.size": "C",
    "imaging.brain_mri.metastases.meaning": "C",
    "imaging.spine_mri.compression.finding": "C",
    "imaging.spine_mri.vertebrae.finding": "C F1",
    "imaging.spine_mri.lesion.size": "C Ximg F1",
    "imaging.spine_mri.lesion.compartment": "C Ximg",
    "imaging.spine_mri.lesion.level": "C Ximg F1",
    "imaging.spine_mri.technique": "F1",
    "diagnosis.differentials.compression.name": "Xdiff",
    "diagnosis.differentials.other_tumor.name": "Xdiff",
    "treatment.steroid.dexamethasone.name": "C",
    "treatment.steroid.dexamethasone.schedule": "C",
    "treatment.radiotherapy.name": "C",
    "treatment.procedures.removal.name": "C Xtreat",
    "treatment.procedures.removal.level": "C Xtreat",
    "pathology.cord.stains.CD56.name": "C Xpath F2",
    "pathology.cord.stains.chromogranin.name": "C Xpath F2",
    "pathology.cord.stains.synaptophysin.name": "C Xpath F2",
    "pathology.cord.stains.CD56.pattern": "F2",
    "pathology.cord.stains.chromogranin.pattern": "F2",
    "pathology.cord.stains.synaptophysin.pattern": "F2",
    "pathology.cord.histology": "F2",
    "pathology.cord.mitoses": "F2",
    "pathology.cord.stain": "F2",
    "pathology.cord.magnification": "F2",
    "pathology.cord.ki67": "C Xpath",
    "pathology.cord.grade": "C Xpath",
    "pathology.cord.classification": "C Xpath",
    "examination.after_operation.motor.right_leg": "C",
    "examination.after_operation.motor.left_leg": "C",
    "outcome.results.walking.result": "C",
    "outcome.results.continence.result": "C",
    "treatment.targeted.everolimus.name": "C",
    "treatment.targeted.name": "Xtreat",
    "outcome.status": "C",
    "outcome.survival": "C",
    "outcome.cause_of_death": "C",
    "outcome.contributing": "C",
    "diagnosis.novelty": "A T I D Xrel Xexp",
    "studies.costigan1985iscm.share_of_cns_metastases": "I",
    "studies.costigan1985iscm.share_of_spinal_metastases": "I",
    "studies.halfdanarson2008annonc.share_of_pancreatic_cancers": "I",
    "studies.halfdanarson2008erc.statements.commonest_site": "I",
    "studies.unidentified4.statements.cause_of_death": "I D",
    "studies.unidentified4.statements.radiation": "I D",
    "studies.unidentified6.incidence": "D",
    "studies.unidentified6.new_patients_us": "D",
    "studies.unidentified7.statements.liver": "D",
    "studies.hpb2010nethepatic.survival_time": "D",
    "studies.hpb2010nethepatic.overall_survival": "D",
    "studies.yao2011everolimus.statements.biological": "D",
    "studies.yao2011everolimus.statements.cytotoxic": "D",
    "studies.uncited_iscm.share_of_cns_metastases": "D",
    "studies.uncited_iscm.share_of_cancer_patients": "D",
    "studies.uncited_iscm.with_brain_metastasis": "D",
    "studies.kalayci2004iscm.statements.rarity": "D",
    "studies.lee2007iscm.statements.presentation": "D",
    "studies.unidentified12.statements.telling_sign": "D",
    "studies.unidentified13.patients": "D",
    "studies.unidentified13.statements.earlier_case": "D",
    "studies.unidentified13.statements.levels": "D",
    "studies.lee2007iscm.patients": "D",
    "studies.lee2007iscm.radiation_and_steroids": "D",
    "studies.lee2007iscm.operated": "D",
    "studies.lee2007iscm.median_survival": "D",
    "studies.lee2007iscm.improved_at_once": "D",
    "studies.lee2007iscm.statements.late_course": "D",
    "studies.hashii2011iscm.statements.radiation": "D",
    "studies.gasser2005iscm.patients": "D",
    "studies.gasser2005iscm.operated": "D",
    "studies.gasser2005iscm.median_survival": "D",
    "studies.gasser2005iscm.worsened": "D",
    "studies.gasser2005iscm.not_worsened": "D",
    "studies.gasser2005iscm.statements.deficits": "D",
    "studies.wilson2012iscm.lesions": "D",
    "studies.wilson2012iscm.patients": "D",
    "studies.wilson2012iscm.operated": "D",
    "studies.wilson2012iscm.median_survival": "D",
    "studies.wilson2012iscm.worsening_prevented": "D",
    "studies.wilson2012iscm.worsening_prevented_percent": "D",
    "studies.wilson2012iscm.improved": "D",
    "studies.wilson2012iscm.worsened": "D",
    "studies.wilson2012iscm.worsened_percent": "D",
    "studies.wilson2012iscm.statements.surgery": "D",
}

PLACES = [(fact, letter) for fact, letters in STATED.items() for letter in letters.split()]


@cache
def build() -> Build:
    return test_manuscript.TestManuscript.build()


@cache
def facts_by_role(file: str) -> Mapping[str, frozenset[str]]:
    """What each section of a file states, by its content controls, data attributes or named content."""
    found: dict[str, set[str]] = {}
    for section, block in build().read_back[file].blocks():
        found.setdefault(section.role, set()).update(mark.target for mark in block.marked("fact"))
    return {role: frozenset(facts) for role, facts in found.items()}


@pytest.mark.parametrize(("fact", "letter"), PLACES, ids=[f"{fact} in {letter}" for fact, letter in PLACES])
def test_the_fact_stands_in_the_section_in_every_format(fact: str, letter: str) -> None:
    role = SECTIONS[letter]

    for file in ("manuscript.docx", "manuscript.html", "manuscript.xml"):
        assert fact in facts_by_role(file)[role], file
    assert printed(build().document, fact, role)
    assert all(text in bare_text("manuscript.pdf", role) for text in printed(build().document, fact, role))


def printed(document: Document, fact: str, role: str) -> set[str]:
    """The forms in which a section prints the fact, without spaces."""
    return {
        _bare(block.text[mark.start : mark.end])
        for section, block in document.blocks()
        if section.role == role
        for mark in block.marked("fact")
        if mark.target == fact
    }


@cache
def bare_text(file: str, role: str) -> str:
    return _bare(
        "".join(section.text for section in build().read_back[file].sections if section.role == role)
    )


def test_the_example_states_no_fact_that_the_table_lacks() -> None:
    """A fact that prints and is not in the table above was added to the example: then the table says where."""
    prints = {mark.target for _, block in build().document.blocks() for mark in block.marked("fact")}
    beyond = {fact for fact in prints - STATED.keys() if not fact.startswith(("article.", "statements."))}

    assert beyond == {
        "diagnosis.final",  # the title
        "diagnosis.underlying",
        "imaging.brain_mri.modality",
        "imaging.brain_mri.region",
        "imaging.brain_mri.metastases.name",
        "imaging.spine_mri.modality",
        "imaging.spine_mri.region",
        "imaging.spine_mri.lesion.name",
        "pathology.cord.specimen",
        "presentation.setting",
        "treatment.regimen.name",
        "treatment.targeted.everolimus.class",
    }
