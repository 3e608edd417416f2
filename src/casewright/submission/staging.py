"""A copy of all that one manuscript is made from, and of nothing else: what is packed, and what is built again.

Pictures are copied without their metadata, so that neither the sources nor what is built from them carries any.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from casewright.errors import InputError, Place, Problem
from casewright.journal.profile import common_folder
from casewright.pipeline import Sources, gather
from casewright.submission.pictures import stripped

TEXTS = (".md", ".yaml", ".csl")
LARGEST = 5_000_000  # bytes of one text


def source_files(project: Path, journal: str) -> dict[str, bytes]:
    """Every source of the manuscript for this journal, by its name in a project. Raises InputError."""
    sources = gather(project, journal)
    files = {
        f"manuscript/{path.relative_to(project / 'manuscript').as_posix()}": _text(path)
        for path in sorted((project / "manuscript").rglob("*"))
        if path.suffix in TEXTS and path.is_file() and not path.is_symlink()
    }
    files |= {f"manuscript/{name}": stripped(data) for name, data in sources.images.items()}
    files |= {
        name: _text(project / name) for name in ("refs.bib", "pyproject.toml") if (project / name).is_file()
    }
    return dict(sorted((files | _templates(sources)).items()))


@contextmanager
def staged(files: Mapping[str, bytes]) -> Iterator[Path]:
    """A folder that holds these sources, for as long as it is needed."""
    with TemporaryDirectory(prefix="casewright-") as folder:
        for name, data in files.items():
            path = Path(folder) / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        yield Path(folder)


def _templates(sources: Sources) -> dict[str, bytes]:
    """The journal's folder, and that which it shares with others."""
    own = sources.profile.folder
    return {
        f"templates/{root.name}/{path.relative_to(root).as_posix()}": _text(path)
        for root in (own, common_folder(own))
        if root.is_dir()
        for path in sorted(root.rglob("*"))
        if path.suffix in TEXTS and path.is_file()
    }


def _text(path: Path) -> bytes:
    if path.stat().st_size > LARGEST:
        raise InputError(Problem(f"larger than {LARGEST} bytes", "", Place(str(path))))
    return path.read_bytes()
