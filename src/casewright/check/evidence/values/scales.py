"""Clinical scores and classes with the ends of their scales, as they stand in running text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from casewright.check.evidence.text.around import vocabulary
from casewright.check.evidence.text.passage import Passage, scan_around, scan_sentences
from casewright.document.mentions.wordset import words
from casewright.document.reading import Reading
from casewright.patterns import lazily
from casewright.quantity.number import ROMAN

# name to print | how it is printed | least | greatest
_TABLE = r"""
Glasgow Coma Scale | GCS|(?:Gl[ao]\w{2,5} [Cc]oma|[Cc]oma Gl[ao]\w{2,5}) (?:[Ss]cale|[Ss]core) | 3 | 15
Apgar score | A(?:pgar|PGAR) | 0 | 10
NIH Stroke Scale | NIHSS|N(?:IH|ational Institutes? of Health) [Ss]troke [Ss]cale | 0 | 42
modified Rankin Scale | mRS|[Mm]odified Rankin(?: [Ss]cale)? | 0 | 6
ECOG performance status | ECOG(?: PS)?|Eastern Cooperative Oncology Group | 0 | 5
Karnofsky performance status | KPS|Karnofsky | 0 | 100
NYHA class | NYHA|New York Heart Association | 1 | 4
ASA class | ASA(?= (?:class|score|grade|physical)) | 1 | 6
Child-Pugh score | Child[-–]Pugh(?: [Ss]core) | 5 | 15
MELD score | MELD|[Mm]odel for [Ee]nd-[Ss]tage [Ll]iver [Dd]isease | 6 | 40
Mini-Mental State Examination | MMSE|[Mm]ini-?[ ]?[Mm]ental (?:[Ss]tate|[Ss]tatus) [Ee]xam(?:ination)? | 0 | 30
Montreal Cognitive Assessment | MoCA|Montreal Cognitive Assessment | 0 | 30
qSOFA score | qSOFA | 0 | 3
SOFA score | (?<![A-Za-z])SOFA|[Ss]equential [Oo]rgan [Ff]ailure [Aa]ssessment | 0 | 24
APACHE II score | APACHE II | 0 | 71
CURB-65 score | CURB-65 | 0 | 5
Gleason score | Gleason | 2 | 10
Barthel index | Barthel | 0 | 100
CHA2DS2-VASc score | CHA2DS2-VASc | 0 | 9
HAS-BLED score | HAS-BLED | 0 | 9
numeric rating scale | NRS | 0 | 10
BI-RADS category | BI-?RADS | 0 | 6
PI-RADS category | PI-?RADS | 1 | 5
Killip class | Killip | 1 | 4
Hunt and Hess grade | Hunt(?: and |-| & )Hess | 1 | 5
EDSS | EDSS|Expanded Disability Status Scale | 0 | 10
Bishop score | Bishop(?= score) | 0 | 13
Alvarado score | Alvarado | 0 | 10
Glasgow score | Gl[ao]\w{2,5} (?:[Ss]cale|[Ss]core) | 0 | 15
Glasgow Outcome Scale | Gl[ao]\w{2,5} [Oo]utcome (?:[Ss]cale|[Ss]core)|GOS(?= of| was| score|:) | 1 | 5
Glasgow-Blatchford score | (?:Gl[ao]\w{2,5}[- ])?Blatchford | 0 | 23
PHQ-9 | PHQ-9 | 0 | 27
GAD-7 | GAD-7 | 0 | 21
Montgomery-Asberg Depression Rating Scale | MADRS | 0 | 60
Young Mania Rating Scale | YMRS | 0 | 60
Beck Depression Inventory | Beck [Dd]epression [Ii]nventory|BDI(?:-II)? | 0 | 63
Yale-Brown scale | Y-?BOCS | 0 | 40
Injury Severity Score | ISS|Injury Severity [Ss]core | 1 | 75
BISAP score | BISAP | 0 | 5
Ranson score | Ranson(?:['’]s)? | 0 | 11
Fisher grade | (?:[Mm]odified )?Fisher(?= (?:grade|scale|score)) | 0 | 4
WFNS grade | WFNS | 1 | 5
Dermatology Life Quality Index | DLQI | 0 | 30
Psoriasis Area and Severity Index | PASI | 0 | 72
BASDAI | BASDAI | 0 | 10
DAS28 | DAS-?28(?:-(?:CRP|ESR))? | 0 | 10
International Prostate Symptom Score | IPSS(?= score| of| was|:) | 0 | 35
Wells score | Wells(?:['’])?(?= score| criteria) | -2 | 13
Centor score | Centor | -1 | 5
Braden scale | Braden | 6 | 23
Mallampati class | Mallampati | 1 | 4
Cormack-Lehane grade | Cormack[-– ](?:and )?Lehane | 1 | 4
Clavien-Dindo grade | Clavien[-–](?:Dindo)? | 1 | 5
Kellgren-Lawrence grade | Kellgren[-– ](?:and )?Lawrence | 0 | 4
Garden type | Garden(?= (?:type|stage|grade|classification)) | 1 | 4
Gustilo type | Gustilo(?:[-–]Anderson)? | 1 | 3
Schatzker type | Schatzker | 1 | 6
Fitzpatrick skin type | Fitzpatrick | 1 | 6
Tanner stage | Tanner(?= stage) | 1 | 5
Fontaine stage | Fontaine | 1 | 4
Rutherford category | Rutherford(?= (?:class|category|stage|grade)) | 0 | 6
TI-RADS category | TI-?RADS | 1 | 5
LI-RADS category | LI-?RADS | 1 | 5
Lansky play-performance status | Lansky | 0 | 100
Ramsay sedation score | Ramsay(?= (?:sedation|score|scale)) | 1 | 6
Ashworth scale | (?:[Mm]odified )?Ashworth | 0 | 4
House-Brackmann grade | House[-– ]Brackmann | 1 | 6
Medical Research Council grade | (?:MRC|Medical Research Council)(?= (?:grade|power|muscle|scale|score)) | 0 | 5
Hoehn and Yahr stage | Hoehn(?: and |-| & |–)Yahr | 0 | 5
Hamilton Depression Rating Scale | HAM-?D(?:-17)?|HDRS | 0 | 52
PANSS | PANSS(?= (?:total|score|of|was)) | 30 | 210
Global Assessment of Functioning | GAF(?= (?:score|of|was|scale)) | 0 | 100
Epworth Sleepiness Scale | Epworth|ESS(?= score) | 0 | 24
Harris Hip Score | Harris [Hh]ip [Ss]core|HHS | 0 | 100
DASH score | (?:Quick)?DASH(?= (?:score|of|was)) | 0 | 100
Oswestry Disability Index | Oswestry|ODI(?= (?:score|of|was)) | 0 | 100
WOMAC | WOMAC | 0 | 100
Lysholm score | Lysholm | 0 | 100
AOFAS score | AOFAS | 0 | 100
Fugl-Meyer score | Fugl[-– ]Meyer | 0 | 226
Functional Independence Measure | FIM(?= (?:score|of|was)) | 18 | 126
Berg Balance Scale | Berg [Bb]alance(?: [Ss]cale)? | 0 | 56
CCS angina class | CCS(?= (?:angina|class|grade)) | 0 | 4
Borrmann type | Borr?mann | 0 | 5
Mayo endoscopic subscore | Mayo endoscopic | 0 | 3
Mayo score | Mayo(?= (?:score|endoscopic|clinical)) | 0 | 12
Crohn's Disease Activity Index | CDAI | 0 | 600
West Haven grade | West[- ]Haven | 0 | 4
METAVIR stage | METAVIR | 0 | 4
Ishak stage | Ishak | 0 | 6
SLEDAI | SLEDAI(?:-2K)? | 0 | 105
Birmingham Vasculitis Activity Score | BVAS | 0 | 63
mMRC grade | mMRC | 0 | 4
BODE index | BODE | 0 | 10
PESI class | PESI(?= class) | 1 | 5
simplified PESI | sPESI | 0 | 6
Wagner grade | Wagner(?= (?:grade|stage|class)) | 0 | 5
ABCD2 score | ABCD2 | 0 | 7
ASPECTS | ASPECTS? | 0 | 10
TICI grade | m?TICI | 0 | 3
Spetzler-Martin grade | Spetzler[-– ]Martin | 1 | 6
Simpson grade | Simpson(?= grade) | 1 | 5
Knosp grade | Knosp | 0 | 4
Bosniak category | Bosniak | 1 | 4
Todani type | Todani | 1 | 5
Nottingham score | Nottingham(?= (?:score|sum)) | 3 | 9
Clark level | Clark(?:['’]s)?(?= level) | 1 | 5
FIGO stage | FIGO(?= (?:stage|grade)) | 1 | 4
Ann Arbor stage | Ann Arbor | 1 | 4
Rai stage | Rai(?= stage) | 0 | 4
Durie-Salmon stage | Durie[-– ](?:and )?Salmon | 1 | 3
International Prognostic Index | IPI(?= (?:score|of|was)) | 0 | 5
Salter-Harris type | Salter[-– ]Harris | 1 | 9
Pauwels type | Pauwels | 1 | 3
Meyerding grade | Meyerding | 1 | 5
Outerbridge grade | Outerbridge | 0 | 4
Ficat stage | Ficat(?:[-– ](?:and )?Arlet)? | 0 | 4
Risser grade | Risser | 0 | 5
Silverman score | Silverman(?:[-– ]Anders[eo]n)? | 0 | 10
Downes score | Downes?(?= score) | 0 | 10
Sarnat stage | Sarnat(?:[-– ]Sarnat)? | 1 | 3
Papile grade | Papile | 1 | 4
Aldrete score | Aldrete | 0 | 10
Lund-Mackay score | Lund[-– ]Mackay | 0 | 24
TIMI flow grade | TIMI(?= (?:flow|grade|[0IV\d]+ flow)) | 0 | 3
Fuhrman grade | Fuhrman | 1 | 4
visual analog scale | visual analog(?:ue)? (?:scale|score) | 0 | 100
Marsh type | Marsh(?= (?:type|stage|grade|class)) | 0 | 4
Forrest class | Forrest(?= (?:class|type|grade|I)) | 1 | 3
Hinchey stage | Hinchey | 0 | 4
Deauville score | Deauville | 1 | 5
WHO performance status | WHO(?= (?:performance|PS))|World Health Organization(?= performance) | 0 | 5
Zubrod performance status | Zubrod | 0 | 5
FLACC scale | FLACC | 0 | 10
Cerebral Performance Category | CPC(?= (?:score|of|was))|[Cc]erebral [Pp]erformance [Cc]ategory | 1 | 5
Extended Glasgow Outcome Scale | GOS-?E | 1 | 8
Boston Bowel Preparation Scale | BBPS | 0 | 9
UCEIS | UCEIS | 0 | 8
SCORAD | SCORAD | 0 | 103
Eczema Area and Severity Index | EASI | 0 | 72
Urticaria Activity Score | UAS-?7 | 0 | 42
ALSFRS-R | ALSFRS(?:-R)? | 0 | 48
Quantitative Myasthenia Gravis score | QMG | 0 | 39
MG-ADL | MG-?ADL | 0 | 24
MGFA class | MGFA | 1 | 5
UPDRS | (?:MDS-)?UPDRS | 0 | 260
JOA score | m?JOA(?=\)? (?:score|of|was))|Japanese Orthopa?edic Association | 0 | 29
Nurick grade | Nurick | 0 | 5
Tegner score | Tegner | 0 | 10
Constant score | Constant(?:[-–]Murley)?(?= score) | 0 | 100
UCLA shoulder score | UCLA(?= (?:shoulder|score)) | 0 | 35
KOOS | KOOS | 0 | 100
IKDC score | IKDC | 0 | 100
CIWA-Ar | CIWA(?:-Ar)? | 0 | 67
Clinical Opiate Withdrawal Scale | COWS | 0 | 48
Edinburgh Postnatal Depression Scale | EPDS | 0 | 30
Hamilton Anxiety Scale | HAM-A | 0 | 56
SCORTEN | SCORTEN | 0 | 7
CHADS2 score | CHADS2 | 0 | 6
IIEF-5 | IIEF-5 | 1 | 25
Nugent score | Nugent | 0 | 10
STOP-BANG score | STOP-?B(?:ANG|ang) | 0 | 8
Katz index | Katz(?= (?:index|score|ADL)) | 0 | 6
LRINEC score | LRINEC | 0 | 13
HScore | H-?Score(?= of| was) | 0 | 337
Centor-McIsaac score | McIsaac | -1 | 5
Naranjo score | Naranjo | -4 | 13
Ludwig grade | Ludwig(?= (?:grade|scale|stage)) | 1 | 3
Enneking stage | Enneking | 1 | 3
cup-to-disc ratio | (?:[Cc]up[- ](?:to[- ])?dis[ck] ratio|VCDR) | 0 | 1
"""
_ROWS = tuple(tuple(cell.strip() for cell in line.rsplit(" | ", 2)) for line in _TABLE.strip().splitlines())
_SIGNS = words(  # of each scale a word that its name has
    "montreal mental institutes institute nih expanded eastern sequential"
    " gcs coma apgar nihss mrs rankin ecog kps karnofsky nyha york asa pugh meld mmse moca qsofa sofa apache curb"
    " gleason barthel vasc bled nrs rads birads pirads killip hess edss bishop alvarado glasgow blatchford phq gad"
    " madrs ymrs beck bdi bocs ybocs iss severity bisap ranson fisher wfns dlqi pasi basdai das ipss wells centor"
    " braden mallampati cormack clavien kellgren garden gustilo schatzker fitzpatrick tanner fontaine rutherford"
    " tirads lirads lansky timi fuhrman ramsay ashworth brackmann mrc research hoehn ham hamd hdrs panss gaf epworth"
    " ess harris hhs dash quickdash oswestry odi womac lysholm aofas fugl fim berg ccs borrmann bormann"
    " mayo cdai haven metavir ishak sledai bvas mmrc bode pesi spesi wagner abcd aspects aspect"
    " tici mtici spetzler simpson knosp bosniak todani nottingham clark figo arbor rai durie ipi salter pauwels"
    " meyerding outerbridge ficat risser silverman downe downes sarnat papile aldrete lund visual marsh"
    " forrest hinchey deauville cup vcdr performance zubrod flacc cpc gose gos bbps"
    " uceis scorad easi uas alsfrs qmg adl mgadl mgfa updrs joa mjoa nurick tegner murley ucla koos ikdc ciwa cows"
    " epds scorten chads iief nugent bang stopbang katz lrinec hscore mcisaac naranjo ludwig enneking"
    " japanese"
)


class Scored(NamedTuple):
    """A value of a scale where it stands, with the ends of the scale."""

    name: str
    least: int
    greatest: int
    place: Passage
    value: float


_NAMED = "|".join(f"(?P<s{number}>{row[0].split(' | ', 1)[1]})" for number, row in enumerate(_ROWS))
_VALUE = r"(?:\d{1,3}(?:\.\d)?|[IVX]{1,4})(?![\w.-]*[\d%])"
_SOME = r"(?:\d{1,2}(?:\.\d)?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|eighteen|twenty-four)"
_SPAN = r"(?:minutes?|min|hours?|h|days?|weeks?|months?|years?)"
_WHEN = (  # `at three months`, `at 1, 5 and 10 minutes`, `at the last follow-up`: stands between a name and its value
    rf"(?:at|on|by|after)\s(?:the\s)?(?:{_SOME}(?:(?:,|,? and|/)\s?{_SOME}){{0,3}}[\s-]{_SPAN}(?:\s(?:later"
    r"|post-?operatively"
    r"|of (?:life|age|follow-?up)|(?:after|post|following) [a-z]+))?"
    r"|(?:(?:last|final|latest|first|initial|recent)\s){1,2}(?:follow-?up|visit|examination|evaluation|assessment)"
    r"(?:\svisit)?|follow-?up(?:\svisit)?|birth|baseline|discharge|day\s\d{1,3}|hospital discharge|that time|triage)"
)
_TURNS = lazily(
    r"(?:(?:,? and |, | & |/|,? then )\d{1,2}(?![\w.%-]))+(?=\s(?:at|in|after)\b|\s?[.;)]|,\s?respectively)"
)
_LED = lazily(  # `scored 35 on the`, `a score of 35/30 on the`: before the name of its scale
    r"\b(?:scor(?:e|ed|es|ing))\s(?:of\s)?(?P<value>\d{1,3})(?:/\d{1,3})?\s(?:points\s)?(?:on|in|by)\s(?:the\s|an?\s)?\Z"
)
_TURN = lazily(r"\d{1,2}")
_MINUTES = lazily(
    r"\s(?:at|in|after)\s(?:one|1|the first)(?:st)?[\s-]?min\w*(?:,? and|,)\s(?P<then>\d{1,2})(?=\s(?:at|in|after)\b)"
)
_NAME = lazily(rf"(?<![A-Za-z-])(?=[A-Zcmqsv])(?:{_NAMED})")  # no name begins with another letter
_SCORE = lazily(
    rf"(?:{_NAMED})\)?(?:\s(?:functional|performance|physical|[Ss]tatus|[Cc]lass(?:ification)?|[Ss]cores?"
    r"|[Ss]cale|[Gg]rade|[Ss]tage|[Tt]ype|skin|index|category|sum"
    r"|on (?:admission|arrival|presentation|examination)))*(?:\s?\([A-Za-z]{2,6}\))?"
    r"(?:\s?[:=,;]|\s(?:with an?|scores?|of|was|were|is|at|to|from|fell|dropped|increased|improved|only"
    rf"|{_WHEN}|remained|stayed|still|deteriorated|declined|decreased|worsened|rose|reached|scored|recorded|calculated|found"
    r"|estimated|assessed|noted|rated|initially|now|then|again|be|as|he|she))*"
    rf"\s?\(?(?P<value>{_VALUE})(?:\s?/\s?(?P<whole>\d{{1,3}}))?"
    rf"(?:(?: to |,? and then | then |-|–)(?P<next>{_VALUE})"
    r"(?=[.,;)]|/|\s(?:on|at|in|within|after|by|over|with)\b|\Z))?"
)

_SHARES = lazily(
    r"(?P<murmur>murmur)[^.;\d]{0,40}?\b(?P<of_six>[7-9]|vii?i?)\s?/\s?(?:6|vi)\b"
    r"|\b(?P<heard>[7-9])\s?/\s?6\b(?=[^.;\d]{0,30}\bmurmur)"
    r"|(?P<strength>\b(?:strength|power)|mrc|mmt|manual muscle test(?:ing)?)"
    r"[^.;\d]{0,40}?\b(?P<of_five>[6-9])\s?/\s?5\b"
    r"|(?<!v\d )(?<!v\d, )\bm(?P<motor>[6-9])\s(?:[a-z]+\s){0,2}(?:function|power|strength)\b"
    r"|(?P<muscle>\b(?:power|strength))\s(?:(?:of|was|is|were|grade|graded|as|at|to|only)\s){1,3}m[6-9]\b"
    r"|(?P<numeric>\bpain)[^.;]{0,50}?\b(?P<most>1[1-9]|[2-9]\d)(?: to \d{1,2})?(?: points)? on (?:the |an? )?"
    r"(?:11-point |0[-–]10 |10-point )?(?:numeric(?:al)?|nrs|verbal rating|wong|faces)\b"
    r"|(?P<pain>\bpain|\bvas\b|\bnrs\b|visual analog(?:ue)?)[^.;\d]{0,40}?\b(?P<of_ten>1[1-9]|[2-9]\d)"
    r"\s?(?:/|out of|of a possible)\s?10\b(?![/.-]\d)"
)
_SHARED = words("murmur strength power mrc mmt manual pain vas nrs motor visual")
_OF_WHOLE = lazily(  # `a functional score of 72/60`: of any scale, where both stand
    r"\b(?:score|index)s?(?: \[[\d,]+\])?"
    r"(?:,? (?:was|were|is|of|at|respectively|only|about|improved to|rose to|fell to),?)+"
    r" (?P<shares>\d{1,3} ?/ ?\d{2,3}(?: and \d{1,3} ?/ ?\d{2,3})?)\b(?![/\d]|\.\d)"
)
_SHARE = lazily(r"(?P<value>\d{2,3}) ?/ ?(?P<whole>20|24|28|30|36|42|48|50|60|66|70|100)\b")
_SCORED = words("score scores index")
_WHOLES = {
    "murmur": ("grade of a murmur", 6),
    "heard": ("grade of a murmur", 6),
    "strength": ("muscle strength", 5),
    "motor": ("muscle strength", 5),
    "muscle": ("muscle strength", 5),
    "pain": ("pain scale", 10),
    "numeric": ("pain scale", 10),
}


def scored_over(reading: Reading) -> Iterator[Scored]:
    """Every score that is printed over the greatest of its scale and is beyond it: `pain of 12/10`."""
    for place, match in scan_sentences(reading, _SHARES, _SHARED, folded=True):
        said = next(name for name in _WHOLES if match[name])
        name, greatest = _WHOLES[said]
        yield Scored(name, 0, greatest, place, greatest + 1)
    for place, match in scan_sentences(reading, _OF_WHOLE, _SCORED, folded=True):
        for share in _SHARE.finditer(match["shares"]):
            yield Scored("scale printed beside it", 0, int(share["whole"]), place, int(share["value"]))


def scored(reading: Reading) -> Iterator[Scored]:
    """Every value of a known scale; what is measured in a unit or counted is none."""
    block, behind = -1, 0
    for passage, name_of_it in scan_around(reading, _NAME, 12, 45, *(_SIGNS & reading.once(vocabulary))):
        text = name_of_it.string
        if led := _LED.search(text, max(0, passage.start - 40), passage.start):
            row = next(_ROWS[number] for number in range(len(_ROWS)) if name_of_it[f"s{number}"])
            start = passage.start - led.end() + led.start("value")
            place = Passage(passage.block, start, start + len(led["value"]))
            yield Scored(row[0].split(" | ", 1)[0], int(row[1]), int(row[2]), place, _number(led["value"]))
            continue
        match = _SCORE.match(text, passage.start)
        if match is None or (passage.block == block and passage.start < behind):
            continue
        block, behind = passage.block, match.end()
        row = next(_ROWS[number] for number in range(len(_ROWS)) if match[f"s{number}"])
        name = row[0].split(" | ", 1)[0]
        if name.startswith("Apgar"):  # `Apgar 8/9`, `8, 9 and 10` at one, at five and at ten minutes
            turns = _TURNS.match(text, match.end("value"))
            for turn in _TURN.finditer(turns[0]) if turns else ():
                start = match.end("value") + turn.start()
                place = Passage(passage.block, start, start + len(turn[0]))
                yield Scored(name, int(row[1]), int(row[2]), place, _number(turn[0]))
            if then := _MINUTES.match(text, match.end()):  # `6 at one minute and 9 at five minutes`
                place = Passage(passage.block, then.start("then"), then.end("then"))
                yield Scored(name, int(row[1]), int(row[2]), place, _number(then["then"]))
            if match["whole"]:  # `8/9` is of two minutes, or of ten
                place = Passage(passage.block, match.start("whole"), match.end("whole"))
                yield Scored(name, int(row[1]), int(row[2]), place, _number(match["whole"]))
        for group in ("value", "next"):
            if match[group] is None or _COUNTED.match(text, match.end(group)):
                continue
            end = match.end("whole") if group == "value" and match["whole"] else match.end(group)
            place = Passage(passage.block, match.start(group), end)
            yield Scored(name, int(row[1]), int(row[2]), place, _number(match[group]))


_COUNTED = lazily(
    r"\s?(?:%|(?:years?|days?|hours?|h|weeks?|months?|min|mm|mg|patients|cases|points? (?:lower|higher|more))\b)"
    r"|\s?[×x]"
)


def _number(text: str) -> float:
    return float(ROMAN[text]) if text in ROMAN else float(text) if text[0].isdigit() else 0.0
