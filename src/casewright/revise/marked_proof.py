"""The proof of a marked manuscript: with all changes accepted it is the new text, with all rejected the old one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from casewright.document.model import Document
from casewright.errors import Place, Problem
from casewright.read.docx import read_docx
from casewright.revise.marked_settled import settled

LOOKS = ("superscript", "subscript")
SHOWN = 5  # differences shown
LONGEST = 80  # characters shown of a paragraph


@dataclass(frozen=True, slots=True)
class Said:
    """A paragraph with what of its marks has a meaning."""

    text: str
    marks: tuple[tuple[str, int, int, str], ...]


def unproven(marked: bytes, old: bytes, new: bytes, name: str) -> tuple[Problem, ...]:
    """What is not so; empty where both are proven.

    Changes that somebody has tracked in the old file count as accepted.
    """
    return (
        *_differences(settled(marked, accept=True), new, name, "accepted"),
        *_differences(settled(marked, accept=False), settled(old, accept=True), name, "rejected"),
    )


def _differences(made: bytes, due: bytes, name: str, done: str) -> Iterator[Problem]:
    stands = list(_said(read_docx(made, name)))
    wanted = list(_said(read_docx(due, name)))
    found = [
        code
        for code in SequenceMatcher(None, stands, wanted, autojunk=False).get_opcodes()
        if code[0] != "equal"
    ]
    for _, i1, i2, j1, j2 in found[:SHOWN]:
        yield Problem(
            f"with all changes {done} this would say “{_short(stands[i1:i2])}” instead of “{_short(wanted[j1:j2])}”",
            "this is a fault of casewright, not of your manuscript: please report it",
            Place(name),
        )


def _said(document: Document) -> Iterator[Said]:
    for _, block in document.blocks():
        marks = ((mark.kind, mark.start, mark.end, mark.target) for mark in block.marks if mark.kind in LOOKS)
        yield Said(block.text, tuple(sorted(marks)))


def _short(said: list[Said]) -> str:
    text = " / ".join(one.text for one in said)
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
