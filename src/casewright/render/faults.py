"""Everything wrong with the templates and the prose of one rendering, with places and hints."""

from __future__ import annotations

import re
import sys
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import replace
from difflib import get_close_matches
from types import FrameType, TracebackType

from jinja2 import TemplateNotFound, TemplateSyntaxError
from jinja2.exceptions import TemplateRuntimeError

from casewright.errors import InputError, Place, Problem
from casewright.patterns import lazily
from casewright.render.loader import ProjectLoader
from casewright.render.model import Origins
from casewright.render.syntax import explained, unclosed
from casewright.render.values import Misused

_UNKNOWN = lazily(r"No (filter|test) named '([^']*)'")
_TYPED_FACT = lazily(r"\{[^{}\n]{0,200}\.fact\b")
_SINGLE = lazily(r"(?<![{\\])\{[ \t]*([a-z]\w*(?:\.\w+)+)[ \t]*(?:\|[^{}\n]{0,100})?\}")
_SEES = "templates see the data of the case and nothing else"
_COMPUTE = "facts are printed, compared and changed by filters; compute under `derived` in the case data"
# What an expression of a template can raise; anything else is a bug of casewright and may not hide here.
_EXPRESSION_ERRORS = (AttributeError, LookupError, MemoryError, TypeError, ValueError)


class Faults:
    """Collects problems, each once, in the order of their places."""

    def __init__(self, loader: ProjectLoader) -> None:
        self.loader = loader
        self.known: dict[str, list[str]] = {"filter": [], "test": []}
        self._problems: dict[Problem, None] = {}

    def raise_if_any(self) -> None:
        """Raises InputError with all problems, if there are any."""
        if self._problems:
            raise InputError(sorted(self._problems, key=lambda problem: problem.place))

    def report(self, message: str, hint: str, written: str = "") -> None:
        """A problem where the running template stands; `written` is looked for in its line, for the column."""
        running = list(_running(sys._getframe(1)))
        # a macro prints what it is given: the place is the call that names it
        naming = (at for at in running if written and self._column(*at, written))
        file, line = next(naming, running[0] if running else ("", 0))
        self._add(message, hint, self._place(file, line, written))

    def check_no_fact_is_typed(self, origins: Origins) -> None:
        """A span of class `fact` says that the data say so: only an expression may print one."""
        for segment in origins:
            if segment.origin.kind != "fact":
                for found in _TYPED_FACT.finditer(origins.markdown, segment.start, segment.end):
                    hint = "write `{{ the.name.of.the.fact }}`"
                    self._add("a fact is typed by hand", hint, origins.at(found.start()).place)

    def check_no_brace_is_single(self, origins: Origins, roots: Collection[str]) -> None:
        """A dotted name in single braces would be printed as it stands; `roots` are the groups that facts stand in."""
        for segment in origins:
            if segment.origin.kind != "literal":
                continue
            for found in _SINGLE.finditer(origins.markdown, segment.start, segment.end):
                if found[1].partition(".")[0] in roots:
                    written = found[0].strip("{}").strip()
                    hint = f"write two braces: `{{{{ {written} }}}}`"
                    message = f"`{found[0]}` prints no fact, but these very signs"
                    self._add(message, hint, origins.at(found.start()).place)

    @contextmanager
    def collected(self) -> Iterator[None]:
        """What a section raises becomes problems, so that the next section is looked at too."""
        try:
            yield
        except TemplateSyntaxError as error:
            self._syntax(error)
        except TemplateNotFound as error:
            message, name = str(error.message), str(error.name)
            self._add(message, self.loader.nearest(name), self._raised_at(error, name))
        except InputError as error:
            for problem in error.problems:
                place = problem.place if problem.place.file else self._raised_at(error)
                self._problems[replace(problem, place=place)] = None
        except Misused as error:
            self._add(str(error), error.hint, self._raised_at(error, error.written))
        except TemplateRuntimeError as error:
            unknown = self._unknown(str(error.message))
            message, hint, written = unknown or (str(error.message), _SEES, "")
            self._add(message, hint, self._raised_at(error, written))
        except RecursionError as error:
            self._add("this calls itself without end", "", self._raised_at(error))
        except ArithmeticError as error:
            self._add(f"this cannot be computed: {error}", _COMPUTE, self._raised_at(error))
        except _EXPRESSION_ERRORS as error:
            self._add("this cannot be worked out", _COMPUTE, self._raised_at(error))

    def _syntax(self, error: TemplateSyntaxError) -> None:
        said, name = str(error.message), error.name or ""
        source = self.loader.sources.get(self.loader.shown(name), "")
        message, hint, written = self._unknown(said) or (*explained(said), "")
        self._add(message, hint, self._place(name, unclosed(source, said) or error.lineno, written))

    def _unknown(self, said: str) -> tuple[str, str, str] | None:
        """Message, hint and name, where Jinja complains about a filter or test that is not there."""
        found = _UNKNOWN.match(said)
        if found is None:
            return None
        kind, name = found[1], found[2]
        near = get_close_matches(name, self.known[kind], 1)
        listed = "there are: " + ", ".join(sorted(self.known[kind]))
        return f"there is no {kind} `{name}`", f"did you mean `{near[0]}`?" if near else listed, name

    def _raised_at(self, error: BaseException, written: str = "") -> Place:
        """The line of the innermost template that the error passed through."""
        found: tuple[str, int] = ("", 0)
        trace: TracebackType | None = error.__traceback__
        while trace is not None:
            found = _template_at(trace.tb_frame, trace.tb_lineno) or found
            trace = trace.tb_next
        # outside of every template it is the profile that asks for one
        return self._place(*found, written) if found[0] else Place(self.loader.shown("profile.yaml"))

    def _place(self, name: str, line: int, written: str = "") -> Place:
        """Where `written` stands in the line, else the line's first expression or command."""
        if not name:
            return Place()
        text = self._line(name, line)
        column = self._column(name, line, written) or text.find("{{") + 1 or text.find("{%") + 1
        return Place(self.loader.shown(name), line, column)

    def _column(self, name: str, line: int, written: str) -> int:
        """Where a dotted name, or at least its last part, stands in a line of a template; 0 where it does not."""
        for words in filter(None, (written, written.rpartition(".")[2])):
            found = re.search(rf"(?<!\w){re.escape(words)}(?!\w)", self._line(name, line))
            if found:
                return found.start() + 1
        return 0

    def _line(self, name: str, line: int) -> str:
        lines = self.loader.sources.get(self.loader.shown(name), "").splitlines()
        return lines[line - 1] if 0 < line <= len(lines) else ""

    def _add(self, message: str, hint: str, place: Place) -> None:
        self._problems[Problem(message, hint, place)] = None


def _running(frame: FrameType | None) -> Iterator[tuple[str, int]]:
    """Names and lines of the templates that are running now, the innermost first."""
    while frame is not None:
        found = _template_at(frame, frame.f_lineno)
        if found:
            yield found
        frame = frame.f_back


def _template_at(frame: FrameType, line: int) -> tuple[str, int] | None:
    template = frame.f_globals.get("__jinja_template__")
    if template is None:
        return None
    return str(template.name), template.get_corresponding_lineno(line)
