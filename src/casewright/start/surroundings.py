"""What stands around the manuscript of a new project: how to build it, its tests, its workflow, its references."""

from __future__ import annotations

from collections.abc import Sequence

BUILD = '''\
"""Builds the manuscript of this folder: `python build.py`. The same as `casewright build`."""

import sys

try:
    from casewright.cli import main
except ModuleNotFoundError as missing:
    sys.stderr.write(f"build.py: {missing.name} is not installed; run: python -m pip install casewright\\n")
    sys.exit(2)

if __name__ == "__main__":
    sys.exit(main(["build", *sys.argv[1:]]))
'''
TESTS = '''\
"""The consistency tests of this manuscript: `pytest -v` names them one by one."""

from casewright.pytest_plugin import ManuscriptTests


class TestManuscript(ManuscriptTests):
    project = ".."
'''
WORKFLOW = """\
# Builds and checks the manuscript at every push, and keeps the built files.
name: manuscript
on: [push, pull_request]
permissions:
  contents: read
jobs:
  manuscript:
    runs-on: ubuntu-latest
    timeout-minutes: 15
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-python@v5
        with:
          python-version: "3.12"
      - run: python -m pip install casewright pytest
      - run: python build.py
      - run: python -m pytest -q
      - uses: actions/upload-artifact@v4
        if: always()
        with:
          name: manuscript
          path: build/*/manuscript.*
"""
ACKNOWLEDGED = """\
# Findings that you have seen and keep, each with its reason; `casewright check` shows them. Take the # away to use one.
#
# - code: CW303
#   quote: 105 per minute
#   reason: measured twice; the patient was in pain
"""
SURROUNDINGS = {
    "build.py": BUILD,
    "tests/test_manuscript.py": TESTS,
    ".github/workflows/manuscript.yml": WORKFLOW,
    ".gitignore": "build/\n__pycache__/\n.pytest_cache/\n",
    "manuscript/acknowledged.yaml": ACKNOWLEDGED,
}
# The guideline itself, so that a first citation has something to name. PMID 24228906.
_REFS = """\
% The cited works. Each has a key, by which the text cites it: [@gagnier2013care]. Export them from your reference
% manager as BibTeX. An entry with the keyword `unverified` is printed as "to be identified".

@article{gagnier2013care,
  author  = {Gagnier, Joel J. and Kienle, Gunver and Altman, Douglas G. and Moher, David and Sox, Harold and
             Riley, David},
  title   = {The {CARE} guidelines: consensus-based clinical case reporting guideline development},
  journal = {Journal of Medical Case Reports},
  shortjournal = {J Med Case Rep},
  year    = {2013},
  volume  = {7},
  pages   = {223},
  doi     = {10.1186/1752-1947-7-223},
  pmid    = {24228906},
}
"""


def refs() -> str:
    """The first refs.bib: the CARE guideline, not cited anywhere yet."""
    return _REFS


def pyproject(journals: Sequence[str]) -> str:
    """For which journals the project is built."""
    listed = ", ".join(f'"{journal}"' for journal in journals)
    return (
        "# For which journals `casewright build` builds; the first is the one that `casewright check` looks at.\n"
        f"[tool.casewright.manuscript]\njournals = [{listed}]\n"
    )


def readme(title: str, journal: str) -> str:
    """What to do in this folder."""
    return f"""\
# {title or "A case report"}

| what you want | what you do |
|---|---|
| state the facts of the case | fill in `manuscript/case.yaml`; every field is explained there |
| write the text | write in `manuscript/*.md`; print a fact by its name: `{{{{ patient.age }}}}` |
| cite | put the work in `refs.bib`, write `[@key]` |
| make Word, PDF, web page and JATS | `casewright build`; they are in `build/{journal}/` |
| see what is missing or does not fit | `casewright check` |
| see how much of the CARE checklist is met | `casewright checklist` |
| make what is sent to the journal | `casewright pack` |
"""
