"""Blocks in reading order to sections with roles: the one place where readers agree what a heading means."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from casewright.document.headings import is_part, likely_role, role_of
from casewright.document.model import Block, Section
from casewright.document.roles import part_of
from casewright.patterns import lazily
from casewright.read.blocks import cut
from casewright.read.captions import caption_of, entries_of, is_table_caption, reference_of

_RUN_IN = lazily(r"([^\s:.][^:.\n]{1,78}?)\s?(?:(:)|([.—–]))(?:\s+|$)")
_PATIENT = lazily(
    r"\b(?:\d{1,3}|[a-z]+(?:-[a-z]+)?)[- ](?:year|yr|month|week|day|hour)s?[- ]old\b|\b(?:aged|age of) \d"
    r"|\b(?:wo)?m[ae]n\b.{0,80}\bpresented\b"
    r"|\bpatient\b|\bneonate\b|\binfant\b",
    re.IGNORECASE,
)
_BEFORE_MAIN = frozenset(
    ("", "front", "title", "running_title", "authors", "keywords", "core_tip", "abstract")
)
# Parts of a study, whose names below the heading of a case are names of its own parts.
_PAPER = frozenset(("results", "methods", "introduction"))
_PAGE_HEAD = lazily(
    r"Skip to (?:main )?content|JavaScript|My Account|Sign in|doi\.org|\bdoi:|PMCID|licensee|Copyright|©|"
    r"Correspond(?:ence|ing)|@|"
    r"\b(?:Department|Division|Faculty|School|Institute|University) of\b",
)
_POINTS = frozenset(("learning_points", "highlights"))
_LONGEST_POINT = 420
_PROSE = 200

ROLE = "role:"
"""A heading whose key begins so was given its role by the file itself; one without text opens a section silently."""


def sections_of(blocks: Sequence[Block]) -> tuple[Section, ...]:
    """The sections of a manuscript whose headings are blocks of kind heading, or run into their paragraphs."""
    blocks = _told(blocks)
    outline = _Outline(blocks)
    for index, block in enumerate(blocks):
        outline.add(index, block)
    return outline.finished()


def _told(blocks: Sequence[Block]) -> Sequence[Block]:
    """The blocks, each silent heading merged into the printed one that follows it."""
    if not any(block.key.startswith(ROLE) for block in blocks if block.kind == "heading"):
        return blocks
    found: list[Block] = []
    for block in blocks:
        before = found[-1] if found else None
        if (
            block.kind == "heading"
            and not block.key
            and before
            and before.key.startswith(ROLE)
            and not before.text
        ):
            found[-1] = replace(block, key=before.key, level=before.level)
        else:
            found.append(block)
    return found


class _Outline:
    """The sections so far, and the one being filled."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self.ahead = [
            (index, b.key.removeprefix(ROLE) or role_of(b.text))
            for index, b in enumerate(blocks)
            if b.kind == "heading"
        ]
        self.sections: list[Section] = []
        self.role = ""
        self.heading: Block | None = None
        self.filled: list[Block] = []
        self.abstract_level = 0
        self.part_level = 0

    def add(self, index: int, block: Block) -> None:
        if block.kind == "heading" and self.is_entry(block):
            block = replace(block, kind="paragraph")
        if block.kind == "heading":
            if not block.key and (legend := caption_of(block)):
                self.filled.append(legend)
            elif (
                index == 0
                and not block.key
                and not is_part(block.text)
                and len(self.ahead) > 1
                and block.text[-1:] not in ",:?"
            ):
                self.sections.append(
                    Section("title", block.text, (replace(block, kind="paragraph"),), block.level or 1)
                )
            elif index == 0 and self.is_label(block):
                self.open(block, "front")
            else:
                self.open(block, self.decide(index, block))
            return
        if block.kind in ("paragraph", "item"):
            block = self.entered(index, block)
            if not block.text:
                return
        if self.role == "references" and block.kind == "paragraph":
            for entry in entries_of(block):
                self.put(entry)
        else:
            self.put(block)

    def put(self, block: Block) -> None:
        """Adds a block to the section it belongs to."""
        block = self.placed(block)
        if self.role == "front" and not self.sections and not self.filled and _is_title(block):
            self.close()
            self.sections.append(Section("title", block.text, (block,)))
            self.heading = Block("heading", "", place=block.place, level=1)
            return
        if self.role == "title" and self.heading is not None and self.heading.text:
            self.open_silently("front" if self.has_parts() else "case", block)
        self.leave_for(block)
        self.filled.append(block)

    def has_parts(self) -> bool:
        """Whether headings of an abstract or of the text are ahead: a letter has none."""
        return any(role and part_of(role) not in ("back", "references") for _, role in self.ahead[1:])

    def is_label(self, heading: Block) -> bool:
        """Whether `Case report` above everything names the kind of article: the abstract is still to come."""
        return role_of(heading.text) == "case" and any(role == "abstract" for _, role in self.ahead[1:3])

    def is_entry(self, heading: Block) -> bool:
        """Whether what looks like a heading is an entry of the reference list: it has a number and no name."""
        return (
            self.role == "references"
            and not heading.key
            and heading.text[:1] in "0123456789["
            and not role_of(heading.text)
        )

    def leave_for(self, block: Block) -> None:
        """Ends a section that a block cannot belong to: points before the text, statements after it."""
        if (
            self.role in _POINTS
            and block.kind == "paragraph"
            and len(block.text) > _LONGEST_POINT
            and self.filled
        ):
            if all(len(point.text) < _LONGEST_POINT for point in self.filled) and not self.seen(
                "case", "discussion"
            ):
                opens_case = _PATIENT.search(block.text[:200]) is not None and not self.seen("introduction")
                self.open_silently("case" if opens_case else "introduction", block)
        elif block.kind in ("legend", "table") and self.may_end_for_floats():
            role = "tables" if block.kind == "table" or is_table_caption(block) else "legends"
            if role != self.role and not (role == "tables" and self.role == "abbreviations"):
                self.open_silently(role, block)

    def may_end_for_floats(self) -> bool:
        """Whether figures and tables cannot belong to this section: statements, or those gathered behind them."""
        unheaded = self.heading is not None and not self.heading.text
        return part_of(self.role) == "back" or (self.role in ("legends", "tables") and unheaded)

    def seen(self, *roles: str) -> bool:
        return any(section.role.partition(".")[0] in roles and section.blocks for section in self.sections)

    def open_silently(self, role: str, block: Block) -> None:
        """Opens a section that has no printed heading."""
        self.open(Block("heading", "", place=block.place, level=1), role)

    def entered(self, index: int, block: Block) -> Block:
        """The rest of a paragraph whose heading runs into it, its section opened; or the paragraph as it is."""
        found = _RUN_IN.match(block.text)
        if found is None or self.role == "references":
            return block
        name = found[1]
        if found[3] and not self.bold(block, len(name)) and not self.stated(name):
            return block
        head = replace(cut(block, 0, found.end(), "heading"), marks=())
        role = self.decide(index, replace(head, level=self.abstract_level + 1 if self.abstract_level else 0))
        rest = cut(block, found.end(), len(block.text))
        if role == self.role and not self.filled and self.heading is not None and not self.heading.text:
            self.heading = replace(head, level=self.heading.level)  # the section was opened without one
            return rest
        if not self.begins(role, name, len(block.text)):
            return block
        inner = role.partition(".")[0] == self.role.partition(".")[0]
        self.open(replace(head, level=self.part_level + inner or 1), role)
        return rest

    def begins(self, role: str, name: str, length: int) -> bool:
        """Whether a name with a colon begins a section of this role here, and is no note or remark."""
        if not role or role == self.role or not (role_of(name, self.role) or role.startswith("abstract")):
            return False
        if role == "abbreviations" and self.role and part_of(self.role) == "main":  # a note below a table
            return False
        if part_of(role) == "back" and not self.role and length > _LONGEST_POINT:  # the text begins with it
            return False
        return (
            self.role != "discussion"
            or role == "case.timeline"
            or not role.startswith(("case", "results", "methods"))
        )

    def bold(self, block: Block, length: int) -> bool:
        return any(
            mark.kind in ("strong", "emphasis") and mark.start == 0 and mark.end >= length
            for mark in block.marks
        )

    def stated(self, name: str) -> bool:
        role = role_of(name, self.role)
        return role.startswith(("statements", "keywords", "acknowledgements")) and len(name) > 6

    def decide(self, index: int, heading: Block) -> str:
        """The role of a heading where it stands; an unknown one has that of the part around it."""
        if heading.key.startswith(ROLE):
            return heading.key.removeprefix(ROLE)
        main, _, sub = self.role.partition(".")
        if main == "abstract":
            within = role_of(heading.text, "abstract")
            if within.startswith("abstract.") and self.in_abstract(index, heading, within):
                return within
            return role_of(heading.text) or ("text" if heading.level <= self.abstract_level else self.role)
        role = role_of(heading.text, self.role) or likely_role(heading.text, self.role)
        if main == "case" and role in _PAPER and heading.level > self.part_level:
            return "case.laboratory" if role == "results" else "case"
        if role and not (role in ("methods", "results", "case") and part_of(self.role) == "back"):
            return role
        if main in _BEFORE_MAIN or main == "references":
            return "text"
        if (main == "introduction" and heading.level <= self.part_level) or (
            heading.level == 1 and heading.text[:1].isdigit() and main == "case"
        ):
            return "text"
        return self.role if sub and heading.level > self.part_level + 1 else main

    def in_abstract(self, index: int, heading: Block, within: str) -> bool:
        """Whether a name that abstract and text share heads a part of the abstract: the text has its own later."""
        if heading.level > self.abstract_level > 0:
            return True
        part = role_of(heading.text)
        if not part:
            return True
        later = [role for place, role in self.ahead if place > index]
        if within == "abstract.background":
            return "introduction" in later or later.count("case") > 1
        return "introduction" in later or "case" in later

    def open(self, heading: Block, role: str) -> None:
        self.close()
        if role == "abstract":
            self.abstract_level = 0 if heading.text.endswith(":") else heading.level
        if "." not in role:
            self.part_level = heading.level
        self.role, self.heading = role, replace(heading, key="")

    def placed(self, block: Block) -> Block:
        """A block as what it is in this section: a legend, a reference, or itself."""
        if block.kind not in ("paragraph", "item"):
            return block
        if self.role == "references" and not caption_of(block):  # legends often follow the list
            return reference_of(block, sum(b.kind == "reference" for b in self.filled[-400:]) + 1)
        return caption_of(block) or block

    def close(self) -> None:
        if self.heading is None and not self.filled:
            return
        if self.heading is None:
            self.sections.extend(_lead(self.filled, [role for _, role in self.ahead]))
        elif not self.heading.text:
            if self.filled:
                self.sections.append(Section(self.role, "", tuple(self.filled), self.heading.level or 1))
        else:
            title = self.heading.text.rstrip(" :")
            self.sections.append(
                Section(self.role, title, tuple(self.filled), self.heading.level or 1, self.heading)
            )
        self.filled = []

    def finished(self) -> tuple[Section, ...]:
        self.close()
        roles = {section.role for section in self.sections}
        if "discussion" not in roles and not any(role.startswith("comments.") for role in roles):
            return tuple(replace(s, role="discussion") if s.role == "comments" else s for s in self.sections)
        return tuple(self.sections)


def _lead(blocks: list[Block], ahead: list[str]) -> list[Section]:
    """What stands before the first heading: a title and its page, an introduction, or the whole of a narrative."""
    found: list[Section] = []
    if _is_title(blocks[0]):
        found.append(Section("title", blocks[0].text, (blocks[0],)))
        blocks = blocks[1:]
    if blocks and not any(role and not role.startswith(("statements", "references")) for role in ahead):
        role = "case" if any(_PATIENT.search(block.text[:600]) for block in blocks[:4]) else "text"
        return [*found, Section(role, "", tuple(blocks))]
    prose = [
        i
        for i, b in enumerate(blocks)
        if b.kind == "paragraph" and len(b.text) > _PROSE and not _PAGE_HEAD.search(b.text)
    ]
    if prose and "abstract" not in ahead and "introduction" not in ahead:
        if prose[0]:
            found.append(Section("front", "", tuple(blocks[: prose[0]])))
        found.append(Section("introduction", "", tuple(blocks[prose[0] :])))
    elif blocks:
        found.append(Section("front", "", tuple(blocks)))
    return found


def _is_title(block: Block) -> bool:
    """Whether a paragraph above everything is as long as a title, and ends without a stop as titles do."""
    plain = block.kind == "paragraph" and "http" not in block.text
    return plain and 10 < len(block.text) < _PROSE and block.text[-1] not in ".,:;?"
