"""Markers, cultures, antibodies and other tests, each with whether it was positive."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from casewright.check.evidence.text.around import matches_around
from casewright.check.evidence.text.letters import places_of_any
from casewright.check.evidence.text.parts import Part, of_patient, part_at
from casewright.check.evidence.text.passage import Passage
from casewright.document.mentions.stretch import Stretch
from casewright.document.mentions.wordset import lowered
from casewright.document.reading import Reading
from casewright.patterns import lazily

_MARKER = lazily(
    r"(?<![\w-])(?:CD-?\s?\d{1,3}[a-z]?|S-?100|HMB-?45|PAX-?[258]|CK-?\s?\d{1,2}(?:/\d{1,2})?|CK|TTF-?1"
    r"|DOG-?1|WT-?1"
    r"|p(?:16|40|53|63)|EMA|ALK|BCL-?[26]|MUM-?1|TdT|MPO|GATA-?3|SOX-?1[01]|STAT6|GFAP|NSE|SMA|AFP"
    r"|HER-?2|ER|PR"
    r"|INSM1|CDX-?2|ERG|SATB2|MDM2|C-?KIT|EBER|HepPar-?1|HBsAg|ANA|ANCA|(?:[Aa]nti-?)?HIV(?:-?1/2)?"
    r"|HHV-?8|GeneXpert|D2-40|TLE1|NKX2\.2"
    r"|[Cc]ytokeratin|[Dd]esmin|[Vv]imentin|[Aa]ctin|[Ss]ynaptophysin|[Cc]hromogranin(?: A)?"
    r"|[Tt]hyroglobulin"
    r"|[Ii]nsulin|[Gg]lucagon|[Gg]astrin|[Ss]omatostatin|[Cc]alretinin|[Ii]nhibin|[Nn]apsin(?: A)?"
    r"|[Aa]rginase"
    r"|[Ee]strogen receptors?|[Pp]rogesterone receptors?|[Oo]estrogen receptors?|[Aa]ndrogen receptors?"
    r"|MLH-?1|MSH-?[26]|PMS-?2|INI-?1|SMARC[AB]\d|ATRX|PD-?L1|MART-?1|MyoD1|FLI-?1|SALL-?4|OCT-?[34](?:/4)?|PLAP"
    r"|NKX3\.1|AMACR|P504S|CAM ?5\.2|AE1/AE3|Ber-?EP4|MOC-?31|TIA-?1|FOXL2|SF-?1|LEF-?1|TFE-?3|cyclin D1|Cyclin D1"
    r"|[Pp]odoplanin|[Gg]lypican-?3|[Cc]aldesmon|[Cc]alponin|[Gg]ranzyme B|[Pp]erforin|[Tt]yrosinase|[Ll]ysozyme"
    r"|E-cadherin|[Uu]roplakin|Congo red"
    r"|[Mm]yogenin|[Mm]elan[ -]A|[Cc]alcitonin|[Mm]ucicarmine?|β-catenin)(?![\w-])"
)
_TEST = lazily(  # a test in plain words, with what tells it from others of its kind
    r"\b(?P<of>(?:(?:(?i:blood|urine|sputum|stool|wound|bile|ascit\w+|cerebrospinal|CSF|pleural|peritoneal|tissue"
    r"|fluid|throat"
    r"|bacterial|fungal|viral|mycobacterial|anti-?[\w-]{2,12}|antinuclear|antimitochondrial"
    r"|antiphospholipid|smooth|muscle"
    r"|anticardiolipin|rheumatoid|acid-fast|cryptococcal|galactomannan|pregnancy"
    r"|tuberculin|skin|occult|heterophile|patch|prick|direct|release|gamma|assay|urease|treponemal"
    r"|myeloma|tourniquet"
    r"|provocation|straight|leg|raising|drawer|squeeze|apprehension|toxin|monospot|[dD]-dimer|leukocyte"
    r"|esterase|nitrite)|Mantoux|Widal|Coombs(?:'|’|'s|’s)?|Lachman"
    r"|Tinel(?:'s|’s)?|Phalen(?:'s|’s)?|Trousseau(?:'s|’s)?|Chvostek(?:'s|’s)?|Nikolsky(?:'s|’s)?"
    r"|Homans?(?:'s|’s|'|’)?|Thompson"
    r"|Las[eè]gue(?:'s|’s)?|McMurray(?:'s|’s)?|Hoffmann?(?:'s|’s)?|QuantiFERON|Schirmer(?:'s|’s)?"
    r"|Dix-Hallpike|Finkelstein(?:'s|’s)?"
    r"|Monospot|Murphy(?:'s|’s)?"
    r"|Kernig(?:'s|’s)?"
    r"|Babinski(?:'s|’s)?|Romberg(?:'s|’s)?|[A-Z]{3,6}|and|or)[ ,]{1,2}){1,6})"
    r"(?P<test>cultures?|antibod(?:y|ies)|antigens?|PCR|smears?|factor|mutations?|tests?|signs?|cytology)\b"
)
_TESTS = ("cultur", "antibod", "antigen", "pcr", "smear", "factor", "mutation", "test", "sign", "cytolog")
_LEADING = lazily(
    r"\b(?P<result>positiv\w*|immunopositiv\w*|negativ\w*|immunonegativ\w*|reactiv\w*|immunoreactiv\w*"
    r"|nonreactive|lack(?:ed|ing)"
    r"|express\w*|stained)\b(?:\s+(?:stain\w*|expression|reaction|immunostain\w*|result|immunoreactivity"
    r"|tumou?r cells))?\s*(?:(?:expression )?(?:for|of|with|to|:)|(?<=lacked)|(?<=lacking)"
    r"|(?<=expressed)|(?<=expressing)|(?<=\bexpress))\s*"
)
_BROKEN = lazily(
    r"\b(?:but|while|whereas|negativ\w*|positiv\w*|without|not|was|were|lack\w*|absen\w*|no|with a"
    r"|showed|index)\b"
)
_SAID = (
    r"(?:(?:also|both|all|strongly|diffusely|focally|weakly|uniformly|persistently|repeatedly|was|were"
    r"|to be|back|out"
    r"|as)\s+){0,3}(?P<result>positiv\w*|negativ\w*)\b"
)
_TRAILING = lazily(
    r"^\)?(?:\s(?:antibod(?:y|ies)|antigen|tests?|results?|serology|screening|assay|PCR)){0,3}"
    r"(?:\s*(?:,|and|/)\s*(?![\w/ -]{0,25}\b(?:but|while|whereas|yet)\b)[\w/ -]{1,25}?){0,6}?"
    r"\s*(?:\([^)]{0,20}\)\s*)?(?:,|:|was|were|is|are|stain\w*"
    r"|test\w*"
    r"|immunostain\w*|remained|came|turned)\s+" + _SAID
)
_AFTER_TEST = lazily(
    r"^(?:\s(?:results?|tests?|in (?:the )?(?:CSF|serum|blood|urine)|from [\w ]{3,30}?"
    r"|\([^()]{1,40}\))){0,2}\s"
    r"(?:was|were|is|are|remained|came|turned|(?:was|were) reported)\s+" + _SAID
)
_NOT_NAME = lazily(r"[\s-]|^[Aa]nti|1/2")
_NEGATED = lazily(  # `no expression`, `no clear-cut expression`, `any significant staining was not seen`
    r"\b(?:(?:not|non|never|no|(?:lack|loss|absence) of|lost|without|absent)[\s-]*"
    r"|(?:no|without|lack of|absence of)\s(?:(?!but\b|only\b|with\b|other\b|further\b)[a-z-]+\s){1,2})\Z",
    re.IGNORECASE,
)
_ABSENT = lazily(  # `expression of CD34 was absent`, `CK7 was not expressed`
    r"^(?:\s(?:expression|staining|immunostaining|immunoreactivity|reactivity|protein)){0,2}\s(?:was"
    r"|were|is|are)\s"
    r"(?:(?P<not>not\s(?:\w+ly\s)?(?:expressed|detected|seen|found|present|observed|identified)|absent"
    r"|lost|lacking)"
    r"|(?:\w+ly\s)?(?:expressed|overexpressed|amplified|present|detected|retained|preserved|intact)\b)"
)
_DIRECT = lazily(
    r"^[\s-](?P<result>positive|negative)\b(?!\s(?:control|predictive|pressure"
    r"|(?:[\w-]+\s)?patients))"
)
_BEFORE_TEST = lazily(r"\b(?P<result>positive|negative)\s\Z")
_WORDS = (
    "ositiv",
    "egativ",
    "reactiv",
    "xpress",
    "lack",
    "stained",
    "etained",
    "3+",
    "+++",
)  # one of these every result has, or a sign in brackets
_BRACKETED = lazily(r"\(\s?[+−–-]")
_ROW = lazily(r"^[^\t]{0,25}\t\s?(?P<result>positive|negative)\b", re.IGNORECASE)
_SCORED = lazily(  # `HER2 was 3+`, `CD117 (score 0)`; 1+ and 2+ may be called either
    r"^(?:\s(?:was|is|immunohistochemistry|staining|expression|scored?|of)){0,4}\s?[(:]?\s?(?:score\s)?"
    r"(?:(?P<high>3\+|\+\+\+)|0(?=\s?(?:[,.;)]|\Z)))"
)
_TRIPLE = lazily(r"\b[Tt]riple[- ]negative\b(?! (?:breast cancers|tumou?rs|patients|disease is))")
_TRIPLE_MARKERS = ("er", "pr", "her2")
_CONTROL = lazily(  # another tissue, stained beside the patient's
    r"\b(?:positive|negative|internal|external|isotype) controls?\b|\bas (?:an? )?(?:[\w-]+ )?controls?\b"
)
_SIGN = lazily(r"^\s?\(\s?(?P<sign>[+−–-])+\s?\)")


@dataclass(frozen=True, slots=True)
class Result:
    """Whether a marker or test was positive: its place, its name in normal form, and whether it is the
    patient's."""

    place: Passage
    name: str
    positive: bool
    part: Part
    about: bool
    words: tuple[str, str] = ("positive", "negative")  # that call it one or the other
    specimens: frozenset[str] = frozenset()  # in which it was sought, where that is told
    called: str = ""  # its name, where the words at its place do not name it


def results(reading: Reading) -> Iterator[Result]:
    """Every result of the manuscript, in reading order; of a sentence the markers first."""
    for stretch in reading.stretches:
        text = stretch.text
        if not any(map(text.__contains__, _WORDS)) and not ("(" in text and _BRACKETED.search(text)):
            continue
        if stretch.block.kind != "heading" and not stretch.section.role.startswith(
            ("statements", "keywords")
        ):
            yield from _in_stretch(reading, stretch)


def _in_stretch(reading: Reading, stretch: Stretch) -> Iterator[Result]:
    text = stretch.block.text[
        stretch.sentence.start : stretch.sentence.end
    ]  # with the marks, of which `+` may be one
    for match in _MARKER.finditer(text):
        before = text[max(0, match.start() - 200) : match.start()]
        positive = _result(before, text[match.end() : match.end() + 90])
        if positive is not None:
            yield _of(reading, stretch, match, _marker(match[0]), positive)
    for match in _TRIPLE.finditer(text):
        for name in _TRIPLE_MARKERS:
            yield replace(_of(reading, stretch, match, name, False), called=name.upper())
    for match in matches_around(_TEST, text, places_of_any(lowered(text), _TESTS)):
        said = _AFTER_TEST.match(text[match.end() : match.end() + 90])
        said = said or _BEFORE_TEST.search(text, 0, match.start())
        if said is not None:
            for name in _tests(match):
                yield _of(reading, stretch, match, name, said["result"].startswith("p"))


def _of(reading: Reading, stretch: Stretch, match: re.Match[str], name: str, positive: bool) -> Result:
    """A result, with what is asked of it; a table repeats what the text tells."""
    index, number = stretch.sentence.index, stretch.sentence.block
    place = Passage(number, stretch.offset + match.start(), stretch.offset + match.end())
    part: Part = "echo" if stretch.block.kind == "table" else part_at(reading, number)
    about = of_patient(reading, index, place.start) and not _CONTROL.search(stretch.text)
    return Result(place, name, positive, part, about)


def _marker(text: str) -> str:
    name = _NOT_NAME.sub("", text)
    return (name.lower().removesuffix("a") if text[1:3].islower() else name).casefold()


def _tests(match: re.Match[str]) -> Iterator[str]:
    """`bacterial and fungal blood cultures`: each word that tells the test from others, with the test."""
    test = match["test"].lower().removesuffix("s").replace("antibodie", "antibody")
    for word in match["of"].replace(",", " ").split():
        if word not in ("and", "or"):
            yield f"{re.sub(r'^anti-?', 'anti', word.lower())} {test}"


def _result(before: str, after: str) -> bool | None:
    """Whether a marker is positive, by the words on either side of it; None where they do not say."""
    if sign := _SIGN.match(after):
        return sign["sign"] == "+"
    if score := _SCORED.match(after):
        return score["high"] is not None
    if row := _ROW.match(after):
        return row["result"].lower().startswith("p")
    if absent := _ABSENT.match(after):
        return absent["not"] is None
    if direct := _DIRECT.match(after):
        return direct["result"] == "positive"
    clause = before.replace(":", ";").rpartition(";")[2]
    if (trailing := _TRAILING.match(after)) and "positiv" not in clause and "negativ" not in clause:
        return trailing["result"].startswith("p")
    last = None
    for leading in _LEADING.finditer(before):
        last = leading
    if last is None or _BROKEN.search(before[last.end() :]) or len(before) - last.end() > 160:
        return None
    negated = _NEGATED.search(before, 0, last.start())
    return not (last["result"].startswith(("neg", "immunoneg", "nonre", "lack")) or negated is not None)
