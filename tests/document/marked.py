"""What the tests of building write about: works, abbreviations, figures, and Markdown that stands in one file."""

from __future__ import annotations

from casewright.case.model import Figure, Panel
from casewright.errors import Place
from casewright.render.model import Origin, Origins, Rendered, Segment

ABBREVIATIONS = {
    "ISCM": "intramedullary spinal cord metastasis",
    "pNET": "pancreatic NET",
    "NET": "neuroendocrine tumor",
    "MRI": "magnetic resonance imaging",
}
# Works made up for these tests; nobody wrote them.
WORKS = """\
@article{one, author={Adams, Ann}, title={A first title: in small letters},
 shortjournal={J Tests}, journal={Journal of Tests},
 year={2001}, volume={1}, pages={10--19}, doi={10.1000/one}, pmid={11}}
@article{two, author={Baker, Bob and Cook, Carl}, title={A {DNA} title: On capitals}, journal={J Tests}, year={2002},
 volume={2}, pages={20--29}, pmid={22}}
@article{three, author={van Dijk, Dora and Eng, Eve and Fox, Fay}, title={A third title}, journal={J Tests},
 year={2003}, volume={3}, pages={30--39}}
@misc{unknown, author={Gray, Guy and Hill, Hal and Ito, Ivy}, title={Not seen}, keywords={unverified}}
"""


def figure(key: str, letters: str) -> Figure:
    panels = tuple(
        Panel(letter, f"{key}-{letter}.png".lower(), f"alt of {key} {letter}") for letter in letters
    )
    return Figure(key, panels, Place("manuscript/case.yaml", 7, 3))


def rendered(markdown: str, file: str = "manuscript/prose.md") -> Rendered:
    """Markdown that was written, all of it, in one file."""
    segment = Segment(0, len(markdown), Origin("literal", file, 1, 1))
    return Rendered(markdown, Origins(markdown, (segment,)), {}, {})
