"""Draws the stand-ins of the example: `python manuscript/figures/draw.py` writes the six PNG files beside it.

Needs Pillow (`pip install pillow`), which takes away the transparency that no panel uses: it is half of the work of
putting a picture into a PDF.
"""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import typst
from PIL import Image

HERE = Path(__file__).resolve().parent
PANELS = ("spine-a", "spine-b", "stains-a", "stains-b", "stains-c", "stains-d")
DOTS_PER_INCH = 300.0


def draw(folder: Path) -> None:
    """Compile `panels.typ` once for each panel."""
    for panel in PANELS:
        image = typst.compile(
            HERE / "panels.typ", format="png", ppi=DOTS_PER_INCH, sys_inputs={"panel": panel}
        )
        Image.open(BytesIO(image)).convert("RGB").save(folder / f"{panel}.png", optimize=True)


if __name__ == "__main__":
    draw(HERE)
