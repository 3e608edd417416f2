"""An existing manuscript as a project: sections become prose, sure quantities facts; built again, the same words."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from casewright.document.model import Block, Document, Section
from casewright.document.reading import Reading
from casewright.journal.model import Profile
from casewright.read import read_manuscript
from casewright.start.as_prose import Span, block_as_prose
from casewright.start.own_journal import ID, OwnSection, own_journal
from casewright.start.project import Imported
from casewright.start.sure_facts import Printed, sure_facts

# Under a heading that JATS has an element for, and that is not a label: it is kept as a heading of the title page.
SAID_BY_ELEMENTS = ("running_title", "authors", "keywords")
LARGEST_PICTURE = 50_000_000
MOST_PICTURES = 200


def import_manuscript(file: Path, profile: Profile) -> Imported:
    """The project of a manuscript, in the style of a journal. Raises InputError for a file that cannot be used."""
    document = read_manuscript(file)
    reading = Reading(document)
    taken = sure_facts(reading, profile)
    by_block: dict[int, list[Printed]] = {}
    for printed in taken.printed:
        by_block.setdefault(printed.block, []).append(printed)
    literals = _literals(reading)
    sections: list[OwnSection] = []
    files: dict[str, bytes] = {}
    for section, numbered in _sections(document):
        blocks = [block for _, block in numbered]
        texts = [
            block_as_prose(block, by_block.get(number, ()), literals.get(number, ()))
            for number, block in numbered
        ]
        name = _file(section.role, files) if texts else ""
        heading = section.heading.text if section.heading else ""
        if texts:
            files[f"manuscript/{name}"] = (_joined(blocks, texts) + "\n").encode()
        shown = "" if section.role == "title" else heading
        has_no_label = bool(shown) and not shown.endswith(":")
        role = "front" if section.role in SAID_BY_ELEMENTS and has_no_label else section.role
        sections.append(OwnSection(role, shown, section.level, name))
    pictures = dict(_pictures(file))
    files |= {f"manuscript/figures/{name}": data for name, data in pictures.items()}
    files |= own_journal(profile, sections)
    left_out = [f"{what}: could not be read" for what in document.unread]
    left_out += [
        f"manuscript/figures/{name}: say in case.yaml to which figure it belongs" for name in pictures
    ]
    return Imported(taken.case, files, tuple(left_out), tuple(taken.unsure), ID)


def _sections(document: Document) -> Iterator[tuple[Section, list[tuple[int, Block]]]]:
    """Every section with its blocks and their numbers in a reading; what follows the title is front matter."""
    number, titled = 0, False
    for section in document.sections:
        first = number + (section.heading is not None)
        numbered = list(enumerate(section.blocks, first))
        if section.role == "keywords":
            numbered = [(n, replace(block, kind="paragraph")) for n, block in numbered]
        if section.role == "title":
            if section.heading is not None:
                numbered.insert(0, (number, section.heading))
            if not titled:
                yield section, [numbered.pop(0)]
                titled = True
            if numbered:
                yield replace(section, role="front", heading=None), numbered
        else:
            yield section, numbered
        number = first + len(section.blocks)


def _literals(reading: Reading) -> dict[int, list[Span]]:
    """Stretches whose digits are no data: citations, calls, reference lists."""
    found: dict[int, list[Span]] = {}
    for citation in reading.citations:
        found.setdefault(citation.block, []).append((citation.start, citation.end, "citation, as imported"))
    for call in reading.calls:
        found.setdefault(call.block, []).append(
            (call.start, call.end, "call of a figure or table, as imported")
        )
    for number, (section, block) in enumerate(reading.blocks):
        if section.role == "references" and block.kind != "heading":
            found[number] = [(0, len(block.text), "entry of the reference list, as imported")]
    return found


def _file(role: str, files: dict[str, bytes]) -> str:
    """A prose file of this role that is not taken yet: `case.md`, `comments/treatment.md`, `case_2.md`."""
    stem = role.replace(".", "/")
    names = (f"{stem}{'' if number == 1 else f'_{number}'}.md" for number in range(1, 10_000))
    return next(name for name in names if f"manuscript/{name}" not in files)


def _joined(blocks: list[Block], texts: list[str]) -> str:
    """Paragraphs with an empty line between them; the items of one list without."""
    joined = texts[0]
    for before, block, text in zip(blocks, blocks[1:], texts[1:], strict=False):
        joined += ("\n" if before.kind == block.kind == "item" else "\n\n") + text
    return joined


def _pictures(file: Path) -> Iterator[tuple[str, bytes]]:
    """The pictures in a Word file, without their metadata; none of another format."""
    from casewright.submission.pictures import stripped

    if not zipfile.is_zipfile(file):
        return
    with zipfile.ZipFile(file) as package:
        media = [entry for entry in package.infolist() if entry.filename.startswith("word/media/")]
        for entry in media[:MOST_PICTURES]:
            name = Path(entry.filename).name
            if entry.file_size <= LARGEST_PICTURE and not entry.is_dir():
                yield name, stripped(package.read(entry))
