"""CW123."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from casewright.check.evidence.people.cases import cases_told
from casewright.check.evidence.telling.settled import settled
from casewright.check.evidence.telling.turned import Turned, turned
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import Span, found
from casewright.document.mentions.stretch import Stretch
from casewright.document.reading import Reading


class WordsTurnedRound:
    """A sentence that repeats one of another telling of the case, with one word turned into its opposite.

    Why it is bad
        The two tell one finding in the same words; only one of the two can have been seen.

    Example
        Case report: Gastroscopy showed a pale gastric mucosa with small erosions and ulcers. Legend:
        Gastroscopy showing a pale gastric mucosa with small erosions and no ulcers.

    Write instead
        Case report: Gastroscopy showed a pale gastric mucosa with small erosions and no ulcers. Legend:
        Gastroscopy showing a pale gastric mucosa with small erosions and no ulcers.

    Source
        Pitkin et al. 1999, doi:10.1001/jama.281.12.1110. Where either telling has the word of the other beside the
        same word too, nothing is said. A word that two tellings or more have beside another, of this patient, where a
        further one alone has its opposite, is told in sentences that are otherwise unlike, too. Where the two
        sentences have less than four of ten words in common, or only two tellings agree, this is a note that asks:
        on 75 reports that had served for no rule, eight of nine such pairs were of two things or of two days.
    """

    code: ClassVar[str] = "CW123"
    name: ClassVar[str] = "words-turned-round"
    severity: ClassVar[Severity] = "warning"

    def check(self, reading: Reading) -> Iterator[Finding]:
        if reading.once(cases_told) > 1:
            return
        told = [(pair, _how(pair)) for pair in turned(reading)]
        told += [(pair, "and in other parts") for pair in settled(reading)]
        seen: set[tuple[str, str]] = set()
        for pair, how in sorted(told, key=lambda each: not each[0].sure):
            if (pair.says, pair.instead) not in seen:
                seen.add((pair.says, pair.instead))
                yield self._finding(reading, pair, how)

    def _finding(self, reading: Reading, pair: Turned, how: str) -> Finding:
        where = pair.there.section.title or "the case"
        message = f"`{pair.says}` stands here and `{pair.instead}` in {where}, {how}"
        place = _span(pair.here, pair.start, pair.end)
        against = [_span(pair.there, 0, len(pair.there.text))]
        if pair.sure:
            return found(self, reading, place, message, "make the two agree", against)
        hint = "where the two are of other things, or of other days, there is nothing to do"
        return found(self, reading, place, f"{message}: is that meant?", hint, against, "note")


def _how(pair: Turned) -> str:
    return "in a sentence of the same words" if pair.sure else "in a sentence somewhat like this"


def _span(stretch: Stretch, start: int, end: int) -> Span:
    return Span(stretch.sentence.block, stretch.offset + start, stretch.offset + end)
