"""Small distances of the body, and the bore of tubes in it, against the greatest that is found in patients.

The limits are casewright's own judgement, and are not verified against a source: they are set so far outside what is
found in patients that a figure beyond them is a wrong unit or a misprint.
"""

from __future__ import annotations

from collections.abc import Iterator

from casewright.check.evidence.text.passage import Passage, scan_sentences
from casewright.check.evidence.values.bodily import Beyond
from casewright.document.mentions.wordset import words
from casewright.document.reading import Reading
from casewright.patterns import lazily

_DISTANCES = (  # what is measured, the greatest that is found, in centimetres
    (r"inter-?canthal (?:distance|width)|interpupillary distance", 12.0),
    (r"palpebral fissures?|philtrum", 7.0),
    (r"corneal diameters?", 2.5),
    (r"(?:central )?corneal thickness|(?:central )?(?:macular|foveal|retinal) thickness", 0.4),
    (r"anterior chamber depth", 1.0),
    (r"pupils?|pupil(?:lary)? (?:diameter|size)s?", 1.3),
    (r"optic nerve sheath diameters?|intima[- ]media thickness|carotid intima", 2.0),
    (r"nuchal (?:translucency|fold|fold thickness)", 5.0),
    (r"endometri(?:al thickness|um|al stripe)", 20.0),
    (
        r"(?:inter)?ventricular sept(?:al thickness|um)|septal (?:wall )?thickness|posterior wall thickness",
        8.0,
    ),
    (r"[Ll]eft atri(?:al|um)(?: (?:diameter|dimension))?|LA diameter", 40.0),
    (
        r"(?:[Ll]eft|[Rr]ight) ventricular (?:internal )?(?:end[- ])?(?:diastolic"
        r"|systolic)? ?(?:internal )?(?:diameter|dimension)"
        r"|LVEDD|LVESD|LVIDd|LVIDs",
        20.0,
    ),
    (
        r"(?:inferior vena cava|IVC|aortic root|aortic annul(?:us|ar)|mitral annul(?:us|ar)"
        r"|vena contracta)(?: diameter)?",
        25.0,
    ),
    (r"(?:endotracheal|tracheal|tracheostomy) tubes?", 4.0),
    (r"[Mm]idline shift", 5.0),
    (r"[Cc]ervical dilat(?:at)?ion|[Cc]ervix(?= (?:was |is )?dilated)", 12.0),
)
_WORDS = words(
    "intercanthal canthal interpupillary palpebral philtrum corneal macular foveal retinal chamber pupil pupils"
    " pupillary sheath intima nuchal endometrial endometrium septum septal posterior tube tubes"
    " cervical cervix midline atrial atrium ventricular lvedd lvesd cava root annulus annular contracta"
)
_NAMED = "|".join(f"(?P<d{number}>{named})" for number, (named, _) in enumerate(_DISTANCES))
_PLACED = lazily(
    r"\b(?:depth|position|fixed|secured|taped|insert\w*|lips?|teeth|incisors?|nostril|nar[ei]s?)\b"
)
_FIGURE = r"\d{1,4}(?:\.\d{1,2})?"
_DISTANCE = lazily(
    rf"\b(?:{_NAMED})\b"
    r"(?: (?:was|is|were|are|of|at|to|up|both|measur\w+|increased|decreased|reduced|dilated|about|approximately"
    r"|thickness|diameter|distance|length|width|size|bilaterally|with an|inner|internal|inside|equal|fixed|and))*"
    r"[ :=(,]{1,3}"
    rf"(?P<figure>{_FIGURE})(?: ?[-–] ?(?P<most>{_FIGURE}))?[ -]?"
    r"(?P<unit>cm|mm|centimet(?:er|re)s?|millimet(?:er|re)s?)\b(?![²³23/])"
    r"(?! (?:from|above|below|long|in length|deep|at the))"
)


def fine_distances(reading: Reading) -> Iterator[Beyond]:
    """Every small distance that is larger than any patient's."""
    for passage, match in scan_sentences(reading, _DISTANCE, _WORDS):
        number = next(number for number in range(len(_DISTANCES)) if match[f"d{number}"])
        metric = match["unit"].startswith("m")
        centimetres = float(match["most"] or match["figure"]) * (0.1 if metric else 1.0)
        what = match[f"d{number}"]
        if "tube" in what and _PLACED.search(match.string):
            continue  # how deep it lies, and not how wide it is
        if centimetres > _DISTANCES[number][1]:
            start = passage.start + match.start("figure") - match.start()
            place = Passage(passage.block, start, passage.end)
            hint = "is the unit μm?" if metric else "is the unit mm?"
            what = what if what.endswith("ss") else what.removesuffix("s")
            yield Beyond(place, f"no {what} measures so much", hint)
