"""The floor that a build is measured against: YAML and jinja2, then the bare commands one after the other.

`python bench/floor.py FOLDER` reads facts.yaml and paper.md.j2 in the folder (bench/speed.py puts them there, made from
the same manuscript), renders, runs pandoc with citeproc for docx, html, jats and typst, and compiles the PDF. It
reads nothing back and checks nothing.
"""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import typst
from jinja2 import Environment
from ruamel.yaml import YAML


def main(folder: Path) -> None:
    """Make the four formats in `folder`."""
    os.chdir(folder)
    facts = YAML(typ="safe").load(Path("facts.yaml"))
    template = Environment(comment_start_string="{##", autoescape=False).from_string(
        Path("paper.md.j2").read_text("utf-8")
    )
    Path("paper.md").write_text(template.render(facts=facts), "utf-8")
    spec = find_spec("pypandoc")
    assert spec is not None
    assert spec.submodule_search_locations
    pandoc = Path(spec.submodule_search_locations[0], "files", "pandoc")
    common = [
        str(pandoc),
        "paper.md",
        "--standalone",
        "--citeproc",
        "--bibliography=refs.bib",
        "--csl=style.csl",
    ]
    for arguments in (
        ["--to=docx", "--output=paper.docx"],
        ["--to=html", "--embed-resources", "--output=paper.html"],
        ["--to=jats", "--output=paper.xml"],
        ["--to=typst-citations", "--output=paper.typ"],
    ):
        subprocess.run([*common, *arguments], check=True, stderr=subprocess.DEVNULL)
    typst.compile("paper.typ", output="paper.pdf")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
