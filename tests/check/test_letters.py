"""Letters in a text: found where a text has them, the same before and after they were learned."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from casewright.check.evidence.text.letters import Places, places_of

_TEXTS = st.text("abc -.1é–\n", max_size=60)
_LETTERS = st.text("abc -.1–", min_size=1, max_size=6)


@given(_TEXTS, st.lists(_LETTERS, max_size=8))
def test_letters_are_found_wherever_they_stand(text: str, sought: list[str]) -> None:
    for _ in range(2):  # the second text knows what was asked of the first
        places = Places(text)
        assert [list(places[letters]) for letters in sought] == [places_of(text, each) for each in sought]
        assert list(places.of_any(sought)) == sorted(at for each in sought for at in places_of(text, each))
