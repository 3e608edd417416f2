"""The mapping file of a CSV export, read and held against its shape."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from casewright.case.words import is_id
from casewright.errors import InputError, Place, Problem

LARGEST = 250_000  # bytes
_FIELDS = {"record", "keep", "date", "columns", "ignore"}
_OF_COLUMN = {"analyte", "fact", "unit", "values"}
_EXAMPLE = "such as: wbc: {analyte: leukocytes, unit: 10*3/uL}"


@dataclass(frozen=True, slots=True)
class Column:
    """What one column means: an analyte in a unit, or a fact of case.yaml; `values` maps codes to words."""

    analyte: str = ""
    fact: str = ""
    unit: str = ""
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Mapped:
    """What the columns of a table mean."""

    columns: Mapping[str, Column]
    record: str = ""
    keep: str = ""
    date: str = ""
    ignore: tuple[str, ...] = ()


def read_mapping(file: Path) -> Mapped:
    """Read a mapping. Raises InputError with every fault of the file."""
    content = _content(file)
    problems = [_problem(file, f"`{name}` is not known") for name in content.keys() - _FIELDS]
    columns: dict[str, Column] = {}
    given = content.get("columns")
    if not isinstance(given, dict) or not given:
        problems.append(_problem(file, "`columns` names no columns"))
        given = {}
    for name, meaning in given.items():
        if fault := _fault(meaning):
            problems.append(_problem(file, f"{name}: {fault}"))
        else:
            values = {str(code): str(word) for code, word in meaning.get("values", {}).items()}
            words = {key: str(meaning.get(key, "")) for key in ("analyte", "fact", "unit")}
            columns[str(name)] = Column(**words, values=values)
    ignore = content.get("ignore", [])
    if not isinstance(ignore, list):
        problems.append(_problem(file, "`ignore` is not a list"))
        ignore = []
    if content.get("keep") is not None and not content.get("record"):
        problems.append(_problem(file, "`keep` needs `record`, the column that tells patients apart"))
    if problems:
        raise InputError(problems)
    told = {name: str(content.get(name, "")) for name in ("record", "keep", "date")}
    return Mapped(columns, ignore=tuple(map(str, ignore)), **told)


def _content(file: Path) -> dict[str, Any]:
    from ruamel.yaml import YAML
    from ruamel.yaml.error import YAMLError

    place = Place(str(file))
    try:
        data = file.read_bytes()
        if len(data) > LARGEST:
            raise InputError(Problem(f"larger than {LARGEST} bytes", "", place))
        content = YAML(typ="safe", pure=True).load(data.decode("utf-8-sig"))
    except OSError as fault:
        raise InputError(
            Problem("the mapping cannot be read", (fault.strerror or "").lower(), place)
        ) from fault
    except (YAMLError, ValueError, RecursionError) as fault:
        raise InputError(Problem("the mapping is not YAML", _EXAMPLE, place)) from fault
    if not isinstance(content, dict):
        raise InputError(Problem("the mapping says nothing", _EXAMPLE, place))
    return content


def _fault(meaning: Any) -> str:
    """What is wrong with the meaning of a column; "" where nothing is."""
    if not isinstance(meaning, dict):
        return "it does not say what it means"
    if unknown := meaning.keys() - _OF_COLUMN:
        return f"`{min(map(str, unknown))}` is not known"
    if bool(meaning.get("analyte")) == bool(meaning.get("fact")):
        return "it is either an `analyte` or a `fact`"
    if meaning.get("fact") and not is_id(str(meaning["fact"])):
        return f"`{meaning['fact']}` cannot be the id of a fact"
    if not isinstance(meaning.get("values", {}), dict):
        return "`values` is not a table of codes and words"
    return ""


def _problem(file: Path, message: str) -> Problem:
    return Problem(message, _EXAMPLE, Place(str(file)))
