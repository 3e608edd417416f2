"""Laws that hold for every case: digits come back as written; nothing but an InputError comes out of any text."""

from __future__ import annotations

import contextlib
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from casewright.case.convert import rounded
from casewright.case.load import load_case
from casewright.case.source import read_source
from casewright.errors import InputError
from casewright.quantity.model import Quantity

SHORTEST = (
    "patient: {age: 45 years, sex: male}\npresentation: {symptoms: {pain: pain}}\n"
    "diagnosis: {final: sciatica}\nstatements: {consent: given}\n"
)
digits = st.from_regex(r"(0|[1-9][0-9]{0,6})(\.[0-9]{1,4})?", fullmatch=True)
quantities = st.one_of(
    st.tuples(
        st.sampled_from(["", "<", "≤", "~"]),
        digits,
        st.sampled_from(["mg/dL", "/µL", "%", "°C", "d", "mmHg"]),
    ).map(lambda parts: (f"{parts[0]}{parts[1]} {parts[2]}", [parts[1]])),
    st.lists(digits, min_size=2, max_size=3).map(lambda sides: (" x ".join(sides) + " mm", sides)),
    st.lists(digits, min_size=2, max_size=2, unique_by=Decimal)
    .map(lambda ends: sorted(ends, key=Decimal))
    .map(lambda ends: ("-".join(ends) + " %", ends)),
    digits.map(lambda number: (number, [number])),
)


def load(studies: str) -> dict[str, object]:
    with TemporaryDirectory() as folder:
        Path(folder, "case.yaml").write_text(SHORTEST, "utf-8")
        Path(folder, "studies.yaml").write_text(studies, "utf-8")
        return {id: fact for id, fact in load_case(Path(folder)).facts.items() if id.startswith("studies.")}


@given(st.lists(quantities, min_size=1, max_size=6), st.sampled_from(["", "'", '"']))
@settings(max_examples=60, deadline=None)
def test_any_quantity_comes_back_with_the_digits_it_was_written_with(
    written: list[tuple[str, list[str]]], quote: str
) -> None:
    lines = [f"  figure_{n}: {quote}{text}{quote}\n" for n, (text, _) in enumerate(written)]

    facts = load("a2020:\n" + "".join(lines))

    for n, (text, numbers) in enumerate(written):
        fact = facts[f"studies.a2020.figure_{n}"]
        assert fact.written == text
        assert isinstance(fact.value, Quantity)
        assert [number.text for number in fact.value.numbers] == numbers
        assert (fact.place.line, fact.place.column) == (n + 2, len(f"  figure_{n}: ") + 1)


@given(st.text(alphabet="ab:-{}[]&*!|>'\"%@`#,? \n\t.0é\u2028\ufeff\\", max_size=60) | st.text(max_size=30))
@settings(max_examples=300, deadline=None)
def test_any_text_is_read_or_refused_with_problems(text: str) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder, "case.yaml")
        path.write_bytes(text.encode("utf-8", "surrogatepass"))

        source = read_source(path)

        assert source.root is not None or source.problems
        assert all(problem.message and problem.hint for problem in source.problems)
        with contextlib.suppress(InputError):
            load_case(Path(folder))


@given(st.binary(max_size=60))
@settings(max_examples=100, deadline=None)
def test_any_bytes_are_read_or_refused_with_problems(data: bytes) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder, "case.yaml")
        path.write_bytes(data)

        source = read_source(path)

        assert source.root is not None or source.problems


@given(st.fractions(min_value=-10_000, max_value=10_000, max_denominator=999), st.integers(0, 6))
def test_rounding_is_half_up_and_never_off_by_more_than_half(value: Fraction, decimals: int) -> None:
    number = rounded(value, decimals)

    half = Fraction(1, 2 * 10**decimals)
    error = Fraction(number.value) - value
    assert -half <= error <= half
    assert abs(error) != half or abs(number.value) > abs(value)
    assert number.decimals == decimals
