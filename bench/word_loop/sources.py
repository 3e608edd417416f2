"""The manuscript that is edited: the example, with a table, a footnote, a list, a loop and a condition more."""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from pathlib import Path

from casewright.commands.project import lay_out
from casewright.document.model import Block, Document
from casewright.document.pandoc import Pandoc
from casewright.pipeline import Sources
from casewright.write.docx import write_docx

ROOT = Path(__file__).resolve().parents[2]
PARTS = ("manuscript", "templates", "refs.bib", "pyproject.toml")
MORE = """
{% for name in ["etoposide", "cisplatin"] %}{% set drug = treatment.regimen[name] -%}
The patient received {{ drug.name }} in a dose of {{ drug.dose }} without delay.

{% endfor -%}
{% if patient.age %}Older patients may tolerate this treatment less well.[^age]{% endif %}

The values on arrival stand in @tab:arrival, and the questions that remain are these:

- whether steroids alone would have been enough
- whether the order of the treatments matters to the patient

::: {.legend key="tab:arrival"}
Blood tests on arrival at the hospital.
:::

| Blood test | Value measured |
|---|---|
| Leukocytes | {{ labs.emergency.leukocytes }} |
| Hemoglobin | {{ labs.emergency.hemoglobin }} |

[^age]: The evidence for this statement comes from small studies only.
"""


@dataclass(frozen=True, slots=True)
class Manuscript:
    """A project in a folder of its own, laid out, and the Word file that was sent to the co-authors."""

    folder: Path
    sources: Sources
    document: Document
    blocks: tuple[Block, ...]
    docx: bytes


def prepare(folder: Path, pandoc: Pandoc, journal: str = "wjg") -> Manuscript:
    """The example for a journal, copied into `folder` and enriched."""
    for name in PARTS:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, folder / name)
    settings = folder / "pyproject.toml"
    listed = re.sub(r"^journals = .*$", f'journals = ["{journal}"]', settings.read_text("utf-8"), flags=re.M)
    settings.write_text(listed, "utf-8")
    discussion = folder / "manuscript" / "discussion.md"
    discussion.write_text(discussion.read_text("utf-8") + MORE, "utf-8")
    return lay_out_again(folder, pandoc)


def lay_out_again(folder: Path, pandoc: Pandoc) -> Manuscript:
    """What the project in `folder` says now."""
    sources, document = lay_out(folder, None, pandoc)
    blocks = tuple(block for _, block in document.blocks())
    return Manuscript(
        folder, sources, document, blocks, write_docx(document, sources.profile, sources.images)
    )
