"""Where a manuscript names a side of the body, and which two places name both sides of one thing.

One sentence against all others (`dissent`) contradicts by itself. Seven more tests say that two places mean one thing,
each of them only where no word of either sentence is at home with a second side (`contralateral`, `normal`, `drain`):

- *like words*: the part of the body and the words around it are alike, rare words counting most, and no place on the
  same side is nearly as like; in two paragraphs, since one paragraph tells of the two sides in like words on purpose;
- *one part*: a part of the body is named on one side here and on the other everywhere else;
- *one region*: all that is told of a region (flank, kidney and ureter) is on one side but for this place;
- *one treatment*: a sentence has a region ill on one side and treated on the other;
- *one chamber*: what fills a chamber of the heart is in that of one side here and of the other elsewhere;
- *many places*: three sentences or more have a thing on one side, in words like this place's, and none on this one;
- *one picture*: a legend names one side alone, and the sentences that call its figure the other alone, in like words.

Of two places within the case one must stand alone with its side as well (`lone`), unless it is of one treatment or one
chamber.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from casewright.check.evidence.people.cases import cases_told
from casewright.check.evidence.places.dissent import dissenting
from casewright.check.evidence.places.likeness import alike, rarities, total
from casewright.check.evidence.places.lone import is_lone, is_two_sided
from casewright.check.evidence.places.regions import is_in_region
from casewright.check.evidence.places.sided import CLAUSES, LOOSE, SHARED, Sided, outlives, sides
from casewright.check.evidence.telling.pictured import called
from casewright.check.evidence.text.episodes import another_episode
from casewright.check.evidence.words.wording import content, stem
from casewright.document.mentions.wordset import words
from casewright.document.reading import Reading
from casewright.patterns import lazily

OTHER = {"left": "right", "right": "left"}

_TREATED = lazily(
    r"\b(?:(?:managed|treated|relieved|repaired|stabili[sz]ed) (?:\w+ )?(?:with|by)|for which|underwent|requir\w+"
    r"|necessitat\w+)(?: (?!and\b)[\w-]+){0,6} \Z"
)
_BILATERAL = lazily(
    r"(?:bilateral(?:ly)?|\bboth (?:sides?|\w+(?:s|ae)\b|test[ei]s)|\bcontralateral(?:ly)?"
    r"|\b(?:other|opposite|each) side)\b",
    re.IGNORECASE,
)
_PLAIN = words(  # regions that have one illness as a rule
    "eye ear testis ovary breast kidney adrenal thyroid groin shoulder leg"
)
_SYMPTOMS = frozenset(
    map(stem, words("weakness paresis hemiparesis numbness paresthesia pain swelling edema"))
)
_EXAMINED = frozenset(
    ["eye", "ear", "ears", "hand", "pupil", "mass"]
)  # on both sides, or more than one on each
_LEVELS = frozenset(["upper", "lower", "anterio", "poster", "intern", "extern"])
_FILLING = frozenset(map(stem, words("thrombus clot vegetation myxoma mass lead catheter electrode")))
_LIST = 3  # sided things in one sentence, beyond which it lists what is on either side
_NEEDED = 1.0  # weight of the like words around two places, and by how much no other place may come near
_SEVERAL = 3  # sentences that have a thing on one side, against which one with the other may not stand
_SHOWN = 2  # places of a legend that name one side, and none the other, for it to show that side
_PICTURED = 2  # words that a legend and the sentence that calls its figure share around a side


@dataclass(frozen=True, slots=True)
class Opposed:
    """Two places that name both sides of one thing."""

    here: Sided
    there: Sided


def opposed(reading: Reading) -> Iterator[Opposed]:
    """The pairs of places that put one thing on both sides; each place is the first of one pair at most."""
    if reading.once(cases_told) > 1:
        return
    sided = [each for each in reading.once(sides) if reading.blocks[each.place.block][1].kind != "table"]
    if len({each.side for each in sided}) < len(OTHER):
        return
    rarity = rarities(reading, sided)
    dissent = dict(dissenting(reading, sided))
    for one in sided:
        if (agreed := dissent.get(one)) is not None:
            yield Opposed(one, agreed)
            continue
        if one.both or not one.ours or not (one.head or one.region):
            continue
        sure = _of_treatment(reading, one, sided) or _of_one_chamber(one, sided)
        rival = sure or (
            _likest(one, sided, rarity)
            or _of_one_part(one, sided)
            or _of_one_region(one, sided)
            or _of_picture(reading, one, sided)
            or _of_many(one, sided)
        )
        if rival is None or _are_on_both(reading, one, rival) or _in_turn(reading, one, rival):
            continue
        if _case_tells(one, rival, sided) or _case_tells(rival, one, sided):
            continue
        if is_of_two_pictures(reading, one, sided):
            continue
        if one.region and any(outlives(each, sided) for each in sided if each.region == one.region):
            continue
        told = one.part == rival.part == "body"
        if sure or (is_lone(reading, one, rival, sided) if told else not is_two_sided(one, sided)):
            yield Opposed(one, rival)


def _likest(one: Sided, sided: list[Sided], rarity: dict[str, float]) -> Sided | None:
    """The place on the other side that is like this one, where no place on the same side is nearly so."""
    against = [
        (likeness, other)
        for other in sided
        if other.side == OTHER[one.side] and _may_rival(one, other) and not _in_one_paragraph(one, other)
        if (likeness := alike(one, other, rarity))[0]
    ]
    if not against:
        return None
    (head, around), rival = max(against, key=lambda pair: total(pair[0]))
    if (
        len(one.head & rival.head) * 2 < len(one.head)
        or beside(one, rival, sided)
        or beside(rival, one, sided)
    ):
        return None
    plain = one.about and rival.about and not any(each.subject or each.second for each in (one, rival))
    least = _NEEDED if plain else 2 * _NEEDED
    same = [
        total(alike(one, other, rarity))
        for other in sided
        if other.side == one.side and other.sentence != one.sentence
    ]
    clear = around >= least and total((head, around)) - max(same, default=0.0) >= least
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
        if not (one.head | rival.head).isdisjoint(content(said)) or is_in_region(one.region, said):
            return True
    return False


def _case_tells(one: Sided, rival: Sided, sided: Iterable[Sided]) -> bool:
    """Whether another telling names a part of an organ on a side on which the case has it, too, beside the rival."""
    if one.part == "body" or one.head.isdisjoint(SHARED):
        return False
    return any(
        each.part == "body"
        and each.side == one.side
        and one.head <= each.head
        and abs(each.sentence - rival.sentence) <= 1
        for each in sided
    )


def is_of_two_pictures(reading: Reading, one: Sided, sided: Iterable[Sided]) -> bool:
    """Whether a place is of a legend that names its side again and again, and no other, as another legend does with the
    other side: both sides were imaged."""
    shown: dict[int, list[str]] = {}
    for each in sided:
        if reading.blocks[each.place.block][1].kind == "legend":
            shown.setdefault(each.place.block, []).append(each.side)
    alone = {block: told[0] for block, told in shown.items() if len(told) >= _SHOWN and len({*told}) == 1}
    return one.place.block in alone and OTHER[one.side] in alone.values()


def _in_turn(reading: Reading, one: Sided, rival: Sided) -> bool:
    """Whether the case tells of one side first, and of the other in another episode of the illness."""
    first, last = sorted((one.place.block, rival.place.block))
    return one.part == rival.part == "body" and another_episode(reading, first, last)


def _in_one_paragraph(one: Sided, other: Sided) -> bool:
    return one.place.block == other.place.block


def beside(one: Sided, other: Sided, sided: Iterable[Sided]) -> bool:
    """Whether the sentence of one place names its thing on the side of the other place too."""
    return any(
        each.sentence == one.sentence and each.side == other.side and each.head & one.head for each in sided
    )


def _of_one_part(one: Sided, sided: list[Sided]) -> Sided | None:
    """A place that has the same part of the body on the other side, where no place has it on this one."""
    core = one.head - LOOSE
    if not core or not one.about or one.subject or one.sound:
        return None
    like = [
        other
        for other in sided
        if other is not one
        and core & other.head
        and len(core & other.head) >= len(core) - 1
        and one.head & _LEVELS <= other.head
        and (not one.organ or one.organ & (other.organ | other.head))
        and not _of_other_symptom(one, other)
    ]
    if core <= SHARED and any(a.is_of_another_organ(b) for a, b in combinations(like, 2)):
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


def _of_other_symptom(one: Sided, other: Sided) -> bool:
    """Whether a part is weak at one place, and painful at the other."""
    symptoms = one.head & _SYMPTOMS, other.head & _SYMPTOMS
    return all(symptoms) and symptoms[0].isdisjoint(symptoms[1])


def _of_one_region(one: Sided, sided: list[Sided]) -> Sided | None:
    """A place that has the region on the other side, where several have and this alone has it on this one."""
    if not one.region or not one.about or one.subject:
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
    treated = any(each.treated for each in like)
    alone = one.treated or treated or _is_of_other_parts(one, like)
    if one.second:
        alone = one.treated and not treated
    return _outvoting(one, like, least=1 if alone else 2)


def _is_of_other_parts(one: Sided, like: list[Sided]) -> bool:
    """Whether a place names another part of a region that has one illness as a rule: an eardrum, where an ear hurts."""
    return one.region in _PLAIN and all(one.head.isdisjoint(each.head) for each in like)


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
            and CLAUSES.search(between) is None
        ):
            return other
    return None


def _of_one_chamber(one: Sided, sided: list[Sided]) -> Sided | None:
    """A place that has what fills a chamber of the heart in that of the other side, where none has it in this one."""
    chamber, filled = _chamber(one), (one.words | one.head) & _FILLING
    if not chamber or not filled or not one.ours:
        return None
    like = [
        each
        for each in sided
        if each is not one and _chamber(each) == chamber and (each.words | each.head) & filled
    ]
    if any(each.side == one.side or each.both for each in like):
        return None
    mixed = {each.sentence for each in sided if each.side == one.side} & {each.sentence for each in like}
    if mixed or any(each.sentence == one.sentence and each.side != one.side for each in sided):
        return None
    told = [each for each in like if each.ours]
    return told[0] if len(told) > (one.second or any(each.second for each in told)) else None


def _chamber(sided: Sided) -> str:
    return next(
        (word for word in ("atri", "ventri") if any(each.startswith(word) for each in sided.head)), ""
    )


def _of_picture(reading: Reading, one: Sided, sided: list[Sided]) -> Sided | None:
    """The place of a sentence that calls the figure of this legend, where either has its side alone."""
    block = reading.blocks[one.place.block][1]
    if block.kind != "legend" or not block.key:
        return None
    calling = {index for index, keys in reading.once(called).items() if block.key in keys}
    there = [each for each in sided if each.sentence in calling]
    here = [each for each in sided if each.place.block == one.place.block]
    alone = {each.side for each in here} == {one.side} and {each.side for each in there} == {OTHER[one.side]}
    if not alone or any(each.both or not each.ours for each in (*here, *there)):
        return None
    alike = [each for each in there if len((each.words | each.head) & (one.words | one.head)) >= _PICTURED]
    return alike[0] if alike else None


def _of_many(one: Sided, sided: list[Sided]) -> Sided | None:
    """A place in like words that has the thing on the other side, where several have and none has it on this one."""
    core = one.head - LOOSE
    if not core or not one.ours or one.sound or one.apart:
        return None
    like = [
        each
        for each in sided
        if each is not one
        and core <= each.head
        and one.head & _LEVELS <= each.head
        and not one.is_of_another_organ(each)
    ]
    told = {each.sentence for each in like if not each.both}
    if len(told) < _SEVERAL or one.sentence in told or any(each.side == one.side for each in like):
        return None
    around = one.words | one.head
    return next(
        (
            each
            for each in like
            if each.ours and not each.both and len(around & (each.words | each.head)) >= len(one.head) + 2
        ),
        None,
    )


def _outvoting(one: Sided, against: list[Sided], least: int) -> Sided | None:
    """The first of enough plain places on the other side: twice as many where this place may mean a second thing."""
    if any(other.ours and not _may_rival(one, other) for other in against):
        return None
    if one.apart or any(each.apart for each in against[:1]):
        return None
    told = sorted((each for each in against if each.about and not each.subject), key=lambda each: each.second)
    votes = sum(1.0 if not each.second else 0.5 for each in told)
    first = one.treated and not any(
        each.treated for each in told
    )  # is operated on later, and no other side was
    needed = 2 * least if one.second and not first else least
    return told[0] if votes >= needed else None
