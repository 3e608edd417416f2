"""Facts of a patient that hold through the whole report, each with the words that state it and those"
" that deny it."""

from __future__ import annotations

from typing import NamedTuple

from casewright.document.mentions.wordset import words

DENIES = words(  # of which every denial has one
    "no not never non without denied denies denying absence negative free clear clean uninvolved"
    " unremarkable uneventful noncontributory contributory insignificant unrevealing nulliparous"
    " nulligravida childless unmarried single bachelor unvaccinated incomplete lacking unconscious"
    " comatose nonsmoker nonsmoking nondiabetic nondrinker teetotal teetotaler teetotaller none all para"
    " nonalcoholic nontender normal regular nonreactive unreactive areactive unresponsive fixed"
    " disoriented disorientated confused unable inability bedridden wheelchair ambulatory nonambulatory"
    " malnourished cachectic emaciated poorly undernourished cachexia unstable instability shock"
    " impalpable undetectable pulseless immobile coma primigravida primigravid first gravida"
    " consanguineous nonconsanguineous unrelated virgin irregular postmenopausal amenorrhea amenorrhoea"
    " retired unemployed pensioner lives lived living declined refused rehabilitation nursing hospice"
    " conservatively nonoperatively nonsurgically conservative withheld avoided omitted unnecessary outpatient lost"
    " laparoscopically thoracoscopically painless hypotensive loss reduced decreased impaired diminished"
    " intact preserved flexor downgoing absent persistent persists persisting residual remained remains still left"
    " brisk exaggerated hyperactive depressed increased hyporeflexia hyperreflexia areflexia follow"
    " persisted unchanged recurred preserved saved salvaged spared retained conserved preserving saving salvaging"
    " sparing primipara primiparous nullipara previously healthy"
    " afebrile constricted miotic pinpoint dialysis regaining vesicular"
    " nobody only blind blindness deaf deafness perception developed complicated complications preeclampsia"
    " healthy well refuses refusing declining dry nonproductive unproductive g"
)


class Fact(NamedTuple):
    """Something that is so of a patient or is not; every sentence that says so has one of its `needs`."""

    name: str
    needs: frozenset[str]
    stated: str
    denied: str
    unless: str = r"\Z\A"  # words beside which a sentence says something else
    limits: str = r"\Z\A"  # words beside which a denial is of another time, or of a part
    timed: bool = False  # whether it may change in the course of the case
    kin: bool = False  # whether it is told of the patient's family
    retold: bool = False  # whether the case may tell both, so that only a summary is held against it
    denies: frozenset[str] = DENIES  # words of which every sentence that denies it has one


NO = (
    r"\b(?:no|denie[sd]|denying|without|never|negative for|absence of|free of)(?: (?!but|with\b|except"
    r"|family|other|recent|further"
    r"|had|was|were|longer|he|she|apart|new|more|significant|relevant|notable|major|current|active|prior"
    r"|previous)[\w'’/-]+,?){0,9}? "
)
_HAD = (
    r"(?:history (?:was (?:significant|notable|remarkable|positive) for|of|included?|includes|comprised"
    r"|revealed|showed)"
    r"|known (?:to have|case of|for|with)?|suffer(?:ed|ing) from|treated for|comorbidit(?:y"
    r"|ies)[^.;]{0,20}|background of"
    r"|(?:his|her|had|has|with)(?: (?:long-?standing|known|poorly controlled|well-?controlled"
    r"|uncontrolled|type|a))*)"
)
NOT_HIS = r"\bfamily\b|\bfamilial\b|\brelatives?\b|\bmaternal\b|\bpaternal\b|first-degree"

FACTS = (
    Fact(
        "smoking",
        words("smoker smoking smoked smoke smokes pack cigarettes cigarette tobacco nonsmoker nonsmoking"),
        r"\b(?:current|heavy|active|chronic|lifelong|known|former|ex|old|long-?term|a|the) ?-?(?:male "
        r"|female |cigarette )?smoker\b"
        r"|\bsmoked\b(?! (?:fish|meat|salmon))|\b\d+(?:\.\d+)?[ -]packs?[- ]?(?:years?|a day|per day"
        r"|daily)|\bcigarettes (?:a|per|each) day"
        r"|\bhistory of (?:\w+ )?(?:smoking|tobacco)|\bsmoking history of|\bsmokes\b",
        r"\bnon-? ?smok(?:er|ing)\b|\bnever[- ]smok(?:er|ed)|\bnever (?:been )?a smoker|\b(?:did|does"
        r"|do) not (?:drink or |drink alcohol or )?smoke"
        rf"|{NO}(?:smoking|smoke[dr]?|tobacco|cigarettes)\b|\bnot a smoker|\bno smoking history",
        rf"{NOT_HIS}|\bcurrent(?:ly)? (?:a )?non"
        rf"|\b(?:passive|second-?hand|quit|stopped|ex|former|ago|until|ceased|gave up|given up"
        rf"|cessation|advised)\b",
        limits=r"\bfor (?:the )?(?:last|past|many|several|over|more than|\d+|[a-z]+) (?:\w+ )?years\b",
    ),
    Fact(
        "alcohol",
        words(
            "alcohol alcoholic alcoholism drinker drank drinks wine beer vodka whisky spirits ethanol"
            " drink alcoholics"
        ),
        r"\balcohol (?:abuse|dependence|dependency|use disorder|addiction)|\balcohol abuser"
        r"|\bchronic alcohol\w*|\balcoholism\b"
        r"|\bheavy drinker|\b(?:drank|drinks|consumed) (?:\w+ ){0,4}?(?:alcohol|wine|beer|vodka|whisky"
        r"|spirits|liquor)"
        r"|\balcoholic (?:man|woman|patient|male|female)",
        rf"{NO}(?:alcohol\w*|drinking|drank|drink)\b|\b(?:did|does|do) not (?:smoke or |smoke nor "
        rf"|smoke cigarettes or )?(?:drink\b|consume (?:any )?alcohol)"
        r"|\bteetotal\w*|\bnon-?drinker|\bnon-?alcoholic (?:man|woman|patient)",
        rf"{NOT_HIS}|\b(?:quit|stopped|ex|former|ago|until|ceased|gave up|given up|abstinen\w+|past"
        rf"|social\w*|occasional\w*|moderate\w*"
        r"|swab|solution|injection|hand|excess\w*|excluded|rul)\b",
    ),
    Fact(
        "diabetes",
        words("diabetes diabetic nondiabetic"),
        rf"\b{_HAD}[^.;]{{0,50}}?\bdiabetes\b|\bdiabetic (?:man|woman|patient|male|female)"
        rf"|\bknown diabetic|\btype (?:2|1|ii|i) diabet\w+",
        rf"\bnon-?diabetic (?:man|woman|patient|male|female|boy|girl)\b|\b(?:is|was|being) (?:a )?non-?diabetic\b"
        rf"(?! [a-z]*(?:pathy|itis|disease|ulcer|kidney|foot|keto))|\bnot diabetic|{NO}diabet(?:es|ic)\b"
        r"(?! (?:nephro|retino|neuro|foot|keto|keto-|complic|kidney|insip))",
        rf"{NOT_HIS}|\b(?:insipidus|gestational|new|newly|onset|steroid|induced|develop\w*"
        rf"|post-?transplant|pancreat\w+|risk|exclud\w*"
        r"|complications?|after|later|screen\w*|anti|mother|ketoacidosis|nephropathy|retinopathy"
        r"|neuropathy)\b",
    ),
    Fact(
        "hypertension",
        words("hypertension hypertensive"),
        rf"\b{_HAD}[^.;]{{0,50}}?\bhypertension\b|\bknown hypertensive|\bhypertensive (?:man|woman"
        rf"|patient|male|female)",
        rf"\bnot hypertensive|{NO}(?:hypertension|hypertensive)\b",
        rf"{NOT_HIS}|\b(?:pulmonary|portal|intracranial|ocular|venous|intra|gestational|pregnancy"
        rf"|develop\w*|new|newly|arterial pulmonary"
        r"|right|abdominal|compartment|intraocular|risk|crisis|emergency|induced|after|later|signs?|afebrile|pulse"
        r"|heart rate|vital|examination|ward)\b",
    ),
    Fact(
        "previous surgery",
        words(
            "surgery surgeries surgical operated operations operation undergone appendectomy"
            " cholecystectomy laparotomy section sections ectomy"
        ),
        r"\bsurgical history (?:included|of|was (?:significant|notable|remarkable) for|comprised|revealed)"
        r"|\b(?:had|history of) (?:previous(?:ly)? |a )?(?:undergone )?(?:an? )?(?:open "
        r"|laparoscopic )?(?:appendectomy|cholecystectomy|hysterectomy"
        r"|tonsillectomy|caesarean section|cesarean section|splenectomy|laparotomy|thyroidectomy"
        r"|mastectomy|prostatectomy|nephrectomy)"
        r" (?:at|in|when|\w+ (?:years|months) (?:ago|before|earlier|previously|prior))",
        r"\b(?:never|not) (?:previously )?(?:undergone|had) (?:any )?(?:previous |prior )?(?:surgery"
        r"|surgeries|operations?)\b|\bnever (?:been )?operated\b(?! (?:on )?for\b)"
        r"|\bno (?:previous|prior|past|history of|history of previous|history of prior"
        r"|history of any) (?:surg(?:ery|eries|ical (?:history|procedures?|interventions?))|operations?)\b"
        r"|\bno surgical history\b|\bsurgical history was (?:unremarkable|negative)",
        rf"{NOT_HIS}|\b(?:except|apart|other than|besides|cardiac|abdominal|pelvic|spinal|eye|ocular"
        rf"|intraocular|ophthalm\w*|chest|thoracic|knee|hip|cranial|brain|unremarkable except|bariatric"
        rf"|orthop\w*|dental|recent)\b",
    ),
    Fact(
        "allergy",
        words("allergy allergies allergic anaphylaxis"),
        r"\b(?:his|her|known|to|a|an|with|documented|reported) (?:penicillin|drug|latex|food|peanut"
        r"|iodine|sulfa|contrast|aspirin|egg|cephalosporin)"
        r" allergy\b|\b(?:penicillin|latex|contrast|peanut) anaphylaxis|\banaphyla\w+ (?:to"
        r"|after) (?:penicillin|latex|contrast|aspirin)|\ballergic to (?:penicillin|latex|iodine|sulfa"
        r"|contrast|aspirin|cephalosporin)",
        r"\bno (?:known |history of |documented |reported |significant )*(?:allerg(?:y|ies)"
        r"|drug allerg(?:y|ies)|allergies to (?:any )?(?:drugs?|medications?))\b(?! to (?!any|drug|medic))"
        r"|\bdenied (?:any )?(?:known )?(?:drug )?allergies\b(?! to (?!any|drug|medic))",
        rf"{NOT_HIS}|\b(?:except|food allergies|develop\w*|reaction to|specialist|test\w*|skin|clinic)\b",
    ),
    Fact(
        "medical history",
        words("history comorbidities comorbidity"),
        r"\b(?:past |previous )?medical history (?:was (?:significant|notable|remarkable|positive) for"
        r"|included|includes|comprised|consisted of)"
        r"|\bcomorbidities (?:included|were|such as)",
        r"\bno (?:past |relevant |significant |previous |known |notable |remarkable |particular "
        r"|other )*(?:medical (?:history|conditions?|problems?)|comorbidit(?:y|ies))\b(?! of| other"
        r"| except)"
        r"|\b(?:past |previous )?medical history (?:was|is) (?:unremarkable|uneventful|non-?contributory"
        r"|insignificant|unrevealing|negative)\b(?! (?:except|for|apart|other|besides|aside))",
        rf"{NOT_HIS}|\b(?:except|apart|other than|besides|otherwise|aside|surgical|psychiatric"
        rf"|unremarkable but|only|ocular|dental|obstetric)\b",
    ),
    Fact(
        "children",
        words(
            "nulliparous multiparous nulligravida para children child childless pregnancies deliveries "
            "delivered births"
        ),
        r"\bmother of (?:two|three|four|five|one|\d)|\bher (?:own )?(?:two|three|four|five"
        r"|\d) (?:children|sons|daughters|previous (?:pregnancies|deliveries))"
        r"|\bhad (?:had )?(?:two|three|four|five|\d) (?:healthy )?(?:children"
        r"|normal (?:vaginal )?deliveries|vaginal deliveries|previous deliveries|caesarean|cesarean)"
        r"|\bafter (?:her|the) (?:first|second|third|last) (?:delivery|childbirth)|\bmultiparous\b"
        r"|\b(?:para|p) ?[1-9]\b",
        r"\bnullipar(?:ous|a)\b|\bnulligravida\b|\bchildless\b|\bno children\b|\bnever (?:been )?pregnant\b"
        r"|\bpara 0\b",
        rf"{NOT_HIS}|\b(?:sister|mother['’]s|adopted|became|becoming|conceived|subsequent\w*|later)\b",
    ),
    Fact(
        "regular medication",
        words("medication medications drugs medicines taking on"),
        r"\b(?:was|is|had been) (?:taking|on|receiving) (?!no\b|the\b)(?:(?:regular|oral|daily|long-term) "
        r")?[a-z]{3,}(?:olol|pril"
        r"|sartan|statin|arin|formin|xaban|oxin|thyroxine|prazole|pine|lone|sone|aspirin|clopidogrel|insulin"
        r"|methotrexate)\b",
        r"\b(?:took|takes|taking|on|used) no (?:regular |other )?(?:medications?|drugs|medicines?)\b|\bno "
        r"(?:regular|current"
        r"|chronic|home|concomitant|long-term) medications?\b|\bnot (?:taking|on) any (?:\w+ "
        r")?(?:medications?|drugs)",
        rf"{NOT_HIS}|\b(?:start\w*|discharg\w*|after|before|ago|until|stopped|discontinued|no other)\b",
        retold=True,
    ),
    Fact(
        "earlier deliveries",
        words("primipara primiparous multipara multiparous para g gravida child baby"),
        r"\b(?:grand )?multipar(?:a|ous)\b|\bpara (?:[2-9]|two|three|four|five|ii|iii|iv)\b|\bg\d+,? ?p[2-9]\b",
        r"\bprimipar(?:a|ous)\b|\bnullipar(?:a|ous)\b|\bg1,? ?p[01]\b|\bfirst (?:child|baby) (?:of|born to|to)\b",
        rf"{NOT_HIS}|\b(?:sister|became|subsequent\w*|later|twins?|died|previous|loss)\b",
    ),
    Fact(
        "an earlier illness",
        words("healthy well history known suffering suffered comorbidities background conditions"),
        rf"\b{_HAD} (?:[\w-]+,? ){{0,4}}?(?:diabetes|hypertension|asthma|chronic obstructive|coronary|epilepsy"
        r"|cirrhosis|rheumatoid|lupus|chronic kidney|heart failure|cancer|carcinoma|stroke|myocardial infarction"
        r"|hepatitis|hiv|multiple sclerosis|psoriasis|crohn|ulcerative colitis|sarcoidosis|leuk(?:a)?emia|lymphoma"
        r"|schizophrenia|atrial fibrillation|hypothyroidism|myasthenia)\b"
        r"|\b(?:past medical|past|medical) history (?:included|was (?:significant|notable|remarkable) for) [a-z]+",
        r"\b(?:previously|otherwise|apparently) (?:fit and )?(?:healthy|well)\b"
        r"|\bno (?:known |significant |relevant |notable |particular )?(?:comorbidit\w+|underlying (?:disease"
        r"|condition)s?|(?:past )?medical (?:history|conditions?|problems?)|past history)\b(?! of)"
        r"|\b(?:past |previous )?medical history was (?:unremarkable|uneventful)\b(?! (?:for|but|except|apart))",
        rf"{NOT_HIS}|\b(?:remote|childhood|diagnosed|diagnosis|week|month|day|parents|mother|denied|negative|without"
        rf"|no (?:\w+ ){{0,3}}history of|except|apart|other than|besides|aside|only|surgical|psychiatric|ocular|dental"
        rf"|obstetric)\b",
        retold=True,
    ),
    Fact(
        "marriage",
        words("married wife husband unmarried single bachelor spouse divorced"),
        r"\b(?:was|is|a|old) married\b|\bhis wife\b|\bher husband\b",
        r"\bunmarried\b|\bnever (?:been )?married\b|\b(?:was|is) single\b|\ba bachelor\b",
        r"\bmarried to his\b|\bfather\b|\bmother\b|\bparents['’]\b|\bex-",
    ),
    Fact(
        "vaccination",
        words(
            "vaccinated unvaccinated vaccination vaccinations immunized immunised immunizations"
            " immunization vaccines"
        ),
        r"\b(?:fully|was|had been|were|been) (?:fully )?(?:vaccinated|immuni[sz]ed)\b(?! against)"
        r"|\b(?:vaccinations?|immuni[sz]ations?|vaccination status)"
        r" (?:was|were) (?:up[- ]to[- ]date|complete|current)",
        r"\bunvaccinated\b|\b(?:never|not) (?:been )?(?:vaccinated|immuni[sz]ed)\b(?! against)"
        r"|\b(?:vaccinations?|immuni[sz]ations?) (?:was|were) (?:not up|incomplete|lacking)",
        rf"{NOT_HIS}|\b(?:after|before|then|later|except|against|covid\S*|influenza|tetanus|brother"
        rf"|sister|mother)\b",
    ),
    Fact(
        "consciousness",
        words("unconscious conscious comatose alert coma"),
        r"\b(?:was|found|been|patient|is|he|she) (?:[\w]+,? (?:and )?)?(?:conscious|alert)\b",
        r"\bunconscious\b|\bcomatose\b|\bin (?:a )?(?:deep )?coma\b",
        r"\b(?:not alert|not conscious|then|later|before|became|regained|hours?|until|lost|less|more"
        r"|physicians?)\b",
        timed=True,
    ),
    Fact(
        "tumor at the margins",
        words("margin margins"),
        r"\bpositive (?:\w+ ){0,2}?margins?\b|\bmargins? (?:was|were|is|are) (?:\w+ )?(?:positive"
        r"|involved|infiltrated|not (?:clear|free))\b"
        r"|\b(?:tumou?r|carcinoma|cells) (?:was|were) (?:present )?at the (?:\w+ ){0,2}?margins?\b",
        r"\bnegative (?:\w+ ){0,2}?margins?\b|\b(?:free|clear|tumou?r-free|clean) (?:\w+ ){0,2}?margins?\b"
        r"|\bmargins? (?:was|were|is|are) (?:\w+ )?(?:negative|free|clear|uninvolved|tumou?r-free|clean"
        r"|not involved)\b",
        r"\bre-?(?:excis|resect|operat)\w*|\b(?:second|first|initial\w*|frozen|revision|biops\w+|further"
        r"|until|ensure|achiev\w*|obtain\w*|goal|with an? (?:\w+ ){0,2}margin|aim\w*"
        r"|deep|lateral|circumferential|radial|proximal|distal|posterior|anterior|medial|bronchial"
        r"|ureteral|vascular|other|close|but|previous\w*|wide\w*|although|except)\b",
    ),
    Fact(
        "metastasis in the nodes",
        words("nodes node nodal"),
        r"\b(?:[1-9]\d?|one|two|three|four|five|six|seven|eight|nine|ten) (?:of"
        r"|out of) (?:the )?(?:\w+ )?(?:\w+ )?(?:lymph )?nodes?\b[^.;]{0,30}\b(?:positive|metasta\w+"
        r"|involved|contained|infiltrated|showed)"
        r"|\bmetasta(?:sis|ses|tic)\b[^.;]{0,40}\b(?:in|of) (?:[1-9]\d?|one|two|three|four|five) (?:of"
        r"|out of|/) ?(?:the )?\d+ (?:\w+ )?(?:lymph )?nodes?"
        r"|\b(?:[1-9]\d?) ?/ ?\d+ (?:\w+ )?(?:lymph )?nodes? (?:were|was) (?:positive|involved)",
        r"\bno (?:regional |local )?(?:lymph )?(?:node|nodal) (?:metasta\w+|involvement|invasion)"
        r"|\bno metasta(?:sis|ses) (?:was|were )?(?:\w+ )?(?:in|to) (?:the )?(?:regional )?(?:lymph )?nodes"
        r"|\b(?:all|none of the) (?:\w+ )?(?:\w+ )?(?:lymph )?nodes (?:were|was) (?:negative|free"
        r"|positive|involved)|\bnode[- ]negative\b|\blymph nodes (?:were|was) (?:all )?negative",
        r"\b(?:ct|mri|pet|tomography|ultraso\w+|imaging|distant|later|mediastinal|pelvic|recurr\w*"
        r"|months?|years?|follow\S*|clinical\w*|sentinel|frozen|axillary|inguinal|para-?aortic|cervical)\b",
    ),
    Fact(
        "malignant cells",
        words("malignant malignancy"),
        r"\b(?:positive|diagnostic) for (?:malignan(?:t cells|cy)|carcinoma cells)"
        r"|\bmalignant cells (?:was|were) (?:\w+ )?(?:seen|found|identified|detected|present|observed|noted)"
        r"|\b(?:showed|revealed|demonstrated|contained|confirmed) (?:the presence of )?malignant cells",
        r"\bnegative for (?:malignan(?:t cells|cy)|carcinoma cells)|\bno malignant cells"
        r"|\bno (?:evidence of )?malignancy"
        r"|\bwithout (?:evidence of )?malignan(?:t cells|cy)|\bmalignant cells (?:was|were) (?:not|absent)",
        r"\b(?:second|first|initial\w*|repeat\w*|previous\w*|frozen|but|although|except|another)\b",
        timed=True,
    ),
)
