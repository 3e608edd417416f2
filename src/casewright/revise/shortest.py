"""The shortest way from one sequence to another: what is taken out and put in, as little as can be.

difflib looks for the longest stretch in common first, and may for one changed word among repeated words (`in the right
arm and in the left arm`) move half a sentence. The algorithm is Myers' (Algorithmica 1986; 1: 251-266).
"""

from __future__ import annotations

from collections.abc import Sequence

MOST_EDITS = 400  # more than an edited paragraph has; a search for more would take long
Opcode = tuple[str, int, int, int, int]


def shortest(old: Sequence[str], new: Sequence[str]) -> list[Opcode] | None:
    """Opcodes as difflib's `get_opcodes`; None where more than MOST_EDITS would be needed."""
    reached = {1: 0}
    trace: list[dict[int, int]] = []
    for edits in range(min(len(old) + len(new), MOST_EDITS) + 1):
        trace.append(dict(reached))
        for diagonal in range(-edits, edits + 1, 2):
            down = diagonal == -edits or (
                diagonal != edits and reached.get(diagonal - 1, -1) < reached.get(diagonal + 1, -1)
            )
            i = reached[diagonal + 1] if down else reached[diagonal - 1] + 1
            j = i - diagonal
            while i < len(old) and j < len(new) and old[i] == new[j]:
                i, j = i + 1, j + 1
            reached[diagonal] = i
            if i >= len(old) and j >= len(new):
                return _opcodes(_matches(trace, len(old), len(new)), len(old), len(new))
    return None


def _matches(trace: Sequence[dict[int, int]], i: int, j: int) -> list[tuple[int, int]]:
    """The pairs of equal items on the way, from its end back to its beginning, then in order."""
    pairs: list[tuple[int, int]] = []
    for edits in range(len(trace) - 1, -1, -1):
        reached = trace[edits]
        diagonal = i - j
        down = diagonal == -edits or (
            diagonal != edits and reached.get(diagonal - 1, -1) < reached.get(diagonal + 1, -1)
        )
        before = diagonal + 1 if down else diagonal - 1
        start = reached[before]
        while i > max(start, 0) and j > max(start - before, 0) and i - 1 >= (start if down else start + 1):
            i, j = i - 1, j - 1
            pairs.append((i, j))
        i, j = (i, j - 1) if down else (i - 1, j)
        if edits == 0:
            break
    return pairs[::-1]


def _opcodes(pairs: Sequence[tuple[int, int]], length: int, new_length: int) -> list[Opcode]:
    found: list[Opcode] = []
    i = j = 0
    for at_old, at_new in [*pairs, (length, new_length)]:
        if i < at_old or j < at_new:
            tag = "replace" if i < at_old and j < at_new else "delete" if i < at_old else "insert"
            found.append((tag, i, at_old, j, at_new))
        if at_old < length:
            if found and found[-1][0] == "equal" and found[-1][2] == at_old:
                found[-1] = ("equal", found[-1][1], at_old + 1, found[-1][3], at_new + 1)
            else:
                found.append(("equal", at_old, at_old + 1, at_new, at_new + 1))
        i, j = at_old + 1, at_new + 1
    return found
