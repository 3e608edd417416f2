"""Families of words of which one excludes the others; here what a lesion is of: vessels, nerves, bones, tendons, skin.

Of most, a patient may have a lesion of more than one: they are `loose`, and are held against each other only where a
summary has the one and nothing of the other, and the case the other and nothing of the one. The parts are those of the
Terminologia Anatomica (FIPAT 2019).
"""

from __future__ import annotations

from casewright.check.evidence.words.family import Family

_VEINS = (
    r"(femoral|popliteal|iliac|axillary|subclavian|brachial|jugular|portal|splenic|renal|ovarian|hepatic|mesenteric"
    r"|gonadal|umbilical|cephalic|basilic|saphenous|azygos|brachiocephalic|cortical)"
)
_ARTERIES = (
    r"(carotid|subclavian|axillary|brachial|radial|ulnar|vertebral|basilar|splenic|hepatic|gastroduodenal|renal|femoral"
    r"|popliteal|celiac|coeliac|uterine|ovarian|anterior communicating|posterior communicating|(?:middle|anterior"
    r"|posterior) cerebral|iliac|superior mesenteric|inferior mesenteric|left gastric|cystic|tibial|retinal)"
)
_NERVES = (
    r"(median|ulnar|radial|femoral|sciatic|peroneal|tibial|facial|trigeminal|vagus|phrenic|obturator|optic|oculomotor"
    r"|trochlear|abducens|hypoglossal|recurrent laryngeal|axillary|accessory|vestibular|auditory|sural|suprascapular"
    r"|long thoracic|musculocutaneous)"
)
_BONES = (
    r"(femur|femoral|tibia|tibial|fibula|fibular|humerus|humeral|radius|radial|ulna|ulnar|clavicle|clavicular|scapula|scapular"
    r"|patella|patellar|sternum|sternal|sacrum|sacral|pelvis|pelvic|acetabulum|acetabular|scaphoid|lunate|triquetrum|hamate"
    r"|capitate|talus|talar|calcaneus|calcaneal|navicular|cuboid|metatarsal|metacarpal|mandible|mandibular|zygoma|zygomatic"
    r"|nasal|orbital|odontoid|coronoid|olecranon)"
)

STRUCTURES: tuple[Family, ...] = (
    Family(
        "cruciate ligament",
        r"(anterior|posterior) cruciate ligament|(?-i:\b([AP]CL)\b)",
        ("cruciate", "acl", "pcl"),
    ),
    Family(
        "intercostal space",
        r"(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|1st|2nd|3rd|[4-9]th|1[01]th)"
        r" (?:right |left )?(?:posterior |anterior )?intercostal\b(?! (?:arter|nerve|vein|vessel))",
        ("intercostal",),
    ),
    Family("collateral ligament", r"(medial|lateral) collateral ligament", ("collateral",)),
    Family("eyelid", r"\b(upper|lower) (?:eye)?lid", ("lid",), loose=True),
    Family("lip", r"\b(upper|lower) lip\b", ("lip",), loose=True),
    Family(
        "salivary gland",
        r"\b(parotid|submandibular|sublingual) (?:salivary )?(?:gland|tumou?r|mass)",
        ("gland", "parotid", "submandib", "sublingual"),
        loose=True,
    ),
    Family(
        "jaw",
        r"\b(?:lesion|tumou?r|cyst|fracture|mass|osteonecrosis|ameloblastoma|swelling|defect)"
        r" (?:was |is )?(?:located )?(?:in|of) (?:the |his |her )?(?:left |right |anterior |posterior )*"
        r"(maxilla|mandible)\b",
        ("maxilla", "mandib"),
        loose=True,
    ),
    Family(
        "part of the large bowel",
        r"\b(?:tumou?r|mass|lesion|polyp|cancer|carcinoma|adenocarcinoma|perforation|stricture|ulcer|volvulus)"
        r" (?:of|in|at) (?:the )?(?:proximal |distal |mid )?(c(?:a)?ecum|ascending|transverse|descending|sigmoid|rectum"
        r"|rectosigmoid|hepatic flexure|splenic flexure)\b",
        ("cecum", "caecum", "colon", "sigmoid", "rectum", "flexure"),
        loose=True,
    ),
    Family(
        "vein",
        r"\b(femoral|popliteal|iliac|axillary|subclavian|brachial|(?:internal |external )?jugular|portal|splenic|renal"
        r"|ovarian|hepatic|gonadal|umbilical|cephalic|basilic|saphenous|azygos|brachiocephalic"
        r"|(?:superior|inferior) mesenteric) vein",
        ("vein",),
        many=True,
    ),
    Family(
        "tendon or muscle",
        r"\b(biceps|triceps|quadriceps|patellar|Achilles|supraspinatus|infraspinatus|subscapularis"
        r"|pectoralis (?:major|minor)|deltoid|gastrocnemius|soleus|hamstring|gluteus (?:maximus|medius|minimus)|psoas"
        r"|iliopsoas|rectus (?:femoris|abdominis)|sternocleidomastoid|masseter|temporalis|trapezius|latissimus dorsi)"
        r"(?: muscle| tendon)",
        ("muscle", "tendon"),
        many=True,
    ),
    Family(
        "tendon or muscle that is torn",
        r"(?:tear|rupture|avulsion) of (?:the |his |her )?(?:left |right |distal |proximal )*(biceps|triceps"
        r"|quadriceps|patellar|Achilles|supraspinatus|infraspinatus|subscapularis|pectoralis (?:major|minor)"
        r"|gastrocnemius|hamstring)"
        r"|\b(biceps|triceps|quadriceps|patellar|Achilles|supraspinatus|infraspinatus|subscapularis"
        r"|pectoralis (?:major|minor)|gastrocnemius|hamstring)(?: tendon)? (?:tear|rupture|avulsion)",
        ("tear", "rupture", "avulsion"),
        loose=True,
    ),
    Family(
        "large bowel that is twisted",
        r"\b(sigmoid|c(?:a)?ecal|gastric|midgut|small bowel|splenic) volvulus"
        r"|volvulus of (?:the )?(sigmoid|c(?:a)?ecum|stomach|midgut|small bowel|spleen)",
        ("volvulus",),
    ),
    Family(
        "vein that is blocked",
        r"(?:thrombosis|occlusion|thrombus) (?:of|in) (?:the |his |her )?"
        rf"(?:left |right |superficial |deep |superior |inferior )*{_VEINS} veins?\b"
        rf"|{_VEINS} vein (?:thrombosis|occlusion|thrombus)",
        ("vein",),
        loose=True,
    ),
    Family(
        "artery that is diseased",
        r"(?:aneurysm|occlusion|stenosis|dissection|pseudoaneurysm|embolism|injury|rupture) of (?:the |his |her )?"
        rf"(?:left |right |proximal |distal )*{_ARTERIES} artery|{_ARTERIES} artery (?:(?:pseudo)?aneurysm|occlusion"
        r"|stenosis|dissection|embolism|injury|thrombosis)",
        ("artery",),
        loose=True,
    ),
    Family(
        "nerve that is ill",
        r"(?:compression|palsy|injury|entrapment|schwannoma|neuropathy|transection|paralysis|paresis|neuritis|lesion)"
        rf" of (?:the |his |her )?(?:left |right )?{_NERVES} nerve|{_NERVES} nerve (?:compression|palsy|injury"
        r"|entrapment|schwannoma|neuropathy|transection|paralysis|paresis|neuritis|lesion)"
        rf"|{_NERVES} nerve was (?:compressed|injured|entrapped|transected|paralyzed|divided|damaged)",
        ("nerve",),
        loose=True,
    ),
    Family(
        "bone that is broken",
        r"fractures? of (?:the |his |her )?(?:left |right |proximal |distal |middle |mid |medial |lateral "
        rf"|shaft of (?:the )?|neck of (?:the )?)*{_BONES}\b|\b{_BONES} (?:shaft |neck |head |body )?fracture",
        ("fracture",),
        loose=True,
    ),
    Family(
        "skin that has the lesion",
        r"\b(?:nodule|papule|plaque|lesion|ulcer|macule|lump|wound|tumou?r|carcinoma|melanoma) (?:was |is )?"
        r"(?:(?:located|situated|seen|present|found|noted) )?on (?:the |his |her )?(?:left |right |upper |lower "
        r"|anterior |posterior |dorsal |medial |lateral )*"
        r"(scalp|forehead|cheek|eyelid|buttock|thigh|forearm|palm|finger|thumb)\b",
        ("scalp", "forehead", "cheek", "eyelid", "buttock", "thigh", "forearm", "palm", "finger", "thumb"),
        loose=True,
    ),
)  # fmt: skip
