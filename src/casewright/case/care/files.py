"""The two files as wholes."""

from __future__ import annotations

from casewright.case.care.closing import ABBREVIATIONS, FIGURES, PERSPECTIVE, STATEMENTS
from casewright.case.care.findings import EXAMINATION, TIMELINE, VITALS
from casewright.case.care.investigations import DIAGNOSIS, IMAGING, LABS, PATHOLOGY
from casewright.case.care.patient import ARTICLE, HISTORY, PATIENT, PRESENTATION
from casewright.case.care.treatment import OUTCOME, TREATMENT
from casewright.case.shape import Group, Measure, Text, count, time

CASE = Group(
    "The facts of one clinical case. Each is written here once; every sentence that states it takes it from here.",
    {
        "article": ARTICLE,
        "patient": PATIENT,
        "presentation": PRESENTATION,
        "history": HISTORY,
        "vitals": VITALS,
        "examination": EXAMINATION,
        "timeline": TIMELINE,
        "labs": LABS,
        "imaging": IMAGING,
        "pathology": PATHOLOGY,
        "diagnosis": DIAGNOSIS,
        "treatment": TREATMENT,
        "outcome": OUTCOME,
        "perspective": PERSPECTIVE,
        "statements": STATEMENTS,
        "figures": FIGURES,
        "abbreviations": ABBREVIATIONS,
    },
)

STUDY = Group(
    "What one work reports, under its key in refs.bib.",
    {
        "patients": count("The number of patients."),
        "median_survival": time("The median survival: `3.9 months`."),
        "follow_up": time("The length of the follow-up."),
        "statements": Group(
            "What the work says in words, each under a name of your choice.",
            rest=Text("The statement, in few words."),
        ),
    },
    rest=Measure("A figure under a name of your choice: `8 of 9`, `92 %`, `4.2-8.5 %`, `6.4 months`."),
)

STUDIES = Group("What the cited works report, each under its key in refs.bib.", rest=STUDY)
