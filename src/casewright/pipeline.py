"""The whole build on one screen: data, prose and templates in; files that were read back and verified out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from casewright.case.load import load_case
from casewright.case.model import Case
from casewright.document.bibliography import Bibliography, load_bibliography
from casewright.document.build import build_document
from casewright.document.model import Document
from casewright.document.reviews import load_reviews, review_files, with_comments
from casewright.errors import OutputError
from casewright.journal.model import Profile
from casewright.journal.profile import load_profile
from casewright.processes import Tools
from casewright.progress import Progress
from casewright.render.model import Rendered
from casewright.render.render import render
from casewright.write import timeline
from casewright.write.docx import write_docx
from casewright.write.html import write_html
from casewright.write.jats import write_jats
from casewright.write.manifest import facts_json, manifest_json
from casewright.write.pdf import write_pdf
from casewright.write.reuse import recipes, reusable

if TYPE_CHECKING:
    from casewright.check.result import FileResult

SILENT = Progress()
OUTPUTS = ("manuscript.docx", "manuscript.html", "manuscript.pdf", "manuscript.xml")


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


@dataclass(frozen=True)
class Build:
    """One manuscript for one journal: the document, the files by name, and what the rules found in it."""

    sources: Sources
    document: Document
    files: Mapping[str, bytes]
    recipes: Mapping[str, str]
    result: FileResult

    @cached_property
    def read_back(self) -> Mapping[str, Document]:
        """The four files as an independent reader reads them; the build itself has compared them already."""
        from casewright.judging import READERS

        return {name: read(self.files[name], name) for name, read in READERS.items()}


def make(
    project: Path, journal: str, tools: Tools, progress: Progress = SILENT, reuse: bool = False
) -> Build:
    """Build one manuscript in memory; with `reuse`, take those files of the last build that would be the same.

    Raises InputError for sources that cannot be used, OutputError for a file that does not say what they say.
    """
    progress.step(f"{journal}: reading the case")
    sources = gather(project, journal)
    progress.step(f"{journal}: laying out the manuscript")
    document = build_document(
        sources.rendered,
        sources.case,
        sources.profile,
        sources.bibliography,
        tools.pandoc,
        project / "manuscript",
    )
    document = with_comments(document, load_reviews(project))
    tools.judge.document(document, sources.case, sources.profile, project)
    progress.step(f"{journal}: writing Word, PDF, web page and JATS")
    made = recipes(OUTPUTS, document, sources.profile, sources.case, sources.images)
    files = write(sources, document, tools, reusable(project / "build" / journal, made) if reuse else None)
    progress.step(f"{journal}: reading back and checking")
    records = {"facts.json": facts_json(sources.case, document)}
    records["manifest.json"] = manifest_json(sources.files, files | records, journal)
    verdict = tools.judge.verdict()
    progress.done()
    if verdict.problems:
        raise OutputError(verdict.problems)
    return Build(sources, document, files | records, made, verdict.result)


def gather(project: Path, journal: str) -> Sources:
    """Read and render the sources; no process is started and nothing is written."""
    profile = load_profile(journal, project)
    case = load_case(project / "manuscript")
    bibliography = load_bibliography(project / "refs.bib")
    rendered = render(case, profile, project)
    manuscript = project / "manuscript"
    panels = [panel.image for figure in case.figures for panel in figure.panels]
    images = {image: data for image in panels if (data := _image(manuscript, image)) is not None}
    if timeline.IMAGE in images:
        images[timeline.IMAGE] = timeline.redrawn(case, images[timeline.IMAGE])
    files = {
        **{f"manuscript/{image}": manuscript / image for image in images},
        **{f"manuscript/{Path(file).name}": Path(file) for file in case.files},
        "refs.bib": project / "refs.bib",
        **{f"reviews/{file.name}": file for file in review_files(project)},
        **rendered.files,
    }
    style = profile.folder / f"{profile.citations.csl}.csl"
    if style.is_file():
        files[f"templates/{journal}/{style.name}"] = style
    return Sources(project, profile, case, bibliography, rendered, images, files, _id(files))


def write(
    sources: Sources, document: Document, tools: Tools, kept: Mapping[str, bytes] | None = None
) -> dict[str, bytes]:
    """The four files, but for those that are `kept`; each is handed to the judge as soon as it is there."""
    profile, case, images = sources.profile, sources.case, sources.images
    works = tools.pandoc.read_bibliography(sources.bibliography.text)
    writers: dict[str, Callable[[], bytes]] = {
        "manuscript.pdf": lambda: write_pdf(document, profile, images, tools.pandoc),
        "manuscript.html": lambda: write_html(document, profile, case, images),
        "manuscript.docx": lambda: write_docx(document, profile, images),
        "manuscript.xml": lambda: write_jats(document, profile, images, works),
    }
    files = dict(kept or {})
    with ThreadPoolExecutor(max_workers=1) as beside:  # pandoc and Typst work beside the other writers
        pdf = None if "manuscript.pdf" in files else beside.submit(writers["manuscript.pdf"])
        for name in writers.keys() - files.keys() - {"manuscript.pdf"}:
            files[name] = writers[name]()
            tools.judge.file(name, files[name])
        if pdf is not None:
            files["manuscript.pdf"] = pdf.result()
            tools.judge.file("manuscript.pdf", files["manuscript.pdf"])
    return dict(sorted(files.items()))


def _image(manuscript: Path, image: str) -> bytes | None:
    """The bytes of an image inside the manuscript's folder; what is not there is a problem of the document's."""
    path = (manuscript / image).resolve()
    return path.read_bytes() if path.is_relative_to(manuscript.resolve()) and path.is_file() else None


def _id(files: Mapping[str, Path]) -> str:
    digest = sha256()
    for name, path in sorted(files.items()):
        digest.update(name.encode() + b"\0" + sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:32]
