"""CW233."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from casewright.check.evidence.people.pregnancies import ended_beyond_begun
from casewright.check.evidence.text.passage import Passage, having, scan, scan_near
from casewright.check.evidence.values.counted import more_than_counted
from casewright.check.evidence.values.proportions import shares_over_all
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import found
from casewright.document.reading import Reading
from casewright.patterns import lazily
from casewright.quantity.number import read_number

_K = (
    r"(?:\d{1,3}(?:,\d{3})+|\d{1,5}|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]{3,5}teen"
    r"|(?:twen|thir|for|fif)ty(?:-[a-z]{3,5})?))"
)
_WHO = (
    r"(?:patients|cases|subjects|participants|individuals|persons|people|children|adults|infants|women|men|reports"
    r"|deaths|specimens|samples|tumou?rs|lesions|eyes|nodes|animals|episodes|bottles|cultures|sets|cores|biopsies"
    r"|slides|sections|segments|criteria|joints|vertebrae|teeth|digits|fingers|toes|limbs|vessels|valves|quadrants"
    r"|patches|polyps|nodules|cysts|stones|relatives|siblings|embryos|f[oe]+tuses|pregnancies|grafts|implants|stents"
    r"|tests|assays|swabs|smears|isolates|strains)"
)
_COUNT = lazily(rf"(?<![\d.,/–-])\b(?P<n>{_K})\s(?:[a-z-]+\s){{0,4}}?{_WHO}\b", re.IGNORECASE)
_SEX = r"(?:males?|females?|men|women|boys|girls)"
_VERB = r"(?:found|showed|reported|revealed|identified|detected|observed|described)"

# `40 of those patients had been treated`: no more than the last count
_OF_THOSE = lazily(
    rf"(?<![\d.,/–-])\b(?P<k>{_K})\s(?:\([\d.]+\s?%\)\s)?of\s(?:those|these|them|whom)\b", re.IGNORECASE
)
# `a study of 20 cases found 23 cases with ...`
_FOUND = lazily(
    rf"\b(?:involving|of|includ(?:ed|ing)|in|with|examined|reviewed|analy[sz]ed|enrolled|studied)\s(?:a total of\s)?"
    rf"(?P<n>{_K})\s(?:[a-z-]+\s){{0,3}}?{_WHO}\b[^.;]{{0,60}}?\b{_VERB}\s(?:that\s)?(?:only\s)?"
    rf"(?P<k>{_K})\s(?:\([\d.]+\s?%\)\s)?(?:[a-z-]+\s){{0,2}}?(?:{_WHO}|had|were)\b",
    re.IGNORECASE,
)
# `found 37 cases. ... was the most frequent symptom (30/37)`
_OVER = lazily(r"\((?P<k>\d{1,4})\s?/\s?(?P<n>\d{1,4})\)")
_SHARED = lazily(  # `64% (58/53)`, `58/53 (64%)`
    r"(?<![\d.])\d{1,3}(?:\.\d+)?\s?%\s?[(\[](?P<k>\d{1,4})\s?(?:/|of|out of)\s?(?P<n>\d{1,4})(?=[^\d/])"
    r"|(?<![\d./])(?P<k2>\d{1,4})\s?/\s?(?P<n2>\d{1,4})\s?"
    rf"(?:(?:[a-z]+\s)?[(\[,]\s?\d{{1,3}}(?:\.\d+)?\s?%|(?:lymph\s)?{_WHO}\b)"
)
# `reported in 187% of patients`
_OVER_ALL = lazily(
    rf"(?<![\d.,])(?P<k>[1-9]\d{{2}}(?:\.\d+)?)\s?%\sof\s"
    rf"(?:the |all |these |our |such |reported |published )*(?:[a-z-]+ )?{_WHO}\b(?![’'])"
)
# `17 of the 12 patients`
_OF = lazily(
    rf"(?<![\w.,/–-])(?P<k>{_K})\s(?:\([\d.]+\s?%\)\s)?(?:{_WHO}\s)?(?:of|out of)\s(?:the\s|these\s|all\s|our\s"
    rf"|those\s|a total of\s)*"
    rf"(?P<n>{_K})\s(?:[a-z-]+\s){{0,3}}?{_WHO}\b",
    re.IGNORECASE,
)
# `of the 9 nodes removed, 11 were positive`
_AMONG = lazily(
    rf"\b(?:[Oo]f|[Aa]mong|[Oo]ut of)\s(?:the\s|these\s|those\s|all\s|our\s"
    rf"|a total of\s)*(?P<n>{_K})\s(?:[a-z-]+\s){{0,2}}?"
    rf"{_WHO}(?:\s[a-z]+){{0,4}},\s(?:only\s|as many as\s)?(?P<k>{_K})\s(?:\([\d.]+\s?%\)\s)?"
    r"(?:were|was|had|have|showed|contained|harbou?red|tested|died|survived|underwent|received|recovered|grew|yielded"
    r"|developed|required)\b"
)
# `gravida 2, para 3`: of the pregnancies that went on, no more than of all
_BIRTHS = lazily(
    rf"\b[Gg]ravida\s?(?P<n>{_K}),?\s(?:and\s)?[Pp]ara\s?(?P<k>{_K})\b|\bG(?P<n2>\d)\s?P(?P<k2>\d)(?!\d)"
    rf"|\b[Pp]ara\s?(?P<k3>{_K}),?\s(?:and\s)?[Gg]ravida\s?(?P<n3>{_K})\b"
)
_BIRTH = lazily(r"g(?:ravida|\d\s?p)")
_TPAL = 100  # `para 2103` counts term births, preterm births, abortions and living children, a digit each
_SEVERAL_BORN = lazily(r"\b(?:twins?|triplets?|quadruplets?)\b", re.IGNORECASE)
# `a stay of 12 days, including 18 days in intensive care`
_INCLUDED = lazily(
    rf"\b(?P<n>{_K})[\s-](?P<unit>day|week|month|hour)s?\b[^.;\d]{{0,50}}?\bincluding\s"
    rf"(?P<k>{_K})\s(?P=unit)s\b",
    re.IGNORECASE,
)
# `Twelve patients were male and nine were female`
_SEXES = lazily(
    rf"(?<![\d.,/–-])\b(?P<k>{_K})\s(?:{_WHO}\s)?(?:were\s|was\s)?(?P<one>{_SEX})\b\s?(?:,|and|,\sand)\s(?P<l>{_K})"
    rf"\s(?:{_WHO}\s)?(?:were\s|was\s)?(?P<two>{_SEX})\b",
    re.IGNORECASE,
)
# `18 had died of a second tumour (5 of the blood and 13 solid)`
_BRACKETED = lazily(
    rf"(?<![\d.,/–-])\b(?P<n>{_K})\s(?:[a-z-]+\s){{0,7}}?\((?P<list>{_K}\s[a-z][a-z -]{{2,40}}"
    rf"(?:(?:,\sand|,|\sand)\s{_K}\s[a-z][a-z -]{{2,40}}){{1,5}})\)",
    re.IGNORECASE,
)
# `Of 56 isolates, 43 were from wounds and 13 belonged to ...`
_SPLIT = lazily(
    rf"\b(?:of|among)\s(?:the\s|these\s|our\s|all\s|a total of\s)*(?P<n>{_K})\s(?:[a-z-]+"
    rf"\s){{0,3}}?[a-z]{{3,}}s,\s(?P<k>{_K})\s"
    rf"(?P<verb>were from|came from|belonged to|were classified|survived|died|were benign|were malignant"
    rf"|were male|were female)"
    rf"\b[^.;]{{0,60}}?\band\s(?P<l>{_K})\s(?:were from|came from|belonged to|were|survived|died|from)\b",
    re.IGNORECASE,
)
# `of the 8 relatives tested, 5 carried the variant and 6 did not`
_AND_NOT = lazily(
    rf"\b(?:[Oo]f|[Aa]mong)\s(?:the\s|these\s|our\s|all\s"
    rf"|a total of\s)*(?P<n>{_K})\s[^.;:,\d()]{{3,60}},\s(?P<k>{_K})\s"
    rf"[^.;:\d()]{{3,60}}?,?\s(?:and|but|while"
    rf"|whereas)\s(?:the other\s)?(?P<l>{_K})\s(?:\w+\s)?(?:did|were|was|had|have|has)\s"
    r"(?:not|none)\b"
)
# `five patients (single lung (n = 2), double lung (n = 3))`
_NUMBERED = lazily(
    rf"(?<![\d.,/–-])\b(?P<n>{_K})\s(?:[a-z-]+\s){{0,2}}?{_WHO}\b(?P<list>[^.;:\d]*(?:\(\s?n\s?="
    rf"\s?\d+\)[^.;:\d]*){{2,8}})",
    re.IGNORECASE,
)
_COUNTED = lazily(
    rf"\b(?:{_WHO}|died|deaths|survived|underwent|received|treated|had|were|developed)\b", re.IGNORECASE
)
_MEMBER = lazily(r"n\s?=\s?(\d+)")
_ITEM = lazily(rf"(?:\A|,\s|\band\s)({_K})\s", re.IGNORECASE)
_MEASURE = lazily(
    r"\d\s(?:years?|months?|weeks?|days?|hours?|h|min|cm|mm|m|mg|g|kg|ml|l|to|or|of|times|mm\s?hg|cells)\b|\bper\b|/",
    re.IGNORECASE,
)
_BEGIN = r"(?:\d|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thir|fif|twenty|forty)"
_ANCHORS = {
    "those": lazily(r"of (?:those|these|them|whom)\b"),
    "found": lazily(rf"found (?:that )?(?:only )?{_BEGIN}"),
    "reported": lazily(rf"ed (?:that )?(?:only )?{_BEGIN}"),
    "shared": lazily(r"/\s?\d{1,4}\s?(?:[)\]]|(?:[a-z]+\s)?[(\[,]\s?\d|[a-z]{4})"),
    "of": lazily(
        rf"of (?:the |these |all |our |those |a total of )*{_BEGIN}[a-z\d,-]*\s(?:[a-z-]+\s){{0,3}}?{_WHO}\b"
    ),
    "included": lazily(rf"including {_BEGIN}"),
    "sexes": lazily(rf"m[ae][ln]e?s?(?:,| and|, and) {_BEGIN}"),
    "bracketed": lazily(rf"\({_BEGIN}[a-z\d,-]*\s[a-z][a-z -]{{2,40}}?(?:,|\sand)\s"),
    "among": lazily(
        rf", (?:only |as many as )?{_BEGIN}[a-z\d,-]* (?:\([\d.]+ ?%\) )?(?:w[ae]|ha[dv]|showed|contained"
        rf"|harb|tested|died"
        r"|surv|underw|rec|grew|yield|dev|requ)"
    ),
    "not": lazily(
        r"(?:and|but|while|whereas) (?:the other )?[a-z\d]+ (?:\w+ )?(?:did|were|was|ha[dvs]e?) (?:not|none)\b"
    ),
    "split": lazily(rf", {_BEGIN}[a-z\d,-]* (?:were|belonged|came|survived|died)\b"),
}
_PERCENT_OF = lazily(r"%\sof\s")
_HINT = "correct one of the counts"


class CountOverWhole:
    """More people, specimens or lesions than there were to count, or groups that do not make up the whole.

    Why it is bad
        A part of 23 cannot come from a whole of 20; a figure is wrong, and the conclusion may rest on it.

    Example
        The registry held 26 cases of severe dengue, and 39 of those patients had been ventilated.

    Write instead
        The registry held 76 cases of severe dengue, and 39 of those patients had been ventilated.

    Source
        Counting. Groups are summed only where they shut one another out: both sexes, a list in brackets behind its
        whole, sources, `n =`. `All` of some things are held to the one count of
        them told before, where no others are told between.
    """

    code: ClassVar[str] = "CW233"
    name: ClassVar[str] = "count-over-whole"
    severity: ClassVar[Severity] = "warning"

    def check(self, reading: Reading) -> Iterator[Finding]:
        yield from self._pregnancies(reading)
        for passage, match in self._pairs(reading):
            part, whole = _value(match["k"]), _value(match["n"])
            if part > whole > 1:
                yield self._more(reading, passage, part, whole)
        for passage, match in scan_near(reading, _ANCHORS["those"], _OF_THOSE, 30):
            whole = _counted_last(match.string, match.start())
            if _value(match["k"]) > whole > 1:
                yield self._more(reading, passage, _value(match["k"]), whole)
        for passage, match in scan_near(reading, _ANCHORS["sexes"], _SEXES, 50, 60):
            told = _told(match.string[max(0, match.start() - 300) : match.start()])
            women = [match[name].lower()[0] in "fwg" for name in ("one", "two")]
            parts = [_value(match[name]) for name in "kl"]
            whole = max(told, default=0)
            wrong = sum(parts) > whole or (sum(parts) < whole and set(told) == {whole})
            if (
                wrong
                and women[0] != women[1]
                and whole > max(parts)
                and not _prints(reading, passage, sum(parts))
            ):
                yield self._sum(reading, passage, parts, whole)
        yield from self._shares(reading)
        yield from self._lists(reading)
        for counted in more_than_counted(reading):
            message = f"`{counted.words}`, and `{counted.told}` were told before"
            yield found(self, reading, counted.all, message, _HINT, [counted.before])
        for passage, match in scan_near(reading, _PERCENT_OF, _OVER_ALL, 12, 70):
            if float(match["k"]) > 100:
                message = f"{match['k']}% are more than all"
                yield found(self, reading, passage, message, "correct the percentage")
        for each in shares_over_all(reading):
            yield found(self, reading, each.place, each.why, "correct the percentage")

    def _pairs(self, reading: Reading) -> Iterator[tuple[Passage, re.Match[str]]]:
        yield from scan_near(reading, _ANCHORS["included"], _INCLUDED, 80, 30)
        yield from scan_near(reading, _ANCHORS["among"], _AMONG, 110, 30)
        for passage, match in scan_near(reading, _ANCHORS["of"], _OF, 50, 60):
            million = re.match(r"\s(?:million|thousand|hundred)", match.string[match.end("n") :][:10])
            if not million and not 1900 <= _value(match["k"]) <= 2100:  # `in 2010 of 14 patients`
                yield passage, match
        yield from scan_near(reading, _ANCHORS["found"], _FOUND, 140, 60)
        yield from scan_near(reading, _ANCHORS["reported"], _FOUND, 140, 60)
        for passage, match in scan(reading, _OVER, "("):
            if int(match["n"]) in _told(match.string[: match.start()]):
                yield passage, match

    def _shares(self, reading: Reading) -> Iterator[Finding]:
        """Counts with their percentage, which make a share of the two numbers, and births of pregnancies."""
        shares = scan_near(reading, _ANCHORS["shared"], _SHARED, 12, 24)
        for passage, match in (*shares, *scan(reading, _BIRTHS, among=having(reading, _BIRTH))):
            said = match.groupdict()
            part, whole = (
                _value(said[name] or said[f"{name}2"] or said.get(f"{name}3") or "0") for name in "kn"
            )
            if part > whole > 0 and not _is_parity(match, part):
                yield self._more(reading, passage, part, whole)

    def _lists(self, reading: Reading) -> Iterator[Finding]:
        """Lists whose members make up the whole."""
        for passage, match in scan_near(reading, _ANCHORS["bracketed"], _BRACKETED, 110, 220):
            parts = [_value(each) for each in _ITEM.findall(match["list"])]
            counted = not _MEASURE.search(match["list"]) and _COUNTED.search(match[0][: -len(match["list"])])
            if (
                counted
                and len(parts) > 1
                and sum(parts) != _value(match["n"]) > 1
                and not _prints(reading, passage, sum(parts))
            ):
                yield self._sum(reading, passage, parts, _value(match["n"]))
        for passage, match in (
            *scan_near(reading, _ANCHORS["split"], _SPLIT, 90, 160),
            *scan_near(
                reading, _ANCHORS["not"], _AND_NOT, 180, 30, starts=("and ", "but ", "while ", "whereas ")
            ),
        ):
            parts = [_value(match[name]) for name in "kl"]
            if sum(parts) > _value(match["n"]) and not _prints(reading, passage, sum(parts)):
                yield self._sum(reading, passage, parts, _value(match["n"]))
        for passage, match in scan(reading, _NUMBERED, "n =", "n="):
            parts = [int(each) for each in _MEMBER.findall(match["list"])]
            whole = _told(match[0])[-1]
            if sum(parts) > whole > 1:
                yield self._sum(reading, passage, parts, whole)

    def _pregnancies(self, reading: Reading) -> Iterator[Finding]:
        """Pregnancies that ended against all that there were."""
        for passage, ended, whole in ended_beyond_begun(reading):
            message = f"{ended} pregnancies ended, and there were {whole}"
            yield found(self, reading, passage, message, _HINT)

    def _more(self, reading: Reading, passage: Passage, part: int, whole: int) -> Finding:
        message = f"{part} of {whole} is a part larger than its whole"
        return found(self, reading, passage, message, _HINT)

    def _sum(self, reading: Reading, passage: Passage, parts: list[int], whole: int) -> Finding:
        message = f"{' and '.join(map(str, parts))} add up to {sum(parts)}, not {whole}"
        return found(self, reading, passage, message, _HINT)


def _is_parity(match: re.Match[str], part: int) -> bool:
    """Whether a count of births may exceed the pregnancies: four digits in one, or twins."""
    births = match[0][:1] in "gGpP"
    return births and (part >= _TPAL or _SEVERAL_BORN.search(match.string) is not None)


def _counted_last(text: str, start: int) -> int:
    """How many `them` may be: the last count told, and in a new sentence any that was told before; 0 for none."""
    told = _told(text[max(0, start - 160) : start])
    if told and not text[:start].rstrip().endswith((".", "!", "?")):
        return told[-1]
    sentences = text[max(0, start - 600) : start].split(". ")
    return max((sum(_told(each)) for each in sentences), default=0) if told else 0


def _told(text: str) -> list[int]:
    """The counts of people or specimens that a stretch of text tells, in order."""
    return [value for match in _COUNT.finditer(text) if (value := _value(match["n"]))]


def _value(text: str) -> int:
    number = read_number(text.lower().replace(",", ""))
    return int(number.value) if number else 0


def _prints(reading: Reading, passage: Passage, total: int) -> bool:
    """Whether the sentence names a sum itself: then that is the whole that is meant."""
    sentence = reading.sentences[reading.sentence_at(passage.block, passage.start)]
    text = reading.blocks[passage.block][1].text
    return re.search(rf"(?<![\d.,]){total}(?![\d,]|\.\d)", text[sentence.start : sentence.end]) is not None
