"""Which words of a sentence tell what happened at a time: those of its clause, but for what it is counted from.

`The stitches came out 2 weeks after the operation, and callus was seen after 6 weeks`: no time is of the operation.
"""

from __future__ import annotations

from casewright.patterns import lazily

Stretch = tuple[int, int]  # characters of a block

_PARTING = lazily(
    r"[;:]|,? (?:but|while|whereas|which)\b|, (?:and|then)\b|\band (?:was|were|had|has|is|then|he|she|the|there)\b"
)
_COUNTED_FROM = lazily(
    r"[\s-]*(?:after|following|since|before|prior to|post|from)[\s-](?:(?!(?:was|were|had|he|she|showed|revealed|and"
    r"|but|with|when|which|there|no|without|due|because|by|for|in|on|at|patient|remains?|is)\b)[\w/-]+\s?){1,6}"
)


def clause_of(text: str, sentence: Stretch, time: Stretch) -> Stretch:
    """The clause of a time in its sentence."""
    start, end = sentence
    for match in _PARTING.finditer(text, *sentence):
        if match.end() <= time[0]:
            start = match.end()
        elif match.start() >= time[1]:
            return start, match.start()
    return start, end


def counted_from(text: str, end: int, last: int) -> Stretch:
    """What a time that ends at a character is counted from, as far as another: `after the operation`."""
    match = _COUNTED_FROM.match(text, end, last)
    return match.span() if match else (end, end)
