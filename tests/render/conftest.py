"""Fixtures for the tests of rendering."""

from __future__ import annotations

from pathlib import Path

import pytest
from render_project import Project, make_case


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project with a few facts."""
    tree = {
        "patient": {"age": "45 years", "sex": "male"},
        "labs": {
            "emergency": {"leukocytes": "6800 /uL", "hemoglobin": "9.7 g/dL", "creatinine": "1.5 mg/dL"}
        },
        "stains": {
            "cd56": {"name": "CD56", "result": "positive"},
            "mucicarmin": {"name": "mucicarmin", "result": "negative"},
        },
        "sites": ["liver", "bone", "gallbladder"],
        "study": {"patients": "12", "improved": "8 of 9", "survival": "10 years", "operated": "0"},
        "considered": True,
        "note": 'one *star*, <b>, [x](y) and "salt & pepper"',
    }
    return Project(tmp_path, make_case(tree))
