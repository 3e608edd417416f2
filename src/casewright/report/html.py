"""The report as one self-contained page: the manuscript, its findings beside the text, and links between the places
that contradict each other. It works without scripts; a script adds keys and highlights.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from importlib.resources import files
from itertools import count

from casewright.check.finding import Finding, Spot
from casewright.check.result import FileResult, Results
from casewright.document.model import Block
from casewright.report.context import blocks_of, end_of
from casewright.report.marking import Marking, marked_html
from casewright.report.wording import place_of, sections_of, summary_line, what_was_done

_TAGS = {
    "item": "li",
    "reference": "p",
    "legend": "figcaption",
    "footnote": "p",
    "table": "div",
    "figure": "div",
}
_LEVELS = {"error": "errors", "warning": "warnings", "note": "notes", "known": "acknowledged"}
_Numbered = list[tuple[int, Finding]]


def render_html(results: Results) -> str:
    """The page. Every text of the manuscript is escaped; nothing is loaded from anywhere."""
    numbers = count(1)
    body = "".join(
        _file(file, [(next(numbers), finding) for finding in file.findings]) for file in results.files
    )
    folder = files("casewright.report")
    css = folder.joinpath("page.css").read_text(encoding="utf-8")
    script = folder.joinpath("page.js").read_text(encoding="utf-8")
    title = escape(", ".join(file.path for file in results.files) or "no file")
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>casewright check: {title}</title>\n<style>\n{css}</style>\n</head>\n<body>\n"
        f"{_head(results)}{body}<script>\n{script}</script>\n</body>\n</html>\n"
    )


def _head(results: Results) -> str:
    boxes = "".join(
        f'<label><input type="checkbox" checked value="{level}"> {name} <b>{results.summary[name]}</b></label>'
        for level, name in _LEVELS.items()
    )
    return (
        f'<header><h1>casewright <span>check</span></h1><p class="summary">{escape(summary_line(results))}</p>'
        f'<form class="filters" aria-label="show">{boxes}</form>'
        '<p class="keys">Keys: <kbd>n</kbd> next finding, <kbd>p</kbd> previous, <kbd>Tab</kbd> and <kbd>Enter</kbd> '
        "follow the links.</p></header>\n"
    )


def _file(file: FileResult, numbered: _Numbered) -> str:
    blocks = blocks_of(file.document)
    whole = "".join(
        _card(file, number, finding, blocks)
        for number, finding in numbered
        if not _has_block(finding, blocks)
    )
    problems = "".join(f'<p class="problem">{escape(str(problem))}</p>' for problem in file.problems)
    unread = "".join(f"<li>not read: {escape(text)}</li>" for text in file.coverage.unread)
    ignored = "".join(
        f"<li>not checked: {escape(rule)}: {escape(why)}</li>" for rule, why in file.ignored.items()
    )
    sections = escape(sections_of(file.coverage))
    read = f'<p class="read">{escape(what_was_done(file))}{": " if sections else ""}{sections}</p>'
    unseen = f'<ul class="read">{unread}{ignored}</ul>'
    about = (
        f'<section class="row"><div><h3>The manuscript as a whole</h3></div><aside>{whole}</aside></section>'
    )
    rows = "".join(_rows(file, numbered, blocks))
    head = f"<h2>{escape(file.path)}</h2>{problems}{read}{unseen}{_list(numbered)}"
    return f"<main>{head}{about if whole else ''}{rows}</main>\n"


def _list(numbered: _Numbered) -> str:
    """All findings in one list, to jump from."""
    items = "".join(
        f'<li class="{_level(finding)}"><a href="#f{number}">{escape(finding.code)}</a> {_words(finding.message)}</li>'
        for number, finding in numbered
    )
    return f'<details class="list"><summary>All findings</summary><ol>{items}</ol></details>' if items else ""


def _has_block(finding: Finding, blocks: tuple[Block, ...]) -> bool:
    return 0 <= finding.spot.block < len(blocks)


def _rows(file: FileResult, numbered: _Numbered, blocks: tuple[Block, ...]) -> Iterator[str]:
    """A row a block: the text, and beside it the findings that begin there."""
    markings: dict[int, list[Marking]] = {}
    for number, finding in numbered:
        for place, spot in enumerate((finding.spot, *finding.related)):
            if spot.quote and 0 <= spot.block < len(blocks):
                markings.setdefault(spot.block, []).append(
                    _marking(number, place, finding, spot, blocks[spot.block])
                )
    for index, block in enumerate(blocks):
        cards = "".join(
            _card(file, number, finding, blocks)
            for number, finding in numbered
            if finding.spot.block == index
        )
        yield f'<section class="row">{_text(block, markings.get(index, []))}<aside>{cards}</aside></section>'


def _marking(number: int, place: int, finding: Finding, spot: Spot, block: Block) -> Marking:
    return Marking(
        spot.start, end_of(block.text, spot.start, spot.quote), number, f"f{number}p{place}", _level(finding)
    )


def _level(finding: Finding) -> str:
    return "known" if finding.acknowledged is not None else finding.severity


def _text(block: Block, markings: list[Marking]) -> str:
    tag = f"h{min(6, 2 + max(1, block.level))}" if block.kind == "heading" else _TAGS.get(block.kind, "p")
    return f'<div class="text"><{tag} class="{block.kind}">{marked_html(block, markings)}</{tag}></div>'


def _card(file: FileResult, number: int, finding: Finding, blocks: tuple[Block, ...]) -> str:
    """What stands beside the text about one finding."""
    level = _level(finding)
    here = f"#f{number}p0" if _has_block(finding, blocks) else f"#f{number}"
    rivals = "".join(
        f"<li>{_link(f'#f{number}p{place}', spot, blocks)}</li>"
        for place, spot in enumerate(finding.related, 1)
    )
    against = f'<p class="against">against</p><ul>{rivals}</ul>' if rivals else ""
    hint = f'<p class="hint">{_words(finding.hint)}</p>' if finding.hint else ""
    known = (
        f'<p class="reason">acknowledged: {escape(finding.acknowledged)}</p>'
        if finding.acknowledged is not None
        else ""
    )
    return (
        f'<article id="f{number}" class="card {level}" data-finding="{number}" tabindex="-1">'
        f'<p class="label"><a href="{here}"><b>{finding.severity}</b> {escape(finding.code)}</a> '
        f"<span>{escape(finding.name)}</span></p><p>{_words(finding.message)}</p>{against}{hint}{known}"
        f'<p class="place">{escape(place_of(file, finding))}</p></article>'
    )


def _words(text: str) -> str:
    """A message, what stands between backticks as code."""
    return re.sub(r"`([^`]*)`", r"<code>\1</code>", escape(text))


def _link(target: str, spot: Spot, blocks: tuple[Block, ...]) -> str:
    words = f"“{escape(spot.quote)}”" if spot.quote else "this"
    where = f" in {escape(spot.section)}" if spot.section else ""
    return f'<a href="{target}">{words}{where}</a>' if 0 <= spot.block < len(blocks) else f"{words}{where}"
