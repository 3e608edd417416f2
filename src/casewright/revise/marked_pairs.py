"""Two flows of paragraphs as one sequence of tokens: each of the old one, of the new one, or of both."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from casewright.read.docx.styles import W
from casewright.revise.align import opcodes
from casewright.revise.marked_flow import Token

SHORTEST_MOVE = 12  # tokens; what is shorter is taken out here and put in there


@dataclass(frozen=True, slots=True)
class Pair:
    """A token as it was and as it is; None where it was not there. `move` names the move that it is part of."""

    old: Token | None
    new: Token | None
    move: str = ""

    @property
    def same(self) -> bool:
        return self.old is not None and self.new is not None

    @property
    def end(self) -> bool:
        """Whether a paragraph ends here, in either text."""
        token = self.new or self.old
        return token is not None and token.end


def paired(old: Sequence[Token], new: Sequence[Token]) -> list[Pair]:
    """Both flows, word by word. A content control of which a part has changed has changed as a whole."""
    keys = [_key(token) for token in old], [_key(token) for token in new]
    if keys[0] == keys[1]:
        return [Pair(was, now) for was, now in zip(old, new, strict=True)]
    pairs: list[Pair] = []
    for tag, i1, i2, j1, j2 in opcodes(*keys, space=" \0"):
        if tag == "equal":
            pairs += [Pair(was, now) for was, now in zip(old[i1:i2], new[j1:j2], strict=True)]
        else:
            pairs += [Pair(was, None) for was in old[i1:i2]]
            pairs += [Pair(None, now) for now in new[j1:j2]]
    return list(_whole_controls(pairs))


def _key(token: Token) -> str:
    """The ends of two paragraphs are the same whatever their styles: a change of style is no change of the text."""
    return "\n" if token.end else token.key


def _whole_controls(pairs: list[Pair]) -> Iterator[Pair]:
    at = 0
    while at < len(pairs):
        token = pairs[at].new
        holder = token.holder if token is not None else None
        last = at
        if holder is not None and holder.tag == W + "sdt":
            for following in range(at + 1, len(pairs)):
                inside = pairs[following].new
                if inside is not None and inside.holder is not holder:
                    break
                last = following if inside is not None else last
        yield from _kept_or_replaced(pairs[at : last + 1])
        at = last + 1


def _kept_or_replaced(pairs: list[Pair]) -> Iterator[Pair]:
    if len(pairs) == 1 or all(pair.same for pair in pairs):
        yield from pairs
        return
    yield from (Pair(pair.old, None) for pair in pairs if pair.old is not None)
    yield from (Pair(None, pair.new) for pair in pairs if pair.new is not None)


def closed(pairs: list[Pair]) -> list[Pair]:
    """The pairs of a whole flow, with the last end of the one as the last end of the other.

    The last paragraph of a document or of a cell cannot be taken out: when one is added behind it, Word takes the end
    before as the new one.
    """
    if not pairs or pairs[-1].same:
        return pairs
    olds = [at for at, pair in enumerate(pairs) if pair.old is not None and pair.old.end]
    news = [at for at, pair in enumerate(pairs) if pair.new is not None and pair.new.end]
    if not olds or not news:
        return pairs
    was, now = pairs[olds[-1]].old, pairs[news[-1]].new
    rest = list(pairs)
    rest[olds[-1]] = replace(rest[olds[-1]], old=None)
    rest[news[-1]] = replace(rest[news[-1]], new=None)
    return [*(pair for pair in rest if pair.old is not None or pair.new is not None), Pair(was, now)]


def with_moves(pairs: list[Pair]) -> list[Pair]:
    """The same, with each whole paragraph that was taken out in one place and put into another marked as moved."""
    chunks = _chunks(pairs)
    taken: dict[tuple[str, ...], list[int]] = {}
    for number, chunk in enumerate(chunks):
        if len(chunk) > SHORTEST_MOVE and all(pair.new is None for pair in chunk):
            taken.setdefault(tuple(pair.old.key for pair in chunk if pair.old), []).append(number)
    moves = 0
    for number, chunk in enumerate(chunks):
        said = tuple(pair.new.key for pair in chunk if pair.new)
        if len(chunk) > SHORTEST_MOVE and all(pair.old is None for pair in chunk) and taken.get(said):
            moves += 1
            source = taken[said].pop(0)
            for which in (source, number):
                chunks[which] = [replace(pair, move=f"move{moves}") for pair in chunks[which]]
    return [pair for chunk in chunks for pair in chunk]


def _chunks(pairs: list[Pair]) -> list[list[Pair]]:
    """The pairs up to each end of a paragraph, old or new."""
    chunks: list[list[Pair]] = [[]]
    for pair in pairs:
        chunks[-1].append(pair)
        if pair.end:
            chunks.append([])
    return chunks
