"""What was put in or used, by which access and under which anesthesia: of two of a kind, mostly one was.

A patient may have several of most, each told in many words: a value whose word the case has anywhere is in it.
"""

from __future__ import annotations

from casewright.check.evidence.words.family import Family

_DONE = r"(?:surgery|resection|removal|approach|route|repair|closure|operation|excision|procedure)"
_VESSELS = "femoral|radial|brachial|subclavian|axillary|jugular"

IMAGING = "imaging"
MEANS: tuple[Family, ...] = (
    tuple(  # each with a list of plain words, of which a report must have two to be searched
        Family(name, pattern, needs, loose=True)
        for name, pattern, needs in (
            (
                IMAGING,
                r"(CT|computed tomography|computeri[sz]ed tomography|MRI|magnetic resonance|ultrasound"
                r"|ultrasonography"
                r"|sonography|radiographs?|X-ray|scintigraphy)\b",
                ("ct",),
            ),
            (
                "access of the catheter",
                rf"(transfemoral|transradial|transbrachial|transapical|transaxillary|{_VESSELS})"
                r" (?:artery |arterial |vein |venous )?(?:access|approach|puncture|route|sheath|intervention"
                r"|cannulation)"
                rf"|(?:via|through|access|sheath|puncture|cannulat\w+|by way of)(?:\W+\w+){{0,5}} ({_VESSELS})"
                r" (?:artery|arterial|vein)",
                ("transfemoral", "transradial", "transbrachial", "transapical", *_VESSELS.split("|")),
            ),
            (
                "material of the stent",
                r"(plastic|metal|metallic|silicone) (?:biliary |esophageal |tracheal |pancreatic )?stent",
                ("stent",),
            ),
            ("kind of the coronary stent", r"(drug[- ]eluting|bare[- ]metal) stent", ("stent",)),
            (
                "fixation of the fracture",
                r"(?:fix\w+|stabili[sz]\w+|osteosynthesis|treated)(?: was \w+)? (?:with|by|using)(?: [\w-]+){0,3}"
                r" (nails?|plates?|external fixators?|tension bands?|Pavlik harness|spica|cast|splint"
                r"|traction)\b"
                r"|(nails?|plates?|external fixators?|tension bands?) (?:was|were|had been) (?:then )?(?:removed"
                r"|taken out|extracted)"
                r"|(?:removal|extraction) of the (nails?|plates?|external fixators?|tension bands?)\b"
                r"|(Pavlik harness|(?:hip )?spica(?: cast)?) (?:was|had been) (?:performed|applied|used|given|started)"
                r"|(intramedullary) nailing|(plate)s? (?:fixation|osteosynthesis)|(?:was|were) (plated|nailed)\b"
                r"|(external fixation)\b",
                ("nail", "plate", "fixat", "tension", "harness", "spica", "cast", "splint", "traction"),
            ),
            (
                "thickness of the skin graft",
                r"(split|full|partial)[- ]thickness (?:\w+ )?graft",
                ("thickness",),
            ),
            (
                "opening of the skull",
                r"(burr[- ]holes?|burrholes?|craniotomy|craniectomy)\b",
                ("burr", "craniotomy", "craniectomy"),
            ),
            ("arthroplasty of the hip", r"(hemiarthroplasty|total hip)\b", ("hemiarthroplasty", "total")),
            (
                "arthroplasty of the knee",
                r"(total|unicompartmental|unicondylar) knee (?:arthroplasty|replacement)",
                ("knee",),
            ),
            (
                "repair of the vessel",
                r"(endovascular|open|surgical) (?:aneurysm |aortic |stent[- ]graft |surgical )?repair",
                ("repair",),
            ),
            (
                "way of the hemostasis",
                r"(clips?|clipping|hemoclips?|argon plasma|band ligation|banding|sclerotherapy)\b",
                ("clip",),
            ),
            (
                "material of the embolization",
                r"(coils?|coiling|glue|gelatin sponge|gelfoam|cyanoacrylate|microspheres?|polyvinyl alcohol|onyx"
                r"|vascular plug)\b",
                ("coil",),
            ),
            (
                "kind of the biopsy",
                r"(fine|core|excisional|incisional|punch|shave|stereotactic|open|transbronchial)[- ](?:needle )?"
                r"(?:aspiration|biops)",
                ("biops", "aspiration"),
            ),
            (
                "guidance of the puncture",
                r"(CT|ultrasound|ultrasonography|ultrasonographically|US|EUS|MRI|fluoroscopy)[- ]guided"
                r" (?P<of>biopsy|aspiration|drainage|puncture)",
                ("guided",),
            ),
            (
                "block",
                r"(spinal|epidural|caudal|general) (?:block\b|an(?:a)?esthesia)",
                ("block", "esthesia"),
            ),
            ("delivery", r"(c(?:a)?esarean|vaginal delivery)\b", ("esarean", "vaginal")),
            (
                "treatment of the achalasia",
                r"(pneumatic dilatation|pneumatic dilation|peroral endoscopic myotomy|Heller)\b",
                ("pneumatic", "peroral", "heller"),
            ),
            (
                "way to the pituitary",
                rf"(transsphenoidal|transcranial) (?:[a-z-]+ ){{0,2}}?{_DONE}"
                rf"|{_DONE} (transsphenoidally|transcranially)\b",
                ("transsphenoidal", "transcranial"),
            ),
            (
                "route",
                rf"(transvaginal|transabdominal(?! pre-?peritoneal)|transanal|transperineal|transoral)"
                rf" (?:[a-z-]+ )?{_DONE}",
                ("transvaginal", "transabdominal", "transanal", "transperineal", "transoral"),
            ),
            (
                "kind of the valve prosthesis",
                r"(mechanical|bioprosthetic|biological|tissue) (?:aortic |mitral |tricuspid |heart )?(?:valve"
                r"|prosthes)"
                r"|(bioprosthesis)\b",
                ("valve", "prosthes"),
            ),
            ("way into the chest", r"(sternotomy|thoracotomy|clamshell)\b", ("tomy",)),
            ("way into the abdomen", r"(laparoscopy|laparotomy)\b", ("laparo",)),
            (
                "incision",
                r"(midline|Pfannenstiel|subcostal|McBurney|paramedian|lumbotomy|flank|Kocher) (?:laparotomy"
                r"|incision)",
                ("incision", "laparotomy"),
            ),
            (
                "extracorporeal circulation",
                r"(venovenous|veno-venous|venoarterial|veno-arterial|VV|VA)[- ](?:ECMO|extracorporeal)",
                ("ecmo", "extracorporeal"),
            ),
            (
                "replacement of the kidney",
                r"(h(?:a)?emodialysis|peritoneal dialysis|h(?:a)?emofiltration|h(?:a)?emodiafiltration)\b",
                ("dialysis", "filtration"),
            ),
            (
                "feeding tube",
                r"(nasogastric|nasojejunal|gastrostomy|jejunostomy) (?:feeding )?tube",
                ("tube",),
            ),
            (
                "anastomosis",
                r"(side-to-side|end-to-end|end-to-side|side-to-end) (?:\w+ )?anastomosis",
                ("anastomosis",),
            ),
            ("reconstruction", r"(Billroth I|Billroth II|Roux-en-Y)\b", ("billroth", "roux")),
            (
                "flap",
                r"(latissimus dorsi|pectoralis major|radial forearm|anterolateral thigh|gastrocnemius|sural|gracilis"
                r"|gluteus|temporalis|omental|fibula) (?:\w+ )?flap",
                ("flap",),
            ),
            (
                "suture",
                r"(polypropylene|prolene|vicryl|polyglactin|nylon|silk|polydioxanone) (?:(?!mesh)\w+ )?sutures?\b",
                ("suture",),
            ),
            (
                "graft",
                r"(saphenous vein|radial artery|gastroepiploic artery|mammary artery|thoracic artery|dacron"
                r"|polytetrafluoroethylene|ptfe) (?:graft|conduit|prosthesis)"
                r"|(?:bypass|graft|conduit)[a-z]* (?:[a-z]+ ){0,3}(?:with|using)(?: [a-z]+){0,3}"
                r" (saphenous vein|radial artery|mammary artery|dacron|polytetrafluoroethylene|ptfe)\b",
                ("graft", "bypass", "conduit", "prosthesis"),
            ),
            ("patch", r"(bovine|autologous|dacron|ptfe|gore-tex) (?:pericardial )?patch", ("patch",)),
            ("tamponade of the eye", r"(silicone|gas|air) (?:oil )?tamponade", ("tamponade",)),
            (
                "keratoplasty",
                r"(penetrating|lamellar|endothelial) keratoplasty|\b(DMEK|DSAEK|DALK)\b",
                ("kerato", "dmek", "dsaek", "dalk"),
            ),
            ("ablation", r"(radiofrequency|microwave|cryo|laser) ?ablation", ("ablation",)),
            (
                "ventilation",
                r"(?<!non-)(?<!non )(invasive|non[- ]?invasive) (?:mechanical |positive[- ]pressure |pressure )*"
                r"ventilation",
                ("ventilation",),
            ),
            ("pacemaker", r"(single|dual)[- ]chamber", ("chamber",)),
            ("endoscope", r"(rigid|flexible) (?:[a-z]*scop)", ("scop",)),
            (
                "filling of the bone",
                r"(bone cement|polymethylmethacrylate|bone graft|hydroxyapatite)\b",
                ("cement", "graft"),
            ),
            ("cardioversion", r"(electrical|pharmacological|chemical) cardioversion", ("cardioversion",)),
            (
                "time of the treatment",
                r"(neoadjuvant|adjuvant) (?P<of>chemotherapy|radiotherapy|chemoradiotherapy|radiation)",
                ("adjuvant",),
            ),
            (
                "regimen",
                r"\b(FOLFOX|FOLFIRI|FOLFIRINOX|CAPOX|XELOX|ABVD|BEACOPP|R-CHOP|R-CVP|hyper-CVAD|GEMOX|MVAC)\b",
                ("folf", "capox", "xelox", "abvd", "beacopp", "chop", "cvp", "cvad", "gemox", "mvac"),
            ),
            (
                "operation on the pancreas",
                r"(pancreaticoduodenectomy|pancreatoduodenectomy|Whipple|distal pancreatectomy|total pancreatectomy"
                r"|central pancreatectomy)\b",
                ("pancreat", "whipple"),
            ),
            (
                "resection of the rectum",
                r"(low anterior resection|abdominoperineal resection|Hartmann)\b",
                ("anterior", "abdominoperineal", "hartmann"),
            ),
            (
                "removal of the stone",
                r"(ureteroscopy|ureteroscopic|percutaneous nephrolithotomy|shock wave lithotripsy)\b",
                ("ureteroscop", "nephrolithotomy", "lithotripsy"),
            ),
            ("reduction of the fracture", r"(open|closed) reduction", ("reduction",)),
            ("augmentation of the vertebra", r"(kyphoplasty|vertebroplasty)\b", ("plasty",)),
            ("opening of the spine", r"(laminectomy|laminoplasty|hemilaminectomy)\b", ("lamin",)),
            (
                "drainage of the ventricles",
                r"(ventriculoperitoneal|ventriculoatrial|lumboperitoneal) shunt",
                ("shunt",),
            ),
            (
                "completeness of the resection",
                r"(gross[- ]total|near[- ]total|subtotal|partial|incomplete|complete) "
                r"(?:surgical )?(?:resection"
                r"|removal|excision)\b|(incompletely|completely|partially|totally) (?:removed|excised|resected)\b",
                ("resect", "remov", "excis"),
            ),
            ("way of the removal", r"(en bloc|piecemeal)\b", ("bloc", "piecemeal")),
            (
                "treatment of the aneurysm",
                r"aneurysms? (?:was|were) (?:\w+ )?(clipped|coiled|wrapped|excised|ligated)\b"
                r"|aneurysms?[^.;]{0,60}?\b(?:with|by|underwent) (?:[\w-]+ ){0,3}?(clipping|coiling|coil)\b"
                r"|(clipping|coiling) of (?:the|an) aneurysm",
                ("aneurysm",),
            ),
            (
                "revascularization of the heart",
                r"(percutaneous coronary intervention|PCI|coronary artery bypass|CABG)\b",
                ("coronary", "pci", "cabg"),
            ),
            (
                "treatment of the cyst",
                r"\b(?:cyst|abscess|hematoma) (?:was|were) (?:\w+ )?(aspirated|excised|enucleated|resected"
                r"|marsupiali[sz]ed"
                r"|fenestrated|unroofed|deroofed|drained|evacuated)\b",
                ("cyst", "abscess", "hematoma"),
            ),
            (
                "operation on the valve",
                r"\bvalve (?:was|were) (?:\w+ly )?(replaced|repaired)\b",
                ("valve",),
            ),
            (
                "closure of the wound",
                r"\bwounds? (?:was|were) (?:\w+ )?(left open|closed)\b",
                ("wound",),
            ),
            (
                "way of the removal",
                r"(?:removed|extracted|retrieved|resected) (?:by|at|through|via|during|with) (?:an? "
                r")?(endoscopy|laparotomy|laparoscopy"
                r"|thoracotomy|thoracoscopy|colonoscopy|bronchoscopy|gastroscopy|craniotomy)\b",
                ("scopy", "tomy"),
            ),
            ("murmur", r"(systolic|diastolic|continuous) (?:[\w-]+ ){0,2}?murmur", ("murmur",)),
            (
                "endoscopic resection",
                r"endoscopic (mucosal resection|submucosal dissection|polypectomy)\b",
                ("mucosal", "polypectomy"),
            ),
            (
                "opening of the vessel",
                r"(thrombectomy|thrombolysis|embolectomy)\b",
                ("thrombectomy", "lysis"),
            ),
            ("operation on the tube", r"(salpingectomy|salpingostomy|salpingotomy)\b", ("salping",)),
            ("operation on the ovary", r"(cystectomy|oophorectomy|ovariectomy)\b", ("ectomy",)),
            (
                "operation on the breast",
                r"(mastectomy|lumpectomy|breast-conserving)\b",
                ("mastectomy", "lumpectomy"),
            ),
            (
                "radiation",
                r"(whole[- ]brain|stereotactic|proton|electron) (?:beam )?(?:radi|therapy)",
                ("radi", "therapy"),
            ),
            (
                "urgency",
                r"(elective|emergency|emergent|urgent) (?P<of>surgery|operation|laparotomy|c(?:a)?esarean|craniotomy"
                r"|intubation)",
                ("elective", "emergency", "emergent", "urgent"),
            ),
        )
    )
)
