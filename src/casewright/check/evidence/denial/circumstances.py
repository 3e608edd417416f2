"""What a report tells of a patient's family, life and stay, with the words that state it and those that deny it."""

from __future__ import annotations

from casewright.check.evidence.denial.facts import NO, NOT_HIS, Fact
from casewright.document.mentions.wordset import words

_KIN = (
    r"\b(?:mother|father|brothers?|sisters?|siblings?|aunts?|uncles?|cousins?|grand(?:mother|father"
    r"|parents?)|parents?"
    r"|sons?|daughters?)\b"
)
_KIN_WORDS = words(
    "family mother father brother brothers sister sisters sibling siblings aunt aunts uncle uncles"
    " cousin cousins grandmother grandfather"
    " parents relatives son daughter"
)

_STILL = (
    r"(?:\b(?:discharged|left|survived)(?: home| alive)?,? (?:but )?with"
    r"|\bremain(?:ed|s) (?:disabled )?with|\bcontinue[sd] to (?:have|suffer from|complain of|experience)"
    r"|\bstill (?:had|has|complain(?:ed|s) of|suffer(?:ed|s) from)"
    r"|\b(?:at|on|during) (?:the |his |her )?(?:[\w-]+ ){0,3}?follow-?up,? (?:he|she|the patient) (?:had|has"
    r"|complained of))"
)
_DEFICIT = (
    r"(?:(?:hemi|para|tetra|quadri|mono)?(?:paresis|plegia)|weakness|pals(?:y|ies)|paralysis|numbness"
    r"|deficits?|disability"
    r"|aphasia|dysarthria|diplopia|ptosis|blindness|deafness|(?:hearing|visual|vision|sensory) loss|pain"
    r"|headaches?|ataxia"
    r"|incontinence|limp|sequelae|impairment|hoarseness|symptomatic)\b"
)

CIRCUMSTANCES = (
    Fact(
        "cancer in the family",
        _KIN_WORDS,
        rf"{_KIN}[^.;]{{0,60}}\b(?:cancer|carcinoma|malignanc\w+|leuk(?:a)?emia|lymphoma|melanoma"
        rf"|sarcoma)\b",
        r"\bno (?:known |significant |relevant )?family history of (?:any )?(?:malignan\w+|cancers?"
        r"|tumou?rs?|neoplas\w+)\b"
        rf"|{NO}family history of (?:malignan\w+|cancers?)\b",
        r"\b(?:except|apart|his own|adopted|if|risk|screen\w*|advised|counsel\w*)\b",
        kin=True,
    ),
    Fact(
        "family history",
        _KIN_WORDS,
        rf"\bfamily history was (?:significant|positive|notable|remarkable) for"
        rf"|{_KIN}[^.;]{{0,30}}\b(?:had|has) (?:died (?:of|from)|been diagnosed with"
        r"|a history of|suffered from|(?:the same|a similar|similar) (?:disease|symptoms|condition"
        r"|illness|complaints?|disorder))",
        r"\bfamily history was (?:unremarkable|negative|non-?contributory|not contributory|unrevealing"
        r"|insignificant)\b(?! (?:for|except))"
        r"|\bno (?:significant |relevant |known |remarkable |particular "
        r"|notable )family history\b(?! of)|\bno family history(?= was|[.,;])",
        r"\b(?:except|apart|adopted|but|foster)\b",
        kin=True,
    ),
    Fact(
        "the disease in the family",
        _KIN_WORDS,
        rf"{_KIN} (?:also )?(?:had|has|have|suffered from|suffers from|was affected (?:by|with)"
        rf"|with) (?:had )?(?:the same|a similar|similar) (?:disease|symptoms|condition"
        r"|illness|complaints?|disorder|lesions?|syndrome)|\b(?:his|her) (?:\w+ )?(?:brother|sister"
        r"|mother|father) (?:was|is) (?:also|similarly) affected",
        r"\bno (?:other |similar )+(?:cases?|symptoms?|illness|disease|complaints?|history) (?:was "
        r"|were )?(?:\w+ )?(?:in|among|within) (?:the |his |her )(?:family|relatives|siblings)"
        r"|\b(?:none|no one|nobody) (?:else )?(?:of|in|among) (?:the |his |her )(?:family|relatives"
        r"|siblings|family members)[^.;]{0,30}\b(?:similar|same|affected|disease)"
        r"|\bno family history of (?:the disease|the same|similar|this)|\bno family members? (?:was|were"
        r"|had)[^.;]{0,20}\b(?:affected|similar|same)",
        r"\b(?:except|apart|adopted|but)\b",
        kin=True,
    ),
    Fact(
        "kinship of the parents",
        words("consanguineous consanguinity nonconsanguineous unrelated parents cousins"),
        r"(?<!non-)(?<!non )(?<!not )(?<!un)\bconsanguineous (?:\w+ )?(?:parents|marriage|couple|family"
        r"|union)|\bparents (?:were|are|was) (?:first|second)[- ](?:degree )?(?:cousins|relatives|degree)"
        r"|\bparents (?:were|are) consanguineous|\bfirst[- ]cousin (?:parents|marriage)"
        r"|\bparents,? who (?:were|are) (?:first|second) cousins",
        r"\bnon-?\s?consanguineous\b|\bnot consanguineous|\bno (?:history of |parental )?consanguinity"
        r"|\bunrelated (?:healthy )?parents|\bconsanguinity was (?:denied|absent|excluded)"
        r"|\bparents (?:were|are) (?:healthy and )?(?:unrelated|not related)",
        kin=True,
    ),
    Fact(
        "earlier pregnancies",
        words("primigravida nulligravida pregnancy pregnancies gravida multigravida primigravid g"),
        r"\b(?:her|a|two|three|the) (?:previous|prior|last|earlier|second|third|first) pregnanc(?:y"
        r"|ies) (?:had |was |were |ended|resulted)|\bgravida (?:[2-9]|ii|iii|iv|two|three|four)"
        r"|\bg[2-9],? ?p\d"
        r"|\bmultigravida|\b(?:two|three|four) previous pregnancies|\bher (?:second|third|fourth"
        r"|fifth) pregnancy",
        r"\bprimigravid\w*|\bnulligravid\w*|\bfirst pregnancy(?! (?:had|was|ended|resulted|were))"
        r"|\bnever been pregnant|\bgravida (?:1|i|one|0)\b|\bg1,? ?p0",
        rf"{NOT_HIS}|\b(?:mother['’]s|sister|since|after|later|from her first)\b",
    ),
    Fact(
        "an injury",
        words("trauma injury fall fell fallen accident traumatic injuries"),
        r"\b(?:history of|after|following|due to|sustained|because of|since) (?:an? "
        r"|the )?(?:\w+ ){0,2}?(?:fall|road traffic accident|motor vehicle accident|car accident"
        r"|traffic accident|blunt trauma|head trauma|head injury)\b"
        r"|\b(?:had fallen|fell) (?:down|from|off|on|over)\b",
        rf"{NO}(?:trauma|injury|injuries|falls?|accident)\b",
        r"\b(?:ward|stay|rehabilitation|follow\S*|later|discharge\w*|post-?operative\w*|childhood"
        r"|year\w*|penetrating|birth|asleep|pressure|rate|in 20\d\d|mother|brother|risk|head strike"
        r"|kidney injury|lung injury|liver injury|nerve injury)\b",
    ),
    Fact(
        "travel",
        words("travel traveled travelled travelling trip abroad"),
        r"\b(?:had|who|he|she) (?:recently |just )?(?:travel+ed|returned) (?:to|from)\b"
        r"|\brecent(?:ly)? (?:travel|trip) to\b|\breturn(?:ed|ing) from a (?:trip|journey|holiday|visit)",
        rf"{NO}(?:travel|travel+ed|trips?)\b|\b(?:had|has) not (?:recently )?travel+ed|\bnever (?:been "
        rf"|travel+ed )?abroad",
        rf"{NOT_HIS}|\b(?:except|since|after|before|until|other|outside)\b",
    ),
    Fact(
        "use of drugs",
        words("drug drugs cocaine heroin illicit recreational"),
        r"\b(?:intravenous|illicit|recreational|injection) drug (?:user|abuser|abuse|use|addict\w*)"
        r"|\b(?:cocaine|heroin) (?:use|abuse|addiction|user)",
        rf"{NO}(?:illicit|recreational|intravenous drug|iv drug|illegal|substance|drug (?:use|abuse"
        rf"|addiction))\b",
        rf"{NOT_HIS}|\b(?:former|ex|quit|stopped|ago|until|past|partner|risk)\b",
    ),
    Fact(
        "sexual activity",
        words("sexual sexually virgin intercourse"),
        r"(?<!not )\b(?:was|is|became|been) sexually active|\bunprotected (?:sexual )?(?:intercourse"
        r"|sex)|\b(?:multiple|several|new) sexual partners",
        r"\bnot sexually active|\bvirgin\b|\bnever had (?:sexual )?intercourse"
        r"|\bdenied (?:any )?(?:sexual (?:activity|intercourse|contact)|being sexually)",
        r"\b(?:since|until|abuse|ago|currently)\b",
    ),
    Fact(
        "regular menses",
        words("menses menstrual menstruation periods postmenopausal amenorrhea amenorrhoea menopause"),
        r"(?<!ir)\bregular (?:menses|menstrua\w+|periods|menstrual (?:cycles?|periods?))|\b(?:menses"
        r"|periods|menstrual (?:cycles?|periods?)|menstruation) (?:was|were|had been"
        r"|are) (?:always )?regular",
        r"\birregular (?:menses|menstrua\w+|periods)|\b(?:menses|periods|cycles?|menstruation) (?:was"
        r"|were|had been|are) irregular|\bpostmenopausal (?:woman|patient|female)|\b(?:is|was"
        r"|been) postmenopausal|\bprimary amenorrh",
        r"\b(?:until|since|then|later|before|after|became|previous\w*|returned|resumed|follow\S*"
        r"|(?:months?|years?) (?:later|ago|after)|restor\w*|now)\b",
    ),
    Fact(
        "work",
        words("retired unemployed works work working pensioner"),
        r"\b(?:he|she|who|patient) (?:works|was working|is working|continued to work"
        r"|had continued to work|continues to work|still worked) (?:as|in|at|for|full)"
        r"|\breturned to (?:his |her )?(?:previous |full-time )?work\b"
        r"|\b(?:he|she|patient) (?:resumed|had resumed) (?:his|her) work|\b(?:continued"
        r"|continues) to work\b",
        r"\bretired\b|\bunemployed\b|\bpensioner\b",
        r"\b(?:before|former\w*|used to|wife|husband|father|mother|volunteer\w*|until|part-time)\b",
    ),
    Fact(
        "living alone",
        words("alone lives lived living"),
        r"\bliv(?:es|ed|ing) alone\b",
        r"\bliv(?:es|ed|ing) with (?:his|her) (?:\w+ )?(?:wife|husband|son|daughter|family|parents"
        r"|partner|mother|father|sister|brother|children)",
        r"\b(?:since|until|after|before|then|now|previous\w*|formerly)\b",
    ),
    Fact(
        "an autopsy",
        words("autopsy necropsy mortem"),
        r"\b(?:autopsy|post-?\s?mortem(?: examination)?) (?:showed|revealed|confirmed|disclosed"
        r"|demonstrated|was performed|was done|found)|\bat autopsy\b",
        r"\b(?:autopsy|post-?\s?mortem(?: examination)?) was (?:not (?:performed|done|obtained|permitted"
        r"|allowed)|declined|refused|denied)|\b(?:permission|consent) for (?:an? )?(?:autopsy"
        r"|post-?mortem)\b[^.;]{0,20}\b(?:not|refused|denied|declined)|\bno autopsy\b|\b(?:declined|refused"
        r"|without) (?:an? )?autopsy",
        r"\b(?:verbal|virtual|series|cases|of the (?:brain|head|spine))\b",
    ),
    Fact(
        "going home",
        words("discharged transferred home rehabilitation nursing hospice"),
        r"\bdischarged (?:directly )?(?:home|to (?:his|her) home)\b|\b(?:went|sent) home\b",
        r"\b(?:discharged|transferred|moved)(?: directly)? to (?:a |an |the "
        r"|our )?(?:\w+ )?(?:rehabilitation|nursing|skilled|hospice|long-term|care home)\b",
        r"\b(?:then|after|later|subsequently|thereafter|first|initially|plan\w*|readmi\w+|again|from there"
        r"|prior|before|emergency|antibiotics?|died)\b",
    ),
    Fact(
        "siblings",
        words("sibling siblings brother brothers sister sisters child"),
        r"\b(?:his|her) (?:younger |elder |older |twin |half-?)?(?:brothers?|sisters?|siblings?)\b",
        r"\b(?:an|the) only child\b|\b(?:no|without) siblings\b",
        r"\b(?:except|of his|of her|parents['’]|wife|husband|in-law)\b",
        kin=True,
    ),
    Fact(
        "hearing",
        words("hearing deaf hears heard"),
        r"\bhearing was (?:normal|intact|unimpaired|good)|\bnormal hearing\b|\b(?:heard|hears) well",
        r"\bdeaf\b|\bcongenital deafness|\bprofound hearing loss",
        r"\b(?:left|right|one ear|other|told|aid|implant|after|until|then|now)\b",
        timed=True,
    ),
    Fact(
        "sight",
        words("visual vision blind acuity"),
        r"\b(?:visual acuity|vision) was (?:normal|20/20|6/6|1\.0)(?: in both eyes)?"
        r"|\bnormal (?:visual acuity|vision) (?:in|of) both",
        r"\bblind in both eyes|\bcompletely blind\b|\bbilateral blindness"
        r"|\bno light perception in (?:both|either)",
        r"\b(?:left|right|after|until|then|now|recovered|regained)\b",
        timed=True,
    ),
    Fact(
        "an uneventful course",
        words("uneventful uncomplicated smooth complications postoperative postoperatively"),
        r"\bpost-?\s?operative (?:course|period|recovery|stay) was (?:completely "
        r"|entirely )?(?:uneventful|unremarkable|smooth|uncomplicated)|\b(?:no"
        r"|without any) post-?\s?operative complications?\b"
        r"|\buneventful post-?\s?operative (?:course|period|recovery)",
        r"\bpost-?\s?operatively,? (?:he|she|the patient) (?:developed|suffered)\b"
        r"|\bpost-?\s?operative (?:course|period|recovery) was (?:complicated|marked) by"
        r"|\bpost-?\s?operative(?:ly)?[^.;]{0,30}\b(?:developed|complicated by) (?:an? )?(?:wound|bile"
        r"|anastomotic|chyle|pneumonia|ileus|fistula|abscess|haematoma|hematoma)",
        r"\b(?:otherwise|except|apart|later|months?|years?|second|first|re-?operation|re-?exploration"
        r"|initial\w*|immediate|early|subsequent\w*|second|major|next|this time|rest|further)\b",
    ),
    Fact(
        "an uneventful pregnancy",
        words("pregnancy antenatal prenatal gestation"),
        r"\b(?:pregnancy|antenatal (?:period|course|care)|prenatal (?:period|course)) (?:was"
        r"|had been) (?:entirely |completely )?(?:uneventful|uncomplicated|unremarkable|normal)"
        r"|\b(?:uneventful|uncomplicated) pregnancy",
        r"\bpregnancy (?:was|had been) complicated by|\b(?:pregnancy|gestation) (?:with"
        r"|was marked by) (?:gestational diabetes|pre-?eclampsia|polyhydramnios)|\bcomplicated pregnancy",
        r"\b(?:previous|first|second|third|until|otherwise|except|apart|last|sister|before|other)\b",
    ),
    Fact(
        "a full recovery",
        words(
            "recovery recovered asymptomatic sequelae resolution symptom discharged left survived remained "
            "remains continued"
            " continues still follow"
        ),
        r"\b(?:made|had|achieved|with|showed|in) (?:an? )?(?:full|complete|total) (?:[a-z]+ )?recovery"
        r"|\brecovered (?:completely|fully|without (?:any )?(?:\w+ )?(?:sequelae|deficits?))"
        r"|\bwithout (?:any )?(?:\w+ )?(?:sequelae|residual (?:symptoms|deficits?))"
        r"|\b(?:was|is|remained|remains|been) (?:completely |entirely |now )?(?:asymptomatic|symptom-free"
        r"|pain-free)\b",
        rf"{_STILL} (?:an? |the |his |her )?(?:[\w-]+ ){{0,2}}?{_DEFICIT}",
        r"\b(?:presented|presentation|admitted|admission|referred|before|until|history|ago|prior|initial\w*"
        r"|previous\w*"
        r"|first|brother|sister|mother|father|no|not|without|gradual\w*|slow\w*|almost|nearly|near|except|otherwise"
        r"|apart|than|hematological|radiolog\w*|immediate\w*|then|after that|which (?:resolved|improved"
        r"|disappeared))\b",
        retold=True,
    ),
)
