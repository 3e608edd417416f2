"""Words of place that exclude one another, each with what it is said of: `upper lobe`, `aortic valve`, `liver`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import NamedTuple

from casewright.check.evidence.text.around import stretches_with, vocabulary
from casewright.check.evidence.words.contraries import POSITIONS, Values, by_word
from casewright.check.evidence.words.wording import content
from casewright.document.mentions.stretch import Stretch
from casewright.document.mentions.wordset import lowered, plain_words, words
from casewright.document.reading import Reading
from casewright.patterns import lazily

_POSITIONS = (
    *POSITIONS,
    "apical basal",
    "inner outer",
    "submucosal|submucous subserosal|subserous intramural",
)
_ORGANS = (
    "liver|hepatic spleen|splenic pancreas|pancreatic kidney|kidneys|renal stomach|gastric duodenum|duodenal"
    " jejunum|jejunal ileum|ileal colon|colonic rectum|rectal esophagus|esophageal|oesophagus|oesophageal"
    " bladder prostate|prostatic uterus|uterine ovary|ovarian testis|testicular thyroid parathyroid adrenal"
    " lung|lungs|pulmonary heart|cardiac brain|cerebral breast gallbladder ureter|ureteral mesenteric|mesentery"
    " omental|omentum seminal",
    "hip knee ankle shoulder elbow wrist",
    "femur|femoral tibia|tibial fibula|fibular humerus|humeral radius|radial ulna|ulnar",
    "hepatic splenic renal mesenteric iliac femoral popliteal carotid subclavian axillary brachial basilar vertebral"
    " jugular portal celiac|coeliac",
    "lad lcx|circumflex rca",
    "mandible|mandibular maxilla|maxillary",
    "atrium|atrial ventricle|ventricular",
)
_VALUES = by_word((*_POSITIONS, *_ORGANS))
_OF_WHAT = by_word(_POSITIONS)  # what says more with its noun
_WORD = lazily(r"[a-z]+")
_NEXT = words("and or of in on at to with was were is are by for from the a an that which as than but not")
_SIDES = ("left", "right")
_REACH = 8  # words on either side that tell what a place is about


class PlaceWord(NamedTuple):
    """A word of place: the one of that number in its sentence."""

    stretch: Stretch
    number: int
    scale: str
    value: str
    noun: str  # what a position is said of, "" for an organ
    side: str
    beside: tuple[str, ...]  # the words on either side

    @property
    def sentence(self) -> int:
        return self.stretch.sentence.index

    @property
    def block(self) -> int:
        return self.stretch.sentence.block

    @property
    def start(self) -> int:
        return self._tokens()[0].start() + self.stretch.offset

    @property
    def end(self) -> int:
        return self._tokens()[-1].end() + self.stretch.offset

    @property
    def around(self) -> frozenset[str]:
        """The stems of the words around that name no place themselves."""
        return content(" ".join(word for word in self.beside if word not in _VALUES))

    def _tokens(self) -> list[re.Match[str]]:
        """The word where it stands, and those behind it as far as what a position is said of."""
        tokens = list(islice(_WORD.finditer(lowered(self.stretch.text)), self.number, self.number + _REACH))
        spelled = [token[0] for token in tokens]
        return tokens[: spelled.index(self.noun) + 1 if self.noun else 1]


def positions(reading: Reading) -> Iterator[PlaceWord]:
    """The words of position of scales of which the report names two values, in reading order."""
    named = reading.once(vocabulary) & _OF_WHAT.keys()
    counts = Counter(scale for scale, _ in {choice for word in named for choice in _OF_WHAT[word]})
    asked = {word: kept for word in named if (kept := _of(word, counts))}
    for stretch in stretches_with(reading, frozenset(asked)):
        if stretch.block.kind == "paragraph":
            yield from placed_in(stretch, asked)


def _of(word: str, counts: Counter[str]) -> Values:
    """The values of a word on the scales that have two."""
    return tuple(choice for choice in _OF_WHAT[word] if counts[choice[0]] > 1)


def placed_in(stretch: Stretch, asked: Mapping[str, Values] | None = None) -> Iterator[PlaceWord]:
    """The words of place of a sentence: those that are asked for, or all."""
    values = _VALUES if asked is None else asked
    if stretch.words.isdisjoint(values):
        return
    spelled = plain_words(stretch.text)
    for number in [number for number, word in enumerate(spelled) if word in values]:
        before, after = spelled[max(0, number - _REACH) : number], spelled[number + 1 : number + _REACH]
        nouns = [each for each in after if each not in _VALUES] if after and after[0] not in _NEXT else []
        side = before[-1] if before and before[-1] in _SIDES else ""
        for scale, value in values[spelled[number]]:
            noun = nouns[0] if nouns and int(scale) < len(_POSITIONS) else ""
            yield PlaceWord(stretch, number, scale, value, noun, side, (*before, *after))
