"""Stains of tissue and their results."""

from __future__ import annotations

import re
from collections.abc import Iterator

from casewright.document.mentions.terms.found import Term
from casewright.document.mentions.wordset import words
from casewright.patterns import lazily

_RESULTS = words(
    "positive positivity negative negativity positively negatively reactive reactivity"
    " immunoreactive immunoreactivity "
    "stain stains stained staining immunohistochemistry immunohistochemical immunopositive"
    " immunonegative expressed expression expressing express"
)
_MARKERS = (
    r"CD\s?-?\d{1,3}[a-z]?|CK\s?-?\d{1,2}(?:/\d{1,2})?|CAM\s?5\.2|AE1\s?/\s?AE3|S-?100(?:"
    r" ?protein)?|SMA|HMB-?45|TTF-?1|CDX-?2|PAX-?\d|p53|p63|p40|p16|WT-?1|ER|PR"
    r"|HER-?2(?:/neu)?|Her-?2|EMA|GFAP|NSE|DOG-?1"
    r"|c-?[Kk][Ii][Tt]|synaptophysin|chromogranin(?:[ -]A)?|vimentin|desmin|actin|alpha-smooth"
    r" muscle actin|smooth muscle actin|α-SMA|cytokeratins?(?: ?\d{1,2})?|pancytokeratin"
    r"|keratin|melan-?A|calretinin|inhibin|mucicarmin(?:e)?|PAS"
    r"|Congo red|Ziehl[- ]Neelsen|acid-fast|caldesmon|h-caldesmon|myogenin|MyoD1|BCL-?[26]"
    r"|bcl-?[26]|MUM-?1|HHV-?8|EBER|Glypican-?3|glypican-?3|HepPar-?1|Hep ?Par-?1|arginase-?1"
    r"|AFP|CEA|GATA-?3|SOX-?10|calponin|myosin|mammaglobin|napsin A|beta-catenin|β-catenin"
    r"|E-cadherin|"
    r"ALK(?:-1)?|ERG|Factor VIII|D2-40|podoplanin|NKX2\.2|INI-?1|STAT-?6|MDM-?2|CDK-?4|insulin"
    r"|gastrin|glucagon|somatostatin|calcitonin|thyroglobulin|PSA|tryptase|lysozyme"
    r"|myeloperoxidase|MPO|IgG4|kappa|lambda|LCA|PLAP|OCT-?4|beta-hCG|MART-?1|tyrosinase"
    r"|neurofilament|NeuN|cyclin D1|granzyme B|TIA-?1|C-?kit|CA ?125|MLH1|MSH[26]|PMS2|PD-L1"
    r"|Gram|GMS|Grocott|silver|Giemsa|alcian blue"
)
_NAME = lazily(rf"(?<![\w-])(?:{_MARKERS})(?![\w]|-(?!positive|negative|immuno))")
_POSITIVE = lazily(
    r"\b(?P<negated>not |no |lack(?:ed|ing)? (?:of )?|without |absence of |loss of"
    r" )?(?:(?:diffusely |strongly |focally |weakly |immuno|partially |partly )*"
    r"(?P<word>[Pp]ositiv(?:e|ity)|[Nn]egativ(?:e|ity)|(?:immuno)?[Rr]eactiv(?:e|ity)"
    r"|[Ee]xpress(?:ed|es|ing|ion)?|[Ss]tained positively|[Ss]tained negatively)"
    r"(?: (?:staining|stain|immunostaining|expression|immunoreactivity|immunoreaction|reaction"
    r"|results?|immunohistochemical staining))?)(?P<for> (?:for|of|to|with|in))?(?: the| both|"
    r" all| antibodies (?:against|to))?(?P<colon>:)? ?"
)
_LIST = lazily(
    rf"(?:(?:{_MARKERS})(?: ?\([^()]{{1,30}}\))?(?:[- ]?(?:protein|antigen|marker|stain"
    r"|antibody))?(?:, (?:and |or |but )?| and | or |/|; | as well as )?(?:the |also |focally "
    r"|for )?)+"
)
_SIGN = lazily(
    rf"(?<![\w-])(?P<name>{_MARKERS}) ?(?:\((?P<sign>[+−–-]{{1,3}}|positive|negative)\)"
    r"|(?P<mark>[+]|−)(?=[,;.)\s])|-(?P<word>positive|negative)\b)"
)
# `CD4+ T cells` and `Gram-negative bacilli` are kinds of cells, not results of a stain.
_KIND_OF_CELL = lazily(
    r",? ?(?:\w+ )?(?:T\b|B\b|NK|cells?|T-cell|lymph|counts?|bacil|cocc|rods?|organism|bacteri"
    r"|strep|staph|diplo|pathogen)"
)
_BEFORE = lazily(
    rf"(?P<list>(?:(?:{_MARKERS})(?:, (?:and )?| and | or |/|; )?)+)(?: stains?| immunostain\w*"
    r"| staining| immunohistochemistry)? (?:was|were|is|are|stains? (?:was|were)|turned out"
    r"|came back|showed) (?:all |both |strongly |diffusely |also |focally |weakly"
    r" )*(?P<word>positive|negative|expressed|not expressed)\b(?! for)"
)


def speaks_of_result(word: str) -> bool:
    return word in _RESULTS


def find_stains(text: str) -> Iterator[Term]:
    """Every named stain whose result the sentence gives: `positive for A and B but negative for C`, `A (+)`."""
    done: set[int] = set()
    for match in _SIGN.finditer(text):
        if match["name"].startswith(("CD", "Gram")) and _KIND_OF_CELL.match(text, match.end()):
            continue
        sign = match["sign"] or match["mark"] or match["word"]
        done.add(match.start())
        yield _term(match.start("name"), match["name"], sign[0] in "+p")
    for match in _BEFORE.finditer(text):
        for name in _NAME.finditer(text, match.start("list"), match.end("list")):
            if name.start() not in done:
                done.add(name.start())
                yield _term(name.start(), name[0], match["word"] in ("positive", "expressed"))
    for match in _POSITIVE.finditer(text):
        if (
            match["for"] is None
            and match["colon"] is None
            and not match["word"].lower().startswith("express")
        ):
            continue
        names = _LIST.match(text, match.end())
        if names is None:
            continue
        good = not match["word"].lower().startswith(("neg", "stained neg")) and match["negated"] is None
        for name in _NAME.finditer(text, names.start(), names.end()):
            if name.start() not in done:
                done.add(name.start())
                yield _term(name.start(), name[0], good)


def _term(start: int, name: str, positive: bool) -> Term:
    stain = re.sub(r"[\s-]+(?=\d)", "", name.lower()).replace("-", " ")
    return Term(start, start + len(name), "stain", "positive" if positive else "negative", stain)
