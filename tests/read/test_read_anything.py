"""No file whatever makes a reader fail otherwise than by an InputError, or run over a second."""

import random
import time

import pytest
from documents import PROSE, REPORT, para, run, word
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pages import lines, pdf

from casewright.errors import InputError
from casewright.read import read_manuscript

SEEDS: dict[str, bytes] = {
    "a.txt": (REPORT + REPORT.replace("\n", " ") * 3).encode(),
    "a.md": (
        f"---\ntitle: x\n---\n{REPORT}\n| a | b |\n|--|--|\n| **1** | [2](x) |\n\n- a^2^ [@k]{{.x}}\n::: {{.y}}\n"
    ).encode(),
    "a.xml": (
        f"<article><front><article-meta><abstract><p>{PROSE}</p></abstract></article-meta></front><body><sec><title>Case</title><p>{PROSE}"
        "<fig id='f'><label>1</label></fig><xref rid='f' ref-type='fig'>1</xref></p></sec>"
        "</body><back><ref-list><ref><label>1</label></ref></ref-list></back></article>"
    ).encode(),
    "a.html": f"<html><body><h1>x</h1><table><tr><td>1</table><p>{PROSE}<sup>1</sup><ul><li>a</body></html>".encode(),
    "a.docx": word(
        para("CASE REPORT", look="<w:b/>")
        + f"<w:p><w:ins w:author='a'>{run(PROSE)}</w:ins><w:sdt><w:sdtPr><w:tag "
        f"w:val='a.b'/></w:sdtPr><w:sdtContent>{run('1')}</w:sdtContent></w:sdt></w:p>"
        + f"<w:tbl><w:tr><w:tc>{para('a')}</w:tc><w:tc>{para('b')}</w:tc></w:tr></w:tbl>"
    ),
    "a.pdf": pdf(lines(700, "CASE REPORT", PROSE[:90], PROSE[90:])),
}
WORDS = [
    "Abstract ",
    "Figure 1 ",
    "References 1. ",
    "[",
    "]",
    "*",
    "_",
    "^",
    "~",
    "`",
    "@a",
    "<",
    ">",
    "&",
    "\n",
    "\t",
    "\0",
    "|",
    "---\n",
    "\u202e",
    "1.",
    "Case report: ",
    "\ufb01",
    "#",
    ":::",
    "(" * 50,
    "<w:p>",
    "</w:p>",
    "\ud7ff",
    "A" * 400,
]


def read(path, data):
    """Reads some bytes under a name; the seconds of computing that it took."""
    path.write_bytes(data)
    blocks, problems = [], ()
    started = time.process_time()
    try:
        blocks = [block for _, block in read_manuscript(path).blocks()]
    except InputError as error:
        problems = error.problems
    taken = time.process_time() - started
    assert all(problem.message and problem.hint for problem in problems)
    for block in blocks:
        assert all(0 <= mark.start < mark.end <= len(block.text) for mark in block.marks)
        assert [anchor[0] for anchor in block.anchors] == sorted(anchor[0] for anchor in block.anchors)
        block.at(len(block.text))
    return taken


def read_in_time(path, data):
    """Is it read within a second? A machine at other work may stretch one reading, not three."""
    return any(read(path, data) < 1 for _ in range(3))


def mutated(data, chance):
    """Some bytes changed, cut out, doubled, or words that mean something to a reader put among them."""
    data = bytearray(data)
    for _ in range(chance.randint(1, 12)):
        at = chance.randrange(len(data) + 1)
        match chance.randrange(5):
            case 0:
                data[at : at + 1] = bytes([chance.randrange(256)])
            case 1:
                del data[at : at + chance.randint(1, 200)]
            case 2:
                data[at:at] = data[at : at + chance.randint(1, 300)] * chance.randint(1, 20)
            case _:
                data[at:at] = chance.choice(WORDS).encode("utf-8", "replace") * chance.choice([1, 1, 3, 200])
    return bytes(data)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(sorted(SEEDS)), st.integers(min_value=0))
def test_a_mutated_document_is_read_or_refused_within_a_second(tmp_path, name, seed):
    assert read_in_time(tmp_path / name, mutated(SEEDS[name], random.Random(seed)))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.sampled_from(sorted(SEEDS)),
    st.binary(max_size=400)
    | st.lists(st.sampled_from(WORDS), max_size=60).map(lambda w: "".join(w).encode("utf-8", "replace")),
)
def test_random_bytes_are_read_or_refused_within_a_second(tmp_path, name, data):
    assert read_in_time(tmp_path / name, data)


@pytest.mark.long
def test_a_hundred_thousand_mutated_documents_are_read_or_refused_within_a_second(tmp_path):
    chance = random.Random(20)
    names = sorted(SEEDS)
    for number in range(100_000):
        name = names[number % len(names)]
        assert read_in_time(tmp_path / name, mutated(SEEDS[name], chance)), f"input {number}"
