"""Doses of one drug that the case tells twice, with no word that the dose was changed, or with one that it was not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from casewright.check.evidence.people.cases import cases_told
from casewright.check.evidence.telling.statements import Statement, statements
from casewright.check.evidence.text.around import stretches_with
from casewright.check.evidence.text.parts import part_at
from casewright.check.evidence.values.values import same
from casewright.document.mentions.drugs import drug_name, group_of
from casewright.document.reading import Reading
from casewright.patterns import lazily

_REACH = 60  # characters on either side in which a change, or how often a dose is taken, is told
_CHANGED = lazily(
    r"\b(?:increas|decreas|reduc|taper|titrat|adjust|loading|mainten|bolus|initial|then|later|escalat|cycle|again"
    r"|re-?start|re-?challeng|up to|subsequent|prior|previous|after|before|single|low|high|rais|wean|halv|doubl|chang"
    r"|until|half|discharg|added|more|less|additional|further|home|target|continu|first|second|third|next|now|puls)",
    re.IGNORECASE,
)
_AS_BEFORE = lazily(
    r"\b(?:as before|unchanged|same (?:daily )?dos\w+|(?:without|no) (?:any |a |further )?changes?|ever since"
    r"|left at|kept at"
    r"|remained at)\b",
    re.IGNORECASE,
)
_KNOWN = lazily(  # `after the infusion of 1 g`, `was tapered from 40 mg`
    r"\b(?:the (?:single |first and only )?(?:infusion|dose|injection|bolus|course) of"
    r"|(?:tapered|reduced|decreased|increased|weaned|lowered|raised"
    r"|escalated)(?: \w+){0,2} from(?: the)?(?: dose of)?) \Z",
    re.IGNORECASE,
)
_TURNS = lazily(
    r"\b(?:increas|decreas|reduc|taper|titrat|adjust|escalat|rais|wean|halv|doubl|lower|switch|replac|again"
    r"|second|another"
    r"|restart|re-start|each|cumul|total|addition|further|repeat|follow|relaps|recurr|adapt|chang|modif"
    r"|maintenance|loading)",
    re.IGNORECASE,
)
_STAYS = lazily(
    r"\b(?:discharg|re-?admi|admi(?:tted|ssion)|hospitali|relaps|recurr|came back|return|clinic|visit|out-?patient|stay"
    r"|follow-?up|again|(?:weeks?|months?|years?) (?:later|after|on))",
    re.IGNORECASE,
)
_NAME = 6  # letters of a drug's name at least
_OFTEN = (
    ("1", r"(?:once (?:a day|daily|per day|every day)|daily|(?:per|a|each) day|/d(?:ay)?\b|q\.?d\b|od\b|every 24 ?h)"),
    ("2", r"(?:twice (?:a day|daily|per day)|b\.?i\.?d|every (?:12|twelve) ?h|q ?12 ?h|two times (?:a day|daily))"),
    ("3", r"(?:(?:three times|thrice) (?:a day|daily|per day)|t\.?[id]\.?[ds]|every (?:8|eight) ?h|q ?8 ?h)"),
    ("4", r"(?:four times (?:a day|daily|per day)|q\.?[id]\.?[ds]\b|every (?:6|six) ?h|q ?6 ?h)"),
    ("w2", r"(?:twice (?:a week|weekly|per week))"),
    ("w3", r"(?:(?:three times|thrice) (?:a week|weekly|per week))"),
    ("h4", r"(?:every (?:4|four) ?h|q ?4 ?h)"),
    ("d2", r"(?:every (?:other|second) day|on alternate days)"),
    ("ww", r"(?:every (?:2|two) weeks|fortnightly|biweekly)"),
    ("w3w", r"(?:every (?:3|three) weeks)"),
    ("m", r"(?:every (?:4|four) weeks|monthly|once a month|every month)"),
    ("n", r"(?:at (?:night|bedtime)|nightly|in the morning|in the evening)"),
    ("w", r"(?:(?:once )?(?:weekly|a week|per week|every week))"),
)  # fmt: skip
_FRACTIONS = lazily(r"\b(\d{1,2})\s(?:daily\s)?(?:fractions?|sessions)\b")
_HOW_OFTEN = lazily(
    r"\A[^.;,()]{0,14}?(?:" + "|".join(f"(?P<n{key}>{words})" for key, words in _OFTEN) + ")", re.IGNORECASE
)


def doses_told_twice(told: Sequence[Statement]) -> Iterator[tuple[Statement, Statement]]:
    """The pairs of doses of one drug of which one must be wrong, where the case has no third."""
    drugs: dict[str, list[Statement]] = {}
    for each in told:
        if each.what == "dose" and each.of and each.about and not each.in_table and not each.summed:
            drugs.setdefault(each.of, []).append(each)
    for doses in drugs.values():
        if len(doses) == 2 and _contradict(*doses) and doses[0].reading.once(cases_told) == 1:
            yield doses[0], doses[1]


def doses_otherwise_known(told: Sequence[Statement]) -> Iterator[tuple[Statement, Statement]]:
    """The doses of which the case says that they were given before, with the only one that it told before."""
    drugs: dict[str, list[Statement]] = {}
    for each in told:
        if each.what == "dose" and each.of and each.about and not each.in_table and not each.summed:
            drugs.setdefault(each.of, []).append(each)
    for doses in drugs.values():
        for number, known in enumerate(doses[1:], 1):
            before = doses[:number]
            if (
                len({each.text for each in before}) == 1
                and before[-1].quantity.unit == known.quantity.unit
                and before[-1].sentence != known.sentence
                and not any(same(each.quantity, known.quantity) for each in before)
                and _is_said_known(known)
                and not _turns_between(before[-1], known)
                and known.reading.once(cases_told) == 1
            ):
                yield before[-1], known
                break


def _is_said_known(dose: Statement) -> bool:
    sentence = dose.reading.sentences[dose.sentence]
    text = dose.reading.blocks[dose.block][1].text
    if _KNOWN.search(text, max(sentence.start, dose.start - _REACH), dose.start):
        return True
    return _AS_BEFORE.search(text, dose.end, min(sentence.end, dose.end + _REACH)) is not None


def _turns_between(one: Statement, other: Statement) -> bool:
    """Whether another dose, or another course, may have begun between two doses."""
    reading = one.reading
    for number in range(one.sentence, other.sentence + 1):
        sentence = reading.sentences[number]
        text, end = reading.blocks[sentence.block][1].text, sentence.end
        if number == other.sentence:
            lead = _KNOWN.search(text, max(sentence.start, other.start - _REACH), other.start)
            end = lead.start() if lead else other.start
        if _TURNS.search(text, sentence.start, end):
            return True
    return False


def _contradict(one: Statement, other: Statement) -> bool:
    plain = all(each.quantity.shape == "single" and not each.quantity.comparison for each in (one, other))
    if (
        not plain
        or one.sentence == other.sentence
        or one.quantity.unit != other.quantity.unit
        or same(one.quantity, other.quantity)
    ):
        return False
    if _leaves_between(one, other):
        return False
    often = {how_often(each.reading, each.block, each.end) for each in (one, other)}
    return len(often) == 1 and "" not in often and not any(_is_changed(each) for each in (one, other))


def _leaves_between(one: Statement, other: Statement) -> bool:
    """Whether the patient goes home, comes back or is ill again between two doses: the second is of another stay."""
    reading = one.reading
    first, last = sorted((one.sentence, other.sentence))
    for sentence in reading.sentences[first + 1 : last + 1]:
        if _STAYS.search(reading.blocks[sentence.block][1].text, sentence.start, sentence.end):
            return True
    return False


def how_often(reading: Reading, block: int, end: int) -> str:
    """How often the dose that ends here is taken: times a day, `w` for once a week, "" where it is not said."""
    text = reading.blocks[block][1].text
    match = _HOW_OFTEN.match(text[end : end + _REACH])
    return (match.lastgroup or "").removeprefix("n") if match else ""


def same_of_a_day(one: Statement, other: Statement) -> bool:
    """Whether two doses that are taken not equally often come to the same in a day: 50 mg daily, 25 mg twice daily."""
    often = [how_often(each.reading, each.block, each.end) for each in (one, other)]
    units = one.quantity.unit, other.quantity.unit
    if not all(each.isdigit() for each in often) or units[0] is None or units[1] is None:
        return False
    if units[0].dimension != units[1].dimension:
        return False
    a, b = (
        Fraction(each.quantity.numbers[0].value) * unit.factor * int(times)
        for each, unit, times in zip((one, other), units, often, strict=True)
        if unit is not None
    )
    return a == b


def _is_changed(dose: Statement) -> bool:
    sentence = dose.reading.sentences[dose.sentence]
    text = dose.reading.blocks[dose.block][1].text
    start, end = max(sentence.start, dose.start - _REACH), min(sentence.end, dose.end + _REACH)
    return _CHANGED.search(text, start, end) is not None


def given_instead(reading: Reading) -> Iterator[tuple[Statement, Statement]]:
    """A dose that a summary has of a drug which the case does not name, where the case has it of another alone."""
    doses = [each for each in reading.once(statements) if each.what == "dose" and _is_of_drug(each)]
    told = [each for each in doses if each.part == "body"]
    for echo in doses:
        if echo.part == "body" or echo.in_table:
            continue
        like = [each for each in told if same(each.quantity, echo.quantity, "dose")]
        drugs = {drug_name(each.of) for each in like}
        if len(drugs) != 1 or drug_name(echo.of) in drugs:
            continue
        name, other = (each.of.split()[-1] for each in (echo, like[0]))
        if not (group_of(name) or group_of(other)) or len(name) < _NAME:
            continue
        parts = {
            part_at(reading, each.sentence.block) for each in stretches_with(reading, frozenset((name,)))
        }
        here = reading.blocks[echo.block][1].text.lower()
        if "body" not in parts and other not in here:
            yield echo, like[0]


def _is_of_drug(each: Statement) -> bool:
    """Whether a dose is told outright, of one drug of this patient."""
    plain = each.quantity.shape == "single" and not each.quantity.comparison and not each.summed
    return plain and each.about and bool(each.of)


def in_other_fractions(one: Statement, other: Statement) -> bool:
    """Whether two doses of radiation were given in different numbers of fractions: two courses."""
    counts = [
        _FRACTIONS.search(each.reading.blocks[each.block][1].text, each.end, each.end + 60)
        for each in (one, other)
    ]
    return counts[0] is not None and counts[1] is not None and counts[0][1] != counts[1][1]
