"""Words before an operation, a device or a drug's form that exclude one another: `monofocal lens`, `multifocal lens`.

They are told apart from other words of one kind by what they stand before: the thing that was done or put in.
"""

from __future__ import annotations

from collections.abc import Iterator

from casewright.check.evidence.text.letters import Places
from casewright.check.evidence.words.contraries import by_word
from casewright.document.mentions.wordset import ByWord, words
from casewright.patterns import lazily

_SCALES = (
    "open laparoscopic robotic endoscopic percutaneous arthroscopic thoracoscopic hysteroscopic",
    "rigid flexible",
    "fixed removable",
    "single dual double triple",
    "monofocal multifocal trifocal toric",
    "up down",
    "femoral radial brachial subclavian jugular axillary carotid popliteal ulnar basilic cephalic saphenous",
    "anterior posterior lateral medial",
    "dorsal volar|palmar",
    "temporary permanent",
    "elective emergency|emergent|urgent",
    "total subtotal partial hemi",
    "radical simple",
    "split full",
    "cemented uncemented|cementless",
    "absorbable nonabsorbable",
    "autologous allogeneic|allogenic xenogeneic",
    "metal|metallic plastic silicone titanium ceramic steel zirconia porcelain acrylic amalgam polyethylene",
    "dacron ptfe|polytetrafluoroethylene|eptfe pericardial vein|venous",
    "bovine porcine human|cadaveric",
    "synthetic biological|biologic",
    "mechanical bioprosthetic|biological|tissue",
    "hamstring patellar quadriceps iliac fibular tibial",
    "latissimus pectoralis gracilis gastrocnemius soleus sural radial anterolateral deltopectoral trapezius"
    " temporalis"
    " omental groin forehead",
    "general spinal epidural local regional caudal",
    "internal external",
    "cervical thoracic lumbar sacral",
    "midline subcostal transverse paramedian",
    "stereotactic conventional proton electron",
    "neoadjuvant adjuvant palliative",
    "excisional incisional punch shave",
    "nasogastric nasojejunal orogastric",
    "bipolar monopolar|unipolar",
    "penetrating lamellar endothelial",
    "frontal parietal temporal occipital suboccipital",
    "oral intravenous subcutaneous intramuscular intrathecal topical inhaled nebulized|nebulised rectal transdermal",
)
_VALUES = by_word(_SCALES)
_WORDS = frozenset(_VALUES)
_HEADS = words(
    "lens flap graft stent tube catheter drain pacemaker defibrillator device valve prosthesis shunt mesh plate"
    " nail screw"
    " fixator implant suture sutures dressing cast splint brace balloon filter coil ring patch access approach"
    " incision"
    " anesthesia anaesthesia block radiotherapy chemotherapy chemoradiotherapy biopsy fixation fusion decompression"
    " resection anastomosis transplantation drainage repair laparotomy reconstruction bypass endoscopy lavage"
    " exploration crown denture appliance feeding nutrition suppository suppositories ointment"
)
_ENDINGS = (
    "ectomy",
    "otomy",
    "ostomy",
    "plasty",
    "scopy",
    "desis",
    "pexy",
    "tripsy",
    "centesis",
    "autograft",
    "allograft",
)
_BEHIND = lazily(r"(?:[- ](?!and\b|or\b|with\b|of\b|in\b|was\b|to\b|for\b|the\b|an?\b)[a-z]{2,}){1,3}")


def _head(word: str) -> str:
    """What is done or put in, in the singular; "" for other words."""
    for name in (word, word.removesuffix("s")):
        if name in _HEADS or (len(name) > 7 and name.endswith(_ENDINGS)):
            return "graft" if name.endswith("graft") else name
    return ""


_HEAD_OF = ByWord(_head)


def modified(lower: str, places: Places, said: frozenset[str]) -> Iterator[tuple[int, int, str, str]]:
    """The words of which a manuscript names two of one scale before one thing: start, end, family and value."""
    asked = _WORDS & said
    scales: dict[str, set[str]] = {}
    for word in asked:
        for scale, value in _VALUES[word]:
            scales.setdefault(scale, set()).add(value)
    rivalling = {scale for scale, values in scales.items() if len(values) > 1}
    for word in asked:
        known = [each for each in _VALUES[word] if each[0] in rivalling]
        for place in places[word] if known else ():
            end = place + len(word)
            if (place and lower[place - 1].isalpha()) or not (behind := _BEHIND.match(lower, end)):
                continue
            thing, stop = _thing(behind[0], end)
            if thing:
                for scale, value in known:
                    yield place, stop, f"kind of the {thing} ({scale})", value


def _thing(behind: str, end: int) -> tuple[str, int]:
    """The first thing that is named behind a word, and where its name ends."""
    place = end
    for word in behind.replace("-", " ").split():
        place = place + 1 + len(word)
        if thing := _HEAD_OF[word]:
            return thing, place
    return "", place
