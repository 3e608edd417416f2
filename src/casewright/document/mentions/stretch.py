"""The sentences of a reading as the finders see them: with what marks say about their characters."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from casewright.document.mentions.model import Sentence
from casewright.document.mentions.moments import Moments
from casewright.document.mentions.names import Name, find_names, may_name
from casewright.document.mentions.subjects import Whose, tells_of_mother, without_mother
from casewright.document.mentions.wordset import lowered, small_words
from casewright.document.model import Block, Section
from casewright.patterns import lazily

if TYPE_CHECKING:
    from casewright.document.reading import Reading


class Stretch:
    """A sentence with its block and section; `text` is the block's text there, citation marks blanked out.

    `lower` is the text in small letters, `tokens` are its words in them, `words` each of them once, and `has_digits`
    says whether a figure may stand in it: what a finder asks before it looks closer.
    """

    __slots__ = (
        "_moments",
        "_names",
        "_of_mother",
        "_whose",
        "block",
        "has_digits",
        "lower",
        "offset",
        "section",
        "sentence",
        "text",
        "tokens",
        "words",
    )

    def __init__(
        self, sentence: Sentence, section: Section, block: Block, text: str, *, of_mother: bool = False
    ) -> None:
        self.sentence = sentence
        self.section = section
        self.block = block
        self.text = text
        self.offset = sentence.start  # where the text begins in its block
        self.lower = lowered(text)
        self.tokens = small_words(self.lower)
        self.words = frozenset(self.tokens)
        self.has_digits = _has_digit(text)
        self._of_mother = of_mother
        self._moments: Moments | None = None
        self._names: tuple[Name, ...] | None = None
        self._whose: Whose | None = None

    @property
    def moments(self) -> Moments:
        """The moments that it names."""
        if self._moments is None:
            self._moments = Moments(self.lower, self.words)
        return self._moments

    @property
    def names(self) -> tuple[Name, ...]:
        """The names of analytes in it."""
        if self._names is None:
            self._names = find_names(self.text) if may_name(self.text, self.words) else ()
        return self._names

    @property
    def whose(self) -> Whose:
        """Whose its values are."""
        if self._whose is None:
            text, said = self.text, self.words
            if self._of_mother and "mother" in said:
                text = without_mother(text)
                said = said if "mother" in text else said - {"mother"}
            self._whose = Whose(text, self.section.role, said)
        return self._whose


_NO_DIGITS = bytes(sign for sign in range(128) if not 48 <= sign <= 57)
_DIGIT = lazily(r"\d")  # of any script
_CITING = lazily(r"[\[(]?\d{1,3}(?:\s?[,–-]\s?\d{1,3})*[\])]?\Z")
_POWERED = lazily(r"(?:10|[mcµμ]m|m|L|l|h|s|d|g|n|kg|min|x)\Z")


def find_stretches(reading: Reading) -> Iterator[Stretch]:
    """Every sentence outside the reference list."""
    blocks = reading.blocks
    of_mother = reading.once(tells_of_mother)
    current = -1
    text = ""
    for sentence in reading.sentences:
        section, block = blocks[sentence.block]
        if block.kind == "reference" or section.role == "references":
            continue
        if sentence.block != current:
            current, text = sentence.block, unmarked(block)
        yield Stretch(sentence, section, block, text[sentence.start : sentence.end], of_mother=of_mother)


def unmarked(block: Block) -> str:
    """The block's text, as long as it was, with superscript citations and marks of citations turned to spaces."""
    text = block.text
    for mark in block.marks:
        if mark.kind == "citation" or (mark.kind == "superscript" and _cites(text, mark.start, mark.end)):
            text = text[: mark.start] + " " * (mark.end - mark.start) + text[mark.end :]
    return text


def _has_digit(text: str) -> bool:
    if text.encode("ascii", "replace").translate(None, _NO_DIGITS):
        return True
    return not text.isascii() and _DIGIT.search(text) is not None


def _cites(text: str, start: int, end: int) -> bool:
    return bool(_CITING.match(text[start:end].strip())) and not _POWERED.search(
        text[max(0, start - 3) : start]
    )
