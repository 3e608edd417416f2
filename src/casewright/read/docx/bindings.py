"""What Word will show in bound content controls: the custom XML that they are bound to, held against their own text.

On opening a document Word fills a bound control from its element (ECMA-376 Part 1, 17.5.2.6, dataBinding), so a control
whose text is right and whose element is not would change before the reader's eyes.
"""

from __future__ import annotations

from collections.abc import Iterator

from casewright.read.docx.package import Package
from casewright.read.xml import Element, parse

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DS = "{http://schemas.openxmlformats.org/officeDocument/2006/customXml}"
_TEXT_PARTS = ("word/document.xml", "word/footnotes.xml")


def unbound_texts(data: bytes, source: str) -> Iterator[tuple[str, str, str]]:
    """Tag, own text, and the text of the element it is bound to ("" where there is none), where the two differ."""
    package = Package(data, source)
    stores = dict(_stores(package))
    for part in _TEXT_PARTS:
        content = package.content(part)
        if not content:
            continue
        for control in parse(content, source, part).iter(f"{_W}sdt"):
            binding = control.find(f"{_W}sdtPr/{_W}dataBinding")
            if binding is None:
                continue
            own = "".join(text.text or "" for text in control.iter(f"{_W}t"))
            bound = _bound(stores.get(binding.get(f"{_W}storeItemID", "")), binding)
            if own != bound:
                tag = control.find(f"{_W}sdtPr/{_W}tag")
                yield "" if tag is None else tag.get(f"{_W}val", ""), own, bound


def _stores(package: Package) -> Iterator[tuple[str, Element]]:
    """The custom XML parts by their ids."""
    for name in sorted(package.names):
        if name.startswith("customXml/itemProps") and name.endswith(".xml"):
            item = name.replace("itemProps", "item")
            properties = parse(package.content(name), package.source, name)
            yield properties.get(f"{_DS}itemID", ""), parse(package.content(item), package.source, item)


def _bound(store: Element | None, binding: Element) -> str:
    if store is None:
        return ""
    mappings = binding.get(f"{_W}prefixMappings", "")
    prefixes = dict(pair.split("=", 1) for pair in mappings.replace("xmlns:", "").split())
    found = store.getroottree().xpath(
        binding.get(f"{_W}xpath", ""), namespaces={p: uri.strip("'\"") for p, uri in prefixes.items()}
    )
    return str(found[0].text or "") if found else ""
