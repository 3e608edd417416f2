"""CW271."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from casewright.check.evidence.values.values import printed, together
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import found
from casewright.document.mentions.model import QuantityMention
from casewright.document.reading import Reading
from casewright.patterns import lazily

_NAMED = lazily(r"base excess|\b[AS]?BE\b")
_BELOW_NOUGHT = lazily(
    r"(?:[-−–‐‑—][\s(]*|\([-−–]\)\s?|\b(?:minus|negative|below)\s(?:of\s)?)\Z"
)  # `BE - 5.8`
_BOTH = {"ph_blood", "bicarbonate", "base_excess"}
_CLEAR = 5.0  # mmol/L by which the blood gas must be off for its sign to be sure
_TOLD = 3.0  # mmol/L by which the printed excess must be on the other side


class BaseExcessOfTheOtherSign:
    """A base excess printed above nought where the pH and the bicarbonate beside it give a deficit, or the reverse.

    Why it is bad
        A lost minus sign turns a deep acidosis into an alkalosis.

    Example
        The pH was 7.12, bicarbonate 9 mmol/L, and base excess 17 mmol/L.

    Write instead
        The pH was 7.12, bicarbonate 9 mmol/L, and base excess -17 mmol/L.

    Source
        The Van Slyke equation of Siggaard-Andersen (Scand J Clin Lab Invest 1971; 27: 239-245) at a usual
        hemoglobin, as in http://www-users.med.cornell.edu/~spon/picu/calc/basecalc.htm:
        0.93 × (bicarbonate - 24.4 + 14.8 × (pH - 7.4)) mmol/L; other forms differ by 1.5 mmol/L at most
        (doi:10.1515/CCLM.2002.065). Only a sign that is certain is held against the text; a base deficit is printed
        without one.
    """

    code: ClassVar[str] = "CW271"
    name: ClassVar[str] = "base-excess-of-the-other-sign"
    severity: ClassVar[Severity] = "warning"

    def check(self, reading: Reading) -> Iterator[Finding]:
        if not any(mention.measure == "base_excess" for mention in reading.quantities):
            return
        for group in together(reading, _BOTH):
            if len(group) < len(_BOTH) or not _is_excess(reading, group["base_excess"]):
                continue
            ph, bicarbonate, excess = (
                _value(group[key]) for key in ("ph_blood", "bicarbonate", "base_excess")
            )
            given = 0.93 * (bicarbonate - 24.4 + 14.8 * (ph - 7.4))
            if abs(given) >= _CLEAR and abs(excess) >= _TOLD and given * excess < 0:
                message = f"the base excess is {printed(group['base_excess'])}, but this blood gas gives {given:.0f}"
                against = [group["ph_blood"], group["bicarbonate"]]
                yield found(self, reading, group["base_excess"], message, "is its sign right?", against)


def _is_excess(reading: Reading, mention: QuantityMention) -> bool:
    """Whether the value is named an excess; of a deficit the sign is turned."""
    text = reading.blocks[mention.block][1].text[max(0, mention.start - 45) : mention.start]
    return "deficit" not in text and _NAMED.search(text) is not None and _BELOW_NOUGHT.search(text) is None


def _value(mention: QuantityMention) -> float:
    return float(mention.quantity.numbers[0].value)
