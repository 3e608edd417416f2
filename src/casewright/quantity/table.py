"""The tables beside this file: a row a line, cells between bars, comments after `#`."""

from __future__ import annotations

from pathlib import Path


def read_rows(name: str) -> list[list[str]]:
    """The rows of the table `name`, each a list of cells without the spaces around them."""
    text = (Path(__file__).parent / name).read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if line and not line.startswith("#"))
    return [[cell.strip() for cell in line.split("|")] for line in lines]
