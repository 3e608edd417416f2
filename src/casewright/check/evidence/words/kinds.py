"""Kinds of a disease of which one excludes the others, by the usual classifications."""

from __future__ import annotations

from casewright.check.evidence.words.family import Family
from casewright.check.evidence.words.personal import PERSONAL

_IMMUNOGLOBULINS = ("igg", "iga", "igm", "igd", "ige")
KINDS: tuple[Family, ...] = (
    Family(
        "cause of death",
        r"(?:died (?:of|from|due to|because of|as a result of|secondary to) (?:an? )?(?:acute |massive "
        r"|severe |fatal )?"
        r"|cause of (?:her |his |the )?death (?:was|to be|as) (?:an? )?(?:acute |massive |severe )?)"
        r"(pulmonary embolism|myocardial infarction|septic shock|sepsis|septic[a]?emia"
        r"|intracranial ha?emorrhage"
        r"|cerebral ha?emorrhage|subarachnoid ha?emorrhage|ha?emorrhagic shock|exsanguination"
        r"|aortic rupture|aortic dissection"
        r"|liver failure|hepatic failure|asphyxia|meningitis|cardiac tamponade|suicide|drowning"
        r"|anaphylaxis|ketoacidosis)",
        ("died", "death"),
        once=True,
    ),
    Family("genotype", r"genotype (\d[a-c]?)(?!\w)", ("genotype",), once=True),
    Family("Stanford type", r"Stanford type ([AB])\b", ("stanford",), once=True),
    Family(
        "type of the influenza",
        r"influenza (?:virus )?([AB])\b(?!/| (?:virus )?(?:and|or) (?:influenza )?(?-i:[AB])\b)",
        ("influenza",),
    ),
    Family(
        "type of the hepatitis",
        r"(?:viral )?hepatitis ([A-E])\b(?! (?:surface|vaccin)| (?:and|or) (?:hepatitis )?(?-i:[A-E])\b)(?=[ ,.;:)])",
        ("hepatitis",),
    ),
    Family(
        "type of the papillomavirus",
        r"(?:HPV|papilloma ?virus)(?: \(HPV\))?[ -](?:type |genotype |DNA )?(6|11|16|18|31|33|35|39|45|52|58)\b"
        r"(?!(?:,|/| and| or) ?\d)",
        ("hpv", "papilloma"),
    ),
    Family(
        "carbapenemase",
        r"(KPC|NDM|VIM|IMP|OXA)(?:-\d+)?[- ](?:producing|type|carbapenemase|positive)",
        ("kpc", "ndm", "vim", "imp", "oxa"),
    ),
    Family(
        "type of the diabetes",
        r"type (1|2|I|II) diabetes|diabetes(?: mellitus)?,? type (1|2|I|II)\b",
        ("diabetes",),
        once=True,
    ),
    Family(
        "kind of pregnancy",
        r"(singleton|twin|triplet) (?:pregnancy|gestation)",
        ("pregnancy", "gestation"),
        once=True,
    ),
    Family(
        "site of the pregnancy",
        r"(tubal|ovarian|cervical|cornual|interstitial|abdominal|heterotopic) (?:ectopic )?pregnancy",
        ("pregnancy",),
    ),
    Family(
        "differentiation",
        r"(?<!to )(well|moderately|poorly)[- ]differentiated(?! (?:and|to|or)\b)",
        ("differentiated",),
        once=True,
    ),
    Family(
        "kind of the thyroid cancer",
        r"(papillary|follicular|medullary|anaplastic) (?:thyroid )?(?:carcinoma|cancer) of (?:the )?thyroid"
        r"|(papillary|follicular|medullary|anaplastic) thyroid (?:carcinoma|cancer)",
        ("thyroid",),
        once=True,
    ),
    Family(
        "kind of the carcinoma",
        r"(squamous[- ]cell|small[- ]cell|large[- ]cell|basal[- ]cell|transitional[- ]cell|urothelial|hepatocellular"
        r"|neuroendocrine|adenoid cystic|mucoepidermoid|sarcomatoid|clear[- ]cell) (?:lung )?(?:carcinoma|cancer)"
        r"|(adeno)carcinoma|(neuroendocrine) tumou?r",
        ("carcinoma", "cancer", "neuroendocrine"),
    ),
    Family(
        "kind of the arthritis",
        r"(osteo|rheumatoid |psoriatic |gouty |septic |juvenile idiopathic )arthritis",
        ("arthritis",),
    ),
    Family(
        "origin of the osteoarthritis",
        r"(primary|secondary|post-?traumatic|idiopathic) osteoarthritis",
        ("osteoarthritis",),
        once=True,
    ),
    Family("kind of the breast cancer", r"(ductal|lobular) carcinoma", ("carcinoma",), once=True),
    Family(
        "cell of the neuroendocrine carcinoma",
        r"(small|large)[- ]cell neuroendocrine (?:carcinoma|cancer|tumou?r)",
        ("neuroendocrine",),
    ),
    Family("bowel disease", r"(Crohn)(?:['’]?s)? disease|(ulcerative colitis)", ("crohn", "ulcerative")),
    Family(  # each by the two organs in its name; one that is `enteric` may be any of them
        "kind of the fistula",
        r"(?!entero|bilio)([a-z]+o(?:colonic|colic|duodenal|gastric|vaginal|vesical|rectal|pleural|bronchial"
        r"|(?:o)?esophageal|jejunal|ileal|cutaneous|uterine)) fistulas?",
        ("fistula",),
    ),
    Family(
        "layer of the wall",
        r"(?:invad\w+|infiltrat\w+|invasion (?:of|into)|penetrat\w+|confined to|limited to|originat\w+ (?:from|in)"
        r"|ar(?:ose|ising) from) (?:into |through |to )?(?:the )?(?:gastric |colonic |bladder )?"
        r"(muscularis propria|muscularis mucosae|submucosa|subserosa|serosa)\b",
        ("submucosa", "muscularis", "serosa"),
    ),
    Family("cell of the lymphoma", r"(B|T|NK/T)[- ]cell lymphoma", ("lymphoma",), once=True),
    Family(
        "kind of the leukemia",
        r"(acute|chronic) (?P<of>(?:myel\w+|lympho\w+|promyelocytic|monocytic))(?: leuk)",
        ("leuk",),
        once=True,
    ),
    Family(
        "cell of the lung cancer",
        r"(small|non-small|large)[- ]cell (?:lung )?(?:cancer|carcinoma)",
        ("cell",),
        once=True,
    ),
    Family(
        "ST segment of the infarction",
        r"((?<!non)(?<!non[- ])(?<!without )ST"
        r"|non[- ]?ST)[- ](?:segment )?elevation (?:acute )?(?:myocardial|MI)",
        ("elevation",),
        once=True,
    ),
    Family(
        "severity of the hemophilia",
        r"(mild|moderate|severe) (?P<of>ha?emophilia(?: [AB])?)",
        ("emophilia",),
        once=True,
    ),
    Family("type of the hemophilia", r"ha?emophilia ([AB])\b", ("emophilia",), once=True),
    Family(
        "function of the tumor",
        r"(non-?functional|non-?functioning|(?<!non-)functional|(?<!non-)functioning)"
        r" (?:[a-z]+ ){0,2}?(?:tumou?r|adenoma|neoplasm|p?NET)\b",
        ("function",),
    ),
    Family(
        "blood group",
        r"blood (?:group|type) (?:was |is |of )?(?:type )?(AB|A|B|O)\b(?! (?:and|to)\b)"
        r"|(?:his|her|patient['’]s) (?:blood )?group (?:was|is) (AB|A|B|O)\b",
        ("group", "blood type"),
        once=True,
    ),
    Family(
        "kind of the fracture", r"(open|closed) (?P<of>(?:[a-z]+ ){0,2}?fracture)", ("fracture",), once=True
    ),
    Family(
        "kind of the hernia",
        r"(inguinal|femoral|umbilical|obturator|incisional|paraumbilical|spigelian|hiatal|lumbar) hernia",
        ("hernia",),
    ),
    Family("onset", r"(sudden|gradual|insidious|acute)[- ]onset (?P<of>[a-z]+)", ("onset",)),
    Family("instar", r"(first|second|third)[- ](?:stage )?(?P<of>instar)", ("instar",), once=True),
    Family("trimester", r"(first|second|third)[- ](?P<of>trimester)", ("trimester",)),
    Family("degree of the burn", r"(first|second|third)[- ]degree (?P<of>burn)", ("burn",)),
    Family(
        "degree of the block",
        r"(first|second|third)[- ]degree (?P<of>(?:atrioventricular |AV )block)",
        ("block",),
    ),
    Family("chain of the myeloma", r"(kappa|lambda) light[- ]chain", ("chain",), once=True),
    Family(
        "chain of the paraprotein",
        r"Ig[GAMDE][- ]?(kappa|lambda|κ|λ)(?![a-z])|(kappa|lambda|κ|λ)[- ]type (?:M[- ]protein|paraprotein|myeloma)",
        (*_IMMUNOGLOBULINS, "type"),
        once=True,
    ),
    Family(
        "class of the paraprotein",
        r"(Ig[GAMDE])[- ]?(?:kappa|lambda|κ|λ)(?![a-z])",
        _IMMUNOGLOBULINS,
        once=True,
    ),
    Family(
        "pattern of the antibody",
        r"(?:positive (?:(?:titers?|titres?|results?) )?(?:of |for )?(?:an? )?|high[- ]titer |elevated "
        r")([cp]-?ANCA)\b"
        r"|([cp]-?ANCA)(?: (?:titers?|antibod(?:y|ies)))?"
        r"[- ](?:(?:was |were )?(?:strongly )?positive|associated|vasculitis)",
        ("anca",),
        once=True,
    ),
    Family(
        "target of the antibody",
        r"(PR3|MPO)[- ]ANCA(?: (?:titers?|antibod(?:y|ies)))?[- ](?:(?:was |were )?(?:strongly )?positive|associated)"
        r"|positive (?:for )?(PR3|MPO)[- ]ANCA",
        ("anca",),
        once=True,
    ),
    Family(
        "type of the virus",
        r"(?P<of>HSV|HIV|HTLV)[- ]?([12])\b",
        ("hsv", "hiv", "htlv"),
        once=True,
    ),
    Family("type of the virus", r"(?P<of>HHV)[- ]?([678])\b", ("hhv",), once=True),
    Family("angle of the eye", r"(open|closed|narrow)[- ]angles?\b", ("angle",), once=True),
    Family("stroke", r"(ischa?emic|ha?emorrhagic) stroke", ("stroke",), once=True),
    Family("heredity", r"autosomal (dominant|recessive)", ("autosomal",), once=True),
    Family("zygosity", r"\b(homozygous|heterozygous)\b", ("zygous",), once=True),
    Family(
        "term of the birth",
        r"born (preterm|prematurely|at term|at full term|post-?term)\b|\b(?:a |this )?(preterm|premature"
        r"|full-term|term)"
        r" (?:male |female )?(?:infant|neonate|newborn|baby|boy|girl|delivery|birth)\b"
        r"|(?:delivered|delivery) (preterm|prematurely|at term)\b",
        ("term", "premature"),
        once=True,
    ),
    Family("T category", r"[cpy]{0,2}T([0-4])[a-d]?(?= ?[cp]?N[0-3X])", ("n0", "n1", "n2", "n3")),
    Family("N category", r"[cpy]{0,2}T[0-4][a-d]? ?[cp]?N([0-3])", ("n0", "n1", "n2", "n3")),
    Family(
        "Gram reaction",
        r"gram[- ](positive|negative) (?P<of>bacilli|bacillus|cocci|coccus|rods?)",
        ("gram",),
        once=True,
    ),
    Family("parity", r"\b(nulliparous|primiparous|multiparous)\b", ("parous",), once=True),
    Family("gravidity", r"\b(nulligravida|primigravida|multigravida)\b", ("gravida",), once=True),
    Family(
        "nature of it",
        r"(benign|malignant) (?P<of>[a-z]+oma|tumou?r|neoplasm)\b",
        ("benign", "malignant"),
        once=True,
    ),
    Family(
        "nature of it (tumor)",
        r"(?:tumou?r|neoplasm) (?:was|is|proved to be|turned out to be) (?:histologically )?(benign|malignant)\b",
        ("benign", "malignant"),
        once=True,
    ),
    Family(
        "cause of it",
        r"(primary|secondary|tertiary) (?P<of>hyperparathyroidism|hypertension|amenorrh?oea|amenorrhea"
        r"|infertility"
        r"|hyperaldosteronism|adrenal insufficiency|hypothyroidism|spontaneous pneumothorax"
        r"|immunodeficiency)\b",
        ("primary", "secondary", "tertiary"),
        once=True,
    ),
    Family("arrhythmia of the atria", r"atrial (fibrillation|flutter)", ("atrial",)),
    Family(
        "shock",
        r"(septic|cardiogenic|hypovol(?:a)?emic|anaphylactic|h(?:a)?emorrhagic|obstructive"
        r"|neurogenic) shock",
        ("shock",),
    ),
    Family("type of the respiratory failure", r"type (1|2|I|II) respiratory failure", ("respiratory",)),
    Family(
        "cause of the meningitis",
        r"(bacterial|viral|tuberculous|cryptococcal|fungal|aseptic|pneumococcal|meningococcal"
        r"|listeria) meningitis",
        ("meningitis",),
    ),
    Family(
        "cause of the pneumonia",
        r"(bacterial|viral|fungal|aspiration|lipoid|eosinophilic|organi[sz]ing) pneumonia",
        ("pneumonia",),
    ),
    Family(
        "kind of the anemia",
        r"(iron[- ]deficiency|ha?emolytic|aplastic|megaloblastic|pernicious|microcytic|macrocytic"
        r"|normocytic"
        r"|sideroblastic) an(?:a)?emia",
        ("anemia", "anaemia"),
    ),
    Family(
        "way of giving",
        r"(?P<of>[a-z]{3,}(?:one|ine|ole|ide|ate|ab|am|fen|il|vir|mycin)) (suppositor(?:y|ies)|tablets|capsules)",
        ("suppositor", "tablets", "capsules"),
    ),
    Family(
        "way of giving",
        r"\b(oral|intravenous|intrathecal|intramuscular|subcutaneous|topical|inhaled|rectal|transdermal"
        r"|sublingual"
        r"|intranasal|epidural|intravitreal|nebuli[sz]ed) (?P<of>[a-z]{3,}(?:one|ine|ole|ide|ate|ab|am"
        r"|fen|il|vir|mycin"
        r"|cillin|limus|olol|prim|lam|pam|platin|oxacin|ol))\b",
        (
            "oral",
            "intrav",
            "intrath",
            "intram",
            "intran",
            "subcut",
            "topical",
            "inhaled",
            "rectal",
            "transderm",
            "sublingu",
            "epidural",
            "nebuli",
        ),
    ),
    Family(
        "smoking",
        r"\b(non-?smoker|ex-?smoker|former smoker|current smoker"
        r"|heavy smoker)\b",
        ("smoker",),
    ),
    Family(
        "cause of the inflammation",
        r"(bacterial|viral|fungal|tuberculous|parasitic|radiation|autoimmune|alcoholic|isch(?:a)?emic"
        r"|biliary|gallstone"
        r"|drug-induced|h(?:a)?emorrhagic|eosinophilic|lymphocytic|ulcerative|pseudomembranous"
        r"|am(?:o)?ebic|collagenous)"
        r" (?P<of>cystitis|hepatitis|pancreatitis|pericarditis|myocarditis|colitis|keratitis"
        r"|encephalitis|arthritis"
        r"|peritonitis|prostatitis|sinusitis|osteomyelitis|thyroiditis|endophthalmitis|conjunctivitis)",
        ("itis",),
    ),
    Family(
        "class of the lupus nephritis",
        r"class (I{1,3}|IV|VI?|[1-6]) (?P<of>lupus nephritis)|lupus nephritis,? class (I{1,3}|IV|VI?"
        r"|[1-6])\b",
        ("lupus",),
        once=True,
    ),
    Family(
        "organ transplanted",
        r"(liver|kidney|renal|heart|cardiac|lung|pancreas|intestinal|corneal) transplant(?:ation)?"
        r"(?= recipient| patient)",
        ("transplant",),
    ),
    Family(
        "kind of the glomerulonephritis",
        r"(membranous|membranoproliferative|mesangial proliferative|mesangioproliferative|postinfectious)"
        r" (?:glomerulonephritis|nephropathy)",
        ("glomerulonephritis", "nephropathy"),
    ),
    Family(
        "tumor",
        r"(?P<of>gastric|pancreatic|colonic|rectal|renal|ovarian|prostatic|duodenal|o?esophageal"
        r"|endometrial|adrenal)"
        r" (adenocarcinoma|lymphoma|sarcoma|leiomyoma|lipoma|schwannoma|melanoma|neuroendocrine tumou?r)",
        (
            "carcinoma",
            "lymphoma",
            "sarcoma",
            "leiomyoma",
            "lipoma",
            "schwannoma",
            "melanoma",
            "endocrine tum",
        ),
        once=True,
    ),
    Family("material of the mesh", r"(synthetic|biologic(?:al)?) mesh\b", ("mesh",)),
    Family(
        "valve of the endocarditis",
        r"(native|prosthetic)[- ]valve endocarditis",
        ("endocarditis",),
        once=True,
    ),
    *PERSONAL,
)
