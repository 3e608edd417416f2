"""Viruses by the names and short names that reports use, each with the name it goes by (ICTV Virus Taxonomy 2023).

Only those are listed of which a patient with one has, as a rule, not another; names of which one may stand for another
go by one name: COVID-19 for its virus, H1N1 for influenza A.
"""

from __future__ import annotations

from collections.abc import Iterator

from casewright.document.mentions.stretch import Stretch
from casewright.document.mentions.wordset import words
from casewright.patterns import lazily

_NAMES = {
    "metapneumovirus": r"metapneumovirus|hmpv",
    "respiratory syncytial virus": r"respiratory syncytial virus|rsv",
    "parainfluenza virus": r"parainfluenza(?: virus)?",
    "influenza virus": r"(?<!para)influenza(?: [ab])?(?: virus)?|h[135]n[128]",
    "adenovirus": r"adenovirus(?:es)?",
    "cytomegalovirus": r"cytomegalovirus|cmv",
    "Epstein-Barr virus": r"epstein[- ]barr(?: virus)?|ebv",
    "herpes simplex virus": r"herpes simplex(?: virus)?|hsv",
    "varicella zoster virus": r"varicella(?:[- ]zoster)?(?: virus)?|herpes zoster|vzv",
    "SARS-CoV-2": r"sars-cov-2|covid-19|coronavirus",
    "BK virus": r"bk (?:poly(?:oma)?)?virus|bkv|bkpyv",
    "JC virus": r"jc (?:poly(?:oma)?)?virus|jcv",
    "parvovirus": r"parvovirus(?: b19)?",
    "coxsackievirus or enterovirus": r"coxsackie ?virus(?:es)?|enterovirus(?:es)?|echovirus",
    "norovirus": r"norovirus",
    "rotavirus": r"rotavirus",
    "dengue virus": r"dengue(?: virus)?",
    "chikungunya virus": r"chikungunya(?: virus)?",
    "Zika virus": r"zika(?: virus)?",
    "West Nile virus": r"west nile(?: virus)?",
    "hantavirus": r"hanta ?virus|puumala(?: virus)?",
    "measles virus": r"measles(?: virus)?",
    "mumps virus": r"mumps(?: virus)?",
    "rubella virus": r"rubella(?: virus)?",
}
_VIRUS = lazily(
    r"\b(?:" + "|".join(f"(?P<v{at}>{names})" for at, names in enumerate(_NAMES.values())) + r")\b(?! vaccin)"
)  # in small letters
_CANONICAL = tuple(_NAMES)
VIRUS_WORDS = words(
    "metapneumovirus hmpv syncytial rsv parainfluenza influenza adenovirus adenoviruses cytomegalovirus cmv epstein ebv"
    " herpes hsv varicella vzv sars covid coronavirus bk bkv bkpyv jc jcv parvovirus coxsackie coxsackievirus"
    " enterovirus echovirus norovirus rotavirus dengue chikungunya zika nile hanta hantavirus puumala measles mumps"
    " rubella"
)
"""One of these words stands in every sentence that names one."""


def viruses_in(stretch: Stretch) -> Iterator[tuple[int, int, str]]:
    """The viruses that a sentence names: where each stands, and the name it goes by."""
    if stretch.words.isdisjoint(VIRUS_WORDS):
        return
    for match in _VIRUS.finditer(stretch.lower):
        if match.lastgroup:
            yield match.start(), match.end(), _CANONICAL[int(match.lastgroup[1:])]
