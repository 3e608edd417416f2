"""CW342."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, NamedTuple

from casewright.check.evidence.text.passage import scan_sentences
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import found
from casewright.document.mentions.wordset import words
from casewright.document.reading import Reading
from casewright.patterns import lazily

_N = r"(?P<n>\d{1,3}(?:\.\d{1,3})?)"
_IS = r"(?:\s?\([a-z0-9₂]{2,6}\))?,?\s?(?:was|of|is|were|at|:|=|-|–)?\s?(?:an?\s)?"


class _Figure(NamedTuple):
    """A figure without a unit of its own: its name, the pattern that finds it, and what it lies between."""

    name: str
    found_by: str
    least: float
    greatest: float
    words: frozenset[str]  # of which every sentence with it has one


_FIGURES = (
    _Figure(
        "arterial pH",
        rf"\b(?:arterial|venous|capillary|umbilical)\s(?:blood\s)?ph{_IS}{_N}(?![\d-])",
        6.3,
        8.1,
        words("arterial venous capillary umbilical"),
    ),
    _Figure(
        "pH",
        rf"\bph{_IS}{_N}(?=[,;]?\s(?:and\s)?(?:the\s)?p(?:a|v)?co)",
        6.3,
        8.1,
        words("pco paco pvco"),
    ),
    _Figure(
        "FiO2",
        rf"(?<![/:] )(?<![/:])\bfi[o0]2\s?(?:was|of|is|at|:|=)\s?(?:an?\s)?{_N}(?!\s?%|\d|\.\d|\s?percent)",
        0.1,
        1.0,
        words("fio"),
    ),
    _Figure(
        "FiO2",
        rf"\bfio2 (?:was )?(?:kept |set |titrated )?between 0?\.\d+ and {_N}(?!\s?%)",
        0.1,
        1.0,
        words("fio"),
    ),
    _Figure(
        "P/F ratio",
        r"\b(?:p\s?/?\s?f|(?:pao2|po2|pao₂)\s?[/:]\s?fio[2₂])(?:\sratio)?(?:\s\([^()]{1,14}\))?\s(?:ratio\s)?"
        r"(?:of|was|is|at|=|:)\s(?:only\s|about\s)?(?P<n>\d{1,4}(?:\.\d)?)(?![\d.,]*\d|\s?[-–/%])",
        4,
        800,
        words("pf f pao fio"),
    ),
    _Figure(
        "packs of cigarettes a day",
        r"\b(?P<n>\d{1,3}(?:\.\d)?)\spacks?\s(?:of cigarettes\s)?(?:per|a|each|/)\s?day\b",
        0,
        9,
        words("pack packs"),
    ),
    _Figure(
        "blood flow in mL/h",
        rf"\bblood (?:flow|pump)(?: rate| speed)?{_IS}(?:set (?:at|to) )?{_N}\sml\s?/\s?h\b",
        2000,
        60000,
        words("flow pump"),
    ),
    _Figure(
        "protein of an effusion in mg/dL",
        r"\b(?:pleural|ascitic|peritoneal|pericardial)\s(?:fluid|effusion)\s(?:total\s)?protein"
        rf"(?:\s(?:level|content|concentration))?{_IS}{_N}\smg/dl\b",
        60,
        9999,
        words("protein"),
    ),
    _Figure(
        "urine output in L/h",
        rf"\burine output{_IS}{_N}\s(?:l|liters?|litres?)\s?(?:/|per\s)\s?(?:h|hour|hr)\b",
        0,
        5,
        words("urine"),
    ),
    _Figure(
        "operative time in seconds",
        r"\b(?:operati(?:ve|on|ng) time|duration of (?:the )?(?:surgery|operation)|surgical time)"
        rf"{_IS}(?:about )?{_N}\s?(?:s|secs?|seconds)\b",
        999,
        99999,
        words("time duration"),
    ),
    _Figure(
        "liters of a fluid",
        r"(?<![\d.,–-])\b(?P<n>\d{3})\sl\sof\s(?:[a-z]+\s)?(?:saline|crystalloids?|ringer|ascit\w+|fluid|urine|blood)\b",
        0,
        99,
        words("saline crystalloid crystalloids ringer ascites ascitic fluid urine blood"),
    ),
    _Figure(
        "urine pH",
        rf"\b(?:urine|urinary)\sph{_IS}{_N}(?![\d-])",
        3.5,
        10.0,
        words("urine urinary"),
    ),
    _Figure(
        "PEEP",
        r"\b(?:peep|positive end-expiratory pressure)(?:\s(?:level|set|kept|held|titrated|raised))*"
        rf"{_IS}(?:set (?:at|to) )?{_N}\s?cm\s?h[2₂]o",
        0,
        40,
        words("peep expiratory"),
    ),
    _Figure(
        "oxygen flow",
        rf"\boxygen\b[^.;\d]{{0,40}}?{_N}\s?(?:l|liters?|litres?)\s?(?:/|per\s)\s?min",
        0,
        120,
        words("oxygen"),
    ),
    _Figure(
        "share of the predicted value",
        rf"\b(?:fev1|fvc|fev₁|dlco|tlc|pef|vital capacity|expiratory volume|diffusing capacity)\b[^.;\d]{{0,40}}?{_N}"
        r"\s?%\s(?:of\s)?(?:the\s)?(?:normal\s)?predicted",
        1,
        250,
        words("predicted"),
    ),
)
_BY_NAME = tuple((each, lazily(each.found_by)) for each in _FIGURES)
_TALL = lazily(
    rf"\b{_N}\s?mm\stall\b|\b\d{{2,3}}(?:\.\d)?\s?kg[,;]?\s(?:and\s)?height{_IS}(?P<m>\d{{3}})\s?mm\b"
)
_STATURE = words("tall height")
_TINY = lazily(  # of a newborn no less than 20 cm
    rf"\b{_N}\s?cm\s(?:tall\b|in height\b)"
    rf"|\b(?:his|her|the patient['’]s|body) height{_IS}(?P<m>\d{{1,2}}(?:\.\d{{1,2}})?)\s?cm\b"
)
_SHORTEST = 19  # centimetres
_OF_THINGS = lazily(
    r"\b(?:lesion|mass|nodule|papule|vertebra\w*|disc|disk|crown|bone|implant|ulcer|tooth|fundal)\b"
)
_METRES = lazily(rf"\b{_N}\s?m\s(?:tall|in height)\b")
_HIGHEST = 100  # metres: who falls from more is no patient
_HUNDREDTHS = 12.0  # an FiO2 above is a percentage without its sign


class BareFigureOfNoPatient:
    """A figure that needs no unit, or is short of its unit, and that no patient can have: pH 8.27, 184 mm tall.

    Why it is bad
        A digit or a decimal point is lost, and the reader cannot know which.

    Example
        The arterial pH was 8.27 on an FiO2 of 10.

    Write instead
        The arterial pH was 7.27 on an FiO2 of 1.0.

    Source
        An FiO2 is a share of 1. The limits of the pH, 6.3 to 8.1, are casewright's own judgement, not verified, and
        wider than what is printed for living patients.
    """

    code: ClassVar[str] = "CW342"
    name: ClassVar[str] = "bare-figure-of-no-patient"
    severity: ClassVar[Severity] = "error"

    def check(self, reading: Reading) -> Iterator[Finding]:
        for figure, pattern in _BY_NAME:
            for passage, match in scan_sentences(reading, pattern, figure.words, folded=True):
                value = float(match["n"])
                fair = figure.name == "FiO2" and _HUNDREDTHS < value <= 100
                if not (figure.least <= value <= figure.greatest or fair or value == 0):
                    message = f"`{figure.name}` of {match['n']} is beyond what patients have"
                    yield found(self, reading, passage, message, "check the digits and the decimal point")
        for passage, match in scan_sentences(reading, _TALL, _STATURE, folded=True):
            printed = match["n"] or match["m"]
            message = f"nobody is {printed} mm tall"
            yield found(self, reading, passage, message, f"is it {printed} cm?")
        for passage, match in scan_sentences(reading, _TINY, _STATURE, folded=True):
            printed = match["n"] or match["m"]
            if float(printed) < _SHORTEST and not _OF_THINGS.search(match.string):
                yield found(self, reading, passage, f"nobody is {printed} cm tall", "check the unit")
        for passage, match in scan_sentences(reading, _METRES, _STATURE, folded=True):
            if float(match["n"]) >= _HIGHEST:
                message = f"nobody is {match['n']} m tall"
                yield found(self, reading, passage, message, f"is it {match['n']} cm?")
