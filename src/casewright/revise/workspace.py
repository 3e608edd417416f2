"""Sources laid out in a folder of their own: as they were sent, as they are now, as they would be."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from casewright.document.pandoc import Pandoc
from casewright.pipeline import Sources, gather
from casewright.revise.laying import lay_out
from casewright.revise.layout import Layout
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


def state_of(texts: Mapping[str, str], journal: str, pandoc: Pandoc) -> State:
    """The manuscript of these texts. Raises InputError as a build does."""
    with tempfile.TemporaryDirectory(prefix="casewright-") as folder:
        root = Path(folder)
        for name, text in texts.items():
            file = root / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8", newline="\n")
        return laid_out(root, journal, pandoc)


def laid_out(project: Path, journal: str, pandoc: Pandoc) -> State:
    """The manuscript of a project folder as it is."""
    sources = gather(project, journal)
    texts = read_texts(sources.files)
    return State(texts, sources, lay_out(sources, texts, pandoc))


def present_state(project: Path, journal: str, pandoc: Pandoc, sent: State) -> State:
    """The manuscript of a project as it is; the one that was sent, where nothing changed since."""
    sources = gather(project, journal)
    texts = read_texts(sources.files)
    if dict(texts.items()) == dict(sent.texts.items()):
        return sent
    return State(texts, sources, lay_out(sources, texts, pandoc))


def changed(texts: Mapping[str, str], replaced: Mapping[str, str]) -> dict[str, str]:
    """The texts with some of them replaced."""
    return {**texts, **replaced}
