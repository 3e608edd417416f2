"""The one Jinja environment: sandboxed, strict, and tracing what it prints."""

from __future__ import annotations

from types import CodeType
from typing import Any

from jinja2 import BytecodeCache, Undefined, pass_context
from jinja2.bccache import Bucket
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

from casewright.journal.model import Profile
from casewright.render.filters import filters_for
from casewright.render.loader import ProjectLoader
from casewright.render.tracing import TracingLexer
from casewright.render.values import Branch, Misused, Printed

MAX_REPEATED = 1000  # characters that `*` may make of a text; templates need it for rulers at most
MOST_KEPT = 500  # compiled templates; nine journals of one project have about three hundred
TESTS = ("defined", "undefined", "none", "true", "false", "string", "number", "odd", "even", "in", "eq", "ne")
FILTERS = (
    "default",
    "first",
    "last",
    "length",
    "list",
    "reject",
    "select",
    "reverse",
    "trim",
    "unique",
    "batch",
)


class CompiledTemplates(BytecodeCache):
    """Keeps compiled templates in memory, so that building again after a change compiles what changed.

    Nothing is kept on disk: code that is read from a file is code that somebody else may have written.
    """

    def __init__(self) -> None:
        self._codes: dict[str, tuple[str, CodeType]] = {}

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """The template's name and the folder it is named from: a copy of a project has the same code."""
        folder = (filename or "").replace("\\", "/").removesuffix(name).rstrip("/")
        return f"{folder.rpartition('/')[2]}/{name}"

    def load_bytecode(self, bucket: Bucket) -> None:
        checksum, code = self._codes.get(bucket.key, ("", None))
        if checksum == bucket.checksum:
            bucket.code = code

    def dump_bytecode(self, bucket: Bucket) -> None:
        if len(self._codes) >= MOST_KEPT:
            self._codes.clear()
        if bucket.code is not None:
            self._codes[bucket.key] = (bucket.checksum, bucket.code)


COMPILED = CompiledTemplates()


class ManuscriptEnvironment(ImmutableSandboxedEnvironment):
    """Jinja with the marks of Markdown in mind: comments are `{## ... ##}`, since `{#id}` is an attribute.

    Filters, tests and global functions are the listed ones only; data have names, no attributes and no methods.
    """

    intercepted_binops = frozenset(["*", "**", "%"])

    def __init__(self, loader: ProjectLoader, profile: Profile, undefined: type[Undefined]) -> None:
        super().__init__(
            loader=loader,
            undefined=undefined,
            comment_start_string="{##",
            comment_end_string="##}",
            keep_trailing_newline=True,
            auto_reload=False,
            bytecode_cache=COMPILED,
            optimized=False,  # templates are rendered once: folding constants costs more than it saves
            finalize=printable,
        )
        self._tracing = TracingLexer(self, loader.shown)
        self.globals = {}
        self.tests = {name: self.tests[name] for name in TESTS}
        self.filters = {name: self.filters[name] for name in FILTERS} | filters_for(profile)

    @property
    def lexer(self) -> TracingLexer:
        """The lexer that knows the places."""
        return self._tracing

    def getattr(self, obj: Any, attribute: str) -> Any:
        if isinstance(obj, Branch | Printed):
            return self.getitem(obj, attribute)
        return super().getattr(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        if isinstance(obj, Branch):
            try:
                return obj.child(str(argument))
            except KeyError:
                return self.undefined(obj=obj, name=str(argument))
        if isinstance(obj, Printed):
            return self.undefined(obj=obj, name=str(argument))
        return super().getitem(obj, argument)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        return not isinstance(obj, Branch | Printed) and super().is_safe_attribute(obj, attr, value)

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        if operator == "**" or (operator == "%" and isinstance(left, str)):
            raise SecurityError(f"`{operator}` is not for templates")
        if operator == "*" and any(isinstance(side, str | list | tuple) for side in (left, right)):
            size = len(left) * right if isinstance(right, int) else len(right) * left
            if size > MAX_REPEATED:
                raise SecurityError(f"`*` would make {size} characters")
        return super().call_binop(context, operator, left, right)


@pass_context  # which also keeps Jinja from printing constants while it compiles, where no place is known
def printable(_: Context, value: Any) -> Any:
    """What an expression prints: nothing for None; a Boolean is a condition that lost its `if`."""
    if value is None:
        return ""
    if isinstance(value, bool):
        raise Misused(f"a condition is printed here: {value}", "write `{% if ... %}`")
    return value
