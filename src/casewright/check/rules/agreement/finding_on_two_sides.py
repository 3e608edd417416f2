"""CW105."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from casewright.check.finding import Finding, Severity
from casewright.check.parts import of_patient, part_at
from casewright.check.passage import Passage, scan
from casewright.check.spotting import found
from casewright.check.wording import content
from casewright.document.reading import Reading

_SIDE = re.compile(
    r"\b(?P<side>left|right)(?:[\s-]sided)?\b(?P<head>(?:[\s-](?!(?:and|or|with|was|were|is|had|has|for|in|of|on|to|at|by|side"
    r"|from|after|as|that|which|who|left|right|showed|revealed|the|a|an|than|it|but|due|using|under)\b)[\w-]+){0,4})",
    re.IGNORECASE,
)
_OF_SIDE = re.compile(r"\s+side of (?:the |his |her )?(?P<head>(?:[\w-]+\s?){1,3})", re.IGNORECASE)
_OTHER = {"left": "right", "right": "left"}
_NOT_SIDE = re.compile(
    r"\b(?:all|just|by|the|be|is|human|that's) right\b(?=\s*(?:[,.;]|to\b|of way))|\bleft (?:the"
    r"|untreated|in place|open|for|to|with|by|alone)\b",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"\b(?:no|not|without|neither|nor|absence of|excluded|unlike)\b[^,;]{0,40}\Z", re.IGNORECASE
)
_CHAMBERS = re.compile(r"ventric|atri|coronary|heart|bundle|axis|shift|lateral decub", re.IGNORECASE)
_BOTH = re.compile(
    r"\b(?:both|bilateral(?:ly)?|contralateral|opposite|respectively|each side|other side)\b", re.IGNORECASE
)
_CLAUSES = re.compile(r"[;:]|,? (?:whereas|while|but)\b|, and (?:the|a|his|her)\b")
_REACH = 70
_MARGIN = 2


@dataclass(frozen=True, slots=True)
class _Sided:
    place: Passage
    side: str
    head: frozenset[str]
    words: frozenset[str]
    part: str
    about: bool


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
    """

    code: ClassVar[str] = "CW105"
    name: ClassVar[str] = "finding-on-two-sides"
    severity: ClassVar[Severity] = "error"

    def check(self, reading: Reading) -> Iterator[Finding]:
        sided = list(_sides(reading))
        told = [each for each in sided if each.part == "body"]
        seen: set[tuple[str, frozenset[str]]] = set()
        for echo in sided:
            if echo.part == "body" or not echo.about or (echo.side, echo.head) in seen:
                continue
            rival, strength = _rival(echo, told)
            if rival is None:
                continue
            seen.add((echo.side, echo.head))
            section = reading.blocks[rival.place.block][0].title or "the case report"
            thing = " ".join(_text(reading, echo.place).split()[1:]) or "this finding"
            message = f"`{thing}` is on the {echo.side} here and on the {rival.side} in {section}"
            severity: Severity = "error" if strength >= 2 * _MARGIN else "warning"
            yield found(self, reading, echo.place, message, "make the two agree", [rival.place], severity)
        yield from self._within(reading, told, sided)

    def _within(self, reading: Reading, told: list[_Sided], sided: list[_Sided]) -> Iterator[Finding]:
        """A side that stands alone in the case against two and more likely places of the other side."""
        if any(_BOTH.search(reading.blocks[each.place.block][1].text) for each in told):
            return
        for one in told:
            if (
                not one.about
                or len(one.head) < 2
                or any(one.head & o.head for o in told if o is not one and o.side == one.side)
            ):
                continue
            others = [o for o in told if o.side == _OTHER[one.side] and one.head <= o.head]
            if others and any(one.words & o.words - one.head for o in others):
                thing = " ".join(_text(reading, one.place).split()[1:])
                message = (
                    f"`{thing}` is on the {one.side} here and on the {others[0].side} elsewhere in the case"
                )
                yield found(
                    self,
                    reading,
                    one.place,
                    message,
                    "make them agree",
                    [o.place for o in others[:2]],
                    "warning" if _outvoted(one, others, sided) else "note",
                )


def _outvoted(one: _Sided, others: list[_Sided], sided: list[_Sided]) -> bool:
    """Whether the summaries too have the thing on the other side, and nobody has it on this one."""
    echoes = [each for each in sided if each.part != "body" and each.about and one.head <= each.head]
    sides = {each.side for each in echoes}
    return bool(others) and sides == {_OTHER[one.side]}


def _rival(echo: _Sided, told: list[_Sided]) -> tuple[_Sided | None, int]:
    """The likest place of the case that names the other side, where none so alike names this one."""
    same = max((_likeness(echo, each) for each in told if each.side in (echo.side, "both")), default=0)
    others = [
        (_likeness(echo, each), each)
        for each in told
        if each.side == _OTHER[echo.side] and each.head & echo.head
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
        each
        for each in told
        if each.side in (echo.side, "both") and len(each.head & echo.head) * 2 > len(echo.head)
    ]
    if any(each.words & echo.words - echo.head for each in alike):
        return None, 0
    telling = [each for _, each in others if each.about and each.words & echo.words - echo.head - each.head]
    full = [
        each for each in telling if echo.head <= each.head
    ]  # the same thing is said, and of the other side alone
    return (full[0], _MARGIN) if full else (None, 0)


def _likeness(one: _Sided, other: _Sided) -> int:
    return 2 * len(one.head & other.head) + len((one.words | one.head) & (other.words | other.head))


def _sides(reading: Reading) -> Iterator[_Sided]:
    for passage, match in scan(reading, _SIDE, "left", "right"):
        _, block = reading.blocks[passage.block]
        text = block.text
        if _NOT_SIDE.match(text[max(0, passage.start - 4) : passage.end + 12]) or block.kind == "heading":
            continue
        head = match["head"]
        if not head and (of := _OF_SIDE.match(text, passage.end)):
            head = of["head"]
        index = reading.sentence_at(passage.block, passage.start)
        sentence = reading.sentences[index]
        before = text[max(sentence.start, passage.start - _REACH) : passage.start]
        after = text[passage.end : min(sentence.end, passage.end + _REACH)]
        before, after = _CLAUSES.split(before)[-1], _CLAUSES.split(after)[0]
        about = (
            of_patient(reading, index, passage.start)
            and not _DENIED.search(before)
            and not _CHAMBERS.search(head)
        )
        yield _Sided(
            passage,
            match["side"].lower(),
            content(head),
            content(before) | content(after),
            part_at(reading, passage.block),
            about,
        )


def _text(reading: Reading, place: Passage) -> str:
    return reading.blocks[place.block][1].text[place.start : place.end]
