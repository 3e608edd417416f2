"""Calls of figures, panels and tables, in all the ways in which they are printed."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casewright.document.model import Block, Document, Section
from casewright.document.reading import Reading


def calls(text: str, kind: str = "paragraph") -> list[str]:
    """The calls of one block, as `f2BC`."""
    block = Block(kind, text)
    reading = Reading(Document((Section("case", "", (block,)),)))
    return [f"{call.kind[0]}{call.number}{''.join(call.panels)}" for call in reading.calls]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("shown (Figure 2B-D).", ["f2BCD"]),
        ("shown (Fig. 1a and b)", ["f1AB"]),
        ("see Figs. 1A, 1B and 2", ["f1A", "f1B", "f2"]),
        ("see Figures 1-3.", ["f1", "f2", "f3"]),
        ("(Figure 1A, B, and D)", ["f1ABD"]),
        ("(Fig. 2, A, B)", ["f2AB"]),
        ("(Figure 3(a)) and", ["f3A"]),
        ("(Figures 3(a) and 3(b)).", ["f3A", "f3B"]),
        ("(Figures 3(c) and 4).", ["f3C", "f4"]),
        ("Figure 2 (a, b) and (d) show", ["f2ABD"]),
        ("Figures 1(a)–1(c) and 2(a)-2(b) show", ["f1ABC", "f2AB"]),
        ("Figures 1A-1C show", ["f1ABC"]),
        ("(Figure 1(a)–(c)) and Figure 2 (b) to (d)", ["f1ABC", "f2BCD"]),
        ("Figures 1A-2C show", ["f1A"]),
        ("Figure 2 (a woman) shows", ["f2"]),
        ("(Figures 2C, 2D)", ["f2C", "f2D"]),
        ("(Fig.3).", ["f3"]),
        ("(Table II, Figure 4)", ["t2", "f4"]),
        ("Tables 1 and 2 list", ["t1", "t2"]),
        ("Video 1 and Supplementary Figure S2", ["v1", "s2"]),
        ("(Table 1/Supplementary Table S1)", ["t1", "s1"]),
        ("Figure 1 A woman stood", ["f1"]),
        ("in Figure 1, 5 patients", ["f1"]),
        ("Figure 2 and a biopsy", ["f2"]),
        ("a figure 8 suture of 2.5 cm", ["f8"]),
        ("figure 1.5 times as high", []),
        ("a table of 5", []),
        ("the configuration 3", []),
        ("config 3 and stable 4", []),
    ],
)
def test_calls_are_read(text: str, expected: list[str]) -> None:
    assert calls("The lesion " + text) == expected


def test_the_label_of_a_caption_is_no_call() -> None:
    assert calls("Figure 1. The lesion, as in Figure 2A.", "legend") == ["f2A"]
    assert calls("Figure 1 The lesion.") == []
    assert calls("Figure 1 shows the lesion.") == ["f1"]


@settings(max_examples=150, deadline=None)
@given(st.text("Figures. 1234ABabc,-–and(/)TablIVX&", max_size=60))
def test_any_text_gives_calls_within_it(text: str) -> None:
    block = Block("paragraph", text)
    reading = Reading(Document((Section("case", "", (block,)),)))
    for call in reading.calls:
        assert text[call.start : call.end] == call.text
        assert list(call.panels) == [panel.upper() for panel in call.panels]


def test_a_call_before_a_flattened_citation_is_a_call() -> None:
    assert calls("Seen in Table 3.1,9,10 Few are old. See Table 4.21 Some bleed.") == ["t3", "t4"]
    assert calls("The ratio in Fig 3.1 mm was small.") == []
