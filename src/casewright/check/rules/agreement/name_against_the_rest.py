"""CW152."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import ClassVar

from casewright.check.evidence.telling.lonenames import lone_names
from casewright.check.evidence.words.named import Name
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import found
from casewright.document.reading import Reading

_MOST = 3  # notes of one report


class NameAgainstTheRest:
    """A drug or an organism that one place names, where the rest of the report names another of its kind.

    Why it is bad
        Names of one class are alike (infliximab, adalimumab), and one is easily written for the other; who reads that
        place alone learns of a treatment or an infection that the patient did not have.

    Example
        Infliximab was started. With infliximab the drainage decreased. After adalimumab had been given for a year, the
        fistula had closed.

    Write instead
        Infliximab was started. With infliximab the drainage decreased. After infliximab had been given for a year, the
        fistula had closed.

    Source
        Lambert 1997, doi:10.1093/ajhp/54.10.1161, on drug names that are alike. This is worth a look and no proof: a
        patient may have had both. A drug counts that is named once, and ends like one that is named often or in a much
        like sentence, and a drug that is stopped and was never begun, after another of its use; an organism, where
        another is named in two sentences or more. Of drugs that are given several at a time nothing is said, nor
        where both stand in one sentence. At most three places are told.
    """

    code: ClassVar[str] = "CW152"
    name: ClassVar[str] = "name-against-the-rest"
    severity: ClassVar[Severity] = "note"

    def check(self, reading: Reading) -> Iterator[Finding]:
        for name, rivals, is_known, _ in islice(reading.once(lone_names), _MOST):
            said, other = _printed(reading, name), _printed(reading, rivals[0])
            if is_known:
                others = " and ".join(dict.fromkeys(f"`{each.name}`" for each in rivals))
                message = f"`{said}` is spoken of as known, and before it only {others}: is that meant?"
            else:
                places = len({each.sentence for each in rivals})
                where = "one other place" if places == 1 else f"{places} other places"
                message = f"`{said}` here and `{other}` at {where}: is that meant?"
            hint = "write one name if it is one thing; nothing is to be done if the patient had both"
            yield found(self, reading, name.place, message, hint, [each.place for each in rivals[:2]])


def _printed(reading: Reading, name: Name) -> str:
    return reading.blocks[name.place.block][1].text[name.place.start : name.place.end]
