"""CW121."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from casewright.check.evidence.people.cases import cases_told
from casewright.check.evidence.telling.doses import given_instead
from casewright.check.evidence.telling.spokenof import goes_on, is_begun, is_blamed, is_over
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
        named = reading.once(names)
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
    if is_blamed(reading, echo):
        blamed = _rivals(reading, echo, group)
        return blamed if len({each.name for each in blamed}) == 1 else []
    if echo.group == "organism":
        return other_species(reading, echo, group)
    return _begun_before(reading, echo, _rivals(reading, echo, group)) if goes_on(reading, echo) else []


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
    if name.group in _TOGETHER and is_over(reading, name):
        before = [each for each in before if _is_of_one_stem(each.name, name.name)]
    return before if few and any(is_begun(reading, each) for each in before) else []


def _is_of_one_stem(one: str, other: str) -> bool:
    return one[-_STEM:] == other[-_STEM:] or (one.startswith(_PREFIX) and other.startswith(_PREFIX))


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
