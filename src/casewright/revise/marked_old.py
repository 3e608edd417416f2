"""What comes along with deleted text from the old document into the new one: styles, lists, pictures, notes, links."""

from __future__ import annotations

import copy
import posixpath
from dataclasses import dataclass, field

from lxml import etree

from casewright.read.docx.package import Package
from casewright.read.docx.styles import VAL, W
from casewright.read.xml import Element
from casewright.revise.marked_flow import RELATIONS, digest
from casewright.revise.marked_settled import settle
from casewright.write.docx_package import OFFICE, PACKAGE
from casewright.write.docx_styles import MAIN

BULLETS = "1"  # the list that every Word file of ours has (write/docx_styles.py)
OLD = "old"  # begins the number of a note until the notes are counted anew
_REL = f"{{{PACKAGE}/relationships}}"
_TYPES = f"{{{PACKAGE}/content-types}}"


@dataclass
class Side:
    """One of the two documents: its package, its text part, and what the ids in it stand for.

    Changes that somebody tracked in it count as accepted.
    """

    package: Package
    root: Element = field(init=False)
    notes: dict[str, Element] = field(init=False)
    links: dict[str, tuple[str, str]] = field(init=False)

    def __post_init__(self) -> None:
        folder = posixpath.dirname(self.package.main)
        self.root = self.package.xml(self.package.main)
        self.links = self.package.relations(self.package.main)
        notes = self.package.optional(f"{folder}/footnotes.xml")
        for tree in (self.root, notes):
            if tree is not None:
                settle(tree, accept=True)
        self.notes = {note.get(W + "id") or "": note for note in notes} if notes is not None else {}

    def picture(self, id: str) -> str:
        """What a relation leads to: the content of a part, or an address."""
        _, target = self.links.get(id, ("", ""))
        return digest(self.package.content(target)) if target in self.package.names else target

    def style_names(self) -> dict[str, str]:
        """The name of each style by its id; Word files of other programs have other ids for the same names."""
        folder = posixpath.dirname(self.package.main)
        styles = self.package.optional(f"{folder}/styles.xml")
        named: dict[str, str] = {}
        for style in styles.iter(W + "style") if styles is not None else ():
            name = style.find(W + "name")
            if name is not None:
                named[style.get(W + "styleId") or ""] = (name.get(VAL) or "").lower()
        return named


@dataclass
class Bringer:
    """Makes old runs and old properties of paragraphs fit for the new document; `parts` is what it adds to it."""

    old: Side
    new: Side
    parts: dict[str, bytes] = field(default_factory=dict)
    relations: list[Element] = field(default_factory=list)
    notes: dict[str, Element] = field(default_factory=dict)
    _styles: dict[str, str] = field(init=False)
    _ids: dict[str, str] = field(default_factory=dict)
    _drawings: int = 1_000_000

    def __post_init__(self) -> None:
        ids = {name: id for id, name in self.new.style_names().items()}
        self._styles = {id: ids[name] for id, name in self.old.style_names().items() if name in ids}

    def bring(self, element: Element) -> Element:
        """A copy of an old run or of old paragraph properties."""
        copied = copy.deepcopy(element)
        for tag in ("pStyle", "rStyle"):
            for named in list(copied.iter(W + tag)):
                self._name_style(named)
        for number in copied.iter(W + "numId"):
            number.set(VAL, BULLETS)
        for reference in copied.iter(W + "footnoteReference"):
            reference.set(W + "id", self._note(reference.get(W + "id") or ""))
        for part in copied.iter():
            if part.tag == f"{_DRAWING}docPr":
                self._drawings += 1
                part.set("id", str(self._drawings))
            for key, value in part.attrib.items():
                if key.startswith(RELATIONS):
                    part.set(key, self._relation(value))
        return copied

    def _name_style(self, named: Element) -> None:
        known = self._styles.get(named.get(VAL) or "")
        if known is None:
            named.getparent().remove(named)
        else:
            named.set(VAL, known)

    def _note(self, id: str) -> str:
        """The note, under a number of its own for now."""
        note = self.old.notes.get(id)
        number = f"{OLD}{len(self.notes) + 1}"
        moved = etree.Element(W + "footnote", {W + "id": number}, nsmap={"w": MAIN})
        for paragraph in note.findall(W + "p") if note is not None else ():
            moved.append(self._plain(paragraph))
        self.notes[number] = moved
        return number

    def _plain(self, paragraph: Element) -> Element:
        """A paragraph of a note that was deleted, without marks that could stand twice in the new document."""
        copied = self.bring(paragraph)
        for tag in ("bookmarkStart", "bookmarkEnd"):
            for mark in list(copied.iter(W + tag)):
                mark.getparent().remove(mark)
        for control in list(copied.iter(W + "sdt", W + "hyperlink")):
            content = control.find(W + "sdtContent") if control.tag == W + "sdt" else control
            for child in list(content) if content is not None else ():
                control.addprevious(child)
            control.getparent().remove(control)
        return copied

    def _relation(self, id: str) -> str:
        kind, target = self.old.links.get(id, ("", ""))
        if id not in self._ids:
            number = f"rIdOld{len(self._ids) + 1}"
            inside = target in self.old.package.names
            relation = etree.Element(_REL + "Relationship", Id=number, Type=f"{OFFICE}/{kind or 'hyperlink'}")
            if inside:
                name = f"media/old{len(self._ids) + 1}{posixpath.splitext(target)[1]}"
                self.parts[f"word/{name}"] = self.old.package.content(target)
                relation.set("Target", name)
            else:
                relation.set("Target", target or "#")
                relation.set("TargetMode", "External")
            self.relations.append(relation)
            self._ids[id] = number
        return self._ids[id]

    def content_types(self, types: Element) -> None:
        """Tell the new document's list of content types about the pictures that were brought."""
        known = {(default.get("Extension") or "").lower() for default in types.iter(_TYPES + "Default")}
        for name in self.parts:
            extension = posixpath.splitext(name)[1][1:].lower()
            if extension and extension not in known:
                known.add(extension)
                kind = _IMAGES.get(extension, "application/octet-stream")
                types.insert(0, etree.Element(_TYPES + "Default", Extension=extension, ContentType=kind))


_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_IMAGES = {"png": "image/png", "jpeg": "image/jpeg", "jpg": "image/jpeg", "gif": "image/gif", "emf": "image/x-emf",
           "wmf": "image/x-wmf", "tif": "image/tiff", "tiff": "image/tiff", "svg": "image/svg+xml"}  # fmt: skip
