"""CW502."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import ClassVar

from casewright.check.evidence.text.extent import is_report
from casewright.check.finding import Finding, Severity
from casewright.check.rules.abbreviations.initials import first_letters, written_out
from casewright.check.rules.abbreviations.known import known_words
from casewright.check.rules.abbreviations.parts import (
    NEEDS_NONE,
    by_part,
    by_short_form,
    definitions,
    is_bracketed,
)
from casewright.check.rules.abbreviations.wording import mean_the_same
from casewright.check.spotting import Stretch, found
from casewright.document.mentions.model import AbbreviationMention
from casewright.document.reading import Reading
from casewright.patterns import lazily
from casewright.quantity.analytes import find_analyte

_CAPITALS = lazily(r"[A-Z]{2,6}")
_NUMERAL = lazily(r"[IVXLC]+")
_SUBDIVIDED = lazily(r"(?:I{1,3}|IV|V|VI{1,3}|IX|X)[A-D]")
_GRADE = lazily(r"[A-E]I{1,3}")
_GRADED = lazily(r"\b(?:recommendations?|evidence|levels?|grades?|class|strength)\b")
_DIVISION = lazily(  # what has numerals with a letter: a neck level, a stage; in a list of them too
    r"\b(?:levels?|stages?|types?|grades?|class(?:es)?|zones?|groups?|categor(?:y|ies)|regions?|phases?|FIGO|AJCC)\b"
    r"[\sIVXA-D,/&–-]{0,20}(?:(?:and|or|to)\s[\sIVXA-D]{0,8})?\Z",
    re.IGNORECASE,
)
_PERSON = lazily(
    r"\b(?:m[ae]n|males?|wom[ae]n|females?|boys?|girls?|patients?|infants?|neonates?|old)\b"
)  # no term
_PROHORMONE = lazily(r"\b[Pp]ro[- ]?\Z")  # `NT-pro BNP`
_BASES, _TRIPLET = lazily(r"[ACGTU]{2,6}"), lazily(r"[ACGTU]{3}\s|\s[ACGTU]{3}")  # `CGG GAG GCT`
_MANY = 4  # abbreviations that a report defines: the only one that it does not was forgotten
_ANEW = 2  # abbreviations of the abstract that the text defines anew: so it means to define them all
_NEAR = 25  # characters around a long form within which its short form explains itself, if oddly


class AbbreviationWithoutDefinition:
    """An abbreviation is used that is defined nowhere.

    Why it is bad
        What is plain in one field means another thing in the next: MS is multiple sclerosis, mitral stenosis and
        mass spectrometry.

    Example
        MSCC was ruled out. MSCC is an emergency.

    Write instead
        Metastatic spinal cord compression (MSCC) was ruled out. MSCC is an emergency.

    Source
        ICMJE Recommendations, Preparing a Manuscript, Abbreviations and Symbols: only standard abbreviations are used,
        spelled out on first mention unless they are standard units of measurement. A warning where its long form
        stands before it, in a manuscript that defines others, or where it is the only one of a report that is not
        defined and has one meaning in medicine; a note where it only stands again and again. Abstract and text are read
        apart: what the abstract alone defines is a warning where the text defines the others anew.
    """

    code: ClassVar[str] = "CW502"
    name: ClassVar[str] = "abbreviation-without-definition"
    severity: ClassVar[Severity] = "note"

    def check(self, reading: Reading) -> Iterator[Finding]:
        """A finding at the first use of each short form of two to six capitals that stands twice in the text.

        In a legend once is enough: figures are read by themselves; so it is where all others are defined.
        """
        yield from self._of_the_abstract(reading)
        defined = {mention.short for mention in definitions(reading)}
        known = defined | {part for short in defined for part in re.split(r"[-/]", short)} | NEEDS_NONE
        text = [mention for mentions in reading.once(by_part).values() for mention in mentions]
        legends = [
            mention for mention in reading.abbreviations if reading.blocks[mention.block][1].kind == "legend"
        ]
        folded = {short.casefold() for short in defined}  # `(GvHD)`, and `GVHD` from then on
        unknown = {
            short: mentions
            for short, mentions in by_short_form(text + legends).items()
            if short not in known
            and short.casefold() not in folded
            and not any(
                is_bracketed(reading, mention) or _leads_brackets(reading, mention) for mention in mentions
            )
            and not all(_is_of_a_word(reading, mention) for mention in mentions)
        }
        in_text = {_at(mention) for mention in text}
        forgotten = list(_forgotten(reading, in_text, unknown))
        warned = {mention.short for mention, _, _ in forgotten}
        for mention, long, place in forgotten:
            message = f"{mention.short} is defined nowhere, and `{long}` stands before it"
            yield found(
                self, reading, mention, message, f"write `{long} ({mention.short})` there", [place], "warning"
            )
        capitals = {
            short: mentions
            for short, mentions in unknown.items()
            if short not in warned
            and _CAPITALS.fullmatch(short)
            and not _is_numeral(reading, short, mentions)
        }
        left = {
            short: mentions
            for short, mentions in capitals.items()
            if len(mentions) > 1 or _at(mentions[0]) not in in_text
        } or _the_only_one(capitals if len(defined) >= _MANY else {})
        for short, mentions in left.items():
            meant = known_words(short) and _at(mentions[0]) in in_text
            only = meant and len(left) == 1 and len(defined) >= _MANY and is_report(reading)
            hint = f"write its long form before it once: `... ({short})`"
            severity: Severity = "warning" if only else "note"
            yield found(self, reading, mentions[0], f"{short} is defined nowhere", hint, (), severity)

    def _of_the_abstract(self, reading: Reading) -> Iterator[Finding]:
        """A warning where the text uses what the abstract alone defines, and defines most of the others anew."""
        parts = reading.once(by_part)
        if not any(mention.long for mention in parts.get("abstract", ())):
            return
        abstract, text = (by_short_form(parts.get(part, [])) for part in ("abstract", "main"))
        defined = {
            short: next((each for each in uses if each.long), None) for short, uses in abstract.items()
        }
        anew = [short for short in defined if defined[short] and any(use.long for use in text.get(short, ()))]
        alone = [
            (text[short][0], definition)
            for short, definition in defined.items()
            if definition and short in text and short not in anew and short not in NEEDS_NONE
        ]
        for use, definition in alone if len(anew) >= max(_ANEW, 2 * len(alone)) else ():
            message = f"{use.short} is defined in the abstract alone, and used here"
            hint = f"write `{definition.long} ({use.short})` here: the text is read without the abstract"
            yield found(self, reading, use, message, hint, [definition], "warning")


def _the_only_one(unknown: dict[str, list[AbbreviationMention]]) -> dict[str, list[AbbreviationMention]]:
    """The only short form of a report that is not defined, if it stands but once; names of analytes count for none."""
    unusual = {
        short: uses for short, uses in unknown.items() if len(short) > 2 and find_analyte(short) is None
    }
    return unusual if len(unusual) == 1 else {}


def _at(mention: AbbreviationMention) -> tuple[int, int]:
    return mention.block, mention.start


def _is_numeral(reading: Reading, short: str, mentions: list[AbbreviationMention]) -> bool:
    """Whether a short form is a Roman numeral, alone or with the letter of a subdivision: `levels IA and IB`."""
    if _NUMERAL.fullmatch(short):
        return True
    return _SUBDIVIDED.fullmatch(short) is not None and any(
        _DIVISION.search(reading.blocks[each.block][1].text[max(0, each.start - 40) : each.start])
        for each in mentions
    )


def _is_grade(reading: Reading, mention: AbbreviationMention) -> bool:
    """Whether a short form is a grade of evidence: `an AII recommendation`."""
    text = reading.blocks[mention.block][1].text
    graded = _GRADE.fullmatch(mention.short) is not None
    return graded and _GRADED.search(text[max(0, mention.start - _NEAR) : mention.end + _NEAR]) is not None


def _forgotten(
    reading: Reading, in_text: set[tuple[int, int]], unknown: dict[str, list[AbbreviationMention]]
) -> Iterator[tuple[AbbreviationMention, str, Stretch]]:
    """The short forms whose long form stands before their first use: without them, or with another never used."""
    defining = [mention for mention in definitions(reading) if is_bracketed(reading, mention)]
    if not defining:
        return
    counts = Counter(mention.short for mention in reading.abbreviations)
    idle = {first_letters(mention.long): mention for mention in defining if counts[mention.short] == 1}
    joined = " ".join(mention.short for mention in defining)
    sought = {
        short: uses[0]
        for short, uses in unknown.items()
        if len(short) > 2 and _at(uses[0]) in in_text and short not in joined
        if find_analyte(short) is None and not _is_grade(reading, uses[0])
    }
    plain = {short: use for short, use in sought.items() if _CAPITALS.fullmatch(short)}
    plain = {short: use for short, use in plain.items() if not _NUMERAL.fullmatch(short)}
    places = written_out(reading, {short: use.block for short, use in plain.items()})
    for short, use in sought.items():
        place: Stretch | None = places.get(short) or idle.get(short.lower())
        if place is None or (place.block, place.end) > (use.block, use.start):
            continue
        around = reading.blocks[place.block][1].text[max(0, place.start - _NEAR) : place.end + _NEAR]
        if short in around:
            continue
        if _PERSON.search(reading.blocks[place.block][1].text, place.start, place.end):
            continue
        if _means_another(short, reading.blocks[place.block][1].text[place.start : place.end]):
            continue
        other = idle.get(short.lower())
        long = other.long if other else reading.blocks[place.block][1].text[place.start : place.end]
        yield use, " ".join(long.split()), place


def _leads_brackets(reading: Reading, mention: AbbreviationMention) -> bool:
    """Whether a short form stands in brackets with only one more behind it: defined there, `scan (TAP CT)`."""
    text = reading.blocks[mention.block][1].text
    return (
        text[max(0, mention.start - 1) : mention.start] in ("(", "[")
        and re.match(r"\s[A-Z]{2,5}s?[)\]]", text[mention.end : mention.end + 9]) is not None
    )


def _is_of_a_word(reading: Reading, mention: AbbreviationMention) -> bool:
    """Whether letters are no abbreviation of their own: those of a prohormone, or a triplet of a primer."""
    text = reading.blocks[mention.block][1].text
    if _PROHORMONE.search(text, max(0, mention.start - 8), mention.start):
        return True
    beside = text[max(0, mention.start - 4) : mention.start], text[mention.end : mention.end + 4]
    return _BASES.fullmatch(mention.short) is not None and any(_TRIPLET.fullmatch(each) for each in beside)


def _means_another(short: str, long: str) -> bool:
    """Whether a short form of one meaning in medicine has other words than these, which only begin like it."""
    known = known_words(short)
    return bool(known) and not any(mean_the_same(each, long) for each in known)
