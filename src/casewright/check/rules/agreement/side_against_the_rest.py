"""CW150."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import ClassVar

from casewright.check.evidence.places.queried import Asked, asked
from casewright.check.evidence.places.sided import Sided
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import as_said, found
from casewright.document.reading import Reading

_MOST = 3  # questions that one report is asked
_HINT = "make the two agree; where both sides are meant, there is nothing to do"


class SideAgainstTheRest:
    """A side of the body that one sentence has and the rest of the report has not: worth a look, no proof.

    Why it is bad
        A side that is wrong in print may reach an operating theatre. Most such places are as they are meant: a line
        was put in on the other side, or a second illness was there. So this is a question, as a copy editor asks it.

    Example
        Previously, she had had opacities in the left lower lobe. She smoked. CT showed them in the right lower lobe.

    Write instead
        Previously, she had had opacities in the right lower lobe. She smoked. CT showed them in the right lower lobe.

    Source
        Laterality errors in 1.2% of radiology reports: doi:10.2196/76384. Asked is where a region or part of the body
        is on one side in one sentence and on the other in all others, where a sentence of another paragraph tells of
        the other side in like words, and where all else that has a side is on the other. What the text alone makes
        very likely is told by CW105.
    """

    code: ClassVar[str] = "CW150"
    name: ClassVar[str] = "side-against-the-rest"
    severity: ClassVar[Severity] = "note"

    def check(self, reading: Reading) -> Iterator[Finding]:
        for each in islice(reading.once(asked), _MOST):
            against = [other.place for other in each.there]
            yield found(self, reading, each.here.place, _question(reading, each), _HINT, against)


def _question(reading: Reading, each: Asked) -> str:
    here, side = _said(reading, each.here), each.there[0].side
    if each.why == "words":
        return f"`{here}` here, `{_said(reading, each.there[0])}` in a sentence much like this one; is that meant?"
    places = f"at {each.sentences} other places" if each.sentences > 1 else "at another place"
    if each.why == "body":
        return f"`{here}` here, while all else is on the {side}, {places}; is that meant?"
    return f"`{here}` here, on the {side} {places}; is that meant?"


def _said(reading: Reading, sided: Sided) -> str:
    place = sided.place
    return as_said(reading.blocks[place.block][1].text[place.start : place.end])
