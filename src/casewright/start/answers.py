"""The few questions that matter before a first build."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from casewright.case.care.patient import PATIENT
from casewright.case.scalars import Refused, read_value
from casewright.case.shape import Shape
from casewright.errors import InputError, Problem
from casewright.journal.profile import journal_folders, load_profile

QUESTIONS = (
    ("title", "Title of the report"),
    ("journal", "Journal"),
    ("age", "Age of the patient, with its unit (45 years)"),
    ("sex", "Sex of the patient (male, female, intersex, not stated)"),
    ("diagnosis", "Main diagnosis"),
)
_SHAPES: dict[str, Shape] = {"age": PATIENT.fields["age"], "sex": PATIENT.fields["sex"]}


@dataclass(frozen=True, slots=True)
class Answers:
    """What is known of the report; "" is not known yet."""

    title: str = ""
    journal: str = ""
    age: str = ""
    sex: str = ""
    diagnosis: str = ""

    def checked(self) -> Answers:
        """The same. Raises InputError for an age or a sex that case.yaml could not hold."""
        problems = [problem for name in _SHAPES if (problem := self._fault(name))]
        if problems:
            raise InputError(problems)
        return self

    @property
    def case(self) -> dict[str, Any]:
        """What of this stands in case.yaml, as it is nested there."""
        patient = {name: value for name in ("age", "sex") if (value := getattr(self, name))}
        return {"patient": patient, "diagnosis": {"final": self.diagnosis} if self.diagnosis else {}}

    def _fault(self, name: str) -> Problem | None:
        value = getattr(self, name)
        return fault_of(name, value) if value else None


def fault_of(name: str, value: str) -> Problem | None:
    """What is wrong with an answer, None where nothing is."""
    try:
        if name in _SHAPES:
            read_value(_SHAPES[name], value, name)
        elif name == "journal":
            load_profile(value)
    except Refused as refused:
        return Problem(f"{name}: {refused.message}", refused.hint)
    except InputError as refused:
        return refused.problems[0]
    return None


def ask(given: Answers, default_journal: str, question: Callable[[str], str]) -> Answers:
    """The answers, those that are missing asked for by `question`; an empty line leaves one open.

    An answer that cannot be used is asked for again, with what is wrong with it.
    """
    values = {}
    for name, text in QUESTIONS:
        asked = f"{text}, or Enter to write it later: "
        if name == "journal":
            asked = f"{text} ({', '.join(journal_folders(None))}) [{default_journal}]: "
        value, fault = getattr(given, name), None
        while not value:
            value = question(f"{fault}\n{asked}" if fault else asked).strip()
            if not value:
                value = default_journal if name == "journal" else ""
                break
            fault = fault_of(name, value)
            value = "" if fault else value
        values[name] = value
    return Answers(**values)
