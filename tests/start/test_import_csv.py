"""A CSV export becomes a case by its mapping; no value is lost without a word."""

from __future__ import annotations

from pathlib import Path

import pytest

from casewright.case.load import load_case
from casewright.case.model import Case
from casewright.errors import InputError
from casewright.start.answers import Answers
from casewright.start.imports import import_file
from casewright.start.project import Imported, project_files, write_project

ANSWERS = Answers(journal="wjg")
TABLE = """\
record_id,redcap_event_name,visit_date,wbc,crea,age,sex,dx,first_name,note
11,first,2015-03-01,9.9,1.0,60,1,other,Ann,
12,first,2015-01-01,6.8,1.5,45,2,spinal metastasis,Zelda,came alone
12,second,2015-01-13,7.10,high,,,,Zelda,
12,third,13/01/15,8.0,,46,,,Zelda,
"""
MAPPING = """\
record: record_id
keep: "12"
date: visit_date
columns:
  wbc: {analyte: leukocytes, unit: 10*3/uL}
  crea: {analyte: creatinine, unit: mg/dL}
  age: {fact: patient.age, unit: years}
  sex: {fact: patient.sex, values: {"1": male, "2": female}}
  dx: {fact: diagnosis.final}
ignore: [first_name]
"""


def imported(folder: Path, table: str = TABLE, mapping: str = MAPPING) -> Imported:
    (folder / "export.csv").write_text(table, "utf-8")
    (folder / "mapping.yaml").write_text(mapping, "utf-8")
    return import_file(folder / "export.csv", folder / "mapping.yaml", ANSWERS)


def loaded(folder: Path, found: Imported) -> Case:
    write_project(folder / "project", project_files(ANSWERS, found, eject=False))
    return load_case(folder / "project" / "manuscript")


def test_columns_become_facts_on_days_since_the_first(tmp_path: Path) -> None:
    facts = loaded(tmp_path, imported(tmp_path)).facts

    assert facts["patient.age"].written == "45 years"
    assert facts["patient.sex"].value == "female"
    assert facts["diagnosis.final"].written == "spinal metastasis"
    assert facts["labs.day_0.creatinine"].written == "1.5 mg/dL"
    assert facts["labs.day_12.leukocytes"].written.startswith("7.10 ")
    assert facts["timeline.day_12.by"].written == "12 d"


def test_a_cell_with_two_numbers_is_no_value(tmp_path: Path) -> None:
    found = imported(tmp_path, TABLE.replace("6.8,1.5", "6.8 x 10,1.5"))

    assert "leukocytes" not in loaded(tmp_path, found).tree["labs"]["day_0"]
    assert any("says two numbers where one is measured" in line for line in found.left_out)


def test_days_without_a_name_are_told_apart(tmp_path: Path) -> None:
    facts = loaded(tmp_path, imported(tmp_path)).facts

    assert facts["timeline.day_0.event"].value != facts["timeline.day_12.event"].value


def test_what_is_not_taken_is_listed_with_the_reason(tmp_path: Path) -> None:
    left = imported(tmp_path).left_out

    assert any(line.startswith("crea = high mg/dL: ") for line in left)
    assert "line 5: its date is not written as 2014-05-31, so its values are undated" in left
    assert "line 5, age: patient.age has a value already, from a line before" in left
    assert "column first_name (3 values): the mapping leaves it out" in left
    assert "column note (1 values): the mapping does not name it" in left
    assert "column redcap_event_name (3 values): the mapping does not name it" in left


def test_every_filled_cell_is_a_fact_or_is_listed(tmp_path: Path) -> None:
    """A table of real size: 300 rows of 20 analytes, some of them empty or in words."""
    from casewright.quantity.analytes import ANALYTES

    usable = [key for key, analyte in ANALYTES.items() if analyte.units and analyte.units[0].code != "1"][:20]
    cells = {
        (row, n): ["", "pending", f"{row % 7 + n}.5"][(row + n) % 3] for row in range(300) for n in range(20)
    }
    lines = [",".join(["visit_date", *usable])]
    for row in range(300):
        values = [cells[row, n] for n in range(20)]
        lines.append(",".join([f"2015-{row // 28 + 1:02}-{row % 28 + 1:02}", *values]))
    columns = "".join(
        f'  {key}: {{analyte: {key}, unit: "{ANALYTES[key].units[0].code}"}}\n' for key in usable
    )

    found = imported(tmp_path, "\n".join(lines), f"date: visit_date\ncolumns:\n{columns}")

    sets = [*found.case.get("labs", {}).values(), *found.case.get("vitals", {}).values()]
    facts = sum(len(values) - ("at" in values) for values in sets)
    assert facts == sum(value.endswith(".5") for value in cells.values())
    assert len(found.left_out) == sum(value == "pending" for value in cells.values())


@pytest.mark.parametrize(
    ("table", "mapping", "said"),
    [
        ("", MAPPING, "holds no rows"),
        ("a,a\n1,2\n", "columns: {a: {fact: diagnosis.final}}\n", "two columns of the table have one name"),
        ("a\n1,2\n", "columns: {a: {fact: diagnosis.final}}\n", "more cells than the header"),
        (TABLE, MAPPING.replace('keep: "12"\n', ""), "holds 2 patients"),
        (TABLE, MAPPING.replace('"12"', '"99"'), "no row has `99`"),
        (TABLE, MAPPING.replace("wbc:", "wcb:"), "did you mean `wbc`"),
        (TABLE, MAPPING.replace("leukocytes", "leukocites"), "did you mean `leukocytes`"),
        (TABLE, MAPPING.replace("mg/dL", "furlong"), "the unit `furlong` is not known"),
        (TABLE, MAPPING.replace("diagnosis.final", "final"), "cannot be the id of a fact"),
        (TABLE, "columns: [", "not YAML"),
        (TABLE, "- a\n", "says nothing"),
        (TABLE, "columns: {wbc: {analyte: a, fact: b.c}}\n", "either an `analyte` or a `fact`"),
    ],
)  # fmt: skip
def test_a_table_or_mapping_that_cannot_be_used_is_refused_in_words(
    tmp_path: Path, table: str, mapping: str, said: str
) -> None:
    with pytest.raises(InputError, match=said):
        imported(tmp_path, table, mapping)


def test_a_table_without_a_mapping_is_refused_with_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "export.csv").write_text(TABLE, "utf-8")

    with pytest.raises(InputError, match="need a mapping"):
        import_file(tmp_path / "export.csv", None, ANSWERS)


def test_semicolons_and_byte_order_marks_of_spreadsheets_are_read(tmp_path: Path) -> None:
    table = "\ufeff" + TABLE.replace(",", ";")

    assert loaded(tmp_path, imported(tmp_path, table)).facts["labs.day_0.creatinine"].written == "1.5 mg/dL"
