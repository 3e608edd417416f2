"""The names that journals print over the sections of a case report, and the role each name has.

A name counts in its context: "Treatment" is `case.treatment` in the case and `comments.treatment` in COMMENTS, and
nothing at all in a discussion. The names are in `headings.psv`.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from casewright.patterns import lazily

_NUMBERING = lazily(
    r"^(?:section\s+)?(?:\d{1,2}(?:\.\d{1,2}){0,3}[.):]?\s+(?=\D)|\d{1,2}[.)](?=[^\W\d])|[IVX]{1,5}[.):]\s+|[A-H][.)]\s+|[•▪■●*-]\s+)",
    re.IGNORECASE,
)
_NUMBERED_CASE = lazily(
    r"(?:the\s+)?(?:case|patient|clinical case|case reports?|case presentation|observation)\s*(?:no\.?|number|#|:)?\s*"
    r"(?P<number>\d{1,2}|[ivx]{1,4}|one|two|three|four|five|[a-d])"
    r"|(?P<ordinal>first|second|third|fourth|fifth|index|present) (?:case|patient)"
)
_NUMBERS = {
    name: str(number)
    for names in ("one two three four five", "i ii iii iv v", "a b c d", "first second third fourth fifth")
    for number, name in enumerate(names.split(), 1)
}
_SMART = str.maketrans(
    {"’": "'", "‘": "'", "–": "-", "‐": "-", "‑": "-", "—": "-", "&": " and ", "\u00a0": " "}
)
_LONGEST = 90
_MOST_WORDS = 8


def _names() -> dict[str, dict[str, str]]:
    """Role by name, by context."""
    found: dict[str, dict[str, str]] = {"": {}, "case": {}, "comments": {}, "abstract": {}}
    for line in Path(__file__).with_name("headings.psv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            context, role, names = (part.strip() for part in line.split("|"))
            found[context].update(dict.fromkeys(names.split("; "), role))
    return found


_NAMES = _names()
_PARTS, _IN_CASE, _IN_COMMENTS, _IN_ABSTRACT = (
    _NAMES[context] for context in ("", "case", "comments", "abstract")
)

# Names below the heading of a part that begin it where that heading is missing.
_BEGINS_CASE = frozenset(
    name for name, role in _IN_CASE.items() if role in ("case.complaint", "case.timeline", "case.history")
) - {"history", "presentation"}
_BEGINS_COMMENTS = frozenset(
    ("case characteristics", "experiences and lessons", "term explanation", "related reports")
)
_BEFORE_CASE = frozenset(("", "front", "keywords", "title", "authors", "core_tip", "introduction"))


def normalise(title: str) -> str:
    """A heading without its numbering, its case, its final punctuation and its typographic signs."""
    text = " ".join(title.translate(_SMART).split())
    text = _NUMBERING.sub("", text, count=1)
    return " ".join(text.strip(" .:;-|*#_[]").casefold().split())


@lru_cache(maxsize=4096)
def role_of(title: str, within: str = "") -> str:
    """The role of a heading printed in a section of role `within`; "" where the name says none."""
    if len(title) > _LONGEST:
        return ""
    name = normalise(title)
    main = within.partition(".")[0]
    own = {
        "abstract": _IN_ABSTRACT,
        "case": _IN_CASE,
        "comments": _IN_COMMENTS,
        "highlights": _IN_COMMENTS,
    }.get(main)
    if own and name in own:
        return own[name]
    if name in ("summary", "synopsis") and main in ("discussion", "case", "introduction", "results"):
        return "conclusion"
    if main == "discussion" and name in (
        "case",
        "patient",
        "patients",
        "cases",
        "observation",
        "observations",
    ):
        return ""
    if name in _PARTS:
        return _PARTS[name]
    if name in _BEGINS_CASE and main in _BEFORE_CASE:
        return _IN_CASE[name]
    if main != "discussion" and _NUMBERED_CASE.fullmatch(name):
        return "case"
    return _IN_COMMENTS[name] if name in _BEGINS_COMMENTS else ""


def case_number(title: str) -> str:
    """Which of several patients a heading announces, as `2` for `CASE TWO` and `Patient II: a girl`, or ""."""
    name = normalise(title)
    found = _NUMBERED_CASE.match(name)
    if found is None or name[found.end() : found.end() + 1].isalnum():
        return ""
    printed = found["number"] or found["ordinal"]
    return _NUMBERS.get(printed, printed)


def is_part(title: str) -> bool:
    """Whether the title names a part of a manuscript in any context, or one of several cases."""
    if len(title) > _LONGEST:
        return False
    name = normalise(title)
    return name in _PARTS or _NUMBERED_CASE.fullmatch(name) is not None


def _compiled(*pairs: tuple[str, str]) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((lazily(pattern), role) for pattern, role in pairs)


# Words that tell what an unusual heading is about, tried in order.
_LIKELY = _compiled(
    (r"\bdis+c?us+ions?\b", "discussion"),
    (
        r"\b(?:case|patient) (?:presentation|report|description|histor|summar|illustration|series|study)",
        "case",
    ),
    (r"\b(?:illustrative|our|present|index) case\b", "case"),
    (r"\bconclu(?:sion|ding)", "conclusion"),
    (r"\b(?:introduction|background)\b", "introduction"),
    (r"\b(?:learning|teaching|key|take[- ]home) (?:points?|messages?|objectives?)\b", "learning_points"),
    (r"\bconsents?\b", "statements.consent"),
    (r"\bethic(?:s|al)?\b", "statements.ethics"),
    (r"\b(?:conflicts?|conflicting|competing) (?:of )?interests?\b|\bdisclosures?\b", "statements.conflicts"),
    (r"\bfunding\b|\bfinancial (?:support|disclosure)", "statements.funding"),
    (
        r"\b(?:authors?'?s?'?|credit) (?:\w+ )*contributions?\b|\bcontributions? of (?:the )?authors?\b",
        "statements.contributions",
    ),
    (r"\b(?:data|material) availability\b|\bavailability of data\b", "statements.data"),
    (r"\backnowledge?ments?\b", "acknowledgements"),
    (
        r"\b(?:supplementa\w+|supporting|additional) (?:materials?|information|data|files?|video)\b",
        "supplement",
    ),
    (r"\babbreviations?\b", "abbreviations"),
    (r"\bresearch regist", "statements"),
)
_LIKELY_IN_CASE = _compiled(
    (r"\btime ?line\b", "case.timeline"),
    (r"\bfamily histor", "case.family_history"),
    (r"\bpast (?:\w+ )*histor|\bpast illness", "case.past_history"),
    (r"\b(?:chief|presenting) (?:complaint|symptom|concern)", "case.complaint"),
    (r"\bpatholog|\bhisto(?:patho)?log|\bautops|\bimmunohisto", "case.pathology"),
    (
        r"\blaborator|\bblood\b|\bmicrobiolog|\bgenetic|\bsequencing\b|\bwork-?up\b|\binvestigations?\b",
        "case.laboratory",
    ),
    (
        r"\bimaging\b|\bradio(?:log|graph)|\btomograph|\bultraso|\bechocardio|\bendoscop|\bangiograph",
        "case.imaging",
    ),
    (r"\bfollow-? ?up\b|\boutcomes?\b|\b(?:post-?operative|clinical|hospital) course\b", "case.outcome"),
    (
        r"\btreatment|\bsurg(?:ery|ical)|\boperati(?:on|ve)|\btherap|\bmanagement\b|\bintervention",
        "case.treatment",
    ),
    (r"\bdiagnos[ie]s\b", "case.diagnosis"),
    (r"\bexaminations?\b", "case.examination"),
    (r"\bhistory\b", "case.history"),
)


@lru_cache(maxsize=4096)
def likely_role(title: str, within: str = "") -> str:
    """The role that the words of an unusual heading point to; "" where they point to none.

    For what is known to be a heading; a line of text says such words without being one.
    """
    name = normalise(title)
    main = within.partition(".")[0]
    if len(title) > _LONGEST or len(name.split()) > _MOST_WORDS:
        return ""
    begun = main in ("discussion", "text", "introduction")
    for pattern, role in (*_LIKELY, *(_LIKELY_IN_CASE if main == "case" else ())):
        if pattern.search(name) and not (begun and role in ("introduction", "statements")):
            return role
    return ""
