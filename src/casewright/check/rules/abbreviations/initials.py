"""The initial letters of the words of a text, in one string: where a long form stands that nobody abbreviated."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from casewright.check.passage import Passage
from casewright.document.mentions.wordset import words
from casewright.document.reading import Reading

_TOKEN = re.compile(r"[A-Za-z]+|\d+|[^\sA-Za-z\d-]")
_SKIPPED = words("of the and for")  # give no letter
_PARTING = words(  # stand in no long form
    "was is were are with in to a an any at by from that this which who has had her his he she it its on as or be "
    "been not no but we our their they also than then there these those such more all after before into most other "
    "some can may did do if"
)
_COMPOUND = re.compile(  # the first part of a compound that gives a letter of its own: intra|venous
    r"(?P<first>intra|extra|trans|broncho|cardio|gastro|immuno|electro|echo|hepato|abdomino|neuro|endo|peri|pneumo|naso"
    r"|hydro|thrombo|micro|sub|inter|retro|para|post|pre|myo|osteo|uretero|laparo|cerebro|musculo|atrio|ventriculo"
    r"|encephalo|arterio|veno|chole|pancreatico|esophago|oesophago)(?P<rest>[a-z]{5,})\Z"
)
_NO_NOUN = re.compile(r"(?:ful|ing|ed|ly|ous|ive)\Z")  # no long form ends so
_PLURAL = re.compile(r"[^suio]s\Z")  # and none begins so: `patients carry ...`

Word = tuple[str, int, int]  # its part that gives the letter, where the word starts and ends


def initials(text: str, *, parted: bool = False) -> tuple[str, list[Word]]:
    """One letter for each word, a space where a long form cannot go on; with `parted` two for a compound."""
    letters: list[str] = []
    taken: list[Word] = []
    for match in _TOKEN.finditer(text):
        word = match[0]
        small = word.lower()
        if small in _SKIPPED:
            continue
        ends = not word[0].isalpha() or small in _PARTING or (word.isupper() and len(word) > 1)
        compound = _COMPOUND.match(small) if parted and not ends else None
        for part in (compound["first"], compound["rest"]) if compound else (small,):
            letters.append(" " if ends else part[0])
            taken.append((part, match.start(), match.end()))
    return "".join(letters), taken


def written_out(reading: Reading, shorts: Iterable[str]) -> dict[str, Passage]:
    """The first place of each short form's long form, word by word, in running text; only those that stand there."""
    wanted = {short: short.lower() for short in shorts}
    found: dict[str, Passage] = {}
    if not wanted:
        return found
    for number, letters, taken in reading.once(_initials_of_blocks):
        for short, letters_of in wanted.items():
            at = letters.find(letters_of)
            if short in found or at < 0 or _NO_NOUN.search(taken[at + len(short) - 1][0]):
                continue
            if _PLURAL.search(taken[at][0]):
                continue
            found[short] = Passage(number, taken[at][1], taken[at + len(short) - 1][2])
    return found


def _initials_of_blocks(reading: Reading) -> list[tuple[int, str, list[Word]]]:
    return list(_by_block(reading))


def _by_block(reading: Reading) -> Iterator[tuple[int, str, list[Word]]]:
    for number, (section, block) in enumerate(reading.blocks):
        if block.kind in ("paragraph", "item") and section.role not in (
            "references",
            "authors",
            "statements",
        ):
            for parted in (False, True):
                yield number, *initials(block.text, parted=parted)
