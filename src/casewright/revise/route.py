"""Where an edit belongs: in the words of a file, in the data, or nowhere that a person writes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from casewright.errors import Place
from casewright.render.headings import as_path
from casewright.revise.anchors import Anchors, NoPlace
from casewright.revise.edits import Edit
from casewright.revise.facts import FactRouter
from casewright.revise.layout import Layout, Span
from casewright.revise.markup import as_source
from casewright.revise.prose import Prose
from casewright.revise.refusals import ADDED, MISSING, refusal
from casewright.revise.ruling import Kind, Ruling, SourceChange
from casewright.revise.structure import Option


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
        if edit.doubtful:
            return self._mixed(edit, kind, spans)
        typed = edit.new.strip()
        label = self._label_beside(edit)
        if label is not None:
            return self._refused(edit, label)
        if typed and not edit.old.strip() and self._is_reference(edit):
            place = self.layout.block_of(max(edit.start - 1, 0)).place
            return Ruling(edit, "generated", "refused", place, reason=ADDED[0], hint=ADDED[1])
        if len(spans) == 1 and (spans[0].start, spans[0].end) == (edit.start, edit.end):
            if spans[0].target == MISSING and typed:
                return self._first_words(edit, spans[0])
            if spans[0].kind != "fact":
                return self._refused(edit, spans[0])
            if typed:
                return self.facts.rule(edit, spans[0])
        made = next((span for span in spans if span.kind != "fact"), None)
        if made is not None and (typed or made.kind == "reference"):
            return self._refused(edit, made)
        if typed and spans and any(character.isdigit() for character in typed):
            return self._mixed(edit, kind, spans)
        return self._placed(edit, kind)

    def _placed(self, edit: Edit, kind: Kind) -> Ruling:
        try:
            options = self.prose.change(edit)
        except NoPlace as found:
            place, hint = self._or_data(edit, self._near(edit), found.hint)
            return Ruling(edit, kind, found.state, place, reason=found.message, hint=hint)
        once = tuple(option for option in options if self._times(option) == 1)
        first = (once or options)[0][0]
        place = self.layout.texts.place(first.file, first.start)
        if once:
            return Ruling(edit, kind, "placed", place, once)
        reason = "these words are printed in several places from one line, and were not edited alike in all of them"
        place, hint = self._or_data(edit, place, f"change them, for all of them, at {place}")
        return Ruling(edit, kind, "placed", place, options, reason, hint, times=self._times(options[0]))

    def _mixed(self, edit: Edit, kind: Kind, spans: Sequence[Span]) -> Ruling:
        names = ", ".join(dict.fromkeys(span.target for span in spans if span.kind == "fact"))
        reason = "words and figures were rewritten together, and it is not plain which figure is which"
        hint = f"change the words in the text, and the figures of {names} in the data"
        return Ruling(edit, kind, "unplaced", self._near(edit), reason=reason, hint=hint)

    def _times(self, option: Option) -> int:
        return max(self.layout.times_printed(change.file, change.start, change.end) for change in option)

    def _first_words(self, edit: Edit, span: Span) -> Ruling:
        """Words in place of `to be written`: those of a new file, for which the template looks."""
        block = self.layout.block_of(span.start)
        role = self.layout.role_at(span.start)
        name = f"legends/{block.key}" if block.kind == "legend" else as_path(role)
        file = f"manuscript/{name}.md"
        if file in self.layout.texts:
            return self._refused(edit, span)
        new = "\n\n".join(as_source(part.strip(), self.layout.works, True) for part in edit.new.split("\n"))
        option = (SourceChange(file, 0, 0, "", f"{new}\n"),)
        refused = self._refused(edit, span)
        return replace(refused, kind="prose", state="placed", place=Place(file, 1, 1), options=(option,))

    def _is_reference(self, edit: Edit) -> bool:
        """Whether a paragraph was put in behind an entry of the reference list."""
        before = self.layout.block_of(max(edit.start - 1, 0))
        return edit.new.startswith("\n") and before.kind == "reference"

    def _or_data(self, edit: Edit, place: Place, hint: str) -> tuple[Place, str]:
        """The place and the hint; in a template, those of the fact that an edit touches."""
        spans = self.layout.spans_within(max(edit.start - 1, 0), edit.end + 1)
        facts = (self.facts.place(span.target) for span in spans if span.kind == "fact")
        data = next(facts, Place()) if place.file.startswith("templates/") else Place()
        return (data, f"change the data at {data}") if data.file else (place, hint)

    def _refused(self, edit: Edit, span: Span) -> Ruling:
        found = refusal(self.layout, edit, span, self._near(edit))
        return Ruling(edit, "generated", "refused", found.place, reason=found.reason, hint=found.hint)

    def _label_beside(self, edit: Edit) -> Span | None:
        """The heading of the journal's at which an edit puts words in; it prints over other sections too."""
        if edit.old or "\n" in edit.new:
            return None
        spans = self.layout.spans_within(max(edit.start - 1, 0), edit.start + 1)
        return next(filter(self.layout.is_label, spans), None)

    def _near(self, edit: Edit) -> Place:
        """The place of the nearest character before an edit that has one."""
        for offset in range(min(edit.start, len(self.layout.text) - 1), max(-1, edit.start - 400), -1):
            source = self.layout.sources[offset]
            if source is not None:
                return self.layout.place(source)
        return Place()
