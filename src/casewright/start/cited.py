"""The numbered citations of a manuscript as citations of its works, where the build would number them the same.

Then the imported journal prints them in a style of its own, which gives every entry the words that it had; any other
journal cites and lists the works in its own way. It is all or nothing: the works are numbered in the order in which
they are cited, every one is cited, and all citations have one form.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from xml.sax.saxutils import quoteattr

from casewright.document.mentions.model import CitationMention
from casewright.document.model import Block
from casewright.document.reading import Reading
from casewright.journal.model import CitationStyle, Profile
from casewright.start.sure_facts import Printed
from casewright.start.works import Work

_FORM = re.compile(r"(?P<before>[\[(]?)(?P<numbers>\d{1,3}(?:, ?\d{1,3}|[-–]\d{1,3})*)(?P<behind>[\])]?)")
_ENTRY = re.compile(r"(?P<before>\[?)(?P<number>\d{1,4})(?P<behind>[\].)]*) (?P<words>\S.*)", re.S)
_RANGE = re.compile(r"[0-9A-Za-z]([-–])[0-9A-Za-z]")
_STYLE = """\
<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
  <info><title>As imported</title><id>imported</id><updated>2026-01-01T00:00:00+00:00</updated></info>
  <citation collapse="citation-number">
    <layout{sup} prefix={before} suffix={behind} delimiter={between}><text variable="citation-number"/></layout>
  </citation>
  <bibliography>
    <layout>{number}<text variable="annote"/></layout>
  </bibliography>
</style>
"""


@dataclass(frozen=True, slots=True)
class Cited:
    """What cites the works in the text, the words of each by its key, and the style that prints both."""

    citations: tuple[Printed, ...]
    words: Mapping[str, str]
    style: CitationStyle
    csl: str


@dataclass(frozen=True, slots=True)
class _Entry:
    """An entry of the list: its number, what stands around it in print (None: it is not printed), its words."""

    number: str
    form: tuple[str, str] | None
    words: str


def sure_citations(reading: Reading, works: Mapping[str, Work], profile: Profile, name: str) -> Cited | str:
    """The citations of these works, by their printed numbers; or in words why they stay numbers."""
    entries = [
        block for section, block in reading.blocks if section.role == "references" and block.kind != "heading"
    ]
    lists = {id(section) for section, _ in reading.blocks if section.role == "references"}
    if len(lists) > 1:
        return "there is more than one reference list"
    listed = [_entry(block) for block in entries]
    if not entries or any(block.kind != "reference" for block in entries):
        return "the reference list is not one of numbered entries"
    numbers = [entry.number for entry in listed]
    if numbers != [str(n) for n in range(1, len(entries) + 1)] or works.keys() != set(numbers):
        return "the reference list is not numbered throughout"
    if len({entry.form for entry in listed}) != 1:
        return "its numbers have several forms"
    words = {works[entry.number].key: " ".join(entry.words.split()) for entry in listed}
    signs = {sign for text in words.values() for sign in _RANGE.findall(text) if sign == "–"}
    if any(re.search(r"[\\{}]", text) for text in words.values()) or signs - {profile.numbers.range_sign}:
        return "its entries hold signs that would not be printed as they are"
    form = _form(reading, reading.citations, numbers, profile.numbers.range_sign)
    if isinstance(form, str):
        return form
    before, behind, between, raised, spaced = form
    csl = _STYLE.format(
        sup=' vertical-align="sup"' if raised else "",
        before=quoteattr(before), behind=quoteattr(behind), between=quoteattr(between),
        number=_number(listed[0].form),
    )  # fmt: skip
    style = replace(
        profile.citations, csl=name, placement="inline" if spaced else "superscript",
        before_punctuation=True, identifiers=(), csl_verified=True,
    )  # fmt: skip
    cites = [
        Printed(one.block, one.start, one.end, f"[{'; '.join(f'@{works[str(n)].key}' for n in one.numbers)}]")
        for one in reading.citations
    ]
    return Cited(tuple(cites), words, style, csl)


def _entry(block: Block) -> _Entry:
    found = _ENTRY.fullmatch(block.text)
    if found and block.key in ("", found["number"]):
        return _Entry(found["number"], (found["before"], found["behind"]), found["words"])
    return _Entry(block.key, None, block.text)  # the number is that of a list of Word's


def _number(form: tuple[str, str] | None) -> str:
    if form is None:
        return ""
    before, behind = quoteattr(form[0]), quoteattr(form[1] + " ")
    return f'<text variable="citation-number" prefix={before} suffix={behind}/>'


def _form(
    reading: Reading, citations: Sequence[CitationMention], numbers: list[str], sign: str
) -> tuple[str, str, str, bool, bool] | str:
    """What stands before, behind and between the numbers, whether they are raised, and whether a space comes first.

    Or why that is not certain.
    """
    forms, between, spaced = set(), set(), set()
    for one in citations:
        block = reading.blocks[one.block][1]
        match = _FORM.fullmatch(block.text[one.start : one.end])
        if match is None or not one.numbers or block.kind == "heading":
            return "some of them are not numbers in brackets"
        raised = any(
            m.kind == "superscript" and m.start <= one.start and one.end <= m.end for m in block.marks
        )
        spaced |= _space(block, one.start)
        forms.add((match["before"], match["behind"], raised))
        between |= set(re.findall(", ?", match["numbers"]))
        if match["numbers"].replace(", ", ",") != _collapsed(one.numbers, sign):
            return "their ranges are not written as the build would write them"
    order = list(dict.fromkeys(str(number) for one in citations for number in one.numbers))
    if order != numbers:
        return "they are not numbered in the order in which they are cited, or some are cited nowhere"
    if len(forms) != 1 or len(between) > 1:
        return "they have several forms"
    if len(spaced) > 1:
        return "they stand with and without a space before them"
    before, behind, raised = forms.pop()
    return before, behind, between.pop() if between else ",", raised, True in spaced


def _space(block: Block, start: int) -> set[bool]:
    """Whether a space stands before it; nothing where that says nothing, as behind a bracket."""
    beside = block.text[start - 1 : start]
    return set() if beside in ("", "(", "[") else {beside == " "}


def _collapsed(numbers: Sequence[int], sign: str) -> str:
    """`1,3-5`: three or more numbers in a row as a range."""
    runs = [[n for _, n in run] for _, run in groupby(enumerate(numbers), lambda pair: pair[1] - pair[0])]
    return ",".join(f"{run[0]}{sign}{run[-1]}" if len(run) > 2 else ",".join(map(str, run)) for run in runs)
