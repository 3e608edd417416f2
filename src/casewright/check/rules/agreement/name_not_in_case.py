"""CW121."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from casewright.check.evidence.people.cases import cases_told
from casewright.check.evidence.telling.doses import given_instead
from casewright.check.evidence.text.extent import is_excerpt
from casewright.check.evidence.text.parts import part_at
from casewright.check.evidence.words.named import (
    INFECTING,
    Name,
    grew,
    names,
    of_case,
    other_species,
    same_name,
)
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import as_said, found
from casewright.document.reading import Reading
from casewright.patterns import lazily

_BLAME = lazily(
    r"\b(?:due to|because of|caused by|induced by|secondary to|reaction to|effects? of"
    r"|discontinued|stopped|withdrawal of) (?:the )?\Z"
)
_GIVING = lazily(  # `was administered a loading dose of vancomycin`
    r"\b(?:administered|given|gave|receiv(?:ed|ing)|treated|started|begun|initiated|prescribed|infused"
    r"|injected)\b[^.;]{0,40}\Z"
)
_GIVEN = lazily(  # `a dose of tocilizumab was given`: that is where the case says so
    r"(?:\s[\w-]+){0,3}?\s(?:was|were)\s(?:\w+\s)?(?:given|administered|started|initiated|added|prescribed"
    r"|infused|injected"
    r"|commenced|introduced)\b"
)

_GONE_ON = lazily(  # `only ketoconazole was continued`: what goes on, or is stopped, was once begun
    r"(?:\s(?!and\b|or\b)\w+){0,2}?(?:, [^,.;]{3,60},)?"
    r"\s(?:was|were|had been|has been|could be|lasted|ended)\b(?:\s(?:then|also|therefore|later|now|well|\w+ly))?\s"
    r"(?:stopped|discontinued|withdrawn|dropped|tapered|ceased|continued|switched|changed|replaced|weaned|tolerated"
    r"|halted|completed|reduced|uneventful|withheld|held|increased|escalated|resumed|for|after|on)\b"
)
_GOING_ON = lazily(
    r"\b(?:[Cc]ontinu(?:ing|ed to take|ed taking)|[Ss]topp(?:ed|ing)|[Dd]iscontinu(?:ed|ing)"
    r"|[Ss]till (?:on|receiving|taking)|[Ww]eaned (?:off|from)|[Tt]olerat(?:ed|es|ing)(?: [^.;,()]{0,40} (?:of|and))?"
    r"|(?:minutes|hours|days|weeks) after"
    r"|[Ll]ast (?:dose|infusion|injection|cycle) of"
    r"|(?:[Cc]ompleted|[Ff]inished|[Aa]fter|[Dd]uring|[Ee]nd of) (?:the|this|that|these|his|her) [^.;,()]{0,40}?of)"
    r" (?:(?:the|oral|intravenous|IV|taking|of) ){0,2}\Z"
)
_KNOWN = lazily(r"\b[Tt]he (?:(?:\w+ )?(?:oral|intravenous|IV) )?\Z")  # `the infliximab infusions`
_COURSE = lazily(r"\s(?:infusions?|injections?|drip|course|dose|dosage|treatment|therapy|regimen|patch)\b")
_AT_HOME = lazily(  # the words of a drug of former years
    r"\b(?:home|regular|usual|long-?term|chronic|maintenance|previous\w*|pre-?existing|outside|history|had been"
    r"|already|years|his|her|prior|doctors?|physicians?|cardiologist|psychiatrist|team|hospital|bought|had"
    r"|consider\w*|possib\w*|suspect\w*|other)\b",
    re.IGNORECASE,
)
_SUPPOSED = lazily(
    r"\b(?:would|could|may|might|possibl[ey]|exclud\w*|unlikely|risk|avoid\w*|potential|known|reported"
    r"|discuss\w*|convinc\w*|had|ago|years?|history|previous\w*)\b",
    re.IGNORECASE,
)
_BEGUN = lazily(
    r"\b(?:started|begun|began|initiated|commenced|administered|given|gave|received|receiving|treated|prescribed|used"
    r"|added|took|taking|on|with|anticoagulated)\b",
    re.IGNORECASE,
)
_OTHERS = (
    2  # drugs of the use that the case may name beside one that it never began: of more, one is left untold
)
# Of these a patient takes several at a time, so that what is stopped need not be what was begun, unless one excludes
# the other, being of one stem: levofloxacin and moxifloxacin.
_TOGETHER = frozenset(
    {
        "antibacterial", "antiviral", "antiparasitic", "diuretic", "angiotensin drug", "beta blocker", "antidiabetic",
        "insulin", "antiepileptic", "antipsychotic", "antidepressant", "opioid", "vasopressor", "vasodilator",
        "anti-inflammatory drug", "benzodiazepine", "anesthetic", "steroid", "kinase inhibitor",
        "calcium channel blocker or antiarrhythmic", "bronchodilator",
    }
)  # fmt: skip
_STEM, _PREFIX = (
    5,
    "cef",
)  # letters at the end of two names of one stem; the stem that stands at the beginning
_FOLLOWS = lazily(  # ` was switched to`: what stands behind takes the place of the drug
    r"\s(?:was|were)\s(?:\w+\s)?(?:switched|changed|replaced|converted)\s(?:to|by|with)\s(?:\w+\s)?\Z"
)
_BEFORE = 60  # characters before a name in which it may be told as one that is known


class NameNotInCase:
    """A drug or organism of this patient that the case names nowhere else, where it names another of the group.

    Why it is bad
        The reader cannot know which of the two was given or grown, and the abstract is what is remembered.

    Example
        Conclusion: Our patient died of Candida albicans sepsis. Case report: Blood cultures grew Candida glabrata.

    Write instead
        Conclusion: Our patient died of Candida glabrata sepsis. Case report: Blood cultures grew Candida glabrata.

    Source
        CARE 2013, items 8 and 9, doi:10.1186/1752-1947-7-223. Where the summary names the other too, nothing is said. A
        drug that the case itself blames, stops or lets go on, and names nowhere else, counts as well; so does a
        species that it names once, where it names another of the genus.
    """

    code: ClassVar[str] = "CW121"
    name: ClassVar[str] = "name-not-in-case"
    severity: ClassVar[Severity] = "warning"

    def check(self, reading: Reading) -> Iterator[Finding]:
        told: set[tuple[int, int]] = set()
        for each in self._named(reading):
            told.add((each.spot.block, each.spot.line))
            yield each
        if reading.once(cases_told) > 1:
            return
        for echo, dose in given_instead(reading):
            message = f"`{echo.of}` is not named in the case, which has {as_said(dose.text)} of `{dose.of}`"
            finding = found(self, reading, echo, message, "make the two agree", [dose])
            if (finding.spot.block, finding.spot.line) not in told:
                yield finding

    def _named(self, reading: Reading) -> Iterator[Finding]:
        named = names(reading)
        groups = {name.group for name in named if name.part == "body"}
        if not groups or reading.once(cases_told) > 1:
            return
        seen: set[str] = set()
        for echo in named:
            if echo.group not in groups or echo.name in seen:
                continue
            rivals = _instead(reading, echo, [each for each in named if each.group == echo.group])
            if rivals:
                seen |= (
                    {echo.name} if echo.group != "organism" else {echo.name, *(each.name for each in rivals)}
                )
                others = " and ".join(
                    f"`{name}`" for name in dict.fromkeys(_printed(reading, each) for each in rivals)
                )
                nowhere = "is named nowhere else in" if echo.part == "body" else "is not named in"
                message = f"`{_printed(reading, echo)}` {nowhere} the case, which has {others}"
                against = [each.place for each in rivals[:2]]
                yield found(self, reading, echo.place, message, "make the two agree", against)


def _instead(reading: Reading, echo: Name, group: list[Name]) -> list[Name]:
    """What the case has where a summary, or one place of the case, has a name that is nowhere else."""
    if echo.part != "body":
        return _rivals(reading, echo, group)
    if _blamed(reading, echo):
        blamed = _rivals(reading, echo, group)
        return blamed if len({each.name for each in blamed}) == 1 else []
    if echo.group == "organism":
        return other_species(reading, echo, group)
    return _begun_before(reading, echo, _rivals(reading, echo, group)) if _goes_on(reading, echo) else []


def _rivals(reading: Reading, echo: Name, group: list[Name]) -> list[Name]:
    """What the case names in place of a name that it does not have; none where the summary names that as well."""
    told = [each for each in group if each.part == "body" and each is not echo]
    known = any(same_name(each.name, echo.name) for each in told) or _said_short(reading, echo)
    if known or not of_case(reading, echo):
        return []
    if echo.group == "organism" and echo.part == "echo" and grew(reading, echo):
        return [each for each in told if of_case(reading, each)]
    alone = _is_alone(reading, echo, group)
    apart = [
        each
        for each in told
        if echo.part == "body"
        or alone  # the summary names both, and the case the other alone
        or not any(
            other.part != "body"
            and _are_of_one_summary(reading, echo, other)
            and same_name(other.name, each.name)
            and of_case(reading, other)
            for other in group
        )
    ]
    grown = echo.group == "virus" or (echo.group in INFECTING and echo.part == "other")
    return [each for each in apart if of_case(reading, each) and (not grown or grew(reading, each))]


def _is_alone(reading: Reading, echo: Name, group: list[Name]) -> bool:
    """Whether a drug stands once in the report, in a sentence of a summary with no other of its group, and the case
    has one other alone: that the summary has that one too excuses nothing."""
    drugs = {each.name for each in group if each.part == "body" and of_case(reading, each)}
    return (
        echo.part == "echo"
        and echo.group not in INFECTING
        and len(drugs) == 1
        and not any(each is not echo and same_name(each.name, echo.name) for each in group)
        and not any(each.sentence == echo.sentence and each is not echo for each in group)
    )


def _are_of_one_summary(reading: Reading, one: Name, other: Name) -> bool:
    """Whether both stand in the abstract, both in the core tip, or in like parts: each is read by itself."""
    roles = (reading.blocks[each.place.block][0].role.partition(".")[0] for each in (one, other))
    return len(set(roles)) == 1


def _blamed(reading: Reading, name: Name) -> bool:
    """Whether the case speaks of what a drug has done: one that it never says was given cannot have done it."""
    text, sentence = reading.blocks[name.place.block][1].text, reading.sentences[name.sentence]
    return (
        not reading.once(is_excerpt)
        and _SUPPOSED.search(text, sentence.start, sentence.end) is None
        and name.group != "organism"
        and _GIVEN.match(text, name.place.end) is None
        and _BLAME.search(text, max(0, name.place.start - 40), name.place.start) is not None
        and _GIVING.search(text, max(0, name.place.start - 60), name.place.start) is None
    )


def _goes_on(reading: Reading, name: Name) -> bool:
    """Whether the case lets a drug go on or end that was no drug of former years: it must have been begun."""
    text, start = reading.blocks[name.place.block][1].text, reading.sentences[name.sentence].start
    before = max(start, name.place.start - _BEFORE)
    gone_on = _GONE_ON.match(text, name.place.end) or _GOING_ON.search(text, before, name.place.start)
    if not gone_on and _COURSE.match(text, name.place.end):
        gone_on = _KNOWN.search(text, before, name.place.start)
    return bool(gone_on) and _AT_HOME.search(text, start, reading.sentences[name.sentence].end) is None


def _begun_before(reading: Reading, name: Name, rivals: list[Name]) -> list[Name]:
    """Of the rivals those that were told before, where one was begun and none stands beside; none of too many."""
    text = reading.blocks[name.place.block][1].text
    rivals = [
        each
        for each in rivals
        if each.sentence != name.sentence or not _FOLLOWS.match(text[name.place.end : each.place.start])
    ]
    before = [each for each in rivals if each.sentence < name.sentence]
    beside = any(each.sentence == name.sentence for each in rivals)
    few = len({each.name for each in rivals}) <= _OTHERS and not beside
    if name.group in _TOGETHER and _GONE_ON.match(text, name.place.end):
        before = [each for each in before if _is_of_one_stem(each.name, name.name)]
    return before if few and any(_is_begun(reading, each) for each in before) else []


def _is_of_one_stem(one: str, other: str) -> bool:
    return one[-_STEM:] == other[-_STEM:] or (one.startswith(_PREFIX) and other.startswith(_PREFIX))


def _is_begun(reading: Reading, name: Name) -> bool:
    """Whether the sentence of a drug says that it was given."""
    sentence = reading.sentences[name.sentence]
    text = reading.blocks[name.place.block][1].text
    return _BEGUN.search(text, sentence.start, sentence.end) is not None


def _said_short(reading: Reading, echo: Name) -> bool:
    """Whether the case has the last word of a name, as in `M. hominis`, elsewhere."""
    if echo.part == "body" or echo.group == "virus":
        return False
    word = echo.name.split()[-1]
    return any(
        word in stretch.words and part_at(reading, stretch.sentence.block) == "body"
        for stretch in reading.stretches
    )


def _printed(reading: Reading, name: Name) -> str:
    return reading.blocks[name.place.block][1].text[name.place.start : name.place.end]
