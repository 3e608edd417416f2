"""A Document as JATS: Journal Publishing Tag Set 1.1 (https://jats.nlm.nih.gov/publishing/1.1/), a case report.

Where JATS says by an element what the manuscript says by a label (`Running title:`) or by a mark between the items of
a list, the element says it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from casewright.document.model import Document
from casewright.document.roles import part_of
from casewright.document.tree import Node, div, value_of
from casewright.journal.model import Profile
from casewright.write.images import Images
from casewright.write.jats_body import BlockWriter
from casewright.write.jats_front import write_front
from casewright.write.jats_references import write_references
from casewright.write.jats_text import XLINK, child
from casewright.write.nodes import blocks_of, is_section

PUBLIC = "-//NLM//DTD JATS (Z39.96) Journal Publishing DTD v1.1 20151215//EN"
DOCTYPE = f'<!DOCTYPE article PUBLIC "{PUBLIC}" "JATS-journalpublishing1.dtd">'
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def write_jats(document: Document, profile: Profile, images: Images, works: Mapping[str, Any]) -> bytes:
    """The article.

    Images are named by the paths that the case gives them; `images` tells their media types. `works` are the works of
    the bibliography by key, as `Pandoc.read_bibliography` gives them.
    """
    from lxml.etree import Element, tostring

    article = Element(
        "article", {"article-type": "case-report", "dtd-version": "1.1"}, nsmap={"xlink": XLINK}
    )
    article.set(LANGUAGE, profile.language)
    front, body, back = _front_body_back(blocks_of(document.ast))
    blocks = BlockWriter(images)
    write_front(child(article, "front"), front, profile, blocks)
    element = child(article, "body")
    for node in body:
        blocks.section(element, node)
    element = child(article, "back")
    for node in back:
        role = value_of(node, "role")
        if role == "references":
            write_references(element, node, works)
        elif role == "acknowledgements":
            blocks.content(child(element, "ack"), node["c"][1], titled=False)
        else:
            blocks.section(element, node)
    return bytes(tostring(article, xml_declaration=True, encoding="UTF-8", doctype=DOCTYPE))


def _front_body_back(blocks: list[Node]) -> tuple[list[Node], list[Node], list[Node]]:
    """The sections by where JATS keeps them; statements that are printed before the text go with the title page."""
    front: list[Node] = []
    body: list[Node] = []
    back: list[Node] = []
    for block in blocks:
        node = block if is_section(block) else div([block], "section", role="text")
        part = part_of(value_of(node, "role"))
        if part in {"front", "abstract", "core_tip"} or (part == "back" and not body):
            front.append(node)
        elif part == "main":
            body.append(node)
        else:
            back.append(node)
    return front, body, back
