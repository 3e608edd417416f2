"""Shares of more than a hundred per cent of a whole, and statistics beyond the ends of their scale.

A share of a surface, of a lumen or of cells, a sensitivity, a survival: by definition none is more than 100%. A P value
lies between 0 and 1; so do the area under a receiver operating characteristic, κ and the size of a correlation.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from casewright.check.evidence.text.passage import Passage, scan_near, scan_sentences
from casewright.document.mentions.wordset import words
from casewright.document.reading import Reading
from casewright.patterns import lazily

_OVER = r"(?<![\d.,–-])(?P<{0}>[1-9]\d\d(?:\.\d+)?)\s?%"
_REACHING = (  # the same, where it may end a range: `50–130%`
    r"(?<![\d.,])(?:\d{1,3}(?:\.\d+)?\s?%?\s?(?:[-–—]|to\s|and\s))?(?<![\d.,])(?P<k>[1-9]\d\d(?:\.\d+)?)\s?%"
)
_WHOLES = (
    r"circumference|lumen|body surface|tbsa|bsa|articular surface|cross-section|cells|nuclei|cardiomyocytes|glomeruli"
    r"|leu[ck]ocytes|lymphocytes|neutrophils|fibers|fibres|visual field|hemithorax|scalp|nail plates?|cortex"
    r"|(?:study )?population|respondents|survivors|mutations|alleles|reads|time|cohort|deliveries|births|pregnancies"
    r"|procedures|operations|surgeries|interventions|implants|isolates|specimens|samples|biopsies|strains|carriers|fetuses"
)
_OF_ALL = lazily(
    rf"{_OVER.format('k')}\s(?:of\s(?:the\s|his\s|her\s|its\s|all\s|total\s)*(?:[a-z]+[ -]){{0,2}}?(?:{_WHOLES})\b"
    r"|(?:luminal\s|coronary\s|ostial\s|proximal\s|diameter\s)*(?:stenos[ie]s|occlusion|narrowing|obstruction|tbsa|bsa"
    r"|sensitivity|specificity|necrosis|atelectasis|blasts?|chimerism|tumou?r cells|plasma cells"
    r"|(?:patients|cases|women|men|children|infants|adults|individuals|people|subjects|participants|males|females)"
    r"(?! (?:more|fewer|with increase)))\b)"
)
_PERCENT = lazily(r"%\s(?:of\s|[a-z])")
_RATES = (
    r"sensitivity|specificity|predictive value|diagnostic accuracy|survival(?: rate)?"
    r"|mortality(?: rate)?|penetrance"
    r"|(?:recurrence|response|success|complication|cure|remission|case[- ]fatality|detection) rate"
    r"|fio2|fraction of inspired oxygen|inspired oxygen fraction|(?:donor |mixed )?chimerism"
    r"|heteroplasmy(?: (?:rate|level|load))?|(?:mutant|mutation|mutational) load"
    r"|(?:allele|variant allele) (?:frequency|fraction)|parasit[a]?emia|stenosis|narrowing|occlusion"
)
_RATE = lazily(
    rf"\b(?:{_RATES})\s?(?:\([^()%]{{2,90}}\)\s)?(?:[a-z-]+\s){{0,6}}?"
    rf"(?:was|is|were|of|as|at|to|with|reached|between|from|=|:)\s?(?:about\s|up to\s|as high as\s)?"
    rf"{_REACHING}(?!\s(?:higher|lower|greater|longer|shorter|more|less|increase|of (?:the )?(?:expected"
    rf"|predicted|normal|baseline)))"
)
_RATE_WORDS = words(
    "sensitivity specificity predictive accuracy survival mortality penetrance chimerism recurrence success cure"
    " remission fatality"
    " fio inspired heteroplasmy load allele parasitemia parasitaemia stenosis narrowing occlusion"
)
_P = lazily(
    r"(?<![a-z:])p(?:\s?-?\s?values?)?\s?(?:=|of\s|was\s)\s?(?P<p>[1-9]\d*(?:\.\d+)?)(?=\s?(?:[);,]|\.(?!\d)|\Z))"
)
_TESTED = words(
    "significant significantly significance confidence ci test ratio versus vs correlation correlated difference"
    " differences differed anova regression"
)
_COEFFICIENT = lazily(
    r"\b(?P<what>kappa|κ|correlation coefficient|area under the (?:roc|receiver[a-z -]{1,28}) curve)"
    r"(?:\s?\([a-z]{1,5}\))?\s?(?:was|is|of|=|:)\s?(?P<value>[1-9]\d*\.\d+)(?![\d%])"
)
_COEFFICIENTS = words("kappa κ correlation receiver roc")


class Excess(NamedTuple):
    """A figure beyond its whole or its scale: where, and why."""

    place: Passage
    why: str


def shares_over_all(reading: Reading) -> Iterator[Excess]:
    """Every share of more than all."""
    told: set[tuple[int, int]] = set()
    near = scan_near(reading, _PERCENT, _OF_ALL, 9, 60, "%", folded=True)
    for place, match in (*near, *scan_sentences(reading, _RATE, _RATE_WORDS, folded=True)):
        end = place.start + match.end("k") - match.start()
        if float(match["k"]) > 100 and (place.block, end) not in told:
            told.add((place.block, end))
            yield Excess(place, f"{match['k']}% are more than all")


def statistics_off_scale(reading: Reading) -> Iterator[Excess]:
    """Every P value, κ, correlation and area under a curve of more than 1."""
    for place, match in scan_sentences(reading, _P, _TESTED, folded=True):
        if float(match["p"]) > 1:
            yield Excess(place, f"a P value of {match['p']} is more than 1")
    for place, match in scan_sentences(reading, _COEFFICIENT, _COEFFICIENTS, folded=True):
        yield Excess(place, f"{match['what']} of {match['value']} is more than 1")
