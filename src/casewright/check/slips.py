"""Slips of the hand: two digits exchanged."""

from __future__ import annotations


def is_exchange(one: str, other: str) -> bool:
    """Whether two printed numbers differ in the order of two digits alone: `138` and `183`, `22.9` and `29.2`."""
    if len(one) != len(other) or one == other:
        return False
    wrong = [index for index, pair in enumerate(zip(one, other, strict=True)) if pair[0] != pair[1]]
    return (
        len(wrong) == 2
        and one[wrong[0]] == other[wrong[1]]
        and one[wrong[1]] == other[wrong[0]]
        and all(one[index].isdigit() for index in wrong)
    )
