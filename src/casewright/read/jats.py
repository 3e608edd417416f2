"""JATS XML (https://jats.nlm.nih.gov): front matter, abstracts, body, figures, tables, back matter, references."""

from __future__ import annotations

from collections.abc import Iterator

from casewright.document.model import Block, BlockKind, Document, Section
from casewright.errors import Place
from casewright.read.closing import close
from casewright.read.inline import Inline
from casewright.read.jats_citations import write_reference
from casewright.read.jats_roles import (
    OTHER_ABSTRACTS,
    abstract_role,
    back_role,
    keywords_role,
    note_role,
    section_role,
    title_of,
)
from casewright.read.jats_tables import write_rows
from casewright.read.jats_text import FLOATS, GROUPS, Labels, element_text, text_and_blocks, write_inline
from casewright.read.opening import MAX_TEXT, refuse, too_long
from casewright.read.xml import Element, name, parse

_BLOCKS = frozenset((
    "p", "sec", "fig", "fig-group", "table-wrap", "table-wrap-group", "list", "disp-quote",
    "boxed-text", "def-list", "disp-formula", "supplementary-material", "media", "verse-group",
    "statement", "speech", "fn-group", "fn", "glossary", "ack", "app", "app-group", "notes", "bio",
    "ref-list", "disp-formula-group", "graphic", "alternatives",
))  # fmt: skip
_SECTIONS = frozenset(("sec", "notes", "boxed-text", "app"))
"""What stands in a section as one of its own, where it has a title."""
_PEOPLE = frozenset(("name", "string-name", "name-alternatives", "collab"))


def read_jats(data: bytes, source: str) -> Document:
    """A manuscript in JATS, with its own section names, calls, citations and references as marks and keys."""
    root = parse(data, source)
    article = root if name(root) in ("article", "sub-article") else next(root.iter("{*}article"), None)
    if article is None:
        raise refuse(
            source,
            f"this XML is not JATS: its root is <{name(root)}>",
            "export the article as JATS, or name its .docx",
        )
    length = sum(map(len, article.itertext()))
    if length > MAX_TEXT:
        raise too_long(source, f"{length} characters; the limit is {MAX_TEXT}")
    return close(_Reader(article, source).document())


class _Reader:
    """One article while it is read: its labels, and the sections so far."""

    def __init__(self, article: Element, source: str) -> None:
        self.article = article
        self.source = source
        self.labels = Labels(article)
        self.sections: list[Section] = []
        self.properties: dict[str, str] = {}
        self.unread: list[str] = []

    def document(self) -> Document:
        for part in self.article:
            match name(part):
                case "front" | "front-stub":
                    self.front(part)
                case "body":
                    self.content(part, "", None, 1)
                case "back" | "floats-group":
                    self.back(part)
                case "sub-article" | "response":
                    title = element_text(part.find(".//{*}article-title"))
                    self.unread.append(f"the {name(part)} printed with it{title and f' ({title})'}")
        return Document(tuple(self.sections), self.source, "jats", self.properties, tuple(self.unread))

    def add(
        self, role: str, blocks: list[Block], title: str = "", heading: Block | None = None, level: int = 1
    ) -> None:
        if blocks or heading is not None:
            self.sections.append(Section(role, title, tuple(blocks), level, heading))

    def block(self, kind: BlockKind, element: Element, key: str = "", level: int = 0) -> Block:
        inline = Inline()
        write_inline(element, inline, self.labels)
        return self.finished(kind, element, inline, key, level)

    def finished(
        self, kind: BlockKind, element: Element, inline: Inline, key: str = "", level: int = 0
    ) -> Block:
        """The block of what was written of an element."""
        text, marks = inline.finished()
        return Block(kind, text, marks, Place(self.source, element.sourceline or 0), (), level, key)

    def front(self, front: Element) -> None:
        meta = front.find("{*}article-meta")
        meta = front if meta is None else meta
        if (title := meta.find("{*}title-group/{*}article-title")) is not None:
            block = self.title(title, meta.findall("{*}title-group/{*}subtitle"))
            self.add("title", [block], block.text)
        for short in meta.findall("{*}title-group/{*}alt-title"):
            if "run" in (short.get("alt-title-type") or "") and element_text(short):
                self.add("running_title", [self.block("paragraph", short)])
        for person in meta.iter("{*}contrib-group"):
            people = [_first_form(who) for who in person.iterfind("{*}contrib/*") if name(who) in _PEOPLE]
            names = [block for block in (self.block("paragraph", who) for who in people) if block.text]
            self.add("authors", names + [self.block("paragraph", aff) for aff in person.iterfind("{*}aff")])
        self.add("authors", [self.block("paragraph", aff) for aff in meta.iterfind("{*}aff")])
        for note in meta.iterfind("{*}author-notes/*"):
            role = "front" if name(note) == "corresp" else note_role(note, "statements")
            self.add(role, [self.block("paragraph", note)])
        for abstract in meta.findall("{*}abstract"):
            self.abstract(abstract)
        for foreign in meta.findall("{*}trans-abstract"):
            language = foreign.get("{http://www.w3.org/XML/1998/namespace}lang") or "another language"
            self.unread.append(f"the abstract in translation ({language})")
        for group in meta.findall("{*}kwd-group"):
            title = element_text(group.find("{*}title"))
            self.add(
                keywords_role(group),
                [self.block("item", word, level=1) for word in group.iter("{*}kwd")],
                title,
            )
        for support in meta.iterfind("{*}funding-group/{*}funding-statement"):
            self.add("statements.funding", [self.block("paragraph", support)])
        for identifier in meta.findall("{*}article-id"):
            self.properties[identifier.get("pub-id-type") or "id"] = element_text(identifier)
        if (journal := front.find(".//{*}journal-title")) is not None:
            self.properties["journal"] = element_text(journal)

    def title(self, title: Element, subtitles: list[Element]) -> Block:
        """The title with what is printed below it, behind a colon."""
        inline = Inline()
        for number, part in enumerate((title, *subtitles)):
            if number and not element_text(title).endswith((":", "?", ".")):
                inline.separate(": ")
            write_inline(part, inline, self.labels)
            inline.write(" ")
        return self.finished("paragraph", title, inline)

    def abstract(self, abstract: Element) -> None:
        kind = (abstract.get("abstract-type") or "").lower()
        if kind in OTHER_ABSTRACTS:
            self.unread.append(f"the {kind} abstract")
        else:
            self.content(abstract, abstract_role(abstract), abstract.find("{*}title"), 1)

    def content(self, element: Element, role: str, title: Element | None, level: int) -> None:
        """A section and those in it; text before a sub-section belongs to the section around it."""
        if level > 40:
            self.unread.append("sections nested more than 40 deep")
            return
        heading = self.block("heading", title, level=level) if title is not None else None
        head = heading.text.rstrip(" :") if heading is not None else ""
        blocks: list[Block] = []
        flushed = False
        for child in element:
            inner = title_of(child)
            if name(child) == "sec" or (name(child) in _SECTIONS and inner is not None):
                if not flushed and (blocks or heading is not None):
                    self.add(role or self.untitled(), blocks, head, heading, level)
                    flushed, blocks = True, []
                elif blocks:
                    self.add(role or "text", blocks, "", None, level)
                    blocks = []
                flushed = True
                self.content(child, self.role_in(child, role), inner, level + 1 if head else level)
            elif child is not title:
                below = (
                    child.iterfind("{*}p") if title is not None and title.getparent() is child else (child,)
                )
                blocks.extend(block for part in below for block in self.blocks(part))
        if blocks or (heading is not None and not flushed):
            self.add(
                role or ("text" if flushed else self.untitled()),
                blocks,
                "" if flushed else head,
                None if flushed else heading,
                level,
            )

    def role_in(self, section: Element, within: str) -> str:
        """The role of a section in one of role `within`; the parts of a case may follow its own heading in the body."""
        before = self.sections[-1].role.partition(".")[0] if self.sections else ""
        return section_role(section, within, "case" if not within and before == "case" else within)

    def untitled(self) -> str:
        """The role of text in the body outside its sections: an introduction, where there are sections."""
        return "introduction" if any(True for _ in self.article.iterfind("{*}body/{*}sec")) else "text"

    def back(self, back: Element) -> None:
        for part in back:
            kind, title, role = name(part), title_of(part), back_role(part)
            if kind == "fn-group":
                for note in part.findall("{*}fn"):
                    self.add(
                        note_role(note, role),
                        list(self.blocks(note)),
                        element_text(title),
                        None,
                    )
            elif kind in FLOATS:
                self.add(role, list(self.blocks(part)))
            else:
                self.content(part, role, title, 1)

    def blocks(self, element: Element) -> Iterator[Block]:
        """The blocks in an element that is no section, in reading order."""
        kind = name(element)
        if kind in ("title", "label", "") and kind != "p":
            return
        if kind in FLOATS and (kind not in GROUPS or element.find("{*}label") is not None):
            yield from self.float(element)
        elif kind == "ref":
            inline = Inline()
            write_reference(element, inline, self.labels)
            yield self.finished("reference", element, inline, self.labels.number(element))
        elif kind in ("list", "def-list"):
            for item in element:
                if name(item) not in ("title", "label", "term-head", "def-head"):
                    yield self.block("item", item, level=1)
        elif kind == "graphic":
            return
        elif kind == "p" or not any(name(child) in _BLOCKS for child in element):
            for part in text_and_blocks(element, self.labels):
                if not isinstance(part, Inline):
                    yield from self.blocks(part)
                elif (
                    block := self.finished("footnote" if kind == "fn" else "paragraph", element, part)
                ).text:
                    yield block
            for child in element:
                if name(child) in FLOATS:
                    yield from self.blocks(child)
            for note in element.iter("{*}fn"):
                if note is not element and next(note.iterancestors("{*}fig", "{*}table-wrap"), None) is None:
                    yield self.block("footnote", note)
        else:
            for child in element:
                yield from self.blocks(child)

    def float(self, element: Element) -> Iterator[Block]:
        """A figure or a table, or several under one label: its captions, with the number of its label as key, and its
        rows."""
        key = self.labels.number(element)
        inline = Inline()
        members = [child for child in element if name(child) in FLOATS]
        for part in (part for each in (element, *members) for part in each):
            if name(part) in ("label", "caption"):
                write_inline(part, inline, self.labels)
                inline.write(" ")
        if (legend := self.finished("legend", element, inline, key)).text:
            yield legend
        for table in element.iter("{*}table"):
            yield self.table(table, key)
        for foot in element.iterfind(".//{*}table-wrap-foot//{*}p"):
            yield self.block("footnote", foot)

    def table(self, table: Element, key: str) -> Block:
        inline = Inline()
        write_rows(table, inline, self.labels)
        return self.finished("table", table, inline, key)


def _first_form(person: Element) -> Element:
    """A name, the first of those in several alphabets."""
    return next(person.iterchildren("{*}*"), person) if name(person) == "name-alternatives" else person
