"""Citations as co-authors type them."""

from __future__ import annotations

import pytest

from casewright.document.bibliography import parse_bibliography
from casewright.revise.citing import Works, works_of
from casewright.revise.markup import as_source

BIB = """
@article{lee2007, author={Lee, Sung and Kim, Ho}, title={First}, year={2007}}
@article{mueller2012, author={Ann M{\u00fc}ller}, title={Second}, year={2012}}
@article{may2015, author={May, A}, title={Third}, year={2015}}
@article{may2015b, author={May, B}, title={Fourth}, year={2015}}
"""


@pytest.fixture(scope="module")
def works() -> Works:
    return works_of(("lee2007", "mueller2012", "may2015"), parse_bibliography(BIB))


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("rare (Lee 2007).", "rare[@lee2007]."),
        ("rare (Lee and Kim, 2007).", "rare[@lee2007]."),
        ("rare (Lee & Kim 2007).", "rare[@lee2007]."),
        ("rare (Lee et al., 2007; Muller 2012).", "rare[@lee2007; @mueller2012]."),
        ("rare (M\u00fcller 2012)", "rare[@mueller2012]"),
        ("rare [1].", "rare [@lee2007]."),
        ("rare[1,2].", "rare[@lee2007; @mueller2012]."),
        ("rare[1\u20133]", "rare[@lee2007; @mueller2012; @may2015]"),
        ("in spring (May 2015)", "in spring (May 2015)"),  # two works have that name
        ("late (2007)", "late (2007)"),
        ("rare[9]", "rare\\[9\\]"),
        ("rare[3-1]", "rare\\[3-1\\]"),
        ("(see Lee)", "(see Lee)"),
    ],
)
def test_what_names_a_work_is_a_citation_and_all_else_is_text(works: Works, typed: str, written: str) -> None:
    assert as_source(typed, works, False) == written


def test_what_looks_like_a_citation_of_another_work_is_told(works: Works) -> None:
    assert works.unknown("a (Smith 2010) b (Lee 2007) c (2010) d (Lee 2007; Doe et al 2011)") == [
        "(Smith 2010)",
        "(Lee 2007; Doe et al 2011)",
    ]


def test_hostile_brackets_take_no_time(works: Works) -> None:
    assert works.unknown("(" + "a " * 50_000 + ")") == []
    assert works.cited("[1" + ",1" * 50_000) == []
