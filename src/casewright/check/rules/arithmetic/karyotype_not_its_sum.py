"""CW273."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from casewright.check.evidence.text.passage import scan
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import found
from casewright.document.reading import Reading
from casewright.patterns import lazily

_KARYOTYPE = lazily(
    r"(?<![\d.,])(?P<count>4[4-9])\s?,\s?(?P<sex>X{1,4}Y{0,2})(?![A-Za-z])"
    r"(?P<changes>(?:,?\s?[+-]\s?(?:\d{1,2}|X|Y|mar)\b|,\s?(?:t|del|dup|inv|ins|add)\s?\([^)]{1,12}\)(?:\s?\([^)]{1,20}\))?)*)"
    r"(?!,?\s?(?:[+-]|(?:[a-z]{1,4}|i)\s?\())"
)
_SIGN = re.compile(r",?\s?([+-])\s?(?=\d|X|Y|mar)")
_AUTOSOMES = 44


class KaryotypeNotItsSum:
    """A karyotype whose number of chromosomes is not that of what it lists.

    Why it is bad
        The number or the list is wrong: a trisomy may be none.

    Example
        The karyotype was 46,XX,+21.

    Write instead
        The karyotype was 47,XX,+21.

    Source
        International System for Human Cytogenomic Nomenclature (ISCN 2020): 44 autosomes, the sex chromosomes, one more
        for each plus sign and one less for each minus sign. Karyotypes with joined chromosomes are left alone.
    """

    code: ClassVar[str] = "CW273"
    name: ClassVar[str] = "karyotype-not-its-sum"
    severity: ClassVar[Severity] = "error"

    def check(self, reading: Reading) -> Iterator[Finding]:
        for place, match in scan(reading, _KARYOTYPE, ",x", ", x"):
            if match["sex"] == "X" and match["changes"]:  # the other one is among the changes
                continue
            signs = _SIGN.findall(re.sub(r"\([^)]*\)", "", match["changes"]))
            listed = _AUTOSOMES + len(match["sex"]) + signs.count("+") - signs.count("-")
            if listed != int(match["count"]):
                message = f"the karyotype lists {listed} chromosomes, not {match['count']}"
                yield found(self, reading, place, message, "correct the number or the list")
