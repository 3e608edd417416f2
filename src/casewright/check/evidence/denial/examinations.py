"""Examinations that a report calls normal, and of which it tells elsewhere what they showed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from casewright.check.evidence.denial.visits import at_one_time, time_of
from casewright.check.evidence.text.around import stretches_with
from casewright.check.evidence.text.parts import of_patient, part_at
from casewright.check.evidence.text.passage import Passage
from casewright.document.mentions.stretch import Stretch
from casewright.document.mentions.wordset import words
from casewright.document.reading import Reading
from casewright.patterns import lazily

_KINDS: tuple[tuple[str, str], ...] = (
    ("examination", r"(?:[a-z-]+ical|[a-z-]+ic|general|rectal|pelvic|abdominal|breast|skin|fundus"
    r"|slit-lamp|cardiac|cardiovascular"
     r"|respiratory|vaginal|oral|testicular|scrotal|ocular|musculoskeletal|neck|eye|systemic|local"
     r"|chest) examination"),
    ("x-ray", r"(?:[a-z]+ )?(?:x-? ?rays?|radiographs?|radiography|radiograms?|plain films?)"),
    ("electrocardiogram", r"electrocardiogra(?:m|phy)|(?:12-lead )?(?:ecg|ekg)"),
    ("echocardiography", r"(?:[a-z]+ )?echocardiogra(?:m|phy)"),
    ("electroencephalogram", r"electroencephalogra(?:m|phy)|eeg"),
    ("tomography", r"(?:[a-z]+ )?(?:[a-z]+ )?(?:computed tomography|computerized tomography"
    r"|ct)(?: \(ct\))?(?: scans?| angiography)?"),
    ("magnetic resonance imaging", r"(?:[a-z]+ )?(?:magnetic resonance imaging|mri)(?: \(mri\))?(?: scans?)?"),
    ("ultrasound", r"(?:[a-z]+ )?(?:ultrasound|ultrasonography|sonography|ultrasonogram)(?: scans?)?"
    r"|(?:kidney|renal|abdominal|liver|thyroid|scrotal|breast|pelvic) us\b"),
    ("gastroscopy", r"gastroscopy|(?:upper )?(?:gastrointestinal |gi )?endoscopy|o?esophagogastroduodenoscopy"
    r"|egd"),
    ("colonoscopy", r"colonoscopy"),
    ("bronchoscopy", r"bronchoscopy"),
    ("cystoscopy", r"cystoscopy"),
    ("urinalysis", r"urinalysis"),
    ("scintigraphy", r"(?:[a-z]+ )?(?:scintigraphy|bone scan)"),
    ("spirometry", r"spirometry|pulmonary function tests?"),
    ("angiography", r"(?:[a-z]+ )?angiography"),
    ("mammography", r"mammography|mammogram"),
)  # fmt: skip
_KIND = {kind: lazily(pattern) for kind, pattern in _KINDS}
_NAMED = "|".join(f"(?P<k{number}>{pattern})" for number, (_, pattern) in enumerate(_KINDS))
_OF = r"(?: (?:of|on|at) (?:the |his |her |both )?(?P<of>(?:[a-z]+ ){1,3}?))?"
_CAME = r"(?: (?:on|at) (?:admission|presentation|arrival))?"
_SAYING = r"(?:was|were|showed|revealed|demonstrated|disclosed|remained|yielded)"
_NORMAL = lazily(
    rf"\b(?:{_NAMED}){_OF}{_CAME} ?{_SAYING} (?:(?:all|completely|entirely|also|both|within) )?"
    r"(?:normal(?! (?!findings|results|limits|range)[a-z])|unremarkable|no (?:abnormal(?:ity|ities"
    r"| (?:findings?|changes?|signals?|activity|lesions?))|patholog(?:y|ical (?:findings?|changes?))))"
    r"(?=[.;]|\Z| (?:on|at) (?:admission|presentation|arrival)[.;]"
    r"|, (?!except|but|apart|with|other)| and (?!the (?:only|rest))|$)"
)
_SHOWN = lazily(
    rf"\b(?:{_NAMED}){_OF}{_CAME} ?(?:also )?(?:showed|revealed|demonstrated|disclosed|exhibited|(?:was"
    rf"|were) (?:notable|remarkable|significant) for)"
    r" (?!no\b|normal|unremarkable|neither|that\b|nothing|only|the patient|an? (?:well|healthy|alert"
    r"|conscious|otherwise|normal)|(?:stable|good|clear|intact)|him\b|her\b|absence)"
)
_SEEN_ON = lazily(
    r"(?<!no )(?<!not )\b(?:was|were) (?:also |clearly )?(?:seen|visible|noted|found|detected|observed"
    r"|demonstrated|identified"
    rf"|evident|revealed) (?:on|at|by|in)"
    rf" (?:the |his |her |same |a |an )*(?:{_NAMED}){_OF}(?=[,.;]|\Z| and| as| at| on)"
)
_WORDS = words(
    "examination us ray rays radiograph radiographs radiography radiogram electrocardiogram"
    " electrocardiography ecg ekg echocardiogram"
    " echocardiography electroencephalogram electroencephalography eeg tomography ct resonance mri"
    " ultrasound ultrasonography"
    " sonography ultrasonogram gastroscopy endoscopy esophagogastroduodenoscopy"
    " oesophagogastroduodenoscopy egd colonoscopy"
    " bronchoscopy cystoscopy urinalysis films film scintigraphy scan spirometry pulmonary function"
    " angiography mammography mammogram"
)
_SHOWING = words("showed revealed demonstrated disclosed exhibited notable remarkable significant")
_SEEING = words("seen visible noted found detected observed demonstrated identified evident revealed")
_CALLING = words("normal unremarkable abnormality abnormalities abnormal pathology pathological")
_BESIDES = words(
    "rest other otherwise remainder remaining except apart else global general besides aside only"
)
_BARE = lazily(r"\b(?:no|normal|unremarkable|within normal|not)\b")
_PLACES = {
    "brain": "head", "cranial": "head", "cerebral": "head", "thoracic": "chest", "thorax": "chest",
    "abdomen": "abdominal",
    "pelvis": "pelvic", "neck": "cervical", "pulmonary": "chest", "neurologic": "neurological", "clinical": "physical",
    "testes": "scrotal", "testicular": "scrotal", "testis": "scrotal", "scrotum": "scrotal", "breasts": "breast",
    "cardiac": "heart", "spinal": "spine", "liver": "abdominal", "dermatologic": "dermatological",
}  # fmt: skip
_NO_PLACES = words(
    "the a an his her initial and on of same in by at contrast enhanced plain computed at by transthoracic scan scans"
    " both admission baseline all magnetic imaging us"
    " urgent emergency bedside further computerized unenhanced conventional standard"
)

_BRACKETS = str.maketrans("()", "  ")


class Examined(NamedTuple):
    """What is said of an examination: which it is, of what, and whether it was normal."""

    what: str
    place: Passage
    stretch: Stretch
    there: bool  # whether it showed something


def called_normal(reading: Reading) -> Iterator[tuple[Examined, Examined]]:
    """An examination that is called normal, with the place that tells what it showed."""
    every = stretches_with(reading, _WORDS)
    told = [each for each in every if part_at(reading, each.sentence.block) == "body"]
    yield from _retold(reading, every)
    normal = [
        found
        for stretch in told
        if not stretch.words.isdisjoint(_CALLING) and stretch.words.isdisjoint(_BESIDES)
        for found in _in(reading, stretch, _NORMAL, there=False)
    ]
    for one in normal:
        for stretch in told:
            if stretch is not one.stretch and at_one_time(reading, one.stretch, stretch):
                other = next((each for each in _shown(reading, stretch) if each.what == one.what), None)
                if other is not None:
                    yield one, other
                    return


def _retold(reading: Reading, every: list[Stretch]) -> Iterator[tuple[Examined, Examined]]:
    """An examination that a summary calls normal and the case never, or the other way round."""
    bare = [each for each in every if not each.words.isdisjoint(_CALLING)]
    if not bare:
        return
    normal = [
        found
        for stretch in bare
        if stretch.words.isdisjoint(_BESIDES)
        for found in _in(reading, stretch, _NORMAL, there=False)
    ]
    shown = [found for stretch in (every if normal else ()) for found in _shown(reading, stretch)]
    for one in normal:
        for other in shown:
            if _are_one(one, other) and _is_told_otherwise(reading, one, other, every, (*normal, *shown)):
                yield one, other
                return


def _is_told_otherwise(
    reading: Reading, one: Examined, other: Examined, every: list[Stretch], told: tuple[Examined, ...]
) -> bool:
    """Whether of two places one is of the case and one of a summary, and the case knows nothing else of it.

    Each place of the case that names the examination must say the same; and neither place tells of a later time.
    """
    parts = [part_at(reading, each.place.block) for each in (one, other)]
    if parts.count("body") != 1 or "later" in [time_of(reading, each.stretch) for each in (one, other)]:
        return False
    case = (one, other)[parts.index("body")]
    summary = (one, other)[parts.index("echo")] if "echo" in parts else (one, other)[parts.index("other")]
    kin = [each for each in told if _are_one(each, case)]
    if any(each.there == summary.there for each in kin if part_at(reading, each.place.block) == "body"):
        return False
    if any(
        each.there != summary.there
        for each in kin
        if part_at(reading, each.place.block) == parts[1 - parts.index("body")]
    ):
        return False
    if "(" in case.what and "(" not in summary.what and _examined(reading, case, every) > 1:
        return False
    known = {each.stretch.sentence.index for each in kin}
    kind = case.what.partition(" (")[0]
    return not any(
        each.sentence.index not in known
        and part_at(reading, each.sentence.block) == "body"
        and _KIND[kind].search(each.lower) is not None
        and _BARE.search(each.lower) is not None
        for each in every
    )


def _examined(reading: Reading, case: Examined, every: list[Stretch]) -> int:
    """How many places of the case name an examination of one kind."""
    named = _KIND[case.what.partition(" (")[0]]
    told = (each.lower for each in every if part_at(reading, each.sentence.block) == "body")
    return sum(1 for lower in told for _ in named.finditer(lower))


def _are_one(one: Examined, other: Examined) -> bool:
    """Whether two names may mean one examination: of one kind, and of one part or of none that is named."""
    kinds = [each.what.partition(" (") for each in (one, other)]
    if kinds[0][0] != kinds[1][0]:
        return False
    return kinds[0][2] == kinds[1][2] or (not (kinds[0][2] and kinds[1][2]) and kinds[0][0] != "examination")


def _shown(reading: Reading, stretch: Stretch) -> Iterator[Examined]:
    for verbs, pattern in ((_SHOWING, _SHOWN), (_SEEING, _SEEN_ON)):
        if not stretch.words.isdisjoint(verbs):
            yield from _in(reading, stretch, pattern, there=True)


def _in(reading: Reading, stretch: Stretch, pattern: re.Pattern[str], *, there: bool) -> Iterator[Examined]:
    lower = stretch.lower
    for match in pattern.finditer(lower):
        if there and _BARE.search(lower, max(0, match.start() - 40), match.end() + 40):
            continue
        if of_patient(reading, stretch.sentence.index):
            start = stretch.offset + match.start()
            place = Passage(stretch.sentence.block, start, stretch.offset + match.end())
            yield Examined(_name(match), place, stretch, there)


def _name(match: re.Match[str]) -> str:
    """The kind of an examination with what was examined: `ultrasound (abdominal)`."""
    number = next(number for number in range(len(_KINDS)) if match[f"k{number}"])
    kind = _KINDS[number][0]
    said = f"{match[f'k{number}']} {match['of'] or ''}".replace("x-ray", "").translate(_BRACKETS).split()
    named = {_PLACES.get(word, word) for word in said if word not in _WORDS and word not in _NO_PLACES}
    return f"{kind} ({' '.join(sorted(named))})" if named else kind
