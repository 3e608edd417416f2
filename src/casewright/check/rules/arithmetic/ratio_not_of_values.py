"""CW235."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import ClassVar

from casewright.check.evidence.text.passage import scan, scan_around, scan_near
from casewright.check.evidence.values.fractions import misfitting_portions
from casewright.check.evidence.values.multiples import false_multiples
from casewright.check.evidence.values.oxygenation import misfits
from casewright.check.evidence.values.values import Span, printed, single, span_of, together
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import found
from casewright.document.reading import Reading
from casewright.patterns import lazily
from casewright.quantity.model import Number

_N = r"\d{1,5}(?:\.\d{1,4})?"
_NAME = r"[A-Za-zκλ][A-Za-z0-9κλ]{1,8}"
_NAMED = lazily(  # `CD4:CD8 ratio of 0.33`, `PaO2/FiO2 ratio was 210`
    rf"(?<![\w/])(?P<a>{_NAME})\s?[/:]\s?(?P<b>{_NAME})(?:\sratio)?(?:\s\([^()]{{1,12}}\))?"
    rf"(?:\sof|\swas|\sis|:|\s?=)?\s(?:only\s|about\s)?(?P<ratio>{_N})(?![\d.,]*\d|\s?[-–/%]|:)"
)
_NAMED_ANCHOR = lazily(r"ratio(?<=[\s(]ratio)\b")
_WORKED = lazily(
    rf"(?<![\d./])\b(?P<ratio>{_N})\s?\((?P<a>{_N})\s?/\s?(?P<b>0\.\d{{1,2}})\)"
)  # `382 (153/0.4)`
_WORKED_ANCHOR = lazily(r"/\s?0\.\d{1,2}\)")
_RISK = lazily(  # `1.1% versus 1.7%, relative risk 0.65`
    rf"(?<![\d.])(?P<a>{_N})\s?%\s(?:versus|vs\.?)\s(?P<b>{_N})\s?%[^.;()\d]{{0,25}}[,;(]\s?(?:relative risk"
    rf"|risk ratio|RR)"
    rf"(?:\s?\(RR\))?(?:\sof|:|,|\s?=)?\s(?P<ratio>{_N})(?![\d.]*\d|%)"
)
_SPLIT = lazily(r"\bratio\b[^.;]{0,60}?\b(?P<a>[1-9]0)\s?:\s?(?P<b>[1-9]0)\b(?!\s?:)", re.IGNORECASE)
_IN_PARTS = lazily(  # `in a proportion of 40-40-20`
    r"\b(?:ratio|proportion)s? (?:of |is |was )?(?P<parts>[1-9][05](?:\s?[-–:/]\s?[1-9][05]){2,3})\b"
    r"(?!\s?[-–:/%.]\s?\d)",
    re.IGNORECASE,
)
_SPECIMENS = {
    "marrow": lazily(r"\b(?:BM|bone marrow)\b", re.IGNORECASE),
    "lavage": lazily(r"\b(?:BALF?|lavage)\b", re.IGNORECASE),
    "liquor": lazily(r"\b(?:CSF|cerebrospinal)\b", re.IGNORECASE),
    "effusion": lazily(r"\b(?:effusion|pleural|ascit\w+|peritoneal|synovial)\b", re.IGNORECASE),
    "tissue": lazily(r"\b(?:biops\w+|lymph node|lesion|tumou?r)\b", re.IGNORECASE),
}
_TO_GLOBULIN = lazily(
    r"(?:[Aa]lbumin[- ]?(?:/|to[- ])[- ]?globulin|A/G) ratio(?:\s\(A/G\))?(?:\sof|\swas|:)?\s(?P<ratio>\d\.\d{1,2})\b"
)
_LOOSELY = Fraction(10, 100)
_PARTS_ANCHOR = lazily(r"(?:ratio|proportion)s? (?:of |is |was )?[1-9][05]\s?[-–:/]")
_ALL, _SLIP = 100, 20  # what parts in tens and fives make up, and by how much a slip of one of them misses it
_HINT = "correct the ratio or one of its values"


class RatioNotOfValues:
    """A ratio that the two values printed with it do not give.

    Why it is bad
        The grade of a disease is read from the ratio; one of the three figures is wrong.

    Example
        The CD4 count was 120 and the CD8 count 480, with a CD4/CD8 ratio of 0.52.

    Write instead
        The CD4 count was 120 and the CD8 count 480, with a CD4/CD8 ratio of 0.25.

    Source
        Division, all figures held to their rounding and a fiftieth allowed. Both values must stand in the paragraph of
        the ratio under the names it bears; where one is printed twice, any pair may give it. A split in tens, `70:30`,
        makes one hundred. The ratio of arterial oxygen to its inspired share is reckoned in mmHg and in kPa, a
        twentieth allowed (about 15% where it is told roundly). A multiple of the upper limit is held to the printed
        limit, give or take a third, and to that of the ABIM Laboratory Test Reference Ranges three times wide.
    """

    code: ClassVar[str] = "CW235"
    name: ClassVar[str] = "ratio-not-of-values"
    severity: ClassVar[Severity] = "warning"

    def check(self, reading: Reading) -> Iterator[Finding]:
        for passage, match in scan_near(reading, _NAMED_ANCHOR, _NAMED, 40, 40, starts=("ratio",)):
            if "ratio" not in match.string[max(0, match.start() - 30) : match.end()].lower():
                continue
            if "O2" in match["b"]:
                continue  # its pressure may be in another unit
            sides = [_values(match.string, match, match[name]) for name in "ab"]
            both = _told_together(match.string, match)
            pairs = (
                [both] if both else [(one, other) for one in sides[0] for other in sides[1] if other.value]
            )
            if pairs and not any(_gives(one, other, _number(match["ratio"])) for one, other in pairs):
                one, other = pairs[-1]
                message = f"{one.text} over {other.text} is not {match['ratio']}, the printed {match['a']}/{match['b']}"
                yield found(self, reading, passage, message, _HINT)
        for each in misfits(reading):
            middle = float(each.expected.low + each.expected.high) / 2
            message = f"{printed(each.pressure)} over {each.inspired} is {middle:.0f} mmHg, not {each.ratio}"
            yield found(self, reading, each.at, message, _HINT, [each.pressure])
        yield from self._of_globulin(reading)
        for multiple in false_multiples(reading):
            times = f"{float(multiple.times):.2g} times the upper limit"
            message = f"{printed(multiple.value)} is {times}, not {multiple.told}"
            yield found(self, reading, multiple.at, message, _HINT, [multiple.value])
        for each_part in misfitting_portions(reading):
            message = f"{each_part.part} is not {each_part.fraction} of {each_part.whole}"
            yield found(self, reading, each_part.place, message, "correct the fraction or one of the doses")
        risks = scan(reading, _RISK, "relative risk", "risk ratio", "rr ")
        for passage, match in (*scan_near(reading, _WORKED_ANCHOR, _WORKED, 24), *risks):
            one, other, ratio = (_number(match[name]) for name in ("a", "b", "ratio"))
            if other.value and not _gives(one, other, ratio):
                exact = float(one.value / other.value)
                message = f"{one.text}/{other.text} is {exact:.4g}, not {ratio.text}"
                yield found(self, reading, passage, message, _HINT)
        for passage, match in scan_near(reading, _NAMED_ANCHOR, _SPLIT, 6, 90, starts=("ratio",)):
            first, second = int(match["a"]), int(match["b"])
            if 100 < first + second <= 130 and first % second and second % first:
                message = f"shares of {first} and {second} are together {first + second}, not 100"
                yield found(self, reading, passage, message, "correct one of the shares")

        for passage, match in scan_near(
            reading, _PARTS_ANCHOR, _IN_PARTS, 2, 30, starts=("ratio", "proportion")
        ):
            parts = [int(each) for each in re.findall(r"\d+", match["parts"])]
            if sum(parts) != _ALL and abs(sum(parts) - _ALL) <= _SLIP:
                message = f"the parts {match['parts']} are together {sum(parts)}, not 100"
                yield found(self, reading, passage, message, "correct one of the parts")

    def _of_globulin(self, reading: Reading) -> Iterator[Finding]:
        """Ratios of albumin to globulin, which is what is left of the total protein."""
        groups = together(reading, {"albumin", "protein_total"})
        for passage, match in scan_around(reading, _TO_GLOBULIN, 24, 50, "globulin ratio", "a/g ratio"):
            index = reading.sentence_at(passage.block, passage.start)
            for group in groups:
                if len(group) != 2 or any(each.sentence != index for each in group.values()):
                    continue
                albumin, total = (single(group[key]) for key in ("albumin", "protein_total"))
                if (
                    albumin is None
                    or total is None
                    or group["albumin"].quantity.unit != group["protein_total"].quantity.unit
                ):
                    continue
                rest = span_of(total) - span_of(albumin)
                if rest.low <= 0 or span_of(albumin).over(rest).meets(
                    span_of(_number(match["ratio"])).widened(_LOOSELY)
                ):
                    continue
                message = (
                    f"{albumin.text} of {total.text} is not an albumin/globulin ratio of {match['ratio']}"
                )
                yield found(self, reading, passage, message, _HINT, list(group.values()))


def _told_together(text: str, ratio: re.Match[str]) -> tuple[Number, Number] | None:
    """The values of both names where they are told in turn: `PAC and PRA were 24 ng/dL and 0.8 ng/mL/h`."""
    pattern = re.compile(
        rf"(?<![\w/:]){re.escape(ratio['a'])}\s(?:and|&)\s{re.escape(ratio['b'])}\s(?:[a-z]+\s){{1,3}}"
        rf"(?P<a>{_N})\s?(?:[^\s\d,;()]{{1,12}}\s)?and\s(?P<b>{_N})(?![\d.,]*\d)"
    )
    found_here = pattern.search(text)
    return (_number(found_here["a"]), _number(found_here["b"])) if found_here else None


def _specimens(text: str, start: int, end: int) -> set[str]:
    """What was examined, by the words of the sentence around some characters: marrow, liquor, blood."""
    first, last = text.rfind(". ", 0, start) + 1, text.find(". ", end)
    said = text[first : last if last >= 0 else len(text)]
    return {each for each, words in _SPECIMENS.items() if words.search(said)}


def _values(text: str, ratio: re.Match[str], name: str) -> list[Number]:
    """The values printed behind a name in the paragraph of a ratio, outside the ratio itself."""
    pattern = re.compile(
        rf"(?<![\w/:]){re.escape(name)}\+?(?![\w/]|\s?[:/]\s?[A-Za-z]|\sratio)[^.;,\d/]{{0,22}}?(?P<n>{_N})"
        rf"(?![\d.,]*\d|\s?[-–]\s?\d)"
    )
    here = _specimens(text, ratio.start(), ratio.end())
    return [
        _number(match["n"])
        for match in pattern.finditer(text)
        if (match.end() <= ratio.start() or match.start() >= ratio.end())
        and here <= _specimens(text, match.start(), match.end())
    ]


def _gives(one: Number, other: Number, ratio: Number) -> bool:
    """Whether a quotient is the printed ratio, a percentage below taken for its share of one."""
    stated = span_of(ratio).widened(Fraction(2, 100))
    divisor = span_of(other)
    if divisor.low <= 0:
        return True
    quotient = span_of(one).over(divisor)
    hundred = Span(quotient.low * 100, quotient.high * 100)
    return quotient.meets(stated) or hundred.meets(stated)


def _number(text: str) -> Number:
    return Number(text, Decimal(text))
