"""The prose files of a new project: each says what belongs in it, and prints "to be written" until it is there."""

from __future__ import annotations

from collections.abc import Mapping

from casewright.journal.model import Profile
from casewright.render.markdown import escaped

# What belongs in the file, by its name; paraphrased after CARE (Gagnier 2013) where an item is about it.
GUIDANCE: Mapping[str, str] = {
    "title": "The title: the main finding or diagnosis, and the words case report (CARE 1).",
    "running_title": "A short title for the heads of the pages.",
    "abstract": "The abstract: what is new here, the patient, what was found and done, how it ended, what to take "
    "away (CARE 3).",
    "core_tip": "The core tip: in some 100 words, why a colleague should read this.",
    "introduction": "The introduction: in a few sentences, what is known, with references, and why this case is worth "
    "telling (CARE 4).",
    "case": "The case: in the order of time, who the patient is, the history, the examination, the tests, the "
    "diagnosis, the treatment and the course (CARE 5 to 10).",
    "discussion": "The discussion: strengths and limits of what was done, the literature, why the conclusions hold, "
    "what to take away (CARE 11).",
    "conclusion": "The conclusion: what to take away from this case (CARE 11d).",
    "perspective": "The patient's own view of the illness and the treatment, where it can be had (CARE 12).",
    "abstract/background": "The abstract, its beginning: what this case adds (CARE 3a).",
    "abstract/case": "The abstract, the case: symptoms, findings, diagnosis, treatment and outcome in short (CARE 3b).",
    "abstract/conclusion": "The abstract, its end: what to take away (CARE 3c).",
    "case/complaint": "Who the patient is, and what brought the patient to the doctor (CARE 5a and 5b).",
    "case/history": "The history of the present illness (CARE 5b).",
    "case/past_history": "Earlier illnesses, operations, drugs, allergies (CARE 5c).",
    "case/family_history": "Illnesses in the family, and how the patient lives (CARE 5c).",
    "case/examination": "The findings of the physical examination (CARE 6).",
    "case/laboratory": "The laboratory values (CARE 8a). Delete this file where nothing was measured.",
    "case/imaging": "The imaging (CARE 8a). Delete this file where there was none.",
    "case/pathology": "Histology and other findings in tissue (CARE 8a). Delete this file where there were none.",
    "case/differential": "The other diagnoses that were considered, and what spoke against them (CARE 8c).",
    "case/diagnosis": "The diagnosis, how it was reached, and what made it hard (CARE 8b to 8d).",
    "case/treatment": "The treatment: kind, dose, duration, changes and why (CARE 9).",
    "case/outcome": "Course and outcome: tests, adherence, adverse events (CARE 10).",
    "learning_points": "Three to five learning points, as a list.",
}
_HOW = (
    "Print a value by its name in case.yaml, such as {{ patient.age }}; cite a work by its key in refs.bib, such as "
    "[@gagnier2013care]; call a figure by its key, such as @fig:scan."
)


def first_prose(profile: Profile, title: str, known: Mapping[str, str]) -> dict[str, str]:
    """The prose files of a journal's sections, by their names in `manuscript/`."""
    names = dict.fromkeys(
        part
        for name in ("title", *profile.sections, "case")
        for part in [one.replace(".", "/") for one in profile.parts.get(name, ())] or [name]
        if part in GUIDANCE
    )
    if "case/complaint" in names:
        names.pop("case", None)
    return {f"{name}.md": _file(name, title, known) for name in names}


def prose(text: str) -> str:
    """Plain words as they must be written in a prose file to be printed as they are."""
    return escaped(text).replace("{%", "{\\%")


def _file(name: str, title: str, known: Mapping[str, str]) -> str:
    about = GUIDANCE[name]
    left = "Write it in place of the last line."
    if name == "title" and title:
        return f"{{## {about} -##}}\n{prose(title)}\n"
    if name in ("case", "case/complaint") and {"age", "sex"} <= known.keys():
        opening = "A {{ patient.age | aged }} {{ patient | noun }} presented with\n"
        return _comment(about, left, _HOW) + opening + '{% include "missing.md" %}\n'
    return _comment(about, left, *([] if name.endswith("title") else [_HOW])) + '{% include "missing.md" %}\n'


def _comment(*sentences: str) -> str:
    import textwrap

    lines = [line for sentence in sentences for line in textwrap.wrap(sentence, 112)]
    return "{## " + "\n    ".join(lines) + " -##}\n"
