"""CW316."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import ClassVar

from casewright.check.evidence.text.around import vocabulary
from casewright.check.evidence.text.passage import Passage, scan, scan_around
from casewright.check.evidence.words.lexicon import slips_in
from casewright.check.evidence.words.terms import Slip
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import found
from casewright.document.mentions.wordset import words
from casewright.document.reading import Reading
from casewright.patterns import lazily

_MOST = 50  # words that may be slips: no text of a person has more
_BETWEEN = r"(?:[\s-]|['’])+(?:and\s)?"
# Words confused that do not look alike: what is printed > what is meant.
_CONFUSED = lazily(
    r"\b(?:(?P<a>protein[- ]specific antigen)|(?P<b>c1[- ]elastase inhibitors?)|(?P<c>partial prothrombin time)"
    r"|(?P<d>glutamic[- ]oxalate (?:amino)?trans\w+)|(?P<e>(?:haem|hem)ophilus influenza(?!e|\w))"
    r"|(?P<g>vocal chords?)|(?P<h>spinal chord)|(?P<i>mucus membranes?)"
    r"|(?P<j>prostrate (?:cancer|gland|carcinoma|biopsy))|(?P<k>langham(?:['’]?s)?(?:[- ]type)? giant)"
    r"|(?P<l>(?:bleeding|ha?emorrhagic) diastasis))\b",
    re.IGNORECASE,
)
_MEANT = {
    "a": "prostate-specific antigen", "b": "C1 esterase inhibitor", "c": "partial thromboplastin time",
    "d": "glutamic oxaloacetic transaminase", "e": "Haemophilus influenzae",
    "g": "vocal cord", "h": "spinal cord", "i": "mucous membrane",
    "j": "prostate", "k": "Langhans giant", "l": "bleeding diathesis",
}  # fmt: skip
_SIGNS = words(
    "protein elastase partial oxalate influenza chord chords mucus prostrate langham langhams diastasis"
)


class TermMisspelt:
    """A fixed term of medicine of which one word is another, or is misspelt.

    Why it is bad
        A spelling checker lets it pass where it is a word of its own; a reader who searches for the term does not
        find the report.

    Example
        Computed topography showed a renal mass, and the wound grew Pseudomonas aeroginosa.

    Write instead
        Computed tomography showed a renal mass, and the wound grew Pseudomonas aeruginosa.

    Source
        A list of terms of casewright's own (`casewright.check.evidence.words.terms`), not verified against a thesaurus;
        all other words of the term stand as they should.
    """

    code: ClassVar[str] = "CW316"
    name: ClassVar[str] = "term-misspelt"
    severity: ClassVar[Severity] = "warning"

    def check(self, reading: Reading) -> Iterator[Finding]:
        """One finding for each wrong wording, at its first place."""
        places: dict[tuple[str, str], list[Passage]] = {}
        for passage, printed, meant in (*_confused(reading), *_slipped(reading)):
            places.setdefault((printed.lower(), meant), []).append(passage)
        for (_, meant), (first, *others) in places.items():
            printed = " ".join(reading.blocks[first.block][1].text[first.start : first.end].split())
            if apart := _apart(printed, meant):
                message, meant = f"a space is missing in `{printed}`", apart
            else:
                message = f"`{printed}` is no term of medicine"
            yield found(self, reading, first, message, f"is `{_as_printed(meant, printed)}` meant?", others)


def _as_printed(meant: str, printed: str) -> str:
    """What is meant, with a capital where what is printed begins with one."""
    return meant[0].upper() + meant[1:] if printed[0].isupper() else meant


def _apart(printed: str, meant: str) -> str:
    """The term behind an article that was printed as one word with it; "" where more is wrong than a space."""
    words = printed.split()
    if words[0].lower() == f"a{meant.split()[0].lower()}" and not meant.lower().startswith(
        ("a", "e", "i", "o", "u")
    ):
        return f"a {meant}"
    return ""


def _confused(reading: Reading) -> Iterator[tuple[Passage, str, str]]:
    for passage, match in scan_around(reading, _CONFUSED, 30, 60, *(_SIGNS & reading.once(vocabulary))):
        yield passage, match[0], _MEANT[match.lastgroup or ""]


def _slipped(reading: Reading) -> Iterator[tuple[Passage, str, str]]:
    """The words of a report that are one slip away from a word of a term whose other words stand around them."""
    said, slips = reading.once(vocabulary), reading.once(slips_in)
    near = (
        (word, slip)
        for word, each in slips.items()
        for slip in each
        if said.issuperset(other for at, other in enumerate(slip.term) if at != slip.at)
    )
    for word, slip in islice(near, _MOST):
        yield from _printed(reading, word, slip)


def _printed(reading: Reading, word: str, slip: Slip) -> Iterator[tuple[Passage, str, str]]:
    parts = [re.escape(word if at == slip.at else each) for at, each in enumerate(slip.term)]
    pattern = re.compile(rf"\b{_BETWEEN.join(parts)}\b", re.IGNORECASE)
    for passage, match in scan(reading, pattern, word):
        yield passage, match[0], " ".join(slip.term).replace(" s ", "'s ")
