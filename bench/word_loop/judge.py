"""What `pull` made of a file, held against what was really done to it, edit by edit."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from truth import Sheet, Truth

from casewright.revise.edits import Edit
from casewright.revise.plan import Plan
from casewright.revise.ruling import Ruling

Outcome = Literal[
    "placed", "refused", "conflict", "unplaced",  # rightly so
    "not asked for", "WRONG", "LOST", "DOUBLED",
]  # fmt: skip
_GATHERED: dict[int, Outcome] = {0: "LOST", 1: "placed"}  # by how often a comment was found
AROUND = 20  # characters on either side of a place that tell it
REPORTED = ("refused", "conflict", "unplaced")


@dataclass(frozen=True, slots=True)
class Verdict:
    """One edit and its outcome; `why` says what is wrong with a wrong one, or why one was not placed."""

    truth: Truth
    outcome: Outcome
    why: str = ""


@dataclass(frozen=True, slots=True)
class Before:
    """The manuscript that was sent: the texts of its blocks in order and of its sources, its facts as written."""

    blocks: Sequence[str]
    files: Mapping[str, str]
    facts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class After:
    """The same with the plan made; None where it could not be built at all."""

    blocks: Sequence[str]
    facts: Mapping[str, str]


def judge(
    sheet: Sheet, plan: Plan, before: Before, after: After | None, wanted: Mapping[int, str]
) -> list[Verdict]:
    """A verdict on each edit of the file. `wanted` is what the edited file says in each block that it still has."""
    owners = _owners(sheet.truths, plan.rulings, before)
    due = sum((_snippets(truth, before) for truth in sheet.truths), Counter())
    verdicts = []
    for number, truth in enumerate(sheet.truths):
        rulings = [ruling for at, ruling in enumerate(plan.rulings) if number in owners[at]]
        verdicts.append(_verdict(truth, rulings, plan, before, after, wanted, due))
    stray = [ruling for at, ruling in enumerate(plan.rulings) if not owners[at]]
    for ruling in stray:
        edit = ruling.edit
        nobody = Truth("nobody's edit", "nothing", (), edit.start, edit.end, edit.old, edit.new)
        verdicts.append(Verdict(nobody, "not asked for", f"{ruling.state}: {edit.old!r} → {edit.new!r}"))
    return verdicts


def _owners(truths: Sequence[Truth], rulings: Sequence[Ruling], before: Before) -> list[set[int]]:
    """For each ruling the edits that it is about: the nearest in the blocks that it touches, and all inside of it."""
    starts = _starts(before.blocks)
    begins = {number: start for start, number in starts}
    found: list[set[int]] = []
    for ruling in rulings:
        blocks = _blocks_of(ruling.edit, starts)
        near = [n for n, truth in enumerate(truths) if blocks & set(truth.blocks)]
        near.sort(key=lambda n: _distance(truths[n], ruling.edit, begins))
        same = [
            n
            for n, truth in enumerate(truths)
            if truth.kind == "paragraph added" and truth.new == ruling.edit.new.strip()
        ]
        inside = [n for n in near if ruling.edit.old and _is_inside(truths[n], ruling.edit, begins)]
        found.append({*[*same, *near][:1], *inside})
    return found


def _is_inside(truth: Truth, edit: Edit, begins: Mapping[int, int]) -> bool:
    """Whether what was done was done within the words that an edit takes away."""
    return not truth.structural and all(
        edit.start <= begins[block] + start and begins[block] + end <= edit.end
        for block, start, end in truth.places
    )


def _distance(truth: Truth, edit: Edit, begins: Mapping[int, int]) -> int:
    """Characters between an edit and the nearest place of what was done."""
    if truth.structural:
        return 0
    return min(
        max(0, begins[block] + start - edit.end, edit.start - begins[block] - end)
        for block, start, end in truth.places
    )


def _starts(blocks: Sequence[str]) -> list[tuple[int, int]]:
    """Where each block begins in the layout's text, with its number: those that say anything, a line a block."""
    starts, at = [], 0
    for number, text in enumerate(blocks):
        if text:
            starts.append((at, number))
            at += len(text) + 1
    return starts


def _blocks_of(edit: Edit, starts: Sequence[tuple[int, int]]) -> set[int]:
    """The blocks whose words an edit takes away; the ones on both sides of it, where it only puts words in."""
    first = edit.start + len(edit.old) - len(edit.old.lstrip())
    last = max(first, edit.end - len(edit.old) + len(edit.old.rstrip()) - 1)
    if not edit.old.strip():
        first, last = max(0, edit.start - 1) if "\n" in edit.old + edit.new else edit.start, edit.end
    one, other = (bisect_right(starts, (offset, len(starts) * 2)) - 1 for offset in (first, last))
    return {number for _, number in starts[one : other + 1]}


def _verdict(
    truth: Truth,
    rulings: Sequence[Ruling],
    plan: Plan,
    before: Before,
    after: After | None,
    wanted: Mapping[int, str],
    due: Counter[str],
) -> Verdict:
    states = Counter(ruling.state for ruling in rulings)
    why = "; ".join(dict.fromkeys(ruling.reason for ruling in rulings if ruling.reason))
    if truth.expected == "nothing":
        ok = not rulings and plan.formatting
        return Verdict(
            truth, "placed" if ok else "WRONG", "" if ok else "looks were taken for words, or not counted"
        )
    if truth.expected == "gathered":
        told = [
            comment for comment in plan.comments if comment.text == truth.new and comment.quote == truth.old
        ]
        return Verdict(truth, "WRONG" if rulings else _GATHERED.get(len(told), "DOUBLED"), why)
    if not rulings:
        return Verdict(truth, "LOST", "no edit was reported here")
    if not states["placed"]:
        state = next(state for state in REPORTED if states[state])
        fault = _expected_otherwise(truth, state)
        return Verdict(truth, "WRONG" if fault else state, fault or why)
    if truth.expected in ("refused", "conflict"):
        return Verdict(truth, "WRONG", f"placed, and should be {truth.expected}")
    fault = _misplaced(truth, rulings, before, after, wanted, due)
    if fault:
        return Verdict(truth, "DOUBLED" if fault == "written twice" else "WRONG", fault)
    rest = next((state for state in REPORTED if states[state]), "")
    return Verdict(truth, rest or "placed", why)  # type: ignore[arg-type]  # one of REPORTED


def _expected_otherwise(truth: Truth, state: str) -> str:
    """Only what has a place in the sources may be without one: what the build makes has to be refused."""
    if truth.expected == "conflict" and state != "conflict":
        return f"{state}, and should be in conflict"
    if truth.expected == "placed" and state == "conflict":
        return "in conflict with nothing"
    return ""


def _misplaced(
    truth: Truth,
    rulings: Sequence[Ruling],
    before: Before,
    after: After | None,
    wanted: Mapping[int, str],
    due: Counter[str],
) -> str:
    """What is wrong with an edit that was placed; "" where nothing is."""
    if after is None:
        return "with the plan made, the manuscript cannot be built"
    if truth.change is not None:
        change = truth.change
        asked = _changed(before.files[change.file], change.offset, change.old, change.new)
        made = before.files[change.file]
        for part in sorted(
            {c for r in rulings for c in r.changes if c.file == change.file}, key=lambda c: -c.start
        ):
            made = _changed(made, part.start, part.old, part.new)
        if made.split() != asked.split():
            return (
                "written elsewhere"
                if made.split() == before.files[change.file].split()
                else _difference(asked, made)
            )
        if {part.file for ruling in rulings for part in ruling.changes} != {change.file}:
            return "written into another file, too"
    if truth.fact and truth.expected == "placed" and after.facts.get(truth.fact) != truth.value:
        return f"the data say “{after.facts.get(truth.fact)}”, and not “{truth.value}”"
    return _unsaid(truth, before, after, wanted, due)


def _unsaid(truth: Truth, before: Before, after: After, wanted: Mapping[int, str], due: Counter[str]) -> str:
    """Whether the new build says in each block what the edited file says there."""
    if not truth.structural:
        return _words_unsaid(truth, after.blocks, before, due)
    return _paragraphs_unsaid(truth, [" ".join(text.split()) for text in after.blocks], before, wanted)


def _words_unsaid(truth: Truth, lines: Sequence[str], before: Before, due: Counter[str]) -> str:
    """Each place with some characters around it, as it has to read now; `due` counts those of all edits together."""
    now, old = (_spaced("".join(f"\n{line}\n" for line in said)) for said in (lines, before.blocks))
    for snippet, times in _snippets(truth, before).items():
        if now.count(snippet) < times:
            return f"the new build does not say “{snippet.strip()}”"
        if not truth.fact and now.count(snippet) > due[snippet] + old.count(snippet):
            return "written twice"
    return ""


def _snippets(truth: Truth, before: Before) -> Counter[str]:
    """What has to be read at each place of an edit of words, with how often."""
    found = Counter[str]()
    for block, start, end in () if truth.structural else truth.places:
        text = f"\n{before.blocks[block]}\n".replace(
            "\t", "\n"
        )  # a short heading is not to be found in a sentence
        left, right = text[max(0, start + 1 - AROUND) : start + 1], text[end + 1 : end + 1 + AROUND]
        left, right = left[max(0, left.rfind("\n")) :], right[: right.find("\n") + 1 or AROUND]
        found[_spaced(f"{left}{truth.new}{right}")] += 1
    return found


def _spaced(text: str) -> str:
    """Single spaces; the ends of blocks and of cells stay."""
    return "\n".join(" ".join(line.split()) for line in text.replace("\t", "\n").split("\n"))


def _paragraphs_unsaid(truth: Truth, lines: Sequence[str], before: Before, wanted: Mapping[int, str]) -> str:
    said = Counter(lines)
    gone = truth.kind == "paragraph removed"
    if gone and said[" ".join(truth.old.split())]:
        return "the new build still says it"
    due = [wanted.get(block, "") for block in truth.blocks if not gone] + truth.new.split("\n")
    for text in filter(None, (" ".join(words.split()) for words in due)):
        if not said[text]:
            return f"the new build says {_nearest(text, lines)}"
        if said[text] > max(1, sum(" ".join(old.split()) == text for old in before.blocks)):
            return "written twice"
    if truth.kind == "paragraph moved":
        target = " ".join(before.blocks[truth.blocks[1]].split())
        if target not in lines or lines.index(" ".join(truth.new.split())) < lines.index(target):
            return "not where it was moved to"
    return ""


def _changed(text: str, offset: int, old: str, new: str) -> str:
    if text[offset : offset + len(old)].split() != old.split():
        raise ValueError(f"not {old!r} at {offset}, but {text[offset : offset + len(old)]!r}")
    return text[:offset] + new + text[offset + len(old) :]


def _difference(due: str, made: str) -> str:
    one, two = due.split(), made.split()
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, one, two, autojunk=False).get_opcodes():
        if tag != "equal":
            return f"the source says “{' '.join(two[j1:j2])}”, and not “{' '.join(one[i1:i2])}”"
    return ""


def _nearest(text: str, lines: Sequence[str]) -> str:
    """How the most similar line differs from a text."""
    matcher = SequenceMatcher(None, autojunk=False)
    matcher.set_seq2(text.split())
    best, line = 0.0, ""
    for one in lines:
        matcher.set_seq1(one.split())
        if matcher.quick_ratio() > best and matcher.ratio() > best:
            best, line = matcher.ratio(), one
    return _difference(text, line).replace("the source says ", "")
