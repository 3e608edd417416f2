"""The elements of FHIR R4 resources that an import reads: concepts, codes, days. None of them is trusted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

Resource = Mapping[str, Any]
_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})")


def names_of(patient: Resource) -> set[str]:
    found: set[str] = set()
    for name in listed(patient, "name"):
        if isinstance(name, dict):
            given = name.get("given")
            parts = [name.get("family"), *(given if isinstance(given, list) else [])]
            found |= {part.lower() for part in parts if isinstance(part, str) and len(part) > 2}
    return found


def codes(one: Any) -> list[str]:
    code = one.get("code") if isinstance(one, dict) else None
    codings = listed(code, "coding") if isinstance(code, dict) else []
    return [
        str(coding.get("code"))
        for coding in codings
        if isinstance(coding, dict) and "loinc" in str(coding.get("system", "")).lower()
    ]


def label_of(one: Resource) -> str:
    return concept(one.get("code")) or str(one.get("resourceType", "a value"))


def concept(concept: Any) -> str:
    """The words of a CodeableConcept: its text, else the first coding's display."""
    if not isinstance(concept, dict):
        return ""
    displays = [coding.get("display") for coding in listed(concept, "coding") if isinstance(coding, dict)]
    found: Iterator[str] = (
        text for text in (concept.get("text"), *displays) if isinstance(text, str) and text.strip()
    )
    return " ".join(next(found, "").split())[:200]


def listed(holder: Any, name: str) -> list[Any]:
    value = holder.get(name) if isinstance(holder, Mapping) else None
    return value if isinstance(value, list) else []


def inside(holder: Resource, name: str, part: str) -> Any:
    value = holder.get(name)
    return value.get(part) if isinstance(value, dict) else None


def day_of(written: Any) -> date | None:
    """The day of a FHIR date or dateTime; None for a year or month alone."""
    found = _DATE.match(written) if isinstance(written, str) else None
    try:
        return date(int(found[1]), int(found[2]), int(found[3])) if found else None
    except ValueError:
        return None
