"""Which symptoms and signs the sentences of a report say that the patient has, and which they deny."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from casewright.check.evidence.denial.denying import CUES, is_there
from casewright.check.evidence.denial.signs import BY_KEY, DENYING_WORDS, KEYS, KEYS_OF, Sign
from casewright.check.evidence.text.around import places_of_words, stretches_with, vocabulary
from casewright.check.evidence.text.parts import Part, of_patient, part_at
from casewright.check.evidence.text.passage import Passage, factual
from casewright.check.evidence.words.wording import stem
from casewright.document.mentions.stretch import Stretch
from casewright.document.mentions.wordset import words
from casewright.document.reading import Reading
from casewright.patterns import lazily

_BEHIND = lazily(
    r"(?: (?:and|or) [a-z]+| lesions?)?"
    r"(?: (?:was|were) (?:seen|found|noted|present|elicited|detected|observed|identified|visible|felt|palpable)"
    r"(?! (?:on|at|to) ))?"
    r" (?:of|in|within|inside|along|throughout|over|on|at|around|to) (?:the |his |her |both |all )?"
    r"(?P<place>(?:[a-z-]+ ?){1,3})"
)
_NEXT = lazily(r"(?:[a-z'’-]+ ){1,4}\Z")
_ENDS = words(  # before which nothing belongs to the name of a sign
    "any evidence sign signs of or nor and the a an his her no with without denied denies denying had has"
    " have reported presented complained developed showed revealed demonstrated was were in on at to for"
    " also is there either neither by from as like complaints complaint experienced noted found seen"
    " suffered that about which due she he they who patient it this not including experiencing but then"
    " only both all per showing having noticed admitted such our absence lack because identified detected"
    " observed symptoms symptom history until since after before during described being been did confirmed"
    " contained contains containing displayed exhibited harbored included comprised lacked lacking devoid"
)
_ATTRIBUTES = words(  # that say how it is, not where
    "mild moderate severe slight marked high low grade persistent recurrent intermittent occasional large"
    " small massive minimal associated accompanying chronic acute sudden some bilateral diffuse multiple"
    " several new obvious moderately mildly severely intense dull sharp concomitant concurrent progressive"
    " increasing dry productive episode episodes presence visible clinical pitting palpable extensive"
    " similar palpation feeling examination physical known past clear frank significant considerable huge"
    " tiny little much great definite evident maculopapular generalized generalised continuous constant"
    " swollen firm tender fixed enlarged painful painless isolated unilateral further maximum worsening"
    " dense thick thin fine coarse long short wide round oval irregular bright dark white red yellow pale"
    " hyperintense hypointense hypoechoic hyperechoic echogenic enhancing calcified purulent bloody serous"
    " turbid profuse copious abundant scant discrete focal multifocal subtle prominent striking"
    " characteristic many numerous few single two three four tumor tumour lesion specimen whole entire"
)
_TOLD = words(
    "denied denies denying complained complaining complaints complaint reported reports history presented"
    " presenting noticed experienced suffered admitted described stated"
)
_SEEN = words(
    "examination examined auscultation palpation inspection revealed showed showing demonstrated seen"
    " noted found observed detected palpable palpated revealing demonstrating"
)
EXAMINING = {
    "ct": "ct", "tomography": "ct", "mri": "mri", "resonance": "mri", "ultrasound": "ultrasound",
    "ultrasonography": "ultrasound", "sonography": "ultrasound", "ultrasonogram": "ultrasound",
    "echocardiography": "echo", "echocardiogram": "echo",
    "transthoracic": "transthoracic", "tte": "transthoracic", "transesophageal": "transesophageal",
    "transoesophageal": "transesophageal", "tee": "transesophageal", "radiograph": "x-ray", "radiography": "x-ray",
    "radiographs": "x-ray", "ray": "x-ray", "gastroscopy": "gastroscopy", "colonoscopy": "colonoscopy",
    "endoscopy": "gastroscopy", "biopsy": "histology", "biopsies": "histology", "histology": "histology",
    "histopathology": "histology", "histological": "histology", "histologically": "histology",
    "microscopic": "histology", "microscopically": "histology", "microscopy": "histology", "autopsy": "autopsy",
    "laparotomy": "operation", "laparoscopy": "operation", "intraoperatively": "operation",
    "angiography": "angiography", "angiogram": "angiography",
    "pet": "pet", "fundoscopy": "eye", "ophthalmoscopy": "eye",
    "doppler": "ultrasound", "bronchoscopy": "bronchoscopy", "cystoscopy": "cystoscopy",
    "arthroscopy": "operation", "urinalysis": "urine", "specimen": "histology", "pathology": "histology",
    "pathological": "histology", "mammography": "mammography", "scintigraphy": "scintigraphy",
    "scintigram": "scintigraphy", "spect": "scintigraphy", "venography": "angiography", "arteriography": "angiography",
    "arteriogram": "angiography", "catheterization": "catheter", "catheterisation": "catheter", "lavage": "lavage",
}  # fmt: skip
"""Words that name an examination, and which it is."""
_TIME = lazily(  # what stands behind a sign like a place, and is none: `edema on admission`
    r"(?:\w+ )?(?:admission|presentation|arrival|examination|palpation|auscultation|inspection|day|night"
    r"|evening"
    r"|discharge|time|ct|mri|ultraso\w+|imaging|biopsy|surgery|follow|exertion|rest|microscop\w+"
    r"|histolog\w+"
    r"|consultation|visit|which|that|autopsy|this|x)\b"
)
_WORD = lazily(r"[a-z]+")


class Told(NamedTuple):
    """A symptom or sign that a sentence says the patient has, or has not."""

    stretch: Stretch
    number: int  # of the sentence
    place: Passage
    sign: Sign
    there: bool
    where: frozenset[str]  # stems of the words that say of what, or where
    how: str  # `told` by the patient, `seen` by the doctor, "" where the text does not say
    by: frozenset[str]  # by which examinations
    part: Part


def told_of(reading: Reading) -> dict[str, list[Told]]:
    """What the report says of the symptoms and signs that it denies in one sentence and names in
    another, by name."""
    said, places = reading.once(vocabulary), reading.once(places_of_words)
    named: Counter[str] = Counter()
    for key in KEYS & said:
        for _, sign in BY_KEY[key]:
            named[sign.name] += len(places[key])
    outright = {DENYING_WORDS[word] for word in said.intersection(DENYING_WORDS)}
    twice = {name for name, count in named.items() if count > 1}
    keys = frozenset(key for name in twice for key in KEYS_OF[name]) & said
    names = {
        sign.name
        for stretch in stretches_with(reading, CUES)
        if not stretch.words.isdisjoint(keys)
        for _, _, sign, there in _spans(stretch, stretch.words & keys)
        if there is False
    } & twice | (outright & named.keys())
    if not names:
        return {}
    keys = frozenset(key for name in names for key in KEYS_OF[name]) & said
    found: dict[str, list[_Span]] = {}
    for stretch in stretches_with(reading, keys | said.intersection(DENYING_WORDS)):
        if factual(stretch.section.role) and stretch.block.kind not in ("heading", "table"):
            for each in _spans(stretch, stretch.words & keys):
                if each.sign.name in names:
                    found.setdefault(each.sign.name, []).append(each)
    told = {
        name: [
            told_at(reading, each.stretch, each.span, each.sign, each.there is True)
            for each in every
            if _of_patient(reading, each)
        ]
        for name, every in found.items()
        if {True, False} <= {each.there for each in every}
    }
    return {name: every for name, every in told.items() if len({each.there for each in every}) == 2}


class _Span(NamedTuple):
    """Where a sentence names a sign, and whether it says that it is there; None where it does not say."""

    stretch: Stretch
    span: tuple[int, int]
    sign: Sign
    there: bool | None


def _spans(stretch: Stretch, keys: frozenset[str]) -> Iterator[_Span]:
    denying = stretch.words.intersection(DENYING_WORDS)
    if not (keys or denying):
        return
    lower = stretch.lower
    denies = not stretch.words.isdisjoint(CUES)
    for key in keys:
        for phrase, sign in BY_KEY[key]:
            for span in places_in(phrase, lower):
                yield _Span(stretch, span, sign, is_there(lower, *span, denies))
    for word in denying:
        start = lower.find(word)
        sign = BY_KEY[DENYING_WORDS[word]][0][1]
        yield _Span(stretch, (start, start + len(word)), sign, False)


def _of_patient(reading: Reading, each: _Span) -> bool:
    """Whether a sentence says of our patient whether a sign is there."""
    start = each.stretch.offset + each.span[0]
    return each.there is not None and of_patient(reading, each.stretch.sentence.index, start)


def told_at(reading: Reading, stretch: Stretch, span: tuple[int, int], sign: Sign, there: bool) -> Told:
    """What a sentence says of a sign at some characters of it."""
    number, block, said = stretch.sentence.index, stretch.sentence.block, stretch.words
    place = Passage(block, stretch.offset + span[0], stretch.offset + span[1])
    by = frozenset(EXAMINING[word] for word in said & EXAMINING.keys())
    how = "told" if not said.isdisjoint(_TOLD) else "seen" if by or not said.isdisjoint(_SEEN) else ""
    where = _where(stretch.lower, span)
    return Told(stretch, number, place, sign, there, where, how, by, part_at(reading, block))


def places_in(phrase: str, lower: str) -> Iterator[tuple[int, int]]:
    """Where whole words stand in a text."""
    start = lower.find(phrase)
    while start >= 0:
        end = start + len(phrase)
        beside = lower[start - 1 : start] + lower[end : end + 1]
        if not any(each.isalpha() or each == "-" for each in beside):
            yield start, end
        start = lower.find(phrase, end)


def _where(lower: str, span: tuple[int, int]) -> frozenset[str]:
    """The words beside a sign that say of what it is, or where."""
    before = _NEXT.search(lower, max(0, span[0] - 50), span[0])
    named: list[str] = []
    for word in reversed(_WORD.findall(before[0] if before else "")):
        if word in _ENDS:
            break
        named.append(word)
    behind = _BEHIND.match(lower, span[1])
    if behind and not _TIME.match(behind["place"]):
        for word in _WORD.findall(behind["place"]):
            if word in _ENDS:
                break
            named.append(word)
    return frozenset(stem(word) for word in named if len(word) > 2 and word not in _ATTRIBUTES)
