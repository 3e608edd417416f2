"""Citations that a co-author typed: `[11]` is the eleventh work of the reference list, `(Lee 2007)` one of refs.bib."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from casewright.document.bibliography import Bibliography

_TYPED = re.compile(
    r"\[(?P<numbers>\d{1,3}(?:[-–]\d{1,3})?(?:, ?\d{1,3}(?:[-–]\d{1,3})?)*)\]| ?\((?P<names>[^()\n]{5,200})\)"
)
_NAMED = re.compile(
    r"(?P<name>[^\W\d_][\w'’ -]{0,40}?)(?: et al\.?| (?:and|&) [^\W\d_][\w'’ -]{0,40})?,? (?P<year>\d{4})"
)


@dataclass(frozen=True, slots=True)
class Works:
    """What can be cited: the keys of the reference list in its order, the first is cited as 1; and works by name.

    `named` gives the keys of all works by the first author's family name, in small letters without accents, and the
    year of publication.
    """

    references: Sequence[str] = ()
    named: Mapping[tuple[str, str], Sequence[str]] = field(default_factory=dict)

    def with_citations(
        self, typed: str, cite: Callable[[Sequence[str]], str], rest: Callable[[str], str]
    ) -> str:
        """The text with what `cite` makes of the keys of each citation, and what `rest` makes of all between.

        A number that the list does not have, and a name that no work or several have, are no citations.
        """
        pieces = []
        at = 0
        for found in _TYPED.finditer(typed):
            keys = self._keys(found)
            if keys:
                pieces += [rest(typed[at : found.start()]), cite(keys)]
                at = found.end()
        return "".join([*pieces, rest(typed[at:])])

    def cited(self, typed: str) -> list[str]:
        """The keys of all citations in a text."""
        return list(dict.fromkeys(key for found in _TYPED.finditer(typed) for key in self._keys(found)))

    def unknown(self, typed: str) -> list[str]:
        """What looks like a citation by name and year, of a work that refs.bib does not have."""
        return [
            found[0].strip()
            for found in _TYPED.finditer(typed)
            if found["names"] and not self._keys(found) and all(map(_NAMED.fullmatch, _parts(found["names"])))
        ]

    def _keys(self, found: re.Match[str]) -> list[str]:
        listed = self._numbered(found["numbers"]) if found["numbers"] else self._named(found["names"])
        return list(dict.fromkeys(listed))

    def _numbered(self, numbers: str) -> list[str]:
        keys: list[str] = []
        for part in numbers.replace("–", "-").split(","):
            first, _, last = part.strip().partition("-")
            low, high = int(first), int(last or first)
            if not 1 <= low <= high <= len(self.references):
                return []
            keys += self.references[low - 1 : high]
        return keys

    def _named(self, names: str) -> list[str]:
        keys: list[str] = []
        for part in _parts(names):
            found = _NAMED.fullmatch(part)
            works = self.named.get((_plain(found["name"]), found["year"]), ()) if found else ()
            if len(works) != 1:
                return []
            keys += works
        return keys


def works_of(references: Sequence[str], bibliography: Bibliography) -> Works:
    """The works of a reference list and of refs.bib."""
    named: dict[tuple[str, str], list[str]] = {}
    for key, entry in bibliography.entries.items():
        first = re.split(r"\sand\s", entry.fields.get("author", ""), maxsplit=1)[0].strip("{} ")
        family = first.partition(",")[0] if "," in first else first.rpartition(" ")[2]
        year = entry.fields.get("year", "") or entry.fields.get("date", "")[:4]
        if family and year:
            named.setdefault((_plain(family), year.strip("{} ")), []).append(key)
    return Works(references, named)


def _parts(names: str) -> list[str]:
    return [part.strip() for part in names.split(";")]


def _plain(name: str) -> str:
    """A name in small letters, without accents and braces."""
    letters = unicodedata.normalize("NFKD", name.replace("{", "").replace("}", "").strip())
    return "".join(letter for letter in letters if not unicodedata.combining(letter)).casefold()
