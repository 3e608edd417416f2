"""Names that do not exist: each is reported with its place and the nearest names, and rendering goes on.

So one run names every misspelling of a manuscript; nothing is ever printed in place of one, because a run with a
report gives no output.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from difflib import get_close_matches
from typing import Any

from jinja2 import Undefined
from jinja2.exceptions import SecurityError

from casewright.render.values import Branch, Printed

Report = Callable[[str, str, str], None]  # message, hint, and the name as it is written, to find its column


def undefined_class(ids: list[str], report: Report) -> type[Undefined]:
    """A kind of undefined value that tells `report` when it is used; `ids` are the facts that exist."""

    class Missing(Undefined):
        __slots__ = ()

        def _note(self, *_: Any, **__: Any) -> Any:
            if self._undefined_exception is SecurityError:
                report(
                    f"`{self._undefined_name}` is not for templates", "they see the data of the case only", ""
                )
            else:
                report(*_described(self._undefined_obj, str(self._undefined_name), ids))
            return self

        def __getattr__(self, name: str) -> Any:
            if name.startswith("__"):
                raise AttributeError(name)
            return self._note()

        def __str__(self) -> str:
            self._note()
            return ""

        def __iter__(self) -> Iterator[Any]:
            self._note()
            return iter(())

        def __len__(self) -> int:
            self._note()
            return 0

        def __bool__(self) -> bool:
            self._note()
            return False

        def __eq__(self, other: object) -> bool:
            self._note()
            return False

        def __hash__(self) -> int:
            return id(type(self))

        __call__ = __getitem__ = __add__ = __radd__ = __sub__ = __rsub__ = _note
        __mul__ = __rmul__ = __truediv__ = __rtruediv__ = __floordiv__ = __mod__ = __rmod__ = _note
        __lt__ = __le__ = __gt__ = __ge__ = __neg__ = __pos__ = _note

    return Missing


def _described(owner: object, name: str, ids: list[str]) -> tuple[str, str, str]:
    """Message, hint, and the words to look for. The nearest names: those beside it, then any id that ends so."""
    if isinstance(owner, Printed):
        path = f"{owner.fact.id}.{name}"
        return f"`{path}` does not exist", f"`{owner.fact.id}` is a fact; it has no parts", path
    beside, inside = (owner.names(), f"{owner.path}.") if isinstance(owner, Branch) else (_roots(ids), "")
    near = [inside + match for match in get_close_matches(name, beside, 2)]
    ends = {fact.rpartition(".")[2]: fact for fact in reversed(ids)}
    near = near or [ends[match] for match in get_close_matches(name, ends, 2)]
    if near:
        hint = "did you mean " + " or ".join(f"`{found}`" for found in near) + "?"
    else:
        hint = (
            f"there are: {', '.join(beside[:12])}" if beside else "the case data state nothing of this name"
        )
    return f"`{inside}{name}` does not exist", hint, f"{inside}{name}"


def _roots(ids: list[str]) -> list[str]:
    return sorted({fact.partition(".")[0] for fact in ids})
