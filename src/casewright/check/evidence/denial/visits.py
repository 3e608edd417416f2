"""At which time of the case a sentence tells: at the first visit, at another, or at none that it names."""

from __future__ import annotations

from typing import Literal

from casewright.document.mentions.stretch import Stretch
from casewright.document.reading import Reading
from casewright.patterns import lazily

Time = Literal["first", "later", ""]
_OPENED = ("case", "text", "case.complaint", "case.history", "case.examination")

_MONTHS = "january|february|march|april|june|july|august|september|october|november|december"
_LATER = lazily(  # words that set a sentence apart in time, from the one before or from the first visit
    r"\b(?:later|subsequent\w*|thereafter|then|develop\w*|(?<!same )days?|post-?\s?operat\w*|follow(?:ing|ed|-up"
    r"| up)|after\w*|next"
    r"|repeat\w*(?! (?:vomit|episode|attack|bout|seizure|faint|fall|convuls|syncop))|again|during"
    r"|progress\w*|discharg(?:e|ed|ing)|eventual\w*|gradual\w*|recurr\w*|until|still"
    r"|persist\w*|ago|previous\w*"
    r"|prior|before|earlier|past|childhood|second|third|another|evening|night(?! sweat)|morning|now|became|become"
    r"|becoming|began|started"
    r"|appear\w*|new|increas\w+ (?:to|from|by|over|in size)|(?:has|had) increased|worsen\w*"
    r"|deteriorat\w*|first|once|control|last|months?|weeks?|years?"
    r"|hours?|since|already"
    r"|intermittent\w*|occasional\w*|sometimes|when|while|whenever|relaps\w*|at rest|prenatal\w*"
    r"|antenatal\w*|pre-?\s?operat\w*"
    r"|(?:per|at|in|by) (?:the|an?|his|her) (?:[a-z]+ )?(?:facility|nursing home|outside hospital|referring [a-z]+)"
    rf"|intra-?\s?operat\w*|treat\w*|therapy|surgery|operation|transfer\w*|finally|currently|underwent"
    rf"|{_MONTHS})\b"
)
_FIRST = lazily(  # and words that set it at the first visit
    r"\b(?:on|at|upon|by) (?:the )?(?:(?:day|time|date|moment) of )?(?:the |his |her |hospital |initial "
    r"|first |same |physical )*"
    r"(?:admission|presentation|arrival|consultation|visit"
    r"|(?<=first )examination|(?<=initial )examination)\b|\bday of (?:presentation|admission|arrival)\b"
    r"|\bat (?:the )?(?:same|initial) (?:time|examination|visit)\b"
    r"|\bsame (?:ultrasound|examination|echocardiogram|ct|mri|scan|visit|study|session|specimen|biopsy)\b"
)
_CAME = lazily(  # the complaint, with the time that it has lasted
    r"\b(?:present(?:ed|ing)|admitted|referred|came|seen|brought|consulted"
    r"|attended)\b[^.;]{0,60}? (?:with|for|because of|due to"
    r"|complaining of)\b|\b(?:complain(?:ed|ing)|complaints?) of\b|\bhistory of\b|\bchief complaint"
    r"|\b(?:man|woman|boy|girl|patient|he|she) (?:had )?(?:reported|noticed|noted|suffered from|experienced) "
)
_EXAMINED = lazily(
    r"\b(?:physical|clinical|neurologic\w*|general|abdominal|initial|on|ophthalm\w*|local|rectal|pelvic|oral|cardiac)"
    r" examination\b|\b(?:palpation|auscultation|inspection)\b|\bphysical findings\b"
)
_AGE = lazily(r"\b(?:of|aged) \d{1,3} (?:years|months)\b|\b\d{1,3}[ -](?:year|month|week|day)s?[ -]old\b")
_EARLIEST = lazily(r"\bfirst (?=ecg\b|electrocardiogram|ct\b|mri\b|scan|radiograph|x-ray|ultraso|echocardi)")
_LASTING = lazily(
    r"\b(?:for|of|over|a|an|in|since)? ?(?:the )?(?:past|last|previous|preceding)? ?(?:\d+|one|two|three"
    r"|four|five|six|seven|eight|ten|several"
    r"|few|couple of)[ -]?(?:to|-|–)? ?(?:\d+|two|three|four|five)?[ -](?:hours?|days?|weeks?|months?"
    r"|years?)\b(?:['’]? ?(?:history|duration))?(?! (?:later|after|ago|before|prior))"
)
_LASTED = lazily(
    r"\b(?:for|over) (?:the )?(?:past|last|previous|preceding)? ?(?:about |approximately |nearly )?(?:\d+|a"
    r"|one|two|three|four"
    r"|five|six|seven|eight|ten|several|many) (?:hours?|days?|weeks?|months?|years?)\b(?! (?:after|ago"
    r"|before|prior|later))"
)


def at_one_time(reading: Reading, one: Stretch, other: Stretch) -> bool:
    """Whether two sentences of one section tell of one time: none of them, and nothing between, goes on to "
    "another."""
    times = [time_of(reading, each) for each in (one, other)]
    if one.section is not other.section or "later" in times:
        return False
    if times == ["first", "first"]:
        return True
    first, last = sorted((one.sentence.index, other.sentence.index))
    between = (each for each in reading.stretches if first < each.sentence.index < last)
    return all(time_of(reading, each) != "later" for each in between)


def is_first(reading: Reading, stretch: Stretch) -> bool:
    """Whether a sentence tells of the first visit: it names it, or what was examined, or opens the case."""
    time = time_of(reading, stretch)
    if time == "" and stretch.sentence.index in reading.once(_opening):
        return True
    return time == "first" or (time == "" and _EXAMINED.search(stretch.lower) is not None)


def _opening(reading: Reading) -> frozenset[int]:
    """The sentences with which the case, its complaints and its examination begin, as far as no other time is told."""
    found: set[int] = set()
    past: set[int] = set()  # the sections that have gone on to another time
    for stretch in reading.stretches:
        if stretch.section.role in _OPENED and id(stretch.section) not in past:
            if time_of(reading, stretch) == "later":
                past.add(id(stretch.section))
            else:
                found.add(stretch.sentence.index)
    return frozenset(found)


def time_of(reading: Reading, stretch: Stretch) -> Time:
    """The time of one sentence."""
    known = reading.once(_known)
    if stretch.sentence.index not in known:
        known[stretch.sentence.index] = time_of_words(stretch.lower)
    return known[stretch.sentence.index]


def _known(_: Reading) -> dict[int, Time]:
    """The times of the sentences looked at so far."""
    return {}


def time_of_words(lower: str) -> Time:
    """The time of a text in small letters."""
    lower = _EARLIEST.sub(" ", _AGE.sub(" ", lower))
    if _FIRST.search(lower):
        return "first"
    came = _CAME.search(lower) is not None
    if _LATER.search((_LASTING if came else _LASTED).sub(" ", lower)):
        return "later"
    return "first" if came else ""
