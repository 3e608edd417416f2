"""When a value was measured, by the words of its sentence.

`later` is said of a value that the words set apart from others without a date: it may be any time, and two values that
are both `later` need not be of one time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from casewright.document.mentions.wordset import ByWord, words
from casewright.patterns import lazily

_NUMBER = (
    r"(?:\d{1,4}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|first|second"
    r"|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d{1,3}(?:st|nd|rd|th))"
)
_UNIT = r"(?:minutes?|min|hours?|hrs?|h|days?|d|weeks?|wks?|wk|months?|mo|years?|yrs?|y)"
_DAY = (
    r"(?:(?:post-?\s?)?(?:operative|operation|surgery|procedure|transplant(?:ation)?|admission"
    r"|partum|natal|treatment|trauma|discharge|hospital(?:i[sz]ation)?|illness|icu|injury"
    rf"|partum)\s+)?day\s+(?:number\s+)?#?{_NUMBER}"
    rf"|(?:pod|hd|ptd|pid|dol)\s?#?\s?\d{{1,3}}|(?:the\s+)?{_NUMBER}\s+(?:post-?\s?operative "
    r"|post-?operation |hospital |icu |admission )?day(?:s)?(?: after \w+| of (?:admission"
    r"|hospitali[sz]ation|life|illness|treatment|stay|therapy))?"
)
_MOMENT = lazily(
    rf"(?P<day>\b(?:on|at|by|until|since|from|of|to)\s+(?:the\s+)?(?:{_DAY}))"
    r"|(?P<admission>\b(?:on|at|upon|during|by the time of|the time of|before|prior to"
    r"|after)\s+(?:the\s+|his\s+|her\s+|initial\s+|hospital\s+|first\s+)*(?:admission"
    r"|presentation|arrival|referral|hospitali[sz]ation|diagnosis|discharge|birth|baseline"
    r"|onset|delivery|transfer|readmission|triage|examination)\b|\badmission\b(?= (?:labs?"
    r"|laboratory|blood|vital|chest|ct|ecg|[a-z]+ level))|\binitial(?:ly)?\b"
    r"|\bbaseline\b)"
    r"|(?P<operation>\b(?:pre-?operative(?:ly)?|post-?operative(?:ly)?(?! day)"
    r"|intra-?operative(?:ly)?|perioperative(?:ly)?|(?:before|after|following"
    r"|during)\s+(?:the\s+)?(?:surgery|operation|procedure|treatment|chemotherapy|therapy"
    r"|dialysis|transfusion|transplantation|resection|delivery|intubation|induction"
    r"|radiotherapy|cessation|discontinuation|starting|initiation)))"
    rf"|(?P<later>\b(?:(?:about |approximately |nearly )?{_NUMBER}(?:\s*(?:-|–"
    rf"|to)\s*{_NUMBER})?[\s-]+{_UNIT}\s+(?:later|after(?:wards?)?|following|post"
    r"|postoperatively|ago|before|prior|earlier)(?:\s+(?:the\s+|his\s+|her\s+)?[a-z]+)?"
    r"|(?:after|within|following|at)\s+(?:about |approximately |the"
    rf" )?{_NUMBER}[\s-]+{_UNIT}\b(?: (?:of|after|follow-?up|postoperatively)(?: [a-z]+)?)?"
    r"|(?:a|one) (?:day|week|month|year)\s+(?:later|after|before|prior|earlier)))"
    r"|(?P<follow>\b(?:at|on|during|in)\s+(?:the\s+)?(?:last |latest |final |first |next "
    r"|subsequent |\w+-\w+ )?follow-?\s?up\b)"
    r"|(?P<next>\b(?:the\s+)?(?:next|following|same|subsequent|previous|preceding)\s+(?:day"
    r"|morning|week|month|night|evening)\b|\b(?:subsequently|thereafter|later|then"
    r"|again|repeat(?:ed)?|finally|afterwards?|latest|recent(?:ly)?"
    r"|previous(?:ly)?|now|currently|peak(?:ed)?|nadir"
    r"|lowest|highest|normali[sz]ed(?! ratio)|returned|decreased|increased|dropped"
    r"|fell|rose|improved|reduced|declined|deteriorated|worsened"
    r"|recovered|before|after|during|until)\b)"
    r"|(?P<date>\b(?:in|on)\s+(?:\d{1,2}\s+)?(?:january|february|march|april|may|june|july"
    r"|august|september|october|november|december)(?:\s+\d{1,2}(?!\d)(?:st|nd|rd"
    r"|th)?)?(?:,?\s+\d{4})?|\bin\s+(?:19|20)\d\d\b)"
)
_WORDS = words(
    "day days pod hd ptd pid dol admission presentation arrival referral hospitalization"
    " hospitalisation diagnosis "
    "discharge birth baseline onset delivery transfer readmission triage examination initial"
    " initially preoperative "
    "preoperatively postoperative postoperatively operative operatively intraoperative"
    " intraoperatively perioperative "
    "perioperatively surgery operation procedure treatment chemotherapy therapy dialysis"
    " transfusion transplantation "
    "resection intubation induction radiotherapy cessation discontinuation starting"
    " initiation minutes minute min hours "
    "hour hrs hr h d week weeks wks wk month months mo year years yrs yr y follow followup"
    " next following same "
    "subsequent previous preceding subsequently thereafter later then again repeat repeated"
    " finally afterwards "
    "afterward latest recent recently previously now currently peak peaked nadir maximum"
    " minimum lowest highest "
    "normalized normalised returned decreased increased dropped fell rose improved reduced"
    " declined deteriorated "
    "worsened recovered before after during until january february march april may june july"
    " august september october "
    "november december"
)
# The words, beside figures, with which a moment begins.
_BEFORE_DAYS = words("since from of to")  # with which only days in figures begin, as `from day 3`
_DAYS = words("day days pod hd ptd pid dol")
_FIRST = words(
    "on at by until upon during the before prior after admission initial initially"
    " baseline pre preoperative preoperatively post postoperative postoperatively intra intraoperative"
    " intraoperatively perioperative perioperatively following about approximately nearly one two three"
    " four five six seven eight nine ten eleven twelve first second third fourth fifth sixth seventh"
    " eighth ninth tenth within a in next same subsequent previous preceding subsequently thereafter later"
    " then again repeat repeated finally afterward afterwards latest recent recently previously now"
    " currently peak peaked nadir lowest highest normalized normalised returned decreased increased"
    " dropped fell rose improved reduced declined deteriorated worsened recovered"
)
_FIRST_OF_ALL = _FIRST | _BEFORE_DAYS
_WORD = lazily(r"\w+")
_SPACES = lazily(r"\s+")
_LEAD = lazily(
    r"^(?:on|at|by|upon|during|until|since|from|of|in|to|the time of|within|for) (?:the |his "
    r"|her )?|^(?:the|about|approximately) "
)
_ARTICLES = lazily(r"\b(?:the|his|her|initial|hospital|first) (?=admission|presentation|arrival|discharge)")
_SAME: dict[str, str] = {
    spelling: moment
    for moment, spellings in (
        ("admission", "presentation, arrival, triage, referral"),
        ("initial", "initial, initially"),
        (
            "before operation",
            "preoperative, preoperatively, pre-operative, pre-operatively, before surgery, before the"
            " surgery, before the operation",
        ),
        (
            "after operation",
            "postoperative, postoperatively, post-operative, post-operatively, after surgery, after"
            " the surgery, after the operation, following surgery",
        ),
        ("during operation", "intraoperatively, intraoperative"),
    )
    for spelling in spellings.split(", ")
}


class Moments:
    """The moments that one sentence names, found once for all of its values."""

    def __init__(self, lower: str, said: frozenset[str]) -> None:
        self._lower = lower
        self._found: list[tuple[int, int, str]] | None = [] if said.isdisjoint(_WORDS) else None
        self._first = _FIRST if said.isdisjoint(_DAYS) else _FIRST_OF_ALL

    def at(self, start: int, end: int) -> str:
        """The moment of the value at `start` to `end`: the last one named before it, else the first one behind it."""
        if self._found is None:
            self._found = [
                (m.start(), m.end(), "later" if m.lastgroup == "next" else _normal(m[0]))
                for m in _matches(self._lower, self._first)
            ]
        before = [moment for _, last, moment in self._found if last <= start]
        if before:
            return before[-1]
        behind = [
            moment for first, last, moment in self._found
            if first >= end and not self._parted(end, first)
        ]  # fmt: skip
        return behind[0] if behind else ""

    def _parted(self, start: int, end: int) -> bool:
        between = self._lower[start:end]
        return end - start > 60 or "; " in between or ", " in between


def _matches(lower: str, begins: frozenset[str]) -> Iterator[re.Match[str]]:
    """The matches of the pattern, which is slow, at the words with which one may begin."""
    end = 0
    for at, those in _BEGUN.along(lower):
        for offset, word in those:
            if at + offset < end or (word not in begins and not word[0].isdigit()):
                continue
            if match := _MOMENT.match(lower, at + offset):
                end = match.end()
                yield match


_BEGUN = ByWord(
    lambda piece: tuple(
        (word.start(), word[0])
        for word in _WORD.finditer(piece)
        if word[0] in _FIRST_OF_ALL or word[0][0].isdigit()
    )
)


def _normal(moment: str) -> str:
    text = _SPACES.sub(" ", moment.lower()).strip()
    text = _LEAD.sub("", text)
    text = _LEAD.sub("", text)
    text = _ARTICLES.sub("", text)
    if match := re.fullmatch(r"pod ?#?(\d+)", text):
        return f"postoperative day {match[1]}"
    text = text.replace("post-operative", "postoperative").replace("post operative", "postoperative")
    return _SAME.get(text, text)
