"""CW408."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from casewright.check.finding import Finding, Severity
from casewright.check.rules.citations.citing import references
from casewright.check.spotting import Span, found
from casewright.document.reading import Reading
from casewright.patterns import lazily

_DOI = lazily(
    r"\b(?:doi\.org/|doi[:.]\s?(?!org)(?:https?://(?:dx\.)?doi\.org/)?)\s?([^\s\],;]{2,200})", re.IGNORECASE
)
_PMID = lazily(r"\bPMID[: ]\s?([^\s\],;]{1,40})")
_GOOD_DOI = lazily(r"10\.\d{4,9}(?:\.\d+)*/\S+")  # DOI Handbook, 2.2: prefix 10.REGISTRANT, slash, suffix
_GOOD_PMID = lazily(r"[1-9]\d{0,7}\.?")


class IdentifierMalformed:
    """A DOI or a PMID does not have the form of one.

    Why it is bad
        It leads nowhere: the reader, the publisher's links and the checkers of references cannot find the work.

    Example
        doi: 10.1007s11060-007-9345-z

    Write instead
        doi: 10.1007/s11060-007-9345-z

    Source
        DOI Handbook, section 2.2 (prefix, slash, suffix); a PMID is a number of one to eight digits (NLM, MEDLINE
        data element descriptions).
    """

    code: ClassVar[str] = "CW408"
    name: ClassVar[str] = "identifier-malformed"
    severity: ClassVar[Severity] = "error"

    def check(self, reading: Reading) -> Iterator[Finding]:
        """A finding at each identifier of the reference list that is not well formed."""
        for reference in references(reading):
            for kind, pattern, good in (("DOI", _DOI, _GOOD_DOI), ("PMID", _PMID, _GOOD_PMID)):
                for match in pattern.finditer(reference.text):
                    value = match[1].rstrip(".)")
                    if value and not good.fullmatch(value):
                        at = Span(reference.block, match.start(1), match.start(1) + len(value))
                        hint = (
                            "a DOI is 10.NUMBER/NAME" if kind == "DOI" else "a PMID has one to eight digits"
                        )
                        yield found(self, reading, at, f"`{value}` is not a {kind}", hint)
