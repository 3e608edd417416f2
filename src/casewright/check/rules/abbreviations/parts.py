"""The parts of a manuscript in which abbreviations are counted, and the abbreviations that need no definition."""

from __future__ import annotations

from collections.abc import Iterator

from casewright.document.mentions.model import AbbreviationMention
from casewright.document.reading import Reading
from casewright.document.roles import part_of

# Those that journals print without a long form. By convention: no one list is shared by all journals. It keeps to what
# a clinician of any field reads at sight; symbols of units, elements and genes are recognised by their look instead.
NEEDS_NONE = frozenset(
    [
        "AIDS",
        "HIV",
        "DNA",
        "RNA",
        "mRNA",
        "cDNA",
        "ATP",
        "PCR",
        "pH",
        "UV",
        "IQ",
        "USA",
        "US",
        "UK",
        "EU",
        "UN",
        "WHO",
        "FDA",
        "CDC",
        "NIH",
        "NLM",
        "MD",
        "PhD",
        "AM",
        "PM",
        "vs",
        "CT",
        "MRI",
        "ECG",
        "EKG",
        "ICU",
        "WBC",
        "RBC",
        "CSF",
        "ESR",
        "BP",
        "HR",
        "IgA",
        "IgD",
        "IgE",
        "IgG",
        "IgM",
        "ELISA",
        "EDTA",
        "LD50",
        "CI",
        "SD",
        "SE",
        "IU",
        "COVID-19",
        "SARS-CoV-2",
        "PubMed",
        "MEDLINE",
        "JAMA",
        "BMJ",
        "NEJM",
        "ICMJE",
        "CARE",
        "DOI",
        "PMID",
        "ORCID",
    ]
)

COUNTED = ("abstract", "core_tip", "main", "comments")
_ALONE = ("learning_points", "highlights")  # boxes that are read by themselves


def by_part(reading: Reading) -> dict[str, list[AbbreviationMention]]:
    """The abbreviations in running text, by part: what stands in headings, legends and tables is left out."""
    parts: dict[str, list[AbbreviationMention]] = {}
    for mention in reading.abbreviations:
        part = mention.role if mention.role in _ALONE else part_of(mention.role)
        if part in (*COUNTED, *_ALONE) and reading.blocks[mention.block][1].kind in ("paragraph", "item"):
            parts.setdefault(part, []).append(mention)
    return parts


def by_short_form(mentions: list[AbbreviationMention]) -> dict[str, list[AbbreviationMention]]:
    """The mentions of each short form, in reading order."""
    forms: dict[str, list[AbbreviationMention]] = {}
    for mention in mentions:
        forms.setdefault(mention.short, []).append(mention)
    return forms


def is_bracketed(reading: Reading, mention: AbbreviationMention) -> bool:
    """Whether the short form stands alone in brackets: defined there, or meant to be."""
    text = reading.blocks[mention.block][1].text
    return text[max(0, mention.start - 1) : mention.start] in ("(", "[") and text[
        mention.end : mention.end + 1
    ] in tuple(")],;")


def definitions(reading: Reading) -> Iterator[AbbreviationMention]:
    """Every definition, wherever it stands."""
    return (mention for mention in reading.abbreviations if mention.long)


def exchanged(short: str) -> Iterator[str]:
    """A short form with each two neighboring letters exchanged in turn: IFMT of IMFT."""
    for at in range(len(short) - 1):
        one, other = short[at], short[at + 1]
        if one != other and one.isalpha() and other.isalpha():
            yield short[:at] + other + one + short[at + 2 :]
