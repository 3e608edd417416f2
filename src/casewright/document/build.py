"""Marked Markdown into a Document: read once, resolved step by step in one AST, cited once.

    read, unwrap -> calls -> legends -> abbreviations -> citations -> spaces -> sections, blocks, marks

Every fault of every step is collected, and all are raised together.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from pathlib import Path

from casewright.case.model import Case
from casewright.document.abbreviations import Abbreviations
from casewright.document.bibliography import Bibliography
from casewright.document.calls import Calls
from casewright.document.citations import Citations, behind_stops, tidy_spaces
from casewright.document.extract import sections_of
from casewright.document.legends import (
    complete,
    faults_of_images,
    faults_of_legends,
    in_order_of_numbers,
    join_tables,
    legends_in,
)
from casewright.document.model import Document
from casewright.document.notes import faults_of_notes
from casewright.document.origins import Rendered, Sources
from casewright.document.pandoc import Ast, Pandoc
from casewright.document.references import as_annotated, as_titled, finish, set_ranges, without_identifiers
from casewright.document.roles import ROLES, part_of
from casewright.document.runs import single_spaces, split_words
from casewright.document.sourcepos import unwrap
from casewright.document.spelling import respell
from casewright.document.tree import Node, attr_of, has_class, leaves, origin_of, split_key, value_of, wrap
from casewright.errors import InputError, Place, Problem
from casewright.journal.model import Profile

# What is written is what is printed: no quotes are turned, nothing is taken for a formula, for HTML or for an emoji.
MARKDOWN = (
    "commonmark_x+sourcepos-smart-tex_math_dollars-raw_html-raw_attribute-emoji"
    "-gfm_auto_identifiers-implicit_header_references-definition_lists-autolink_bare_uris"
)
# Parts that stand outside of the text: JATS and the checks look for them there alone.
_APART = ("front", "abstract", "core_tip", "references")


def build_document(
    rendered: Rendered,
    case: Case,
    profile: Profile,
    bibliography: Bibliography,
    pandoc: Pandoc,
    folder: Path | None = None,
) -> Document:
    """The Document of a rendered manuscript, with its resolved AST. Raises InputError with every problem in it.

    `folder` is the manuscript's, which holds the images; without it they are not looked for. In the AST's metadata
    `references` are the cited works in order, for writers that print them field by field.
    """
    sources = Sources(rendered)
    if endless := faults_of_notes(rendered.markdown, sources.locate):
        raise InputError(endless)
    ast = pandoc.read(rendered.markdown, MARKDOWN)
    blocks, problems = unwrap(ast["blocks"], sources.locate)
    problems += _faults_of_roles(profile) + _faults_of_sections(blocks)
    problems += faults_of_images(case.figures, folder) if folder else []
    problems += _call(blocks, case, profile, sources)
    problems += _abbreviate(blocks, case, profile, sources)
    cited = _cite(blocks, profile, bibliography, sources, pandoc, problems)
    if problems:
        raise InputError(sorted(dict.fromkeys(problems), key=lambda problem: problem.place))
    found = list(leaves(blocks))
    respell(found, profile)
    for leaf in found:
        tidy_spaces(leaf.inlines, profile.citations)
        if not profile.citations.before_punctuation:
            behind_stops(leaf.inlines)
        single_spaces(leaf.inlines)
        _embolden(leaf.inlines)
    sections = sections_of(blocks, sources)
    for leaf in found:
        split_words(leaf.inlines)
    return Document(
        sections,
        format="built",
        ast={**ast, "meta": {"references": {"t": "MetaList", "c": cited}}, "blocks": blocks},
    )


def _call(blocks: list[Node], case: Case, profile: Profile, sources: Sources) -> list[Problem]:
    """Calls and legends: numbers, labels, images."""
    join_tables(blocks)
    figures = {figure.key: figure for figure in case.figures}
    calls = Calls(figures, dict(_tables(blocks)), profile.figures, sources)
    calls.resolve(list(leaves(blocks)))
    in_order_of_numbers(blocks, calls)
    for legend in legends_in(blocks):
        complete(legend, calls, figures)
    return calls.problems + faults_of_legends(blocks, calls)


def _abbreviate(blocks: list[Node], case: Case, profile: Profile, sources: Sources) -> list[Problem]:
    abbreviations = Abbreviations(case.abbreviations, profile.abbreviations, sources)
    abbreviations.expand(list(leaves(blocks)))
    return abbreviations.problems


def _cite(
    blocks: list[Node],
    profile: Profile,
    bibliography: Bibliography,
    sources: Sources,
    pandoc: Pandoc,
    problems: list[Problem],
) -> list[Ast]:
    """Citations and the reference list, printed if there are no problems; the identified works that are cited."""
    references = pandoc.read_bibliography(bibliography.text) if bibliography.entries else {}
    for key in bibliography.entries.keys() & references.keys():
        fields = bibliography.entries[key].fields
        references[key] = as_titled(references[key], fields.get("title", ""))
        references[key] = as_annotated(references[key], fields.get("annotation", ""))
    citations = Citations(bibliography, references, profile.citations, sources, profile.folder)
    citations.find(list(leaves(blocks)))
    problems += citations.problems
    target = next(_classed(blocks, "references"), None)
    if citations.cites and target is None:
        message = "works are cited, but no place is set for the reference list"
        problems.append(Problem(message, "write ::: {.references} where it goes"))
    if problems or target is None:
        return []
    if profile.citations.identifiers:
        citations.references = {key: without_identifiers(work) for key, work in references.items()}
    entries = citations.print(pandoc)
    finish(entries, references, bibliography, profile)
    for cite in citations.cites:
        set_ranges(cite["c"][1], profile.numbers.range_sign)
    attr_of(target)[0] = "refs"
    target["c"][1] = entries
    return [references[key] for key in citations.cited() if not bibliography.entries[key].unverified]


def _faults_of_roles(profile: Profile) -> list[Problem]:
    """Headings and divisions of the journal's for roles that there are none of: nothing would ever print them."""
    named = {*profile.headings, *profile.parts, *(role for roles in profile.parts.values() for role in roles)}
    place = Place(f"templates/{profile.id}/profile.yaml")
    return [_no_such_role(role, place) for role in sorted(named - ROLES.keys())]


def _no_such_role(role: str, place: Place) -> Problem:
    near = get_close_matches(role, ROLES, 1)
    hint = f"did you mean `{near[0]}`?" if near else "the roles are in casewright.document.roles"
    message = f"no section has the role `{role}`" if role else "a section without a role"
    return Problem(message, hint, place)


def _faults_of_sections(blocks: Sequence[Node]) -> list[Problem]:
    problems = []
    for section in _classed(blocks, "section"):
        role = value_of(section, "role")
        if role not in ROLES:
            problems.append(_no_such_role(role, origin_of(section)))
            continue
        for inner in _classed(section["c"][1], "section"):
            own = value_of(inner, "role")
            if own in ROLES and part_of(own) in _APART and part_of(own) != part_of(role):
                message = f"a section of the role `{own}` stands inside the section `{role}`"
                hint = f'leave `role="{own}"` out, or write it in manuscript/{own.replace(".", "/")}.md'
                problems.append(Problem(message, hint, origin_of(inner)))
    return problems


def _tables(blocks: Sequence[Node]) -> Iterator[tuple[str, Place]]:
    """Key and place of everything that is a table by its key."""
    for block in blocks:
        kind, key = split_key(block)
        if kind == "table":
            yield key, origin_of(block)
        if block["t"] == "Div":
            yield from _tables(block["c"][1])


def _classed(blocks: Sequence[Node], name: str) -> Iterator[Node]:
    for block in blocks:
        if block["t"] == "Div":
            if has_class(block, name):
                yield block
            yield from _classed(block["c"][1], name)


def _embolden(inlines: list[Node]) -> None:
    """Headings that run into their paragraph are printed bold."""
    for node in inlines:
        if has_class(node, "run-in"):
            node["c"][1] = [wrap("Strong", node["c"][1])]
