"""Tumors that an examination showed, by the summary one and by the case another: `revealed an endometrioma`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from casewright.check.evidence.telling.tellings import telling
from casewright.check.evidence.text.around import stretches_with, vocabulary
from casewright.check.evidence.text.parts import Part, of_patient, part_at
from casewright.check.evidence.text.passage import Passage
from casewright.document.mentions.wordset import ByFewWords, words
from casewright.document.reading import Reading
from casewright.patterns import lazily

_SHOWING = words(
    "revealed showed confirmed demonstrated diagnosed consistent diagnosis proved disclosed established identified"
)
_SHOWN = lazily(
    r"\b(?:revealed|showed|confirmed|demonstrated|disclosed|established|identified|diagnosed(?: as| with| to be)?"
    r"|consistent with|diagnosis (?:of|was)|proved (?:to be|as)) (?:(?:the (?:diagnosis|presence) of|an?|the|that) )*"
    r"(?:[a-z-]+ ){0,4}?(?P<tumor>[a-z]{3,}oma)\b(?! in situ)"
)
_NO_TUMOR = words(
    "hematoma haematoma glaucoma scotoma stroma zygoma trachoma granuloma carcinoma sarcoma seroma coma"
)
_TUMORS = ByFewWords(lambda word: word.endswith("oma") and word not in _NO_TUMOR)
_UNSURE = words(
    "suspected suspicious suggested suggesting presumed presumptive provisional initially previously previous history"
    " first possible differential misdiagnosed later subsequently recurrence recurrent mother father sister brother"
    " excluded ruled synchronous second another"
)
_DENIED = lazily(r"\b(?:no|not|without|never)\b[^,;.]{0,40}\Z")
_REACH = 80  # characters before a tumor in which it may be denied


class Diagnosed(NamedTuple):
    """A tumor that an examination of this patient showed: where, its name, and in which telling."""

    place: Passage
    tumor: str
    part: Part
    telling: str


def diagnosed_otherwise(reading: Reading) -> Iterator[tuple[Diagnosed, Diagnosed]]:
    """A tumor that a summary has and the case nowhere, with that of the case, which the summary has nowhere."""
    shown = list(_shown(reading))
    told = [each for each in shown if each.part == "body"]
    if len({each.tumor for each in told}) != 1:
        return
    for echo in shown:
        case = told[0]
        if echo.part == "body" or echo.tumor.endswith(case.tumor) or case.tumor.endswith(echo.tumor):
            continue
        if "body" not in _parts(reading, echo.tumor) and echo.telling not in _tellings(reading, case.tumor):
            yield echo, case


def _shown(reading: Reading) -> Iterator[Diagnosed]:
    if not _TUMORS.among(reading.once(vocabulary)):
        return
    for stretch in stretches_with(reading, _SHOWING):
        if "oma" not in stretch.lower or not stretch.words.isdisjoint(_UNSURE):
            continue
        for match in _SHOWN.finditer(stretch.lower):
            at = stretch.offset + match.start("tumor")
            if _DENIED.search(stretch.lower, max(0, match.start("tumor") - _REACH), match.start("tumor")):
                continue
            if match["tumor"] not in _NO_TUMOR and of_patient(reading, stretch.sentence.index, at):
                block = stretch.sentence.block
                place = Passage(block, at, at + len(match["tumor"]))
                yield Diagnosed(place, match["tumor"], part_at(reading, block), telling(stretch))


def _parts(reading: Reading, tumor: str) -> set[Part]:
    return {
        part_at(reading, each.sentence.block)
        for each in stretches_with(reading, frozenset((tumor, f"{tumor}s")))
    }


def _tellings(reading: Reading, tumor: str) -> set[str]:
    return {telling(each) for each in stretches_with(reading, frozenset((tumor, f"{tumor}s")))}
