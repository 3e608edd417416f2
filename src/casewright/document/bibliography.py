"""The bibliography: its works as refs.bib states them, each with its line, and what is wrong with the file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from casewright.errors import InputError, Place, Problem

MAX_BYTES = 5_000_000
UNVERIFIED = "unverified"  # the keyword of a work that nobody has identified yet


@dataclass(frozen=True, slots=True)
class Entry:
    """One work: the fields as written, by lower-case name, and where the entry begins."""

    key: str
    kind: str  # "article", "book", ...
    fields: Mapping[str, str]
    place: Place

    @property
    def unverified(self) -> bool:
        """Whether it stands for a work that is not known yet; it prints as a reference to be identified."""
        keywords = re.split(r"[,;]", self.fields.get("keywords", ""))
        return UNVERIFIED in (keyword.strip().lower() for keyword in keywords)


@dataclass(frozen=True, slots=True)
class Bibliography:
    """Works by key, in the order of the file; `text` is the file itself, for pandoc."""

    entries: Mapping[str, Entry] = field(default_factory=dict)
    text: str = ""
    file: str = ""


def load_bibliography(path: Path, shown: str = "") -> Bibliography:
    """Read a BibTeX file. Raises InputError with every fault in it; `shown` is what places call the file."""
    shown = shown or path.name
    try:
        raw = path.read_bytes()
    except OSError as fault:
        raise InputError(Problem(f"cannot be read: {fault.strerror or fault}", "", Place(shown))) from None
    if len(raw) > MAX_BYTES:
        raise InputError(Problem(f"larger than {MAX_BYTES} bytes", "", Place(shown)))
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        line = raw[: fault.start].count(b"\n") + 1
        raise InputError(Problem("not UTF-8 text", "save the file as UTF-8", Place(shown, line))) from None
    return parse_bibliography(text, shown)


def parse_bibliography(text: str, shown: str = "refs.bib") -> Bibliography:
    """The works of a BibTeX text. Raises InputError with every fault in it."""
    from bibtexparser.entrypoint import parse_string
    from bibtexparser.model import DuplicateBlockKeyBlock, DuplicateFieldKeyBlock

    library = parse_string(text)
    problems = []
    for block in library.failed_blocks:
        place = Place(shown, (block.start_line or 0) + 1)
        if isinstance(block, DuplicateBlockKeyBlock):
            message, hint = f"the key `{block.key}` is given twice", "keep one of the two entries"
        elif isinstance(block, DuplicateFieldKeyBlock):
            names = ", ".join(sorted(block.duplicate_keys))
            message, hint = f"a field is given twice: {names}", "keep one of the two"
        else:
            first = (block.raw or "").strip().partition("\n")[0][:60]
            message, hint = f"not a BibTeX entry: {first}", "look for a missing brace, comma or quote there"
        problems.append(Problem(message, hint, place))
    if problems:
        raise InputError(sorted(problems, key=lambda problem: problem.place))
    entries = {
        entry.key: Entry(
            entry.key,
            entry.entry_type.lower(),
            {name.key.lower(): str(name.value) for name in entry.fields},
            Place(shown, (entry.start_line or 0) + 1),
        )
        for entry in library.entries
    }
    return Bibliography(entries, text, shown)
