"""Times of a course that go back where the words go on: `Twelve hours after the operation, he went to the ward`, told
behind what befell him 24 hours after it.

Of the days that published reports tell in one paragraph, one in ten is earlier than the day before it: a result, a
treatment or a value is often told back. Nearly none is so where the day opens its sentence, where the patient is its
subject, where it ends something, or where `and` or `for which` leads to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from casewright.check.evidence.text.around import vocabulary
from casewright.check.evidence.text.parts import of_patient
from casewright.check.evidence.times.courseorder import counts_anew
from casewright.check.evidence.times.moments import Moment, moments, precedes
from casewright.document.mentions.wordset import words
from casewright.document.reading import Reading
from casewright.patterns import lazily
from casewright.quantity.number import read_number

_JOIN = r"(?:(?:subsequently|then|finally|unfortunately|eventually|therefore|thus|afterwards?|later),? )?"
_OPENS = lazily(
    rf"{_JOIN}(?:(?:on|at|by|in|approximately|about|only|some|around|just|early|late) )*(?:the )?",
    re.IGNORECASE,
)
_SUBJECT = lazily(
    rf"{_JOIN}(?:s?he|(?:the|our) (?:patient|boy|girl|child|infant|man|woman|baby|neonate))\b(?!['’])",
    re.IGNORECASE,
)
_STEPS = lazily(  # a sentence that begins as the next step of a story does
    r"(?:Due to|Because of|Owing to|In view of|On account of|Therefore|Consequently|Subsequently|Thus|Then|After|As"
    r"|Given|Following|Unfortunately|Nevertheless|Despite|Hence|Accordingly|So|With|When|Once|Finally|Eventually"
    r"|Later|Thereafter|Afterwards?|Emergency|An? (?:urgent|emergency|emergent|repeat|follow-up|control|subsequent|new)"
    r"|Repeat|Control)\b"
)
_CLAUSE = lazily(  # and one whose last clause is joined to what was told
    r".*(?:, and|;|, but|, so| and(?=\s(?:s?he|the patient)\s(?:was|became|had|could))) [^,;()]*\Z"
)
_ENDS = lazily(
    r"\b(?:extubated|weaned|decannulated|discharged|transferred|moved|died|expired|removed|resolved"
    r"|disappeared|subsided|normali[sz]ed|returned to normal"
    r"|became (?:negative|sterile|afebrile)|recovered|succumbed|passed away)\b[^.;,()]{0,60}\Z",
    re.IGNORECASE,
)
_LEADS = lazily(
    r"[^().]*(?:[,;] |\b)(?:and|then|being|after which|for which|followed by|whereupon|but)\s[^().]*\Z",
    re.IGNORECASE,
)
_ASIDE = lazily(  # words of what is told back, or of another time
    r"\bhad (?:\w+ly |already |not |then )*(?:been|had|undergone|begun|become|taken|given|grown|fallen|risen|shown"
    r"|\w+ed)\b"
    r"|\bhas been\b|\bprevious|\bprior\b|\bearlier\b|\bhistory\b|\bsince\b|\bbefore\b|\bago\b"
    r"|\bretrospective|\btwin\b|\bdonor\b|\bplan|\bschedul|\bexpected\b|\bto be\b|\bcycles?\b|\bcourses?\b"
    r"|\bchemotherapy\b|\bregimen\b|\bprotocol\b|\bmg/m|\binitially\b",
    re.IGNORECASE,
)
_BACK = lazily(  # words of the earlier time by which it is told back
    r"\balso\b|\balready\b|\bcompared\b|\bcollected\b|\bdrawn\b|\btaken (?:on|at)\b|\bsent\b|\bsampl|\bspecimen"
    r"|\bcultures? (?!\w+ (?:negative|sterile))|(?<=\w )because\b"
    r"|(?<!was )(?<!were )\b(?:performed|conducted|obtained|done)\s(?:on |at )?(?:the )?\Z",
    re.IGNORECASE,
)
_AGAIN = lazily(r"\b(?:again|first|second)\b", re.IGNORECASE)
_SPAN = lazily(
    r"\b(?:for|until|till|through|from|since|between|to|within|least|than|after)\s(?:the\s)?"
    r"(?:(?:illness|hospital|postoperative|post-operative)\s)?\Z",
    re.IGNORECASE,
)
_WARD = lazily(r"\b(?:[np]?icu|intensive care)\b", re.IGNORECASE)  # whose days count from another day
_BESIDE = 30  # characters of a time within which its ward is named
_TREND = lazily(  # of a value, told on to where it went before the story goes on
    r"\b(?:rose|fell|increased|decreased|declined|dropped|normali[sz]ed|improved|peaked|reached|climbed|recovered)\b"
    r"(?: (?:to|from|by|at)\b[^.;]*\d[^.;]*)? (?:on|by|at) (?:the )?(?:\w+ )?\Z",
    re.IGNORECASE,
)
_OPEN = lazily(  # of the time told first: the end of a span, a stay that is over, an arrival
    r"\b(?:for|until|till|through|from|since|between|and|or|to|within|least|than)\s(?:the\s)?\Z|\bdischarge"
    r"|\bwent home\b|\btaper\w*|\bfollow-?up\b|\balso\b"
    r"|\b(?:brought|presented|arrived|came)\b(?: (?:to|at|in) [^.;,]{0,40})?\s\Z",
    re.IGNORECASE,
)
_ANEW = lazily(  # from where days may count anew
    r"\bre-?(?:admi|operat|explor|intubat|hospital)|\breturned\b|\bdischarg|\bwent home\b"
    r"|\b(?:second|third|next|further|final|definitive|another|completion|repeat)[ -](?:[\w-]+ ){0,2}(?:operation"
    r"|surgery|admission|procedure|stage|step|episode|attack|stay|transplant\w*|look)\b"
    r"|\b(?:summary|brief|cycle|course)s?\b",
    re.IGNORECASE,
)
_OF_ANOTHER = lazily(
    r"\s(?:after|of|following|post)\s(?:the\s|his\s|her\s)?(?:re|second|third|last|next|final)", re.IGNORECASE
)
_DIED = lazily(
    r"\b(?<!brother )(?<!sister )(?<!mother )(?<!father )(?<!twin )(?<!donor )(?<!son )(?<!daughter )"
    r"(?:died|expired|passed away|succumbed|death (?:occurred|ensued))\b[^.;,]{0,40}\Z",
    re.IGNORECASE,
)
_DYING = words("died expired succumbed passed death")
_AFTERWARDS = lazily(
    r"\b(?:autops|necrops|post-?mortem|histopatholog|patholog|culture|result|detect|report|test)\w*\b",
    re.IGNORECASE,
)
_PAIRED = lazily(  # two things told side by side
    r"\bright\b.*\bleft\b|\bleft\b.*\bright\b|\b(?:respectively|another|other|also|same)\b",
    re.IGNORECASE,
)
_CLAUSE_END = lazily(r"[,;:]| (?:which|that|who|when|as|because|since|once|where|while|at which)\b")
_LATER = lazily(
    r"(?:(?<=[.;] )|(?<=\n))(?:About |Approximately |Another )?(?P<count>\d{1,2}|[A-Za-z]{3,8}) "
    r"(?P<unit>day|week|month)s? (?:later|afterwards?)\b"
)
_HOURS = {"d": 24.0, "w": 168.0, "m": 730.5}
_BY = 2.0  # units by which what ends must be earlier: a day more or less is a matter of counting


class _Told(NamedTuple):
    """A time, with the words of its sentence before and behind it, as far as the times beside it."""

    at: Moment
    before: str
    behind: str


def stepping_back(reading: Reading) -> Iterator[tuple[Moment, Moment]]:
    """Pairs of times counted from one event, of which the second is earlier and told as later.

    They stand in one paragraph; in two where hours are counted. So too is a death before what befell the living
    patient, or what befalls him behind the time of the death.
    """
    last: dict[str, _Told] = {}
    for each in _told(reading):
        first = last.get(each.at.scale)
        if first and _is_near(first.at, each.at) and _is_earlier(reading, first.at, each.at):
            stands = not any(sign.search(first.before) for sign in (_OPEN, _ASIDE, _TREND))
            yield from [(first.at, each.at)] if stands and _goes_on(reading, first.at, each) else ()
        last[each.at.scale] = each
    if not reading.once(vocabulary).isdisjoint(_DYING):
        yield from _around_death(reading)


def _around_death(reading: Reading) -> Iterator[tuple[Moment, Moment]]:
    """A death before what befell the living patient, and what befalls him behind the time of the death."""
    lived: dict[str, Moment] = {}
    died: dict[str, Moment] = {}
    for each in _told(reading):
        scale, at = each.at.scale, each.at
        dead, then = died.get(scale), lived.get(scale)
        if dead and dead.block == at.block and precedes(dead, at) and _is_of_living(each):
            yield dead, at
        if _DIED.search(each.before):
            died[scale] = at
            if then and precedes(at, then) and not counts_anew(scale, _between(reading, then, at)):
                yield then, at
        elif not any(sign.search(each.before) for sign in (_OPEN, _ASIDE)) and not _is_of_result(each):
            lived[scale] = max(then or at, at, key=lambda moment: moment.least)


def _is_near(first: Moment, each: Moment) -> bool:
    """Whether two times stand in one paragraph; in neighboring ones, where hours are counted."""
    return each.block - first.block <= (1 if first.unit == each.unit == "h" else 0)


def _is_of_living(each: _Told) -> bool:
    """Whether a time that opens its sentence is of no result, which may come after the death."""
    return _OPENS.fullmatch(each.before) is not None and not _is_of_result(each)


def _is_of_result(each: _Told) -> bool:
    return _AFTERWARDS.search(each.before) is not None or _AFTERWARDS.search(each.behind) is not None


def _is_earlier(reading: Reading, first: Moment, each: Moment) -> bool:
    """Whether a time is earlier than the one told before it and the weeks told to pass since."""
    if precedes(each, first):
        return True
    between, passed = _between(reading, first, each), 0.0
    for match in _LATER.finditer(between) if not _PAIRED.search(between) else ():
        number = read_number(match["count"].lower())
        passed += 0.75 * float(number.value) * _HOURS[match["unit"][0]] if number else 0.0
    return bool(passed) and not each.bare and each.most < first.least + passed


def _goes_on(reading: Reading, first: Moment, each: _Told) -> bool:
    """Whether a time that is earlier than the one told before it is told as later."""
    at, before = each.at, each.before
    between = _between(reading, first, at)
    since = reading.sentences[reading.sentence_at(first.block, first.start)].start
    lead = reading.blocks[first.block][1].text[since : first.start] + between
    if _ANEW.search(between) or counts_anew(at.scale, lead) or _OF_ANOTHER.match(each.behind):
        return False
    opens = _OPENS.fullmatch(before) is not None
    ends = _CLAUSE_END.search(each.behind, 1 + (each.behind.find(",") if opens else 0))
    after = each.behind[: ends.start()] if ends else each.behind
    after = "" if at.scale == "follow-up" else after  # `At the 6-month follow-up, he had returned to work`
    if any(sign.search(before) or sign.search(after) for sign in (_ASIDE, _BACK)) or _AGAIN.search(before):
        return False
    index = reading.sentence_at(at.block, at.start)
    if _SPAN.search(before) or not of_patient(reading, index, at.start):
        return False
    if first.block == at.block and reading.sentence_at(first.block, first.start) == index:
        return _LEADS.match(between) is not None and not _PAIRED.search(between + each.behind)
    if opens or any(way.match(before) for way in (_SUBJECT, _STEPS, _CLAUSE)):
        return True
    least = _BY if at.scale in ("admission", "operation") else 0.0
    return _ENDS.search(before) is not None and abs(first.number - at.number) >= least


def _between(reading: Reading, first: Moment, each: Moment) -> str:
    texts = [reading.blocks[number][1].text for number in range(first.block, each.block + 1)]
    texts[-1] = texts[-1][: each.start]
    texts[0] = texts[0][first.end :]
    return "\n".join(texts)


def _told(reading: Reading) -> Iterator[_Told]:
    """The times outside brackets; weeks of pregnancy are compared elsewhere."""
    told = reading.once(moments)
    for number, each in enumerate(told):
        text = reading.blocks[each.block][1].text
        sentence = reading.sentences[reading.sentence_at(each.block, each.start)]
        start, end = sentence.start, sentence.end
        if each.scale == "pregnancy" or text.count("(", start, each.start) > text.count(
            ")", start, each.start
        ):
            continue
        if number and told[number - 1].block == each.block:
            start = max(start, told[number - 1].end)
        if number + 1 < len(told) and told[number + 1].block == each.block:
            end = min(end, told[number + 1].start)
        before, behind = text[start : each.start], text[each.end : end]
        if not (
            _WARD.search(before[-_BESIDE:])
            or _WARD.search(text, each.start, each.end)
            or _WARD.search(behind[:_BESIDE])
        ):
            yield _Told(each, before, behind)
