"""CW303."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from casewright.check.claims import listed, printed_limits, said_nearby, with_limits
from casewright.check.finding import Finding, Severity
from casewright.check.normality import STATE_WORDS, STATES, State, judge
from casewright.check.spotting import found
from casewright.check.values import printed
from casewright.document.mentions.model import QuantityMention
from casewright.document.reading import Reading
from casewright.quantity.analytes import ANALYTES

_STATE = "|".join(STATES)
_WITHIN = r"(?:with)?in (?:the |its )?(?:normal|reference) (?:limits?|ranges?)"
# `a normal creatinine of`, `elevated C-reactive protein (`, `was normal at`, `within normal limits (`
_BEFORE = re.compile(rf"\b(?P<state>{_STATE}|{_WITHIN})\b(?P<gap>[^.;\d]{{0,48}})\Z", re.IGNORECASE)
_DIRECT = re.compile(r"\s*(?:at|of|with a value of|,|\(|:|\[|\(at)?\s*\Z", re.IGNORECASE)
_WORD = re.compile(
    rf"\b(?P<word>{'|'.join(STATE_WORDS)})\b\s*(?:up to|of|at|with|,|\(|:|\[)?\s*(?:an? |the |his |her "
    rf"|oral |body |axillary )*"
    r"(?P<gap>[^.;\d]{0,40})\Z",
    re.IGNORECASE,
)
# `8.8 g/dL, which was normal`, `12 g/dL (normal)`
_AFTER = re.compile(
    rf"[)\]]?(?:\s*[(\[][^()\[\]]{{0,40}}[)\]])?\s*,?\s*(?:[(\[]\s*(?P<bare>{_STATE})\s*[)\]]|(?:which "
    rf"|that |and )?(?:was|were|is"
    rf"|are)\s+(?:all |also |both )?"
    rf"(?P<state>{_STATE}|{_WITHIN})\b(?!\s*(?:range|limit|value|[:<>≤≥\d]|to\b|from\b|by\b|in (?:the|his|her)\b)))",
    re.IGNORECASE,
)
_NEGATED = re.compile(
    r"\b(?:not|no|non|never|neither|nor|without|ab|except|but|apart|aside|other than|besides|although"
    r"|though|despite|however"
    r"|upper|lower|limit|slightly|mildly|borderline|near|nearly|almost|from|than|otherwise|denied"
    r"|absence of|absent|lack of|history|prior|previous|resolved|until|unless|risk|target|if|or|times"
    r"|relative|sub)\b[\s\w-]{0,25}\Z",
    re.IGNORECASE,
)
_MOMENT = re.compile(  # `became afebrile on day 4, with`: when, which stands between a word and its value
    r"\s(?:on|at|by|after|from)\s(?:(?:post-?operative|hospital|postpartum|illness)\s)?"
    r"(?:(?:days?|weeks?|months?|POD)\s?\d{1,3}|\d{1,3}\s(?:h|hours|days|weeks|months|years))\b(?:\sof\s\w+\b)?"
)
_BREAKS = re.compile(r"\b(?:with|and|but|range|apart|except|aside|besides|save|other than|to)\b")
_OTHER_PRESSURE = re.compile(
    r"ventric|pulmon|atrial|pulse pressure|gradient|intracranial|venous|portal", re.IGNORECASE
)
_VITAL = re.compile(
    r"\bvital signs?\s+(?:on [\w ]{0,25}?)?(?:were|was|are)\s+(?:all\s+)?(?:normal"
    r"|within (?:the )?normal (?:limits|ranges?))\b"
    r"(?!\s*(?:except|apart|other than|but|besides|,?\s*(?:except|apart|but|although)))",
    re.IGNORECASE,
)
_PANEL = re.compile(
    r"\b(?:(?P<liver>liver (?:function(?: tests?)?|enzymes|tests)|transaminases)|(?:renal|kidney) function(?: tests?)?)"
    r"(?: tests?)? (?:was|were) (?P<state>normal|within normal limits)\b(?P<gap>(?:(?!\b(?:except|but"
    r"|apart|aside|besides|however|while|although|other)\b)[^.;]){0,60})\Z",
    re.IGNORECASE,
)
_LIVER, _KIDNEY = {"ast", "alt", "alp", "ggt", "bilirubin_total"}, {"creatinine", "urea_nitrogen", "urea"}
_VITALS = {"temperature", "pulse", "respiratory_rate", "blood_pressure", "oxygen_saturation"}


class NormalityAgainstValue:
    """A value called normal, high or low that its range says is not.

    Why it is bad
        The word and the figure contradict each other; the reader cannot know which was observed.

    Example
        She was afebrile at 39.6 °C, with a normal creatinine of 4.8 mg/dL.

    Write instead
        She was febrile at 39.6 °C, with a high creatinine of 4.8 mg/dL.

    Source
        The range printed beside the value, or for its measure elsewhere; else, in adults, the ABIM Laboratory Test
        Reference Ranges and MedlinePlus article 002341, widened by a third (the message prints them as published).
        Against the range beside the value it is an error, else a warning.
    """

    code: ClassVar[str] = "CW303"
    name: ClassVar[str] = "normality-against-value"
    severity: ClassVar[Severity] = "error"

    def check(self, reading: Reading) -> Iterator[Finding]:
        adult = _is_adult(reading)
        vital = _vital_claims(reading)
        apart = listed(reading) | said_nearby(reading)
        ranges = printed_limits(reading)
        for mention in reading.quantities:
            if (mention.measure not in ANALYTES and mention.limits is None) or mention.subject == "general":
                continue
            claim = _claimed(reading, mention) or apart.get((mention.block, mention.start))
            if claim is None and mention.measure in _VITALS:
                claim = vital.get(mention.sentence)
            judged = judge(with_limits(mention, ranges), claim[1], adult=adult) if claim else None
            if claim is None or judged is None or judged.possible:
                continue
            name = ANALYTES[mention.measure].name if mention.measure in ANALYTES else "value"
            message = f"`{name}` of {printed(mention)} is called `{claim[0]}`; the range is {judged.range}"
            severity: Severity = "error" if mention.limits is not None else "warning"
            yield found(self, reading, mention, message, "correct the word or the value", (), severity)


def _claimed(reading: Reading, mention: QuantityMention) -> tuple[str, State] | None:
    """The word that calls this value normal, high or low, with what it says."""
    text = reading.blocks[mention.block][1].text
    sentence = reading.sentences[mention.sentence]
    before = _MOMENT.sub(" ", text[max(sentence.start, mention.start - 90) : mention.start])
    if "pressure" in mention.measure and _OTHER_PRESSURE.search(before):
        return None
    if (match := _WORD.search(before)) and not _NEGATED.search(before[: match.start()]):
        measure, state = STATE_WORDS[match["word"].lower()]
        if measure == mention.measure and (not match["gap"].strip() or _names(match["gap"], measure)):
            return match["word"], state
    match = _BEFORE.search(before)
    lead = before[: match.start()] if match else ""
    if match and _state(match["state"]) != "normal":  # `slightly elevated` is elevated
        lead = re.sub(r"\b(?:slightly|mildly|borderline)\s\Z", "", lead)
    if match and not _NEGATED.search(lead) and _applies(match["gap"], mention.measure):
        return match["state"], _state(match["state"])
    if (
        match := _PANEL.search(text[max(sentence.start, mention.start - 90) : mention.start])
    ) and mention.measure in (_LIVER if match["liver"] else _KIDNEY):
        return match["state"], "normal"
    after = text[mention.end : min(sentence.end, mention.end + 60)]
    if match := _AFTER.match(after):
        word = match["bare"] or match["state"]
        return word, _state(word)
    return None


def _applies(gap: str, measure: str) -> bool:
    """Whether the words between a state and a value tie the two: nothing at all, or the name of what was measured."""
    if _DIRECT.match(gap):
        return True
    if measure not in ANALYTES:
        return re.match(r"(?:\s[\w-]+){1,3}\s(?:of|at)\s\Z", gap) is not None and not _BREAKS.search(gap)
    return "," not in gap and "(" not in gap.rstrip(" (") and _names(gap, measure) and not _BREAKS.search(gap)


def _names(words: str, measure: str) -> bool:
    folded = f" {words.lower()} "
    return any(name.lower() in folded for name in ANALYTES[measure].names)


def _state(word: str) -> State:
    return STATES.get(word.lower(), "normal")


def _is_adult(reading: Reading) -> bool:
    """Whether the patient is an adult by the first printed age; so taken where none is printed."""
    for mention in reading.quantities:
        if mention.measure == "age" and mention.subject == "patient" and mention.quantity.unit is not None:
            return mention.quantity.unit.code == "a" and mention.quantity.numbers[0].value >= 16
    return True


def _vital_claims(reading: Reading) -> dict[int, tuple[str, State]]:
    """The sentences that call all vital signs normal, and those right after them that list vital signs."""
    claims: dict[int, tuple[str, State]] = {}
    for sentence in reading.sentences:
        text = reading.blocks[sentence.block][1].text[sentence.start : sentence.end]
        if "ital sign" in text and _VITAL.search(text):
            claims[sentence.index] = ("vital signs normal", "normal")
    return claims
