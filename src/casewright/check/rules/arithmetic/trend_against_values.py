"""CW229."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import ClassVar

from casewright.check.evidence.around import vocabulary
from casewright.check.evidence.parts import part_at
from casewright.check.evidence.passage import scan_near
from casewright.check.evidence.values import printed, same, single, span_of
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import found
from casewright.document.mentions.model import QuantityMention
from casewright.document.mentions.wordset import words
from casewright.document.reading import Reading
from casewright.patterns import lazily
from casewright.quantity.analytes import ANALYTES
from casewright.quantity.convert import ConversionError

_UP = (
    r"increas(?:ed|es|ing|e)|rose|risen|rising|rises?|climb(?:ed|ing|s)?|elevated|went up|enlarged|grew|grown"
)
_DOWN = (
    r"decreas(?:ed|es|ing|e)|fell|fallen|falling|falls?|dropp(?:ed|ing)|drops?|declin(?:ed|es|ing|e)|reduc(?:ed|tion)"
    r"|went down|diminish(?:ed|ing)|shr[aiu]nk|shrinking|regress(?:ed|ion(?= (?:of|in) ))|tapered"
)
_TO = lazily(
    rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN})|(?P<better>improv(?:ed|es|ing|ement)|recovered))\b[^.;:()\d]{{0,25}}?"
    r"\bto\b[^.;:()\d]{0,12}\Z",
    re.IGNORECASE,
)
# `rose from 9.4 × 10^9/L to 1.2 × 10^9/L`: the first of the two is the value before
_BEGUN = lazily(
    rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\b[^.;:()\d]{{0,25}}?\sfrom\s\d[^;()]{{1,20}}\sto\s\Z",
    re.IGNORECASE,
)
# `This was a drop from a recent haemoglobin of 12 g/dL`
_FROM = lazily(
    r"\b(?:(?P<up>rise|increase|improvement)|(?P<down>drop|fall|decrease|decline))\sfrom\s[^.;:()\d]{0,45}\Z"
)
_N = r"\d+(?:\.\d+)?"
_UNIT = r"\s?(?:%|°\s?C|[a-zA-Zµμ]{1,5}(?:/[a-zA-Zµμ]{1,4}\d?)?)?"
_AT = r"(?:\s(?:on|at)\s(?:admission|presentation|baseline|day\s\d{1,2}))?"
_SIGN = lazily(r"from \d")
_FROM_TO = lazily(
    rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\b[^.;:()\d]{{0,40}}?(?:\([A-Za-z][A-Za-z -]{{1,20}})?"
    rf"[\s(]from\s(?P<a>{_N})(?P<ua>{_UNIT}){_AT}\sto\s"
    rf"(?P<b>{_N})(?P<ub>{_UNIT})(?![\d.,]*\d|\w|/|\s?[×x]\s?\d)",
    re.IGNORECASE,
)
_SPREAD = lazily(r"\b(?:rang|var(?:y|i)|differ)")  # `decreased depths ranging from 1 to 6 mm`: no change
_GOES_ON = lazily(  # what may stand before the word of change, where it is of the value told last
    r"(?:[,;(–—-]|\b(?:and|which|that|it|then|later|subsequently|finally|gradually|rapidly|slowly|had|has|was|were|but|again"
    r"|further|levels?|values?|counts?|titers?|before|admission|day|days|weeks?|months?|hours?)"
    r"|\d)\s*\Z"
)
_BRACKETED = lazily(r"\((?:[a-z]+ ){0,3}?(?:baseline|from|previously|before)\b(?: [a-z]+){0,3} \Z")
_JOINED = lazily(r",?\s(?:and\s)?")
_ASIDE = lazily(r"\([^()]{0,40}\)")
_THIS = lazily(r"\b(?:[Tt]his|the) (?:value|level|figure|number|count)\b")
_BETTER = lazily(  # `the ejection fraction improved from 30% to 25%`
    r"\b(?:(?P<more>ejection fraction|LVEF|EF|SpO2|saturation|GCS|Coma Scale(?: score)?|ha?emoglobin"
    r"|platelet count|thrombocytopenia|ana?emia)"
    r"|(?P<less>creatinine|CRP|C-reactive protein|bilirubin|lactate|pain(?: score)?|VAS(?: score)?|mRS|NIHSS"
    r"(?: score)?))\b"
    rf"[^.;:()\d]{{0,25}}?\b(?P<word>improv(?:ed|es|ing)|recovered|worsened|deteriorated)\s(?:markedly\s|slowly"
    rf"\s)?from\s(?P<a>{_N})(?P<ua>{_UNIT})"
    rf"\sto\s(?P<b>{_N})(?P<ub>{_UNIT})(?![\d.,]*\d|\w|/|\s?[×x]\s?\d)"
)
_EXTREMES = words("peak peaked peaking peaks maximum highest nadir lowest minimum")
_EXTREME = lazily(
    r"\b(?:(?P<most>peak(?:ed|ing|s)?|maximum|highest)|(?P<least>nadir|lowest|minimum))\b[^.;:()\d]{0,25}\Z",
    re.IGNORECASE,
)
_BEFORE = lazily(
    rf"\b(?:had(?!\s(?:also\s|then\s|further\s|now\s)?(?:{_UP}|{_DOWN})\b)|previously|prior|before|initially"
    r"|baseline|at first|earlier|ago)\b",
    re.IGNORECASE,
)
_UPWARD = {  # what improves when it rises
    "ejection_fraction", "oxygen_saturation", "gcs", "hemoglobin", "hematocrit", "platelets", "albumin", "egfr", "po2",
    "mmse", "urine_output",
}  # fmt: skip
_DOWNWARD = {
    "creatinine", "crp", "bilirubin_total", "bilirubin_direct", "lactate", "procalcitonin", "urea", "urea_nitrogen",
    "alt", "ast", "ldh", "ck", "troponin", "d_dimer", "esr", "nihss", "pain_score", "inr",
}  # fmt: skip
_HINT = "correct one of the two values or the word"


class TrendAgainstValues:
    """A value that rose to less, or fell to more, than the value told before it.

    Why it is bad
        The course of a value shows whether treatment worked; a digit or the word is wrong.

    Example
        Creatinine was 2.4 mg/dL on admission. On day 3 creatinine increased to 1.8 mg/dL.

    Write instead
        Creatinine was 2.4 mg/dL on admission. On day 3 creatinine increased to 3.8 mg/dL.

    Source
        The order of numbers, held to their rounding. A value is compared with the last one told of the same measure; an
        improvement only where better is known to be more or less. Doses are left alone.
    """

    code: ClassVar[str] = "CW229"
    name: ClassVar[str] = "trend-against-values"
    severity: ClassVar[Severity] = "warning"

    def check(self, reading: Reading) -> Iterator[Finding]:
        for passage, match in scan_near(reading, _SIGN, _FROM_TO, 90, 70):
            first, last = Decimal(match["a"]), Decimal(match["b"])
            same = not match["ua"].strip() or match["ua"].strip() == match["ub"].strip()
            if _SPREAD.search(match[0]):
                continue
            if same and (last < first if match["up"] else last > first):
                word = match["up"] or match["down"]
                message = (
                    f"`{word}`, and {match['b']} is {'less' if match['up'] else 'more'} than {match['a']}"
                )
                yield found(self, reading, passage, message, _HINT, (), "error")
        for passage, match in scan_near(reading, _SIGN, _BETTER, 90, 70):
            more = (match["more"] is not None) == match["word"].lower().startswith(("improv", "recover"))
            first, last = Decimal(match["a"]), Decimal(match["b"])
            if match["ua"].strip() in ("", match["ub"].strip()) and (last < first if more else last > first):
                message = (
                    f"`{match['word']}`, and {match['b']} is {'less' if more else 'more'} than {match['a']}"
                )
                yield found(self, reading, passage, message, _HINT)
        yield from self._course(reading)
        yield from self._extremes(reading)

    def _course(self, reading: Reading) -> Iterator[Finding]:
        """Values against the last one told of the same measure, in the course of the case."""
        last: dict[tuple[str, str], QuantityMention] = {}
        key = ("", "")
        told: tuple[QuantityMention, str, int] | None = None  # the value before with its word of change
        for mention in reading.quantities:
            if mention.subject != "patient" or reading.blocks[mention.block][1].kind != "paragraph":
                continue
            named = mention.measure in ANALYTES
            key = (mention.measure, mention.of) if named else key
            if single(mention) is None or (mention.measure and not named):
                continue
            earlier = last.get(key)
            if named and earlier is not None and _is_baseline(reading, mention):
                continue
            if named:
                last[key] = mention
            elif earlier is None or not _goes_on(reading, earlier, mention):
                continue  # without a name it goes on with the value before it: `of 13 mg/L, rising to 90 mg/L`
            if earlier is None or part_at(reading, mention.block) != "body":
                continue
            word, way = _way(reading, mention, key[0])
            if not way and told is not None and _in_turn(reading, told[0], mention):
                word, way = told[1:]
            told = (mention, word, way) if way else None
            if word.lower().startswith("elevated") and earlier.sentence != mention.sentence:
                continue  # a state: `elevated to 1100`
            if not named and not _of_the_last(reading, earlier, mention, word):
                continue
            if way and part_at(reading, earlier.block) == "body" and _against(reading, earlier, mention, way):
                message = f"`{word}` {printed(mention)}, and {printed(earlier)} was told before"
                yield found(self, reading, mention, message, _HINT, [earlier])

    def _extremes(self, reading: Reading) -> Iterator[Finding]:
        """A peak or a nadir that another value of its paragraph surpasses."""
        if reading.once(vocabulary).isdisjoint(_EXTREMES):
            return
        for mention in reading.quantities:
            if mention.measure not in ANALYTES or mention.measure == "temperature":
                continue
            block = reading.blocks[mention.block][1]
            match = _EXTREME.search(block.text[max(0, mention.start - 50) : mention.start])
            if match is None or block.kind != "paragraph" or part_at(reading, mention.block) != "body":
                continue
            for other in _alike(reading, mention):
                way = 1 if match["most"] else -1
                if (
                    single(mention)
                    and _against(reading, other, mention, way)
                    and not same(other.quantity, mention.quantity, mention.measure)
                ):
                    message = f"`{match[0].strip()}` {printed(mention)}, and {printed(other)} is told as well"
                    yield found(self, reading, mention, message, _HINT, [other])
                    break


def _in_turn(reading: Reading, first: QuantityMention, mention: QuantityMention) -> bool:
    """Whether a value is the next of several told in turn: `decreased to 51 U/L, 70 U/L and 2 mg/dL, respectively`."""
    if first.block != mention.block:
        return False
    return _JOINED.fullmatch(reading.blocks[mention.block][1].text, first.end, mention.start) is not None


def _is_baseline(reading: Reading, mention: QuantityMention) -> bool:
    """Whether a value in brackets is what was before: `5.2 mg/dL (baseline 1.1 mg/dL)`."""
    text = reading.blocks[mention.block][1].text
    return _BRACKETED.search(text, max(0, mention.start - 40), mention.start) is not None


def _goes_on(reading: Reading, earlier: QuantityMention, mention: QuantityMention) -> bool:
    """Whether a figure without a name stands in the sentence of a value, or in the next as `this value`."""
    if earlier.sentence == mention.sentence:
        return True
    text, start = reading.blocks[mention.block][1].text, reading.sentences[mention.sentence].start
    return earlier.sentence + 1 == mention.sentence and _THIS.search(text, start, mention.start) is not None


def _of_the_last(reading: Reading, earlier: QuantityMention, mention: QuantityMention, word: str) -> bool:
    """Whether nothing else is named between a value and the change that leads from it to the next."""
    between = reading.blocks[mention.block][1].text[earlier.end : mention.start]
    changed = word.rpartition(" ")[0]
    return not changed or _GOES_ON.search(between[: between.rfind(changed)]) is not None


def _alike(reading: Reading, mention: QuantityMention) -> Iterator[QuantityMention]:
    """The patient's other values of the measure in the same paragraph."""
    for other in reading.quantities:
        alike = (other.block, other.measure, other.of) == (mention.block, mention.measure, mention.of)
        if alike and other is not mention and other.subject == "patient" and single(other):
            yield other


def _way(reading: Reading, mention: QuantityMention, measure: str) -> tuple[str, int]:
    """The word of change that leads to a value, and whether the value must be more (1) or less (-1) than before."""
    start = max(reading.sentences[mention.sentence].start, mention.start - 70)
    text = reading.blocks[mention.block][1].text[start : mention.start]
    if " to " not in text[-20:] and " from " not in text:
        return "", 0
    match = _TO.search(text) or _BEGUN.search(text)
    turned = match is None
    match = match or _FROM.search(text)
    if match is None or _BEFORE.search(_ASIDE.sub("", text)):
        return "", 0
    groups = match.groupdict()
    if groups.get("better"):
        way = (measure in _UPWARD) - (measure in _DOWNWARD)
        return f"{groups['better']} to", way
    word = groups["up"] or groups["down"]
    return f"{word} {'from' if turned else 'to'}", (1 if groups["up"] else -1) * (-1 if turned else 1)


def _against(reading: Reading, earlier: QuantityMention, mention: QuantityMention, way: int) -> bool:
    """Whether a value lies on the wrong side of the one before, or is the same."""
    before, after = single(earlier), single(mention)
    units = earlier.quantity.unit, mention.quantity.unit
    if before is None or after is None or (units[0] is None) != (units[1] is None):
        behind = reading.blocks[earlier.block][1].text[earlier.end : earlier.end + 60]
        symbol = mention.text.lstrip("0123456789., ")
        if before is None or after is None or not symbol or not _bracketed(behind, symbol):
            return False
    try:
        first = span_of(before, *units, earlier.measure)
    except ConversionError:
        return False
    second = span_of(after)
    wrong = second.high <= first.low if way > 0 else second.low >= first.high
    return wrong and not _told_between(reading, earlier, mention) and not _between(reading, earlier, mention)


def _told_between(reading: Reading, earlier: QuantityMention, mention: QuantityMention) -> bool:
    """Whether the measure is named with one more figure between two values: one that was not read as a value of it."""
    text = reading.blocks[mention.block][1].text
    between = text[earlier.end if earlier.block == mention.block else 0 : mention.start]
    between = (
        between.rpartition(" to ")[0] or between
    )  # of several that are told in turn, the first stand behind it
    names = "|".join(re.escape(name) for name in ANALYTES[earlier.measure].names)
    return re.search(rf"\b(?:{names})\b[^.;\d]{{0,30}}\d", between) is not None


def _between(reading: Reading, earlier: QuantityMention, mention: QuantityMention) -> bool:
    """Whether a value had already changed to a figure without a name: `136 mmol/L and later fell to 105 mmol/L`."""
    for each in reading.quantities:
        if each.measure or each.sentence != earlier.sentence or each.quantity.unit != mention.quantity.unit:
            continue
        if not earlier.end <= each.start < each.end <= mention.start or each.block != mention.block:
            continue
        word, way = _way(reading, each, earlier.measure)
        if way and _of_the_last(reading, earlier, each, word):
            return True
    return False


def _bracketed(behind: str, symbol: str) -> bool:
    """Whether a unit stands behind the brackets that follow a value: `13.6 (normal < 1.7) mg/L`."""
    opened, _, rest = behind.lstrip().partition(")")
    return opened.startswith("(") and rest.lstrip().startswith(symbol)
