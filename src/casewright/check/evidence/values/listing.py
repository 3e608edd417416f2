"""Things that are counted and then listed: `three drugs (x, y, and z)`, `four types: a, b, c, and d`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from casewright.check.evidence.text.around import vocabulary
from casewright.check.evidence.text.passage import Passage, scan_around, scan_near
from casewright.document.mentions.wordset import words
from casewright.document.reading import Reading
from casewright.patterns import lazily
from casewright.quantity.number import read_number

_COUNT = r"two|three|four|five|six|seven|eight|nine|ten|[2-9]"
# The count and what is counted, up to the sign that opens the list.
_HEAD = (
    rf"(?<![\w.,–/-])(?P<count>{_COUNT})\s(?:of\s(?:the|these|its|his|her)\s)?"
    r"(?P<noun>(?:[A-Za-z-]+\s){0,3}?(?:[A-Za-z-]{3,}s|criteria|phenomena|foci|loci))"
    r"(?:,?\s(?:namely|viz\.?|i\.e\.|that is),?\s|(?:\s[a-z]+){0,4}:\s|\s(?P<open>\())"
)
_LISTED = lazily(
    _HEAD + r"(?P<list>[^.:()\d][^.:()]{4,320}(?:\([^()]{1,60}\)[^.:()]{0,120}){0,6})(?P<end>[.)])",
    re.IGNORECASE,
)
_KINDS = words("genes markers antigens proteins cytokines antibodies enzymes stains loci")
_NAMED = lazily(  # `six genes CFH, CFI, MCP, CFB, C3, and THBD`
    rf"(?<![\w.,–/-])(?P<count>{_COUNT})\s(?P<noun>(?:[A-Za-z-]+\s){{0,3}}?"
    rf"(?:{'|'.join(sorted(_KINDS))}))(?:\sof|:|,)?\s[(]?"
    r"(?P<list>(?:[A-Z][A-Za-z0-9-]{1,9},\s){1,9}[A-Z][A-Za-z0-9-]{1,9},?\sand\s[A-Z][A-Za-z0-9-]{1,9}\b)"
)
_GROUPS = {"triad": 3, "tetrad": 4, "pentad": 5}
_GROUPED = lazily(  # `the triad of fever, jaundice, and pain`
    r"\b(?P<count>triad|tetrad|pentad)(?P<noun>)\s(?:of|consist(?:s|ing) of|compris(?:es|ing)|includ(?:es|ing))\s"
    r"(?P<list>[a-z][^.:;()]{5,200}?)(?=[.;)]|\Z|\s\(|,?\s(?:was|were|is|are|in|for|which|with|that|but|has|had|seen)\b)",
    re.IGNORECASE,
)
_FOLDS = _GROUPS | {"dual": 2, "double": 2, "triple": 3, "quadruple": 4, "quintuple": 5}
_FOLDED = lazily(  # `triple therapy (omeprazole, amoxicillin and clarithromycin)`
    rf"\b(?P<count>{'|'.join(_FOLDS)})\s(?P<noun>(?:[a-z-]+\s){{0,2}}(?:therapy|treatment|drainage|regimen|coverage"
    r"|antibiotics|immunosuppression|prophylaxis|chemotherapy|support))\s\((?:with\s|of\s)?(?P<list>[^.:()]{5,200})\)",
    re.IGNORECASE,
)
_AGENTS = lazily(  # `a three-drug regimen consisting of isoniazid, rifampin and ethambutol`
    r"\b(?P<count>two|three|four|five|six|double|triple|quadruple|dual|[2-6])[- ](?P<noun>(?:(?:drug|agent|combination"
    r"|antibiotic"
    r"|antimicrobial|antihypertensive|anti-?tubercul\w+|immunosuppressive|antiretroviral)s?[- ]?){1,3}"
    r"(?:therapy|treatment|regimen|combination|protocol|schedule)?|therapy|regimen)"
    r"(?:,?\s(?:which\s)?(?:consist(?:ing|ed|s) of|comprising|comprised(?: of)?|composed of|made up of)\s|:\s"
    r"|\s(?P<open>\())"
    r"(?P<list>[a-z][^.:()]{5,200}?)(?(open)(?=\))|(?=\.|;|\Z|\s(?:was|were|for|over|during|until|which|with|at)\b))",
    re.IGNORECASE,
)
_NUMBERED = lazily(_HEAD + r"(?=[(]?1\s?[-).])(?P<list>(?:[^\n.]|\.(?!\s[A-Z]|\Z)){10,600})", re.IGNORECASE)
# The same in letters and small Roman figures: `three criteria are met: (i) ...; (ii) ...; and (iii) ...`
_COUNTED = (
    rf"(?<![\w.,–/-])(?P<count>{_COUNT})\s(?:of\s(?:the|these|its|his|her)\s)?"
    r"(?P<noun>(?:[A-Za-z-]+\s){0,3}?(?:[A-Za-z-]{3,}s|criteria|phenomena|foci|loci))\b"
    r"[^.;:()\d]{0,60}?(?::|\b(?:includ(?:e|es|ing)|are|were|namely))\s"
)
_LETTERED = lazily(
    _COUNTED + r"(?=[(]?(?:i|a)[).]\s)(?P<list>(?:[^\n.]|\.(?!\s[A-Z]|\Z)){10,700})", re.IGNORECASE
)
_LETTER = lazily(r"(?:(?<=[\s(:;,])|\A)[(]?(?P<letter>[a-h]|i{1,3}|iv|vi{0,3})[).](?=\s[A-Za-z])")
_ROMANS = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii"]
_FIGURED = lazily(r"\b(?:fig(?:ure)?s?|table|panel|video)\.?\s\Z")
_ABC = "abcdefgh"
_FIRST = lazily(r"(?::|includ(?:e|es|ing)|are|were|namely)\s[(]?(?:i|a)[).]\s")
_YEAR = r"(?:19|20)\d\d"
_YEARS = lazily(  # `three operations (in 2004, 2008 and 2011)`
    rf"(?<![\w.,–/-])(?P<count>{_COUNT})\s(?P<noun>(?:[A-Za-z-]+\s){{0,3}}?[A-Za-z-]{{3,}}s|miscarriages?)(?:,?\s(?P<open>\()?(?:in\s)?)"
    rf"(?P<list>{_YEAR}(?:,\s{_YEAR}){{0,6}},?\sand\s(?:in\s)?{_YEAR})(?P<end>\)?)(?=[\s.,;)])",
    re.IGNORECASE,
)
_YEARS_SIGN = lazily(rf"and (?:in )?{_YEAR}\b")
_PUBLISHED = words(
    "patients cases studies reports reviews articles authors series cohorts papers trials children families"
)
_OPENED = lazily(  # the sign that opens a list, as far as its last item but one
    r"(?:s\s\(|:(?<=[a-z]:))\s?(?=[A-Za-z])[^.():]{4,160}?(?:\([^()]{1,60}\)[^.():]{1,120}?){0,4}\s(?:and|or)\s"
    r"|namely|viz\b|that is,"
)
_ONE = lazily(r"1(?:[)-]|\s?\.)\s?[A-Za-z]")
_LEAD = lazily(r"[a-z]+(?=\s\Z)")
_AND = lazily(r"\s?,\s(?:and|or|as well as)\s")
_LAST = lazily(r"\s(?:and|or|as well as)\s")
_CITED = lazily(r"\s?\[[\d,–-]+\]\s?\Z|\([^()]*\)")
_ITEM = lazily(r"(?:(?:an?|the|first|second|third|fourth)\s)?[A-Za-zα-ωΑ-Ω][^.;:()]{1,60}")
_AMOUNTS = words(
    "years months weeks days hours minutes seconds points times doses cycles grams units degrees scores levels visits"
)
_EXPLAINS = lazily(  # what says how, where or when, and is no list
    r"(?:according|as|at|before|after|between|by|during|for|from|in|of|on|per|see|since|to|under|with|within)\b",
    re.IGNORECASE,
)
_NO_ITEM = lazily(  # what counts again, explains, or goes on
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|both|each|all|which|who|that|with|were|was|is|are|had|has"
    r"|respectively|etc|e\.g|such as|including|because|but|while|not|through|from|either|others?|more|then|mean"
    r"|range)\b|[\d–=%<>+]"
)
_OPEN = words("least most about approximately over than nearly almost or to first other further up")
_LEAST, _HEADED = (
    3,
    3,
)  # clauses of a list, and words at the beginning of one that tell whether it is one thing
_NUMBERS = lazily(r"(?:(?<=[\s(:;,])|\A)[(]?(?P<number>\d)\s?[-).](?=\s?[A-Za-z])")


@dataclass(frozen=True, slots=True)
class Listing:
    """A count in words as printed, its value, what is counted, how many are listed, and where count and list stand.

    `whole` is a list that stands in brackets, and so is of all that are counted.
    """

    printed: str
    count: int
    noun: str
    listed: int
    whole: bool
    place: Passage

    @property
    def differs(self) -> bool:
        """Whether the list is of another number; one that is not in brackets may go on, or part an item."""
        gap = abs(self.count - self.listed)
        return gap == 1 or (gap > 1 and self.whole)


def listings(reading: Reading) -> Iterator[Listing]:
    """The counts that are followed by a list of plain words, each item of which stands for one thing."""
    for passage, match, listed in _lists(reading):
        lead = _LEAD.search(match.string, max(0, match.start() - 16), match.start())
        if listed and not (lead and lead[0] in _OPEN):
            yield _listing(passage, match, listed)


def _lists(reading: Reading) -> Iterator[tuple[Passage, re.Match[str], int]]:
    """Every list with a count before it, and how many things it has; 0 where an item may be several, or none."""
    said = reading.once(vocabulary)
    for passage, match in scan_near(
        reading, _OPENED, _LISTED, 90, 400, starts=("s (", ":", "namely", "viz", "that is,")
    ):
        bracketed = (match["open"] == "(") == (match["end"] == ")")
        yield passage, match, _items(match["list"]) if bracketed and _is_of_things(match) else 0
    for passage, match in scan_around(reading, _NAMED, 60, 160, *(_KINDS & said)):
        yield passage, match, len(re.split(r",?\sand\s|,\s", match["list"]))
    for passage, match in scan_around(reading, _FOLDED, 2, 280, *said.intersection(_FOLDS)):
        yield passage, match, _items(match["list"])
    for passage, match in scan_around(reading, _GROUPED, 2, 260, *said.intersection(_GROUPS)):
        yield passage, match, _items(match["list"])
    for passage, match in scan_around(
        reading, _AGENTS, 40, 260, "consist", "compris", "composed of", "made up of", "-drug ", "-agent "
    ):
        yield passage, match, _items(match["list"])
    for passage, match in scan_near(
        reading, _YEARS_SIGN, _YEARS, 110, 14, starts=("and 19", "and 20", "and in ")
    ):
        listed = len(re.findall(_YEAR, match["list"]))
        number = read_number(match["count"].lower())
        fewer = number is not None and listed < number.value  # two of a year, where no bracket lists all
        told = _PUBLISHED.isdisjoint(match["noun"].lower().split()) and (match["open"] or not fewer)
        yield passage, match, listed if told else 0
    for passage, match in scan_near(reading, _ONE, _NUMBERED, 70, 600):
        numbers = [int(each["number"]) for each in _NUMBERS.finditer(match["list"])]
        yield passage, match, len(numbers) if numbers == list(range(1, len(numbers) + 1)) else 0
    for passage, match in scan_near(
        reading, _FIRST, _LETTERED, 140, 700, "i)", "a)", "i.", "a.", folded=True
    ):
        letters = [each["letter"] for each in _LETTER.finditer(match["list"])]
        in_order = letters in (_ROMANS[: len(letters)], list(_ABC[: len(letters)]))
        numbers_a_figure = _FIGURED.search(match.string, max(0, match.start() - 12), match.start())
        yield (
            passage,
            match,
            len(letters) if in_order and not numbers_a_figure and _is_of_things(match) else 0,
        )


def _is_of_things(match: re.Match[str]) -> bool:
    """Whether what is counted are things with names: no time, no points of a score."""
    named = match["noun"].lower().split()
    return named[0] not in _AMOUNTS and named[-1] not in _AMOUNTS  # `6 weeks course of antibiotics`


def _listing(passage: Passage, match: re.Match[str], listed: int) -> Listing:
    folds = _FOLDS.get(match["count"].lower(), 0)
    number = None if folds else read_number(match["count"].lower())
    place = Passage(passage.block, match.start("count"), passage.end)
    count, noun = int(number.value) if number else folds, match["noun"]
    whole = match.groupdict().get("open") == "(" and _PUBLISHED.isdisjoint(noun.lower().split())
    return Listing(match["count"], count, noun, listed, whole, place)


def _items(text: str) -> int:
    """How many items a list has that ends in `and` and its last; 0 where an item may be several, or none."""
    plain = _CITED.sub("", text).strip()
    if _EXPLAINS.match(plain):
        return 0
    if clauses := _clauses(plain):
        return clauses
    parts = re.split(r"\s?;\s?" if ";" in plain else r"\s?,\s(?!and\s|or\s|as well as\s)", plain)
    last = (_AND if _AND.search(parts[-1]) else _LAST).split(parts[-1])
    if len(last) != 2:
        return 0
    items = [each.strip() for each in (*parts[:-1], *last) if each.strip()]
    plainly = all(
        _ITEM.fullmatch(each) and len(each.split()) <= 7 and not _NO_ITEM.search(each) for each in items
    )
    nested = any(_LAST.search(each) for each in items[:-1])
    return len(items) if plainly and not nested and len(items) > 1 else 0


def _clauses(text: str) -> int:
    """How many clauses a list has that are parted by semicolons and end in `; and`, each of one thing; else 0."""
    parts = [each.strip() for each in text.split(";")]
    if len(parts) < _LEAST or not parts[-1].startswith(("and ", "or ")):
        return 0
    named = (each.removeprefix("and ").removeprefix("or ").partition(",")[0] for each in parts)
    heads = [" ".join(each.split()[:_HEADED]) for each in named]
    return len(parts) if all(each[:1].isalpha() and not _NO_ITEM.search(each) for each in heads) else 0
