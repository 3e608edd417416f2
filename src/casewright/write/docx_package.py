"""The package around a Word document: its parts, their types and relations, zipped to the same bytes every time.

Names and content types are those of ECMA-376 (Office Open XML), parts 1 and 2.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.sax.saxutils import escape, quoteattr

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
EARLIEST = (1980, 1, 1, 0, 0, 0)  # the first date that a zip archive can hold

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, production 2


def xml_text(text: str) -> str:
    """Characters as XML content, without those that XML cannot hold."""
    return escape(_NOT_XML.sub("", text))


def xml_value(text: str) -> str:
    """Characters as an attribute's value, in its quotes."""
    return quoteattr(_NOT_XML.sub("", text))


@dataclass
class Package:
    """Parts by name; `types` are the content types of those that are not plain XML."""

    parts: dict[str, bytes] = field(default_factory=dict)
    types: dict[str, str] = field(default_factory=dict)
    relations: dict[str, list[tuple[str, str, bool]]] = field(
        default_factory=dict
    )  # of a part: type, target, outside

    def add(self, name: str, content: str | bytes, content_type: str = "") -> None:
        """Put a part in; text is given its XML declaration."""
        self.parts[name] = content if isinstance(content, bytes) else (DECLARATION + content).encode()
        if content_type:
            self.types[name] = content_type

    def relate(self, part: str, kind: str, target: str, outside: bool = False) -> str:
        """The id of a relation of a part ("" for the package) to a target; the same target twice has one id."""
        relations = self.relations.setdefault(part, [])
        relation = (kind if "://" in kind else f"{OFFICE}/{kind}", target, outside)
        if relation not in relations:
            relations.append(relation)
        return f"rId{relations.index(relation) + 1}"

    def zipped(self) -> bytes:
        """The package as one file."""
        parts = {"[Content_Types].xml": self._content_types()}
        for part, relations in self.relations.items():
            folder, _, name = part.rpartition("/")
            parts[f"{folder}/_rels/{name}.rels".lstrip("/")] = _relations(relations)
        parts.update(self.parts)
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
            for name in sorted(parts, key=_order):
                info = zipfile.ZipInfo(name, EARLIEST)
                info.compress_type = zipfile.ZIP_STORED if "/media/" in name else zipfile.ZIP_DEFLATED
                info.create_system = 0  # the same on every system
                info.external_attr = 0
                archive.writestr(info, parts[name])
        return buffer.getvalue()

    def _content_types(self) -> bytes:
        defaults = {
            "rels": "application/vnd.openxmlformats-package.relationships+xml",
            "xml": "application/xml",
        }
        defaults |= {name.rpartition(".")[2]: kind for name, kind in self.types.items() if "/media/" in name}
        overrides = {f"/{name}": kind for name, kind in self.types.items() if "/media/" not in name}
        listed = _elements("Default", "Extension", defaults) + _elements("Override", "PartName", overrides)
        return f'{DECLARATION}<Types xmlns="{PACKAGE}/content-types">{listed}</Types>'.encode()


def _elements(element: str, name: str, types: Mapping[str, str]) -> str:
    return "".join(f'<{element} {name}="{key}" ContentType="{types[key]}"/>' for key in sorted(types))


def _relations(relations: list[tuple[str, str, bool]]) -> bytes:
    listed = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target={xml_value(target)}'
        + (' TargetMode="External"/>' if outside else "/>")
        for number, (kind, target, outside) in enumerate(relations, start=1)
    )
    return f'{DECLARATION}<Relationships xmlns="{PACKAGE}/relationships">{listed}</Relationships>'.encode()


def _order(name: str) -> tuple[bool, bool, str]:
    """Content types first, then the package's relations, as Word itself writes them."""
    return name != "[Content_Types].xml", name != "_rels/.rels", name
