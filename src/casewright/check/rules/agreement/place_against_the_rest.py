"""CW151."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import ClassVar

from casewright.check.evidence.places.otherplaces import OtherPlace, other_places
from casewright.check.evidence.places.placed import PlaceWord
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import as_said, found
from casewright.document.reading import Reading

_MOST = 3  # questions that one report is asked
_HINT = "make the two agree; where both places are meant, there is nothing to do"


class PlaceAgainstTheRest:
    """An organ or position that a legend or one sentence has and its counterpart has not: worth a look, no proof.

    Why it is bad
        The hard and the soft palate, the mitral and the aortic valve are other diseases and other operations. Many
        such places are as they are meant, so this is a question, as a copy editor asks it.

    Example
        Bowel had herniated through a mesenteric defect (Figure 1). Figure 1 Bowel within an omental defect.

    Write instead
        Bowel had herniated through a mesenteric defect (Figure 1). Figure 1 Bowel within a mesenteric defect.

    Source
        Anatomy: the parts of one organ exclude one another. Asked is where a legend names a place that the sentence
        which calls its figure has not, and that sentence another of the same scale beside a word that both share; and
        where a part of the body has one position in one sentence and another in all others. What the text alone makes
        very likely is told by CW106.
    """

    code: ClassVar[str] = "CW151"
    name: ClassVar[str] = "place-against-the-rest"
    severity: ClassVar[Severity] = "note"

    def check(self, reading: Reading) -> Iterator[Finding]:
        for each in islice(other_places(reading), _MOST):
            yield found(self, reading, each.here, _question(reading, each), _HINT, [each.there])


def _question(reading: Reading, each: OtherPlace) -> str:
    here, there = _said(reading, each.here), _said(reading, each.there)
    if each.legend:
        return f"`{here}` in this legend, `{there}` where the text calls its figure; is that meant?"
    places = f"at {each.sentences} other places" if each.sentences > 1 else "at another place"
    return f"`{here}` here, `{there}` {places}, and `{here.split()[0]}` nowhere else; is that meant?"


def _said(reading: Reading, place: PlaceWord) -> str:
    return as_said(reading.blocks[place.block][1].text[place.start : place.end])
