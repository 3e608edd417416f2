"""The zip file that a .docx is: its parts, each read once, within bounds."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from functools import cached_property

from casewright.errors import InputError
from casewright.read.opening import refuse
from casewright.read.xml import MAX_XML, Element, name, parse

_MOST_PARTS = 20_000
_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", b"http://schemas.openxmlformats.org/officeDocument/2006/math"),
)  # fmt: skip
_DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    ValueError,
    NotImplementedError,
    RuntimeError,
    MemoryError,
)
_OTHERS = (
    (
        "content.xml",
        "this is an OpenDocument file (.odt), not a .docx",
        "open it in LibreOffice or Word and save it as .docx",
    ),
    ("xl/workbook.xml", "this is an Excel workbook, not a manuscript", "name the manuscript itself"),
    ("ppt/presentation.xml", "this is a presentation, not a manuscript", "name the manuscript itself"),
    ("Index/Document.iwa", "this is a Pages document", "export it as .docx"),
    ("META-INF/container.xml", "this is an e-book (.epub)", "name the manuscript itself"),
)


class Package:
    """An opened .docx."""

    def __init__(self, data: bytes, source: str) -> None:
        self.source = source
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            self.names = frozenset(self._zip.namelist())
        except _DAMAGED:
            raise self.damaged() from None
        if len(self.names) > _MOST_PARTS:
            raise refuse(
                source,
                "this file has far more parts than a Word document",
                "save the manuscript again in Word",
            )

    def damaged(self) -> InputError:
        return refuse(
            self.source,
            "this Word document is damaged or cut off",
            "open it in Word, let Word repair it, and save it again",
        )

    def content(self, part: str) -> bytes:
        """The bytes of a part, b"" where there is none; never more than an XML part may have."""
        if part not in self.names:
            return b""
        try:
            info = self._zip.getinfo(part)
            if info.flag_bits & 1:
                raise refuse(
                    self.source, "this document is encrypted", "remove its password and save it again"
                )
            if info.file_size > MAX_XML:
                raise self._bomb(part)
            with self._zip.open(info) as file:
                data = file.read(MAX_XML + 1)
        except InputError:
            raise
        except _DAMAGED:
            raise self.damaged() from None
        if len(data) > MAX_XML:
            raise self._bomb(part)
        for strict, transitional in _STRICT:
            if strict in data[:8192]:
                data = data.replace(strict, transitional)
        return data

    def _bomb(self, part: str) -> InputError:
        return refuse(
            self.source,
            f"a part of this document ({part[:60]}) is far larger than a manuscript when unpacked",
            "save it again in Word",
        )

    def xml(self, part: str) -> Element | None:
        """The root of an XML part, None where there is none."""
        data = self.content(part)
        return parse(data, self.source, f"the part {part}") if data else None

    def optional(self, part: str) -> Element | None:
        """The root of a part that the text does not need: None where it is damaged, too."""
        try:
            return self.xml(part)
        except InputError:
            return None

    def relations(self, part: str) -> dict[str, tuple[str, str]]:
        """What a part is related to: (kind, target) by id; a target inside the package as its part name."""
        folder, base = posixpath.split(part)
        root = self.optional(f"{folder}/_rels/{base}.rels" if folder else f"_rels/{base}.rels")
        found: dict[str, tuple[str, str]] = {}
        for relation in root if root is not None else ():
            if name(relation) != "Relationship":
                continue
            target = relation.get("Target") or ""
            if relation.get("TargetMode") != "External":
                target = (
                    target[1:]
                    if target.startswith("/")
                    else posixpath.normpath(posixpath.join(folder, target))
                )
            found[relation.get("Id") or ""] = ((relation.get("Type") or "").rpartition("/")[2], target)
        return found

    @cached_property
    def main(self) -> str:
        """The name of the main part; InputError where the zip file holds something else."""
        for kind, target in self.relations("").values():
            if kind == "officeDocument" and target in self.names and target.startswith("word"):
                return target
        if "word/document.xml" in self.names:
            return "word/document.xml"
        for part, message, hint in _OTHERS:
            if part in self.names:
                raise refuse(self.source, message, hint)
        raise refuse(
            self.source,
            "this is a zip file without a Word document in it",
            "unpack it and name the manuscript",
        )
