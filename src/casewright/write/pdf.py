"""A Document as a tagged PDF: pandoc's Typst writer, our template, the typst wheel. The same input, the same bytes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from casewright.document.model import Document
from casewright.document.pandoc import Pandoc
from casewright.errors import InputError, OutputError, Place, Problem
from casewright.journal.model import Profile
from casewright.patterns import lazily
from casewright.write.front import keywords_of, running_title_of, title_of
from casewright.write.images import Images
from casewright.write.nodes import blocks_of
from casewright.write.pdf_source import Source
from casewright.write.pdf_text import typst_string

FONT = "Libertinus Serif"  # free, and in the typst wheel: the same on every machine
FORMAT = "typst-citations-smart"  # citations stay as citeproc printed them, and quotation marks as they are
STANDARD: Literal["ua-1"] = (
    "ua-1"  # tagged, with a title, a language and a text for every picture: ISO 14289-1
)
TEMPLATE = Path(__file__).with_name("assets") / "pdf.typ"
_NO_LETTERS = lazily(r"the text `\"(.+?)\"` could not be displayed")
_CODE = lazily(r"\\u\{([0-9a-f]{1,6})\}")


def write_pdf(document: Document, profile: Profile, images: Images, pandoc: Pandoc) -> bytes:
    """The PDF. Raises OutputError where Typst refuses something: an image that is none, as a rule."""
    blocks = blocks_of(document.ast)
    source = Source(blocks, images)
    ast = {**document.ast, "meta": {}, "blocks": source.blocks()}
    words = pandoc.write(ast, FORMAT, {"wrap_text": "none"})
    arguments = _arguments(profile, blocks)
    return _compile(
        f'#import "pdf.typ": *\n#show: manuscript.with({arguments})\n\n{words}\n', source.files, document
    )


def _arguments(profile: Profile, blocks: list[dict[str, object]]) -> str:
    """What the template asks of the journal and of the title page."""
    title, look = title_of(blocks), profile.typography
    language, _, region = profile.language.partition("-")
    given = {
        "full-title": typst_string(title or profile.journal),  # PDF/UA wants one
        "short-title": typst_string(running_title_of(blocks) or title),
        "journal": typst_string(profile.journal),
        "keywords": _array(keywords_of(blocks)),
        "language": typst_string(language),
        "region": typst_string(region) if region else "none",
        "fonts": _array([FONT]),
        "size": f"{look.size_pt:g}pt",
        "spacing": f"{look.line_spacing:g}",
        "paper": typst_string(look.paper),
        "margin": f"{look.margin_cm:g}cm",
    }
    return ", ".join(f"{name}: {value}" for name, value in given.items())


def _array(values: Iterable[str]) -> str:
    return f"({''.join(typst_string(value) + ', ' for value in values)})"


def _compile(main: str, images: Mapping[str, bytes], document: Document) -> bytes:
    """Typst sees a folder of its own with these files and nothing else."""
    import typst

    with TemporaryDirectory(prefix="casewright-") as name:
        folder = Path(name)
        files = {"main.typ": main.encode(), "pdf.typ": TEMPLATE.read_bytes(), **images}
        for file, data in files.items():
            folder.joinpath(file).write_bytes(data)
        try:
            pdf = typst.compile(
                folder / "main.typ",
                root=folder,
                ignore_system_fonts=True,
                timestamp=0,
                pdf_standards=[STANDARD],
            )
        except RuntimeError as fault:
            raise _refused(str(fault).strip().partition("\n")[0], document) from fault
    return bytes(pdf)


def _refused(reason: str, document: Document) -> InputError:
    """Why Typst sets no PDF: letters that the typeface lacks, with their place, or what it says."""
    letters = _NO_LETTERS.search(reason)
    if letters is None:
        hint = "look at the images, and at what you changed last"
        return OutputError(Problem(f"the PDF cannot be set: {reason}", hint, Place("manuscript.pdf")))
    hint = "write it in Latin letters, with a sign of the keyboard, or as a picture with an alternative text"
    sign = _CODE.sub(lambda code: chr(int(code[1], 16)), letters[1])
    places = (block.at(block.text.find(sign)) for _, block in document.blocks() if sign in block.text)
    shown = f"“{sign}”" if sign.isprintable() else "the sign " + " ".join(f"U+{ord(c):04X}" for c in sign)
    message = f"the typeface of the PDF does not have {shown}"
    return InputError(Problem(message, hint, next(places, Place("manuscript.pdf"))))
