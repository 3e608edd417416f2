"""The Word file of the sample, built once for each module."""

from __future__ import annotations

import io
import zipfile

import pytest
from lxml import etree
from tests.write.docx_sample import IMAGES, MARKDOWN, SPINE, WORK

from casewright.case.model import Case
from casewright.document.bibliography import parse_bibliography
from casewright.document.build import build_document
from casewright.document.pandoc import Pandoc
from casewright.journal.profile import load_profile
from casewright.render.model import Origin, Origins, Rendered, Segment
from casewright.write.docx import write_docx


@pytest.fixture(scope="module")
def profile():
    return load_profile("wjg")


@pytest.fixture(scope="module")
def built(profile):
    segment = Segment(0, len(MARKDOWN), Origin("literal", "manuscript/prose.md", 1, 1))
    rendered = Rendered(MARKDOWN, Origins(MARKDOWN, (segment,)), {}, {})
    with Pandoc() as pandoc:
        case = Case({}, {}, (SPINE,), {})
        return build_document(rendered, case, profile, parse_bibliography(WORK), pandoc)


@pytest.fixture(scope="module")
def file(built, profile) -> bytes:
    return write_docx(built, profile, IMAGES)


@pytest.fixture(scope="module")
def members(file) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture(scope="module")
def main(members):
    return etree.fromstring(members["word/document.xml"])
