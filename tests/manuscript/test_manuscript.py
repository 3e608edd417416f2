"""The consistency tests of the manuscript in this project: `pytest tests/manuscript -v` names them one by one."""

from casewright.pytest_plugin import ManuscriptTests


class TestManuscript(ManuscriptTests):
    project = "../.."
