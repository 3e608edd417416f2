"""The ages that a report gives of its patient."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from casewright.check.evidence.people.casetable import OURS, reported
from casewright.check.evidence.text.around import stretches_with
from casewright.check.evidence.text.parts import of_others, of_patient, part_at
from casewright.check.evidence.text.passage import Passage, scan, scan_sentences
from casewright.check.evidence.words.wording import stem
from casewright.document.mentions.timespans import OLD_THING
from casewright.document.mentions.wordset import words
from casewright.document.reading import Reading
from casewright.patterns import lazily
from casewright.quantity.number import read_number

_AGE = lazily(
    r"\b(?P<age>\d{1,3}|[a-z]+(?:teen|ty)(?:-[a-z]+)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
    r"[\s-]?(?:(?P<unit>year|yr|month|week|day)s?[\s-](?:old\b|of age\b(?=,? (?:man|woman|male|female|boy|girl)\b)"
    r"|(?!old\b)(?=(?:[a-z]+ ){0,2}(?:man|woman|boy|girl|lady|gentleman)\b))|yo\b|y/o\b|y\.o\.)(?P<who>[^.;]{0,60})"
    r"|\baged (?P<aged>\d{1,3}) (?P<in>year|month)s?\b"
    r"|\ba (?:[a-z-]+ ){0,2}?(?:man|woman|boy|girl|lady|gentleman|male|female),? "
    r"(?:of (?:about )?(?P<of>\d{1,3}) (?P<span>year|month)s?\b"
    r"|aged (?P<bare>\d{1,3})\b(?=[.,;)]| (?!year|month|and\b|or\b|to\b)))"
    r"|\b(?:patient|man|woman|boy|girl|he|she) (?:was|is) (?P<was>\d{1,3}) (?P<ago>year)s"
    r"(?! (?:ago|before|after|prior|earlier|later|post|out|into|from|since|younger|old))\b"
    r"(?=[,.;)]| (?:and|at|when|but|with)\b)"
)
_AGE_WORDS = words("old aged age year years yr yrs yo y")
_NOBODY = lazily(
    r"^[\s,]*(?:[\w-]+ ){0,2}(?:mother|father|sister|brother|husband|wife|son|daughter|donor|friend"
    r"|history|fracture|scar|infarct"
    r"|twin|partner|aunt|uncle|cousin)\b",
    re.IGNORECASE,
)
_THEN = lazily(  # `He was 19 years old when schizophrenia was diagnosed`: no age at a visit
    r"^\s?(?:when|at the time)\b"
    r"(?![^.;]{0,30}\b(?:presented|admitted|referred|came|seen|brought|arriv|visit|treated by)\w*)"
)
_ANOTHER = lazily(
    r"\b(?:described|reported|literature|previous|similar|another|et al|his|her|their)\s[^.;]{0,40}\Z",
    re.IGNORECASE,
)
_LIKE = lazily(  # `seen after 4 years, as in a 58-year-old woman of Llado`
    r"\b(?:as|like|than|unlike|similar to|that) (?:in |of |for )?an? (?:[a-z-]+ )?\Z"
)
_THIS = lazily(
    r"\b(?:[Oo]ur|[Tt]his|[Tt]he present)\s(?:[a-z-]+,?\s)?\Z"
    r"|\b[Ww]e,?\s(?:\w+\s)?(?:report|present|describe)(?:ed)?\s(?:here\s|on\s)?(?:a|an|the)\s(?:[a-z-]+\s){0,3}"
    r"(?:case|patient)?[^.;\d]{0,20}\Z"
)
_TOLD = lazily(r"\bet al\b|\b(?:studied|reported|described|reviewed|literature)\b")
_SEX = r"(?:M|F|[Mm]ale|[Ff]emale|[Mm]an|[Ww]oman)\b"
# The row of our patient in a table of reported cases that was read without its lines: `This case 64 Male`.
_ROW = lazily(
    rf"\b{OURS}[^\t\d.,;]{{0,20}}(?:\([^()\t]{{1,20}}\))?[\t ](?P<age>\d{{1,3}})(?: ?y(?:ears?|rs?|o)?)?"
    rf"[\t/, ]{{1,2}}{_SEX}"
)
_ROW_SIGN = lazily(r"(?:case|patient|report|study)[^.,;\d]{0,20}\d{1,3} ?y?[a-z]{0,4}[\t/, ]{1,2}[fmw]")
_OUR_WORDS, _SEX_WORDS = words("this our present current index"), words("m f male female man woman")
_EVENT = lazily(
    r"\b(?P<event>died|death|expired|diagnosed|diagnosis|menopause|menarche|married|operated|transplanted|onset|symptoms)\b"
    r"[^.;:\d]{0,40}?\b(?P<at>(?:at|from) (?:the |an )?age (?:of )?(?P<age>\d{1,3}))\b"
    r"(?!\s?(?:months?|weeks?|days?|[-–]))"
)
_YEARS = {"year": 1.0, "month": 1 / 12, "week": 7 / 365.25, "day": 1 / 365.25}


class Age(NamedTuple):
    """An age as printed, with its place and the part of the report; `body` is where the case is told."""

    at: Passage
    unit: str
    value: float
    part: str

    @property
    def printed(self) -> tuple[str, float]:
        """The unit and the number, by which two ages are the same."""
        return self.unit, self.value

    @property
    def years(self) -> float:
        return self.value * _YEARS[self.unit]

    @property
    def text(self) -> str:
        return f"{self.value:g} {self.unit}{'' if self.value == 1 else 's'}"


def ages(reading: Reading) -> tuple[Age, ...]:
    """Every age of the patient, in reading order of each way of printing it."""
    return (*_told(reading), *_in_rows(reading))


def _in_rows(reading: Reading) -> Iterator[Age]:
    for table in reading.once(reported):
        for row in table:
            if row.ours and row.age is not None:
                yield Age(row.at, row.unit, float(row.age), "other")
    tables = {table[0].at.block for table in reading.once(reported)}
    for at, match in scan(reading, _ROW, among=_like_rows(reading) - tables):
        yield Age(
            Passage(at.block, match.start("age"), match.end("age")), "year", float(match["age"]), "other"
        )


def _like_rows(reading: Reading) -> frozenset[int]:
    """The blocks with words in the order of such a row."""
    ours, sexes = (
        {each.sentence.block for each in stretches_with(reading, asked)} for asked in (_OUR_WORDS, _SEX_WORDS)
    )
    return frozenset(
        number for number in ours & sexes if _ROW_SIGN.search(reading.blocks[number][1].text.lower())
    )


def _told(reading: Reading) -> Iterator[Age]:
    for passage, match in scan_sentences(reading, _AGE, _AGE_WORDS, folded=True):
        number = read_number(
            (match["age"] or match["aged"] or match["was"] or match["of"] or match["bare"]).lower()
        )
        who = match["who"] or ""
        if number is None or _NOBODY.search(who) or _THEN.search(who) or OLD_THING.search(match[0]):
            continue
        section, block = reading.blocks[passage.block]
        sentence = reading.sentence_at(passage.block, passage.start)
        part = part_at(reading, passage.block)
        lead = block.text[max(0, passage.start - 60) : passage.start]
        about = of_patient(reading, sentence, passage.start) or _concludes(reading, passage, section.role)
        this = _THIS.search(lead)
        if this:
            named = passage.start - len(lead) + this.start()
            this = None if _TOLD.search(block.text, max(0, named - 150), named) else this
        if part != "body" and not this and (not about or _ANOTHER.search(lead) or _LIKE.search(lead)):
            continue
        printed = match[0].removesuffix(who).rstrip()
        span = Passage(passage.block, passage.start, passage.start + len(printed))
        unit = (match["unit"] or match["in"] or match["ago"] or match["span"] or "year").lower()
        yield Age(span, unit.replace("yr", "year"), float(number.value), part)


def ages_at_events(reading: Reading) -> Iterator[tuple[str, Age]]:
    """The ages at which something befell the patient, with the word for it: `died`, `diagnosed`."""
    for passage, match in scan_sentences(reading, _EVENT, frozenset(("age",)), folded=True):
        index = reading.sentence_at(passage.block, passage.start)
        if of_patient(reading, index, passage.start) or not of_others(reading, index):
            at = Passage(passage.block, passage.start + match.start("at") - match.start(), passage.end)
            part = part_at(reading, passage.block)
            yield stem(match["event"]), Age(at, "year", float(match["age"]), part)


def _concludes(reading: Reading, passage: Passage, role: str) -> bool:
    """Whether an age is that of one person in a conclusion: `... preserved the ovary of a 31-year-old woman`."""
    text = reading.blocks[passage.block][1].text
    opens = passage.start < 60 and "." not in text[: passage.start]
    lead, behind = text[max(0, passage.start - 3) : passage.start], text[passage.end :]
    ends = lead.endswith((" a ", "an ")) and behind[:200].strip(" .").count(".") == 0
    return role == "conclusion" and (opens or ends)
