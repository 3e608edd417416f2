"""CW606."""

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

_SIGNS = ("@", "://", "www.", "+")
_NAMED = words("tel telephone phone mobile fax ip")
_NAMED_SIGNS = ("hone", "Tel", "tel", "obile", "Fax", "fax", " IP")
_CONTACT = lazily(
    r"(?P<mail>[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,4})"
    r"|(?:\b(?:[Tt]el(?:ephone)?|[Pp]hone|[Mm]obile|[Ff]ax)\b\.?(?: number| no\.?)?(?: is| was)?[:\s]{0,3}|(?=\+\d))"
    r"(?P<phone>\+?\(?\d[\d ().-]{6,18}\d)(?![\d%])"
    r"|\bIP(?: address)?[: ]{1,2}(?P<ip>\d{1,3}(?:\.\d{1,3}){3})"
    r"|(?P<url>(?:https?://|www\.)[^\s<>\"')\]]{4,200})"
)
_NAMES = {
    "mail": "an e-mail address",
    "phone": "a telephone number",
    "ip": "an IP address",
    "url": "a web address",
}


class ContactData:
    """A telephone number, e-mail, web or IP address stands in the text about the patient.

    Why it is bad
        If it is the patient's, or a relative's, it identifies them; if it is not, it has no place in the case.

    Example
        His wife can be reached at +1 555 010 9988.

    Write instead
        His wife agreed to be asked.

    Source
        HIPAA Privacy Rule, 45 CFR 164.514(b)(2)(i)(D), (E), (F), (N) and (O).
    """

    code: ClassVar[str] = "CW606"
    name: ClassVar[str] = "contact-data"
    severity: ClassVar[Severity] = "warning"

    def check(self, reading: Reading) -> Iterator[Finding]:
        """A finding at each; of web addresses, mostly those of tools and registers, a note at the first."""
        linked = False
        signs = _SIGNS if reading.once(vocabulary).isdisjoint(_NAMED) else _SIGNS + _NAMED_SIGNS
        for block, text in told(reading):
            if not any(sign in text for sign in signs):
                continue
            for match in _CONTACT.finditer(text):
                kind = match.lastgroup or "url"
                if kind == "url" and linked:
                    continue
                linked = linked or kind == "url"
                severity: Severity = "note" if kind == "url" else "warning"
                message = f"{_NAMES[kind]} stands in the text about the patient"
                yield found(
                    self, reading, matched(block, match, kind), message, "leave it out", severity=severity
                )
