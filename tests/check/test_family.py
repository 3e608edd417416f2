"""What a family finds by its words, sought at their places, is what its pattern finds in the whole text."""

import pytest

from casewright.check.evidence.text.letters import Places
from casewright.check.evidence.words.families import SITES
from casewright.check.evidence.words.family import Family
from casewright.check.evidence.words.kinds import KINDS
from casewright.check.evidence.words.means import MEANS
from casewright.check.evidence.words.ways import WAYS

TEXTS = (
    "A nodule of the upper lobe and one of the Lower Lobe; the middle-lobe bronchus was free.",
    "An ischaemic stroke, then an Ischemic stroke; no haemorrhagic stroke but septic and hypovolemic shock.",
    "Iron-deficiency anaemia, not haemolytic anemia. Oral amoxicillin, intravenous ceftriaxone, nebulised salbutamol.",
    "An intraaxial mass, an extra-axial mass; the noncoronary cusp and the left-coronary cusp.",
    "Reopened by open surgery; laparoscopic repair. A left anterior descending stenosis, a left main stenosis.",
    "Mitral-valve prolapse and aortic stenosis; ST-elevation, anterior wall myocardial infarction, inferior STEMI.",
    "Subtotal hysterectomy, total hysterectomy. Bacterial meningitis, viral meningitis. A pT2 N0 and a T3 N1 tumor.",
    "A split-thickness graft, a full thickness graft; plastic stents and a metal stent; CT-guided biopsy,"
    " US-guided biopsy.",
    "Proximal tibia, distal tibia, the first rib and the second rib; the first toe. Blood group A, blood type O.",
)


def _words(text: str) -> frozenset[str]:
    return frozenset(
        "".join(letter if letter.isascii() and letter.isalpha() else " " for letter in text).split()
    )


@pytest.mark.parametrize("text", TEXTS)
def test_places_give_what_the_pattern_finds(text: str) -> None:
    lower = text.lower()
    said = _words(lower)
    named = 0
    for family in (*SITES, *WAYS, *MEANS, *KINDS):
        whole = [match.span() for match in family.pattern.finditer(text)]
        values = {next(filter(None, match.groups())).lower() for match in family.pattern.finditer(text)}
        if len(values) > 1:
            assert family.may_differ(said, frozenset(need for need in family.needs if need in lower)), (
                family.name
            )
            assert [match.span() for match in family.matches(text, Places(lower), said)] == whole, family.name
            named += 1
    assert named


def test_a_family_of_which_one_value_stands_is_not_sought() -> None:
    family = Family("lobe", r"(upper|lower)[ -]lobe", ("lobe",))
    assert not family.may_differ(frozenset(("upper", "lobe")), frozenset(("lobe",)))
    assert not family.may_differ(frozenset(("upper", "lower", "limbs")), frozenset(("limb",)))
    assert family.may_differ(frozenset(("upper", "lower", "lobe")), frozenset(("lobe",)))


def test_values_that_are_parts_of_words_are_not_asked() -> None:
    family = Family("space", r"(intra|extra)[ -]?axial", ("axial",))
    assert family.may_differ(frozenset(("intraaxial", "extraaxial")), frozenset(("axial",)))
