"""CW203."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import ClassVar

from casewright.check.evidence.text.around import vocabulary
from casewright.check.evidence.text.passage import Passage, having, scan, scan_around, scan_near
from casewright.check.evidence.values.parted import misfitting_groups
from casewright.check.evidence.values.remaining import misfitting_rests
from casewright.check.evidence.values.totals import over_whole, totals
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import found
from casewright.document.reading import Reading
from casewright.patterns import lazily
from casewright.quantity.number import SPELLED, read_number

_COUNT = rf"\d{{1,5}}|{SPELLED}"
_WHAT = (
    r"(?:patients|cases|subjects|participants|individuals|persons|people|children|adults|infants|siblings)"
)
_MEN, _WOMEN = r"(?:men|males?|boys)", r"(?:women|females?|girls)"
_SHARE = r"(?:\s*\([\d.,\s%]+\))?"
_BOTH_SEXES = lazily(rf"(?:men|male|males|boys|women|female|females|girls){_SHARE}\s*(?:,|and|/)")
_SEXES = lazily(
    rf"(?<![\d.,/-])\b(?P<whole>{_COUNT})\s+(?:[a-z-]+\s+){{0,2}}?{_WHAT}(?:\s(?:in|of|from)\s(?:the|this|our|that)\s[a-z]+)?\s*[(:,;–-]?\s*"
    rf"(?:(?:of whom|of which|of them|including|comprising|consisting of|there were|were|with)\s+){{0,2}}"
    rf"(?P<first>{_COUNT})\s+(?:were\s+)?(?:{_MEN}{_SHARE}\s*(?:,|and|/"
    rf"|, and)\s*(?P<women>{_COUNT})\s+(?:were\s+)?{_WOMEN}"
    rf"|{_WOMEN}{_SHARE}\s*(?:,|and|/|, and)\s*(?P<men>{_COUNT})\s+(?:were\s+)?{_MEN})\b",
    re.IGNORECASE,
)
_SEXES_FIRST = lazily(
    rf"(?<![\d.,/-])\b(?P<first>{_COUNT})\s+(?:{_MEN}{_SHARE}\s*(?:,|and)\s*(?P<women>{_COUNT})\s+{_WOMEN}"
    rf"|{_WOMEN}{_SHARE}\s*(?:,|and)\s*(?P<men>{_COUNT})\s+{_MEN}){_SHARE}\s+(?:among|of|in)\s+(?:the|these|all"
    rf"|our)\s+"
    rf"(?P<whole>{_COUNT})\s+{_WHAT}\b",
    re.IGNORECASE,
)
_AMOUNT = r"(?:\d{1,3}(?:,\d{3})+|\d+(?:[.,]\d+)?)"
_UNIT = r"(?:mL|ml|L|mg|g|kg|cm|mm|min|minutes|hours|h|days|d|weeks|wk|months|mo|years)"
_LIST = lazily(
    rf"\b(?P<whole>{_AMOUNT})\s?(?P<unit>{_UNIT})(?:\sof\s[a-z]{{3,15}}(?:\s[a-z]{{3,12}})?)?(?:\s(?:was|were)\s[a-z]+)?"
    rf"\s?(?::|, of which|, that is,)\s?(?P<parts>{_AMOUNT}\s?(?P=unit)\b"
    rf"(?:[^.;:()\d]{{1,40}}?\b(?:and\s+)?{_AMOUNT}\s?(?P=unit)\b){{1,5}})(?!\s*(?:or|to|-|–)\b)"
)

_COLON = lazily(r":\s?\d")

_WHERE = r"(?:[a-z]{4,}s\s)?(?:in|at|from|around|on|along|near|above|below|of|during|before|after)"
# `One of 9 lymph nodes was positive (2 in the ligament, 9 around the artery)`
_PLACES = lazily(
    rf"\b(?:(?P<some>{_COUNT})\s(?:of|out of|/)\s(?:the\s)?)?(?P<whole>{_COUNT})\s(?:[a-z-]+\s){{0,2}}?"
    r"(?:lymph nodes|nodes|lesions|tumou?rs|polyps|nodules|metastases|units|stents|implants|biopsies|fractures|cysts"
    r"|stones|ulcers|masses|abscesses|aneurysms|coils|clips|drains|sutures|bags|packs|bottles|doses|vials|ampoules"
    r"|trocars|ports|incisions|screws|plates|grafts|seizures|episodes|attacks|sessions|operations|surgeries|cycles"
    r"|specimens|samples|teeth|vertebrae|ribs)\b"
    rf"[^.;:()\d]{{0,50}}?(?P<open>\(|:\s|\s[–—-]\s)(?P<parts>(?:{_COUNT})\s{_WHERE}\s[^().:\d,;]{{2,40}}?"
    rf"(?:(?:,|;|\sand|,\sand)\s(?:{_COUNT})\s{_WHERE}\s[^().:\d,;]{{2,40}}?){{1,5}})(?:\)|(?=[.;]))",
    re.IGNORECASE,
)
_OPENING = ("(", ": ", " – ", " — ")
_PLACES_ANCHOR = lazily(rf"(?:\(|:\s|\s[–—-]\s)(?:{_COUNT})\s{_WHERE}\s")
_PLACED = lazily(rf"(?<![\w-])({_COUNT})\s{_WHERE}\s", re.IGNORECASE)
# `14 nodes were removed: six from the left and eight from the right`, `three children, two daughters and a son`
_ON = r"(?:in|at|from|on|along|of)\s(?:the\s|her\s|his\s)?"
_SIDES = lazily(
    rf"(?<![\w.,/-])(?P<whole>{_COUNT})\s(?:[a-z-]+\s){{0,2}}?[a-z]{{3,}}s(?:\s(?:were|was|had been)\s[a-z]+)?"
    r"\s?[:,;–(]\s?"
    rf"(?P<a>{_COUNT})\s{_ON}(?P<one>left|right)\b[^.;:()\d,]{{0,25}}?,?\sand\s"
    rf"(?P<b>{_COUNT})\s{_ON}(?P<two>left|right)\b",
    re.IGNORECASE,
)
_SIDE = lazily(rf"and (?:{_COUNT})\s{_ON}(?:left|right)")
_KIN = lazily(
    rf"(?<![\w.,/-])(?P<whole>{_COUNT})\s(?:[a-z-]+\s){{0,2}}?(?:children|siblings)\s?(?:,|:|\()\s?"
    rf"(?P<a>{_COUNT}|a)\s(?P<one>daughters?|sons?|brothers?|sisters?|girls?|boys?)\sand\s"
    rf"(?P<b>{_COUNT}|a)\s(?P<two>daughters?|sons?|brothers?|sisters?|girls?|boys?)\b(?!,?\s(?:and|who)\b)",
    re.IGNORECASE,
)
# `a girl of 1820 g ... a boy of 1960 g. Together they weighed 3870 g`
_TOGETHER = lazily(
    r"\b[Tt]ogether,? (?:they|the \w+) (?:weighed|measured|were) (?P<whole>\d+(?:\.\d+)?)\s?(?P<unit>kg|g|mL|ml|cm)\b"
)
# `52 of 80 patients (65.0%) had a tumour, made up of 20 cancers and 32 adenomas`
_COMPOSED = lazily(
    rf"\b(?:made up of|consisting of|comprising|composed of|namely|that is,?|i\.e\.,?)\s"
    rf"(?P<list>(?:{_COUNT})\s[a-z][a-z -]{{2,40}}?"
    rf"(?:(?:,\sand|,|\sand)\s(?:{_COUNT})\s[a-z][a-z -]{{2,40}}?){{1,5}})(?=[.;,:()\[\^]|\Z)"
)
_COMPOSED_SIGN = lazily(
    r"(?:made up|consisting|composed) of \w|comprising \w|namely \w|that is,? \w|i\.e\.,? \w"
)
_COMPOSING = ("made up of", "consisting of", "composed of", "comprising", "namely", "that is", "i.e.")
_ITEM = lazily(rf"(?:\A|,\s|\band\s)({_COUNT})\s([a-z-]+)", re.IGNORECASE)
_LENGTH = r"(?:year|month|week|day|hour|minute)s?\b"
_TOLD = lazily(rf"(?<![\d.,/–-])\b({_COUNT})\b(?![.,]\d|\s?%|[\s-]{_LENGTH})", re.IGNORECASE)
_LASTING = lazily(rf"\w+-{_LENGTH}")  # `two three-week phases`
_MEASURES = (
    "days",
    "weeks",
    "months",
    "years",
    "hours",
    "minutes",
    "mg",
    "g",
    "ml",
    "cm",
    "mm",
    "h",
    "min",
    "of",
    "times",
)


class PartsNotOfWhole:
    """Parts that do not add up to the whole they are parts of.

    Why it is bad
        A person or an amount is missing or counted twice; one of the figures is wrong.

    Example
        We found 48 patients: 29 men and 17 women.

    Write instead
        We found 48 patients: 29 men and 19 women.

    Source
        Addition; only where the parts are all of the whole by their words (both sexes, both sides, or a list after
        a colon).
    """

    code: ClassVar[str] = "CW203"
    name: ClassVar[str] = "parts-not-of-whole"
    severity: ClassVar[Severity] = "error"

    def check(self, reading: Reading) -> Iterator[Finding]:
        both = having(reading, _BOTH_SEXES, "male", "women", "girls")
        first, last = (
            scan(reading, pattern, "male", "women", "girls", among=both) for pattern in (_SEXES, _SEXES_FIRST)
        )
        for passage, match in (*first, *last):
            parts = (match["first"], match["women"] or match["men"])
            yield from self._summed(reading, passage, match["whole"], parts)
        told: set[tuple[int, int]] = set()
        two_sides = {"left", "right"} <= reading.once(vocabulary)
        for passage, match in (
            *(scan_near(reading, _SIDE, _SIDES, 150, 2, starts=("and ",)) if two_sides else ()),
            *scan_around(reading, _KIN, 40, 90, "children", "siblings"),
        ):
            if match["one"].lower().rstrip("s") != match["two"].lower().rstrip("s"):
                told.add((passage.block, passage.start))
                counts = tuple("one" if match[each].lower() == "a" else match[each] for each in "ab")
                yield from self._summed(reading, passage, match["whole"], counts, "", "warning")
        for passage, match in scan_near(reading, _PLACES_ANCHOR, _PLACES, 130, 260, starts=_OPENING):
            parts = tuple(_PLACED.findall(match["parts"]))
            if (passage.block, passage.start) in told:
                continue
            if match["some"] is None or sum(map(_value, parts)) != _value(match["some"]):
                yield from self._summed(reading, passage, match["whole"], parts, "", "warning")
        for passage, match in scan(reading, _TOGETHER, "together"):
            amounts = re.findall(
                rf"(?<![\d.])(\d+(?:\.\d+)?)\s?{match['unit']}\b", match.string[: match.start()][-260:]
            )
            if len(amounts) == 2:
                yield from self._summed(
                    reading, passage, match["whole"], tuple(amounts), f" {match['unit']}", "warning"
                )
        for total in (*totals(reading), *over_whole(reading), *misfitting_groups(reading)):
            yield from self._summed(reading, total.place, total.whole, total.parts, "", "warning")
        yield from self._composed(reading)
        for left in misfitting_rests(reading):
            taken = " and ".join(left.parts)
            message = f"{left.whole} less {taken} does not leave {left.rest}"
            yield found(
                self, reading, left.place, message, "correct the whole or one of its parts", (), "warning"
            )
        for passage, match in (
            *scan_near(reading, _COLON, _LIST, 75, 300),
            *scan_around(reading, _LIST, 20, 310, ", of which", ", that is,"),
        ):
            if _is_share_of(match["parts"]):
                parts = tuple(re.findall(rf"({_AMOUNT})\s?{match['unit']}\b", match["parts"]))
                yield from self._summed(
                    reading, passage, match["whole"], parts, f" {match['unit']}", "warning"
                )

    def _composed(self, reading: Reading) -> Iterator[Finding]:
        """A count of people or things and what it is made up of: the parts make any number told before them."""
        for passage, match in scan_near(reading, _COMPOSED_SIGN, _COMPOSED, 2, 260, *_COMPOSING):
            items = _ITEM.findall(match["list"])
            start = max(0, passage.start - 160)
            told = _TOLD.findall(match.string, start, passage.start)
            total = sum((_value(count) for count, _ in items), Decimal(0))
            wholes = [value for each in told if (value := _value(each)) > 1 and value < 1900]
            measured = any(word in _MEASURES or _LASTING.match(word) for _, word in items)
            if len(items) < 2 or not wholes or measured:
                continue
            if total not in wholes and max(_value(count) for count, _ in items) < max(wholes):
                whole = min(wholes, key=lambda value: abs(value - total))
                parts = tuple(count for count, _ in items)
                yield from self._summed(reading, passage, str(whole), parts, "", "warning")

    def _summed(
        self,
        reading: Reading,
        passage: Passage,
        whole: str,
        parts: tuple[str, ...],
        unit: str = "",
        severity: Severity = "error",
    ) -> Iterator[Finding]:
        total = sum((_value(part) for part in parts), Decimal(0))
        if total != _value(whole):
            message = f"{' and '.join(parts)}{unit} add up to {total}{unit}, not {whole}{unit}"
            yield found(
                self, reading, passage, message, "correct the whole or one of its parts", (), severity
            )


def _value(text: str) -> Decimal:
    number = read_number(text)
    return number.value if number else Decimal(0)


def _is_share_of(parts: str) -> bool:
    """Whether a list after an amount names places or kinds for each part, as the parts of a whole do."""
    return not re.search(
        r"×|x|±|/|\b(?:every|daily|per|before|after|then|range|followed)\b", parts, re.IGNORECASE
    )
