"""Regions of the body that have a left and a right, each by the words that name a part of it or an illness there.

The first region of the list of which a word is found is the one that is meant.
"""

from __future__ import annotations

from casewright.patterns import lazily

_REGIONS = {
    name: lazily(parts)
    for name, parts in {
        "kidney": r"loin|flank|\bwaist|costovertebral|lumbar (?:region|area|pain)|kidney|\b(?:peri|para)?renal|nephr"
        r"|ureter|perineph|pyel|hydrone|hydrour",
        "chest": r"lung|pleura|hemith|thora|chest|\bribs?\b|pneumo|hydrop|pulmon|hilar|breath sounds|air entry"
        r"|costophrenic|diaphragm|bronch|(?:upper|middle|lower) lobe(?! of (?:the )?(?:thyroid|liver|parotid))",
        "eye": r"\beye|ocul|orbit|visual|vision|optic|retin|cornea|conjun|ptosis|pupil|macul|vitre|proptosis|exophthal",
        "leg": r"\bleg|lower (?:extrem|limb)|thigh|calf|knee|foot|feet|ankle|\btoes?\b|tibia|fibul|femur|\bhip|poplit"
        r"|heel|buttock|glute(?!al (?:arter|vein))|hallux|malleol|metatars|calcane|patell|menisc|acetabul"
        r"|trochant|achilles|gastrocnem|quadriceps|hamstring|plantar|sciatic",
        "arm": r"\barm|upper (?:extrem|limb)|elbow|hand\b|wrist|finger|thumb|forearm|humer|radius|radial|ulna|\baxill"
        r"|metacarp|carpal|scaphoid|olecran|biceps|triceps|brachi",
        "shoulder": r"shoulder|clavic|sternocl|scapul|acromi|rotator cuff|glenohum|deltoid",
        "breast": r"breast|mastec|nipple|lumpec",
        "testis": r"testi|scrot|hemiscr|spermat|orchi|epididym",
        "ovary": r"ovar|adnex|fallop|salping|tubal|\btube",
        "ear": r"\bear\b|mastoid|tympan|hearing|deaf|tinnit|otitis|otorr|auditory|external canal|eardrum",
        "face": r"face|facial|cheek|maxill|mandib|parotid|subman|zygom|\bjaw",
        "upper abdomen": r"hypochon|upper (?:abdom|quad)",
        "lower abdomen": r"lower (?:abdom|quad)|iliac fossa",
        "thyroid": r"\bthyroid|hemithyroid",
        "liver": r"\bliver|hepat|lobe of (?:the )?liver",
        "adrenal": r"adrenal",
        "skull": r"cerebellopon|retrosigm|suboccip|pterion|craniot|craniec|translab|cerebell|temporal lobe|frontal lobe"
        r"|parietal lobe|occipital lobe|frontotemp|hemispher|thalam|basal gangl|putam|temporopar|middle cerebral",
        "groin": r"groin|inguin|hernio",
        "half of the body": r"hemipar|hemipleg|hemisensory",
    }.items()
}


def is_in_region(region: str, said: str) -> bool:
    """Whether a text names a region of the body."""
    return bool(region) and _REGIONS[region].search(said.lower()) is not None


def region_of(said: str, before: int = -1) -> str:
    """The region of the body that words in small letters name first in the list, "" for none.

    One that is named before a character of them goes before one that is named behind it: `mastectomy and axillary`.
    """
    found = {name: match.start() for name, words in _REGIONS.items() if (match := words.search(said))}
    return next((name for name, start in found.items() if start < before), next(iter(found), ""))
