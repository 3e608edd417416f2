"""CW120."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from casewright.check.evidence.denial.qualities import qualities_opposed
from casewright.check.evidence.people.cases import cases_told
from casewright.check.evidence.telling.diagnoses import diagnoses_apart
from casewright.check.evidence.telling.rivals import rivals
from casewright.check.evidence.text.passage import Passage
from casewright.check.evidence.words.alternatives import kinds
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import found
from casewright.document.reading import Reading


class DiseaseOfTwoKinds:
    """A kind of the disease in an echo of the case that the case does not have, where it names another.

    Why it is bad
        Influenza A and B, type 1 and type 2 diabetes, a twin and a singleton pregnancy are different cases; the
        reader of the abstract remembers the wrong one.

    Example
        Core tip: Severe hemophilia A may present late. Our patient had severe hemophilia A. Case report: Factor VIII
        was 12%, and mild hemophilia A was diagnosed.

    Write instead
        Core tip: Mild hemophilia A may present late. Our patient had mild hemophilia A. Case report: Factor VIII was
        12%, and mild hemophilia A was diagnosed.

    Source
        CARE 2013, item 8c, doi:10.1186/1752-1947-7-223. Where the case has the kind anywhere, nothing is said.
        The same holds of a tumor that an examination showed, and of a diagnosis that only the summary names.
        A quality, such as unilocular, is held against its opposite where both are said of a thing of one name.
    """

    code: ClassVar[str] = "CW120"
    name: ClassVar[str] = "disease-of-two-kinds"
    severity: ClassVar[Severity] = "warning"

    def check(self, reading: Reading) -> Iterator[Finding]:
        chosen = reading.once(kinds)
        seen: set[Passage] = set()
        for echo, told in rivals(reading, chosen):
            if echo.place in seen:
                continue
            seen.add(echo.place)
            values = " and ".join(dict.fromkeys(each.value for each in told))
            section = reading.blocks[told[0].place.block][0].title or "the case report"
            message = (
                f"the {echo.family.partition(' (')[0]} is `{echo.value}` here and `{values}` in {section}"
            )
            against = [each.place for each in told[:2]]
            yield found(self, reading, echo.place, message, "make the two agree", against)
        for named, case in diagnoses_apart(reading) if reading.once(cases_told) == 1 else ():
            if all(named.place.block != each.block for each in seen):
                seen.add(named.place)
                section = reading.blocks[case.place.block][0].title or "the case report"
                message = f"the {named.what} is `{named.name}` here and `{case.name}` in {section}"
                yield found(self, reading, named.place, message, "make the two agree", [case.place])
        pairs = list(qualities_opposed(reading))
        if pairs and reading.once(cases_told) == 1:
            for before, after in pairs:
                section = reading.blocks[before.place.block][0].title or "the case report"
                message = f"the {after.thing} is `{after.said}` here and `{before.said}` in {section}"
                yield found(self, reading, after.place, message, "make the two agree", [before.place])
