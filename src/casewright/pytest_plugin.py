"""The consistency tests of a manuscript, one by one and readable by name, for any case project.

    from casewright.pytest_plugin import ManuscriptTests

    class TestManuscript(ManuscriptTests):
        project = "../.."  # the folder with manuscript/ and refs.bib, from the test file's own

The manuscript is built once, in memory, and each output is read back once. There is a test for every fact in every
section that states it (in each of the four formats), for every derived fact, for every abbreviation in every part,
for every citation, figure and panel call, and one that no finding stands without an acknowledgement.
"""

from __future__ import annotations

import inspect
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

import pytest

if TYPE_CHECKING:
    from casewright.document.model import Document, Section
    from casewright.pipeline import Build


TARGETS = ("reference", "legend", "table")  # kinds of block that citations and calls lead to


@dataclass(frozen=True, slots=True)
class Statement:
    """A fact as a section states it, `times` times."""

    fact: str
    text: str
    role: str
    section: str
    times: int

    def __str__(self) -> str:
        return f"{self.fact} says {self.text} in {self.section}"


@dataclass(frozen=True, slots=True)
class Use:
    """An abbreviation in a part of the manuscript, or the target of a call in a section."""

    what: str
    where: str

    def __str__(self) -> str:
        return f"{self.what} in {self.where}"


class ManuscriptTests:
    """Subclass it in a test file and name the project; `journal` is the one of the project's configuration, if ""."""

    project: ClassVar[str] = "../.."
    journal: ClassVar[str] = ""

    @classmethod
    def build(cls) -> Build:
        """The manuscript, built once a session."""
        return _build(Path(inspect.getfile(cls)).parent / cls.project, cls.journal)

    def pytest_generate_tests(self, metafunc: pytest.Metafunc) -> None:
        found = {
            "statement": _statements,
            "derived": _derived,
            "abbreviation": _abbreviations,
            "call": _calls,
        }
        for name in found.keys() & set(metafunc.fixturenames):
            values = list(found[name](self.build()))
            metafunc.parametrize(name, values, ids=[_ascii(str(value)) for value in values])

    def test_the_manuscript_states(self, statement: Statement) -> None:
        """Every output says this fact in this section, as often as the manuscript does."""
        for name, document in self.build().read_back.items():
            assert statement.times == _times(document, statement), name

    def test_the_stated_value_is_the_derived_one(self, derived: str) -> None:
        """A fact that is stated and can be computed is the computed one, or the author has acknowledged it."""
        build = self.build()
        open_findings = [f for f in build.result.findings if derived in f.message and f.acknowledged is None]

        assert not open_findings

    def test_the_abbreviation_is_defined_before_it_is_used(self, abbreviation: Use) -> None:
        """The short form stands in this part only behind its long form."""
        for part, text, expansions in _parts(self.build().document):
            if part == abbreviation.where:
                first = text.find(abbreviation.what)
                assert any(start <= first < end for start, end in expansions), (
                    f"{abbreviation.what} at {first}"
                )

    def test_the_call_has_a_target(self, call: Use) -> None:
        """What the text calls is in the manuscript: the work in the reference list, the figure among the legends."""
        kind, _, key = call.what.partition(" ")
        targets = {block.key for _, block in self.build().document.blocks() if block.kind in TARGETS}

        assert (key if kind == "citation" else f"{kind}:{key.partition('.')[0]}") in targets

    def test_every_finding_is_acknowledged(self) -> None:
        """No error or warning stands without the author's reason."""
        waiting = [f"{f.code} {f.message}" for f in self.build().result.findings
                   if f.severity != "note" and f.acknowledged is None]  # fmt: skip

        assert not waiting


@lru_cache(maxsize=4)
def _build(project: Path, journal: str) -> Build:
    from casewright.configuration import chosen_journals
    from casewright.pipeline import make
    from casewright.processes import Tools

    project = project.resolve()
    with Tools.started() as tools:
        return make(project, journal or chosen_journals(project)[0], tools)


def _statements(build: Build) -> Iterator[Statement]:
    counted: dict[tuple[str, str, str], int] = {}
    titles: dict[str, str] = {}
    for section, block in build.document.blocks():
        titles.setdefault(section.role, _title(section))
        for mark in block.marked("fact"):
            key = mark.target, block.text[mark.start : mark.end], section.role
            counted[key] = counted.get(key, 0) + 1
    for (fact, text, role), times in counted.items():
        yield Statement(fact, text, role, titles[role], times)


def _derived(build: Build) -> Iterator[str]:
    return (fact.id for fact in build.sources.case.facts.values() if fact.formula)


def _parts(document: Document) -> Iterator[tuple[str, str, list[tuple[int, int]]]]:
    """Each part in which abbreviations start anew: its name, its text, where it expands which abbreviation."""
    for section in document.sections:
        text, expansions = "", []
        for block in section.blocks:
            expansions += [(len(text) + m.start, len(text) + m.end) for m in block.marked("abbreviation")]
            text += block.text + "\n"
        yield _title(section), text, expansions


def _abbreviations(build: Build) -> Iterator[Use]:
    for section in build.document.sections:
        shorts = {mark.target for block in section.blocks for mark in block.marked("abbreviation")}
        text = section.text
        yield from (Use(short, _title(section)) for short in sorted(shorts) if _first_use(short, text) >= 0)


def _first_use(short: str, text: str) -> int:
    """Where an abbreviation first stands as a word of its own, -1 where it does not."""
    found = re.search(rf"(?<![\w-]){re.escape(short)}(?!\w)", text)
    return found.start() if found else -1


def _calls(build: Build) -> Iterator[Use]:
    seen = set()
    for section, block in build.document.blocks():
        for kind in ("citation", "call"):
            for mark in block.marked(kind):
                for target in mark.target.split(";"):
                    what = f"citation {target}" if kind == "citation" else target.replace(":", " ", 1)
                    seen.add(Use(what, _title(section)))
    yield from sorted(seen, key=str)


def _times(document: Document, statement: Statement) -> int:
    """How often the document states the fact in the section; of a format without fact ids, at least as its text."""
    sections = [section for section in document.sections if section.role == statement.role]
    if document.format == "pdf":
        wanted, text = _bare(statement.text), _bare("".join(section.text for section in sections))
        return statement.times if text.count(wanted) >= statement.times else text.count(wanted)
    return sum(
        mark.target == statement.fact and _bare(block.text[mark.start : mark.end]) == _bare(statement.text)
        for section in sections
        for block in ([section.heading] if section.heading else []) + list(section.blocks)
        for mark in block.marked("fact")
    )


def _bare(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())


def _title(section: Section) -> str:
    return section.title.rstrip(":") or section.role


_PLAINER = {ord("μ"): "u", ord("µ"): "u", ord("×"): "x", ord("–"): "-", ord("≤"): "<=", ord("≥"): ">="}


def _ascii(text: str) -> str:
    """For test names, which pytest prints in ASCII: the nearest plain characters."""
    return unicodedata.normalize("NFKD", text.translate(_PLAINER)).encode("ascii", "ignore").decode()
