"""CW153."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import ClassVar

from casewright.check.evidence.telling.lonekinds import lone_kinds
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import found
from casewright.document.reading import Reading

_MOST = 3  # notes of one report


class KindAgainstTheRest:
    """A kind of a thing that one place names, where the rest of the report names another kind of it.

    Why it is bad
        Which valve, which patch, which genotype it was is known to the authors alone: where one word was written for
        another, nobody who reads can tell.

    Example
        A vegetation was seen on the mitral valve. The tricuspid valve was replaced. The vegetations of the mitral valve
        had grown.

    Write instead
        A vegetation was seen on the mitral valve. The mitral valve was replaced. The vegetations of the mitral valve
        had grown.

    Source
        CARE 2013, items 8c and 9a, doi:10.1186/1752-1947-7-223. This is worth a look and no proof: there may be two
        such things. A word counts that one sentence alone has, beside a word that has its rival beside it elsewhere;
        and any two kinds of what a patient has but one of. Sides, places and states are left to other rules. At most
        three places are told.
    """

    code: ClassVar[str] = "CW153"
    name: ClassVar[str] = "kind-against-the-rest"
    severity: ClassVar[Severity] = "note"

    def check(self, reading: Reading) -> Iterator[Finding]:
        for lone in islice(reading.once(lone_kinds), _MOST):
            places = "one other place" if len(lone.rivals) == 1 else f"{len(lone.rivals)} other places"
            told = f"`{lone.says}` here and `{lone.instead}` at {places}, {lone.of}"
            hint = "write one word if it is one thing; nothing is to be done if there were two"
            yield found(self, reading, lone.place, f"{told}: is that meant?", hint, lone.rivals[:2])
