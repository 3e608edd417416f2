"""Times of the electrocardiogram and shocks of a defibrillator, against any that are found or given.

A heart that takes three seconds for one beat's conduction, or a shock of more than a kilojoule, is a wrong unit:
defibrillators give 360 J at most (American Heart Association, guidelines for cardiopulmonary resuscitation). The limits
of the times are casewright's own judgement, and are not verified against a source.
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
