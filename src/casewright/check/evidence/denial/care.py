"""What was done for a patient, or was not: each with the words that state it and those that deny it.

A denial is taken only of the whole thing: `no biopsy was taken`, but not `no percutaneous biopsy was taken`.
"""

from __future__ import annotations

from casewright.check.evidence.denial.facts import Fact
from casewright.document.mentions.wordset import words

_BE = r"(?:was|were|is|has been|had been|have been|being)"
DONE = (
    r"(?:performed|done|taken|obtained|carried out|collected|placed|inserted|used|given|administered"
    r"|implanted|applied"
    r"|undertaken|initiated|started|commenced|begun|instituted|required|needed|necessary|left|sited"
    r"|introduced|removed"
    r"|employed|established|completed|created|fashioned|attempted|undergone|received|indicated|tapered|prescribed|deployed)"
)
GOT = (
    r"(?:underwent|undergone|undergoing|received|receiving|required|requiring|needed|needing|given|got|treated with"
    r"|managed with|put on|placed on|started on|performed|placed|inserted|under|using)"
)
_BARE = (
    r"(?:\A|(?<=[.,;:] )|\b(?:an?|any|the|that|and|but|so|therefore|however|because|since|as|his|her)(?:,)? )"
)
_SMALL = r"(?:(?:an?|any|the|his|her|need for|use of|placement of|insertion of|resorting to|recourse to) )*"
NOT_DONE = (  # what is told of other times and persons, or only planned
    r"\b(?:previous\w*|prior|ago|earlier|histor\w+|elsewhere|plan\w*|schedul\w*|recommend\w*|offer\w*"
    r"|propos\w*|advis\w*"
    r"|prefer\w*|if|either|neither|or|referr\w+|former\w*|donor|suggest\w*|consider\w*|discuss\w*|option\w*"
    r"|would|could"
    r"|may|might|should|alternative\w*|attempt\w*|fail\w*|unsuccess\w*|candidate)\b"
)
_IN_PART = (
    r"\b(?:further|additional|before|until|initial\w*|first|second|third|repeat\w*|again|outside|another"
    r"|other|instead|at that"
    r"|yet|still|only|longer|alone|routine\w*|immediate\w*|more|usual\w*|pre-?operative\w*"
    r"|post-?operative\w*|adjuvant"
    r"|on (?:arrival|admission|presentation)|at (?:first|presentation|admission|arrival)|day|during|since"
    r"|after|follow\w*)\b"
)


_UNDONE = words(
    "no not never without declined refused withheld avoided omitted unnecessary"
    " conservatively nonoperatively nonsurgically operatively surgically conservative"
)


def _care(name: str, noun: str, needs: str, stated: str = "", denied: str = "", unless: str = "") -> Fact:
    """A thing that is done or put in, by its nouns; `stated` and `denied` are further words that say so.

    Every denial has a word of `_UNDONE`.
    """
    done = (
        rf"\b(?:{noun})\b(?: (?:of|for|in|into|with|to|on|at) [^.;,]{{1,40}}?)? {_BE} (?:\w+ ){{0,2}}?{DONE}\b"
        rf"|\b{GOT} (?:[\w-]+,? ){{0,4}}?(?:{noun})\b"
    )
    undone = (
        rf"\b(?:no|(?P<without>without)) {_SMALL}(?:{noun})"
        rf"(?: {_BE} (?:\w+ )?{DONE}\b|(?(without)(?=[.,;]|\Z)|(?!)))"
        rf"|{_BARE}(?:{noun}) {_BE} (?:(?:not|never) (?:\w+ )?{DONE}|(?:\w+ )?(?:declined|refused|withheld|avoided"
        rf"|omitted|unnecessary))\b"
        r"|\b(?:(?:(?P<did>(?:did|does|was|has|had) (?:not|never) (?:\w+ )?(?:require|need|undergo|receive|given|have"
        r"|required|needed|undergone|received|had))|refused|declined) "
        rf"{_SMALL}|(?:received|required|needed|underwent|given) no )"
        rf"(?:{noun})\b(?(did)(?! \w+(?:ment|tion|ture)\b))"
    )
    return Fact(
        name,
        words(needs),
        f"{done}|{stated}" if stated else done,
        f"{undone}|{denied}" if denied else undone,
        rf"{NOT_DONE}|{unless}" if unless else NOT_DONE,
        limits=_IN_PART,
        retold=True,
        denies=_UNDONE,
    )


_SURGERY = (
    r"(?:\w+ )?surgery|surgical (?:intervention|treatment|resection|excision|repair|exploration|management)"
    r"|(?:an )?operation|operative (?:intervention|treatment|management)"
)
_OPERATED = (
    r"\bunderwent (?:[\w-]+,? ){0,5}?(?:surgery|operation|resection|excision|laparotomy|thoracotomy|craniotomy"
    r"|sternotomy|laparoscopy|exploration|[a-z]{3,}ectomy|[a-z]{3,}plasty|arthrodesis|osteosynthesis"
    r"|fixation|debridement)\b"
    r"|\b(?:fractures?|tumou?rs?|mass|lesion|hernia|aneurysm|cyst|defect|tear|valve) (?:was|were) (?:\w+ly "
    r")?(?:fixed|plated"
    r"|nailed|resected|excised|clipped|repaired|removed|enucleated)\b"
    r"|\b(?:was|were) (?:\w+ )?operated (?:on|upon)?\b|\btaken to (?:the )?(?:operating|theatre|theater)"
    r"|\b(?:laparotomy|thoracotomy|sternotomy|craniotomy|hartmann(?:'s)? procedure) was (?:\w+ )?(?:performed|done)\b"
)

_PROCEDURE = (
    r"(?:procedure|operation|surgery|intervention|biopsy|intubation|delivery|transplantation|resection)"
)

CARE = (
    _care(
        "intubation",
        r"(?:(?:endo|naso|oro)tracheal )?intubation|(?<!invasive )(?<!assisted )(?:mechanical|invasive) ventilation",
        "intubation intubated ventilation ventilated",
        r"\b(?:was|were|been|and|then|patient) (?:\w+ly |then |also )?(?:intubated|mechanically ventilated)\b",
        r"\b(?:was|were) (?:not|never) (?:intubated|mechanically ventilated)\b",
        r"\b(?:an(?:a)?esth\w+|operation|surgery|surgical|theatre|operating|induction|extubat\w+"
        r"|non-?\s?invasive|difficult)\b",
    ),
    _care(
        "intensive care",
        r"(?:(?:\w+ )?intensive care|critical care|icu|picu|nicu)(?: unit)?(?: admission| stay| treatment| support)?",
        "intensive icu picu nicu critical",
        r"\b(?:admitted|transferred|moved|taken|brought|admission|transfer) (?:\w+ )?(?:to|into) (?:the |our "
        r"|an |a )?"
        r"(?:[\w-]+ ){0,3}?(?:intensive care|icu|picu|nicu)\b",
        r"\b(?:was|were) not (?:admitted|transferred) to (?:the |an )?(?:intensive|icu)",
        r"\b(?:observation|monitoring|newborn|neonat\w+|baby|infant)\b",
    ),
    _care(
        "biopsy",
        r"(?:tissue )?biops(?:y|ies)",
        "biopsy biopsies",
        r"\bbiops(?:y|ies)(?: (?:of|from) [^.;,]{1,40}?)? (?:showed|revealed|confirmed|demonstrated|disclosed)\b",
    ),
    _care(
        "chest tube",
        r"chest (?:tubes?|drains?|drainage)|(?:tube )?thoracostomy(?: tubes?)?|intercostal (?:chest "
        r")?(?:drains?|tubes?)",
        "chest thoracostomy intercostal",
    ),
    _care(
        "drain", r"(?:\w+ )?drains?", "drain drains", unless=r"\b(?:chest|pleural|ventricular|pericardial)\b"
    ),
    _care(
        "mesh",
        r"(?:\w+ )?mesh(?:es)?",
        "mesh meshes",
        r"\bmesh (?:repair|reinforcement|plasty|graft)|\b(?:with|by|using|of) (?:an? |the )?(?:[\w-]+ ){0,2}mesh\b",
        r"\bwithout (?:a |the use of (?:a )?|any )?mesh\b|\bno mesh\b",
    ),
    _care("stent", r"stents?|stenting", "stent stents stenting"),
    _care(
        "transfusion",
        r"(?:blood )?transfusions?|blood products",
        "transfusion transfusions transfused products units",
        r"\b(?:was|were) transfused\b|\b(?:received|given) (?:\w+ )?units of (?:packed )?red (?:blood )?cells\b"
        r"|\bunits? of (?:packed |whole |red |concentrated )+[^.;]{0,30}\btransfused",
        r"\b(?:was|were) not transfused\b",
        r"\b(?:platelets?|plasma|exchange)\b",
    ),
    _care(
        "surgery",
        _SURGERY,
        "surgery surgical operation operated underwent operative conservatively nonoperatively conservative fixed"
        " plated nailed resected excised clipped repaired removed enucleated",
        _OPERATED,
        r"\b(?:was|were|is|been) (?:successfully )?(?:managed|treated) (?:conservatively|non-?operatively"
        r"|non-?surgically)\b"
        r"|\bconservative (?:management|treatment|therapy) (?:was|were) (?:\w+ )?(?:chosen|given|successful"
        r"|continued)\b"
        r"|\bno (?:surgery|operation|surgical (?:treatment|intervention)) (?:was|were)\b"
        r"|\b(?:was|were) (?:not|never) operated (?:on|upon)\b",
        r"\b(?:cesarean|caesarean|eye|cataract|dental|endoscop\w+|fail\w*|secondary|angio\w+|valvuloplasty|then|later"
        r"|subsequent\w*|undergone)\b",
    ),
    _care("excision", r"(?:surgical )?(?:excision|resection)", "excision resection"),
    _care("chemotherapy", r"chemotherapy", "chemotherapy"),
    _care(
        "radiotherapy",
        r"radiotherapy|radiation(?: therapy)?|irradiation",
        "radiotherapy radiation irradiation",
    ),
    _care(
        "antibiotics",
        r"(?:[\w-]+ )?antibiotics?(?: treatment| therapy)?",
        "antibiotics antibiotic",
        unless=r"\b(?:prophyla\w+|oral|topical)\b",
    ),
    _care(
        "steroids",
        r"(?:cortico)?steroids?(?: treatment| therapy)?",
        "steroids steroid corticosteroids corticosteroid",
        unless=r"\b(?:anabolic|inhaled|topical)\b",
    ),
    _care(
        "anticoagulation",
        r"anticoagula(?:tion|nts?)(?: treatment| therapy)?",
        "anticoagulation anticoagulant anticoagulants",
    ),
    _care(
        "dialysis",
        r"(?:h(?:a)?emo)?dialysis|renal replacement therapy",
        "dialysis hemodialysis haemodialysis renal",
    ),
    _care("tracheostomy", r"tracheo(?:s)?tomy", "tracheostomy tracheotomy"),
    _care(
        "support by vasopressors",
        r"(?:vasopressors?|inotropes?|inotropic|vasoactive drugs|norepinephrine|noradrenaline)(?: support| therapy)?",
        "vasopressor vasopressors inotrope inotropes inotropic norepinephrine noradrenaline vasoactive",
    ),
    _care("lumbar puncture", r"lumbar puncture|spinal tap", "lumbar tap"),
    _care("pacemaker", r"(?:\w+ )?pacemaker(?: implantation| insertion)?", "pacemaker"),
    _care("tourniquet", r"tourniquet", "tourniquet"),
    _care("stoma", r"(?:\w+ )?(?:stoma|ileostomy|colostomy)", "stoma ileostomy colostomy"),
    _care(
        "cardiopulmonary bypass",
        r"cardiopulmonary bypass|extracorporeal circulation",
        "bypass extracorporeal",
    ),
    _care("embolization", r"(?:\w+ )?emboli[sz]ation", "embolization embolisation"),
    _care("thrombolysis", r"(?:\w+ )?thrombolysis|thrombolytic therapy", "thrombolysis thrombolytic"),
    _care(
        "resuscitation",
        r"cardiopulmonary resuscitation|cpr",
        "resuscitation cpr",
    ),
    _care(
        "lymph node dissection", r"lymph(?: |-)?node dissection|lymphadenectomy", "dissection lymphadenectomy"
    ),
    _care(
        "a cast", r"(?:plaster )?(?:cast|splint|brace|immobili[sz]ation)", "cast splint brace immobilization"
    ),
    Fact(
        "conversion to open surgery",
        words("converted conversion laparoscopically thoracoscopically laparoscopic open"),
        r"\b(?:was|were|had to be|being) (?:\w+ )?converted to (?:an? )?(?:\w+ )?(?:open|laparotomy"
        r"|thoracotomy|sternotomy)"
        r"|\bconversion to (?:an? )?(?:open|laparotomy|thoracotomy)[^.;]{0,30}\bwas (?:\w+ )?(?:performed|required"
        r"|necessary|needed|made|done|decided)|\b(?:required|needed) conversion to",
        r"\b(?:completed|finished|accomplished|performed (?:entirely|completely|totally|purely)) (?:\w+ )?"
        r"(?:laparoscopically|thoracoscopically)"
        r"|\b(?:no|without) (?:need for |need of )?conversion\b|\bconversion[^.;]{0,30}\bwas not\b|\bnot converted\b",
        retold=True,
    ),
    Fact(
        "treatment in hospital",
        words("outpatient admitted hospitalized hospitalised inpatient"),
        r"\b(?:was|were) (?:\w+ )?(?:admitted|hospitali[sz]ed)\b|\bas an inpatient\b",
        r"\b(?:managed|treated|cared for) (?:\w+ )?(?:as an outpatient|on an outpatient basis)"
        r"|\b(?:was|were) (?:not|never) (?:admitted|hospitali[sz]ed)\b",
        r"\b(?:icu|intensive|later|previous\w*|ago|again|discharg\w+|after|follow\S*|initial\w*|first"
        r"|psychiatr\w+|outpatient"
        r" (?:clinic|department))\b",
        retold=True,
    ),
    Fact(
        "follow-up",
        words("lost follow return returned"),
        r"\b(?:at|after|during|on) (?:the |his |her |a |an )?(?:[\w-]+ "
        r"){0,3}?follow[- ]?up\b[^.;]{0,60}\b(?:was|is|were"
        r"|remained|remains|had|showed|revealed)\b|\bwas followed (?:up )?for\b",
        r"\b(?:was|were|is) lost to follow[- ]?up(?=[.,;]|\Z)|\bdid not (?:return|attend|come)(?: back)? for "
        r"(?:\w+ )?"
        r"follow[- ]?up",
        r"\b(?:then|later|subsequent\w*|thereafter|afterwards|until|months?|since|finally|but|earlier"
        r"|previous\w*|before"
        r"|unfortunately, (?:he|she|the patient) was lost)\b(?=[^.;]*\blost\b)",
        retold=True,
    ),
    Fact(
        "a complication of it",
        words("complications complication complicated uneventful uncomplicated uneventfully"),
        rf"\b{_PROCEDURE} (?:was|were) (?:\w+ )?complicated by\b"
        r"|\bcomplications? (?:\w+ )?(?:occurred|arose|developed|ensued)\b",
        rf"\b{_PROCEDURE} (?:was|were) (?:\w+ly )?(?:performed|completed|carried out|done|tolerated)[^.;,]{{0,20}}?"
        r" without (?:any )?(?:\w+ )?complications?\b"
        rf"|\b{_PROCEDURE} (?:was|were) (?:entirely |completely )?(?:uneventful|uncomplicated)"
        r"|\bno (?:\w+ )?complications? (?:was|were|occurred|arose)|\bthere were no (?:\w+ )?complications",
        rf"{NOT_DONE}|\b(?:pregnancy|late|long-term|months?|years?|otherwise|except|apart)\b",
        retold=True,
    ),
    Fact(
        "resolution of the symptoms",
        words("symptoms symptom complaints pain"),
        r"\b(?:symptoms|complaints|pain) (?:had |have )?(?:resolved|disappeared|subsided)(?: completely| "
        r"entirely| fully)?"
        r"|\b(?:complete|full) (?:resolution|relief) of (?:the |his |her |all )?(?:symptoms|complaints|pain)",
        r"\b(?:symptoms|complaints|pain) (?:\w+ )?(?:persisted|did not (?:resolve|improve|subside|disappear)"
        r"|remained unchanged|recurred)",
        rf"{NOT_DONE}|{_IN_PART}|\b(?:initial\w*|but|then|later|weeks?|months?|days?|partial\w*|until|gradual\w*)\b",
        retold=True,
    ),
    *(
        Fact(
            f"loss of the {organ.split('|')[0]}",
            words(f"{organ.replace('|', ' ')} {needs}"),
            rf"\b(?:underwent|performed|required|needed)(?: [\w-]+){{0,4}}? (?:{lost})\b|\b(?:{lost}) (?:was"
            rf"|were) (?:\w+ly )?"
            rf"(?:performed|done|carried out|required|necessary)|\b(?:{organ}) (?:was|were|had to be) "
            rf"(?:\w+ly )?(?:removed"
            rf"|amputated|enucleated|excised|sacrificed)\b",
            rf"\b(?:{organ}) (?:was|were|could be) (?:\w+ly )?(?:preserved|saved|salvaged|spared|retained"
            rf"|conserved)\b"
            rf"|\b(?:preserv|sav|salvag|spar|conserv)(?:ed|ing) the (?:{organ})\b",
            rf"{NOT_DONE}|\b(?:left|right|partial|subtotal|contralateral|other|previous\w*|before|ago|later"
            rf"|years?)\b",
            retold=True,
        )
        for organ, lost, needs in (
            ("uterus", r"(?:\w+ )?hysterectomy", "hysterectomy"),
            ("testis|testicle", r"(?:\w+ )?orchi(?:d)?ectomy", "orchiectomy orchidectomy"),
            ("ovary", r"(?:salpingo-)?oophorectomy|ovariectomy", "oophorectomy ovariectomy"),
            ("kidney", r"(?:\w+ )?nephrectomy", "nephrectomy"),
            ("spleen", r"splenectomy", "splenectomy"),
            ("eye|globe", r"enucleation|evisceration|exenteration", "enucleation evisceration exenteration"),
            ("limb|leg|foot|arm|hand|finger|toe", r"(?:[\w-]+ )?amputation", "amputation amputated"),
            ("tube", r"salpingectomy", "salpingectomy"),
            ("bladder", r"(?:radical )?cystectomy", "cystectomy"),
        )
    ),
    *(
        Fact(
            name,
            words(needs),
            stated,
            denied,
            rf"{NOT_DONE}|\b(?:until|after|on day|at first|initially|yet|not yet|before|first|still|by day)\b",
            retold=True,
        )
        for name, needs, stated, denied in (
            (
                "return to work",
                "work",
                r"\b(?:he|she|patient) (?:\w+ )?(?:returned|went back) to (?:his |her |full-time )?work\b",
                r"\b(?:unable|not able) to return to (?:his |her )?work|\b(?:did not|never) return(?:ed)? to "
                r"(?:his |her )?work",
            ),
            (
                "return of consciousness",
                "consciousness regained regain",
                r"\b(?:he|she|patient) (?:\w+ )?regained consciousness\b",
                r"\b(?:never|not) regain(?:ed)? consciousness\b|\bwithout (?:ever )?regaining consciousness",
            ),
            (
                "recovery of the kidneys",
                "renal kidney",
                r"\b(?:renal|kidney) function (?:\w+ )?(?:recovered|normali[sz]ed|returned to normal)",
                r"\b(?:renal|kidney) function (?:did not|never) recover(?:ed)?|\bremained (?:on|dependent "
                r"on) (?:\w+ )?dialysis",
            ),
        )
    ),
)
