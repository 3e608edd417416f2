"""CW604."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from casewright.check.evidence.text.around import vocabulary
from casewright.check.finding import Finding, Severity
from casewright.check.rules.privacy.telling import matched, told
from casewright.check.spotting import found
from casewright.document.mentions.wordset import words
from casewright.document.reading import Reading
from casewright.patterns import lazily

_NAMED = lazily(
    r"\b(?:Dr|Prof|Professor|Doctor|Nurse)\b\.? (?:[A-Z]\. ?){0,2}[A-Z][a-z’'-]{2,30}(?: [A-Z][a-z’'-]{2,30})?"
)

_ACTED = lazily(r"\b(?:by|from|to|with|our|surgeon,?|doctor,?|physician,?|practitioner,?) \Z")
_NO_PERSON = lazily(
    r"(?:['’]s)? (?:\w+ ){0,2}(?:Hospital|Clinic|Institute|Cent(?:er|re)|University|Memorial|et al)\b"
)
_TITLES = words("dr prof professor doctor nurse")


class ClinicianNamed:
    """A clinician who treated the patient is named in the case.

    Why it is bad
        With the date or the ward, the name of the surgeon leads to the patient. Thanks belong in the acknowledgements.

    Example
        The operation was done by Dr. Miller.

    Write instead
        The operation was done by a spine surgeon.

    Source
        HIPAA Privacy Rule, 45 CFR 164.514(b)(2)(i)(R): any other characteristic that identifies.
    """

    code: ClassVar[str] = "CW604"
    name: ClassVar[str] = "clinician-named"
    severity: ClassVar[Severity] = "note"

    def check(self, reading: Reading) -> Iterator[Finding]:
        """A finding at the first place of each name: a warning where it is told who did something."""
        seen: set[str] = set()
        if reading.once(vocabulary).isdisjoint(_TITLES):
            return
        for block, text in told(reading):
            for match in _NAMED.finditer(text):
                if match[0] in seen or _NO_PERSON.match(text, match.end()):
                    continue
                seen.add(match[0])
                hint = "name the specialty instead, and thank the person in the acknowledgements"
                message = f"`{match[0]}` is named in the case"
                acted = _ACTED.search(text, max(0, match.start() - 16), match.start())
                severity: Severity = "warning" if acted else "note"
                yield found(self, reading, matched(block, match), message, hint, severity=severity)
