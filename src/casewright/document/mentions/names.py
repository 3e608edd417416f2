"""Names of analytes, vital signs and scales in running text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from casewright.document.mentions.wordset import ByWord, lowered
from casewright.patterns import lazily
from casewright.quantity.analytes import ANALYTES


class Name(NamedTuple):
    """A printed name of the analyte `key` at characters `start` to `end` of a text."""

    start: int
    end: int
    key: str


_LETTERS = lazily(r"[a-z]+")
# A word; or a name that is printed with no space before its value, as in `BP150/90`.
_TOKEN = lazily(r"(?:bp|hr|rr|gcs)(?=\d)|[^\W_]\w*")
_AFTER = lazily(
    r"(?:s|es)?(?:(?![\w])(?!-\d(?![\d.,/]{0,7}\s?(?:%|°|[a-zA-Zµμ]{1,5}/|/|mm\b|mmHg|kPa)))|(?<=BP|HR|RR)(?=\d)|(?<=GCS)(?=\d))"
)
# Names that are something else before these words, as `pulse` in `pulse therapy`.
_NOT_BEFORE = lazily(
    r"\s?-?(?:therapy|doppler|supplement\w*|infusion|gluconate|chloride|bicarbonate|carbonate"
    r"|citrate|sulph?ate|oxide"
    r"|transfus\w*|concentrates?|replacement|scan|channels?|solution|stain\w*|immuno\w*"
    r"|antibod\w*|gene|receptors?"
    r"|gap|inhibitors?|loss|dropout|ratio|wave|deposits?|metaboli\w*|agonists?|binding|tablets?|units?|lavage"
    r"|wasting|free|positive|negative|resistant|dose|dosing|day|segment|pump|pressure support"
    r"|mask|therapy|kinase|phosphokinase|-[a-zA-Z])\b",
    re.IGNORECASE,
)


# Words before a name that make it another thing: `CD4+ T lymphocytes`, `anti-thyroglobulin`.
_NOT_AFTER = lazily(
    r"(?:\b[TB]|\bNK|\bCD\d+\+?|\b(?:[Aa]typical|[Rr]eactive|[Aa]ctivated|[Bb]and|[Ff]o?etal"
    r"|[Ii]oni[cszd]\w*|[Rr]ecombinant(?: human| murine)?))[ -]\Z|\b(?:[Aa]nti|[Nn]on|[Pp]seudo)-\Z"
)

# Words before a name with which it is another's: `trasferrin saturation`, misspelt too, `bone-specific phosphatase`,
# `the MB isoenzyme of CK`, `delta bilirubin`.
_OF_ANOTHER = {
    "oxygen_saturation": lazily(r"(?:fer{1,2}[ie]n|[Ii]ron|[Vv]enous|[Tt]issue|[Bb]ase|[Ff]at)[ -]\Z"),
    "potassium": lazily(r"gap (?:includ|with)\w* \Z"),  # `anion gap including potassium`
    "albumin": lazily(r"(?:correct|adjust)ed for \Z"),
    # salts, of which a solution holds so much: `potassium chloride 40 mmol/L`
    "chloride": lazily(r"(?:[Pp]otassium|[Ss]odium|[Cc]alcium|[Mm]agnesium|[Aa]mmonium|\bKCl|\bNaCl)[ -]\Z"),
    "bicarbonate": lazily(r"[Ss]odium[ -]\Z"),
    # the hormone made of it: `1,25-OH-D`, `1,25-dihydroxy vitamin D`
    "vitamin_d": lazily(
        r"\b(?:1|1α|24)\s?[,.;]\s?(?:25[\w() -]{0,14})?\Z|[Dd]ihydroxy[- ]?\Z|\b[Aa]ctiv\w+ \Z"
    ),
    "alp": lazily(r"(?:specific|[Bb]one|[Pp]lacental|[Ii]ntestinal|[Nn]eutrophil|[Ll]eukocyte)[ -]\Z"),
    "ldl": lazily(r"(?:[Vv]ery)[ -]\Z"),
    "bilirubin_total": lazily(r"(?:[Dd]elta|δ|[Uu]nbound)[ -]\Z"),
    "c3": lazily(r"\bC\d{1,2}\s?/\s?\Z"),  # acylcarnitines: `C5/C3`
    "psa": lazily(r"(?:[Ff]ree|[Cc]omplexed|ratio of|[Ff]ree[ -]to[ -]total|/|%)[ -]?\Z"),
    "ck": lazily(r"(?:iso(?:en)?zymes?|fractions?|MB) of \Z"),
    "blood_pressure": lazily(r"(?:[Pp]ulmonary|[Pp]ulmonic)[ -]\Z"),
}


_TWO_KINDS = lazily(
    r"\b(?P<kind>total|direct|conjugated)(?=(?: and |/| & |, )(?:total|direct|conjugated|indirect|unconjugated)"
    r" (?:serum )?bilirubin)"
)
_KINDS_SHARED = {"total": "bilirubin_total", "direct": "bilirubin_direct", "conjugated": "bilirubin_direct"}
# Names that stand for a measure beside the word for its fluid alone, which `fluids` looks for.
_IN_A_FLUID = {"protein": "csf_protein"}

# Words before `and` that share the head of the name behind: `total and direct bilirubin`, `LDL and HDL cholesterol`.
_SHARING = lazily(r"\b(total|direct|conjugated|indirect|unconjugated|ldl|hdl)(?:\s(?:and|or)\s|\s?[/,]\s?)\Z")
_SHARED = {
    "bilirubin": {
        "total": "bilirubin_total", "direct": "bilirubin_direct", "conjugated": "bilirubin_direct",
        "indirect": "bilirubin_indirect", "unconjugated": "bilirubin_indirect",
    },
    "cholesterol": {"total": "cholesterol", "ldl": "ldl", "hdl": "hdl"},
}  # fmt: skip

_Spelled = tuple[tuple[str, ...], bool, str]  # how a name is printed, whether its case counts, its key


def _spelled() -> Iterator[_Spelled]:
    """Every name of an analyte."""
    for analyte in ANALYTES.values():
        for name in analyte.names:
            cased = not name.islower() and (len(name) < 5 or not name[1:].islower())
            # `Troponin I` at the beginning of a sentence; `high-density-lipoprotein` is one with spaces
            printed = (name, name[0].upper() + name[1:]) if cased else (name.lower().replace("-", " "),)
            yield printed, cased, analyte.key
    for name, key in _IN_A_FLUID.items():
        yield (name,), False, key


def _index() -> dict[str, tuple[_Spelled, ...]]:
    """The names by their first word in small letters, longest first."""
    index: dict[str, list[_Spelled]] = {}
    for spelled in _spelled():
        first = _TOKEN.match(spelled[0][0])
        if first is None:
            raise ValueError(f"the name `{spelled[0][0]}` of {spelled[2]} begins with a sign")
        index.setdefault(first[0].lower(), []).append(spelled)
    return {word: tuple(sorted(names, key=lambda name: -len(name[0][0]))) for word, names in index.items()}


_MANY = 60  # names that have one word, by which none of them is looked for: `serum`, `concentration`
_Beside = tuple[
    frozenset[str], tuple[str, ...]
]  # the other words of a name; how it is printed, where its case counts


def _beside() -> dict[str, tuple[_Beside, ...]]:
    """The longest word of every name that few others have, in small letters without digits, with what else it needs.

    The last word of a name may stand in the plural.
    """
    names = [
        (_LETTERS.findall(printed[0].lower()), printed if cased else ()) for printed, cased, _ in _spelled()
    ]
    having = Counter(word for name, _ in names for word in {*name})
    beside: dict[str, set[_Beside]] = {}
    for name, printed in names:
        for plural in ("", "es" if name[-1].endswith(("s", "x")) else "s"):
            said = [*name[:-1], name[-1] + plural]
            telling = min(range(len(said)), key=lambda at: (having[name[at]] > _MANY, -len(name[at])))
            beside.setdefault(said[telling], set()).add((frozenset(said) - {said[telling]}, printed))
    alone: _Beside = (frozenset(), ())
    return {word: (alone,) if alone in others else tuple(others) for word, others in beside.items()}


_INDEX = _index()
_BESIDE = _beside()
_TELLING = frozenset(_BESIDE)


def _fraction(text: str, last: Name | None, start: int) -> str:
    """Of which lipoprotein the cholesterol is that is named at `start`: `low-density lipoprotein (LDL) cholesterol`."""
    if last is None or last.key not in ("ldl", "hdl"):
        return "cholesterol"
    return last.key if text[last.end : start] in (" ", ") ", "-", ")-") else "cholesterol"


def may_name(text: str, words: frozenset[str]) -> bool:
    """Whether a sentence of these words, in small letters, can name an analyte: it has every word of a name."""
    if words.isdisjoint(_TELLING):
        return False
    for word in words & _TELLING:
        for others, printed in _BESIDE[word]:
            if others <= words and (not printed or any(map(text.__contains__, printed))):
                return True
    return False


_BEGUN = ByWord(
    lambda piece: tuple(
        (word.start(), _INDEX[word[0]]) for word in _TOKEN.finditer(piece) if word[0] in _INDEX
    )
)


def _begun(lower: str) -> Iterator[tuple[int, tuple[_Spelled, ...]]]:
    """Where the names of analytes may begin, and which."""
    return ((at + start, names) for at, those in _BEGUN.along(lower) for start, names in those)


@lru_cache(maxsize=1024)  # figures and judgements ask for the names of the same sentences
def find_names(text: str) -> tuple[Name, ...]:
    """Every name of an analyte in `text`, the longest at each place, none overlapping."""
    lower = lowered(text)
    spaced = lower.replace("-", " ")
    names: list[Name] = []
    end = 0
    for start, spelled in _begun(lower):
        if start < end:
            continue
        for printed, cased, key in spelled:
            if not (text if cased else spaced).startswith(printed, start):
                continue
            if text[start - 1 : start] in (" ", "-") and _NOT_AFTER.search(text, max(0, start - 20), start):
                continue
            other = _OF_ANOTHER.get(key)
            if other is not None and other.search(text, max(0, start - 20), start):
                continue
            after = _AFTER.match(text, start + len(printed[0]))
            if after is None or _NOT_BEFORE.match(text, after.end()):
                continue
            end = after.end()
            if key == "cholesterol":
                key = _fraction(text, names[-1] if names else None, start)
            names += [*_sharing(lower, start, end), Name(start, end, key)]
            break
    return tuple(sorted(names + list(_shared(lower)))) if "bilirubin" in lower else tuple(names)


def _shared(lower: str) -> Iterator[Name]:
    """The first of two kinds that share a name: `total and direct bilirubin`."""
    for match in _TWO_KINDS.finditer(lower):
        yield Name(match.start(), match.end("kind"), _KINDS_SHARED[match["kind"]])


def _sharing(lower: str, start: int, end: int) -> Iterator[Name]:
    """The name before another whose last word is its own as well: `total` of `total and direct bilirubin`."""
    head = lower[start:end].rpartition(" ")[2]
    keys = _SHARED.get(head)
    before = _SHARING.search(lower, max(0, start - 20), start) if keys else None
    if keys and before and before[1] in keys:
        yield Name(before.start(1), before.end(1), keys[before[1]])


def with_short_forms(text: str, names: Sequence[Name]) -> list[Name]:
    """The names, where `creatinine (Cr)` is one and not two."""
    joined: list[Name] = []
    for name in names:
        last = joined[-1] if joined else None
        short = last is not None and last.key == name.key and text[last.end : name.start] in (" (", " [", "(")
        if last is not None and short and text[name.end : name.end + 1] in (")", "]"):
            joined[-1] = Name(last.start, name.end + 1, name.key)
        else:
            joined.append(name)
    return joined
