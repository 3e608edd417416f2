"""Parts of the body that are numbered or sided, named beyond the last that people have."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from casewright.check.evidence.text.passage import Passage, scan, scan_around
from casewright.document.reading import Reading
from casewright.patterns import lazily
from casewright.quantity.number import ROMAN


class Nowhere(NamedTuple):
    """A named part that no body has, where it stands, and which there are."""

    place: Passage
    named: str
    known: str


# Variants are let pass: a thirteenth rib, six lumbar vertebrae, the eighth cervical root, leads V7 to V9.
_LEVEL = lazily(r"(?P<part>Th|[TLCS])(?P<number>[6-9]|1\d)(?=[\s,.;:)/]|[-–][TLCS]?[hw]?\d)(?!\s?[>×])")
_GLUED = lazily(r"[\w.–-]")
_LAST = {"T": 12, "Th": 12, "L": 6, "C": 8, "S": 5}
_COLUMN = {
    "T": "T1 to T12", "Th": "Th1 to Th12", "L": "L1 to L5", "C": "C1 to C7, and the root C8", "S": "S1 to S5",
}  # fmt: skip
_OF_SPINE = (
    "spine",
    "spinal",
    "vertebra",
    "spondyl",
    "discitis",
    "radiculop",
    "dermatome",
    "laminectom",
    "cord",
)
_SPINE = lazily("|".join(_OF_SPINE), re.IGNORECASE)
_NEARBY = {"L": ("vertebra", "lumbar"), "C": ("vertebra", "cervical"), "S": ("sacr",)}  # stand for much else
_REACH = 60  # characters around a level in which the spine is named

# what is numbered | how it is named | the last one | which there are
_NUMBERED: tuple[tuple[str, str, int, str], ...] = (
    ("cranial nerve", r"[Cc]ranial nerves?\s(?P<{0}>\d{{1,2}}|[IVX]{{1,5}})", 12, "cranial nerves I to XII"),
    ("rib", r"(?P<{0}>\d{{1,2}})th\s(?:right\s|left\s)?rib\b", 13, "twelve pairs of ribs"),
    ("vertebra", r"(?P<{0}>\d{{1,2}})th\sthoracic\s(?:vertebra|spine|level)", 13, "twelve of the thoracic spine"),
    ("vertebra", r"(?P<{0}>\d{{1,2}})th\slumbar\s(?:vertebra|spine|level|segment)", 6, "five of the lumbar spine"),
    ("vertebra", r"(?P<{0}>\d{{1,2}})th\scervical\s(?:vertebra|spine|level|segment)", 8, "seven of the cervical spine"),
    ("intercostal space", r"(?P<{0}>\d{{1,2}})th\s(?:right\s|left\s)?intercostal", 11, "eleven intercostal spaces"),
    ("metatarsal", r"(?P<{0}>\d{{1,2}})th\smeta(?:tars|carp)al", 5, "five on each limb"),
    ("liver segment", r"(?:[Ll]iver|[Hh]epatic)\ssegments?\s(?P<{0}>\d{{1,2}}|[IVX]{{1,5}})", 9, "segments I to VIII"),
    ("chromosome", r"[Cc]hromosomes?\s(?P<{0}>\d{{1,2}})", 22, "chromosomes 1 to 22, X and Y"),
    ("trisomy", r"[Tt]risom(?:y|ies)\s(?P<{0}>\d{{1,2}})", 22, "chromosomes 1 to 22, X and Y"),
)  # fmt: skip
_ROWS = "|".join(row[1].format(f"n{at}") for at, row in enumerate(_NUMBERED))
_ANY = lazily(rf"\b(?:{_ROWS})(?![\w%/]|[.,]\d|\s?[-–]\s?\d|,?\s?X)")
_SIGNS = (
    "cranial nerve", " rib", "thoracic", "lumbar", "cervical", "intercostal", "metatarsal", "metacarpal", "segment",
    "chromosome", "trisom",
)  # fmt: skip
# The lung has three lobes on the right and two on the left; the mirrored body is told apart by its name.
_LOBE = lazily(r"\bleft[-\s]middle[-\s]lobe\b|\bright[-\s]lingula\b", re.IGNORECASE)
_MIRRORED = lazily(r"situs (?:inversus|ambiguus|transversus)|heterotax|isomerism|dextrocardia", re.IGNORECASE)


def nowhere(reading: Reading) -> Iterator[Nowhere]:
    """Every part that is named and that nobody has."""
    yield from _levels(reading)
    yield from _numbered(reading)
    lobes = [passage for passage, _ in scan(reading, _LOBE, "left middle", "left-middle", "right lingula")]
    if lobes and not any(_MIRRORED.search(block.text) for _, block in reading.blocks):
        for place in lobes:
            known = "the left lung has an upper and a lower lobe, and the lingula"
            yield Nowhere(place, reading.blocks[place.block][1].text[place.start : place.end], known)


def _levels(reading: Reading) -> Iterator[Nowhere]:
    for passage, match in scan(reading, _LEVEL, *_OF_SPINE):
        part, number = match["part"], int(match["number"])
        text = match.string
        if number <= _LAST[part] or _GLUED.match(text[max(0, passage.start - 1) : passage.start]):
            continue
        around = text[max(0, passage.start - _REACH) : passage.end + _REACH]
        if _SPINE.search(around) and any(word in around.lower() for word in _NEARBY.get(part, ("",))):
            yield Nowhere(passage, match[0], _COLUMN[part])


def _numbered(reading: Reading) -> Iterator[Nowhere]:
    for passage, match in scan_around(reading, _ANY, 16, 60, *_SIGNS):
        name = match.lastgroup or ""
        what, _, last, known = _NUMBERED[int(name[1:])]
        printed = match[name]
        number = int(ROMAN.get(printed, printed)) if printed in ROMAN or printed.isdigit() else 0
        if number > last:
            yield Nowhere(passage, f"{what} {printed}", f"there are {known}")
