"""CW108."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from casewright.check.evidence.denial.visits import at_one_time
from casewright.check.evidence.people.cases import cases_told
from casewright.check.evidence.telling.assays import assays
from casewright.check.evidence.telling.microbes import microbial_results
from casewright.check.evidence.telling.mutated import gene_results
from casewright.check.evidence.telling.namedtests import named_tests
from casewright.check.evidence.telling.results import Result, results
from casewright.check.evidence.telling.saidtoo import says_too
from casewright.check.evidence.text.parts import of_patient
from casewright.check.evidence.text.passage import Passage, scan_around
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import found
from casewright.document.mentions.stretch import Stretch
from casewright.document.reading import Reading
from casewright.patterns import lazily

_CONFIRMING = lazily(
    r"\b(?P<said>negative(?: for [^.;,]{1,50})?(?:,? (?:and|thus|thereby|hence|which))*"
    r" confirm(?:ed|ing|s) (?:the |an? )?(?:presence|diagnosis|infection))\b"
    r"(?! of (?:primary|idiopathic|sero\w+|non\w+))"
)
_TESTED = lazily(r"\b(?:PCR|antibod(?:y|ies)|cultures?|serolog\w+|antigens?|assay|swabs?|smears?)\b")
_BORNE_OUT = lazily(r"[Pp]ositiv|[Rr]eactiv|\bexcept|\bexclud|\babsence")
_APART = lazily(  # words that set one specimen, or one time, apart from another
    r"\b(?:repeat\w*|initial\w*|again|prior|later|subsequent\w*|day \d+"
    r"|(?<!for )(?<!for \w{2} )(?<!for \w{3} )(?<!for \w{4} )(?<!for \w{5} )(?:days?|weeks?|months?)"
    r"|follow\w*"
    r"|second|first|third|another"
    r"|other|previous\w*|after\w*|before|then|became|convert\w*|sero-?conver\w*|normal|adjacent"
    r"|surrounding|component|areas?|foci"
    r"|stroma\w*|background|laboratory|serum|partner|husband|wife|mother|donor|recurr\w*|relapse\w*"
    r"|metasta\w*|primary|control"
    r"|whereas|while|now|contralateral|opposite|left|right|earlier|discharge\w*|some|few|scattered|focal\w*|patchy|outside|both|types?"
    r"|subset|epithelial|myoepithelial"
    r"|spindle|giant|plasma|if|patients|cases|should|may|excluded|can|lymphocytes|histiocytes"
    r"|antibiotics?|treat\w*|cleared|persist\w*|had (?:had|been)|clinics?|elsewhere|referr\w*|emergency"
    r"|arrival|review|hospitals?|team|working|suspect\w*|internal|vessels?)\b",
    re.IGNORECASE,
)
# Between two sentences, what begins another examination: of another specimen, or at another time.
_ANOTHER = lazily(
    r"\b(?:re-?biops\w+|(?:second|third|another|further|repeat\w*|new|subsequent|additional) (?:[a-z]+ ){0,2}?"
    r"(?:biops\w+|specimens?|samples?|resections?|operation|surgery|cores?|aspirat\w+|tests?|admission)|relaps\w+|recurr\w+"
    r"|autops\w+|post-?mortem|metasta\w+|readmi\w+|(?:weeks?|months?|years?) (?:later|after))\b",
    re.IGNORECASE,
)
_SPECIMEN = lazily(
    r"\b(?:biops\w+|specimens?|cores?|resect\w+|aspirat\w+|cytolog\w*|blood|urin\w+|sputum|cerebrospinal|csf|pleural"
    r"|ascit\w+|stool|nod(?:e|al)s?"
    r"|marrow|pus|wound|swabs?|bile|tissue|skin|liver|autopsy|lavage|(?:myelo)?blasts?|nodules?|cysts?|polyps?|synovial"
    r"|throat)\b",
    re.IGNORECASE,
)
_ORGAN = lazily(
    r"\b(kidney|glomerul|renal|skin|stomach|gastr|colon|liver|hepat|lung|pulmon|bone marrow|brain|thyroid|ovar|uter"
    r"|breast|prostat|pancrea|spleen|testi|adrenal|lymph node|bladder|muscle|nerve|heart|esophag|rect)",
    re.IGNORECASE,
)
_BROAD = frozenset(("cytokeratin", "ck", "actin", "fluid culture", "pcr", "tissue culture"))  # of many kinds
_BEFORE, _BEHIND = 2, 130  # characters on either side of the word in which a match stands


def _sentence(reading: Reading, result: Result) -> str:
    sentence = reading.sentences[reading.sentence_at(*result.place[:2])]
    return reading.blocks[sentence.block][1].text[sentence.start : sentence.end]


def _paragraph(reading: Reading, result: Result) -> str:
    """The paragraph of a result as far as its sentence goes: what was examined is named before."""
    sentence = reading.sentences[reading.sentence_at(*result.place[:2])]
    return reading.blocks[sentence.block][1].text[: sentence.end]


def _of_one_organ(here: str, there: str) -> bool:
    """Whether two paragraphs name an organ in common, or one names none."""
    one, other = (set(map(str.lower, _ORGAN.findall(text))) for text in (here, there))
    return not one or not other or not one.isdisjoint(other)


def _stretch(reading: Reading, result: Result) -> Stretch:
    index = reading.sentence_at(*result.place[:2])
    return next(each for each in reading.stretches if each.sentence.index == index)


def _of_one_specimen(here: str, there: str) -> bool:
    """Whether two sentences name the same specimens, or one names none."""
    one, other = (set(map(str.lower, _SPECIMEN.findall(text))) for text in (here, there))
    return not one or not other or one == other


def _overlaps(place: Passage, others: list[Passage]) -> bool:
    """Whether a place shares a letter with another."""
    return any(
        place.block == each.block and place.start < each.end and each.start < place.end for each in others
    )


def _may_be_one(one: Result, other: Result) -> bool:
    """Whether two results may be of one specimen, as far as they name any."""
    return not one.specimens or not other.specimens or not one.specimens.isdisjoint(other.specimens)


def _goes_on(reading: Reading, one: Stretch, other: Stretch) -> bool:
    """Whether a sentence between two tells of another specimen, or of another time."""
    first, last = sorted((one.sentence.index, other.sentence.index))
    between = (each for each in reading.stretches if first < each.sentence.index < last)
    return any(_ANOTHER.search(each.text) for each in between)


class StainOfTwoResults:
    """A marker or test that is positive in one section and negative in another.

    Why it is bad
        The diagnosis rests on the stains, cultures and antibodies; one of the two is a misprint.

    Example
        Abstract: positive for PAX8 and negative for CD10. Case report: positive for PAX8 and CD10.

    Write instead
        Abstract: positive for PAX8 and CD10. Case report: positive for PAX8 and CD10.

    Source
        A marker, or a test by what it seeks, is compared only where the case has it with one result; two specimens
        with two results pass. Within the case two sentences are held against each other that no word sets apart. A
        negative test that confirms a disease is told where no other of its sentence is positive.
    """

    code: ClassVar[str] = "CW108"
    name: ClassVar[str] = "stain-of-two-results"
    severity: ClassVar[Severity] = "error"

    def check(self, reading: Reading) -> Iterator[Finding]:
        known = [
            *results(reading),
            *microbial_results(reading),
            *gene_results(reading),
        ]
        taken = {(each.place.block, at) for each in known for at in range(each.place.start, each.place.end)}
        known += [
            each
            for each in assays(reading)
            if not any((each.place.block, at) in taken for at in range(each.place.start, each.place.end))
        ]
        stained = [each for each in (*known, *named_tests(reading)) if each.about]
        seen: set[object] = set()
        reported: list[Passage] = []
        for echo in stained:
            key = (echo.name, echo.positive)
            told = [
                each
                for each in stained
                if each.part == "body" and each.name == echo.name and _may_be_one(each, echo)
            ]
            if (
                echo.part == "body"
                or not told
                or key in seen
                or _overlaps(echo.place, reported)
                or any(each.positive == echo.positive for each in told)
            ):
                continue
            printed = reading.blocks[echo.place.block][1].text[echo.place.start : echo.place.end]
            if says_too(reading, printed, positive=echo.positive):
                continue
            seen.add(key)
            reported.append(echo.place)
            here, there = echo.words if echo.positive else echo.words[::-1]
            section = reading.blocks[told[0].place.block][0].title or "the case report"
            name = echo.called or printed
            message = f"`{name}` is {here} here and {there} in {section}"
            severity: Severity = "error" if echo.part == "echo" else "warning"
            yield found(self, reading, echo.place, message, "make the two agree", [told[0].place], severity)
        if stained and reading.once(cases_told) == 1:
            yield from self._within(
                reading, [each for each in stained if each.part == "body"], seen, reported
            )
        yield from self._confirming(reading)

    def _within(
        self, reading: Reading, told: list[Result], seen: set[object], reported: list[Passage]
    ) -> Iterator[Finding]:
        """A marker of the case itself that is positive in one sentence and negative in another, neither
        set apart."""
        for name in dict.fromkeys(each.name for each in told):
            every = [each for each in told if each.name == name]
            if (
                len({each.positive for each in every}) < 2
                or name in _BROAD
                or (name, every[0].positive) in seen
            ):
                continue
            if any(_APART.search(_sentence(reading, each)) for each in every):
                continue
            here = next(each for each in every if each.positive != every[0].positive)
            if not _of_one_specimen(_sentence(reading, here), _sentence(reading, every[0])):
                continue
            one, other = (_stretch(reading, each) for each in (every[0], here))
            if one is other or (name.endswith("culture") and not at_one_time(reading, one, other)):
                continue
            if _goes_on(reading, one, other) or _overlaps(here.place, reported):
                continue
            if not _of_one_organ(_paragraph(reading, here), _paragraph(reading, every[0])):
                continue
            reported.append(here.place)
            words = here.words if here.positive else here.words[::-1]
            printed = reading.blocks[here.place.block][1].text[here.place.start : here.place.end]
            message = f"`{printed}` is {words[0]} here and {words[1]} before"
            yield found(self, reading, here.place, message, "make the two agree", [every[0].place], "warning")

    def _confirming(self, reading: Reading) -> Iterator[Finding]:
        """A negative test that is said to have confirmed a disease, in a sentence with no positive one."""
        for place, _ in scan_around(reading, _CONFIRMING, _BEFORE, _BEHIND, "negative"):
            sentence = reading.sentences[reading.sentence_at(place.block, place.start)]
            text = reading.blocks[place.block][1].text[sentence.start : sentence.end]
            if _TESTED.search(text) and not _BORNE_OUT.search(text) and of_patient(reading, sentence.index):
                message = "a negative result is said to confirm the disease"
                hint = "write `positive`, or say what was confirmed"
                yield found(self, reading, place, message, hint, severity="warning")
