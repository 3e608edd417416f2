"""Which sentences call a figure: they tell what its legend tells."""

from __future__ import annotations

from casewright.document.reading import Reading

_ALONE = 3  # words of a sentence that is nothing but a call: `(Figure 4.)`


def called(reading: Reading) -> dict[int, set[str]]:
    """The figures that each sentence calls, by its index; a call that stands alone is of the sentence before."""
    found: dict[int, set[str]] = {}
    for call in reading.calls:
        if call.kind == "figure":
            found.setdefault(_told_in(reading, call.sentence), set()).add(str(call.number))
    return found


def _told_in(reading: Reading, index: int) -> int:
    sentence = reading.sentences[index]
    text = reading.blocks[sentence.block][1].text[sentence.start : sentence.end]
    before = index and reading.sentences[index - 1].block == sentence.block
    return index - 1 if before and len(text.split()) <= _ALONE else index
