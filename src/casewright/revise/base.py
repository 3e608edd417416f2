"""What a file that came back is compared with: the build that it carries the id of, or a fresh one."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from casewright.configuration import chosen_journals
from casewright.revise.paragraphs import WordFile, read_word_file
from casewright.revise.sent import Sent, find_sent
from casewright.revise.workspace import State, Workshop, laid_out
from casewright.write.docx import write_docx
from casewright.write.docx_facts import digest


@dataclass(frozen=True, slots=True)
class Base:
    """The sources as sent and the Word file that they made; `remark` says so where it is not what was sent."""

    state: State
    sent: WordFile
    journal: str
    remark: str = ""


class Bases:
    """The bases of several files of one project; each is laid out once."""

    def __init__(self, project: Path, workshop: Workshop) -> None:
        self.project = project
        self.workshop = workshop
        self._known: dict[str, Base] = {}

    def find(self, edited: WordFile) -> Base:
        """The base of a file. Raises InputError where the sources that would be one cannot be used."""
        if edited.build not in self._known:
            sent = find_sent(self.project, edited.build)
            self._known[edited.build] = self._kept(sent) if sent else self._fresh(edited)
        return self._known[edited.build]

    def _kept(self, sent: Sent) -> Base:
        state = self.workshop.sent(sent)
        file = sent.folder / "manuscript.docx"
        return Base(state, read_word_file(file.read_bytes(), str(file)), sent.journal)

    def _fresh(self, edited: WordFile) -> Base:
        journal, state = self._likeliest(edited)
        data = write_docx(state.layout.document, state.sources.profile, state.sources.images)
        reason = (
            "the build that it came from is not kept here"
            if edited.build
            else "it does not say which build it came from"
        )
        return Base(
            state,
            read_word_file(data, "a fresh build"),
            journal,
            f"{edited.source}: {reason}; compared with a fresh build, in which later changes of yours look like edits",
        )

    def _likeliest(self, edited: WordFile) -> tuple[str, State]:
        """The journal whose build has the id of the file, laid out; the first of the project where none has it."""
        journals = chosen_journals(self.project)
        first = laid_out(self.project, journals[0], self.workshop.pandoc)
        if edited.build and digest(first.layout.document) != edited.build:
            for journal in journals[1:]:
                state = laid_out(self.project, journal, self.workshop.pandoc)
                if digest(state.layout.document) == edited.build:
                    return journal, state
        return journals[0], first
