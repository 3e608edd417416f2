"""Sexes and pronouns."""

from __future__ import annotations

import re
from collections.abc import Iterator

from casewright.document.mentions.model import Subject
from casewright.document.mentions.terms.found import Term
from casewright.patterns import lazily

_SEXES = {
    "male": "male", "man": "male", "boy": "male", "gentleman": "male", "gentlemen": "male",
    "female": "female", "woman": "female", "girl": "female", "lady": "female",
}  # fmt: skip
_PRONOUNS = {
    "he": "male", "him": "male", "his": "male", "himself": "male",
    "she": "female", "her": "female", "hers": "female", "herself": "female",
}  # fmt: skip
_WORD = lazily(
    r"\b(?:[Mm]ale|[Mm]an|[Bb]oy|[Gg]entlem[ae]n|[Ff]emale|[Ww]oman|[Gg]irl|[Ll]ady|[Hh]e"
    r"|[Hh]im(?:self)?|[Hh]is|[Ss]he|[Hh]er(?:s|self)?)\b(?!-to-|/|[-’'](?:s|to)\b)"
)
_RELATIVE = lazily(
    r"\b(?:mother|father|brother|sister|sons?|daughters?|parents?|wife|husband|aunt|uncle"
    r"|cousin|grand\w+|siblings?|twin|partner|boyfriend|girlfriend|niece|nephew|donor|doctor"
    r"|physician)(?:'s|’s)?\b",
    re.IGNORECASE,
)
_RELATION = lazily(  # one of these, in small letters, every relative has; looked for first, since it is found fast
    "mother|father|brother|sister|son|daughter|parent|wife|husband|aunt|uncle|cousin|grand|sibling|twin|partner|friend"
    "|niece|nephew|donor|doctor|physician"
)
_NOT_A_PERSON = lazily(
    r"\s(?:sex|gender|patients|predominance|predilection|preponderance|to|genital\w*|hormones?"
    r"|pattern|breast|urethra|pelvis|ratio|infertility|population|cases|predominant|partners?"
    r"|external|reproductive|newborns|individuals|donors?|siblings|relatives|smokers|subjects"
    r"|adults|children|infants|sexual|and female|or female|and male|or male)\b"
)
_AGED = lazily(
    r"(?:year|month|week|day|yr|decade|hour|min)s?[- ]?(?:old|of"
    r" age)?,?[\s-](?:[\w-]+\s){0,4}\Z|\b(?:[Aa]|[Aa]n|[Tt]he|[Tt]his"
    r"|[Oo]ur)\s(?:[\w-]+\s){0,4}\Z|(?:^|[.,:;(]\s?)(?:[\w-]+\s){0,3}\Z"
)


def speaks_of_sex(word: str) -> bool:
    return word in _SEXES or word in _PRONOUNS


def find_sexes(text: str) -> Iterator[Term]:
    """`A 45-year-old man`, `he`, `her`; those that speak of a relative are marked so."""
    relative: re.Match[str] | None = None
    relatives = list(_RELATIVE.finditer(text)) if _RELATION.search(text.lower()) else []
    for match in _WORD.finditer(text):
        word = match[0].lower()
        before = [found for found in relatives if found.end() <= match.start()]
        relative = before[-1] if before else None
        if word in _PRONOUNS:
            # `her mother`: the pronoun is the patient's; `her mother ... she` may be either's
            subject: Subject | None = "general" if relative is not None else None
            yield Term(match.start(), match.end(), "pronoun", _PRONOUNS[word], subject=subject)
        elif not _NOT_A_PERSON.match(text, match.end()) and _AGED.search(
            text, max(0, match.start() - 60), match.start()
        ):
            value = _SEXES.get(word, "male")
            born = relative is not None or re.search(
                r"\b(?:born to|delivered by) (?:a|an|the)\b", text[: match.start()]
            )
            yield Term(match.start(), match.end(), "sex", value, subject="relative" if born else None)
