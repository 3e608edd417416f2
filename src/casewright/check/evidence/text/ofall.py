"""Sentences that tell what is so in all patients: `such fractures are due to high energy trauma`."""

from __future__ import annotations

import re

from casewright.patterns import lazily

_PRESENT = lazily(r"\b(?:is|are|may be|can be) (?:\w+ly )?\w+")
_OF_ONE = lazily(  # words of a course, of our patient, or of one
    r"\b(?:was|were|had|did|became|remained|showed|revealed|demonstrated|confirmed|found|presented|underwent|received"
    r"|developed|required|recovered|improved|resolved|remains|s?he|his|her|we|our|us|here|herein)\b"
    r"|\b(?:an?|the|this) (?:[\w-]+ ){0,4}(?:patient|case|report)\b|\b\d{1,3}[- ](?:year|month|week|day)s?[- ]old\b",
    re.IGNORECASE,
)


def of_all(text: str) -> bool:
    """Whether a sentence is told in the present, with no word of a course or of one patient."""
    return _PRESENT.search(text) is not None and _OF_ONE.search(_PRESENT.sub(" ", text)) is None
