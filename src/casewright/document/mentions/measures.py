"""Which figure of a sentence is a value of which named analyte.

A figure is given a measure only where the words between it and the name are known to join them: `hemoglobin level of
9.3 g/dL`, `BUN and creatinine were 34 and 1.9 mg/dL, respectively`, `AST/ALT 51/59 U/L`, `72% neutrophils`.
Otherwise its measure is left open.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from casewright.document.mentions.figures import Figure
from casewright.document.mentions.names import Name
from casewright.quantity.analytes import ANALYTES
from casewright.quantity.model import Quantity, Unit
from casewright.quantity.units import BY_CODE


@dataclass(frozen=True, slots=True)
class Measured:
    """A figure, the measure it is a value of ("" where not known), the limits printed beside it."""

    figure: Figure
    measure: str = ""
    limits: Quantity | None = None
    is_limit: bool = False
    step: str = ""  # of a change: "before" or "after"


# Words that may stand between a name and its value.
_WEAK = frozenset(
    "a an the of was were is are at to as had has have been being with by be his her their its on in only up down "
    "about approximately around nearly almost elevated increased decreased raised low high slightly mildly markedly "
    "significantly normal dropped fell rose declined reduced measured measuring found noted showed revealed recorded "
    "reached remained stable still also further again peaked ranging ranged between reported improved worsened "
    "abnormal initially then now estimated calculated maximal maximum max peak minimum serum plasma initial total "
    "level levels count counts concentration concentrations value values rate index score scores titer titre "
    "activity test result results measurement reading readings sharply rapidly gradually decreasing increasing "
    "rising falling dropping from low-normal severely moderately extremely very high-normal lowest highest nadir "
    "documented detected determined registered observed greatly considerably remarkably within range borderline "
    "subsequently which that and mean average fluctuated averaging exceeded higher lower than below above over under "
    "just even persistently limit limits movements remarkable significant for equal equals fever recovered returned back came went climbed "
    "soared upto until hovering maintained deteriorated slight mild moderate marked severe decrease increase drop "
    "rise elevation peaking fall reduction persisted well progressively first later but there dangerously critically "
    "showing revealing indicating including being it he she patient's respectively approximatively reaching up-to "
    "room air baseline grossly undetectable obtained through abnormally ".split()
)
_LINK = re.compile(
    r"\)?(?:\s?[(\[](?:[A-Za-zα-ωβγ][\w.+/ α-ω-]{0,28})[)\]])?[\s,:=(\[~–—-]{0,4}(?P<words>[A-Za-z' -]*?)[\s,:=(\[~–—-]{0,4}\Z"
)
_NAMES_JOIN = re.compile(
    r"(?:\s?\([A-Za-zα-ω][\w.+/ α-ω-]{0,28}\))?\s?(?:,|/|and|,\s?and|&|or|as well as|,? followed by)\s?"
    r"(?:(?:the|serum|plasma|his|her|total|mean|both|blood) )?\Z"
)
_FIGURES_JOIN = re.compile(r"\s?(?:,|/|and|,\s?and|&)\s?(?:about |approximately |of |at )?\Z")
_CHANGE = re.compile(
    r"(?:\s?\([^()]{0,60}\))?[\s,]{0,2}(?:→|->|(?:and |but )?(?:then |finally |subsequently |later )?(?:\w+ed |fell |rose |rising |falling )?(?:\w+ly )?"
    r"(?:back |up |down )?to(?: a (?:nadir|peak|maximum|level|value) of| about| approximately| nearly| almost| only)?)\s?\Z"
)
_FROM = re.compile(r"\bfrom(?: a (?:\w+ ){0,2}of)?(?: about| approximately)? ?\Z")
_LIMIT = re.compile(
    r"[\s,;]{0,2}[(\[]?\s?(?:(?:with (?:a|an) |the )?(?:laboratory |institutional |local |adult |our )?"
    r"(?:normal(?: (?:range|ranges|value|values|limits?|level|levels|count|reference|upper limit|lab range|interval))?|reference(?:s)?"
    r"(?: (?:range|ranges|value|values|interval|limits?|level|normal))?|ref\.?(?: (?:range|value))?|range|NR|RR|N|nl|NV|RI|RV|ULN|upper limit(?: of normal)?"
    r"|upper normal limit|cut-?off(?: value)?|lower limit of normal|LLN|expected|normally|limit of normal))"
    r"[\s,:;=]{0,3}(?:is |was |of |being |are |up to |for \w+ |in \w+ |between |from |≤|<|was )*\Z",
    re.IGNORECASE,
)
_OPEN = re.compile(r"\s?[(\[]\s?\Z")
_FLUID = re.compile(
    r"\b(?:CSF|cerebrospinal|pleural|ascitic|ascites|peritoneal|synovial|pericardial|fluid|urine|urinary|urinalysis|dialysate"
    r"|bile|sputum|aspirate|lavage|drain|drainage|effusion|amniotic|cord|aqueous|vitreous|cyst|sweat|stool|faecal|fecal|milk|tissue)\b",
    re.IGNORECASE,
)
_FLUID_STUDY = re.compile(
    r"\b(?:CSF|cerebrospinal fluid|fluid|urine|dialysate|aspirate|lavage) (?:analysis|examination|study|studies|showed|revealed"
    r"|was|had|demonstrated|sample|contained)|\b(?:urinalysis|lumbar puncture|thoracentesis|paracentesis|arthrocentesis)\b",
    re.IGNORECASE,
)
_BLOOD = re.compile(
    r"\b(?:serum|plasma|blood (?:tests?|work|analysis|samples?|glucose|sugar|pressure|cultures?)|hemogram|haemogram|vital|laboratory)\b",
    re.IGNORECASE,
)
_GAINED = re.compile(r"\b(?:gain|gained|lost|loss|los[te]|losing)\b")
_WEIGHED = re.compile(
    r"\b(?:lungs?|spleen|liver|heart|kidneys?|tumou?r|mass|specimen|uterus|placenta|brain|organ|gland|resected|it|molecular)\b[^.;]{0,40}\Z"
)
_COUNTED = {  # names of cells: a share of the leukocytes, or their count
    "neutrophils_percent": "neutrophils",
    "lymphocytes_percent": "lymphocytes",
    "monocytes_percent": "monocytes",
    "eosinophils_percent": "eosinophils",
}
_BARE_OK = frozenset(  # measures whose values are printed without a unit
    "ph_blood inr gcs apgar nihss mmse pain_score suv urine_specific_gravity pulse respiratory_rate temperature "
    "blood_pressure systolic_pressure diastolic_pressure sodium potassium chloride leukocytes platelets hemoglobin "
    "oxygen_saturation creatinine crp ast alt alp ggt ldh hematocrit bmi ck amylase lipase ferritin".split()
)
GRAMS, GIGA = BY_CODE["g/L"], BY_CODE["10*9/L"]
_GIGA = frozenset(
    {"leukocytes", "platelets", "neutrophils", "neutrophils_percent", "lymphocytes", "eosinophils"}
)
_OF_A_SCALE = frozenset({"gcs", "apgar", "mmse", "pain_score", "nihss"})
_LABORATORY = frozenset(
    {"mass/volume", "amount/volume", "equivalent/volume", "activity/volume", "count/volume"}
)
_TIGHT = re.compile(
    r"\)?[\s:=(,]{0,3}(?:(?:levels?|counts?|concentration|value) )?(?:(?:of|was|is|were|at) )?\(?\Z"
)
_PAIRED = frozenset({"blood_pressure", "visual_acuity"})


def measure_figures(text: str, figures: Sequence[Figure], names: Sequence[Name]) -> list[Measured]:
    """Every figure of a sentence that stands outside a name, with its measure where the words give one."""
    spans = [(name.start, name.end) for name in names]
    free = [figure for figure in figures if not any(s <= figure.start < e for s, e in spans)]
    return _Sentence(text, free, list(names)).measured()


class _Sentence:
    """The names and figures of one sentence, matched from left to right."""

    def __init__(self, text: str, figures: list[Figure], names: list[Name]) -> None:
        self.text = text
        self.figures = figures
        self.names = names
        self.found = [Measured(figure) for figure in figures]
        self.before = self._names_before()
        self.taken: set[int] = set()  # where the names begin that stand behind their values

    def _names_before(self) -> list[int]:
        """For every figure, the index of the last name that ends before it; -1 where there is none."""
        result, index = [], -1
        for figure in self.figures:
            while index + 1 < len(self.names) and self.names[index + 1].end <= figure.start:
                index += 1
            result.append(index)
        return result

    def measured(self) -> list[Measured]:
        index = 0
        while index < len(self.figures):
            index += self._one(index)
        return self.found

    def _one(self, index: int) -> int:
        """Decides figure `index`, and those after it that share its names; returns how many."""
        if index and self._is_limit(index):
            return 1
        last = self.before[index]
        after_figure = index and (last < 0 or self.names[last].start < self.figures[index - 1].start)
        if after_figure:
            self._after_figure(index)
            return 1
        if last >= 0 and not self._consumed(last) and self._linked(self.names[last], index):
            count = self._assign(index, last)
            if count:
                return count
        self._name_after(index)
        return 1

    def _consumed(self, last: int) -> bool:
        """Whether the name was given to the figure in front of it, as in `74% neutrophils, 20% lymphocytes`."""
        return self.names[last].start in self.taken

    def _linked(self, name: Name, index: int) -> bool:
        return _is_link(self.text[name.end : self.figures[index].start])

    def _assign(self, index: int, last: int) -> int:
        """Gives the names that end with `last` to the figures that begin with `index`, one to one."""
        first = self._first_joined(index, last)
        count = last - first + 1
        run = self._run(index)
        figure = self.figures[index]
        if count == 2 and run == 1 and self._splits(figure, self.names[first], self.names[last]):
            return self._split(index, self.names[first], self.names[last])
        if 1 < count == run:
            unit = self.figures[index + count - 1].quantity.unit
            change = _FROM.search(self.text, self.names[last].end, figure.start)
            for offset in range(count):
                self._give(index + offset, self.names[first + offset], unit)
                if change and self._measured(index + offset).measure:
                    self._set(index + offset, replace(self._measured(index + offset), step="before"))
            return count
        alone = not any(_fitting(name.key, figure.quantity) for name in self.names[first:last])
        if alone or not re.search(
            r"[a-z]{2}", self.text[self.names[last].end : figure.start].replace(" of ", " ")
        ):
            return 1 if self._give(index, self.names[last]) else 0
        return 1

    def _first_joined(self, index: int, last: int) -> int:
        """The first of the names that are joined one to the other up to `last`, behind the figure before."""
        first = last
        bound = self.figures[index - 1].end if index else 0
        while first and self.names[first - 1].start >= bound:
            if not _NAMES_JOIN.match(self.text, self.names[first - 1].end, self.names[first].start):
                break
            first -= 1
        return first

    def _run(self, index: int) -> int:
        """How many figures follow one another from `index` on, joined by commas, slashes and `and`."""
        count = 1
        while index + count < len(self.figures):
            left, right = self.figures[index + count - 1], self.figures[index + count]
            if not _FIGURES_JOIN.match(self.text, left.end, right.start):
                break
            count += 1
        return count

    def _splits(self, figure: Figure, first: Name, second: Name) -> bool:
        """Whether a pair is two values of two names: both can be, and neither is printed as a pair."""
        quantity = figure.quantity
        if quantity.shape != "pair" or first.key in _PAIRED or second.key in _PAIRED or quantity.unit is None:
            return False
        one = Quantity("single", quantity.numbers[:1], quantity.unit)
        return bool(_fitting(first.key, one) and _fitting(second.key, one))

    def _split(self, index: int, first: Name, second: Name) -> int:
        """`AST/ALT 51/59 U/L`: the pair is two values, the first ending where the slash stands."""
        figure = self.figures[index]
        one, two = figure.quantity.numbers
        slash = self.text.index("/", figure.start)
        quantity = Quantity("single", (one,), figure.quantity.unit)
        parts = [
            (Figure(figure.start, slash, quantity), first),
            (Figure(slash + 1, figure.end, replace(quantity, numbers=(two,))), second),
        ]
        measured = [Measured(part, _fitting(name.key, part.quantity)) for part, name in parts]
        self.found = [m for m in self.found if m.figure is not figure]
        self.found.extend(measured)
        self.found.sort(key=lambda m: m.figure.start)
        return 1

    def _give(self, index: int, name: Name, unit: Unit | None = None) -> bool:
        """Whether figure `index` can be a value of `name`: then it is."""
        figure = self.figures[index]
        quantity = figure.quantity
        if quantity.unit is None and unit is not None:
            quantity = replace(quantity, unit=unit)
            figure = replace(figure, quantity=quantity)
        if (
            quantity.unit is GRAMS
            and self.text.endswith("G/L", figure.start, figure.end)
            and name.key in _GIGA
        ):
            quantity = replace(quantity, unit=GIGA)
            figure = replace(figure, quantity=quantity)
        if name.key in _OF_A_SCALE and quantity.shape == "pair" and quantity.unit is None:
            quantity = replace(quantity, shape="single", numbers=quantity.numbers[:1])  # `GCS 8/15`
            figure = replace(figure, quantity=quantity)
        key = _fitting(name.key, quantity) or self._foreign(name, figure)
        if not key or (quantity.unit is None and not self._bare(index, key)) or self._in_fluid(name, key):
            return False
        if key == "height" and not _tall(quantity):
            return False
        if key == "weight" and _WEIGHED.search(self.text, max(0, name.start - 60), name.end):
            return False
        change = _FROM.search(self.text, name.end, figure.start)
        self._set(index, Measured(figure, key, step="before" if change else ""))
        return True

    def _foreign(self, name: Name, figure: Figure) -> str:
        """The key, where the name stands directly before a value in a unit that it cannot have: `GGT 437 mg/dL`."""
        unit, gap = figure.quantity.unit, self.text[name.end : figure.start]
        if (
            unit is None
            or figure.quantity.shape not in ("single", "range")
            or unit.dimension not in _LABORATORY
        ):
            return ""
        dimensions = {own.dimension for own in ANALYTES[name.key].units}
        return (
            name.key if dimensions & _LABORATORY and name.end - name.start > 1 and _TIGHT.match(gap) else ""
        )

    def _set(self, index: int, measured: Measured) -> None:
        old = self.figures[index]
        self.found = [measured if m.figure is old else m for m in self.found]
        self.figures[index] = measured.figure

    def _measured(self, index: int) -> Measured:
        figure = self.figures[index]
        return next((m for m in self.found if m.figure is figure), Measured(figure))

    def _bare(self, index: int, key: str) -> bool:
        """Whether a number without a unit may be a value of `key`, by what stands behind it."""
        figure = self.figures[index]
        if key not in _BARE_OK or figure.quantity.shape == "product":
            return False
        if key in _PAIRED and figure.quantity.shape != "pair":
            return False
        return not re.match(
            r"\s?(?:[a-zA-Z%°/×^-]*\d|%|times|patients|cases|of |out |mm|x |×|th\b|-?fold|-|/|,\s?\d)",
            self.text[figure.end :],
        )

    def _in_fluid(self, name: Name, key: str) -> bool:
        """Whether the value is one of urine, cerebrospinal fluid or an effusion, where the key is of blood."""
        if key.startswith(
            ("urine_", "csf_", "temperature", "blood_pressure", "pulse", "weight", "ki67", "suv")
        ):
            return False
        near = _last(_FLUID, self.text, max(0, name.start - 70), name.end)
        fluid = near or _last(_FLUID_STUDY, self.text, 0, name.start)
        return fluid is not None and not _BLOOD.search(self.text, fluid.end(), name.start + 7)

    def _is_limit(self, index: int) -> bool:
        """Whether the figure is the reference range of the one before it."""
        figure, previous = self.figures[index], self._measured(index - 1)
        if self.before[index] != self.before[index - 1]:
            return False
        gap = self.text[previous.figure.end : figure.start]
        quantity = figure.quantity
        closed = self.text[figure.end : figure.end + 1] in (")", "]") and _OPEN.match(gap) is not None
        bare = closed and (
            quantity.shape == "range"
            or (quantity.shape == "single" and quantity.comparison in ("<", ">", "≤", "≥"))
        )
        same = quantity.unit is None or previous.figure.quantity.unit in (None, quantity.unit)
        cued = _LIMIT.match(gap) is not None
        if (
            cued
            and re.search(r"\bN[\s:=]{0,2}\Z", gap)
            and quantity.shape != "range"
            and not quantity.comparison
        ):
            return False  # `(N 65, L 28)`: neutrophils
        if not cued and not (bare and same and previous.measure):
            return False
        if previous.is_limit:
            return False
        self._set(index - 1, replace(previous, limits=quantity))
        self._set(index, Measured(figure, previous.measure, is_limit=True))
        return True

    def _after_figure(self, index: int) -> None:
        """A figure with no name since the last one: the next step of a change, or a value named behind it."""
        figure, previous = self.figures[index], self._measured(index - 1)
        if previous.is_limit and index > 1:
            previous = self._measured(index - 2)
        unit = previous.figure.quantity.unit
        same = figure.quantity.unit == unit or unit is None or figure.quantity.unit is None
        if previous.measure and same and _CHANGE.match(self.text, self.figures[index - 1].end, figure.start):
            if not previous.step:
                self._set(self.figures.index(previous.figure), replace(previous, step="before"))
            self._set(index, Measured(figure, previous.measure, step="after"))
            return
        self._name_after(index)

    def _name_after(self, index: int) -> None:
        """`72% neutrophils`, `39.2 °C fever`: the name directly behind its value."""
        figure = self.figures[index]
        position = self.before[index] + 1
        if position >= len(self.names):
            return
        name = self.names[position]
        gap = self.text[figure.end : name.start]
        if (
            gap not in (" ", " of ", " segmented ", " were ", " are ", " blood ")
            or figure.quantity.unit is None
        ):
            return
        if name.key == "weight" and _GAINED.search(self.text, max(0, figure.start - 20), figure.start):
            return
        if gap.strip() and figure.quantity.unit.code != "%":
            return
        if (
            _is_link(
                self.text[name.end : self.figures[index + 1].start] if index + 1 < len(self.figures) else "?"
            )
            and gap != " "
        ):
            return
        key = _fitting(name.key, figure.quantity)
        if key and not self._in_fluid(name, key) and (gap == " " or key.endswith("_percent")):
            self.taken.add(name.start)
            self._set(index, Measured(figure, key))


def _tall(quantity: Quantity) -> bool:
    """Whether a length can be a person's height: 40 cm or more."""
    unit = quantity.unit
    return (
        unit is not None
        and quantity.numbers[0].value * unit.factor.numerator >= Decimal("0.4") * unit.factor.denominator
    )


def _last(pattern: re.Pattern[str], text: str, start: int, end: int) -> re.Match[str] | None:
    """The last match of the pattern in `text[start:end]`."""
    last = None
    for match in pattern.finditer(text, start, end):
        last = match
    return last


@lru_cache(maxsize=4096)
def _is_link(gap: str) -> bool:
    """Whether the words between a name and a number join them."""
    if len(gap) > 120:
        return False
    match = _LINK.match(gap)
    return match is not None and all(word in _WEAK for word in match["words"].lower().split())


def _fitting(key: str, quantity: Quantity) -> str:
    """The key under which a quantity of this shape and unit is a value of `key`; "" where it is none."""
    shape, unit = quantity.shape, quantity.unit
    if shape == "product" or (shape == "pair" and key not in _PAIRED):
        return ""
    if unit is None:
        return _COUNTED.get(key, key) if key not in _COUNTED else ""
    if key in _COUNTED and unit.dimension == "count/volume":
        return _COUNTED[key]
    if key.startswith("blood_pressure") and shape == "single" and unit.code != "mm[Hg]":
        return ""
    analyte = ANALYTES[key]
    if unit in analyte.units or unit.dimension in {own.dimension for own in analyte.units}:
        return key
    return ""
