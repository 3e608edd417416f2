"""CW302."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from casewright.check.evidence.text.passage import scan
from casewright.check.evidence.values.ordinary import beyond_life
from casewright.check.evidence.values.values import printed
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import found
from casewright.document.mentions.model import QuantityMention
from casewright.document.reading import Reading
from casewright.patterns import lazily
from casewright.quantity.analytes import ANALYTES, Analyte
from casewright.quantity.model import Unit

_SUBSTANCE = {"mass/volume", "amount/volume", "equivalent/volume"}
_CHECKED = {  # analytes that are measured one way only, whatever the laboratory
    "hemoglobin", "platelets", "leukocytes", "sodium", "potassium", "chloride", "calcium", "creatinine", "glucose",
    "bilirubin_total", "bilirubin_direct", "ast", "alt", "alp", "ggt", "albumin", "lactate", "temperature",
    "blood_pressure", "bmi", "urea_nitrogen", "uric_acid", "magnesium", "phosphate", "crp", "ferritin", "urea",
    "procalcitonin", "ldh", "ck", "amylase", "lipase", "troponin", "troponin_i", "troponin_t", "bnp", "nt_probnp",
    "cholesterol", "triglycerides", "protein_total", "fibrinogen", "d_dimer", "tsh", "bicarbonate", "esr",
    "ck_mb", "il6", "iron", "tibc", "transferrin", "vitamin_b12", "folate", "vitamin_d", "haptoglobin", "ceruloplasmin",
    "copper", "zinc", "cortisol", "acth", "pth", "psa", "cea", "ca19_9", "ca125", "ft3", "ft4", "testosterone",
    "estradiol", "fsh", "lh", "c_peptide", "ammonia", "homocysteine", "calcium_ionized", "calcium_corrected",
    "bilirubin_indirect", "ldl", "hdl", "oxygen_saturation", "ph_blood", "c3", "c4", "cystatin_c", "mcv", "hba1c",
    "aptt", "inr", "osmolality", "urine_osmolality", "psa_free", "neutrophils", "lymphocytes",
    "eosinophils", "monocytes", "erythrocytes", "cd4", "ige", "igf1", "pulse",
    "respiratory_rate", "ejection_fraction", "intraocular_pressure", "systolic_pressure", "hematocrit",
    "tacrolimus", "cyclosporine", "digoxin", "lithium", "phenytoin", "valproate", "carbamazepine", "vancomycin",
}  # fmt: skip
_IONS = {"sodium", "potassium", "chloride", "bicarbonate"}  # in amounts, never in masses
_PER_LITER = {"ast", "alt", "ggt", "ldh", "ck"}  # activities that no laboratory gives by the deciliter
_QT = lazily(r"\bQT(?:c|cF|cB)?(?: interval)?(?:\s(?:was|of|at|is|measured|about)|[:=,(\s]){1,4}\d{3}\s?mm\b")
_UPTAKE = lazily(r"\bSUV|uptake value")
_URINE = lazily(r"\b[Uu]rin(?:e|ary)\b[^.;]{0,45}?\d[\d.–-]*\s?m[lL]/kg/min\b")
_PART = lazily(r"(?<=%)\s?(?:of\s)?[a-zA-Z]{4,}")
_COLLECTED = lazily(r"\b24[ -]?h|\b[Uu]rin|\bcollection\b|\bexcret")
_MERCURY = lazily(r"\.?\s?(?:\(mm\)\s?)?(?:of\s)?\[?(?:Hg|mercury)")  # `90/60 millimeters (mm) of mercury`
_DENSEST = 3  # g/mL: no solution is as dense, nor holds so much
_APART = lazily(r"\s[a-zA-Z]{2,12}\s?/\s?d?[lL]\b")  # `149 mEq sodium/L`
_FAR = 1000  # times: no laboratory prints troponin in mg/dL


class UnitOfNoSuchAnalyte:
    """A unit in which this analyte cannot be measured.

    Why it is bad
        Sodium has no activity and an enzyme no mass on any report; the unit or the name is wrong.

    Example
        Serum sodium was 138 U/L.

    Write instead
        Serum sodium was 138 mmol/L.

    Source
        The units of each analyte's LOINC terms (https://loinc.org); a unit that lost its volume (`138 mEq`) is none. Of
        a concentration without a name: nothing that is dissolved is denser than 3 g/mL.
    """

    code: ClassVar[str] = "CW302"
    name: ClassVar[str] = "unit-of-no-such-analyte"
    severity: ClassVar[Severity] = "warning"

    def check(self, reading: Reading) -> Iterator[Finding]:
        """One finding for each analyte and unit, at the first place."""
        limits = {id(mention.limits) for mention in reading.quantities if mention.limits is not None}
        groups: dict[tuple[str, Unit], list[QuantityMention]] = {}
        for mention in reading.quantities:
            analyte, unit = ANALYTES.get(mention.measure), mention.quantity.unit
            if analyte is None or unit is None or analyte.key not in _CHECKED or _can_have(analyte, unit):
                continue
            if id(mention.quantity) in limits or (
                analyte.key == "leukocytes" and _is_of_a_part(reading, mention)
            ):
                continue
            if (
                _is_of_mercury(reading, mention)
                or _is_collected(reading, mention)
                or _is_range(reading, mention)
            ):
                continue
            if re.search(r"\bG/[lL]\Z", mention.text) or beyond_life(mention):  # giga per litre, of cells
                continue
            groups.setdefault((analyte.key, unit), []).append(mention)
        for (key, unit), (first, *others) in groups.items():
            message = f"{ANALYTES[key].name} is not measured in {unit.symbol}: {printed(first)}"
            usual = " or ".join(each.symbol for each in ANALYTES[key].units[:2])
            yield found(self, reading, first, message, f"is the unit {usual}?", others)
        for passage, _ in scan(reading, _QT, "qt"):
            yield found(
                self, reading, passage, "the QT interval is a time, and here a length", "is the unit ms?"
            )
        for passage, _ in scan(reading, _URINE, "ml/kg/min"):
            message = "nobody passes so much urine: its output is told by the hour"
            yield found(self, reading, passage, message, "is the unit mL/kg/h?")
        dense = [mention for mention in reading.quantities if _is_too_dense(reading, mention)]
        if dense:
            message = f"no solution holds {printed(dense[0])}"
            yield found(self, reading, dense[0], message, "is the unit μg/mL or mg/mL?", dense[1:])


def _is_range(reading: Reading, mention: QuantityMention) -> bool:
    """Whether the letters RR before a value are those of a reference range: `(RR < 200 mg/dL)`."""
    before = reading.blocks[mention.block][1].text[max(0, mention.start - 6) : mention.start]
    return mention.measure == "respiratory_rate" and re.search(r"\(RR\W*\Z", before) is not None


def _is_collected(reading: Reading, mention: QuantityMention) -> bool:
    """Whether an amount is that of a whole collection, as of the urine of a day, or its volume stands apart."""
    unit = mention.quantity.unit
    if unit is None or "/" in unit.dimension:
        return False
    start, text = reading.sentences[mention.sentence].start, reading.blocks[mention.block][1].text
    return (
        _APART.match(text, mention.end) is not None
        or _COLLECTED.search(text, start, mention.start) is not None
    )


def _is_of_mercury(reading: Reading, mention: QuantityMention) -> bool:
    """Whether a length is a pressure, whose mercury is parted from it."""
    return _MERCURY.match(reading.blocks[mention.block][1].text, mention.end) is not None


def _is_of_a_part(reading: Reading, mention: QuantityMention) -> bool:
    """Whether a share behind the count of all cells is that of one kind: `18,000/μL (70% bands)`."""
    return _PART.match(reading.blocks[mention.block][1].text, mention.end) is not None


def _is_too_dense(reading: Reading, mention: QuantityMention) -> bool:
    """Whether more grams are told in a milliliter than there are; an uptake of a tracer is printed in g/mL too."""
    unit = mention.quantity.unit
    if unit is None or unit.code != "g/mL" or mention.quantity.numbers[0].value <= _DENSEST:
        return False
    sentence = reading.sentences[mention.sentence]
    text = reading.blocks[mention.block][1].text
    return _UPTAKE.search(text, sentence.start, mention.start) is None


def _can_have(analyte: Analyte, unit: Unit) -> bool:
    """Whether laboratories print the analyte in this unit, or in one near it in kind and size."""
    if analyte.key in _IONS and unit.dimension == "mass/volume":
        return False
    if analyte.key in _PER_LITER and unit.code in ("U/dL", "[IU]/dL"):
        return False
    if analyte.key == "inr":
        return unit.dimension not in (
            "time",
            *_SUBSTANCE,
        )  # its share of the normal stands beside it: `INR 1.3 (71%)`
    if analyte.key in ("osmolality", "urine_osmolality"):
        return unit.dimension in ("osmolality", "osmolarity", "amount/volume")
    if analyte.key == "esr":
        return unit.code in ("mm/h", "mm")
    if unit.dimension == "equivalent/volume" and analyte.valence == 0:
        return False  # what has no charge has no equivalents
    dimensions = {each.dimension for each in analyte.units}
    alike = [each for each in analyte.units if each.dimension == unit.dimension]
    if alike and unit.dimension in _SUBSTANCE:
        return any(unit.factor < each.factor * _FAR and each.factor < unit.factor * _FAR for each in alike)
    if dimensions & _SUBSTANCE and analyte.molar_mass is not None:
        dimensions |= _SUBSTANCE
    return unit.dimension in dimensions
