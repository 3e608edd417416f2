"""Kinds of what an examination, an operation or a specimen shows, of which one excludes the others.

The kinds are those of the usual classifications: of tumors the WHO Classification of Tumours (5th edition), of teeth
ISO 3950, of arteries and the heart the Terminologia Anatomica (FIPAT 2019). Of most, a patient may have more than one:
they are `loose`, and are held against each other only where a summary has the one and nothing of the other, and the
case the other and nothing of the one.
"""

from __future__ import annotations

from casewright.check.evidence.words.family import Family

_TRACING = (
    r"(?:electrocardiogra\w+|ecgs?|ekgs?|holter(?: monitoring)?|telemetry)"
    r" (?:on \w+ |at \w+ )?(?:was |were )?(?:showed|revealed|demonstrated|showing|revealing|consistent with|in) "
    r"(?:an? )?(?:[a-z-]+,? ){0,3}?"
)
_STAGED = "|".join(  # what stands before a stage that names no disease; sought behind the word, which is rare
    rf"(?<={before} stage)"
    for before in (
        "Arbor", "FIGO", "AJCC", "TNM", "UICC", "INSS", "clinical", "pathologic", "pathological", "final", "cancer was",
        "carcinoma was", "lymphoma was", "melanoma was", "tumor was", "classified as", "staged as",
    )
)  # fmt: skip

SHOWN: tuple[Family, ...] = (
    Family(
        "rhythm of the heart",
        _TRACING + r"(sinus rhythm|sinus tachycardia|sinus bradycardia|atrial fibrillation|atrial flutter"
        r"|ventricular tachycardia|ventricular fibrillation|supraventricular tachycardia|complete heart block"
        r"|junctional rhythm|asystole)",
        ("electrocardiogra", "ecg", "ekg", "holter", "telemetry"),
        loose=True,
    ),
    Family(
        "number of diseased coronary vessels",
        r"(single|one|1|two|double|2|three|triple|3|multi)[ -]?vessel (?:coronary )?(?:artery )?"
        r"(?:disease|involvement|CAD)"
        r"|(normal|unobstructed|patent) (?:epicardial )?(?:coronary arteries|coronaries)"
        r"|coronary arteries (?:were|was) (?:all )?(normal|unobstructed|patent)",
        ("vessel", "coronar"),
        once=True,
    ),
    Family("bundle branch", r"(right|left)[ -]bundle[ -]branch", ("bundle",), loose=True),
    Family(
        "valve that leaks",
        r"(mitral|aortic|tricuspid|pulmonary|pulmonic)(?: valve)? (?:regurgitation|insufficiency|incompetence)",
        ("regurgitation", "insufficiency", "incompetence"),
        loose=True,
    ),
    Family(
        "kind of the cardiomyopathy",
        r"(hypertrophic|dilated|restrictive|isch(?:a)?emic|takotsubo|peripartum|stress|arrhythmogenic)"
        r" (?:obstructive )?cardiomyopathy",
        ("cardiomyopathy",),
        loose=True,
    ),
    Family(
        "kind of the ventilatory defect",
        r"(restrictive|obstructive) (?:ventilatory |pulmonary |lung )?(?:defect|pattern|impairment)",
        ("restrictive", "obstructive"),
        loose=True,
    ),
    Family("kind of the effusion", r"\b(exud|transud)at(?:e|es|ive)\b", ("exudat", "transudat"), once=True),
    Family(
        "kind of the granulomas",
        r"(?<!non-)(?<!non )(caseating|caseous|necroti[sz]ing|non-? ?caseating|non-? ?necroti[sz]ing)"
        r" (?:[a-z-]+ ){0,2}?granuloma",
        ("granuloma",),
        once=True,
    ),
    Family(
        "kind of the cyst",
        r"\b(dermoid|epidermoid|epidermal inclusion|bronchogenic|branchial cleft|thyroglossal duct|radicular"
        r"|dentigerous|hydatid|arachnoid|colloid|choledochal|mesenteric|pericardial|nasopalatine duct|aneurysmal bone"
        r"|popliteal|ganglion|pilonidal|sebaceous|chocolate|enteric duplication) cysts?\b",
        ("cyst",),
    ),
    Family(
        "kind of the adenoma",
        r"\b(tubular|villous|tubulovillous|serrated|follicular|pleomorphic|hepatocellular|parathyroid|pituitary"
        r"|adrenocortical|sebaceous|basal cell) adenoma",
        ("adenoma",),
        loose=True,
    ),
    Family(
        "kind of the kidney cancer",
        r"(clear[- ]cell|papillary|chromophobe|collecting duct|sarcomatoid) renal cell carcinoma",
        ("renal",),
        loose=True,
    ),
    Family(
        "epithelium of the tumor",
        r"(serous|mucinous|endometrioid) (?P<of>cystadeno(?:ma|carcinoma)|adenocarcinoma|carcinoma)",
        ("serous", "mucinous", "endometrioid"),
        loose=True,
    ),
    Family("kind of the teratoma", r"(?<!im)(mature|immature) (?:cystic )?teratoma", ("teratoma",), once=True),
    Family(
        "kind of the melanoma",
        r"(nodular|superficial spreading|acral lentiginous|lentigo maligna|desmoplastic|mucosal|uveal|choroidal)"
        r" (?:malignant )?melanoma",
        ("melanoma",),
        loose=True,
    ),
    Family(
        "kind of the sarcoma",
        r"\b(leiomyo|lipo|rhabdomyo|angio|osteo|chondro|fibro|myxofibro|carcino)sarcoma\b"
        r"|\b(Ewing|synovial|Kaposi)(?:'s|’s)? sarcoma",
        ("sarcoma",),
        loose=True,
    ),
    Family(
        "kind of the lymphoma",
        r"(diffuse large B[- ]cell|follicular|mantle cell|Burkitt|marginal zone"
        r"|anaplastic large cell|lymphoblastic|lymphoplasmacytic|plasmablastic)(?:'s|’s)? lymphoma",
        ("lymphoma",),
        loose=True,
    ),
    Family(
        "class of the lymphoma",
        r"(?<!non-)(?<!non )(Hodgkin|non[- ]?Hodgkin)(?:'s|’s)? (?:lymphoma|disease)",
        ("hodgkin",),
    ),
    Family(
        "kind of the brain tumor",
        r"\b(astrocytoma|oligodendroglioma|ependymoma|glioblastoma|medulloblastoma|meningioma|craniopharyngioma"
        r"|hemangioblastoma)\b",
        ("oma",),
        loose=True,
    ),
    Family(
        "grade of it",
        r"(low|intermediate|high)[- ]grade (?:[a-z]+ )?(?P<of>[a-z]+oma|dysplasia|neoplasm|tumou?r|fever|stenosis"
        r"|intraepithelial lesion)s?\b",
        ("grade",),
        loose=True,
    ),
    Family(
        "stage of the disease",
        rf"stage(?:{_STAGED})(?: of (?:the|this|our) (?:patient|tumou?r|disease|cancer))?(?: was| is| of)?"
        r" (I{1,3}|IV|[1-4])[A-E]?[1-3]?\b"
        r"|stage (I{1,3}|IV|[1-4])[A-E]?[1-3]?,? (?:(?!chronic|kidney|renal|pressure|hypertension)[a-z'’-]+,? ){0,3}?"
        r"(?:cancer|carcinoma|adenocarcinoma|lymphoma|melanoma|sarcoma|neuroblastoma|Hodgkin|disease)",
        ("stage",),
    ),
    Family(
        "course of it",
        r"(acute|chronic) (?P<of>appendicitis|otitis media|sinusitis|osteomyelitis|subdural h(?:a)?ematoma"
        r"|urticaria|tonsillitis|prostatitis|pericarditis|aortic dissection|pulmonary embolism"
        r"|mesenteric isch(?:a)?emia)",
        ("acute", "chronic"),
        loose=True,
    ),
    Family(
        "kind of the hearing loss",
        r"(conductive|sensorineural|mixed) hearing (?:loss|impairment)",
        ("hearing",),
        loose=True,
    ),
    Family(
        "kind of the paresis",
        r"\b(hemi|para|tetra|quadri|mono)(?:paresis|plegia)\b",
        ("paresis", "plegia"),
        loose=True,
    ),
    Family("tone of the paresis", r"(flaccid|spastic) (?:[a-z]+)?(?:paresis|plegia|paralysis)", ("flaccid", "spastic")),
    Family(
        "kind of the hydrocephalus",
        r"(?<!non)(?<!non-)(communicating|obstructive|non-?communicating) hydrocephalus",
        ("hydrocephalus",),
    ),
    Family(
        "kind of the retinal detachment",
        r"(rhegmatogenous|exudative|serous|tractional) (?:retinal )?detachment",
        ("detachment",),
        loose=True,
    ),
    Family("retinal vessel", r"(central|branch) retinal (?P<of>artery|vein) occlusion", ("retinal",), loose=True),
    Family(
        "kind of the uveitis", r"\b(anterior |intermediate |posterior |pan)uveitis", ("uveitis",), loose=True
    ),
    Family(
        "kind of the cataract",
        r"(nuclear|cortical|posterior subcapsular|anterior subcapsular|congenital|traumatic) cataract",
        ("cataract",),
        loose=True,
    ),
    Family("kind of the strabismus", r"\b(exo|eso|hyper|hypo)tropi[ac]", ("tropi",), loose=True),
    Family(
        "site of the ulcer",
        r"\b(gastr|duoden|jejun|o?esophag|rect|colon|corne)(?:ic|al|eal) ulcer"
        r"|\bulcers? (?:in|of) (?:the )?(?:\w+ )?(stomach|duoden|jejun|o?esophag|rect|colon|corne)",
        ("ulcer",),
        loose=True,
    ),
    Family(
        "site of the abscess",
        r"\b(liver|hepatic|splenic|renal|perinephric|psoas|brain|cerebral|lung|tubo-?ovarian|pelvic|breast|prostatic"
        r"|epidural|retropharyngeal|peritonsillar|parapharyngeal|subphrenic|pancreatic|perianal|appendiceal) abscess",
        ("abscess",),
        loose=True,
    ),
    Family(
        "part of the femur that is broken",
        r"\b(intertrochanteric|subtrochanteric|pertrochanteric|femoral neck|femoral shaft|supracondylar|femoral head)"
        r" (?:[a-z]+ )?fracture",
        ("fracture",),
        loose=True,
    ),
    Family(
        "tooth",
        r"\b(?:tooth|teeth) (?:#|no\.? ?|number )?([1-8][1-8])\b(?! (?:patients|cases|of|years))",
        ("tooth", "teeth"),
        loose=True,
    ),
    Family("tooth", r"(first|second|third) (?P<of>molar|premolar)", ("molar",), loose=True),
    Family("tooth", r"(central|lateral) (?P<of>incisor)", ("incisor",), loose=True),
    Family(
        "jaw",
        r"\b(maxillary|mandibular|upper|lower) (?:right |left )?(?:first |second |third |central |lateral )?"
        r"(?P<of>molar|premolar|canine|incisor|jaw)\b",
        ("molar", "canine", "incisor", "jaw"),
        loose=True,
    ),
    Family(
        "kind of the intussusception",
        r"\b(ileocolic|ileoileal|ileocecal|ileocaecal|jejunojejunal|jejunoileal|colocolic|gastrojejunal)"
        r" intussusception"
        r"|intussusception (?:was|is) (?:of the )?(ileocolic|ileoileal|ileocecal|jejunojejunal|jejunoileal|colocolic)",
        ("intussusception",),
        loose=True,
    ),
    Family(
        "signal of it",
        r"\b(hypo|iso|hyper)-?intense (?:signal )?(?:intensity )?(?:lesion |mass |area )?(?:on|in|with) (?:the )?"
        r"(?P<of>T1|T2|FLAIR|DWI)\b",
        ("intense",),
    ),
    Family(
        "signal of it",
        r"(?P<of>T1|T2|FLAIR|DWI)[- ](?:weighted )?(?:\w+ )?(?:images?|sequences?|imaging|scans?|MRI)"
        r"(?: (?!contrast|post)[a-z-]+){0,3}? (?:show\w*|reveal\w*|demonstrat\w*|with|of) "
        r"(?:(?:an?|the|multiple|several) )?(?:[a-z]+ )?(hypo|iso|hyper)-?intense\b",
        ("intense",),
    ),
    Family(
        "angulation of it",
        r"(?P<of>cubitus|genu|hallux|coxa|pes|talipes equino|equino|hindfoot|metatarsus|humerus) ?(varus|valgus)\b"
        r"(?! (?:stress|test|or|and|instab))",
        ("varus", "valgus"),
    ),
    Family(
        "category of the image",
        r"(?P<of>(?:CO|BI|PI|TI|LI|NI|VI|Lung)[- ]?RADS)(?:[- ](?:category|score|grade|level|type|class))?"
        r"(?: (?:of|was|is))?[- ]?([0-6])[abc]?(?!\d|\.\d|\s?[-–/]\s?\d)(?!,? (?:or|and|to) [0-6])",
        ("rads",),
        once=True,
    ),
    Family(
        "texture of it",
        r"\b(homogen(?:e)?ous|heterogen(?:e)?ous)(?:ly)? (?:[a-z-]+ ){0,2}?(?:mass|lesion|tumou?r|nodule)\b",
        ("homogen", "heterogen"),
        loose=True,
    ),
    Family(
        "border of it",
        r"\b(?:(well)|(ill|poorly))[- ](?:defined|circumscribed|demarcated|delineated) (?:[a-z-]+ ){0,2}?"
        r"(?:mass|lesion|tumou?r|nodule)\b|(?:mass|lesion|tumou?r|nodule) was (?:(well)|(ill|poorly))[- ]"
        r"(?:defined|circumscribed|demarcated|delineated)\b",
        ("defined", "circumscribed", "demarcated", "delineated"),
        once=True,
    ),
    Family(
        "kind of the fracture line",
        r"\b(comminuted|simple|greenstick|hairline|segmental) (?:[a-z]+ ){0,2}?fracture",
        ("fracture",),
        loose=True,
    ),
    Family(
        "number of them",
        r"\b(solitary|single|multiple) (?P<of>(?:[a-z-]+ )?(?:metastas|nodul|cyst|polyp|aneurysm|gallston|ston|ulcer"
        r"|abscess|lymph nod|mass|lesion|tumou?r))(?:is|es|e|s)?\b",
        ("solitary", "single", "multiple"),
        loose=True,
    ),
    Family(
        "uptake of the nodule",
        r"\b(hot|cold) (?:thyroid )?nodule|nodule (?:was|is) (hot|cold)\b",
        ("nodule",),
    ),
    Family(
        "number of the aortic cusps",
        r"\b(unicuspid|bicuspid|tricuspid|quadricuspid) aortic valve|aortic valve (?:was|is) (unicuspid|bicuspid"
        r"|tricuspid|quadricuspid)",
        ("cuspid",),
    ),
    Family(
        "shape of the hypertrophy",
        r"\b(concentric|asymmetric(?:al)?|apical|eccentric) (?:left ventricular |septal )*hypertrophy",
        ("hypertrophy",),
        loose=True,
    ),
    Family(
        "depth of the anterior chamber",
        r"\b(deep|shallow|flat) anterior chamber|anterior chamber (?:was|is) (?:\w+ )?(deep|shallow|flat)",
        ("chamber",),
        loose=True,
    ),
    *(
        Family(
            f"degree of it ({what})",
            rf"\b(mild|moderate|severe)(?:ly)? (?:[a-z]+ )?{what}|{what} (?:was|is) (mild|moderate|severe)\b",
            (what.rpartition(" ")[2],),
        )
        for what in (
            "aortic stenosis", "mitral stenosis", "mitral regurgitation", "aortic regurgitation",
            "tricuspid regurgitation", "pulmonary hypertension", "hydronephrosis", "spinal stenosis",
        )
    ),
)  # fmt: skip
