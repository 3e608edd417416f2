"""How long before arrival each symptom had begun, as the case tells it: `fever for 3 days`, `four days ago he fell`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from casewright.check.evidence.text.parts import Part, of_patient, part_at
from casewright.check.evidence.text.passage import Passage
from casewright.document.mentions.stretch import Stretch
from casewright.document.mentions.wordset import words
from casewright.document.reading import Reading
from casewright.patterns import lazily
from casewright.quantity.number import read_number

_N = (
    r"\d{1,3}(?:\.5)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]{3,5}teen"
    r"|(?:twenty|thirty|forty)(?:[\s-](?:one|two|three|four|five|six|seven|eight|nine))?"
)
_SPAN = lazily(  # this and the patterns below are in small letters
    rf"\b(?<![\d.–/-])(?P<n>{_N}|an?)(?P<half>[\s-]and[\s-](?:a[\s-])?half(?:\s-|[\s-])?)?(?:\s?(?:-|–|to)\s?(?P<most>{_N}))?[\s-]{{1,2}}"
    r"(?P<unit>hours?|hrs?|h|days?|d|weeks?|wks?|wk|months?|mo|years?|yrs?|yr)\b"
)
_UNITS = words("hour hours hr hrs h day days d week weeks wks wk month months mo year years yrs yr")
_DAYS = {"h": 1 / 24, "d": 1.0, "w": 7.0, "m": 30.4375, "y": 365.25}
_BROUGHT = lazily(  # the end of a history, behind which stands what brought the patient
    r",? (?:and )?(?:who )?(?:was |were |is )?(?:present(?:ed|s|ing)|admitted|referred|came|seen|hospitali[sz]ed"
    r"|brought|visited|transferred)\b"
)
_HISTORY = lazily(r"[\s-](?:long[\s-])?(?:(?:history|duration|evolution) (?:of|with)|course with) ")
_FOR = lazily(
    r"\b(?:for|since|over|during|lasting|(?<!\bage )of|duration of)(?: (?:the|about|approximately|nearly|almost|around"
    r"|a|period|of|past|last|previous|preceding|at least))*\s\Z"
)
_AGO = lazily(
    r"[\s-](?:ago|earlier|previously|back|(?:before|prior to) (?:his |her |the |this |hospital |initial |current )*"
    r"(?:admission|presentation|visit|arrival|hospitali[sz]ation|referral))\b,?"
)
_BEFORE = lazily(r"[\s-](?:ago|earlier|previously|back|before|prior)\b,?")
_STARTED = lazily(  # `chest pain, which had started` two hours before
    r"\b(?:started|begun|began|appeared|commenced|set in)(?: (?:about|approximately|some|around|nearly|only))?\s\Z"
)
_LASTED = lazily(  # `the duration of symptoms was` two days
    r"\bduration of (?:the |his |her )?(?P<of>[a-z]+) (?:was|were|is|had been|of) (?:only |about |approximately )?\Z"
)
_OPENS = lazily(
    r"(?:about |approximately |nearly |some |at |around |the patient(?:'s|’s) symptoms started )?\Z"
)
_BEGAN = lazily(  # `The patient developed chest pain` two weeks ago, at home
    r"(?:The patient|He|She|Patient|This (?:man|woman|patient)) (?:presented with|developed|experienced"
    r"|suffered(?: from)?|noticed|felt|complained of|had|began to have)"
    r" (?:(?!hospital|clinic|department|elsewhere|treat)[^.;\d]){3,90}?(?: (?:about|approximately|some))? ",
    re.IGNORECASE,
)
_ARRIVING = lazily(
    r"\b(?:present|admi|complain|history|came|visited|referred|consult|suffer|mention|report|brought|attend|seen|hospital|said"
    r"|told|notic)"
)
_CAME = lazily(r"\b(?:present|admi|complain|came|visited|referred|consult|brought|attend|seen)")
_CHANGED = lazily(
    r"\b(?:wors|progress|recur|intermittent|exacerbat|aggravat|increas|frequen|intensif|turn|more |less "
    r"|new|sudden|again|subsid|resol|reliev|treat|follow"
    r"|later|after|episod|appear|chang|becam|no |not |without|denied|until|once|return|previous|similar|day of|accompan"
    r"|join|then|daily)"
)
_ATTACKS = lazily(
    r"\b(?:episodes?|attacks?|bouts?|spells?|admissions?|recurrent|repeated|occasional\w*|on and off)\b"
)
_GIVEN = lazily(r"\b(?:receiv|treat|infus|given|took|taken|therap|prescri|medicat|hospitali|admitted for)")
_ROUGH = lazily(
    r"\b(?:about|approximately|nearly|almost|around|some|several|over|more than|at least|less than)\s\Z"
)
_SYMPTOMS = (
    ("fever", r"fever|febrile|pyrexia"),
    ("pain", r"pains?\b|aches?\b"),
    ("headache", r"headaches?"),
    ("cough", r"cough"),
    ("dyspnea", r"dyspno?ea|shortness of breath|breathless|difficulty (?:in )?breathing|respiratory distress"),
    ("vomiting", r"vomit|emesis"),
    ("nausea", r"nausea"),
    ("diarrhea", r"diarrho?ea|loose stools?"),
    ("swelling", r"swelling|o?edema(?!tous)"),
    ("mass", r"\bmass\b|\blump\b|nodule"),
    ("rash", r"\brash|erythema|exanthem"),
    ("itching", r"itch|prurit"),
    ("jaundice", r"jaundice|icterus"),
    ("weakness", r"weakness|paresis|paralysis"),
    ("numbness", r"numbness|par[ae]sthesia|tingling"),
    ("weight loss", r"weight loss|lost weight|loss of weight"),
    ("fatigue", r"fatigue|malaise|\btired"),
    ("hematuria", r"ha?ematuria"),
    ("hemoptysis", r"ha?emoptysis"),
    ("bleeding", r"bleeding|ha?emorrhage"),
    ("melena", r"mela?ena|(?:black|tarry) stools?"),
    ("dysphagia", r"dysphagia|difficulty (?:in )?swallowing"),
    ("hoarseness", r"hoarse"),
    ("seizures", r"seizures?|convulsion"),
    ("sweats", r"sweats?\b|sweating"),
    ("constipation", r"constipation"),
    ("blurred vision", r"blurred vision|visual loss|loss of vision|diplopia"),
    ("palpitations", r"palpitation"),
    ("dysuria", r"dysuria"),
    ("symptoms", r"\bsymptoms|\bcomplaints\b"),
)  # fmt: skip
COMPLAINT, ALL = "complaint", "symptoms"  # that which brought the patient, and all there are
LOCAL = frozenset({"pain", "swelling", "mass", "rash", "itching", "weakness", "numbness", "bleeding"})
_SYMPTOM = lazily("|".join(f"(?P<s{number}>{words})" for number, (_, words) in enumerate(_SYMPTOMS)))
_SITE = lazily(
    r"\b(abdom|chest|thora|back|lumbar|flank|loin|leg|limb|arm|shoulder|knee|hip|neck|head|throat|pelvi|epigastr|quadrant|foot|ankle"
    r"|hand|wrist|elbow|face|facial|jaw|tooth|teeth|joint|eye|ear|groin|scrot|testi|breast|buttock|calf|thigh|heel|waist)"
)
_LEAD = 20  # characters that the words before a rough time have at most
_NEAR = 30  # characters beside a symptom whose words tell that it changed
_RETELLING = ("abstract", "core_tip", "discussion", "conclusion", "comments", "highlights", "learning_points")
_FIRST = 6  # paragraphs of the case in which the history is told


class Onset(NamedTuple):
    """A symptom with the days before arrival, from the least to the most that the printed time allows."""

    place: Passage
    text: str
    low: float
    high: float
    symptoms: frozenset[str]
    sites: frozenset[str]  # of the body, where the words name one
    sentence: int
    changed: bool  # whether the words tell a change in it, or another attack
    part: Part


def onsets(reading: Reading) -> tuple[Onset, ...]:
    """Every such time of the history, and of the parts that tell it again, in reading order."""
    found: list[Onset] = []
    first: int | None = None
    for stretch in reading.stretches:
        block = stretch.sentence.block
        part = part_at(reading, block)
        if stretch.block.kind not in ("paragraph", "item"):
            continue
        if part == "body":
            first = block if first is None else first
            if block - first > 2 * _FIRST:
                continue
        elif not stretch.section.role.startswith(_RETELLING):
            continue
        if not stretch.words.isdisjoint(_UNITS) and of_patient(reading, stretch.sentence.index):
            found += _in_stretch(stretch, part)
    return tuple(found)


def _in_stretch(stretch: Stretch, part: Part) -> Iterator[Onset]:
    text = stretch.lower
    spans = list(_SPAN.finditer(text))
    if not spans:
        return
    arriving = (
        stretch.section.role.startswith(("case.complaint", "case.present"))
        or (part != "body" and "had" in stretch.words)
        or _ARRIVING.search(text) is not None
    )
    for index, match in enumerate(spans):
        start = spans[index - 1].end() if index else 0
        end = spans[index + 1].start() if index + 1 < len(spans) else len(text)
        if history := _HISTORY.match(text, match.end()):
            brought = _BROUGHT.search(text, history.end(), end)
            first, last = history.end(), brought.start() if brought else end
        elif begun := _began(text, start, match):
            first, last = start, begun.end("of") if "of" in begun.re.groupindex else begun.start()
        elif (ago := _AGO.match(text, match.end())) and _OPENS.match(text[: match.start()]):
            first, last = ago.end(), end
        elif (ago and _BEGAN.fullmatch(text[start : match.start()])) or (
            arriving and not ago and _FOR.search(text, start, match.start())
        ):
            first, last = start, match.start()
        else:
            continue
        if last == match.start() and _GIVEN.search(text, first, last):
            continue
        if _ATTACKS.search(text, first, last):
            continue  # how long they have come and gone is not how long the last one lasts
        named = [each for each in _SYMPTOM.finditer(text, first, last) if each.lastgroup]
        symptoms = frozenset(_SYMPTOMS[int((each.lastgroup or "s0")[1:])][0] for each in named)
        if history and arriving and (symptoms or (len(spans) == 1 and _CAME.search(text))):
            symptoms |= {
                COMPLAINT
            }  # but not an illness that he has had for long: `a 20-year history of gout`
        days = _days(match, _ROUGH.search(text, max(0, match.start() - _LEAD), match.start()) is not None)
        if symptoms and days:
            at = Passage(stretch.sentence.block, stretch.offset + match.start(), stretch.offset + match.end())
            sites = frozenset(_SITE.findall(text, first, last))
            near = (
                (first, min(last, named[0].end() + _NEAR if named else last))
                if first >= match.end()
                else (max(first, named[0].start() - _NEAR), last)
            )
            changed = _CHANGED.search(text, *near) is not None
            if symptoms == {ALL}:  # which of them, where more follow
                changed = changed or _SYMPTOM.search(text, match.end()) is not None
            printed = stretch.text[match.start() : match.end()]
            yield Onset(at, printed, *days, symptoms, sites, stretch.sentence.index, changed, part)


def _began(text: str, start: int, match: re.Match[str]) -> re.Match[str] | None:
    """The words before a time that make it the time since all began: `the duration of symptoms was`."""
    if lasted := _LASTED.search(text, start, match.start()):
        return lasted
    return _STARTED.search(text, start, match.start()) if _BEFORE.match(text, match.end()) else None


def _days(match: re.Match[str], rough: bool) -> tuple[float, float] | None:
    """The least and the most days that a printed time allows: half a unit more or less, of weeks a day."""
    least = read_number("one" if match["n"] in ("a", "an") else match["n"].replace(" ", "-"))
    most = read_number(match["most"]) if match["most"] else least
    if least is None or most is None:
        return None
    size = _DAYS[match["unit"][0]]
    half = 0.5 if match["half"] else 0.0
    slack = (
        0.2
        if half
        else 0.5
        if rough or match["unit"][0] in "my"
        else 0.15
        if match["unit"][0] == "w"
        else 0.0
    )
    wide = 0.3 if rough else 0.0
    low, high = float(least.value) + half, float(most.value) + half
    return (low - slack - wide * low) * size, (high + slack + wide * high) * size
