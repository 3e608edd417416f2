"""The entries of a JATS reference list, as a list prints them."""

from __future__ import annotations

from casewright.read.inline import Inline
from casewright.read.jats_text import IDENTIFIERS, Labels, element_text, write_inline
from casewright.read.xml import Element, name

_FIELDS = frozenset(("element-citation", "nlm-citation"))
_TITLES = ("article-title", "source")
_FEW = 2  # fields: a citation of fewer may be a name and a link
_PEOPLE = ("name", "string-name", "collab", "etal")
_LEADS = {
    "person-group": ". ",
    **dict.fromkeys(_PEOPLE, ", "),
    **dict.fromkeys(("article-title", "chapter-title", "source", "edition", "publisher-loc"), ". "),
    "publisher-name": ": ",
    "year": " ",
    "volume": ";",
    "issue": "(",
    "fpage": ":",
    "elocation-id": ":",
    "lpage": "-",
    "comment": ". ",
    "pub-id": ". ",
}
"""The fields in the order in which they are printed, each with the signs that part it from the one before."""
_ORDER = {kind: at for at, kind in enumerate(_LEADS)}


def write_reference(reference: Element, inline: Inline, labels: Labels) -> None:
    """Writes the label and the citation of a `ref`; of one in several forms the form with its own signs."""
    for part in reference.iterchildren("{*}*"):
        forms = list(part.iterchildren("{*}*")) if name(part) == "citation-alternatives" else [part]
        form = next((each for each in forms if name(each) == "mixed-citation"), forms[0] if forms else part)
        if name(form) in _FIELDS or _has_no_signs(form):
            _write_fields(form, inline, labels)
        else:
            write_inline(form, inline, labels)
        inline.write(" ")


def _has_no_signs(citation: Element) -> bool:
    """Whether a mixed citation is nothing but fields, though it ought to be written as it is printed."""
    fields = list(citation.iterchildren("{*}*"))
    told = [citation.text, *(field.tail for field in fields)]
    return (
        len(fields) > _FEW and any(name(field) in _TITLES for field in fields) and not any(map(_said, told))
    )


def _said(text: str | None) -> bool:
    return bool(text and text.strip())


def _write_fields(citation: Element, inline: Inline, labels: Labels) -> None:
    """Writes a citation that has fields and no signs between them: `Lee A, Ono B. Cysts. J Hand 2011;3(1):5-9`."""
    before = ""
    last = len(_ORDER) - 1.5  # what has no place of its own stands before the identifiers
    for field in sorted(citation.iterchildren("{*}*"), key=lambda each: _ORDER.get(name(each), last)):
        kind = name(field)
        if not element_text(field) and kind != "etal":
            continue
        lead = _LEADS.get(kind, ". ")
        if before:
            inline.separate(lead[1:] if lead[0] == "." and before.endswith((".", "?", "!")) else lead)
        more = kind == "etal" or field.find("{*}etal") is not None
        before = "et al" if more else element_text(field)
        if kind == "person-group":
            _write_people(field, inline, labels)
        elif kind == "etal":
            inline.write("et al")
        else:
            inline.write(IDENTIFIERS.get(field.get("pub-id-type") or "", "") if kind == "pub-id" else "")
            write_inline(field, inline, labels)
        if kind == "issue":
            inline.separate(")")


def _write_people(group: Element, inline: Inline, labels: Labels) -> None:
    people = [each for each in group.iterchildren("{*}*") if name(each) in _PEOPLE]
    for number, person in enumerate(people):
        if number:
            inline.separate(", ")
        if name(person) == "etal":
            inline.write("et al")
        else:
            write_inline(person, inline, labels)
