"""What the report states of its patient in figures, with the words around each: what the rules of agreement compare."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from functools import cached_property

from casewright.check.evidence.around import places_of, vocabulary
from casewright.check.evidence.parts import Part, is_parted, of_patient, part_at
from casewright.check.evidence.values import Span, same
from casewright.check.evidence.wording import stem, stems_in
from casewright.document.mentions.model import QuantityMention
from casewright.document.mentions.wordset import lowered, words
from casewright.document.model import Block, Section
from casewright.document.reading import Reading
from casewright.patterns import lazily
from casewright.quantity.analytes import ANALYTES
from casewright.quantity.model import Number, Quantity
from casewright.quantity.number import ROMAN, read_number
from casewright.quantity.states import STATE_WORDS

_NEAR = 35
_REACH = 80  # characters on either side whose words tell what a figure is about
_SUMMED = lazily(
    r"\b(?:total (?:dose|of|amount)|cumulative|overall|altogether|in sum|mean|average|equivalent|equating|equal to)\b"
    r"(?!\s(?:corpuscular|cell|platelet|red|arterial|blood|pressure|gradient|survival))|\bover the course\b",
    re.IGNORECASE,
)
_JUDGED = lazily(
    r"\b([a-zA-Z]+(?:emia|osis|ia|ytosis|tension|penia|pnea|fever|pyrexia)) (?:of|to|at|up to|with) (?:only |about )?\Z"
)
_SUM_SIGNS = (
    "total ",
    "cumul",
    "overall",
    "altogether",
    "in sum",
    "mean",
    "average",
    "equivalent",
    "equating",
    "equal to",
    "the course",
)
_WORDED = (
    "[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Ee]leven|[Tt]welve|[Tt]hirteen"
    "|[Ff]ourteen|[Ff]ifteen|[Ss]ixteen|[Tt]wenty"
)
_THINGS = (
    "sessions|cycles|courses|exchanges|units|points|fractions|mitoses|nodes|stones|nodules|masses|lesions|polyps|tumou?rs"
    "|attacks|episodes|operations|procedures|transfusions|injections|plasmaphereses|stents|grafts|screws|levels|doses|vials"
    "|embryos|fetuses|children|seizures|fragments|rings|cysts|metastases"
)
# With what a bare figure begins, which is found much faster than the figure itself.
_DIGIT = lazily(r"[0-9](?<![A-Za-z0-9].)")
_LEADING = words(
    "post postoperative postprocedural hospital day pod grade stage class type one two three four five"
    " six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen twenty"
)
_SCORES = words("score scores index")
_SCORE_NAME = lazily(r"(?:[TZ]-|[A-Z][\w-]{1,11} )\Z")
_BARE = lazily(
    r"\b(?:(?P<day>(?:[Pp]ost-?\s?operative |[Hh]ospital |[Pp]ost-?procedural )?[Dd]ay"
    r"|POD)\s?(?P<n_day>\d{1,3})\b"
    r"|(?P<n_nth>\d{1,3})(?:st|nd|rd|th) (?P<nth>(?:post-?\s?operative|hospital) )day"
    r"|(?P<acuity>20)/(?P<n_acuity>\d{2,4})\b|1\s?:\s?(?P<n_titer>\d{2,6})\b"
    r"|(?P<score>[TZ]-score|[A-Z][\w-]{1,11} (?:[Ss]core|[Ii]ndex)) "
    r"(?:was |of |is |: ?)?(?P<n_score>[-−–]?\d{1,3}(?:\.\d)?)\b(?![.%]\d|[-–/ ]?(?:%|mm|to|\d))"
    r"|(?:scores?|index)(?: (?:of|in|for|at|on) (?!\d)(?:[a-z]+ ){0,2}[a-z]+)?"
    r" (?:was|were|of|is) (?P<n_scale>\d{1,3}(?:\.\d)?)\b(?![.%]\d|[-–/ ]?(?:%|mm|to|\d))"
    r"|(?P<n_fifths>[0-5])(?P<sign>[+-])?/5\b"
    r"|(?P<grade>[Gg]rade|[Ss]tage|[Cc]lass|[Tt]ype)\s(?P<n_grade>[IVX]{1,4}"
    r"|\d{1,2})(?P<sub>[a-dA-D]?)(?![\w/])"
    rf"|(?P<n_count>\d{{1,3}}|{_WORDED})\s(?P<thing>(?:[a-z]+\s){{0,2}}?(?:{_THINGS}))\b)"
)


@dataclass(frozen=True)
class Statement:
    """One figure about the patient: a measured value, or a bare count, day, grade, titer or acuity."""

    block: int
    start: int
    end: int
    sentence: int
    text: str
    part: Part
    what: str  # a measure, or the kind of a bare figure: `count of sessions`, `postoperative day`
    of: str
    time: str
    quantity: Quantity
    reading: Reading = field(repr=False, compare=False)
    about: bool  # whether the sentence speaks of the patient
    in_table: bool = False
    in_legend: bool = False
    summed: bool = False  # whether it is a sum or a mean of what the case tells singly

    @cached_property
    def _around(self) -> tuple[frozenset[str], frozenset[str]]:
        return _words_around(self.reading, self.block, self.start, self.end, self.sentence)

    @property
    def words(self) -> frozenset[str]:
        """The stems of the words around it."""
        return self._around[0]

    @property
    def near(self) -> frozenset[str]:
        """Of those, the ones within a few words."""
        return self._around[1]

    @property
    def named(self) -> bool:
        """Whether its measure is a named analyte or sign, which stands for itself wherever it is printed."""
        return self.what in ANALYTES


def statements(reading: Reading) -> tuple[Statement, ...]:
    """Every figure of the report, in reading order."""
    limits = {id(m.limits) for m in reading.quantities if m.limits is not None}
    found = [
        _measured(reading, m)
        for m in reading.quantities
        if id(m.quantity) not in limits and not _strength(reading, m)
    ]
    taken = {(each.block, each.start) for each in found}
    found += [each for each in _bare(reading) if (each.block, each.start) not in taken]
    return tuple(sorted(found, key=lambda each: (each.block, each.start)))


def agree(one: Statement, other: Statement) -> bool:
    """Whether two figures can be the same: to their rounding, as a limit and a value within it, or as one extent."""
    known = one.reading.once(_agreeing)
    pair = (id(one), id(other))
    if pair not in known:
        known[pair] = _agree(one, other)
    return known[pair]


def _agreeing(_: Reading) -> dict[tuple[int, int], bool]:
    """What has been decided of the statements of this reading, which live as long as it does."""
    return {}


def _agree(one: Statement, other: Statement) -> bool:
    if same(one.quantity, other.quantity, one.what or other.what):
        return True
    if _extent_of(one.quantity, other.quantity) or _extent_of(other.quantity, one.quantity):
        return True
    shapes = {one.quantity.shape, other.quantity.shape}
    return shapes <= {"single", "range"} and _loose(one.quantity, other.quantity)


def likeness(one: Statement, other: Statement) -> int:
    """How many words around two figures are the same, those close by counted twice."""
    return len(one.words & other.words) + len(one.near & other.near)


def _measured(reading: Reading, mention: QuantityMention) -> Statement:
    own = mention.subject in ("patient", "general") or mention.role.startswith("abstract")
    own = own or is_parted(reading, mention.sentence, mention.start)
    own = own or (mention.subject == "study" and mention.role.startswith(("discussion", "conclusion")))
    about = own and of_patient(reading, mention.sentence, mention.start)
    measure = mention.measure or _judged(reading, mention)
    return Statement(
        mention.block, mention.start, mention.end, mention.sentence, mention.text, part_at(reading, mention.block),
        measure, mention.of, mention.time, mention.quantity, reading, about,
        _in_table(reading.blocks[mention.block][1]), _in_legend(reading, mention.block), _is_sum(reading, mention),
    )  # fmt: skip


def _judged(reading: Reading, mention: QuantityMention) -> str:
    """The analyte that a word for its state names: `anaemia of 98 g/L`, `hyponatremia of 118 mmol/L`."""
    text, unit = reading.blocks[mention.block][1].text, mention.quantity.unit
    said = _JUDGED.search(text, max(0, mention.start - 45), mention.start) if unit else None
    measures = STATE_WORDS[said[1].lower()][0] if said and said[1].lower() in STATE_WORDS else ()
    kinds = {each: {known.dimension for known in ANALYTES[each].units} for each in measures}
    return next((each for each, known in kinds.items() if unit and unit.dimension in known), "")


def is_legend(section: Section, block: Block) -> bool:
    """Whether a block tells what a figure shows, wherever it is printed."""
    return block.kind == "legend" or section.role == "legends" or block.text.startswith(("Fig. ", "Figure "))


def _in_legend(reading: Reading, block: int) -> bool:
    return is_legend(*reading.blocks[block])


def _in_table(block: Block) -> bool:
    """Whether a block is a table, or a list of values under the legend of one."""
    return block.kind == "table" or (block.kind == "legend" and block.text.startswith("Table"))


def _strength(reading: Reading, mention: QuantityMention) -> bool:
    """Whether a figure is half of a strength: `500 mg/5 ml`."""
    return reading.blocks[mention.block][1].text[mention.end : mention.end + 2].lstrip().startswith("/")


def _is_sum(reading: Reading, mention: QuantityMention) -> bool:
    text = reading.blocks[mention.block][1].text
    start, end = max(0, mention.start - 40), mention.end + 25
    lower = text[start:end].lower()
    if not any(sign in lower for sign in _SUM_SIGNS):
        return False
    said = _SUMMED.search(text, start, end + 15)  # as far as the word that tells what a mean is of
    return said is not None and said.end() <= end


def _bare(reading: Reading) -> Iterator[Statement]:
    for number, (section, block) in enumerate(reading.blocks):
        if block.kind in ("reference", "heading") or section.role.startswith(("references", "statements")):
            continue
        for match in _bare_in(reading, block.text):
            what, value = _kind(match)
            sentence = reading.sentence_at(number, match.start())
            yield Statement(
                number, match.start(), match.end(), sentence, match[0], part_at(reading, number), what, "", "",
                Quantity("single", (value,)), reading, of_patient(reading, sentence, match.start()),
                in_legend=_in_legend(reading, number),
            )  # fmt: skip


def _bare_in(reading: Reading, text: str) -> Iterator[re.Match[str]]:
    end = 0
    for start in sorted(_beginnings(text, reading.once(vocabulary))):
        if start < end or (start and text[start - 1].isalnum()):
            continue
        if match := _BARE.match(text, start):
            end = match.end()
            yield match


def _beginnings(text: str, said: frozenset[str]) -> Iterator[int]:
    """Where a bare figure may begin in a text of a report of these words."""
    lower = lowered(text)
    for digit in _DIGIT.finditer(text):
        yield digit.start()
    for word in _LEADING & said:
        yield from places_of(lower, word)
    for word in _SCORES & said:
        for place in places_of(lower, word):
            name = _SCORE_NAME.search(text, max(0, place - 13), place)
            yield name.start() if name else place


def _kind(match: re.Match[str]) -> tuple[str, Number]:
    if match["n_nth"]:
        return ("postoperative day" if "op" in match["nth"].lower() else "day"), _number(match["n_nth"])
    if match["n_day"]:
        return ("postoperative day" if "op" in match["day"].lower() else "day"), _number(match["n_day"])
    if match["n_score"]:
        name = match["score"].lower()
        value = _number(match["n_score"].replace("−", "-").replace("–", "-"))
        return (name if name.endswith("-score") else f"score of {name.split()[0]}"), value
    if match["n_scale"]:
        return f"score of {_word_before(match)}", _number(match["n_scale"])
    if match["n_acuity"]:
        return "acuity", _number(match["n_acuity"])
    if match["n_titer"]:
        return "titer", _number(match["n_titer"])
    if match["n_fifths"]:
        return "power", _number(match["n_fifths"])
    if match["n_grade"]:
        return match["grade"].lower(), _number(match["n_grade"])
    return f"count of {stem(match['thing'].split()[-1])}", _number(match["n_count"].lower())


def _word_before(match: re.Match[str]) -> str:
    """The last word of the name of a score: `the organ failure assessment` before `score was 10`."""
    before = match.string[max(0, match.start() - 30) : match.start()].split()
    return stem(before[-1]) if before else ""


def _number(text: str) -> Number:
    if text.upper() in ROMAN:
        return Number(text, Decimal(ROMAN[text.upper()]))
    return read_number(text) or Number(text, Decimal(0))


def _words_around(
    reading: Reading, block: int, start: int, end: int, index: int
) -> tuple[frozenset[str], frozenset[str]]:
    sentence = reading.sentences[index]
    text = reading.blocks[block][1].text
    tokens = reading.once(_tokens)
    if index not in tokens:
        tokens[index] = tuple(stems_in(text, sentence.start, sentence.end))
    outside = [(max(start - last, first - end), stem_) for first, last, stem_ in tokens[index]]
    reached = [(gap, stem_) for gap, stem_ in outside if 0 <= gap <= _REACH]
    return frozenset(s for _, s in reached), frozenset(s for gap, s in reached if gap <= _NEAR)


def _tokens(_: Reading) -> dict[int, tuple[tuple[int, int, str], ...]]:
    """The stems of the sentences looked at so far, with their places."""
    return {}


def _extent_of(product: Quantity, single: Quantity) -> bool:
    """Whether one value is one of the numbers of a product or a pair."""
    if product.shape not in ("product", "pair") or single.shape != "single":
        return False
    return any(same(Quantity("single", (number,), product.unit), single) for number in product.numbers)


def _loose(one: Quantity, other: Quantity) -> bool:
    """Whether two figures meet when limits, ranges, `about` and round thousands are taken at their word."""
    if (one.unit is None) != (other.unit is None):
        return False
    a, b = _wide(one), _wide(other)
    if a is None and b is None:
        return False
    factor = Fraction(1)
    if one.unit and other.unit:
        if one.unit.dimension != other.unit.dimension or one.unit.offset != other.unit.offset:
            return False
        factor = one.unit.factor / other.unit.factor
    first, second = a or _exact(one), b or _exact(other)
    return Span(first.low * factor, first.high * factor).meets(second)


def _exact(quantity: Quantity) -> Span:
    return Span(Fraction(quantity.numbers[0].value), Fraction(quantity.numbers[-1].value))


def _wide(quantity: Quantity) -> Span | None:
    """What a figure allows that is no plain number; None for a plain one."""
    digits = quantity.numbers[0].text.replace(",", "").replace(" ", "")
    zeros = len(digits) - len(digits.rstrip("0")) if digits.isdigit() else 0
    if not quantity.comparison and quantity.shape != "range" and zeros < 2:
        return None
    low, high = Fraction(quantity.numbers[0].value), Fraction(quantity.numbers[-1].value)
    match quantity.comparison:
        case "<" | "≤":
            return Span(Fraction(0), high)
        case ">" | "≥":
            return Span(low, high * 1000)
        case "~":
            return Span(low * Fraction(70, 100), high * Fraction(130, 100))
    if quantity.shape == "range":
        return Span(low, high)
    return Span(low - Fraction(10**zeros, 2), high + Fraction(10**zeros, 2))
