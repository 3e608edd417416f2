"""The bytes of a manuscript file: a plain file, readable, and not larger than a manuscript can be."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

from casewright.errors import InputError, Place, Problem

MAX_FILE = 200_000_000
"""Bytes of the largest file that is opened at all: a .docx or .pdf with many figures."""

MAX_PLAIN = 40_000_000
"""Bytes of the largest file that is no container of pictures: one that is neither zipped nor a PDF."""

MAX_TEXT = 500_000
"""Characters of the longest text that is read: about 80,000 words, forty case reports."""

MAX_LINES = 30_000
"""Lines or paragraphs of the longest text that is read."""


def refuse(source: str, message: str, hint: str = "", line: int = 0, column: int = 0) -> InputError:
    """The error for a file that cannot be used."""
    return InputError(Problem(message, hint, Place(source, line, column)))


def load(path: Path) -> bytes:
    """The content of a plain file; InputError for anything else, without waiting for it."""
    source = str(path)
    try:
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except (OSError, ValueError) as error:
        raise _unopened(source, error) from None
    try:
        data = _content(descriptor, source)
    except OSError as error:
        raise _unopened(source, error) from None
    finally:
        os.close(descriptor)
    if not data:
        raise refuse(
            source, "this file is empty", "save the manuscript again, and check that its size is not 0"
        )
    if len(data) > MAX_FILE:
        raise _too_large(source, len(data))
    return data


def _content(descriptor: int, source: str) -> bytes:
    state = os.fstat(descriptor)
    if stat.S_ISDIR(state.st_mode):
        raise refuse(source, "this is a folder, not a manuscript", "name a file in it")
    if not stat.S_ISREG(state.st_mode):
        raise refuse(source, "this is not a plain file", "save the manuscript as a file and name that")
    if state.st_size > MAX_FILE:
        raise _too_large(source, state.st_size)
    with os.fdopen(descriptor, "rb", closefd=False) as file:
        head = file.read(8)
        if state.st_size > MAX_PLAIN and not head.startswith((b"PK", b"%PDF")):
            raise too_long(source, f"{state.st_size / 1e6:.0f} MB")
        return head + file.read(MAX_FILE)


def too_long(source: str, size: str) -> InputError:
    """The error for a text that no manuscript is as long as; `size` says how long it is."""
    hint = "name the file of one report, not of a collection"
    return refuse(source, f"this text is too long to be a manuscript ({size})", hint)


def _too_large(source: str, size: int) -> InputError:
    sizes = f"{size / 1e6:.0f} MB; the limit is {MAX_FILE // 1_000_000} MB"
    message = f"this file is too large to be a manuscript ({sizes})"
    return refuse(source, message, "reduce its images, or save the text alone")


def _unopened(source: str, error: OSError | ValueError) -> InputError:
    number = error.errno if isinstance(error, OSError) else errno.EINVAL
    if number == errno.EISDIR:
        return refuse(source, "this is a folder, not a manuscript", "name a file in it")
    if number in (errno.ENOENT, errno.ENOTDIR):
        return refuse(source, "there is no such file", "check the path and the spelling of the name")
    if number in (errno.EACCES, errno.EPERM):
        return refuse(
            source, "no permission to read this file", "ask its owner, or copy it to a folder of yours"
        )
    if number == errno.ELOOP:
        return refuse(source, "this link leads back to itself", "name the file that it was meant to lead to")
    return refuse(
        source, "this file could not be opened", "check the path; copy the file to this computer first"
    )
