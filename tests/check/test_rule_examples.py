"""Every rule finds what its examples say, where they say, and nothing in the manuscripts that pass."""

from __future__ import annotations

from pathlib import Path

import pytest
from rule_examples import Example, all_examples, as_written


@pytest.mark.parametrize("example", all_examples(), ids=lambda example: example.name)
def test_rule_finds_what_its_example_says(example: Example, tmp_path: Path) -> None:
    findings = example.findings(tmp_path)
    keys = [set(expected) for expected in example.expected]
    keys += [{"quote", "message"}] * (len(findings) - len(keys))
    assert [as_written(f, k) for f, k in zip(findings, keys, strict=False)] == list(example.expected)
