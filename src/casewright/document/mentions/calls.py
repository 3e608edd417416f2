"""Calls of figures, panels, tables and videos in the text: `Figure 2B-D`, `Figs. 1, 3`, `(Table II)`, `Video
1`.

    call  = kind item { separator item }
    item  = number [ panels ] | panels                    "1A", "1(a)", "2", and after an item with panels "B"
    panels = letter { separator letter } | letter "-" letter

Figures 1-3 are three calls over the same characters. A caption's own label is no call.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal, NamedTuple

from casewright.document.mentions.model import CallMention
from casewright.document.mentions.wordset import lowered
from casewright.document.model import Block
from casewright.patterns import lazily

if TYPE_CHECKING:
    from casewright.document.reading import Reading

Kind = Literal["figure", "table", "video", "supplement"]

_HEAD = lazily(
    r"(?<![A-Za-z])(?=[aefmostv])"
    r"(?:(?P<supplement>supp(?:l(?:ement(?:ary|al)?)?)?\.?|additional|online|extended data|appendix|e)[ ]?)?"
    r"(?P<kind>fig(?:ure|\.)?s?\.?|tables?|videos?|movies?)[ ]?(?=[S]?\d|[IVX]{1,4}\b)",
    re.IGNORECASE,
)
_LETTERS = lazily("fig|table|video|movie")
_BEFORE = 19  # characters of `extended data ` and more
_BEHIND = 20  # characters of `figures. VIII` and more
_NUMBER = lazily(
    r"(?P<s>[Ss])?(?:(?P<digits>\d{1,2})(?![\d%])(?!\.\d(?!\d?\d?[,–]\d|\d\d?[ ]+[A-Z]))|(?P<roman>[IVX]{1,4})\b)"
)
_PANEL = lazily(r"[ ]?(?P<first>[A-Za-z])(?:[ ]?[-–—][ ]?(?P<last>[A-Za-z]))?(?![A-Za-z’'])")
_BRACKET = lazily(r"[ ]?\((?=[A-Pa-p](?:[ ]?(?:[-–—,&]|,?[ ]and\b)[ ]?[A-Pa-p])*\))")  # of `3(a)`, `2 (a, b)`
_AGAIN = lazily(r"[ ]?(?:[-–—]|to[ ])[ ]?(?P<digits>\d{1,2})(?=[ ]?\(?[A-Za-z]\b)")  # of `1(a)–1(c)`, `1A-1C`
_DASH = lazily(r"[ ]?(?:[-–—]|to\b)")
_PANEL_WORD = lazily(r"[ ]?[,(]?[ ]?panels?[ ](?=\(?[A-Za-z]\b)", re.IGNORECASE)
_SPACED_PANEL_END = lazily(r"[ ]?(?:[-–—,;:.)\]&]|and[ ][A-Z]\b|$)")
_SEPARATOR = lazily(r"[ ]?(?:,[ ]?(?:and|&)?|and|&|/|;)[ ]?")
_RANGE = lazily(r"[ ]?(?:[-–—]|to[ ])[ ]?(?:fig(?:ure|\.)?s?\.?[ ]?)?(?=\d)", re.IGNORECASE)
_APART = lazily(r",[ ]?(?=[A-Z](?:[ ]?[-–,)\];]|[ ]and[ ][A-Z]\b))")
_CLOSED = lazily(r"(?:[A-Za-z](?:[-–][A-Za-z])?)?[ ]?(?:[)\].;]|and\b|$)")
_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9, "X": 10}


class _Item(NamedTuple):
    start: int
    end: int
    number: int
    panels: tuple[str, ...]
    supplement: bool = False


def find_calls(reading: Reading) -> tuple[CallMention, ...]:
    """Every call of a document, in reading order, those in legends and tables included."""
    found = []
    for number, (section, block) in enumerate(reading.blocks):
        if block.kind in ("heading", "reference"):
            continue
        for head in _heads(block.text):
            if _is_label(block, head):
                continue
            for item in _items(block.text, head):
                kind: Kind = "supplement" if head["supplement"] or item.supplement else _kind(head["kind"])
                found.append(
                    CallMention(
                        block=number,
                        start=item.start,
                        end=item.end,
                        sentence=reading.sentence_at(number, item.start),
                        text=block.text[item.start : item.end],
                        role=section.role,
                        kind=kind,
                        number=item.number,
                        panels=item.panels,
                    )
                )
    return tuple(found)


def _heads(text: str) -> Iterator[re.Match[str]]:
    """The kinds of call that numbers follow; the pattern is slow, and sought around the letters that each has."""
    end = 0
    for letters in _LETTERS.finditer(lowered(text)):
        head = _HEAD.search(text, max(end, letters.start() - _BEFORE), letters.start() + _BEHIND)
        if head is not None:
            end = head.end()
            yield head


def _kind(word: str) -> Kind:
    first = word[0].lower()
    return "figure" if first == "f" else "table" if first == "t" else "video"


def _is_label(block: Block, head: re.Match[str]) -> bool:
    """Whether this is the label of a caption: at the start of its block, and no sentence goes on from it."""
    if head.start() > 0:
        return False
    after = re.match(r"\s*[S]?[\dIVX]{1,3}[A-Za-z]?\s*(?:[.:|–—-]|$|[A-Z])", block.text[head.end() :])
    return block.kind in ("legend", "figure", "table") or after is not None


def _items(text: str, head: re.Match[str]) -> Iterator[_Item]:
    plural = head["kind"].rstrip(".").lower().endswith("s")
    start, at = head.start(), head.end()
    while (number := _NUMBER.match(text, at)) is not None:
        value = int(number["digits"]) if number["digits"] else _ROMAN.get(number["roman"], 0)
        panels, end = _panels(text, number.end())
        if not panels and (
            apart := _APART.match(text, end) or _PANEL_WORD.match(text, end)
        ):  # `Fig. 2, A, B`
            panels, end = _panels(text, apart.end())
        panels, end = _through_again(text, end, number, panels)
        yield _Item(start, end, value, panels, number["s"] is not None)
        through = _RANGE.match(text, end) if not panels and number["digits"] else None
        if through and (last := _NUMBER.match(text, through.end())) and last["digits"]:
            panels, range_end = _panels(text, last.end())
            for between in range(value + 1, min(int(last["digits"]), value + 20) + 1):
                yield _Item(start, range_end, between, panels, number["s"] is not None)
            end = range_end
        separator = _SEPARATOR.match(text, end)
        if separator is None:
            return
        start = at = separator.end()
        following = _NUMBER.match(text, at)
        if following and not (plural or panels or _CLOSED.match(text, following.end())):
            return


def _panels(text: str, at: int) -> tuple[tuple[str, ...], int]:
    """The panel letters from `at` on, in capitals, and where they end."""
    if _BRACKET.match(text, at):
        return _in_brackets(text, at)
    letters: list[str] = []
    end = at
    while (panel := _PANEL.match(text, at)) is not None:
        spaced = text[at : at + 1] == " " and not letters
        if spaced and (panel["first"].islower() or not _SPACED_PANEL_END.match(text, panel.end())):
            break
        if letters and panel["first"].isupper() != letters[0].isupper():
            break
        letters += _through(panel["first"], panel["last"])
        end = panel.end()
        separator = _SEPARATOR.match(text, end)
        if separator is None:
            break
        at = separator.end()
        if not re.match(r"[A-Za-z](?![A-Za-z])", text[at : at + 2]) or _is_article(text, at):
            break
    return tuple(dict.fromkeys(letter.upper() for letter in letters)), end


def _in_brackets(text: str, at: int) -> tuple[tuple[str, ...], int]:
    """The panel letters of `3(a)`, `3 (a, b)`, `3(a) and (b)`, `3(a)–(c)`, and where the last bracket ends."""
    panels: tuple[str, ...] = ()
    end, reaching = at, False
    while (bracket := _BRACKET.match(text, at)) is not None:
        inner, close = _panels(text, bracket.end())
        panels += tuple(_through(panels[-1], inner[0])) if reaching else inner
        end = close + 1
        through = _DASH.match(text, end)
        separator = through or _SEPARATOR.match(text, end)
        at, reaching = separator.end() if separator else len(text), through is not None
    return tuple(dict.fromkeys(panels)), end


def _through_again(
    text: str, at: int, number: re.Match[str], panels: tuple[str, ...]
) -> tuple[tuple[str, ...], int]:
    """The panels as far as those of the same number again: `1(a)–1(c)`; and where they end."""
    again = _AGAIN.match(text, at) if len(panels) == 1 else None
    if again is None or again["digits"] != number["digits"]:
        return panels, at
    last, end = _panels(text, again.end())
    return (tuple(_through(panels[0], last[0])), end) if len(last) == 1 else (panels, at)


def _through(first: str, last: str | None) -> list[str]:
    if last is None or not 0 < ord(last) - ord(first) < 16:
        return [first] if last is None else [first, last]
    return [chr(code) for code in range(ord(first), ord(last) + 1)]


def _is_article(text: str, at: int) -> bool:
    """Whether the letter is the word "a" or "A" of a sentence that goes on."""
    return text[at] in "aA" and re.match(r"[ ][a-z]", text[at + 1 : at + 3]) is not None
