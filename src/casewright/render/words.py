"""Numbers in English words."""

from __future__ import annotations

from casewright.quantity.number import ONES, TENS

_DECADES = ("", "ten", *TENS)
_ORDINALS = {
    "one": "first", "two": "second", "three": "third", "five": "fifth",
    "eight": "eighth", "nine": "ninth", "twelve": "twelfth",
}  # fmt: skip
LARGEST = 999_999


def cardinal(number: int) -> str:
    """`45` is `forty-five`, `105` is `one hundred and five`. Raises ValueError above 999 999 and below 0."""
    if not 0 <= number <= LARGEST:
        raise ValueError(f"{number} has no words here: 0 to {LARGEST} have")
    if number < 20:
        return ONES[number]
    if number < 100:
        tens, one = divmod(number, 10)
        return _DECADES[tens] + (f"-{ONES[one]}" if one else "")
    size, word = (100, "hundred") if number < 1000 else (1000, "thousand")
    count, rest = divmod(number, size)
    if not rest:
        return f"{cardinal(count)} {word}"
    return f"{cardinal(count)} {word} " + ("and " if rest < 100 else "") + cardinal(rest)


def ordinal(number: int) -> str:
    """`3` is `third`, `21` is `twenty-first`."""
    words = cardinal(number)
    head, joint, last = words.rpartition("-") if "-" in words else words.rpartition(" ")
    regular = last[:-1] + "ieth" if last.endswith("y") else last + "th"
    return head + joint + _ORDINALS.get(last, regular)
