"""Which parts of a manuscript repeat what others state, and which sentences speak of the patient."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import Literal

from casewright.check.evidence.text.around import words_at
from casewright.check.evidence.text.cited import citing, is_of_cited
from casewright.document.mentions.model import Sentence
from casewright.document.mentions.subjects import EXAMINED, tells_of_mother, without_mother
from casewright.document.mentions.wordset import words
from casewright.document.reading import Reading
from casewright.patterns import lazily

Part = Literal["echo", "body", "other"]

_ECHO = {
    "title", "abstract", "core_tip", "comments", "highlights", "conclusion", "learning_points", "legends",
}  # fmt: skip
_BODY = {"case", "text"}
_OTHERS = lazily(
    rf"\b(?:patients|cases|series|(?<!case ){EXAMINED.lower()}(?:study|studies)|literature|reported (?:by|in)"
    r"|review(?:ed|s)?\b|authors?|et al"
    r"|population|incidence|prevalence"
    r"|median(?! (?:nerve|sternotomy|line|lobe|raphe|arcuate|cubital|neuropathy|cleft|eminence))"
    r"|mean(?! (?:arterial|corpuscular|cell|platelet|pulmonary|blood|gradient|airway|transvalvular|aortic|mitral))"
    r"|average|ranged|usually|often|typically|commonly"
    r"|generally|cohort"
    r"|should|recommend\w*|guidelines?|criteria|defined as|in general|mortality|survival rate|another"
    r"|previous report"
    r"|the standard|decades|traditional\w*|historically|conventional\w*"
    r"|persons|individuals|passengers|(?<!old )(?:children|women|men|adults)|worldwide|rarely|seldom|most"
    r"|(?<!well[ -])(?<!ill[ -])defined)\b"
    r"|%\s*(?:of(?! (?:the (?!p|c|s)|its |his |her |predicted|normal|baseline|body))"
    r"|(?<!from \d%)(?<!from \d\d%)(?<=%)\s*to)\b|\d\s*%?\s*-\s*\d+\s*%"
)  # in small letters
# Without one of these words, or a percentage, a sentence need not be searched for those above.
_OTHER_WORDS = words(
    "patients cases series study studies literature reported review reviewed reviews author authors al"
    " population incidence prevalence median mean average ranged usually often typically commonly"
    " generally cohort should recommend recommends recommended recommending recommendation recommendations"
    " guideline guidelines criteria defined general mortality survival another previous standard decades"
    " traditional traditionally historically conventional conventionally persons individuals passengers children"
    " women men adults worldwide rarely seldom most"
)
_STUDIES = lazily(
    r"\bet al\b(?!\.?,? \d{4}[a-z]?\))|\b(?:patients|cases) (?:with|in|of|who)\b|\bliterature\b"
    r"|\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten) patients\b|\bstud(?:y|ies) (?:of|by|have)\b"
)
_STUDY_WORDS = words("al patients cases literature study studies")
_PARTING = lazily(
    r";|,? (?:whereas|while|but|although|as compared (?:with|to)|compared (?:with|to)|in contrast to"
    r"|as opposed to) |, close to "
)
_PARTING_WORDS = words("whereas while but although compared contrast opposed close")
_DEFINITE = lazily(
    r"(?:\A|[,;] )(?:[Hh]e|[Ss]he|[Hh]is|[Hh]er) |\A(?:The|Its|None of the"
    r"|All of the) [^,;()\[\]]{2,45}? (?:of|was|were|took|lasted|measured|(?:increased|decreased|rose|fell|dropped)"
    r" (?:from|to)) (?:\w+ )?\d|\A(?:None|All|Both|Neither) of (?:the|his|her) \d|\ANo [\w ]{4,30} (?:was"
    r"|were) (?:seen|found|observed|noted|detected)\b"
)  # what is told of one person, or with the article of what is known: `The hemoglobin of 8.7 g/dL reflects ...`
_SOMEBODY = lazily(
    r"\b(?:et al|reported|described|literature|review|(?:first|second|third|fourth|fifth|sixth|seventh"
    r"|last|previous|other|another)"
    r" (?:case|patient)s?|(?<!our )(?<!this )case was|(?<!this )\d{1,3}-year-old"
    r"|(?<!this )(?:man|woman|boy|girl) (?:of|aged) \d+)\b"
)
# `In one report a 43-year-old man lost the eye`: a sentence that brings in somebody else.
_BROUGHT_IN = lazily(
    r"(?:\A|[.;:,] )(?:[Ii]n (?:one|an?other|an? (?:[\w-]+ )?)(?:report|case|patient|study|series|review|trial)\b"
    r"|[Oo]ne (?:patient|case|man|woman|boy|girl|child)\b)"
    r"|\b[Aa]n? (?:[a-z]+ )?\d{1,3}[- ](?:year|month|week|day)s?[- ]old\b"
    r"|\b[Aa]n? (?:[\w-]+ ){0,3}?(?:man|woman|boy|girl|lady|gentleman|patient|child),? (?:of|aged) \d"
    r"|\b[A-Z][a-z]+['’]s (?:patient|case)\b"
)
_FIRST_PERSON = lazily(r"\b(?:I|[Mm]y|me)\b")
_PERSON = lazily(
    r"\b\d{1,3}[- ](?:year|month|week|day)s?[- ]old\b|\b(?:was|were|had|led|remain(?:s|ed)|he|she|his|her)\b"
)
_LIMITS = lazily(r"\b(?:reference|normal)(?: range)?\b|\branges?\s*[:,]")  # in small letters
_SCHOLARLY = (
    "comments.related_reports",
    "comments.term_explanation",
    "comments.peer_review",
)
_OURS = lazily(
    r"\b(?:our|the present|the current|this|the index|the) (?:\d+-year-old |male |female )?"
    r"(?:patient|case|woman|man"
    r"|boy|girl|child|infant"
    r"|lady|gentleman|report)\b|\bour (?:own )?case\b|\bin our\b"
    r"|\b(?:we|here|herein|the authors|(?:this|our) (?:article|study|paper|report))(?:,? (?:we|here"
    r"|herein|also|now|have|had|are)){0,3}"
    r" (?:report|present|describe|encounter|experience|manage|treat|document)(?:s|d|ed|ing)?\b"
    r"|\bwe\b[^.;]*\b(?:his|her|him)\b|\b(?:his|her|him)\b[^.;]*\bwe\b",
    re.IGNORECASE,
)
_OURS_WORDS = words(  # one of these every sentence has in which that finds our patient
    "our we here herein authors article study paper report patient case woman man boy girl child infant lady gentleman"
)
# And one of these in which the next three do.
_OUR_WORDS = words("our this present current reported described index we here herein authors")
_OURS_AFTER = lazily(
    r"[\d.,×^/-]+\s?[\w/%°µμ-]{0,12}\s(?:in|of|for) (?:our|the present|this) (?:patient|case)\b"
)
_OURS_BEFORE = lazily(
    r"\b[Oo]ur patient(?:'s|’s)?,? (?:had|was|has|lost|received|weighed|with|measured|needed"
    r"|survived)\b[^.;,]{0,30}\Z|(?:[,;:(]|\band) here,?(?: (?:of|in|at|on|with|by|after|for))?(?: (?:the|an?))? \Z"
)
# Words that put a sentence of a discussion to our patient, whatever others it names behind them.
_OURS_FIRST = lazily(
    r"\A(?:[A-Z][a-z]+(?:ly|er|re|st|d)?,? |[Oo]n the other hand, |[Oo]n the contrary, |[Ii]n contrast(?: to \w+)?, )?"
    r"(?:(?:[Ii]n|[Aa]s in|[Ff]or|[Ww]ith|[Rr]egarding) )?(?:[Oo]ur|[Tt]he (?:present|current|reported|described|index)"
    r"|[Tt]his) (?:own |reported |present |\d+-year-old )?"
    r"(?:patient|case|woman|man|boy|girl|child|infant|lady|gentleman)\b"
    r"|\b(?:[Ww]e|[Hh]ere|[Hh]erein|[Tt]he authors|[Tt]his (?:article|study|paper|report))(?:,? (?:we|here|herein|also"
    r"|now|have|had|hereby|thus)){0,3} (?:report|present|describe)(?:s|ed)?,? (?:here |on |herein )?(?:a|an|the|our)"
    r" (?:(?:first|rare|unusual|unique|new|novel|interesting|challenging) ){0,2}"
    r"(?:(?:case|patient)\b|\Z)",  # where nothing stands between, the place is an age: `we report a 40-year-old`
)
_PERSON_FIRST = lazily(r"(?:He|She|His|Her) ")
_OURS_OUTRIGHT = lazily(
    r"\b(?:[Oo]ur|[Tt]he (?:present|current|reported|index)) (?:own )?"
    r"(?:patient|case|woman|man|boy|girl|child|infant)\b"
    r"|\b[Ww]e (?:here |herein )?(?:experienced|encountered|treated|managed|reported|described|present|report|describe)"
    r" (?:here |herein )?(?:a|an|the) (?:[\w-]+ ){0,4}(?:case|patient|man|woman|boy|girl|child|infant)\b"
    r"|\b(?:[Ww]e|[Tt]he authors) (?:here |herein )?(?:present|report|describe) (?:here |herein )?(?:an?|the|our)\b"
    r"(?! (?:review|series|method|results|literature))"
)
# `It is found, as the grasping of our patient, when the left lobe is touched`: it is told of all.
_OURS_ASIDE = lazily(r", as the [\w ]{3,25} (?:of|in) (?:our|this|the present) (?:patient|case),")
_PRESENT = lazily(r"\b(?:is|are|may be|can be) (?:\w+ly )?\w+")
_PAST = lazily(
    r"\b(?:was|were|had|did|became|remained|showed|led|rose|fell|brought|occurred|recovered|improved|resolved|healed"
    r"|revealed|demonstrated|disclosed|confirmed|detected|identified|found|extended|measured|weighed|contained|caused"
    r"|involved|affected|arose|originated|compressed|invaded|infiltrated|occupied|consisted|appeared|exhibited|lacked"
    r"|ruptured|expressed|stained|yielded|required|grew|reached|lasted|took|lost|complained|reported (?:pain|no)|denied"
    r"|developed|received|underwent|presented|disappeared|persisted|[Hh]e|[Ss]he|[Hh]is|[Hh]er)\b"
)
# `Our case has three features of interest. First, ... Second, ...`: what is counted off is of our patient.
_COUNTED_OFF = lazily(
    r"\b(?:two|three|four|five|several|[Ss]ome|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]everal) (?:[a-z]+ ){0,2}"
    r"(?:features|findings|points|aspects|lessons|peculiarities|issues|characteristics|reasons|facts|things)\b"
)
_COUNTING = lazily(r"\A(?:First|Second|Third|Fourth|Fifth|Last|Final)(?:ly)?,? ")
_GOING_ON = 500  # characters of a paragraph after its last word of our patient that may still be of it
_SURELY_OTHERS = lazily(
    r"\b(?:et al|series|studies|study|literature|reported (?:by|in)|median|mean|average|ranged|cohort|criteria"
    r"|incidence|prevalence|guidelines?|another|previous|defined)\b"
)
_RELATIVES = lazily(
    r"\b(?:mother|father|sisters?|brothers?|husband|wife|sons?|daughters?|parents?|siblings?|uncle|aunt|cousins?"
    r"|grand(?:mother|father|parent|son|daughter|child|children|uncle|aunt|ma|pa)s?|relatives?"
    r"|friends?|donor(?! (?:liver|kidney|renal|lung|heart|site|stem cell|lymphocyte))|twin(?! pregnanc| gestation))\b",
    re.IGNORECASE,
)
_KIN = (
    r"(?:mothers?|fathers?|parents?|wife|husband|sons?|daughters?|sisters?|brothers?|grand(?:mother|father|parents?)"
    r"|relatives?|friends?)"
)
# Relatives who only tell of the patient, bring him, or are those he was born to.
_INFORMANTS = lazily(
    rf"\b(?:(?:his|her|the|their|both|patient(?:'s|’s)|child(?:'s|’s)) )*{_KIN} (?:(?:also|had|first|then|was|were) )*"
    r"(?:noticed|reported|stated|observed|mentioned|noted|described|gave|brought|denied|recalled|aware|witnessed"
    r"|complained of (?:his|her)|refused|declined|consented|agreed|decided|referred|told|remembered|sought)\b"
    rf"|\b(?:according to|by) (?:(?:his|her|the) )+{_KIN}\b"
    rf"|\b(?:born|delivered|child|product|offspring) (?:to|of|from|by) (?:[a-z-]+ ){{0,6}}{_KIN}\b"
    r"(?! (?:with|who|of \d|aged))"
    rf"|\b(?:non-?\s?|un)?(?:consangu?in[a-z]*|related|healthy) {_KIN}\b(?! (?:with|who))",
    re.IGNORECASE,
)
_RELATIVE_WORDS = words(
    "mother father sister sisters brother brothers husband wife son sons daughter daughters parent parents"
    " sibling siblings uncle aunt cousin cousins"
    " relative relatives friend friends donor twin grandmother grandfather grandparent grandson"
    " granddaughter grandchild grandchildren granduncle grandaunt grandma grandpa grandmothers"
    " grandfathers grandparents grandsons granddaughters granduncles grandaunts"
)


def part_kind(role: str) -> Part:
    """Whether a section repeats (`echo`), tells the case (`body`), or neither."""
    head = role.partition(".")[0]
    return "echo" if head in _ECHO else "body" if head in _BODY else "other"


def part_at(reading: Reading, block: int) -> Part:
    """The same of a block: a legend repeats wherever it is printed."""
    section, found = reading.blocks[block]
    return "echo" if found.kind == "legend" else part_kind(section.role)


def words_of(reading: Reading, sentence: Sentence) -> str:
    """The text of a sentence."""
    return reading.blocks[sentence.block][1].text[sentence.start : sentence.end]


_THEY = lazily(r"\W*(?:(?:al)?though |whereas |while |but |and )?(?:they|both|all)\b", re.IGNORECASE)


def of_patient(reading: Reading, index: int, offset: int = -1) -> bool:
    """Whether a sentence speaks of the patient of this report: of no study, no relative and nobody in general.

    With the offset of a character, its clause alone is read, as far as semicolons and `whereas` part the sentence.
    """
    plain = reading.once(_plain)
    if index in plain:
        return plain[index]
    sentence = reading.sentences[index]
    text, said = words_of(reading, sentence), words_at(reading, index)
    may_be_ours, joined = not said.isdisjoint(_OUR_WORDS), _is_joined(text, said)
    if not may_be_ours and not joined:
        plain[index] = _speaks_of_patient(reading, index, text, sentence.start)
        return plain[index]
    may_be_ours = may_be_ours and offset >= 0
    if may_be_ours and _said_of_ours(text, offset - sentence.start):
        return True
    whole = offset < 0 or not joined
    if may_be_ours and whole and _led_by_ours(reading, index, text, offset - sentence.start):
        return True
    if not whole:
        start, end = _clause(text, offset - sentence.start)
        if not (_THEY.match(text, start) and _RELATIVES.search(text)):
            return _speaks_of_patient(reading, index, text[start:end], sentence.start + start)
    known = reading.once(_known)
    if index not in known:
        known[index] = _speaks_of_patient(reading, index, text, sentence.start)
    return known[index]


def is_parted(reading: Reading, index: int, offset: int) -> bool:
    """Whether a clause of a sentence about others speaks of our patient: `It took 68 min, as compared with 75 min`."""
    sentence = reading.sentences[index]
    text = words_of(reading, sentence)
    start, end = _clause(text, offset - sentence.start)
    return end - start < len(text) and of_patient(reading, index, offset)


def of_others(reading: Reading, index: int) -> bool:
    """Whether a sentence is cited, or in the words in which studies and other patients are told of."""
    text = words_of(reading, reading.sentences[index])
    return bool(reading.once(citing).get(index)) or _tells_of_others(text, words_at(reading, index))


def of_relatives(reading: Reading, index: int) -> bool:
    """Whether a sentence names a relative who does more than tell of the patient, or have borne him."""
    if words_at(reading, index).isdisjoint(_RELATIVE_WORDS):
        return False
    return _tells_of_relatives(words_of(reading, reading.sentences[index]))


def _tells_of_others(text: str, said: frozenset[str]) -> bool:
    """Whether a text, which has no other words than these, has one in which studies and other patients are told of."""
    if said.isdisjoint(_OTHER_WORDS) and "%" not in text:
        return False
    return _OTHERS.search(_LIMITS.sub(" ", text.lower())) is not None


def _is_joined(text: str, said: frozenset[str]) -> bool:
    """Whether a sentence is of clauses that may speak of different people."""
    if ";" not in text and said.isdisjoint(_PARTING_WORDS):
        return False
    return _PARTING.search(text) is not None


def _led_by_ours(reading: Reading, index: int, text: str, offset: int) -> bool:
    """Whether a sentence begins with our patient, and names no study as far as a place in it."""
    start = reading.sentences[index].start
    opening = _OURS_FIRST.search(text, 0, offset) or _PERSON_FIRST.match(text)
    if opening is None or (_PERSON_FIRST.match(text) and _of_somebody(_told_before(reading, index))):
        return False
    cited = any(place - start <= offset for place in reading.once(citing).get(index, ()))
    between = text[opening.end() : offset]
    return not (cited or _SURELY_OTHERS.search(between) or _RELATIVES.search(between))


def _said_of_ours(text: str, offset: int) -> bool:
    """Whether the words next to a place name our patient: `11 years in our patient`."""
    before, after = text[max(0, offset - 45) : offset], text[offset : offset + 45]
    return _OURS_AFTER.match(after) is not None or _OURS_BEFORE.search(before) is not None


def _plain(_: Reading) -> dict[int, bool]:
    """What has been decided of sentences that speak of the same all through, by index."""
    return {}


def _known(_: Reading) -> dict[int, bool]:
    """What has been decided of other sentences, taken as a whole, by index."""
    return {}


def _speaks_of_patient(reading: Reading, index: int, text: str, start: int) -> bool:
    section, block = reading.blocks[reading.sentences[index].block]
    head = "legends" if block.kind == "legend" else section.role.partition(".")[0]
    said = words_at(reading, index)
    if "mother" in said and reading.once(tells_of_mother):
        text = without_mother(text)
        said = said if "mother" in text else said - {"mother"}
    if section.role in _SCHOLARLY or (not said.isdisjoint(_RELATIVE_WORDS) and _tells_of_relatives(text)):
        return False
    if head == "case":
        return said.isdisjoint(_STUDY_WORDS) or not _STUDIES.search(text)
    if head in ("legends", "tables", "title"):
        return True
    cited = any(start <= place <= start + len(text) for place in reading.once(citing).get(index, ()))
    if cited or _tells_of_others(text, said):
        return False
    if head in ("discussion", "conclusion", "introduction", "perspective", "learning_points"):
        ours = not said.isdisjoint(_OURS_WORDS) and _OURS.search(text) and not _is_general(text)
        if ours and is_of_cited(reading, index):
            return False
        if ours or (head == "conclusion" and (_PERSON.search(text) or _PAST.search(text))):
            return True
        if head == "perspective" and _FIRST_PERSON.search(text):
            return True
        return head == "discussion" and _goes_on(reading, index, text, start)
    return True


def _is_general(text: str) -> bool:
    """Whether a sentence tells what is so in all, and names our patient only in an aside."""
    rest = _OURS_ASIDE.sub(" ", text)
    return rest != text and not (_OURS.search(rest) or _PAST.search(_PRESENT.sub(" ", rest)))


def _tells_of_relatives(text: str) -> bool:
    """Whether a text names a relative who does more than tell of the patient, or have borne him."""
    return _RELATIVES.search(text) is not None and _RELATIVES.search(_INFORMANTS.sub(" ", text)) is not None


def _goes_on(reading: Reading, index: int, text: str, start: int) -> bool:
    """Whether a sentence of a discussion goes on with our patient: named last, or never parted from by a name."""
    if _BROUGHT_IN.search(text):
        return False
    block = reading.sentences[index].block
    told = reading.blocks[block][1].text
    if _DEFINITE.search(text) and not _of_somebody(told[: start + len(text)]):
        return True
    last = _ours_in(reading, block)
    place = bisect_left(last, start)
    if not place:
        return False
    between = told[last[place - 1] : start]
    if _COUNTING.match(text) and _COUNTED_OFF.search(between):
        return True
    if len(between) > _GOING_ON or not _PAST.search(text):
        return False
    cited = any(reading.once(citing).get(each) for each in range(index - between.count(". "), index))
    return not (cited or _OTHERS.search(_LIMITS.sub(" ", between.lower())) or _SOMEBODY.search(between))


def _ours_in(reading: Reading, block: int) -> list[int]:
    """Where a paragraph of a discussion names our patient outright."""
    known = reading.once(_ours_of_blocks)
    if block not in known:
        known[block] = [match.end() for match in _OURS_OUTRIGHT.finditer(reading.blocks[block][1].text)]
    return known[block]


def _ours_of_blocks(_: Reading) -> dict[int, list[int]]:
    """The same of the paragraphs looked at so far."""
    return {}


def _of_somebody(told: str) -> bool:
    """Whether a paragraph, as far as told, spoke last of somebody other than our patient."""
    others = [match.end() for match in _SOMEBODY.finditer(told)]
    ours = [match.end() for match in _OURS.finditer(told)]
    return bool(others) and (not ours or ours[-1] < others[-1])


def _told_before(reading: Reading, index: int) -> str:
    """What the paragraph of a sentence tells before it."""
    sentence = reading.sentences[index]
    return reading.blocks[sentence.block][1].text[: sentence.start]


def _clause(text: str, offset: int) -> tuple[int, int]:
    start, end = 0, len(text)
    for match in _PARTING.finditer(text):
        if match.end() <= offset:
            start = match.end()
        elif match.start() >= offset:
            end = match.start()
            break
    return start, end
