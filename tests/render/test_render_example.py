"""The example says every fact, from its data, in every section in which the published report says it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from functools import cache
from typing import Any

import pytest
from render_project import ROOT

from casewright.case.load import load_case
from casewright.case.model import Fact
from casewright.journal.profile import load_profile
from casewright.quantity.model import Number, Quantity
from casewright.render.model import Rendered
from casewright.render.render import render

ROLE = re.compile(r'^:{3,} \{\.section role="([^"]+)"', re.MULTILINE)
SECTIONS = {
    "A": "abstract",
    "T": "core_tip",
    "I": "introduction",
    "C": "case",
    "D": "discussion",
    "F": "legends",
    "X1": "comments.case_characteristics",
    "X2": "comments.clinical_diagnosis",
    "X3": "comments.differential_diagnosis",
    "X4": "comments.laboratory_diagnosis",
    "X5": "comments.imaging_diagnosis",
    "X6": "comments.pathological_diagnosis",
    "X7": "comments.treatment",
    "X8": "comments.related_reports",
    "X10": "comments.experiences_and_lessons",
}

STATED = """
A C X1       patient.age patient.sex
C            history.conditions.tumor.detail history.conditions.masses.name history.conditions.masses.sites.1
C            history.conditions.masses.sites.2 history.conditions.masses.sites.3 history.conditions.masses.sites.4
A C X1       history.conditions.tumor.name history.conditions.tumor.basis
C            pathology.liver.stains.synaptophysin.name pathology.liver.stains.chromogranin.name
C            pathology.liver.stains.CD45.name pathology.liver.stains.mucicarmin.name pathology.liver.ki67
A C X1       presentation.symptoms.leg_weakness.name presentation.symptoms.voiding_difficulty.name
C X1         presentation.symptoms.leg_weakness.side presentation.symptoms.sphincter.name
C X1         presentation.symptoms.encopresis.name presentation.symptoms.gait.name
C D          presentation.symptoms.leg_weakness.duration
C            timeline.chemotherapy.by treatment.regimen.etoposide.dose treatment.regimen.etoposide.days
C            treatment.regimen.cisplatin.dose treatment.regimen.cisplatin.days treatment.regimen.cycle_length
C            treatment.hormone.octreotide.name treatment.hormone.octreotide.schedule treatment.regimen.response
C            treatment.regimen.cycles timeline.emergency.cycle timeline.emergency.cycle_day
C X4         vitals.emergency.blood_pressure vitals.emergency.pulse vitals.emergency.respiratory_rate
C X4         vitals.emergency.temperature vitals.emergency.summary labs.emergency.leukocytes
C X4         labs.emergency.neutrophils labs.emergency.neutrophils_percent labs.emergency.hemoglobin
C X4         labs.emergency.platelets labs.emergency.bilirubin_total labs.emergency.ast labs.emergency.alt
C X4         labs.emergency.alp labs.emergency.urea_nitrogen labs.emergency.creatinine
C            examination.emergency.motor.right_arm examination.emergency.motor.left_arm
C X2         examination.emergency.motor.right_leg examination.emergency.motor.left_leg examination.motor_scale
C            examination.worsening.motor.left_leg imaging.brain_mri.metastases.number
C            imaging.brain_mri.metastases.size imaging.brain_mri.metastases.site
C            imaging.brain_mri.metastases.second_site imaging.brain_mri.metastases.meaning
C            imaging.spine_mri.compression.finding
C F          imaging.spine_mri.vertebrae.finding
C X5 F       imaging.spine_mri.lesion.size imaging.spine_mri.lesion.level
C X5         imaging.spine_mri.lesion.compartment
X3           diagnosis.differentials.compression.name diagnosis.differentials.other_tumor.name
C            treatment.steroid.dexamethasone.name treatment.steroid.dexamethasone.schedule
C            treatment.radiotherapy.name treatment.targeted.everolimus.name
C X7         treatment.procedures.removal.name treatment.procedures.removal.level
X7           treatment.targeted.name
C X6 F       pathology.cord.stains.CD56.name pathology.cord.stains.chromogranin.name
C X6 F       pathology.cord.stains.synaptophysin.name
C X6         pathology.cord.ki67 pathology.cord.grade pathology.cord.classification
C            examination.after_operation.motor.right_leg examination.after_operation.motor.left_leg
C            outcome.results.walking.result outcome.results.continence.result outcome.survival
C            outcome.cause_of_death outcome.contributing
A T I D X8 X10  diagnosis.novelty
F            imaging.spine_mri.technique pathology.cord.stain pathology.cord.magnification pathology.cord.histology
F            pathology.cord.mitoses pathology.cord.stains.CD56.pattern pathology.cord.stains.chromogranin.pattern
F            pathology.cord.stains.synaptophysin.pattern
I            studies.costigan1985iscm.share_of_cns_metastases studies.costigan1985iscm.share_of_spinal_metastases
I            studies.halfdanarson2008annonc.share_of_pancreatic_cancers
I            studies.halfdanarson2008erc.statements.commonest_site
I D          studies.unidentified4.statements.cause_of_death studies.unidentified4.statements.radiation
D            studies.unidentified6.incidence studies.unidentified6.new_patients_us
D            studies.unidentified7.statements.liver studies.hpb2010nethepatic.overall_survival
D            studies.hpb2010nethepatic.survival_time studies.yao2011everolimus.statements.biological
D            studies.yao2011everolimus.statements.cytotoxic studies.uncited_iscm.share_of_cns_metastases
D            studies.uncited_iscm.share_of_cancer_patients studies.uncited_iscm.with_brain_metastasis
D            studies.kalayci2004iscm.statements.rarity studies.lee2007iscm.statements.presentation
D            studies.unidentified12.statements.telling_sign studies.unidentified13.statements.earlier_case
D            studies.unidentified13.statements.levels studies.lee2007iscm.patients
D            studies.lee2007iscm.radiation_and_steroids studies.lee2007iscm.operated
D            studies.lee2007iscm.median_survival studies.lee2007iscm.improved_at_once
D            studies.lee2007iscm.statements.late_course studies.hashii2011iscm.statements.radiation
D            studies.gasser2005iscm.patients studies.gasser2005iscm.operated studies.gasser2005iscm.worsened
D            studies.gasser2005iscm.median_survival studies.gasser2005iscm.not_worsened
D            studies.gasser2005iscm.statements.deficits studies.wilson2012iscm.lesions
D            studies.wilson2012iscm.patients studies.wilson2012iscm.operated
D            studies.wilson2012iscm.median_survival studies.wilson2012iscm.worsening_prevented
D            studies.wilson2012iscm.worsening_prevented_percent studies.wilson2012iscm.improved
D            studies.wilson2012iscm.worsened studies.wilson2012iscm.worsened_percent
D            studies.wilson2012iscm.statements.surgery
"""


def stated() -> list[tuple[str, str]]:
    """Each fact with each section that states it."""
    pairs = []
    for line in STATED.strip().splitlines():
        words = line.split()
        letters = [word for word in words if word in SECTIONS]
        pairs += [(fact, SECTIONS[letter]) for fact in words[len(letters) :] for letter in letters]
    return pairs


@cache
def example() -> Rendered:
    return render(load_case(ROOT / "manuscript"), load_profile("wjg", ROOT), ROOT)


@cache
def sections_of() -> dict[str, set[str]]:
    """The sections in which each fact is printed."""
    starts = [(found.start(), found[1]) for found in ROLE.finditer(example().markdown)]
    return {
        fact: {[role for start, role in starts if start < offset][-1] for offset in offsets}
        for fact, offsets in example().printed.items()
    }


@pytest.mark.parametrize(("fact", "section"), stated(), ids=lambda value: value)
def test_stated(fact: str, section: str) -> None:
    assert section in sections_of()[fact]


def test_no_number_of_the_prose_is_typed_by_hand() -> None:
    typed = {}
    for path in sorted((ROOT / "manuscript").rglob("*.md")):
        prose = re.sub(
            r"\{%.*?%\}|\{\{.*?\}\}|\[@[^\]]*\]|@[\w:.-]+",
            "",
            path.read_text(encoding="utf-8"),
            flags=re.DOTALL,
        )
        if found := re.findall(r"\w*\d\w*", prose):
            typed[path.name] = found
    assert typed == {}


def test_works_are_cited_in_the_order_of_their_numbers() -> None:
    keys = re.findall(r"@(?!fig:)([a-z]\w+)", example().markdown)
    first_use = list(dict.fromkeys(keys))
    bibliography = (ROOT / "refs.bib").read_text(encoding="utf-8")
    assert first_use == re.findall(r"^@\w+\{(\w+),", bibliography, re.MULTILINE)
    assert len(first_use) == 16


def test_every_panel_is_called_in_order() -> None:
    calls = re.findall(r"@fig:([\w-]+\.[A-Z](?:-[A-Z])?)", example().markdown)
    assert calls == ["spine.A", "spine.B", "stains.A", "stains.B-D"]
    assert [figure.key for figure in load_case(ROOT / "manuscript").figures] == ["spine", "stains"]


def test_the_limits_of_the_journal_are_kept() -> None:
    words = {}
    for role in ("title", "running_title", "abstract", "core_tip"):
        found = re.search(rf'role="{role}"[^\n]*\n(.*?)\n:::', example().markdown, re.DOTALL)
        assert found is not None
        plain = re.sub(r"\[([^\]]*)\]\{\.run-in\}|^#.*$|\]\{[^}]*\}|\[", "", found[1], flags=re.MULTILINE)
        words[role] = len(plain.split())
    wjg = load_profile("wjg", ROOT)
    for role, count in words.items():
        limit = wjg.limit(f"{role}_words")
        assert limit is not None
        assert limit.most is not None
        assert count <= limit.most


def test_every_panel_is_a_drawing_at_full_resolution_that_tells_nothing_else() -> None:
    panels = [panel for figure in load_case(ROOT / "manuscript").figures for panel in figure.panels]
    for panel in panels:
        image = (ROOT / "manuscript" / panel.image).read_bytes()
        assert panel.alt.startswith("Stand-in")
        assert (
            int.from_bytes(image[16:20]) == int.from_bytes(image[20:24]) == 945
        )  # 80 mm at 300 dots per inch
        chunks, offset = [], 8
        while offset < len(image):
            chunks.append(image[offset + 4 : offset + 8])
            offset += 12 + int.from_bytes(image[offset : offset + 4])
        assert set(chunks) == {b"IHDR", b"IDAT", b"IEND"}


def replaced(tree: Any, fact: str, new: Fact) -> Any:
    """The case's tree with one fact changed."""
    if isinstance(tree, Fact):
        return new if tree.id == fact else tree
    if isinstance(tree, Mapping):
        return {name: replaced(value, fact, new) for name, value in tree.items()}
    if isinstance(tree, list | tuple):
        return [replaced(value, fact, new) for value in tree]
    return tree


def other(fact: Fact) -> Fact:
    """The same fact, saying something else."""
    value = fact.value
    if isinstance(value, Quantity):
        numbers = tuple(Number("77", Decimal(77)) for _ in value.numbers)
        return replace(fact, value=replace(value, numbers=numbers, label="VII" if value.label else ""))
    return replace(fact, value="female" if value == "male" else f"not {value}")


def without_span(markdown: str, fact: str) -> str:
    """The text in which every printing of a fact, whatever it says, is the same."""
    return re.sub(rf'\[(?:\\.|[^\]\\])*\]\{{\.fact key="{re.escape(fact)}"\}}', "[]", markdown)


def test_changing_one_fact_changes_all_its_places_and_nothing_else() -> None:
    case, profile = load_case(ROOT / "manuscript"), load_profile("wjg", ROOT)
    unchanged, touched = [], []
    for fact in example().printed:
        new = other(case.facts[fact])
        facts = {**case.facts, fact: new}
        changed = render(replace(case, facts=facts, tree=replaced(case.tree, fact, new)), profile, ROOT)
        if len(changed.printed[fact]) != len(example().printed[fact]):
            unchanged.append(fact)
        before, after = (without_span(r.markdown, fact) for r in (example(), changed))
        if before != after:
            touched.append(fact)
        for old_start, new_start in zip(example().printed[fact], changed.printed[fact], strict=True):
            old, new_text = example().markdown[old_start:], changed.markdown[new_start:]
            if old[: old.index("]{")] == new_text[: new_text.index("]{")]:
                unchanged.append(fact)
    assert (unchanged, touched) == ([], [])
