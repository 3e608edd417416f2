"""The roles of JATS elements: by their titles first, then by the types that JATS4R and publishers give them."""

from __future__ import annotations

from casewright.document.headings import likely_role, role_of
from casewright.document.roles import ROLES, part_of
from casewright.read.jats_text import element_text
from casewright.read.xml import Element, name

_SECTIONS = {
    "intro": "introduction",
    "introduction": "introduction",
    "cases": "case",
    "case": "case",
    "case-report": "case",
    "methods": "methods",
    "results": "results",
    "discussion": "discussion",
    "conclusion": "conclusion",
    "conclusions": "conclusion",
    "core-tip": "core_tip",
    "supplementary-material": "supplement",
    "data-availability": "statements.data",
    "coi-statement": "statements.conflicts",
    "ethics-statement": "statements.ethics",
    "ethics": "statements.ethics",
    "author-contributions": "statements.contributions",
    "funding-information": "statements.funding",
}
_ABSTRACTS = {
    "core-tip": "core_tip",
    "key-points": "learning_points",
    "highlights": "highlights",
    "author-highlights": "highlights",
    "plain-language-summary": "highlights",
}
_NOTES = {
    "coi-statement": "statements.conflicts",
    "conflict": "statements.conflicts",
    "financial-disclosure": "statements.funding",
    "supported-by": "statements.funding",
    "con": "statements.contributions",
}
_BACK = {
    "ack": "acknowledgements",
    "ref-list": "references",
    "glossary": "abbreviations",
    "app-group": "supplement",
    "boxed-text": "text",
    "fig": "legends",
    "fig-group": "legends",
    "table-wrap": "tables",
}
_IN_ABSTRACT = {
    "introduction": "abstract.background",
    "methods": "abstract.case",
    "case": "abstract.case",
    "results": "abstract.case",
    "discussion": "abstract.conclusion",
    "conclusion": "abstract.conclusion",
    "learning_points": "learning_points",
}
"""What a part of the text is called where it is told in the abstract."""

OTHER_ABSTRACTS = frozenset(("graphical", "teaser", "toc", "web-summary", "executive-summary"))
"""Types of abstracts that repeat the article for other uses; they are not part of the manuscript."""


def section_role(section: Element, within: str, beside: str = "") -> str:
    """The role of a `sec` in a section of role `within`; its title may name a part of the section `beside` it."""
    title = element_text(title_of(section))
    named = role_of(title, within) or role_of(title, beside)
    if within.startswith("abstract") and part_of(named) == "main":
        return _IN_ABSTRACT.get(named.partition(".")[0], within)
    own = named or _own_role(section) or _likely(title, within or beside) or within
    return own or _typed(section) or "text"


def _typed(section: Element) -> str:
    """The role that the type of a section or of notes tells."""
    kinds = (section.get("sec-type") or section.get("notes-type") or "").lower().split("|")
    return next((_SECTIONS[kind] for kind in kinds if kind in _SECTIONS), "")


def title_of(section: Element) -> Element | None:
    """The title of a section or of a box: its own, that of its caption, or a first paragraph in bold letters alone."""
    title = section.find("{*}title")
    if name(section) != "boxed-text" or title is not None:
        return title if element_text(title) else None
    title, first = section.find("{*}caption/{*}title"), section.find("{*}p")
    if title is None and first is not None:
        bold = element_text(first.find("{*}bold"))
        return first if bold and bold == element_text(first) else None
    return title


def _likely(title: str, within: str) -> str:
    """The role that the words of an unusual title point to: a part of the case in the case, others anywhere."""
    role = likely_role(title, within)
    if role.startswith("case"):
        return role if within.startswith("case") and role != "case" else ""
    return role if role == "learning_points" or part_of(role) == "back" else ""


def _own_role(part: Element) -> str:
    """The role that this program wrote into an element, whatever the journal calls the section; "" for others'."""
    kind = part.get("sec-type") or ""
    return kind if kind in ROLES else ""


def abstract_role(abstract: Element) -> str:
    """The role of an `abstract`: most are the abstract, some a core tip or learning points."""
    kind = (abstract.get("abstract-type") or "").lower()
    return _ABSTRACTS.get(kind) or role_of(element_text(abstract.find("{*}title"))) or "abstract"


def note_role(note: Element, otherwise: str) -> str:
    """The role of a footnote to the article: by its type, or by the name before its colon."""
    named = role_of(element_text(note)[:90].partition(":")[0])
    return _NOTES.get((note.get("fn-type") or "").lower()) or (
        named if named.startswith("statements") else otherwise
    )


def back_role(part: Element) -> str:
    """The role of a child of `back`; a title such as Methodology, of who did what, names no part of the text there."""
    named, own = role_of(element_text(title_of(part))), _own_role(part)
    if own and part_of(named) == "main":
        named = own
    typed = _typed(part)
    told = named or own or (typed if part_of(typed) == "back" else "")
    return told or _BACK.get(name(part), "statements")


def keywords_role(group: Element) -> str:
    """The role of a `kwd-group`: some journals list abbreviations in one."""
    kind = f"{group.get('kwd-group-type') or ''} {element_text(group.find('{*}title'))}"
    return "abbreviations" if "abbreviation" in kind.lower() else "keywords"
