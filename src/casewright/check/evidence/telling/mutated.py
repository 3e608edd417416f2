"""Genes of a tumor or a patient that were looked at for a mutation, each with the result."""

from __future__ import annotations

from collections.abc import Iterator

from casewright.check.evidence.telling.results import Result
from casewright.check.evidence.text.around import stretches_with
from casewright.check.evidence.text.parts import of_patient, part_at
from casewright.check.evidence.text.passage import Passage
from casewright.document.mentions.wordset import words
from casewright.document.reading import Reading
from casewright.patterns import lazily

_SAYING = words(
    "mutation mutations mutated variant variants rearrangement rearrangements wild amplification fusion"
    " sequencing gene genetic oncogene"
)
_GENE = r"(?!DNA|RNA|PCR|NGS|FISH|MRI|TNM)[A-Z][A-Z0-9]{2,6}"
_CHANGE = r"(?:mutations?|rearrangements?|amplification|(?:pathogenic )?variants?|fusion)"
_DETAIL = (
    r"(?: (?:[A-Z]\d{1,4}[A-Z*]?|p\.\S+|c\.\S+|exon \d+|\(\S+\)|gene|heterozygous|somatic|germline"
    r"|activating)){0,3}"
)
_KIND = (
    r"(?:(?:an?|any|the|his|her|novel|known|pathogenic|germline|somatic|activating|heterozygous"
    r"|homozygous|de novo"
    r"|missense|nonsense) ){0,4}"
)


def _named(first: str, second: str) -> str:
    """The change of a gene, and the gene: `KRAS G12D mutation`, `mutation of the KRAS gene`."""
    return (
        rf"{_KIND}(?:(?P<{first}>{_GENE}){_DETAIL} {_CHANGE}"
        rf"|{_CHANGE} (?:of|in) (?:the )?(?P<{second}>{_GENE})\b)"
    )


# `Genetic testing for RET mutations was`, `the RET gene was tested, but came out to be`: before the result.
_TESTED = (
    r"\b(?:(?:[Tt]est(?:s|ed|ing)?|[Ss]equencing|[Aa]nalys[ie]s|[Ss]creen(?:ed|ing)) (?:for|of) "
    rf"{_KIND}(?:{_CHANGE} (?:of|in) (?:the )?)?(?P<NAME>{_GENE})(?: (?:proto-?onco)?gene)?(?: {_CHANGE})?"
    rf"|(?P<NAME2>{_GENE})(?: (?:proto-?onco)?gene)?(?: {_CHANGE})? (?:analysis|testing|sequencing|test|was tested))"
    r",?(?: (?:but|and|which))?(?: it)? (?:was|were|proved|came (?:out|back)(?: to be)?"
    r"|turned out(?: to be)?|returned) "
)


def _tested(first: str, second: str) -> str:
    """A test for a gene, as far as its result."""
    return _TESTED.replace("NAME2", second).replace("NAME", first)


_NONE = lazily(
    rf"\b(?:[Nn]o|[Ww]ithout|[Nn]egative for|[Aa]bsence of|not (?:show|reveal|harbou?r|carry|have)"
    rf"|lacked) {_named('a', 'b')}"
    rf"|\b(?P<c>{_GENE})(?: gene)? (?:was|were|showed|revealed|is)"
    rf" (?:not mutated|wild[- ]type|(?:found to be )?normal|no {_CHANGE})"
    rf"|\b(?P<d>{_GENE})[ -]wild[- ]type"
    rf"|\b(?:[Rr]uled out|[Ee]xcluded) {_named('e', 'f')}|{_tested('g', 'h')}negative\b"
    rf"|\b[Nn]o {_KIND}{_CHANGE} (?:was|were) (?:found|detected|identified|seen|present)"
    rf" (?:in|of) (?:the )?(?P<i>{_GENE})\b"
)
_SOME = lazily(
    r"\b(?:[Hh]arbou?r(?:ed|ing|s)|[Cc]arr(?:ied|ying|ies)|[Rr]evealed|[Ss]howed|[Dd]etected"
    r"|[Ii]dentified|[Ff]ound"
    rf"|[Dd]emonstrated|[Pp]ositive for|[Cc]onfirmed|had|with|of) {_named('a', 'b')}"
    rf"|\b(?P<c>{_GENE}){_DETAIL} {_CHANGE} (?:was|were) (?:found|detected|identified|present|confirmed"
    rf"|positive)"
    rf"|\b(?P<d>{_GENE})(?: gene)? (?:was|were) (?:found to be )?mutated"
    rf"|{_tested('g', 'h')}positive\b"
    rf"|\b[Aa]n? {_KIND}{_CHANGE} (?:of|in) (?:the )?(?P<i>{_GENE})(?: gene)? (?:was|were) (?:found"
    r"|detected|identified)\b"
)
_UNSURE = lazily(
    r"\b(?:if|whether|may|can|could|patients|cases|frequent\w*|common\w*|testing for|screen\w*|search\w*"
    r"|other|parents?"
    r"|mother|father|sister|brother)\b"
)
_GROUPS = tuple("abcdefghi")


def gene_results(reading: Reading) -> Iterator[Result]:
    """Every gene of which the report says that it was mutated, or that it was not."""
    for stretch in stretches_with(reading, _SAYING):
        text = stretch.text
        absent = _NONE.search(text)
        match = absent or _SOME.search(text)
        if match is None or _UNSURE.search(f"{text[: match.start()]}{text[match.end() :]}"):
            continue
        group = next(group for group in _GROUPS if match.groupdict().get(group))
        start = stretch.offset + match.start(group)
        place = Passage(stretch.sentence.block, start, start + len(match[group]))
        ours = of_patient(reading, stretch.sentence.index, start)
        part = part_at(reading, place.block)
        yield Result(place, f"gene {match[group]}", absent is None, part, ours, ("mutated", "not mutated"))
