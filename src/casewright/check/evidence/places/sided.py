"""Where a manuscript names a side of the body: of what, in which words, and whether a second side is at home there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from casewright.check.evidence.places.operated import is_apart, is_operated
from casewright.check.evidence.places.regions import region_of
from casewright.check.evidence.text.around import words_at
from casewright.check.evidence.text.parts import of_patient, part_at
from casewright.check.evidence.text.passage import Passage, scan_at
from casewright.check.evidence.words.wording import content, stem
from casewright.document.mentions.wordset import words
from casewright.document.reading import Reading
from casewright.patterns import lazily

_SIDE = lazily(
    r"\b(?P<side>left|right)(?![\s-]hand(?:ed\b|[\s-]+domina))(?:[\s-]sided?)?\b(?P<head>(?:[\s-](?!(?:and|or|with|was|were|is|had|has|for|in|of|on|to|at|by|side"
    r"|from|after|as|that|which|who|left|right|showed|revealed|the|a|an|than|it|but|due|using|under|via)\b)[\w-]+){0,4})",
    re.IGNORECASE,
)
_OF_ORGAN = lazily(r"\s+of (?:the |his |her )?(?P<organ>(?:[\w-]+ ){0,1}?[\w-]+)", re.IGNORECASE)
_OF_SIDE = lazily(
    r"(?<=side)\s+of (?:the |his |her )?(?P<head>[\w-]+"
    r"(?: (?!and|or|with|was|were|is|had|has|for|in|of|on|to|at|by|from)[\w-]+)?)",
    re.IGNORECASE,
)
_TOWARDS = lazily(  # `the dome lateralized to the left`
    r"(?P<head>(?:[\w-]+\s){0,2}?[\w-]+)\s(?:(?:was|were|is|had|and)\s)?(?:laterali[sz]ed|deviat\w+|displac\w+|shifted"
    r"|pushed|tilted|rotated|located|lying|lies|directed|drooping|weaker|worse|predominant(?:ly)?|reduced|decreased"
    r"|diminished|absent|increased|raised|impaired|weak|dull|tender|swollen|painful)\s(?:\w+\s)?"
    r"(?:to|towards?|on|in|over|at)\s(?:the\s|his\s|her\s)?\Z",
    re.IGNORECASE,
)
_LYING = lazily(  # `a hematoma was seen on the left side`
    r"(?P<head>(?:[\w-]+\s){0,2}?[\w-]{3,}(?<!ed)(?<!seen)(?<!done)(?<!found))"
    r"(?:\s(?:from|at|between)\s(?:the\s)?[CTLS]\d\w*(?:[\s/–-](?:to\s|and\s)?[CTLS]?\d+)?)?\s(?:(?:was|were|is)\s(?:\w+\s)?"
    r"(?:seen|found|noted|present|visible|detected|located|done|performed|carried out|implanted|inserted"
    r"|placed)\s)?on\s(?:the\s|his\s|her\s)\Z",
    re.IGNORECASE,
)
_SIDE_ENDS = lazily(r" side|(?=[.,;)]|\Z)| and\b")  # behind `on the left`, where no thing follows
_NOT_SIDE = lazily(
    r"\b(?:all|just|by|(?<!on )(?<!to )the|be|is|human|that's) right\b(?=\s*(?:[,.;]|to\b|of way))|\bleft (?:the"
    r"|untreated|in (?:place|situ)|open|for|to|with|by|alone|ventricular assist)\b|\bright to left\b",
    re.IGNORECASE,
)
_DENIED = lazily(  # but `absence of breath sounds` is a finding
    r"\b(?:no|(?<!could )not|without|neither|nor|absence of|excluded|unlike|usually|typically|commonly)\b"
    r"(?! (?:[a-z]+ ){0,2}(?:breath sounds?|air entry"
    r"|pulses?|reflex(?:es)?|light perception|perfusion|blood flow|sensation|movements?|uptake|vision|hearing)\b)"
    r"(?:(?! (?:showed|revealed|demonstrated|disclosed|confirmed|detected|found|identified) (?:an?|the|his|her)\b)"
    r"[^,;]){0,40}\Z",
    re.IGNORECASE,
)
_IN_GENERAL = lazily(
    r"\b(?:can|may|might|would)\b(?! not\b)"
)  # of what might be: `secretions can gather on the left`
_CHAMBERS = lazily(
    r"ventric|atri|coronary|anterior descending|circumflex|heart|bundle|\baxis|shift|lateral decub",
    re.IGNORECASE,
)
CLAUSES = lazily(r"[;:]|,? (?:whereas|while|but)\b|, and (?:the|a|his|her)\b")
_REACH = 70
_ENDS = lazily(r"[.,;]\s")
_OF_WHAT = 16  # characters behind a side and its thing that may tell the organ: `left lobe of the thyroid`
_LEAD = 48  # characters that the beginning of a clause has at most before its side
# Words of a sentence, in small letters, that may rightly speak of both sides, or of another time than another does.
_BOTH = lazily(
    r"\b(?:both|bilateral(?:ly)?|contralateral|opposite|respectively|each side|other side|either|unaffected|healthy"
    r"|spared|versus|vs|crossed|ventilated|left and (?:the )?right|right and (?:the )?left"
    r"|(?:left|right) one|second (?:operation|surgery|procedure|stage|session)|reoperation)\b",
)
_OF_BOTH = lazily(r"[ -](?:the )?[\w-]+(?: (?!and\b|or\b|with\b|but\b)[\w-]+)?")  # what is on both sides
_SECOND = lazily(
    r"\b(?:normal|unremarkable|patent|no|not(?! (?:be|able|see|move|feel|hear|bear|lift|bend|open|use)\b)"
    r"|without(?! (?:any )?(?:complicat|inciden|event|difficult|sequel|contrast))"
    r"|negative|denied|intact|donor|graft|harvest\w*|catheter\w*|cannul\w*|inserted"
    r"|implant\w*|transplanted|transposed|pedicled?|flaps?"
    r"|access|puncture\w*|drains?|previous\w*|history|ago|prior|later|also|additional|second|new|developed"
    r"|subsequent\w*|recurr\w*|relaps\w*|remaining|remnant|completion|staged|thereafter|afterwards?"
    r"|in (?:[a-z]+ )?(?:19|20)\d\d|another|initially|then|compared|approach"
    r"|started|began|became|turned|again|as well)\b",
)
_SOUND = lazily(  # `Right ear: unremarkable`
    r"[^.;]{0,40}\b(?:normal|unremarkable|healthy|intact|unaffected)\b", re.IGNORECASE
)
# `The left kidney contained a cyst`: a clause that begins with a side tells of the other side on purpose.
_SUBJECT = lazily(
    r"(?:\A|[.;:)]\s*|\b(?:and|but|while|whereas)\s)\s*"
    r"(?:(?:furthermore|moreover|in addition|additionally|likewise|similarly|on (?:\w+ )*day \w+"
    r"|(?:\w+ ){1,2}(?:hours|days?|weeks?|months?) later),\s)?(?:the |his |her |one |two |three |four |all )?\Z",
    re.IGNORECASE,
)
LOOSE = frozenset(  # stems that tell no part of the body from another
    [
        "side", "sided", "part", "upper", "lower", "anterio", "poster", "medial", "latera", "proxim", "distal",
        "intern", "extern", "main", "common", "area", "region", "mass", "pain", "acute", "small", "large", "massiv",
        "severe", "artery", "vein", "nerv", "muscle", "lymph", "lympha", "adenop", "nod",
    ]
)  # fmt: skip
SHARED = frozenset(
    map(stem, words("lobe lobes lobectomy pole horn wall half segment branch hilum apex border margin"))
)
_REMOVALS = frozenset(
    map(
        stem,
        words(
            "mastectomy nephrectomy orchiectomy orchidectomy oophorectomy salpingectomy enucleation amputation"
        ),
    )
)


@dataclass(frozen=True, slots=True)
class Sided:
    """One place that names a side: of what (`head`), and the words around it, as stems."""

    place: Passage
    sentence: int
    side: str
    head: frozenset[str]
    words: frozenset[str]
    part: str
    about: bool  # whether it tells something of this patient, and of no chamber of the heart
    ours: bool  # whether it tells of this patient
    both: bool  # whether its sentence may speak of both sides
    second: bool  # or of a second thing
    treated: bool  # whether it is operated on
    apart: bool  # whether it is told of another time, or as a further thing
    subject: bool  # whether its clause begins with it
    sound: bool  # or says that all is well there
    region: str
    organ: frozenset[str]  # of a part that many organs have, where it is named

    def is_of_another_organ(self, other: Sided) -> bool:
        """Whether the two are parts, of one name, of different organs."""
        return bool(self.organ) and bool(other.organ) and self.organ.isdisjoint(other.organ)


def outlives(removed: Sided, sided: Iterable[Sided]) -> bool:
    """Whether an organ is taken out on one side, and that of the other side is spoken of afterwards."""
    return (
        removed.treated
        and not (removed.head | removed.words).isdisjoint(_REMOVALS)
        and any(
            each.side != removed.side
            and each.region == removed.region
            and each.sentence > removed.sentence
            and not each.treated
            for each in sided
        )
    )


def sides(reading: Reading) -> tuple[Sided, ...]:
    """Every place that names a side of the body."""
    return tuple(_sides(reading))


def _sides(reading: Reading) -> Iterator[Sided]:
    both: list[re.Match[str]] = []
    said, second = -1, False
    for passage, match in scan_at(reading, _SIDE, "left", "right"):
        section, block = reading.blocks[passage.block]
        text = block.text
        head = match["head"]
        if not head and (of := _OF_SIDE.match(text, passage.end)):
            head = of["head"]
            passage = passage._replace(end=of.end("head"))
        towards = None if head else _TOWARDS.search(text, max(0, passage.start - 60), passage.start)
        if not head and towards is None and _SIDE_ENDS.match(text, passage.end):
            towards = _LYING.search(text, max(0, passage.start - 60), passage.start)
        if towards is not None:
            head = towards["head"]
        elif _NOT_SIDE.match(text, max(0, passage.start - 4), passage.end + 12):
            continue
        if block.kind == "heading" and section.role != "title":
            continue
        index = reading.sentence_at(passage.block, passage.start)
        sentence = reading.sentences[index]
        if index != said:  # the sentence of the place before is often this one
            said, whole = index, text[sentence.start : sentence.end].lower()
            both, second = [*_BOTH.finditer(whole)], _SECOND.search(whole) is not None
        before = text[max(sentence.start, passage.start - _REACH) : passage.start]
        after = text[passage.end : min(sentence.end, passage.end + _REACH)]
        before, after = CLAUSES.split(before)[-1], CLAUSES.split(after)[0]
        ours = of_patient(reading, index, passage.start) and not (
            _DENIED.search(before) or _IN_GENERAL.search(before)
        )
        treated = is_operated(text, passage.end, head, before)
        reached = slice(max(sentence.start, passage.start - _REACH), passage.end + len(after))
        leading = text[max(sentence.start, passage.start - _LEAD) : passage.start]
        region = _region(text, passage, head or (before if treated else ""))
        yield Sided(
            passage, index, match["side"].lower(), content(head), content(before) | content(after),
            part_at(reading, passage.block), ours and not _CHAMBERS.search(head), ours,
            any(may_be_of(match, region) for match in both), second, treated,
            is_apart(text[reached], words_at(reading, index), operated=treated),
            not treated and _SUBJECT.search(leading) is not None, _SOUND.match(text, passage.end) is not None,
            region, _organ(text, passage, head),
        )  # fmt: skip


def may_be_of(both: re.Match[str], region: str) -> bool:
    """Whether words of both sides may be of a region: not `bilateral pleural effusion`, of the kidney."""
    if not region or not both[0].startswith(("bilateral", "both", "each", "other")):
        return True
    named = _OF_BOTH.match(both.string, both.end())
    of = region_of(named[0]) if named else ""
    return not of or of == region


def _organ(text: str, passage: Passage, head: str) -> frozenset[str]:
    """The organ of a part that many organs have: that of `right lobe of the thyroid`, of `hepatic lobe`."""
    said = content(head)
    if said.isdisjoint(SHARED):
        return frozenset()
    of = _OF_ORGAN.match(text, passage.end)
    return (said | content(of["organ"] if of else "")) - SHARED - LOOSE


def _region(text: str, passage: Passage, head: str) -> str:
    level = next((word for word in ("upper ", "lower ") if text.endswith(word, 0, passage.start)), "")
    behind = _ENDS.split(text[passage.end : passage.end + _OF_WHAT], maxsplit=1)[0]
    named = level + head.strip()
    return region_of((named + behind).lower(), len(named))
