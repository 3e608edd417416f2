"""Words and figures that were edited together, told apart where it is plain which figure is which."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from casewright.quantity.units import find_unit
from casewright.revise.align import Change
from casewright.revise.layout import Span

_FIGURE = re.compile(r"(?<![^\W\d_])[<>≤≥~]?\d[\d.,]*(?:\s?[-–/×x]\s?\d[\d.,]*)*")
_UNIT = re.compile(r"\s?([%°]?[^\W\d_]*(?:/[^\W\d_]+)?)")


def overlaps(start: int, end: int, spans: Sequence[Span]) -> list[Span]:
    """The spans that share a character with a stretch; for an empty one, those it stands inside of."""
    first = bisect_right(spans, start, key=lambda span: span.end)
    found = []
    for span in spans[first:]:
        if span.start >= end and not (start == end and span.start < start):
            break
        found.append(span)
    return found


def apart(change: Change, old: str, new: str, spans: Sequence[Span]) -> list[Change]:
    """A change of words and of figures together as one each, where it is plain which is which.

    It is where every figure, in its order, stands there as it did, or where as many figures stand there as did.
    """
    covered = overlaps(change.start, change.end, spans)
    text = new[change.new_start : change.new_end]
    if not covered or any(span.kind != "fact" for span in covered) or not text.strip():
        return [change]
    alone = len(covered) == 1 and (covered[0].start, covered[0].end) == (change.start, change.end)
    if alone and not _FIGURE.match(old, change.start):
        return [change]
    found = _in_order([old[span.start : span.end] for span in covered], text)
    if found is None:
        return [change]
    pieces = []
    at, new_at = change.start, change.new_start
    for span, (start, end) in zip(covered, found, strict=True):
        first, last = change.new_start + start, change.new_start + end
        pieces += [Change(at, span.start, new_at, first), Change(span.start, span.end, first, last)]
        at, new_at = span.end, last
    pieces.append(Change(at, change.end, new_at, change.new_end))
    return [p for p in pieces if old[p.start : p.end] != new[p.new_start : p.new_end]]


def _in_order(facts: Sequence[str], text: str) -> list[tuple[int, int]] | None:
    """Where each of some printed facts stands in a new text, changed or not; None where that is not plain."""
    places = []
    at = 0
    for fact in facts:
        found = re.compile(rf"(?<![\w.,-]){re.escape(fact)}(?![\w-])").search(text, at)
        if found is None:
            break
        places.append(found.span())
        at = found.end()
    else:
        return places
    figures = list(_FIGURE.finditer(text))
    were = [list(_FIGURE.finditer(fact)) for fact in facts]
    if len(figures) != len(facts) or any(len(one) != 1 for one in were):
        return None
    places = []
    for fact, (was,), figure in zip(facts, were, figures, strict=True):
        unit = fact[was.end() :]
        if was.start() or (unit.strip() and not text.startswith(unit, figure.end())):
            return None
        places.append((figure.start(), figure.end() + len(unit if unit.strip() else "")))
    return places


def is_doubtful(found: Sequence[Change], number: int, old: str, new: str) -> bool:
    """Whether a figure may be another one than the one that stood there: it has another unit, or none to tell it by.

    Without a unit it is told by the words beside it, on one side at least.
    """
    change = found[number]
    was, now = old[change.start : change.end], new[change.new_start : change.new_end]
    figures = _FIGURE.fullmatch(was.strip()), _FIGURE.fullmatch(now.strip())
    if not all(figures):
        return False
    if _unit(old, change.end) != _unit(new, change.new_end):
        return True
    before, behind = found[number - 1] if number else None, next(iter(found[number + 1 :]), None)
    return (
        before is not None
        and behind is not None
        and not old[before.end : change.start].strip()
        and not old[change.end : behind.start].strip()
    )


def _unit(text: str, at: int) -> str:
    """The unit that stands at an offset; "" where there is none."""
    found = _UNIT.match(text, at)
    return found[1] if found and found[1] and find_unit(found[1]) is not None else ""
