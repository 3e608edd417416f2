"""Words: sets of them, written as text, and their small letters."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """The words of `text`, as a set to ask."""
    return frozenset(text.split())


def lowered(text: str) -> str:
    """The text in small letters, as long as it was: a letter that would grow stays as it is."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)
