"""CW110."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from casewright.check.evidence.text.passage import Passage, scan, scan_sentences
from casewright.check.evidence.words.alternatives import LEVEL, level_of
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import found
from casewright.document.mentions.wordset import words
from casewright.document.reading import Reading
from casewright.patterns import lazily

_NAMES = (
    r"Ki[- ]?67|CD[- ]?\d{1,3}|CK[- ]?\d{1,2}|TTF[- ]?1|S[- ]?100|HMB[- ]?45|PAX[- ]?8|DOG[- ]?1|WT[- ]?1|BCL[- ]?[26]"
    r"|GATA[- ]?3|CA[- ]?19[-.]?9|CA[- ]?125|IL[- ]?\d{1,2}|COVID[- ]?19|SARS[- ]?CoV[- ]?2|IgG[- ]?4|HER[- ]?2"
    r"|CYFRA[- ]?21[- ]?1|HbA1[cC]|MIB[- ]?1"
)
# What may not stand before a name is asked behind its first letter: a pattern that begins with letters is found faster.
_APART = r"(?<![\w-].)"
_NAME = lazily(rf"(?:{'|'.join(name[0] + _APART + name[1:] for name in _NAMES.split('|'))})(?![\w-])")
_NAME_WORDS = words(  # the letters with which they begin
    "ki cd ck ttf s hmb pax dog wt bcl gata ca il covid sars sarscov igg her cyfra hba mib"
)
_LEVEL_WORDS = words("c t l")
_PER = lazily(r"(?<=[\d\s])/\s?[µμ]L\b|\b[µμ]L\s?(?:-|−|⁻)\s?[1¹]")


class ThingSpelledTwoWays:
    """One marker, spinal level or unit written in two ways.

    Why it is bad
        A reader who searches finds one half; a checker or an indexer takes them for two things.

    Example
        The Ki-67 index was 2%. A Ki67 index of 2% means grade 1.

    Write instead
        The Ki-67 index was 2%. A Ki-67 index of 2% means grade 1.

    Source
        A rule of style; which of the forms is right is the journal's to say.
    """

    code: ClassVar[str] = "CW110"
    name: ClassVar[str] = "thing-spelled-two-ways"
    severity: ClassVar[Severity] = "warning"

    def check(self, reading: Reading) -> Iterator[Finding]:
        forms: dict[str, dict[str, list[Passage]]] = {}
        for passage, match in scan_sentences(reading, _NAME, _NAME_WORDS):
            _add(forms, re.sub(r"[-. ]", "", match[0]).lower(), match[0], passage)
        for passage, match in scan_sentences(reading, LEVEL, _LEVEL_WORDS):
            if int(match["n"]) + 1 == int(match["m"]):
                _add(forms, level_of(match), re.sub(r"\s", "", match[0]).replace("–", "-"), passage)
        for passage, match in scan(reading, _PER, "µ", "μ"):
            _add(forms, "/µL", "/µL" if match[0].startswith("/") else "µL-1", passage)
        for spellings in forms.values():
            if len(spellings) > 1:
                ordered = sorted(spellings, key=lambda form: -len(spellings[form]))
                usual, rare = ordered[0], ordered[-1]
                message = f"`{rare}` is written `{usual}` elsewhere"
                yield found(
                    self, reading, spellings[rare][0], message, "write it in one way", spellings[usual][:1]
                )


def _add(forms: dict[str, dict[str, list[Passage]]], thing: str, form: str, passage: Passage) -> None:
    forms.setdefault(thing, {}).setdefault(form, []).append(passage)
