"""The pictures of a manuscript: where they lie, what they show in words, and beside which legend they stand."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from casewright.read.docx.package import Package
from casewright.read.docx.styles import W
from casewright.read.xml import Element, parse
from casewright.submission.pictures import stripped

LARGEST = 50_000_000  # bytes of one picture
MOST = 200  # pictures of one manuscript
LINK = "{http://www.w3.org/1999/xlink}href"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed"
ENDINGS = ("", ".png", ".jpg", ".jpeg", ".tif", ".tiff", ".svg")


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture without its metadata. `figure` is the printed number of its figure, "" where that is not certain."""

    name: str
    data: bytes
    figure: str = ""
    alt: str = ""


def pictures_of(file: Path, legends: Mapping[str, str]) -> tuple[list[Picture], list[str]]:
    """The pictures of a Word file, or those beside a JATS file; and the names of those that are not there.

    `legends` gives the text of each figure's legend by its printed number.
    """
    if zipfile.is_zipfile(file):
        return list(_in_word(file, legends)), []
    if file.suffix.lower() == ".xml":
        return _beside_jats(file)
    return [], []


def _in_word(file: Path, legends: Mapping[str, str]) -> Iterator[Picture]:
    told = _figures_in_word(file, legends)
    with zipfile.ZipFile(file) as package:
        media = [entry for entry in package.infolist() if entry.filename.startswith("word/media/")]
        for entry in media[:MOST]:
            if entry.file_size <= LARGEST and not entry.is_dir():
                figure, alt = told.get(entry.filename, ("", ""))
                yield Picture(PurePosixPath(entry.filename).name, stripped(package.read(entry)), figure, alt)


def _figures_in_word(file: Path, legends: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    """By part: the figure whose legend comes before, or after, each picture, and the words that describe it.

    Pictures stand before their legends or behind them, throughout; where they stand both ways, nothing is certain.
    """
    package = Package(file.read_bytes(), file.name)
    body, relations = package.optional("word/document.xml"), package.optional("word/_rels/document.xml.rels")
    if body is None or relations is None:
        return {}
    targets = {one.get("Id"): f"word/{one.get('Target')}" for one in relations}
    numbers = {_bare(text): number for number, text in legends.items()}
    order: list[str | tuple[str, str]] = []  # numbers of legends, and pictures with their descriptions
    for paragraph in body.iter(W + "p"):
        order += [
            (targets.get(blip.get(RELATION), ""), _described(blip)) for blip in paragraph.iter("{*}blip")
        ]
        if number := numbers.get(_bare("".join(str(run.text or "") for run in paragraph.iter(W + "t")))):
            order.append(number)
    if not any(isinstance(one, str) for one in order):
        return {}
    behind, before = isinstance(order[0], str), isinstance(order[-1], str)
    if behind == before:
        return {}
    found: dict[str, tuple[str, str]] = {}
    figure = ""
    for one in order if behind else reversed(order):
        if isinstance(one, str):
            figure = one
        else:
            found[one[0]] = (figure, one[1])
    return found


def _described(blip: Element) -> str:
    for drawing in blip.iterancestors("{*}inline", "{*}anchor"):
        properties = drawing.find("{*}docPr")
        return " ".join(str(properties.get("descr") or "").split())[:500] if properties is not None else ""
    return ""


def _beside_jats(file: Path) -> tuple[list[Picture], list[str]]:
    pictures, missing = [], []
    for figure in list(parse(file.read_bytes(), file.name).iter("{*}fig"))[:MOST]:
        label = figure.find("{*}label")
        number = re.sub(r"\D", "", "".join(label.itertext())) if label is not None else ""
        words = figure.find(".//{*}alt-text")
        alt = " ".join("".join(words.itertext()).split())[:500] if words is not None else ""
        for graphic in figure.iter("{*}graphic"):
            link = str(graphic.get(LINK) or "")
            picture = _beside(file, link)
            if picture is None:
                missing.append(link or "a picture without a name")
            else:
                pictures.append(Picture(picture.name, stripped(picture.read_bytes()), number, alt))
    return pictures, missing


def _beside(file: Path, link: str) -> Path | None:
    """The file that a graphic names: in the folder of the manuscript or below it, and nowhere else."""
    path = PurePosixPath(link)
    if not link or path.is_absolute() or ".." in path.parts or "\\" in link or ":" in link:
        return None
    for ending in ENDINGS:
        found = file.parent / f"{link}{ending}"
        inside = found.resolve().is_relative_to(file.parent.resolve())
        if inside and found.is_file() and found.stat().st_size <= LARGEST:
            return found
    return None


def _bare(text: str) -> str:
    return "".join(text.split())
