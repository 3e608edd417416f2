"""How much was given, told again as known: `two units of red cells ... after the four units`, `the 24 Fr drain`.

What is spoken of as known must be what was told: so many cycles, sessions or units, a course of so many weeks, a tube
of such a size. Where the case tells of it but once, in another number, one of the two is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from casewright.check.evidence.people.cases import cases_told
from casewright.check.evidence.telling.backward import AGAIN
from casewright.check.evidence.text.around import stretches_with
from casewright.check.evidence.text.letters import places_of
from casewright.check.evidence.text.parts import of_patient, part_kind
from casewright.check.evidence.text.passage import Passage
from casewright.check.evidence.words.wording import content
from casewright.document.mentions.stretch import Stretch
from casewright.document.mentions.wordset import lowered, words
from casewright.document.reading import Reading
from casewright.patterns import lazily
from casewright.quantity.number import read_number

_NTHS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth",
)  # fmt: skip
_NTH = {word: number for number, word in enumerate(_NTHS, 1)}
_GIVEN = words(
    "cycle cycles session sessions unit units dose doses injection injections infusion infusions fraction fractions"
    " transfusion transfusions pulse pulses round rounds exchange exchanges bag bags shock shocks vial vials"
    " ampoule ampoules bottle bottles treatments"
)
_TIMES = words("day days week weeks month months")
_DEVICES = words(
    "catheter tube drain sheath stent graft prosthesis valve balloon cannula needle nail screw implant occluder"
    " lens plug"
    " ring plate pigtail dilator bougie"
)
_COUNTED = _GIVEN | _TIMES | _DEVICES
_NUMBERS = words("one two three four five six seven eight nine ten eleven twelve") | frozenset(_NTHS)
_BEFORE = 50  # characters before a thing in which its number stands
_N = (
    r"\d{1,3}(?:\.\d)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fourteen|fifteen|sixteen"
    r"|eighteen|twenty"
)
_LEADING = lazily(
    rf"(?<![\w.,/–-])(?:(?P<n>{_N})(?!\s?(?:st|nd|rd|th)\b)"
    rf"|(?P<nth>\d{{1,2}}(?=\s?(?:st|nd|rd|th)\b)|{'|'.join(_NTHS)}))(?:\s?(?:st|nd|rd|th)\b)?"
    r"(?:[ -](?P<unit>fr|french|gauge|mm|cm)\b)?(?P<last>(?:,? and)? (?:last|final))?"
    r"[ -](?:(?!and |or |to |in |of |the |at |per |every |more |days?\b|weeks?\b|months?\b|menstrual |cardiac )"
    r"[a-z-]+ ){0,3}\Z"
)
_ENDED = lazily(r"(?![\w/]|-old)")
_OF_SIZE = lazily(
    rf"\b(?P<noun>{'|'.join(sorted(_DEVICES))}) (?:of|sized|measuring|with a size of) (?P<n>{_N})"
    r"[ -](?P<unit>fr|french|gauge|mm|cm)\b"
)
_SIZE = lazily(r"\d[\d.]*[ -](?:fr|french|gauge|mm|cm)")
_THE = lazily(
    r"\b(?:the|these|those|all|his|her)(?: (?:full|entire|whole|complete|scheduled|prescribed|planned|total of"
    r"|course of))*"
    r" \Z"
)
_AFTER = lazily(
    r"\b(?:after|following|completion of|completed|finished|completing|total of|on|upon)"
    r"(?: (?:the|these|those|transfusion of|transfusing|a total of|receiving|completing|completion of|infusion of"
    r"|all|his"
    r"|her|an?))* \Z"
)
_COMPLETED = lazily(
    r"\b(?:completed|finished|completing|finishing)(?: (?:the|an?|his|her|this|that|full))* \Z"
)
_COURSE = lazily(r"[ -](?:of\b|course\b|treatment\b|therapy\b|regimen\b|antibiotic)")
_GIVING = words(
    "received receive receiving given gave administered administration underwent treated treatment prescribed"
    " completed"
    " performed transfused required took started begun initiated scheduled inserted placed implanted introduced"
    " used had"
    " therapy lasted replaced put advanced fixed course was were"
)
_PRESCRIBED = words(
    "received given administered underwent treated treatment therapy prescribed completed course regimen lasted took"
    " finished"
)
_KNOWN_TIMES = lazily(r"\b(?:the|these) [a-z\d]+[ -](?:days?|weeks?|months?) (?:of|course)\b")
_ROUGH = lazily(
    r"\b(?:least|than|to|about|approximately|around|over|every|each|per|first|last|next|another|more|additional"
    r"|further"
    r"|other|remaining|another|initial|of|within|past|previous|first|in|at|or) \Z"
)
_OTHERWISE = lazily(
    rf"\b(?:further|additional\w*|more|another|{AGAIN}|extend\w*|prolong\w*|repeat\w*|recurr(?:ed|ing|ent)|relapsed"
    r"|remaining"
    r"|followed by|continu\w+|every|each|per|until|resum\w*|re-?start\w*|maintenance|consolidation|induction"
    r"|planned|initial"
    r"|first|second|including|both|previous\w*|prior|ago|before|exchanged|replac\w+|chang\w+|upsiz\w+|up to"
    r"|monthly|weekly"
    r"|(?:was|were) (?:stopped|discontinued|withdrawn|ceased)|started on|(?:second|third|next|fourth)[ -]line|salvage"
    r"|increas\w+|reduc\w+|switch\w+|would|should|may|plan|scheduled|other|daily,? then"
    r"|and (?:one|two|three|four|five|six|\d+) (?:on|at|in|during|the|after|later|of|units?))\b"
)


class Given(NamedTuple):
    """A number of something that was given or put in, where it stands."""

    place: Passage
    printed: str
    value: float
    noun: str
    sentence: int
    how: Literal["told", "known", "one"]  # for the first time, as known, or one of several: `a fourth cycle`
    least: bool  # whether only that there were so many follows from it: `after the fourth cycle`
    about: frozenset[str]  # the stems of the words of its sentence


def given_again(reading: Reading) -> Iterator[tuple[Given, Given]]:
    """The numbers spoken of as known, each with the one other number that the case told before."""
    if reading.once(cases_told) > 1:
        return
    nouns: dict[str, list[Given]] = {}
    for stretch in stretches_with(reading, _COUNTED):
        if part_kind(stretch.section.role) == "body" and stretch.block.kind not in (
            "table",
            "legend",
            "heading",
        ):
            for each in _in_stretch(stretch):
                nouns.setdefault(each.noun, []).append(each)
    for unsorted in nouns.values():
        told = sorted(unsorted, key=lambda each: each.place)
        for number, known in enumerate(told):
            if known.how == "known" and (first := _contradicted(reading, known, told, told[:number])):
                yield first, known
                break


def _contradicted(reading: Reading, known: Given, every: list[Given], before: list[Given]) -> Given | None:
    """What was told before in place of what is spoken of as known; None where that may be something else."""
    alike = [each for each in before if each.how == "told" and _of_one(each, known)]
    if len(alike) != 1 or any(each.value == known.value and each.how != "known" for each in every):
        return None
    first = alike[0]
    if (
        first.value == known.value
        or (known.least and first.value > known.value)
        or first.sentence == known.sentence
    ):
        return None
    if not all(of_patient(reading, each.sentence, each.place.start) for each in (first, known)):
        return None
    if _stands_before(reading, known):
        return None
    between = range(first.sentence, known.sentence + 1)
    return None if any(_tells_more(reading, number) for number in between) else first


def _of_one(one: Given, other: Given) -> bool:
    """Whether two numbers can be of one thing; of a time, the words beside must say so."""
    return one.noun not in _TIMES_OF or bool(one.about & other.about)


def _stands_before(reading: Reading, known: Given) -> bool:
    """Whether the same size stands before in its paragraph: `one of 28 Fr in the left and one of 24 Fr in the"
    " right`."""
    size = _SIZE.match(known.printed)
    text = lowered(reading.blocks[known.place.block][1].text)
    return size is not None and size[0] in text[: known.place.start]


def _tells_more(reading: Reading, number: int) -> bool:
    sentence = reading.sentences[number]
    text = lowered(reading.blocks[sentence.block][1].text)
    return _OTHERWISE.search(text, sentence.start, sentence.end) is not None


def _in_stretch(stretch: Stretch) -> Iterator[Given]:
    if not stretch.has_digits and stretch.words.isdisjoint(_NUMBERS):
        return
    text = stretch.lower
    for noun in stretch.words & _COUNTED:
        if noun in _TIMES and stretch.words.isdisjoint(_PRESCRIBED) and not _KNOWN_TIMES.search(text):
            continue
        for place in places_of(text, noun):
            end = place + len(noun)
            leading = _LEADING.search(text, max(0, place - _BEFORE), place)
            if leading and _ENDED.match(text, end):
                yield from _read(stretch, text, leading, noun, end)
    for match in _OF_SIZE.finditer(text) if not stretch.words.isdisjoint(_DEVICES) else ():
        yield from _read(stretch, text, match, match["noun"], match.end())


def _read(stretch: Stretch, text: str, match: re.Match[str], noun: str, end: int) -> Iterator[Given]:
    named = match.groupdict()
    noun, nth, start = noun.removesuffix("s"), named.get("nth"), match.start()
    value = float(_NTH.get(nth, 0) or nth) if nth else _number(named["n"])
    if (noun in _DEVICES) != bool(named["unit"]) or (noun in _TIMES_OF and nth):
        return
    known, least = _is_known(text, match, noun, end)
    told = _ROUGH.search(text, 0, start) is None and not stretch.words.isdisjoint(_GIVING)
    if known or nth or told:
        begin = stretch.offset + start
        place = Passage(stretch.sentence.block, begin, stretch.offset + end)
        about = content(stretch.text) - _EMPTY
        if not stretch.words.isdisjoint(_TREATED):
            about |= {"treatment"}
        how: Literal["told", "known", "one"] = "known" if known else "one" if nth else "told"
        key = f"{named['unit']} {noun}" if named["unit"] else noun
        yield Given(place, text[start:end], value, key, stretch.sentence.index, how, least, about)


def _is_known(text: str, match: re.Match[str], noun: str, end: int) -> tuple[bool, bool]:
    """Whether a number is spoken of as known, and whether it may be only one of several."""
    start, nth = match.start(), match.groupdict().get("nth")
    definite = _THE.search(text, 0, start) is not None
    if noun in _TIMES_OF:
        told = definite or _COMPLETED.search(text, 0, start) is not None
        return told and _COURSE.match(text, end) is not None, False
    if nth:
        return definite and noun in _GIVEN, not match.groupdict().get("last")
    if definite:
        return True, False
    return noun in _GIVEN and _AFTER.search(text, 0, start) is not None, True


def _number(text: str) -> float:
    number = read_number(text)
    return float(number.value) if number else 0.0


_TIMES_OF = frozenset(("day", "week", "month"))
_TREATED = words("treatment treated therapy")
_EMPTY = content(
    "treatment therapy course dose given received days weeks months after completed patient total"
)
