"""The one process that reads, cites and writes."""

from __future__ import annotations

import subprocess
import sys
import threading

import pytest

from casewright.document.pandoc import Pandoc, PandocError, find_pandoc


def test_one_process_answers_many_requests(pandoc):
    for word in ("one", "zwei ü", "three \U0001f600"):
        ast = pandoc.read(f"*{word}*", "commonmark_x")
        assert pandoc.write(ast, "commonmark") == f"*{word}*\n"


def test_requests_of_several_threads_take_turns(pandoc):
    answers: dict[int, str] = {}

    def ask(number: int) -> None:
        answers[number] = pandoc.write(pandoc.read(f"word {number}", "commonmark_x"), "plain")

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == {number: f"word {number}\n" for number in range(8)}


def test_a_refusal_has_pandocs_reason_and_the_process_goes_on(pandoc):
    with pytest.raises(PandocError, match=r"pandoc refused to read: .*nosuchformat"):
        pandoc.read("x", "nosuchformat")

    assert pandoc.write(pandoc.read("x", "commonmark_x"), "plain") == "x\n"


def test_text_cannot_include_a_file(pandoc, tmp_path):
    secret = tmp_path / "secret.rst"
    secret.write_text("secret words", "utf-8")

    try:
        text = pandoc.write(pandoc.read(f".. include:: {secret}\n", "rst"), "plain")
    except PandocError as refused:
        text = str(refused)

    assert "secret words" not in text


def test_an_answer_has_its_time():
    with (
        Pandoc(longest_answer=0.001) as hasty,
        pytest.raises(PandocError, match=r"did not answer within 0\.001 seconds"),
    ):
        hasty.read("x\n\n" * 100_000, "commonmark_x")


def test_a_process_that_dies_is_named_with_its_last_words(tmp_path):
    dying = tmp_path / "dying"
    dying.write_text(f"#!{sys.executable}\nimport sys\nsys.exit('no more memory')\n", "utf-8")
    dying.chmod(0o755)

    with (
        Pandoc(dying) as pandoc,
        pytest.raises(PandocError, match=r"pandoc ended before it answered .*: no more memory"),
    ):
        pandoc.read("x", "commonmark_x")


def test_an_old_pandoc_is_refused(tmp_path):
    old = tmp_path / "old"
    old.write_text(f"#!{sys.executable}\nprint('ok')\nprint('\"2.17\"', flush=True)\ninput()\n", "utf-8")
    old.chmod(0o755)

    with (
        Pandoc(old) as pandoc,
        pytest.raises(PandocError, match=r"pandoc 2\.17 is too old; 3\.6 or newer is needed"),
    ):
        pandoc.read("x", "commonmark_x")


def test_what_is_no_program_is_refused(tmp_path):
    with pytest.raises(PandocError, match="pandoc cannot be started"):
        Pandoc(tmp_path / "nothing")


def test_a_closed_pandoc_leaves_no_process():
    pandoc = Pandoc()
    pandoc.read("x", "commonmark_x")

    pandoc.close()

    assert pandoc._process.returncode == 0
    with pytest.raises(PandocError):
        pandoc.read("x", "commonmark_x")


def test_the_binary_is_found_without_importing_pypandoc():
    script = (
        "import sys; from casewright.document.pandoc import find_pandoc; find_pandoc(); "
        "print('pypandoc' in sys.modules)"
    )

    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "False"
    assert find_pandoc().is_file()
