"""Words that exclude one another wherever they stand beside the same word, and words that deny."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from casewright.check.evidence.wording import STOP, stem
from casewright.document.mentions.stretch import Stretch
from casewright.document.mentions.wordset import lowered, words
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
        "gain loss",
        "improved worsened",
        "thickened thinned",
        "dilated narrowed",
        "hard soft",
        "painful painless",
        "tender nontender",
        "regular irregular",
        "homogeneous|homogenous heterogeneous|heterogenous",
        "symmetric|symmetrical asymmetric|asymmetrical",
        "central peripheral",
        "sensory motor",
        "systolic diastolic",
        "ischemic|ischaemic hemorrhagic|haemorrhagic",
        "obstructive nonobstructive",
        "ruptured unruptured",
        "displaced undisplaced|nondisplaced",
        "resectable unresectable",
        "metastatic nonmetastatic",
        "invasive noninvasive",
        "typical atypical",
        "congenital acquired",
        "hereditary sporadic",
        "elective emergency|emergent|urgent",
        "continent incontinent",
        "conscious unconscious",
        "immunocompetent immunocompromised|immunosuppressed|immunodeficient",
        "vaccinated unvaccinated",
        "term preterm|premature",
        "nulliparous primiparous multiparous",
        "premenopausal postmenopausal",
        "rural urban",
        "smoker nonsmoker",
        "transudate exudate",
        "bacilli cocci",
        "aerobic anaerobic",
        "neutrophilic lymphocytic eosinophilic",
        "homozygous heterozygous",
        "ileostomy colostomy jejunostomy gastrostomy anastomosis",
        "laparotomy laparoscopy",
        "open laparoscopic robotic endoscopic percutaneous arthroscopic thoracoscopic",
        "oral|orally intravenous|intravenously intrathecal|intrathecally intramuscular|intramuscularly"
        " subcutaneous|subcutaneously topical|topically inhaled transdermal",
        "liver|hepatic spleen|splenic pancreas|pancreatic kidney|renal stomach|gastric duodenum|duodenal"
        " jejunum|jejunal ileum|ileal cecum|caecum|cecal appendix colon|colonic rectum|rectal esophagus|esophageal"
        " bladder prostate|prostatic uterus|uterine ovary|ovarian testis|testicular thyroid adrenal lung|pulmonary"
        " heart|cardiac brain|cerebral breast gallbladder ureter|ureteral",
        "hip knee ankle shoulder elbow wrist",
        "femur|femoral tibia|tibial fibula|fibular humerus|humeral radius|radial ulna|ulnar scapula|scapular clavicle"
        "|clavicular sternum|sternal",
        "thumb index ring little",
        "hand foot",
        "arm leg",
        "adenocarcinoma sarcoma lymphoma melanoma",
        "red white yellow green black blue grey|gray brown",
        "north northeast east southeast south southwest west northwest",
        "northern northeastern eastern southeastern southern southwestern western northwestern",
    )
)
_VALUES: dict[str, tuple[int, str]] = {
    word: (number, value[0]) for number, scale in enumerate(_SCALES) for value in scale for word in value
}
OPPOSED = frozenset(_VALUES)
_DENIED_AS_OTHER = words(  # what a report says of a patient in so many words
    "immunocompetent immunocompromised immunosuppressed immunodeficient vaccinated unvaccinated smoker nonsmoker"
    " continent incontinent conscious unconscious resectable unresectable ruptured unruptured malignant benign"
)
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

    def beside_what(self, other: Turn) -> int:
        """On how many sides, 0 to 2, it stands beside the same word as another: 0 where the other side differs."""
        same = 0
        for one, there in ((self.before, other.before), (self.after, other.after)):
            if one and there and one != there:
                return 0
            same += bool(one and there)
        return same


def opposed(one: str, other: str) -> bool:
    """Whether two words, in small letters, are of one scale and not the same."""
    first, second = _VALUES.get(one), _VALUES.get(other)
    return first is not None and second is not None and first[0] == second[0] and first != second


def rivalling(said: frozenset[str]) -> frozenset[str]:
    """Those of the opposed words of a manuscript that have a rival in it, or that to deny is to say the other."""
    values: dict[int, set[str]] = {}
    for word in said & OPPOSED:
        scale, value = _VALUES[word]
        values.setdefault(scale, set()).add(value)
    return frozenset(
        word for word in said & OPPOSED if len(values[_VALUES[word][0]]) > 1 or word in _DENIED_AS_OTHER
    )


def turns(stretch: Stretch, asked: frozenset[str] = OPPOSED) -> Iterator[Turn]:
    """The opposed words of a sentence, of those asked for, with the words that carry meaning next to each."""
    lower = lowered(stretch.text)
    for word in stretch.words & asked:
        scale, value = _VALUES[word]
        start = lower.find(word)
        end = start + len(word)
        if (start and lower[start - 1].isalpha()) or lower[end : end + 1].isalpha():
            continue
        if _NEGATED.search(lower, max(0, start - _NEAR), start):
            if len(_SCALES[scale]) != len(_PAIRED):
                continue
            value = next(each[0] for each in _SCALES[scale] if each[0] != value)
        ahead = _WORD.findall(lower, max(0, start - _REACH), start)[::-1]
        yield Turn(
            scale, value, start, end, _telling(ahead), _telling(_WORD.findall(lower, end, end + _REACH))
        )


def _telling(beside: list[str]) -> str:
    """The stem of the first word that carries meaning, "" where none does."""
    return next((stem(word) for word in beside if len(word) > 2 and word not in STOP), "")


def denied(text: str) -> Iterator[tuple[str, str]]:
    """What a sentence says there is not, with the stem of the word before that carries meaning."""
    for match in _DENIED.finditer(text):
        if match["what"] not in STOP:
            before = _WORD.findall(text[max(0, match.start() - 60) : match.start()].lower())[::-1]
            yield _telling(before), match["what"]


def stated_with(stretch: Stretch, before: str, what: str) -> tuple[int, int] | None:
    """Where a sentence has a word behind the one of a stem: `impaction and membranes`."""
    for match in _PAIR.finditer(stretch.text):
        if match["what"] == what and stem(match["before"].lower()) == before:
            return match.span("what")
    return None


_PAIRED = ("one", "other")  # values of a scale on which to deny the one is to say the other
_REACH = 40  # characters on either side in which the word beside an opposed word is sought
_NEAR = 16  # and in which the word is denied
_NEGATED = lazily(r"\b(?:not|never|neither|nor|non)(?: (?:been|an?|the|at all|\w+ly))?[ -]\Z")
_PAIR = lazily(r"\b(?P<before>[A-Za-z]{3,}),? (?:(?:and|with|but) )?(?P<what>[a-z]{4,})")
_DENIED = lazily(
    r"\b(?:[Nn]o|[Ww]ithout|[Aa]bsence of) (?:(?:any|the|evidence|signs?|obvious|significant|of) ){0,3}"
    r"(?P<what>[a-z]{4,})\b"
)
