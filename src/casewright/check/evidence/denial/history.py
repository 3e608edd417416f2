"""What a report tells of a patient's earlier illnesses, of allergies, habits and transfusions, and denies elsewhere."""

from __future__ import annotations

from casewright.check.evidence.denial.facts import NO, NOT_HIS, Fact
from casewright.document.mentions.wordset import words

_HISTORY_OF = (
    r"(?:history (?:of|included|was (?:significant|notable|remarkable|positive) for)|known|suffer(?:ed"
    r"|ing) from"
    r"|treated for|background of)"
)
_EXCEPT = r"except|apart|other than|besides|aside|otherwise|only|unremarkable but"
_ILLNESSES = (
    r"diabetes|hypertension|asthma|epilepsy|lupus|cirrhosis|heart failure|(?:chronic )?kidney disease"
    r"|atrial fibrillation|coronary artery disease|stroke|tuberculosis|cancer|rheumatoid arthritis|psoriasis"
    r"|chronic obstructive pulmonary disease|copd|hepatitis|hyperlipid(?:a)?emia|hypothyroidism|schizophrenia"
    r"|depression|multiple sclerosis|myasthenia gravis|crohn['’]?s? disease|ulcerative colitis"
)
_MEDICAL = r"(?:past medical|past|medical) history"

HISTORY = (
    Fact(
        "an earlier illness",
        words("history healthy conditions comorbidities medical past"),
        rf"\b{_HISTORY_OF} (?:[a-z0-9-]+,? (?:and )?){{0,4}}?(?:{_ILLNESSES})\b"
        rf"|\b{_MEDICAL} (?:included|was (?:significant|notable|remarkable) for) [a-z]+",
        r"\b(?:previously|otherwise) (?:fit and )?(?:healthy|well)\b|\bno (?:relevant |significant |known "
        r"|notable )?(?:past )?(?:medical)"
        r" (?:history|conditions?|problems?)\b(?! of)|\bhad been (?:previously )?healthy\b"
        r"|\bno past (?:medical )?history\b(?! of)"
        rf"|\b(?:his|her|the) (?:past )?medical history was (?:unremarkable|uneventful)(?! (?:for|but"
        rf"|{_EXCEPT}))",
        rf"{NOT_HIS}|\b(?:{_EXCEPT}|surgical|psychiatric|ocular|dental|obstetric|mother|father|child|no family"
        r"|no (?:\w+ ){0,3}history of|without|childhood|years? (?:ago|before|earlier)|remote)\b",
    ),
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
        "transfusion",
        words("transfusion transfusions transfused cells erythrocytes"),
        r"\btransfus(?:ed|ions?) (?:of|with) (?:a total of )?(?:\d+|one|two|three|four|five|six|seven|eight"
        r"|nine|ten|several)\b"
        r"|\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten) (?:units?|bags?|pools?) of (?:packed "
        r"|red |whole |fresh |washed )*"
        r"(?:blood|red cells|red blood cells|erythrocytes|platelets|plasma)[^.;]{0,40}\b(?:transfused|given"
        r"|administered|required|needed)\b"
        r"|\b(?:received|given|required|needed) (?:a total of )?(?:\d+|one|two|three|four|five|six|seven"
        r"|eight|nine|ten) (?:units?|bags?)"
        r" of (?:packed |red |whole |fresh |washed )*(?:blood|red cells|red blood cells|erythrocytes"
        r"|platelets|plasma)"
        r"|\b(?:blood )?transfusions? (?:was|were) (?:given|necessary|required|administered|needed)\b",
        r"\b(?:no|without(?: any| the need for)?|refus(?:ed|ing|es)|declin(?:ed|ing)"
        r"|never) (?:\w+ )?(?:blood )?transfusions?\b"
        r"(?! (?:reaction|complication|history))|\btransfusions? (?:was|were) (?:not|never) (?:required"
        r"|needed|necessary|given)"
        r"|\b(?:did not|never) (?:require|need|receive) (?:any )?(?:blood )?(?:transfusions?|blood products)"
        r"|\brefus(?:ed|ing|es) (?:all )?blood products?",
        rf"{NOT_HIS}|\b(?:history|previous\w*|prior|further|additional|more|after|subsequent\w*|later"
        rf"|second|first|reaction|intraoperative\w*"
        r"|postoperative\w*|platelets? transfusion|exchange|autologous|fet\w+|twin|donor|initially|despite"
        r"|until|would|exclud\w+)\b",
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
        rf"{NOT_HIS}|\b(?:{_EXCEPT}|food|seasonal|pollen|dust|develop\w*|test\w*|skin|clinic|suspected)\b",
    ),
)
