"""What a co-author does to a paragraph in Word, tracked or not."""

from __future__ import annotations

import copy

from lxml import etree
from paper import Element, Paper, W, cut, make, run_like, runs_between, strike, text_of, texts


def replace(
    paper: Paper, paragraph: Element, start: int, end: int, new: str, tracked: bool, outside: bool = False
) -> None:
    """Other characters in place of some; `outside`: typed beside the content control in which the old ones stand."""
    runs = runs_between(paragraph, start, end)
    if not runs:
        _insert(paper, paragraph, start, new, tracked)
        return
    last = runs[-1]
    control = next(last.iterancestors(W + "sdt"), None) if outside else None
    if new:
        typed = run_like(last, new)
        if tracked:
            insertion = paper.tracked("ins")
            insertion.append(typed)
            typed = insertion
        (control if control is not None else last).addnext(typed)
    for run in runs:
        if tracked:
            strike(run, paper.tracked("del"))
        else:
            run.getparent().remove(run)
    if control is not None and not tracked:
        control.getparent().remove(control)


def _insert(paper: Paper, paragraph: Element, at: int, new: str, tracked: bool) -> None:
    """Type outside every content control; a paragraph has at least one run."""
    cut(paragraph, at)
    passed, before = 0, None
    for node in texts(paragraph):
        if passed >= at and before is not None:
            break
        before = node.getparent()
        passed += len(node.text or "")
    typed = run_like(before, new)
    if tracked:
        insertion = paper.tracked("ins")
        insertion.append(typed)
        typed = insertion
    top = before
    while top.getparent() is not paragraph:
        top = top.getparent()
    if at == 0:
        top.addprevious(typed)
    else:
        top.addnext(typed)


def embolden(paragraph: Element, start: int, end: int) -> None:
    """Formatting only."""
    for run in runs_between(paragraph, start, end):
        properties = run.find(W + "rPr")
        if properties is None:
            properties = make("rPr")
            run.insert(0, properties)
        properties.insert(0, make("i"))


def comment(paper: Paper, paragraph: Element, start: int, end: int, text: str) -> None:
    """A comment on some words."""
    runs = runs_between(paragraph, start, end)
    number = len(paper.comments)
    paper.comments.append((number, text))
    runs[0].addprevious(make("commentRangeStart", id=str(number)))
    closing = make("commentRangeEnd", id=str(number))
    runs[-1].addnext(closing)
    call = make("r")
    call.append(make("commentReference", id=str(number)))
    closing.addnext(call)


def add_after(paper: Paper, paragraph: Element, text: str, tracked: bool) -> None:
    """A new paragraph of the co-author's own."""
    new = make("p")
    properties = paragraph.find(W + "pPr")
    if properties is not None:
        new.append(copy.deepcopy(properties))
        for unwanted in new[0].findall(W + "pageBreakBefore"):
            new[0].remove(unwanted)
    run = run_like(None, text)
    if tracked:
        mark_end(paper, new, "ins")
        insertion = paper.tracked("ins")
        insertion.append(run)
        run = insertion
    new.append(run)
    paragraph.addnext(new)


def remove(paper: Paper, paragraph: Element, tracked: bool) -> None:
    """The whole paragraph, its end included."""
    if not tracked:
        paragraph.getparent().remove(paragraph)
        return
    mark_end(paper, paragraph, "del")
    for run in runs_between(paragraph, 0, len(text_of(paragraph))):
        strike(run, paper.tracked("del"))


def move_after(paper: Paper, paragraph: Element, target: Element, tracked: bool) -> None:
    """The paragraph to another place."""
    if not tracked:
        target.addnext(paragraph)
        return
    arrived = copy.deepcopy(paragraph)
    name = f"move{paper.next_id()}"
    for kind, moved in (("moveFrom", paragraph), ("moveTo", arrived)):
        mark_end(paper, moved, kind)
        start = paper.tracked(f"{kind}RangeStart")
        start.set(W + "name", name)
        for run in runs_between(moved, 0, len(text_of(moved))):
            wrapper = paper.tracked(kind)
            run.addprevious(wrapper)
            wrapper.append(run)
        moved.insert(1, start)
        moved.append(make(f"{kind}RangeEnd", id=start.get(W + "id")))
    for mark in [*arrived.iter(W + "bookmarkStart"), *arrived.iter(W + "bookmarkEnd")]:
        mark.getparent().remove(mark)
    for identity in arrived.iterfind(f".//{W}sdtPr/{W}id"):
        identity.set(W + "val", paper.next_id())
    target.addnext(arrived)


def split(paper: Paper, paragraph: Element, at: int, tracked: bool) -> None:
    """Press Enter at a character outside every content control."""
    cut(paragraph, at)
    following = make("p")
    properties = paragraph.find(W + "pPr")
    if properties is not None:
        following.append(copy.deepcopy(properties))
    passed = 0
    for child in list(paragraph):
        length = sum(len(node.text or "") for node in child.iter(W + "t"))
        if passed >= at and child.tag not in (W + "pPr", W + "bookmarkStart"):
            following.append(child)
        passed += length
    if tracked:
        mark_end(paper, paragraph, "ins")
    paragraph.addnext(following)


def join(paper: Paper, paragraph: Element, tracked: bool) -> None:
    """Delete the end of a paragraph; the next one goes on in it, after a space."""
    following = paragraph.getnext()
    length = len(text_of(paragraph))
    _insert(paper, paragraph, length, " ", tracked)
    if tracked:
        mark_end(paper, paragraph, "del")
        return
    for child in list(following):
        if child.tag != W + "pPr":
            paragraph.append(child)
    following.getparent().remove(following)


def mark_end(paper: Paper, paragraph: Element, kind: str) -> None:
    """Track the paragraph's mark as inserted, deleted or moved."""
    properties = paragraph.find(W + "pPr")
    if properties is None:
        properties = make("pPr")
        paragraph.insert(0, properties)
    look = properties.find(W + "rPr")
    if look is None:
        look = etree.SubElement(properties, W + "rPr")
    look.insert(0, paper.tracked(kind))
