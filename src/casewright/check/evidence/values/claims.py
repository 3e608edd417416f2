"""Claims of normality that stand apart from the values they are about: for a whole list, or a sentence away."""

from __future__ import annotations

import re
from dataclasses import replace

from casewright.check.evidence.text.around import stretches_with
from casewright.check.evidence.values.namedstates import NAMED_SIGNS, named_states
from casewright.check.evidence.values.normality import STATE_WORDS, STATES, State, judge
from casewright.check.evidence.values.said import PARTED, Claim, Saying, sayings_in
from casewright.document.mentions.model import QuantityMention
from casewright.document.mentions.stretch import Stretch
from casewright.document.mentions.wordset import words
from casewright.document.reading import Reading
from casewright.patterns import lazily
from casewright.quantity.analytes import ANALYTES
from casewright.quantity.model import Quantity, Unit

_NORMAL = r"(?:normal|unremarkable|(?:with)?in (?:the |their )?(?:normal|reference) (?:limits?|ranges?))"
# `; all were normal`, `, both within the normal range`, `, all of which were normal`
_LISTED = lazily(
    rf"[,;(]\s(?:and\s)?(?P<how>all|both)\s(?:of which |of them |(?:of )?these |the )?"
    r"(?:values |results |parameters |tests )?(?:(?:was|were|being) )?(?:in |still )?"
    rf"(?P<state>{_NORMAL})\b(?!\s(?:for \w+ )?(?:except|apart|other than|but|value|upper|limit))",
    re.IGNORECASE,
)
# `All of these results were unremarkable.`: of the sentence before
_ALL_THESE = lazily(
    r"All (?:of )?(?:these|the above|those|the) (?:\w+ ){0,2}?(?:results|values|tests|parameters|findings|levels)"
    rf" were (?P<state>{_NORMAL})\b(?!\s(?:for \w+ )?(?:except|apart|other than|but|value|upper|limit))"
)
_SUMMING = words("all both")
_STATES = lazily(rf"\b(?:{'|'.join(STATES)}|abnormal|not|except)\b(?! ratio)", re.IGNORECASE)
_TOLD = lazily(  # of another time, of nobody, or of what is only feared
    r"\b(?:history|histories|later|develop(?:ed|ing)?|became|becomes?|subsequent(?:ly)?|after|then|day|previous(?:ly)?"
    r"|until|during|when|while|episodes?|risk|prior|before|past|recurren(?:t|ce)|now|initially|due to|because|since"
    r"|earlier|neither|nor|ago|no|not|without|denied|absence|chronic|known|possible|suspected|ruled?"
    r"|resolv(?:ed|ing)|resolution|subsided|disappeared|reversed|reversal|recover(?:ed|y)|treat(?:ed|ment)|controlled"
    r"|(?:was|were|been) corrected|correction|normali[sz]ation|improvement|return(?:ed)?|come back|gone|how|no longer"
    r"|persist(?:ent|ed)|if|may|can|family|mother|father|remained|at home|medications?"
    r"|entry|enrol\w+|baseline|elsewhere|followed|monitored|triad|classic(?:al)?|typical(?:ly)?|incomplete|expected|would"
    r"|relative|discharged?|follow-?up|last"
    r"|intermittent|complain\w*|reported|avoid|prevent\w*|common(?:ly)?|often|usual(?:ly)?|frequent(?:ly)?)\b",
    re.IGNORECASE,
)
# `Because of the hypertension`, `The tachycardia`: the state of the value told right before
_TAKEN_UP = lazily(
    r"(?:(?:Because of|Owing to|Due to|In view of|Given|To (?:treat|correct|control)|For|Despite) (?:the|this|her|his)"
    r"|The|This|His|Her) (?=[a-z])"
)
_PAST = lazily(
    r"\b(?:known|chronic|previous|resolved|subsided|disappeared|history|earlier|had|developed|recurr\w+|later|pulmonary"
    r"|portal|ocular|intracranial|episodes?|after|when|until|improved|normali[sz]ed|persist\w+|worsen\w+|progress\w+)\b"
)
_ENDED = lazily(
    r"(?:\sand\s(?:[a-z]+\s){1,3}?)?\s(?:(?:was|were|is|could be|had|has|have|had been)\s)?"
    r"(?:then |thus |therefore |thereby )?(?:been )?"
    r"(?:ruled out|excluded|unlikely|resolved|corrected|normali[sz]ed|absent|not|gone|subsided"
    r"|disappeared|cleared|improved)\b"
)
_CAUSE = lazily(r"\b[Bb]ecause of (?:the|this|her|his|such a)\b")  # of the value told before
_AT_THE_END = lazily(
    r"\b(?:discharged?|follow(?:ed)?-?\s?up|last visit|(?:days?|weeks?|months?|years?) (?:later|after)|after"
    r"|repeat(?:ed)?|recheck(?:ed)?|subsequent(?:ly)?|finally|final|eventually)\b",
    re.IGNORECASE,
)
_SICK_OF = lazily(r"\b(?:because of|due to|owing to)\b")
_GIVEN = lazily(
    r"\b(?:infus\w+|saline|solution|dialysate|bath|given|administered|supplement\w*|replace\w*)\b"
)
_EXAMINED = lazily(
    r"\b(?:[Oo]n (?:physical |clinical )?(?:examination|exam|admission|arrival|presentation))\b"
)
_SHORTLY = 25  # characters behind a name that is called high, in which another time is told
_CHANGED = lazily(  # `spiked to`, `later fell to`: another state than the one told before
    r"\b(?:spiked|rose|jumped|surged|soared|climbed|increased|fell|dropped|decreased|declined|peaked|improved|recovered"
    r"|stabili[sz]ed|rebounded|returned|reached|came|went|corrected|responded|restored)\b"
    r"[^.;:,\d]{0,30}\Z"
)
_COMPLAINTS = (
    "fever",
    "pyrex",
    "hyperpyrex",
    "hyperten",
    "hypox",
    "obes",
    "acid",
    "desat",
)  # felt or known before
_FUNCTION = lazily(  # `preserved left ventricular systolic function`, `normal valves and contractility`
    r"\b(?P<state>normal|preserved|intact"
    r"|(?:severely |moderately |markedly |mildly )?(?:reduced|impaired|depressed|poor))"
    r"\s(?:(?:valves|size|wall motion|chambers?|dimensions?)(?:,| and)\s)?"
    r"(?:(?:left|ventricular|ventricle|LV|biventricular|systolic|global|overall|cardiac|heart|myocardial|resting"
    r"|contractile)\s){0,5}"
    r"(?P<what>function|contractility|contraction|ejection fraction|EF)\b(?P<gap>[^.;\d]{0,130})\Z",
    re.IGNORECASE,
)
_ELSE = lazily(
    r"\b(?:but|however|although|though|despite|while|whereas|later|then|after|before|previous(?:ly)?|improved|from|to"
    r"|initial(?:ly)?|diastolic|right|renal|kidney|liver|hepatic|thyroid|lung|pulmonary)\b",
    re.IGNORECASE,
)
_OF_PUMP = lazily(r"left|ventric|LV|systolic|cardiac|heart|myocardial|contract|ejection", re.IGNORECASE)
_EXCEPTED = lazily(  # `normal except for`, `within normal limits apart from`: the words up to the value
    r"\b(?:normal|unremarkable|(?:with)?in (?:the |their )?(?:normal|reference) (?:limits?|ranges?))"
    r",?\s(?:(?P<but>except|apart|aside|save|other than|with the exception))(?: for| from| of)?:?\s"
    r"(?:an?\s|the\s|his\s|her\s)?[^.;:,\d]{0,60}\Z",
    re.IGNORECASE,
)
_NEXT_TOLD = lazily(r"\.\s{1,2}(?:[A-Z]\w+\s){0,1}[A-Za-z][^.;:,\d]{0,25}")
_NEAR = 2  # sentences of one paragraph in which a measure stands once
_NEXT = 4  # sentences, where the two stand in paragraphs that follow one another


def listed(reading: Reading) -> dict[tuple[int, int], Claim]:
    """The values of lists that end in `all were normal` or `both within normal limits`, by block and place."""
    claims: dict[tuple[int, int], Claim] = {}
    for stretch in stretches_with(reading, _SUMMING):
        sentence, text = stretch.sentence, stretch.block.text
        claims.update(_of_the_list_before(reading, stretch))
        match = _LISTED.search(text, sentence.start, sentence.end)
        if match is None:
            continue
        values = [
            mention
            for mention in reading.quantities
            if mention.sentence == sentence.index
            and mention.end <= match.start()
            and mention.subject == "patient"
        ]
        cut = max((text.rfind(";", sentence.start, value.end) for value in values[-1:]), default=-1)
        values = [value for value in values if value.start > cut]
        values = values[-2:] if match["how"].lower() == "both" else values
        if values and not _STATES.search(text, max(sentence.start, values[0].start - 60), match.start()):
            said = f"{match['how']} {match['state']}".lower()
            claims.update({(mention.block, mention.start): (said, "normal") for mention in values})
    return claims


def _of_the_list_before(reading: Reading, stretch: Stretch) -> dict[tuple[int, int], Claim]:
    """The values with their ranges in the sentence before `All of these results were normal`."""
    match = _ALL_THESE.match(stretch.text)
    if match is None:
        return {}
    values = [
        mention
        for mention in reading.quantities
        if mention.sentence == stretch.sentence.index - 1
        and mention.block == stretch.sentence.block
        and mention.subject == "patient"
        and mention.limits is not None
    ]
    said = f"all {match['state']}".lower()
    return {(mention.block, mention.start): (said, "normal") for mention in values}


def said_nearby(reading: Reading) -> dict[tuple[int, int], Claim]:
    """The values, each the only one of its measure thereabouts, that a sentence near them gives a word for."""
    claims: dict[tuple[int, int], Claim] = {}
    values = _judged_values(reading)
    told = {near for block in values for near in range(block - 1, block + 2)}
    named = named_states(reading) if told else {}
    for stretch in stretches_with(reading, _JUDGING | NAMED_SIGNS) if told else ():
        if stretch.sentence.block not in told:
            continue
        apart = [
            Saying(each.start, each.end, each.word, each.state, (each.measure,))
            for each in named.get(stretch.sentence.index, ())
        ]
        for saying in (*sayings_in(stretch.text, stretch.offset), *apart):
            if not saying.measures:
                continue
            value = _only_near(reading, values, saying.measures, stretch) or _next(values, saying, stretch)
            if value is None or not _is_told_now(stretch, saying, value):
                continue
            if not _has_changed(reading, saying, value):
                claims.setdefault((value.block, value.start), saying.claim)
    return claims


def _is_told_now(stretch: Stretch, saying: Saying, value: QuantityMention) -> bool:
    """Whether the words around a state are of the time of the value: neither of the past, nor feared, nor denied."""
    start = saying.start - stretch.offset
    if value.sentence != stretch.sentence.index and _is_of_the_end(stretch, value):
        return False
    stated = " was " in saying.word or " were " in saying.word  # `The platelet count was low.`
    if not stated and (lead := _TAKEN_UP.match(stretch.text)) and lead.end() == start:
        follows = value.sentence == stretch.sentence.index - 1 and value.block == stretch.sentence.block
        return follows and _PAST.search(stretch.text) is None
    if stretch.text.endswith("post-", 0, start):  # `post-polycythemia`
        return False
    follows = 0 < value.sentence - stretch.sentence.index <= (_NEAR if value.measure == "pulse" else 1)
    opposed = follows and _is_opposed(value, saying.state) and not _is_given(stretch.block.text, value)
    examined = opposed and _EXAMINED.search(stretch.text) is not None
    if saying.word.lower().startswith(_COMPLAINTS) and not (examined or _leads(stretch, saying, value)):
        return False
    same = value.start > saying.end and value.sentence == stretch.sentence.index
    if same and PARTED.search(stretch.block.text, saying.end, value.start):
        return False
    around = _SICK_OF.sub("", _clause(stretch, saying)) if opposed else _around(stretch, saying, value)
    if " " in saying.word and value.sentence != stretch.sentence.index:
        around = stretch.text[: saying.end - stretch.offset + _SHORTLY]
    return _TOLD.search(_CAUSE.sub("", around)) is None and not _ENDED.match(
        stretch.text, start + len(saying.word)
    )


def _is_opposed(value: QuantityMention, state: State) -> bool:
    """Whether a value can be called the opposite of a state, and not the state."""
    if state == "normal":
        return False
    judged, turned = judge(value, state), judge(value, "low" if state == "high" else "high")
    return judged is not None and turned is not None and turned.possible and not judged.possible


def _is_given(text: str, value: QuantityMention) -> bool:
    """Whether a concentration is that of what was given: `saline with 10 mEq/L of potassium`."""
    return _GIVEN.search(text, max(0, value.start - 60), value.end + 20) is not None


def _clause(stretch: Stretch, saying: Saying) -> str:
    """The words around a state, as far as the next commas."""
    start, end = saying.start - stretch.offset, saying.end - stretch.offset
    behind = stretch.text[end : end + _SHORTLY].partition(",")[0]
    return stretch.text[:start].rpartition(",")[2] + saying.word + behind


def is_past(text: str) -> bool:
    """Whether the words of a sentence tell of another time, of nobody, or of what is only feared."""
    return _TOLD.search(text) is not None


def _is_of_the_end(stretch: Stretch, value: QuantityMention) -> bool:
    """Whether the sentence of a value is of the end of the course, and that of the word is not."""
    text = stretch.block.text
    end = text.find(". ", value.end)
    told = text[text.rfind(". ", 0, value.start) + 1 : end if end > 0 else len(text)]
    return (
        value.block == stretch.sentence.block
        and _AT_THE_END.search(told) is not None
        and _AT_THE_END.search(stretch.text) is None
    )


def of_the_heart(reading: Reading, mention: QuantityMention) -> Claim | None:
    """What the words before an ejection fraction say of the left ventricle."""
    if mention.measure != "ejection_fraction":
        return None
    start = max(reading.sentences[mention.sentence].start, mention.start - 240)
    match = _FUNCTION.search(reading.blocks[mention.block][1].text[start : mention.start])
    if match is None or _ELSE.search(match["gap"]) or not _OF_PUMP.search(match[0]):
        return None
    state = match["state"].lower()
    return match["state"], "normal" if state in ("normal", "preserved", "intact") else "low"


def is_excepted(reading: Reading, mention: QuantityMention) -> bool:
    """Whether a value is what a list of normal results is said to leave out."""
    start = max(reading.sentences[mention.sentence].start, mention.start - 130)
    text = reading.blocks[mention.block][1].text[start : mention.start]
    return "normal" in text and _EXCEPTED.search(text) is not None


def _leads(stretch: Stretch, saying: Saying, value: QuantityMention) -> bool:
    """Whether the word ends its sentence and the value begins the next: `There was acidemia. The pH was 7.1`."""
    if value.block != stretch.sentence.block or value.start < saying.end:
        return False
    return _NEXT_TOLD.fullmatch(stretch.block.text, saying.end, value.start) is not None


def _judged_values(reading: Reading) -> dict[int, list[QuantityMention]]:
    """The values of measures that some word judges by itself, by block."""
    values: dict[int, list[QuantityMention]] = {}
    for mention in reading.quantities:
        if mention.measure in ANALYTES and mention.subject != "general":  # a range, or what is aimed at
            values.setdefault(mention.block, []).append(mention)
    return values


def _only_near(
    reading: Reading, values: dict[int, list[QuantityMention]], measures: tuple[str, ...], stretch: Stretch
) -> QuantityMention | None:
    """The patient's one value of these measures in a paragraph and its neighbours, where it is a few sentences away."""
    block = stretch.sentence.block
    near = [
        each
        for number in range(block - 1, block + 2)
        for each in values.get(number, ())
        if each.measure in measures
    ]
    if len(near) != 1 or near[0].subject != "patient":
        return None
    apart = abs(near[0].sentence - stretch.sentence.index)
    here = near[0].block == block
    same_section = reading.blocks[near[0].block][0] is stretch.section
    return near[0] if apart <= (_NEAR if here else _NEXT) and same_section else None


def _next(
    values: dict[int, list[QuantityMention]], saying: Saying, stretch: Stretch
) -> QuantityMention | None:
    """The first value of its measures in a paragraph, told soon behind a state and its opposite; else None."""
    told = [each for each in values.get(stretch.sentence.block, ()) if each.measure in saying.measures][:1]
    for first in told:
        soon = stretch.sentence.index < first.sentence <= stretch.sentence.index + _NEAR
        if soon and first.subject == "patient" and _is_opposed(first, saying.state):
            return first if not _is_given(stretch.block.text, first) else None
    return None


def _has_changed(reading: Reading, saying: Saying, value: QuantityMention) -> bool:
    """Whether a value told after a word of state is one that the patient came to from it."""
    text = reading.blocks[value.block][1].text
    return (
        saying.end < value.start and _CHANGED.search(text, max(0, value.start - 50), value.start) is not None
    )


def _around(stretch: Stretch, saying: Saying, value: QuantityMention) -> str:
    """The clause in which the word stands; as far as the value, where that is in the same sentence."""
    text, start = stretch.text, saying.start - stretch.offset
    if value.sentence == stretch.sentence.index:
        first, last = sorted((start, value.start - stretch.offset))
        return text[max(0, first - 40) : last]
    return text


_JUDGING = frozenset(STATE_WORDS)


def printed_limits(reading: Reading) -> dict[tuple[str, Unit | None], Quantity]:
    """The reference range of each measure and unit that the report prints once, or always the same."""
    ranges: dict[tuple[str, Unit | None], set[Quantity]] = {}
    for mention in reading.quantities:
        if mention.limits is not None and mention.measure:
            ranges.setdefault((mention.measure, mention.quantity.unit), set()).add(mention.limits)
    return {key: next(iter(found)) for key, found in ranges.items() if len(found) == 1}


def with_limits(mention: QuantityMention, ranges: dict[tuple[str, Unit | None], Quantity]) -> QuantityMention:
    """The value with the range that the report prints for its measure elsewhere, where it has none itself."""
    if mention.limits is not None:
        return mention
    return replace(mention, limits=ranges.get((mention.measure, mention.quantity.unit)))
