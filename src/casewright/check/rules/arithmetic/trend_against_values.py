"""CW229."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import ClassVar

from casewright.check.evidence.people.opened import told_of_another
from casewright.check.evidence.text.parts import part_at
from casewright.check.evidence.text.passage import scan_near
from casewright.check.evidence.values.changes import DOWN, UP, way_of
from casewright.check.evidence.values.remeasured import changed_against
from casewright.check.evidence.values.succession import UP_TO, against, leading, reached, surpassed
from casewright.check.evidence.values.unchanged import unchanged
from casewright.check.evidence.values.values import printed
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import found
from casewright.document.mentions.model import QuantityMention
from casewright.document.reading import Reading
from casewright.patterns import lazily
from casewright.quantity.analytes import ANALYTES

_N = r"(?:\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)"
_UNIT = (
    r"(?:\s?(?:%|°\s?C|/\s?(?:mm3|mm³|cumm|[µμ][lL]|hpf|h|min)"
    r"|[a-zA-Zµμ]{1,5}(?:/[a-zA-Zµμ]{1,4}\d?)?))?"
)
_COUNT = rf"(?:\s?[×x]\s?10\S{{1,3}}/[µμ]?[lL]|{_UNIT})"
_AT = (
    r"(?:\s(?:on|at|in)\s(?:the\s)?(?:[A-Z]?[a-z]+(?:\s[a-z]+)?(?:\s\d{1,4})?|(?:[a-z-]+\s)?day\s\d{1,2}"
    r"|\d{1,2}(?:st|nd|rd|th)?\s[A-Za-z]+(?:\s\d{4})?))?"
)
_SIGN = lazily(r"from \d")
_FROM_TO = lazily(
    rf"\b(?:(?P<up>{UP}|weight gain)|(?P<down>{DOWN}|weight loss))\b[^.;:()\d]{{0,40}}?"
    r"(?:\([A-Za-z][A-Za-z -]{1,20})?"
    rf"[\s(]from\s(?P<a>{_N})(?P<ua>{_UNIT}){_AT}\sto\s"
    rf"(?P<b>{_N})(?P<ub>{_COUNT})(?![\d.,]*\d|\w|/|\s?[×x]\s?\d|\s(?:down |up )?to\s\d)",
    re.IGNORECASE,
)
_BACK_SIGN = lazily(r"from [^.;()\d]{0,30}\d")
_TO_FROM = lazily(  # `fell to 9.1 g/dL from 12 g/dL`, `to raise it above 12 g/dL from an initial hemoglobin of 10 g/dL`
    rf"\b(?:(?P<up>{UP}|raise[ds]?|raising)|(?P<down>{DOWN}))\b[^.;:()\d]{{0,60}}?\s(?:to|above|below)\s(?:about\s|only\s)?"
    rf"(?P<b>{_N})(?P<ub>{_UNIT}),?(?:\s\([^()]{{1,25}}\))?\sfrom\s"
    r"(?:(?:an?|the|his|her|its)\s)?(?:(?!days?\b|weeks?\b|months?\b|years?\b|age\b|about\b)[a-zA-Z-]+\s){0,4}?"
    rf"(?P<a>{_N})(?P<ua>{_UNIT})(?![\d.,]*\d|\w|/|\s?[×x–-]\s?\d)",
    re.IGNORECASE,
)
_FROM_FIGURE = lazily(rf"from\s{_N}{_UNIT}{_AT}\sto\s\Z")
_SPREAD = lazily(r"\b(?:rang|var(?:y|i)|differ)")  # `decreased depths ranging from 1 to 6 mm`: no change
# `reduction of the hip after 6 h raises the risk from 5% to 50%`: another verb leads to the figures
_OTHER_WAY = lazily(
    r"[^\d]{0,40}\b(?:raises?|raised|raising|lowers|lowered|lowering|increases|decreases|rises|falls)\b"
)
_GOES_ON = lazily(  # what may stand before the word of change, where it is of the value told last
    r"(?:[,;(–—-]|\b(?:and|which|that|it|then|later|subsequently|finally|gradually|rapidly|slowly|had|has|was|were|but|again"
    r"|further|levels?|values?|counts?|titers?|before|admission|day|days|weeks?|months?|hours?)"
    r"|(?<![\w-])\d+)\s*\Z"
)
_BRACKETED = lazily(r"\((?:[a-z]+ ){0,3}?(?:baseline|from|previously|before)\b(?: [a-z]+){0,3} \Z")
_JOINED = lazily(r",?\s(?:and\s)?")
_THIS = lazily(r"\b(?:(?:[Tt]his|the) (?:value|level|figure|number|count)|[Ii]t)\b")
_BETTER = lazily(  # `the ejection fraction improved from 30% to 25%`
    r"\b(?:(?P<more>ejection fraction|LVEF|EF|SpO2|saturation|GCS|Coma Scale(?: score)?|ha?emoglobin"
    r"|platelet counts?|platelets|thrombocytopenia|ana?emia|albumin|eGFR|FEV1|PaO2"
    r"|Karnofsky(?: performance)?(?: status| score)?)"
    r"|(?P<less>creatinine|CRP|C-reactive protein|bilirubin|lactate|procalcitonin|troponin(?: [IT])?|(?:NT-pro)?BNP"
    r"|D-dimer|INR|AST|ALT|LDH|CK|creatine kinase|BUN|urea"
    r"|pain(?: score)?|VAS(?: score)?|mRS|NIHSS"
    r"(?: score)?|modified Rankin(?: Scale)?(?: score)?))\b"
    rf"[^.;:()\d]{{0,25}}?\b(?P<word>improv(?:ed|es|ing)|recovered|normali[sz]ed|worsened|deteriorated)\s(?:markedly\s|slowly"
    rf"\s)?from\s(?P<a>{_N})(?P<ua>{_COUNT})"
    rf"\sto\s(?P<b>{_N})(?P<ub>{_COUNT})(?![\d.,]*\d|\w|/|\s?[×x]\s?\d)",
    re.IGNORECASE,
)
_ASIDE = lazily(r"\([^()]*\)")
_FROM_BEHIND = lazily(
    r"\s\(?(?:from|after an? (?:\w+ )?(?:fall|drop|decrease|decline|rise|increase|nadir|peak)|having)\b"
)
_ON_OXYGEN = lazily(
    r"\b(?:[Ff]i[Oo]2|[Oo]xygen (?:at|by|via|of|flow|therapy|mask)|room air|L/min|\d L\b|ventilat|mask|cannula|nasal"
    r"|extubat|intubat|ambient air|weaned)"
)
_OF_OXYGEN = ("oxygen_saturation", "po2", "pco2")
_OF_BLOOD = ("hemoglobin", "hematocrit", "platelets", "")
_TRANSFUSED = lazily(r"\btransfus|\bpacked\b|\bunits? of (?:blood|red|PRBC)|\bPRBC")
_REACH = 100  # characters before a value in which a word of change leads to it
_HINT = "correct one of the two values or the word"


class TrendAgainstValues:
    """A value that rose to less, or fell to more, than the value told before it, or is unchanged and far from it.

    Why it is bad
        The course of a value shows whether treatment worked; a digit or the word is wrong.

    Example
        Creatinine was 2.4 mg/dL on admission. On day 3 creatinine increased to 1.8 mg/dL.

    Write instead
        Creatinine was 2.4 mg/dL on admission. On day 3 creatinine increased to 3.8 mg/dL.

    Source
        The order of numbers, held to their rounding. A value is compared with the last one told of the same measure; an
        improvement only where better is known to be more or less. Blood pressures go by the systolic; sizes, scores
        and demands by the words that name them, in one unit. Doses are left alone.
    """

    code: ClassVar[str] = "CW229"
    name: ClassVar[str] = "trend-against-values"
    severity: ClassVar[Severity] = "warning"

    def check(self, reading: Reading) -> Iterator[Finding]:
        for each in unchanged(reading):
            message = f"`{each.word}`, and the value before is {printed(each.before)}"
            yield found(self, reading, each.value, message, _HINT, [each.before])
        for passage, match in scan_near(reading, _SIGN, _FROM_TO, 90, 70):
            first, last = (Decimal(match[name].replace(",", "")) for name in "ab")
            same = not match["ua"].strip() or match["ua"].strip() == match["ub"].strip()
            if _SPREAD.search(match[0]) or _OTHER_WAY.search(match[0][len(match["up"] or match["down"]) :]):
                continue
            if same and (last < first if match["up"] else last > first):
                word = match["up"] or match["down"]
                message = (
                    f"`{word}`, and {match['b']} is {'less' if match['up'] else 'more'} than {match['a']}"
                )
                yield found(self, reading, passage, message, _HINT, (), "error")
        for passage, match in scan_near(reading, _BACK_SIGN, _TO_FROM, 110, 90):
            first, last = (Decimal(match[name].replace(",", "")) for name in "ab")
            same = match["ua"].strip() == match["ub"].strip() or not match["ub"].strip()
            if same and (last < first if match["up"] else last > first):
                message = f"`{match['up'] or match['down']} to` {match['b']}, and it was {match['a']} before"
                yield found(self, reading, passage, message, _HINT)
        for passage, match in scan_near(reading, _SIGN, _BETTER, 90, 70):
            more = (match["more"] is not None) == match["word"].lower().startswith(
                ("improv", "recover", "normali")
            )
            first, last = (Decimal(match[name].replace(",", "")) for name in "ab")
            if match["ua"].strip() in ("", match["ub"].strip()) and (last < first if more else last > first):
                message = (
                    f"`{match['word']}`, and {match['b']} is {'less' if more else 'more'} than {match['a']}"
                )
                yield found(self, reading, passage, message, _HINT)
        yield from self._course(reading)
        for extreme in surpassed(reading):
            told = f"{printed(extreme.other)} is told as well"
            message = f"`{extreme.word}` {printed(extreme.value)}, and {told}"
            yield found(self, reading, extreme.value, message, _HINT, [extreme.other])
        for again in changed_against(reading):
            message = f"`{again.word} to` {again.figures[1]}, and {again.figures[0]} was told before"
            yield found(self, reading, again.after, message, _HINT, [again.before])

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
            if (leading(mention) or reached(mention)) is None or (mention.measure and not named):
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
            if len({each.block in reading.once(told_of_another) for each in (earlier, mention)}) > 1:
                continue  # of the donor, and of the recipient
            word, way = _way(reading, mention, key[0])
            if not way and told is not None and _in_turn(reading, told[0], mention):
                word, way = told[1:]
            told = (mention, word, way) if way else None
            if word.lower().startswith("elevated") and earlier.sentence != mention.sentence:
                continue  # a state: `elevated to 1100`
            if not named:
                if not _of_the_last(reading, earlier, mention, word):
                    continue
                if word:
                    del last[key]  # what comes next is no longer compared with the value before this change
            if way and _is_from_another(reading, earlier, mention, way):
                continue
            if way and part_at(reading, earlier.block) == "body" and against(reading, earlier, mention, way):
                text = reading.blocks[mention.block][1].text
                if _FROM_FIGURE.search(text, earlier.start - 6, mention.start):
                    continue  # both stand in one change, which is compared as such
                message = f"`{word}` {printed(mention)}, and {printed(earlier)} was told before"
                yield found(self, reading, mention, message, _HINT, [earlier])


def _is_from_another(reading: Reading, earlier: QuantityMention, mention: QuantityMention, way: int) -> bool:
    """Whether a change began at another value than the one told before.

    It is told behind (`to 9 g/dL from`, `after a fall to`), or is not told: before a transfusion, or on more oxygen.
    """
    text, sentence = reading.blocks[mention.block][1].text, reading.sentences[mention.sentence]
    if _FROM_BEHIND.match(text, mention.end):
        return True
    if mention.measure in _OF_OXYGEN:
        before = reading.sentences[earlier.sentence]
        other = reading.blocks[earlier.block][1].text
        return any(
            _ON_OXYGEN.search(one, at.start, at.end) is not None
            for one, at in ((other, before), (text, sentence))
        )
    blood = way > 0 and mention.measure in _OF_BLOOD
    return blood and _TRANSFUSED.search(text, sentence.start, sentence.end) is not None


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
    symbol = mention.text.lstrip("0123456789., ")
    if symbol and re.search(rf"\d\s?{re.escape(symbol)}", _ASIDE.sub("", between)):
        return False  # one more value of its kind was told since
    changed = word.rpartition(" ")[0]
    return not changed or _GOES_ON.search(between[: between.rfind(changed)]) is not None


def _way(reading: Reading, mention: QuantityMention, measure: str) -> tuple[str, int]:
    """The word of change that leads to a value, and whether the value must be more (1) or less (-1) than before."""
    start = max(reading.sentences[mention.sentence].start, mention.start - _REACH)
    end = mention.start + (len(UP_TO) if reached(mention) else 0)
    return way_of(reading.blocks[mention.block][1].text[start:end], measure)
