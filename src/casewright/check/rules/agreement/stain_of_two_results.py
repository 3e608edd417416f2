"""CW108."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from casewright.check.finding import Finding, Severity
from casewright.check.parts import of_patient, part_at
from casewright.check.passage import Passage
from casewright.check.spotting import found
from casewright.document.reading import Reading

_MARKER = re.compile(
    r"(?<![\w-])(?:CD-?\s?\d{1,3}[a-z]?|S-?100|HMB-?45|PAX-?[258]|CK-?\s?\d{1,2}(?:/\d{1,2})?|CK|TTF-?1|DOG-?1|WT-?1|p(?:16|40|53|63)"
    r"|EMA|ALK|BCL-?[26]|MUM-?1|TdT|MPO|GATA-?3|SOX-?1[01]|STAT6|GFAP|NSE|SMA|AFP|HER-?2|ER|PR|INSM1|CDX-?2|ERG|SATB2|MDM2|C-?KIT"
    r"|EBER|HepPar-?1|HBsAg|ANA|ANCA|HIV|HHV-?8|GeneXpert|D2-40|TLE1|NKX2\.2|[Cc]ytokeratin|[Dd]esmin|[Vv]imentin|[Aa]ctin"
    r"|[Ss]ynaptophysin|[Cc]hromogranin(?: A)?|[Tt]hyroglobulin|[Ii]nsulin|[Gg]lucagon|[Gg]astrin"
    r"|[Ss]omatostatin|[Cc]alretinin"
    r"|[Ii]nhibin|[Nn]apsin(?: A)?|[Aa]rginase|[Mm]yogenin|[Mm]elan[ -]A|[Cc]alcitonin|[Mm]ucicarmine?"
    r"|β-catenin)(?![\w-])"
)
_LEADING = re.compile(
    r"\b(?P<result>positiv\w*|immunopositiv\w*|negativ\w*|immunonegativ\w*|reactiv\w*|immunoreactiv\w*|nonreactive|express\w*|stained)\b"
    r"(?:\s+(?:stain\w*|expression|reaction|immunostain\w*|result|immunoreactivity"
    r"|tumou?r cells))?\s*(?:for|of|with|to|:)\s*(?P<list>[^.;:]{0,160})\Z"
)
_BROKEN = re.compile(
    r"\b(?:but|while|whereas|negativ\w*|positiv\w*|without|not|was|were|lack\w*|absen\w*|no|with a|showed|index)\b"
)
_TRAILING = re.compile(
    r"^(?:\s*(?:,|and|/)\s*[\w/ -]{1,25}?){0,6}?\s*(?:\([^)]{0,20}\)\s*)?(?:,|:|was|were|is|are"
    r"|stain\w*|test\w*|immunostain\w*)\s+"
    r"(?:(?:also|both|all|strongly|diffusely|focally|weakly|uniformly|was|were)\s+){0,2}(?P<result>positiv\w*|negativ\w*)\b"
)
_RESULT = re.compile(r"positiv|negativ|reactiv|express|stained|\(\s?[+−–-]")  # one of these every result has
_SIGN = re.compile(r"^\s?\(\s?(?P<sign>[+−–-])+\s?\)")


@dataclass(frozen=True, slots=True)
class _Stained:
    place: Passage
    marker: str
    positive: bool
    part: str
    about: bool


class StainOfTwoResults:
    """A marker that is positive in one section and negative in another.

    Why it is bad
        The diagnosis rests on the stains; one of the two is a misprint.

    Example
        Abstract: positive for PAX8 and negative for CD10. Case report: positive for PAX8 and CD10.

    Write instead
        Abstract: positive for PAX8 and CD10. Case report: positive for PAX8 and CD10.

    Source
        A marker is compared only where the case has it with one result; two specimens with two results pass.
    """

    code: ClassVar[str] = "CW108"
    name: ClassVar[str] = "stain-of-two-results"
    severity: ClassVar[Severity] = "error"

    def check(self, reading: Reading) -> Iterator[Finding]:
        stained = [each for each in _stained(reading) if each.about]
        seen: set[tuple[str, bool]] = set()
        for echo in stained:
            key = (echo.marker, echo.positive)
            told = [each for each in stained if each.part == "body" and each.marker == echo.marker]
            if (
                echo.part == "body"
                or not told
                or key in seen
                or any(each.positive == echo.positive for each in told)
            ):
                continue
            seen.add(key)
            here, there = ("positive", "negative") if echo.positive else ("negative", "positive")
            section = reading.blocks[told[0].place.block][0].title or "the case report"
            name = reading.blocks[echo.place.block][1].text[echo.place.start : echo.place.end]
            message = f"`{name}` is {here} here and {there} in {section}"
            yield found(self, reading, echo.place, message, "make the two agree", [told[0].place])


def _stained(reading: Reading) -> Iterator[_Stained]:
    for number, (section, block) in enumerate(reading.blocks):
        if block.kind in ("reference", "heading") or section.role.startswith(
            ("references", "statements", "keywords")
        ):
            continue
        if not _RESULT.search(block.text):
            continue
        for match in _MARKER.finditer(block.text):
            index = reading.sentence_at(number, match.start())
            sentence = reading.sentences[index]
            before = block.text[max(sentence.start, match.start() - 200) : match.start()]
            after = block.text[match.end() : min(sentence.end, match.end() + 90)]
            positive = _result(before, after)
            if positive is not None:
                place = Passage(number, match.start(), match.end())
                marker = (
                    re.sub(r"[\s-]", "", match[0]).lower().removesuffix("a")
                    if match[0][0].islower()
                    else match[0]
                )
                marker = re.sub(r"[\s-]", "", marker).casefold()
                yield _Stained(place, marker, positive, part_at(reading, number), of_patient(reading, index))


def _result(before: str, after: str) -> bool | None:
    """Whether a marker is positive, by the words on either side of it; None where they do not say."""
    if sign := _SIGN.match(after):
        return sign["sign"] == "+"
    clause = re.split(r"[;:]", before)[-1]
    if (trailing := _TRAILING.match(after)) and "positiv" not in clause and "negativ" not in clause:
        return trailing["result"].startswith("p")
    last = None
    for leading in re.finditer(
        _LEADING.pattern.removesuffix(r"\Z").replace(r"(?P<list>[^.;:]{0,160})", ""), before
    ):
        last = leading
    if last is None or _BROKEN.search(before[last.end() :]) or len(before) - last.end() > 160:
        return None
    negated = re.search(r"\b(?:not|non|never|no)[\s-]*\Z", before[: last.start()])
    return not (last["result"].startswith(("neg", "immunoneg", "nonre")) or negated is not None)
