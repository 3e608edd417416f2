"""What the doctor finds at one visit, with the words that state it and those that exclude it."""

from __future__ import annotations

from casewright.check.evidence.denial.facts import Fact
from casewright.document.mentions.wordset import words

_ABDOMEN = (
    r"(?:abdom(?:en|inal)|epigastri\w+|(?:right|left) (?:upper|lower) (?:abdominal )?quadrant|iliac fossa"
    r"|hypochondri\w+|suprapubic)"
)

_LUMP = r"(?:mass|lump|nodule|swelling|tumou?r|lesion|ulcer|lymph node|node|plaque)"
_ELSEWHERE = (
    r"\b(?:left|right|rest|remainder|remaining|elsewhere|otherwise|except|but|apart|upper|lower|other)\b"
)

FINDINGS = (
    Fact(
        "sputum with the cough",
        words("cough coughing"),
        r"\b(?<!non-)(?<!non )(?<!un)(?:productive|wet)(?: \w+)? cough\b|\bcough (?:was|is) (?:productive|wet)\b"
        r"|\bcough(?:ing)? (?:up |productive of |with (?:production of )?)(?:an? )?(?:[a-z-]+ ){0,3}?"
        r"(?:sputum|phlegm)\b",
        r"\b(?:dry|non-? ?productive|unproductive)(?:,? (?:and )?[a-z-]+){0,2}? cough\b|\bcough (?:was|is) (?:dry"
        r"|non-? ?productive)\b|\bcough without (?:any )?(?:sputum|phlegm|expectoration)\b",
        r"\b(?:mouth|then|initially|first|became|changed|turned|progress\w*|later)\b",
        timed=True,
        retold=True,
    ),
    Fact(
        "tenderness of the abdomen",
        words("abdomen abdominal tender tenderness nontender quadrant epigastric epigastrium fossa"),
        rf"\b{_ABDOMEN}[^.;]{{0,40}}\btender(?:ness)?\b|\btender(?:ness)?\b[^.;]{{0,40}}\b{_ABDOMEN}"
        rf"|\brigid abdomen|\babdomen was (?:\w+ and )?rigid",
        r"\babdomen\b[^.;]{0,40}\bnon-? ?tender|\b(?:non-? ?tender|soft and non-? ?tender) abdomen"
        r"|\bno abdominal tenderness|\babdomen (?:was|is) not tender"
        r"|\babdomen\b[^.;]{0,30}\bwithout (?:any )?tenderness|\bsoft,? non-? ?tender",
        r"\b(?:rest|remainder|remaining|elsewhere|otherwise|except|but|apart)\b",
        timed=True,
    ),
    Fact(
        "added sounds of the lungs",
        words("lung lungs chest auscultation breath crackles rales wheezes wheezing rhonchi crepitations"),
        r"\b(?:crackles|rales|wheez(?:es|ing)|rhonchi|crepitations|(?:decreased|diminished|reduced"
        r"|absent) breath sounds)\b|\bbreath sounds (?:was|were) (?:\w+ )?(?:decreased|diminished|reduced|absent)\b",
        r"\b(?:lungs?|chest) (?:fields )?(?:was|were|is|are)? ?(?:\w+ )?(?:clear"
        r"|normal)(?: to auscultation)?\b|\bno (?:crackles|rales|wheez\w+|rhonchi|crepitations"
        r"|added sounds|adventitious sounds)"
        r"|\bbreath sounds (?:was|were) (?:\w+ )?(?:normal|vesicular|clear)|\bnormal (?:lung|chest|breath) "
        r"(?:auscultation|sounds)|\bclear (?:lungs|breath sounds)"
        r"|\bauscultation of the (?:lungs|chest) was (?:normal|clear|unremarkable)",
        r"\b(?:except|apart|but)\b",
        timed=True,
    ),
    Fact(
        "murmur",
        words("murmur murmurs"),
        r"\b(?:systolic|diastolic|holosystolic|pansystolic|grade \S+|loud|continuous|harsh|ejection|soft"
        r"|new|blowing|audible)[^.;]{0,40} murmur|\bmurmur (?:was|could be) (?:heard|audible|present"
        r"|noted|detected)"
        r"|\bmurmur of\b",
        r"\b(?:no|without|nor)(?: [\w,]+){0,4}? murmurs?\b",
        r"\b(?:except|apart|other|additional|carotids?|cranial|renal|femoral)\b",
        timed=True,
    ),
    Fact(
        "irregular pulse",
        words("rhythm pulse heart irregular regular fibrillation"),
        r"\birregular(?:ly irregular)? (?:pulse|heart ?(?:beat|rate|rhythm|sounds)|rhythm)|\b(?:pulse"
        r"|rhythm|heart ?(?:beat|rate)?) (?:was|were) (?:\w+ and )?irregular",
        r"(?<!ir)\bregular (?:pulse|heart ?(?:beat|rate|rhythm)|rhythm)|\b(?:pulse|rhythm|heart ?(?:beat"
        r"|rate)?) (?:was|were) (?:\w+ and )?regular",
        timed=True,
    ),
    Fact(
        "reaction of the pupils",
        words("pupil pupils pupillary"),
        r"\bpupils?\b[^.;]{0,40}(?<!non)(?<!non-)(?<!not )\breact(?:ive|ed|ing)\b|\b(?:normal|intact"
        r"|brisk) pupillary (?:light )?(?:reflex\w*|respon\w+|reaction)",
        r"\bpupils?\b[^.;]{0,50}\b(?:non-?reactive|unreactive|fixed|areactive|not react\w*|unresponsive)"
        r"|\b(?:absent|no) pupillary",
        r"\b(?:sluggish\w*|other|left|right|fellow|contralateral|whereas|while|afferent)\b",
        timed=True,
    ),
    Fact(
        "orientation",
        words("oriented orientated disoriented disorientated confused"),
        r"(?<!dis)(?<!not )(?<!well )\borient(?:at)?ed\b(?! (?:vertical|horizontal|parallel|along"
        r"|towards?|perpendicular|in a))",
        r"\bdisorient(?:at)?ed\b|\bnot orient(?:at)?ed\b|\b(?:was|is|appeared|found) confused\b",
        r"\b(?:cells|fibers|fracture|person but|place but|but|only)\b",
        timed=True,
    ),
    Fact(
        "walking unaided",
        words("walk walked walks walking ambulate ambulatory bedridden gait wheelchair ambulation"),
        r"\b(?:walked|able to walk|walking|ambulat\w+) (?:\w+ )?(?:without (?:any )?(?:aid|help"
        r"|assistance|support)|unaided|independently|freely)|\bgait was normal|\bnormal gait|\b(?:was|is) "
        r"able to walk\b",
        r"\b(?:unable|not able|inability) to (?:walk|stand|ambulate)|\bcould not (?:walk|stand)"
        r"|\bgait was (?:ataxic|unsteady|antalgic|spastic)|\bbedridden\b|\bwheelchair[- ]bound|\bnon-?ambulatory",
        timed=True,
    ),
    Fact(
        "good state of nutrition",
        words("nourished malnourished cachectic obese emaciated nutrition cachexia"),
        r"\bwell[- ]nourished|\bgood nutritional (?:status|state|condition)|\bobese\b",
        r"\bmalnourished\b|\bcachectic\b|\bemaciated\b|\bpoorly nourished|\bunder-?nourished|\bcachexia\b",
        timed=True,
    ),
    Fact(
        "stable circulation",
        words("hemodynamically haemodynamically hemodynamic haemodynamic shock hypotensive"),
        r"\b(?:was|were|remained|is|patient|and|but"
        r"|hemodynamics) (?:\w+ )?ha?emodynamically (?:\w+ )?stable",
        r"\bhypotensive\b|\bha?emodynamically (?:\w+ )?unstable|\bha?emodynamic instability|\b(?:was"
        r"|presented|arrived"
        r"|came) in (?:\w+ )?shock",
        r"\b(?:if|initially|without|no|avoid|to stabili)\b",
        timed=True,
    ),
    Fact(
        "palpable pulses",
        words("pulse pulses pulseless"),
        r"\b(?:peripheral |distal |radial |femoral |pedal |all )*pulses? (?:was"
        r"|were) (?:\w+ )?(?:palpable|present|intact|strong|normal)|\b(?:palpable|intact"
        r"|normal) (?:peripheral|distal|pedal|radial|femoral) pulses?",
        r"\b(?:peripheral |distal |radial |femoral |pedal |all )*pulses? (?:was|were) (?:\w+ )?(?:absent"
        r"|not palpable|impalpable|not palpated|non-?palpable|undetectable)|\b(?:absent|impalpable"
        r"|no) (?:peripheral|distal|pedal|radial|femoral) pulses?|\bpulseless\b",
        r"\b(?:left|right|other|upper|lower|contralateral|dorsalis|except|but)\b",
        timed=True,
    ),
    Fact(
        "mobility of it",
        words("mobile fixed immobile"),
        r"\b(?:mass|lump|nodule|swelling|tumou?r|lesion|node|lymph node) (?:was|is) (?:[\w-]+, "
        r"|[\w-]+ and |[\w-]+,? and )*(?:freely )?mobile|\bmobile (?:mass|lump|nodule|swelling|tumou?r"
        r"|lesion|lymph node)",
        r"\b(?:mass|lump|nodule|swelling|tumou?r|lesion|node|lymph node) (?:was|is) (?:[\w-]+, "
        r"|[\w-]+ and |[\w-]+,? and )*(?:immobile|fixed|not mobile)|\b(?:fixed|immobile) (?:mass|lump"
        r"|nodule|swelling|tumou?r|lesion|lymph node)",
        r"\b(?:but|formalin|skin over|left|right|other|another)\b",
        timed=True,
        retold=True,
    ),
    Fact(
        "pain of it",
        words("painless painful tender nontender"),
        rf"\b{_LUMP} (?:was|is) (?:[\w-]+, |[\w-]+ and |[\w-]+,? and )*(?<!non-)(?:painful|tender)\b"
        rf"|(?<!non-)(?<!non )(?<!not )\b(?:painful|tender),? (?:[\w-]+,? ){{0,3}}?{_LUMP}\b",
        rf"\b{_LUMP} (?:was|is) (?:[\w-]+, |[\w-]+ and |[\w-]+,? and )*(?:painless|non-?\s?tender|not "
        rf"(?:painful|tender))\b"
        rf"|\b(?:painless|non-?tender),? (?:[\w-]+,? ){{0,3}}?{_LUMP}\b",
        r"\b(?:but|became|become|later|initially|now|left|right|other|another|then|ago|previous\w*|increasing\w*)\b",
        timed=True,
        retold=True,
    ),
    Fact(
        "pain with the hematuria",
        words("painless painful hematuria haematuria"),
        r"\bpainful (?:[\w-]+ )?ha?ematuria",
        r"\bpainless (?:[\w-]+,? )?ha?ematuria|\bha?ematuria (?:\w+ )?without pain",
        retold=True,
    ),
    Fact(
        "pain with the jaundice",
        words("painless painful jaundice"),
        r"\bpainful (?:[\w-]+ )?jaundice",
        r"\bpainless (?:[\w-]+,? )?jaundice|\bjaundice (?:\w+ )?without pain",
        retold=True,
    ),
    Fact(
        "loss of sensation",
        words("sensation sensory hypoesthesia hypesthesia hypoaesthesia"),
        r"\b(?:loss|lack|absence|impairment) of (?:[a-z-]+ )?sensation|\bsensory (?:loss|deficits?"
        r"|disturbances?|impairment)"
        r"|\bsensation (?:[a-z ]{2,30} )?(?:was|were|is) (?:\w+ )?(?:absent|lost|reduced|decreased"
        r"|diminished|impaired)"
        r"|\b(?:decreased|diminished|reduced|impaired|absent) (?:[\w-]+ )?sensation|\bhypo?a?esthesia",
        r"\bsensation (?:[a-z ]{2,30} )?(?:was|were|is) (?:\w+ )?(?:intact|normal|preserved|unimpaired)"
        r"|\bsensory (?:examination|function|testing)s? (?:was|were) (?:\w+ )?(?:normal|intact)"
        r"|\bno sensory (?:loss|deficits?|disturbances?|impairment)|\b(?:intact|normal|preserved) sensation",
        rf"{_ELSEWHERE}",
        timed=True,
    ),
    Fact(
        "weakness of the muscles",
        words("strength power paresis weakness paralysis"),
        r"\b(?:muscle |motor )(?:strength|power) (?:was|were) (?:\w+ )?(?:reduced|decreased|diminished|[0-4]/5)"
        r"|\bmuscle weakness\b|\b(?:para|tetra|quadri|hemi)(?:paresis|plegia)\b",
        r"\b(?:muscle |motor )?(?:strength|power) (?:was|were) (?:\w+ )?(?:normal|full|intact|preserved|5/5)"
        r"|\bno (?:muscle |motor )?(?:weakness|paresis|deficits?)\b",
        rf"{_ELSEWHERE}",
        timed=True,
    ),
    Fact(
        "tendon reflexes",
        words("reflex reflexes areflexia hyperreflexia hyporeflexia"),
        r"(?<!ab)\bnormal (?:deep )?(?:tendon )?reflexes|\breflexes (?:\w+ )?(?:was|were) (?:all )?(?:normal"
        r"|intact|present"
        r"|preserved)",
        r"\b(?:absent|brisk|exaggerated|diminished|decreased|hyperactive|depressed|increased) (?:deep "
        r")?(?:tendon )?reflexes"
        r"|\breflexes (?:\w+ )?(?:was|were) (?:\w+ )?(?:absent|brisk|exaggerated|diminished|decreased"
        r"|hyperactive|depressed"
        r"|increased|lost)|\b(?:are|hyper|hypo)flexia",
        rf"{_ELSEWHERE}",
        timed=True,
    ),
    Fact(
        "Babinski's sign",
        words("babinski plantar plantars"),
        r"\bbabinski(?:['’]s)? (?:signs?|reflex|response)? ?(?:was|were) (?:\w+ )?(?:present|positive"
        r"|elicited|extensor)"
        r"|\bpositive (?:\w+ )?babinski|\b(?:extensor|upgoing) plantars?|\bplantar (?:reflex(?:es)?"
        r"|responses?) (?:was|were)"
        r" (?:\w+ )?(?:extensor|upgoing)",
        r"\bbabinski(?:['’]s)? (?:signs?|reflex|response)? ?(?:was|were) (?:\w+ )?(?:absent|negative|flexor)"
        r"|\b(?:negative|no|absent) (?:\w+ )?babinski|\b(?:flexor|downgoing) plantars?|\bplantar "
        r"(?:reflex(?:es)?|responses?)"
        r" (?:was|were) (?:\w+ )?(?:flexor|downgoing)",
        _ELSEWHERE.replace("left|right|", "").replace("lower|", "").replace("upper|", ""),
        timed=True,
        retold=True,
    ),
    Fact(
        "bowel sounds",
        words("bowel sounds"),
        r"\bbowel sounds (?:was|were) (?:\w+ )?(?:normal|present|active|normoactive|audible)|\b(?:normal"
        r"|active|normoactive)"
        r" bowel sounds",
        r"\bbowel sounds (?:was|were) (?:\w+ )?(?:absent|not (?:heard|audible|present))|\b(?:absent|no) bowel sounds",
        r"\b(?:returned|until|then|but|later)\b",
        timed=True,
    ),
    *(
        Fact(
            f"{name} symptoms",
            words(f"{name} {needs}"),
            rf"\b(?:complained of|presented with|presenting with|reported|admitted (?:with|for|because of)"
            rf"|noticed|due to|had)"
            rf" (?:(?!no\b|not\b|without\b|denied\b)[\w-]+,? ){{0,6}}?(?:{kinds})\b",
            rf"\b(?:no|without|denied(?: any)?) (?:other )?(?:[a-z]+ (?:and|or) )?{name} (?:symptoms|complaints)\b",
            r"\b(?:no other|further|lower|upper|other|later|then|now|still|develop\w*|after|before|since)\b",
            timed=True,
        )
        for name, kinds, needs in (
            (
                "respiratory",
                "cough|dyspn(?:o)?ea|shortness of breath|wheezing|ha?emoptysis",
                "cough dyspnea breath wheezing",
            ),
            (
                "gastrointestinal",
                "nausea|vomiting|diarrh(?:o)?ea|abdominal pain|melena",
                "nausea vomiting diarrhea abdominal",
            ),
            (
                "urinary",
                "dysuria|ha?ematuria|urinary frequency|urinary retention",
                "dysuria hematuria frequency",
            ),
            (
                "neurological",
                "hemiparesis|hemiplegia|aphasia|seizures?|numbness|paresis",
                "hemiparesis aphasia seizures numbness",
            ),
            ("constitutional", "fever|night sweats|weight loss", "fever sweats weight"),
            ("cardiac", "chest pain|palpitations|syncope", "chest palpitations syncope"),
        )
    ),
    Fact(
        "fever on examination",
        words("febrile afebrile"),
        r"(?<!sub)(?<!low-grade )\b(?:was|is|and|were) febrile\b",
        r"\bafebrile\b|\bnot febrile\b",
        r"\b(?:became|become|remained|neutropenia|convulsion|seizure|until|but|episodes?|days?|later|after|post\w*|hours?|then|discharge\w*|follow\w*)\b",
        retold=True,
    ),
    Fact(
        "width of the pupils",
        words("pupil pupils"),
        r"\bpupils? (?:was|were) (?:[\w-]+,? (?:and )?)*?(?:dilated|mydriatic)\b|\b(?:dilated|mydriatic) pupils?\b",
        r"\bpupils? (?:was|were) (?:[\w-]+,? (?:and )?)*?(?:constricted|miotic|pinpoint)\b|\b(?:constricted"
        r"|miotic|pinpoint)"
        r" pupils?\b",
        r"\b(?:left|right|other|fellow|contralateral|after|pharmacolog\w+)\b",
        timed=True,
    ),
)
