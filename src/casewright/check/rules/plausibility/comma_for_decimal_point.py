"""CW309."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from casewright.check.evidence.text.passage import scan_near
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import found
from casewright.document.reading import Reading
from casewright.patterns import lazily

_COMMA = lazily(
    r"(?<![\w.,/-])(?:\d{1,3},\d{1,2}|0,\d{3,4})(?!\d)(?:\s?[x×]\s?\d{1,3}(?:,\d{1,2})?){0,2}\s?"
    r"(?:(?:[mµμ]?mol|mEq|[mµμnp]?g|I?U)/[a-zA-Z]*|[cm]m|kg|[mµμn]?g|m[lL]|%|°\s?C)(?![A-Za-z]{3})"
)
_SIGN = lazily(r",(?:(?<=\d,)\d{1,2}|(?<=\b0,)\d{3,4})(?!\d)")


class CommaForDecimalPoint:
    """A comma where English has a decimal point.

    Why it is bad
        In English the comma parts thousands: 1,5 cm can be read as 15 cm, and 1,500 mg as 1.5 g or 1.5 mg.

    Example
        The aorta was cut 1,5 cm above the valve.

    Write instead
        The aorta was cut 1.5 cm above the valve.

    Source
        The International System of Units (SI), 9th edition, section 5.4.4: the decimal marker is the one customary in
        the language of the text, which in English is the point.
    """

    code: ClassVar[str] = "CW309"
    name: ClassVar[str] = "comma-for-decimal-point"
    severity: ClassVar[Severity] = "warning"

    def check(self, reading: Reading) -> Iterator[Finding]:
        """One finding for all of them, at the first."""
        places = [passage for passage, _ in scan_near(reading, _SIGN, _COMMA, 3, 40)]
        if places:
            message = "a comma stands for the decimal point"
            yield found(self, reading, places[0], message, "write a point", places[1:])
