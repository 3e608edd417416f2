"""Acknowledgements: the findings that the author has seen and keeps, each with a reason, in a file of their
own.

- code: CW211
  quote: 6430 /μL          # the words of the finding, or a part of them; none where something is missing
  section: COMMENTS        # where the same words stand more than once; may be left out
  reason: stands as published

In place of a quote, which each journal prints in its own way, `about` names a fact of the case data that is printed
there (`about: labs.emergency.neutrophils`), or the key of a reference.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from casewright.check.finding import Finding, Spot
from casewright.document.reading import Reading
from casewright.errors import InputError, Place, Problem

Subjects = Callable[[Spot], frozenset[str]]
_KEYS = {"code", "quote", "about", "section", "reason"}


@dataclass(frozen=True, slots=True)
class Acknowledgement:
    """What the author keeps: code, words or a part of them, or what they are about, section, and the reason."""

    code: str
    reason: str
    place: Place
    quote: str = ""
    section: str = ""
    about: str = ""

    def covers(self, finding: Finding, subjects: Subjects = lambda _: frozenset()) -> bool:
        """Whether that finding is meant: its words or those of a place that contradicts it hold the quote.

        `subjects` tells what stands at a place: ids of facts, keys of references.
        """
        if finding.code != self.code:
            return False
        if not self.quote and not self.section and not self.about:
            return not finding.spot.quote  # of something missing, which has no words
        return any(
            _plain(self.quote) in _plain(spot.quote)
            and _plain(self.section) in _plain(spot.section)
            and (not self.about or self.about in subjects(spot))
            for spot in (finding.spot, *finding.related)
        )


def subjects_of(reading: Reading) -> Subjects:
    """What a manuscript that was built says of each place in it."""

    def subjects(spot: Spot) -> frozenset[str]:
        if spot.block < 0:
            return frozenset()
        block = reading.blocks[spot.block][1]
        end = spot.start + len(spot.quote)
        facts = (mark.target for mark in block.marked("fact") if mark.start < end and spot.start < mark.end)
        return frozenset((*facts, block.key))

    return subjects


def _plain(text: str) -> str:
    return " ".join(text.split()).lower()


def apply_acknowledgements(
    findings: Iterable[Finding],
    acknowledgements: Sequence[Acknowledgement],
    subjects: Subjects = lambda _: frozenset(),
) -> tuple[tuple[Finding, ...], tuple[Acknowledgement, ...]]:
    """The findings, those covered with their reason, and the acknowledgements that cover none: the stale
    ones."""
    used: set[Acknowledgement] = set()
    judged = []
    for finding in findings:
        for acknowledgement in acknowledgements:
            if acknowledgement.covers(finding, subjects):
                used.add(acknowledgement)
                if finding.acknowledged is None:
                    finding = replace(finding, acknowledged=acknowledgement.reason)
        judged.append(finding)
    return tuple(judged), tuple(a for a in acknowledgements if a not in used)


def load_acknowledgements(file: Path) -> tuple[Acknowledgement, ...]:
    """The acknowledgements in a YAML file. Raises `InputError` with every entry that is not one."""
    from ruamel.yaml import YAML
    from ruamel.yaml.error import YAMLError

    try:
        entries = YAML(typ="rt").load(file.read_text(encoding="utf-8")) or []
    except OSError as fault:
        raise InputError(Problem(f"cannot be read: {fault.strerror}", place=Place(str(file)))) from fault
    except (YAMLError, UnicodeDecodeError) as fault:
        line = getattr(getattr(fault, "problem_mark", None), "line", -1) + 1
        problem = getattr(fault, "problem", None) or "not text in UTF-8"
        raise InputError(Problem(f"not valid YAML: {problem}", place=Place(str(file), line))) from fault
    if not isinstance(entries, list):
        hint = "write each as `- code: CW201`, with `quote` and `reason` below it"
        raise InputError(Problem("acknowledgements must be a list", hint, Place(str(file), 1)))
    problems: list[Problem] = []
    known = []
    for entry, place in zip(entries, _places(entries, file), strict=True):
        faults = list(_faults(entry))
        problems += [Problem(message, hint, place) for message, hint in faults]
        if not faults:
            known.append(Acknowledgement(place=place, **{key: str(value) for key, value in entry.items()}))
    if problems:
        raise InputError(problems)
    return tuple(known)


def _places(entries: Any, file: Path) -> list[Place]:
    marks = getattr(entries, "lc", None)
    return [
        Place(str(file), marks.item(n)[0] + 1, marks.item(n)[1] + 1) if marks else Place(str(file))
        for n in range(len(entries))
    ]


def _faults(entry: Any) -> Iterable[tuple[str, str]]:
    if not isinstance(entry, dict):
        yield (
            "an acknowledgement must have a code and a reason",
            "write `- code: CW201`, `reason: ...` below it",
        )
        return
    for key in entry.keys() - _KEYS:
        yield f"unknown key `{key}`", f"the keys are {', '.join(sorted(_KEYS))}"
    if not entry.get("code"):
        yield "an acknowledgement without a code", "give the code of the finding, such as `code: CW201`"
    if not str(entry.get("reason") or "").strip():
        yield "an acknowledgement without a reason", "say why the finding is kept: `reason: ...`"
