"""Drugs that a case speaks of as known: blames, stops, or lets go on. Such a drug must have been told as begun."""

from __future__ import annotations

import re

from casewright.check.evidence.text.extent import is_excerpt
from casewright.check.evidence.words.named import Name
from casewright.document.reading import Reading
from casewright.patterns import lazily

_BLAME = lazily(
    r"\b(?:due to|because of|caused by|induced by|secondary to|reaction to|effects? of"
    r"|discontinued|stopped|withdrawal of) (?:the )?\Z"
)
_GIVING = lazily(  # `was administered a loading dose of vancomycin`
    r"\b(?:administered|given|gave|receiv(?:ed|ing)|treated|started|begun|initiated|prescribed|infused"
    r"|injected)\b[^.;]{0,40}\Z"
)
_GIVEN = lazily(  # `a dose of tocilizumab was given`: that is where the case says so
    r"(?:\s[\w-]+){0,3}?\s(?:was|were)\s(?:\w+\s)?(?:given|administered|started|initiated|added|prescribed"
    r"|infused|injected"
    r"|commenced|introduced)\b"
)

_GONE_ON = lazily(  # `only ketoconazole was continued`: what goes on, or is stopped, was once begun
    r"(?:\s(?!and\b|or\b)\w+){0,2}?(?:, [^,.;]{3,60},)?"
    r"\s(?:was|were|had been|has been|could be|lasted|ended)\b(?:\s(?:then|also|therefore|later|now|well|\w+ly))?\s"
    r"(?:stopped|discontinued|withdrawn|dropped|tapered|ceased|continued|switched|changed|replaced|weaned|tolerated"
    r"|halted|completed|reduced|uneventful|withheld|held|increased|escalated|resumed|for|after|on)\b"
)
_GOING_ON = lazily(
    r"\b(?:[Cc]ontinu(?:ing|ed to take|ed taking)|[Ss]topp(?:ed|ing)|[Dd]iscontinu(?:ed|ing)"
    r"|[Ss]till (?:on|receiving|taking)|[Ww]eaned (?:off|from)|[Tt]olerat(?:ed|es|ing)(?: [^.;,()]{0,40} (?:of|and))?"
    r"|(?:minutes|hours|days|weeks) after"
    r"|[Ll]ast (?:dose|infusion|injection|cycle) of"
    r"|(?:[Cc]ompleted|[Ff]inished|[Aa]fter|[Dd]uring|[Ee]nd of) (?:the|this|that|these|his|her) [^.;,()]{0,40}?of)"
    r" (?:(?:the|oral|intravenous|IV|taking|of) ){0,2}\Z"
)
_KNOWN = lazily(r"\b[Tt]he (?:(?:\w+ )?(?:oral|intravenous|IV) )?\Z")  # `the infliximab infusions`
_COURSE = lazily(r"\s(?:infusions?|injections?|drip|course|dose|dosage|treatment|therapy|regimen|patch)\b")
_AT_HOME = lazily(  # the words of a drug of former years
    r"\b(?:home|regular|usual|long-?term|chronic|maintenance|previous\w*|pre-?existing|outside|history|had been"
    r"|already|years|his|her|prior|doctors?|physicians?|cardiologist|psychiatrist|team|hospital|bought|had"
    r"|consider\w*|possib\w*|suspect\w*|other)\b",
    re.IGNORECASE,
)
_SUPPOSED = lazily(
    r"\b(?:would|could|may|might|possibl[ey]|exclud\w*|unlikely|risk|avoid\w*|potential|known|reported"
    r"|discuss\w*|convinc\w*|had|ago|years?|history|previous\w*)\b",
    re.IGNORECASE,
)
_BEGUN = lazily(
    r"\b(?:started|begun|began|initiated|commenced|administered|given|gave|received|receiving|treated|prescribed|used"
    r"|added|took|taking|on|with|anticoagulated)\b",
    re.IGNORECASE,
)
_BEFORE = 60  # characters before a name in which it may be told as one that is known


def is_blamed(reading: Reading, name: Name) -> bool:
    """Whether the case speaks of what a drug has done: one that it never says was given cannot have done it."""
    text, sentence = reading.blocks[name.place.block][1].text, reading.sentences[name.sentence]
    return (
        not reading.once(is_excerpt)
        and _SUPPOSED.search(text, sentence.start, sentence.end) is None
        and name.group != "organism"
        and _GIVEN.match(text, name.place.end) is None
        and _BLAME.search(text, max(0, name.place.start - 40), name.place.start) is not None
        and _GIVING.search(text, max(0, name.place.start - 60), name.place.start) is None
    )


def goes_on(reading: Reading, name: Name) -> bool:
    """Whether the case lets a drug go on or end that was no drug of former years: it must have been begun."""
    text, start = reading.blocks[name.place.block][1].text, reading.sentences[name.sentence].start
    before = max(start, name.place.start - _BEFORE)
    gone_on = is_over(reading, name)
    if (
        not gone_on and _GIVEN.match(text, name.place.end) is None
    ):  # `when insulin was stopped metformin was given`
        gone_on = _GOING_ON.search(text, before, name.place.start) is not None
    if not gone_on and _COURSE.match(text, name.place.end):
        gone_on = _KNOWN.search(text, before, name.place.start) is not None
    return gone_on and _AT_HOME.search(text, start, reading.sentences[name.sentence].end) is None


def is_over(reading: Reading, name: Name) -> bool:
    """Whether a drug is told to have been stopped or continued, in the words behind its name."""
    return _GONE_ON.match(reading.blocks[name.place.block][1].text, name.place.end) is not None


def is_begun(reading: Reading, name: Name) -> bool:
    """Whether the sentence of a drug says that it was given."""
    sentence = reading.sentences[name.sentence]
    text = reading.blocks[name.place.block][1].text
    return _BEGUN.search(text, sentence.start, sentence.end) is not None
