"""Organs, states and sex chromosomes that patients of only one sex have."""

from __future__ import annotations

from collections.abc import Iterator

from casewright.check.evidence.text.around import stretches_with, vocabulary
from casewright.check.evidence.text.parts import of_patient, part_at
from casewright.check.evidence.text.passage import Passage
from casewright.document.mentions.wordset import words
from casewright.document.reading import Reading
from casewright.patterns import lazily

_MALE = words(
    "prostate prostatic testis testes testicle testicles testicular scrotum scrotal penis penile"
    " prostatectomy epididymis"
)
_FEMALE = words(
    "uterus ovary ovaries ovarian hysterectomy oophorectomy menstrual menstruation menses menarche"
    " menopause"
    " postmenopausal premenopausal gravida nulliparous multiparous primigravida pregnant endometrium"
    " endometrial myometrium vagina"
    " vulva vulvar"
)
OF_ONE_SEX = {"male": _MALE, "female": _FEMALE}
_BOTH = words(  # a report with one of these tells of somebody who has organs of both, or of none
    "transgender transsexual hermaphroditism hermaphrodite intersex pseudohermaphroditism androgen"
    " mullerian swyer feminization"
    " virilization karyotype xy utriculus congenital gender"
)
_OTHERS = lazily(
    r"\b(?:mother|father|born|birth|deliver\w+|newborn|neonate|f(?:o)?etus|f(?:o)?etal|maternal"
    r"|gestation\w*|pregnanc\w+|wife"
    r"|sisters?|brothers?|daughters?|sons?|husband|partner|type|like|specific|such as|origin|antigen"
    r"|donor|colony|men|women|males?"
    r"|females?|other|stroma|differential|exclud\w*|rul\w+ out|including|family|cancers|cow|animal"
    r"|primary|or)\b"
)
# A report with one of these tells of somebody whose chromosomes are not those of the sex, or of somebody else's.
_OF_TWO = (_BOTH - words("karyotype xy congenital androgen gender")) | words(
    "sry turner klinefelter genitalia ambiguous hypospadias cryptorchidism amenorrhea amenorrhoea azoospermia"
    " infertility gonad gonads gonadal gonadectomy dysgenesis mosaic mosaicism chimera chimerism transplant"
    " transplantation transplanted donor graft mole molar fetus fetal foetus foetal amniocentesis amniotic villus"
    " placenta pregnancy pregnant abortion miscarriages husband wife couple insensitivity sex dsd virilized androgens"
    " hermaphroditic"
)
_KARYOTYPE = lazily(r"\b(?P<count>4[5-8])\s?,?\s?(?P<sex>X{1,3}Y{0,2})(?![A-Za-z])")
_CHROMOSOMES = words(
    "karyotype karyotyping karyotypes chromosome chromosomes chromosomal cytogenetic cytogenetics xx xy"
)


def karyotype_against(reading: Reading, sex: str) -> Iterator[tuple[Passage, str]]:
    """Where the case tells of sex chromosomes that its patient of this sex does not have."""
    said = reading.once(vocabulary)
    if _CHROMOSOMES.isdisjoint(said) or not _OF_TWO.isdisjoint(said):
        return
    for stretch in stretches_with(reading, _CHROMOSOMES):
        if part_at(reading, stretch.sentence.block) != "body" or _OTHERS.search(stretch.lower):
            continue
        for match in _KARYOTYPE.finditer(stretch.text):
            if ("Y" in match["sex"]) != (sex == "male"):
                start = stretch.offset + match.start()
                yield Passage(stretch.sentence.block, start, start + len(match[0])), match[0]


def organs_against(reading: Reading, sex: str) -> Iterator[tuple[Passage, str]]:
    """Where the case tells of an organ, or a state, that its patient of this sex cannot have."""
    other = OF_ONE_SEX["female" if sex == "male" else "male"]
    said = reading.once(vocabulary)
    if other.isdisjoint(said) or not _BOTH.isdisjoint(said):
        return
    for stretch in stretches_with(reading, other):
        if part_at(reading, stretch.sentence.block) != "body" or stretch.block.kind != "paragraph":
            continue
        lower = stretch.lower
        if _OTHERS.search(lower) or not of_patient(reading, stretch.sentence.index):
            continue
        word = min(stretch.words & other, key=lower.find)
        start = stretch.offset + lower.find(word)
        yield Passage(stretch.sentence.block, start, start + len(word)), word
