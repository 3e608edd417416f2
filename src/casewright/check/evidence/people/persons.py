"""Who a pronoun may mean: the patient, or somebody of that sex whom the sentences before it name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from casewright.check.evidence.people.children import of_child
from casewright.check.evidence.people.opened import told_of_another
from casewright.check.evidence.text.passage import Passage
from casewright.document.mentions.model import Sentence
from casewright.document.mentions.stretch import Stretch
from casewright.document.mentions.wordset import plain_words, words
from casewright.document.reading import Reading
from casewright.patterns import lazily

# One person each: `his parents` and `her sisters` are nobody whom `he` or `she` can mean.
_MALE = words(
    "father brother husband son uncle boyfriend grandfather grandson nephew man boy gentleman male"
    " stepfather widower king sir"
)
_FEMALE = words(
    "mother sister wife daughter aunt girlfriend grandmother granddaughter niece woman girl lady"
    " female stepmother widow midwife mrs maternal pregnant pregnancy gravida"
)
_EITHER = words(
    "donor friend partner parent sibling cousin caregiver teacher"
    " neighbor neighbour newborn newborns neonate neonates infant infants baby babies fetus foetus child children"
    " offspring twin twins relative delivered transgender spouse guardian colleague person owner"
    " member recipient proband carer driver victim stillborn"
)
_WORKERS = words(
    "physician doctor surgeon counsellor counselor therapist nurse nurses dentist student practitioner psychiatrist"
    " specialist author neurologist cardiologist oncologist anesthesiologist anaesthetist intern resident"
    " attorney witness paramedic paramedics staff"
)
_ANYBODY = _MALE | _FEMALE | _EITHER | _WORKERS
PRONOUNS = {"he": "male", "his": "male", "him": "male", "she": "female", "her": "female"}
_HIS, _HERS = words("he his him"), words("she her hers")
_OF_A_THING = (  # `replaced in his anatomical position`: of an organ, in the words of authors who give it a sex
    r"\s(?:(?:upper|lower|middle) and\s)?"
    r"(?:(?:upper|middle|lower|anatomical|natural|normal|original|initial|long|great|larg|short|maxim)\w*\s)?"
    r"(?:axis|diameter|dimension|position|third|half|length|width|thickness|contours?|edges?|margins?|walls?|lumen)\b"
)
PRONOUN = lazily(  # what may not stand before it is asked behind its first letter
    rf"(?:[Hh](?<![\w/].)(?<!of H)(?:e|is|im|er)|[Ss](?<![\w/].)he)\b(?![-/]|\.(?!\s|\Z)|\s?(?:\d|neu\b)|{_OF_A_THING})"
)
_RELATED = lazily(
    r"\s(?:\w+,?\s){0,2}?(?P<who>(?:grand)?(?:mother|father|son|daughter)|brother|sister|wife|husband|uncle|aunt"
    r"|parents|relatives|family|siblings|sisters|brothers)\b"
)
_AS_PATIENT = lazily(  # `He was discharged`: of nobody who works in a hospital
    r"\s(?:(?:was|had been|has been|is)\s(?:then\s|later\s|finally\s|subsequently\s|successfully\s)?"
    r"(?:admitted|discharged|advised|treated|started\son|given|transferred|referred|intubated|extubated|operated|diagnosed|hospitali[sz]ed"
    r"|followed|febrile|afebrile|asymptomatic|put\son|prescribed|counsel+ed|reassured|transfused)"
    r"|underwent|received|complained|recovered|died|denied|deteriorated|weighed|lost\sweight)\b"
)
_THE_PATIENT = lazily(
    r"\b(?:year|month|week|day)s?[\s-]old\b[^.;]{0,40}?\b(?:man|woman|boy|girl|lady|gentleman|male|female"
    r"|infant|child|newborn|neonate|baby)\b"
    r"(?:,? (?:working as |employed as )?an? (?:[a-z-]+ ){0,2}(?:teacher|nurse|student|driver|doctor"
    r"|physician|caregiver|surgeon|dentist|therapist|attorney|paramedic|midwife|resident|owner)\b)?"
)
_EXAMINED = lazily(
    r"(?:(?:On|At|Upon) (?:(?:physical|clinical|neurological|general|initial|his|her|the|our) )*"
    r"(?:examination|admission|arrival|presentation)\b"
    r"|(?:Physical|Clinical|Neurological) examination\b)"
)
_CHILDREN = words("newborn neonate infant baby child")
_THE_CHILD = lazily(
    r"\b(?:[Tt]h(?:e|is)|was (?:the|an?|her|his) (?:[\w-]+ ){0,3}?) ?(?:newborn|neonate|infant|baby|child)\b(?!['’]s)"
)
_OTHER_CASE = lazily(r"\b[Cc]ase [2-9AB]\b|\b(?:second|first|other|another|previous) (?:patient|case)\b")
_PATIENTS = words("case patient")
_BUT_CHILDREN = _ANYBODY - _CHILDREN
_CASES = words("case second first other another previous")
_MEANING_MORE = (
    _CHILDREN | _CASES | {"old"}
)  # words for which the sentence itself must be asked whom it names
_TELLING = ("case", "abstract", "core_tip", "comments", "highlights", "text")
_OUR_PATIENT = lazily(r"\b(?:[Oo]ur|[Tt]his|[Tt]he present) patient\b")
_PATIENT_AGAIN = lazily(  # who does something, and not `she denied fever in the patient`
    r"(?<!in )(?<!of )(?<!for )(?<!with )\b[Tt]h(?:e|is) patient\b(?!['’]s|\s?[.,;])"
)
_THAT_PATIENT = lazily(r"\b[Tt]h(?:e|is) patient\b(?!['’]s)")
_CITED = lazily(
    r"\[\s?\d|\bet al\b|\d{1,3}-year-old|\bliterature\b|\b(?:reported|described) (?:by|in|a)\b|[.,]\d{1,3}(?:\s|$)"
)
_FAR = 3  # sentences over which a pronoun may reach back for a relative
_NEAR = 2  # and for somebody of the hospital, whom a report does not tell about


@dataclass(frozen=True, slots=True)
class Pronoun:
    """A pronoun that can mean nobody but the patient.

    `goes_on` where somebody else of its sex was named before, and all that stands between speaks of that sex: it may be
    told of a sister for a whole paragraph.
    """

    place: Passage
    sex: str
    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class _Named:
    """The number of the last sentence that named somebody of each kind."""

    male: int = -99
    female: int = -99
    either: int = -99
    worker: int = -99
    his: int = -99  # of the last sentence that may still be told of a man named before, by its pronouns
    hers: int = -99

    def after(self, said: frozenset[str], number: int) -> _Named:
        """The same with the sentence of this number, which has these words."""
        his = not said.isdisjoint(_HIS) and number - self.his < _FAR
        hers = not said.isdisjoint(_HERS) and number - self.hers < _FAR
        if said.isdisjoint(_ANYBODY) and not (his or hers):
            return self
        male, female = not said.isdisjoint(_MALE), not said.isdisjoint(_FEMALE)
        return _Named(
            number if male else self.male,
            number if female else self.female,
            self.either if said.isdisjoint(_EITHER) else number,
            self.worker if said.isdisjoint(_WORKERS) else number,
            number if male or his else self.his,
            number if female or hers else self.hers,
        )

    def goes_on(self, sex: str, number: int) -> bool:
        """Whether the sentence of this number may still be told of somebody of this sex who was named before."""
        return number - (self.his if sex == "male" else self.hers) < _FAR

    def may_be(self, sex: str, number: int, as_patient: bool) -> bool:
        """Whether somebody of this sex other than the patient may be meant in the sentence of this number."""
        kin = max(self.male if sex == "male" else self.female, self.either)
        return number - kin < _FAR or (number - self.worker < _NEAR and not as_patient)


def somebody_besides(said: Iterable[str], child: bool) -> bool:
    """Whether words name anybody but the person they go on with; of a child, `the infant` is no other."""
    return not (_BUT_CHILDREN if child else _ANYBODY).isdisjoint(said)


def names_one(said: Iterable[str], sex: str) -> bool:
    """Whether words name a person of this sex."""
    return not (_MALE if sex == "male" else _FEMALE).isdisjoint(said)


def pronouns(reading: Reading) -> Iterator[Pronoun]:
    """Every pronoun of the case, its summaries and what the discussion says of this patient."""
    section, role, block = None, "", -1
    named, ours, telling, read, number = _Named(), 99, False, False, 0
    for stretch in reading.stretches:
        sentence, text, said = stretch.sentence, stretch.text, stretch.words
        if stretch.section is not section:
            section = stretch.section
            head = section.role.partition(".")[0]
            telling = head in _TELLING
            read = telling or head in ("discussion", "conclusion")
        if section.role != role or (not telling and sentence.block != block):
            role, named, ours = section.role, _Named(), 99
        if sentence.block != block and telling and _EXAMINED.match(text) and not reading.once(of_child):
            named = _Named()  # who is examined is the patient again
        block = sentence.block
        if not read or stretch.block.kind in ("reference", "table"):
            continue
        number += 1
        if not telling:
            mine = {"our", "this", "present"} & said and "patient" in said and _OUR_PATIENT.search(text)
            if mine or ours < 99:
                ours = 99 if _CITED.search(text) else 0 if mine or _THAT_PATIENT.search(text) else ours + 1
        others = said if said.isdisjoint(_MEANING_MORE) else _said_besides(reading, stretch, telling)
        if "patient" in said and others.isdisjoint(_ANYBODY) and _PATIENT_AGAIN.search(text):
            named = _Named()  # the patient is spoken of again
        before, named = named, named.after(others, number)
        besides = block in reading.once(told_of_another)
        if (telling or ours <= 1) and not (besides or said.isdisjoint(PRONOUNS)):
            yield from _in_sentence(sentence, text, others, before, number)


def _said_besides(reading: Reading, stretch: Stretch, telling: bool) -> frozenset[str]:
    """The words of a sentence but for those that name the patient; `donor` among them where it tells another case."""
    text, said = stretch.text, stretch.words
    others = said
    if telling and "old" in said:
        others = frozenset(plain_words(_THE_PATIENT.sub("", text)))
    if not others.isdisjoint(_CHILDREN) and reading.once(of_child):
        others = frozenset(plain_words(_THE_CHILD.sub("", text)))
    if not (others.isdisjoint(_CASES) or others.isdisjoint(_PATIENTS)) and _OTHER_CASE.search(text):
        others |= {"donor"}
    return others


def _in_sentence(
    sentence: Sentence, text: str, said: frozenset[str], before: _Named, number: int
) -> Iterator[Pronoun]:
    named = before.after(said, number)
    for match in PRONOUN.finditer(text):
        sex = PRONOUNS[match[0].lower()]
        related = _RELATED.match(text, match.end()) if match[0].lower() in ("his", "her") else None
        who = (
            before.after(said - {related["who"]}, number) if related else named
        )  # `her mother`: not the mother's
        as_patient = related is not None or _AS_PATIENT.match(text, match.end()) is not None
        if not who.may_be(sex, number, as_patient):
            start = sentence.start + match.start()
            place = Passage(sentence.block, start, start + len(match[0]))
            yield Pronoun(place, sex, before.goes_on(sex, number))
