"""Words that exclude one another wherever they stand beside the same word, and words that deny."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from casewright.check.evidence.words.contraries import ONLY_BESIDE, SCALES, Values, by_word, differ
from casewright.check.evidence.words.named import GENERA, ORGANISMS, SPECIES
from casewright.check.evidence.words.wording import STOP, stem
from casewright.document.mentions.drugs import group_of
from casewright.document.mentions.stretch import Stretch
from casewright.document.mentions.wordset import plain_words, words
from casewright.patterns import lazily

Asked = dict[str, Values]
"""Words with the scales that they belong to, and their value on each."""

_SCALES = tuple(tuple(tuple(value.split("|")) for value in scale.split()) for scale in SCALES)
_VALUES = by_word(SCALES)
OPPOSED = frozenset(_VALUES)
_BESIDE_THE_POINT = words(
    "proximal distal upper lower mid middle anterior posterior slight slightly marked markedly very"
    " normal unremarkable"
)  # tell where or how, not what
_PLACES = _BESIDE_THE_POINT | words("superior inferior medial lateral ventral dorsal cranial caudal")
_EMPTY = _BESIDE_THE_POINT | GENERA  # a genus before its species
_SILENT = STOP | _EMPTY
_ORGANS = words(
    "colon ileum jejunum duodenum esophagus stomach rectum cecum caecum appendix bladder ureter lung liver"
)
_PARTS = words(
    "sigmoid ascending transverse descending upper lower common terminal entire whole cervical thoracic"
)
_DENIED_AS_OTHER = words(  # what a report says of a patient in so many words
    "immunocompetent immunocompromised immunosuppressed immunodeficient vaccinated unvaccinated smoker nonsmoker"
    " continent incontinent conscious unconscious resectable unresectable ruptured unruptured malignant benign"
)
DENIALS = frozenset(
    ("no", "without", "not", "absence", "absent", "never", "nor", "neither", "negative", "denied")
)


class Turn(NamedTuple):
    """A word that another excludes: its scale and value, its place in the sentence, and the words beside it."""

    scale: str  # its number, or the group of drugs, or `organism`
    value: str
    start: int
    end: int
    before: str  # the stem of the word that carries meaning before it, "" where none does
    after: str

    def beside_what(self, other: Turn) -> int:
        """On how many sides, 0 to 2, it stands beside the same word as another: 0 where the other side differs."""
        same = 0
        for one, there in ((self.before, other.before), (self.after, other.after)):
            if one and there and one != there:
                return 0
            same += bool(one and there)
        return same


def opposed(one: str, other: str) -> bool:
    """Whether two words, in small letters, are of one scale and not the same."""
    return differ(one, other, _VALUES)


def rivalling(said: frozenset[str], drugs: frozenset[str]) -> Asked:
    """The words of a manuscript, drugs among them, that have a rival in it, or to deny which is to say the other."""
    named: Asked = {word: _VALUES[word] for word in said & OPPOSED}
    for word in drugs:
        if len(word) > _SHORT:
            named[word] = (*named.get(word, ()), (group_of(word), word))
    for word in said & ORGANISMS:
        named[word] = (("organism", SPECIES.get(word, word)),)
    values: dict[str, set[str]] = {}
    for each in named.values():
        for scale, value in each:
            values.setdefault(scale, set()).add(value)
    rivals = {
        word: tuple(each for each in known if len(values[each[0]]) > 1 or word in _DENIED_AS_OTHER)
        for word, known in named.items()
    }
    return {word: known for word, known in rivals.items() if known}


def turns(stretch: Stretch, asked: Asked) -> Iterator[Turn]:
    """The opposed words of a sentence, of those asked for, with the words that carry meaning next to each."""
    words_asked = sorted(asked.keys() & stretch.words)
    if not words_asked:
        return
    lower = stretch.lower
    may_deny, may_refuse = (not stretch.words.isdisjoint(each) for each in (_NEGATING, _REFUSING))
    for word in words_asked:
        if SPECIES.get(word) in stretch.words:
            continue  # its genus is here
        start = _whole_at(lower, word)
        if start < 0 or lower.endswith((": ", "= "), 0, start):
            continue  # `AV: aortic valve` tells what letters mean
        end = start + len(word)
        if word in _PLACES and lower.startswith(" to ", end):
            continue  # `distal to the origin`: its neighbour is elsewhere
        denied_here = may_deny and _NEGATED.search(lower, max(0, start - _NEAR), start) is not None
        if may_refuse and _REFUSED.search(lower, max(0, start - _NEAR), start) is not None:
            continue  # `no high-grade dysplasia`: nothing is high, nor low
        place = stretch.tokens.index(word)
        skipped = _PARTS if word in _ORGANS else frozenset[str]()  # `from the sigmoid colon` is from an organ
        before = _telling(stretch.tokens[max(0, place - _REACH) : place][::-1], skipped)
        after = _telling(stretch.tokens[place + 1 : place + 1 + _REACH])
        if word in ONLY_BESIDE and after not in ONLY_BESIDE[word]:
            continue
        if word in ORGANISMS:  # what follows a genus is its species
            after = ""
        for scale, value in asked[word]:
            if not denied_here:
                yield Turn(scale, value, start, end, before, after)
            elif scale.isdigit() and len(_SCALES[int(scale)]) == len(_PAIRED):
                other = next(each[0] for each in _SCALES[int(scale)] if each[0] != value)
                yield Turn(scale, other, start, end, before, after)


def _whole_at(lower: str, word: str) -> int:
    """Where a word first stands by itself, so that `abnormal` does not count as `normal`; -1 where nowhere."""
    start = lower.find(word)
    while start >= 0:
        end = start + len(word)
        if not (start and lower[start - 1].isalpha()) and not lower[end : end + 1].isalpha():
            return start
        start = lower.find(word, end)
    return -1


def _telling(beside: list[str], skipped: frozenset[str] = frozenset()) -> str:
    """The stem of the first word that carries meaning, "" where none does."""
    for word in beside:
        if len(word) > 2 and word not in _SILENT and word not in skipped:
            return stem(word)
    return ""


def denied(text: str) -> Iterator[tuple[str, str]]:
    """What a sentence says there is not, with the stem of the word before that carries meaning."""
    for match in _DENIED.finditer(text):
        if match["what"] not in STOP:
            before = plain_words(text[max(0, match.start() - 60) : match.start()])[::-1]
            yield _telling(before), match["what"]


def stated_with(stretch: Stretch, before: str, what: str) -> tuple[int, int] | None:
    """Where a sentence has a word behind the one of a stem: `impaction and membranes`."""
    for match in _PAIR.finditer(stretch.text):
        if match["what"] == what and stem(match["before"].lower()) == before:
            return match.span("what")
    return None


_PAIRED = ("one", "other")  # values of a scale on which to deny the one is to say the other
_REACH = 6  # words on either side among which the one beside an opposed word is sought
_SHORT = 5  # letters that every name of a drug has more of
_NEAR = 16  # and in which the word is denied
_NEGATING = words("not never neither nor non")
_NEGATED = lazily(r"\b(?:not|never|neither|nor|non)(?: (?:been|an?|the|at all|\w+ly))?[ -]\Z")
_REFUSING = words("no without")
_REFUSED = lazily(r"\b(?:no|without)(?: any| obvious| evident)? \Z")
_PAIR = lazily(r"\b(?P<before>[A-Za-z]{3,}),? (?:(?:and|with|but) )?(?P<what>[a-z]{4,})")
_DENIED = lazily(
    r"\b(?:[Nn]o|[Ww]ithout|[Aa]bsence of) (?:(?:any|the|evidence|signs?|obvious|significant|of) ){0,3}"
    r"(?P<what>[a-z]{4,})\b"
)
