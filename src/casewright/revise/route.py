"""Where an edit belongs: in the words of a file, in the data, or nowhere that a person writes."""

from __future__ import annotations

from collections.abc import Callable

from casewright.errors import Place
from casewright.revise.anchors import Anchors, NoPlace
from casewright.revise.edits import Edit
from casewright.revise.facts import FactRouter
from casewright.revise.layout import Layout, Span
from casewright.revise.prose import Prose
from casewright.revise.ruling import Kind, Ruling

_MADE_BY = {
    "citation": (
        "the numbers of citations are set by the build",
        "change the citation keys in the text, or refs.bib",
    ),
    "call": ("calls of figures and tables are numbered by the build", "change the call in the text"),
    "abbreviation": (
        "the build writes out abbreviations at their first use",
        "change `abbreviations` in manuscript/case.yaml",
    ),
    "numbering": (
        "this is numbered or labelled by the build",
        "change the order of the calls, or the journal's template",
    ),
    "reference": ("the reference list is made from refs.bib", "change the entry in refs.bib"),
    "expression": ("an expression of the template prints this", "change the template, or the data"),
    "markup": ("this is made by the build", "change what it is made from"),
}


class Router:
    """Rules on the edits of one file. `writable` says whether the project has a source file of its own."""

    def __init__(self, layout: Layout, facts: FactRouter, writable: Callable[[str], bool]) -> None:
        self.layout = layout
        self.facts = facts
        self.prose = Prose(Anchors(layout, writable))

    def rule(self, edit: Edit) -> Ruling:
        """Where this edit belongs."""
        spans = list(self.layout.spans_within(edit.start, edit.end))
        kind: Kind = "structure" if edit.to >= 0 or "\n" in edit.old + edit.new else "prose"
        if edit.to >= 0:
            return self._placed(edit, kind)
        typed = edit.new.strip()
        if len(spans) == 1 and (spans[0].start, spans[0].end) == (edit.start, edit.end):
            if spans[0].kind != "fact":
                return self._refused(edit, spans[0])
            if typed:
                return self.facts.rule(edit, spans[0])
        made = next((span for span in spans if span.kind != "fact"), None)
        if made is not None and (typed or made.kind == "reference"):
            return self._refused(edit, made)
        if typed and spans and any(character.isdigit() for character in typed):
            names = ", ".join(dict.fromkeys(span.target for span in spans))
            hint = f"change the words in the text, and the figures of {names} in the data"
            return Ruling(
                edit,
                kind,
                "unplaced",
                self._near(edit),
                reason="words and figures were rewritten together",
                hint=hint,
            )
        return self._placed(edit, kind)

    def _placed(self, edit: Edit, kind: Kind) -> Ruling:
        try:
            options = self.prose.change(edit)
        except NoPlace as reason:
            return Ruling(edit, kind, reason.state, self._near(edit), reason=reason.message, hint=reason.hint)
        first = options[0][0]
        return Ruling(edit, kind, "placed", self.layout.texts.place(first.file, first.start), options)

    def _refused(self, edit: Edit, span: Span) -> Ruling:
        reason, hint = _MADE_BY[span.kind]
        place = self._near(edit)
        if span.kind == "reference":
            place = self.layout.document_place(span)
            hint = f"change the entry `{span.target}` at {place}"
        elif span.kind == "expression" and span.source:
            place = self.layout.place(span.source)
            hint = f"change the template at {place}, or the data"
        elif place.file:
            hint += f"; it stands at {place}"
        return Ruling(edit, "generated", "refused", place, reason=reason, hint=hint)

    def _near(self, edit: Edit) -> Place:
        """The place of the nearest character before an edit that has one."""
        for offset in range(min(edit.start, len(self.layout.text) - 1), max(-1, edit.start - 400), -1):
            source = self.layout.sources[offset]
            if source is not None:
                return self.layout.place(source)
        return Place()
