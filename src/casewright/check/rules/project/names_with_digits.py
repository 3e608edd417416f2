"""Names that hold digits: of diseases, types, vitamins, markers, genes, drugs and gases. They count nothing.

Chosen by hand from general use: names whose digits cannot be a finding that the case data should hold, and the words
`type`, `grade` and `class` before a small number.
"""

from __future__ import annotations

import re

from casewright.patterns import lazily

_NAMES = (
    r"COVID-19",
    r"SARS-CoV-2",
    r"H\d{1,2}N\d{1,2}",
    r"(?:[Tt]ypes?|[Gg]rades?|[Cc]lass)[ -]\d[ab]?(?:(?:,|\sand|\sor|[ ]?[/–-])[ ]?\d[ab]?)?",
    r"[Vv]itamins?\s[A-K]\d{1,2}",
    r"B(?:6|9|12)",
    r"HbA1[cC]?",
    r"(?:IL|interleukin)[- ]\d{1,2}R?",
    r"CD\d{1,3}[a-z]?",
    r"HLA-[A-Z]{1,3}\d{1,2}",
    r"CA[ -]?(?:125|19[-–]9|15[-–]3|72[-–]4)",
    r"Ki-?67",
    r"S-?100",
    r"(?:p53|TP53|p16|p63|HER-?2|BRCA[12]|BRCA1/2|MLH1|MSH[26]|PMS2|IDH[12]|KRAS|JAK2|PD-L?1|CYP\d[A-Z]\d{1,2})",
    r"(?:S[pa]O|PaO|PaCO|FiO|CO|O)2",
    r"(?:18F-?|68Ga-|99mTc-)[A-Za-z]+",
    r"5-(?:fluorouracil|FU|HT|HIAA)",
    r"(?:25-hydroxy|1,25-dihydroxy)[a-z]*",
)
_NAME = lazily(rf"(?<![\w-])(?:{'|'.join(_NAMES)})(?![\w-])")
_HORMONE = lazily(r"(?<![\w-])[Ff]?T[34](?![\w-])")
_THYROID = lazily(r"thyr(?:o|eo)|\bTSH\b|\b[Ff]ree T[34]\b")


def names_with_digits(text: str) -> tuple[tuple[int, int], ...]:
    """Where such names stand in a text; T3 and T4 are hormones only beside a word of the thyroid, else vertebrae."""
    found: list[re.Match[str]] = [*_NAME.finditer(text)]
    if _THYROID.search(text):
        found += _HORMONE.finditer(text)
    return tuple(match.span() for match in found)
