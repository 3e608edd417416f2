"""CW305."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from casewright.check.evidence.values import printed
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import found
from casewright.document.reading import Reading
from casewright.patterns import lazily

_MOST_GRAMS = 25
_IN_GRAMS = lazily(
    r"glucose|dextrose|mannitol|albumin|immunoglobulin|IVIG|lactulose|charcoal|polyethylene|macrogol|urea\b|glycerol|protein"
    r"|carbohydrate|amino acid|lipid|fat\b|fibre|fiber|sodium|salt|potassium|bicarbonate|phosphate|gluc"
    r"|lactose|starch|alcohol"
    r"|ethanol|sorbitol|psyllium|resin|sulfonate|barium|gastrografin|nutrition|diet|food|arginine|benzoate|maltose|sucrose|gel\b"
    r"|ointment|cream|powder|xylose|contrast|iodine",
    re.IGNORECASE,
)
_DRUG = lazily(
    r"(?:mab|nib|cillin|mycin|micin|floxacin|azole|statin|pril|sartan|olol|dipine|solone|sone|onide|platin|taxel|rubicin|parin|gliptin"
    r"|formin|zepam|barbital|amide|vir|vudine|cycline|penem|cef\w+|caine|profen|oxetine|apine|triptan|dronate|mustine|sulfan|trexate"
    r"|abine|zumab|setron|prazole|tidine|semide|thiazide|lactone|amine|xaban|gatran|warfarin|aspirin|paracetamol|acetaminophen|phenytoin"
    r"|valproate|morphine|fentanyl|tramadol|codeine|digoxin|colchicine|quine|toin|limus|azathioprine|fungin|zolid|nidazole|vitamin)\Z",
    re.IGNORECASE,
)


class DoseBeyondReason:
    """A dose of a drug in grams that only its milligrams can be.

    Why it is bad
        A dose that is copied is given.

    Example
        Prednisolone 60 g daily was started.

    Write instead
        Prednisolone 60 mg daily was started.

    Source
        A limit of casewright's own, not verified: no drug named here is given in more than 25 g. Sugars, salts,
        albumin, immunoglobulins and what is eaten are left out.
    """

    code: ClassVar[str] = "CW305"
    name: ClassVar[str] = "dose-beyond-reason"
    severity: ClassVar[Severity] = "error"

    def check(self, reading: Reading) -> Iterator[Finding]:
        for mention in reading.quantities:
            unit, quantity = mention.quantity.unit, mention.quantity
            if unit is None or unit.code not in ("g", "kg", "g/d") or quantity.shape != "single":
                continue
            if float(quantity.numbers[0].value) * (1000 if unit.code == "kg" else 1) <= _MOST_GRAMS:
                continue
            text = reading.blocks[mention.block][1].text
            before, after = (
                text[max(0, mention.start - 45) : mention.start],
                text[mention.end : mention.end + 25],
            )
            drug = mention.of or next(
                (word for word in reversed(re.findall(r"[A-Za-z]{5,}", before)) if _DRUG.search(word)), ""
            )
            if drug and _DRUG.search(drug) and not _IN_GRAMS.search(before + drug + after):
                message = f"{printed(mention)} of {drug} is beyond any dose"
                yield found(self, reading, mention, message, "is the unit mg?")
