"""What was put in or used, by which access and under which anesthesia: of two of a kind, mostly one was.

A patient may have several of most, each told in many words: a value whose word the case has anywhere is in it.
"""

from __future__ import annotations

from casewright.check.evidence.family import Family

_DONE = r"(?:surgery|resection|removal|approach|route|repair|closure|operation|excision|procedure)"

MEANS: tuple[Family, ...] = (
    Family(
        "access of the catheter",
        r"(transfemoral|transradial|transbrachial|transapical|transaxillary|femoral|radial|brachial|subclavian"
        r"|axillary|jugular)"
        r" (?:artery |arterial |vein |venous )?(?:access|approach|puncture|route|sheath|intervention|cannulation)"
        r"|(?:via|through|access|sheath|puncture|cannulat\w+|by way of)\W+(?:\w+ ){0,5}(femoral|radial|brachial"
        r"|subclavian|axillary|jugular)"
        r" (?:artery|arterial|vein)",
        (
            "transfemoral",
            "transradial",
            "transbrachial",
            "transapical",
            "femoral",
            "radial",
            "brachial",
            "subclavian",
            "axillary",
            "jugular",
        ),
        loose=True,
    ),
    Family(
        "material of the stent",
        r"(plastic|metal|metallic|silicone) (?:biliary |esophageal |tracheal |pancreatic )?stent",
        ("stent",),
        loose=True,
    ),
    Family(
        "kind of the coronary stent",
        r"(drug[- ]eluting|bare[- ]metal) stent",
        ("eluting", "bare"),
        loose=True,
    ),
    Family(
        "fixation of the fracture",
        r"(?:fix\w+|stabili[sz]\w+|osteosynthesis|treated)(?: was \w+)? (?:with|by|using) (?:an? |the )?"
        r"(?:[\w-]+ ){0,2}(nail|plate|external fixator|tension band)"
        r"|(nail|plate|external fixator)s? (?:was|were|had been) (?:then )?(?:removed|taken out|extracted)"
        r"|(?:removal|extraction) of the (nail|plate|external fixator)",
        ("nail", "plate", "fixator", "tension"),
        loose=True,
    ),
    Family(
        "thickness of the skin graft",
        r"(split|full|partial)[- ]thickness (?:\w+ )?graft",
        ("thickness",),
        loose=True,
    ),
    Family(
        "opening of the skull",
        r"(burr[ -]?hole|craniotomy|craniectomy)",
        ("burr", "craniotomy", "craniectomy"),
        loose=True,
    ),
    Family(
        "arthroplasty of the hip",
        r"(hemiarthroplasty|total hip (?=arthroplasty|replacement))",
        ("hemiarthroplasty", "arthroplasty", "replacement"),
        loose=True,
    ),
    Family(
        "arthroplasty of the knee",
        r"(total|unicompartmental|unicondylar) knee (?:arthroplasty|replacement)",
        ("knee",),
    ),
    Family(
        "repair of the vessel",
        r"(endovascular|open|surgical) (?:aneurysm |aortic |stent[- ]graft |surgical )?repair",
        ("repair",),
        loose=True,
    ),
    Family(
        "way of the hemostasis",
        r"(?:endoscopic |hemo|haemo)?(clipping|hemoclip|clip|argon plasma|band ligation|banding|sclerotherapy)s?\b",
        ("clip", "argon", "banding", "ligation", "sclerotherapy"),
        loose=True,
    ),
    Family(
        "material of the embolization",
        r"(coil|glue|gelatin sponge|gelfoam|cyanoacrylate|microsphere|polyvinyl alcohol|onyx|vascular plug)",
        ("coil", "glue", "gel", "cyanoacrylate", "microsphere", "polyvinyl", "onyx", "plug"),
        loose=True,
    ),
    Family(
        "kind of the biopsy",
        r"(fine[- ]needle|core[- ]needle|excisional|incisional|punch|shave|stereotactic|open|transbronchial"
        r"|bone marrow) (?:aspiration|biops)",
        ("biops", "aspiration"),
        loose=True,
    ),
    Family(
        "guidance of the puncture",
        r"(CT|ultrasound|ultrasonography|ultrasonographically|US|EUS|MRI|fluoroscopy)[- ]guided"
        r" (?P<of>biopsy|aspiration|drainage|puncture)",
        ("guided",),
        loose=True,
    ),
    Family(
        "block",
        r"(spinal|epidural|caudal|general) (?:block\b|an(?:a)?esthesia)",
        ("block", "esthesia"),
        loose=True,
    ),
    Family("delivery", r"(c(?:a)?esarean|vaginal delivery)", ("esarean", "vaginal"), loose=True),
    Family(
        "treatment of the achalasia",
        r"(pneumatic dilat|peroral endoscopic myotomy|Heller)",
        ("pneumatic", "peroral", "heller"),
        loose=True,
    ),
    Family(
        "way to the pituitary",
        rf"(transsphenoidal|transcranial) (?:[a-z-]+ ){{0,2}}?{_DONE}|{_DONE} (transsphenoidally|transcranially)",
        ("transsphenoidal", "transcranial"),
    ),
    Family(
        "route",
        rf"(transvaginal|transabdominal|transanal|transperineal|transoral) (?:[a-z-]+ )?{_DONE}",
        ("transvaginal", "transabdominal", "transanal", "transperineal", "transoral"),
    ),
    Family(
        "kind of the valve prosthesis",
        r"(mechanical|bioprosthetic|biological|tissue) (?:aortic |mitral |tricuspid |heart )?(?:valve|prosthes)"
        r"|(bioprosthesis)",
        ("valve", "prosthes"),
        loose=True,
    ),
    Family("way into the chest", r"(sternotomy|thoracotomy|clamshell)", ("tomy", "clamshell"), loose=True),
    Family(
        "incision",
        r"(midline|Pfannenstiel|subcostal|McBurney|paramedian|lumbotomy|flank|Kocher) (?:laparotomy|incision)",
        ("incision", "laparotomy"),
        loose=True,
    ),
    Family(
        "extracorporeal circulation",
        r"(veno-?venous|veno-?arterial|VV|VA)[- ](?:ECMO|extracorporeal)",
        ("ecmo", "extracorporeal"),
        loose=True,
    ),
    Family(
        "replacement of the kidney",
        r"(ha?emodialysis|peritoneal dialysis|ha?emofiltration|ha?emodiafiltration)",
        ("dialysis", "filtration"),
        loose=True,
    ),
    Family(
        "feeding tube",
        r"(nasogastric|nasojejunal|gastrostomy|jejunostomy) (?:feeding )?tube",
        ("tube",),
        loose=True,
    ),
    Family(
        "anastomosis",
        r"(side-to-side|end-to-end|end-to-side|side-to-end) (?:\w+ )?anastomosis",
        ("anastomosis",),
    ),
    Family("reconstruction", r"(Billroth I|Billroth II|Roux-en-Y)\b", ("billroth", "roux"), loose=True),
    Family(
        "flap",
        r"(latissimus dorsi|pectoralis major|radial forearm|anterolateral thigh|gastrocnemius|sural|gracilis|gluteus"
        r"|temporalis|omental|fibula)(?: \w+)? flap",
        ("flap",),
        loose=True,
    ),
    Family(
        "suture",
        r"(polypropylene|prolene|vicryl|polyglactin|nylon|silk|polydioxanone) (?:\w+ )?sutures?",
        ("suture",),
        loose=True,
    ),
    Family(
        "graft",
        r"(saphenous vein|internal mammary artery|internal thoracic artery|dacron|polytetrafluoroethylene|ptfe)"
        r" (?:graft|conduit|prosthesis)|(?:bypass|graft|conduit)[a-z]* (?:[a-z]+ ){0,3}(?:with|using) (?:an? |the )?"
        r"(?:[a-z]+ ){0,2}?(saphenous vein|mammary artery|dacron|polytetrafluoroethylene|ptfe)",
        ("graft", "bypass", "conduit", "prosthesis"),
        loose=True,
    ),
    Family(
        "patch",
        r"(bovine pericardial|autologous pericardial|dacron|ptfe|gore-tex) patch",
        ("patch",),
        loose=True,
    ),
    Family(
        "tamponade of the eye",
        r"(silicone oil|SF6|C3F8|air|gas) (?:\w+ )?tamponade",
        ("tamponade",),
        loose=True,
    ),
    Family(
        "keratoplasty",
        r"(penetrating|lamellar|endothelial) keratoplasty|\b(DMEK|DSAEK|DALK)",
        ("kerato", "dmek", "dsaek", "dalk"),
        loose=True,
    ),
    Family("ablation", r"(radiofrequency|microwave|cryo|laser) ?ablation", ("ablation",), loose=True),
    Family("pacemaker", r"(single|dual)[- ]chamber", ("chamber",), loose=True),
    Family("endoscope", r"(rigid|flexible) (?:[a-z]*scop)", ("scop",), loose=True),
    Family("way into the abdomen", r"(laparoscopy|laparotomy)", ("laparo",), loose=True),
    Family(
        "filling of the bone",
        r"(bone cement|polymethylmethacrylate|bone graft|hydroxyapatite)",
        ("cement", "polymethyl", "graft", "hydroxyapatite"),
        loose=True,
    ),
    Family(
        "cardioversion",
        r"(electrical|pharmacological|chemical) cardioversion",
        ("cardioversion",),
        loose=True,
    ),
    Family(
        "time of the treatment",
        r"(neoadjuvant|adjuvant) (?P<of>chemotherapy|radiotherapy|chemoradiotherapy|radiation)",
        ("adjuvant",),
        loose=True,
    ),
    Family(
        "regimen",
        r"\b(FOLFOX|FOLFIRI|FOLFIRINOX|CAPOX|XELOX|ABVD|BEACOPP|R-CHOP|R-CVP|hyper-CVAD|GEMOX|MVAC)\b",
        ("folf", "capox", "xelox", "abvd", "beacopp", "chop", "cvp", "cvad", "gemox", "mvac"),
        loose=True,
    ),
    Family("lymphadenectomy", r"(D1|D2|D3) (?:lymph|dissection)", ("lymph", "dissection"), loose=True),
    Family(
        "operation on the pancreas",
        r"(pancreaticoduodenectomy|pancreatoduodenectomy|distal pancreatectomy|total pancreatectomy"
        r"|central pancreatectomy)",
        ("pancreat",),
        loose=True,
    ),
    Family(
        "resection of the rectum",
        r"(low anterior resection|abdominoperineal resection|Hartmann)",
        ("anterior", "abdominoperineal", "hartmann"),
        loose=True,
    ),
    Family(
        "removal of the stone",
        r"(ureteroscop|percutaneous nephrolithotomy|shock[- ]?wave lithotripsy)",
        ("ureteroscop", "nephrolithotomy", "lithotripsy"),
        loose=True,
    ),
    Family("reduction of the fracture", r"(open|closed) reduction", ("reduction",), loose=True),
    Family("augmentation of the vertebra", r"(kyphoplasty|vertebroplasty)", ("plasty",), loose=True),
    Family("opening of the spine", r"(laminectomy|laminoplasty|hemilaminectomy)", ("lamin",), loose=True),
    Family(
        "drainage of the ventricles",
        r"(ventriculoperitoneal|ventriculoatrial|lumboperitoneal) shunt",
        ("shunt",),
        loose=True,
    ),
    Family(
        "completeness of the resection",
        r"(gross[- ]total|near[- ]total|subtotal|partial|en bloc|piecemeal) (?:resection|removal|excision)",
        ("resection", "removal", "excision"),
        loose=True,
    ),
    Family(
        "endoscopic resection",
        r"endoscopic (mucosal resection|submucosal dissection|polypectomy)",
        ("mucosal", "polypectomy"),
        loose=True,
    ),
    Family(
        "opening of the vessel",
        r"(thrombectomy|thrombolysis|embolectomy)",
        ("thrombectomy", "lysis", "embolectomy"),
        loose=True,
    ),
    Family(
        "operation on the tube",
        r"(salpingectomy|salpingostomy|salpingotomy)",
        ("salpingectomy", "salpingos", "salpingot"),
    ),
    Family("operation on the ovary", r"(cystectomy|oophorectomy|ovariectomy)", ("ectomy",), loose=True),
    Family(
        "mastectomy",
        r"(mastectomy|lumpectomy|breast-conserving)",
        ("mastectomy", "lumpectomy", "conserving"),
        loose=True,
    ),
    Family(
        "radiation",
        r"(whole[- ]brain|stereotactic|proton|electron) (?:beam )?(?:radi|therapy)",
        ("radi", "therapy"),
        loose=True,
    ),
    Family(
        "way of the myomectomy", r"(hysteroscopic|laparoscopic|abdominal|open) myomectomy", ("myomectomy",)
    ),
    Family(
        "urgency",
        r"(elective|emergency|emergent|urgent) (?P<of>surgery|operation|laparotomy|c(?:a)?esarean|craniotomy"
        r"|intubation)",
        ("elective", "emergency", "emergent", "urgent"),
        loose=True,
    ),
)
