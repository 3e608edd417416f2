"""Edits of several files against one another, and edits that only stand together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from casewright.revise.ruling import Ruling, SourceChange


def against_one_another(rulings: Sequence[Ruling]) -> list[Ruling]:
    """The rulings with every two that want something different of the same words, or of the same fact, in conflict."""
    found = _facts_agree(rulings)
    taken: list[tuple[SourceChange, int]] = []
    clashes: dict[int, set[int]] = {}
    for number, ruling in enumerate(found):
        for change in ruling.changes:
            if ruling.kind != "fact":
                taken.append((change, number))
    taken.sort(key=lambda item: (item[0].file, item[0].start, item[0].end))
    for at, (change, number) in enumerate(taken):
        for other, its_number in taken[at + 1 :]:
            if other.file != change.file or other.start > change.end:
                break
            one, two = found[number], found[its_number]
            if number != its_number and one.edit.file != two.edit.file and _clash(change, other):
                clashes.setdefault(number, set()).add(its_number)
                clashes.setdefault(its_number, set()).add(number)
    for number, others in clashes.items():
        found[number] = found[number].but(
            "conflict", *_said(found[number], [found[other] for other in sorted(others)])
        )
    return found


def _clash(one: SourceChange, other: SourceChange) -> bool:
    if (one.start, one.end, one.new) == (other.start, other.end, other.new):
        return False
    if one.start == one.end and other.start == other.end:
        return one.start == other.start
    return one.start < other.end and other.start < one.end


def _said(ruling: Ruling, others: Sequence[Ruling]) -> tuple[str, str]:
    said = "; ".join(
        f"{other.edit.author or other.edit.file} wrote “{other.edit.new.strip() or '(nothing)'}”"
        for other in others
    )
    return (
        f"another edit wants something else of the same words: {said}",
        f"decide, and change it at {ruling.place}",
    )


def _facts_agree(rulings: Sequence[Ruling]) -> list[Ruling]:
    """Of each fact the options that all of its edits share; a conflict where there is none."""
    by_fact: dict[str, list[int]] = {}
    found = list(rulings)
    for number, ruling in enumerate(found):
        if ruling.kind == "fact" and ruling.state == "placed" and ruling.options:
            by_fact.setdefault(ruling.fact, []).append(number)
    for fact, numbers in by_fact.items():
        shared = [w for w in found[numbers[0]].written if all(w in found[n].written for n in numbers)]
        typed = ", ".join(dict.fromkeys(f"“{found[n].edit.new.strip()}”" for n in numbers))
        for number in numbers:
            ruling = found[number]
            if not shared:
                hint = f"decide, and write it at {ruling.place}"
                found[number] = ruling.but(
                    "conflict", f"{fact} was changed to different values: {typed}", hint
                )
                continue
            at = [ruling.written.index(written) for written in shared]
            found[number] = replace(
                ruling, options=tuple(ruling.options[n] for n in at), written=tuple(shared)
            )
    return found


def alike_everywhere(rulings: Sequence[Ruling]) -> list[Ruling]:
    """The rulings of one file, with words that one line prints in several places placed only if all say the same."""
    counts = Counter(ruling.options for ruling in rulings)
    return [
        ruling.but("refused", ruling.reason, ruling.hint)
        if ruling.state == "placed" and counts[ruling.options] < ruling.times
        else ruling
        for ruling in rulings
    ]


def whole_rewordings(rulings: Sequence[Ruling]) -> list[Ruling]:
    """The rulings of one file, with no part of a rewording placed where another part of its words has no place."""
    without = {
        ruling.edit.rewording: ruling
        for ruling in reversed(rulings)
        if ruling.state != "placed" and ruling.kind != "generated"
    }
    return [
        ruling.but(other.state, _IN_PART, other.hint)
        if ruling.state == "placed"
        and ruling.kind != "fact"
        and ruling.edit.rewording >= 0
        and (other := without.get(ruling.edit.rewording)) is not None
        else ruling
        for ruling in rulings
    ]


_IN_PART = "it belongs to a rewording that has no place as a whole"


def standing_together(rulings: Sequence[Ruling]) -> list[Ruling]:
    """The rulings, with no words removed that were exchanged for words without a place: both stand, or neither."""
    return [
        next(
            (
                ruling.but(other.state, _EXCHANGED, other.hint)
                for other in rulings
                if _exchanged(ruling, other)
            ),
            ruling,
        )
        for ruling in rulings
    ]


_EXCHANGED = "it was exchanged for words that are not placed"


def _exchanged(removed: Ruling, put: Ruling) -> bool:
    """Whether one ruling places a removal, and the other does not place what was put where the removed words stood."""
    gone, come = removed.edit, put.edit
    return (
        removed.state == "placed"
        and put.state != "placed"
        and gone.to < 0
        and bool(gone.old.strip())
        and not gone.new.strip()
        and bool(come.new.strip())
        and not come.old.strip()
        and gone.start - 1 <= come.start <= gone.end + 1
    )
