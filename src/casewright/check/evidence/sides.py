"""Where a manuscript names a side of the body, and which two places name both sides of one thing.

Four tests say that two places mean one thing, each of them only where no word of either sentence is at home with a
second side (`contralateral`, `normal`, `drain`, `later`):

- *like words*: the part of the body and the words around it are alike, rare words counting most, and no place on the
  same side is nearly as like; in two paragraphs, since one paragraph tells of the two sides in like words on purpose;
- *one part*: a part of the body is named on one side here and on the other everywhere else;
- *one region*: all that is told of a region (flank, kidney and ureter) is on one side but for this place;
- *one treatment*: a sentence has a region ill on one side and treated on the other.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from casewright.check.evidence.cases import cases_told
from casewright.check.evidence.parts import of_patient, part_at
from casewright.check.evidence.passage import Passage, scan
from casewright.check.evidence.wording import content, stem
from casewright.document.mentions.wordset import words
from casewright.document.reading import Reading
from casewright.patterns import lazily

OTHER = {"left": "right", "right": "left"}

_SIDE = lazily(
    r"\b(?P<side>left|right)(?![\s-]hand(?:ed\b|[\s-]+domina))(?:[\s-]sided?)?\b(?P<head>(?:[\s-](?!(?:and|or|with|was|were|is|had|has|for|in|of|on|to|at|by|side"
    r"|from|after|as|that|which|who|left|right|showed|revealed|the|a|an|than|it|but|due|using|under|via)\b)[\w-]+){0,4})",
    re.IGNORECASE,
)
_OF_ORGAN = lazily(r"\s+of (?:the |his |her )?(?P<organ>(?:[\w-]+ ){0,1}?[\w-]+)", re.IGNORECASE)
_OF_SIDE = lazily(r"\s+side of (?:the |his |her )?(?P<head>(?:[\w-]+\s?){1,3})", re.IGNORECASE)
_TOWARDS = lazily(  # `the dome lateralized to the left`
    r"(?P<head>(?:[\w-]+\s){0,2}?[\w-]+)\s(?:(?:was|were|is|had|and)\s)?(?:laterali[sz]ed|deviat\w+|displac\w+|shifted"
    r"|pushed|tilted|rotated|located|lying|lies|directed|drooping|weaker|worse|predominant(?:ly)?)\s(?:\w+\s)?"
    r"(?:to|towards?|on)\s(?:the\s|his\s|her\s)?\Z",
    re.IGNORECASE,
)
_OPERATED = lazily(  # one operates on the side that is ill
    r"\s(?:\w+\s)?(?:was|were)\s(?:\w+\s)?(?:entered|opened|incised|explored|exposed|operated|resected|removed|excised"
    r"|amputated|ligated|clamped|divided|mobili[sz]ed|dissected|drained|debrided|prepared|draped|repaired|reconstructed"
    r"|fixed|immobili[sz]ed|splinted|stented|emboli[sz]ed|approached|injured|fractured|affected|involved)\b",
    re.IGNORECASE,
)
_TREATED = lazily(
    r"\b(?:(?:managed|treated|relieved|repaired|stabili[sz]ed) (?:\w+ )?(?:with|by)|for which|underwent|requir\w+"
    r"|necessitat\w+|followed by)(?: (?!and\b)[\w-]+){0,6} \Z"
)
_NOT_SIDE = lazily(
    r"\b(?:all|just|by|the|be|is|human|that's) right\b(?=\s*(?:[,.;]|to\b|of way))|\bleft (?:the"
    r"|untreated|in (?:place|situ)|open|for|to|with|by|alone|ventricular assist)\b|\bright to left\b",
    re.IGNORECASE,
)
_DENIED = lazily(  # but `absence of breath sounds` is a finding
    r"\b(?:no|not|without|neither|nor|absence of|excluded|unlike)\b(?! (?:[a-z]+ ){0,2}(?:breath sounds?|air entry"
    r"|pulses?|reflex(?:es)?|light perception|perfusion|blood flow|sensation|movements?|uptake|vision|hearing)\b)"
    r"[^,;]{0,40}\Z",
    re.IGNORECASE,
)
_CHAMBERS = lazily(r"ventric|atri|coronary|heart|bundle|\baxis|shift|lateral decub", re.IGNORECASE)
_CLAUSES = lazily(r"[;:]|,? (?:whereas|while|but)\b|, and (?:the|a|his|her)\b")
_REACH = 70

# Words of a sentence that may rightly speak of both sides, or of another time than its likeness does.
_BOTH = lazily(
    r"\b(?:both|bilateral(?:ly)?|contralateral|opposite|respectively|each side|other side|either|unaffected|healthy"
    r"|spared|versus|vs|crossed|ventilated|left and (?:the )?right|right and (?:the )?left|second (?:operation|surgery|procedure|stage|session)|reoperation)\b",
    re.IGNORECASE,
)
_BILATERAL = lazily(
    r"(?:bilateral(?:ly)?|\bboth (?:sides?|\w+s\b|test[ei]s)|\bcontralateral(?:ly)?|\b(?:other|opposite|each) side)\b",
    re.IGNORECASE,
)
_SECOND = lazily(
    r"\b(?:normal|unremarkable|no|not|without|negative|denied|intact|donor|graft|harvest\w*|catheter\w*|cannul\w*|inserted"
    r"|implant\w*"
    r"|access|puncture\w*|drains?|previous\w*|history|ago|prior|later|also|additional|second|new|developed"
    r"|subsequent\w*|recurr\w*|relaps\w*|remaining|remnant|completion|staged|thereafter|afterwards?"
    r"|in (?:[a-z]+ )?(?:19|20)\d\d|another|initially|then|compared|approach)\b",
    re.IGNORECASE,
)
_SOUND = lazily(  # `Right ear: unremarkable`
    r"[^.;]{0,40}\b(?:normal|unremarkable|healthy|intact|unaffected)\b", re.IGNORECASE
)
# `The left kidney contained a cyst`: a clause that begins with a side tells of the other side on purpose.
_SUBJECT = lazily(r"(?:\A|[.;:)]\s*|\b(?:and|but|while|whereas)\s)\s*(?:the |his |her )?\Z", re.IGNORECASE)
_LOOSE = frozenset(  # stems that tell no part of the body from another
    [
        "side", "sided", "part", "upper", "lower", "anterio", "poster", "medial", "latera", "proxim", "distal",
        "intern", "extern", "main", "common", "area", "region", "mass", "pain", "acute", "small", "large", "massiv",
        "severe", "artery", "vein", "nerv", "muscle",
    ]
)  # fmt: skip
_SHARED = frozenset(
    map(stem, words("lobe lobes lobectomy pole horn wall half segment branch hilum apex border margin"))
)
_OPERATIONS = frozenset(  # what is done to a side, and to no other than the one that is ill
    map(
        stem,
        words(
            "nephrectomy mastectomy lobectomy lumpectomy hemicolectomy amputation arthroscopy arthroplasty adnexectomy"
            " orchiectomy orchidectomy stabilization stabilisation fixation embolectomy enucleation vitrectomy"
            " pleurectomy decortication replacement reconstruction debridement fasciotomy craniectomy"
        ),
    )
)
_EXAMINED = frozenset(
    ["eye", "ear", "ears", "hand", "pupil", "mass"]
)  # on both sides, or more than one on each
_LEVELS = frozenset(["upper", "lower", "anterio", "poster", "intern", "extern"])
_REGIONS = {
    name: lazily(parts)
    for name, parts in {
        "kidney": r"loin|flank|kidney|\brenal|nephr|ureter|perineph|pyel|hydrone|hydrour",
        "chest": r"lung|pleura|hemith|thora|chest|\bribs?\b|pneumo|hydrop|pulmon|hilar",
        "eye": r"\beye|ocul|orbit|visual|vision|optic|retin|cornea|conjun|ptosis|pupil|macul",
        "leg": r"\bleg|lower (?:extrem|limb)|thigh|calf|knee|foot|feet|ankle|\btoes?\b|tibia|fibul|femur|\bhip|poplit"
        r"|heel",
        "arm": r"\barm|upper (?:extrem|limb)|elbow|hand\b|wrist|finger|thumb|forearm|humer|radius|radial|ulna|axill",
        "shoulder": r"shoulder|clavic|sternocl|scapul",
        "breast": r"breast|mastec|nipple",
        "testis": r"testi|scrot|hemiscr|spermat",
        "ovary": r"ovar|adnex|fallop|salping|tubal",
        "ear": r"\bear\b|mastoid|tympan|hearing|otitis|otorr|auditory|external canal",
        "face": r"face|facial|cheek|maxill|mandib|parotid|subman",
        "upper abdomen": r"hypochon|upper (?:abdom|quad)",
        "lower abdomen": r"lower (?:abdom|quad)|iliac fossa",
    }.items()
}
_LIST = 3  # sided things in one sentence, beyond which it lists what is on either side
_NEEDED = 1.0  # weight of the like words around two places, and by how much no other place may come near


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
    subject: bool  # whether its clause begins with it
    sound: bool  # or says that all is well there
    region: str
    organ: frozenset[str]  # of a part that many organs have, where it is named

    def is_of_another_organ(self, other: Sided) -> bool:
        """Whether the two are parts, of one name, of different organs."""
        return bool(self.organ) and bool(other.organ) and self.organ.isdisjoint(other.organ)


@dataclass(frozen=True, slots=True)
class Opposed:
    """Two places that name both sides of one thing."""

    here: Sided
    there: Sided


def sides(reading: Reading) -> tuple[Sided, ...]:
    """Every place that names a side of the body."""
    return tuple(_sides(reading))


def opposed(reading: Reading) -> Iterator[Opposed]:
    """The pairs of places that put one thing on both sides; each place is the first of one pair at most."""
    if reading.once(cases_told) > 1:
        return
    sided = [each for each in reading.once(sides) if reading.blocks[each.place.block][1].kind != "table"]
    if len({each.side for each in sided}) < len(OTHER):
        return
    weights = _weights(reading)
    for one in sided:
        if one.both or not ((one.ours and one.head) or one.region):
            continue
        rival = (
            _likest(one, sided, weights)
            or _of_one_part(one, sided)
            or _of_one_region(one, sided)
            or _of_treatment(reading, one, sided)
        )
        if rival is not None and not _are_on_both(reading, one, rival):
            yield Opposed(one, rival)


def _likest(one: Sided, sided: list[Sided], weights: dict[str, float]) -> Sided | None:
    """The place on the other side that is like this one, where no place on the same side is nearly so."""
    against = [
        (likeness, other)
        for other in sided
        if other.side == OTHER[one.side] and _may_rival(one, other) and not _in_one_paragraph(one, other)
        if (likeness := _alike(one, other, weights))[0]
    ]
    if not against:
        return None
    (head, around), rival = max(against, key=lambda pair: _sum(pair[0]))
    if (
        len(one.head & rival.head) * 2 < len(one.head)
        or beside(one, rival, sided)
        or beside(rival, one, sided)
    ):
        return None
    plain = one.about and rival.about and not (one.subject or rival.subject)
    least = _NEEDED if plain else 2 * _NEEDED
    same = [
        _sum(_alike(one, other, weights))
        for other in sided
        if other.side == one.side and other.sentence != one.sentence
    ]
    clear = around >= least and _sum((head, around)) - max(same, default=0.0) >= least
    apart = (one.second and rival.second) or any(each.second and each.subject for each in (one, rival))
    return rival if clear and not apart else None


def _may_rival(one: Sided, other: Sided) -> bool:
    panels = one.place.block == other.place.block and one.part == "echo"
    return other.sentence != one.sentence and other.ours and not other.both and not panels


def _are_on_both(reading: Reading, one: Sided, rival: Sided) -> bool:
    """Whether the paragraph of both places says, next to one of them or of their thing, that it is on both sides."""
    if not _in_one_paragraph(one, rival):
        return False
    text = reading.blocks[one.place.block][1].text
    for match in _BILATERAL.finditer(text):
        index = reading.sentence_at(one.place.block, match.start())
        if any(abs(index - each.sentence) <= 1 for each in (one, rival)):
            return True
        sentence = reading.sentences[index]
        said = text[sentence.start : sentence.end]
        if not (one.head | rival.head).isdisjoint(content(said)) or _is_in_region(one.region, said):
            return True
    return False


def _in_one_paragraph(one: Sided, other: Sided) -> bool:
    return one.place.block == other.place.block


def beside(one: Sided, other: Sided, sided: Iterable[Sided]) -> bool:
    """Whether the sentence of one place names its thing on the side of the other place too."""
    return any(
        each.sentence == one.sentence and each.side == other.side and each.head & one.head for each in sided
    )


def _alike(one: Sided, other: Sided, weights: dict[str, float]) -> tuple[float, float]:
    """How much two places have in common: of what is sided, and of the words around."""
    head = one.head & other.head
    if not head or one.is_of_another_organ(other):
        return 0.0, 0.0
    around = ((one.words | one.head) & (other.words | other.head)) - head
    return sum(weights[word] for word in head), sum(weights[word] for word in around)


def _sum(likeness: tuple[float, float]) -> float:
    return 1.5 * likeness[0] + likeness[1]


def _of_one_part(one: Sided, sided: list[Sided]) -> Sided | None:
    """A place that has the same part of the body on the other side, where no place has it on this one."""
    core = one.head - _LOOSE
    if not core or not one.about or (one.subject and one.sound):
        return None
    like = [
        other
        for other in sided
        if other is not one
        and core & other.head
        and len(core & other.head) >= len(core) - 1
        and one.head & _LEVELS <= other.head
        and (not one.organ or one.organ & (other.organ | other.head))
    ]
    if core <= _SHARED and any(a.is_of_another_organ(b) for a, b in combinations(like, 2)):
        return None
    if any(other.side == one.side and other.sentence != one.sentence and not other.sound for other in like):
        return None
    rival = _outvoting(one, [other for other in like if other.side != one.side], least=1)
    if rival is None or not _in_one_paragraph(one, rival):
        return rival
    parallel = (
        len((one.words & rival.words) - one.head) > 1
    )  # `MRI of the left ankle revealed ...`, and of the right
    return None if parallel or not one.head.isdisjoint(_EXAMINED) else rival


def _of_one_region(one: Sided, sided: list[Sided]) -> Sided | None:
    """A place that has the region on the other side, where several have and this alone has it on this one."""
    if not one.region or not one.about or (one.subject and one.sound):
        return None
    like = [
        other
        for other in sided
        if other is not one and other.region == one.region and other.about and not other.sound
    ]
    if any(other.side == one.side for other in like):
        return None
    if sum(other.sentence == one.sentence for other in sided) > _LIST:
        return None
    treated = not one.second and any(_is_treatment(each) for each in (one, *like))
    return _outvoting(one, like, least=1 if treated else 2)


def _is_treatment(sided: Sided) -> bool:
    """Whether what is sided is an operation: one operates on the side that is ill."""
    return not sided.head.isdisjoint(_OPERATIONS)


def _of_treatment(reading: Reading, one: Sided, sided: list[Sided]) -> Sided | None:
    """The place of the same sentence where the region is treated on the other side."""
    if not one.region or not one.about:
        return None
    text = reading.blocks[one.place.block][1].text
    for other in sided:
        between = text[one.place.end : max(one.place.end, other.place.start)]
        if (
            other.sentence == one.sentence
            and (other.side, other.region) == (OTHER[one.side], one.region)
            and _TREATED.search(between) is not None
            and _CLAUSES.search(between) is None
        ):
            return other
    return None


def _outvoting(one: Sided, against: list[Sided], least: int) -> Sided | None:
    """The first of enough plain places on the other side: twice as many where this place may mean a second thing."""
    if any(other.ours and not _may_rival(one, other) for other in against):
        return None
    told = sorted((each for each in against if each.about and not each.subject), key=lambda each: each.second)
    votes = sum(1.0 if not each.second else 0.5 for each in told)
    needed = 2 * least if one.second or one.subject else least
    return told[0] if votes >= needed else None


def _weights(reading: Reading) -> dict[str, float]:
    """What a stem counts: less where many sentences have it."""
    among: Counter[str] = Counter()
    for sentence in reading.sentences:
        block = reading.blocks[sentence.block][1]
        among.update(content(block.text[sentence.start : sentence.end]))
    weights: defaultdict[str, float] = defaultdict(lambda: 1.0)
    weights.update({word: 1.0 if n <= 6 else 0.6 if n <= 12 else 0.3 for word, n in among.items()})
    return weights


def _sides(reading: Reading) -> Iterator[Sided]:
    for passage, match in scan(reading, _SIDE, "left", "right"):
        _, block = reading.blocks[passage.block]
        text = block.text
        head = match["head"]
        if not head and (of := _OF_SIDE.match(text, passage.end)):
            head = of["head"]
        towards = None if head else _TOWARDS.search(text, max(0, passage.start - 60), passage.start)
        if towards is not None:
            head = towards["head"]
        elif _NOT_SIDE.match(text[max(0, passage.start - 4) : passage.end + 12]):
            continue
        if block.kind == "heading":
            continue
        index = reading.sentence_at(passage.block, passage.start)
        sentence = reading.sentences[index]
        whole = text[sentence.start : sentence.end]
        before = text[max(sentence.start, passage.start - _REACH) : passage.start]
        after = text[passage.end : min(sentence.end, passage.end + _REACH)]
        before, after = _CLAUSES.split(before)[-1], _CLAUSES.split(after)[0]
        ours = of_patient(reading, index, passage.start) and not _DENIED.search(before)
        yield Sided(
            passage, index, match["side"].lower(), content(head), content(before) | content(after),
            part_at(reading, passage.block), ours and not _CHAMBERS.search(head), ours,
            _BOTH.search(whole) is not None, _SECOND.search(whole) is not None,
            _SUBJECT.search(text[sentence.start : passage.start]) is not None
            and _OPERATED.match(text, passage.end) is None,
            _SOUND.match(text, passage.end) is not None, _region(text, passage, head), _organ(text, passage, head),
        )  # fmt: skip


def _organ(text: str, passage: Passage, head: str) -> frozenset[str]:
    """The organ of a part that many organs have: that of `right lobe of the thyroid`, of `hepatic lobe`."""
    said = content(head)
    if said.isdisjoint(_SHARED):
        return frozenset()
    of = _OF_ORGAN.match(text, passage.end)
    return (said | content(of["organ"] if of else "")) - _SHARED - _LOOSE


def _is_in_region(region: str, said: str) -> bool:
    return bool(region) and _REGIONS[region].search(said.lower()) is not None


def _region(text: str, passage: Passage, head: str) -> str:
    level = next((word for word in ("upper ", "lower ") if text.endswith(word, 0, passage.start)), "")
    said = (level + head.strip() + text[passage.end : passage.end + 14]).lower()
    return next((name for name, words in _REGIONS.items() if words.search(said)), "")
