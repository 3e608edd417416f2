"""CW105."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from casewright.check.evidence.places.retaken import on_other_side
from casewright.check.evidence.places.sided import Sided, sides
from casewright.check.evidence.places.sides import OTHER, beside, is_of_two_pictures, opposed
from casewright.check.evidence.text.passage import Passage
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import found
from casewright.document.reading import Reading
from casewright.patterns import lazily

_MARGIN = 2
_FROM_OTHER = lazily(
    r"\bfrom (?:the |his |her )?(?:left|right)(?: [\w-]+){0,5} (?:in)?to (?:the |his |her )?\Z"
)


class FindingOnTwoSides:
    """A finding on the left in one section and on the right in another.

    Why it is bad
        A side that is wrong in print is wrong in every quotation, and may reach an operating theatre.

    Example
        Abstract: Fever and left leg weakness for 3 d. Case report: Fever and weakness of the right leg for 3 d.

    Write instead
        Abstract: Fever and left leg weakness for 3 d. Case report: Fever and weakness of the left leg for 3 d.

    Source
        Laterality errors in 1.2% of radiology reports: doi:10.2196/76384. A side is compared with the likest place of
        the case that names the same part of the body; where the case has the finding on both sides, nothing is said.
        Two places of the case are compared where one sentence stands alone with its side against all others, and no
        word tells of another time, of the other side, or of a line, drain or graft; and a region of the body that one
        sentence has on one side, and all others on the other.
    """

    code: ClassVar[str] = "CW105"
    name: ClassVar[str] = "finding-on-two-sides"
    severity: ClassVar[Severity] = "error"

    def check(self, reading: Reading) -> Iterator[Finding]:
        sided = reading.once(sides)
        told = [each for each in sided if each.part == "body"]
        seen: set[tuple[str, frozenset[str]]] = set()
        paired: set[Sided] = set()
        for echo in sided:
            if echo.part == "body" or not echo.about or echo.sound or (echo.side, echo.head) in seen:
                continue
            rival, strength = _rival(echo, told)
            if rival is None or beside(echo, rival, sided) or is_of_two_pictures(reading, echo, sided):
                continue
            if _is_moved(reading, echo):
                continue
            seen.add((echo.side, echo.head))
            paired |= {echo, rival}
            sure = strength >= 2 * _MARGIN and echo.part == "echo"  # a discussion may tell of another patient
            yield self._finding(reading, echo, rival, "error" if sure else "warning")
        for pair in opposed(reading):
            if paired.isdisjoint((pair.here, pair.there)):
                paired |= {pair.here, pair.there}
                yield self._finding(reading, pair.here, pair.there, "warning")
        named = {each.sentence for each in paired}
        for known, before in on_other_side(reading):
            if named.isdisjoint((known.sentence, before.sentence)):
                message = f"the {known.name} is on the {known.side} here and on the {before.side} before"
                yield found(
                    self, reading, known.place, message, "make the two agree", [before.place], "warning"
                )

    def _finding(self, reading: Reading, here: Sided, there: Sided, severity: Severity) -> Finding:
        section = reading.blocks[there.place.block][0]
        where = section.title or "the case report"
        if section is reading.blocks[here.place.block][0]:
            where = f"another place of {where}"
        thing = " ".join(_text(reading, here.place).split()[1:]) or "this finding"
        message = f"`{thing}` is on the {here.side} here and on the {there.side} in {where}"
        return found(self, reading, here.place, message, "make the two agree", [there.place], severity)


def _rival(echo: Sided, told: list[Sided]) -> tuple[Sided | None, int]:
    """The likest place of the case that names the other side, where none so alike names this one."""
    same = max((_likeness(echo, each) for each in told if each.side == echo.side), default=0)
    others = [
        (_likeness(echo, each), each)
        for each in told
        if each.side == OTHER[echo.side]
        and each.head & echo.head
        and not echo.is_of_another_organ(each)
        and not (same and each.apart)
    ]
    if not others or not echo.head:
        return None, 0
    best, rival = max(others, key=lambda pair: pair[0])
    if all(each.side == rival.side for each in told):  # the case knows one side alone
        return rival, _MARGIN
    own = len(rival.words & echo.words - echo.head)
    clear = best >= same + _MARGIN and best >= 3 and (own >= 1 or len(rival.head & echo.head) >= 3)
    if clear:
        return rival, best - same
    alike = [
        each for each in told if each.side == echo.side and len(each.head & echo.head) * 2 > len(echo.head)
    ]
    if any(each.words & echo.words - echo.head for each in alike):
        return None, 0
    telling = [each for _, each in others if each.about and each.words & echo.words - echo.head - each.head]
    full = [
        each for each in telling if echo.head <= each.head
    ]  # the same thing is said, and of the other side alone
    return (full[0], _MARGIN) if full else (None, 0)


def _is_moved(reading: Reading, echo: Sided) -> bool:
    """Whether something goes over to a side: `from the right to the left jugular vein`."""
    text = reading.blocks[echo.place.block][1].text
    return _FROM_OTHER.search(text, max(0, echo.place.start - 60), echo.place.start) is not None


def _likeness(one: Sided, other: Sided) -> int:
    return 2 * len(one.head & other.head) + len((one.words | one.head) & (other.words | other.head))


def _text(reading: Reading, place: Passage) -> str:
    return reading.blocks[place.block][1].text[place.start : place.end]
