"""Drugs that a case begins and never names again, where it goes on with another of their use that it never began."""

from __future__ import annotations

from collections.abc import Iterator

from casewright.check.evidence.named import Name, names, of_case, same_name
from casewright.document.reading import Reading
from casewright.patterns import lazily

_BEGUN_BEFORE = lazily(
    r"\b(?:(?:start|treat|load)ed (?:on|with)|switch\w* (?:\w+ )?to|chang\w+ (?:[\w ]{1,25} )?to|replac\w+ (?:by|with)"
    r"|substitut\w+ (?:by|with)|(?:placed|put|begun) on|convert\w+ to|initiat\w+ (?:of|on)|introduction of)"
    r"[^.;,]{0,45}\Z"
)
_BEGUN_AFTER = lazily(
    r"(?: therapy| treatment| infusion)? (?:was|were) (?:then |also |subsequently |therefore )?"
    r"(?:start|begun|initiat|commenc|introduc|substitut)"
)
_GONE_ON_BEFORE = lazily(
    r"\b(?:choice|continu\w+|stopp\w+|discontinu\w+|maintained on|response to"
    r"|effects? of|last dose of|course of|withdrawal of|tolerat\w+|toxicity of|levels? of|weaned off|under)\b"
    r"[^.;]{0,40}\Z"
)
_GONE_ON_AFTER = lazily(
    r"(?:[^.;]{0,30}?\b(?:was|were)(?: then| later| also)? (?:continued|stopped|discontinued|tapered|weaned|withdrawn"
    r"|maintained|ceased|well tolerated)| requirements?\b| levels?\b| withdrawal\b)"
)


def begun_for_another(reading: Reading) -> Iterator[tuple[Name, list[Name]]]:
    """Each drug that the case begins and names once, with the places of the one that it goes on with."""
    groups: dict[str, list[Name]] = {}
    for name in names(reading):
        if name.group != "organism":
            groups.setdefault(name.group, []).append(name)
    for group in groups.values():
        if len({each.name for each in group}) > 1:
            ours = [each for each in group if each.part == "body" or of_case(reading, each)]
            for lone in ours:
                alone = sum(same_name(each.name, lone.name) for each in ours) == 1
                begun = alone and lone.part == "body" and _is_begun(reading, lone)
                if begun and (others := _gone_on_with(reading, lone, ours)):
                    yield lone, others


def _gone_on_with(reading: Reading, lone: Name, ours: list[Name]) -> list[Name]:
    """Where another drug is told of as one that is taken, behind the first, if the case never begins it."""
    for rival in sorted({each.name for each in ours} - {lone.name}):
        told = [each for each in ours if each.name == rival and each.part == "body"]
        begun = (
            not told or told[0].sentence <= lone.sentence or any(_is_begun(reading, each) for each in told)
        )
        if not begun and any(_is_taken(reading, each) for each in told):
            return told
    return []


def _is_begun(reading: Reading, name: Name) -> bool:
    text, sentence = reading.blocks[name.place.block][1].text, reading.sentences[name.sentence]
    before = _BEGUN_BEFORE.search(text, max(sentence.start, name.place.start - 90), name.place.start)
    return before is not None or _BEGUN_AFTER.match(text, name.place.end, sentence.end) is not None


def _is_taken(reading: Reading, name: Name) -> bool:
    text, sentence = reading.blocks[name.place.block][1].text, reading.sentences[name.sentence]
    before = _GONE_ON_BEFORE.search(text, sentence.start, name.place.start)
    after = _GONE_ON_AFTER.match(text, name.place.end, sentence.end)
    return (before is not None or after is not None) and of_case(reading, name)
