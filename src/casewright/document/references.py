"""The reference list: what citeproc printed, finished as the journal prints its entries."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from copy import deepcopy

from casewright.document.bibliography import Bibliography
from casewright.document.citations import meta_text
from casewright.document.pandoc import Ast
from casewright.document.runs import join_words, split_words
from casewright.document.tree import Node, attr_of, has_class, inlines_of, put_value, span, text
from casewright.journal.model import Profile
from casewright.patterns import lazily

TO_BE_IDENTIFIED = "Reference to be identified"
IDENTIFIERS = ("pmid", "doi", "pmcid", "url")

_BETWEEN_PAGES = lazily(r"(?<=[0-9A-Za-z])–(?=[0-9A-Za-z])")
_AFTER_COLON = lazily(r"(: )(\w)")


def without_identifiers(reference: Ast) -> Ast:
    """The work as citeproc shall see it, where the journal's identifiers are printed by us."""
    fields = {name: value for name, value in reference["c"].items() if name not in IDENTIFIERS}
    return {"t": "MetaMap", "c": fields}


def as_titled(reference: Ast, title: str) -> Ast:
    """The work with small letters after a colon where refs.bib has them: pandoc's reader makes them capitals."""
    printed = reference["c"].get("title")
    small = [match[2].islower() for match in _AFTER_COLON.finditer(re.sub(r"[{}]", "", title))]
    if printed is None or printed["t"] != "MetaInlines" or True not in small:
        return reference
    inlines = deepcopy(printed["c"])
    join_words(inlines)
    turns = iter(small)
    _lower_after_colons(inlines, turns)
    split_words(inlines)
    return {"t": "MetaMap", "c": {**reference["c"], "title": {"t": "MetaInlines", "c": inlines}}}


def as_annotated(reference: Ast, annotation: str) -> Ast:
    """The work with its annotation letter by letter as refs.bib has it: pandoc's reader turns quotes and dashes."""
    if not annotation:
        return reference
    plain = re.sub(r"\\([&%$#_])", r"\1", re.sub(r"[{}]", "", annotation))
    inlines = [text(" ".join(plain.split()))]
    split_words(inlines)
    return {"t": "MetaMap", "c": {**reference["c"], "annote": {"t": "MetaInlines", "c": inlines}}}


def _lower_after_colons(inlines: list[Node], turns: Iterator[bool]) -> None:
    for node in inlines:
        if node["t"] == "Str":
            node["c"] = _AFTER_COLON.sub(
                lambda match: match[1] + (match[2].lower() if next(turns, False) else match[2]), node["c"]
            )
        elif (inside := inlines_of(node)) is not None:
            _lower_after_colons(inside, turns)


def finish(
    entries: list[Node], references: Mapping[str, Ast], bibliography: Bibliography, profile: Profile
) -> None:
    """Finish each entry in place: pages, identifiers, and works that are not identified yet."""
    for entry in entries:
        key = attr_of(entry)[0].removeprefix("ref-")
        work = bibliography.entries[key]
        put_value(entry, "data-origin", f"{work.place.file}:{work.place.line}")
        for paragraph in entry["c"][1]:
            join_words(paragraph["c"])
            body = next((node for node in paragraph["c"] if has_class(node, "csl-right-inline")), None)
            inlines = body["c"][1] if body else paragraph["c"]
            if work.unverified:
                attr_of(entry)[1].append("unverified")
                inlines[:] = [span([text(TO_BE_IDENTIFIED)], "unverified")]
                continue
            set_ranges(inlines, profile.numbers.range_sign)
            _add_identifiers(inlines, references[key], profile.citations.identifiers)


def set_ranges(inlines: list[Node], sign: str) -> None:
    """Put the journal's sign in place of the en dash that citeproc sets between pages and between numbers."""
    for node in inlines:
        if node["t"] == "Str":
            node["c"] = _BETWEEN_PAGES.sub(sign, node["c"])
        elif (inside := inlines_of(node)) is not None:
            set_ranges(inside, sign)


def _add_identifiers(inlines: list[Node], reference: Ast, forms: tuple[str, ...]) -> None:
    """`[PMID: 17310265 DOI: 10.1007/s11060-007-9345-z]` in place of the final stop."""
    known = {name: meta_text(reference["c"].get(name)) for name in IDENTIFIERS}
    printed = [
        form.format(**known) for form in forms if all(known[name] for name in re.findall(r"\{(\w+)\}", form))
    ]
    if not printed:
        return
    last = inlines[-1] if inlines else None
    if last is not None and last["t"] == "Str":
        last["c"] = last["c"].rstrip(" ").removesuffix(".")
    inlines.append(text(f" [{' '.join(printed)}]"))
