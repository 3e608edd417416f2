"""What a length in the text is the size of."""

from __future__ import annotations

import re

from casewright.document.mentions.figures import Figure
from casewright.document.mentions.stature import is_height
from casewright.document.mentions.timespans import Sense
from casewright.patterns import lazily

_THINGS = (
    r"mass(?:es)?|lesions?|tumou?rs?|nodules?|cysts?|stones?|calcul(?:us|i)|gallstones?"
    r"|aneurysms?|abscess(?:es)?|defects?|hernias?|ulcers?"
    r"|ulcerations?|polyps?|nodes?|lymph nodes?|wounds?|incisions?|haematomas?|hematomas?"
    r"|collections?|effusions?|thromb(?:us|i)|foreign bod(?:y|ies)"
    r"|perforations?|lacerations?|plaques?|papules?|patch(?:es)?|vegetations?|metastas[ei]s"
    r"|adenomas?|fibroids?|myomas?|specimens?|swellings?|lumps?|bull[ae]|blisters?"
    r"|diverticul(?:um|a)|varices|strictures?|stenos[ie]s|fistulas?|opacity|opacities"
    r"|infarcts?|pseudocysts?|goiters?|lipomas?|sac|duct|spleen|liver|kidneys?|uterus"
    r"|ovary|thyroid|aorta|appendix|gallbladder|prostate|pancreas|testis|teeth|tooth|scars?"
    r"|splenomegaly|hepatomegaly|erosions?|cavity|cavities|hemangiomas?|meningiomas?|carcinomas?|sarcomas?|schwannomas?"
    r"|GISTs?|lipoma|teratomas?|cystadenomas?|fragments?|segments?|bezoars?|needles?|burns?"
    r"|septal defects?|PFO|ASD|VSD|pseudoaneurysms?|dissection|tears?|gaps?|openings?|margins?"
    r"|tumor size|stent|balloon|graft|flap|bulges?|protrusions?|macules?|foci|focus|area|areas"
    r"|eschars?|ring|cord|lobe|hydronephrosis|pleural thickening|thickening|trachea|fluid"
    r" collection"
)
_ENLARGED = {"splenomegaly": "spleen", "hepatomegaly": "liver"}
_LENGTH_OF = lazily(
    r"[\s-]{0,2}(?:(?:in|of|and|×|x|by|(?:\w|-)+) ){0,7}?(?P<of>" + _THINGS + r")\b(?! (?:from|distance))",
    re.IGNORECASE,
)
_THE_NEXT = lazily(r"\band (?:an?|the|his|her|its) ")  # behind it another thing is told of
_THING = lazily(rf"\b(?:{_THINGS})\b", re.IGNORECASE)
_MEASURING = lazily(
    r"(?:measur\w+|size|sized|sizes|diameter|diameters|dimensions?|wide|long|length"
    r"|thick(?:ness)?|width|height|large|largest|extent|calib(?:er|re)|up to|enlarged|dilated"
    r"|dilat(?:at)?ion|depth|thickened|grown|of)"
    r"(?:[ (:=,]{1,2}(?:of|was|were|is|approximately|about|around|up to|at|to|the|as|nearly"
    r"|almost|size|by|from|maximum|maximal|greatest|largest|diameter|dimensions?|being"
    r"|approx\.?|\(|in|with|a|an|less than|greater than|more than))*[ (:=,]{0,2}\Z",
    re.IGNORECASE,
)
_VOLUME = lazily(
    r"\bvolume[s]?(?: (?:of|was|at|measured|estimated|approximately|about|is|were))* ?[(:=]? ?\Z"
)
_SIZED = lazily(
    r"\)?[ -]{0,2}(?:\((?:[^()]{1,30})\) )?(?:in (?:its |the |maximum |maximal |greatest "
    r"|largest |longest |transverse |axial |total |overall |cross-sectional )*(?:diameters?"
    r"|size|length|width|thickness|dimensions?|depth|height|extent|axis|diam)"
    r"|in (?:its |the )?(?:largest|greatest|maximum|maximal|longest) |diameter|sized|size"
    r"|thick|wide|long|large|deep|high|across|in \w+ by|dimensions?)\b",
    re.IGNORECASE,
)
_FROM = lazily(
    r"[ -](?:away |distal |proximal |above |below |lateral |medial |anterior |posterior "
    r"|inferior |superior |deep |caudal |cranial |distally |proximally |cephalad )?(?:from|to"
    r"|above|below|distal|proximal|inferior|superior|off|anterior|posterior|lateral|medial"
    r"|beyond|inside|past|under|into)\b"
)


def length_sense(text: str, figure: Figure) -> Sense:
    """Whether a length is a size, and of what; a distance from something else is left open."""
    before, after = text[max(0, figure.start - 90) : figure.start], text[figure.end : figure.end + 90]
    product = figure.quantity.shape == "product"
    unit = figure.quantity.unit
    if unit is not None and unit.dimension == "volume":
        things = _THING.findall(before) if _VOLUME.search(before) else []
        return Sense("size", things[-1].lower()) if things else Sense("")
    if not product and _FROM.match(after):
        return Sense("")
    if is_height(text, figure):
        return Sense("height")
    match = _LENGTH_OF.match(after)
    if match is not None and _THE_NEXT.search(match[0]):
        match = None
    if match is not None and (product or figure.hyphened or " of " not in match[0]):
        return Sense("size", _named(match["of"]))
    if product or _MEASURING.search(before) or _SIZED.match(after):
        things = _THING.findall(before)
    elif re.search(r"[(\[]\s?\Z", before):
        things = _THING.findall(before, max(0, len(before) - 24))
    else:
        return Sense("")
    if not things:
        return Sense("size" if product else "")
    return Sense("size", _named(things[-1]))


def _named(thing: str) -> str:
    """What is measured: the organ, where its enlargement is named."""
    return _ENLARGED.get(thing.lower(), thing.lower())
