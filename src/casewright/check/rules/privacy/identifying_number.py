"""CW605."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from casewright.check.finding import Finding, Severity
from casewright.check.rules.privacy.telling import matched, told
from casewright.check.spotting import found
from casewright.document.reading import Reading
from casewright.patterns import lazily

_NUMBER = lazily(
    r"\b(?:MRN|(?:medical |clinical )?record|hospital|patient(?:’s|'s)?"
    r"|chart|case|admission|inpatient|outpatient|IPD?|OPD?|CR|UHID|file|folder|dossier|biopsy|specimen|slide"
    r"|(?<!trial )(?<!study )(?<!prospero )(?<!clinical )(?<!protocol )(?:registration|reg\.?)(?= ?(?:no|num|id|#))"
    r"|social security|SSN|health plan|(?:health )?insurance|policy|passport|NHS|national (?:id|identity)|licen[cs]e"
    r"|account|(?:device )?serial|(?:vehicle )?plate)"
    r"[ ]?(?:number|no\.?|num\.?|nr\.?|id\b|identifier|#|record)?[ ]?(?:was|is|[:#(])?[ ]?"
    r"(?P<number>(?!NCT|ISRCTN|CTRI|ChiCTR|DRKS|UMIN|jRCT|CRD|ACTRN|EUCTR)"  # registers of trials
    r"(?=(?:HN[ ])?[A-Z0-9/-]*\d{4}|\d{3}[ ]\d{3}[ ]\d{4})(?:HN[ ]|[A-Z]{0,4}[-/]?)"
    r"\d(?:\d\d[ ]\d{3}[ ]\d{4}|[0-9A-Z/-]{3,20}))(?![\d%])",
    re.IGNORECASE,
)
_WORD = lazily(r"number|no\b|num|nr\b|\bid\b|identifier|#|MRN|SSN|UHID", re.IGNORECASE)
_LONG = lazily(r"[0-9]{4}")
_BEFORE = 60  # characters before four digits in which the number that they belong to begins
_NAMED = lazily(  # what every match of `_NUMBER` with such a word has
    r"(?:number|no\.?|num\.?|nr\.?|id|identifier|#|record|MRN|SSN|UHID) ?(?:was|is|[:#(])? ?(?:HN )?[A-Z]{0,4}[-/]?\d",
    re.IGNORECASE,
)
_SOCIAL = lazily(r"\d(?<![\d-]\d)\d\d-\d{2}-\d{4}(?![\d-])")


class IdentifyingNumber:
    """A number of the patient's record, insurance, specimen, device or the like is printed.

    Why it is bad
        It leads straight to the record of one person.

    Example
        The patient (MRN 00482913) was admitted.

    Write instead
        The patient was admitted.

    Source
        HIPAA Privacy Rule, 45 CFR 164.514(b)(2)(i)(G) to (M): social security, record, health plan, account, licence,
        vehicle and device numbers.
    """

    code: ClassVar[str] = "CW605"
    name: ClassVar[str] = "identifying-number"
    severity: ClassVar[Severity] = "warning"

    def check(self, reading: Reading) -> Iterator[Finding]:
        """A finding at each number that is named as one of these, or that has the form of a social security number."""
        for block, text in told(reading):
            digits = [match.start() for match in _LONG.finditer(text)]
            if not digits:
                continue
            named = any(_NAMED.search(text, max(0, start - _BEFORE), start + 1) for start in digits)
            for match in _NUMBER.finditer(text) if named else ():
                if _WORD.search(match[0][: match.start("number") - match.start()]):
                    message = f"an identifying number is printed: `{match[0]}`"
                    yield found(self, reading, matched(block, match), message, "leave the number out")
            for match in _SOCIAL.finditer(text):
                message = f"`{match[0]}` has the form of a social security number"
                yield found(self, reading, matched(block, match), message, "leave the number out")
