"""Whose a value is: the patient's, a relative's, another patient's, a study's, or anybody's.

The words of the sentence decide; where they do not, the section does: in the case section, abstract and core tip the
patient is spoken of, in introduction and discussion others are, unless the sentence names this patient.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from casewright.document.mentions.model import Subject
from casewright.document.mentions.wordset import words
from casewright.patterns import lazily

if TYPE_CHECKING:
    from casewright.document.reading import Reading

# Sections in which a sentence without any cue is about the patient.
_OWN = (
    "abstract",
    "case",
    "core_tip",
    "comments",
    "legends",
    "tables",
    "title",
    "perspective",
    "highlights",
    "text",
)
_OTHERS = (
    "comments.related_reports",
    "comments.term_explanation",
    "comments.experiences_and_lessons",
    "abstract.background",
)

_STRONG_OWN = lazily(
    r"\b(?:[Oo]ur (?:own )?(?:patient|case)(?!s)|(?:[Tt]he|[Tt]his) (?:present|current|index"
    r"|reported) (?:case|patient)(?! series|s\b)|[Tt]his (?:case|patient)(?! series|s\b)"
    r"|[Tt]his (?:is|was|represents) the (?:first|second|third|only)"
    r"|[Ww]e (?:here(?:in|by)? |now |also )?(?:report|present|describe)(?:ed)? (?:here |on"
    r" )?(?:a|an|the|our|this)\b|[Hh]ere(?:in)?,? we\b|our (?:operation|surgery|treatment"
    r"|hospital|department))"
)
_OWN_WORDS = words("our this we present current index presented here herein")
_STUDY_WORDS = words(
    "colleagues coworkers studies study trial trials series cohort cohorts survey surveys"
    " registry review reviews "
    "reviewed literature guideline guidelines authors incidence prevalence mortality"
    " morbidity frequency occurrence "
    "patients cases individuals persons children adults women men people infants neonates"
    " subjects females males "
    "pregnancies participants reports population rate rates al analysis reported has"
)
_ET_AL = lazily(r"\bet al\b")
# `imaging studies showed`, `a contrast study`: an examination of one patient
EXAMINED = "".join(
    f"(?<!{kind} )"
    for kind in (
        "imaging", "sleep", "conduction", "oppler", "CT", "MRI", "X-ray", "contrast", "perfusion", "swallow", "iron",
        "laboratory", "coagulation", "barium", "electrophysiologic", "radionuclide", "urodynamic",
    )
)  # fmt: skip
_REPEATED = "".join(
    f"(?<!{kind} )" for kind in ("repeat", "follow-up", "second", "graphic", "logic", "logical")
)
_STRONG_STUDY = lazily(
    rf"\bet al\b|\bcolleagues (?:reported|described|found)|\b(?:{EXAMINED}{_REPEATED}(?:studies|study)|trials?"
    r"|meta-?analys[ei]s|cohorts?|registry) (?:of|by|have|has|showed|found|reported|including"
    r"|conducted|involving)\b"
    r"|\b(?:in|of|among|from|for|with) (?:the |all |most |these |those |some |many |such "
    r"|about |only |over |up to |adult |paediatric |pediatric |elderly |young |healthy |normal"
    r" |other )*"
    r"(?:\d[\d,]* |[a-z]+teen |two |three |four |five |six |seven |eight |nine |ten"
    r" )?(?:[a-z-]+ ){0,2}(?:patients|cases|individuals|persons|people|subjects|participants"
    r"|pregnancies|births|women|infants|children|men|adults)\b"
    r"|\b(?:incidence|prevalence|mortality rate|survival rate|recurrence rate)s?\b|\b(?:have"
    r"|has) been reported\b|\bin the literature\b|\b[Pp]atients (?:with|who|aged|under|should"
    r"|may|can|receiving|received|were|had|have|on)\b"
    r"|\breported (?:in|cases|that|by)\b|\bprevious(?:ly)? (?:reported|reports?|published"
    r"|described|cases)\b|\bper (?:year|100|1000|million|100,000)\b"
)
_OTHER = lazily(
    r"\b(?:another|other|similar|previous(?:ly reported)?|earlier|prior|second|first reported"
    r"|only other|first) (?:case|patient)\b|\bcase report(?:s|ed)?\b(?! and)"
    r"|\b(?:reported|described|presented|published) (?:the |a |an |on )?(?:first |similar "
    r"|second |single |rare |only )*(?:case|patient)\b|\b(?:a|one) (?:case|patient) (?:of|with"
    r"|in|who|was|has)[^.]{0,80}\b(?:reported|described)\b"
    r"|\b(?:a|an) (?:previous|prior|earlier|similar) (?:report|case)\b|\b[Dd]onor\b"
    r"|\b(?:[Tt]hey|[Aa]uthors|[A-Z][a-z]+ and [A-Z][a-z]+) (?:studied|described|presented)"
    r" (?:a|an|the|one) (?:\w+ )?(?:case|patient)\b"
)
_NUMBERED = frozenset({"case", "cases", "patient", "patients"})
_CASE_NUMBER = lazily(
    r"\b(?:[Cc]ase|[Pp]atient)s? (?:no\.? |number )?(?:[2-9]|II|III|two|three)\b(?!%| ?\()"
    r"|\b(?:[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]ifth|[Ss]ixth|[Ss]eventh|[Ee]ighth|[Nn]inth"
    r"|[Tt]enth|[Ll]ast) (?:case|patient)\b"
)
_BORN_TO = lazily(r"\b(?:born|delivered|delivery|birth)\b[^.;]{0,40} (?:to|by|of) (?:a|an|the) \Z")
RELATIVES = words(
    "mother father brother sister son sons daughter daughters parent parents wife husband"
    " aunt uncle cousin grandmother "
    "grandfather grandparents grandson granddaughter sibling siblings brothers sisters twin"
    " niece nephew relative "
    "relatives spouse caregiver family"
)
_RELATIVE = lazily(
    r"\b(?:(?:grand)?(?:mother|father|sons?|daughters?|parents?)|brothers?|sisters?|wife"
    r"|husband|aunt|uncle|cousin|siblings?"
    r"|twin(?! pregnan| gestation)|niece|nephew|relatives|(?<=degree )relative"
    r"|spouse|caregiver|family history)(?:'s|’s)?\b",
    re.IGNORECASE,
)
_RELATIVE_BEHIND = lazily(
    r"-?\s?(?:old)?,?(?:[\s-](?!and\b|with\b|who\b)[\w-]+){0,3} (?:mother|father|brother"
    r"|sister|son|daughter|parent|wife|husband|aunt|uncle|cousin|sibling)\b"
)
_PERSON = lazily(
    r"\b(?:[Hh]e|[Ss]he|patient|boy|girl|infant|baby|newborn|child|neonate|his (?!mother"
    r"|father)|her (?!mother|father))\b"
)
_PERSON_WORDS = words("he she his her patient him")
_CITED = lazily(r"\[\d")
_OTHER_WORDS = words("case cases report reports patient donor")
_GENERAL_WORDS = words(
    "is are should must normal reference recommended recommend recommends recommendation"
    " typically usually generally "
    "defined criteria threshold may can ranges varies occurs occur accounts account comprises affects affect "
    "constitutes represents represent"
)
_GENERAL = lazily(
    r"\b(?:is|are) (?:usually|typically|generally|commonly|often|defined|recommended"
    r"|considered|characteri[sz]ed|classified|required|diagnosed|associated|estimated|known"
    r"|believed|thought)\b"
    r"|\b(?:should|must) (?:be|not|have)\b|\b(?:normal|reference) (?:range|value"
    r"|limit)s?\b.{0,4}\bis\b|\b(?:recommend(?:ed|s|ation)?|typically|usually|generally"
    r"|defined as|criteria|threshold|may (?:be|occur|cause|lead|range|reach|present))\b"
    r"|\bcan (?:be|occur|cause|lead|range|reach|present|develop|vary)\b|\b(?:ranges|varies"
    r"|occurs?|accounts?|comprises?|affects?|constitutes?|represents?)\b"
)
_PAST = words(
    "was were had underwent showed revealed presented received developed died demonstrated"
    " measured decreased increased "
    "improved remained started admitted noted found performed treated experienced complained"
    " reported recovered"
)


_PREGNANT = lazily(
    r"\b(?:1[4-9]|[2-5]\d)[- ]years?[- ]old\b(?! (?:[a-z]+ )?mother\b)"
    r"[^.]{0,90}\b(?:pregnan|(?:primi|multi|nulli|secundi)(?:gravid|par)"
    r"|gravida|parturient|at \d\d weeks|[Gg]\d ?[Pp]\d|postpartum|in labou?r|puerpera)"
    r"|\b(?:pregnan|gravid|parturient|postpartum)\w* [^.]{0,60}\b(?:1[4-9]|[2-5]\d)[- ]years?[- ]old\b"
)
_MOTHER = lazily(r"(?<!her )(?<!Her )(?<!own )(?<!whose )\bmother\b")  # of her, another
_EARLY = 700  # characters of a section in which its patient is introduced


def tells_of_mother(reading: Reading) -> bool:
    """Whether a mother is told of, and the patient was pregnant or gave birth: `the mother` is she, and no relative."""
    if not any("mother" in block.text or "Mother" in block.text for _, block in reading.blocks):
        return False
    return any(
        _PREGNANT.search(block.text, 0, _EARLY) is not None
        for section, block in reading.blocks
        if section.role.startswith(("abstract", "case"))
    )


def without_mother(text: str) -> str:
    """A text in which the word `mother` is one of as many letters that names no relative."""
    return _MOTHER.sub("matron", text)


class Whose:
    """Whose the values of one sentence are; what depends on the sentence alone is decided once."""

    def __init__(self, text: str, role: str, said: frozenset[str]) -> None:
        self._text = text
        self._own = role.startswith(_OWN) and not role.startswith(_OTHERS)
        self._relatives = None if said.isdisjoint(RELATIVES) else list(_RELATIVE.finditer(text))
        self._words = said
        self._whole: Subject | None = None

    def at(self, start: int, end: int, *, aged: bool = False) -> Subject:
        """Whose the value at these characters is; `aged` where it is an age or a sex."""
        if (self._relatives or aged) and self._relative(start, end, aged):
            return "relative"
        if self._whole is None:
            self._whole = self._decide()
        if aged and not self._own and self._whole == "general":
            return "other_patient"
        return self._whole

    def _relative(self, start: int, end: int, aged: bool) -> bool:
        """Whether a relative is the nearest person named before the value in its clause, or directly behind an age."""
        text = self._text
        if aged and (_RELATIVE_BEHIND.match(text, end) or _BORN_TO.search(text, max(0, start - 60), start)):
            return True
        clause = max(text.rfind("; ", 0, start), text.rfind(", and ", 0, start), start - 120, 0)
        last = next(
            (m for m in reversed(self._relatives or ()) if clause <= m.start() and m.end() <= start), None
        )
        return last is not None and not _PERSON.search(text, last.end(), start)

    def _decide(self) -> Subject:
        text, said = self._text, self._words
        if not said.isdisjoint(_NUMBERED) and _CASE_NUMBER.search(text):
            return "other_patient"
        return self._in_case(text, said) if self._own else self._elsewhere(text, said)

    def _in_case(self, text: str, said: frozenset[str]) -> Subject:
        if not said.isdisjoint(_OWN_WORDS) and _STRONG_OWN.search(text):
            return "patient"
        if not said.isdisjoint(_OTHER_WORDS) and _OTHER.search(text):
            return "other_patient"
        if not said.isdisjoint(_STUDY_WORDS) and _STRONG_STUDY.search(text):
            return "study"
        if said.isdisjoint(_PAST) and not said.isdisjoint(_GENERAL_WORDS) and _GENERAL.search(text):
            return "general"
        return "patient"

    def _elsewhere(self, text: str, said: frozenset[str]) -> Subject:
        others = "al" in said and _ET_AL.search(text) is not None
        if not said.isdisjoint(_OWN_WORDS) and _STRONG_OWN.search(text):
            return "other_patient" if others else "patient"
        if not said.isdisjoint(_OTHER_WORDS) and _OTHER.search(text):
            return "other_patient"
        if others or not said.isdisjoint(_STUDY_WORDS):
            return "study"
        if not said.isdisjoint(_PERSON_WORDS) and not said.isdisjoint(_PAST) and not _CITED.search(text):
            return "patient"
        return "general"
