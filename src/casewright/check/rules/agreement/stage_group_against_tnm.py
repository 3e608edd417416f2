"""CW143."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from casewright.check.evidence.text.around import vocabulary
from casewright.check.evidence.text.parts import of_patient
from casewright.check.evidence.text.passage import scan
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import found
from casewright.document.mentions.wordset import words
from casewright.document.reading import Reading
from casewright.patterns import lazily

_TNM = (
    r"(?<![A-Za-z])[cpyr]{{0,2}}T(?P<t{0}>[0-4])[a-d]?(?:\(m\))?,? ?[cp]?N(?P<n{0}>[0-3])[a-c]?"
    r",? ?[cp]?M(?P<m{0}>[01])[a-d]?"
)
_GROUP = r"[Ss]tage:? (?P<group{0}>I[ABC]?\d?|II[ABC]?\d?|III[ABC]?\d?|IV[ABC]?\d?|[1-4][ABC]?)(?!\w|\.\d)"
_BOTH = lazily(
    rf"{_TNM.format(1)}\b[^.;]{{0,25}}?{_GROUP.format(1)}|{_GROUP.format(2)}[^.;]{{0,25}}?{_TNM.format(2)}"
)
_OTHERWISE = words(  # tumors whose stages are made otherwise
    "testicular testis seminoma germ teratoma choriocarcinoma trophoblastic neuroblastoma wilms anaplastic thyroid"
    " lymphoma melanoma nasopharyngeal oropharyngeal previously initially restaged"
)


class StageGroupAgainstTnm:
    """A stage that the T, N and M beside it do not give: distant metastasis is stage IV, T1N0M0 is stage I.

    Why it is bad
        Treatment goes by the stage, and one of the two is wrong.

    Example
        The tumor was staged as T2N0M1, stage II.

    Write instead
        The tumor was staged as T2N0M1, stage IV.

    Source
        TNM Classification of Malignant Tumours, 8th edition (UICC 2017), not verified tumor by tumor. Tumors whose
        stages are made otherwise, of the testis, the thyroid, the pharynx and others, are left alone.
    """

    code: ClassVar[str] = "CW143"
    name: ClassVar[str] = "stage-group-against-tnm"
    severity: ClassVar[Severity] = "warning"

    def check(self, reading: Reading) -> Iterator[Finding]:
        for place, match in scan(reading, _BOTH, "m0", "m1"):
            side = "1" if match["t1"] else "2"
            t, n, m = (match[letter + side] for letter in "tnm")
            group = match["group" + side]
            stage = int(group[0]) if group[0].isdigit() else 4 if "V" in group else group.count("I")
            if m == "1" and stage != 4:
                message = f"M1 is stage IV, not stage {group}"
            elif t + n + m == "100" and stage > 2:
                message = f"T1N0M0 is stage I, not stage {group}"
            else:
                continue
            sentence = reading.sentence_at(place.block, place.start)
            if reading.once(vocabulary).isdisjoint(_OTHERWISE) and of_patient(reading, sentence):
                yield found(self, reading, place, message, "correct the stage or its letters")
