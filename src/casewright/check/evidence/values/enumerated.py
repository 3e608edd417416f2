"""Claims that a word makes of several values: of those in brackets behind it, and of the next of its own kind."""

from __future__ import annotations

import re
from itertools import pairwise

from casewright.check.evidence.values.said import Claim, Saying, beside, is_denied, sayings
from casewright.document.mentions.model import QuantityMention
from casewright.document.mentions.names import find_names
from casewright.document.mentions.wordset import words
from casewright.document.reading import Reading
from casewright.patterns import lazily

# `elevated liver enzymes (`, `high inflammatory markers:`: what stands between a word and the list it covers
_TO_VALUES = lazily(
    r"(?:\s(?!(?:with|but|while|due|to|after|from|by|on|in|pain|except|apart|aside|besides|save|other)\b)[A-Za-z-]+)"
    r"{0,5}\s?(?P<open>[(\[:]|(?<=as follows);)"
)
# `respiratory acidosis, as seen in a blood gas (`: the same of a word that names what it judges
_TO_JUDGED = lazily(r"(?P<gap>[^.;:()\[\]\d]{0,60})[(\[]")
_ELSEWHERE = lazily(
    r"\b(?:after|before|but|excluded|ruled out|unlikely|dismissed|resolved"
    r"|treat\w*|correct\w*|improv\w*|normali\w*|without|until|to)\b"
)
# `factors were normal with C3: 824 mg/L (660-1250); C4: ...`: a list of values, each with its range
_TO_LIST = lazily(r"\s?(?:with|:|as follows:?)\s(?!the exception)")
# `(57 mg/L), lactate dehydrogenase (LDH) (`: from one value in brackets to the next
_TO_NEXT = lazily(
    r"(?:[,;]\s[\d.]+\s?[-–]\s?[\d.]+)?\s?[)\]],?\s(?:and\s)?(?P<words>[A-Za-zα-ω][\w+α-ω\s-]{1,60})(?:\s[(\[][A-Za-z][\w-]{0,9}[)\]])?\s[(\[]\Z"
)
_AND = lazily(r"\s?(?:,|and|, and)\s\Z")
_PANEL = lazily(r"\b(?:(?P<kidney>renal|kidney)|liver|hepatic)\s(?:function|tests?|enzymes?)")
_KIDNEY = frozenset({"creatinine", "urea", "urea_nitrogen", "egfr", "cystatin_c"})
_LIVER = frozenset(
    {
        "ast",
        "alt",
        "alp",
        "ggt",
        "bilirubin_total",
        "bilirubin_direct",
        "albumin",
        "inr",
        "pt",
        "ldh",
        "protein_total",
    }
)
# `all but the ALP were raised (`: what the words before a word of state leave out
_LEFT_OUT = lazily(
    r"\b(?:except(?:ing)?(?: for)?|apart from|aside from|other than|besides|all but|with the exception of)\s"
    r"(?P<names>[^.;()\d]{1,60})\Z",
    re.IGNORECASE,
)
_OWN = words(
    "serum plasma total blood arterial venous the an his her levels level of"
)  # before a name in a list
_IN_TURN = lazily(r"[)\s,]{0,3}respectively\b")
_ROUND = lazily(r"[()\[\]]")
_LOWERED = ("reduced", "decreased")  # told of a course as often as of a state
_LONGEST = 1000  # characters in brackets
_CLAUSE = lazily(r"[.;:,()]")
_COPULA = lazily(r"\b(?:was|were|is|are|remained)\s(?:(?:\w+ly|very|quite|rather)\s)?\Z")
_TURNS = lazily(
    r"\b(?:with|but|while|whereas|was|were|had|has|showed|normal|in|for|to|the patient|although|not|no|a)\b"
)


def enumerated(reading: Reading) -> dict[tuple[int, int], Claim]:
    """The values that are one of several of which a word is said, by block and place."""
    claims: dict[tuple[int, int], Claim] = {}
    by_sentence: dict[int, list[QuantityMention]] = {}
    for mention in reading.quantities:
        by_sentence.setdefault(mention.sentence, []).append(mention)
    for index, said in sayings(reading).items():
        values = [value for value in by_sentence[index] if value.subject != "general"]
        if len(values) < 2:
            continue
        text = reading.blocks[values[0].block][1].text
        for saying in said:
            held = _in_brackets(text, saying, said, values) or _in_list(text, saying, said, values)
            claims.update({(value.block, value.start): saying.claim for value in held})
        claims.update(_chained(reading, text, by_sentence[index], said))
    return claims


def _in_brackets(
    text: str, saying: Saying, said: tuple[Saying, ...], values: list[QuantityMention]
) -> list[QuantityMention]:
    """The values in the brackets, or behind the colon, that follow a word such as `elevated`.

    They are read as far as no other word of state stands there; of a word that names what it judges only those are its.
    """
    if is_denied(text, saying):
        return []
    if saying.measures:
        return _judged(text, saying, values)
    match = _TO_VALUES.match(text, saying.end)
    if match is None or any(saying.end < other.start < match.end() for other in said):
        return []  # the list is that of the word next to it
    colon = match["open"] in ":;"
    end = _end_of_list(text, match.end(), values) if colon else _closing(text, match.start("open"))
    end = min([other.start for other in said if match.end() <= other.start < end], default=end)
    inside = [
        value
        for value in values
        if match.end() <= value.start < end and not value.measure.endswith("_percent")  # parts of a count
    ]
    if saying.word.lower() in _LOWERED:
        inside = [value for value in inside if value.limits is not None]
    if panel := _PANEL.search(match[0]):
        own = _KIDNEY if panel["kidney"] else _LIVER
        inside = [value for value in inside if value.measure in own]
    left_out = _left_out(text, saying)
    inside = [value for value in inside if value.measure not in left_out]
    if _is_told_of_one(text, saying, match[0], inside):
        return []
    return inside if len(inside) > 1 else []


def _is_told_of_one(text: str, saying: Saying, phrase: str, inside: list[QuantityMention]) -> bool:
    """Whether the words before the bracket name one thing, and it holds others: `the sodium was low (121 mEq/L, `."""
    lead = _CLAUSE.split(text[max(0, saying.start - 60) : saying.start])[-1]
    named = {name.key for name in find_names(lead + saying.word + phrase if _COPULA.search(lead) else phrase)}
    return len(named) == 1 and len({value.measure for value in inside} | named) > 1


def _in_list(
    text: str, saying: Saying, said: tuple[Saying, ...], values: list[QuantityMention]
) -> list[QuantityMention]:
    """The values of a list behind `normal with`, as far as no other word is said, where all have their ranges."""
    if saying.state != "normal" or is_denied(text, saying) or _TO_LIST.match(text, saying.end) is None:
        return []
    end = min((other.start for other in said if other.start > saying.start), default=values[-1].end)
    left_out = _left_out(text, saying)
    held = [value for value in values if saying.end < value.start < end and value.measure not in left_out]
    return held if len(held) > 1 and all(value.limits is not None for value in held) else []


def _left_out(text: str, saying: Saying) -> set[str]:
    """The measures that the words before a word of state leave out: `all but ALP were elevated`."""
    match = _LEFT_OUT.search(text, max(0, saying.start - 90), saying.start)
    return {name.key for name in find_names(match["names"])} if match else set()


def _judged(text: str, saying: Saying, values: list[QuantityMention]) -> list[QuantityMention]:
    """The one value in the brackets behind a word such as `leukocytosis` that is of its measures."""
    match = _TO_JUDGED.match(text, saying.end)
    if match is None or _ELSEWHERE.search(match["gap"]):
        return []
    end = _closing(text, match.end() - 1)
    inside = [
        value
        for value in values
        if match.end() <= value.start < end
        and value.measure in saying.measures
        and not _ELSEWHERE.search(text, match.end(), value.start)
    ]
    return inside if len(inside) == 1 else []


def _end_of_list(text: str, start: int, values: list[QuantityMention]) -> int:
    """Where the list behind a colon ends: before the first value to which a word leads over that no list has."""
    for value in values:
        if value.start >= start:
            if _TURNS.search(text, start, value.start) or ". " in text[start : value.start]:
                return start
            start = value.end
    return start


def _closing(text: str, start: int) -> int:
    """Where the bracket that opens at `start` is closed; the end of what is read where it is not."""
    depth = 0
    for match in _ROUND.finditer(text, start, start + _LONGEST):
        depth += 1 if match[0] in "([" else -1
        if depth == 0:
            return match.start()
    return min(len(text), start + _LONGEST)


def _has_own_word(phrase: str) -> bool:
    """Whether a word of its own stands before the next name of a list: `improved PaO2`."""
    names = find_names(phrase)
    lead = phrase[: names[0].start] if names else phrase.partition(" ")[0]
    return any(word.endswith(("ed", "ing")) or (names and word not in _OWN) for word in lead.lower().split())


def _chained(
    reading: Reading, text: str, values: list[QuantityMention], said: tuple[Saying, ...]
) -> dict[tuple[int, int], Claim]:
    """`increased CRP (57 mg/L), LDH (580 U/L) and ESR (70 mm/h)`: what is said of the first is said of the next."""
    claims: dict[tuple[int, int], Claim] = {}
    claim: Claim | None = None
    for value, following in pairwise(values):
        if value.subject != "general":  # a limit is passed over: the claim is that of the value before it
            claim = claims.get((value.block, value.start)) or beside(reading, value)
        if claim is None or following.subject == "general":
            continue
        if claim[0].lower() in _LOWERED and following.limits is None:
            continue
        gap = text[value.end : following.start]
        match = _TO_NEXT.match(gap)
        same = match is not None and not _TURNS.search(match["words"]) and not _has_own_word(match["words"])
        if _AND.match(gap) and _IN_TURN.match(text, following.end):
            same = True
        if same and not any(value.end <= each.start < following.start for each in said):
            claims[following.block, following.start] = claim
    return claims
