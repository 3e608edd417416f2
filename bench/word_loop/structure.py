"""Edits of whole paragraphs. Where they are placed, the new build has to say what the co-author's file said."""

from __future__ import annotations

import hand
from desk import Desk
from truth import Truth


def _truth(kind: str, blocks: list[int], old: str, new: str) -> Truth:
    return Truth(kind, "either", tuple(blocks), 0, len(old), old, new)


def added(desk: Desk) -> Truth | None:
    blocks = desk.free_run(1)
    if not blocks:
        return None
    text = f"We {desk.word()} thank every {desk.word()} reader for {desk.word()} remarks on this {desk.word()} point."
    hand.add_after(desk.paper, desk.paragraph(blocks[0]), text, desk.tracked)
    return _truth("paragraph added", blocks, "", text)


def removed(desk: Desk) -> Truth | None:
    blocks = desk.free_run(1, plain=True)
    if not blocks:
        return None
    hand.remove(desk.paper, desk.paragraph(blocks[0]), desk.tracked)
    return _truth("paragraph removed", blocks, desk.manuscript.blocks[blocks[0]].text, "")


def moved(desk: Desk) -> Truth | None:
    blocks = desk.free_run(2, plain=True)
    if not blocks:
        return None
    hand.move_after(desk.paper, desk.paragraph(blocks[0]), desk.paragraph(blocks[1]), desk.tracked)
    text = desk.manuscript.blocks[blocks[0]].text
    return _truth("paragraph moved", blocks, text, text)


def split(desk: Desk) -> Truth | None:
    blocks = desk.free_run(1)
    if not blocks:
        return None
    block = desk.manuscript.blocks[blocks[0]]
    ends = [
        at
        for at in range(1, len(block.text) - 2)
        if block.text[at - 1 : at + 1] == ". "
        and block.text[at + 1].isupper()
        and not any(mark.start <= at + 1 and at <= mark.end for mark in block.marks)
    ]
    if not ends:
        return None
    at = desk.rng.choice(ends) + 1
    hand.split(desk.paper, desk.paragraph(blocks[0]), at, desk.tracked)
    return _truth("paragraph split", blocks, block.text, f"{block.text[: at - 1]}\n{block.text[at:]}")


def joined(desk: Desk) -> Truth | None:
    blocks = desk.free_run(2)
    if not blocks:
        return None
    hand.join(desk.paper, desk.paragraph(blocks[0]), desk.tracked)
    texts = [desk.manuscript.blocks[block].text for block in blocks]
    return _truth("paragraphs joined", blocks, "\n".join(texts), " ".join(texts))


STRUCTURE = ((added, 1), (removed, 1), (moved, 1), (split, 1), (joined, 1))
