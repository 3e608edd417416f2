"""Front matter as JATS: what the title page, the abstract and the core tip say, in the order that the DTD wants."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casewright.document.roles import part_of
from casewright.document.tree import Node, value_of
from casewright.journal.model import Profile
from casewright.write.front import run_in, split_list, without_run_in
from casewright.write.jats_body import BlockWriter
from casewright.write.jats_text import add_inlines, child
from casewright.write.nodes import heading_of, lines

if TYPE_CHECKING:
    from lxml.etree import _Element

# https://jats.nlm.nih.gov/publishing/tag-library/1.1/attribute/fn-type.html
NOTE_TYPES = {
    "statements.conflicts": "conflict",
    "statements.funding": "supported-by",
    "statements.contributions": "con",
}
OWN_ELEMENTS = {"title", "running_title", "authors", "keywords", "core_tip", "abstract"}


def write_front(front: _Element, sections: list[Node], profile: Profile, blocks: BlockWriter) -> None:
    """Journal and article metadata from the sections that stand before the text."""
    _journal(child(front, "journal-meta"), profile)
    meta = child(front, "article-meta")
    of_role: dict[str, list[Node]] = {role: [] for role in OWN_ELEMENTS}
    notes: list[Node] = []
    for node in sections:
        role = value_of(node, "role").partition(".")[0]
        (of_role[role] if role in OWN_ELEMENTS else notes).append(node)
    categories = child(meta, "article-categories")
    child(child(categories, "subj-group", subj_group_type="heading"), "subject", "Case Report")
    _titles(child(meta, "title-group"), of_role["title"], of_role["running_title"])
    _authors(meta, of_role["authors"])
    _notes(meta, notes)
    child(child(meta, "pub-date", date_type="pub"), "year")  # not yet known; the DTD wants the element
    for node in of_role["abstract"]:
        blocks.content(child(meta, "abstract"), node["c"][1], titled=False)
    for node in of_role["core_tip"]:
        blocks.content(child(meta, "abstract", abstract_type="core-tip"), node["c"][1], titled=False)
    for node in of_role["keywords"]:
        _keywords(meta, node["c"][1])


def _journal(meta: _Element, profile: Profile) -> None:
    child(meta, "journal-id", profile.id, journal_id_type="publisher-id")
    child(child(meta, "journal-title-group"), "journal-title", profile.journal)
    child(meta, "issn", profile.issn)  # the DTD wants the element, whether or not the profile states one


def _titles(group: _Element, titles: list[Node], running: list[Node]) -> None:
    found = [line for node in titles for line in lines(node["c"][1])]
    add_inlines(child(group, "article-title"), found[0] if found else [])
    for line in found[1:]:
        add_inlines(child(group, "subtitle"), line)
    for node in running:
        for line in lines(node["c"][1], headings=False):
            add_inlines(child(group, "alt-title", alt_title_type="running-head"), without_run_in(line))


def _authors(meta: _Element, sections: list[Node]) -> None:
    """Names as printed, which do not say what is the surname; then the lines of affiliations."""
    found = [line for node in sections for line in lines(node["c"][1])]
    if not found:
        return
    group = child(meta, "contrib-group")
    for name in split_list(without_run_in(found[0]), ","):
        add_inlines(child(child(group, "contrib", contrib_type="author"), "collab"), name)
    for line in found[1:]:
        add_inlines(
            child(child(group, "aff"), "addr-line"), line
        )  # which takes a fact; `aff` itself takes none


def _notes(meta: _Element, sections: list[Node]) -> None:
    """Statements and how to reach the authors, as they are printed on the title page."""
    found = [(value_of(node, "role"), line) for node in sections for line in lines(node["c"][1])]
    if not found:
        return
    notes = child(meta, "author-notes")
    for role, line in found:
        if part_of(role) == "front":
            add_inlines(child(notes, "corresp"), line)
        else:
            add_inlines(child(child(notes, "fn", fn_type=NOTE_TYPES.get(role, "other")), "p"), line)


def _keywords(meta: _Element, blocks: list[Node]) -> None:
    heading = heading_of(blocks)
    for line in lines(blocks, headings=False):
        group = child(meta, "kwd-group", kwd_group_type="author")
        title = run_in(line) or (heading["c"][2] if heading else [])
        if title:
            add_inlines(child(group, "title"), title)
        for word in split_list(without_run_in(line), ";"):
            add_inlines(child(group, "kwd"), word, links=False)
