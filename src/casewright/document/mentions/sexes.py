"""The nouns that tell the sex of a person."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from casewright.document.mentions.model import SexMention
from casewright.document.mentions.stretch import Stretch
from casewright.patterns import lazily

if TYPE_CHECKING:
    from casewright.document.reading import Reading

_SEXES = {
    "male": "male", "man": "male", "boy": "male", "gentleman": "male", "gentlemen": "male",
    "female": "female", "woman": "female", "girl": "female", "lady": "female",
}  # fmt: skip
_WORD = lazily(
    r"\b(?:[Mm]ale|[Mm]an|[Bb]oy|[Gg]entlem[ae]n|[Ff]emale|[Ww]oman|[Gg]irl|[Ll]ady)\b(?!-to-|/|[-’'](?:s|to)\b)"
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
    r" age)?,?[\s-](?:\([^()]{1,40}\),?\s)?(?:[\w-]+\s){0,4}\Z|\b(?:[Aa]|[Aa]n|[Tt]he|[Tt]his"
    r"|[Oo]ur)\s(?:[\w-]+\s){0,4}\Z|(?:^|[.,:;(]\s?)(?:[\w-]+\s){0,3}\Z"
)


_BORN = lazily(r"\b(?:born to|delivered by) (?:a|an|the)\b")


def find_sexes(reading: Reading) -> tuple[SexMention, ...]:
    """Every noun that tells a sex, with whose it is."""
    return tuple(
        mention
        for stretch in reading.stretches
        if not stretch.words.isdisjoint(_SEXES)
        for mention in _in_stretch(stretch)
    )


def _in_stretch(stretch: Stretch) -> Iterator[SexMention]:
    text = stretch.text
    relatives = list(_RELATIVE.finditer(text)) if _RELATION.search(text.lower()) else []
    for match in _WORD.finditer(text):
        start, end = match.span()
        if _NOT_A_PERSON.match(text, end) or not _AGED.search(text, max(0, start - 60), start):
            continue
        others = _BORN.search(text[:start]) or any(found.end() <= start for found in relatives)
        yield SexMention(
            block=stretch.sentence.block,
            start=stretch.offset + start,
            end=stretch.offset + end,
            sentence=stretch.sentence.index,
            text=match[0],
            role=stretch.section.role,
            subject="relative" if others else stretch.whose.at(start, end, aged=True),
            value=_SEXES[match[0].lower()],
        )
