"""Families of words of which one excludes the others; here the parts of organs and vessels.

A pattern's first group that matched is the value; a group `of`, where it has one, is what the value is said of and
parts the family: the superior mesenteric vein does not exclude the inferior vena cava. The parts
are those of the Terminologia Anatomica (FIPAT 2019).
"""

from __future__ import annotations

from casewright.check.evidence.words.family import Family

_VESSELS = (
    "superior mesenteric|inferior mesenteric|celiac|coeliac|splenic|hepatic|gastroduodenal|gastric"
    "|pancreaticoduodenal|renal|carotid|vertebral|basilar|subclavian|iliac|femoral|popliteal|uterine|bronchial|lumbar"
    "|portal|middle meningeal"
)

SITES: tuple[Family, ...] = (
    Family(
        "part of the pancreas",
        r"pancreatic (head|neck|body|tail)|(head|neck|body|tail|uncinate process) of (?:the )?pancreas",
        ("pancrea",),
    ),
    Family(
        "lobe of the lung",
        r"(upper|middle|lower)[ -]lob(?:e|ectomy)\b(?! of (?:the )?(?:thyroid|liver))",
        ("lobe", "lobectomy"),
    ),
    Family(
        "part of the stomach",
        r"gastric (antrum|fundus|cardia|body)|(antrum|fundus|cardia) of (?:the )?stomach",
        ("gastric", "stomach"),
    ),
    Family("part of the colon", r"(ascending|transverse|descending|sigmoid) colon", ("colon",)),
    Family("lobe of the brain", r"(frontal|parietal|temporal|occipital) lobes?\b", ("lobe",)),
    Family(
        "part of the duodenum",
        r"(first|second|third|fourth) (?:part|portion) of (?:the )?duodenum",
        ("duodenum",),
    ),
    Family(
        "part of the esophagus",
        r"(upper|middle|lower|proximal|distal) (?:third of (?:the )?)?o?esophagus",
        ("esophagus",),
    ),
    Family(
        "part of the small bowel",
        r"(duodenal|jejunal|ileal) (?P<of>diverticul[a-z]+|atresia|perforation|stricture|obstruction|intussusception)",
        ("jejunal", "ileal"),
    ),
    Family(
        "part of the pharynx",
        r"(nasopharyn|oropharyn|hypopharyn)[a-z]+ (?:carcinoma|cancer|tumou?r)"
        r"|(?:carcinoma|cancer|tumou?r) of (?:the )?(nasopharyn|oropharyn|hypopharyn)",
        ("pharyn",),
    ),
    Family("flexure of the colon", r"(splenic|hepatic) flexure", ("flexure",)),
    Family(
        "pole of the kidney",
        r"(upper|lower|superior|inferior) pole (?:of|in) (?:the )?(?:left |right )?kidney",
        ("pole",),
    ),
    Family("papillary muscle", r"(posteromedial|anterolateral) papillary", ("papillary",)),
    Family(
        "coronary artery",
        r"(left anterior descending|right coronary|circumflex|left main)(?: coronary)?"
        r" (?:artery|stenosis|occlusion)|(?-i:\b(LAD|RCA|LCx|LCX)\b)",
        ("artery", "stenosis", "occlusion", "lad", "rca", "lcx"),
    ),
    Family(
        "segment of the coronary artery",
        r"(proximal|mid|distal)(?: segment of the| portion of the| part of the|,)?"
        r" (?P<of>left anterior descending|right coronary|circumflex|LAD|RCA|LCx)\b",
        ("descending", "coronary", "circumflex", "lad", "rca", "lcx"),
    ),
    Family(
        "vessel with the stent",
        rf"stent\w* (?:was |were |had been )?(?:\w+ly )?(?:placed|implanted|deployed|inserted|placement|implantation)"
        rf" (?:in|into|to|of) (?:the )?(?:(?:left|right|proximal|distal|common) )*({_VESSELS}) (?:artery|trunk|vein)"
        rf"|({_VESSELS}) (?:artery |trunk |vein )?(?:(?:was|were) (?:\w+ly )?)?stent(?:ed|ing)",
        ("stent",),
        loose=True,
    ),
    Family(
        "vessel that was closed",
        rf"(?:emboli[sz]ation|coiling|ligation) of (?:the )?(?:(?:left|right|proximal|distal|common) )*({_VESSELS})"
        rf" (?:artery|vein)|({_VESSELS}) (?:artery|vein) (?:(?:was|were) (?:\w+ly )?)?"
        r"(?:emboli[sz](?:ed|ation)|coiled|ligated|ligation)",
        ("embolis", "emboliz", "coil", "ligat"),
        loose=True,
    ),
    Family(
        "segment of the liver",
        r"segment ([IV]{1,4}|[1-8])\b(?! (?:of the )?(?:lung|colon|ST))",
        ("segment",),
    ),
    Family(
        "sex of the newborn",
        r"(?:deliver\w*(?: of)?|birth (?:to|of)|gave birth to) (?:an? )?(?:[\w-]+,? ){0,4}?(girl|boy|female|male)\b"
        r"|\ban? (?:[\w-]+,? ){0,2}?(female|male|girl|boy)(?: (?:infant|baby|newborn|neonate|child))?"
        r"(?: (?:weighing|with|of)[^.;]{3,50}?)? was (?:then |\w+ly )?(?:delivered|born)\b",
        ("deliver", "birth", "born"),
    ),
    Family(
        "end of the bone",
        r"(proximal|distal) (?P<of>femur|humerus|tibia|radius|ulna|fibula|phalanx)",
        ("proximal", "distal"),
    ),
    Family("part of the ureter", r"(proximal|distal|upper|lower|mid) ureter", ("ureter",)),
    Family("finger", r"(index|middle|ring|little|long) finger", ("finger",)),
    Family("toe", r"\b(great|big|second|third|fourth|fifth|little) toe\b|\b(hallux)\b", ("toe", "hallux")),
    Family(
        "digit",
        r"(first|second|third|fourth|fifth) (?P<of>toe|metatarsal|metacarpal|finger)",
        ("toe", "metatarsal", "metacarpal", "finger"),
    ),
    Family(
        "rib",
        r"(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth) rib",
        ("rib",),
    ),
    Family(
        "vessel",
        r"(superior|inferior|anterior|posterior|middle|internal|external|common)"
        r" (?P<of>mesenteric (?:artery|vein)|vena cava|cerebral artery|carotid artery|iliac (?:artery|vein)"
        r"|jugular vein|tibial artery|gluteal artery|pancreaticoduodenal artery|epigastric artery|rectal artery)",
        ("artery", "vein", "cava"),
    ),
    Family(
        "valve",
        r"(mitral|aortic|tricuspid|pulmonic|pulmonary)(?:[ -]valve)?"
        r" (?P<of>endocarditis|vegetations?|stenosis|prolapse|atresia)",
        ("endocarditis", "vegetation", "stenosis", "prolapse", "atresia"),
    ),
    Family(
        "compartment",
        r"(intra|extra)[ -]?(?P<of>axial|medullary|dural|peritoneal|articular|luminal|conal|osseous|capsular"
        r"|skeletal|nodal|cranial|pleural|vesical|uterine)\b",
        ("intra", "extra"),
        once=True,
    ),
    Family(
        "direction of the dislocation",
        r"(anterior|posterior|anterolateral|posterolateral|anteromedial|posteromedial|lateral|medial|inferior)"
        r" (?:(?!views?\b|show|reveal|and\b|with)[a-z]+ ){0,3}?dislocation",
        ("dislocation",),
        once=True,
    ),
    Family(
        "position of the forearm",
        r"in (?:[a-z]+ (?:and|&) )?(supination|pronation)",
        ("supination", "pronation"),
    ),
    Family(
        "wall of the infarction",
        r"(anterior|inferior|lateral|posterior)(?:[ -]wall)? (?:(?:acute |ST[- ]\w+ )?myocardial infarction|STEMI)",
        ("infarction", "stemi"),
    ),
    Family(
        "part of the bleeding",
        r"(upper|lower) (?:gastrointestinal|GI)(?: tract)? (?:bleeding|hemorrhage)",
        ("gastrointestinal", "gi"),
    ),
    Family(
        "third of it",
        r"(proximal|middle|distal|upper|lower) third of (?:the )?(?:left |right )?"
        r"(?P<of>femur|humerus|tibia|radius|ulna|fibula|clavicle|vagina|rectum|stomach)",
        ("third",),
    ),
    Family(
        "part of the aorta",
        r"(ascending|descending|abdominal) (?P<of>aortic (?:aneurysm|dissection))",
        ("aneurysm", "dissection"),
    ),
    Family(
        "part of the spine",
        r"(cervical|thoracic|lumbar|sacral) (?P<of>spinal cord|spine|vertebrae?|epidural abscess)",
        ("spin", "vertebra", "epidural"),
    ),
    Family(
        "vertebra",
        r"([CTL]\d{1,2}) (?:vertebra(?:l body)?\b|(?:burst |compression |vertebral )fracture)"
        r"|(?:fracture|metastasis|collapse|body) (?:of|at|in) (?:the )?([CTL]\d{1,2})(?![-–/\d])",
        ("vertebra", "fracture", "body", "metastasis", "collapse"),
    ),
    Family(
        "meninx or space of the bleeding",
        r"(subdural|epidural|extradural|subarachnoid|intracerebral) (?P<of>hematoma|haematoma|hemorrhage|haemorrhage)",
        ("hematoma", "haematoma", "hemorrhage", "haemorrhage"),
    ),
    Family(
        "quadrant",
        r"(upper|lower) (?:right|left) quadrant|(?:right|left) (upper|lower) quadrant",
        ("quadrant",),
    ),
    Family(
        "quadrant of the eye",
        r"(superotemporal|superonasal|inferotemporal|inferonasal) quadrant",
        ("quadrant",),
    ),
    Family("cranial fossa", r"(anterior|middle|posterior) (?:cranial )?fossa", ("fossa",)),
    Family(
        "part of the mediastinum", r"(anterior|middle|posterior|superior) mediastin(?:um|al)", ("mediastin",)
    ),
    Family("ventricle of the brain", r"(third|fourth|lateral) (?P<of>ventricle)", ("ventricle",), many=True),
    Family(
        "part of the uterus",
        r"\b(fundus|cervix|isthmus|cornu) of (?:the )?uterus|uterine (fundus|cervix|isthmus)",
        ("uter",),
    ),
    Family(
        "part of the bladder",
        r"\b(dome|neck|trigone|base|(?:anterior|posterior|lateral) wall) of (?:the )?(?:urinary )?bladder"
        r"|bladder (dome|neck|trigone|base)",
        ("bladder",),
    ),
    Family(
        "part of the larynx",
        r"\b(supraglott|subglott|transglott|(?<!supra)(?<!sub)(?<!trans)glott)\w+",
        ("glott",),
    ),
    Family("meniscus", r"(medial|lateral) menisc(?:us|al)", ("menisc",)),
    Family("malleolus", r"(medial|lateral) malleol(?:us|ar)", ("malleol",)),
    Family(
        "condyle",
        r"(medial|lateral) (?P<of>(?:femoral |tibial )?(?:condyle|plateau))",
        ("condyle", "plateau"),
    ),
    Family(
        "quadrant of the breast",
        r"(upper|lower)[ -](?:outer|inner) quadrant",
        ("quadrant",),
    ),
    Family(
        "organ whose segment it is",
        r"segment (?:[IV]{1,4}|\d) of (?:the )?(liver|spleen|kidney|pancreas|lung)",
        ("segment",),
    ),
    Family(
        "artery",
        r"(innominate|brachiocephalic|(?:common |internal |external )?carotid|subclavian|axillary|brachial|radial|ulnar"
        r"|vertebral|basilar|splenic|hepatic|gastroduodenal|renal|femoral|popliteal|celiac|coeliac|uterine|ovarian"
        r"|circumflex|right coronary|left anterior descending|pulmonary|(?:superior|inferior) mesenteric) artery",
        ("artery",),
        many=True,
    ),
    Family(
        "nerve",
        r"(median|ulnar|radial|femoral|sciatic|peroneal|tibial|facial|trigeminal|vagus|phrenic|obturator|optic"
        r"|oculomotor|abducens|hypoglossal|recurrent laryngeal|axillary) nerve",
        ("nerve",),
        many=True,
    ),
    Family(
        "part of the white matter",
        r"(periventricular|juxtacortical|subcortical|cortical|infratentorial|supratentorial)",
        ("cortical", "ventricular", "tentorial"),
        many=True,
    ),
    Family(
        "material of the graft",
        r"(Dacron|polytetrafluoroethylene|e?PTFE|polyester|pericardial|saphenous vein|homograft|allograft)"
        r" (?:\w+ )?graft",
        ("graft",),
        many=True,
    ),
    Family("curvature of the stomach", r"(lesser|greater) curvature", ("curvature",)),
    Family("septum of the heart", r"(interatrial|interventricular) septum", ("septum",)),
    Family(
        "cusp of the aortic valve", r"(left|right|non)[ -]?coronary cusp(?! and| or)", ("cusp",), many=True
    ),
    Family(
        "part of the left ventricle",
        r"(apical|basal|mid-?ventricular) (?P<of>akinesi[as]|hypokinesi[as]|ballooning|hyperkinesi[as])",
        ("kinesi", "ballooning"),
    ),
    Family(
        "part of the bowel",
        r"(small|large) bowel (?P<of>obstruction|isch(?:a)?emia|perforation|resection|volvulus|infarction)",
        ("bowel",),
    ),
    Family(
        "layer of the bleeding or collection",
        r"(subcapsular|perirenal|intraparenchymal) (?P<of>h(?:a)?ematoma|abscess|collection)",
        ("matoma", "abscess", "collection"),
    ),
)
