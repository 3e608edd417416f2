"""The items of the CARE guideline, each with the words and sections by which a text is seen to speak of it.

Gagnier JJ et al. The CARE guidelines. J Med Case Rep 2013; 7: 223 [PMID: 24228906 DOI: 10.1186/1752-1947-7-223]. The
items are paraphrased. A word proves that a subject is touched, not that the item is met: this is a prompt, no score.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Extent = Literal["whole", "body"]


@dataclass(frozen=True, slots=True)
class Item:
    """One item: its number, its subject, the roles of sections that are about it, and words that touch it.

    An item of extent `whole` can be missed only in a manuscript that was read with its title page and back matter.
    """

    number: str
    subject: str
    roles: tuple[str, ...]
    words: re.Pattern[str]
    extent: Extent = "body"


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{pattern})", re.IGNORECASE)


ITEMS = (
    Item("2", "key words", ("keywords",), _words(r"key ?words?"), "whole"), Item("3", "an abstract", ("abstract",),
    _words(r"abstract\b"), "whole"), Item("4", "an introduction", ("introduction",),
    _words(r"(?:introduction|background)\b")), Item("5a", "age and sex of the patient", (),
    _words(r"(?:(?:year|month|week|day)s?[- ]old|aged \d|neonate|newborn)")), Item(
        "5c",
        "the patient's history",
        ("case.past_history", "case.history", "case.family_history"),
        _words(r"(?:histor(?:y|ies)|previously healthy|comorbidit|known case of|underlying|smok)"),
    ),
    Item(
        "6",
        "findings of the examination",
        ("case.examination",),
        _words(
            r"(?:examin|auscultat|palpat|vital signs|blood pressure|tender|reflex|swelling|afebrile|heart rate|on admission)"
        ),
    ), Item("7", "the time course", (), _words(r"(?:timeline|(?:day|week|month|hour|year)s?
    (?:later|after|before)|(?:day|week|month) \d|postoperative|\d+ (?:d|wk|mo|h)\b|(?:one|two|three|four|five|six|\d+)[-
    ](?:days?|weeks?|months?))")), Item("8", "diagnostic tests", ("case.laboratory", "case.imaging", "case.pathology"),
    _words(r"(?:laborator|blood
    test|CT\b|MRI\b|tomograph|radiograph|ultraso|echocardiogra|biops|cultur|X-ray|histolog|serum)")), Item("9",
    "treatment", ("case.treatment",),
    _words(r"(?:treat|therap|surger|operat|administ|prescri|infus|resect|transplant|mg\b)")), Item("10", "the outcome",
    ("case.outcome",), _words(r"(?:outcome|follow[-
    ]?up|followed|discharg|died|death|recover|resol|improv|alive|surviv|recurren)")), Item("11", "a discussion",
    ("discussion",), _words(r"(?:discussion|conclusion)\b")), Item("12", "the patient's perspective", ("perspective",),
    _words(r"(?:patient(?:’s|'s)? perspective|patient (?:stated|reported that|was satisfied|expressed)|satisf)"),
    "whole"), Item("13", "informed consent", ("statements.consent",), _words(r"consent"), "whole"),
)  # fmt: skip
