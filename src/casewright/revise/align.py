"""Two texts side by side: which paragraphs belong together, and which words in them differ."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby

from casewright.revise.shortest import MOST_EDITS, Opcode, shortest

_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+|\s|.", re.DOTALL)
ALIKE = 0.5  # share of common words from which on two paragraphs are one that was edited
LONG = 60  # characters; of two shorter paragraphs in the same place, one is the other reworded
MUCH_MORE = 1.5  # times the words that had to change
MOST_PAIRS = 40_000  # comparisons of paragraphs in one gap


Gap = tuple[int, int, int, int]  # paragraphs from and to, of the old text and of the new


@dataclass(frozen=True, slots=True)
class Change:
    """Characters `start` to `end` of the old text stand as characters `new_start` to `new_end` of the new one."""

    start: int
    end: int
    new_start: int
    new_end: int


def changes(old: Sequence[str], new: Sequence[str], same: Sequence[tuple[int, int]] = ()) -> list[Change]:
    """What differs between two lists of paragraphs, as stretches of their texts joined by newlines.

    `same` are pairs of numbers of paragraphs that carry the same mark, as far as any do.
    """
    old_at, new_at = _starts(old), _starts(new)
    found: list[Change] = []
    for i1, i2, j1, j2 in _joined(groups(old, new, same)):
        a, b = old_at[i1], new_at[j1]
        if i1 == i2:
            found.append(_added(a, b, new_at[j2] - 1, old_at[-1]))
        elif j1 == j2:
            found.append(_removed(a, old_at[i2] - 1, b, old_at[-1]))
        else:
            found += _words("\n".join(old[i1:i2]), "\n".join(new[j1:j2]), a, b)
    return found


def _added(a: int, b: int, b_end: int, length: int) -> Change:
    """Added paragraphs: behind the one before, with the newline that parts them; at the very start before the first."""
    if a == 0:
        return Change(0, 0, b, b_end + (length > 0))
    return Change(a - 1, a - 1, max(b - 1, 0), b_end)


def _removed(a: int, a_end: int, b: int, length: int) -> Change:
    if a == 0:
        return Change(0, min(a_end + 1, max(length - 1, 0)), b, b)
    return Change(a - 1, a_end, max(b - 1, 0), max(b - 1, 0))


def _joined(gaps: Iterable[Gap]) -> list[Gap]:
    """The gaps with neighbours that only take out, or only put in, as one; at the very start also one with the other.

    There a removal takes the newline behind it, where everywhere else it takes the one before.
    """
    found: list[Gap] = []
    for gap in gaps:
        i1, i2, j1, j2 = gap
        before = found[-1] if found else None
        if before is not None and before[1] == i1 and before[3] == j1:
            one_sided = (before[0] == i1 or before[2] == j1) and (i1 == i2 or j1 == j2)
            alike = (before[0] == i1) == (i1 == i2)
            if one_sided and (alike or before[0] == 0):
                found[-1] = (before[0], i2, before[2], j2)
                continue
        found.append(gap)
    return found


def _starts(paragraphs: Sequence[str]) -> list[int]:
    """The offset at which each paragraph begins; the last number is where one more would."""
    starts = [0]
    for paragraph in paragraphs:
        starts.append(starts[-1] + len(paragraph) + 1)
    return starts


def groups(
    old: Sequence[str], new: Sequence[str], same: Sequence[tuple[int, int]] = ()
) -> Iterator[tuple[int, int, int, int]]:
    """The stretches of paragraphs that differ; each either a pair of groups that belong together, or one side alone."""
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "replace":
            yield from _grouped(old, new, (i1, i2, j1, j2), same)
        elif tag != "equal":
            yield i1, i2, j1, j2


def _grouped(
    old: Sequence[str], new: Sequence[str], gap: tuple[int, int, int, int], same: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, int, int, int]]:
    i1, i2, j1, j2 = gap
    alone = i2 - i1 == j2 - j1 == 1 and min(len(old[i1]), len(new[j1])) < LONG
    if alone or (i2 - i1) * (j2 - j1) > MOST_PAIRS:
        yield gap
        return
    marked = {pair for pair in same if i1 <= pair[0] < i2 and j1 <= pair[1] < j2}
    scores = _Scores(old[i1:i2], new[j1:j2], {(i - i1, j - j1) for i, j in marked})
    for a1, a2, b1, b2 in scores.groups():
        yield i1 + a1, i1 + a2, j1 + b1, j1 + b2


class _Scores:
    """Groups of old and new paragraphs that are most alike: one to one, one to two (split), two to one (joined)."""

    def __init__(self, old: Sequence[str], new: Sequence[str], marked: set[tuple[int, int]]) -> None:
        self.old = [Counter(_words_of(text)) for text in old]
        self.new = [Counter(_words_of(text)) for text in new]
        self.short = [len(text) < LONG for text in old]
        self.new_short = [len(text) < LONG for text in new]
        self.marked = marked

    def groups(self) -> Iterator[tuple[int, int, int, int]]:
        n, m = len(self.old), len(self.new)
        best = [[0.0] * (m + 1) for _ in range(n + 1)]
        step: list[list[tuple[int, int]]] = [[(0, 0)] * (m + 1) for _ in range(n + 1)]
        for i in range(n + 1):
            for j in range(m + 1):
                options = [
                    (best[i - a][j - b] + self._gain(i, j, a, b), (a, b))
                    for a, b in _STEPS
                    if a <= i and b <= j
                ]
                if options:
                    best[i][j], step[i][j] = max(options)
        path = []
        i, j = n, m
        while i or j:
            a, b = step[i][j]
            path.append((i - a, i, j - b, j))
            i, j = i - a, j - b
        return self._paired(path[::-1])

    def _paired(self, path: Sequence[Gap]) -> Iterator[Gap]:
        """The groups, with as many short paragraphs gone as came in one place taken for the same ones, reworded."""
        for matched, gaps in groupby(path, key=lambda gap: gap[0] < gap[1] and gap[2] < gap[3]):
            found = list(gaps)
            gone = [gap[0] for gap in found if gap[0] < gap[1]]
            come = [gap[2] for gap in found if gap[2] < gap[3]]
            short = all(self.short[i] for i in gone) and all(self.new_short[j] for j in come)
            if not matched and short and len(gone) == len(come):
                yield from ((i, i + 1, j, j + 1) for i, j in zip(gone, come, strict=True))
            else:
                yield from found

    def _gain(self, i: int, j: int, a: int, b: int) -> float:
        if not a or not b:
            return 0.0
        olds, news = self.old[i - a : i], self.new[j - b : j]
        if a == b == 1:
            alike = _likeness(olds[0], news[0])
            if (i - 1, j - 1) in self.marked:
                return alike + 0.3 if alike >= ALIKE / 3 or self.short[i - 1] else -1.0
            lone = len(self.old) == len(self.new) == 1
            return alike if alike >= (ALIKE / 3 if lone else ALIKE) else -1.0
        parts, whole = (news, olds[0]) if a == 1 else (olds, news[0])
        if min(_share_in(part, whole) for part in parts) < ALIKE:
            return -1.0
        alike = _likeness(sum(parts, Counter()), whole)
        return alike + 0.2 if alike >= 0.7 else -1.0


_STEPS = ((1, 1), (1, 0), (0, 1), (1, 2), (2, 1))


def _words_of(text: str) -> list[str]:
    return [token for token in _TOKEN.findall(text.lower()) if token[0].isalnum()] or [text]


def _likeness(one: Counter[str], other: Counter[str]) -> float:
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 1.0


def _share_in(part: Counter[str], whole: Counter[str]) -> float:
    return (part & whole).total() / part.total() if part.total() else 0.0


def _words(old: str, new: str, a: int, b: int) -> Iterator[Change]:
    """The words that differ between two texts, with the offsets at which the texts begin."""
    olds, news = _TOKEN.findall(old), _TOKEN.findall(new)
    head = 0
    while head < min(len(olds), len(news)) and olds[head] == news[head]:
        head += 1
    tail = 0
    while tail < min(len(olds), len(news)) - head and olds[-1 - tail] == news[-1 - tail]:
        tail += 1
    old_at = [0]
    new_at = [0]
    for token in olds:
        old_at.append(old_at[-1] + len(token))
    for token in news:
        new_at.append(new_at[-1] + len(token))
    middle = opcodes(olds[head : len(olds) - tail], news[head : len(news) - tail])
    for tag, i1, i2, j1, j2 in middle:
        if tag != "equal":
            yield Change(
                a + old_at[head + i1], a + old_at[head + i2], b + new_at[head + j1], b + new_at[head + j2]
            )


def opcodes(old: Sequence[str], new: Sequence[str], space: str = " ") -> Sequence[Opcode]:
    """What differs, in whole phrases; in as few words as can be, where phrases would make far more of it.

    A token that begins with `space` holds no phrase together.
    """
    matcher = SequenceMatcher(lambda token: token.startswith(space), old, new, autojunk=False)
    phrases = matcher.get_opcodes()
    changed = _size(phrases)
    words = shortest(old, new) if changed <= MOST_EDITS else None
    return words if words is not None and MUCH_MORE * _size(words) < changed else phrases


def _size(opcodes: Sequence[Opcode]) -> int:
    """How many items are taken out and put in."""
    return sum(i2 - i1 + j2 - j1 for tag, i1, i2, j1, j2 in opcodes if tag != "equal")
