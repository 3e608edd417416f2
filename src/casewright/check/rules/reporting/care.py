"""The items of the CARE guideline, each with the words and sections by which a text is seen to speak of it.

Gagnier JJ et al. The CARE guidelines. J Med Case Rep 2013; 7: 223 [PMID: 24228906 DOI: 10.1186/1752-1947-7-223]. The
items are paraphrased. A word proves that a subject is touched, not that the item is met: this is a prompt, no score.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from casewright.patterns import lazily

Extent = Literal["whole", "body"]


@dataclass(frozen=True, slots=True)
class Item:
    """One item: its number, its subject, the roles of sections that are about it, and words that touch it.

    An item of extent `whole` can be missed only in a manuscript that was read with its title page and back matter.
    `beginnings` are those of its words that stand alone: they are asked first, since most manuscripts have one.
    """

    number: str
    subject: str
    roles: tuple[str, ...]
    words: tuple[re.Pattern[str], ...]
    extent: Extent = "body"
    beginnings: tuple[str, ...] = ()

    def touched(self, text: str, vocabulary: str) -> bool:
        """Whether a text in small letters has one of the words; its vocabulary is each of its words once."""
        if any(beginning in vocabulary for beginning in self.beginnings):
            return True
        return any(_begins_a_word(pattern, text) for pattern in self.words)


def _begins_a_word(pattern: re.Pattern[str], text: str) -> bool:
    at = 0
    while match := pattern.search(text, at):
        start = match.start()
        if not start or not text[start - 1].isalnum():
            return True
        at = start + 1
    return False


def _words(*patterns: str) -> tuple[re.Pattern[str], ...]:
    """Beginnings of words, in small letters; `Item.touched` sees to it that they begin there."""
    return (lazily("|".join(patterns)),)


_EXAMINATION = _words(
    "examin|auscultat|palpat|vital signs|blood pressure|heart rate|afebrile|on admission",
    "tender|reflex|swelling",
)
_TIME = _words(r"day \d") + _words(  # what most reports have is asked alone, by its first letters
    "timeline|postoperative",
    "(?:hour|day|week|month|year)s? (?:later|after|before)",
    r"(?:week|month) \d",
    r"\d+ (?:h|d|wk|mo)\b",
    r"(?:one|two|three|four|five|six|\d+)[- ](?:day|week|month)",
)
_TESTS = _words(
    "laborator|blood test|serum|cultur|biops|histolog|tests?\\b|assay|electro|endoscop",
    r"ct\b|mri\b|tomograph|radiograph|x-ray|ultraso|echocardiogra",
)
_TREATMENT = _words("treat|therap|surger|operat|administ|prescri|infus|resect|transplant", r"mg\b")
_OUTCOME = _words("outcome|follow|discharg|died|death|recover|resol|improv|alive|surviv|recurren")
_PERSPECTIVE = (  # apart from one another each is found by its first letters
    *_words("patient(?:(?:’s|'s)? perspective| (?:stated|reported that|expressed))"),
    *_words("satisf"),
)

ITEMS = (
    Item("2", "key words", ("keywords",), _words("key ?words?"), "whole"),
    Item("3", "an abstract", ("abstract",), _words("abstract"), "whole"),
    Item(
        "4",
        "an introduction",
        ("introduction",),
        _words("introduction|background"),
        beginnings=(" introduction", " background"),
    ),
    Item(
        "5a",
        "age and sex of the patient",
        (),
        _words(r"(?:year|month|week|day)s?[- ]old|age[ds]?(?: of)? \d|neonate|newborn"),
    ),
    Item(
        "5c",
        "the patient's history",
        ("case.past_history", "case.history", "case.family_history"),
        _words("histor(?:y|ies)|previously healthy|comorbidit|known case of|underlying|smok"),
        beginnings=(" history", " underlying", " smok"),
    ),
    Item(
        "6",
        "findings of the examination",
        ("case.examination",),
        _EXAMINATION,
        beginnings=(" examin", " tender", " swelling"),
    ),
    Item("7", "the time course", (), _TIME, beginnings=(" postoperative", " timeline")),
    Item(
        "8",
        "diagnostic tests",
        ("case.laboratory", "case.imaging", "case.pathology"),
        _TESTS,
        beginnings=(" laborator", " tomograph", " biops"),
    ),
    Item("9", "treatment", ("case.treatment",), _TREATMENT, beginnings=(" treat", " surger")),
    Item("10", "the outcome", ("case.outcome",), _OUTCOME, beginnings=(" follow", " discharg", " outcome")),
    Item(
        "11",
        "a discussion",
        ("discussion",),
        _words("discussion|conclusion"),
        beginnings=(" discussion", " conclusion"),
    ),
    Item("12", "the patient's perspective", ("perspective",), _PERSPECTIVE, "whole"),
    Item("13", "informed consent", ("statements.consent",), _words("consent"), "whole"),
)
