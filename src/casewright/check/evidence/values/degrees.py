"""Degrees and classes that a figure defines: `class III obesity` is a body mass index of 40 or more."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from casewright.check.evidence.text.parts import of_patient
from casewright.check.evidence.text.passage import Passage, scan_sentences
from casewright.document.mentions.wordset import words
from casewright.document.reading import Reading
from casewright.patterns import lazily

# A scale and its unit | words in small letters, of which every sentence about it has one
#   its figure, (?P<f>...), with the words before and the unit behind
#   least greatest | a class of it
#   where the classes are from, and whether that was verified: seen, there or as others print it
# Where sources differ, and at the borders, the limits are wide: what is outside them is of another class by all.
_TABLE = r"""
body mass index, kg/m² | bmi index
  (?:\bbmi|body mass index)[^.;:\d]{0,22}?(?P<f>\d\d(?:\.\d+)?)(?: ?kg ?/ ?m ?[2²])?
  29 36 | (?:class|grade) (?:i|1) obesity
  34 41 | (?:class|grade) (?:ii|2) obesity
  39 99 | (?:class|grade) (?:iii|3) obesity|super[- ]?obes\w+
  34 99 | morbid(?:ly)? obes\w+
  World Health Organization, Technical Report Series 894 | verified
eGFR, mL/min/1.73 m² | egfr gfr filtration
  (?:\be?gfr|filtration rate)[^.;:\d]{0,22}?(?P<f>\d{1,3}(?:\.\d+)?)(?: ?ml/min(?:/1[.·]73 ?m ?[2²])?)?(?! ?\d)
  55 95 | (?:ckd|kidney disease)[, (]{1,3}(?:stage |g)2
  28 62 | (?:ckd|kidney disease)[, (]{1,3}(?:stage |g)3(?![ab])
  43 62 | (?:ckd|kidney disease)[, (]{1,3}(?:stage |g)3a
  28 47 | (?:ckd|kidney disease)[, (]{1,3}(?:stage |g)3b
  13 32 | (?:ckd|kidney disease)[, (]{1,3}(?:stage |g)4
  0 17 | (?:ckd|kidney disease)[, (]{1,3}(?:stage |g)5
  KDIGO 2012 guideline for chronic kidney disease | verified
Child-Pugh score | pugh
  (?P<f>[5-9]|1[0-5])(?!\.?\d)(?:(?= ?(?:points?|\)|/ ?15))|(?<=a score of .)|(?<=a score of ..))
  5 6 | child[-– ]pugh (?:class |grade |stage )?a\b
  7 9 | child[-– ]pugh (?:class |grade |stage )?b\b
  10 15 | child[-– ]pugh (?:class |grade |stage )?c\b
  Pugh et al., Br J Surg 1973;60:646-649 | verified
Gleason score | gleason
  gleason[^.;:\d]{0,22}?(?:\d ?\+ ?\d ?= ?)?(?P<f>\d{1,2})(?! ?\+)(?: ?\(\d ?\+ ?\d\))?
  2 6 | grade group (?:i|1)\b
  7 7 | grade group (?:iii?|2|3)\b
  8 8 | grade group (?:iv|4)\b
  9 10 | grade group (?:v|5)\b
  International Society of Urological Pathology, 2014 | verified
Glasgow Coma Scale | gcs glasgow
  (?:\bgcs|glasgow coma scale)[^.;:\d]{0,22}?(?P<f>\d{1,2})(?=[ ,.;)/]|$)
  12 15 | (?:mild|minor) (?:traumatic )?(?:brain|head) (?:injury|trauma)
  8 13 | moderate (?:traumatic )?(?:brain|head) (?:injury|trauma)
  3 9 | severe (?:traumatic )?(?:brain|head) (?:injury|trauma)
  reviews of head injury: mild 13 to 15, moderate 9 to 12, severe 3 to 8 | verified
PaO2/FiO2, mmHg | fio pf
  (?:(?:pao2|po2) ?[/:] ?fio2|\bp ?/ ?f)[^.;:\d]{0,22}?(?P<f>\d{2,3})(?: ?mm ?hg)?(?! ?kpa)
  190 310 | mild (?:acute respiratory distress syndrome|ards)
  90 210 | moderate (?:acute respiratory distress syndrome|ards)
  20 110 | severe (?:acute respiratory distress syndrome|ards)
  20 310 | (?:compatible|consistent) with (?:an? )?(?:acute respiratory distress syndrome|ards)
  20 310 | (?:diagnosis|criteria|definition) (?:of|for) (?:acute respiratory distress syndrome|ards)
  Berlin definition, JAMA 2012;307:2526-2533 | verified
hemoglobin, g/dL | anemia anaemia
  (?:\bhg?b|h(?:a)?emoglobin)[^.;:\d]{0,22}?(?P<f>\d{1,2}(?:\.\d{1,2})?) ?(?:gm?|grams?) ?/ ?dl
  7.9 14 | (?:mild|slight) (?:\w+ )?ana?emia
  5.9 11.9 | moderate (?:\w+ )?ana?emia
  1 10 | (?:severe|profound) (?:\w+ )?ana?emia
  World Health Organization, WHO/NMH/NHD/MNM/11.1: mild from 11, moderate from 8 | verified
birth weight, g | birth birthweight
  birth ?weight[^.;:\d]{0,22}?(?P<f>\d{3,4}|\d,\d{3}) ?g\b
  200 1000 | extremely[ -]low[ -]birth[ -]?weight
  200 1500 | very[ -]low[ -]birth[ -]?weight
  200 2500 | (?<!very )(?<!very-)(?<!extremely )(?<!extremely-)low[ -]birth[ -]?weight
  3900 9999 | macrosomi\w+
  ICD-10, P07 and P08 | not verified
gestation, weeks | trimester
  (?<![\d.])(?P<f>\d{1,2})(?:[ +-]\d(?:/7)?)?[ -](?:completed )?w(?:ee)?ks?(?! (?:later|after|before|history|ago|prior))
  3 14 | first[ -]trimester(?=,? [(]?(?:of |at |in |\d))
  12 28 | second[ -]trimester(?=,? [(]?(?:of |at |in |\d))
  26 43 | third[ -]trimester(?=,? [(]?(?:of |at |in |\d))
  American College of Obstetricians and Gynecologists | not verified
aortic valve area, cm² | aortic
  valve area[^.;:\d]{0,22}?(?P<f>\d\.\d{1,2}) ?cm ?(?:\^?2|²)?
  0.1 1.0 | severe (?:calcific |degenerative )?aortic (?:valve )?stenosis
  0.9 1.6 | moderate (?:calcific )?aortic (?:valve )?stenosis
  1.4 4 | mild (?:calcific )?aortic (?:valve )?stenosis
  ACC/AHA 2006 guidelines for valvular heart disease | verified
Ki-67 index, % | ki
  ki-?67[^.;:\d]{0,30}?(?P<f>\d{1,2}(?:\.\d)?) ?%
  0 3 | g(?:rade ?)?1[ ,(]{1,3}(?:\w+ ){0,2}neuroendocrine|neuroendocrine \w+[ ,(]{1,3}g(?:rade ?)?1\b
  2 21 | g(?:rade ?)?2[ ,(]{1,3}(?:\w+ ){0,2}neuroendocrine|neuroendocrine \w+[ ,(]{1,3}g(?:rade ?)?2\b
  19 100 | g(?:rade ?)?3[ ,(]{1,3}(?:\w+ ){0,2}neuroendocrine|neuroendocrine \w+[ ,(]{1,3}g(?:rade ?)?3\b
  World Health Organization, 2017 | verified
serum sodium, mmol/L | hyponatremia hyponatraemia
  (?:sodium|\bna\b)[^.;:\d]{0,22}?(?P<f>1[0-5]\d(?:\.\d)?)(?! ?mg)
  127 136 | mild hyponatra?emia
  119 132 | moderate hyponatra?emia
  90 127 | (?:severe|profound) hyponatra?emia
  European guideline on hyponatraemia, 2014 | verified
serum potassium, mmol/L | hyperkalemia hyperkalaemia hypokalemia hypokalaemia
  (?:potassium|\bk\b)[^.;:\d]{0,22}?(?P<f>\d\.\d{1,2})
  5.0 6.4 | mild hyperkala?emia
  6.0 12 | severe hyperkala?emia
  2.8 3.6 | mild hypokala?emia
  0.9 3.0 | severe hypokala?emia
  UK Kidney Association 2023; hypokalaemia by the Royal College of Emergency Medicine | verified
apnea-hypopnea index, events an hour | apnea apnoea ahi
  (?:\bahi|hypopno?ea index)[^.;:\d]{0,22}?(?P<f>\d{1,3}(?:\.\d)?)
  4.5 16 | mild (?:obstructive )?(?:sleep )?(?:apno?ea|osas?)
  14 31 | moderate (?:obstructive )?(?:sleep )?(?:apno?ea|osas?)
  29 200 | severe (?:obstructive )?(?:sleep )?(?:apno?ea|osas?)
  American Academy of Sleep Medicine | verified
body temperature, °C | fever pyrexia hypothermia
  (?<![\d.])(?P<f>\d{2}(?:\.\d)?) ?(?:°|º) ?c\b
  37.0 38.6 | low[ -]grade (?:fever|pyrexia)
  38.0 43 | high(?:[ -]grade)? (?:fever|pyrexia)
  31.5 36 | mild hypothermia
  27.5 34.5 | moderate hypothermia
  10 30.5 | severe hypothermia
  custom (fever); Swiss staging (hypothermia) | not verified
diameter, mm | microcarcinoma microadenoma macroadenoma microprolactinoma macroprolactinoma
  (?<![\d.×x])(?<![×x] )(?P<f>\d{1,2}(?:\.\d)?)[ -]mm\b(?! ?[×x])
  0.1 10 | microcarcinoma
  0.5 10.5 | micro(?:adenoma|prolactinoma)
  9 99 | macro(?:adenoma|prolactinoma)
  World Health Organization, classification of endocrine tumours | not verified
tuberculin reaction, mm | mantoux tuberculin ppd
  (?<![\d.×x–-])(?P<f>\d{1,2})(?: ?[x×] ?\d{1,2})?[ -](?:mm|millimet(?:er|re)s?)\b(?! ?/| ?h)
  5 99 | (?:mantoux|tuberculin|ppd)(?: skin)?(?: test| reaction)?(?: was| is)?(?: strongly| weakly)? positive
  0 14 | (?:mantoux|tuberculin|ppd)(?: skin)?(?: test| reaction)?(?: was| is)? negative
  Centers for Disease Control and Prevention: from 5 mm in some, from 15 mm in all | not verified
urine, mL a day | oliguria oliguric polyuria polyuric anuria anuric
  (?<![\d.])(?P<f>\d{2,5}|\d{1,2},\d{3}) ?ml ?(?:/|per |a |in )(?:d\b|day|24 ?h)
  0 800 | oligur(?:ia|ic)
  0 300 | anur(?:ia|ic)
  2000 40000 | polyur(?:ia|ic)
  custom | not verified
proteinuria, g a day | nephrotic
  (?<![\d.])(?P<f>\d{1,2}(?:\.\d{1,2})?) ?g(?:rams?)? ?(?:/|per |a |in )(?:d\b|day|24 ?h)
  2.5 60 | nephrotic[- ]range proteinuria
  KDIGO 2021 guideline for glomerular diseases | not verified
muscle power, of 5 | power strength
  (?:power|strength)[^.;:\d]{0,25}?(?P<f>[0-5])(?= ?/ ?5)(?: ?/ ?5)
  0 0 | (?:no|absence of) (?:(?:visible|voluntary|palpable) )?(?:muscle )?contractions?|total paralysis
  0 1 | no (?:voluntary |visible |active )?movements?(?! (?:of|in|at) (?:[a-z]+ )?(?:toes|fingers|feet|hands?)\b)
  0 1 | complete (?:paralysis|plegia)|immobile
  1 1 | (?:a )?flicker
  4 5 | against resistance
  Medical Research Council, Aids to the examination of the peripheral nervous system, 1976 | not verified
PaCO2, mmHg | respiratory
  pa?co2[^.;:\d]{0,22}?(?P<f>\d{2,3}(?:\.\d)?)(?= ?mm ?hg| ?torr)
  10 52 | type (?:1|i) respiratory failure|hypoxa?emic respiratory failure
  42 200 | type (?:2|ii) respiratory failure|hypercapnic respiratory failure
  British Thoracic Society (type 2: above 6 kPa or 45 mmHg) | not verified
pupils, mm | pupil pupils
  (?<![\d.–-])(?P<f>\d(?:\.\d)?)[ -]?mm\b
  0.5 2.5 | pinpoint|pin-point|miotic
  4 10 | (?:widely |fixed and |fully )?dilated|mydriatic
  custom | not verified
proliferation index, % | proliferation proliferative ki mib
  (?<![\d.–-])(?P<f>\d{1,3}(?:\.\d)?) ?%
  0 30 | low (?:ki-?67|mib-?1|proliferat\w+)(?: labell?ing| proliferat\w+)? (?:rate|index)(?: of (?:more|less) than)?
  2 100 | high (?:ki-?67|mib-?1|proliferat\w+)(?: labell?ing| proliferat\w+)? (?:rate|index)(?: of (?:more|less) than)?
  custom | not verified
stenosis, % | stenosis stenoses narrowing nonobstructive obstructive
  (?<![\d.–-])(?P<f>\d{2,3}) ?%
  0 65 | (?:mild|minor|minimal|non-?significant|non-?obstructive)(?: \w+){0,2}? (?:stenos[ie]s|narrowing|disease)
  50 100 | (?:severe|critical|high[- ]grade|tight|subtotal)(?: \w+){0,3}? (?:stenos[ie]s|narrowing)
  custom | not verified
"""
_GAP = r"[^.;\d<>≤≥]{0,45}?"
_APART = lazily(
    r"\b(?:but|than|from|if|when|until|to|not|nor?|without|later|after|before|then|since|despite|risk|defin\w+|criteri\w+"
    r"|or|versus|vs|while|whereas|improv\w+|worsen\w*|increas\w+|decreas\w+|previous\w*|resol\w+|below|above|under|over"
    r"|child|mother|another|other|remain\w*|develop\w*|progress\w*|normal|between|every|each|per|at least|less|more)\b"
)


class Misfit(NamedTuple):
    """A class and the figure beside it, which is outside the class, with what is measured and its unit, if any."""

    named: Passage
    figure: Passage
    measure: str
    unit: str


class _Class(NamedTuple):
    least: Decimal
    greatest: Decimal


class _Scale(NamedTuple):
    measure: str
    words: frozenset[str]
    pattern: re.Pattern[str]  # group c0, c1 ... is the class, f or g the figure
    classes: tuple[_Class, ...]


def misfits(reading: Reading) -> Iterator[Misfit]:
    """The classes that a sentence about the patient names beside a figure of another class."""
    for scale in _SCALES:
        for at, match in scan_sentences(reading, scale.pattern, scale.words, folded=True):
            misfit = _misfit(at, match, scale)
            if misfit is not None and of_patient(reading, reading.sentence_at(at.block, at.start)):
                yield misfit


def _misfit(at: Passage, match: re.Match[str], scale: _Scale) -> Misfit | None:
    key = next(name for name in match.groupdict() if name[0] == "c" and match[name] is not None)
    group = "f" if match["f"] is not None else "g"
    least, greatest = scale.classes[int(key[1:]) % len(scale.classes)]
    between = match.string[min(match.end(key), match.end(group)) : max(match.start(key), match.start(group))]
    if least <= Decimal(match[group].replace(",", "")) <= greatest or _APART.search(between):
        return None
    measure, _, unit = scale.measure.partition(", ")
    return Misfit(_place(at, match, key), _place(at, match, group), measure, unit)


def _place(at: Passage, match: re.Match[str], group: str) -> Passage:
    start = at.start - match.start()
    return Passage(at.block, start + match.start(group), start + match.end(group))


def _read(table: str) -> Iterator[_Scale]:
    """The scales of the table: each begins at the margin."""
    for entry in re.split(r"\n(?=\S)", table.strip()):
        head, figure, *classes, _ = (line.strip() for line in entry.splitlines())
        measure, said = head.split(" | ")
        limits, names = zip(*(each.split(" | ") for each in classes), strict=True)
        before, behind = (
            "|".join(f"(?P<c{number}>{name})" for number, name in enumerate(names, first))
            for first in (0, len(names))
        )
        pattern = rf"\b(?:{before}){_GAP}{figure}|{figure.replace('<f>', '<g>')}{_GAP}\b(?:{behind})"
        yield _Scale(
            measure,
            words(said),
            lazily(pattern),
            tuple(_Class(*map(Decimal, each.split())) for each in limits),
        )


_SCALES = tuple(_read(_TABLE))
