"""Citations by author and year, and the entries of the reference list that they name."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from casewright.document.mentions.model import CitationMention
from casewright.document.reading import Reading
from casewright.document.roles import part_of
from casewright.patterns import lazily

_YEAR = lazily(r"(?<![\d-])(?:19|20)\d\d(?![\d-])")
_INSIDE = lazily(  # each work of `(Lee and Kim, 2014; Ono et al., 2019)`
    r"(?P<author>[A-ZÀ-Þ][\w’'-]{1,30})(?:\set\sal\.?,?|(?:,\s[A-ZÀ-Þ][\w’'-]{1,30})*,?\s(?:and|&)\s[A-ZÀ-Þ][\w’'-]{1,30},?|,)?"
    r"\s(?P<year>(?:19|20)\d\d)[a-z]?(?=\s?[;)])"
)
_FIRST = lazily(  # the name that begins an entry, behind its number and without `van der`
    r"[\[(]?\d*[\])]?\.?\s*(?:(?:[Vv][ao]n|[Dd](?:e[nlr]?|ella|[aiu]|os)|[Ll][ae]|[EeAa]l|[Tt]e[nr]?|zu|zur|[Ii]bn|[Bb]in)\s"
    r"(?=[^\W\d_]+\s?[^\W\d_]*[a-zà-ÿ]{2}))*([^\W\d_][\w’'-]*)"
)
_FEW = 4  # citations of a list that is cited by names: fewer may be years in brackets
_MOST = 0.7  # of the citations name a work of the list, where it is cited by names


class Named(NamedTuple):
    """A citation by author and year, a stretch of the reading."""

    author: str
    year: str
    block: int
    start: int
    end: int


class Entry(NamedTuple):
    """An entry of the reference list: its first author, the years printed in it, and its place."""

    author: str
    years: frozenset[str]
    block: int
    start: int
    end: int


class NamedCitations(NamedTuple):
    """What a manuscript cites by author and year; nothing where it cites by numbers, or was not read well."""

    cited: tuple[Named, ...]
    listed: tuple[Entry, ...]


def named_citations(reading: Reading) -> NamedCitations:
    """The citations by author and year with the list they refer to, where nearly all of them agree."""
    return reading.once(_named_citations)


def _named_citations(reading: Reading) -> NamedCitations:
    nothing = NamedCitations((), ())
    if not any(citation.author for citation in reading.citations):
        return nothing
    cited, listed = tuple(_cited(reading)), tuple(_listed(reading))
    known = {(entry.author, year) for entry in listed for year in entry.years}
    agreeing = sum((each.author, each.year) in known for each in cited)
    believed = len(cited) >= _FEW and len(listed) >= _FEW and agreeing >= _MOST * len(cited)
    return NamedCitations(cited, listed) if believed else nothing


def _cited(reading: Reading) -> Iterator[Named]:
    sure = [each for each in reading.citations if each.author]
    for number, (section, block) in enumerate(reading.blocks):
        if block.kind in ("reference", "heading") or part_of(section.role) in ("references", "back", "front"):
            continue
        inside = [
            Named(without_accents(match["author"]), match["year"], number, match.start(), match.end())
            for match in _INSIDE.finditer(block.text)
        ]
        yield from inside
        yield from (_of(each) for each in sure if each.block == number and not _among(each, inside))


def _of(citation: CitationMention) -> Named:
    return Named(
        without_accents(citation.author), str(citation.year), citation.block, citation.start, citation.end
    )


def _among(citation: CitationMention, found: list[Named]) -> bool:
    return any(each.start < citation.end and citation.start < each.end for each in found)


def _listed(reading: Reading) -> Iterator[Entry]:
    for number, (_, block) in enumerate(reading.blocks):
        if block.kind == "reference":
            first = first_author(block.text)
            years = frozenset(_YEAR.findall(block.text))
            if first and years:
                yield Entry(first, years, number, 0, min(len(block.text), 80))


def first_author(entry: str) -> str:
    """The name that begins an entry of a list, without accents, capitals and `van der`; "" where none does."""
    first = _FIRST.match(entry)
    return without_accents(first[1]) if first else ""


def without_accents(name: str) -> str:
    """A name without accents and capitals."""
    plain = unicodedata.normalize("NFKD", name.replace("’", "'"))
    return "".join(letter for letter in plain if not unicodedata.combining(letter)).lower()
