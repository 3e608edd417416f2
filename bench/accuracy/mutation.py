"""Change one of several agreeing places of real reports, by script, and count how many changes the checker sees.

    python bench/accuracy/mutation.py --corpus DIR [--reports 100] [--each 1] [--missed]

A figure, age, sex, side or unit is changed where the same words stand in two or more paragraphs of a report: a figure
and a side with three content words of their sentence in common, so that both places mean one thing. Sentences of
studies, of other people and of rules are left out. The choice is made by regular expressions of this script alone, with
a fixed seed. A mutant counts as caught where the report has a finding of the families agreement, arithmetic or
plausibility that the unchanged report does not have; notes are counted apart. None of the corpus is copied anywhere:
the changed text lives in a temporary folder. Reports are text, or JATS with each paragraph, heading and cell put on a
line of its own; the list of references is left as it is.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from planted import findings_of, new_findings

from casewright.errors import CasewrightError

_FIGURE = re.compile(
    r"(?<![\d.,/×x-])(?P<number>\d{1,6}(?:\.\d+)?)(?P<gap>[\s-]?)"
    r"(?P<unit>mm|cm|mg/d[lL]|g/d[lL]|mmol/[lL]|mg/[lL]|[µμ]mol/[lL]|I?U/[lL]|mg|mL|ml|kg|mmHg|°C|ng/m[lL]|weeks?|wk|months?|mo|days?|d|years?|h)\b"
    r"(?![\s-]?old)"
)
_AGE = re.compile(r"\b(?P<number>\d{1,2})(?P<rest>[\s-](?:year|month)s?[\s-]old\b)")
_SEX = re.compile(r"(?P<lead>[\s-]old,?\s(?:[\w-]+\s){0,2}?)(?P<sex>man|woman|male|female|boy|girl)\b")
_SIDE = re.compile(r"\b(?P<side>left|right)(?P<rest>[\s-](?P<thing>[a-z]{4,}))\b")
_WORD = re.compile(r"[a-zA-Z]{5,}")
_COMMON = {
    "patient",
    "patients",
    "after",
    "before",
    "which",
    "showed",
    "there",
    "their",
    "during",
    "figure",
    "about",
    "other",
    "report",
}
# Sentences of other people, of studies and of rules, and lines of tables and lists of abbreviations.
_FOREIGN = re.compile(
    r"\t|\bet al\b|\[\d+[\d,\s–-]*\]|[a-z.,]\d{1,2}(?:[,–-]\d{1,2})*(?:\s|$)|\b(?:patients|cases"
    r"|studies|study|literature|series|usually|recommended"
    r"|reported (?:by|in|a)|most|generally|guidelines?|normal|reference|mother|father|donor|brother"
    r"|sister|should|may be)\b|;\s[A-Z]{2,}[,:]"
)
# In JATS: where a line is begun, what marks a citation, and any other mark.
_BLOCK = re.compile(r"<(?:p|title|article-title|abstract|td|th|caption|label)\b|</(?:p|title|article-title)>")
_CITATION = re.compile(r"<xref[^<>]*\bbibr\b.*?</xref>", re.DOTALL)
_TAG = re.compile(r"<[^<>]*>")
_SWAP = {
    "man": "woman", "woman": "man", "male": "female", "female": "male", "boy": "girl", "girl": "boy",
    "left": "right", "right": "left",
}  # fmt: skip
_UNITS = {
    "g/dL": "g/L", "g/dl": "g/l", "mg/dL": "g/dL", "mg/dl": "g/dl", "mmol/L": "mol/L", "mmol/l": "mol/l",
    "mm": "cm", "cm": "mm",
    "mg": "g", "µmol/L": "mmol/L", "μmol/L": "mmol/L", "mg/L": "g/L", "mg/l": "g/l", "days": "weeks",
    "weeks": "months", "months": "years",
}  # fmt: skip


@dataclass(frozen=True)
class Mutant:
    """One changed place: `text[start:end]` becomes `new`."""

    family: str
    start: int
    end: int
    new: str
    places: int


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--reports", type=int, default=100)
    parser.add_argument("--each", type=int, default=1, help="mutants of each family in one report, at most")
    parser.add_argument("--missed", action="store_true", help="print what was changed and not seen")
    options = parser.parse_args()
    files = sorted(path for path in options.corpus.rglob("*") if path.suffix in (".txt", ".xml"))
    random.Random(1).shuffle(files)
    made: Counter[str] = Counter()
    caught: Counter[str] = Counter()
    noted: Counter[str] = Counter()
    reports = 0
    for path in files:
        text = path.read_text(encoding="utf-8")
        if path.suffix == ".xml":
            text = _BLOCK.sub(r"\n\g<0>", text)
        mutants = list(mutants_of(text, random.Random(path.name), options.each))
        if not mutants or reports == options.reports:
            continue
        try:
            before = findings_of(text, path.suffix)
        except CasewrightError:
            continue
        reports += 1
        for mutant in mutants:
            changed = text[: mutant.start] + mutant.new + text[mutant.end :]
            fresh = new_findings(before, findings_of(changed, path.suffix))
            made[mutant.family] += 1
            caught[mutant.family] += any(finding.severity != "note" for finding in fresh)
            noted[mutant.family] += bool(fresh)
            if options.missed and not any(finding.severity != "note" for finding in fresh):
                around = text[max(0, mutant.start - 70) : mutant.end + 50].replace("\n", " | ")
                sys.stdout.write(
                    f"missed {path.stem} {mutant.family} {text[mutant.start : mutant.end]!r}"
                    f" -> {mutant.new!r}: {around}\n"
                )
    for family in (*sorted(made), "all"):
        n, hits, notes = (c.total() if family == "all" else c[family] for c in (made, caught, noted))
        sys.stdout.write(
            f"{family:8} {hits:4} of {n:4} caught ({hits / max(1, n):.1%}),"
            f" with notes {notes} ({notes / max(1, n):.1%})\n"
        )
    sys.stdout.write(f"{reports} reports\n")
    return 0


def mutants_of(text: str, choice: random.Random, each: int = 1) -> Iterator[Mutant]:
    """Mutants of a report, at most so many of each family."""
    ends = [end for end in (text.rfind("\nReferences"), text.find("<ref-list")) if end >= 0]
    body = text[: min(ends, default=len(text))]
    start = body.find("<article-title")
    figures = _agreeing(body, _FIGURE, lambda m: (m["number"], m["unit"]))
    units = [(m, n) for m, n in figures if m["unit"] in _UNITS]
    ages = _agreeing(body, _AGE, lambda m: m["number"], alike=False)
    sexes = _agreeing(body, _SEX, lambda m: m["sex"], alike=False)
    sides = _agreeing(body, _SIDE, lambda m: (m["side"], m["thing"]))
    for family, found, group, other in (
        ("figure", figures, "number", _other_number),
        ("unit", units, "unit", _UNITS.__getitem__),
        ("age", ages, "number", _other_number),
        ("sex", sexes, "sex", _SWAP.__getitem__),
        ("side", sides, "side", _SWAP.__getitem__),
    ):
        places = [(match, n) for match, n in found if match.start() > start]
        for match, n in choice.sample(places, min(each, len(places))):
            yield Mutant(family, match.start(group), match.end(group), other(match[group]), n)


def _agreeing(
    text: str, pattern: re.Pattern[str], key: Callable[[re.Match[str]], object], *, alike: bool = True
) -> list[tuple[re.Match[str], int]]:
    """The matches whose key stands in another paragraph too, in a sentence with a content word in common."""
    groups: dict[object, list[re.Match[str]]] = {}
    for match in pattern.finditer(text):
        if _FOREIGN.search(_sentence(text, match)):
            continue
        groups.setdefault(key(match), []).append(match)
    found = []
    for matches in groups.values():
        for match in matches:
            others = [m for m in matches if _paragraph(text, m) != _paragraph(text, match)]
            others = [m for m in others if not alike or len(_words(text, m) & _words(text, match)) >= 3]
            if others:
                found.append((match, 1 + len(others)))
    return found


def _paragraph(text: str, match: re.Match[str]) -> int:
    return text.rfind("\n", 0, match.start())


def _sentence(text: str, match: re.Match[str]) -> str:
    """The words around a match in its sentence; of JATS without the marks but with its citations."""
    start = max(text.rfind(". ", 0, match.start()), text.rfind("\n", 0, match.start())) + 1
    ends = [end for end in (text.find(". ", match.end()), text.find("\n", match.end())) if end >= 0]
    around = text[start : match.start()] + " " + text[match.end() : min(ends, default=len(text))]
    return _TAG.sub("", _CITATION.sub("[0]", around))


def _words(text: str, match: re.Match[str]) -> set[str]:
    words = {word.lower()[:6] for word in _WORD.findall(_sentence(text, match))}
    return words - {word[:6] for word in _COMMON}


def _other_number(number: str) -> str:
    """Another number of as many digits: the first two different digits exchanged, else the last one raised."""
    digits = list(number)
    places = [i for i, digit in enumerate(digits) if digit.isdigit()]
    for left, right in pairwise(places):
        if digits[left] != digits[right] and not (left == places[0] and digits[right] == "0"):
            digits[left], digits[right] = digits[right], digits[left]
            return "".join(digits)
    digits[places[0]] = str(int(digits[places[0]]) % 9 + 1)
    return "".join(digits)


if __name__ == "__main__":
    raise SystemExit(main())
