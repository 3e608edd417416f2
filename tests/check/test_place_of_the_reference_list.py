"""The reference list may stand before legends and appendices, as in JATS: sentences and stretches count apart there."""

from dataclasses import replace

import pytest

from casewright.check.runner import check_document
from casewright.document.model import Block, Section
from casewright.document.reading import Reading
from casewright.read import read_manuscript

CASE = """CASE REPORT
A woman came with headache. In February 2011 the biopsy showed a second relapse in the meninges.
She was treated by radiation. She went home well. At one year she worked again.

DISCUSSION
She weighed 61 kg. The variant c.34G>T was found, in codon 12.

Figure 1 MRI at the biopsy of the second meningeal relapse in February 2012.
"""
LIST = Section(
    "references",
    "References",
    tuple(
        Block(
            "reference",
            f"{number}. Adler B. A title. A second sentence. J Test 2001; 4: 5-9.",
            key=str(number),
        )
        for number in range(1, 9)
    ),
)


@pytest.mark.parametrize("place", [0, 1])
def test_what_is_found_does_not_depend_on_where_the_reference_list_stands(tmp_path, place):
    path = tmp_path / "case.txt"
    path.write_text(CASE, encoding="utf-8")
    read = read_manuscript(path)
    findings = []
    for at in (place, len(read.sections)):
        sections = (*read.sections[:at], LIST, *read.sections[at:])
        found = check_document(Reading(replace(read, sections=sections)))
        findings.append({(each.code, each.message) for each in found if not each.code.startswith("CW4")})
    assert findings[0] == findings[1]
    assert any("February 2012" in message for _, message in findings[0]), findings[0]
