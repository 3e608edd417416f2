"""The reference list of a manuscript as entries of refs.bib: what is read with certainty, and what is not.

JATS names every part of an entry (https://jats.nlm.nih.gov/publishing/tag-library/1.1/element/element-citation.html).
An entry in words is taken over where all of it has the form that ICMJE recommends for articles: authors by family name
and initials, title, journal, year, volume, pages.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from casewright.document.model import Block
from casewright.read.xml import Element, name

MOST = 2_000  # entries of a reference list
LONGEST = 2_000  # characters of an entry in words

_DOI = re.compile(r"\b(10\.\d{4,9}/[^\s\]\[<>\"{}]{1,200})")
_PMID = re.compile(r"\bPMID:? ?(\d{4,8})\b")
_PMCID = re.compile(r"\b(PMC\d{4,8})\b")
NUMBER = re.compile(r"\s*\[?\d{1,4}[\].)]*\s+")
_TAIL = re.compile(
    r"(?P<year>(?:19|20)\d\d)(?: [A-Z][a-z]{2,8}(?: \d{1,2})?)?[;:,] ?(?P<volume>\d{1,4})"
    r"(?: ?\((?P<number>[^()]{1,20})\))? ?[:,] ?(?P<pages>[A-Za-z]?\d{1,7}(?:[-–][A-Za-z]?\d{1,7})?)"
)
_AUTHOR = re.compile(r"(?P<family>[^\W\d_][^\d,;:.]{0,40}) (?P<initials>[A-Z](?:-?[A-Z]){0,3})")
_INITIALS = re.compile(r"[A-Z](?:-?[A-Z]){0,3}")
_FIELDS = ("author", "title", "journal", "booktitle", "publisher", "year", "volume", "number", "pages", "doi", "pmid",
           "pmcid")  # fmt: skip
_PUBLIC = {"doi": "doi", "pmid": "pmid", "pmc": "pmcid", "pmcid": "pmcid"}


@dataclass(frozen=True, slots=True)
class Work:
    """One entry: its printed number, its kind in BibTeX, and its fields as they stand there."""

    printed: str
    kind: str = "article"
    authors: tuple[tuple[str, str], ...] = ()  # family name and given names, or a body and ""
    more_authors: bool = False
    fields: dict[str, str] = field(default_factory=dict)
    key: str = ""


def of_jats(root: Element) -> tuple[list[Work], list[str]]:
    """The works of a JATS reference list, and the printed numbers of those that are not read with certainty."""
    works, unsure = [], []
    for number, ref in enumerate(list(root.iter("{*}ref"))[:MOST], 1):
        label = ref.find("{*}label")
        printed = re.sub(r"\D", "", "".join(label.itertext())) if label is not None else ""
        cited = list(ref.iter("{*}element-citation", "{*}mixed-citation"))
        work = _of_citation(cited[0], printed or str(number)) if len(cited) == 1 else None
        if work is None:
            unsure.append(printed or str(number))
        else:
            works.append(work)
    return keyed(works), unsure


def of_blocks(blocks: Iterable[Block]) -> tuple[list[Work], list[str]]:
    """The same of a list in words."""
    works, unsure = [], []
    for number, block in enumerate(blocks, 1):
        if block.kind != "reference" or number > MOST:
            continue
        printed = block.key or str(number)
        work = _of_words(block.text[:LONGEST], printed)
        if work is None:
            unsure.append(printed)
        else:
            works.append(work)
    return keyed(works), unsure


def unread(printed: str, text: str) -> Work:
    """A work of which nothing is certain but its entry."""
    return Work(printed, "misc", fields={"title": text}, key=f"reference{printed}")


def bibtex(works: Sequence[Work], source: str, words: Mapping[str, str] | None = None) -> str:
    """The entries as BibTeX, each with the number that it had, and the words that it had where `words` give them."""
    return "\n".join(_entry(work, source, (words or {}).get(work.key, "")) for work in works)


def keyed(works: Iterable[Work]) -> list[Work]:
    """The same, each with a key of its own: family name and year, `lee2007`, `lee2007b`."""
    found: dict[str, Work] = {}
    for work in works:
        first = work.authors[0][0] if work.authors else work.fields.get("title", "").partition(" ")[0]
        plain = unicodedata.normalize("NFKD", first).encode("ascii", "ignore").decode().lower()
        stem = (re.sub(r"[^a-z]", "", plain) or "work") + work.fields.get("year", "")[:4]
        names = (
            stem,
            *(f"{stem}{chr(letter)}" for letter in range(ord("b"), ord("z") + 1)),
            f"{stem}{len(found)}",
        )
        key = next(name for name in names if name not in found)
        found[key] = replace(work, key=key)
    return list(found.values())


def _of_citation(cited: Element, printed: str) -> Work | None:
    """An article or a book whose elements are all named; None where title, source or year is not."""
    title, source, year = (_words(cited.find(f"{{*}}{part}")) for part in ("article-title", "source", "year"))
    is_article = cited.get("publication-type", "journal") == "journal" and bool(title)
    is_book = cited.get("publication-type") == "book" and not title
    if not (is_article or is_book) or not source or not re.fullmatch(r"(?:1[89]|20)\d\d[a-z]?", year):
        return None
    if is_article:
        fields = {"title": title, "journal": source}
    else:
        fields = {"title": source, "publisher": _words(cited.find("{*}publisher-name"))}
    first, last = _words(cited.find("{*}fpage")), _words(cited.find("{*}lpage"))
    pages = f"{first}--{last}" if first and last and last != first else first
    fields |= {
        "year": year[:4],
        "volume": _words(cited.find("{*}volume")),
        "number": _words(cited.find("{*}issue")),
        "pages": pages or _words(cited.find("{*}elocation-id")),
    }
    for one in cited.iter("{*}pub-id"):
        if kind := _PUBLIC.get(str(one.get("pub-id-type"))):
            fields[kind] = _words(one)
    authors, more = _people(cited)
    kind = "article" if is_article else "book"
    return Work(printed, kind, authors, more, {key: value for key, value in fields.items() if value})


def _people(cited: Element) -> tuple[tuple[tuple[str, str], ...], bool]:
    groups = [g for g in cited.iter("{*}person-group") if g.get("person-group-type", "author") == "author"]
    authors: list[tuple[str, str]] = []
    for group in groups or [cited]:
        for one in group:
            if name(one) in ("name", "string-name") and (family := _words(one.find("{*}surname"))):
                authors.append((family, _given(_words(one.find("{*}given-names")))))
            elif name(one) == "collab":
                authors.append((_words(one), ""))
    behind = " ".join(
        str(one.tail or "") for one in cited.iter("{*}name", "{*}string-name", "{*}person-group")
    )
    return tuple(authors), next(cited.iter("{*}etal"), None) is not None or "et al" in behind


def _of_words(text: str, printed: str) -> Work | None:
    """An article in the form that ICMJE recommends; None where any part of it has another form."""
    tails = list(_TAIL.finditer(text))
    if len(tails) != 1:
        return None
    tail = tails[0]
    head = text[: tail.start()]
    if number := NUMBER.match(head):
        head = head[number.end() :]
    people, stop, rest = head.partition(": " if ": " in head.partition(". ")[0] else ". ")
    rest = rest.rstrip(" .,")
    title, end, journal = rest.rpartition("? " if rest.rfind("? ") > rest.rfind(". ") else ". ")
    authors = _authors(people)
    is_whole = stop and end and journal.strip() and len(journal) <= 80
    if not (is_whole and authors) or len(title.rpartition(". ")[2].split()) < 3:
        return None  # the short sentence may be of a journal's name: N. Engl. J. Med.
    fields = {
        "title": title.strip() + ("?" if end == "? " else ""),
        "journal": journal.strip(),
        "year": tail["year"],
        "volume": tail["volume"],
        "number": tail["number"] or "",
        "pages": tail["pages"].replace("–", "-").replace("-", "--"),
    }
    for kind, pattern in (("doi", _DOI), ("pmid", _PMID), ("pmcid", _PMCID)):
        if found := pattern.search(text, tail.end()):
            fields[kind] = found[1].rstrip(".,;)")
    return Work(
        printed, "article", authors[0], authors[1], {key: value for key, value in fields.items() if value}
    )


def _authors(text: str) -> tuple[tuple[tuple[str, str], ...], bool] | None:
    """Family names and initials, and whether `et al` follows; None where one of them has another form."""
    names = [one.strip() for one in re.split(r"[,;]", text) if one.strip()]
    more = bool(names) and names[-1].lower().rstrip(".") in ("et al", "and others")
    found = []
    for one in names[:-1] if more else names:
        match = _AUTHOR.fullmatch(one)
        if match is None:
            return None
        found.append((match["family"], _given(match["initials"])))
    return (tuple(found), more) if found else None


def _given(names: str) -> str:
    """Initials apart, as BibTeX wants them: `S S`, `J-H`; names as they are."""
    if not _INITIALS.fullmatch(names):
        return names
    return " ".join(re.findall("-?[A-Z]", names)).replace(" -", "-")


def _words(element: Element | None) -> str:
    return " ".join("".join(element.itertext()).split())[:LONGEST] if element is not None else ""


def _entry(work: Work, source: str, words: str) -> str:
    people = " and ".join(
        f"{_escaped(family)}, {_escaped(given)}" if given else f"{{{_escaped(family)}}}"
        for family, given in work.authors
    )
    if people and work.more_authors:
        people += " and others"
    fields = {"author": people, **{key: _escaped(value) for key, value in work.fields.items()}}
    if "title" in fields:
        fields["title"] = f"{{{fields['title']}}}"  # in the letters in which it stood
    fields["verification"] = f"read from {_escaped(source)}: compare it with the record of the work"
    fields["annotation"] = _escaped(words)
    named = [field for field in (*_FIELDS, "annotation", "verification") if fields.get(field)]
    lines = [f"  {field:12} = {{{fields[field]}}}" for field in named]
    return (
        f"% number {work.printed} of the imported list\n@{work.kind}{{{work.key},\n"
        + ",\n".join(lines)
        + "\n}\n"
    )


def _escaped(text: str) -> str:
    """Plain words as BibTeX has them; braces and backslashes, which it could not hold, are left out."""
    return re.sub(r"([&%$#_])", r"\\\1", re.sub(r"[{}\\]", "", text))
