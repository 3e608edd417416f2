"""A manuscript folder with a case that is as short as a case can be."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from casewright.case.load import load_case
from casewright.case.model import Case
from casewright.errors import InputError, Problem

SHORTEST = """\
patient: {age: 45 years, sex: male, height: 172 cm, weight: 68 kg}
presentation: {symptoms: {pain: pain}}
diagnosis: {final: sciatica}
statements: {consent: given}
"""

Load = Callable[..., Case]
Refuse = Callable[..., list[Problem]]


@pytest.fixture
def shortest() -> str:
    return SHORTEST


@pytest.fixture
def load(tmp_path: Path) -> Load:
    """Load a case from the shortest one and what is added to it, and from studies."""

    def load(added: str = "", studies: str = "") -> Case:
        (tmp_path / "case.yaml").write_text(SHORTEST + added, encoding="utf-8")
        if studies:
            (tmp_path / "studies.yaml").write_text(studies, encoding="utf-8")
        return load_case(tmp_path)

    return load


@pytest.fixture
def refuse(load: Load) -> Refuse:
    """The problems that such a case is refused for."""

    def refuse(added: str = "", studies: str = "") -> list[Problem]:
        with pytest.raises(InputError) as caught:
            load(added, studies)
        return list(caught.value.problems)

    return refuse
