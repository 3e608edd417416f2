"""The diagnosis as a summary states it, where the case and the title never name it and the case states another.

A diagnosis has many names, so one that another part of the report uses as well is believed; what is held against the
case is a name that stands in the summary alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from casewright.check.evidence.telling.tellings import telling
from casewright.check.evidence.text.around import stretches_with
from casewright.check.evidence.text.parts import of_patient, part_at
from casewright.check.evidence.text.passage import Passage
from casewright.document.mentions.wordset import words
from casewright.document.reading import Reading
from casewright.patterns import lazily

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
    " previous history first possible probable likely differential misdiagnosed later subsequently recurrence ago years"
    " mother father sister brother family excluded ruled not no considered preoperative working other another"
)
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
    """A diagnosis as stated: where, in which words, and the beginnings of those that tell it from others."""

    place: Passage
    name: str
    keys: frozenset[str]
    telling: str
    part: str


def diagnoses_apart(reading: Reading) -> Iterator[tuple[Diagnosis, Diagnosis]]:
    """A diagnosis that only a summary names, with the one that the case states and that summary does not name."""
    stated = list(_stated(reading))
    told = [each for each in stated if each.part == "body"]
    echoes = [each for each in stated if each.part != "body"]
    if not told or not echoes or any(one.keys.isdisjoint(told[0].keys) for one in told[1:]):
        return
    states = told[0].keys
    spoken = _spoken(reading)
    case = frozenset().union(*(said for name, said in spoken.items() if name not in _SUMMARIES))
    for echo in echoes:
        own, other = echo.keys - states, states - echo.keys
        if own and other and own.isdisjoint(case) and other.isdisjoint(spoken.get(echo.telling, frozenset())):
            yield echo, told[0]


def _stated(reading: Reading) -> Iterator[Diagnosis]:
    for stretch in stretches_with(reading, _DIAGNOSED):
        part = part_at(reading, stretch.sentence.block)
        if (
            not stretch.words.isdisjoint(_UNSURE)
            or part == "other"
            or stretch.block.kind in ("legend", "table")
        ):
            continue
        for match in _STATED.finditer(stretch.lower):
            group = match.lastgroup or "name"
            start, end = (stretch.offset + at for at in match.span(group))
            keys = frozenset(
                word[:_LETTERS]
                for word in match[group].replace("-", " ").split()
                if len(word) > 4 and word not in _GENERAL
            )
            if keys and of_patient(reading, stretch.sentence.index, start):
                place = Passage(stretch.sentence.block, start, end)
                yield Diagnosis(place, match[group], keys, telling(stretch), part)


def _spoken(reading: Reading) -> dict[str, frozenset[str]]:
    """The beginnings of the words of each telling."""
    found: dict[str, set[str]] = {}
    for stretch in reading.stretches:
        if stretch.section.role.partition(".")[0] != "references":
            found.setdefault(telling(stretch), set()).update(word[:_LETTERS] for word in stretch.words)
    return {name: frozenset(said) for name, said in found.items()}
