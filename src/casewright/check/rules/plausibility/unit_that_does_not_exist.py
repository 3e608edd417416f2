"""CW308."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from casewright.check.evidence.text.passage import Passage, scan, scan_near
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import found
from casewright.document.reading import Reading
from casewright.patterns import lazily
from casewright.quantity.units import find_unit

_WRITTEN = lazily(
    r"(?<![\w.,/-])\d[\d.,]*\s?(?P<unit>[A-Za-zµμ]{2,6}/[A-Za-z]{1,5}|IU/I|U/I)(?![\w/²^]|\.\w|\s?\d)"
)
_SLASH = lazily(r"/(?<=[A-Za-zµμ]/)[A-Za-z]")
# A count whose unit has lost its multiplication sign, or its slash: `10.8 103/mL`, `96 × 103 μL`.
_NO_SIGN = lazily(
    r"(?<![\w.,/×x*-])\d{1,3}(?:\.\d{1,2})?\s10\^?(?:3|6|9|12)\s?(?:cells\s?)?/\s?(?:[mµμu]?[lL]|c?mm3?)\b"
)
_NO_SLASH = lazily(
    r"(?<![\w.,/])\d{1,4}(?:\.\d{1,2})?\s?[x×]\s?10\s?\^?(?:3|6|9|12|³|⁶|⁹|¹²)\s(?:[µμu][lL]|L|mm3|mm³)"
    r"(?=[\s,.;)])(?!\s?[-−–⁻])"
)
# A count whose unit has lost its volume: `platelets 140 × 109, and`.
_NO_VOLUME = lazily(
    r"(?:[Ll]eu[ck]|[Ww]hite|WBC|[Pp]latelet|[Tt]hrombocyt|[Nn]eutrophil|[Ll]ymphocyt|[Ee]osinophil)[^.;\d]{0,40}"
    r"(?P<count>\d{1,4}(?:\.\d{1,2})?\s?[x×]\s?10\s?\^?(?:3|6|9|³|⁶|⁹))(?![\d/])(?=\s*(?:[,;)]|\.\s|and\b|with\b))"
    r"(?![^.;]{0,80}?10\s?\^?(?:3|6|9|³|⁶|⁹)\s?/)"
)
_FACTOR = lazily(r"10\s?\^?(?:3|6|9|³|⁶|⁹)\s*[,;.)aw]")
_LACKING = (
    (lazily(r" 10\^?(?:3|6|9|12)\s?(?:cells\s?)?/"), _NO_SIGN, "multiplication sign"),
    (lazily(r"10\s?\^?(?:3|6|9|12|³|⁶|⁹|¹²)\s[µμumL]"), _NO_SLASH, "slash"),
)


_KNOWN = (
    frozenset(  # what is counted in them no rule reads: million units, doses of radiation, endotoxin, vectors
        (
            "MU",
            "MIU",
            "mU",
            "kAU",
            "EU",
            "TU",
            "Gy",
            "mGy",
            "cGy",
            "mgm",
            "mcL",
            "ng",
            "fmol",
            "amol",
            "vg",
            "vp",
            "cpm",
            "dpm",
        )
    )
)
_SIGN_BEHIND = lazily(r"(?<![\w.])\d[\d.,]*\s?[<>≤≥]\s?(?:[nmpkµμ]?g|[mµμ]?mol|m?I?U|mEq)/[dmµμ]?[Ll]\b")
_CELLS_BY_UNITS = lazily(r"\d\s?[x×]\s?10\s?\^?(?:9|12|⁹|¹²)\s?I?U/[Ll]\b")
_MASS_INDEX = lazily(r"(?:BMI|mass index)\b[^.;]{0,30}?\d[\d.]*\s?kg/\s?(?:cm\s?[2²]|m\s?[3³]|mm|L\b)")
_SURFACE = lazily(r"1[.,]73\s?m\s?\^?[3³]")
_TEN_TIMES = lazily(r"(?<![\d.,])10\s?[x×*]\s?(?:3|6|9|12)\s?/\s?(?:[µμu]?[lL]|mcL|c?mm3?)\b")
_MISPLACED = (  # what every match of a pattern has, the pattern, what is wrong, and what may be meant
    (
        lazily(r"U/[Ll]\b"),
        _CELLS_BY_UNITS,
        "a count of cells has no units of activity",
        "is the unit × 10^9/L?",
    ),
    (
        lazily(r"10\s?[x×*]\s?\d{1,2}\s?/"),
        _TEN_TIMES,
        "a power of ten is printed as a product",
        "is the unit × 10^3, 10^6, 10^9 or 10^12 of it?",
    ),
    (lazily(r"kg/"), _MASS_INDEX, "a body mass index is in kg/m²", "is it kg/m²?"),
    (lazily(r"73\s?m"), _SURFACE, "a body surface is no volume", "is it 1.73 m²?"),
)


class UnitThatDoesNotExist:
    """A unit with one letter too many, with an I where an L belongs, or parted from its figure by a sign.

    Why it is bad
        A doubled prefix is a factor of a thousand that the reader has to guess: is a μmmol a μmol or a mmol?

    Example
        Creatinine rose to 258 μmmol/L, and aspartate aminotransferase to 7000 U/I.

    Write instead
        Creatinine rose to 258 μmol/L, and aspartate aminotransferase to 7000 U/L.

    Source
        The units of UCUM (https://ucum.org) and their common spellings; anything else that is written as a unit is
        let pass unless it is one letter longer than one of them.
    """

    code: ClassVar[str] = "CW308"
    name: ClassVar[str] = "unit-that-does-not-exist"
    severity: ClassVar[Severity] = "warning"

    def check(self, reading: Reading) -> Iterator[Finding]:
        """One finding for each such unit, at its first place."""
        places: dict[str, list[Passage]] = {}
        for passage, match in scan_near(reading, _SLASH, _WRITTEN, 20, 16):
            unit = match["unit"]
            if unit not in places and _meant(unit) == "":
                continue
            end = passage.start + match.end("unit") - match.start()
            places.setdefault(unit, []).append(Passage(passage.block, passage.start, end))
        for anchor, pattern, lost in _LACKING:
            lacking = [passage for passage, _ in scan_near(reading, anchor, pattern, 12, 12)]
            if lacking:
                yield found(self, reading, lacking[0], f"the unit lacks its {lost}", "write it", lacking[1:])
        bare = [
            Passage(passage.block, passage.start + match.start("count") - match.start(), passage.end)
            for passage, match in scan_near(reading, _FACTOR, _NO_VOLUME, 70, 100)
        ]
        if bare:
            yield found(self, reading, bare[0], "the unit lacks its volume", "is it × 10^9/L?", bare[1:])
        for anchor, pattern, message, hint in _MISPLACED:
            wrong = [passage for passage, _ in scan_near(reading, anchor, pattern, 60, 12)]
            if wrong:
                yield found(self, reading, wrong[0], message, hint, wrong[1:])
        behind = [passage for passage, _ in scan(reading, _SIGN_BEHIND, "<", ">", "≤", "≥")]
        if behind:
            message = "the sign of comparison stands behind its figure"
            yield found(self, reading, behind[0], message, "print it before the figure", behind[1:])
        for unit, (first, *others) in places.items():
            message = f"there is no unit `{unit}`"
            yield found(self, reading, first, message, f"is it {_meant(unit)}?", others)


def _meant(unit: str) -> str:
    """The unit that is one letter shorter, or has an L for the I; "" where the unit is known or none is near."""
    if find_unit(unit) is not None:
        return ""
    if unit.partition("/")[0] in _KNOWN:
        return ""
    if unit.endswith("/I"):
        return unit[:-1] + "L"
    start = unit.index("/")
    if unit[start - 1] == "s" and find_unit(unit[: start - 1] + unit[start:]) is not None:
        return ""  # `mls/h`: a plural, which is bad style and misleads nobody
    shorter = [unit[:at] + unit[at + 1 :] for at in range(start - 1, -1, -1)]
    near = [find_unit(each) for each in shorter]
    return next((each.symbol for each in near if each is not None), "")
