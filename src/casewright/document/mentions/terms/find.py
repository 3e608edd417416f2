"""All terms of a reading."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from casewright.document.mentions.model import TermMention
from casewright.document.mentions.stretch import Stretch
from casewright.document.mentions.terms.care import find_organs, find_outcomes, find_procedures
from casewright.document.mentions.terms.found import Term
from casewright.document.mentions.terms.grades import find_grades
from casewright.document.mentions.terms.levels import find_levels
from casewright.document.mentions.terms.normality import find_normality
from casewright.document.mentions.terms.sexes import find_sexes
from casewright.document.mentions.terms.sides import find_sides
from casewright.document.mentions.terms.stains import find_stains

if TYPE_CHECKING:
    from casewright.document.reading import Reading

FINDERS: tuple[Callable[[str, frozenset[str]], Iterator[Term]], ...] = (
    find_sexes,
    find_sides,
    find_levels,
    find_organs,
    find_procedures,
    find_stains,
    find_grades,
    find_outcomes,
    find_normality,
)


def find_terms(reading: Reading) -> tuple[TermMention, ...]:
    """Every term, sentence by sentence, in order of place within each."""
    return tuple(mention for stretch in reading.stretches for mention in _in_stretch(stretch))


def _in_stretch(stretch: Stretch) -> Iterator[TermMention]:
    text = stretch.text
    terms = [term for finder in FINDERS for term in finder(text, stretch.words)]
    if not terms:
        return
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
            time=stretch.moments.at(term.start, term.end) if term.kind in ("normality", "grade", "outcome") else "",
        )
