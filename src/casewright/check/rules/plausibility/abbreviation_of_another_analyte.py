"""CW304."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from casewright.check.evidence.text.passage import Passage, scan
from casewright.check.evidence.values.kin import akin
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import found
from casewright.document.reading import Reading
from casewright.patterns import lazily
from casewright.quantity.analytes import Analyte, find_analyte

_BRACKET = lazily(r"\((?P<inside>[A-Za-z][\w+ -]{1,45})\)")
_BEFORE = lazily(r"[A-Za-zα-ω][\w-]*(?:[ -][A-Za-zα-ω][\w-]*){0,4}\s?\Z")
_EXPLAINED = lazily(  # in a list of abbreviations: `; ALT, alanine aminotransferase;`
    r"(?:\A|[;:]\s)(?P<short>[A-Z][A-Za-z0-9-]{1,7})(?:,|:|\s=|\s?–)\s(?P<long>[A-Za-z][A-Za-z0-9 -]{4,45})"
    r"(?=\s?;|\.?\s*\Z)"
)
_OPENING = "([{,;:/<>=+'\"“‘"  # what may stand before a word without a space
_STEM = 5  # letters that tell `follicular` from no other form of `follicle`
_OF_MANY = {"intact", "serum", "plasma", "total", "free"}  # words that tell no hormone from another
_CLASSES = {
    "hormone",
    "transaminase",
    "aminotransferase",
    "phosphatase",
    "dehydrogenase",
    "kinase",
    "transferase",
}


class AbbreviationOfAnotherAnalyte:
    """The abbreviation of one test printed beside the name of another.

    Why it is bad
        The reader cannot know which of the two was measured.

    Example
        Aspartate aminotransferase (ALT) was 486 U/L.

    Write instead
        Alanine aminotransferase (ALT) was 486 U/L.

    Source
        The names of LOINC (https://loinc.org), and those in common use beside them.
    """

    code: ClassVar[str] = "CW304"
    name: ClassVar[str] = "abbreviation-of-another-analyte"
    severity: ClassVar[Severity] = "error"

    def check(self, reading: Reading) -> Iterator[Finding]:
        yield from self._in_brackets(reading)
        for passage, match in scan(reading, _EXPLAINED, ";"):
            meant, named = _meant(match["short"]), find_analyte(match["long"])
            if meant and named and not akin(named.key, meant.key):
                message = f"`{match['short']}` stands for {meant.name}, and here for {match['long']}"
                place = Passage(passage.block, *match.span("short"))
                yield found(self, reading, place, message, "correct the name or the abbreviation")

    def _in_brackets(self, reading: Reading) -> Iterator[Finding]:
        for passage, match in scan(reading, _BRACKET, "("):
            inside = match["inside"]
            is_short = len(inside) < 10 and (" " not in inside or inside.startswith("CA "))
            if is_short and not _meant(inside):
                continue
            lead = match.string[max(0, passage.start - 70) : passage.start]
            if not is_short and not _meant(lead.rstrip().rpartition(" ")[2].lstrip(_OPENING)):
                continue
            before = _BEFORE.search(lead)
            if before is None:
                continue
            words = before[0].strip()
            if is_short:
                short, long, start = inside, words, passage.start + 1
            else:
                short, long = words.split(" ")[-1], inside
                start = passage.start - len(before[0]) + before[0].rindex(short)
            meant = _meant(short)
            named = _named(long, meant) if meant and not _is_parted(lead, meant) else ""
            if meant and named and not _goes_on(reading, named, short) and not _is_own(reading, named, short):
                message = f"`{short}` stands for {meant.name}, and here beside {named}"
                place = Passage(passage.block, start, start + len(short))
                yield found(self, reading, place, message, "correct the name or the abbreviation")


def _is_own(reading: Reading, named: str, short: str) -> bool:
    """Whether the report makes the short form of these words itself, or they are such a form of its own.

    `arterial pressure (AP)` is no alkaline phosphatase: each word gives its first letter.
    """
    return _begin(named, short) or any(
        each.short == named and each.long and _begin(each.long, named) for each in reading.abbreviations
    )


def _begin(long: str, short: str) -> bool:
    return "".join(word[0] for word in re.split(r"[ -]", long) if word).lower() == short.lower()


def _goes_on(reading: Reading, named: str, short: str) -> bool:
    """Whether only the last word is shortened: `free thyroxine (T4)`, and `free T4` in the rest of the report."""
    first, _, rest = named.partition(" ")
    return bool(rest) and any(f"{first} {short}" in block.text for _, block in reading.blocks)


def _meant(short: str) -> Analyte | None:
    """The analyte that an abbreviation stands for."""
    return find_analyte(short) if len(short) > 1 and short[:2].lower() != short[:2] else None


def _named(words: str, meant: Analyte) -> str:
    """The name of another analyte with which these words end; "" where they name the one meant, or none."""
    parts = words.split(" ")
    for count in range(len(parts), 0, -1):
        phrase = " ".join(parts[-count:])
        analyte = find_analyte(phrase)
        if analyte is not None:
            first, _, rest = phrase.partition(" ")
            shorter = find_analyte(rest) if first.lower() in _OF_MANY else None  # `free thyroxine (T4)`
            alike = akin(analyte.key, meant.key) or (shorter is not None and akin(shorter.key, meant.key))
            return "" if alike else phrase
    last = parts[-1].lower()
    of_class = (
        last in _CLASSES and any(name.lower().endswith(last) for name in meant.names) and len(parts) > 1
    )
    known = any(
        part in words.lower()
        for name in meant.names
        if name.lower().endswith(last)
        for part in re.split(r"[ -]", name.lower())[:-1]
        if part not in _OF_MANY
    )
    return " ".join(parts[-2:]) if of_class and not known and not _spells(words, meant) else ""


def _is_parted(lead: str, meant: Analyte) -> bool:
    """Whether all words of a long name stand before it: `partial pressure of arterial carbon dioxide (`."""
    said = set(re.split(r"[(),;]", lead)[-1].lower().split())
    names = (name.lower().split() for name in meant.names)
    return any(len(name) > 2 and said.issuperset(name) for name in names)


def _spells(words: str, meant: Analyte) -> bool:
    """Whether the words are one name of an analyte in another form: all their beginnings are those of its words."""
    said = [part[:_STEM] for part in re.split(r"[ -]", words.lower())]
    own = [[part[:_STEM] for part in re.split(r"[ -]", name.lower())] for name in meant.names]
    return any(len(name) > 1 and said[-len(name) :] == name for name in own)
