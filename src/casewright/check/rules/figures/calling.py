"""What the rules of this family ask of a reading: the calls in running text, and the legends with their
panels."""

from __future__ import annotations

import re
from typing import NamedTuple

from casewright.document.mentions.model import CallMention
from casewright.document.reading import Reading
from casewright.document.roles import part_of
from casewright.patterns import lazily

_LABEL = lazily(
    r"(?:(supp\w*\.?|additional|online|e)\s?)?(fig(?:ure|\.)?s?\.?|tables?)\s?(S)?", re.IGNORECASE
)
_PANEL = lazily(
    r"(?<![^\s.;,:(\[–—-])[(\[]?(?P<first>[A-Za-z])"
    r"(?:\s?(?:[-–—]|to)\s?(?P<last>[A-Za-z])|(?P<more>(?:\s?(?:,|and|&|, and)\s?[A-Za-z])+))?"
    r"(?P<close>[)\]]|,\s[a-z]+[)\]]|\s?[:.](?:\s|$)|\s[–—-](?:\s|$))"
)
_BARE_PANEL = lazily(r"(?:(?<=[.;,] )|\A\s?)([a-h])(?= [A-Z][a-z])")  # `a Before treatment. b After it`
_PANEL_BEGINS = lazily(r"(?:\A\W{0,3}|[.;:,] )(?:\(([A-Ha-h])\)|([A-H])[:)])(?= )")
_BEGINS = lazily(
    r"(?:\A|[.;:,|]|\band)\s*\Z"
)  # what stands before the letter of a panel that is told behind it
_OWN_PANEL = lazily(r"([A-Ha-h])(?=[:.)]|\s[A-Z(])")


class Legend(NamedTuple):
    """A legend, a stretch of the reading over its label: `figure` or `table`, its number, the panels it
    explains."""

    kind: str
    number: int
    panels: tuple[str, ...]
    block: int
    start: int
    end: int


def calls_in_text(reading: Reading, kind: str) -> list[CallMention]:
    """The calls of figures or of tables in running text, in reading order; legends and tables call nothing
    first."""
    return [
        call
        for call in reading.calls
        if call.kind == kind
        and part_of(call.role) in ("abstract", "core_tip", "main", "comments")
        and reading.blocks[call.block][1].kind in ("paragraph", "item")
    ]


def first_calls(reading: Reading, kind: str) -> list[CallMention]:
    """The first call of each number, in reading order."""
    first: dict[int, CallMention] = {}
    for call in calls_in_text(reading, kind):
        first.setdefault(call.number, call)
    return list(first.values())


def legends(reading: Reading, kind: str) -> list[Legend]:
    """The numbered legends of figures or of tables, in reading order; those of supplements are left out."""
    return [legend for legend in reading.once(_legends) if legend.kind == kind]


def _legends(reading: Reading) -> tuple[Legend, ...]:
    return tuple(
        legend
        for number, (_, block) in enumerate(reading.blocks)
        if block.kind == "legend" and (legend := _legend(number, block.key, block.text))
    )


def _legend(block: int, key: str, text: str) -> Legend | None:
    label = _LABEL.match(text)
    if label is None or label[1] or label[3]:
        return None
    number = re.match(r"(?:fig(?:ure)?:|tab(?:le)?:)?(\d{1,2})$", key) or re.match(
        r"(\d{1,2})", text[label.end() :]
    )
    if number is None:
        return None
    kind = "figure" if label[2][0] in "fF" else "table"
    end = min(label.end() + len(number[1]), len(text))
    own = (
        _OWN_PANEL.match(text, end) if kind == "figure" else None
    )  # `Fig. 7a Radiograph`: a legend of its own
    panels = (own[1].upper(),) if own else _panels(text[end:]) if kind == "figure" else ()
    return Legend(kind, int(number[1]), panels, block, 0, end)


def _panels(text: str) -> tuple[str, ...]:
    """The panel letters that a legend explains, where they begin with A and follow one another; else none.

    A letter with a stop before a small letter (`S. mansoni`) may be a genus: it counts where the rest are no row.
    """
    sure, doubtful = _lettered(text, genus=False), _lettered(text, genus=True)
    bare = [letter.upper() for letter in _BARE_PANEL.findall(text)]
    return _in_a_row(sure) or _in_a_row(sure + doubtful) or _in_a_row(bare) or _with_a_slip(text)


def only_panel(text: str) -> str:
    """The letter of the only panel that a legend explains, `Scan on admission. A: Abscess`; "" where it is no A."""
    letters = [match[1] or match[2] for match in _PANEL_BEGINS.finditer(text)]
    return "A" if [letter.upper() for letter in letters] == ["A"] else ""


def _with_a_slip(text: str) -> tuple[str, ...]:
    """Panel letters of which one is left out, `(A) ... (B) ... (D)`, or stands twice, `A: ... A: ...`: each behind a
    stop, as panels begin."""
    letters = [(match[1] or match[2]).upper() for match in _PANEL_BEGINS.finditer(text)]
    if len(letters) < 2 or letters[0] != "A" or sorted(letters) != letters:
        return ()
    skipped = ord(letters[-1]) - ord("A") + 1 - len(set(letters))
    return tuple(letters) if skipped + len(letters) - len(set(letters)) == 1 else ()


def panel_texts(text: str) -> dict[str, str]:
    """What a legend says of each panel, where it does so behind the letters: `(A) Radiograph. (B) Angiogram.`"""
    begins = [match for match in _PANEL.finditer(text) if _BEGINS.search(text, 0, match.start())]
    if len(begins) < 2 or len(begins) < len([*_PANEL.finditer(text)]):
        return {}
    ends = [match.start() for match in begins[1:]] + [len(text)]
    return {
        match["first"].upper(): text[match.end() : end]
        for match, end in zip(begins, ends, strict=True)
        if not match["last"] and not match["more"]
    }


def _lettered(text: str, *, genus: bool) -> list[str]:
    letters: list[str] = []
    for found in _PANEL.finditer(text):
        if genus != (found["close"].strip() == "." and text[found.end() : found.end() + 1].islower()):
            continue
        first, last = found["first"].upper(), (found["last"] or found["first"]).upper()
        letters += [chr(code) for code in range(ord(first), ord(last) + 1)] if first <= last else []
        letters += re.findall(r"[A-Z]", re.sub(r"\band\b", "", found["more"] or "").upper())
    return letters


def _in_a_row(letters: list[str]) -> tuple[str, ...]:
    distinct = sorted(set(letters))
    run = [chr(ord("A") + n) for n in range(len(distinct))]
    return tuple(distinct) if len(distinct) > 1 and distinct == run else ()


def panels_of(reading: Reading) -> dict[int, tuple[Legend, tuple[str, ...]]]:
    """The panels of each figure by its number, with its first legend: in one legend, or in a legend each.

    Figures with no panels, or with two legends that both have several, are left out.
    """
    by_number: dict[int, list[Legend]] = {}
    for legend in legends(reading, "figure"):
        by_number.setdefault(legend.number, []).append(legend)
    known: dict[int, tuple[Legend, tuple[str, ...]]] = {}
    for number, found in by_number.items():
        apart = [legend.panels[0] for legend in found if len(legend.panels) == 1]
        if len(found) == 1 and len(found[0].panels) > 1:
            known[number] = found[0], found[0].panels
        elif len(apart) > 1 and sorted(apart) == [chr(ord("A") + n) for n in range(len(apart))]:
            known[number] = found[0], tuple(sorted(apart))
    return known


def figures_were_read(reading: Reading, kind: str) -> bool:
    """Whether the legends of this kind were read as a whole: numbered from 1 on, nearly as many as are
    called. The legend of one of several figures may be left out, where the text alone calls it."""
    numbers = {legend.number for legend in legends(reading, kind)}
    called = {call.number for call in calls_in_text(reading, kind)}
    gaps = set(range(1, max(numbers, default=0) + 1)) - numbers
    if gaps and (kind == "table" or any(_is_in_a_legend(reading, number) for number in gaps)):
        return False  # its legend may have been lost, or joined to another
    return len(numbers) > len(gaps) <= 1 and gaps <= called and len(numbers | called) <= len(numbers) + 1


def is_labelled_within(reading: Reading, kind: str, number: int) -> bool:
    """Whether the legend of one figure goes on with the label of another: `(arrow). Figure 2: CT on day 3`."""
    label = re.compile(
        rf"(?:[.)\]:;]|\w\w)\s+{kind[:3]}(?:{kind[3:]}|\.)?\s?{number}\s?[:.]\s", re.IGNORECASE
    )
    return any(block.kind == "legend" and label.search(block.text) for _, block in reading.blocks)


def _is_in_a_legend(reading: Reading, number: int) -> bool:
    """Whether the legend of any figure names another figure."""
    label = re.compile(rf"fig(?:ure|\.)?\s?{number}(?!\d)", re.IGNORECASE)
    return any(block.kind == "legend" and label.search(block.text) for _, block in reading.blocks)
