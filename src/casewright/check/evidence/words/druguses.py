"""Drugs called by the name of a use that none of their group has: `an anticoagulant (tranexamic acid)`.

Which use a drug has is told by `document/mentions/drugs.psv`. Beside each word stand the uses that may be called so,
in the widest sense that doctors give the word; uses that blur into others (analgesics, sedatives) are asked of no drug.
"""

from __future__ import annotations

from collections.abc import Iterator

from casewright.check.evidence.text.passage import scan_sentences
from casewright.check.evidence.words.members import Misnamed
from casewright.document.mentions.drugs import drug_named, group_of
from casewright.document.mentions.wordset import words
from casewright.document.reading import Reading
from casewright.patterns import lazily

_PRESSURE = (
    "angiotensin drug, beta blocker, alpha blocker, calcium channel blocker or antiarrhythmic, diuretic, vasodilator"
    ", centrally acting antihypertensive"
)
_CALLED = {
    "anticoagula": "anticoagulant, antiplatelet drug, thrombolytic",
    "thrombolytic": "thrombolytic",
    "antihypertensive": _PRESSURE,
    "antibiotic": "antibacterial, antifungal, antiparasitic, antiviral, cytostatic",
    "antibacterial": "antibacterial, antiparasitic",
    "antiviral": "antiviral, antibody",
    "antifungal": "antifungal",
    "antiepileptic": "antiepileptic, benzodiazepine, diuretic, steroid, vitamin",
    "anticonvulsant": "antiepileptic, benzodiazepine, diuretic, steroid, vitamin",
    "antidepressant": "antidepressant, antipsychotic, antiepileptic",
    "antipsychotic": "antipsychotic, antiemetic, antidepressant, antiepileptic, benzodiazepine",
    "neuroleptic": "antipsychotic, antiemetic, antihistamine, antiepileptic",
    "diuretic": "diuretic",
    "antiemetic": "antiemetic, antipsychotic, antihistamine, steroid, benzodiazepine, antidepressant",
    "vasopressor": "vasopressor, steroid",
    "inotrop": "vasopressor, cardiac glycoside, calcium channel blocker or antiarrhythmic",
    "antidiabetic": "antidiabetic, insulin",
    "hypoglycemic": "antidiabetic, insulin",
    "bronchodilator": "bronchodilator, anticholinergic, steroid, vasopressor",
    "antihistamine": "antihistamine, acid blocker, antidepressant",
    "antiarrhythmic": f"{_PRESSURE}, local anesthetic, cardiac glycoside, anticoagulant",
    "immunosuppress": "immunosuppressant, steroid, cytostatic, antibody, kinase inhibitor, antirheumatic",
}
# Uses of which a drug has hardly another.
_CLEAR_USES = (
    "antibacterial, antiviral, antifungal, antipsychotic, antidepressant, antiepileptic, opioid, antidiabetic, insulin"
    ", anticoagulant, antiplatelet drug, thrombolytic, hemostatic, steroid, angiotensin drug, beta blocker, diuretic"
    ", calcium channel blocker or antiarrhythmic, lipid drug, statin, acid blocker, antihistamine, antiemetic"
    ", vasopressor, thyroid hormone, antithyroid drug, bisphosphonate, bronchodilator, muscle relaxant"
    ", immunosuppressant, cytostatic"
)
_CLEAR = frozenset(_CLEAR_USES.split(", "))
_USES = {word: frozenset(uses.split(", ")) for word, uses in _CALLED.items()}
_CLASS = rf"(?:{'|'.join(_CALLED)})(?:nts?|tions?|es?|s|ants?|ives?|ion|ics?)?"
_CALLS = lazily(
    rf"\b(?P<kind>{_CLASS})(?P<more> (?:therapy|treatment|drugs?|agents?|medications?|prophylaxis))?"
    r"(?: \((?:e\.g\.,? |i\.e\.,? |such as |oral |intravenous )?(?P<within>[a-z]{6,}(?: acid)?)\b(?![-/])"
    r"|,? such as (?P<such>[a-z]{6,})\b|, (?P<beside>[a-z]{6,}(?: acid)?),(?! and\b| or\b)"
    r"| (?P<next>[a-z]{6,}(?: acid)?)\b)"
)
_ASKED = words(
    "anticoagulant anticoagulants anticoagulation thrombolytic thrombolytics antihypertensive"
    " antihypertensives antibiotic antibiotics antibacterial antiviral antivirals antifungal antifungals"
    " antiepileptic antiepileptics anticonvulsant anticonvulsants antidepressant antidepressants antipsychotic"
    " antipsychotics neuroleptic neuroleptics diuretic diuretics antiemetic antiemetics vasopressor"
    " vasopressors inotrope inotropes inotropic antidiabetic hypoglycemic bronchodilator bronchodilators"
    " antihistamine antihistamines antiarrhythmic antiarrhythmics immunosuppressant immunosuppressants"
    " immunosuppressive immunosuppression"
)


def misused(reading: Reading) -> Iterator[Misnamed]:
    """The drugs that stand in brackets, or as one, behind the name of another use."""
    for at, match in scan_sentences(reading, _CALLS, _ASKED, folded=True):
        drug = match["within"] or match["such"] or match["beside"] or match["next"]
        if (match["next"] or match["beside"]) and (match["more"] or match["kind"].endswith(("s", "ion"))):
            continue  # `inotropes, cefotaxime, and fluids`
        known = drug_named(drug) or drug_named(drug.partition(" ")[0])
        use = known.use if known else group_of(drug.partition(" ")[0])
        allowed = next(uses for word, uses in _USES.items() if match["kind"].startswith(word))
        if use in _CLEAR and use not in allowed:
            yield Misnamed(at, drug, match["kind"])
