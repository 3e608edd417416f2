"""What a word is by itself, whatever report it stands in: the words of a report are looked up once for all rules."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Set

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


class _Stems:
    """Words of the manuscripts so far, by their stems."""

    def __init__(self) -> None:
        self.seen: set[str] = set()
        self.words: defaultdict[str, list[str]] = defaultdict(list)

    def add(self, words: Set[str]) -> None:
        for word in words - self.seen:
            self.seen.add(word)
            self.words[stem(word)].append(word)


_NEWEST = deque([_Stems()], maxlen=1)
_MOST = (
    50_000  # words that are kept: then others are begun, and what was made with the ones before keeps those
)


class StemCounts(dict[str, int]):
    """In how many sentences the words of a stem stand, each word for itself; 0 for a stem that the report has not."""

    def __init__(self, places: dict[str, list[int]]) -> None:
        super().__init__()
        if len(_NEWEST[0].seen) > _MOST:
            _NEWEST.append(_Stems())
        self._places, self._stems = places, _NEWEST[0]
        self._stems.add(places.keys())

    def __missing__(self, asked: str) -> int:
        words = self._stems.words.get(asked, ())
        self[asked] = count = sum(len(self._places[word]) for word in words if word in self._places)
        return count


def stems_counted(reading: Reading) -> StemCounts:
    """The same of a report."""
    return StemCounts(reading.once(places_of_words))
