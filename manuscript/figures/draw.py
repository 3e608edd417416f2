"""Draws the stand-ins of the example: `python manuscript/figures/draw.py` writes the six PNG files beside it."""

from __future__ import annotations

from pathlib import Path

import typst

HERE = Path(__file__).resolve().parent
PANELS = ("spine-a", "spine-b", "stains-a", "stains-b", "stains-c", "stains-d")
DOTS_PER_INCH = 300.0


def draw(folder: Path) -> None:
    """Compile `panels.typ` once for each panel."""
    for panel in PANELS:
        image = typst.compile(
            HERE / "panels.typ", format="png", ppi=DOTS_PER_INCH, sys_inputs={"panel": panel}
        )
        (folder / f"{panel}.png").write_bytes(image)


if __name__ == "__main__":
    draw(HERE)
