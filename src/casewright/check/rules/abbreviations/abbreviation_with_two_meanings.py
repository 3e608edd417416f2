"""CW504."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from casewright.check.finding import Finding, Severity
from casewright.check.rules.abbreviations.parts import by_short_form, definitions
from casewright.check.rules.abbreviations.wording import contradict, mean_the_same, say_the_same
from casewright.check.spotting import found
from casewright.document.reading import Reading


class AbbreviationWithTwoMeanings:
    """One abbreviation is given two long forms.

    Why it is bad
        Wherever it stands, the reader must guess which is meant. Where the two are nearly alike, one of them is
        mostly a slip.

    Example
        neuroendocrine tumor (NET) ... norepinephrine transporter (NET)

    Write instead
        Abbreviate one of them, and spell the other out.

    Source
        ICMJE Recommendations, Preparing a Manuscript, Abbreviations and Symbols.
    """

    code: ClassVar[str] = "CW504"
    name: ClassVar[str] = "abbreviation-with-two-meanings"
    severity: ClassVar[Severity] = "warning"

    def check(self, reading: Reading) -> Iterator[Finding]:
        """A warning where the long forms mean different things, a note where they are two wordings of one."""
        for short, defining in by_short_form(list(definitions(reading))).items():
            first = defining[0]
            other = next((d for d in defining[1:] if not say_the_same(first.long, d.long)), None)
            if other is None:
                continue
            one_thing = mean_the_same(first.long, other.long) and not contradict(first.long, other.long)
            severity: Severity = "note" if one_thing else "warning"
            message = f"{short} is defined as `{first.long}` and as `{other.long}`"
            hint = "use one wording" if one_thing else "abbreviate one of them, and spell the other out"
            yield found(self, reading, other, message, hint, against=[first], severity=severity)
