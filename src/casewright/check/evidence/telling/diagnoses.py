"""The diagnosis that a summary states, or the tumor that it tells of, where the case never names it and has another.

A diagnosis has many names, so one that another part of the report uses as well is believed; what is held against the
case is a name that stands in the summary alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from casewright.check.evidence.telling.tellings import telling
from casewright.check.evidence.text.around import stretches_with, vocabulary
from casewright.check.evidence.text.parts import of_patient, part_at
from casewright.check.evidence.text.passage import Passage
from casewright.document.mentions.stretch import Stretch
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
_DENIED = lazily(r"\b(?:no|not|without|never)\b[^,;.]{0,40}\Z")
_REACH = 80  # characters before a tumor in which it may be denied
_DIAGNOSED = words("diagnosis diagnosed")
_STATED = lazily(
    r"\b(?:diagnosis (?:of|was|is|:)|diagnosed (?:with|as(?: having| being)?|to have))"
    r" (?:(?:an?|the|that of|made of|consistent with|found to be) )*"
    r"(?P<name>(?!made|established|confirmed|reached|not|then|later)[a-z][a-z' -]{3,60}?)"
    r"(?=[.,;:()]|\Z| (?:was|were|is|had|has|with|by|based|on|after|at|in|and|due|secondary|from|following|which|that"
    r"|who|caused|using|according|could|for|complicated|as)\b)"
    r"|(?:\A|\b(?:an?|the) )(?P<named>[a-z][a-z'-]{3,}(?: [a-z'-]{3,}){0,2}) was (?:then |finally |thus )?diagnosed\b"
)
_UNSURE = words(
    "suspected suspicious suspicion suggested suggesting presumed presumptive provisional initially initial previously"
    " previous history first possible probable likely differential misdiagnosed later subsequently recurrence recurrent"
    " ago mother father sister brother family excluded ruled considered preoperative working synchronous second another"
)
_BESIDES = words("no not other years")  # beside a stated diagnosis one of these makes it unsure
_GENERAL = words(  # what tells no disease from another
    "disease syndrome infection acute chronic primary secondary severe mild moderate right lower upper unusual diffuse"
    " large small multiple metastatic metastasis metastases malignant malignancy benign tumor tumour cancer carcinoma"
    " lesion disorder failure injury associated related induced stage grade advanced complete partial isolated patient"
    " bilateral condition concomitant spontaneous recurrent complicated perforated ruptured neoplasm sarcoma lymphoma"
    " pulmonary cardiac hepatic renal cerebral gastric intestinal cutaneous systemic early pathological histological"
)
_SUMMARIES = ("abstract", "core_tip", "conclusion", "highlights", "learning_points", "discussion")
_LETTERS = 6  # of a word that count: `tuberculosis` and `tuberculous` are one


class Diagnosis(NamedTuple):
    """A diagnosis as stated: where, in which words, what tells it from others, and in which telling.

    `keys` are the beginnings of the words that do, or a tumor itself; `what` says which of the two it is.
    """

    place: Passage
    name: str
    keys: frozenset[str]
    what: str
    telling: str
    part: str


def diagnoses_apart(reading: Reading) -> Iterator[tuple[Diagnosis, Diagnosis]]:
    """A tumor or a diagnosis that only a summary names, with that of the case, which the summary does not name."""
    for stated in (list(_tumors(reading)), list(_stated(reading))):
        told = [each for each in stated if each.part == "body"]
        if not told or any(one.keys.isdisjoint(told[0].keys) for one in told[1:]):
            continue
        for echo in stated:
            if echo.part != "body" and _is_apart(reading, echo, told[0]):
                yield echo, told[0]


def _is_apart(reading: Reading, echo: Diagnosis, case: Diagnosis) -> bool:
    """Whether the case nowhere has the one, of a diagnosis nor title and key words; nor the summary the other."""
    own, other = echo.keys - case.keys, case.keys - echo.keys
    if not (own and other) or echo.name.endswith(case.name) or case.name.endswith(echo.name):
        return False
    for (name, part), said in reading.once(_spoken).items():
        tells = part == "body" if echo.what == "tumor" else name not in _SUMMARIES
        if (tells and not own.isdisjoint(said)) or (name == echo.telling and not other.isdisjoint(said)):
            return False
    return True


def _tumors(reading: Reading) -> Iterator[Diagnosis]:
    """The tumors that an examination showed: `revealed an endometrioma`."""
    for stretch in stretches_with(reading, _SHOWING) if _TUMORS.among(reading.once(vocabulary)) else ():
        if "oma" not in stretch.lower or not stretch.words.isdisjoint(_UNSURE):
            continue
        for match in _SHOWN.finditer(stretch.lower):
            start = match.start("tumor")
            if match["tumor"] not in _NO_TUMOR and not _DENIED.search(
                stretch.lower, max(0, start - _REACH), start
            ):
                yield from _of_patient(reading, stretch, match, "tumor", frozenset((match["tumor"],)))


def _stated(reading: Reading) -> Iterator[Diagnosis]:
    """The diagnoses that are called so in a text: `a diagnosis of sarcoidosis was made`."""
    for stretch in stretches_with(reading, _DIAGNOSED):
        if part_at(reading, stretch.sentence.block) == "other" or stretch.block.kind in ("legend", "table"):
            continue
        if not (stretch.words.isdisjoint(_UNSURE) and stretch.words.isdisjoint(_BESIDES)):
            continue
        for match in _STATED.finditer(stretch.lower):
            named = match[match.lastgroup or "name"].replace("-", " ").split()
            keys = frozenset(word[:_LETTERS] for word in named if len(word) > 4 and word not in _GENERAL)
            if keys:
                yield from _of_patient(reading, stretch, match, "diagnosis", keys)


def _of_patient(
    reading: Reading, stretch: Stretch, match: re.Match[str], what: str, keys: frozenset[str]
) -> Iterator[Diagnosis]:
    """What a match names, where it is said of this patient."""
    group, block = match.lastgroup or 0, stretch.sentence.block
    start, end = (stretch.offset + at for at in match.span(group))
    if of_patient(reading, stretch.sentence.index, start):
        place = Passage(block, start, end)
        yield Diagnosis(place, match[group], keys, what, telling(stretch), part_at(reading, block))


def _spoken(reading: Reading) -> dict[tuple[str, str], set[str]]:
    """The beginnings of the words of each telling and part of the report, and the tumors that it names."""
    found: dict[tuple[str, str], set[str]] = {}
    for stretch in reading.stretches:
        said = found.setdefault((telling(stretch), part_at(reading, stretch.sentence.block)), set())
        said.update(word[:_LETTERS] for word in stretch.words)
        said.update(word.removesuffix("s") for word in stretch.words if word.endswith(("oma", "omas")))
    return found
