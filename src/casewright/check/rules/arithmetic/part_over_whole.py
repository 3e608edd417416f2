"""CW232."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import ClassVar

from casewright.check.evidence.text.passage import scan_near
from casewright.check.evidence.values.labtable import Level, lab_columns
from casewright.check.evidence.values.values import at_one_time, printed, single, span_of, together
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import found
from casewright.document.mentions.model import QuantityMention
from casewright.document.reading import Reading
from casewright.patterns import lazily
from casewright.quantity.analytes import ANALYTES
from casewright.quantity.convert import ConversionError

_PARTS = (
    ("neutrophils", "leukocytes"), ("lymphocytes", "leukocytes"), ("monocytes", "leukocytes"),
    ("eosinophils", "leukocytes"), ("basophils", "leukocytes"), ("cd4", "leukocytes"), ("cd4", "lymphocytes"),
    ("bilirubin_direct", "bilirubin_total"), ("albumin", "protein_total"), ("ldl", "cholesterol"),
    ("hdl", "cholesterol"), ("calcium_ionized", "calcium"), ("psa_free", "psa"), ("iron", "tibc"), ("fev1", "fvc"),
)  # fmt: skip
_MEASURES = {measure for pair in _PARTS for measure in pair}
_AMOUNT = r"\d{1,3}(?:,\d{3})+|\d{1,6}"
_PER = r"\s?/\s?(?:mm3|mm³|[µμ]l|ul|mcl|cumm)"
_CELLS = lazily(  # `820 cells/mm3 with 640 neutrophils`
    rf"\b(?P<whole>{_AMOUNT})\s?(?:(?:nucleated\s|white\s|blood\s)*(?:cells?|leu[ck]ocytes|wbcs?)\s?)"
    rf"(?:{_PER})?[,\s]\s?\(?"
    rf"(?:with|of which|including|containing)\s(?P<part>{_AMOUNT})\s?(?:cells\s)?(?:{_PER}\s?)?"
    r"(?:polymorphonuclear|pmns?|neutrophils?|lymphocytes?|eosinophils?|mononuclear|granulocytes?)"
)


_CONTAINING = ("with", "of which", "including", "containing")
_WITH = lazily(rf"(?:{'|'.join(_CONTAINING)})\s\d")  # stands between the two figures


class PartOverWhole:
    """A laboratory value that is more than the value it is a part of.

    Why it is bad
        Direct bilirubin is part of the total, neutrophils are leukocytes, albumin is a protein: one of the two figures
        or units is wrong.

    Example
        Total protein was 5.2 g/dL and albumin 62 g/L.

    Write instead
        Total protein was 5.2 g/dL and albumin 26 g/L.

    Source
        By definition; in any unit, both figures held to their rounding; in a table down each column.
    """

    code: ClassVar[str] = "CW232"
    name: ClassVar[str] = "part-over-whole"
    severity: ClassVar[Severity] = "error"

    def check(self, reading: Reading) -> Iterator[Finding]:
        for group in together(reading, _MEASURES):
            for part, whole in _PARTS:
                if (
                    part not in group
                    or whole not in group
                    or _is_told_behind(reading, group[part], group[whole])
                ):
                    continue
                if not _exceeds(group[part], group[whole]):
                    continue
                if at_one_time(reading, group[part], group[whole]):
                    message = _message(part, printed(group[part]), whole, printed(group[whole]))
                    yield found(self, reading, group[part], message, "correct one of the two", [group[whole]])
        for column in reading.once(lab_columns):
            yield from self._column(reading, column)
        for passage, match in scan_near(reading, _WITH, _CELLS, 90, 60, folded=True, starts=_CONTAINING):
            whole_count, part_count = (Decimal(match[name].replace(",", "")) for name in ("whole", "part"))
            if part_count > whole_count:
                message = f"{match['part']} of {match['whole']} cells is a part larger than its whole"
                yield found(self, reading, passage, message, "correct one of the two")

    def _column(self, reading: Reading, column: tuple[Level, ...]) -> Iterator[Finding]:
        levels = {level.measure: level for level in reversed(column)}
        for part, whole in _PARTS:
            one, other = levels.get(part), levels.get(whole)
            if one is None or other is None or one.unit != other.unit or "%" in one.unit:
                continue
            if span_of(one.number).low > span_of(other.number).high:
                message = _message(part, one.number.text, whole, other.number.text)
                yield found(self, reading, one.at, message, "correct one of the two", [other.at])


def _is_told_behind(reading: Reading, part: QuantityMention, whole: QuantityMention) -> bool:
    """Whether a direct bilirubin is named behind the value of its total: that is another rule's."""
    if part.measure != "bilirubin_direct" or part.start < whole.start:
        return False
    return (
        part.block != whole.block
        or "direct" in reading.blocks[part.block][1].text[whole.end : part.start].lower()
    )


def _exceeds(part: QuantityMention, whole: QuantityMention) -> bool:
    """Whether a part is more than its whole."""
    one, other = single(part), single(whole)
    if part.measure == "fev1" and "%" in (part.text[-1:], whole.text[-1:]):
        return False  # of what is predicted
    if one is None or other is None or part.quantity.unit is None or whole.quantity.unit is None:
        return False
    try:
        inner = span_of(one, part.quantity.unit, whole.quantity.unit, part.measure)
    except ConversionError:
        return False
    return inner.low > span_of(other).high


def _message(part: str, its: str, whole: str, total: str) -> str:
    return f"{ANALYTES[part].name}, {its}, is more than the {ANALYTES[whole].name} of {total} it is part of"
