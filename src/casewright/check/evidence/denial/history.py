"""What a report tells of a patient's earlier stroke, HIV infection, drinking and allergies, and denies elsewhere."""

from __future__ import annotations

from casewright.check.evidence.denial.facts import NO, NOT_HIS, Fact
from casewright.document.mentions.wordset import words

_EXCEPT = r"except|apart|other than|besides|aside|otherwise|only|unremarkable but"

HISTORY = (
    Fact(
        "a stroke before",
        words("stroke strokes"),
        r"\b(?:history of (?:an? )?(?:\w+ )?|previous |prior |old |(?:suffered|sustained|had) (?:had "
        r"|from )?an? (?:\w+ )?)stroke\b"
        r"|\bstroke (?:\w+ ){1,3}(?:years?|months?) (?:ago|before|earlier|previously)",
        rf"{NO}(?:stroke|strokes)\b|\bno (?:history of |previous |prior |earlier )+(?:stroke|strokes)\b",
        rf"{NOT_HIS}|\b(?:risk|heat|volume|units?|scale|mimic|team|perioperative|postoperative|recurren\w*"
        rf"|further"
        r"|after|work)\b",
    ),
    Fact(
        "smoking at any time",
        words("smoker smoking smoked tobacco pack smokers cigarettes nonsmoker"),
        r"\b(?:ex|former|previous|past|reformed)[- ]?smoker\b|\b(?:quit|stopped|gave up|given up|ceased) (?:smoking"
        r"|tobacco|cigarettes)\b|\bhistory of (?:\w+ )?(?:smoking|tobacco)\b|\b(?:prior|past|previous|remote) smoking\b"
        r"|\b\d+(?:\.\d+)?[ -]?pack[- ]?years?\b|\b(?:had|has) smoked\b",
        r"\bnever[- ](?:been a )?smok(?:er|ed)\b|\blife-?long non-?smoker\b"
        r"|\b(?:no|denied|denies|without)(?: any)?(?: prior| previous| past| known)*(?: history of)? (?:smoking"
        r"|tobacco)(?: history\b|\b(?! (?:cess|or )))",
        rf"{NOT_HIS}|\b(?:passive|second-?hand|current(?:ly)?|marijuana|cannabis)\b",
    ),
    Fact(
        "HIV infection",
        words("hiv aids immunodeficiency"),
        r"\bhiv[- ](?:positive|infected|seropositive)\b|\b(?:history of|known|with|has|had"
        r"|living with) hiv(?: infection|/aids)?\b(?! (?:test|neg|serolog|screen|antibod))",
        rf"\bhiv[- ](?:negative|uninfected|seronegative)\b|{NO}hiv(?: infection)?\b"
        rf"|\bnegative for (?:\w+ and )?hiv\b"
        r"|\bhiv (?:test|serology|antibod(?:y|ies)) (?:was|were) (?:negative|non-?reactive)",
        rf"{NOT_HIS}|\b(?:patients|partner|exposure|risk|prophylaxis|if|unknown)\b",
    ),
    Fact(
        "drinking",
        words("alcohol drank drinks drink drinker alcoholic alcoholism"),
        r"\b(?:drank|drinks|drinking) (?:alcohol )?(?:heavily|excessively|daily)\b|\bheavy (?:alcohol|drink)\w*"
        r"|\bexcessive alcohol (?:use|consumption|intake)|\b(?:chronic|long) (?:history of )?alcohol\w*",
        rf"{NO}(?:alcohol\w*|drinking|drink)\b|\b(?:did|does|do) not (?:smoke (?:or|nor) )?(?:drink\b"
        rf"|consume (?:any )?alcohol|use alcohol)"
        r"|\bteetotal\w*|\bnon-?drinker",
        rf"{NOT_HIS}|\b(?:quit|stopped|ex|former|ago|until|ceased|gave up|given up|abstinen\w+|past"
        rf"|social\w*|occasional\w*|excluded)\b",
    ),
    Fact(
        "an allergy",
        words("allergy allergies allergic"),
        r"\b(?:history of|known|had|has|with) (?:an? )?(?:\w+ ){0,2}?(?:allerg(?:y|ies)) to [a-z]+"
        r"|\ballergic to (?!any)[a-z]+",
        r"\bno (?:known |history of |documented |reported |significant |drug |medication |food |or "
        r"|and )*allerg(?:y|ies)\b(?! to (?!any|drug|medic))"
        r"|\bdenied (?:any )?(?:known )?(?:drug )?allergies\b(?! to (?!any|drug|medic))|\bnot allergic to any",
        rf"{NOT_HIS}|\b(?:{_EXCEPT}|food|seasonal|pollen|dust|develop\w*|test\w*|skin|clinic|suspected|rash|reaction|considered"
        r"|labell?ed|thereafter|later|became)\b",
    ),
)
