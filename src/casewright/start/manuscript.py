"""An existing manuscript as a project: sections become prose, sure quantities facts; built again, the same words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from pathlib import Path

from casewright.document.model import Block, Document, Section
from casewright.document.reading import Reading
from casewright.journal.model import Profile
from casewright.read import read_manuscript
from casewright.read.xml import parse
from casewright.start.as_prose import Span, block_as_prose
from casewright.start.cited import Cited, sure_citations
from casewright.start.figures import Figures, legends_of, sure_figures
from casewright.start.media import Picture, pictures_of
from casewright.start.own_journal import ID, OwnSection, own_journal
from casewright.start.project import Imported
from casewright.start.sure_facts import Printed, sure_facts
from casewright.start.surroundings import refs
from casewright.start.works import NUMBER, Work, bibtex, of_blocks, of_jats, unread

Blocks = list[tuple[int, Block]]  # each with its number in a reading

# Under a heading that JATS has an element for, and that is not a label: it is kept as a heading of the title page.
SAID_BY_ELEMENTS = ("running_title", "authors", "keywords")


def import_manuscript(file: Path, profile: Profile) -> Imported:
    """The project of a manuscript, in the style of a journal. Raises InputError for a file that cannot be used."""
    document = read_manuscript(file)
    reading = Reading(document)
    taken = sure_facts(reading, profile)
    texts = {number: reading.blocks[one.block][1].text for number, one in legends_of(reading).items()}
    pictures, missing = pictures_of(file, texts)
    figures = sure_figures(reading, pictures, profile.figures)
    works, unsure = _works(file, document)
    entries = {number: unread(number, text) for number, text in unsure.items()}
    entries |= {work.printed: work for work in works}
    cited = sure_citations(reading, entries, profile, ID)
    own = profile if isinstance(cited, str) else replace(profile, citations=cited.style)
    printed = [*taken.printed, *(() if isinstance(cited, str) else cited.citations)]
    prose = _Prose(reading, printed, figures if isinstance(figures, Figures) else None)
    sections: list[OwnSection] = []
    files: dict[str, bytes] = {}
    for section, numbered in _sections(document):
        blocks = [block for _, block in numbered]
        if section.role == "references" and not isinstance(cited, str):
            heading = section.heading.text if section.heading else ""
            sections.append(OwnSection(section.role, heading, section.level, body="::: {.references}\n:::\n"))
            continue
        texts_of = [prose.of(number, block) for number, block in numbered]
        name = _file(section.role, files) if texts_of else ""
        heading = section.heading.text if section.heading else ""
        if texts_of:
            files[f"manuscript/{name}"] = (_joined(blocks, texts_of) + "\n").encode()
        shown = "" if section.role == "title" else heading
        has_no_label = bool(shown) and not shown.endswith(":")
        role = "front" if section.role in SAID_BY_ELEMENTS and has_no_label else section.role
        sections.append(OwnSection(role, shown, section.level, name))
    files |= {f"manuscript/figures/{picture.name}": picture.data for picture in pictures}
    files |= {f"manuscript/legends/{key}.md": text.encode() for key, text in prose.legends.items()}
    files |= own_journal(replace(own, figures=prose.style or own.figures), sections)
    if isinstance(cited, Cited):
        works = sorted(entries.values(), key=lambda work: int(work.printed))
        files[f"templates/{ID}/{ID}.csl"] = cited.csl.encode()
    if works:
        words = cited.words if isinstance(cited, Cited) else {}
        files["refs.bib"] = (refs() + "\n" + bibtex(works, file.name, words)).encode()
    left_out = [f"{what}: could not be read" for what in document.unread]
    left_out += [f"{link}: the picture does not lie beside the manuscript" for link in missing]
    left_out += [f"reference {number}: not all of it was read with certainty" for number in unsure]
    to_confirm = [*taken.unsure, *(_told(work, cited) for work in works if work.kind != "misc")]
    if isinstance(cited, str) and entries:
        left_out.append(f"the citations stay the numbers that they were: {cited}")
    if isinstance(figures, Figures):
        to_confirm += [
            f"{key}: that these are its pictures, in this order" for key in figures.case["figures"]
        ]
    else:
        left_out += [f"manuscript/figures/{one.name}: {_whose(one)}; {figures}" for one in pictures]
    case = taken.case | (figures.case if isinstance(figures, Figures) else {})
    return Imported(case, files, tuple(left_out), tuple(to_confirm), ID)


class _Prose:
    """The blocks of the manuscript as prose; the legends of sure figures apart, by their figures' keys."""

    def __init__(self, reading: Reading, printed: Iterable[Printed], figures: Figures | None) -> None:
        self.style = figures.style if figures else None
        self.legends: dict[str, str] = {}
        self._apart = figures.legends if figures else {}
        self._literals = _literals(reading)
        self._printed: dict[int, list[Printed]] = {}
        for one in (*printed, *(figures.calls if figures else ())):
            self._printed.setdefault(one.block, []).append(one)

    def of(self, number: int, block: Block) -> str:
        printed, literals = self._printed.get(number, []), self._literals.get(number, [])
        legend = self._apart.get(number)
        if legend is None:
            return block_as_prose(block, printed, literals)
        cut = legend.label_end
        within = [replace(p, start=p.start - cut, end=p.end - cut) for p in printed if p.start >= cut]
        spans = [(start - cut, end - cut, why) for start, end, why in literals if start >= cut]
        self.legends[legend.key] = block_as_prose(_cut(block, cut), within, spans) + "\n"
        file = f"manuscript/legends/{legend.key}.md"
        return f'::: {{.legend key="fig:{legend.key}"}}\n{{% include ["{file}", "missing.md"] %}}\n:::'


def _cut(block: Block, at: int) -> Block:
    """The block without its first characters."""
    marks = (replace(m, start=max(0, m.start - at), end=m.end - at) for m in block.marks if m.end > at)
    return replace(block, kind="paragraph", text=block.text[at:], marks=tuple(marks))


def _works(file: Path, document: Document) -> tuple[list[Work], dict[str, str]]:
    """The reference list, by its elements where the file names them; and the words of entries that are not certain."""
    blocks = [
        block for section in document.sections if section.role == "references" for block in section.blocks
    ]
    if document.format == "jats":
        works, unsure = of_jats(parse(file.read_bytes(), file.name))
    else:
        works, unsure = of_blocks(blocks)
    words = {block.key or str(n): NUMBER.sub("", block.text, count=1) for n, block in enumerate(blocks, 1)}
    return works, {number: words.get(number, "") for number in unsure}


def _told(work: Work, cited: Cited | str) -> str:
    fields = work.fields
    source = fields.get("journal") or fields.get("publisher", "")
    place = f"{source} {fields['year']}; {fields.get('volume', '')}: {fields.get('pages', '')}".rstrip(":; ")
    about = f"{fields['title']}. {place.replace('--', '-')}"
    how = f"; to cite it, write [@{work.key}]" if isinstance(cited, str) else ""
    return f"reference {work.printed}, in refs.bib as `{work.key}`: {about}{how}"


def _whose(picture: Picture) -> str:
    which = (
        f"it stands beside the legend of figure {picture.figure}"
        if picture.figure
        else "it is of an unknown figure"
    )
    return f"{which}: say in case.yaml to which figure it belongs"


def _sections(document: Document) -> Iterator[tuple[Section, Blocks]]:
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
        elif section.role == "references" and numbered:
            yield from _listed(section, numbered)
        else:
            yield section, numbered
        number = first + len(section.blocks)


def _listed(section: Section, numbered: Blocks) -> Iterator[tuple[Section, Blocks]]:
    """A reference list, every paragraph an entry of its own; legends and tables within or behind it stand apart."""
    heading, keys = section.heading, set[str]()
    for is_apart, group in groupby(numbered, key=lambda one: one[1].kind in ("legend", "table")):
        if is_apart:
            if heading is not None:
                yield section, []
            yield replace(section, role="legends", heading=None), list(group)
        else:
            yield replace(section, heading=heading), [(n, _as_entry(n, block, keys)) for n, block in group]
        heading = None


def _as_entry(number: int, block: Block, keys: set[str]) -> Block:
    key = block.key if block.key and block.key not in keys else f"entry{number}"
    keys.add(key)
    return replace(block, kind="reference", key=key)


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
