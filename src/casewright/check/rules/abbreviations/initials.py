"""The initial letters of the words of a text, in one string: where a long form stands that nobody abbreviated."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from casewright.check.evidence.text.passage import Passage
from casewright.document.mentions.wordset import ByWord, words
from casewright.document.reading import Reading
from casewright.patterns import lazily

_TOKEN = lazily(r"[A-Za-z]+|\d+|[^\sA-Za-z\d-]")
_SKIPPED = words("of the and for")  # give no letter
_PARTING = words(  # stand in no long form
    "was is were are with in to a an any at by from that this which who has had her his he she it its on as or be "
    "been not no but we our their they also than then there these those such more all after before into most other "
    "some can may did do if showing showed experienced presented developed received underwent revealed complained "
    "suffered noted found confirmed demonstrated indicated suggested reported following using"
)
_COMPOUND = lazily(  # the first part of a compound that gives a letter of its own: intra|venous
    r"(?P<first>anti|h(?:a?e)mo|lympho|chemo|radio|cholangio|thoraco|angio|intra|extra|trans|broncho|cardio|gastro|immuno|electro|echo|hepato|abdomino|neuro|endo|peri|pneumo|naso"
    r"|hydro|thrombo|micro|sub|inter|retro|para|post|pre|myo|osteo|uretero|laparo|cerebro|musculo|atrio|ventriculo"
    r"|encephalo|arterio|veno|chole|pancreatico|esophago|oesophago)(?P<rest>[a-z]{5,})\Z"
)
_NO_NOUN = lazily(r"(?:ful|ing|ed|ly|ous|ive)\Z")  # no long form ends so
_OF_A_REPORT = words(
    "data laboratory finding findings result results test tests patient patients level levels male female man woman boy"
    " girl child infant year years month months week weeks day days hospital room ward department visit visits"
)
_SEVERAL = lazily(r"[ntmrldckg]s\Z")  # nor so, unless it has three words: `spontaneous breathing trials`
_PLURAL = lazily(r"[^suio]s\Z")  # and none begins so: `patients carry ...`

Word = tuple[str, int, int]  # its part that gives the letter, where the word starts and ends


def _parts(word: str) -> tuple[str, ...]:
    """The parts of a token that give a letter each; " " for what no long form goes across."""
    small = word.lower()
    if small in _SKIPPED:
        return ()
    if not word[0].isalpha() or small in _PARTING or (len(word) > 1 and word.isupper()):
        return (" ",)
    compound = _COMPOUND.match(small)
    return (compound["first"], compound["rest"]) if compound else (small,)


def initials(text: str, *, parted: bool = False) -> tuple[str, list[Word]]:
    """One letter for each word, a space where a long form cannot go on; with `parted` two for a compound."""
    taken: list[Word] = []
    for match in _TOKEN.finditer(text):
        parts = _parts(match[0])
        for part in parts if parted else ("".join(parts),)[: len(parts)]:
            taken.append((part, match.start(), match.end()))
    return "".join(part[0] for part, _, _ in taken), taken


_FIRST = ByWord(lambda piece: initials(piece)[0])
_EACH = ByWord(lambda piece: initials(piece, parted=True)[0])


def first_letters(text: str) -> str:
    """The first letter of each word, as `initials` gives them."""
    return "".join(map(_FIRST.__getitem__, text.split()))


def gives_inside(word: str, letter: str) -> bool:
    """Whether the second part of a compound gives a letter: R of `immunoreactivity`."""
    compound = _COMPOUND.match(word.lower())
    return compound is not None and compound["rest"].startswith(letter)


def written_out(reading: Reading, shorts: Mapping[str, int]) -> dict[str, Passage]:
    """The first place of each short form's long form, word by word, in running text; only those that stand there.

    They are sought as far as the block whose number is given with each.
    """
    wanted = {short: short.lower() for short in shorts}
    found: dict[str, Passage] = {}
    last = max(shorts.values(), default=-1)
    for number, text in _running(reading):
        if number > last:
            break
        pieces = text.split()
        for letters in (_FIRST, _EACH):
            line = "".join(map(letters.__getitem__, pieces))
            for short, sought in wanted.items():
                if short not in found and sought in line:
                    place = _place(text, line.index(sought), len(short), parted=letters is _EACH)
                    if place is not None:
                        found[short] = Passage(number, *place)
    return found


def _place(text: str, at: int, count: int, *, parted: bool) -> tuple[int, int] | None:
    """Where the words that give `count` letters from letter `at` on start and end; None where they are no term."""
    taken = initials(text, parted=parted)[1][at : at + count]
    if _NO_NOUN.search(taken[-1][0]) or _PLURAL.search(taken[0][0]):
        return None
    if taken[-1][0].lower() in _OF_A_REPORT:
        return None  # `initial laboratory data` is no long form of ILD, nor `Han Chinese male` of HCM
    if text[: taken[0][1]].endswith("-"):
        return None  # `dasatinib-induced hemorrhagic colitis`
    if _SEVERAL.search(taken[-1][0]) and len({start for _, start, _ in taken}) < 3:
        return None
    return taken[0][1], taken[-1][2]


def _running(reading: Reading) -> Iterator[tuple[int, str]]:
    for number, (section, block) in enumerate(reading.blocks):
        if block.kind in ("paragraph", "item") and section.role not in (
            "references",
            "authors",
            "statements",
        ):
            yield number, block.text
