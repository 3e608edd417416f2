"""What a co-author typed as Markdown in a template: it prints as typed, and runs nothing."""

from __future__ import annotations

import re

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_SPACES = re.compile(r"[ \t\n\r\u00a0\u2028\u2029]+")
_SPECIAL = re.compile(r"[\\`*_\[\]<>@^~|&]")
_NUMBERED = re.compile(r"\d{1,9}[.)](?= |$)")


def as_prose(text: str, begins_line: bool = False) -> str:
    """One paragraph's text as source. Braces become character references: no pair of them can open an expression.

    `begins_line` says that it will stand at the start of a line, where more characters are markup.
    """
    plain = _SPACES.sub(" ", _CONTROL.sub("", text))
    written = _SPECIAL.sub(r"\\\g<0>", plain).replace("{", "&#123;").replace("}", "&#125;")
    return guarded(written) if begins_line else written


def guarded(line: str) -> str:
    """A line of source whose first characters are text: no heading, list, quotation, rule or fence."""
    if line[:1] in tuple("#+=:-") or line.startswith(">"):
        return "\\" + line
    if found := _NUMBERED.match(line):
        return f"{line[: found.end() - 1]}\\{line[found.end() - 1 :]}"
    return line
