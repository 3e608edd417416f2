"""Citations in the text: `[3,7]`, `[11-14]`, superscripts, superscripts flattened into the text, author and
year.

A manuscript cites in one style. Where its file marks citations, the marks are believed; else each style's
candidates are collected, and the style is believed whose numbers begin near 1 and leave few gaps: a bracketed
reference range, a power of ten or a decimal does not look like that. Brackets and superscripts that name most
of the reference list are believed too, in any order, however short it is. What no style explains is not read
at all.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from casewright.document.mentions.model import CitationMention
from casewright.document.model import Block, Mark
from casewright.patterns import lazily

if TYPE_CHECKING:
    from casewright.document.reading import Reading

_LIST = r"\d{1,3}(?:[ ]?[,;–—-][ ]?\d{1,3}){0,30}"
_BRACKETS = lazily(rf"\[[ ]?({_LIST}|\d{{4,12}})[ ]?\]")
_RAISED = lazily(rf"\(?({_LIST})\)?")  # `1)` and `(1)` are printed raised too
_NUMBERED = lazily(  # `[3,4]`, and `1–3 6` as one journal prints them
    r"[\[(]?[ ]?\d{1,3}(?:(?:[ ]?[,;–—-][ ]?|[ ])\d{1,3}){0,30}[ ]?[\])]?[.,;]?"
)
_BETWEEN = lazily(r"[ ]?([,;–—-]?)[ ]?")
_THROUGH = lazily(r"[ ]?[–—-][ ]?\[[ ]?(\d{1,3})[ ]?\]")
_RANGE_ALONE = lazily(r"\d+[ ]?[–—-][ ]?\d+")
_VALUE_END = lazily(r"(?:\d|range|normal|/[A-Za-zµμ]{1,4}|%)[ :]?$")
_ROUND = lazily(rf"\((?<=[\w%)][ ]\()(?<!and[ ]\()({_LIST})\)|\((?<=[a-z]\()({_LIST})\)")
_AFTER_STOP = lazily(
    r"\d(?<=[a-z)\]”\"’'A-Z%][.,;:]\d)\d{0,2}"
    r"(?:[ ]?[,;–—-][ ]?\d{1,3}|[ ]\d{1,3}(?=[ ]+[A-Z]|[ ]?$)){0,30}(?=[ ]+[A-Za-z“\"(]|$)"
)
_ABBREVIATED = lazily(r"\b(?:[Ff]igs?|[Nn]os?|vs|pp?|[Vv]ol|approx|ca?|[Tt]ab|[Rr]efs?)\.$")
_CARET = lazily(
    rf"\^(?:(?<=[a-z]{{2}}\^)|(?<=[.,;:)\]”\"’'%]\^))(?<!\b[cdkm]m\^)(?P<list>{_LIST})\^?(?![\^\d])"
)
_AFTER_WORD = lazily(r"\d(?<=[a-z]{4}\d)\d{0,2}(?:[,–—-]\d{1,3}){0,30}(?=[.,;:]?(?:[ ]|$))")
_BEFORE_ROUND = lazily(
    r"(?:\d(?<=[a-z]{3}\d)|\d(?<=[A-Za-z]{2}[.,;]\d)|\d(?<=(?:19|20)\d\d\.\d))\d{0,2}(?:[,–—-][ ]?\d{1,3}){0,30}(?=\))"
)
_AUTHOR_YEAR = lazily(
    r"([A-Z][\w’'-]{1,30})(?:[ ]et[ ]al\.?,?|[ ](?:and|&)[ ][A-Z][\w’'-]{1,30},?|,)?[ ]\(?((?:19|20)\d\d)[a-z]?\)"
)
_SURE = 4  # so many different numbers in one style, and no other style is tried
_SLIP = 8  # one number in so many may be a slip
_STRIDE = 8  # so many new references at most in one citation that is in doubt
_REACH = 200  # characters before a closing bracket in which it may have been opened
_MANY = 400  # no case report has a reference of a higher number


class _Candidate(NamedTuple):
    block: int
    start: int
    end: int
    numbers: tuple[int, ...]


def find_citations(reading: Reading) -> tuple[CitationMention, ...]:
    """The citations of a document, in reading order, all of one style."""
    marks = [_text(block, mark) for _, block in reading.blocks for mark in _citation_marks(block)]
    if marks:
        if 2 * sum(_is_numbered(text) for text in marks) < len(marks):
            return tuple(_author_years(reading))
        return tuple(
            _mention(reading, c) for n, (_, block) in enumerate(reading.blocks) for c in _marked(n, block)
        )
    best: list[_Candidate] = []
    weight = 0
    listed = sum(block.kind == "reference" for _, block in reading.blocks)
    for finder, least in _STYLES:
        candidates = _collect(reading, finder)
        found = _weight(candidates) or (_named(candidates, listed) if finder in _PRINTED else 0)
        if found >= max(least, weight + 1):
            best, weight = candidates, found
        if weight >= _SURE:
            break
    if best:
        return tuple(_mention(reading, c) for c in best)
    return tuple(_author_years(reading))


def spelled_out(text: str) -> tuple[int, ...]:
    """The numbers of a printed list of citations: `3,7-9` is 3, 7, 8, 9; a range that runs backwards stays
    two."""
    numbers: list[int] = []
    for part in re.split(r"[,;]|(?<=\d)[ ](?=\d)", text):
        ends = [int(end) for end in re.findall(r"\d{1,3}", part)]
        if len(ends) == 2 and 0 <= ends[1] - ends[0] < 100:
            numbers += range(ends[0], ends[1] + 1)
        else:
            numbers += ends
    return tuple(numbers)


def _parted(digits: str, highest: int) -> tuple[int, ...]:
    """Numbers whose commas were lost, as in `[1011]`: rising, and going on from the numbers before; else nothing."""
    for size in (1, 2, 3):
        first = int(digits[:size])
        if len(digits) < size or first == 0 or digits[0] == "0":
            continue
        if len(digits) == size and first <= highest + _STRIDE:
            return (first,)
        rest = _parted(digits[size:], max(highest, first)) if len(digits) > size else ()
        if rest and first < rest[0] and first <= highest + 1:
            return (first, *rest)
    return ()


def _is_glued(text: str, highest: int) -> bool:
    """Whether two numbers lost the comma between them: `[34]` behind 2, where 34 would be far too high."""
    return highest > 1 and int(text) > highest + _STRIDE and _parted(text, highest)[:1] == (highest + 1,)


def _known(digits: str, highest: int) -> tuple[int, ...]:
    """Two numbers without their comma that were both cited before: `[47]` for 4 and 7; nothing where they were not."""
    for size in range(1, len(digits)):
        first, second = int(digits[:size]), int(digits[size:])
        if 0 < first < second <= highest and digits[size] != "0":
            return first, second
    return ()


def _mention(reading: Reading, found: _Candidate) -> CitationMention:
    section, block = reading.blocks[found.block]
    return CitationMention(
        block=found.block,
        start=found.start,
        end=found.end,
        sentence=reading.sentence_at(found.block, found.start),
        text=block.text[found.start : found.end],
        role=section.role,
        subject="study",
        numbers=found.numbers,
    )


def _citation_marks(block: Block) -> Iterator[Mark]:
    return block.marked("citation") if block.kind != "reference" else iter(())


def _text(block: Block, mark: Mark) -> str:
    return block.text[mark.start : mark.end]


def _is_numbered(text: str) -> bool:
    """Whether a marked citation shows numbers: not an author, nor a year."""
    return _NUMBERED.fullmatch(text) is not None


def _marked(number: int, block: Block) -> Iterator[_Candidate]:
    """Marks that show numbers, neighbours joined where no more than a comma or a dash stands between them."""
    start, end, printed = -1, -1, ""
    for mark in _citation_marks(block):
        text = _text(block, mark)
        if not _is_numbered(text):
            continue
        between = _BETWEEN.fullmatch(block.text, end, mark.start) if end >= 0 else None
        if between:
            printed += ("-" if between[1] in ("–", "—", "-") else ",") + text
            end = mark.end
            continue
        if end >= 0:
            yield _Candidate(number, start, end, spelled_out(printed))
        start, end, printed = mark.start, mark.end, text
    if end >= 0:
        yield _Candidate(number, start, end, spelled_out(printed))


# From a block: start, end and list of numbers of each candidate, and whether it is in doubt.
Finder = Callable[[Block], Iterator[tuple[int, int, str, bool]]]


def _collect(reading: Reading, finder: Finder) -> list[_Candidate]:
    """The candidates of one style; one in doubt is taken where it goes on from the numbers before it."""
    found: list[_Candidate] = []
    highest = 0
    glued = False  # whether lists lost their commas
    for number, (section, block) in enumerate(reading.blocks):
        if block.kind in ("reference", "heading", "table") or section.role == "references":
            continue
        for start, end, text, in_doubt in finder(block):
            numbers = spelled_out(text)
            if text.isdigit() and (int(text) > _MANY or _is_glued(text, highest)):
                numbers, glued = _parted(text, highest), True
            elif glued and text.isdigit() and int(text) > highest + _STRIDE:
                numbers = _known(text, highest) or numbers
            if not numbers or min(numbers) < 1 or max(numbers) > _MANY:
                continue
            if in_doubt and not (numbers[0] <= highest + 1 and numbers[-1] <= highest + _STRIDE):
                continue
            found.append(_Candidate(number, start, end, numbers))
            highest = max(highest, *numbers)
    return found


def _bracketed(block: Block) -> Iterator[tuple[int, int, str, bool]]:
    """Brackets, `[7]-[9]` as one; a range behind a value (`35 U/L [13-39]`) is in doubt."""
    end = -1
    for match in _BRACKETS.finditer(block.text):
        before = block.text[max(0, match.start() - 8) : match.start()]
        if match.start() < end:
            continue
        through = _THROUGH.match(block.text, match.end())
        end = through.end() if through else match.end()
        is_range = _RANGE_ALONE.fullmatch(match[1]) and _VALUE_END.search(before)
        yield match.start(), end, f"{match[1]}-{through[1]}" if through else match[1], bool(is_range)


def _superscript(block: Block) -> Iterator[tuple[int, int, str, bool]]:
    for mark in block.marked("superscript"):
        before = block.text[max(0, mark.start - 2) : mark.start]
        text = block.text[mark.start : mark.end]
        if (raised := _RAISED.fullmatch(text)) and not re.search(r"10$|\b[cm]?m$", before):
            yield mark.start, mark.end, raised[1], False


def _careted(block: Block) -> Iterator[tuple[int, int, str, bool]]:
    """Superscripts typed as `weeks;^5` or `bowel.^1,3^`; a power of ten and a square metre are none."""
    if "^" in block.text:
        for match in _CARET.finditer(block.text):
            yield match.start("list"), match.end("list"), match["list"], False


def _after_stop(block: Block) -> Iterator[tuple[int, int, str, bool]]:
    for match in _AFTER_STOP.finditer(block.text):
        if not _ABBREVIATED.search(block.text, max(0, match.start() - 8), match.start()):
            yield match.start(), match.end(), match[0], False


def _after_word(block: Block) -> Iterator[tuple[int, int, str, bool]]:
    for match in _AFTER_WORD.finditer(block.text):
        yield match.start(), match.end(), match[0], False


def _before_round(block: Block) -> Iterator[tuple[int, int, str, bool]]:
    """Raised numbers with a round bracket behind them that were flattened: `was reported12).`"""
    for match in _BEFORE_ROUND.finditer(block.text) if ")" in block.text else ():
        before = block.text[max(0, match.start() - _REACH) : match.start()]
        if before.rfind("(") <= before.rfind(")"):
            yield match.start(), match.end() + 1, match[0], False


def _parenthesised(block: Block) -> Iterator[tuple[int, int, str, bool]]:
    for match in _ROUND.finditer(block.text):
        yield match.start(), match.end(), match[1] or match[2], False


# The styles, the surest first, and the numbers that each must show: fewer in round brackets are an enumeration.
_STYLES: tuple[tuple[Finder, int], ...] = (
    (_bracketed, 1),
    (_superscript, 1),
    (_careted, 2),
    (_after_stop, 1),
    (_after_word, 1),
    (_before_round, 3),
    (_parenthesised, 5),
)

_PRINTED = (_bracketed, _superscript)  # the styles that show by themselves that a citation is meant


def _named(candidates: list[_Candidate], listed: int) -> int:
    """How many references of the list the candidates cite, 0 where that is less than half of it or of them."""
    distinct = {n for c in candidates for n in c.numbers}
    known = sum(n <= listed for n in distinct)
    return known if 2 * known >= max(listed, len(distinct)) else 0


def _weight(candidates: list[_Candidate]) -> int:
    """How many references the candidates cite, 0 where they do not look like citations."""
    numbers = [n for c in candidates for n in c.numbers]
    if not numbers:
        return 0
    distinct = set(numbers)
    firsts = list(dict.fromkeys(numbers))
    steps = [later > earlier for earlier, later in pairwise(firsts)]
    rising = not steps or sum(steps) >= 0.6 * len(steps)
    usual = sorted(distinct)[: len(distinct) - len(distinct) // _SLIP]  # a slip may make a number high
    dense = len(usual) >= 0.6 * max(usual)
    return len(distinct) if len(distinct) >= 2 and min(distinct) <= 2 and dense and rising else 0


def _author_years(reading: Reading) -> Iterator[CitationMention]:
    for number, (section, block) in enumerate(reading.blocks):
        if block.kind == "reference" or section.role == "references":
            continue
        for match in _AUTHOR_YEAR.finditer(block.text):
            yield CitationMention(
                block=number,
                start=match.start(),
                end=match.end(),
                sentence=reading.sentence_at(number, match.start()),
                text=match[0],
                role=section.role,
                subject="study",
                author=match[1],
                year=int(match[2]),
            )
