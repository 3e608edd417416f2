"""All terms of a reading."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from casewright.document.mentions.model import TermMention
from casewright.document.mentions.stretch import Stretch
from casewright.document.mentions.terms.care import (
    find_organs,
    find_outcomes,
    find_procedures,
    speaks_of_disease,
    speaks_of_end,
    speaks_of_procedure,
)
from casewright.document.mentions.terms.found import Term
from casewright.document.mentions.terms.grades import find_grades, speaks_of_grade
from casewright.document.mentions.terms.levels import find_levels, speaks_of_spine
from casewright.document.mentions.terms.normality import find_normality, speaks_of_normality
from casewright.document.mentions.terms.sexes import find_sexes, speaks_of_sex
from casewright.document.mentions.terms.sides import find_sides, speaks_of_side
from casewright.document.mentions.terms.stains import find_stains, speaks_of_result

if TYPE_CHECKING:
    from casewright.document.reading import Reading

# Every finder, with the words without which a sentence is none of its business.
FINDERS: tuple[tuple[Callable[[str], bool], Callable[[str], Iterator[Term]]], ...] = (
    (speaks_of_sex, find_sexes),
    (speaks_of_side, find_sides),
    (speaks_of_spine, find_levels),
    (speaks_of_disease, find_organs),
    (speaks_of_procedure, find_procedures),
    (speaks_of_result, find_stains),
    (speaks_of_grade, find_grades),
    (speaks_of_end, find_outcomes),
    (speaks_of_normality, find_normality),
)


class _Concerns(dict[str, int]):
    """The finders that a word concerns, as bits; each word is looked up once."""

    def __missing__(self, word: str) -> int:
        if len(self) > 50_000:  # a text of random letters must not fill the memory
            self.clear()
        bits = sum(1 << number for number, (concerns, _) in enumerate(FINDERS) if concerns(word))
        self[word] = bits
        return bits


_CONCERNS = _Concerns()


def find_terms(reading: Reading) -> tuple[TermMention, ...]:
    """Every term, sentence by sentence, in order of place within each."""
    return tuple(mention for stretch in reading.stretches for mention in _in_stretch(stretch))


def _in_stretch(stretch: Stretch) -> Iterator[TermMention]:
    bits = 0
    for word in stretch.words:
        bits |= _CONCERNS[word]
    if not bits:
        return
    text = stretch.text
    terms = [
        term for number, (_, finder) in enumerate(FINDERS) if bits >> number & 1 for term in finder(text)
    ]
    terms.sort(key=lambda term: term.start)
    for term in terms:
        yield TermMention(
            block=stretch.sentence.block,
            start=stretch.offset + term.start,
            end=stretch.offset + term.end,
            sentence=stretch.sentence.index,
            text=text[term.start : term.end],
            role=stretch.section.role,
            subject=term.subject or stretch.whose.at(term.start, term.end, aged=term.kind == "sex"),
            negated=term.negated,
            kind=term.kind,
            value=term.value,
            of=term.of,
            time=stretch.moments.at(term.start, term.end)
            if term.kind in ("normality", "grade", "outcome")
            else "",
        )
