"""Letters that a manuscript may have: never fewer than its text has, the same before and after they were learned."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from casewright.check.evidence.text.around import Places, places_of
from casewright.check.evidence.text.spelled import Spelled
from casewright.document.mentions.wordset import plain_words

_TEXTS = st.text("abc -.1é\n", max_size=60)
_LETTERS = st.text("abc -.1", min_size=1, max_size=6)


@given(_TEXTS, st.lists(_LETTERS, max_size=8))
def test_no_letters_of_a_text_are_missed(text: str, sought: list[str]) -> None:
    words = frozenset(plain_words(text))
    for _ in range(2):  # the second manuscript knows what was asked of the first
        places = Places(text, Spelled(words))
        assert [places.of(letters) for letters in sought] == [places_of(text, each) for each in sought]


def test_letters_that_no_word_has_are_not_there() -> None:
    words = frozenset(("renal", "dose", "offered"))
    for _ in range(2):
        spelled = Spelled(words)
        assert spelled.may_have("al dose of")
        assert not spelled.may_have("al doses of")
        assert not spelled.may_have("a dos of")  # `dos` would stand there as a word of its own
        assert not spelled.may_have("hepat")
