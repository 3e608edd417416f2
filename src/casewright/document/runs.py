"""Replacing what patterns find in runs of text by nodes, everywhere but where text is quoted as it is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from casewright.document.tree import At, Node, has_class, inlines_of, plain, text

LEFT_ALONE = {"Cite", "Code", "Image"}


def part_of_run(run: Node, start: int, end: int) -> Node:
    """Characters `start` to `end` of a run of text, with the points that are known in it."""
    at: At = run["at"]
    kept = [(offset - start, line, column) for offset, line, column in at if start < offset < end]
    before = next((point for point in reversed(at) if point[0] <= start), None)
    if before:
        kept.insert(0, (0, before[1], before[2] + start - before[0]))
    return text(run["c"][start:end], kept)


def is_escaped(run: Node, offset: int) -> bool:
    """Whether a character was written with a backslash before it: the columns after it are one ahead."""
    here = next((point for point in reversed(run["at"]) if point[0] <= offset), None)
    after = next((point for point in run["at"] if point[0] == offset + 1), None)
    return bool(here and after and after[1:] == (here[1], here[2] + offset - here[0] + 2))


def substitute(
    inlines: list[Node],
    pattern: re.Pattern[str],
    replace: Callable[[re.Match[str], Node], list[Node] | None],
    skip: Iterable[str] = (),
) -> None:
    """Put the nodes of `replace` in place of each match, in order; None leaves the match as it is.

    `replace` is given the match and the run that it is in. Spans of the classes in `skip` are left alone.
    """
    passed_over = frozenset(skip)
    out: list[Node] = []
    for node in inlines:
        if node["t"] == "Str":
            out.extend(replaced(node, pattern, replace))
            continue
        inside = inlines_of(node)
        if (
            inside is not None
            and node["t"] not in LEFT_ALONE
            and not any(has_class(node, c) for c in passed_over)
        ):
            substitute(inside, pattern, replace, passed_over)
        out.append(node)
    inlines[:] = out


def replaced(
    run: Node, pattern: re.Pattern[str], replace: Callable[[re.Match[str], Node], list[Node] | None]
) -> list[Node]:
    """A run of text with the nodes of `replace` in place of each match."""
    out: list[Node] = []
    done = 0
    for match in pattern.finditer(run["c"]):
        nodes = replace(match, run)
        if nodes is None:
            continue
        if match.start() > done:
            out.append(part_of_run(run, done, match.start()))
        out.extend(nodes)
        done = match.end()
    if not done:
        return [run]
    if done < len(run["c"]):
        out.append(part_of_run(run, done, len(run["c"])))
    return out


def join_words(inlines: list[Node]) -> None:
    """Join the words and spaces of pandoc's readers into runs of text, in place."""
    out: list[Node] = []
    for node in inlines:
        kind = node["t"]
        if kind in ("Str", "Space", "SoftBreak"):
            word = node["c"] if kind == "Str" else " "
            if out and out[-1]["t"] == "Str":
                out[-1]["c"] += word
            else:
                out.append(text(word))
            continue
        if (inside := inlines_of(node)) is not None:
            join_words(inside)
        out.append(node)
    inlines[:] = out


def single_spaces(inlines: list[Node]) -> None:
    """Leave one space between words and none at the ends, across all nodes, in place."""
    _squeeze(inlines, True)
    _strip_end(inlines)


def _squeeze(inlines: list[Node], after_space: bool) -> bool:
    for index, node in enumerate(inlines):
        kind = node["t"]
        if kind == "Str":
            content = node["c"]
            start = len(content) - len(content.lstrip(" ")) if after_space else 0
            if start:
                node = inlines[index] = part_of_run(node, start, len(content))
            if node["c"]:
                after_space = bool(node["c"].endswith(" "))
        elif kind == "LineBreak":
            after_space = True
        elif kind == "Code":
            after_space = False
        elif kind not in ("Image", "Note") and (inside := inlines_of(node)) is not None:
            after_space = _squeeze(inside, after_space)
    return after_space


def _strip_end(inlines: list[Node]) -> None:
    for node in reversed(inlines):
        if node["t"] == "Str":
            node["c"] = node["c"].rstrip(" ")
            if node["c"]:
                return
        elif (inside := inlines_of(node)) is not None:
            _strip_end(inside)
            if plain(inside):
                return
        elif node["t"] != "Note":
            return


def split_words(inlines: list[Node]) -> None:
    """Split runs of text into the words and spaces of pandoc's readers, in place."""
    out: list[Node] = []
    for node in inlines:
        if node["t"] == "Str":
            words = node["c"].split(" ")
            for number, word in enumerate(words):
                if number and (not out or out[-1]["t"] != "Space"):
                    out.append({"t": "Space"})
                if word:
                    out.append({"t": "Str", "c": word})
            continue
        if (inside := inlines_of(node)) is not None:
            split_words(inside)
        out.append(node)
    inlines[:] = out
