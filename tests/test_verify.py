"""What was read back is held against the document word by word and fact by fact."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from casewright.document.model import Block, Document, Mark, Section
from casewright.verify import differences


def document(*texts: str, format: str = "docx", role: str = "case", facts: tuple[Mark, ...] = ()) -> Document:
    blocks = tuple(
        Block("paragraph", text, facts if number == 0 else ()) for number, text in enumerate(texts)
    )
    return Document((Section(role, "CASE REPORT", blocks),), format=format)


def messages(built: Document, read: Document) -> list[str]:
    return [problem.message for problem in differences(built, read, "manuscript.docx")]


def test_the_same_words_are_the_same_whatever_the_white_space() -> None:
    assert messages(document("one two", "three"), document("one\u00a0two  three")) == []


def test_a_missing_word_is_shown_with_what_stands_before_it() -> None:
    assert messages(document("pulse was not normal"), document("pulse was normal")) == [
        "CASE REPORT: “not” is missing after “pulse was”"
    ]


def test_a_doubled_word_is_shown() -> None:
    assert messages(document("the pulse rose"), document("the pulse pulse rose")) == [
        "CASE REPORT: “pulse” stands after “the pulse”, which the manuscript does not have"
    ]


def test_a_changed_word_is_shown_with_both_texts() -> None:
    assert messages(document("a pulse of 105 per minute"), document("a pulse of 150 per minute")) == [
        "CASE REPORT: “150” stands where the manuscript says “105”, after “a pulse of”"
    ]


def test_a_fact_under_another_id_is_named() -> None:
    built = document("6800 /μL", facts=(Mark("fact", 0, 8, "labs.leukocytes"),))
    read = document("6800 /μL", facts=(Mark("fact", 0, 8, "labs.platelets"),))

    assert messages(built, read) == [
        "CASE REPORT: labs.leukocytes should be stated as “6800 /μL”; here stands labs.platelets “6800 /μL”"
    ]


def test_a_pdf_is_compared_without_spaces_and_without_ids() -> None:
    built = document("a 45-year-old man", facts=(Mark("fact", 2, 13, "patient.age"),))

    assert messages(built, document("a 45-year- old man", format="pdf")) == []
    assert messages(built, document("a 54-year- old man", format="pdf")) != []


def test_jats_may_keep_the_front_matter_before_the_body() -> None:
    case, title = document("case").sections[0], replace(document("title").sections[0], role="title")
    built = Document((case, title))

    assert messages(built, Document((title, case), format="jats")) == []
    assert messages(built, Document((title, case), format="html")) != []


def test_many_differences_are_counted_and_not_all_shown() -> None:
    built = document(*(f"word{number} same" for number in range(40)))
    read = document(*(f"other{number} same" for number in range(40)))

    shown = messages(built, read)

    assert len(shown) == 21
    assert shown[-1] == "20 more differences"


@given(st.lists(st.text("abc 15%", min_size=1), min_size=1, max_size=5), st.data())
def test_no_change_of_a_character_passes(texts: list[str], data: st.DataObject) -> None:
    number = data.draw(st.integers(0, len(texts) - 1))
    at = data.draw(st.integers(0, len(texts[number]) - 1))
    changed = [*texts]
    changed[number] = texts[number][:at] + "Z" + texts[number][at + 1 :]

    assert messages(document(*texts), document(*texts)) == []
    assert messages(document(*texts), document(*changed)) != []
