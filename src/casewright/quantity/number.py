"""Numbers as they are written: digits with thousands marks, number words, Roman grades."""

from __future__ import annotations

from decimal import Decimal

from casewright.patterns import lazily
from casewright.quantity.model import Number

GROUPED = r"(?!0)\d{1,3}(?:[, \u00a0\u2009\u202f]\d{3})+(?:\.\d+)?"
PLAIN = r"\d+(?:[.·]\d+)?|\.\d+"
DIGITS = rf"(?:{GROUPED}|{PLAIN})"

ONES = (
    *(
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
    ),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
WORDS: dict[str, int] = {word: value for value, word in enumerate(ONES)}
WORDS |= {word: 10 * value for value, word in enumerate(TENS, 2)}
SPELLED = (
    r"(?<!hundred )(?<!hundred and )(?<!thousand )(?<!thousand and )"
    rf"(?:(?:{'|'.join(TENS)})(?:[- ](?:{'|'.join(ONES[1:10])}))?|{'|'.join(ONES[1:])})(?![\w-])"
)
"""A pattern of the numbers from one to ninety-nine in words, in small letters, that are no end of a greater one."""

GRADES = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV")
ROMAN: dict[str, int] = {text: value for value, text in enumerate(GRADES, 1)}

_DIGITS = lazily(rf"[-−]?{DIGITS}\Z")
_SEPARATORS = lazily(r"[, \u00a0\u2009\u202f]")
_WORD = lazily(r"[a-z]+")


def number_from_digits(text: str) -> Number | None:
    """The number that digits say: `131,000`, `1 000 000`, `35.0`, `−4`; None for anything else."""
    if not _DIGITS.match(text):
        return None
    digits = _SEPARATORS.sub("", text).replace("·", ".").replace("−", "-")
    return Number(text, Decimal(digits))


def number_from_words(text: str) -> Number | None:
    """The number that English words say, to `ninety-nine hundred` and with `thousand`; None for anything else."""
    total = group = 0
    seen = False
    for word in _WORD.findall(text.lower()):
        if word in WORDS:
            group += WORDS[word]
        elif word == "hundred" and seen:
            group = max(group, 1) * 100
        elif word == "thousand" and seen:
            total, group = total + max(group, 1) * 1000, 0
        elif word == "and" and seen:
            continue
        else:
            return None
        seen = True
    return Number(text, Decimal(total + group)) if seen else None


def number_from_roman(text: str) -> Number | None:
    """The number of a Roman grade, I to XV in capitals; None for anything else."""
    value = ROMAN.get(text)
    return None if value is None else Number(text, Decimal(value))


def read_number(text: str) -> Number | None:
    """The number that digits or words say; None for anything else."""
    return number_from_digits(text) or number_from_words(text)
