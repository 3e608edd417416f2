"""A Document as a tagged PDF, set by Typst from what pandoc's Typst writer makes of it. The same input, the same bytes."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from casewright.document.model import Document
from casewright.document.pandoc import Pandoc
from casewright.errors import OutputError, Place, Problem
from casewright.journal.model import Profile
from casewright.write.images import Images
from casewright.write.nodes import blocks_of, keywords_of, running_title_of, title_of
from casewright.write.pdf_source import Source, typst_string

FONT = "Libertinus Serif"  # free, and in the typst wheel: the same on every machine
FORMAT = "typst-citations"  # citations stay as citeproc printed them
OPTIONS: Mapping[str, str] = {"wrap_text": "none"}


def write_pdf(document: Document, profile: Profile, images: Images, pandoc: Pandoc) -> bytes:
    """The PDF. Raises OutputError where Typst refuses it: an image that is none."""
    blocks = blocks_of(document.ast)
    source = Source(frozenset(images))
    ast = {**document.ast, "meta": {}, "blocks": source.manuscript(blocks)}
    body = pandoc.write(ast, FORMAT, OPTIONS)
    arguments = {
        "full-title": typst_string(title_of(blocks)),
        "short-title": typst_string(running_title_of(blocks) or title_of(blocks)),
        "journal": typst_string(profile.name),
        "keywords": _array(keywords_of(blocks)),
        **_language(profile.language),
        "fonts": _array([FONT]),
        "size": f"{profile.typography.size_pt:g}pt",
        "spacing": f"{profile.typography.line_spacing:g}",
        "paper": typst_string(profile.typography.paper),
        "margin": f"{profile.typography.margin_cm:g}cm",
    }
    given = ", ".join(f"{name}: {value}" for name, value in arguments.items())
    main = f'#import "pdf.typ": *\n#show: manuscript.with({given})\n\n{body}\n'
    return _compile(main, {name: images[path] for name, path in source.files.items()})


def _compile(main: str, panels: Mapping[str, bytes]) -> bytes:
    """Typst may read this folder and nothing else."""
    import typst

    with TemporaryDirectory(prefix="casewright-") as name:
        folder = Path(name)
        folder.joinpath("main.typ").write_text(main, encoding="utf-8", newline="\n")
        template = Path(__file__).with_name("assets").joinpath("pdf.typ").read_bytes()
        folder.joinpath("pdf.typ").write_bytes(template)
        for panel, data in panels.items():
            folder.joinpath(panel).write_bytes(data)
        try:
            return bytes(
                typst.compile(folder / "main.typ", root=folder, ignore_system_fonts=True, timestamp=0, font_paths=[])
            )
        except RuntimeError as fault:
            raise OutputError(_explained(fault)) from fault


def _explained(fault: RuntimeError) -> Problem:
    first = str(fault).strip().partition("\n")[0]
    return Problem(f"the PDF cannot be set: {first}", "look at the images of the figures first", Place("manuscript.pdf"))


def _language(tag: str) -> dict[str, str]:
    """`en-US` as Typst takes it."""
    language, _, region = tag.partition("-")
    return {"language": typst_string(language), "region": typst_string(region) if region else "none"}


def _array(values: list[str]) -> str:
    return f"({''.join(typst_string(value) + ', ' for value in values)})"
