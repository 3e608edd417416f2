"""Grades, stages and classes, with their scale."""

from __future__ import annotations

import re
from collections.abc import Iterator

from casewright.document.mentions.terms.found import Term
from casewright.document.mentions.wordset import words
from casewright.patterns import lazily
from casewright.quantity.number import ROMAN

_SCALES = (
    r"WHO|MRC|Medical Research Council|British Medical Council|ASA|NYHA|New York Heart"
    r" Association|CCS|ECOG|Karnofsky|Gleason|Fuhrman|Child[- ]Pugh|Child|Hunt(?: and |-| &"
    r" )Hess|Fisher|Spetzler[- ]Martin|Clavien[- ]Dindo"
    r"|CTCAE|FIGO|Ann Arbor|Dukes|TNM|AJCC|UICC|Balthazar|Killip|Forrest|Los Angeles|AAST|OIS"
    r"|Rai|Binet|ISUP|Simpson|House[- ]Brackmann|Kellgren[- ]Lawrence|Garden|Gustilo(?:[-"
    r" ]Anderson)?|Schatzker|Bosniak|Lauge-Hansen|Mallampati|BIRADS|BI-RADS|TI-RADS|Bethesda"
    r"|GOLD|RIFLE|KDIGO|AKIN|West Haven|Meyerding|histologic(?:al)?|nuclear|tumou?r|clinical"
    r"|pathologic(?:al)?|functional|muscle|motor|toxicity|heart failure"
)
_WORDS = words("grade grading stage class type power strength mrc motor weakness t n m tnm")
_GRADE = lazily(
    r"\b(?P<word>[Gg]rade|[Ss]tage|[Cc]lass|[Gg]rading|[Tt]ype)[- :]?(?: of | was"
    r" )?[\s-]?(?P<label>(?:IV|V?I{1,3}|V|\d)(?:[ABCabc]\d?"
    r"|\+)?)(?![\w./]*\d)(?P<over>/[45]\b)?(?![A-Za-z-])"
)
_SCALE = lazily(
    rf"\b(?P<scale>{_SCALES})(?:'s)?(?: (?:classification|system|scale|score|criteria|power"
    r"|strength|functional|physical status|performance status))*[ -]?\(?\Z"
)
_POWER = lazily(
    r"\b(?:[Pp]ower|[Ss]trength|MRC(?: grade| scale| score)?|[Mm]otor (?:function|score|power|grade"
    r"|strength)|[Mm]uscle (?:power|strength)(?: grade)?"
    r"|[Ww]eakness)\b[^.;]{0,60}?(?<![\d/.])(?P<label>[0-5][+-]?)\s?/\s?5(?![\d/])"
)
_TNM = lazily(r"\b[cpy]{0,2}T(?:[0-4][a-d]?|is|x|X),?\s?N(?:[0-3][a-c]?|x|X),?\s?M(?:[01][a-c]?|x|X)\b")


def speaks_of_grade(word: str) -> bool:
    return word in _WORDS


def find_grades(text: str) -> Iterator[Term]:
    """`grade III`, `WHO grade 2`, `stage IIIB`, `NYHA class III`, `power was 3/5`, `T3N1M0`; value in digits."""
    for match in _GRADE.finditer(text):
        word = match["word"].lower()
        before = _SCALE.search(text, max(0, match.start() - 60), match.start())
        if word == "type" and before is None:
            continue
        scale = before["scale"].lower() if before is not None else ""
        of = f"{scale} {word}".strip().replace("grading", "grade")
        start = before.start() if before is not None else match.start()
        yield Term(start, match.end(), "grade", _digits(match["label"]), of)
    if "/" in text:
        for match in _POWER.finditer(text):
            yield Term(match.start("label"), match.end(), "grade", match["label"], "muscle power")
    if "T" in text and "N" in text and "M" in text:
        for match in _TNM.finditer(text):
            value = re.sub(r"[\s,]", "", match[0])
            yield Term(match.start(), match.end(), "grade", value, "tnm")


def _digits(label: str) -> str:
    match = re.match(r"[IVX]+", label)
    if match is None or match[0] not in ROMAN:
        return label.lower()
    return f"{ROMAN[match[0]]}{label[match.end() :].lower()}"
