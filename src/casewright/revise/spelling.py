"""Words as the journal prints them: `tumour` in a source, or from a co-author, is `tumor` in an American journal."""

from __future__ import annotations

from collections.abc import Callable

from casewright.journal.model import Profile
from casewright.journal.spelling import respelling


def speller(profile: Profile) -> Callable[[str], str]:
    """What makes of a text the same in the spelling of a journal."""
    if profile.spelling == "as written":
        return str
    pattern, respelled = respelling(profile.spelling)
    return lambda text: pattern.sub(lambda word: respelled(word[0]), text)
