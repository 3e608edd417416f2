"""CW219."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from casewright.check.evidence.text.passage import scan
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import found
from casewright.document.reading import Reading
from casewright.patterns import lazily

_SCORE = lazily(
    r"(?:GCS|[Cc]oma [Ss]c(?:ale|ore))\b\)?[^.;()\d]{0,40}?(?P<total>\d{1,2})(?:\s?/\s?15)?\s*[,:]?\s*[(\[]?\s*"
    r"(?:E|[Ee]yes?(?: opening)?(?: response)?)\s?[:=-]?\s?(?P<eye>[1-4])\s?[,;+/]?\s?"
    r"(?:V|[Vv]erbal(?: response)?)\s?[:=-]?\s?(?P<verbal>[1-5T])\s?[,;+/]?\s?(?:and\s)?"
    r"(?:M|[Mm]otor(?: response)?)\s?[:=-]?\s?(?P<motor>[1-6])\b"
)
# `E4M5V6`: the parts in either order, with any digit
_PARTS = lazily(
    r"\bE\s?(?P<eye>\d)\s?[,;/]?\s?(?:V\s?(?P<verbal>\d|T)\s?[,;/]?\s?M\s?(?P<motor>\d)"
    r"|M\s?(?P<motor2>\d)\s?[,;/]?\s?V\s?(?P<verbal2>\d|T))(?!\d)"
)
# `E2 V2 M4, GCS 8`: the parts ahead of the score
_AHEAD = lazily(
    r"\bE\s?(?P<eye>[1-4])\s?[,;+/]?\s?V\s?(?P<verbal>[1-5T])\s?[,;+/]?\s?M\s?(?P<motor>[1-6])\)?\s?[,;=:(]\s?"
    r"(?:(?:with )?an? )?(?:total|sum|(?:total )?(?:GCS|Glasgow [Cc]oma [Ss](?:cale|core)))(?: score)?(?: of| was|:)?"
    r"\s(?P<total>\d{1,2})\b"
)
_GREATEST = {"eye": 4, "verbal": 5, "motor": 6}


class ComaScaleNotItsSum:
    """A Glasgow Coma Scale score that is not the sum of its three parts, or a part beyond its end.

    Why it is bad
        The score is E + V + M by definition, and treatment is decided by it.

    Example
        The Glasgow Coma Scale score was 8 (E1 V1 M4).

    Write instead
        The Glasgow Coma Scale score was 6 (E1 V1 M4).

    Source
        Teasdale and Jennett 1974, doi:10.1016/S0140-6736(74)91639-0. In an intubated patient (VT) the verbal part
        counts as 1 or is left out.
    """

    code: ClassVar[str] = "CW219"
    name: ClassVar[str] = "coma-scale-not-its-sum"
    severity: ClassVar[Severity] = "error"

    def check(self, reading: Reading) -> Iterator[Finding]:
        for passage, match in (
            *scan(reading, _SCORE, "gcs", "coma"),
            *scan(reading, _AHEAD, "gcs", "coma"),
        ):
            rest = int(match["eye"]) + int(match["motor"])
            sums = (rest, rest + 1) if match["verbal"] == "T" else (rest + int(match["verbal"]),)
            if int(match["total"]) not in sums:
                message = f"the coma scale score is {match['total']} and its parts add up to {sums[0]}"
                yield found(self, reading, passage, message, "correct the score or its parts")
        for passage, match in scan(reading, _PARTS, "gcs", "coma"):
            for part, greatest in _GREATEST.items():
                value = match[part] or match.groupdict().get(f"{part}2")
                if value is not None and value.isdigit() and not 1 <= int(value) <= greatest:
                    message = f"the {part} part of the coma scale is {value}; it goes from 1 to {greatest}"
                    yield found(self, reading, passage, message, "correct the part")
