"""CW278."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import ClassVar

from casewright.check.evidence.people.cases import cases_told
from casewright.check.evidence.telling.turnedback import turned_back
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import as_said, found
from casewright.document.reading import Reading

_MOST = 3  # notes of a report


class ChangeAgainstLastFigure:
    """A figure that rose to less, or fell to more, than the one that the case told last of the same thing.

    Why it is bad
        Either one of the two figures or the word is wrong, or the reader misses the figure from which it changed.

    Example
        On admission the gradient across the valve was 20 mmHg. After the second dilatation the gradient decreased to
        30 mmHg.

    Write instead
        On admission the gradient across the valve was 50 mmHg. After the second dilatation the gradient decreased to
        30 mmHg.

    Source
        The order of numbers. Of an analyte its last value counts, of another thing the last figure in the same unit
        beside a word that names it and that few sentences have. Values that may have changed meanwhile are asked
        about, too: so it is a note. CW229 tells of the values between which nothing can stand.
    """

    code: ClassVar[str] = "CW278"
    name: ClassVar[str] = "change-against-last-figure"
    severity: ClassVar[Severity] = "note"

    def check(self, reading: Reading) -> Iterator[Finding]:
        if reading.once(cases_told) > 1:
            return
        for each in islice(turned_back(reading), _MOST):
            figures = f"{as_said(each.figure.text)}, and {as_said(each.before.text)} was told last"
            message = f"`{each.word}` to {figures}; is that meant?"
            hint = "correct a figure or the word; if it had changed meanwhile, say from what, or leave it as it is"
            yield found(self, reading, each.figure, message, hint, [each.before])
