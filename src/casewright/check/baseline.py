"""A baseline: the findings that stood when casewright was adopted. Only those that come after count.

The file is JSON: `{"version": 1, "files": {PATH: {FINGERPRINT: COUNT}}}`, paths relative to its folder.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from casewright.check.finding import Finding
from casewright.check.fingerprint import fingerprint
from casewright.check.result import Results
from casewright.errors import InputError, Place, Problem


class Baseline:
    """The known findings of each file, each as often as it stood."""

    def __init__(self, file: Path, known: dict[str, Counter[str]]) -> None:
        self.file = file
        self._known = known

    def cover(self, path: Path, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """The findings, those of the baseline as acknowledged."""
        left = Counter(self._known.get(_key(path, self.file), {}))
        covered = []
        for finding in findings:
            known = fingerprint(finding)
            if finding.acknowledged is None and left[known] > 0:
                left[known] -= 1
                finding = replace(finding, acknowledged=f"known before: {self.file.name}")
            covered.append(finding)
        return tuple(covered)


def load_baseline(file: Path) -> Baseline:
    """The baseline in `file`. Raises `InputError` where it cannot be read or is not one."""
    try:
        data = json.loads(file.read_text(encoding="utf-8"))
        if data["version"] != 1:
            raise ValueError(f"version {data['version']} is not known")
        return Baseline(file, {path: Counter(known) for path, known in data["files"].items()})
    except OSError as fault:
        hint = "write one with `casewright check --write-baseline`"
        raise InputError(
            Problem(f"the baseline cannot be read: {fault.strerror}", hint, Place(str(file)))
        ) from fault
    except (ValueError, KeyError, TypeError, AttributeError) as fault:
        raise InputError(Problem(f"not a baseline: {fault}", place=Place(str(file)))) from fault


def baseline_text(file: Path, findings: Iterable[tuple[Path, Iterable[Finding]]]) -> str:
    """The text of a baseline at `file` that covers these findings; those acknowledged otherwise stay out."""
    files = {
        _key(path, file): dict(sorted(Counter(fingerprint(f) for f in found if f.counts).items()))
        for path, found in findings
    }
    return json.dumps({"version": 1, "files": files}, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def write_baseline(file: Path, results: Results) -> None:
    """Write the baseline of a check: its standing errors and warnings are known from now on."""
    text = baseline_text(file, [(Path(result.path), result.findings) for result in results.files])
    file.write_text(text, encoding="utf-8")


def _key(path: Path, file: Path) -> str:
    """The path as seen from the baseline's folder, with slashes; a path elsewhere stays as it is."""
    whole, folder = path.resolve(), file.resolve().parent
    return (whole.relative_to(folder) if whole.is_relative_to(folder) else whole).as_posix()
