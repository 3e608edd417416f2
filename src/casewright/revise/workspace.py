"""Sources laid out in a folder of their own: as they were sent, as they are now, as they would be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from casewright.document.pandoc import Pandoc
from casewright.pipeline import Sources, gather
from casewright.revise.laying import lay_out
from casewright.revise.layout import Layout
from casewright.revise.sent import Sent
from casewright.revise.spelling import speller
from casewright.revise.texts import Texts, read_texts


@dataclass(frozen=True, slots=True)
class State:
    """The sources at one time: their texts by name, what was read from them, and the manuscript that they make."""

    texts: Texts
    sources: Sources
    layout: Layout

    def respelled(self, text: str) -> str:
        """A text as the journal spells it."""
        return speller(self.sources.profile)(text)


class Workshop:
    """A folder in which one state of the sources after another is laid out; what stays the same is read once.

    Rendering keeps compiled templates by the paths of their files.
    """

    def __init__(self, folder: Path, pandoc: Pandoc) -> None:
        self.folder = folder
        self.pandoc = pandoc
        self._there: dict[str, str] = {}

    def sent(self, sent: Sent) -> State:
        """The manuscript of the sources as they were sent. Raises InputError."""
        self._write({})
        sent.unpack(self.folder)
        state = laid_out(self.folder, sent.journal, self.pandoc)
        self._there = dict(state.texts.items())
        return state

    def tried(self, texts: Mapping[str, str], journal: str) -> State:
        """The manuscript that these texts would make, without places. Raises InputError as a build does."""
        self._write(texts)
        return laid_out(self.folder, journal, self.pandoc, placed=False)

    def _write(self, texts: Mapping[str, str]) -> None:
        for name in self._there.keys() - texts.keys():
            (self.folder / name).unlink()
        for name, text in texts.items():
            if self._there.get(name) != text:
                file = self.folder / name
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(text, "utf-8", newline="\n")
        self._there = dict(texts)


def laid_out(project: Path, journal: str, pandoc: Pandoc, placed: bool = True) -> State:
    """The manuscript of a project folder as it is."""
    sources = gather(project, journal)
    texts = read_texts(sources.files)
    return State(texts, sources, lay_out(sources, texts, pandoc, placed))


def present_state(project: Path, journal: str, pandoc: Pandoc, sent: State) -> State:
    """The manuscript of a project as it is; the one that was sent, where nothing changed since."""
    sources = gather(project, journal)
    texts = read_texts(sources.files)
    if dict(texts.items()) == dict(sent.texts.items()):
        return sent
    return State(texts, sources, lay_out(sources, texts, pandoc))
