"""Times of the electrocardiogram, shocks of a defibrillator and fields of a scanner, against any that there are.

A heart that takes three seconds for one beat's conduction, or a shock of more than a kilojoule, is a wrong unit:
defibrillators give 360 J at most (American Heart Association, guidelines for cardiopulmonary resuscitation). Patients
are scanned at 1.5 or 3 tesla, and no person at more than 11.7. These limits and those of the times are casewright's own
judgement, and are not verified against a source.
"""

from __future__ import annotations

from collections.abc import Iterator

from casewright.check.evidence.text.passage import Passage, scan_sentences
from casewright.check.evidence.values.bodily import Beyond
from casewright.document.mentions.wordset import words
from casewright.document.reading import Reading
from casewright.patterns import lazily

_TIME = lazily(
    r"\b(?P<what>(?:pr|pq|qrs|qt)(?:[ -](?:interval|time|duration|complex|width)s?){1,2})"
    r"(?: (?:was|is|were|of|at|to|prolonged|short(?:ened)?|widened|normal|about|a|with))*[ :=(,]{1,3}"
    r"(?P<figure>\d{1,4}(?:\.\d{1,3})?) ?(?P<unit>ms(?:ec)?|milliseconds?|s(?:ec)?|seconds?)\b"
)
_TIMED = words("pr pq qrs qt")
_SHORTEST, _LONGEST = 0.02, 3.0  # seconds
_SHOCK = lazily(
    r"(?:\b(?:shocks?|defibrillat\w+|cardiover\w+)\b[^.;\d]{0,40})(?P<figure>\d{1,4}) ?(?P<unit>kj|mj|kilojoules?)\b"
)
_FIELD = lazily(
    r"(?<![\d.,/-])(?P<figure>\d{1,3}(?:\.\d{1,2})?)(?: |-)?(?P<unit>tesla|t)\b(?! (?:cells?|lymph))"
)
_SCANNED = words("tesla mri mr magnetic scanner")
_OF_A_TUBE = lazily(r"\b(?:nmr|spectromet\w+|bruker|ex vivo|mice|mouse|rats?)\b")
_STRONGEST = 11.7  # tesla
_SHOCKED = words("kj mj kilojoule kilojoules")


def electric(reading: Reading) -> Iterator[Beyond]:
    """Every time of the electrocardiogram and every shock that is beyond reason."""
    for place, match in scan_sentences(reading, _TIME, _TIMED, folded=True):
        milli = match["unit"].startswith("m")
        seconds = float(match["figure"]) * (0.001 if milli else 1)
        if not _SHORTEST <= seconds <= _LONGEST:
            where = Passage(place.block, place.start + match.start("figure") - match.start(), place.end)
            name = match["what"][: 3 if match["what"].startswith("qrs") else 2].upper()
            told = f"no {name}{match['what'][len(name) :]} lasts {match['figure']} {match['unit']}"
            yield Beyond(where, told, f"is the unit {'s' if milli else 'ms'}?")
    for place, match in scan_sentences(reading, _SHOCK, _SHOCKED, folded=True):
        where = Passage(place.block, place.start + match.start("figure") - match.start(), place.end)
        yield Beyond(where, f"no defibrillator gives {match['figure']} {match['unit']}", "is the unit J?")
    for place, match in scan_sentences(reading, _FIELD, _SCANNED, folded=True):
        if float(match["figure"]) > _STRONGEST and not _OF_A_TUBE.search(match.string):
            yield Beyond(
                place, f"no person is scanned at {match['figure']} tesla", "is a decimal point missing?"
            )
