"""The items of the reporting guidelines, paraphrased, each with what shows in a manuscript that it was thought of.

CARE 2013: Gagnier JJ et al. J Med Case Rep 2013; 7: 223 [PMID: 24228906 DOI: 10.1186/1752-1947-7-223]; elaborated by
Riley DS et al. J Clin Epidemiol 2017; 89: 218 [DOI: 10.1016/j.jclinepi.2017.04.026].
SCARE 2023: Sohrabi C et al. Int J Surg 2023; 109: 1136 [PMID: 37013953 DOI: 10.1097/JS9.0000000000000373]. Of its items
those to 5b were seen. Those that follow are as in the forms of 2016 (5a to 7, seen) and as their topics are remembered
(8 to 14); each says so, as does the filled checklist.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Item:
    """One item: what it asks, and the evidence that counts.

    `facts` are beginnings of fact ids, `roles` the sections where it belongs, `words` a pattern over small letters.
    A printed fact is evidence; so are words in those sections (anywhere, where none are named); so is any text in
    them, where no words are named.
    """

    number: str
    topic: str
    asks: str
    roles: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    words: str = ""
    reason: str = ""  # the fact that may say why there is nothing
    basis: str = ""  # where the item was read, if not in the guideline itself


@dataclass(frozen=True, slots=True)
class Guideline:
    """A checklist; `note` says what a reader must know of it."""

    id: str
    name: str
    items: tuple[Item, ...]
    note: str = ""


_SAYS_CASE = r"\bcase (?:report|study|series)\b"
_CASE = ("case", "abstract")
_FORM_OF_2016 = "as in the form of 2016; that of 2023 was not seen from here on"
_REMEMBERED = "its topic is remembered; the item was not seen"

CARE = Guideline(
    "care-2013",
    "CARE 2013",
    (
        Item("1", "Title", "names the main focus and says that it is a case report", ("title",), (), _SAYS_CASE),
        Item("2", "Key words", "two to five that name the key elements", ("keywords",), ("article.keywords",)),
        Item("3a", "Abstract: introduction", "what this case adds", ("abstract",), (),
             r"\b(?:rare|first|unusual|uncommon|unique|no(?:t| case)|only|seldom|report)"),
        Item("3b", "Abstract: the case", "symptoms, findings, diagnosis, treatment and outcome in short",
             ("abstract",), (), r"\b(?:patient|man|woman|boy|girl|child|year|month)"),
        Item("3c", "Abstract: conclusion", "the main lesson", ("abstract",), (),
             r"\b(?:should|may|can|must|suggest|conclu|consider|lesson|therefore|important)"),
        Item("4", "Introduction", "the background in short, with references", ("introduction",)),
        Item("5a", "Patient information", "who the patient is, not to be identified", _CASE,
             ("patient.age", "patient.sex")),
        Item("5b", "Patient information", "the main complaint and symptoms", ("case.complaint",),
             ("presentation.symptoms", "presentation.complaint")),
        Item("5c", "Patient information", "history: medical, family, social, earlier treatment and its results",
             ("case.history", "case.past_history", "case.family_history"), ("history",)),
        Item("6", "Clinical findings", "the physical examination that matters", ("case.examination",),
             ("examination", "vitals")),
        Item("7", "Timeline", "what happened when, as a table or figure", ("case", "legends", "tables"), (),
             r"\btimeline\b"),
        Item("8a", "Diagnostic assessment", "how it was examined: tests, imaging, tissue",
             ("case.laboratory", "case.imaging", "case.pathology"), ("labs", "imaging", "pathology")),
        Item("8b", "Diagnostic assessment", "what made the diagnosis hard", ("case", "discussion"),
             ("diagnosis.challenges",),
             r"\b(?:challeng|misdiagnos|diagnostic difficult|hard to diagnose|delay in (?:the )?diagnosis)"),
        Item("8c", "Diagnostic assessment", "the reasoning, and the other diagnoses considered",
             ("case", "discussion", "comments"), ("diagnosis.differentials", "diagnosis.final"),
             r"\b(?:differential|excluded|ruled out|considered|suspected)"),
        Item("8d", "Diagnostic assessment", "what bears on the prognosis, such as the stage",
             ("case", "discussion", "comments"), ("pathology.", "diagnosis.stage"),
             r"\b(?:prognos|stage|grade|ki-?67|survival)"),
        Item("9a", "Treatment", "what kind of treatment", ("case.treatment",), ("treatment",)),
        Item("9b", "Treatment", "how it was given: dose, strength, duration", _CASE, (),
             r"\d\s?(?:mg|g|µg|μg|ml|iu|gy|mmol)\b|\b(?:daily|cycles?|weekly|monthly|approach|resection)\b"),
        Item("9c", "Treatment", "changes, and why", ("case", "discussion"), ("treatment.changes",),
             r"\b(?:switched|changed to|discontinued|stopped|increased to|reduced to|because|in view of)"),
        Item("10a", "Follow-up and outcome", "the outcome, as the doctor and the patient saw it",
             ("case.outcome",), ("outcome.status", "outcome.results", "outcome.survival")),
        Item("10b", "Follow-up and outcome", "the tests of the follow-up that matter", ("case",),
             ("outcome.follow_up", "outcome.results"),
             r"\bfollow(?:ed)?[- ]?up\b|\bafter (?:the )?(?:operation|discharge)"),
        Item("10c", "Follow-up and outcome", "how well the patient kept to and bore the treatment",
             ("case", "discussion"), ("outcome.adherence",), r"\b(?:adheren|complian|tolerat|bore )"),
        Item("10d", "Follow-up and outcome", "adverse and unexpected events", ("case", "discussion"),
             ("outcome.adverse_events", "outcome.contributing"),
             r"\b(?:adverse|complication|toxicit|side effect|uneventful)"),
        Item("11a", "Discussion", "strengths and limits of how the case was managed", ("discussion",), (),
             r"\b(?:limitation|strength|limit(?:s|ed)|drawback|shortcoming)"),
        Item("11b", "Discussion", "the literature that bears on it", ("discussion",), ("studies",),
             r"\b(?:reported|literature|review|stud(?:y|ies)|et al)"),
        Item("11c", "Discussion", "why the conclusions hold", ("discussion", "conclusion"), (),
             r"\b(?:because|since|suggest|therefore|thus|indicat|conclu)"),
        Item("11d", "Discussion", "the lessons",
             ("discussion", "conclusion", "learning_points", "comments.experiences_and_lessons"),
             (), r"\b(?:should|lesson|in conclusion|we recommend|conclu|must)\b"),
        Item("12", "Patient's perspective", "the patient's own view", ("perspective",), ("perspective.statement",),
             "", "perspective.reason_absent"),
        Item("13", "Informed consent", "that the patient consented, and in what form", ("statements.consent",),
             ("statements.consent",)),
    ),
)  # fmt: skip

SCARE = Guideline(
    "scare-2023",
    "SCARE 2023",
    (
        Item("1", "Title", "says case report, is short, and names the focus", ("title",), (), _SAYS_CASE),
        Item("2", "Key words", "three to six, case report among them", ("keywords",), (), _SAYS_CASE),
        Item("3", "Highlights", "three to five points", ("highlights", "core_tip", "learning_points")),
        Item("4a", "Abstract", "under headings: importance, presentation, discussion, conclusion",
             ("abstract.background", "abstract.case")),
        Item("4b", "Abstract", "what is important or new", ("abstract",), (),
             r"\b(?:rare|first|unusual|uncommon|unique|important)"),
        Item("4c", "Abstract", "the complaint, who the patient is, findings, diagnosis, treatment, outcome",
             ("abstract",), (), r"\b(?:patient|man|woman|boy|girl|child|year|month)"),
        Item("4d", "Abstract", "how it stands to what is known", ("abstract",), (),
             r"\b(?:reported|literature|known|previous|first)"),
        Item("4e", "Abstract", "three lessons or more", ("abstract", "core_tip"), (),
             r"\b(?:should|lesson|conclu|suggest|may)"),
        Item("5a", "Introduction", "the background, with references", ("introduction",)),
        Item("5b", "Introduction", "why this case is told: how it differs from what is known", ("introduction",),
             ("diagnosis.novelty",), r"\b(?:rare|first|unusual|uncommon|only|no(?:t| case)|differ)"),
        Item("2016/5a", "Patient information", "who the patient is, not to be identified: age, sex, work, build",
             _CASE, ("patient.age", "patient.sex"), "", "", _FORM_OF_2016),
        Item("2016/5b", "Patient information", "the complaint, and how the patient came or was sent",
             ("case.complaint", "case.history"),
             ("presentation.symptoms", "presentation.setting", "presentation.referral"), "", "", _FORM_OF_2016),
        Item("2016/5c", "Patient information", "earlier illnesses and operations, and their results",
             ("case.past_history",), ("history.conditions", "history.operations", "history.no_past_illness"), "", "",
             _FORM_OF_2016),
        Item("2016/5d", "Patient information", "drugs, family, habits and how the patient lives",
             ("case.family_history",),
             ("history.drugs", "history.family", "history.smoking", "history.social"), "", "", _FORM_OF_2016),
        Item("2016/6", "Clinical findings", "the examination and other findings that matter", ("case.examination",),
             ("examination", "vitals"), "", "", _FORM_OF_2016),
        Item("2016/7", "Timeline", "the order of the events, and the time between them", ("case", "legends", "tables"),
             ("timeline.",), r"\b(?:timeline|days? (?:after|before|later)|weeks? (?:after|before|later))\b", "",
             _FORM_OF_2016),
        Item("2016/8", "Diagnostic assessment", "tests, reasoning, and what made the diagnosis hard",
             ("case.laboratory", "case.imaging", "case.pathology", "case.differential", "case.diagnosis"),
             ("labs", "imaging", "pathology", "diagnosis.differentials"), "", "", _REMEMBERED),
        Item("2016/9", "Intervention", "the operation: preparation, how it was done, by whom with what experience",
             ("case.treatment",), ("treatment.procedures",), "", "", _REMEMBERED),
        Item("2016/10", "Follow-up and outcome", "the outcome, and complications by their grade (Clavien-Dindo)",
             ("case.outcome",), ("outcome",), "", "", _REMEMBERED),
        Item("2016/11", "Discussion", "strengths, limits, the literature, and the lessons", ("discussion",), (), "", "",
             _REMEMBERED),
        Item("2016/12", "Patient's perspective", "the patient's own view", ("perspective",), ("perspective.statement",),
             "", "perspective.reason_absent", _REMEMBERED),
        Item("2016/13", "Informed consent", "that the patient consented", ("statements.consent",),
             ("statements.consent",), "", "", _REMEMBERED),
        Item("2016/14", "Additional information", "conflicts, funding, ethics and registration",
             ("statements.conflicts", "statements.funding", "statements.ethics"),
             ("statements.conflicts", "statements.funding", "statements.ethics"), "", "", _REMEMBERED),
    ),
    "The items to 5b are those of 2023. Those numbered 2016/ follow the form of 2016, the later ones as they are "
    "remembered: that of 2023 asks for more, under other numbers. Hold this list against the original: "
    "doi.org/10.1097/JS9.0000000000000373.",
)  # fmt: skip

GUIDELINES = {guideline.id: guideline for guideline in (CARE, SCARE)}
