"""CW409."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import ClassVar, NamedTuple

from casewright.check.finding import Finding, Severity
from casewright.check.rules.citations.citing import (
    Reference,
    is_plain,
    is_whole,
    numbered,
    references,
    words_before,
)
from casewright.check.rules.citations.named import first_author, without_accents
from casewright.check.spotting import found
from casewright.document.mentions.model import CitationMention
from casewright.document.reading import Reading
from casewright.patterns import lazily

_AUTHORS = lazily(  # `Lee et al.`, `Lee and colleagues`, `Lee and Kim`
    r"(?P<first>[A-ZÀ-Þ](?<![\w’'-].)[\w’'-]{2,30})"
    r"(?P<others> et al\b\.?| (?:and|&) (?:co-?workers|colleagues|associates)\b)?"
    r"(?(others)| (?:and|&) [A-ZÀ-Þ][\w’'-]{2,30})"
)
_BY = lazily(r"\bby (?P<first>[A-ZÀ-Þ][\w’'-]{2,30})(?P<others>)?\W{0,2}\Z")
_PERSON = lazily(  # a surname with initials: `Lee CH`, `Lee, C. H.`, `van der Berg J`
    r"\A\W*(?:\d+\W+)?(?:[a-zß-ÿ’']+\s){0,3}[A-ZÀ-Þ][\w’'-]+(?:\s[A-ZÀ-Þ][\w’'-]+)?,?\s(?:[A-ZÀ-Þ]{1,3}\b|[A-ZÀ-Þ]\.)"
)
_BESIDE = 3  # characters between a name and the citation beside it: `Lee et al.,[`
_ALIKE = 0.75  # likeness of two spellings of one name
_REACH = 80  # characters between a name and the citation behind what its work is said to show


class CitationOfAnotherAuthor:
    """An author is named in the text, and the number cited there is that of somebody else's work.

    Why it is bad
        The reader looks the work up and finds another one. Mostly a reference was added, and the numbers behind it
        were not moved.

    Example
        Weller et al[4] used a graft. ... 3. Weller B, Onslow T. Grafts of the hand. 4. Pryor C. Splints of the hand.

    Write instead
        Weller et al[3] used a graft.

    Source
        ICMJE Recommendations, Preparing a Manuscript, References: a reference is identified by its number. Said only
        where the list was read from its first number to its last.
    """

    code: ClassVar[str] = "CW409"
    name: ClassVar[str] = "citation-of-another-author"
    severity: ClassVar[Severity] = "warning"

    def check(self, reading: Reading) -> Iterator[Finding]:
        """A finding at each citation behind a name that stands in none of the references cited in the sentence."""
        listed = references(reading)
        if not is_whole(listed):
            return
        for citation in numbered(reading):
            named = _named_before(reading, citation) if is_plain(reading, citation) else None
            if named is None:
                continue
            cited = citation.numbers if named.beside else _cited_with(reading, citation)
            own = [each for each in listed if first_author(each.text) == named.name]
            if max(cited) > len(listed) or _of(named.name, [listed[n - 1] for n in cited]):
                continue
            if not (own or (named.beside and named.alone)):
                continue
            theirs = listed[citation.numbers[0] - 1]
            if not _PERSON.match(theirs.text):
                continue  # a society's, a title's, or still to be identified
            whose = f"; reference {own[0].number} is by {named.printed}" if own else ""
            message = (
                f"reference {theirs.number} is cited for {named.printed}, who is not among its authors{whose}"
            )
            if not own and (meant := _spelled(theirs, named.name)):
                message = f"{named.printed} is spelled {meant} in reference {theirs.number}"
            hint = "correct the number, or the name"
            yield found(self, reading, citation, message, hint, [theirs, *own[:1]])


class _Named(NamedTuple):
    """An author named before a citation."""

    name: str  # in small letters
    printed: str
    beside: bool  # whether the citation stands at the name
    alone: bool  # `Lee et al.`: two names may be those of a syndrome


def _named_before(reading: Reading, citation: CitationMention) -> _Named | None:
    """The author named last between a citation and the one before it in the sentence."""
    before = words_before(reading, citation).rstrip("([ ")
    last = next(reversed([*_AUTHORS.finditer(before)]), None) or _BY.search(before)
    if last is None or len(before) - last.end() > _REACH:
        return None
    beside = len(before) - last.end() <= _BESIDE
    return _Named(without_accents(last["first"]), last["first"], beside, bool(last["others"]))


def _spelled(entry: Reference, name: str) -> str:
    """The first author as an entry prints the name, where it is another spelling of `name`; "" where it is not."""
    author = first_author(entry.text)
    if SequenceMatcher(None, author, name, autojunk=False).ratio() < _ALIKE:
        return ""
    words = (word.strip(".,;[]()") for word in entry.text.split())
    return next((word for word in words if without_accents(word) == author), "")


def _cited_with(reading: Reading, citation: CitationMention) -> list[int]:
    """The numbers of all citations in its sentence."""
    return [
        number
        for each in numbered(reading)
        if each.block == citation.block and each.sentence == citation.sentence
        for number in each.numbers
    ]


def _of(name: str, entries: list[Reference]) -> bool:
    return any(name in without_accents(entry.text) for entry in entries)
