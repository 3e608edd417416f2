"""A FHIR R4 bundle of one patient (https://hl7.org/fhir/R4/) as case data.

Observations are matched to analytes by LOINC and read in their UCUM units; dates become days since the first event;
nothing that identifies is taken over. Every observation becomes a fact or is listed with the reason why not.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from casewright.errors import InputError, Place, Problem
from casewright.quantity.analytes import ANALYTES, find_analyte
from casewright.quantity.units import find_unit
from casewright.start.collected import Collected, Value, slug
from casewright.start.fhir_elements import (
    Resource,
    codes,
    concept,
    day_of,
    inside,
    label_of,
    listed,
    names_of,
)
from casewright.start.project import Imported

PRESSURE, SYSTOLIC, DIASTOLIC = "85354-9", "8480-6", "8462-4"  # LOINC
_LOINC = {analyte.loinc: key for key, analyte in ANALYTES.items() if analyte.loinc}
_IDENTIFYING = (
    "name",
    "identifier",
    "telecom",
    "address",
    "photo",
    "contact",
    "birthDate",
    "generalPractitioner",
)
_DATED_TEXT = re.compile(r"\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b")


def import_bundle(file: Path) -> Imported:
    """What a bundle holds. Raises InputError for a file that is no bundle of one patient."""
    resources = _resources(file)
    patients = [r for r in resources if r.get("resourceType") == "Patient"]
    if len(patients) > 1:
        hint = "export the bundle of one patient"
        raise InputError(Problem(f"the bundle holds {len(patients)} patients", hint, Place(str(file))))
    reader = _Reader(patients[0] if patients else {})
    for resource in resources:
        reader.read(resource)
    collected = reader.collected
    case = collected.case()
    collected.left_out += reader.others()
    confirm = [f"history.conditions.{name}: does it matter to this report?" for name in
               case.get("history", {}).get("conditions", {})]  # fmt: skip
    return Imported(case, left_out=tuple(collected.left_out), to_confirm=tuple(confirm))


def _resources(file: Path) -> list[Resource]:
    place = Place(str(file))
    try:
        bundle = json.loads(file.read_bytes(), parse_float=Decimal, parse_int=Decimal)
    except (ValueError, RecursionError) as fault:
        raise InputError(Problem("not valid JSON", "export the bundle again as JSON", place)) from fault
    if not isinstance(bundle, dict) or bundle.get("resourceType") != "Bundle":
        hint = 'a bundle begins with {"resourceType": "Bundle"}'
        raise InputError(Problem("this is no FHIR bundle", hint, place))
    entries = bundle.get("entry")
    found = (
        [entry.get("resource") for entry in entries if isinstance(entry, dict)]
        if isinstance(entries, list)
        else []
    )
    resources: list[Resource] = [resource for resource in found if isinstance(resource, dict)]
    if not resources:
        raise InputError(Problem("the bundle holds nothing", "export it with its resources", place))
    return resources


class _Reader:
    """Takes resource after resource; `patient` tells whose names may stand in no text."""

    def __init__(self, patient: Resource) -> None:
        self.collected = Collected()
        self._names = names_of(patient)
        self._others: Counter[str] = Counter()
        self._readers: Mapping[str, Callable[[Resource], None]] = {
            "Patient": self._patient,
            "Observation": self._observation,
            "Condition": self._condition,
            "Procedure": self._procedure,
            "MedicationAdministration": self._medication,
            "DiagnosticReport": self._report,
            "Specimen": self._specimen,
        }

    def read(self, resource: Resource) -> None:
        kind = str(resource.get("resourceType"))
        reader = self._readers.get(kind)
        if reader is None:
            self._others[kind] += 1
        elif resource.get("status") == "entered-in-error":
            self.collected.left_out.append(f"{label_of(resource)}: it was entered in error")
        else:
            reader(resource)

    def others(self) -> list[str]:
        """What kinds of resource were not read."""
        return [
            f"{count} {kind}: not part of what a case report states"
            for kind, count in sorted(self._others.items())
        ]

    def _patient(self, patient: Resource) -> None:
        gender = patient.get("gender")
        if gender in ("male", "female"):
            self.collected.patient["sex"] = str(gender)
        self.collected.birth = day_of(patient.get("birthDate"))
        held = [name for name in _IDENTIFYING if patient.get(name)]
        if held:
            self.collected.left_out.append(f"Patient: {', '.join(held)}: it identifies the patient")

    def _observation(self, observation: Resource) -> None:
        day = day_of(observation.get("effectiveDateTime") or inside(observation, "effectivePeriod", "start"))
        parts = [part for part in listed(observation, "component") if isinstance(part, dict)]
        pressure = _pressure(parts)
        if pressure:
            self.collected.measure(Value("blood_pressure", "blood pressure", pressure, day))
            parts = [part for part in parts if not {SYSTOLIC, DIASTOLIC} & set(codes(part))]
        own = [observation] if not (parts or pressure) or "valueQuantity" in observation else []
        for one in [*own, *parts]:
            self._value(
                one, label_of(one) if one is observation else f"{label_of(observation)}: {label_of(one)}", day
            )

    def _value(self, one: Resource, label: str, day: date | None) -> None:
        quantity = one.get("valueQuantity")
        if not isinstance(quantity, dict):
            self.collected.left_out.append(f"{label}: {_why_not(one)}")
            return
        number, unit = quantity.get("value"), str(quantity.get("code") or quantity.get("unit") or "")
        if not isinstance(number, Decimal):
            self.collected.left_out.append(f"{label}: it has no value")
            return
        known = find_unit(unit) or find_unit(str(quantity.get("unit") or ""))
        bare = re.sub(r"\{[^}]*\}", "", unit)
        if known is None and bare not in ("", "1"):
            self.collected.left_out.append(f"{label} = {number} {unit}: the unit `{unit}` is not known")
            return
        sign = {"<=": "≤", ">=": "≥"}.get(
            str(quantity.get("comparator", "")), str(quantity.get("comparator", ""))
        )
        written = f"{sign}{number:f} {known.symbol if known and known.code != '1' else ''}".strip()
        value = Value(_analyte(one, label), label, written, day)
        self.collected.measure(value)

    def _condition(self, condition: Resource) -> None:
        name = label_of(condition)
        if self._tells(name, "Condition"):
            return
        day = day_of(condition.get("onsetDateTime") or inside(condition, "onsetPeriod", "start"))
        self.collected.put("history.conditions", name, {"name": name})
        self.collected.happen(name, day)

    def _procedure(self, procedure: Resource) -> None:
        name = label_of(procedure)
        if self._tells(name, "Procedure"):
            return
        day = day_of(procedure.get("performedDateTime") or inside(procedure, "performedPeriod", "start"))
        self.collected.put("treatment.procedures", name, {"name": name}, day)
        self.collected.happen(name, day)

    def _medication(self, given: Resource) -> None:
        name = concept(given.get("medicationCodeableConcept"))
        if not name:
            self.collected.left_out.append(
                "MedicationAdministration: the drug is named in another resource only"
            )
            return
        dosage = given.get("dosage")
        dose = dosage.get("dose") if isinstance(dosage, dict) else None
        entry = {"name": name}
        if isinstance(dose, dict) and isinstance(dose.get("value"), Decimal):
            unit = find_unit(str(dose.get("code") or dose.get("unit") or ""))
            if unit is not None:
                entry["dose"] = f"{dose['value']:f} {unit.symbol}"
            else:
                self.collected.left_out.append(
                    f"dose of {name}: the unit `{dose.get('unit', '')}` is not known"
                )
        if route := concept(dosage.get("route") if isinstance(dosage, dict) else None):
            entry["route"] = route
        self.collected.put("treatment.drugs", name, entry)
        day = day_of(given.get("effectiveDateTime") or inside(given, "effectivePeriod", "start"))
        self.collected.happen(name, day)

    def _report(self, report: Resource) -> None:
        name, conclusion = label_of(report), report.get("conclusion")
        if not isinstance(conclusion, str) or not conclusion.strip():
            self.collected.left_out.append(
                f"{name}: the report has no conclusion; its values are taken as observations"
            )
            return
        if self._tells(f"{name} {conclusion}", f"report {slug(name)}"):
            return
        day = day_of(report.get("effectiveDateTime") or inside(report, "effectivePeriod", "start"))
        entry = {"modality": name, "summary": " ".join(conclusion.split())}
        self.collected.put("imaging", name, entry, day)
        self.collected.happen(name, day)

    def _specimen(self, specimen: Resource) -> None:
        name = concept(specimen.get("type"))
        if not name:
            self.collected.left_out.append("Specimen: it does not say of what")
            return
        collection = specimen.get("collection")
        day = day_of(collection.get("collectedDateTime")) if isinstance(collection, dict) else None
        entry = {"specimen": name}
        if isinstance(collection, dict) and (method := concept(collection.get("method"))):
            entry["procedure"] = method
        self.collected.put("pathology", name, entry, day)

    def _tells(self, text: str, what: str) -> bool:
        """Whether a text holds the patient's name or a date; then it is left out."""
        told = "the patient's name" if any(name in text.lower() for name in self._names) else ""
        told = told or ("a date" if _DATED_TEXT.search(text) else "")
        if told:
            self.collected.left_out.append(f"{what}: its text holds {told}; write it without")
        return bool(told)


def _pressure(parts: list[Any]) -> str:
    """`100/70 mmHg` from its two components; "" where they are not there."""
    values = {code: part.get("valueQuantity") for part in parts for code in codes(part)}
    pair = [values.get(SYSTOLIC), values.get(DIASTOLIC)]
    numbers = [one.get("value") for one in pair if isinstance(one, dict)]
    units = {str(one.get("code") or one.get("unit")) for one in pair if isinstance(one, dict)}
    if len(numbers) != 2 or not all(isinstance(n, Decimal) for n in numbers) or len(units) != 1:
        return ""
    unit = find_unit(units.pop())
    return f"{numbers[0]:f}/{numbers[1]:f} {unit.symbol}" if unit else ""


def _analyte(one: Resource, label: str) -> str:
    """By LOINC, else by name; a code that is known to be another analyte's is never overruled by a name."""
    for code in codes(one):
        if code in _LOINC:
            return _LOINC[code]
    found = find_analyte(re.sub(r"\s*\[.*", "", label))
    return found.key if found is not None and not codes(one) else ""


def _why_not(one: Resource) -> str:
    for name, why in (
        ("valueCodeableConcept", "its result is in words: "),
        ("valueString", "its result is in words: "),
    ):
        if name in one:
            shown = concept(one[name]) if name == "valueCodeableConcept" else str(one[name])
            return (
                f"{why}“{shown[:80]}”; write it where it belongs"
                if not _DATED_TEXT.search(shown)
                else f"{why}with a date"
            )
    if "dataAbsentReason" in one:
        return "it has no value, and says so"
    return "it has no value that can be measured"
