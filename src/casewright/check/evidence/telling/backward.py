"""What a case speaks of as known, `after the lobectomy`, `the nail was removed`, and never told before.

What is spoken of in this way must have been done; where only another of its kind was, one of the two is wrong.
"""

from __future__ import annotations

from collections.abc import Iterator

from casewright.check.evidence.people.cases import cases_told
from casewright.check.evidence.telling.rivals import are_one
from casewright.check.evidence.words.alternatives import Chosen
from casewright.check.evidence.words.means import IMAGING
from casewright.document.reading import Reading
from casewright.patterns import lazily

AGAIN = (
    r"(?:done|performed|given|placed|inserted|operated|operated on|underwent|received|treated|started) again"
    r"|again (?:under|un|op|rec|giv|per|tre|ins|pla)\w+"
)
_THE = lazily(
    r"\b(?:[Tt]he|[Tt]his|[Tt]hat) (?:(?!(?:by|with|of|in|on|for|and|was|were|at|to|after|from|via) )[\w-]+ ){0,3}\Z"
)
_NEW = lazily(r"\b[Aa]n? (?:[\w-]+[ -]){0,2}\Z")
_SINCE = lazily(
    r"\b(?:[Aa]fter|[Ff]ollowing|[Ss]ince|[Dd]uring)(?: (?:the|an?|his|her|this))?(?: [\w-]+){0,3} \Z"
)
_CHOSEN = lazily(  # the article of what everybody knows: `removed by the transsphenoidal route`
    r"\b(?:via|using|through|by|way of|with|in|into|from|for|underwent|undergo\w*|perform\w*|chose|prefer\w*"
    r"|decid\w+ on|opted|received|did|made|than|as|under) (?:[Tt]he|[Tt]his|[Tt]hat) (?:[\w-]+ ){0,3}\Z"
)
_SOUND = lazily(
    r"\b(?:intact|patent|viable|functioning|healed|well[- ]\w+) (?:[\w-]+ ){0,2}\Z"
)  # `shows a patent graft`
_BEGUN = lazily(  # `the left lobectomy was performed`: told here
    r"(?:\s[\w-]+){0,5}?\s(?:was|were|is|are|been)\s(?:\w+\s){0,2}?(?:performed|done|carried|undertaken|planned"
    r"|chosen|preferred|used|selected|made|placed|inserted|implanted|created|started|begun|given|proposed"
    r"|scheduled|considered|indicated"
    r"|positioned|deployed|applied|adopted|employed|offered|needed|required|necessary|repeated)\b"
)
_ENDED = lazily(  # `the plate was removed`, `lobectomy specimen`
    r"\w*(?:\s(?!(?:and|or|via|by|with|through|at|in|of|for|from|using)\b)[\w-]+){0,2}?\s(?:wound|scar|specimen"
    r"|site|incision)s?\b"
    r"|\w*(?:\s(?!and\b|or\b)[\w-]+){0,2}?,?\s(?:was|were|had|has|could be)\s(?:\w+\s){0,2}?(?:removed|extracted"
    r"|uneventful|tolerated|completed|closed|withdrawn|healed|worn|taken|caused)\b"
    r"|\w*(?:\s[\w-]+){0,1}?\s(?:lasted|took|revealed|caused|removed)\b|\w* (?:was|were) removed\b"
)
_OTHERWISE = lazily(  # a second one, another plan, or one of former years
    rf"\b(?:convert\w*|conversion|instead|(?:first|second|third) (?!post|day|week|month|year)[a-z]|{AGAIN}"
    r"|recurr(?:ed|ing|ent)|relapsed|(?:at|for|the|local) (?:recurrence|relapse)|redo|revis\w+"
    r"|re-?operat\w+|re-?explor\w+|re-?bleed\w*|fail(?:ed|s|ing)|(?:graft|implant|treatment|stent|hardware) failure"
    r"|(?:is|was|were|been) planned|attempt\w*|declin\w+|refus\w+|consider\w*|discuss\w*|alternativ\w*|completion"
    r"|exchang\w+|switch\w*|addition\w*|another|staged|both|previous\w*|prior|history|ago|before|earlier|salvage"
    r"|too [a-z]+|(?:was|were) to|impossible|not (?:possible|feasible)|next (?!day|morning|week|month|year)"
    r"|further|would|insufficient|inadequate|unsuccessful|combined|other|had been|unless|until|could not|should"
    r"|may|might|if"
    r"|repeat\w*)\b",
)
_SEEN = lazily(  # `the mass seen on the CT`
    r"\b[Tt]he (?:[\w-]+ ){1,4}(?:(?:that|which) (?:was|were|had been) )?(?:seen|found|noted|detected|visible"
    r"|shown|described"
    r"|identified|visuali[sz]ed|demonstrated|observed) (?:on|by|in|at|with) (?:the )?(?:[\w-]+ )?\Z"
)
_SHOWED = lazily(r"\s(?:showed|revealed|disclosed)\b")
_NAMED = 45  # characters before a name in which it may be spoken of as known


def never_told(reading: Reading, chosen: tuple[Chosen, ...]) -> Iterator[tuple[Chosen, list[Chosen]]]:
    """Each word that the case only speaks of as known, with the words of its family that were told before."""
    if not chosen or reading.once(cases_told) > 1:
        return
    families: dict[str, dict[str, list[Chosen]]] = {}
    for each in chosen:
        families.setdefault(each.family, {}).setdefault(each.value, []).append(each)
    for named in families.values():
        for value, places in named.items():
            if all(_is_only_known(reading, each) for each in places):
                told = _told_before(reading, places[0], list(_others(named, value)))
                if told:
                    yield places[0], told
                    break


def _others(named: dict[str, list[Chosen]], value: str) -> Iterator[Chosen]:
    for other, places in named.items():
        if not are_one(other, value):
            yield from places


def _told_before(reading: Reading, known: Chosen, others: list[Chosen]) -> list[Chosen]:
    """What stands before in place of what is spoken of as known, where no word tells of a second or another plan."""
    place = known.place
    told = [
        each
        for each in others
        if each.part == "body"
        and each.about
        and (each.place.block, each.place.start) < (place.block, place.start)
    ]
    if not told or _is_known(reading, told[-1]):
        return []
    first, last = (reading.sentence_at(each.block, each.start) for each in (told[0].place, place))
    if first == last or any(_tells_otherwise(reading, number) for number in range(first, last + 1)):
        return []
    return told if len({each.value for each in told}) == 1 else []


def _tells_otherwise(reading: Reading, number: int) -> bool:
    sentence = reading.sentences[number]
    text = reading.blocks[sentence.block][1].text
    return _OTHERWISE.search(text, sentence.start, sentence.end) is not None


def _is_only_known(reading: Reading, each: Chosen) -> bool:
    """Whether a word of the case is spoken of as known, or is what a sentence begins with: `Laparotomy showed`."""
    if each.part != "body" or not each.about:
        return False
    block, start, end = each.place
    text = reading.blocks[block][1].text
    begins = reading.sentences[reading.sentence_at(block, start)].start == start and each.family != IMAGING
    return (begins and _SHOWED.match(text, end) is not None) or _is_known(reading, each)


def _is_known(reading: Reading, each: Chosen) -> bool:
    """Whether a word is spoken of as one that the reader has heard of."""
    text = reading.blocks[each.place.block][1].text
    sentence = reading.sentences[reading.sentence_at(each.place.block, each.place.start)]
    start, end = max(sentence.start, each.place.start - _NAMED), each.place.end
    if _BEGUN.match(text, end, sentence.end):
        return False
    if each.family == IMAGING:
        return _SEEN.search(text, max(sentence.start, start - _NAMED), each.place.start) is not None
    if _SOUND.search(text, start, each.place.start):
        return True
    if _SINCE.search(text, start, each.place.start):
        return True
    if _ENDED.match(text, end, sentence.end):
        return _NEW.search(text, start, each.place.start) is None
    return (
        _THE.search(text, start, each.place.start) is not None
        and _CHOSEN.search(text, start, each.place.start) is None
    )
