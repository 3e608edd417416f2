"""Citations in the styles in which reports print them, and what only looks like one."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casewright.document.mentions.citations import spelled_out
from casewright.document.model import Block, Document, Mark, Section
from casewright.document.reading import Reading


def reading_of(*texts: str, marks: tuple[Mark, ...] = ()) -> Reading:
    blocks = tuple(Block("paragraph", text, marks) for text in texts)
    return Reading(Document((Section("discussion", "", blocks),)))


def numbers(*texts: str, marks: tuple[Mark, ...] = ()) -> list[tuple[int, ...]]:
    return [citation.numbers for citation in reading_of(*texts, marks=marks).citations]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rare[1]. Slow[2,3] and late[4-6].", [(1,), (2, 3), (4, 5, 6)]),
        ("Rare [ 1 ]. Slow [ 2 ]-[ 4 ].", [(1,), (2, 3, 4)]),
        ("Rare.1 Slow.2,3 Late,4 and later.5–7", [(1,), (2, 3), (4,), (5, 6, 7)]),
        ("Rare disease1 and slow2,3. It is late4.", [(1,), (2, 3), (4,)]),
        ("Rare (1). Slow (2,3) and late (4). As is (5) known (1).", [(1,), (2, 3), (4,), (5,), (1,)]),
        ("Rare[1], slow[2]. Of 12 (25%) patients in 1972[3], some.", [(1,), (2,), (3,)]),
    ],
)
def test_styles_are_told_apart(text: str, expected: list[tuple[int, ...]]) -> None:
    assert numbers(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Potassium 3.1 mmol/L [3-5], sodium 130 mmol/L [135-145].",
        "The plan was (1) fluids, (2) antibiotics and (3) surgery.",
        "Leukocytes were 12 × 109/L, temperature 38.5 °C. In Fig.1 the lesion.",
        "CD56, T10 and IL6 were seen. Grade 3.",
    ],
)
def test_values_and_enumerations_are_no_citations(text: str) -> None:
    assert numbers(text) == []


def test_a_range_behind_a_value_is_a_citation_where_it_goes_on() -> None:
    assert numbers("Rare[1], slow[2]. Levels of 40 mg/L [3-5] are usual[6].") == [(1,), (2,), (3, 4, 5), (6,)]
    assert numbers("Rare[1], slow[2]. A level of 40 U/L [30-55] was normal[3].") == [(1,), (2,), (3,)]


def test_lost_commas_are_found_again() -> None:
    assert numbers(*(f"One[{n}]." for n in range(1, 10)), "Then[1011].")[-1] == (10, 11)


def test_numbers_that_the_file_marks_are_told_apart_where_they_touch() -> None:
    text = "Rare3456 and slow1–3 6."
    marks = (*(Mark("citation", at, at + 1) for at in range(4, 8)), Mark("citation", 17, 22))
    assert numbers(text, marks=marks) == [(3, 4, 5, 6), (1, 2, 3, 6)]


def test_years_that_the_file_marks_are_no_numbers() -> None:
    text = "Rare (van Riet et al., 2018), slow (Lee and Ono, 2020; Adler et al., 2019)."
    marks = (Mark("citation", 23, 27), Mark("citation", 36, 53), Mark("citation", 55, 73))
    cited = reading_of(text, marks=marks).citations
    assert [citation.numbers for citation in cited] == [()] * len(cited)
    assert ("Riet", 2018) in {(citation.author, citation.year) for citation in cited}


def test_marks_are_believed_and_joined() -> None:
    marks = (Mark("citation", 4, 5), Mark("citation", 6, 7), Mark("superscript", 15, 16))
    assert numbers("rare3,4 and 12 m2", marks=marks) == [(3, 4)]


def test_superscripts_are_citations_and_powers_are_not() -> None:
    text = "Rare^1 and slow^2, 10^9/L, 3 m^2, late^3."
    raised = [at - n for n, at in enumerate(at for at, sign in enumerate(text) if sign == "^")]
    text = text.replace("^", "")
    marks = tuple(Mark("superscript", at, at + 1) for at in raised)
    assert numbers(text, marks=marks) == [(1,), (2,), (3,)]


def test_superscripts_typed_with_a_caret_are_citations_and_powers_are_not() -> None:
    text = (
        "It is rare.^1 Most are old;^2,3 platelets were 210 × 10^9/L, the area 12 cm^2. Some bleed^4^ early."
    )
    assert [c.numbers for c in reading_of(text).citations] == [(1,), (2, 3), (4,)]


def test_author_and_year() -> None:
    found = reading_of("As shown (Able et al., 2001), and by Baker (1999).").citations
    assert [(citation.author, citation.year) for citation in found] == [("Able", 2001), ("Baker", 1999)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("3,7-9", (3, 7, 8, 9)), ("1 – 3", (1, 2, 3)), ("9-7", (9, 7)), ("1;2", (1, 2)), ("", ())],
)
def test_lists_are_spelled_out(text: str, expected: tuple[int, ...]) -> None:
    assert spelled_out(text) == expected


@settings(max_examples=150, deadline=None)
@given(st.lists(st.text("[]().,;-–0123456789 ab", max_size=50), max_size=4))
def test_any_text_gives_citations_within_it(texts: list[str]) -> None:
    reading = reading_of(*texts)
    for citation in reading.citations:
        assert reading.blocks[citation.block][1].text[citation.start : citation.end] == citation.text
        assert citation.text


def with_list(text: str, *references: str) -> list[tuple[int, ...]]:
    listed = tuple(Block("reference", each, key=str(n)) for n, each in enumerate(references, 1))
    sections = (
        Section("discussion", "", (Block("paragraph", text),)),
        Section("references", "References", listed),
    )
    return [citation.numbers for citation in Reading(Document(sections)).citations]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rare [1]. Slow [3]. Late [2].", [(1,), (3,), (2,)]),
        ("Rare [1]. Slow [2].", [(1,), (2,)]),
        ("Rare [2]. Slow [1].", [(2,), (1,)]),
        ("Rare [1]. Slow [1].", [(1,), (1,)]),
    ],
)
def test_brackets_that_name_a_short_list_are_citations(text: str, expected: list[tuple[int, ...]]) -> None:
    assert with_list(text, "Alpha A. A title.", "Beta B. Another title.") == expected


def test_a_bracket_that_names_no_entry_of_the_list_is_no_citation() -> None:
    assert with_list("The score was low [9].", "Alpha A. A title.", "Beta B. Another title.") == []


def test_a_list_that_lost_its_comma_is_read_as_two_numbers_where_one_would_be_far_too_high() -> None:
    assert numbers("One[1].", "Two[2].", "Then[34].", "Then[5].") == [(1,), (2,), (3, 4), (5,)]
    glued = numbers(*(f"One[{n}]." for n in range(1, 10)), "Then[1011].", "As before[37].", "Then[12].")
    assert glued[-2:] == [(3, 7), (12,)]


def test_one_number_far_too_high_among_many_is_a_slip_and_not_another_style() -> None:
    told = numbers(*(f"One[{n}]." for n in range(1, 7)), "Then[17].", *(f"One[{n}]." for n in range(8, 11)))
    assert told[6] == (17,)


def test_raised_numbers_with_a_closing_bracket_that_were_flattened_are_citations() -> None:
    told = numbers(
        "Such tumors are rare1). Few grow2, 3).", "Most are found late4). They shrink (grade2) or stay5)."
    )
    assert told == [(1,), (2, 3), (4,), (5,)]
