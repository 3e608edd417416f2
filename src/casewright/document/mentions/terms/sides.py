"""Left and right, with what they are said of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from casewright.document.mentions.terms.found import Term
from casewright.patterns import lazily

_SIDE = lazily(
    r"\b(?P<side>[Ll]eft|[Rr]ight|[Bb]ilateral(?:ly)?|LEFT|RIGHT)(?P<joined>[-"
    r" ]?sided?\b)?(?P<hyphen>-(?=[a-z]))?"
)
_SIDES = frozenset({"left", "right", "bilateral", "bilaterally"})
_WORDS = lazily(
    r"[ -]((?:[a-z][a-z'-]*|[A-Z]{2,5}(?![a-z]))(?: (?:[a-z][a-z'-]*|[A-Z]{2,5}\b(?![a-z])"
    r"|[IVX]{1,4}\b)){0,4})"
)
_STOP = lazily(
    r"(?:^|\s)(?:and|or|which|that|with|who|in|on|at|for|to|from|of|was|were|is|are|had|has"
    r"|have|after|before|revealed|showed|shows|showing|due|as|by|without|but|via|into|during"
    r"|because|since|when|where|underwent|measuring|extending|involving|she|he|side|than"
    r"|demonstrated|there|followed|while|through|using|also|could|did|presented|being|sided"
    r"|revealing|the|a|an|this|performed|suggesting|consistent|including|although|under"
    r"|towards?|toward|over|between|around|along|within|near|causing|measured|appeared|became"
    r"|began|remained|noted|seen|found|be|been|not|her|his|felt|then|replaced|compared|next"
    r"|following|refractory|among|allowing|resulting|occurs?|increases?|decreases?|requires?"
    r"|most|requiring|commonly|involves?|about|it|we|secondary|indicating|confirmed)\b.*"
)
_LEFT_VERB = lazily(
    r"\b(?:was|were|been|be|had|has|is|are|he|she|and|patient|who|being|not|then|have|only|to"
    r"|they|parents)\s\Z"
)
_LEFT_AFTER = lazily(
    r" (?:in place|in situ|untreated|hospital|the hospital|against|for|open|unattended|behind"
    r"|with no|without|his |her |our |alone|over|intact|to (?:heal|drain|be)|undiagnosed"
    r"|unrepaired|home|the |a )"
)
_NOT_RIGHT = lazily(
    r"[ -](?:handed|hander|hand(?:ed)? dominant|after|away|now|before|time|diagnosis|choice"
    r"|treatment\b|decision|at the time|to\b|amount|angles?|from the (?:start|beginning)"
    r"|patient|moment|direction|size|approach to|technique|indication|drug|answer|in the"
    r" middle)"
)
_NOT = lazily(r"\b(?:[Nn]o|[Ww]ithout|not|absence of|denied|ruled out)\b[^,.;]{0,30}\Z")
_SYNONYMS = {"lower extremity": "leg", "lower limb": "leg", "upper extremity": "arm", "upper limb": "arm"}


def speaks_of_side(word: str) -> bool:
    return word in _SIDES


def find_sides(text: str) -> Iterator[Term]:
    """`right leg weakness`, `left-sided hydronephrosis`, `bilateral pleural effusions`."""
    for match in _SIDE.finditer(text):
        side = match["side"].lower()
        if match["joined"] is None:
            if side == "left" and (
                (
                    _LEFT_VERB.search(text, max(0, match.start() - 10), match.start())
                    and _LEFT_AFTER.match(text, match.end())
                )
                or re.match(
                    r" (?:in place|in situ|untreated|the hospital|against medical|behind|unattended"
                    r"|undiagnosed)",
                    text[match.end() : match.end() + 24],
                )
            ):
                continue
            if side == "right" and _NOT_RIGHT.match(text, match.end("side")):
                continue
        words = _WORDS.match(text, match.end() - (1 if match["hyphen"] else 0))
        of = _STOP.sub("", words[1].lower()).strip() if words is not None else ""
        value = "bilateral" if side.startswith("bilateral") else side
        end = match.end() if not of else words.start(1) + len(of) if words is not None else match.end()
        negated = _NOT.search(text, max(0, match.start() - 40), match.start()) is not None
        yield Term(match.start(), end, "side", value, _same(" ".join(of.split()[:4])), negated)


def _same(of: str) -> str:
    for long, short in _SYNONYMS.items():
        if of.startswith(long):
            return short + of[len(long) :].removeprefix("s").removeprefix("ies")
    return of
