"""Legends: each gets its number and the images of its figure, and stands in the order of the numbers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from casewright.case.model import Figure, Panel
from casewright.document.calls import Calls
from casewright.document.tree import (
    Node,
    attributes,
    div,
    has_class,
    origin_of,
    plain,
    put_value,
    span,
    split_key,
    text,
    value_of,
    wrap,
)
from casewright.errors import Place, Problem


def legends_in(blocks: Sequence[Node]) -> Iterator[Node]:
    """Every Div.legend, in reading order."""
    for block in blocks:
        if block["t"] == "Div":
            if has_class(block, "legend"):
                yield block
            yield from legends_in(block["c"][1])


def join_tables(blocks: list[Node]) -> None:
    """Let a table with a key and the legend beside it that has the same key be one, the legend, in place."""
    joined: list[Node] = []
    for block in blocks:
        if block["t"] == "Div":
            join_tables(block["c"][1])
            if joined and _are_one(joined[-1], block):
                first = joined.pop()
                legend = first if has_class(first, "legend") else block
                legend["c"][1] = first["c"][1] + block["c"][1]
                block = legend
        joined.append(block)
    blocks[:] = joined


def _are_one(first: Node, second: Node) -> bool:
    """Whether of two neighbours with the key of one table, one is its legend and the other the table."""
    if first["t"] != "Div" or split_key(first) != split_key(second) or split_key(first)[0] != "table":
        return False
    legend, table = (first, second) if has_class(first, "legend") else (second, first)
    is_table = any(block["t"] == "Table" for block in table["c"][1])
    has_table = any(block["t"] == "Table" for block in legend["c"][1])
    return has_class(legend, "legend") and not has_class(table, "legend") and is_table and not has_table


def in_order_of_numbers(blocks: list[Node], calls: Calls) -> None:
    """Let legends that stand side by side change places until their numbers rise, in place."""
    for block in blocks:
        if block["t"] == "Div" and not has_class(block, "legend"):
            in_order_of_numbers(block["c"][1], calls)
    for kind in ("figure", "table"):
        numbers = calls.numbers[kind]
        seats = [n for n, b in enumerate(blocks) if _is_legend_of(b, kind) and split_key(b)[1] in numbers]
        seated = sorted((blocks[seat] for seat in seats), key=lambda legend: numbers[split_key(legend)[1]])
        for seat, legend in zip(seats, seated, strict=True):
            blocks[seat] = legend


def _is_legend_of(block: Node, kind: str) -> bool:
    return block["t"] == "Div" and has_class(block, "legend") and split_key(block)[0] == kind


def complete(legend: Node, calls: Calls, figures: Mapping[str, Figure]) -> None:
    """Put the label before a legend's words, and a figure's images before both."""
    kind, key = split_key(legend)
    number = calls.numbers[kind].get(key) if kind else None
    if number is None:
        return
    form = calls.style.legend_label if kind == "figure" else calls.style.table_call + " {title}"
    label = form.partition("{title}")[0].format(number=number).strip(" *")
    put_value(legend, "number", str(number))
    first = _first_paragraph(legend["c"][1])
    if first is not None and not plain(first).startswith(label):
        first[:0] = [span([wrap("Strong", [text(label)])], "generated", by="numbering"), text(" ")]
    if kind == "figure":
        panels = [_image(panel, key) for panel in figures[key].panels]
        legend["c"][1].insert(0, div([{"t": "Plain", "c": panels}], "panels"))


def _first_paragraph(blocks: Sequence[Node]) -> list[Node] | None:
    for block in blocks:
        if block["t"] in ("Para", "Plain"):
            inlines: list[Node] = block["c"]
            return inlines
        if block["t"] == "Div" and (found := _first_paragraph(block["c"][1])) is not None:
            return found
    return None


def _image(panel: Panel, key: str) -> Node:
    name = f"{key}.{panel.letter}".rstrip(".")
    attr = attributes(("panel",), letter=panel.letter, key=name)
    return {"t": "Image", "c": [attr, [text(panel.alt)], [panel.image, ""]]}


def faults_of_legends(blocks: Sequence[Node], calls: Calls) -> list[Problem]:
    """Legends of figures that are not there, and figures that are called and have no legend."""
    problems = list(_faults_of_keys(blocks))
    legends = list(legends_in(blocks))
    have = {key for kind, key in map(split_key, legends) if kind == "figure"}
    for legend in legends:
        kind, key = split_key(legend)
        if not kind or (kind == "figure" and key not in calls.figures):
            hint = (
                "there are: " + ", ".join(f"fig:{known}" for known in calls.figures) if calls.figures else ""
            )
            message = f"no figure has the key `{value_of(legend, 'key')}` of this legend"
            problems.append(Problem(message, hint, origin_of(legend)))
    for key, figure in calls.figures.items():
        if key in calls.numbers["figure"] and key not in have:
            hint = f'write its legend: ::: {{.legend key="fig:{key}"}}'
            problems.append(Problem(f"figure `{key}` has no legend", hint, figure.place))
    return problems


def _faults_of_keys(blocks: Sequence[Node]) -> Iterator[Problem]:
    """Keys of figures and tables that two places have: a call could lead to either."""
    first: dict[tuple[str, str], Place] = {}
    for block in _keyed(blocks):
        kind, key = split_key(block)
        before = first.get((kind, key))
        if before is None:
            first[kind, key] = origin_of(block)
        else:
            what = "write the table inside its legend" if kind == "table" else "keep one legend of the figure"
            hint = f"{what}, or give this one a key of its own; the first is at {before}"
            message = f"the {kind} `{key}` stands here a second time"
            yield Problem(message, hint, origin_of(block))


def _keyed(blocks: Sequence[Node]) -> Iterator[Node]:
    for block in blocks:
        if block["t"] == "Div":
            if split_key(block)[0]:
                yield block
            yield from _keyed(block["c"][1])


def faults_of_images(figures: Sequence[Figure], folder: Path) -> list[Problem]:
    """Images that are not there, or not in the project."""
    problems = []
    root = folder.resolve()
    for figure in figures:
        for panel in figure.panels:
            file = (folder / panel.image).resolve()
            if not file.is_relative_to(root):
                message = f"the image `{panel.image}` lies outside the manuscript's folder"
                problems.append(Problem(message, "copy it into the folder", figure.place))
            elif not file.is_file():
                problems.append(Problem(f"there is no image `{panel.image}`", _nearest(file), figure.place))
    return problems


def _nearest(file: Path) -> str:
    from difflib import get_close_matches

    names = [other.name for other in file.parent.iterdir()] if file.parent.is_dir() else []
    near = get_close_matches(file.name, names, 1)
    return (
        f"did you mean `{near[0]}`?" if near else "put the file there, or correct its name in the case data"
    )
