"""Figures without a unit: days of the course, grades, scores, titers, acuities, powers and counts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from casewright.check.evidence.text.letters import places_of
from casewright.check.evidence.words.wording import stem
from casewright.document.mentions.stretch import Stretch
from casewright.document.mentions.wordset import words
from casewright.document.reading import Reading
from casewright.patterns import lazily
from casewright.quantity.model import Number
from casewright.quantity.number import ROMAN, read_number

_WORDED = (
    "[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Ee]leven|[Tt]welve|[Tt]hirteen"
    "|[Ff]ourteen|[Ff]ifteen|[Ss]ixteen|[Tt]wenty"
)
_THINGS = (
    "mitotic figures|sessions|cycles|courses|exchanges|units|points|fractions"
    "|mitoses|nodes|stones|nodules|masses|lesions|polyps|tumou?rs"
    "|attacks|episodes|operations|procedures|transfusions|injections|plasmaphereses|stents|grafts|screws|levels|doses|vials"
    "|embryos|fetuses|children|seizures|fibroids|myomas|gallstones"
    "|abscesses|biopsies|adenomas|fragments|rings|cysts|metastases|coils|clips|plugs|trocars|ports|pins|wires|leads"
    "|electrodes|shocks|infusions|pulses|miscarriages|pregnancies|aneurysms|ulcers|debridements|fractures|siblings|daughters|sons"
)
# With one of these a bare figure begins; each is found much faster than the figure itself.
_DIGIT = lazily(r"[0-9](?<![A-Za-z0-9].)")
_DAYS = words("day pod week month")
_BEARING = words("g p")  # G2P1
_NAMED = words(
    "post postoperative postprocedural hospital day pod week month grade stage class type gravida para"
)
_SPELLED = words(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen twenty"
)
_SCORES = words("score scores index")
_GRADED = lazily(r"\bG[1-4][a-z \)-]{1,30}?(?:oma|tumou?r)s?\b")  # `a G3 sarcoma`
_SCORE_NAME = lazily(r"(?:[TZ]-|[A-Z][\w-]{1,11} )\Z")
_COUNTED = words(_THINGS.replace("tumou?rs", "tumors tumours").replace("|", " "))
_SIGNS = (
    _NAMED | _SCORES | _COUNTED | {"mitotic"}
)  # words of which every sentence with a bare figure has one, unless it has a sign
_SIGNED = lazily(
    r"[/:](?:(?<=20/)\d|(?<=\b1/)\d\d|(?<=[0-5+-]/)5|(?:(?<=1:)|(?<=1\s:))\s?\d|(?<=[1-6IV]/)(?:6|VI)\b|(?<=6/)[1-69])"
)
_BARE = lazily(
    r"\b(?:(?P<day>(?:[Pp]ost-?\s?operative |[Hh]ospital |[Pp]ost-?procedural )?[Dd]ay"
    r"|POD)\s?(?P<n_day>\d{1,3})\b"
    r"|(?P<after>[Pp]ost-?\s?operative )?(?P<span>[Ww]eek|[Mm]onth)"
    r"\s(?P<n_span>\d{1,2})\b(?!\s?(?:[-–/]|to\b|and\b|through\b)\s?\d)"
    r"|(?P<n_nth>\d{1,3})(?:st|nd|rd|th) (?P<nth>(?:post-?\s?operative|hospital) )day"
    r"|(?P<acuity>20)/(?P<n_acuity>\d{2,4})\b|6/(?P<n_meters>[569]|12|18|24|36|60)\b|1\s?:\s?(?P<n_titer>\d{2,6})\b"
    r"|1/(?P<n_dilution>\d{2,6})\b"
    r"|(?P<n_sixths>[1-6]|I{1,3}|IV|VI?)/(?:6|VI)\b(?=[a-z, -]{0,40}murmur)"
    r"|(?P<score>[TZ]-score|[A-Z][\w-]{1,11} (?:[Ss]core|[Ii]ndex)) "
    r"(?:was |of |is |: ?|(?:increased|rose|decreased|fell|dropped|improved|declined|went) from )?"
    r"(?P<n_score>[-−–]?\d{1,3}(?:\.\d)?)\b(?![.%]\d|[-–/ ]?(?:%|mm|to|\d))"
    r"|(?:scores?|index)(?: (?:of|in|for|at|on) (?!\d)(?:[a-z]+ ){0,2}[a-z]+)?"
    r" (?:was|were|of|is) (?P<n_scale>\d{1,3}(?:\.\d)?)\b(?![.%]\d|[-–/ ]?(?:%|mm|to|\d))"
    r"|(?P<n_fifths>[0-5])(?P<sign>[+-])?/5\b"
    r"|(?P<grade>[Gg]rade|[Ss]tage|[Cc]lass|[Tt]ype)\s(?P<n_grade>[IVX]{1,4}"
    r"|\d{1,2})(?P<sub>[a-dA-D]?)(?![\w/])"
    rf"|(?<=mitotic )(?:count|rate|index|activity) (?:was |of |: ?|is )?(?P<n_mitoses>\d{{1,3}})"
    rf"(?=(?: mitos[ei]s| mitotic figures?)? ?(?:per|/|in) ?(?:10|50|ten|fifty|2|5|1)\b)"
    r"|G(?P<n_tumor>[1-4])(?=[a-z \)-]{1,30}?(?:oma|tumou?r)s?\b)"
    rf"|[Gg]ravida\s(?P<n_gravida>\d{{1,2}}|I{{1,3}}V?|{_WORDED})\b"
    r"|[Gg](?P<n_g>\d{1,2})(?:,?\s?/?[Pp](?:ara\s)?(?P<n_p>\d)(?!\d))"
    rf"|[Pp]ara\s(?P<n_para>\d|I{{1,3}}V?|{_WORDED})(?![\w-])"
    rf"|(?P<n_count>\d{{1,3}}|{_WORDED})\s(?P<thing>(?:[a-z]+\s){{0,2}}?(?:{_THINGS}))\b)"
)


_DILUTED = words("titer titers titre titres dilution dilutions")
_SEEING = lazily(r"\b(?:[Aa]cuity|[Vv]ision|BC?VA)\b")
_ROMAN = lazily(r"\b[IV]{1,3}(?=/VI\b)")
_MITOSES = f"count of {stem('mitoses')}"
_DAY_OF = lazily(
    r" of (?:the |his |her )?(?P<of>fever|illness|disease|symptoms?|life|pregnancy|[a-z]+itis)\b"
)


@dataclass(frozen=True, slots=True)
class Bare:
    """A figure without a unit: its sentence, its place in the block, and the kind of it."""

    stretch: Stretch
    start: int
    end: int
    text: str
    what: str  # `count of sessions`, `postoperative day`
    value: Number


def bare_figures(reading: Reading) -> Iterator[Bare]:
    """Every such figure of the running text and the tables, in reading order."""
    for stretch in reading.stretches:
        text = stretch.text
        signed = stretch.has_digits and ("/" in text or ":" in text) and _SIGNED.search(text) is not None
        graded = "g" in stretch.words and _GRADED.search(text) is not None
        if not (signed or graded) and stretch.words.isdisjoint(_SIGNS) and not stretch.words >= _BEARING:
            continue
        role = stretch.section.role
        if role != "title" and (
            stretch.block.kind == "heading" or role.startswith(("references", "statements"))
        ):
            continue
        for match in _in_stretch(stretch, signed):
            start, end = stretch.offset + match.start(), stretch.offset + match.end()
            yield Bare(stretch, start, end, match["n_mitoses"] or match[0], *_kind(match))
            if match["n_p"]:
                yield Bare(stretch, start, end, match[0], "parity", _number(match["n_p"]))


def _in_stretch(stretch: Stretch, signed: bool) -> Iterator[re.Match[str]]:
    text, end = stretch.text, 0
    for start in sorted(_beginnings(stretch, signed)):
        if start < end or (start and text[start - 1].isalnum()):
            continue
        match = _BARE.match(text, start)
        heads = match and match["n_span"] and stretch.block.kind == "table"  # heads a row or a column
        diluted = match and match["n_dilution"] and stretch.words.isdisjoint(_DILUTED)
        if (
            match
            and not heads
            and not diluted
            and not (match["n_meters"] and not _SEEING.search(stretch.block.text))
        ):
            end = match.end()
            yield match


def _beginnings(stretch: Stretch, signed: bool) -> Iterator[int]:
    """Where a bare figure may begin in a sentence."""
    text, lower, said = stretch.text, stretch.lower, stretch.words
    counted = not said.isdisjoint(_COUNTED)
    if counted or signed or not said.isdisjoint(_DAYS):
        for digit in _DIGIT.finditer(text):
            yield digit.start()
    for word in (_NAMED | _SPELLED if counted else _NAMED) & said:
        yield from places_of(lower, word)
    if "murmur" in said and signed:
        yield from (match.start() for match in _ROMAN.finditer(text))
    if "mitotic" in said:
        yield from (place + len("mitotic ") for place in places_of(lower, "mitotic "))
    if said >= _BEARING or ("g" in said and _GRADED.search(text)):
        yield from (place for place in places_of(lower, "g") if lower[place + 1 : place + 2].isdigit())
    for word in _SCORES & said:
        for place in places_of(lower, word):
            name = _SCORE_NAME.search(text, max(0, place - 13), place)
            yield name.start() if name else place


def _kind(match: re.Match[str]) -> tuple[str, Number]:
    if match["n_nth"]:
        return ("postoperative day" if "op" in match["nth"].lower() else "day"), _number(match["n_nth"])
    if match["n_day"]:
        if counted := _DAY_OF.match(match.string, match.end()):
            return f"day of {stem(counted['of'])}", _number(match["n_day"])
        return ("postoperative day" if "op" in match["day"].lower() else "day"), _number(match["n_day"])
    if match["n_span"]:
        span = match["span"].lower()
        return (f"postoperative {span}" if match["after"] else span), _number(match["n_span"])
    if match["n_score"]:
        name = match["score"].lower()
        value = _number(match["n_score"].replace("−", "-").replace("–", "-"))
        return (name if name.endswith("-score") else f"score of {name.split()[0]}"), value
    if match["n_scale"]:
        return f"score of {_word_before(match)}", _number(match["n_scale"])
    if match["n_acuity"]:
        return "acuity", _number(match["n_acuity"])
    if match["n_meters"]:
        return "acuity in meters", _number(match["n_meters"])
    if titer := match["n_titer"] or match["n_dilution"]:
        return "titer", _number(titer)
    if match["n_tumor"]:
        return "grade", _number(match["n_tumor"])
    if match["n_fifths"]:
        return "power", _number(match["n_fifths"])
    if match["n_sixths"]:
        return "grade of the murmur", _number(match["n_sixths"])
    if gravida := match["n_gravida"] or match["n_g"]:
        return "gravidity", _number(gravida.lower())
    if match["n_para"]:
        return "parity", _number(match["n_para"].lower())
    if match["n_grade"]:
        return match["grade"].lower(), _number(match["n_grade"])
    if match["n_mitoses"]:
        return _MITOSES, _number(match["n_mitoses"])
    if match["thing"].endswith("mitotic figures"):
        return _MITOSES, _number(match["n_count"].lower())
    return f"count of {stem(match['thing'].split()[-1])}", _number(match["n_count"].lower())


def _word_before(match: re.Match[str]) -> str:
    """The last word of the name of a score: `the organ failure assessment` before `score was 10`."""
    before = match.string[max(0, match.start() - 30) : match.start()].split()
    return stem(before[-1].strip("()")) if before else ""


def _number(text: str) -> Number:
    if text.upper() in ROMAN:
        return Number(text, Decimal(ROMAN[text.upper()]))
    return read_number(text) or Number(text, Decimal(0))
