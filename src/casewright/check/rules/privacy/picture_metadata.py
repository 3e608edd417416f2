"""CW610."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar

from casewright.case.model import Case
from casewright.check.finding import Finding, Severity
from casewright.check.rules.privacy.pictures import traces
from casewright.check.spotting import missing
from casewright.document.reading import Reading
from casewright.errors import Place

_MOST_BYTES = 30_000_000  # of one picture
_MOST_PICTURES = 200


class PictureMetadata:
    """A picture file carries more than its picture: a place, an author, a thumbnail, a DICOM header.

    Why it is bad
        A photograph from a telephone says where it was taken; a DICOM file names the patient; the thumbnail of a
        cropped photograph may still show the face.

    Example
        A photograph with its GPS position in a .docx.

    Write instead
        Save the picture anew without metadata, as PNG or JPEG.

    Source
        HIPAA Privacy Rule, 45 CFR 164.514(b)(2)(i)(B) and (Q); Exif 2.32 (CIPA DC-008) and DICOM PS3.10 for the
        headers.
    """

    code: ClassVar[str] = "CW610"
    name: ClassVar[str] = "picture-metadata"
    severity: ClassVar[Severity] = "warning"

    def check(self, reading: Reading) -> Iterator[Finding]:
        """A warning for what may identify, a note for the rest: pictures in a .docx, and a project's figures."""
        for name, data in _pictures(reading):
            for trace in traces(data):
                severity: Severity = "warning" if trace.identifies else "note"
                message = f"the picture {Path(name).name} carries {trace.what}"
                hint = "save it anew without metadata"
                yield missing(self, message, hint, severity=severity, place=Place(name))


def _pictures(reading: Reading) -> Iterator[tuple[str, bytes]]:
    if isinstance(reading.project, Case) and reading.document.format == "built":
        for figure in reading.project.figures:
            for panel in figure.panels:
                file = Path(figure.place.file).parent / panel.image
                if file.is_file() and file.stat().st_size <= _MOST_BYTES:
                    yield str(file), file.read_bytes()
    elif reading.document.source.lower().endswith(".docx") and Path(reading.document.source).is_file():
        yield from _in_word(reading.document.source)


def _in_word(source: str) -> Iterator[tuple[str, bytes]]:
    from zipfile import BadZipFile, ZipFile

    try:
        with ZipFile(source) as package:
            media = [entry for entry in package.infolist() if entry.filename.startswith("word/media/")]
            for entry in media[:_MOST_PICTURES]:
                if entry.file_size <= _MOST_BYTES:
                    yield f"{source}:{entry.filename}", package.read(entry)
    except (BadZipFile, OSError, NotImplementedError, RuntimeError):
        return  # damaged or encrypted: the reader of the manuscript has said so
