"""The order of the days of a course: which day is told behind one that must have come later."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from casewright.check.evidence.text.parts import part_at
from casewright.check.evidence.times.courseday import CourseDay, course_days
from casewright.document.reading import Reading
from casewright.patterns import lazily
from casewright.quantity.number import read_number

_END = lazily(
    r"\b(?:discharged|died|expired|passed away|succumbed|death occurred|(?:went|sent|returned) home"
    r"|left (?:the |our )?hospital|discharge (?:home|to)|death ensued)\b"
    r"|(?<!planned )(?<!fit for )(?<!expected )\bdischarge(?: from (?:the |our )?(?:hospital|ward|clinic))?"
    r"(?: (?:was|took place|occurred|followed))?,? (?:on|at) (?:the )?\Z",
    re.IGNORECASE,
)
_DEATH = lazily(
    r"(?<!brother )(?<!sister )(?<!mother )(?<!father )(?<!sibling )(?<!twin )(?<!donor )(?<!son )(?<!daughter )"
    r"\b(?:died|expired|passed away|succumbed|[Dd]eath (?:occurred|ensued))\b[^.;,]{0,40}\Z",
    re.IGNORECASE,
)
_BACK = lazily(
    r"\bhad (?:\w+ly )?(?:been|had|undergone|begun|become|\w+ed)\b|\bprevious|\bprior\b|\bearlier\b|\bhistory\b"
    r"|\bsince\b|\bbefore\b|\bago\b|\bretrospective|\btwin\b",
    re.IGNORECASE,
)
_ANEW = lazily(
    r"\bre-?admi|\breturned\b|\bre-?operat|\bsecond (?:operation|surgery|admission)|\bre-?hospital"
    r"|\b(?:course|cycle)s?\b|\bchemotherapy\b|\bdonor\b",
    re.IGNORECASE,
)
_OPERATED = lazily(  # a new operation, from which the days count anew
    r"\b(?:taken (?:back )?to (?:the )?(?:surgery|operating|theat)|re-?operated|second surgery)"
    r"|\b(?:second|next|further|final|definitive|another|completion|repeat)[ -](?:[\w-]+ ){0,2}(?:operation|surgery"
    r"|procedure|stage|step|laparotomy|thoracotomy|craniotomy|resection|hepatectomy|exploration|look)\b"
    r"|\bwas (?:\w+ly )?(?:resected|explanted|re-?explored|operated|re-?transplanted|amputated)\b"
    r"|\b(?:resection|surgical|operative) (?:margins?|specimen)\b|\boperati(?:on|ve) time\b|\bblood loss\b"
    r"|\w{3,}(?:ectomy|plasty|ostomy|otomy)\b[^.;]{0,70}\b(?:was|were) (?:then |subsequently |successfully )?"
    r"(?:performed|carried out|done|undertaken|made|created|fashioned)"
    r"|\bunderwent (?:\w+ ){0,4}\w{3,}(?:ectomy|plasty|ostomy|otomy)\b",
    re.IGNORECASE,
)
_READMITTED = lazily(
    r"\bre-?(?:admi|hospitali)|\btransferred to (?:our|another)\b"
    r"|\b(?:came back|returned to (?:the|our) (?:hospital|clinic|emergency))\b",
    re.IGNORECASE,
)
_CAME = lazily(
    r"\b(?:(?:re-?)?admitted|transferred|referred|presented)\b", re.IGNORECASE
)  # after the operation
_SPAN = lazily(
    r"(?:\b(?:until|till|through|to|for|by|from|since|between|and|least)\s(?:the\s)?)\Z", re.IGNORECASE
)
_BY = lazily(r"\bby\s(?:the\s)?\Z")
_AFTERWARDS = lazily(  # what is done or known after the stay as well
    r"\b(?:stitch|suture|staple|autops|necrops|post-?mortem|histopatholog|patholog|culture|result|taper|detectable"
    r"|discontinu|remission)\w*\b",
    re.IGNORECASE,
)
_VALUE = lazily(r"\d\s?(?:[a-zA-Zµμ×^0-9]{1,8}/[a-zA-Zµμ]|%)")  # a value may be of a visit after the stay
_BEHIND = lazily(  # `on day 5 he died`, `On day 5, the patient went home`
    r"[^.;]{0,20}\b(?:then |subsequently )?(?:died|expired)\b"
    r"|,? (?:[Hh]e|[Ss]he|the (?:patient|boy|girl|child|infant))"
    r" (?:was (?:then )?discharged|went home|left (?:the )?hospital)\b(?! [^.;]{0,20}\b(?:after|later|days|weeks)\b)"
)
_RANKS = {
    "injury": 0,
    "illness": 0,
    "life": 0,
    "admission": 1,
    "": 1,
    "operation": 2,
    "treatment": 2,
    "therapy": 2,
}
_BEFORE_ADMISSION = ("treatment", "therapy")  # they may have begun at home
_AGAIN = lazily(r"\bre-?(?P<what>intubat|insert|admit|operat|start|explor|initiat)", re.IGNORECASE)
_OPENING = lazily(r"(?:On|At|By)\s(?:the\s)?\Z")
_STEPS = lazily(  # `She was extubated on`
    r"(?:He|She|The (?:patient|boy|girl|child|infant|man|woman)) (?:was|became|developed|underwent|recovered|died"
    r"|deteriorated|improved|suffered)\b(?: \w+ed\b)?"
    r"(?: (?!had|who|which|that|since|until|for|from)[\w-]+){0,8} on (?:the )?"
)
_JOINED = lazily(r",? and (?:(?!had|before|after)[\w-]+ ){1,8}on (?:the )?")
_LASTED = lazily(r"\b(?:for|over|during|in)\s(?:the\s)?(?:next|following|first)\s\Z", re.IGNORECASE)
_NEXT = lazily(  # of a day in brackets: `the next morning (day 4)`
    r"\b(?:next|following)\s(?:day|morning|afternoon|evening),?\s\((?:on\s)?(?:the\s)?\Z", re.IGNORECASE
)
_PASSING = lazily(
    r"\b(?:[Oo]ver|[Dd]uring) (?:the|another) (?:next|following|subsequent) (?P<days>\d{1,2}|[a-z]{3,8}) (?:d|days)\b"
)
_BESIDES = lazily(  # what goes on beside the story: `tapered over the next 12 days`
    r"\b(?:taper\w*|wean(?:ed|ing)|reduced|escalated|continued|given|administered|treated)\b[^.;]*\Z"
)
_FAR = 4  # paragraphs between two days of one course
_STEP = lazily(
    r"\b(?:later|after|next|following|subsequent\w*|thereafter|then|until|(?:days?|weeks?) of)\b",
    re.IGNORECASE,
)


def out_of_order(reading: Reading) -> Iterator[tuple[CourseDay, CourseDay]]:
    """Pairs of an earlier told and a later told day of the case, of which the second cannot come first."""
    days = told_days_of_course(reading)
    threads: dict[str, list[CourseDay]] = {}
    for each in days:
        threads.setdefault(counted_from(reading, each), []).append(each)
    pairs = [pair for scale, thread in threads.items() for pair in _wrong(reading, thread, scale)]
    pairs += _ended_early(reading, days)
    pairs += _before_operated(reading, days)
    for number, (earlier, later) in enumerate(pairs):
        if all(later is not other for _, other in pairs[:number]):
            yield earlier, later


def told_days_of_course(reading: Reading) -> list[CourseDay]:
    """The days of the running text of the case."""
    return [
        each
        for each in reading.once(course_days)
        if part_at(reading, each.block) == "body" and reading.blocks[each.block][1].kind == "paragraph"
    ]


def _ended_early(reading: Reading, days: list[CourseDay]) -> Iterator[tuple[CourseDay, CourseDay]]:
    """A discharge or death on a day before one told in the same paragraph, which counts from no earlier event."""
    told: list[CourseDay] = []
    for each in sorted(days, key=lambda day: (day.block, day.start)):
        before, after = _words(reading, each)
        if (told and told[0].block != each.block) or _ANEW.search(before):
            told = []
        if _BACK.search(before) or each.scale not in _RANKS:
            continue
        if _END.search(before) or _BEHIND.match(after):
            later = [day for day in told if _counts_later(day.scale, each.scale)]
            yield from ((day, each) for day in later[-1:] if day.day > each.day + 1)
        if (_BY.search(before) or not _SPAN.search(before)) and not _VALUE.search(before):
            told.append(each)


def _before_operated(reading: Reading, days: list[CourseDay]) -> Iterator[tuple[CourseDay, CourseDay]]:
    """A day counted from the admission, told behind a later one counted from an operation of the same stay."""
    told: list[CourseDay] = []
    for each in days:
        before, after = _words(reading, each)
        if _ANEW.search(before) or _ANEW.search(after):
            told = []
        if _BACK.search(before) or _SPAN.search(before):
            continue
        if each.scale == "operation":
            told.append(each)
        elif each.scale == "admission":
            later = [day for day in told if each.block - day.block <= _FAR and day.day > each.day + 1]
            yield from ((day, each) for day in later[-1:] if not _CAME.search(_between(reading, day, each)))


def _counts_later(scale: str, other: str) -> bool:
    """Whether days of one scale count from a later event than those of the other."""
    if scale == other or (other and scale in _BEFORE_ADMISSION):
        return False
    return _RANKS[scale] >= _RANKS[other]


def counted_from(reading: Reading, each: CourseDay) -> str:
    """The scale a day is counted on: a bare one counts from the only event in play, or from admission."""
    scales = reading.once(_scales)
    if not each.scale and (shared := _scale_shared(reading, each)):
        return shared
    if each.scale or len(scales) > 1:
        return each.scale
    return "operation" if scales == {"operation"} else "admission" if scales <= {"admission"} else ""


def _scale_shared(reading: Reading, each: CourseDay) -> str:
    """The scale of the day that a bare one is joined to: `ate on the 5th day and left on the 9th day after surgery`."""
    after = reading.once(_following).get((each.block, each.start))
    if after is None or after.block != each.block:
        return ""
    return after.scale if _JOINED.fullmatch(reading.blocks[each.block][1].text, each.end, after.start) else ""


def _following(reading: Reading) -> dict[tuple[int, int], CourseDay]:
    """The day behind each day, by the place of the first."""
    return {(one.block, one.start): other for one, other in pairwise(reading.once(course_days))}


def _scales(reading: Reading) -> frozenset[str]:
    """The events from which the days of the case count by name."""
    days = (each for each in reading.once(course_days) if part_at(reading, each.block) == "body")
    return frozenset(each.scale for each in days) - {"", "pregnancy"}


def ends_stay(reading: Reading, each: CourseDay) -> bool:
    """Whether the words before a day tell the discharge or the death."""
    return _END.search(_words(reading, each)[0]) is not None


def looks_back(reading: Reading, each: CourseDay) -> bool:
    """Whether the words before a day tell what was before the course."""
    return _BACK.search(_words(reading, each)[0]) is not None


def _wrong(reading: Reading, thread: list[CourseDay], scale: str) -> Iterator[tuple[CourseDay, CourseDay]]:
    """Pairs of an earlier told and a later told day, of which the second cannot come first."""
    told: list[CourseDay] = []
    died: CourseDay | None = None
    for number, each in enumerate(thread):
        before, after = _words(reading, each)
        again = _AGAIN.search(before)
        if (
            again
            and told
            and told[-1].day > each.day
            and again["what"].removeprefix("in") in _words(reading, told[-1])[0]
        ):
            yield told[-1], each
        anew = _ANEW.search(before) or _ANEW.search(after)
        if anew or (told and counts_anew(scale, _between(reading, told[-1], each))):
            told, died = [], None
        told_after = died is not None and died.block == each.block and each.day > died.day + 1
        if died and told_after and _opens(reading, each) and not _AFTERWARDS.search(after):
            yield died, each
        if _BACK.search(before):
            continue
        died = each if _DEATH.search(before) else died
        ends = _END.search(before) or _END.match(after.lstrip()) or _BEHIND.match(after)
        if told and any(wrong(reading, told[-1], each) for wrong in (_steps_wrong, _lasts_longer, _passes)):
            yield told[-1], each
        latest = max(told, key=lambda other: other.day, default=None)
        if latest is not None and latest.day > each.day:
            following = thread[number + 1] if number + 1 < len(thread) else None
            if (
                (ends and scale != "pregnancy")
                or (
                    scale == "pregnancy"
                    and latest.day - each.day < 140
                    and _opens(reading, each)
                    and _opens(reading, latest)
                )
                or (
                    scale in ("admission", "operation")
                    and told[-1] is latest
                    and latest.block == each.block
                    and _goes_on(reading, latest)
                    and (_goes_on(reading, each) or _is_joined(reading, latest, each))
                )
                or (
                    following is not None
                    and _opens(reading, each)
                    and told[-1] is latest
                    and following.day > latest.day
                    and following.block - latest.block <= 1
                )
            ):
                yield latest, each
        if ends:
            told = []
        elif _is_of_stay(before):
            told.append(each)


def counts_anew(scale: str, between: str) -> bool:
    """Whether the words between two days tell of another such event, from which the second may count."""
    restart = {"admission": _READMITTED, "operation": _OPERATED}.get(scale)
    return restart is not None and restart.search(between) is not None


def _is_of_stay(before: str) -> bool:
    """Whether the words before a day leave it one of the stay: no end of a span, no visit, no result."""
    span = _SPAN.search(before) and not _BY.search(before)
    return not (span or _VALUE.search(before) or _AFTERWARDS.search(before))


def _steps_wrong(reading: Reading, before: CourseDay, each: CourseDay) -> bool:
    """Whether a day is called the next, and is not that of the day told before it."""
    text = reading.blocks[each.block][1].text
    step = _NEXT.search(text, max(0, each.start - 40), each.start)
    if step is None or before.block != each.block or _STEP.search(text, before.end, step.start()):
        return False
    return each.day != before.day + 1


def _lasts_longer(reading: Reading, before: CourseDay, each: CourseDay) -> bool:
    """Whether a day opens the next sentence and lies within the days that something lasted: `for the next 3 days`."""
    lead, _ = _words(reading, before)
    following = reading.sentence_at(each.block, each.start) - reading.sentence_at(before.block, before.start)
    return (
        _LASTED.search(lead) is not None
        and following == 1
        and each.day < before.day
        and _opens(reading, each)
    )


def _passes(reading: Reading, before: CourseDay, each: CourseDay) -> bool:
    """Whether a day comes before the days have passed that are told on the way: `over the next 10 days`."""
    if not 0 <= each.block - before.block <= _FAR:
        return False
    told = _between(reading, before, each)
    passed = [match for match in _PASSING.finditer(told) if not _BESIDES.search(told, 0, match.start())]
    days = sum(int(number.value) for match in passed if (number := read_number(match["days"].lower())))
    return bool(passed) and each.day < before.day + days - 1


def _between(reading: Reading, before: CourseDay, each: CourseDay) -> str:
    """What is told between two days."""
    texts = [reading.blocks[number][1].text for number in range(before.block, each.block + 1)]
    texts[-1] = texts[-1][: each.start]
    texts[0] = texts[0][before.end :]
    return "\n".join(texts)


def _opens(reading: Reading, each: CourseDay) -> bool:
    """Whether a day opens its sentence, as the next step of a story does."""
    text = reading.blocks[each.block][1].text
    sentence = reading.sentences[reading.sentence_at(each.block, each.start)]
    return _OPENING.fullmatch(text[sentence.start : each.start]) is not None


def _is_joined(reading: Reading, before: CourseDay, each: CourseDay) -> bool:
    """Whether a day is joined to the one before it in one sentence: `was intubated on ... and extubated on ...`."""
    text = reading.blocks[each.block][1].text
    return _JOINED.fullmatch(text, before.end, each.start) is not None


def _goes_on(reading: Reading, each: CourseDay) -> bool:
    """Whether a day is that of a step of the story: it opens its sentence, or tells what befell the patient."""
    text = reading.blocks[each.block][1].text
    sentence = reading.sentences[reading.sentence_at(each.block, each.start)]
    return _opens(reading, each) or _STEPS.fullmatch(text[sentence.start : each.start]) is not None


def _words(reading: Reading, each: CourseDay) -> tuple[str, str]:
    """The words of the sentence before and after a day, as far as the days beside it."""
    text = reading.blocks[each.block][1].text
    sentence = reading.sentences[reading.sentence_at(each.block, each.start)]
    before, after = reading.once(_beside)[each.block, each.start]
    start, end = max(sentence.start, before), min(sentence.end, after or sentence.end)
    return text[start : each.start], text[each.end : end]


def _beside(reading: Reading) -> dict[tuple[int, int], tuple[int, int]]:
    """Where the day before each day ends and the day after it begins, in its block; 0 where there is none."""
    days = reading.once(course_days)
    beside: dict[tuple[int, int], tuple[int, int]] = {}
    for before, each, after in zip((None, *days), days, (*days[1:], None), strict=False):
        end = before.end if before and before.block == each.block else 0
        start = after.start if after and after.block == each.block else 0
        beside[each.block, each.start] = end, start
    return beside
