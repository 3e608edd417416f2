"""A Document as JATS: Journal Publishing Tag Set 1.1 (https://jats.nlm.nih.gov/publishing/1.1/), a case report.

Where JATS says by an element what the manuscript says by a label (`Running title:`, `Key words:` and the semicolons
between them), the element says it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from casewright.document.model import Document
from casewright.document.roles import part_of
from casewright.journal.model import Profile
from casewright.write.images import Images
from casewright.write.jats_body import BlockWriter
from casewright.write.jats_references import write_references
from casewright.write.jats_text import XLINK, add_inlines, child
from casewright.write.nodes import (
    Node,
    attributes,
    blocks_of,
    heading_of,
    is_section,
    lines,
    plain,
    split_list,
    without_run_in,
)

if TYPE_CHECKING:
    from lxml.etree import _Element

PUBLIC = "-//NLM//DTD JATS (Z39.96) Journal Publishing DTD v1.1 20151215//EN"
DOCTYPE = f'<!DOCTYPE article PUBLIC "{PUBLIC}" "JATS-journalpublishing1.dtd">'
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
# https://jats.nlm.nih.gov/publishing/tag-library/1.1/attribute/fn-type.html
NOTE_TYPES = {
    "statements.conflicts": "conflict",
    "statements.funding": "supported-by",
    "statements.contributions": "con",
}


def write_jats(document: Document, profile: Profile, images: Images, works: Mapping[str, Any]) -> bytes:
    """The article.

    Images are named by the paths that the case gives them; `images` tells their media types. `works` are the works of
    the bibliography by key, as `Pandoc.read_bibliography` gives them.
    """
    from lxml.etree import Element, tostring

    article = Element("article", {"article-type": "case-report", "dtd-version": "1.1"}, nsmap={"xlink": XLINK})
    article.set(LANGUAGE, profile.language)
    sections = list(_top(blocks_of(document.ast)))
    front = child(article, "front")
    _journal(front, profile)
    blocks = BlockWriter(images)
    in_front = _front_sections(sections)
    _article_meta(child(front, "article-meta"), in_front, blocks)
    rest = [node for node in sections if node not in in_front]
    _body_and_back(article, rest, blocks, works)
    return bytes(tostring(article, xml_declaration=True, encoding="UTF-8", doctype=DOCTYPE))


def _role(node: Node) -> str:
    return attributes(node).values.get("role", "text")


def _top(blocks: list[Node]) -> Iterator[Node]:
    """The sections of the manuscript; blocks outside any stand in one of their own."""
    for node in blocks:
        if is_section(node):
            yield node
        else:
            yield {"t": "Div", "c": [["", ["section"], [["role", "text"]]], [node]]}


def _front_sections(sections: list[Node]) -> list[Node]:
    """What goes before the body: front matter, abstract, core tip, and statements printed among these."""
    first_text = next((n for n, node in enumerate(sections) if part_of(_role(node)) == "main"), len(sections))
    front = {"front", "abstract", "core_tip"}
    return [
        node
        for n, node in enumerate(sections)
        if part_of(_role(node)) in front or (n < first_text and part_of(_role(node)) == "back")
    ]


def _journal(front: _Element, profile: Profile) -> None:
    meta = child(front, "journal-meta")
    child(meta, "journal-id", profile.id, journal_id_type="publisher-id")
    child(child(meta, "journal-title-group"), "journal-title", profile.name)
    child(meta, "issn")


def _article_meta(meta: _Element, sections: list[Node], blocks: BlockWriter) -> None:
    """Front matter, in the order that the DTD wants, whatever the order of the manuscript."""
    by_role: dict[str, list[Node]] = {}
    notes = []
    for node in sections:
        role = _role(node)
        if role in {"title", "running_title", "authors", "keywords", "core_tip"} or part_of(role) == "abstract":
            by_role.setdefault(role.partition(".")[0], []).append(node)
        else:
            notes.append(node)
    categories = child(meta, "article-categories")
    child(child(categories, "subj-group", subj_group_type="heading"), "subject", "Case Report")
    _titles(child(meta, "title-group"), by_role)
    _authors(meta, by_role.get("authors", []))
    _notes(meta, notes)
    child(child(meta, "pub-date", date_type="pub"), "year")  # of a manuscript: not yet known, and the DTD wants one
    for node in by_role.get("abstract", []):
        blocks.content(child(meta, "abstract"), node["c"][1], titled=False)
    for node in by_role.get("core_tip", []):
        blocks.content(child(meta, "abstract", abstract_type="core-tip"), node["c"][1], titled=False)
    for node in by_role.get("keywords", []):
        _keywords(meta, node)


def _titles(group: _Element, by_role: dict[str, list[Node]]) -> None:
    titles = [line for node in by_role.get("title", []) for line in lines(node["c"][1])]
    add_inlines(child(group, "article-title"), without_run_in(titles[0]) if titles else [])
    for line in titles[1:]:
        add_inlines(child(group, "subtitle"), line)
    for node in by_role.get("running_title", []):
        for line in lines(node["c"][1], headings=False):
            add_inlines(child(group, "alt-title", alt_title_type="running-head"), without_run_in(line))


def _authors(meta: _Element, sections: list[Node]) -> None:
    """The authors as their names are printed, which says not what of a name is the surname."""
    found = [line for node in sections for line in lines(node["c"][1])]
    if found:
        group = child(meta, "contrib-group")
        for line in found:
            for name in split_list(without_run_in(line), ","):
                add_inlines(child(child(group, "contrib", contrib_type="author"), "collab"), name)


def _notes(meta: _Element, sections: list[Node]) -> None:
    found = [(_role(node), line) for node in sections for line in lines(node["c"][1])]
    if found:
        notes = child(meta, "author-notes")
        for role, line in found:
            if part_of(role) == "front":
                add_inlines(child(notes, "corresp"), line)
            else:
                note = child(notes, "fn", fn_type=NOTE_TYPES.get(role, "other"))
                add_inlines(child(note, "p"), line)


def _keywords(meta: _Element, node: Node) -> None:
    for line in lines(node["c"][1], headings=False):
        group = child(meta, "kwd-group", kwd_group_type="author")
        words = without_run_in(line)
        heading = heading_of(node["c"][1])
        if words is not line:
            child(group, "title", plain(line[0]["c"][1]))
        elif heading is not None:
            add_inlines(child(group, "title"), heading["c"][2])
        for word in split_list(words, ";"):
            add_inlines(child(group, "kwd"), word, links=False)


def _body_and_back(article: _Element, sections: list[Node], blocks: BlockWriter, works: Mapping[str, Any]) -> None:
    body = child(article, "body")
    for node in sections:
        if part_of(_role(node)) == "main":
            blocks.section(body, node)
    back = child(article, "back")
    for node in sections:
        role = _role(node)
        if part_of(role) == "main":
            continue
        if role == "references":
            write_references(back, node, works)
        else:
            blocks.section(back, node, "ack" if role == "acknowledgements" else "sec")
