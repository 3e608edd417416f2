"""CW703."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from casewright.check.evidence.text.around import matches_around
from casewright.check.evidence.text.extent import is_excerpt
from casewright.check.evidence.text.letters import places_of_any
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import Span, found
from casewright.document.mentions.wordset import lowered
from casewright.document.reading import Reading
from casewright.document.roles import part_of
from casewright.patterns import lazily

_CLAIM = lazily(
    r"(?<![Ii]n )\b(?:(?:(?:the|is|as|this) first (?:ever )?(?:[a-z-]+ ){0,2}(?:cases?|report|description|instance)"
    r"|a first (?:ever )?(?:[a-z-]+ ){0,2}(?:case|report|description))\b"
    r"(?!, an? \d|['’]s| (?:was|were|had|is an? \d|involve[sd]|required|presented|encountered"
    r"|in the (?!world|literature)))"
    r"|(?:the|our|a) first[ -]ever\b|(?:the|this) first (?:case )?(?:ever|study to) report(?:ed)?\b"
    r"|first (?:case|report)s? (?:of|to)\b|first (?:case|patient|report|instance) (?:ever|to be) [a-z]+ed\b"
    r"|(?:has|have|had) (?:never (?:yet |ever |before )?|not (?:previously |yet |ever |before ))been"
    r" (?:previously )?(?:reported|described)"
    r"|(?:has|have|had) not been (?:previously |yet )?(?:reported|described) (?:before|previously|yet|to date|so far)"
    r"|no (?:other |previous |prior |such |similar )(?:[a-z-]+ )?(?:cases?|reports?) (?:has|have|had) been)",
    re.IGNORECASE,
)
# `This report presents the first successful closure`: what is said of this report, whatever is the first of its kind.
_PRESENTED = lazily(
    r"\b(?:knowledge,?|(?:this|our|present) (?:\w+ ){0,3}?(?:is|represents|presents|describes|discusses|illustrates"
    r"|was|reports)"
    r"|we (?:here(?:by|in)? |now |present and )?(?:report|present|describe|document)(?:ed)?|would be)"
    r"(?: on| possibly| probably)?,? (?P<said>(?:the|a) first(?:[ -]ever)? "
    r"(?!line|choice|days?\b|weeks?|months?|years?|hours?|\d|episode|symptom|sign|step|visit|time s?he"
    r"|and|author|of )\w+)",
    re.IGNORECASE,
)
_SIGNS = (
    "irst ",
    "irst-ever",
    "before been",
    "een reported",
    "een described",
    "een previously",
    "ase has been",
    "ases have been",
    "eports have been",
)
_SEARCH = lazily(
    r"pubmed|medline|embase|google scholar|web of science|scopus|cochrane|literature search|search term|databases?\b"
    r"|systematic review|\bsearch(?:ed|es|ing)?\b[^.;]{0,80}\b(?:literature|publi\w+|articles?|reports?|similar|cases?"
    r"|keywords?|journals?)\b|\bliterature\b[^.;]{0,40}\bsearch"
    r"|\b(?:extensive|thorough|careful|comprehensive|detailed) review of (?:the )?(?:\w+ )?literature"
    r"|\breview of (?:the )?(?:\w+ )?literature (?:did not|failed|found|revealed|showed|yielded|identified|disclosed)"
)  # in small letters
_SEARCHED = (
    "pubmed", "medline", "embase", "scholar", "science", "scopus", "cochrane", "search", "database", "systematic",
    "review of",
)  # fmt: skip
# What makes a claim of it: that nothing else is known, or that this report is said to be the first.
_SCOPE = lazily(
    r"\b(?:knowledge|literature|world\w*|ever|reported|described|published|documented|to date|so far|of its kind"
    r"|unprecedented|unique)\b",
    re.IGNORECASE,
)
_KNOWN_SCOPE = lazily(r"\b(?:knowledge|literature|world\w*|to date|so far)\b", re.IGNORECASE)
_PREDICATE = lazily(
    r"\b(?:is|are|be|represents?|presents?|describes?|reports?|discuss\w*|illustrat\w*|constitut\w*|document\w*"
    r"|considered)\b[^.;]{0,25}\Z",
    re.IGNORECASE,
)
_LOCAL = lazily(  # `the first case in our unit`, `in the trial`, `of the day`; `the first case conference`
    r"\b(?:in|at|from|of|for|to be \w+ (?:in|at)) (?:our|this|his|her|the) (?:[\w/-]+ ){0,3}?"
    r"(?:hospital|cent(?:er|re)|institut\w+|department|unit|clinic|town|city|village|region|family|household|school"
    r"|outbreak|cohort|study|trial|registry|series|theatre|practice|ward|program\w*|patient|day|year|week|session"
    r"|radiologist|surgeon|pathologist|doctor)\b|\b(?:in|of) an? (?:[\w/-]+ ){0,3}?(?:trial|study|cohort)\b"
    r"|\bfirst case (?:manager|conference|series|number)|\bfollow-?up\b|\bphase I+\b",
    re.IGNORECASE,
)
_AMONG = lazily(
    r"\b(?:among|one of|amongst)\s(?:the\s)?(?:very\s)?\Z", re.IGNORECASE
)  # `among the first reports`
_PERSONS = lazily(r"\b(?:his|her|their) (?:own )?knowledge\b", re.IGNORECASE)
_NEVER = lazily(r"\b(?:never|not|no)\b", re.IGNORECASE)
# `had never been reported to us`, `the lesion was not described on CT`: of what people tell each other.
_TOLD = lazily(
    r"\bhad\b|\bschool|\bhousehold|\bfamil|\b(?:to (?:us|the \w+)|on (?:the )?(?:\w+ )?(?:ultraso\w+|CT|MRI|x-?ray"
    r"|imaging|radiograph)|by (?:the|his|her)|before the|as (?:a |an )?\w+[.,])",
    re.IGNORECASE,
)
_HEDGED = lazily(  # words that leave the claim open, as most journals ask where nobody can search everything
    r"\bknowledge\b|\bwe (?:believe|think|assume|are aware)\b|\bas far as we\b|\b(?:probab|possib)l[ye]\b"
    r"|\blikely\b|\b(?:may|might|could|would|seems?|appears?) (?:to )?(?:well )?be\b",
    re.IGNORECASE,
)
_OTHERS = lazily(r"\b(?:patient(?:’s|'s)? first|et al|in (?:1[89]|20)\d\d|by [A-Z][a-z]+|\(\d{4}\))")


class FirstCaseWithoutSearch:
    """The case is claimed to be the first, and no search of the literature is described.

    Why it is bad
        The claim is the reason to publish, and it is often wrong. Without database, words and date of the search
        nobody can test it.

    Example
        This is the first report of such a tumor.

    Write instead
        We searched PubMed for "ISCM" and "neuroendocrine" up to May 2014 and found no such case.

    Source
        Riley DS et al. CARE guidelines for case reports: explanation and elaboration. J Clin Epidemiol 2017; 89:
        218-235 [DOI: 10.1016/j.jclinepi.2017.04.026], on the introduction. A note where every such claim is hedged (`to
        our knowledge`). Of an abstract that stands alone nothing is asked.
    """

    code: ClassVar[str] = "CW703"
    name: ClassVar[str] = "first-case-without-search"
    severity: ClassVar[Severity] = "warning"

    def check(self, reading: Reading) -> Iterator[Finding]:
        """One finding at the first claim; the other claims are named beside it. An excerpt has no room for a search."""
        if is_excerpt(reading):
            return
        blocks = [
            (number, block.text)
            for number, (section, block) in enumerate(reading.blocks)
            if part_of(section.role) not in ("back", "references")
            and block.kind not in ("heading", "reference")
        ]
        claims = [Span(number, *place) for number, text in blocks for place in sorted(set(_claims(text)))]
        if claims and not any(_tells_of_search(text.lower()) for _, text in blocks):
            hedged = all(_is_hedged(reading, claim) for claim in claims)
            severity: Severity = "note" if hedged else "warning"
            said = reading.blocks[claims[0].block][1].text[claims[0].start : claims[0].end]
            message = (
                f"the case is said to be the first (“{said}”), and no search of the literature is described"
            )
            hint = "name the databases, the words and the date of the search"
            yield found(self, reading, claims[0], message, hint, claims[1:6], severity)


def _is_hedged(reading: Reading, claim: Span) -> bool:
    """Whether the sentence of a claim leaves it open."""
    sentence = reading.sentences[reading.sentence_at(claim.block, claim.start)]
    return _HEDGED.search(reading.blocks[claim.block][1].text, sentence.start, sentence.end) is not None


def _tells_of_search(lower: str) -> bool:
    return any(sign in lower for sign in _SEARCHED) and _SEARCH.search(lower) is not None


def _claims(text: str) -> Iterator[tuple[int, int]]:
    """Where a text claims something, and not of the first case of others."""
    if not ("irst" in text or "been" in text) or not any(sign in text for sign in _SIGNS):
        return
    lower = lowered(text)
    claims = [match.span() for match in matches_around(_CLAIM, text, places_of_any(lower, _SIGNS))]
    for match in matches_around(_PRESENTED, text, places_of_any(lower, _SIGNS[:2])):
        if not any(start <= match.start("said") < end for start, end in claims):
            claims.append(match.span("said"))
    for start, end in claims:
        if not _OTHERS.search(text[max(0, start - 60) : end + 100]) and _is_claim(text, start, end):
            yield start, end


def _is_claim(text: str, start: int, end: int) -> bool:
    """Whether words say that a case is new to the literature, and not that something was new to a patient or a ward."""
    begin = max(text.rfind(". ", 0, start), text.rfind("\n", 0, start)) + 1
    stop = text.find(". ", end)
    sentence = text[begin : stop if stop >= 0 else len(text)]
    if _AMONG.search(text, begin, start):
        return False
    if _KNOWN_SCOPE.search(sentence):
        return not (_PERSONS.search(sentence) and "literature" not in sentence.lower())
    if _NEVER.search(text, start, end):
        return _TOLD.search(sentence) is None
    if _LOCAL.search(text, start, min(len(text), end + 80)):
        return False
    return _SCOPE.search(sentence) is not None or _PREDICATE.search(text, begin, start + 3) is not None
