"""Manuscripts flattened onto few lines."""

from __future__ import annotations

from collections.abc import Iterable

from casewright.document.model import Block


def unfold(block: Block) -> Iterable[Block]:
    """The block."""
    return (block,)
