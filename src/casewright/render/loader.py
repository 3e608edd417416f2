"""Templates and prose by name: `manuscript/...` from the project, everything else from the journal's folder.

What the journal's folder does not have is looked for in the folder that journals share, which `common/...` names, too.
"""

from __future__ import annotations

from collections.abc import Callable
from difflib import get_close_matches
from pathlib import Path, PurePosixPath

from jinja2 import BaseLoader, Environment, TemplateNotFound

from casewright.errors import InputError, Place, Problem
from casewright.journal.profile import COMMON, common_folder

MAX_BYTES = 2_000_000  # a template or a chapter of prose has some thousand; no book is this long
PROSE = "manuscript"
PROFILE = "profile.yaml"  # which every journal has of its own
MOST_PROSE = 500  # files; a manuscript has about thirty


class ProjectLoader(BaseLoader):
    """Reads UTF-8 text from three folders, and from nowhere else: links that lead out of them are refused.

    `files` maps the names under which files were read, which are also those that places print, to their paths;
    `sources` keeps their text.
    """

    def __init__(self, project: Path, journal: Path) -> None:
        self.prose = project / PROSE
        self.journal = journal
        self.common = common_folder(journal)
        self.files: dict[str, Path] = {}
        self.sources: dict[str, str] = {}

    def shown(self, template: str) -> str:
        """The name that places print: relative to the project, as its author knows the file."""
        if template.startswith(f"{PROSE}/"):
            return template
        shared = f"{COMMON}/{template.removeprefix(f'{COMMON}/')}"
        return f"templates/{shared if self._is_shared(template) else f'{self.journal.name}/{template}'}"

    def written(self) -> list[str]:
        """The prose that there is, by the names of its files: `case`, `abstract/background`."""
        found = sorted(self.prose.rglob("*.md"))[:MOST_PROSE]
        return [file.relative_to(self.prose).with_suffix("").as_posix() for file in found]

    def _is_shared(self, template: str) -> bool:
        if template.startswith(f"{COMMON}/"):
            return True
        if template == PROFILE:
            return False
        return not (self.journal / template).is_file() and (self.common / template).is_file()

    def get_source(self, _: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        path = self._path(template)
        shown = self.shown(template)
        if path is None or not path.is_file():
            raise TemplateNotFound(template, f"there is no file `{shown}`")
        try:
            raw = path.read_bytes()
        except OSError as error:
            raise InputError(Problem("cannot read the file", error.strerror or "", Place(shown))) from error
        if len(raw) > MAX_BYTES:
            raise InputError(Problem(f"larger than {MAX_BYTES} bytes", "", Place(shown)))
        try:
            text = raw.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = raw.count(b"\n", 0, error.start) + 1
            raise InputError(
                Problem("not UTF-8 text", "save the file as UTF-8", Place(shown, line))
            ) from error
        self.files[shown] = path
        self.sources[shown] = text
        return text, str(path), lambda: True

    def nearest(self, template: str) -> str:
        """A hint for a name that is no file."""
        root = self.prose if template.startswith(f"{PROSE}/") else self.journal
        prefix = f"{PROSE}/" if root == self.prose else ""
        names = [prefix + found.relative_to(root).as_posix() for found in sorted(root.rglob("*.md"))[:500]]
        near = get_close_matches(template, names, 1, 0.5)
        return f"did you mean `{near[0]}`?" if near else f"write the file `{self.shown(template)}`"

    def _path(self, template: str) -> Path | None:
        """The file of this name, None where the name leads outside. Raises InputError for a link that does."""
        parts = PurePosixPath(template).parts
        if not parts or "\\" in template or "\0" in template or template.startswith("/") or ".." in parts:
            message = f"`{template}` is outside of the project"
            raise InputError(Problem(message, "templates can include files of the project only"))
        root, inside = self.journal, parts
        if parts[0] == PROSE:
            root, inside = self.prose, parts[1:]
        elif self._is_shared(template):
            root, inside = self.common, parts[1:] if parts[0] == COMMON else parts
        path = root.joinpath(*inside)
        if path.exists() and not path.resolve().is_relative_to(root.resolve()):
            message = f"`{template}` is a link that leads out of the project"
            raise InputError(Problem(message, "put the file itself there"))
        return path
