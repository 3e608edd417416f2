"""A small project, its Word file as sent, and what co-authors do to it in Word."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from lxml import etree

from casewright.document.build import build_document
from casewright.document.pandoc import Pandoc
from casewright.document.reviews import load_reviews, with_comments
from casewright.pipeline import gather
from casewright.revise.sent import keep_sent
from casewright.write.docx import write_docx
from casewright.write.docx_facts import digest

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{MAIN}}}"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
Element = Any

FILES = {
    "refs.bib": """\
@article{lee2007, author={Lee, Sung and Kim, Ho}, title={First work}, journal={J A}, year={2007}, pages={1-2}}
@article{wilson2012, author={Wilson, Ann}, title={Second work}, journal={J B}, year={2012}, pages={3-4}}
""",
    "manuscript/case.yaml": """\
patient:
  age: 45 years # told by the family
  sex: male

presentation:
  symptoms:
    weakness: leg weakness

labs:
  emergency:
    leukocytes: 6800 /µL
    neutrophils: 6460 /µL

diagnosis:
  final: "spinal cord metastasis"

derived:
  labs.emergency.neutrophil_share: {percent_of: [labs.emergency.neutrophils, labs.emergency.leukocytes]}

statements:
  consent: given

abbreviations:
  MRI: magnetic resonance imaging
""",
    "manuscript/title.md": "A case of metastasis\n",
    "manuscript/abstract.md": """\
A {{ patient.age | aged }} man had leukocytes of {{ labs.emergency.leukocytes }}. MRI gave the diagnosis
of {{ diagnosis.final }}.
""",
    "manuscript/introduction.md": """\
Metastases of the cord are rare[@lee2007]. They grow *fast* and they are
found late by most doctors.

Few reports exist[@wilson2012]. MRI shows them, and MRI is quick.

This is the last paragraph of the introduction.
""",
    "manuscript/case.md": """\
{% set lab = labs.emergency -%}
The patient was {{ patient.age | aged }}. Blood tests gave leukocytes {{ lab.leukocytes }} and neutrophils
{{ lab.neutrophils }}, which makes {{ lab.neutrophil_share }} of them, in all.
{% for side in ["arm", "leg"] %}
The {{ side }} was weak on one side.
{% endfor %}
""",
    "manuscript/discussion.md": "We discuss the case in short. The second sentence is shorter still.\n",
}


def write_project(folder: Path) -> Path:
    """The project, without any build."""
    for name, text in FILES.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    return folder


def send(project: Path, pandoc: Pandoc) -> bytes:
    """The Word file of the project as it is, kept as `casewright build` keeps it."""
    sources = gather(project, "wjg")
    document = build_document(
        sources.rendered, sources.case, sources.profile, sources.bibliography, pandoc, project / "manuscript"
    )
    docx = write_docx(with_comments(document, load_reviews(project)), sources.profile, sources.images)
    keep_sent(project, "wjg", digest(document), docx, sources.files)
    return docx


def edited(docx: bytes, change: Callable[[Element], None], parts: dict[str, str] | None = None) -> bytes:
    """The file with its text changed, and with further parts put into the package."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "word/document.xml":
                root = etree.fromstring(data)
                change(root)
                data = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
            if name not in (parts or {}):
                new.writestr(name, data)
        for name, text in (parts or {}).items():
            new.writestr(name, text)
    return out.getvalue()


def words(element: Element) -> str:
    return "".join(text.text or "" for text in element.iter(W + "t"))


def paragraph(root: Element, start: str) -> Element:
    """The paragraph that begins so."""
    return next(p for p in root.iter(W + "p") if words(p).startswith(start))


def say(root: Element, old: str, new: str) -> None:
    """Type `new` over `old`, in the first paragraph that has it, as Word does: in the run where `old` begins."""
    element = next(p for p in root.iter(W + "p") if old in words(p))
    start = words(element).index(old)
    end = start + len(old)
    position, typed = 0, False
    for text in element.iter(W + "t"):
        content = text.text or ""
        low, high = max(position, start), min(position + len(content), end)
        if low < high:
            text.text = content[: low - position] + ("" if typed else new) + content[high - position :]
            text.set(SPACE, "preserve")
            typed = True
        position += len(content)


def new_paragraph(text: str, style: str = "BodyText") -> Element:
    xml = (
        f'<w:p xmlns:w="{MAIN}"><w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
        '<w:r><w:t xml:space="preserve"></w:t></w:r></w:p>'
    )
    made = etree.fromstring(xml)
    next(made.iter(W + "t")).text = text
    return made


def tracked(root: Element, old: str, new: str, author: str) -> None:
    """Replace words that stand in one run, as a tracked deletion and a tracked insertion."""
    run = next(r for r in root.iter(W + "r") if old in words(r))
    before, _, behind = words(run).partition(old)
    parent, at = run.getparent(), run.getparent().index(run)
    by = f'w:id="900" w:author="{author}" w:date="2026-11-02T10:00:00Z"'
    xml = f"""<w:p xmlns:w="{MAIN}"><w:r><w:t xml:space="preserve">{before}</w:t></w:r>
      <w:del {by}><w:r><w:delText xml:space="preserve">{old}</w:delText></w:r></w:del>
      <w:ins {by}><w:r><w:t xml:space="preserve">{new}</w:t></w:r></w:ins>
      <w:r><w:t xml:space="preserve">{behind}</w:t></w:r></w:p>"""
    parent[at : at + 1] = list(etree.fromstring(xml))


def without_controls(root: Element) -> None:
    """The document as Google Docs gives it back: no content controls and no bookmarks."""
    for control in list(root.iter(W + "sdt")):
        parent, at = control.getparent(), control.getparent().index(control)
        parent[at : at + 1] = list(control.find(W + "sdtContent"))
    for name in ("bookmarkStart", "bookmarkEnd"):
        for mark in list(root.iter(W + name)):
            mark.getparent().remove(mark)


def no_change(_: Element) -> None:
    """What a co-author does who only looks."""
