"""CW134."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from casewright.check.evidence.denial.denials import denied_and_stated
from casewright.check.evidence.denial.examinations import called_normal
from casewright.check.evidence.denial.histories import History, histories_opposed
from casewright.check.evidence.denial.polarity import Told
from casewright.check.evidence.denial.poles import Pole, poles
from casewright.check.evidence.people.cases import cases_told
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import found
from casewright.document.reading import Reading

_LIKE_FACTS = frozenset(
    ("medical history", "an earlier illness", "an allergy", "drinking", "smoking at any time")
)  # others tell the same


class FindingPresentAndAbsent:
    """A symptom, sign, habit or circumstance that the report denies in one place and states in another.

    Why it is bad
        What was absent decides the diagnosis as much as what was there; the reader cannot know which of the two it was.

    Example
        Ultrasound showed a cyst of the spleen without ascites. The same ultrasound demonstrated moderate ascites.

    Write instead
        Ultrasound showed a cyst of the spleen without ascites. The same ultrasound demonstrated no ascites.

    Source
        Negation is read as by Chapman et al. 2001, doi:10.1006/jbin.2001.1029. Two places are compared where, by their
        words, they tell of one time and one examination. Which words state and deny a thing is judgement, not verified
        against a source.
    """

    code: ClassVar[str] = "CW134"
    name: ClassVar[str] = "finding-present-and-absent"
    severity: ClassVar[Severity] = "warning"

    def check(self, reading: Reading) -> Iterator[Finding]:
        facts, signs, seen, past = (
            list(poles(reading)),
            list(denied_and_stated(reading)),
            list(called_normal(reading)),
            list(histories_opposed(reading)),
        )
        if not (facts or signs or seen or past) or reading.once(cases_told) > 1:
            return
        known: set[frozenset[int]] = set()  # the sentences of which a contradiction is told
        for pole in facts:
            sentences = frozenset(each.stretch.sentence.index for each in pole)
            if sentences in known and pole[0].fact.name in _LIKE_FACTS:
                continue
            known.add(sentences)
            yield self._finding(reading, pole, pole[0].fact.name)
        for history in past:
            if frozenset(each.stretch.sentence.index for each in history) not in known:
                yield self._finding(reading, history, history[0].sign)
        for told in signs:
            yield self._finding(reading, told, told[0].sign.name)
        for normal, shown in seen:
            message = f"`{normal.what}` is called normal here and showed something in "
            message += reading.blocks[shown.place.block][0].title or "the case report"
            yield found(self, reading, normal.place, message, "make the two agree", [shown.place])

    def _finding(self, reading: Reading, pair: Sequence[Pole | Told | History], what: str) -> Finding:
        there, here = sorted(pair, key=lambda each: each.place)
        words = ("present", "denied") if here.there else ("denied", "present")
        section = reading.blocks[there.place.block][0].title or "the case report"
        message = f"`{what}` is {words[0]} here and {words[1]} in {section}"
        return found(self, reading, here.place, message, "make the two agree", [there.place])
