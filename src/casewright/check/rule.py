"""The shape of a rule.

One rule a file, `rules/<family>/<rule_name>.py`, holding one class. The class docstring is the rule's page:
first line what it finds, then the headings `Why it is bad`, `Example`, `Write instead`, `Source`. The
registry lists every rule by hand.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Protocol

from casewright.check.finding import Finding, Severity
from casewright.document.reading import Reading


class Rule(Protocol):
    """A check of a whole manuscript. It holds no state; `check` yields its findings in any order."""

    code: ClassVar[str]  # "CW201": never changes, never used again
    name: ClassVar[str]  # "percent-not-of-count": the bad pattern, in kebab case
    severity: ClassVar[Severity]  # of its ordinary finding; a single finding may be milder

    def check(self, reading: Reading) -> Iterator[Finding]: ...
