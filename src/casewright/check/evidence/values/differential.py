"""Differential counts told in a sentence: `71% were neutrophils, 21% lymphocytes`, `lymphocytes 21%, monocytes 6%`."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from casewright.check.evidence.text.passage import Passage, having, scan, scan_around
from casewright.document.reading import Reading
from casewright.patterns import lazily
from casewright.quantity.model import Number

_CELLS = {
    "neutro": "neutrophils", "polymo": "neutrophils", "segmen": "neutrophils", "granul": "neutrophils",
    "lympho": "lymphocytes", "monocy": "monocytes", "eosino": "eosinophils", "basoph": "basophils",
    "bands": "bands", "band": "bands", "stab": "bands", "rods": "bands", "macrop": "macrophages",
    "blasts": "blasts", "blast": "blasts", "metamy": "metamyelocytes", "myeloc": "myelocytes",
    "promye": "promyelocytes",
}  # fmt: skip
_TOKEN = lazily(
    r"(?<![\d.,–<>≤≥-])(?P<share>\d{1,2}(?:\.\d{1,2})?)\s?%(?!\s?[-–]\s?\d)"
    r"|\b(?P<cell>(?i:(?:segmented|polymorphonuclear|band|atypical|reactive|stab)\s(?:forms\b|cells\b|neutrophils?\b"
    r"|leu[ck]ocytes\b|granulocytes\b|lymphocytes\b)|neutrophils?\b|polymorphs?\b|lymphocytes?\b|monocytes?\b"
    r"|eosinophils?\b|basophils?\b|bands?\b|rods\b|granulocytes\b|macrophages\b|blasts?\b|(?:meta|pro)?myelocytes\b))"
    r"|(?P<stop>[.;](?!\d))",
)
# `N 62, L28, M7, E3%`: the cells by their first letter
_LETTERED = lazily(
    r"\b(?:N|P|L|M|E|B)\s?[:=-]?\s?\d{1,2}(?:\.\d)?\s?%?(?:(?:\s?[,;/]\s?|\s)(?:N|P|L|M|E|B)\s?[:=-]?\s?\d{1,2}(?:\.\d)?\s?%?){2,5}"
    r"(?![\w.])"
)
_LETTER = lazily(r"(?P<letter>[NPLMEB])\s?[:=-]?\s?(?P<share>\d{1,2}(?:\.\d)?)")
_BY_LETTER = {
    "N": "neutrophils", "P": "neutrophils", "L": "lymphocytes", "M": "monocytes", "E": "eosinophils", "B": "basophils",
}  # fmt: skip
_SHARES = lazily(r"%[^%]{4,160}%")  # what a list of two shares has
_COUNTED = ("leuk", "leuc", "white", "wbc", "differential", "dlc")
_SIGNS = ("lymphocyt", "neutrophil", "eosinophil", "polymorph")
_APART = 45  # characters between a share and its cells, and between one pair and the next


class CellShare(NamedTuple):
    """The share of the white cells that one kind of them is, and where the percentage stands."""

    cells: str
    percent: Number
    at: Passage


def differentials(reading: Reading) -> tuple[tuple[CellShare, ...], ...]:
    """Every list of shares of two kinds of cells or more, each kind once. Ask for it by `Reading.once`."""
    return (*_lists(reading), *_lettered(reading))


def _lettered(reading: Reading) -> Iterator[tuple[CellShare, ...]]:
    """The differentials by letters, with neutrophils and lymphocytes among them."""
    for passage, match in scan_around(reading, _LETTERED, 0, 150, *_COUNTED):
        shares = {}
        for each in _LETTER.finditer(match[0]):
            at = Passage(
                passage.block, passage.start + each.start("share"), passage.start + each.end("share")
            )
            kind = _BY_LETTER[each["letter"]]
            shares[kind] = CellShare(kind, Number(each["share"], Decimal(each["share"])), at)
        if {"neutrophils", "lymphocytes"} <= shares.keys():
            yield tuple(shares.values())


def _lists(reading: Reading) -> Iterator[tuple[CellShare, ...]]:
    run: list[tuple[str, str, Passage]] = []
    for passage, match in scan(reading, _TOKEN, among=having(reading, _SHARES, *_SIGNS)):
        if reading.blocks[passage.block][1].kind == "table":
            continue  # read down its columns
        last = run[-1][2] if run else passage
        if match["stop"] or last.block != passage.block or passage.start - last.end > _APART:
            yield from _paired(run)
            run = []
        if not match["stop"]:
            run.append((match.lastgroup or "", match[0], passage))
    yield from _paired(run)


def _paired(run: list[tuple[str, str, Passage]]) -> Iterator[tuple[CellShare, ...]]:
    """The pairs of a stretch in which shares and cells take turns; whichever comes first leads each pair."""
    while run and run[0][0] == "cell" and len(run) % 2:
        run = run[1:]  # `the differential of the neutrophils: 60% ...`
    if len(run) < 4 or len(run) % 2 or any(one[0] == other[0] for one, other in pairwise(run)):
        return
    shares: dict[str, CellShare] = {}
    for first, second in zip(run[::2], run[1::2], strict=True):
        (_, text, at), (_, cells, _) = (first, second) if first[0] == "share" else (second, first)
        number = text.rstrip("%").strip()
        kind = _kind(cells)
        if kind in shares:
            return
        shares[kind] = CellShare(kind, Number(number, Decimal(number)), at)
    yield tuple(shares.values())


def _kind(words: str) -> str:
    """The kind of cells that printed words name; bands are no segmented cells."""
    lower = words.lower()
    if lower.startswith(("atypical", "reactive")):
        return "atypical lymphocytes"
    return next((kind for sign, kind in _CELLS.items() if lower.startswith(sign)), lower)
