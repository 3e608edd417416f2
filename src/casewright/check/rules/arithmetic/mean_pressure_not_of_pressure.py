"""CW208."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from casewright.check.evidence.text.passage import scan_around
from casewright.check.evidence.values.values import at_one_time, printed, single
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import found
from casewright.document.mentions.model import QuantityMention
from casewright.document.reading import Reading
from casewright.patterns import lazily

_PULSE = lazily(
    r"\bpulse pressure\s?(?:was|of|is|:|=)?\s?(?P<pulse>\d{1,3})(?:\s?mm\s?Hg)?\s?(?:,|\(|with an?|at an?|and an?)\s?"
    r"(?:blood pressure|BP)(?: (?:was|of))?:?\s(?P<high>\d{2,3})\s?/\s?(?P<low>\d{2,3})\b"
    r"|\b(?P<high2>\d{2,3})\s?/\s?(?P<low2>\d{2,3})(?:\s?mm\s?Hg)?,?\s?(?:\(|with an?"
    r"|and an?)\s?(?:wide |widened |narrow )?"
    r"pulse pressure\s?(?:was|of|is|:|=)?\s?(?P<pulse2>\d{1,3})\b",
    re.IGNORECASE,
)
_SLACK = 5.0  # mmHg: a monitor measures the mean, and does not compute it from the two others


class MeanPressureNotOfPressure:
    """A mean arterial pressure that the systolic and diastolic pressure beside it do not give.

    Why it is bad
        The mean lies a third of the way from the diastolic to the systolic pressure; never outside the two.

    Example
        Blood pressure was 120/80 mmHg (mean arterial pressure 83 mmHg).

    Write instead
        Blood pressure was 120/80 mmHg (mean arterial pressure 93 mmHg).

    Source
        Diastolic pressure plus a third of the pulse pressure, which is the difference of the two and is held to 10
        mmHg. Up to 5 mmHg away is allowed for a measured mean; beyond that is a warning, outside the two pressures an
        error.
    """

    code: ClassVar[str] = "CW208"
    name: ClassVar[str] = "mean-pressure-not-of-pressure"
    severity: ClassVar[Severity] = "error"

    def check(self, reading: Reading) -> Iterator[Finding]:
        for passage, match in scan_around(reading, _PULSE, 70, 90, "pulse pressure"):
            whole, low = (int(match[each] or match[f"{each}2"]) for each in ("high", "low"))
            pulse = int(match["pulse"] or match["pulse2"])
            if abs(whole - low - pulse) > 2 * _SLACK:
                message = f"a pulse pressure of {pulse} does not fit {whole}/{low}, which gives {whole - low}"
                yield found(self, reading, passage, message, "correct one of the two", (), "warning")
        pressures: dict[int, list[QuantityMention]] = {}
        for mention in reading.quantities:
            if mention.measure == "blood_pressure" and mention.quantity.shape == "pair":
                pressures.setdefault(mention.sentence, []).append(mention)
        for mention in reading.quantities:
            mean, beside = single(mention), pressures.get(mention.sentence, [])
            if mention.measure != "map" or mean is None or len(beside) != 1 or mention.time != beside[0].time:
                continue
            if mention.subject != "patient" or not at_one_time(reading, beside[0], mention):
                continue
            systolic, diastolic = (float(number.value) for number in beside[0].quantity.numbers)
            expected, value = diastolic + (systolic - diastolic) / 3, float(mean.value)
            if abs(value - expected) > _SLACK:
                severity: Severity = "warning" if diastolic <= value <= systolic else "error"
                pressure = f"{printed(beside[0])}, which gives {expected:.0f}"
                message = f"a mean arterial pressure of {mean.text} does not fit {pressure}"
                yield found(self, reading, mention, message, "correct one of the two", beside, severity)
