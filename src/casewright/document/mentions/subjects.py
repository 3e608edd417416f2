"""Whose a value is: the patient's, a relative's, another patient's, a study's, or anybody's.

The words of the sentence decide; where they do not, the section does: in the case section, abstract and core tip the
patient is spoken of, in introduction and discussion others are, unless the sentence names this patient.
"""

from __future__ import annotations

import re

from casewright.document.mentions.model import Subject
from casewright.document.mentions.stretch import Stretch

# Sections in which a sentence without any cue is about the patient.
_OWN = ("abstract", "case", "core_tip", "comments", "legends", "tables", "title", "perspective", "highlights", "text")
_OTHERS = ("comments.related_reports", "comments.term_explanation", "comments.experiences_and_lessons", "abstract.background")

_THIS_PATIENT = re.compile(
    r"\b(?:[Oo]ur (?:patient|case|own|report)|(?:[Tt]he|[Tt]his) (?:present(?:ed)? |current |index |reported )?(?:case|patient)(?! series|s\b| reports?\b)"
    r"|(?:[Ii]n|[Ww]ith) (?:our|this|the present|the current) (?:case|patient|report)|[Ww]e (?:here(?:in|by)? |now |also )?(?:report|present|describe)(?:ed)? (?:here |on )?(?:a|an|the|our|this)\b"
    r"|[Hh]erein|[Hh]ere(?:,)? we|presented here|[Tt]he patient's|[Hh]is|[Hh]er|[Ss]he|[Hh]e|described here)\b"
)
_STRONG_OWN = re.compile(
    r"\b(?:[Oo]ur (?:own )?(?:patient|case)(?!s)|(?:[Tt]he|[Tt]his) (?:present|current|index|reported) (?:case|patient)(?! series|s\b)|[Tt]his (?:case|patient)(?! series|s\b)"
    r"|[Ww]e (?:here(?:in|by)? |now |also )?(?:report|present|describe)(?:ed)? (?:here |on )?(?:a|an|the|our|this)\b|[Hh]ere(?:in)?,? we\b|our (?:operation|surgery|treatment|hospital|department))"
)
_STUDY = re.compile(
    r"\bet al\b|\bcolleagues\b|\bco-?workers\b|\b(?:studies|study|trials?|meta-?analys[ei]s|series|cohorts?|surveys?|registry|reviews?|reviewed|literature|guidelines?|authors)\b"
    r"|\b(?:incidence|prevalence|mortality|morbidity|frequency|occurrence|survival|recurrence|success|complication|detection|response)(?: rates?)\b|\b(?:incidence|prevalence)\b"
    r"|\b(?:patients|cases|individuals|persons|children|adults|women|men|people|infants|neonates|subjects|females|males|pregnancies|participants|reports|population)\b"
)
_STRONG_STUDY = re.compile(
    r"\bet al\b|\bcolleagues (?:reported|described|found)|\b(?:studies|study|trials?|meta-?analys[ei]s|cohorts?|registry) (?:of|by|have|has|showed|found|reported|including|conducted|involving)\b"
    r"|\b(?:in|of|among|from|for|with) (?:the |all |most |these |those |some |many |such |about |only |over |up to |adult |paediatric |pediatric |elderly |young |healthy |normal |other )*"
    r"(?:\d[\d,]* |[a-z]+teen |two |three |four |five |six |seven |eight |nine |ten )?(?:[a-z-]+ ){0,2}(?:patients|cases|individuals|persons|people|subjects|participants|pregnancies|births|women|infants|children|men|adults)\b"
    r"|\b(?:incidence|prevalence|mortality rate|survival rate|recurrence rate)s?\b|\b(?:have|has) been reported\b|\bin the literature\b|\bpatients (?:with|who|aged|under|should|may|can|receiving|were|had)\b"
    r"|\breported (?:in|cases|that|by)\b|\bprevious(?:ly)? (?:reported|reports?|published|described|cases)\b|\bper (?:year|100|1000|million|100,000)\b"
)
_OTHER = re.compile(
    r"\b(?:another|other|similar|previous(?:ly reported)?|earlier|prior|second|first reported|only other|first) (?:case|patient)\b|\bcase report(?:s|ed)?\b(?! and)"
    r"|\b(?:reported|described|presented|published) (?:the |a |an |on )?(?:first |similar |second |single |rare |only )*(?:case|patient)\b|\b(?:a|one) (?:case|patient) (?:of|with|in|who|was|has)[^.]{0,80}\b(?:reported|described)\b"
    r"|\b(?:a|an) (?:previous|prior|earlier|similar) (?:report|case)\b|\b[Dd]onor\b"
)
_CASE_NUMBER = re.compile(r"\b(?:[Cc]ase|[Pp]atient)s? (?:no\.? |number )?(?:[2-9]|II|III|two|three)\b")
_RELATIVE = re.compile(
    r"\b(?:mother|father|brother|sister|son|daughter|parents?|wife|husband|aunt|uncle|cousin|grand(?:mother|father|parents?|son|daughter)|siblings?|twin|niece|nephew|relatives?|"
    r"mother's|father's|spouse|caregiver|family history)\b",
    re.IGNORECASE,
)
_RELATIVE_NEAR = re.compile(
    r"(?:year|month|week|day)s?[- ]old,?(?: [\w-]+){0,4} (?:mother|father|brother|sister|son|daughter|parent|wife|husband|aunt|uncle|cousin|grand\w+|sibling|woman with no|primigravida mother)\b"
)
_GENERAL = re.compile(
    r"\b(?:is|are) (?:usually|typically|generally|commonly|often|defined|recommended|considered|characteri[sz]ed|classified|required|diagnosed|associated|estimated|known|believed|thought)\b"
    r"|\b(?:should|must) (?:be|not|have)\b|\b(?:normal|reference) (?:range|value|limit)s?\b.{0,4}\bis\b|\b(?:recommend(?:ed|s|ation)?|typically|usually|generally|defined as|criteria|threshold|may (?:be|occur|cause|lead|range|reach|present))\b"
    r"|\bcan (?:be|occur|cause|lead|range|reach|present|develop|vary)\b|\b(?:ranges|varies|occurs?|accounts?|comprises?|affects?|constitutes?|represents?)\b"
)
_PAST = re.compile(
    r"\b(?:was|were|had|underwent|showed|revealed|presented|received|developed|died|demonstrated|measured|decreased|increased|improved|remained|started|admitted|noted|found|performed|treated|experienced|complained|reported|recovered)\b"
)


def subject_of(stretch: Stretch, start: int, end: int, measure: str = "") -> Subject:
    """Whose the value at characters `start` to `end` of the stretch's text is."""
    text = stretch.text
    role = stretch.section.role
    if measure == "age" and _RELATIVE_NEAR.match(text[end : end + 60].lstrip("-"), 0):
        return "relative"
    if _relative(text, start, end, measure):
        return "relative"
    if _CASE_NUMBER.search(text):
        return "other_patient"
    own = role.startswith(_OWN) and not role.startswith(_OTHERS)
    return _in_case(text, measure) if own else _elsewhere(text, measure)


def _relative(text: str, start: int, end: int, measure: str) -> bool:
    """Whether a relative is the nearest person named before the value in its clause, or directly behind an age."""
    clause = max(text.rfind("; ", 0, start), text.rfind(", and ", 0, start), text.rfind(". ", 0, start), 0)
    before = text[max(clause, start - 120) : start]
    last = None
    for last in _RELATIVE.finditer(before):
        pass
    if last is None:
        return measure == "age" and re.match(r"-?\s?old (?:\w+ ){0,2}(?:mother|father|wife|husband|brother|sister|son|daughter)\b", text[end : end + 40].lstrip()) is not None
    return not re.search(r"\b(?:he|she|patient|boy|girl|infant|baby|newborn|child|neonate|his (?!mother|father)|her (?!mother|father))\b", before[last.end() :])


def _in_case(text: str, measure: str) -> Subject:
    if _STRONG_OWN.search(text):
        return "patient"
    if _OTHER.search(text) and not re.search(r"\b(?:We|we|I) (?:\w+ )?(?:report|present|describe)", text):
        return "other_patient"
    if _STRONG_STUDY.search(text):
        return "study"
    if _GENERAL.search(text) and not _PAST.search(text):
        return "general"
    return "patient"


def _elsewhere(text: str, measure: str) -> Subject:
    if _STRONG_OWN.search(text):
        return "other_patient" if re.search(r"\bet al\b", text) else "patient"
    if _OTHER.search(text):
        return "other_patient"
    if _STUDY.search(text):
        return "study"
    if measure == "age":
        return "other_patient"
    if _THIS_PATIENT.search(text) and _PAST.search(text) and not re.search(r"\bet al\b|\[\d", text):
        return "patient"
    return "general"
