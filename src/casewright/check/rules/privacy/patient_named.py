"""CW603."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from casewright.check.evidence.text.around import vocabulary
from casewright.check.finding import Finding, Severity
from casewright.check.rules.privacy.names import clues, names_in
from casewright.check.rules.privacy.telling import matched, written
from casewright.check.spotting import found
from casewright.document.reading import Reading

_NAME_ALONE = ("apposed", "aged", "forename", "person", "acting", "kin")


class PatientNamed:
    """The patient, or one of the family, is named: in full, by surname or by initials.

    Why it is bad
        Nothing identifies a person as surely. Initials do too, for those who know where the authors work.

    Example
        Mrs. Miller was admitted with back pain.

    Write instead
        The patient was admitted with back pain.

    Source
        HIPAA Privacy Rule, 45 CFR 164.514(b)(2)(i)(A); ICMJE Recommendations, Protection of Research Participants:
        names, initials and hospital numbers are not published. Relatives: the same paragraph of the Privacy Rule.
    """

    code: ClassVar[str] = "CW603"
    name: ClassVar[str] = "patient-named"
    severity: ClassVar[Severity] = "warning"

    def check(self, reading: Reading) -> Iterator[Finding]:
        """A finding at the first place of each name; letters that may stand for no name (`Mr. X`) are a note."""
        seen: set[str] = set()
        known = clues(reading.once(vocabulary))
        for block, text in written(reading):
            for name, match, group in names_in(text, known):
                if any(each.endswith(name) for each in seen):
                    continue
                seen.add(name)
                at = matched(block, match, group if group in _NAME_ALONE else 0)
                message = f"the patient is named: `{text[at.start : at.end]}`"
                doubtful = re.fullmatch(r"[A-Z]{1,2}(?:[’']s)?\.?", name) is not None
                severity: Severity = "note" if doubtful else "warning"
                yield found(self, reading, at, message, "write `the patient`", severity=severity)
