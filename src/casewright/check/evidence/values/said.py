"""The word beside a value that calls it normal, high or low: which one, and whether the words between tie the two."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from casewright.check.evidence.text.around import stretches_with, words_at
from casewright.check.evidence.values.acidbase import disorders, judges_acidity
from casewright.check.evidence.values.normality import STATE_WORDS, STATES, State
from casewright.check.evidence.values.rangeside import RANGES, against_range
from casewright.document.mentions.fitting import COUNTED
from casewright.document.mentions.joining import is_link
from casewright.document.mentions.model import QuantityMention
from casewright.document.mentions.names import find_names
from casewright.document.mentions.wordset import words
from casewright.document.reading import Reading
from casewright.patterns import lazily
from casewright.quantity.analytes import ANALYTES

Claim = tuple[str, State]


@dataclass(frozen=True, slots=True)
class Saying:
    """A word of state at characters `start` to `end` of a block; `measures` are those it names itself, else none."""

    start: int
    end: int
    word: str
    state: State
    measures: tuple[str, ...] = ()

    @property
    def claim(self) -> Claim:
        return self.word, self.state


# Words of state that are said of much else: they count where a range of its own is printed beside the value.
_LOOSE: dict[str, State] = {
    "elevation": "high", "increase": "high", "increases": "high", "enlarged": "high",
    "dilated": "high", "thickened": "high", "deficiency": "low", "deficient": "low", "decrease": "low",
    "reduction": "low", "diminished": "low", "depressed": "low", "negative": "normal", "positive": "high",
}  # fmt: skip
# Changes as well as states: `decreased to 12` says nothing of the range, `a decreased count` does.
_CHANGES = words("increased decreased reduced raised increase increases decrease reduction elevation")
_SCREENED = (
    "d_dimer",
    "procalcitonin",
    "rheumatoid_factor",
    "troponin",
    "troponin_i",
    "troponin_t",
    "ccp_antibody",
)
_LACKING = ("deficiency", "deficient")
_BEFORE_NOW = lazily(  # `hypertensive for ten years`, `hypoglycemia the night before`
    r"\b(?:for|since)\s(?:[\w-]+\s){0,3}(?:years?|months?|decades?|childhood)\b|\bago\b|\bat home\b|\bin the past\b"
    r"|\bunaware"
    r"|\b(?:night|day|week|month|evening|morning)\s(?:before|earlier)\b|\bafter\s[^.;,]{2,40}\s(?:for|of)\s"
)
_RESTORED = {"normalized", "normalised"}
_FROM = lazily(r" from \d[\d.,]{0,6}(?:\s?[^\s\d.;,]{1,12})? to \Z")  # `normalized from 4.2 mg/dL to`
_COME = {"elevated", "raised", "suppressed", *_RESTORED}  # what a value can be called that came `to` a figure
_AIMS = {"increase", "decrease"}  # behind `to` what is meant to happen
_ACTIVE = lazily(
    r"\b(?:was|were|is|are|been|being|be|found|markedly|mildly|slightly|significantly|and|or|,)\s?\Z"
)
_WORDS = lazily(r"[A-Za-z]{3,}")
_REACH = 110  # characters before a value
_SOME = 4  # of the last words of state before a value that may be said of it
_MOST = 200  # words of state in one sentence: no text of a person has more
_NEGATED = lazily(
    r"\b(?:not|no|non|never|neither|nor|without|denied|absence of|absent|lack of|history|prior|previous|resolved"
    r"|until|unless|risk|target|if|or|relative|sub|free of|resolution of|correction of|control of|recovered from)\b"
    r"[\s\w-]{0,25}\Z",
    re.IGNORECASE,
)
_EXCEPTED = lazily(  # what is `normal except for` a thing is not said of the thing
    r"\b(?:except(?:ion)?|but|apart|aside|other than|besides|although|though|despite|however"
    r"|otherwise)\b[\s\w-]{0,25}\Z",
    re.IGNORECASE,
)
_QUALIFIED = lazily(
    r"\b(?:slightly|mildly|borderline|relatively|comparatively|somewhat|rather|inappropriately|ab|limit|upper|lower|near|nearly|almost|from|than|times)\b[\s\w-]{0,25}\Z",
    re.IGNORECASE,
)
_SLIGHTLY = lazily(r"\b(?:slightly|mildly|borderline)\s\Z", re.IGNORECASE)
_MOMENT = lazily(  # `became afebrile on day 4, with`: when, which stands between a word and its value
    r"\s(?:on|at|by|after|from)\s(?:(?:post-?operative|hospital|postpartum|illness)\s)?"
    r"(?:(?:days?|weeks?|months?|POD)\s?\d{1,3}|\d{1,3}\s(?:h|hours|days|weeks|months|years))\b(?:\sof\s\w+\b)?"
)
_SHORT_FORM = lazily(r"\s?[(\[][A-Za-z][\w+ -]{0,14}[)\]](?=\s)")  # `alanine aminotransferase (ALT) (`
_RANGE_BETWEEN = lazily(r"\s?\((?:[Nn]ormal|[Rr]ef)[^()]{1,45}\)")  # `elevated (normal < 37 U/mL): 21 U/mL`
_OPENED = lazily(r"[(\[](?=[A-Za-z][\w-]{1,9}\s?(?:of|level|was|:|=)?\s?\Z)")  # `C-reactive protein (CRP `
_DIRECT = lazily(r"\s*(?:,\s)?(?:at|of|as|with a value of|,|\(|:|\[|\(at)?\s*\Z", re.IGNORECASE)
_TIED = lazily(  # between a word that names its measure and the value
    r"\s*(?:(?:up )?to|of|at|with|,|\(|:|\[|=)?\s*(?:(?:an?|the|his|her|oral|body|axillary)\s)*"
    r"(?P<gap>(?:[^.;\d]|(?<=[A-Za-z])\d{1,2}){0,60})\Z"
)
_PHRASE = lazily(r"(?:\s[\w'+-]+){1,7}\s?(?:(?:of|at|was|were|:|=)\s?)?[(\[:]?\s?\Z")
_BREAKS = lazily(
    r"\b(?:with|and|but|only|range|apart|except|aside|besides|save|other than|to|while|from|by|although|though"
    r"|whereas|despite)\b"
)
_BEGUN = lazily(  # `hypernatremia, with the sodium rising from 141 to 172`: the value before it came to that
    r"\b(?:ris\w+|rose|climb\w+|increas\w+|fell|fall\w*|drop\w*|decreas\w+|declin\w+|chang\w+|went)\b.*\bfrom\s\Z"
)
PARTED = lazily(  # `afebrile on admission, but`, `hypotensive at the scene; on arrival`
    r"\bbut\b|\b(?:later|then|thereafter|subsequently|afterwards)\b|[;,]\s(?:on|at|in|by|after)\s"
)
_OVER = lazily(  # `hypoxemia resolved: pO2 81`, `acidosis was controlled, pH 7.44`
    r"\b(?:resol|recover|improv|subsid|disappear|revers|control|correct|treat|normali[sz]|abat|vanish|clear|exclu|gone|settl|ceas|broke|ended"
    r"|ruled out|unlikely|dismiss|refut|absen|lack|incomplete)\w*"
)
# `high-density`, `elevated anion gap`: the word is part of a name, or said of what the name behind it tells
_OF_ANOTHER = lazily(
    r"-[a-z]|\s(?:density|sensitivity|molecular|grade|anion gap|osmolal gap|osmolar gap|A-?a gradient)\b",
    re.IGNORECASE,
)
_REMEDY = lazily(r"\s(?:agents?|drugs?|medications?)\b")  # `hypoglycemic agents`
_FIGURE = lazily(r"[.;]|(?<![A-Za-z\d])(?!24[- ]?h)\d")  # in a name, as of CD4, it is none
_ROUNDLY = lazily(r"s\b|\s(?:to\s\w+\s)?range\b")  # `in the high 140 mmol/L range`
_FEVER = lazily(r"\b(?:fevers?|pyrexia)\b", re.IGNORECASE)
_EXTENT = lazily(r"\b(?:diameters?|sizes?|lengths?|widths?|thickness)\b[^.;,]*\Z")
_LIMIT = lazily(
    r"[:\s=,]*(?:[<>≤≥]|(?!24 h|\d{1,2}-[A-Za-z])\d|range|limit|value|reference|up to\b)", re.IGNORECASE
)
_PEOPLE = lazily(
    r"\s(?:\w+\s)?(?:girls?|boys?|m[ae]n|wom[ae]n|child(?:ren)?|adults?|persons?|people|individuals?|subjects?|controls?"
    r"|volunteers?|populations?)\b"
)
_WITHIN = lazily(
    r"\b(?:within|in|on|between) (?:the |its |their )?normal (?:limits?|ranges?)\b", re.IGNORECASE
)
_BRACKET = lazily(r"\A[\s)]{0,2}(?:[A-Za-z-]+\s){0,4}[(\[]\Z")
_IN_BRACKET = lazily(r"[)\]]?(?:\s*[(\[][^()\[\]]{0,40}[)\]])?\s*,?\s*[(\[]\s*")
_PREDICATE = lazily(
    r"[)\]]?(?:\s*[(\[][^()\[\]]{0,40}[)\]])?\s*,?\s*(?:which |that |and )?(?:was|were|is|are)\s+(?:all |also |both )?"
)
_GOES_ON = lazily(r"\s*(?:range|limit|value|[:<>≤≥\d]|to\b|from\b|by\b|in (?:the|his|her)\b)")
_SHARE_OF = {count: share for share, count in COUNTED.items()}  # `decreased lymphocytes`: a count, or a share
_BY_FAR = lazily(r"\A\s[a-z]+ly(?=\s?[(\[,:]|\s(?:at|to|with)\s)")  # `was elevated significantly (`
_OF_BLOOD_FLOW = ("blood_pressure", "systolic_pressure", "diastolic_pressure")
_OTHER_PRESSURE = lazily(
    r"ventric|pulmon|atrial|pulse pressure|gradient|intracranial|venous|portal", re.IGNORECASE
)


def sayings(reading: Reading) -> dict[int, tuple[Saying, ...]]:
    """The words of state in the sentences that hold values, by sentence."""
    return reading.once(_sayings)


def _sayings(reading: Reading) -> dict[int, tuple[Saying, ...]]:
    valued = {mention.sentence for mention in reading.quantities}
    return {
        stretch.sentence.index: tuple(islice(sayings_in(stretch.text, stretch.offset), _MOST))
        for stretch in stretches_with(reading, _ALL)
        if stretch.sentence.index in valued
    }


def sayings_in(text: str, offset: int) -> Iterator[Saying]:
    """The words of state in a text that begins at `offset` of its block."""
    for match in _WORDS.finditer(text):
        word = match[0].lower()
        if word not in _ALL or (word in STATES and _OF_ANOTHER.match(text, match.end())):
            continue
        if word in _RESTORED and text[match.end() + 1 :][:5].lower() == "ratio":  # the INR
            continue
        if word in _AIMS and text.endswith("to ", 0, match.start()):  # `the rate was set to increase`
            continue
        start, end = offset + match.start(), offset + match.end()
        if judges_acidity(word):
            for measures, state in disorders(text, match.start(), word):
                yield Saying(start, end, match[0], state, measures)
            continue
        if word in STATE_WORDS:
            if _REMEDY.match(text, match.end()):
                continue
            measures, state = STATE_WORDS[word]
            yield Saying(start, end, match[0], state, measures)
            continue
        if word == "normal":
            if within := _WITHIN.search(text, max(0, match.start() - 14), match.end() + 8):
                start, end = offset + within.start(), offset + within.end()
            elif _LIMIT.match(text, match.end()) or _PEOPLE.match(text, match.end()):
                continue  # `normal 4-10`, `normal range`, `a normal girl`
        if word in _LACKING and (key := _lacked(text, match.start())):
            yield Saying(start, end, match[0], "low", (key,))
            continue
        yield Saying(start, end, text[start - offset : end - offset], _GENERAL[word])


def _lacked(text: str, start: int) -> str:
    """The key of the measure that the words before `deficiency` name; "" where they name none."""
    lead = text[max(0, start - 24) : start]
    found = find_names(lead)
    return found[-1].key if found and not lead[found[-1].end :].strip(" )") else ""


_GENERAL: dict[str, State] = STATES | _LOOSE | {"prolonged": "high"}
_ALL = frozenset(STATE_WORDS) | frozenset(_GENERAL)


def beside(reading: Reading, mention: QuantityMention) -> Claim | None:
    """The words right before or behind a value that call it normal, high or low, or set it against its range."""
    said = sayings(reading).get(mention.sentence)
    if said and (claim := _worded(reading, said, mention)):
        return claim
    if words_at(reading, mention.sentence).isdisjoint(RANGES):
        return None
    return against_range(
        reading.blocks[mention.block][1].text, reading.sentences[mention.sentence].start, mention
    )


def _worded(reading: Reading, said: tuple[Saying, ...], mention: QuantityMention) -> Claim | None:
    """The word right before or behind a value that judges it."""
    text = reading.blocks[mention.block][1].text
    begin = reading.sentences[mention.sentence].start
    if mention.measure in _OF_BLOOD_FLOW and _OTHER_PRESSURE.search(
        text, max(begin, mention.start - 90), mention.start
    ):
        return None
    near = [
        saying for saying in said if mention.start - _REACH <= saying.start and saying.end <= mention.start
    ]
    for saying in reversed(near[-_SOME:]):
        gap = _plain(text[saying.end : mention.start])
        if saying.measures:
            if _BEFORE_NOW.search(text, saying.end, mention.start):
                return None
            lead = text[max(begin, saying.start - 40) : saying.start]
            if not _NEGATED.search(lead) and _names_it(saying, gap, mention):
                return saying.claim
        elif saying is near[-1] and not is_denied(text, saying, begin) and _tied(saying, gap, mention):
            if _is_roundly(saying, gap, text, mention) or _is_low_fever(saying, text, mention):
                return None
            if _is_verb(saying, gap, text[begin : saying.start], mention):
                return None
            to = gap == " to " or mention.text.lower().startswith("up to")
            if to and saying.word.lower() not in _RESTORED and _has_risen(reading, saying, mention):
                return None
            return saying.claim
    return _behind(said, text, mention)


def _is_roundly(saying: Saying, gap: str, text: str, mention: QuantityMention) -> bool:
    """Whether a word tells in which part of a decade a value is: `in the high 140 mmol/L range`."""
    word = saying.word.lower()
    return word in ("low", "high") and not gap.strip() and _ROUNDLY.match(text, mention.end) is not None


def _is_verb(saying: Saying, gap: str, lead: str, mention: QuantityMention) -> bool:
    """Whether a word tells what the value did, and not what it is: `the LVEF increased at 50%`."""
    if saying.word.lower() not in _CHANGES or _DIRECT.match(gap) is None or mention.measure not in ANALYTES:
        return False
    return names(lead[-30:], mention.measure) and not lead.endswith(("(", "[")) and not _ACTIVE.search(lead)


def _is_low_fever(saying: Saying, text: str, mention: QuantityMention) -> bool:
    """Whether a fever is called low: it is one all the same."""
    if mention.measure != "temperature" or saying.word.lower() != "low":
        return False
    return _FEVER.search(text, max(0, saying.start - _REACH), mention.start) is not None


def _has_risen(reading: Reading, saying: Saying, mention: QuantityMention) -> bool:
    """Whether a value was `elevated to` what it is from another told before: a change, and no state."""
    return any(
        each.measure == mention.measure
        and (each.block, each.end) <= (mention.block, saying.start)
        and (each.sentence == mention.sentence or _is_less(each, mention))
        for each in reading.quantities
    )


def _is_less(one: QuantityMention, other: QuantityMention) -> bool:
    """Whether a value of the patient's is less than another in the same unit."""
    least, most = one.quantity, other.quantity
    return (
        one.subject == "patient"
        and least.unit == most.unit
        and least.numbers[-1].value < most.numbers[0].value
    )


def is_denied(text: str, saying: Saying, begin: int = 0) -> bool:
    """Whether the words before a word of state deny it, or except it: `not elevated`, `upper normal`."""
    lead = text[max(begin, saying.start - 40) : saying.start]
    if saying.state == "normal" and _EXCEPTED.search(lead):
        return True
    if saying.state != "normal":  # `slightly elevated` is elevated
        lead = _SLIGHTLY.sub("", lead)
    return _NEGATED.search(lead) is not None or _QUALIFIED.search(lead) is not None


def _plain(gap: str) -> str:
    """What stands between a word and a value, without moments and short forms in brackets."""
    if "(" in gap:
        gap = _RANGE_BETWEEN.sub(" ", gap)
    gap = _BY_FAR.sub("", gap)
    return _OPENED.sub("", _SHORT_FORM.sub(" ", _MOMENT.sub(" ", gap)))


def is_said_of(saying: Saying, gap: str, mention: QuantityMention) -> bool:
    """Whether a word of state is said of the value behind these words, by what it names or by what stands between."""
    gap = _plain(gap)
    return _names_it(saying, gap, mention) if saying.measures else _tied(saying, gap, mention)


def _names_it(saying: Saying, gap: str, mention: QuantityMention) -> bool:
    """Whether a word such as `leukocytosis` is said of this value."""
    match = _TIED.match(_without_name(gap, mention.measure))
    if match is None or _BEGUN.search(gap) or _OVER.search(gap) or PARTED.search(gap):
        return False
    between = match["gap"]
    if mention.measure in saying.measures:
        return not between.strip() or names(gap, mention.measure) or is_link(between)
    return not mention.measure and mention.limits is not None and not between.strip() and "(" in gap


def _tied(saying: Saying, gap: str, mention: QuantityMention) -> bool:
    """Whether a word such as `elevated` is said of this value: beside it, or beside its name."""
    word = saying.word.lower()
    if word == "preserved" and mention.measure != "ejection_fraction":
        return False  # not low, and perhaps high
    if word in _RESTORED and _FROM.match(gap):
        return True
    if _FIGURE.search(_without_name(gap, mention.measure)):
        return False
    if mention.limits is not None:
        if word in ("dilated", "enlarged") and _EXTENT.search(gap):
            return True
        if _PHRASE.match(gap) and not _BREAKS.search(gap):
            return True
    if word in _LOOSE and not (word == "negative" and mention.measure in _SCREENED):
        return mention.limits is not None and _DIRECT.match(gap) is not None and word not in _CHANGES
    if _DIRECT.match(gap) or (word in _COME and gap == " to "):
        return True
    if mention.measure not in ANALYTES:
        return re.match(r"(?:\s[\w-]+){1,3}\s(?:of|at)\s\Z", gap) is not None and not _BREAKS.search(gap)
    named = "," not in gap and "(" not in gap.rstrip(" (") and names(gap, mention.measure)
    return named and len(gap) <= 60 and not _BREAKS.search(gap)


def _without_name(gap: str, measure: str) -> str:
    """What stands between a word and a value without the name of the measure, where that has figures: CA 19-9."""
    printed = ANALYTES[measure].names if measure in ANALYTES and any(map(str.isdigit, gap)) else ()
    named = max((name for name in printed if name in gap), key=len, default="")
    return gap.replace(named, "") if named else gap


def _behind(said: tuple[Saying, ...], text: str, mention: QuantityMention) -> Claim | None:
    """`8.8 g/dL, which was normal`, `12 g/dL (normal)`, `210 x 10^9/L platelets (thrombocytopenia)`."""
    near = [saying for saying in said if mention.end < saying.start <= mention.end + 60]
    if not near or near[0].word.lower() in _RESTORED:
        return None
    same = [saying for saying in near if saying.start == near[0].start]
    after = next((saying for saying in same if mention.measure in saying.measures), near[0])
    gap, rest = text[mention.end : after.start], text[after.end : after.end + 12]
    if after.measures:
        alone = _BRACKET.search(gap) is not None and rest[:1] in (")", "]")
        return after.claim if alone and mention.measure in after.measures else None
    if after.word.lower() in _LOOSE:
        return None
    bracketed = _IN_BRACKET.fullmatch(gap) is not None and rest.lstrip()[:1] in (")", "]")
    if bracketed or (_PREDICATE.fullmatch(gap) and not _GOES_ON.match(rest)):
        return after.claim
    return None


def names(phrase: str, measure: str) -> bool:
    """Whether one of the names of a measure stands among these words."""
    folded = f" {phrase.lower()} "
    return any(
        name.lower() in folded
        for key in (measure, _SHARE_OF.get(measure, measure))
        for name in ANALYTES[key].names
    )
