"""The one sentence of a report that puts a region of the body on the other side than all others do.

Where a case has a second side to tell of, it says so: it calls it normal, compares it, tells when it fell ill too, or
puts a line into it. One sentence with the other side, without any such word, against two or more is a slip: of 1,700
published notes three have such a sentence without being wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from casewright.check.evidence.places.regions import is_in_region
from casewright.check.evidence.places.sided import CLAUSES, LOOSE, SHARED, Sided, outlives
from casewright.check.evidence.words.wording import content, stem
from casewright.document.mentions.wordset import words
from casewright.document.reading import Reading
from casewright.patterns import lazily

_AGREED = 1  # sentences that have a region on the one side where a single one has the other
_AGREED_OF_PART = 2  # so many, of a part that is in no region of the list
_SURE = 4  # so many, where the sentence begins with its side, or a region is told to be ill on both somewhere
_LIST = 3  # sided things in one sentence, from which on it lists what is on either side
_BEFORE = 160  # characters before a side within which another time or a second thing is told of it
_BEHIND = 45  # and behind it
_SECOND = lazily(
    r"\b(?:normal\w*|unremarkable|patent|intact|painless|healthy|unaffected|spared|uninvolved|preserved|atroph\w+"
    r"|hypoplas\w+|hypertroph\w+|previous\w*|formerly|(?<!days )(?<!hours )earlier|had (?:been|had|undergone|received)"
    r"|(?:years?|months) (?:ago|before|after)|(?:19|20)\d\d"
    r"|prior(?! to (?:his |her )?(?:admission|presentation|arrival))"
    r"|at (?:the )?age|(?:past|medical|surgical|family|personal) history|known|multiple|cysts|only|single|sole"
    r"|metasta\w+"
    r"|(?:same|similar) (?:procedure|technique|method|operation|way)|compar\w+|versus|(?<!less )than|instead|however"
    r"|rather|unlike|whereas|incidental(?:ly)?|prophyla\w+|scars?|old (?!man|woman|boy|girl|male|female)"
    r"|lines?|catheter\w*|cannul\w*|sheath|drains?|drainage|access|punctur\w*|grafts?|flaps?|donor|harvest\w*|fistulas?|port"
    r"|lead|electrodes?|monitor\w*|held|handed|tapping|transplant\w*|decubitus|position\w*|approach\w*|prosthe\w+"
    r"|pressures?|sternal|sternum|murmur|apex|heart|cardiac|ventric\w+|bmd"
    r"|respectively|each|either|alternat\w+|crossed|opposite|contralateral\w*|bilateral\w*|both|right/left|left/right"
    r"|(?:kidney|ovary|test[ie]\w+) measur\w+|did not|(?:was|were) not)\b",
    re.IGNORECASE,
)
_FOLLOWING = lazily(  # of a place that is not told first
    r"\b(?:also|too|another|second(?! portion| part)|additional\w*|addition|new(?:ly)?"
    r"|further(?! (?:exam|work|eval|investig|imag))|similar(?:ly)?|remaining|later|subsequent\w*|then|afterwards?"
    r"|thereafter|again|turned|develop\w+|progress\w+ to|spread\w*|began|extend\w*|migrated|recurr\w*|relaps\w*"
    r"|persist\w*|after|at \w+ (?:weeks|months|years))\b",
    re.IGNORECASE,
)
_DENYING = lazily(r"\b(?:no|not|without|negative|denied|absen\w+|free|exclud\w+)\b", re.IGNORECASE)
_BOTH = lazily(r"\b(?:bilateral(?:ly)?|both) (?P<of>[\w-]+(?: (?:of (?:the )?)?[\w-]+)?)", re.IGNORECASE)
_APART = lazily(r"[,;:()]|\b(?:and|or|but|than|while|whereas|versus|vs|to|from)\b", re.IGNORECASE)
_JOINTS = [
    frozenset(map(stem, words(joint)))
    for joint in (
        "knee",
        "hip",
        "ankle foot toe toes heel",
        "shoulder",
        "elbow",
        "wrist hand finger fingers thumb",
    )
]
_STOREYS = frozenset(map(stem, words("upper middle lower superior inferior")))
_LOOSE_REGIONS = ("eye", "liver")  # where more than the region must be the same
_VESSELS = frozenset(
    map(stem, words("artery arteries arterial vein veins venous branch branches duct ducts trunk"))
)


def dissenting(reading: Reading, sided: Sequence[Sided]) -> Iterator[tuple[Sided, Sided]]:
    """Each place that has a region or part on the other side than all other sentences, with the first of those."""
    regions: dict[str, list[Sided]] = {}
    parts: dict[str, list[Sided]] = {}
    for each in sided:
        if not each.about or each.sound or not each.head.isdisjoint(_VESSELS):
            continue
        if reading.blocks[each.place.block][1].kind == "legend":  # its panels show what they show
            continue
        if each.region:
            regions.setdefault(each.region, []).append(each)
        else:
            for word in each.head - LOOSE - SHARED:
                parts.setdefault(word, []).append(each)
    for groups, least in ((regions, _AGREED), (parts, _AGREED_OF_PART)):
        for told in groups.values():
            if len(told) > least and (pair := _dissent(reading, told, sided, least)):
                yield pair


def _dissent(
    reading: Reading, told: list[Sided], sided: Sequence[Sided], least: int
) -> tuple[Sided, Sided] | None:
    """The place of a region that stands alone with its side, and one of those against it."""
    left, right = ([each for each in told if each.side == side] for side in ("left", "right"))
    fewer, more = sorted((left, right), key=lambda each: (len({one.sentence for one in each}), -_first(each)))
    alone, agreed = {each.sentence for each in fewer}, {each.sentence for each in more}
    if len(alone) != 1 or len(agreed - alone) < least:
        return None
    one, rival = fewer[0], more[0]
    within = [each for each in more if each.sentence == one.sentence]
    if within and not _is_one_phrase(reading, one, within[0]):
        return None
    if len(agreed) == 1 and not within and _is_of_two_things(one, rival, sided):
        return None
    first = one.sentence < min(agreed)
    weak = len(agreed) < _SURE or one.sentence - 1 in agreed  # `of the right cheek. The left cheek showed`
    if one.both or (one.subject and weak) or _is_second(reading, one, first=first):
        return None
    if any(outlives(each, [one]) for each in more):
        return None
    if (first or len(agreed) == 1) and _turns_to(reading, rival, one):
        return None
    listed = sum(each.sentence == one.sentence for each in sided) >= _LIST
    return None if listed or _is_bilateral(reading, one, weak=weak) else (one, rival)


def _turns_to(reading: Reading, rival: Sided, one: Sided) -> bool:
    """Whether the place on the other side is told as a second one."""
    behind = rival.sentence > one.sentence
    return rival.both or (rival.subject and behind) or _is_second(reading, rival, first=not behind)


def _first(told: list[Sided]) -> int:
    return min((each.sentence for each in told), default=0)


def _is_one_phrase(reading: Reading, one: Sided, other: Sided) -> bool:
    """Whether nothing parts the two sides of a sentence: `MRI of the left leg showed a lesion of the right femur`."""
    first, then = sorted((one.place, other.place))
    return _APART.search(reading.blocks[first.block][1].text, first.end, then.start) is None


def _is_of_two_things(one: Sided, rival: Sided, sided: Sequence[Sided]) -> bool:
    """Whether two places of a region may mean two things: other joints of a limb, or a sentence that has both sides."""
    joints = [{joint for joint in _JOINTS if joint & each.head} for each in (one, rival)]
    if all(joints) and joints[0].isdisjoint(joints[1]):
        return True
    storeys = [_STOREYS & (each.head | each.words) for each in (one, rival)]
    if all(storeys) and storeys[0].isdisjoint(storeys[1]):
        return True
    parallel = one.place.block == rival.place.block and len((one.words & rival.words) - one.head) > 1
    if parallel or (one.treated and rival.treated):
        return True
    if one.region in _LOOSE_REGIONS and len(one.head & rival.head) < 2:
        return True
    here = {one.sentence, rival.sentence}
    return any(len({each.side for each in sided if each.sentence == index}) > 1 for index in here)


def _is_second(reading: Reading, one: Sided, *, first: bool) -> bool:
    """Whether the clause of a place says why it tells of a second side."""
    text, sentence = reading.blocks[one.place.block][1].text, reading.sentences[one.sentence]
    before = text[max(sentence.start, one.place.start - _BEFORE) : one.place.start]
    behind = CLAUSES.split(text[one.place.start : min(sentence.end, one.place.end + _BEHIND)])[0]
    signs = (_SECOND,) if first else (_SECOND, _FOLLOWING)
    told = any(sign.search(clause) for sign in signs for clause in (before, behind))
    return told or _DENYING.search(before) is not None


def _is_bilateral(reading: Reading, one: Sided, *, weak: bool) -> bool:
    """Whether the report has the thing of a place ill on both sides; or, against few, its region."""
    for _, block in reading.blocks:
        for match in _BOTH.finditer(block.text):
            of = match["of"]
            if not one.head.isdisjoint(content(of)) or (weak and is_in_region(one.region, of)):
                return True
    return False
