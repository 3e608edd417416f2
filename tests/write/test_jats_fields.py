"""Fields of a work found in its reference as different styles print it."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest

from casewright.document.pandoc import Pandoc
from casewright.write.jats_fields import find_fields

WORK = """
@article{lee2007, author={Lee, Sung Sook and van der Berg, Jan-Otto and {the ISCM Group}}, title={Cord metastases:
 2007 in review},
 journal={Journal of Neuro-Oncology}, shortjournal={J Neurooncol}, year={2007}, volume={84}, number={1}, pages={85--89},
 doi={10.1007/s11060-007-9345-z}, pmid={17310265}, pmcid={PMC123}}
"""


@pytest.fixture(scope="module")
def work() -> dict[str, Any]:
    with Pandoc() as pandoc:
        found: dict[str, Any] = pandoc.read_bibliography(WORK)["lee2007"]["c"]
    return found


def fields(text: str, work: dict[str, Any]) -> list[tuple[str, str]]:
    return [(field.tag, text[field.start : field.end]) for field in find_fields(text, work)]


STYLES = {
    "World Journal of Gastroenterology": (
        "Lee SS, van der Berg J-O, the ISCM Group. Cord metastases: 2007 in review. J Neurooncol 2007; 84: 85-89 "
        "[PMID: 17310265 DOI: 10.1007/s11060-007-9345-z]",
        [
            ("string-name", "Lee SS"),
            ("string-name", "van der Berg J-O"),
            ("collab", "the ISCM Group"),
            ("article-title", "Cord metastases: 2007 in review"),
            ("source", "J Neurooncol"),
            ("year", "2007"),
            ("volume", "84"),
            ("fpage", "85"),
            ("lpage", "89"),
            ("pub-id", "17310265"),
            ("pub-id", "10.1007/s11060-007-9345-z"),
        ],
    ),
    "American Medical Association": (
        "Lee SS, van der Berg JO, the ISCM Group. Cord Metastases: 2007 in Review. "
        "Journal of Neuro-Oncology. 2007;84(1):85-89. doi:10.1007/s11060-007-9345-z",
        [
            ("string-name", "Lee SS"),
            ("string-name", "van der Berg JO"),
            ("collab", "the ISCM Group"),
            ("article-title", "Cord Metastases: 2007 in Review"),
            ("source", "Journal of Neuro-Oncology"),
            ("year", "2007"),
            ("volume", "84"),
            ("issue", "1"),
            ("fpage", "85"),
            ("lpage", "89"),
            ("pub-id", "10.1007/s11060-007-9345-z"),
        ],
    ),
    "given names first, pages shortened": (
        "S. S. Lee, J.-O. van der Berg et al., “Cord metastases: 2007 in review,” J Neurooncol 84 (2007) 85–9",
        [
            ("string-name", "S. S. Lee"),
            ("string-name", "J.-O. van der Berg"),
            ("article-title", "Cord metastases: 2007 in review"),
            ("source", "J Neurooncol"),
            ("year", "2007"),
            ("fpage", "85"),
            ("lpage", "9"),
        ],
    ),
    "nothing of the work": ("Reference to be identified", []),
}


@pytest.mark.parametrize("style", STYLES)
def test_the_fields_are_found_as_printed(work: dict[str, Any], style: str) -> None:
    text, expected = STYLES[style]

    assert fields(text, work) == expected


def test_fields_never_overlap(work: dict[str, Any]) -> None:
    text = (
        "Lee SS Lee SS. Lee. 84 84 2007 2007 85 85 89 Cord metastases: 2007 in review J Neurooncol 17310265"
    )
    found = find_fields(text, work)

    assert all(one.end <= other.start for one, other in pairwise(found))


def test_initials_of_someone_else_are_not_taken_for_given_names(work: dict[str, Any]) -> None:
    (name, *_) = find_fields("Lee XY. Cord metastases: 2007 in review", work)

    assert (name.start, name.end) == (0, 3)


def test_long_nonsense_takes_no_time(work: dict[str, Any]) -> None:
    assert [field.tag for field in find_fields("Lee " + "a-" * 20_000 + "S" * 20_000, work)] == [
        "string-name"
    ]


def test_a_short_name_that_goes_on_is_taken_whole() -> None:
    with Pandoc() as pandoc:
        works = pandoc.read_bibliography(
            "@article{a, author={Lee, Sung}, title={Liver}, journal={HPB}, shortjournal={HPB (Oxford)}, year={2010}}"
        )

    found = fields("Lee S. Liver. HPB (Oxford) 2010", works["a"]["c"])

    assert ("source", "HPB (Oxford)") in found


def test_the_last_editor_keeps_the_given_names_before_the_bracket() -> None:
    with Pandoc() as pandoc:
        works = pandoc.read_bibliography(
            "@book{b, editor={Lee, Sung and Hart, Nora D}, title={Tumours}, year={2010}, publisher={P}}"
        )

    found = fields("Lee S, Hart ND (eds). Tumours. 2010", works["b"]["c"])

    assert [value for tag, value in found if tag == "string-name"] == ["Lee S", "Hart ND"]
