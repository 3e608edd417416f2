"""What a mass or an activity in the text is a dose of."""

from __future__ import annotations

from collections.abc import Iterator

from casewright.document.mentions.drugs import drug_named, is_drug, may_name_drug
from casewright.document.mentions.figures import Figure
from casewright.document.mentions.stature import is_weight
from casewright.document.mentions.timespans import Sense
from casewright.document.mentions.wordset import small_words, words
from casewright.patterns import lazily

_MOST_WORDS = 3  # that a drug's name has
_WORD = lazily(r"(?<![^\s(\-/,])[A-Za-z\d]+(?!\w)")
_NEXT_WORD = lazily(r"[ -][A-Za-z\d]+(?!\w)")
_OF_GIVING = (  # words that only tell how, or that, a drug is given
    r"at|of|with|in|to|was|were|is|has|had|been|being|an?|the|his|her|dos(?:es?|ages?|ing)|rate|oral(?:ly)?"
    r"|intravenous(?:ly)?|intramuscular(?:ly)?|subcutaneous(?:ly)?|sublingual(?:ly)?|intrathecal(?:ly)?|nasal(?:ly)?"
    r"|i\.?v\.?|p\.?o\.?|i\.?m\.?|s\.?c\.?|IV|PO|IM|SC|by|mouth|from|up|down|total|starting|single|high|low|initial(?:ly)?"
    r"|loading|maintenance|daily|weekly|once|twice|increased|decreased|reduced|raised|lowered|escalated|titrated"
    r"|tapered|started|restarted|commenced|initiated|begun|given|administered|prescribed|injected|infused|added"
    r"|continued|resumed|used|taken|changed|switched|adjusted|bolus|infusion|injection|tablets?|capsules?|therapy"
    r"|treatment|monotherapy|then|again|first|subsequently|empirical(?:ly)?|prophylactic(?:ally)?|alone"
)
_TO_DOSE = lazily(
    r"(?:\s?\((?:[A-Z][a-z][^()]{1,40}|[a-z]{5,})\))?"
    r"(?: (?:acid|sodium|potassium|acetate|phosphate|succinate|sul(?:f|ph)ate"
    r"|hydrochloride|tablets?|injections?|infusion|therapy|treatment|LAR|IV|iv|i\.v\."
    r"|intravenous(?:ly)?|oral(?:ly)?|pulse|capsules?|cream|eye drops|bolus|depot|dose|doses"
    r"|daily|maintenance|monotherapy))*"
    rf"(?:[\s,:(=\[]{{1,3}}|\s?[(,]?(?:\w+ )?(?:{_OF_GIVING})(?:,? (?:and )?(?:{_OF_GIVING})){{0,8}} \(?)\Z"
)
_IN_BRACKETS = lazily(r"s?\s\(([A-Za-z]{5,})\)")  # `low molecular weight heparin (enoxaparin)`
_TO_DRUG = lazily(
    r"(?:[ -](?:of|daily|oral(?:ly)?|intravenous(?:ly)?|IV|iv|i\.v\.|per day|twice|once|doses?"
    r"|day|a|an|tablets?|bolus|subcutaneous|intramuscular|vaginal|low[- ]dose|high[- ]dose"
    r"|long-acting|liposomal|inhaled|topical|units|prophylactic|sublingual|unfractionated"
    r"|regular|intra\w+|IM|SC)){0,5} "
)
_DOSE_BEFORE = lazily(r"\d\s?(?:m?g|mcg|[µμ]g|m[lL]|I?U)\s(?:of\s)?\Z")
_DOSING = lazily(
    r"(?:,? (?:once|twice|three times|four times|daily|per day|a day|orally|intravenously|IV\b"
    r"|iv\b|i\.v\.|i\.m\.|IM\b|PO\b|po\b|p\.o\.|bid|tid|qid|BID|TID|QID|b\.i\.d|t\.i\.d|q\.?d"
    r"|every|q\d+|intramuscularly|subcutaneously|at bedtime|nightly|weekly|monthly|on days?"
    r"|for \d+|as a (?:bolus|single)|tablets?|capsules?|in the morning|over \d+|bolus|infusion"
    r"|dose|(?:was|were) (?:given|administered|infused|injected|started|prescribed|added)\b))"
)
_WORD_BEFORE = lazily(r"\b([A-Za-z][A-Za-z-]{4,24})[ ,(:]{1,2}\Z")
_NOT_OF = words(
    "about approximately every after before total daily doses dosage given least than weight"
    " weighing weighed "
    "level levels serum which there their with from under above around nearly almost another"
    " further these those "
    "excretion increased decreased reduced tapered started initial received intake containing contained "
    "protein albumin creatinine glucose uptake secretion proteinuria urine orally intravenous"
    " intravenously subcutaneous oral intramuscular injection injections infusion tablet"
    " tablets capsule"
)
_DOSE_DIMENSIONS = frozenset(
    {"mass", "mass/area", "mass/mass", "mass/mass/time", "mass/time", "activity", "activity/mass", "activity/area",
     "activity/time"}
)  # fmt: skip


def dose_sense(text: str, figure: Figure) -> Sense:
    """Whether a mass or an activity is a dose, and of which drug, or a body's weight."""
    unit = figure.quantity.unit
    if unit is None or unit.dimension not in _DOSE_DIMENSIONS:
        return Sense("")
    if unit.code in ("kg", "[lb_av]"):
        return Sense("weight" if is_weight(text, figure) else "")
    before, after = text[max(0, figure.start - 90) : figure.start], text[figure.end : figure.end + 90]
    start, led = _drug_before(before)
    followed = _drug_after(after)
    if led and followed and _DOSE_BEFORE.search(before, 0, start):
        led = ""  # `200 mg propofol, 100 µg fentanyl`
    if led or followed:
        return Sense("dose", led or followed)
    if _DOSING.match(after):
        word = _WORD_BEFORE.search(before)
        of = word[1].lower() if word is not None else ""
        if of in _NOT_OF or of.endswith("ly"):
            of = ""
        return Sense("dose", of)
    return Sense("")


def _drug_before(before: str) -> tuple[int, str]:
    """The first drug that is named before a dose with nothing but its giving between, and where it begins."""
    if not any(map(may_name_drug, small_words(before.lower()))):
        return -1, ""
    for word in _WORD.finditer(before):
        for name in _names_from(before, word.start()):
            if is_drug(name) and _TO_DOSE.match(before, word.start() + len(name)):
                own = _IN_BRACKETS.match(before, word.start() + len(name))
                return word.start(), own[1].lower() if own and drug_named(own[1].lower()) else name
    return -1, ""


def _drug_after(after: str) -> str:
    """The drug that is named behind a dose."""
    led = _TO_DRUG.match(after)
    names = _names_from(after, led.end()) if led is not None else ()
    return next((name for name in names if is_drug(name)), "")


def _names_from(text: str, start: int) -> Iterator[str]:
    """The words that begin here, up to as many as the name of a drug has, the most first, in small letters."""
    ends: list[int] = []
    word = _WORD.match(text, start)
    while word is not None and len(ends) < _MOST_WORDS:
        ends.append(word.end())
        word = _NEXT_WORD.match(text, word.end())
    for end in reversed(ends):
        yield text[start:end].lower()
