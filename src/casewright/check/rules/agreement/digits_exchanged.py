"""CW116."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from casewright.check.evidence.people.cases import cases_told
from casewright.check.evidence.telling.slips import named_slips, worded_slips
from casewright.check.finding import Finding, Severity
from casewright.check.rules.agreement.measure_with_two_values import subject_of
from casewright.check.spotting import as_said, found
from casewright.document.reading import Reading


class DigitsExchanged:
    """A figure of the patient whose digits stand in another order at the other place that has it.

    Why it is bad
        Exchanged digits are the commonest slip in copying a number, and no reader can tell which is right.

    Example
        On admission the creatinine was 138 µmol/L. It rose from 183 µmol/L to 258 µmol/L.

    Write instead
        On admission the creatinine was 183 µmol/L. It rose from 183 µmol/L to 258 µmol/L.

    Source
        Two figures are compared where they are of one analyte, or of one unit with like words beside them, and the
        report has neither anywhere else. Where a change begins, and another value of the sentence is that of before
        (`creatinine and BUN rose from 1.9 and 19 mg/dL`), one digit may differ.
    """

    code: ClassVar[str] = "CW116"
    name: ClassVar[str] = "digits-exchanged"
    severity: ClassVar[Severity] = "warning"

    def check(self, reading: Reading) -> Iterator[Finding]:
        if reading.once(cases_told) > 1:
            return
        seen: set[tuple[int, int]] = set()
        hint = "make the two agree, or say when each was measured"
        for one, other in named_slips(reading):
            if (other.block, other.start) in seen:
                continue
            seen.add((other.block, other.start))
            figures = f"{as_said(other.text)} here and {as_said(one.text)} before"
            message = f"`{subject_of(other, one)}` is {figures}: are the digits right?"
            yield found(self, reading, other, message, hint, [one])
        for first, second in worded_slips(reading):
            if (second.block, second.start) not in seen:
                figures = f"{as_said(second.text)} stands here and {as_said(first.text)} before"
                message = f"{figures}, in like words: are the digits right?"
                yield found(self, reading, second, message, hint, [first])
