"""A small manuscript with everything in it that a writer has to bring to paper, built once a process."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from casewright.case.model import Case, Fact, Figure, Panel
from casewright.document.bibliography import parse_bibliography
from casewright.document.build import build_document
from casewright.document.model import Document
from casewright.document.pandoc import Pandoc
from casewright.errors import Place
from casewright.journal.model import Profile
from casewright.journal.profile import load_profile
from casewright.render.model import Origin, Origins, Rendered, Segment

MARKDOWN = """
::: {.section role="title"}
A tumor of [the spinal cord]{.fact key="site"}: A case report
:::

::: {.section role="running_title" title="Running title"}
[Running title:]{.run-in} Tumor of [the spinal cord]{.fact key="site"}
:::

::: {.section role="authors" title="Authors"}
Ann Adams, Bo Berg

Ann Adams, Department of Surgery, City Hospital
:::

::: {.section role="statements.conflicts" title="Conflict-of-interest statement"}
[Conflict-of-interest statement:]{.run-in} none
:::

::: {.section role="front" title="Correspondence to"}
[Correspondence to:]{.run-in} Ann Adams
:::

::: {.section role="abstract" title="Abstract"}
# Abstract

Leukocytes were [6800 /μL]{.fact key="labs.leukocytes"}, the dose [70 mg/m^2^]{.fact key="dose"}; the interval was
[15 d]{.fact key="interval"}.
:::

::: {.section role="keywords" title="Key words"}
[Key words:]{.run-in} Spinal cord; [Ependymoma]{.fact key="diagnosis"}; "Salt & pepper" chromatin
:::

::: {.section role="core_tip" title="Core tip"}
[Core tip:]{.run-in} Early surgery helps.
:::

::: {.section role="introduction" title="Introduction"}
# INTRODUCTION

Such tumors are rare[@adams2001; @berg2002; @zhu2004]. @adams2001 saw
[8 of 9]{.fact key="studies.adams2001.n"} <2% & more.
:::

::: {.section role="case" title="Case report"}
# CASE [II]{.fact key="grade"}

Again **[6800 /μL]{.fact key="labs.leukocytes"}**(sic) as @fig:spine.B and @tab:labs show[^1]. See
[the site](https://example.org/a?b=1&c=2) and [this](javascript:x). It was *not* `code` and H~2~O.

- one
- two [6800 /μL]{.fact key="labs.leukocytes"}

3. three

> quoted

:::: {.section role="case.laboratory" title="Laboratory"}
## Laboratory

::: {.legend key="tab:labs"}
Blood tests at admission.

| Test | Value |
|:-----|------:|
| ANC  | [6430 /μL]{.fact key="labs.anc"} |
| none |       |

Reference ranges are the hospital's.
:::
::::

After the sub-section.

[^1]: A note on [6800 /μL]{.fact key="labs.leukocytes"}.
:::

::: {.section role="comments" title="Comments"}
# COMMENTS

:::: {.section role="comments.treatment" title="Treatment"}
[Treatment:]{.run-in} Removal of the tumor at [T10/T11]{.fact key="level"}.
::::
:::

::: {.section role="acknowledgements" title="Acknowledgements"}
# ACKNOWLEDGEMENTS

We thank nobody[@berg2002].
:::

::: {.section role="references" title="References"}
# REFERENCES

::: {.references}
:::
:::

::: {.section role="legends" title="Figure legends"}
# FIGURE LEGENDS

::: {.legend key="fig:spine"}
**The spine.** A: before; B: after [15 d]{.fact key="interval"}[@adams2001].
:::
:::
"""

WORKS = """
@article{adams2001, author={Adams, Ann and Eve, J{\\"u}rgen-Otto}, title={A title. In two sentences},
 journal={Journal of Tests}, shortjournal={J Tests}, year={2001}, volume={84}, pages={85--89},
 pmid={123456}, doi={10.1000/xyz(1).2}}
@book{berg2002, editor={Berg, Bo}, title={Tumours of the cord}, publisher={Press}, address={Lyon}, year={2002}}
@article{zhu2004, author={Zhu, Z and {the CARE Group}}, title={Zhu and the cord}, journal={Cord}, year={2004},
 volume={2004}, pages={7}, pmid={7}}
"""


@dataclass(frozen=True)
class Sample:
    """A document with all that its writers take."""

    document: Document
    profile: Profile
    case: Case
    images: Mapping[str, bytes]
    works: Mapping[str, Any]


def png(width: int, height: int, grey: int) -> bytes:
    """A picture in one shade."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = (b"\0" + bytes([grey]) * width) * height
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def fact(id: str, written: str, line: int, formula: str = "") -> Fact:
    return Fact(id, written, written, Place("/somewhere/else/manuscript/case.yaml", line, 3), formula=formula)


SPINE = Figure(
    "spine", (Panel("A", "figures/a.png", 'Spine & "cord"'), Panel("B", "figures/b.png", "After")), Place()
)
FACTS = (
    fact("labs.leukocytes", "6800 /uL", 12),
    fact("interval", "15 d", 20, "operation - biopsy, in whole days"),
    fact("site", "the spinal cord", 3),
)
IMAGES = {"figures/a.png": png(90, 60, 40), "figures/b.png": png(30, 80, 200)}


def build(
    markdown: str, pandoc: Pandoc, works: str = WORKS, figures: tuple[Figure, ...] = (SPINE,)
) -> Sample:
    """A document of this marked Markdown."""
    profile = load_profile("wjg")
    segment = Segment(0, len(markdown), Origin("literal", "manuscript/prose.md", 1, 1))
    rendered = Rendered(markdown, Origins(markdown, (segment,)), {}, {})
    case = Case({fact.id: fact for fact in FACTS}, {}, figures, {})
    document = build_document(rendered, case, profile, parse_bibliography(works), pandoc)
    return Sample(document, profile, case, IMAGES, pandoc.read_bibliography(works))


@cache
def sample() -> Sample:
    """The document of everything."""
    with Pandoc() as pandoc:
        return build(MARKDOWN, pandoc)
