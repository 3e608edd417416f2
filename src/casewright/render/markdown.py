"""Plain text and facts as marked Markdown."""

from __future__ import annotations

from casewright.patterns import lazily

# Hyphens in a row would become a dash, full stops in a row an ellipsis.
_SPECIAL = lazily(r"""[\\`*_{}\[\]<>#@^~|!$&"':]|-(?=-)|\.(?=\.)""")
_CONTROL = lazily(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_SPACES = lazily(r"\s+")
_SUPERSCRIPT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
_RAISED = lazily(r"[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+")
_POWER = lazily(r"\^(-?\d+)")


def escaped(text: str) -> str:
    """Text that reads the same after Markdown as before: nothing in it is markup, line breaks are spaces."""
    return _SPECIAL.sub(r"\\\g<0>", _CONTROL.sub("", _SPACES.sub(" ", text)))


def symbol(text: str) -> str:
    """A unit's symbol: `mg/m²` is `mg/m^2^`, `× 10^9/L` is `× 10^9^/L`."""
    raised = _RAISED.sub(lambda found: "^" + found[0].translate(_SUPERSCRIPT), text)
    parts = _POWER.split(raised)
    return "".join(f"^{part}^" if index % 2 else escaped(part) for index, part in enumerate(parts))


def span(text: str, kind: str, **attributes: str) -> str:
    """A bracketed span: `[15 d]{.fact key="treatment.start"}`; the text is Markdown already."""
    listed = "".join(f' {name}="{quoted(value)}"' for name, value in attributes.items())
    return f"[{text}]{{.{kind}{listed}}}"


def quoted(value: str) -> str:
    """A text as the value of an attribute, between double quotes."""
    return _CONTROL.sub("", _SPACES.sub(" ", value)).replace("\\", "\\\\").replace('"', '\\"')
