"""Words of state that conclude from the values just told, or say at the bedside what was measured there: `Thus, severe
thrombocytosis was found`, `this hyperkalemia`, `She was febrile and had bradycardia`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from casewright.check.evidence.text.around import stretches_with
from casewright.check.evidence.text.parts import part_at
from casewright.check.evidence.values.normality import STATE_WORDS, State, judge
from casewright.check.evidence.values.said import Claim, Saying, is_denied, sayings_in
from casewright.document.mentions.model import QuantityMention
from casewright.document.mentions.stretch import Stretch
from casewright.document.mentions.wordset import words
from casewright.document.reading import Reading
from casewright.patterns import lazily

_STATES = frozenset(STATE_WORDS)
_CONCLUDES = lazily(
    r"\b(?:thus|therefore|hence|suggest(?:ive of|ing)|indicat(?:ive of|ing)|consistent with|compatible with|i\.e\."
    r"|namely|amounting to|in keeping with|that is),?\s(?:[a-z]+,?\s){0,4}\Z",
    re.IGNORECASE,
)
_THIS = lazily(r"\bthis\s(?:(?:mild|moderate|severe|profound|marked|acute|new|isolated)\s)?\Z", re.IGNORECASE)
_OF_DEGREE = lazily(r"\b(?:and|with) an? (?:mild|slight|moderate|severe|marked)\s\Z")
_PRESENT = lazily(r"(?:\sand\s[a-z]+)?\s(?:was|were)\s(?:thus|therefore|hence)\b")
_FOUND = lazily(  # `She was pale, normotensive and`, `he had`
    r"\b(?:he|she|patient|boy|girl|infant|child|man|woman)\s(?:was|had)\s(?:an?\s)?(?:[a-z]+(?:,|\sand|\sbut)?\s"
    r"|and had (?:an?\s)?|but had (?:an?\s)?){0,5}\Z",
    re.IGNORECASE,
)
_ELSEWHEN = lazily(  # another time than that of the values, or of nobody
    r"\b(?:later|then|day|after|when|while|developed|became|becomes?|during|until|before|previous\w*|prior|history|known"
    r"|chronic|past|risk|remained|persist\w*|resol\w+|improv\w+|again|repeat\w*|discharge\w*|initial\w*|because|since|due|may"
    r"|intermittent\w*|never|always|diabetic|treated|subsequent\w*|now|if|or|had been|arterial hypertension|pulmonary"
    r"|portal|gestational|orthostatic|postural|reactive|secondary|family|mother|father|reported|complain\w*|home"
    r"|took|takes|taking|medicat\w+|therapy|treatment|tablets?"
    r"|avoid|prevent\w*|common\w*|often|usual\w*|typical\w*|such patients)\b",
    re.IGNORECASE,
)
_LASTING = lazily(r"hypertens|obes", re.IGNORECASE)  # diseases that a patient has had for years
_ON_EXAMINATION = lazily(
    r"\b(?:on (?:examination|admission|arrival|presentation)|at the bedside|found)\b", re.IGNORECASE
)
_RENAL = lazily(
    r"\b(?:(?P<high>(?:renal|kidney) (?:dysfunction|impairment|insufficiency|failure)"
    r"|impaired (?:renal|kidney) function"
    r"|(?:renal|kidney) function was (?:impaired|reduced|abnormal))"
    r"|(?:normal|preserved) (?:renal|kidney) function|(?:renal|kidney) function was (?:normal|preserved))\b",
    re.IGNORECASE,
)
_KIDNEY = frozenset(("renal", "kidney"))
_CUES = words(  # of which every sentence that ties a state to values told before has one
    "this thus therefore hence suggestive suggesting indicative indicating consistent compatible namely amounting"
    " keeping that mild slight moderate severe marked he she patient boy girl infant child man woman i e renal kidney"
)
_NEAR, _FAR = 4, 8  # sentences before in which the values stand of what is found, and of what is concluded
_WELL_AGAIN = (
    lazily(  # `a normal function was reached with 82 µmol/L. This failure ...`: what was before is meant
        r"\b(?:normal|recover\w*|restor\w*|resol\w+)\b[^.;]*\Z"
    )
)
_MOST = 12  # words of state in one sentence


def concluded(reading: Reading, *, adult: bool) -> dict[tuple[int, int], Claim]:
    """The value nearest to each such word, where none of those told just before it can be called so; by its place."""
    values: dict[int, list[QuantityMention]] | None = None
    claims: dict[tuple[int, int], Claim] = {}
    for stretch in stretches_with(reading, _STATES | _KIDNEY):
        if stretch.words.isdisjoint(_CUES) or part_at(reading, stretch.sentence.block) != "body":
            continue
        for saying in (*islice(sayings_in(stretch.text, stretch.offset), _MOST), *_of_kidneys(stretch)):
            back = _reach(stretch, saying) if saying.measures else 0
            if not back:
                continue
            if values is None:
                values = _by_sentence(reading)
            told = _just_told(values, stretch, saying, back)
            judged = [judge(each, saying.state, adult=adult) for each in told]
            if told and all(each is not None and not each.possible for each in judged):
                claims.setdefault((told[-1].block, told[-1].start), saying.claim)
    return claims


def _of_kidneys(stretch: Stretch) -> Iterator[Saying]:
    """What is said of the kidneys, as a state of the creatinine."""
    for match in _RENAL.finditer(stretch.text) if not stretch.words.isdisjoint(_KIDNEY) else ():
        start, end = stretch.offset + match.start(), stretch.offset + match.end()
        state: State = "high" if match["high"] else "normal"
        yield Saying(start, end, match[0], state, ("creatinine",))


def _reach(stretch: Stretch, saying: Saying) -> int:
    """How many sentences back the values may stand to which the words around a state tie it; 0 where none do."""
    text, start, end = stretch.text, saying.start - stretch.offset, saying.end - stretch.offset
    if is_denied(stretch.block.text, saying, stretch.offset):
        return 0
    if _THIS.search(text, 0, start):
        return 1
    behind = min(len(text), end + 20)
    if _CONCLUDES.search(text, max(0, start - 70), start) or _PRESENT.match(text, end):
        return 0 if _ELSEWHEN.search(text, max(0, start - 40), behind) else _FAR
    clause = text[max(text.rfind(";", 0, start), text.rfind(". ", 0, start)) + 1 :]
    if _ELSEWHEN.search(clause):
        return 0
    if " " in saying.word or _OF_DEGREE.search(text, 0, start):
        return 1
    if _LASTING.match(saying.word) and not _ON_EXAMINATION.search(clause):
        return 0
    return _NEAR if _FOUND.search(text, max(0, start - 80), start) else 0


def _just_told(
    values: dict[int, list[QuantityMention]], stretch: Stretch, saying: Saying, back: int
) -> list[QuantityMention]:
    """The values of its measures in its own sentence before a word, or in the nearest before; of `this`, the last."""
    index = stretch.sentence.index
    for number in range(index, index - back - 1, -1):
        told = [
            each
            for each in values.get(number, ())
            if each.block == stretch.sentence.block and each.measure in saying.measures
        ]
        if any(each.end > saying.start for each in told):
            return []  # the word is said of that
        if told:
            if any(stretch.block.text.endswith("from ", 0, each.start) for each in told[-1:]):
                return []  # and came to another
            lead = told[-1].start
            if saying.state != "normal" and _WELL_AGAIN.search(stretch.block.text, max(0, lead - 120), lead):
                return []
            last = told[-1:] if back == 1 else told
            return last if all(each.subject == "patient" for each in last) else []
    return []


def _by_sentence(reading: Reading) -> dict[int, list[QuantityMention]]:
    values: dict[int, list[QuantityMention]] = {}
    for mention in reading.quantities:
        if mention.measure:
            values.setdefault(mention.sentence, []).append(mention)
    return values
