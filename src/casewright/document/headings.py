"""The names that journals print over the sections of a case report, and the role each name has.

A name counts in its context: "Treatment" is `case.treatment` in the case and `comments.treatment` in COMMENTS, and
nothing at all in a discussion. Names as used by the CARE guideline (https://www.care-statement.org/checklist), the
World Journal series (case report and COMMENTS templates), BMC, Elsevier's SCARE order, Wolters Kluwer and BMJ.
"""

from __future__ import annotations

import re
from functools import lru_cache

_NUMBERING = re.compile(
    r"^(?:section\s+)?(?:\d{1,2}(?:\.\d{1,2}){0,3}[.):]?\s+(?=\D)|\d{1,2}[.)](?=[^\W\d])|[IVX]{1,5}[.):]\s+|[A-H][.)]\s+|[•▪■●*-]\s+)",
    re.IGNORECASE,
)
_NUMBERED_CASE = re.compile(
    r"(?:the\s+)?(?:case|patient|clinical case|case reports?|case presentation|observation)\s*(?:no\.?|number|#|:)?\s*"
    r"(?:\d{1,2}|[ivx]{1,4}|one|two|three|four|five|[a-d])"
    r"|(?:first|second|third|fourth|fifth|index|present) (?:case|patient)"
)
_LONGEST = 90


def _names(role: str, *names: str) -> dict[str, str]:
    return dict.fromkeys(names, role)


# Names that begin a part of the manuscript wherever they stand.
_PARTS: dict[str, str] = {
    **_names("title", "title"),
    **_names("running_title", "running title", "running head", "short title", "short running title", "running heading"),
    **_names("authors", "authors", "author list", "author information", "author affiliations", "authors' affiliations", "affiliations"),
    **_names("keywords", "keywords", "key words", "key-words", "index terms", "mesh terms", "mesh keywords"),
    **_names("abstract", "abstract", "structured abstract", "case abstract", "summary", "synopsis"),
    **_names("core_tip", "core tip", "core tips"),
    **_names(
        "introduction", "introduction", "background", "introduction and importance", "introduction and background",
        "background and introduction", "background and objectives", "background and purpose", "introduction and aim",
        "introductory remarks", "background and importance",
    ),
    **_names(
        "case", "case", "cases", "case report", "case reports", "case presentation", "case presentations", "case description",
        "case history", "case histories", "case study", "case studies", "case series", "case details", "case illustration",
        "case illustrations", "case detail", "case summary", "case report presentation", "clinical case", "clinical cases",
        "clinical case presentation", "clinical presentation", "presentation of case", "presentation of the case",
        "presentation of cases", "presentation of the cases", "presentation of a case", "report of case", "report of a case",
        "report of the case", "report of cases", "report of two cases", "description of case", "description of the case",
        "patient", "patients", "patient presentation", "patient report", "patient description", "patient and observation",
        "patient and observations", "patient case", "patient case report", "the case", "our case", "observation", "observations",
        "clinical report", "clinical summary", "clinical vignette", "clinical description", "case report and results",
        "case and methods", "case presentation and management", "case presentation and findings", "case report and methods",
        "clinical case report", "clinical scenario", "the patient", "case examples", "case example", "case vignette",
        "description of clinical case", "illustrative case", "illustrative cases", "case presentation and outcome",
    ),
    **_names("methods", "methods", "method", "materials and methods", "material and methods", "patients and methods", "methodology", "search strategy"),
    **_names("results", "results", "findings"),
    **_names(
        "discussion", "discussion", "discussions", "general discussion", "discussion and conclusion", "discussion and conclusions",
        "comment", "discussion and literature review", "discussion and review of literature", "discussion and review of the literature",
        "literature review", "review of literature", "review of the literature", "literature review and discussion",
        "results and discussion", "clinical discussion", "global health problem analysis", "discussion with literature review",
        "review of literature and discussion",
    ),
    **_names(
        "conclusion", "conclusion", "conclusions", "concluding remarks", "conclusive remarks", "final remarks", "in conclusion",
        "conclusion and recommendations", "conclusions and recommendations", "conclusion and perspectives", "final considerations",
        "summary and conclusion", "summary and conclusions", "conclusion and clinical implications", "conclusion remarks",
    ),
    **_names(
        "perspective", "patient perspective", "patient's perspective", "patient perspectives", "perspective of the patient",
        "patients' perspective", "patients perspective", "parent perspective", "parents' perspective",
    ),
    **_names(
        "learning_points", "learning points", "learning point", "key learning points", "learning objectives", "learning objective",
        "take home messages", "take-home messages", "take home message", "take-home message", "teaching points", "teaching point",
        "key points", "key point", "key messages", "key message", "clinical pearls", "lessons learned", "lessons learnt",
        "key clinical message", "key clinical messages", "main points", "learning points for clinicians", "what is new",
        "learning points/take home messages", "clinical significance", "clinical message", "clinical messages", "key clinical points", "clinical implications", "key teaching points", "established facts and novel insights",
    ),
    **_names("comments", "comments"),
    **_names("highlights", "article highlights", "highlights", "research highlights"),
    **_names(
        "legends", "figure legends", "figure legend", "legends", "legends to figures", "legend to figures", "figure captions",
        "captions", "legends for figures", "figures", "figures legends", "figure legends and tables", "figures and legends", "illustrations",
        "list of figures",
    ),
    **_names("tables", "tables", "table legends", "tables and legends", "list of tables", "table captions"),
    **_names(
        "acknowledgements", "acknowledgements", "acknowledgments", "acknowledgement", "acknowledgment", "acknowledgements and funding",
    ),
    **_names("abbreviations", "abbreviations", "abbreviation", "list of abbreviations", "abbreviations used", "abbreviations and acronyms"),
    **_names(
        "references", "references", "reference", "reference list", "bibliography", "literature cited", "works cited", "list of references",
        "references and notes",
    ),
    **_names(
        "supplement", "supplementary material", "supplementary materials", "supplementary data", "supplementary information",
        "supporting information", "supplemental material", "supplemental digital content", "additional files", "additional file",
        "supplemental information", "appendix", "appendices", "electronic supplementary material", "appendix a. supplementary data",
        "supplementary files", "appendix supplementary data", "supplementary file", "supplementary video", "multimedia appendix",
    ),
    **_names(
        "statements.consent", "consent", "informed consent", "informed consent statement", "patient consent", "consent for publication",
        "consent to publish", "patient consent statement", "declaration of patient consent", "written informed consent",
        "consent statement", "patient consent for publication", "statement of informed consent", "consent to participate",
        "informed consent and patient details", "patient's consent", "consent for publication of case reports", "patient informed consent",
    ),
    **_names(
        "statements.ethics", "ethics", "ethical approval", "ethics approval", "ethics statement", "statement of ethics",
        "ethical considerations", "ethical statement", "institutional review board statement", "ethics approval statement",
        "ethics approval and consent to participate", "ethical approval and consent to participate", "ethical consideration",
        "ethical approval and informed consent", "ethics approval and consent for publication", "ethics and consent",
        "ethical compliance", "compliance with ethical standards", "compliance with ethical guidelines", "ethics committee approval",
        "ethical disclosures", "institutional review board approval", "statement of human and animal rights", "human ethics",
        "ethical standards", "ethical clearance", "research ethics", "ethics and patient consent", "statement of human rights",
        "ethical approval statement", "ethical issues", "protection of human subjects",
    ),
    **_names(
        "statements.conflicts", "conflict of interest", "conflicts of interest", "conflict of interests", "competing interests",
        "competing interest", "declaration of competing interest", "declaration of competing interests", "declaration of interest",
        "declaration of interests", "declarations of interest", "conflict of interest statement", "conflict-of-interest statement",
        "conflicts of interest statement", "conflict of interest disclosure", "disclosure", "disclosures", "financial disclosure",
        "disclosure statement", "declaration of conflicting interests", "author disclosures", "interest disclosure",
        "financial disclosures", "conflicts of interests", "potential conflicts of interest", "disclosure of interest",
        "declaration of conflict of interest", "conflicting interests", "authors' disclosures", "conflict-of-interest",
        "duality of interest", "conflicts of interest disclosure",
    ),
    **_names(
        "statements.funding", "funding", "funding statement", "funding sources", "funding source", "sources of funding",
        "source of funding", "financial support", "financial support and sponsorship", "source of support", "sources of support",
        "role of the funding source", "funding information", "grant support", "funding/support", "supported by", "sponsorship",
        "support", "source(s) of support", "sources of funding statement", "financial statement", "funding and sponsorship", "grants",
    ),
    **_names(
        "statements.contributions", "author contributions", "authors' contributions", "authors contributions", "author contribution",
        "author's contribution", "authors' contribution", "contributions", "credit authorship contribution statement", "contributors",
        "author contributions statement", "authorship contribution statement", "contribution of authors", "authorship",
        "author's contributions", "authors contribution", "author contribution statement", "credit author statement",
        "contributorship statement", "credit authorship contribution", "authorship contributions", "guarantor", "guarantors",
        "author role", "authorship statement",
    ),
    **_names(
        "statements.data", "data availability", "data availability statement", "availability of data and materials",
        "availability of data and material", "data sharing statement", "data and materials availability", "availability of data",
        "data sharing", "data statement", "availability of supporting data",
    ),
    **_names(
        "statements", "declarations", "statements", "statements and declarations", "care checklist (2016) statement",
        "care checklist statement", "registration of research studies", "provenance and peer review", "patient and public involvement",
        "research registration", "lead author biography", "research registration number", "trial registration", "additional information",
        "registration of research", "open access", "publisher's note", "provenance", "declaration", "declaration of generative ai",
        "other information", "notes", "footnotes", "consent and ethics", "permissions", "care checklist", "transparency declaration",
        "registry", "research registry", "care guidelines", "authors' information", "orcid", "orcid number", "permission",
        "biographies", "author biography", "further reading", "additional contributions", "previous presentation", "prior presentation",
        "peer review", "ai statement", "use of artificial intelligence", "disclaimer", "declaration of figures authenticity",
        "contribution to the field statement", "corresponding author", "correspondence", "correspondence to", "author note", "author notes",
        "generative ai statement", "open access statement", "open-access",
    ),
    **_names(
        "publication", "manuscript source", "peer-review started", "first decision", "article in press", "specialty type",
        "country of origin", "country/territory of origin", "peer-review report classification", "peer-review model",
        "peer-review report's scientific quality classification", "p-reviewer", "s-editor", "l-editor", "e-editor", "p- reviewer",
        "publishing process started", "received", "accepted", "revised", "published online", "article history", "publication history",
        "corresponding author's membership in professional societies", "provenance and peer-review", "manuscript type", "peer-review",
        "cite this article as", "citation", "how to cite this article", "how to cite", "name of journal", "manuscript no",
        "article type", "manuscript number", "word count", "published", "epub", "doi", "edited by", "reviewed by", "scientific quality classification",
    ),
}  # fmt: skip

_IN_CASE: dict[str, str] = {
    **_names(
        "case.complaint", "chief complaints", "chief complaint", "presenting complaint", "presenting complaints", "presenting concerns",
        "reason for admission", "presenting symptoms", "main complaint", "complaint", "complaints", "presenting concern",
    ),
    **_names(
        "case.history", "history of present illness", "history", "present illness", "medical history", "clinical history",
        "history of presenting illness", "history of presentation", "patient information", "history of the present illness",
        "patient history", "history and presentation", "clinical presentation", "patient characteristics", "presentation",
        "history of presenting complaint", "initial presentation", "history and examination", "case history", "present history",
    ),
    **_names(
        "case.past_history", "history of past illness", "past medical history", "past history", "previous history",
        "history of past illnesses", "medical and surgical history", "past medical and surgical history", "previous medical history",
        "past illness", "past surgical history",
    ),
    **_names(
        "case.family_history", "personal and family history", "family history", "family and personal history", "social history",
        "personal history", "family and social history", "social and family history", "family and psychosocial history",
    ),
    **_names(
        "case.examination", "physical examination", "physical examination upon admission", "examination", "clinical findings",
        "clinical examination", "physical examinations", "physical findings", "examination findings", "examinations",
        "on examination", "clinical examination findings", "neurological examination", "ophthalmic examination", "physical exam",
        "physical examination on admission", "specialist examination", "preoperative examination", "vital signs",
        "clinical findings and examination",
    ),
    **_names(
        "case.laboratory", "laboratory examinations", "laboratory examination", "laboratory findings", "laboratory tests",
        "laboratory test", "laboratory data", "laboratory results", "laboratory investigations", "investigations", "investigation",
        "laboratory and imaging examinations", "laboratory studies", "laboratory", "diagnostic assessment", "diagnostic assessments",
        "laboratory work-up", "laboratory evaluation", "blood tests", "laboratory and imaging findings", "genetic testing",
        "genetic analysis", "diagnostic tests", "diagnostic work-up", "diagnostic workup", "microbiological findings", "diagnostics",
        "diagnostic investigations", "further diagnostic work-up", "genetic findings", "work-up", "workup",
    ),
    **_names(
        "case.imaging", "imaging examinations", "imaging examination", "imaging findings", "imaging", "imaging studies",
        "radiological findings", "radiologic findings", "imaging and endoscopic examinations", "radiology", "radiological examination",
        "diagnostic imaging", "imaging tests", "imaging evaluation", "radiographic findings", "endoscopic findings", "endoscopy",
        "radiological investigations", "imaging data", "imaging assessment",
    ),
    **_names(
        "case.pathology", "pathological findings", "pathology", "histopathology", "pathologic findings", "histological findings",
        "histopathological findings", "pathological examination", "histopathological examination", "histology", "autopsy findings",
        "autopsy", "pathological examinations", "postmortem examination", "microscopic findings", "immunohistochemistry",
        "gross findings", "pathologic examination", "histologic findings", "necropsy findings",
    ),
    **_names(
        "case.diagnosis", "final diagnosis", "diagnosis", "differential diagnosis", "differential diagnoses",
        "multidisciplinary expert consultation", "clinical diagnosis", "diagnoses", "final diagnoses", "provisional diagnosis",
        "expert consultation", "preliminary diagnosis", "initial diagnosis", "definitive diagnosis", "working diagnosis",
        "diagnostic findings", "diagnosis and treatment", "further diagnostic assessment",
    ),
    **_names(
        "case.treatment", "treatment", "treatments", "therapeutic intervention", "therapeutic interventions", "management", "therapy",
        "intervention", "interventions", "surgical technique", "operative technique", "surgical procedure", "operation", "surgery",
        "treatment and management", "therapeutic focus and assessment", "surgical treatment", "treatment plan", "initial treatment",
        "medical treatment", "operative findings", "procedure", "further treatment", "surgical intervention", "treatment course",
        "anesthetic management", "anaesthetic management", "intraoperative findings", "operative procedure", "surgical management",
        "therapeutic management", "treatment and follow-up", "clinical management", "management and outcome", "treatment and outcome",
    ),
    **_names(
        "case.outcome", "outcome and follow-up", "outcome", "outcomes", "follow-up", "follow up", "follow-up and outcomes",
        "follow-up and outcome", "outcome and follow up", "clinical course", "hospital course", "prognosis", "postoperative course",
        "outcomes and follow-up", "clinical outcome", "follow-up and results", "post-operative course", "course", "clinical outcomes",
        "treatment outcome", "postoperative outcome", "clinical follow-up", "course and outcome", "postoperative follow-up",
    ),
    **_names("case.timeline", "timeline", "time line", "case timeline", "timeline of events", "history timeline"),
}  # fmt: skip

_IN_COMMENTS: dict[str, str] = {
    **_names("comments.case_characteristics", "case characteristics", "case characteristic"),
    **_names("comments.clinical_diagnosis", "clinical diagnosis", "clinical diagnoses"),
    **_names("comments.differential_diagnosis", "differential diagnosis", "differential diagnoses"),
    **_names("comments.laboratory_diagnosis", "laboratory diagnosis", "laboratory diagnoses"),
    **_names("comments.imaging_diagnosis", "imaging diagnosis", "imaging diagnoses"),
    **_names("comments.pathological_diagnosis", "pathological diagnosis", "pathologic diagnosis", "pathological diagnoses"),
    **_names("comments.treatment", "treatment", "treatments"),
    **_names("comments.related_reports", "related reports", "related report"),
    **_names("comments.term_explanation", "term explanation", "term explanations", "terminology"),
    **_names("comments.experiences_and_lessons", "experiences and lessons", "experience and lessons", "experiences and lesson"),
    **_names("comments.peer_review", "peer-review", "peer review"),
}  # fmt: skip

_IN_ABSTRACT: dict[str, str] = {
    **_names(
        "abstract.background", "background", "introduction", "objective", "objectives", "aim", "aims", "purpose", "rationale",
        "introduction and importance", "background and objectives", "background and purpose", "background and aim", "importance", "context",
    ),
    **_names(
        "abstract.case", "case", "case summary", "case presentation", "case report", "case description", "patient concerns", "patient",
        "presentation of case", "diagnosis", "diagnoses", "interventions", "intervention", "outcomes", "outcome", "results", "cases",
        "findings", "methods", "method", "case reports", "observation", "observations", "clinical findings", "clinical presentation",
        "patients", "patient and methods", "patients and methods", "presentation", "clinical case", "case history", "case series", "treatment",
        "management", "symptoms", "clinical procedure", "unusual clinical course", "medication", "final diagnosis", "specialty",
        "main symptoms and/or important clinical findings", "the main diagnoses, therapeutic interventions, and outcomes",
    ),
    **_names(
        "abstract.conclusion", "conclusion", "conclusions", "lessons", "lesson", "discussion", "clinical discussion", "summary",
        "conclusion and lessons", "discussion and conclusion", "discussion and conclusions", "interpretation", "significance",
    ),
}  # fmt: skip

_SMART = str.maketrans(
    {"’": "'", "‘": "'", "–": "-", "‐": "-", "‑": "-", "—": "-", "&": " and ", "\u00a0": " "}
)


def normalise(title: str) -> str:
    """A heading without its numbering, its case, its final punctuation and its typographic signs."""
    text = " ".join(title.translate(_SMART).split())
    text = _NUMBERING.sub("", text, count=1) if text[:1].isascii() else text
    return " ".join(text.strip(" .:;-|*#_[]").casefold().split())


@lru_cache(maxsize=4096)
def role_of(title: str, within: str = "") -> str:
    """The role of a heading printed in a section of role `within`; "" where the name says none."""
    if len(title) > _LONGEST:
        return ""
    name = normalise(title)
    main = within.partition(".")[0]
    if main == "abstract" and name in _IN_ABSTRACT:
        return _IN_ABSTRACT[name]
    if main in ("comments", "highlights") and name in _IN_COMMENTS:
        return _IN_COMMENTS[name]
    if main == "case" and name in _IN_CASE:
        return _IN_CASE[name]
    if name in ("summary", "synopsis") and main in ("discussion", "case", "introduction", "results"):
        return "conclusion"
    if (
        name in ("case", "patient", "patients", "cases", "observation", "observations")
        and main == "discussion"
    ):
        return ""
    if role := _PARTS.get(name, ""):
        return role
    if name in _IN_CASE and main in ("", "front", "keywords", "title", "authors", "core_tip", "introduction"):
        return _IN_CASE[name] if name in _BEGINS_CASE else ""
    if main != "discussion" and _NUMBERED_CASE.fullmatch(name):
        return "case"
    return _IN_COMMENTS[name] if name in _ONLY_IN_COMMENTS else ""


_BEGINS_CASE = frozenset(
    name for name, role in _IN_CASE.items() if role in ("case.complaint", "case.timeline", "case.history")
) - {"history", "presentation"}
_ONLY_IN_COMMENTS = frozenset(
    ("case characteristics", "experiences and lessons", "term explanation", "related reports")
)


# Words that tell what a longer heading is about, tried in order: (within these parts, pattern, role).
_LIKELY: tuple[tuple[str, re.Pattern[str], str], ...] = tuple(
    (within, re.compile(pattern), role)
    for within, pattern, role in (
        ("", r"\b(?:general|clinical|brief|short)? ?dis+c?us+ions?\b", "discussion"),
        ("", r"\b(?:case|patient) (?:presentation|report|description|histor|summar|illustration|series|study)|\b(?:illustrative|our|present|index) case\b", "case"),
        ("", r"\bconclu(?:sion|ding)", "conclusion"),
        ("", r"\b(?:introduction|background)\b", "introduction"),
        ("", r"\b(?:learning|teaching|key|take[- ]home) (?:points?|messages?|objectives?)\b", "learning_points"),
        ("", r"\bconsents?\b", "statements.consent"),
        ("", r"\bethic(?:s|al)\b", "statements.ethics"),
        ("", r"\b(?:conflicts?|competing) (?:of )?interests?\b|\bdisclosures?\b", "statements.conflicts"),
        ("", r"\bfunding\b|\bfinancial (?:support|disclosure)", "statements.funding"),
        ("", r"\b(?:author\S*|credit) .*contributions?\b|\bcontributions? of (?:the )?authors?\b", "statements.contributions"),
        ("", r"\b(?:data|material) availability\b|\bavailability of data\b", "statements.data"),
        ("", r"\backnowledge?ments?\b", "acknowledgements"),
        ("", r"\b(?:supplementa\w+|supporting|additional) (?:materials?|information|data|files?|video)\b", "supplement"),
        ("", r"\babbreviations?\b", "abbreviations"),
        ("", r"\bresearch regist", "statements"),
        ("case", r"\btime ?line\b", "case.timeline"),
        ("case", r"\bfamily histor", "case.family_history"),
        ("case", r"\bpast\b.*\bhistor|\bpast illness", "case.past_history"),
        ("case", r"\b(?:chief|presenting) (?:complaint|symptom|concern)", "case.complaint"),
        ("case", r"\bpatholog|\bhisto(?:patho)?log|\bautops|\bimmunohisto", "case.pathology"),
        ("case", r"\blaborator|\bblood\b|\bmicrobiolog|\bgenetic|\bsequencing\b|\bwork-?up\b|\binvestigations?\b", "case.laboratory"),
        ("case", r"\bimaging\b|\bradiolog|\bradiograph|\btomograph|\bultraso|\bechocardio|\bendoscop|\bangiograph", "case.imaging"),
        ("case", r"\bfollow-? ?up\b|\boutcomes?\b|\b(?:post-?operative|clinical|hospital) course\b", "case.outcome"),
        ("case", r"\btreatment|\bsurg(?:ery|ical)|\boperati(?:on|ve)|\btherap|\bmanagement\b|\bintervention", "case.treatment"),
        ("case", r"\bdiagnos[ie]s\b", "case.diagnosis"),
        ("case", r"\bexaminations?\b", "case.examination"),
        ("case", r"\bhistory\b", "case.history"),
    )
)  # fmt: skip
_MOST_WORDS = 8


@lru_cache(maxsize=4096)
def likely_role(title: str, within: str = "") -> str:
    """The role that the words of an unusual heading point to; "" where they point to none.

    For what is known to be a heading; a line of text says such words without being one.
    """
    name = normalise(title)
    main = within.partition(".")[0]
    if len(title) > _LONGEST or len(name.split()) > _MOST_WORDS:
        return ""
    for context, pattern, role in _LIKELY:
        if context and context != main or main in ("discussion", "text", "introduction") and role in ("introduction", "statements"):
            continue
        if pattern.search(name):
            return role
    return ""


def is_part(title: str) -> bool:
    """Whether the title names a part of a manuscript in any context."""
    return len(title) <= _LONGEST and normalise(title) in _PARTS


PART_NAMES: frozenset[str] = frozenset(_PARTS)
"""Every name that begins a part of a manuscript, normalised."""
