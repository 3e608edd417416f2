"""Ways of an operation of which one excludes the others."""

from __future__ import annotations

from casewright.check.evidence.words.family import Family

WAYS: tuple[Family, ...] = (
    Family(
        "resection of the lung",
        r"(lobectomy|segmentectomy|pneumonectomy|wedge resection)",
        ("lobectomy", "segmentectomy", "pneumonectomy", "wedge"),
    ),
    Family(
        "surgical approach",
        r"(anterior|posterior|lateral|anterolateral|posterolateral|retroperitoneal|transperitoneal|open|laparoscopic"
        r"|transsphenoidal|transcranial|retrosigmoid|pterional) approach",
        ("approach",),
    ),
    Family(
        "approach to the spine",
        r"(anterior|posterior) (?:(?:cervical|thoracic|lumbar|spinal) )?(?:discectomy|decompression|stabili[sz]ation"
        r"|fusion|fixation|corpectomy|instrumentation)",
        ("anterior", "posterior"),
    ),
    Family("operation on the mitral valve", r"mitral valve (repair|replacement)", ("mitral",)),
    Family("operation on the aortic valve", r"aortic valve (repair|replacement)", ("aortic",)),
    Family(
        "way of delivery",
        r"\b(c(?:a)?esarean|vaginal(?:ly)?)(?= (?:section|delivery|birth))|delivered (vaginally)",
        ("delivery", "section", "birth", "delivered"),
    ),
    Family(
        "way of the esophagectomy",
        r"(transhiatal|transthoracic|three-field|Ivor[- ]Lewis) (?:o?esophagectomy)",
        ("esophagectomy",),
    ),
    Family(
        "level of the amputation",
        r"(above|below|through|mid|middle)[- ](knee|thigh|ankle|elbow|foot|tarsal|calf) amputation",
        ("amputation",),
    ),
    Family(
        "anesthesia",
        r"(?:under|with|underwent) (general|spinal|epidural|local|regional) an(?:a)?esthesia",
        ("anesthesia", "anaesthesia"),
    ),
    Family(
        "position at operation", r"in (?:the |a )?(prone|supine|lithotomy|sitting) position", ("position",)
    ),
    Family(
        "kind of the valve",
        r"(mechanical|bioprosthetic|biological|tissue) (?:aortic |mitral |tricuspid )?valve",
        ("valve",),
    ),
    Family(
        "kind of donor",
        r"(living|deceased|cadaveric)[- ](?:related |unrelated )?donor",
        ("donor",),
        once=True,
    ),
    Family(
        "kind of transplantation", r"(autologous|allogene?ic) (?P<of>[\w ]{0,30}transplant)", ("transplant",)
    ),
    Family(
        "opening of the chest",
        r"(median sternotomy|left thoracotomy|right thoracotomy|clamshell)",
        ("tomy", "clamshell"),
    ),
    Family(
        "way of the operation",
        r"(laparoscopic|thoracoscopic|robotic|robot-assisted|open|arthroscopic) (?:(?!and|or|lung"
        r"|heart)[a-z-]+ ){0,2}?"
        r"(?:surgery|approach|resection|repair|debridement|procedure|operation|[a-z]{3,20}ectomy)"
        r"|(?:resected|removed|excised|performed|done|repaired|drained|carried out|operated(?: on)?) "
        r"(laparoscopically|thoracoscopically|robotically|arthroscopically)",
        ("laparoscop", "thoracoscop", "robot", "open", "arthroscop"),
    ),
    Family(
        "place of the craniotomy",
        r"(frontal|temporal|parietal|occipital|suboccipital) craniotomy",
        ("craniotomy",),
    ),
    Family("kind of tracheostomy", r"(surgical|percutaneous) tracheostomy", ("tracheostomy",)),
    Family(
        "kind of stoma", r"\b(ileostomy|colostomy|jejunostomy)", ("ileostomy", "colostomy", "jejunostomy")
    ),
    Family(
        "kind of hysterectomy",
        r"(abdominal|vaginal|laparoscopic|supracervical|subtotal|total) hysterectomy",
        ("hysterectomy",),
    ),
    Family(
        "kind of colectomy",
        r"\b(hemi)colectomy|\b(sigmoid)(?:ectomy| colectomy| resection)|\b(subtotal|total) colectomy",
        ("colectomy", "sigmoid"),
    ),
    Family("kind of nephrectomy", r"(radical|partial|simple) nephrectomy", ("nephrectomy",)),
    Family(
        "source of the bone graft",
        r"\b(autologous|autogenous|allogene?ic) (?:\w+ )?bone(?= graft|\b)|\b(auto|allo)(?=(?:logous "
        r")?-?(?:bone )?grafts?\b)",
        ("bone", "graft"),
    ),
    Family(
        "number of the fetuses",
        r"(singleton|twin|triplet)(?= pregnanc|s? gestation|s? (?:was|were) (?:delivered|born))|(twins"
        r"|triplets)(?= (?:was|were)"
        r" (?:\w+ )?(?:delivered|born))",
        ("singleton", "twin", "triplet"),
    ),
)
