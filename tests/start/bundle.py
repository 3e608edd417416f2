"""A bundle in the form that public generators of synthetic patients write: a transaction with full urls."""

from __future__ import annotations

import json
from typing import Any

LOINC = "http://loinc.org"
UCUM = "http://unitsofmeasure.org"


def coded(code: str, text: str, system: str = LOINC) -> dict[str, Any]:
    return {"coding": [{"system": system, "code": code, "display": text}], "text": text}


def quantity(value: float | int, unit: str) -> dict[str, Any]:
    return {"value": value, "unit": unit, "system": UCUM, "code": unit}


def observation(code: str, text: str, value: Any, unit: str, day: str, **more: Any) -> dict[str, Any]:
    return {
        "resourceType": "Observation", "status": "final", "code": coded(code, text),
        "subject": {"reference": "urn:uuid:1"}, "effectiveDateTime": f"{day}T08:15:00-05:00",
        **({"valueQuantity": quantity(value, unit)} if unit else {}), **more,
    }  # fmt: skip


def bundle(*resources: dict[str, Any]) -> bytes:
    entries = [
        {"fullUrl": f"urn:uuid:{n}", "resource": {"id": str(n), **resource}, "request": {"method": "POST"}}
        for n, resource in enumerate(resources, 1)
    ]
    return json.dumps({"resourceType": "Bundle", "type": "transaction", "entry": entries}).encode()


PATIENT = {
    "resourceType": "Patient", "gender": "female", "birthDate": "1950-06-15",
    "name": [{"use": "official", "family": "Quux123", "given": ["Zelda456"], "prefix": ["Mrs."]}],
    "identifier": [{"system": "urn:hospital", "value": "MRN-99-88-77"}],
    "telecom": [{"system": "phone", "value": "555-123-4567"}],
    "address": [{"line": ["1 Hidden Lane"], "city": "Nowhereville", "postalCode": "01234"}],
}  # fmt: skip
PRESSURE = {
    "resourceType": "Observation", "status": "final", "code": coded("85354-9", "Blood Pressure"),
    "effectiveDateTime": "2015-01-01T08:00:00Z",
    "component": [
        {"code": coded("8462-4", "Diastolic Blood Pressure"), "valueQuantity": quantity(70, "mm[Hg]")},
        {"code": coded("8480-6", "Systolic Blood Pressure"), "valueQuantity": quantity(100, "mm[Hg]")},
    ],
}  # fmt: skip
REST: tuple[dict[str, Any], ...] = (
    {"resourceType": "Condition", "code": coded("1", "Chronic sinusitis (disorder)", "http://snomed.info/sct"),
     "onsetDateTime": "2015-01-01T08:00:00Z"},
    {"resourceType": "Procedure", "status": "completed", "code": coded("2", "Appendectomy", "http://snomed.info/sct"),
     "performedPeriod": {"start": "2015-01-13T00:30:00Z", "end": "2015-01-13T02:30:00Z"}},
    {"resourceType": "MedicationAdministration", "status": "completed", "effectiveDateTime": "2015-01-13T08:00:00Z",
     "medicationCodeableConcept": coded("3", "cefazolin", "http://www.nlm.nih.gov/research/umls/rxnorm"),
     "dosage": {"dose": quantity(2, "g"), "route": {"text": "intravenous"}}},
    {"resourceType": "DiagnosticReport", "status": "final", "code": coded("4", "Abdominal ultrasound"),
     "effectiveDateTime": "2015-01-12T08:00:00Z", "conclusion": "Thickened appendix."},
    {"resourceType": "DiagnosticReport", "status": "final", "code": coded("5", "Note"),
     "effectiveDateTime": "2015-01-12T08:00:00Z", "conclusion": "Mrs. Quux123 was seen."},
    {"resourceType": "Specimen", "type": {"text": "appendix"},
     "collection": {"collectedDateTime": "2015-01-13T01:00:00Z"}},
    {"resourceType": "Encounter", "status": "finished"},
)  # fmt: skip
