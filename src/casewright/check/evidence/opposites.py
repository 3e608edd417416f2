"""Words that exclude one another wherever they stand beside the same word, and words that deny."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from casewright.check.evidence.wording import STOP, stem
from casewright.document.mentions.stretch import Stretch
from casewright.patterns import lazily

_SCALES = tuple(
    tuple(tuple(value.split("|")) for value in scale.split())
    for scale in (
        "anterior posterior",
        "superior inferior",
        "upper middle|mid lower",
        "proximal distal",
        "medial lateral",
        "ventral dorsal",
        "cranial caudal",
        "ascending transverse descending sigmoid",
        "frontal parietal temporal occipital",
        "cervical thoracic lumbar sacral",
        "mitral aortic tricuspid pulmonic",
        "supination pronation",
        "flexion extension",
        "abduction adduction",
        "varus valgus",
        "benign malignant",
        "primary secondary",
        "single|solitary multiple",
        "unilateral bilateral",
        "partial|subtotal complete|total",
        "arterial venous",
        "solid cystic",
        "internal external",
        "superficial deep",
        "mild moderate severe",
        "sudden|abrupt gradual|insidious",
        "acute chronic",
        "medical|conservative surgical|operative",
        "increased|elevated|raised|high decreased|reduced|lowered|low",
        "positive negative",
        "sensitive|susceptible resistant",
        "normal abnormal",
        "symptomatic asymptomatic",
        "febrile afebrile",
        "stable unstable",
        "viable nonviable",
        "functional nonfunctional",
        "dominant recessive",
        "isolated combined",
        "successful unsuccessful",
        "hypointense hyperintense",
        "hypodense hyperdense",
        "hypoechoic hyperechoic",
        "hypoglycemia|hypoglycaemia hyperglycemia|hyperglycaemia",
        "hypokalemia|hypokalaemia hyperkalemia|hyperkalaemia",
        "hyponatremia|hyponatraemia hypernatremia|hypernatraemia",
        "hypocalcemia|hypocalcaemia hypercalcemia|hypercalcaemia",
        "hypotension|hypotensive hypertension|hypertensive",
        "bradycardia tachycardia",
        "hypothyroidism hyperthyroidism",
        "acidosis alkalosis",
        "leukocytosis leukopenia",
        "thrombocytosis thrombocytopenia",
        "constipation diarrhea|diarrhoea",
        "intact absent",
    )
)
_VALUES: dict[str, tuple[int, str]] = {
    word: (number, value[0]) for number, scale in enumerate(_SCALES) for value in scale for word in value
}
OPPOSED = frozenset(_VALUES)
DENIALS = frozenset(
    ("no", "without", "not", "absence", "absent", "never", "nor", "neither", "negative", "denied")
)
_WORD = lazily(r"[a-z]+")


@dataclass(frozen=True, slots=True)
class Turn:
    """A word that another excludes: its scale and value, its place in the sentence, and the words beside it."""

    scale: int
    value: str
    start: int
    end: int
    before: str  # the stem of the word that carries meaning before it, "" where none does
    after: str

    def in_place_of(self, other: Turn) -> bool:
        """Whether it stands where the other, which it excludes, stands: between the same words."""
        if self.scale != other.scale or self.value == other.value:
            return False
        before = self.before == other.before or not (self.before and other.before)
        after = self.after == other.after or not (self.after and other.after)
        return before and after and bool({self.before, self.after} & {other.before, other.after} - {""})


def turns(stretch: Stretch) -> Iterator[Turn]:
    """The opposed words of a sentence, with the words that carry meaning next to each."""
    if stretch.words.isdisjoint(OPPOSED):
        return
    found = [
        (match.start(), match.end(), match[0])
        for match in _WORD.finditer(stretch.text.lower())
        if (len(match[0]) > 2 and match[0] not in STOP) or match[0] in OPPOSED
    ]
    for place, (start, end, word) in enumerate(found):
        if word in _VALUES:
            scale, value = _VALUES[word]
            before = stem(found[place - 1][2]) if place else ""
            after = stem(found[place + 1][2]) if place + 1 < len(found) else ""
            yield Turn(scale, value, start, end, before, after)


def denied(text: str) -> Iterator[tuple[str, str]]:
    """What a sentence says there is not, with the word that carries meaning before: `impaction and no membranes`."""
    for match in _DENIED.finditer(text):
        before = [word for word in _WORD.findall(text[: match.start()].lower()[-60:]) if word not in STOP]
        if before and match["what"] not in STOP:
            yield stem(before[-1]), stem(match["what"])


_DENIED = lazily(
    r"\b(?:[Nn]o|[Ww]ithout|[Aa]bsence of) (?:(?:any|the|evidence|signs?|obvious|significant|of) ){0,3}"
    r"(?P<what>[a-z]{4,})\b"
)
