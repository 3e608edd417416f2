"""A figure that a co-author changed, as a change of the case data: what would have to be written there to print it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import PurePosixPath

from casewright.case.model import Case, Fact
from casewright.errors import Place
from casewright.quantity.model import Quantity
from casewright.quantity.parse import QuantityError, parse_quantity
from casewright.render.words import cardinal
from casewright.revise.edits import Edit
from casewright.revise.layout import Span
from casewright.revise.ruling import Ruling, SourceChange
from casewright.revise.scalars import Scalar, scalar_at, scalars_of, written_as
from casewright.revise.texts import Texts

_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+|\s+|.", re.DOTALL)
_MOST_IN_WORDS = 130  # figures that prose spells out: ages, counts


class FactRouter:
    """Rules on edits of printed facts, against the data as they were sent."""

    def __init__(self, case: Case, texts: Texts) -> None:
        self.case = case
        self.texts = texts
        self._scalars: dict[str, dict[tuple[int, int], Scalar]] = {}

    def rule(self, edit: Edit, span: Span) -> Ruling:
        """How the data would have to change for the fact to print what was typed."""
        fact = self.case.facts.get(span.target)
        if fact is None:
            return Ruling(edit, "fact", "unplaced", reason=f"no fact is called {span.target}")
        place = self.place(fact.id)
        file = place.file
        about = Ruling(edit, "fact", "placed", place, fact=fact.id, was=fact.written)
        if fact.formula:
            sources = ", ".join(fact.sources)
            return about.but(
                "refused", f"{fact.id} is computed: {fact.formula}", f"change what it comes from: {sources}"
            )
        if file not in self.texts:
            return about.but("unplaced", f"{fact.id} stands in no file that was kept")
        scalar = self._scalar(file, place)
        if scalar is None:
            return about.but(
                "unplaced", f"{fact.id} is not written as one value at {place}", "change it there by hand"
            )
        if scalar.is_name:
            return about.but(
                "refused",
                f"`{fact.written}` is the name of an entry of the data",
                f"rename the entry at {place}",
            )
        texts = self.texts[file]
        options, written, bare = [], [], ""
        for candidate in dict.fromkeys(_candidates(fact, edit.old, edit.new)):
            if _lost_unit(fact, candidate):
                bare = candidate
                continue
            now = written_as(scalar, texts, candidate)
            if candidate and now != texts[scalar.start : scalar.end]:
                options.append(
                    (SourceChange(file, scalar.start, scalar.end, texts[scalar.start : scalar.end], now),)
                )
                written.append(candidate)
        if not options and bare:
            return about.but(
                "unplaced",
                f"`{bare}` has lost the unit of {fact.id}, which is written as `{fact.written}`",
                f"write the value with its unit at {place}, or let the figure print without it there",
            )
        if not options:
            return about.but(
                "unplaced",
                f"nothing that the data could say would print “{edit.new.strip()}”",
                f"see {place}",
            )
        return Ruling(
            edit, "fact", "placed", place, tuple(options), "", "", fact.id, tuple(written), fact.written
        )

    def place(self, fact: str) -> Place:
        """Where a fact is written in the project; an empty place for one that is not known."""
        known = self.case.facts.get(fact)
        if known is None:
            return Place()
        return Place(
            f"manuscript/{PurePosixPath(known.place.file).name}", known.place.line, known.place.column
        )

    def _scalar(self, file: str, place: Place) -> Scalar | None:
        if file not in self._scalars:
            self._scalars[file] = scalars_of(self.texts[file])
        return scalar_at(self._scalars[file], place)


def _candidates(fact: Fact, printed: str, typed: str) -> Iterator[str]:
    """What the data could say, likeliest first: the same change made to what is written there, then the typed text."""
    written, printed, typed = fact.written, " ".join(printed.split()), " ".join(typed.split())
    if not typed:
        return
    if written == printed:
        yield typed
    if changed := _same_change(written, printed, typed):
        yield changed
    if changed := _same_change(written.lower(), printed.lower(), typed.lower()):
        yield changed
    before, after = _number(printed), _number(typed)
    if before is not None and after is not None and (changed := _same_change(written, before, after)):
        yield changed
    if written[:1] != printed[:1] and written[:1].lower() == printed[:1].lower():
        yield typed[:1].swapcase() + typed[1:]
    if written in printed:
        head, _, tail = printed.partition(written)
        if typed.startswith(head) and typed.endswith(tail):
            yield typed[len(head) : len(typed) - len(tail)].strip()
    yield typed


def _lost_unit(fact: Fact, candidate: str) -> bool:
    """Whether the data would say a bare number where they said a unit: print may lack it, the data may not."""
    if not isinstance(fact.value, Quantity) or fact.value.unit is None:
        return False
    try:
        quantity = parse_quantity(candidate)
    except QuantityError:
        return False
    return quantity.unit is None and quantity.shape == fact.value.shape


def _same_change(written: str, printed: str, typed: str) -> str:
    """`written` with the words that changed between `printed` and `typed`; "" where they stand there not just once."""
    old, new = _TOKEN.findall(printed), _TOKEN.findall(typed)
    tokens = _TOKEN.findall(written)
    inserted = False
    for tag, i1, i2, j1, j2 in reversed(SequenceMatcher(None, old, new, autojunk=False).get_opcodes()):
        if tag == "equal":
            continue
        if tag == "insert":
            inserted = True
            if i1 == len(old):
                tokens += new[j1:j2]
            elif i1 == 0:
                tokens[:0] = new[j1:j2]
            else:
                return ""
            continue
        gone = old[i1:i2]
        at = [n for n in range(len(tokens) - len(gone) + 1) if tokens[n : n + len(gone)] == gone]
        if len(at) != 1 and old.count(gone[0]) == len(at) and len(gone) == 1:
            at = [at[old[:i1].count(gone[0])]] if at else []
        if len(at) != 1:
            return ""
        tokens[at[0] : at[0] + len(gone)] = new[j1:j2]
    result = "".join(tokens).strip()
    return result if result != written or inserted else ""


def _number(words: str) -> str | None:
    """The figures for a number in words: `forty-five` is `45`."""
    spelled = words.lower().strip()
    for number in range(_MOST_IN_WORDS):
        if cardinal(number) == spelled:
            return str(number)
    return None
