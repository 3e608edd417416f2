"""What the rules of this family ask of a reading: numbered citations in running text, and the reference list."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from casewright.document.mentions.model import CitationMention
from casewright.document.reading import Reading
from casewright.document.roles import part_of
from casewright.patterns import lazily

_DOI = lazily(
    r"(?:doi:?\s*|doi\.org/|(?<![\w./-]))(10\.\d{4,9}/(?:\([^\s()]*\)|[^\s()\[\]<>,;])+)", re.IGNORECASE
)
_PMID = lazily(r"PMID:?\s*(\d{5,8})\b", re.IGNORECASE)
_NO_WORK = (
    "Copyright",
    "©",
    "Articles from",
    "This article",
    "Publisher",
)  # lines below the list on web pages
_ENOUGH = 8  # different numbers: so many digits behind words do not rise from 1 by chance
_LISTED = 5  # entries of a list that is cited from the first to the last
_YEAR = lazily(r"\b(?:19|20)\d\d\b(?![-–])")
_LINK = lazily(r"(?:https?://|doi:?\s?)\S+", re.IGNORECASE)
_ADDRESS = lazily(r"https?://([^\s\])>,;]+)")
_VISITED = lazily(r"\b(?:accessed|available (?:from|at|on)|retrieved|cited \d{4}|database)\b", re.IGNORECASE)
_TITLE_SHORT = 15  # characters: shorter ones are no titles
_TITLE_LEAST = 30  # characters: shorter titles ("Editorial") are shared by different works


class Reference(NamedTuple):
    """One entry of the reference list, a stretch of the reading: its number, and what identifies the work."""

    number: int
    block: int
    start: int
    end: int
    doi: str
    pmid: str
    text: str


def numbered(reading: Reading) -> list[CitationMention]:
    """The numbered citations in running text, in reading order."""
    return [
        citation
        for citation in reading.citations
        if citation.numbers and part_of(citation.role) in ("abstract", "core_tip", "main", "comments")
    ]


def is_plain(reading: Reading, citation: CitationMention) -> bool:
    """Whether the citation is printed as one: marked, raised or in brackets, not digits flattened into the text."""
    if citation.text[:1] in "[(":
        return True
    block = reading.blocks[citation.block][1]
    return any(
        m.kind in ("citation", "superscript") and m.start <= citation.start < m.end for m in block.marks
    )


def words_before(reading: Reading, citation: CitationMention) -> str:
    """The words of its sentence that lead to a citation, from the citation before it on."""
    start = max(
        reading.sentences[citation.sentence].start,
        *(
            each.end
            for each in reading.citations
            if each.block == citation.block and each.end <= citation.start
        ),
        0,
    )
    return reading.blocks[citation.block][1].text[start : citation.start]


def well_read(reading: Reading) -> bool:
    """Whether the citations can be trusted to be all of the text: printed as such, or, where their digits were
    flattened into the text, numbered from 1 on in the order of the text, but for a few."""
    citations = numbered(reading)
    if len(citations) < 3 or all(is_plain(reading, citation) for citation in citations):
        return len(citations) >= 3
    firsts = list(dict.fromkeys(number for citation in citations for number in citation.numbers))
    falling = sum(later < earlier for earlier, later in pairwise(firsts))
    return len(firsts) >= _ENOUGH and falling <= 1 and len(firsts) + 2 >= max(firsts)


def goes_through(reading: Reading) -> bool:
    """Whether digits flattened behind words name nearly the whole reference list, in order but for a slip."""
    listed = {reference.number for reference in references(reading)}
    firsts = list(dict.fromkeys(number for citation in numbered(reading) for number in citation.numbers))
    falling = sum(later < earlier for earlier, later in pairwise(firsts))
    missing = len(listed - set(firsts))
    return (
        len(listed) >= _LISTED and listed == set(range(1, len(listed) + 1)) and falling <= 1 and missing <= 2
    )


def is_sure(reading: Reading, citation: CitationMention) -> bool:
    """Whether a number can be nothing but a citation: printed as one, or behind a stop where all others are."""
    if is_plain(reading, citation):
        return True
    text = reading.blocks[citation.block][1].text
    return text[max(0, citation.start - 1) : citation.start] in ".,;:" and goes_through(reading)


def may_be_cited(reading: Reading, number: int) -> bool:
    """Whether digits that touch the word before them may be a citation of this number that was not read."""
    glued = re.compile(rf"(?<=[A-Za-z.,;:)\]”\"’'–-]){number}(?![\d%]|[.,]\d)")
    return any(
        block.kind != "reference" and glued.search(block.text) is not None for _, block in reading.blocks
    )


def cited_anywhere(reading: Reading) -> set[int]:
    """The numbers cited in the text, the tables or the legends."""
    return {number for citation in reading.citations for number in citation.numbers}


def references(reading: Reading) -> list[Reference]:
    """The numbered entries of the reference list, in order, as far as one was read."""
    return reading.once(_references)


def _references(reading: Reading) -> list[Reference]:
    return [
        _reference(block, int(number), text)
        for block, key, text in (
            (n, b.key, b.text) for n, (_, b) in enumerate(reading.blocks) if b.kind == "reference"
        )
        if (number := key if key.isdigit() else _leading_number(text)) and not text.startswith(_NO_WORK)
    ]


def _leading_number(text: str) -> str:
    """The printed number of an entry whose key is that of the bibliography."""
    match = re.match(r"\[?(\d{1,3})\b", text)
    return match[1] if match else ""


def _reference(block: int, number: int, text: str) -> Reference:
    doi, pmid = _DOI.search(text), _PMID.search(text)
    return Reference(
        number,
        block,
        0,
        min(len(text), 80),
        doi[1].rstrip(".").lower() if doi else "",
        pmid[1] if pmid else "",
        text,
    )


def is_whole(listed: list[Reference]) -> bool:
    """Whether the numbers of a list run from 1 on: it was read from end to end."""
    return bool(listed) and [each.number for each in listed] == list(range(1, len(listed) + 1))


def work_of(reference: Reference) -> str:
    """The first author and the title, in small letters and digits: "Volvulus of the colon" is the title of many works.

    The title is the first stretch of running words, which names are not. With a short one the years count too.
    """
    text = _LINK.sub("", reference.text)
    first = re.match(r"[\[(]?\d*[\])]?\.?\s*([^\s,.]+)", text)
    for part in re.split(r"(?:[.?!:]|\(\d{4}\)) |[.;:]\d| (?=(?:19|20)\d\d;)", text):
        words = part.split()
        title = re.sub(r"[^a-z0-9]+", " ", part.lower()).strip()
        if (
            len(title) >= _TITLE_SHORT
            and sum(word.islower() for word in words) >= len(words) // 2
            and len(words) > 2
        ):
            years = "" if len(title) >= _TITLE_LEAST else " ".join(sorted(set(_YEAR.findall(text))))
            return f"{first[1].lower() if first else ''} {title} {years}".rstrip()
    return ""


def page_of(reference: Reference) -> str:
    """The address of a page that was visited, in small letters; "" where the entry is no page."""
    address = _ADDRESS.search(reference.text) if _VISITED.search(reference.text) else None
    return address[1].rstrip("./").lower() if address else ""
