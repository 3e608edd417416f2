"""Which of the words that exclude one another contradict: an echo against the case, and the case against itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from casewright.check.evidence.people.cases import cases_told
from casewright.check.evidence.telling.tellings import weight_of
from casewright.check.evidence.text.episodes import another_episode
from casewright.check.evidence.text.letters import places_of
from casewright.check.evidence.text.parts import part_at
from casewright.check.evidence.words.alternatives import Chosen
from casewright.check.evidence.words.means import IMAGING
from casewright.check.evidence.words.wording import content
from casewright.document.reading import Reading
from casewright.patterns import lazily

_BONES = (  # how each is spelled as a noun, and as an adjective
    "femur femoral|femur femor hip", "tibia tibial|tibia", "fibula fibular|fibul", "humerus humeral|humer",
    "radius radial|radius radial", "ulna ulnar|ulna olecran", "clavicle clavicular|clavic", "scapula scapular|scapul",
    "patella patellar|patell", "sternum sternal|stern", "sacrum sacral|sacr", "pelvis pelvic|pelvi acetab",
    "acetabulum acetabular|acetab", "talus talar|talus talar", "calcaneus calcaneal|calcan heel",
    "zygoma zygomatic|zygom", "scaphoid navicular|scaphoid navicular",
)  # fmt: skip
_ALIKE = (
    *(set(line.partition("|")[0].split()) for line in _BONES),
    {"upper", "proximal"}, {"lower", "distal"}, {"upper", "superior"}, {"lower", "inferior"}, {"lower", "caudal"},
    {"i", "1"}, {"ii", "2"}, {"I", "1"}, {"II", "2"}, {"deceased", "cadaveric"}, {"biological", "bioprosthetic"},
    {"tissue", "bioprosthetic"}, {"tissue", "biological"}, {"acute", "sudden"}, {"gradual", "insidious"},
    {"iii", "3"}, {"iv", "4"}, {"v", "5"}, {"III", "3"}, {"IV", "4"}, {"V", "5"}, {"kidney", "renal"},
    {"heart", "cardiac"}, {"biliary", "gallstone"}, {"pulmonic", "pulmonary"}, {"tubal", "cornual"},
    {"tubal", "interstitial"}, {"cornual", "interstitial"}, {"partial", "subtotal"}, {"subtotal", "near-total"},
    {"partial", "near-total"}, {"urgent", "emergency"}, {"air", "gas"}, {"gas", "C3F8"}, {"gas", "SF6"},
    {"sepsis", "septic shock"}, {"sepsis", "septicemia"}, {"sepsis", "septicaemia"}, {"septic shock", "septicemia"},
    {"exsanguination", "hemorrhagic shock"}, {"liver failure", "hepatic failure"},
    {"cerebral hemorrhage", "intracranial hemorrhage"}, {"brain", "cerebral"},
    {"EUS", "ultrasound"}, {"closed", "narrow"}, {"1", "single"}, {"one", "single"}, {"2", "double"}, {"2", "two"},
    {"two", "double"}, {"3", "triple"}, {"three", "triple"}, {"3", "three"}, {"multi", "three"}, {"multi", "triple"},
    {"multi", "3"}, {"multi", "two"}, {"multi", "double"}, {"multi", "2"}, {"normal", "patent"},
    {"normal", "unobstructed"}, {"patent", "unobstructed"}, {"maxillary", "upper"}, {"mandibular", "lower"},
    {"maxillary", "maxilla"}, {"mandibular", "mandible"}, {"tetra", "quadri"}, {"liver", "hepatic"},
    {"brain", "cerebral"}, {"renal", "perinephric"}, {"stress", "takotsubo"}, {"gastric", "stomach"},
    {"ileocolic", "ileocecal"}, {"pelvis", "acetabulum"}, {"pelvis", "sacrum"}, {"coeliac", "celiac"},
    {"back", "trunk"}, {"ulna", "olecranon"},
    {"exudative", "serous"}, {"pulmonary", "pulmonic"}, {"dermoid", "teratoma"},
)  # fmt: skip
_ADDED = lazily(
    r"\b(?:(?i:additional|another|second|also|both|concomitant|other|further|as well as)\b[^.;]*"
    r"|lobes?(?:,|,? and) (?:the )?(?:left |right )?)\Z"
)
_OF_FAMILY = lazily(r"\b(?:famil(?:y|ies|ial)|carriers?|pedigree|segregat\w+|[Tt]hey)\b")
_LIKE = 9.0  # weight of the rare words that two sentences share, from which they tell one thing
_SHOWING = content(
    "a scan, an image and imaging of the patient showed, revealed, demonstrated, confirmed and disclosed"
)
_MANY = 2  # places that have the one word, from which a single other word is a slip
_FEW = 3  # places of the case alone that must have it, since a course may bring another kind
# What no course changes: of these two words of the case exclude each other. All else a patient may have twice, or turn
# into the other: a stroke that bleeds, a second tumor, a leukemia in blast crisis, a repeated biopsy.
_LASTING = frozenset(
    {
        "who referred the patient", "cause of death", "type of the diabetes", "kind of pregnancy", "blood group",
        "severity of the hemophilia", "type of the hemophilia", "instar", "chain of the myeloma",
        "origin of the patient", "descent of the patient", "hand", "chain of the paraprotein",
        "class of the paraprotein", "pattern of the antibody", "target of the antibody",
    }
)  # fmt: skip
_SETTLED = _LASTING | {"type of the influenza"}  # one in one illness
_REVISED = lazily(
    r"\b(?:(?<!ANCA )antibod\w+|chang\w+|revis\w+|re-?classif\w+|re-?diagnos\w+|instead|in fact|actually|turned out"
    r"|mis(?:classif|diagnos|taken)\w*|rather|thought|latent|initially|formerly|at first|later|transplant\w*)\b",
    re.IGNORECASE,
)
_DENIED = lazily(r"\b(?:[Nn]o|not|without|[Nn]either|nor|absence of|excluded)\b[^,;]{0,40}\Z")
_BONE_FORMS = {
    name: tuple(forms.split())
    for names, _, forms in (line.partition("|") for line in _BONES)
    for name in names.split()
}
_FORMS = {  # what else tells of an image, an organ or a part
    "CT": (" ct", "(ct", "ct-", "/ct", "tomogra", "scan"),
    "MRI": ("mri", " mr ", "(mr", "mrcp", "mra ", "magnetic", "scan"),
    "ultrasound": ("ultraso", "sonogra", "doppler", "echo", " us ", "(us", "usg", "eus"),
    "radiograph": ("radiogra", "x-ray", "x ray", "xray", "roentgen", "plain film", "cxr"),
    "duodenal": ("duoden",),
    "gastric": ("gastr", "stomach"),
    "stomach": ("gastr", "stomach"),
    "jejunal": ("jejun",),
    "esophageal": ("esophag",),
    "rectal": ("rect",),
    "colonic": ("colon",),
    "corneal": ("corne", "kerat"),
    "liver": ("liver", "hepat"),
    "hepatic": ("liver", "hepat"),
    "brain": ("brain", "cerebr", "intracrani"),
    "cerebral": ("brain", "cerebr", "intracrani"),
    "renal": ("renal", "kidney", "nephr"),
    "lung": ("lung", "pulmon"),
    "splenic": ("splen",),
    "maxillary": ("maxill", "upper"),
    "mandibular": ("mandib", "lower"),
    "upper": ("upper", "maxill"),
    "lower": ("lower", "mandib"),
    "maxilla": ("maxill", "upper"),
    "mandible": ("mandib", "lower"),
    "hemi": ("hemip",),
    "para": ("parap",),
    "tetra": ("tetrap", "quadrip"),
    "quadri": ("tetrap", "quadrip"),
    "invasive": (" invasive", "intubat", "trache", "ecmo"),
    "noninvasive": (
        "noninvasive",
        "non-invasive",
        "non invasive",
        "bipap",
        "cpap",
        "bilevel",
        "high-flow",
        "niv",
    ),
    **_BONE_FORMS,
    "sinus rhythm": ("sinus",),
    "atrial fibrillation": ("atrial fib", " af "),
    "right": ("right", "rbbb"),
    "left": ("left", "lbbb"),
}
_SHORT = 5  # letters of a word that may stand within others: `high` in `thigh`
_BEGINNING = 9  # letters by which a word is known in its other forms
_PROVISIONAL = lazily(
    r"\b(?:suspect\w*|suggest\w*|presum\w*|impression|considered|differential|misdiagnos\w*|mis-diagnos\w*|ago|prior|history"
    r"|previous\w*|synchronous|metachronous|component|areas?|foci|focus|transform\w*|progress\w*|converted|mixed|versus|donor\w*|described|reported)\b",
    re.IGNORECASE,
)
_SAMPLED = lazily(r"\b(?:biops(?:y|ies)|cytolog\w+|aspirat\w+|frozen|smears?|brushings?)\b", re.IGNORECASE)
_REACH = 90  # characters on either side whose words tell what a choice is about


def rivals(
    reading: Reading, chosen: tuple[Chosen, ...], *, alone: bool = True
) -> Iterator[tuple[Chosen, list[Chosen]]]:
    """Each word of an echo that the case does not have, with the words of its family that the case has instead.

    Where a patient has but one of the family, two words of the case exclude each other as well; so do they where the
    words around them are the same and, if `alone`, where the one stands but once and the other everywhere else.
    """
    if not chosen or reading.once(cases_told) > 1:
        return
    for lone, told in _pairs(reading, chosen, alone):
        if beside := [each for each in told if not _in_turn(reading, lone, each)]:
            yield lone, beside


def _in_turn(reading: Reading, one: Chosen, other: Chosen) -> bool:
    """Whether the case tells of one word first, and of the other in another episode of the illness."""
    first, last = sorted((one.place.block, other.place.block))
    return one.part == other.part == "body" and another_episode(reading, first, last)


def _pairs(
    reading: Reading, chosen: tuple[Chosen, ...], alone: bool
) -> Iterator[tuple[Chosen, list[Chosen]]]:
    """The pairs of words that exclude each other, at whatever time they are told."""
    families: dict[str, list[Chosen]] = {}
    for each in chosen:
        families.setdefault(each.family, []).append(each)
    for named in families.values():
        if len({each.value for each in named}) > 1:
            how = named[0].how
            found: list[tuple[Chosen, list[Chosen]]] = []
            if how != "many":
                found = [
                    each for each in _rivals_in(named) if how != "loose" or _is_told_nowhere(reading, *each)
                ]
                if named[0].family == IMAGING:  # of several images, each shows something else
                    found = [each for each in found if _shows_the_same(reading, *each)]
                found = found or (list(_rival_of_many(reading, named)) if alone else [])
                yield from found
            known = {each.place for each, _ in found}
            more = _rivals_of_one(reading, named) if how == "once" else _rivals_in_like_words(reading, named)
            yield from (each for each in more if how != "once" or each[0].place not in known)


def _rivals_in(named: list[Chosen]) -> Iterator[tuple[Chosen, list[Chosen]]]:
    """The rivals of one family, each value once."""
    told = [each for each in named if each.part == "body" and each.about]
    known = {each.value for each in named if each.part == "body"}
    if not told:
        return
    for each in named:
        if each.part == "body" or not each.about or each.value in known:
            continue
        known.add(each.value)
        beside = {other.value for other in named if other.place.block == each.place.block}
        against = [other for other in told if not are_one(other.value, each.value)]
        if len(against) == len(told) and beside.isdisjoint(other.value for other in told):
            yield each, told


def _is_told_nowhere(reading: Reading, each: Chosen, told: list[Chosen]) -> bool:
    """Whether the case has no word like that of a choice, and the summary none like that of its rivals."""
    echoes, case = reading.once(_letters)
    return not _is_in(case, each.value) and not any(_is_in(echoes, other.value) for other in told)


def _is_in(text: str, value: str) -> bool:
    """Whether a text, in small letters, has a word of a choice in any form."""
    forms = _FORMS.get(value) or _FORMS.get(value.upper())
    return any(form in text for form in forms) if forms else _has(text, _word(value))


def _has(text: str, word: str) -> bool:
    """Whether a text has a word in any form, but for that which denies it (`incomplete`); a short one at a start."""
    if 2 < len(word) <= _SHORT:
        return re.search(rf"\b{re.escape(word)}", text) is not None
    return any(text[max(0, at - 2) : at] not in ("in", "un", "im") for at in places_of(text, word))


def _word(value: str) -> str:
    """What a word of a choice begins with, in whatever form: the longest of several."""
    longest = max(value.lower().replace("-", " ").removeprefix("trans").split(), key=len)
    return longest[:_BEGINNING]


def _letters(reading: Reading) -> tuple[str, str]:
    """The texts that repeat the case, and those that tell it, in small letters."""
    parts = [
        (part_at(reading, number), block.text.lower()) for number, (_, block) in enumerate(reading.blocks)
    ]
    echoes = " ".join(text for part, text in parts if part == "echo")
    return echoes, " ".join(text for part, text in parts if part == "body")


def _rival_of_many(reading: Reading, named: list[Chosen]) -> Iterator[tuple[Chosen, list[Chosen]]]:
    """A word that is said but once, of the case, where another stands at two places or more."""
    values = [each.value for each in named]
    if len(set(values)) != 2 or len(values) <= _MANY or are_one(*set(values)):
        return
    in_case = any(each.part == "body" for each in named)
    for lone in named:
        if (
            (lone.part != "echo" or not in_case)
            and lone.about
            and values.count(lone.value) == 1
            and not _is_added(reading, lone)
        ):
            rest = [each for each in named if each is not lone]
            told = [each for each in rest if each.about]
            retold = len({each.part for each in told}) > 1
            settled = lone.family.partition(" (")[0] in _SETTLED and len(told) >= _FEW
            twice = retold or settled
            if twice and lone.place.block not in {each.place.block for each in rest}:
                yield lone, told
            return


def _is_added(reading: Reading, each: Chosen) -> bool:
    """Whether a word is said of one more thing: `an additional vegetation of the pulmonic valve`."""
    text = reading.blocks[each.place.block][1].text
    return _ADDED.search(text, max(0, each.place.start - 45), each.place.start) is not None


def _rivals_of_one(reading: Reading, named: list[Chosen]) -> Iterator[tuple[Chosen, list[Chosen]]]:
    """Two words for what a patient has but one of, both of the case or neither, one of them said but once.

    Where one sentence has both (`intra- and extracranial`), the patient has more than one. Two words of the case count
    of what no course changes.
    """
    said: dict[int, str] = {}
    for each in named:
        sentence = reading.sentence_at(each.place.block, each.place.start)
        if said.setdefault(sentence, each.value) != each.value:
            return
    theirs = {each.value for each in named if each.part == "body" and not each.about}  # of a relative
    known = [each for each in named if each.about and not _is_denied(reading, each)]
    known = [each for each in known if not _PROVISIONAL.search(_sentence(reading, each))]
    lasting = named[0].family.partition(" (")[0] in _LASTING
    in_body = any(each.part == "body" for each in named)
    told = [each for each in known if each.part != ("echo" if lasting and in_body else "body")]
    values = [each.value for each in told]
    lone = [each for each in told if values.count(each.value) == 1]
    others = [each for each in told if lone and each.value != lone[-1].value]
    if len(set(values)) != 2 or not others or are_one(*set(values)) or lone[-1].value in theirs:
        return
    if in_body and not lasting:
        return
    in_case = lone[-1].part == others[0].part == "body"
    if not in_case and lone[-1].place.block == others[0].place.block:
        return
    if any(_REVISED.search(_sentence(reading, each)) for each in (lone[-1], *others)):
        return
    sampled = {_SAMPLED.search(_sentence(reading, each)) is None for each in (lone[-1], others[0])}
    if len(sampled) == 1:  # not a sample, and the whole of it
        yield lone[-1], others


def _sentence(reading: Reading, each: Chosen) -> str:
    sentence = reading.sentences[reading.sentence_at(each.place.block, each.place.start)]
    return reading.blocks[each.place.block][1].text[sentence.start : sentence.end]


def _is_denied(reading: Reading, each: Chosen) -> bool:
    """Whether just this is not the patient's: `no intraperitoneal effusion`, `heterozygous members of the family`."""
    text = reading.blocks[each.place.block][1].text
    sentence = reading.sentences[reading.sentence_at(each.place.block, each.place.start)]
    if _OF_FAMILY.search(text, sentence.start, sentence.end):
        return True
    return _DENIED.search(text, max(sentence.start, each.place.start - 60), each.place.start) is not None


def _rivals_in_like_words(reading: Reading, named: list[Chosen]) -> Iterator[tuple[Chosen, list[Chosen]]]:
    """Two words that stand among the same rare words, one of them said but once: of the case, or of all the report."""
    told = [each for each in named if each.about and (each.part == "body" or each.how == "many")]
    values = [each.value for each in named]
    alone = [
        each
        for each in told
        if not any(each.value != other.value and each.place.block == other.place.block for other in named)
    ]
    alone.sort(key=lambda each: each.part == "body")  # an echo is more often the wrong one
    for lone in (each for each in alone if values.count(each.value) == 1):
        for other in alone:
            apart = lone.value != other.value and not are_one(lone.value, other.value)
            if lone.family == IMAGING and lone.part == other.part == "body":
                continue  # a radiograph shows the opacities, and then a CT shows them too
            if apart and _likeness(reading, lone, other) >= _LIKE:
                yield lone, [other]
                return


def _shows_the_same(reading: Reading, echo: Chosen, told: list[Chosen]) -> bool:
    """Whether an image of an echo is told with a word of what one of the case shows."""
    words = _words_beside(reading, echo) - _SHOWING
    return any(words & _words_beside(reading, each) for each in told)


def _likeness(reading: Reading, one: Chosen, other: Chosen) -> float:
    """The weight of the rare words that the sentences of two choices share."""
    return weight_of(reading, _words_beside(reading, one) & _words_beside(reading, other))


def _words_beside(reading: Reading, each: Chosen) -> frozenset[str]:
    sentence = reading.sentences[reading.sentence_at(each.place.block, each.place.start)]
    text = reading.blocks[each.place.block][1].text
    before, after = text[sentence.start : each.place.start], text[each.place.end : sentence.end]
    return content(before[-_REACH:]) | content(after[:_REACH])


def are_one(one: str, other: str) -> bool:
    """Whether one value is the other, in other words or told less exactly: `lateral` and `anterolateral`."""
    if {one, other} in _ALIKE:
        return True
    short, long = sorted((one, other), key=len)
    long = long.replace("antero", "anterior").replace("postero", "posterior")
    return (
        len(short) > 2
        and not long.startswith(("non", "sub", "neo", "epi", "im", "un", "fema", "incom", "pret"))
        and (long.startswith(short) or long.endswith(short))
    )
