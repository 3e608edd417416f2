"""The package: every file that is sent to a journal, made from the staged sources alone, zipped to the same bytes."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from casewright.document.model import Document
from casewright.errors import OutputError, Place, Problem
from casewright.pipeline import Build, make
from casewright.processes import Tools
from casewright.progress import Progress
from casewright.submission.blinded import blinded_docx, names_left
from casewright.submission.checklist_word import checklist_files
from casewright.submission.drafts import drafts
from casewright.submission.identifiers import SOURCE, identifiers
from casewright.submission.pictures import tiff
from casewright.submission.readme import left_to_do, readme
from casewright.submission.staging import source_files, staged
from casewright.write.docx_package import EARLIEST
from casewright.write.manifest import TOOLS

MANIFEST = "manifest.json"
SILENT = Progress()


@dataclass(frozen=True, slots=True)
class Submission:
    """A package: its files by name, and what is left for a person to do."""

    journal: str
    files: Mapping[str, bytes]
    left: tuple[str, ...]

    @property
    def zipped(self) -> bytes:
        """The package as one file; the same files give the same bytes."""
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
            for name, data in sorted(self.files.items()):
                info = zipfile.ZipInfo(name, EARLIEST)
                info.compress_type = zipfile.ZIP_DEFLATED
                info.create_system = 0  # the same on every system
                archive.writestr(info, data)
        return buffer.getvalue()


def pack_project(project: Path, journal: str, tools: Tools, progress: Progress = SILENT) -> Submission:
    """Pack the manuscript of a project for a journal.

    Raises InputError for sources that cannot be used; OutputError while an error stands that nobody has acknowledged,
    or where something in the package may identify the patient.
    """
    return pack_sources(source_files(project, journal), journal, tools, progress)


def pack_sources(
    sources: Mapping[str, bytes], journal: str, tools: Tools, progress: Progress = SILENT
) -> Submission:
    """The same, from the sources alone: what `verify` does again."""
    with staged(sources) as folder:
        build = make(folder, journal, tools, progress)
        _refuse_errors(build)
        progress.step(f"{journal}: packing")
        files = _files(build)
        files |= {SOURCE + name: data for name, data in sources.items()}
        left = tuple(left_to_do(build))
        files["README.md"] = readme(build, {*files, MANIFEST}, left).encode()
        files[MANIFEST] = _manifest(build, files)
        acknowledged = folder / "manuscript" / "acknowledged.yaml"
        kept = acknowledged if acknowledged.is_file() else None
        if problems := identifiers(files, build.sources.case, kept):
            raise OutputError(problems)
    return Submission(journal, dict(sorted(files.items())), left)


def _files(build: Build) -> dict[str, bytes]:
    files = {name: data for name, data in build.files.items() if name != MANIFEST}
    files |= drafts(build)
    files |= {f"checklist/{name}": data for name, data in checklist_files(build).items()}
    files |= _figures(build)
    if build.sources.profile.submission.blinded:
        from casewright.read.docx import read_docx

        name = "manuscript-blinded.docx"
        files[name] = blinded_docx(build)
        if names := names_left(build, read_docx(files[name], name)):
            hint = "say “one of the authors”, or leave the name out"
            raise OutputError(
                Problem(f"the blinded manuscript still names {', '.join(names)}", hint, Place(name))
            )
    return files


def _figures(build: Build) -> dict[str, bytes]:
    """Each panel under its figure's number, as the text calls it."""
    wanted = build.sources.profile.submission
    numbers = figure_numbers(build.document)
    files = {}
    for figure in build.sources.case.figures:
        for panel in figure.panels:
            data = build.sources.images.get(panel.image)
            if data is None or figure.key not in numbers:
                continue
            letter = panel.letter if len(figure.panels) > 1 else ""
            suffix = Path(panel.image).suffix.lower()
            if wanted.figure_format == "tiff" and suffix == ".png":
                data, suffix = tiff(data, wanted.figure_dpi), ".tiff"
            files[f"figures/figure-{numbers[figure.key]}{letter}{suffix}"] = data
    return files


def figure_numbers(document: Document) -> dict[str, int]:
    """The printed number of each figure by its key: the order in which the text calls them."""
    targets = [mark.target for _, block in document.blocks() for mark in block.marked("call")]
    keys = [
        target.removeprefix("figure:").partition(".")[0] for target in targets if target.startswith("figure:")
    ]
    return {key: number for number, key in enumerate(dict.fromkeys(keys), 1)}


def _refuse_errors(build: Build) -> None:
    standing = [f for f in build.result.findings if f.severity == "error" and f.acknowledged is None]
    if standing:
        raise OutputError(
            Problem(
                f"{finding.code} {finding.message}",
                finding.hint or "mend it, or acknowledge it with a reason",
                Place(finding.file, finding.spot.line, finding.spot.column),
            )
            for finding in standing
        )


def _manifest(build: Build, files: Mapping[str, bytes]) -> bytes:
    record = {
        "version": 1,
        "journal": build.sources.profile.id,
        "tools": {tool: version(tool) for tool in TOOLS},
        "files": {name: sha256(data).hexdigest() for name, data in sorted(files.items())},
    }
    return (json.dumps(record, indent=1) + "\n").encode()
