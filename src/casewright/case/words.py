"""Names and words for messages: the nearest that exist, lists, clipped quotes."""

from __future__ import annotations

from collections.abc import Iterable

# A name becomes an attribute in templates, where these already mean something else.
TAKEN = frozenset(name for name in dir(dict) if not name.startswith("_"))


def is_name(text: str) -> bool:
    """Whether an author may choose this as the name of an entry: letters, digits and `_`, a letter first."""
    return text.isascii() and text.isidentifier() and not text.startswith("_")


def is_id(text: str) -> bool:
    """Whether this is the id of a fact: names and numbers of list items, joined by dots."""
    first, *others = text.split(".")
    return bool(others) and is_name(first) and all(part.isdecimal() or is_name(part) for part in others)


def nearest(name: str, known: Iterable[str], likeness: float = 0.6) -> str:
    """The known name that is spelled most like this one; "" where none is like it."""
    from difflib import get_close_matches

    by_folded = {option.lower(): option for option in known}
    matches = get_close_matches(name.lower()[:80], by_folded, 1, likeness)
    return by_folded[matches[0]] if matches else ""


def suggestion(name: str, known: Iterable[str], otherwise: str = "") -> str:
    """The hint `did you mean ...?`, or another where no known name is like this one; ids must be more alike."""
    near = nearest(name, known, 0.8 if "." in name else 0.6)
    return f"did you mean `{near}`?" if near else otherwise


def either(options: Iterable[str]) -> str:
    """`a`, `b` or `c`."""
    *others, last = [f"`{option}`" for option in options]
    return f"{', '.join(others)} or {last}" if others else last


def clip(text: str) -> str:
    """At most 60 characters of a text."""
    return text if len(text) <= 60 else text[:59] + "…"


def in_sentence(about: str) -> str:
    """The first sentence of a description, to go on after a colon."""
    first = about.split(". ")[0].rstrip(".")
    return first if first[:2].isupper() else first[:1].lower() + first[1:]
