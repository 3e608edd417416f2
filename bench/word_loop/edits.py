"""The kinds of edit, each a function that makes one on a desk and says what it did; None where no place is left."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence

import hand
from desk import Desk
from paper import Paper
from sources import Manuscript
from spots import Spot
from structure import STRUCTURE
from truth import Change, Expected, Sheet, Truth

from casewright.quantity.model import Quantity

APART = 40  # characters between two edits of one paragraph
SHARE = 0.6  # how often an edit of a kind is made
Kind = Callable[[Desk], Truth | None]
SYNTAX = ("{{ 7 * 7 }}", "{% raw %}", "[@kim2014]", "*starred*", "<b>bold</b>", "# hash", "a | b", "[x](y)", "$x_1$",
          "@fig:spine", "key: value", "`code`", "::: {.legend}", "^up^ ~down~", "\\alpha", "1. one", "---")  # fmt: skip


def _replace(desk: Desk, spot: Spot, new: str, outside: bool = False) -> None:
    paragraph, offset = desk.at(spot.block, spot.start)
    end = offset + spot.end - spot.start
    hand.replace(desk.paper, paragraph, offset, end, new, desk.tracked, outside)
    desk.shift(spot.block, spot.start, len(new) - (spot.end - spot.start))


def _prose(desk: Desk, kind: str, spot: Spot, new: str, expected: Expected = "placed") -> Truth:
    _replace(desk, spot, new)
    change = Change(spot.file, spot.offset, spot.text, new)
    return Truth(kind, expected, (spot.block,), spot.start, spot.end, spot.text, new, change)


def _cased(desk: Desk, spot: Spot) -> str:
    word = desk.word(spot.text)
    return word.capitalize() if spot.text[0].isupper() else word


def word_replaced(desk: Desk) -> Truth | None:
    spot = desk.free(lambda s: s.sort == "prose" and desk.manuscript.blocks[s.block].kind == "paragraph")
    return _prose(desk, "word replaced", spot, _cased(desk, spot)) if spot else None


def word_beside_fact(desk: Desk) -> Truth | None:
    spot = desk.free(lambda s: s.sort == "prose" and s.beside)
    return _prose(desk, "word beside a fact replaced", spot, _cased(desk, spot)) if spot else None


def word_in_part(part: str) -> Kind:
    def edit(desk: Desk) -> Truth | None:
        spot = desk.free(lambda s: s.sort == "prose" and desk.manuscript.blocks[s.block].kind == part)
        return _prose(desk, f"word of a {part} replaced", spot, _cased(desk, spot)) if spot else None

    return edit


def word_inserted(desk: Desk) -> Truth | None:
    spot = desk.free(lambda s: s.sort == "prose" and desk.neighbours(s)[1] == " ")
    if not spot:
        return None
    new = desk.word()
    paragraph, offset = desk.at(spot.block, spot.end)
    hand.replace(desk.paper, paragraph, offset, offset, f" {new}", desk.tracked)
    desk.shift(spot.block, spot.end, len(new) + 1)
    change = Change(spot.file, spot.offset, spot.text, f"{spot.text} {new}")
    return Truth("word inserted", "placed", (spot.block,), spot.end, spot.end, "", f" {new}", change)


def word_deleted(desk: Desk) -> Truth | None:
    """With the space after it; the word before, so that only spaces of prose go."""
    text = [block.text for block in desk.manuscript.blocks]
    starts = {(s.block, s.start): s for s in desk.spots if s.sort == "prose"}
    spot = desk.free(
        lambda s: s.sort == "prose" and desk.neighbours(s) == (" ", " ") and (s.block, s.end + 1) in starts
    )
    if not spot:
        return None
    gone = Spot("prose", spot.block, spot.start, spot.end + 1, text[spot.block][spot.start : spot.end + 1])
    _replace(desk, gone, "")
    change = Change(spot.file, spot.offset, spot.text, "")
    return Truth("word deleted", "placed", (spot.block,), gone.start, gone.end, gone.text, "", change)


def words_replaced(desk: Desk) -> Truth | None:
    """Two words that stand beside each other in the file as well, by three."""
    followers = {(s.block, s.start): s for s in desk.spots if s.sort == "prose"}

    def accept(spot: Spot) -> bool:
        after = followers.get((spot.block, spot.end + 1))
        return spot.sort == "prose" and after is not None and after.offset == spot.offset + len(spot.text) + 1

    first = desk.free(accept)
    if not first:
        return None
    second = followers[first.block, first.end + 1]
    both = f"{first.text} {second.text}"
    spot = Spot("prose", first.block, first.start, second.end, both, first.file, first.offset)
    return _prose(desk, "words replaced", spot, " ".join(desk.word() for _ in range(3)))


def syntax_typed(desk: Desk) -> Truth | None:
    spot = desk.free(lambda s: s.sort == "prose" and desk.neighbours(s)[1] == " ")
    if not spot:
        return None
    typed = desk.rng.choice(SYNTAX)
    _replace(desk, spot, f"{spot.text} {typed}")
    new = f"{spot.text} {typed}"
    return Truth("syntax typed", "either", (spot.block,), spot.start, spot.end, spot.text, new)


def word_in_loop(desk: Desk) -> Truth | None:
    spot = desk.free(lambda s: s.sort == "loop")
    if not spot:
        return None
    for block in {s.block for s in desk.spots if s.sort == "loop"}:
        desk.take(block)
    new = _cased(desk, spot)
    _replace(desk, spot, new)
    return Truth("word in a loop replaced", "refused", (spot.block,), spot.start, spot.end, spot.text, new)


def word_in_loop_everywhere(desk: Desk) -> Truth | None:
    """In all that the loop prints, alike."""
    spot = desk.free(lambda s: s.sort == "loop")
    if not spot:
        return None
    alike = [s for s in desk.spots if (s.sort, s.file, s.offset) == ("loop", spot.file, spot.offset)]
    for block in {s.block for s in desk.spots if s.sort == "loop"}:
        desk.take(block)
    new = _cased(desk, spot)
    for one in alike:
        _replace(desk, one, new)
    first, *others = alike
    change = Change(spot.file, spot.offset, spot.text, new)
    blocks = tuple(dict.fromkeys(one.block for one in alike))
    places = tuple((one.block, one.start, one.end) for one in others)
    return Truth("word in a loop replaced everywhere", "placed", blocks, first.start, first.end, first.text, new,
                 change, others=places)  # fmt: skip


def _changed(desk: Desk, spot: Spot) -> str:
    """Another value of a fact: other digits of a quantity, another word of a text; "" where there is none."""
    value = desk.manuscript.sources.case.facts[spot.fact].value
    if isinstance(value, Quantity):
        digits = list(re.finditer(r"[1-9]", spot.text))
        if not digits:
            return ""
        at = digits[0].start()
        return spot.text[:at] + str(int(spot.text[at]) % 9 + 1) + spot.text[at + 1 :]
    words = re.findall(r"\b[a-z]{4,}\b", spot.text)
    if len(words) < 2:
        return ""
    return re.sub(rf"\b{words[-1]}\b", desk.word(), spot.text, count=1)


def _changeable(desk: Desk, spots: list[Spot]) -> bool:
    return any(spot.sort == "fact" for spot in spots) and bool(
        _changed(desk, next(spot for spot in spots if spot.sort == "fact"))
    )


def _fact(desk: Desk, kind: str, outside: bool, least: int, all_alike: bool = True) -> Truth | None:
    spots = desk.free_fact(
        lambda s: _changeable(desk, s) and len([x for x in s if x.sort == "fact"]) >= least
    )
    if not spots:
        return None
    plain = [spot for spot in spots if spot.sort == "fact"]
    plain = plain if least > 1 else [desk.rng.choice(plain)]
    new = _changed(desk, plain[0])
    texts = [new] * len(plain)
    if not all_alike:
        while texts[-1] == new:
            texts[-1] = _changed(desk, Spot("fact", 0, 0, 0, new, fact=plain[0].fact))
    for spot, text in sorted(zip(plain, texts, strict=True), key=lambda pair: -pair[0].start):
        _replace(desk, spot, text, outside)
    blocks = tuple(dict.fromkeys(spot.block for spot in plain))
    expected: Expected = "placed" if all_alike else "conflict"
    first = plain[0]
    others = tuple((spot.block, spot.start, spot.end) for spot in plain[1:])
    return Truth(
        kind, expected, blocks, first.start, first.end, first.text, new, None, first.fact, new, others
    )


def fact_in_control(desk: Desk) -> Truth | None:
    return _fact(desk, "fact changed in its control", False, 1)


def fact_beside_control(desk: Desk) -> Truth | None:
    return _fact(desk, "fact typed beside its control", True, 1)


def fact_everywhere(desk: Desk) -> Truth | None:
    return _fact(desk, "fact changed in several places", False, 2)


def fact_disagreeing(desk: Desk) -> Truth | None:
    return _fact(desk, "fact changed to two values", False, 2, all_alike=False)


def fact_of_other_sort(sort: str, kind: str, expected: Expected) -> Kind:
    def edit(desk: Desk) -> Truth | None:
        spots = desk.free_fact(lambda s: any(x.sort == sort for x in s))
        if not spots:
            return None
        spot = desk.rng.choice([s for s in spots if s.sort == sort])
        new = _changed(desk, spot) or desk.word()
        _replace(desk, spot, new)
        return Truth(kind, expected, (spot.block,), spot.start, spot.end, spot.text, new, None, spot.fact)

    return edit


def generated(desk: Desk) -> Truth | None:
    spot = desk.free(lambda s: s.sort == "generated" and desk.manuscript.blocks[s.block].kind != "reference")
    if not spot:
        return None
    new = spot.text.replace("1", "8") if "1" in spot.text else f"{spot.text[:-1]}9{spot.text[-1]}"
    _replace(desk, spot, new)
    return Truth("generated text", "refused", (spot.block,), spot.start, spot.end, spot.text, new)


def reference(desk: Desk) -> Truth | None:
    spot = desk.free(lambda s: s.sort == "generated" and desk.manuscript.blocks[s.block].kind == "reference")
    if not spot:
        return None
    new = _cased(desk, spot)
    _replace(desk, spot, new)
    return Truth(
        "word of a reference replaced", "refused", (spot.block,), spot.start, spot.end, spot.text, new
    )


def comment(desk: Desk) -> Truth | None:
    spot = desk.free(lambda s: s.sort == "prose" and desk.manuscript.blocks[s.block].kind == "paragraph")
    if not spot:
        return None
    said = f"Please say why {desk.word()} ({desk.rng.randrange(10_000)})"
    paragraph, offset = desk.at(spot.block, spot.start)
    hand.comment(desk.paper, paragraph, offset, offset + len(spot.text), said)
    return Truth("comment", "gathered", (spot.block,), spot.start, spot.end, spot.text, said)


def formatting(desk: Desk) -> Truth | None:
    spot = desk.free(lambda s: s.sort == "prose" and desk.manuscript.blocks[s.block].kind == "paragraph")
    if not spot:
        return None
    paragraph, offset = desk.at(spot.block, spot.start)
    hand.embolden(paragraph, offset, offset + len(spot.text))
    return Truth("formatting only", "nothing", (spot.block,), spot.start, spot.end, spot.text, spot.text)


KINDS: tuple[tuple[Kind, int], ...] = (  # with how often each is tried in a file
    (fact_disagreeing, 1),
    (fact_everywhere, 1),
    (fact_in_control, 2),
    (fact_beside_control, 1),
    (word_in_part("heading"), 1),
    (word_in_part("legend"), 1),
    (word_in_part("table"), 1),
    (word_in_part("item"), 1),
    (word_in_part("footnote"), 1),
    (word_in_loop, 1),
    (word_in_loop_everywhere, 1),
    (word_beside_fact, 2),
    (word_inserted, 2),
    (word_deleted, 2),
    (words_replaced, 2),
    (syntax_typed, 1),
    (fact_of_other_sort("derived", "derived fact", "refused"), 1),
    (fact_of_other_sort("worded", "fact printed in other words", "either"), 1),
    (generated, 1),
    (reference, 1),
    (comment, 1),
    (formatting, 1),
    (word_replaced, 3),
)


def sheet(
    manuscript: Manuscript,
    spots: Sequence[Spot],
    seed: int,
    tracked: bool,
    crowded: bool = False,
    stripped: bool = False,
) -> Sheet:
    """A file with edits of many kinds, by chance one of a kind or another; `crowded`: several in one paragraph."""
    rng = random.Random(seed)
    margin = {"margin": APART} if crowded else {}
    desk = Desk(manuscript, spots, rng, tracked, Paper.opened(manuscript.docx), **margin)
    truths = [edit(desk) for edit, count in STRUCTURE if rng.random() < SHARE for _ in range(count)]
    order = list(KINDS) * (2 if crowded else 1)
    rng.shuffle(order)
    truths += [edit(desk) for edit, count in order for _ in range(count) if rng.random() < SHARE]
    made = tuple(truth for truth in truths if truth is not None)
    whole = desk.paper.saved()
    if stripped:
        desk.paper.strip()
    how = (
        ("tracked" if tracked else "plain")
        + (", crowded" if crowded else "")
        + (", stripped" if stripped else "")
    )
    return Sheet(how, desk.paper.saved(), made, whole)
