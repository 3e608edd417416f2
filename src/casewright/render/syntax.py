"""What Jinja says about a template that it cannot read, in words for its author."""

from __future__ import annotations

from difflib import get_close_matches

from casewright.patterns import lazily

GENERAL = "`{{ ... }}` prints a fact, `{% ... %}` is a command, `{## ... ##}` is a comment"
COMMANDS = (
    "if",
    "elif",
    "else",
    "endif",
    "for",
    "endfor",
    "set",
    "endset",
    "include",
    "macro",
    "endmacro",
    "from",
)
_ENDS = {"end of print statement": "}}", "end of statement block": "%}"}

_OPEN = lazily(r"The innermost block that needs to be closed is '(\w+)'")
_UNKNOWN = lazily(r"Encountered unknown tag '(\w+)'")
_CUT = lazily(r"unexpected end of template, expected '([^']*)'")
_GOT = lazily(r"expected token '([^']*)', got '([^']*)'")
_NOTHING = lazily(r"(?:Expected an expression, got|unexpected) '(end of [^']*)'")
_BLOCK = lazily(r"\{%[-+]?\s*(\w+)")


def explained(said: str) -> tuple[str, str]:
    """Message and hint for what Jinja said."""
    if found := _UNKNOWN.match(said):
        return _unknown_command(found[1], said)
    if found := _OPEN.search(said):
        return f"`{{% {found[1]} %}}` is never closed", f"write `{{% end{found[1]} %}}` where it ends"
    if found := _CUT.match(said):
        end = _ENDS.get(found[1], found[1])
        return f"`{end}` is missing", f"every `{'{{' if end == '}}' else '{%'}` needs its `{end}`"
    if found := _GOT.match(said):
        return _surprised(found[1], found[2])
    if found := _NOTHING.match(said):
        return f"something is missing before `{_ENDS.get(found[1], found[1])}`", GENERAL
    return f"this cannot be read: {said[:1].lower()}{said[1:].rstrip('.')}", GENERAL


def unclosed(source: str, said: str) -> int:
    """The line of the command that is never closed, where Jinja says that there is one; else 0."""
    found = _OPEN.search(said)
    if found is None or _UNKNOWN.match(said):
        return 0
    open_lines: list[int] = []
    for block in _BLOCK.finditer(source):
        if block[1] == found[1]:
            open_lines.append(source.count("\n", 0, block.start()) + 1)
        elif block[1] == f"end{found[1]}" and open_lines:
            open_lines.pop()
    return open_lines[-1] if open_lines else 0


def _unknown_command(name: str, said: str) -> tuple[str, str]:
    if name.startswith("end"):
        still_open = _OPEN.search(said)
        hint = (
            f"`{{% {still_open[1]} %}}` is closed first"
            if still_open
            else "delete it, or write what it closes"
        )
        return f"`{{% {name} %}}` closes nothing here", hint
    near = get_close_matches(name, COMMANDS, 1)
    return f"there is no command `{name}`", f"did you mean `{near[0]}`?" if near else GENERAL


def _surprised(wanted: str, got: str) -> tuple[str, str]:
    if wanted in _ENDS and got == "=":
        return "`=` does not compare", "write `==`"
    shown = _ENDS.get(got, got)
    if wanted in _ENDS:
        return (
            f"`{shown}` is one word too many before `{_ENDS[wanted]}`",
            "put text in quotes; join a name's parts by dots",
        )
    return f"`{wanted}` was expected before `{shown}`", GENERAL
