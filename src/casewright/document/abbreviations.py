"""Abbreviations: written short by the author, printed long where the journal wants them introduced.

In each part of the manuscript the first use prints the long form with the short one, later uses the short form; a
single use may print the long form alone. Headings, citations, references and literals are left as they are.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches

from casewright.document.origins import Sources
from casewright.document.roles import part_of
from casewright.document.runs import part_of_run, replaced
from casewright.document.tree import Leaf, Node, has_class, inlines_of, plain, span, text
from casewright.errors import Place, Problem
from casewright.journal.model import AbbreviationStyle
from casewright.patterns import lazily

_AS_IT_IS = ("literal", "call", "generated", "short", "long")
_SENTENCE_START = lazily(
    r"(?:^|(?<!\be\.g)(?<!\bi\.e)(?<!\bvs)(?<!\bal)(?<!\bcf)[.?!][”\"’)]? |(?:^|[.;] )[A-Z](?:-[A-Z])?: )$"
)
_VOWEL = lazily(r"[aeio]|u(?!ni|se|ro|ti|re[at])|hour|hono|heir", re.IGNORECASE)
_NOT_A_VOWEL = lazily(r"eu|one\b|once", re.IGNORECASE)


@dataclass
class Abbreviations:
    """The declared abbreviations, and what each part of a document has used of them."""

    longs: Mapping[str, str]
    style: AbbreviationStyle
    sources: Sources
    problems: list[Problem] = field(default_factory=list)
    _uses: Counter[tuple[str, str]] = field(default_factory=Counter)
    _introduced: set[tuple[str, str]] = field(default_factory=set)
    _part: str = ""
    _before: str = ""

    def expand(self, leaves: Sequence[Leaf]) -> None:
        """Print every use, in reading order, in place."""
        in_parts = [(leaf, self.part_of(leaf)) for leaf in leaves]
        pattern = self._pattern()
        for leaf, part in in_parts:
            if part and pattern:
                for run in _runs(leaf.inlines):
                    self._uses.update((part, match["short"]) for match in pattern.finditer(run["c"]))
                self._uses.update((part, short) for short in _forced_short(leaf.inlines))
        for leaf, self._part in in_parts:
            self._before = ""
            self._walk(leaf.inlines, pattern if self._part else None)

    def part_of(self, leaf: Leaf) -> str:
        """The part in which a leaf's abbreviations are introduced; "" where they are printed as written."""
        part = part_of(leaf.frame.role)
        if leaf.kind in ("heading", "reference") or part not in self.style.parts:
            return ""
        if part in self.style.each:
            return f"{part} {leaf.key or id(leaf.frame.node)}"
        return part

    def long_form(self, short: str, plural: bool = False) -> str:
        """The long form, in which abbreviations of its own are spelled out."""
        long = self.longs[short]
        inner = [other for other in sorted(self.longs, key=len, reverse=True) if other != short]
        if inner:
            listed = "|".join(re.escape(other) for other in inner)
            long = re.sub(rf"(?<!\w)(?:{listed})(?!\w)", lambda match: self.longs[match[0]], long)
        return _plural(long) if plural else long

    def _pattern(self) -> re.Pattern[str] | None:
        shorts = sorted((s for s in self.longs if s not in self.style.known), key=len, reverse=True)
        if not shorts:
            return None
        listed = "|".join(re.escape(short) for short in shorts)
        return re.compile(rf"(?P<article>(?<!\w)[Aa]n? )?(?<!\w)(?P<short>{listed})(?P<plural>s?)(?!\w)")

    def _walk(self, inlines: list[Node], pattern: re.Pattern[str] | None) -> None:
        out: list[Node] = []
        for node in inlines:
            inside = inlines_of(node)
            if node["t"] == "Str":
                out.extend(replaced(node, pattern, self._print) if pattern else [node])
                self._before = (self._before + node["c"])[-200:]
            elif has_class(node, "short") or has_class(node, "long"):
                out.append(self._forced(node))
                self._before += plain([out[-1]])
            elif inside is None or node["t"] == "Cite" or any(has_class(node, name) for name in _AS_IT_IS):
                out.append(node)
                self._before += plain([node])
            elif has_class(node, "run-in"):
                out.append(node)
                self._before = ""
            else:
                self._walk(inside, pattern)
                out.append(node)
        inlines[:] = out

    def _print(self, match: re.Match[str], run: Node) -> list[Node] | None:
        short, plural, article = match["short"], match["plural"], match["article"] or ""
        before = self._before + run["c"][: match.start()]
        use = (self._part, short)
        if use in self._introduced:
            return None
        self._introduced.add(use)
        long = self.long_form(short, bool(plural))
        if before.lower().endswith(f"{long.lower()} ("):
            return None  # introduced by hand
        once = self._uses[use] == 1 and self.style.plain_when_once
        printed = long if once else self.style.form.format(long=long, short=short + plural)
        if not article and starts_sentence(before.lstrip()):
            printed = capitalised(printed)
        kept = part_of_run(run, match.start("short"), match.end())
        nodes = [text(with_article(article, long), run_point(run, match.start()))] if article else []
        return [*nodes, span([text(printed, kept["at"])], "abbreviation", short=short)]

    def _forced(self, node: Node) -> Node:
        """`[ISCM]{.short}` or `[ISCM]{.long}`."""
        written = plain(node["c"][1])
        short = written if written in self.longs else written.removesuffix("s")
        if short not in self.longs:
            runs = list(_runs(node["c"][1]))
            place = self.sources.locate_in(runs[0]["at"], 0) if runs else Place()
            near = get_close_matches(written, self.longs, 1)
            hint = f"did you mean `{near[0]}`?" if near else "add it to `abbreviations` in the case data"
            self.problems.append(Problem(f"`{written}` is not a declared abbreviation", hint, place))
            return node
        if has_class(node, "short"):
            return node
        long = self.long_form(short, written != short)
        printed = capitalised(long) if starts_sentence(self._before.lstrip()) else long
        return span([text(printed, next(_runs(node["c"][1]))["at"])], "abbreviation", "long", short=short)


def _forced_short(inlines: list[Node]) -> Iterator[str]:
    """What is forced to stand short: a reader who meets it needs the introduction, too."""
    for node in inlines:
        if has_class(node, "short"):
            yield plain(node["c"][1])
        else:
            yield from _forced_short(inlines_of(node) or [])


def starts_sentence(before: str) -> bool:
    """Whether what follows this text begins a sentence."""
    return _SENTENCE_START.search(before[-40:]) is not None if before else True


def capitalised(long: str) -> str:
    """With a capital at the start, where it begins with a plain word (`pH` stays)."""
    first = long.partition(" ")[0]
    return long[:1].upper() + long[1:] if first.islower() or "-" in first else long


def with_article(article: str, long: str) -> str:
    """The article, `A ` or `an `, that goes with the sound of what follows."""
    vowel = _VOWEL.match(long) is not None and _NOT_A_VOWEL.match(long) is None
    return article[0] + ("n " if vowel else " ")


def run_point(run: Node, offset: int) -> list[tuple[int, int, int]]:
    """The known point of one character of a run, as the `at` of a run that begins there."""
    at: list[tuple[int, int, int]] = part_of_run(run, offset, offset + 1)["at"]
    return at


def _plural(long: str) -> str:
    """The plural of a noun phrase: its head stands before the first preposition, or at the end."""
    found = re.search(r" (?:of|in|for|with|to|from|by|on|at) ", long)
    head, rest = (long[: found.start()], long[found.start() :]) if found else (long, "")
    if head.endswith("sis"):
        return head[:-2] + "es" + rest
    if re.search(r"[^aeiou]y$", head):
        return head[:-1] + "ies" + rest
    return head + ("es" if re.search(r"(?:s|x|z|ch|sh)$", head) else "s") + rest


def _runs(inlines: list[Node]) -> Iterator[Node]:
    """The runs of text in which abbreviations may expand."""
    for node in inlines:
        if node["t"] == "Str":
            yield node
        elif node["t"] != "Cite" and not any(has_class(node, name) for name in (*_AS_IT_IS, "run-in")):
            yield from _runs(inlines_of(node) or [])
