"""Counts of a whole, told twice with another part or another whole: `two of 15 nodes`, `three of 15 nodes`."""

from __future__ import annotations

from collections.abc import Iterator

from casewright.check.evidence.text.parts import of_patient, part_at
from casewright.check.evidence.words.wording import stem
from casewright.document.mentions.model import ShareMention
from casewright.document.mentions.wordset import words
from casewright.document.reading import Reading
from casewright.patterns import lazily

_COUNTED = words("nodes lesions specimens samples tumors tumours eyes cores fragments biopsies")
_WORD = lazily(r"[a-z]+")
_BEHIND, _FEW = 45, 4  # characters, and words, behind a count that may name what is counted
_LEAST = 4  # things of a whole, of which two such counts would seldom be told


def retold_shares(reading: Reading) -> Iterator[tuple[ShareMention, ShareMention]]:
    """The counts of things of our patient in a summary or discussion that the case has otherwise, with the case's.

    The case has neither the count nor its complement: 12 of 15 nodes were free where 3 of 15 were not.
    """
    shares = [
        each
        for each in reading.shares
        if _thing(reading, each) and of_patient(reading, each.sentence, each.start)
    ]
    told = [each for each in shares if part_at(reading, each.block) == "body"]
    for echo in shares if told else ():
        alike = [each for each in told if _thing(reading, each) == _thing(reading, echo)]
        if part_at(reading, echo.block) == "body" or not alike or any(_agree(echo, each) for each in alike):
            continue
        rival = next((each for each in alike if _value(each)[1] == _value(echo)[1]), None)
        parts = {_value(each)[0] for each in alike}
        rival = rival or (alike[0] if parts == {_value(echo)[0]} and len(alike) == 1 else None)
        if rival is not None:
            yield echo, rival


def _thing(reading: Reading, share: ShareMention) -> str:
    """The stem of what is counted, "" where it is none of what one patient has many of, or no whole is told."""
    if share.part is None or share.whole is None or share.whole.value < _LEAST:
        return ""
    said = share.of or reading.blocks[share.block][1].text[share.end : share.end + _BEHIND]
    return next((stem(word) for word in _WORD.findall(said.lower())[:_FEW] if word in _COUNTED), "")


def _value(share: ShareMention) -> tuple[int, int]:
    return (int(share.part.value) if share.part else 0, int(share.whole.value) if share.whole else 0)


def _agree(one: ShareMention, other: ShareMention) -> bool:
    """Whether two counts are one, or one counts what the other leaves of the same whole."""
    (part, whole), (other_part, other_whole) = _value(one), _value(other)
    return whole == other_whole and (part == other_part or part + other_part == whole)
