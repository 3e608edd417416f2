"""Where a report says that the disease came back, or that it did not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from casewright.check.evidence.text.around import stretches_with
from casewright.check.evidence.text.parts import Part, of_others, of_patient, part_at
from casewright.check.evidence.text.passage import Passage
from casewright.document.mentions.stretch import Stretch
from casewright.document.mentions.wordset import words
from casewright.document.reading import Reading
from casewright.patterns import lazily

_RETURNING = words(
    "recurrence recurrences recurred recur relapse relapses relapsed reoccurrence reoccurrences reoccurred episode"
    " episodes attack attacks"
)
_SIGNS = _RETURNING | {"disease"}
_DENYING = words(
    "no not without nor neither free absence denied never excluded ruled"
)  # one of them denies a return
_BACK = r"(?:recurrences?|reoccurrences?|relapses?)"
_AGAIN = (
    r"(?:further|more|other|another|new|additional|subsequent|second) (?:[a-z]+ ){0,2}?(?:episodes?|attacks?)"
)
_FREE = lazily(
    rf"\b(?:(?:no|without|nor|neither|free (?:of|from)|absence of|denied|not (?:had|have|shown?|experienced?|any))"
    rf" (?:any |a )?(?:(?:evidence|signs?|symptoms?|clinical|radiolog\w+|local|further|distant|tumou?r|disease|of|or"
    rf"|and|new|any|metasta\w+|subsequent|biochemical|late|early|obvious|apparent) ){{0,6}}"
    rf"(?:{_BACK}|{_AGAIN}|disease(?= (?:at|after|for|on|during|\d)|[.,;]))|(?:no|without) {_AGAIN}"
    rf"|(?:did|does|do|has|have|had) not (?:\w+ )?(?:recur|recurred|relapse|relapsed|reoccurred)"
    rf"|(?:disease|recurrence|relapse)[- ]free|{_BACK} (?:was|were|has|have) (?:(?:been|yet) )?(?:not|never|excluded"
    rf"|ruled out))\b",
    re.IGNORECASE,
)
_CAME = lazily(
    rf"\b(?:(?:there was|showed|had|developed|experienced|suffered|detected|revealed|confirmed|presented with|found"
    rf"|after|with)"
    rf" (?:(?:a|an|one|two|local|the|his|her|first|second|multiple|early|late|single|clinical) ){{0,3}}{_BACK}"
    rf"|(?:a|one|two|three|first|local) (?:[a-z]+ )?{_BACK} (?:was|were|occurred|developed)"
    rf"|{_BACK} (?:occurred|developed|appeared)|{_BACK} (?:was|were) (?:detected|found|noted|seen|diagnosed"
    rf"|observed|confirmed)"
    rf"|(?:had|has|suffered|experienced|developed|with) (?:one|two|a|an|another|three)"
    rf" (?:further|more|other|new|second) (?:[a-z]+ )?(?:episodes?|attacks?)"
    rf"|(?:one|two|three) (?:further|more) (?:episodes?|attacks?)"
    rf"|(?<!not )(?<!with )(?<!of )(?<!for )(?<! a )(?<!the )(?:recurred|relapsed|reoccurred))\b",
    re.IGNORECASE,
)
_DENIED = lazily(
    r"\b(?:no|not|without|never|nor|neither|none|denied|free|absence)\b[^,;]{0,60}\Z", re.IGNORECASE
)
_UNSURE = lazily(
    r"\b(?:risk|rates?|prevent\w*|monitor\w*|surveillance|if|in case of|possib\w+|suspect\w*|likel\w+|may|might|can"
    r"|could|should|avoid\w*|chance|probab\w+|detect (?:any|early)|for (?:early )?(?:recurrence|relapse)|prior"
    r"|previous\w*|history|ago|before|concern\w*|prone|tend\w*|until)\b",
    re.IGNORECASE,
)

_TREATED = words(
    "underwent surgery operation operated resection resected excision excised removed reoperation chemotherapy"
    " radiotherapy radiation irradiation treated treatment therapy transplantation given received started administered"
    " prednisone prednisolone rituximab ablation embolization revision"
)
_SETTLED = 2  # tellings against which that of a third is a slip


@dataclass(frozen=True, slots=True)
class Return:
    """A place that says whether the disease came back."""

    place: Passage
    came: bool
    part: Part
    again: bool  # whether what came back is an episode or attack: of them a disease has more than one


def returns(reading: Reading) -> Iterator[Return]:
    """Every place that says of this patient whether the disease came back, in reading order."""
    for stretch in stretches_with(reading, _SIGNS):
        if stretch.block.kind != "table":
            yield from _in_stretch(reading, stretch)


def _in_stretch(reading: Reading, stretch: Stretch) -> Iterator[Return]:
    text, number = stretch.text, stretch.sentence.block
    part = part_at(reading, number)
    denied = not stretch.words.isdisjoint(_DENYING)
    free = {_is_again(match): match for match in _FREE.finditer(text)} if denied else {}
    told = not stretch.words.isdisjoint(_RETURNING)
    came = {
        _is_again(match): match
        for match in (_CAME.finditer(text) if told else ())
        if not _DENIED.search(text, 0, match.start()) and not _UNSURE.search(text)
    }
    for again, match in (came | free).items():
        start = stretch.offset + match.start()
        ours = of_patient(reading, stretch.sentence.index, start)
        if ours or (part == "echo" and not of_others(reading, stretch.sentence.index)):
            place = Passage(number, start, start + len(match[0]))
            yield Return(place, again not in free, part, again)


def _is_again(match: re.Match[str]) -> bool:
    return match[0].lower().endswith(("episode", "episodes", "attack", "attacks"))


def returns_opposed(reading: Reading) -> tuple[Return, Return] | None:
    """Two places, the summary's first, of which one has the disease come back and the other not.

    Only where each of the two tellings knows one of them alone: who had a relapse may be free of another.
    """
    every = list(returns(reading))
    for again in (False, True):
        said = [each for each in every if each.again == again]
        told = [each for each in said if each.part == "body"]
        if any(each.came and _is_treated_after(reading, each) for each in told):
            continue  # what another telling is free of is a further one
        echoes = [each for each in said if each.part == "echo"] or [
            each for each in said if each.part != "body"
        ]
        known, repeated = {each.came for each in told}, {each.came for each in echoes}
        if len(known) == len(repeated) == 1 and known != repeated:
            return echoes[0], told[0]
        if lone := _lone(reading, said):
            return lone
    return None


def _is_treated_after(reading: Reading, came: Return) -> bool:
    """Whether the case tells of a treatment behind a return of the disease, from which on it may have stayed away."""
    place = came.place
    return any(
        (each.sentence.block, each.sentence.start) > (place.block, place.start)
        and part_at(reading, each.sentence.block) == "body"
        for each in stretches_with(reading, _TREATED)
    )


def _lone(reading: Reading, said: list[Return]) -> tuple[Return, Return] | None:
    """What one telling says, and what two others or more say instead, where each knows one of the two alone."""
    tellings: dict[str, list[Return]] = {}
    for each in said:
        tellings.setdefault(reading.blocks[each.place.block][0].role.partition(".")[0], []).append(each)
    known = {telling: {each.came for each in places} for telling, places in tellings.items()}
    if len(known) <= _SETTLED or any(len(values) > 1 for values in known.values()):
        return None
    for telling, places in tellings.items():
        others = [name for name in tellings if known[name] != known[telling]]
        if len(others) == len(tellings) - 1:
            return places[0], tellings[others[-1]][0]
    return None
