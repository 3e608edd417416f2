"""Operations that a title, key words or another summary names once, and of which nothing else in the report tells.

`Sigmoidectomy` in the title of a report whose case tells of a colotomy: no other place has the word, in any form, nor
says that this was done to the part.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from casewright.check.evidence.text.around import places_of_words, vocabulary
from casewright.check.evidence.text.extent import is_excerpt
from casewright.check.evidence.text.parts import of_others, part_at
from casewright.check.evidence.text.passage import Passage
from casewright.document.mentions.stretch import Stretch
from casewright.document.mentions.wordset import ByFewWords, words
from casewright.document.reading import Reading

_ENDINGS = (
    "ectomy",
    "otomy",
    "ostomy",
    "oscopy",
    "oplasty",
    "odesis",
    "opexy",
    "otripsy",
    "orrhaphy",
    "ocentesis",
)
_SUMMARIES = ("title", "abstract.case", "abstract", "keywords", "core_tip", "highlights")
_ASIDE = ("abstract.background", "abstract.conclusion")
_ROOT = 4  # letters by which the part that an operation is of is known: `appe`
_STEM = 5  # letters that a word must have before its ending's last, to be looked for in other words
_REMOVED = words("removed removal resected resection excised excision extirpated amputated amputation taken")
_DONE = words(
    "opened opening incised incision drained drainage fixed fixation repaired repair reconstructed reconstruction"
    " explored exploration inspected punctured puncture aspirated aspiration fragmented crushed sutured suture"
)
_PARTS = {  # beginnings of operations, with those of the words that name the part, or the way, in the case
    "neph": ("kidn", "renal"), "chol": ("gallb", "bili"), "hyst": ("uter",), "ooph": ("ovar", "adnex"),
    "mast": ("breast",), "orch": ("test",), "gast": ("stomach", "endosc"), "cole": ("colon", "bowel"),
    "colo": ("colon", "bowel", "endosc"), "hemi": ("colon", "bowel"), "lapa": ("abdom", "open", "explor"),
    "thor": ("chest", "open"), "cran": ("skull", "open"), "arth": ("joint",), "bron": ("endosc", "airway"),
    "esop": ("endosc",), "oeso": ("endosc",), "cyst": ("bladder", "endosc"), "lary": ("endosc", "cords"),
    "para": ("tap", "ascit", "chamber"),
    "ster": ("chest", "stern"), "phle": ("vein",), "kera": ("corne",), "sple": ("spleen",),
}  # fmt: skip
_OPERATIONS = ByFewWords(lambda word: word.endswith(_ENDINGS))
_TOLD = 2  # sentences that tell of the operation that the case has


def unperformed(reading: Reading) -> Iterator[tuple[Passage, str, Passage, str]]:
    """Each such operation with its name, and the place and name of the one that the case tells of most."""
    places = reading.once(places_of_words)
    named = set(_OPERATIONS.among(reading.once(vocabulary)))
    if len(named) < 2 or reading.once(is_excerpt):
        return
    for word in sorted(named):
        stretch = reading.stretches[places[word][0]]
        if len(places[word]) > 1 or not _is_summary(reading, stretch) or _is_told(reading, word, stretch):
            continue
        case = _case(reading, named - {word})
        if case is not None:
            yield _place(stretch, word), word, _place(*case), case[1]


def _is_summary(reading: Reading, stretch: Stretch) -> bool:
    role = stretch.section.role
    plain = role.startswith(_SUMMARIES) and not role.startswith(_ASIDE) and stretch.block.kind != "heading"
    return plain and not of_others(reading, stretch.sentence.index)


def _is_told(reading: Reading, word: str, own: Stretch) -> bool:
    """Whether another word has the stem of this one, or a sentence tells what was done to the part that it is of."""
    stem, root = word[: max(_STEM, len(word) - 3)], word[:_ROOT]
    for other in reading.once(vocabulary):
        if other != word and (stem in other or (other.endswith(_ENDINGS) and word.endswith(other))):
            return True
    roots = (root, *_PARTS.get(root, ()))
    endoscopy = word.endswith("oscopy") and "endosc" in roots
    if endoscopy and any(each.startswith("endosc") for each in reading.once(vocabulary)):
        return True
    doing = _REMOVED if word.endswith("ectomy") else _DONE
    return any(
        stretch is not own
        and not stretch.words.isdisjoint(doing)
        and any(each.startswith(roots) and not each.endswith(_ENDINGS) for each in stretch.words)
        for stretch in reading.stretches
    )


def _case(reading: Reading, named: set[str]) -> tuple[Stretch, str] | None:
    """The sentence of the case that first names the operation of which it tells most; None where it names none."""
    told: Counter[str] = Counter()
    first: dict[str, Stretch] = {}
    for word in sorted(named):
        for number in reading.once(places_of_words)[word]:
            stretch = reading.stretches[number]
            told[word] += 1
            if part_at(reading, stretch.sentence.block) == "body":
                first.setdefault(word, stretch)
    known = [word for word, _ in told.most_common() if word in first and told[word] >= _TOLD]
    return (first[known[0]], known[0]) if known else None


def _place(stretch: Stretch, word: str) -> Passage:
    start = stretch.offset + stretch.lower.index(word)
    return Passage(stretch.sentence.block, start, start + len(word))
