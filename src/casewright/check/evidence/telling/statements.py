"""What the report states of its patient in figures, with the words around each: what the rules of agreement compare."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from weakref import proxy

from casewright.check.evidence.telling.happened import clause_of, counted_from
from casewright.check.evidence.text.parts import Part, is_parted, of_patient, part_at
from casewright.check.evidence.values.bare import bare_figures
from casewright.check.evidence.values.values import Span, same
from casewright.check.evidence.words.wording import content, stem, stems_in
from casewright.document.mentions.model import QuantityMention
from casewright.document.model import Block, Section
from casewright.document.reading import Reading
from casewright.patterns import lazily
from casewright.quantity.analytes import ANALYTES
from casewright.quantity.model import Quantity
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
_JUDGING = ("of ", "to ", "at ", "with ", "only ", "about ")  # with what such words end
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
_COUNTED_FROM = content(
    "operation admission hospital hospitalization discharge follow followup visit presentation post postoperative"
    " initial"
)
_MEASURED = content("size sized measuring measured dimension dimensions")
_ROUND = Fraction(15, 100)  # of a round figure: the most that it may have been rounded by


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
    mention: QuantityMention | None = field(default=None, repr=False, compare=False)  # of a measured value
    in_table: bool = False
    in_legend: bool = False

    @cached_property
    def about(self) -> bool:
        """Whether the sentence speaks of the patient."""
        own = self.mention is None or _is_own(self.reading, self.mention)
        return own and of_patient(self.reading, self.sentence, self.start)

    @cached_property
    def summed(self) -> bool:
        """Whether it is a sum or a mean of what the case tells singly."""
        return self.mention is not None and _is_sum(self.reading, self.mention)

    @cached_property
    def _around(self) -> tuple[frozenset[str], frozenset[str]]:
        words, near = _words_around(self)
        said = self.text.split()[1:-1] if self.what.startswith("count of") else []
        within = frozenset(map(stem, map(str.lower, said)))  # `two liver lesions`
        return words | within, near | within

    @cached_property
    def wide(self) -> Span | None:
        """What it allows that is no plain number; None for a plain one. A dose is never rounded."""
        round_dose = self.what == "dose" and self.quantity.shape == "single" and not self.quantity.comparison
        return None if round_dose else _wide(self.quantity)

    @property
    def words(self) -> frozenset[str]:
        """The stems of the words around it."""
        return self._around[0]

    @property
    def near(self) -> frozenset[str]:
        """Of those, the ones within a few words."""
        return self._around[1]

    @property
    def is_time(self) -> bool:
        """Whether it is a length of time."""
        return self.quantity.unit is not None and self.quantity.unit.dimension == "time"

    @property
    def named(self) -> bool:
        """Whether its measure is a named analyte or sign, which stands for itself wherever it is printed."""
        return self.what in ANALYTES


def statements(reading: Reading) -> tuple[Statement, ...]:
    """Every figure of the report, in reading order."""
    reading = proxy(reading)  # holds its statements: without a cycle of them it is freed when it is let go
    limits = {id(m.limits) for m in reading.quantities if m.limits is not None}
    found = [
        _measured(reading, m)
        for m in reading.quantities
        if id(m.quantity) not in limits and not _strength(reading, m)
    ]
    taken = {(each.block, each.start) for each in found}
    found += _bare(reading, taken)
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
    return shapes <= {"single", "range"} and (one.wide or other.wide) is not None and _loose(one, other)


def likeness(one: Statement, other: Statement) -> int:
    """How many words around two figures are the same, those close by counted twice.

    What many times of a report are counted from says nothing of what happened then (`after the operation`), and that
    a size is one says nothing of what has it.
    """
    words, near = one.words & other.words, one.near & other.near
    if one.is_time and other.is_time:
        words, near = words - _COUNTED_FROM, near - _COUNTED_FROM
    elif one.what == other.what == "size":
        words, near = words - _MEASURED, near - _MEASURED
    return len(words) + len(near)


def _measured(reading: Reading, mention: QuantityMention) -> Statement:
    measure = mention.measure or _judged(reading, mention)
    return Statement(
        mention.block, mention.start, mention.end, mention.sentence, mention.text, part_at(reading, mention.block),
        measure, mention.of, mention.time, mention.quantity, reading, mention,
        _in_table(reading.blocks[mention.block][1]), _in_legend(reading, mention.block),
    )  # fmt: skip


def _is_own(reading: Reading, mention: QuantityMention) -> bool:
    """Whether a value is not read as that of somebody else."""
    if mention.subject in ("patient", "general") or mention.role.startswith("abstract"):
        return True
    if mention.subject == "study" and mention.role.startswith(("discussion", "conclusion")):
        return True
    return is_parted(reading, mention.sentence, mention.start)


def _judged(reading: Reading, mention: QuantityMention) -> str:
    """The analyte that a word for its state names: `anaemia of 98 g/L`, `hyponatremia of 118 mmol/L`."""
    text, unit = reading.blocks[mention.block][1].text, mention.quantity.unit
    if unit is None or not text.endswith(_JUDGING, 0, mention.start):
        return ""
    said = _JUDGED.search(text, max(0, mention.start - 45), mention.start)
    measures = STATE_WORDS[said[1].lower()][0] if said and said[1].lower() in STATE_WORDS else ()
    kinds = {each: {known.dimension for known in ANALYTES[each].units} for each in measures}
    return next((each for each, known in kinds.items() if unit.dimension in known), "")


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


def _bare(reading: Reading, taken: set[tuple[int, int]]) -> Iterator[Statement]:
    for each in bare_figures(reading):
        sentence = each.stretch.sentence
        if (sentence.block, each.start) in taken:
            continue
        yield Statement(
            sentence.block, each.start, each.end, sentence.index, each.text, part_at(reading, sentence.block),
            each.what, "", "", Quantity("single", (each.value,)), reading,
            in_legend=_in_legend(reading, sentence.block),
        )  # fmt: skip


def _words_around(each: Statement) -> tuple[frozenset[str], frozenset[str]]:
    reading, start, end = each.reading, each.start, each.end
    sentence = reading.sentences[each.sentence]
    text = reading.blocks[each.block][1].text
    tokens = reading.once(_tokens)
    if each.sentence not in tokens:
        tokens[each.sentence] = tuple(stems_in(text, sentence.start, sentence.end))
    said = tokens[each.sentence]
    if each.what == "interval":
        first, last = clause_of(text, (sentence.start, sentence.end), (start, end))
        since, until = counted_from(text, end, last)
        said = tuple(
            (a, b, word) for a, b, word in said if first <= a and b <= last and not since <= a < until
        )
    outside = [(max(start - last, first - end), stem_) for first, last, stem_ in said]
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


def _loose(one: Statement, other: Statement) -> bool:
    """Whether two figures meet when limits, ranges, `about` and round thousands are taken at their word."""
    source, target = one.quantity.unit, other.quantity.unit
    if (source is None) != (target is None):
        return False
    factor = Fraction(1)
    if source and target:
        if source.dimension != target.dimension or source.offset != target.offset:
            return False
        factor = source.factor / target.factor
    first, second = one.wide or _exact(one.quantity), other.wide or _exact(other.quantity)
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
    slack = min(Fraction(10**zeros, 2), high * _ROUND)
    return Span(low - slack, high + slack)
