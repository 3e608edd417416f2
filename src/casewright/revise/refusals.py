"""Why words that the build makes cannot be edited where they are printed, and what to edit instead."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from casewright.errors import Place
from casewright.revise.edits import Edit
from casewright.revise.layout import Layout, Span, SpanKind

MISSING = "missing"  # what a template prints where nothing is written
ADDED = (
    "the reference list is made from refs.bib",
    "add the work to refs.bib, and cite it in the text as [@key]",
)
_NEAR = 400  # characters of a source in which a citation or a call stands behind the words before it


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why, what to do instead, and where."""

    reason: str
    hint: str
    place: Place


def refusal(layout: Layout, edit: Edit, span: Span, near: Place) -> Refusal:
    """Of an edit of text that the build made. `near` is the place of the words before it, as far as there are any."""
    if layout.is_label(span):
        return _label(layout, span, near)
    return _BY_KIND.get(span.kind, _made)(layout, edit, span, near)


def _label(layout: Layout, span: Span, near: Place) -> Refusal:
    hint = "leave it; or change it in a copy of the journal's templates, under `headings` in profile.yaml"
    return Refusal("the journal sets this heading", hint, layout.place(span.source) if span.source else near)


def _citation(layout: Layout, edit: Edit, span: Span, near: Place) -> Refusal:
    keys = [f"@{key}" for key in span.target.split(";")]
    place = _place_of(layout, keys[0], near)
    asked = [f"@{key}" for key in layout.works.cited(edit.new)]
    if not edit.new.strip():
        hint = f"delete {'; '.join(keys)} at {place}"
    elif asked:
        hint = f"write {'; '.join(asked)} in place of {'; '.join(keys)} at {place}"
    else:
        hint = f"change {'; '.join(keys)} at {place}, or the work in refs.bib"
    return Refusal("the numbers of citations are set by the build", hint, place)


def _call(layout: Layout, _edit: Edit, span: Span, near: Place) -> Refusal:
    kind, _, key = span.target.partition(":")
    call = f"@{kind[:3]}:{key}"
    place = _place_of(layout, call, near)
    return Refusal(
        "calls of figures and tables are numbered by the build", f"change {call} at {place}", place
    )


def _abbreviation(_layout: Layout, _edit: Edit, span: Span, near: Place) -> Refusal:
    hint = f"change what `{span.target}` stands for, under `abbreviations` in manuscript/case.yaml"
    return Refusal("the build writes out abbreviations at their first use", hint, near)


def _numbering(layout: Layout, _edit: Edit, span: Span, near: Place) -> Refusal:
    if span.target == MISSING:
        title = layout.section_at(span.start)
        hint = (
            f"write it in the project, in a file for “{title}” under manuscript/ or in manuscript/case.yaml"
        )
        return Refusal("nothing is written for this yet", hint, near)
    return Refusal(
        "this is numbered by the build", "change the order in which figures and tables are called", near
    )


def _reference(layout: Layout, edit: Edit, span: Span, _near: Place) -> Refusal:
    place = layout.block_of(span.start).place
    gone = f"delete the citations of @{span.target} in the text; what is not cited is not listed"
    hint = f"change the entry `{span.target}` at {place}" if edit.new.strip() else gone
    return Refusal(ADDED[0], hint, place)


def _expression(layout: Layout, _edit: Edit, span: Span, near: Place) -> Refusal:
    place = layout.place(span.source) if span.source else near
    return Refusal("an expression prints this", f"change the expression at {place}, or the data", place)


def _made(_layout: Layout, _edit: Edit, _span: Span, near: Place) -> Refusal:
    return Refusal("this is made by the build", f"change what it is made from, at {near}", near)


_BY_KIND: dict[SpanKind, Callable[[Layout, Edit, Span, Place], Refusal]] = {
    "citation": _citation,
    "call": _call,
    "abbreviation": _abbreviation,
    "numbering": _numbering,
    "reference": _reference,
    "expression": _expression,
}


def _place_of(layout: Layout, written: str, near: Place) -> Place:
    """Where a citation or a call is written, behind the words before it."""
    if not near.file or near.file not in layout.texts:
        return near
    start = layout.texts.offset(near)
    at = layout.texts[near.file].find(written, start, start + _NEAR)
    return layout.texts.place(near.file, at) if at >= 0 else near
