"""CW603."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from casewright.check.finding import Finding, Severity
from casewright.check.rules.privacy.telling import matched, told
from casewright.check.spotting import found
from casewright.document.reading import Reading

_NAMED = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Mister)\b\.?\s(?P<surname>[A-Z][A-Za-z’'-]{0,30}(?: [A-Z][a-z’'-]{1,30})?\.?)"
    r"|\b[Pp]atient(?:’s|'s)? (?:named?(?: is| was)?|called):? (?P<name>[A-Z][a-z’'-]{1,30}(?: [A-Z][a-z’'-]{1,30})?)"
    r"|\b(?:man|woman|boy|girl|male|female|infant|baby|lady|gentleman|child)(?:,| \w+ \w+ \w+)? (?:named|called)"
    r" (?P<called>[A-Z][a-z’'-]{1,30}(?: [A-Z][a-z’'-]{1,30})?)"
    r"|\b[Pp]atient,? \(?(?P<initials>[A-Z]\.[ ]?[A-Z]\.(?:[ ]?[A-Z]\.)?)\)?"
)
_NO_NAME = {"The", "A", "An", "With", "Who", "Was", "And", "Of"}


class PatientNamed:
    """The patient is named, in full, by surname or by initials.

    Why it is bad
        Nothing identifies a person as surely. Initials do too, for those who know where the authors work.

    Example
        Mrs. Miller was admitted with back pain.

    Write instead
        The patient was admitted with back pain.

    Source
        HIPAA Privacy Rule, 45 CFR 164.514(b)(2)(i)(A); ICMJE Recommendations, Protection of Research Participants:
        names, initials and hospital numbers are not published.
    """

    code: ClassVar[str] = "CW603"
    name: ClassVar[str] = "patient-named"
    severity: ClassVar[Severity] = "warning"

    def check(self, reading: Reading) -> Iterator[Finding]:
        """A finding at the first place of each name; letters that may stand for no name (`Mr. X`) are a note."""
        seen: set[str] = set()
        for block, text in told(reading):
            for match in _NAMED.finditer(text):
                name = match["surname"] or match["name"] or match["called"] or match["initials"]
                if name not in seen and name not in _NO_NAME:
                    seen.add(name)
                    message = f"the patient is named: `{match[0]}`"
                    severity: Severity = (
                        "note" if re.fullmatch(r"[A-Z]{1,2}(?:[’']s)?\.?", name) else "warning"
                    )
                    yield found(
                        self,
                        reading,
                        matched(block, match),
                        message,
                        "write `the patient`",
                        severity=severity,
                    )
