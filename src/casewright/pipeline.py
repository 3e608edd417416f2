"""The whole build on one screen: data, prose and templates in; files that were read back and verified out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from casewright.case.load import load_case
from casewright.case.model import Case
from casewright.check.result import FileResult
from casewright.check.settings import load_settings
from casewright.check.targets import judge
from casewright.document.bibliography import Bibliography, load_bibliography
from casewright.document.build import build_document
from casewright.document.model import Document
from casewright.document.pandoc import Pandoc
from casewright.document.reading import Reading
from casewright.errors import OutputError
from casewright.journal.model import Profile
from casewright.journal.profile import load_profile
from casewright.progress import Progress
from casewright.read.docx import read_docx
from casewright.read.html import read_html
from casewright.read.jats import read_jats
from casewright.read.pdf import read_pdf
from casewright.render.model import Rendered
from casewright.render.render import render
from casewright.verify import differences
from casewright.write.docx import write_docx
from casewright.write.html import write_html
from casewright.write.jats import write_jats
from casewright.write.manifest import facts_json, manifest_json
from casewright.write.pdf import write_pdf

SILENT = Progress()
READERS: Mapping[str, Callable[[bytes, str], Document]] = {
    "manuscript.docx": read_docx,
    "manuscript.pdf": read_pdf,
    "manuscript.html": read_html,
    "manuscript.xml": read_jats,
}


@dataclass(frozen=True, slots=True)
class Sources:
    """Everything that one manuscript is made from. `id` names it: the SHA-256 of all that was read."""

    project: Path
    profile: Profile
    case: Case
    bibliography: Bibliography
    rendered: Rendered
    images: Mapping[str, bytes]
    files: Mapping[str, Path]
    id: str


@dataclass(frozen=True, slots=True)
class Build:
    """One manuscript for one journal: the document, the files by name, each as read back, and what the rules found."""

    sources: Sources
    document: Document
    files: Mapping[str, bytes]
    read_back: Mapping[str, Document]
    result: FileResult


def make(project: Path, journal: str, pandoc: Pandoc, progress: Progress = SILENT) -> Build:
    """Build one manuscript in memory.

    Raises InputError for sources that cannot be used, OutputError for a file that does not say what they say.
    """
    progress.step(f"{journal}: reading the case")
    sources = gather(project, journal)
    progress.step(f"{journal}: laying out the manuscript")
    document = build_document(
        sources.rendered, sources.case, sources.profile, sources.bibliography, pandoc, project / "manuscript"
    )
    progress.step(f"{journal}: writing Word, PDF, web page and JATS")
    files = write(sources, document, pandoc)
    progress.step(f"{journal}: reading back")
    read_back = {name: read(files[name], name) for name, read in READERS.items()}
    problems = [problem for name, read in read_back.items() for problem in differences(document, read, name)]
    if problems:
        raise OutputError(problems)
    progress.step(f"{journal}: checking")
    result = judge(str(project), Reading(document, project=sources.case), load_settings(project), project)
    records = {"facts.json": facts_json(sources.case, document)}
    records["manifest.json"] = manifest_json(sources.files, files | records, journal)
    progress.done()
    return Build(sources, document, files | records, read_back, result)


def gather(project: Path, journal: str) -> Sources:
    """Read and render the sources; no process is started and nothing is written."""
    profile = load_profile(journal, project)
    case = load_case(project / "manuscript")
    bibliography = load_bibliography(project / "refs.bib")
    rendered = render(case, profile, project)
    manuscript = project / "manuscript"
    panels = [panel.image for figure in case.figures for panel in figure.panels]
    images = {image: data for image in panels if (data := _image(manuscript, image)) is not None}
    files = {
        **{f"manuscript/{image}": manuscript / image for image in images},
        **{f"manuscript/{Path(file).name}": Path(file) for file in case.files},
        "refs.bib": project / "refs.bib",
        **rendered.files,
    }
    return Sources(project, profile, case, bibliography, rendered, images, files, _id(files))


def write(sources: Sources, document: Document, pandoc: Pandoc) -> dict[str, bytes]:
    """The four files. Those that need pandoc take turns with those that do not."""
    profile, case, images = sources.profile, sources.case, sources.images
    with ThreadPoolExecutor(max_workers=2) as side_by_side:
        pdf = side_by_side.submit(write_pdf, document, profile, images, pandoc)
        docx = side_by_side.submit(write_docx, document, profile, images)
        html = write_html(document, profile, case, images)
        jats = write_jats(document, profile, images, pandoc.read_bibliography(sources.bibliography.text))
        return {
            "manuscript.docx": docx.result(),
            "manuscript.pdf": pdf.result(),
            "manuscript.html": html,
            "manuscript.xml": jats,
        }


def _image(manuscript: Path, image: str) -> bytes | None:
    """The bytes of an image inside the manuscript's folder; what is not there is a problem of the document's."""
    path = (manuscript / image).resolve()
    return path.read_bytes() if path.is_relative_to(manuscript.resolve()) and path.is_file() else None


def _id(files: Mapping[str, Path]) -> str:
    digest = sha256()
    for name, path in sorted(files.items()):
        digest.update(name.encode() + b"\0" + sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:32]
