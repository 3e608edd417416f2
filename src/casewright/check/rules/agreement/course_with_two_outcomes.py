"""CW109."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from casewright.check.evidence.people.cases import cases_told
from casewright.check.evidence.telling.returns import returns_opposed
from casewright.check.evidence.text.around import stretches_with
from casewright.check.evidence.text.parts import Part, of_patient, part_kind
from casewright.check.evidence.text.passage import Passage
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import found
from casewright.document.mentions.wordset import words
from casewright.document.reading import Reading
from casewright.patterns import lazily

_DEATH = lazily(
    r"\b(?:died|expired|passed away|succumbed|deceased|death|dead|demise|autopsy|post-?mortem|fatal)\b",
    re.IGNORECASE,
)
_ENDS = words(
    "died expired passed succumbed deceased death dead demise autopsy mortem postmortem fatal lethal"
    " alive recovered"
    " survived cured remission free recurrence well asymptomatic discharged returned home resumed"
)
_DEATHS = ("died", "expired", "passed away", "succumbed", "fatal", "lethal")
_FATAL = lazily(  # of a whole case, not of what may become of others
    r"\b(?:case (?:report )?(?:of|with) (?:an? |the )?(?:rare )?(?:fatal|lethal)|fatal case"
    r"|outcome (?:was|proved) (?:fatal|lethal)|fatal outcome (?:in|of) (?:a|our|this)|(?:fatal|lethal) "
    r"(?:[\w-]+ ){1,3}in (?:a|an|our|this)"
    r" (?:[\w-]+ ){0,2}(?:patient|man|woman|boy|girl|infant|child))\b",
    re.IGNORECASE,
)
_DIED = lazily(r"\b(?:died|(?<!un)expired(?! air| gas| volume| CO)|passed away|succumbed)\b", re.IGNORECASE)
_LIFE = lazily(
    r"\b(?:is|was|remains?|remained|still) (?:\w+ ){0,2}?alive\b|\b(?:recovered|survived|cured"
    r"|in (?:\w+ )?remission|free of (?:disease|recurrence)"
    r"|no (?:evidence of )?recurrence|doing well|asymptomatic at)\b",
    re.IGNORECASE,
)
_HOME = lazily(r"\bdischarged\b(?! to (?:a )?hospice)", re.IGNORECASE)
_ALIVE = lazily(
    r"\b(?:is|was|remains?|remained|still) (?:\w+ ){0,2}?alive\b"
    r"|\b(?:recovered(?! from (?:the |an )?(?:general )?(?:anesth|anaesth|operation|surg|procedure))|survived)\b",
    re.IGNORECASE,
)
_LIVED = lazily(  # at the end of a sentence: the outcome, not what was lived through
    r"\b(?:patient|he|she|boy|girl|man|woman|child|infant|newborn|neonate)(?: \w+)?"
    r" (?:survived|recovered)(?: \w+ly)?\W*\Z",
    re.IGNORECASE,
)
_WHO_LIVED = lazily(
    r"\b(?:[Oo]ur|[Tt]his|[Tt]he present) (?:patient|man|woman|boy|girl|child|infant|newborn|neonate|case)"
    r" (?:survived|recovered)\b"
    r"|\b(?:patient|man|woman|boy|girl|child|infant|newborn|neonate)(?:,? [\w-]+){0,8}? who (?:survived|recovered)\b"
)
_END = lazily(  # the patient's own death, told outright
    r"\b(?:[Tt]he (?:patient|man|woman|boy|girl|child|infant|newborn|neonate|baby)|[Hh]e|[Ss]he)\b"
    r"(?: [a-z]+){0,3}? (?:died|expired|passed away|succumbed)\b|\b(?:was|were) (?:pronounced"
    r"|declared) dead\b"
)
_AFTERWARDS = lazily(
    r"\b(?:[Tt]he (?:patient|man|woman|boy|girl|child|infant|newborn|neonate|baby)|[Hh]e|[Ss]he)"
    r" (?:(?:is|was|remains|remained|has been)(?: (?:still|now|then|currently|also|subsequently|finally"
    r"|later))?"
    r" (?:well|alive|asymptomatic|free of|doing well|discharged|in (?:\w+ )?remission|symptom-free"
    r"|disease-free|able to)"
    r"|(?:had )?returned to (?:work|school|his|her|normal)|went home|recovered|resumed|walks|continues)\b"
)
_TOLD_BACK = lazily(r"\b(?:[Bb]efore|[Pp]rior|had been|earlier|previous\w*|until|initially|first|if|ago)\b")


class CourseWithTwoOutcomes:
    """A patient who died in one section and lives in another, or whose disease came back in one and not in another.

    Why it is bad
        The outcome is the point of the report.

    Example
        Abstract: He died 30 mo after thyroidectomy. Case report: He was alive 30 mo after thyroidectomy.

    Write instead
        Abstract: He was alive 30 mo after thyroidectomy. Case report: He was alive 30 mo after thyroidectomy.

    Source
        CARE 2013, item 10a, doi:10.1186/1752-1947-7-223. A patient who recovered and died later passes, and
        one who had a relapse and no further one. Who is well behind his death in the same telling does not.
    """

    code: ClassVar[str] = "CW109"
    name: ClassVar[str] = "course-with-two-outcomes"
    severity: ClassVar[Severity] = "error"

    def check(self, reading: Reading) -> Iterator[Finding]:
        if any(word in block.text for _, block in reading.blocks for word in _DEATHS):
            yield from self._of_life(reading)
        if reading.once(cases_told) == 1 and (opposed := returns_opposed(reading)):
            here, there = opposed
            said = "came back here and did not" if here.came else "did not come back here and did"
            where = reading.blocks[there.place.block][0].title or "the case report"
            message = f"the disease {said} in {where}"
            yield found(self, reading, here.place, message, "make the two agree", [there.place], "warning")

    def _of_life(self, reading: Reading) -> Iterator[Finding]:
        told = list(_places(reading, "body"))
        lives = [(p, text) for p, text in told if _LIFE.search(text) or _HOME.search(text)]
        deaths = [p for p, text in told if _DEATH.search(text)]
        for place, text in _places(reading, "echo", "other"):
            if (match := _DIED.search(text) or _FATAL.search(text)) and lives and not deaths:
                spot = _at(place, match)
                section = reading.blocks[lives[0][0].block][0].title or "the case report"
                message = f"the patient died here and lives in {section}"
                summed = part_kind(reading.blocks[place.block][0].role) == "echo"
                severity: Severity = (
                    "error" if summed else "warning"
                )  # a discussion may tell of another patient
                yield found(self, reading, spot, message, "make the two agree", [lives[0][0]], severity)
                return
        if after := _alive_afterwards(reading, told):
            death, place = after
            message = "the patient lives here, and died before this in the same telling"
            yield found(self, reading, place, message, "make the two agree", [death], "warning")
        if found_alive := _alive(reading, told):
            place, against, severity = found_alive
            message = "the patient lives here and died in the case report"
            yield found(self, reading, place, message, "make the two agree", [against], severity)


def _alive_afterwards(reading: Reading, told: list[tuple[Passage, str]]) -> tuple[Passage, Passage] | None:
    """The death of the patient, and a place behind it in the case that has him well or sent home."""
    death = None
    for place, text in told:
        if death is None:
            died = _END.search(text)
            death = _at(place, died) if died else None
        elif (lives := _AFTERWARDS.search(text)) and not (_TOLD_BACK.search(text) or _DEATH.search(text)):
            return (death, _at(place, lives)) if reading.once(cases_told) == 1 else None
    return None


def _alive(reading: Reading, told: list[tuple[Passage, str]]) -> tuple[Passage, Passage, Severity] | None:
    """Where another part says that the patient lives whom the case lets die, with the place of that death."""
    died = [place for place, text in told if _DIED.search(text)]
    only, last = _only_death(told), _last_death(told)
    if not died:
        return None
    others = list(_places(reading, "echo", "other"))
    for place, text in others:
        match = _ALIVE.search(text)
        if match is None or _DEATH.search(text):
            continue
        section = reading.blocks[place.block][0]
        summed = part_kind(section.role) == "echo"
        if only and summed:
            return _at(place, match), only[0], "error"
        here = [said for other, said in others if reading.blocks[other.block][0] is section]
        if last and summed and not any(_DEATH.search(said) for said in here):
            return _at(place, match), last[0], "warning"
        outright = _LIVED.search(text) or (only and _WHO_LIVED.search(text))
        if outright and not any(_DEATH.search(said) for said in here):
            return _at(place, match), died[-1], "warning"
    return None


def _only_death(told: list[tuple[Passage, str]]) -> list[Passage]:
    """The sentences in which the patient dies, where no sentence of the case speaks of recovery or life."""
    if any(_LIFE.search(text) or "discharged" in text for _, text in told):
        return []
    return [place for place, text in told if _DIED.search(text)]


def _last_death(told: list[tuple[Passage, str]]) -> list[Passage]:
    """The sentence that tells outright of the patient's death, where none behind it speaks of life."""
    for place, text in reversed(told):
        if _END.search(text):
            return [place]
        if _LIFE.search(text) or "discharged" in text:
            break
    return []


def _places(reading: Reading, *parts: Part) -> Iterator[tuple[Passage, str]]:
    for stretch in stretches_with(reading, _ENDS):
        sentence = stretch.sentence
        if part_kind(stretch.section.role) not in parts:
            continue
        if of_patient(reading, sentence.index):
            yield Passage(sentence.block, sentence.start, sentence.end), stretch.text


def _at(place: Passage, match: re.Match[str]) -> Passage:
    return Passage(place.block, place.start + match.start(), place.start + match.end())
