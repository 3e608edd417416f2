"""XML from strangers: no entities, no network, no DTD, bounded size and depth."""

from __future__ import annotations

import re
from html.entities import html5
from typing import Any, TypeAlias

from lxml import etree

from casewright.read.opening import refuse, too_long

MAX_XML = 40_000_000
"""Bytes of the largest XML that is parsed."""

MAX_TAGS = 600_000
"""Tags of the longest XML that is parsed: twenty times those of a long manuscript full of tracked changes."""

MAX_DEPTH = 200
"""Elements inside one another: more than any manuscript nests, less than recursion bears."""

Element: TypeAlias = Any
"""An element of a tree; lxml has no types of its own."""

_DECLARED_ENTITY = re.compile(rb"<!ENTITY", re.IGNORECASE)


def parse(data: bytes, source: str, what: str = "this file") -> Element:
    """The root of an XML text; InputError where it is damaged, too large, too deep, or declares entities."""
    if len(data) > MAX_XML:
        raise refuse(
            source,
            f"the XML of {what} is too large ({len(data) / 1e6:.0f} MB)",
            "remove what is no text from it",
        )
    if data.count(b"<") > MAX_TAGS:
        raise too_long(source, f"{what} has more than {MAX_TAGS} tags")
    head = data[:65536].replace(b"\x00", b"")
    if _DECLARED_ENTITY.search(head):
        raise refuse(
            source,
            f"{what} declares XML entities, which are not read",
            "save it again without a document type",
        )
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_pis=True,
        remove_comments=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        line, column = error.position if error.position else (0, 0)
        raise refuse(
            source,
            f"the XML of {what} is damaged ({_reason(error)})",
            "save or export it again",
            line,
            column,
        ) from None
    except ValueError:
        raise refuse(source, f"the XML of {what} is damaged", "save or export it again") from None
    return root


def name(element: Element) -> str:
    """The local name of an element; "" for what is none (an entity reference)."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def entity_text(element: Element) -> str:
    """The character that an unresolved reference (`&alpha;`) stands for."""
    reference = getattr(element, "name", "") or ""
    return html5.get(reference + ";", "") or ""


def _reason(error: etree.XMLSyntaxError) -> str:
    return str(error.msg or "not well formed").split(", line")[0][:80].rstrip(".").lower()
