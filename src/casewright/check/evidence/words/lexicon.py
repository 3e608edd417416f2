"""What a word is by itself, whatever report it stands in: the words of a report are looked up once for all rules."""

from __future__ import annotations

from collections import defaultdict

from casewright.check.evidence.text.around import places_of_words, vocabulary
from casewright.check.evidence.words.terms import Slip, slips
from casewright.check.evidence.words.wording import stem
from casewright.document.mentions.drugs import group_of
from casewright.document.mentions.wordset import ByFewWords
from casewright.document.reading import Reading

_DRUGS = ByFewWords(group_of)
_SLIPS = ByFewWords(slips)


def drugs_named(reading: Reading) -> frozenset[str]:
    """The words of a report that name drugs."""
    return frozenset(_DRUGS.among(reading.once(vocabulary)))


def slips_in(reading: Reading) -> dict[str, tuple[Slip, ...]]:
    """The words of a report that may be slips of terms, in order of letters."""
    return dict(sorted(_SLIPS.among(reading.once(vocabulary)).items()))


def stems_counted(reading: Reading) -> dict[str, int]:
    """The stems of the words of a report, each with the number of sentences in which its words stand."""
    counts: defaultdict[str, int] = defaultdict(int)
    places = reading.once(places_of_words)
    for each, those in zip(map(stem, places), places.values(), strict=True):
        counts[each] += len(those)
    return dict(counts)
