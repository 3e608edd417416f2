"""The words of a document as the journal spells them; what is quoted, cited or listed keeps its own spelling."""

from __future__ import annotations

import re
from collections.abc import Sequence

from casewright.document.runs import part_of_run, substitute
from casewright.document.tree import Leaf, Node
from casewright.journal.model import Profile
from casewright.journal.spelling import respelling


def respell(leaves: Sequence[Leaf], profile: Profile) -> None:
    """Put the journal's spelling in place of the other, in all leaves but references."""
    if profile.spelling == "as written":
        return
    pattern, respelled = respelling(profile.spelling)

    def replace(match: re.Match[str], run: Node) -> list[Node] | None:
        word = respelled(match[0])
        return [{**part_of_run(run, match.start(), match.end()), "c": word}] if word != match[0] else None

    for leaf in leaves:
        if leaf.kind != "reference":
            substitute(leaf.inlines, pattern, replace, skip=("literal", "call", "short"))
