"""CW507."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import ClassVar

from casewright.check.finding import Finding, Severity
from casewright.check.rules.abbreviations.explained import explained
from casewright.check.rules.abbreviations.known import abbreviated, is_of_many, known_words, plain_words
from casewright.check.rules.abbreviations.parts import definitions, exchanged, is_bracketed
from casewright.check.rules.abbreviations.regimens import foreign_drugs
from casewright.check.rules.abbreviations.wording import contradict, end_apart, say_the_same
from casewright.check.spotting import found
from casewright.document.mentions.model import AbbreviationMention
from casewright.document.reading import Reading
from casewright.patterns import lazily
from casewright.quantity.analytes import find_analyte

_ALIKE = 0.85  # words more alike than this are one in two spellings, or one with a slip of the pen
_FAR = 0.75  # long forms less alike than this are of two things
_STATE = lazily(
    r"\A(?:elevated|increased|raised|high|low|decreased|reduced|normal|abnormal|negative|positive) ",
    re.IGNORECASE,
)
_CAPITALS = lazily(r"\b[A-Z]{2,}\b")  # `IV immunoglobulin`: a short form in the long one
_WORD = lazily(r"[A-Za-zα-ω0-9][\w'’]*")
_FORMS = (
    ("um", "al"), ("us", "al"), ("a", "al"), ("us", "ic"), ("y", "ic"), ("ium", "ial"), ("e", "ar"), ("a", "ar"),
)  # fmt: skip
_BEFORE = 90  # characters before a bracket in which its long form stands
_TEST = lazily(
    r" (?:plain )?(?:films?|X-?rays?|x-?rays?|radiographs?|scans?|levels?|assays?|tests?|units?)\s?\Z"
)
_BRACKET = lazily(r"\s?\((?P<long>[A-Za-z][A-Za-z' -]{5,60})\)")


class AbbreviationOfOtherWords:
    """A well-known abbreviation is given a long form of which one word is another.

    Why it is bad
        Everybody knows the abbreviation, and reads the long form as a thing that does not exist.

    Example
        Lactate dehydratase (LDH) was elevated, and magnetic response imaging (MRI) was done.

    Write instead
        Lactate dehydrogenase (LDH) was elevated, and magnetic resonance imaging (MRI) was done.

    Source
        The names of LOINC (https://loinc.org) and of the Medical Subject Headings (https://www.ncbi.nlm.nih.gov/mesh).
    """

    code: ClassVar[str] = "CW507"
    name: ClassVar[str] = "abbreviation-of-other-words"
    severity: ClassVar[Severity] = "warning"

    def check(self, reading: Reading) -> Iterator[Finding]:
        """A finding at the first such definition of each short form."""
        seen: set[str] = set()
        for mention, long in (*_defined(reading), *explained(reading)):
            if mention.short in seen:
                continue
            meant = _slipped_from(mention.short, long) or _measured_as(reading, mention.short, long)
            if meant:
                seen.add(mention.short)
                message = f"{mention.short} stands for `{meant}`, and here for `{' '.join(long.split())}`"
                yield found(self, reading, mention, message, "correct the long form or the abbreviation")
        for mention, long, meant in (*_behind_another(reading), *_beside_another(reading)):
            seen.add(mention.short)
            message = f"`{long}` is abbreviated {meant}, and here {mention.short}"
            yield found(self, reading, mention, message, "correct the long form or the abbreviation")
        for each in foreign_drugs(reading):
            message = f"{each.mention.short} stands for `{each.drugs}`, and here for `{each.drug}` too"
            yield found(self, reading, each.mention, message, "correct the drug or the abbreviation")
        for mention, long, meant in _behind_a_slip(reading):
            if mention.short not in seen:
                seen.add(mention.short)
                message = f"{mention.short} stands for `{meant}`, and here for `{long}`"
                yield found(self, reading, mention, message, "correct the long form or the abbreviation")


def _defined(reading: Reading) -> Iterator[tuple[AbbreviationMention, str]]:
    return ((mention, mention.long) for mention in definitions(reading))


def _measured_as(reading: Reading, short: str, long: str) -> str:
    """The name of the test of which the report prints values, where its abbreviation is given quite another."""
    known, analyte = known_words(short), find_analyte(short)
    if not known or analyte is None or _STATE.match(long) or not _has_values(reading, short, analyte.key):
        return ""
    folded = long.lower()
    printed = plain_words(long)
    unlike = all(
        SequenceMatcher(None, folded, each.lower()).ratio() < _FAR
        or 0 < _unlike(printed, plain_words(each)) <= len(printed)
        for each in known
    )
    return known[0] if unlike and find_analyte(long) is None and not _CAPITALS.search(long) else ""


def _has_values(reading: Reading, short: str, measure: str) -> bool:
    """Whether the report prints values of a test, if only as bare figures behind its abbreviation."""
    if any(each.measure == measure for each in reading.quantities):
        return True
    bare = re.compile(rf"\b{re.escape(short)}\b(?: counts?| levels?)?[\s:=,(]{{1,3}}\d")
    return any(bare.search(block.text) for _, block in reading.blocks if block.kind != "reference")


def _behind_a_slip(reading: Reading) -> Iterator[tuple[AbbreviationMention, str, str]]:
    """The known abbreviations in brackets behind their long form with one other word: `intracranial pressure (IOP)`."""
    for mention in reading.abbreviations:
        known = known_words(mention.short)
        if mention.long or not known or not is_bracketed(reading, mention):
            continue
        text = reading.blocks[mention.block][1].text
        before = _TEST.sub("", text[max(0, mention.start - _BEFORE) : mention.start - 1]).split()
        printed = [" ".join(before[-len(each.split()) :]).replace(",", "") for each in known]
        if any(
            plain_words(each) == plain_words(long)[-len(plain_words(each)) :]
            for each, long in zip(known, printed, strict=True)
        ):
            continue
        for meant, long in zip(known, printed, strict=True):
            if " " in meant and long.replace("-", "").replace(" ", "").isalpha() and contradict(meant, long):
                yield mention, long, meant
                break


def _behind_another(reading: Reading) -> Iterator[tuple[AbbreviationMention, str, str]]:
    """The short forms in brackets behind the long form of another: `magnetic resonance imaging (CT)`, `... (MIR)`."""
    for mention in reading.abbreviations:
        short = mention.short
        known = bool(known_words(short)) or is_of_many(short)
        if (known and mention.long) or not (known or any(map(known_words, exchanged(short)))):
            continue
        if not is_bracketed(reading, mention):
            continue
        text = reading.blocks[mention.block][1].text
        lead = text[max(0, mention.start - 60) : mention.start - 1].rstrip()
        for long in _endings(lead):
            shorts = abbreviated(" ".join(plain_words(long)))
            if shorts and _begins_before(short, lead, long):
                break
            if not shorts or short in shorts or _is_kind(short, long):
                continue
            if any(each in shorts for each in exchanged(short)) or (known and not _spells(short, long)):
                yield mention, long, shorts[0]
                break


def _is_kind(short: str, long: str) -> bool:
    """Whether a long form is the end of what a short form stands for: PICU behind `intensive care unit`."""
    printed = plain_words(long)
    return any(plain_words(each)[-len(printed) :] == printed for each in known_words(short))


def _spells(short: str, long: str) -> bool:
    """Whether a long form gives the letters of a short form that means many things: MS behind `metabolic syndrome`."""
    folded, letters = long.lower(), short.lower()
    starts = [
        at for at in range(len(folded)) if folded[at] == letters[0] and not folded[at - 1 : at].isalpha()
    ]
    rests = (iter(folded[at:]) for at in starts)
    return is_of_many(short) and any(all(letter in rest for letter in letters) for rest in rests)


def _endings(lead: str) -> Iterator[str]:
    """The last word of a text, the last two, and so on, as far as any long form goes."""
    starts = [word.start() for word in _WORD.finditer(lead)]
    return (lead[start:] for start in starts[:-9:-1])


def _beside_another(reading: Reading) -> Iterator[tuple[AbbreviationMention, str, str]]:
    """The known abbreviations given the long form of another: as a definition, in brackets or in a key."""
    keys = dict(explained(reading))
    for mention in reading.abbreviations:
        if not known_words(mention.short):
            continue
        text = reading.blocks[mention.block][1].text
        behind = None if mention.long else _BRACKET.match(text, mention.end)
        long = mention.long or keys.get(mention) or (behind["long"] if behind else "")
        shorts = abbreviated(" ".join(plain_words(long))) if long else ()
        if shorts and mention.short not in shorts:
            yield mention, long, shorts[0]


def _begins_before(short: str, lead: str, long: str) -> bool:
    """Whether a word before the long form gives the first letter: D of `diffusion-weighted MR imaging`."""
    before, count = plain_words(lead), len(plain_words(long))
    initials = "".join(word[0] for word in before)
    for begin in range(max(0, len(before) - count - 3), len(before) - count):
        rest = iter(initials[begin:])
        if initials[begin] == short[0].lower() and all(letter in rest for letter in short.lower()):
            return True
    return False


def _slipped_from(short: str, long: str) -> str:
    """The known long form of which all words are printed but one; "" where it is printed itself, or another thing."""
    known = known_words(short)
    long = _STATE.sub("", long)
    if not known or find_analyte(long) is not None or _CAPITALS.search(long):
        return ""
    printed = plain_words(long)
    if any(_letters(each) == _letters(long) for each in known):
        return ""  # `trans esophageal`
    if any(_unlike(printed, plain_words(each)[-len(printed) :]) == 0 for each in known):
        return (
            ""  # printed itself, or from its second word on: `ST | segment elevation myocardial infarction`
        )
    near = [
        each
        for each in known
        if contradict(each, long)
        or (
            len(plain_words(each)) > 1
            and 0 < _unlike(printed, plain_words(each)) <= max(1, len(printed) * 2 // 5)
        )
    ]
    meant = [each for each in near if not _is_spelling(each, long)]
    return max(meant, key=lambda each: SequenceMatcher(None, each.lower(), long.lower()).ratio(), default="")


def _letters(long: str) -> str:
    return "".join(letter for letter in long.lower() if letter.isalpha())


def _is_spelling(one: str, other: str) -> bool:
    return say_the_same(one, other) and not one.lower().endswith("ase") and not end_apart(one, other)


def _unlike(one: list[str], other: list[str]) -> int:
    """How many words of two long forms of as many words are not the same; many where the numbers differ."""
    if len(one) != len(other):
        return len(one) + len(other)
    return sum(not _same(a, b) for a, b in zip(one, other, strict=True))


def _same(one: str, other: str) -> bool:
    if end_apart(one, other):
        return False
    one, other = one.replace("ph", "f"), other.replace("ph", "f")  # `alfa fetoprotein`, `sulfate`
    if len(one) == 1 and other.startswith(one):
        return True  # the letter alone is printed: `B-natriuretic peptide`
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) > 3 and longer.startswith(shorter) and len(longer) <= len(shorter) + 2:
        return True
    if longer.removeprefix("auto") == shorter or _are_forms(one, other):
        return True
    return one == other or SequenceMatcher(None, one, other).ratio() > _ALIKE


def _are_forms(one: str, other: str) -> bool:
    """Whether two words are a noun and its adjective: `septum` and `septal`."""
    return any(
        one.endswith(noun)
        and other.endswith(adjective)
        and one.removesuffix(noun) == other.removesuffix(adjective)
        for one, other in ((one, other), (other, one))
        for noun, adjective in _FORMS
    )
