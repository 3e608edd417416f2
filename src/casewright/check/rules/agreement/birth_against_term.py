"""CW130."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar, NamedTuple

from casewright.check.evidence.people.cases import cases_told
from casewright.check.evidence.text.parts import of_patient, part_at
from casewright.check.evidence.text.passage import Passage, scan, scan_around
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import as_said, found
from casewright.document.reading import Reading
from casewright.patterns import lazily

_TERM, _PRETERM = 37, 37  # completed weeks: from here on a birth is at term, before it is preterm
_SLACK = 1  # weeks before term that custom still calls so
_CHILD = r"(?:infant|neonate|newborn|baby|boy|girl|male|female|twins?|child)"
_N = r"(?P<{0}>[2-4]\d)(?:\s?[+/-]\s?\d|\s\d/7|\s\(\d\)|\.\d)?"
_WEEKS = lazily(
    r"\b(?:born|delivered|birth|delivery)\b[^.;:]{0,70}?(?:\b(?:at|after|of)\s(?:a\s)?(?:gestation(?:al)?\sage\sof\s)?)"
    rf"(?:about\s|approximately\s)?{_N.format('born')}[\s-]?(?:weeks?|wks?)\b"
    rf"|\b{_N.format('old')}[\s-]?(?:weeks?|wks?)['’]?[\s-](?:of\s)?(?:gestation(?:al)?(?:\sage)?[\s-])?{_CHILD}\b",
    re.IGNORECASE,
)
_WORD = lazily(
    rf"\b(?P<early>premature|preterm)(?:ly)?,?\s(?:(?!labou?r\b|rupture\b)[\w-]+,?\s){{0,3}}?(?:{_CHILD}\b(?!\sclosure)|birth\b|delivery\b)"
    r"|\b(?:born|delivered)\s(?P<soon>premature(?:ly)?|preterm)\b"
    rf"|\b(?:full[\s-]?)?(?P<full>term),?\s(?:(?!treatment\b)[\w-]+,?\s){{0,2}}?{_CHILD}\b"
    r"|\b(?:born|delivered)\s(?:at\s(?:full\s)?|full[\s-])(?P<late>term)\b",
    re.IGNORECASE,
)
_OTHERS = lazily(
    r"\b(?:previous|prior|first child|history of|threatened|risk|prevent\w*|avoid\w*|sibling|brother|sister|gravida"
    r"|near|late|post|not|infants|newborns|neonates|long|short)\b",
    re.IGNORECASE,
)


class _Birth(NamedTuple):
    """A place that tells how long a pregnancy lasted: in weeks, or by a word."""

    at: Passage
    text: str
    weeks: int
    early: bool


class BirthAgainstTerm:
    """A newborn called premature who was born at term by the weeks of pregnancy, or the reverse.

    Why it is bad
        The weeks or the word is wrong, and the risks of the newborn hang on it.

    Example
        A premature girl was brought on her 12th day of life. She was a 39-week gestation infant.

    Write instead
        A premature girl was brought on her 12th day of life. She was a 33-week gestation infant.

    Source
        Preterm is a birth before 37 completed weeks, term from 37 to 41 (Epidemiologic Reviews 2014,
        doi:10.1093/epirev/mxt011, table 4); at 36 weeks `term` is let pass. Only where the report tells of one birth.
    """

    code: ClassVar[str] = "CW130"
    name: ClassVar[str] = "birth-against-term"
    severity: ClassVar[Severity] = "warning"

    def check(self, reading: Reading) -> Iterator[Finding]:
        words = list(_called(reading))
        if not words or reading.once(cases_told) > 1:
            return
        born = list(_weeks(reading))
        if len({each.weeks for each in born}) != 1 or len({each.early for each in words}) != 1:
            return
        birth, word = born[0], words[0]
        if (word.early and birth.weeks >= _PRETERM) or (not word.early and birth.weeks < _TERM - _SLACK):
            message = f"`{as_said(birth.text)}` is {'at term' if word.early else 'preterm'}, and `{word.text}` is not"
            yield found(self, reading, birth.at, message, "correct the weeks or the word", [word.at])


def _called(reading: Reading) -> Iterator[_Birth]:
    for at, match in scan_around(reading, _WORD, 28, 90, "premature", "preterm", "term"):
        if _is_ours(reading, at):
            yield _Birth(at, match[0], 0, bool(match["early"] or match["soon"]))


def _weeks(reading: Reading) -> Iterator[_Birth]:
    for at, match in scan(reading, _WEEKS, "week", "wk"):
        if _is_ours(reading, at):
            yield _Birth(at, match[0], int(match["born"] or match["old"]), early=False)


def _is_ours(reading: Reading, at: Passage) -> bool:
    index = reading.sentence_at(at.block, at.start)
    sentence = reading.sentences[index]
    text = reading.blocks[at.block][1].text
    told = part_at(reading, at.block) == "body" and of_patient(reading, index, at.start)
    return told and not _OTHERS.search(text, max(sentence.start, at.start - 60), at.end)
