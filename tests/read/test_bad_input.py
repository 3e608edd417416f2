"""Files that cannot be used: each is refused in words, with what to do, at once."""

import io
import os
import time
import tracemalloc
import zipfile

import pytest
from documents import NAMES, PROSE, para, word

from casewright.errors import InputError
from casewright.read import read_manuscript

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)
GERMAN = (
    "Ein Mann kam mit einem Knie in die Klinik, das nicht zu "
    "beugen war, und wurde auf der Station von uns gesehen. "
)
FRENCH = (
    "Un homme est venu dans le service pour un genou qui ne se "
    "pliait pas, et il a été vu par les médecins de la clinique. "
)
SPANISH = (
    "El hombre fue visto en la clínica por un dolor de la "
    "rodilla que no se le iba con el reposo ni con los fármacos. "
)
ENTITIES = "<!DOCTYPE x [<!ENTITY a 'ladder'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]>"
OUTSIDE = (
    "<!DOCTYPE article [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><article><body><p>&x;</p></body></article>"
)


def zipped(parts):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return file.getvalue()


def document_xml(body, before=""):
    return zipped({"word/document.xml": f"{before}<w:document {NAMES}><w:body>{body}</w:body></w:document>"})


FILES = {
    "empty.txt": (lambda: b"", "this file is empty"),
    "blank.txt": (lambda: b" \n\n \t", "no text in it"),
    "long.txt": (lambda: b"one more word " * 800_000, "too long to be a manuscript"),
    "one_line.txt": (lambda: b"x" * 10_000_000, "too long to be a manuscript"),
    "many_lines.txt": (lambda: b"x\n" * 100_000, "too long to be a manuscript"),
    "nulls.txt": (lambda: PROSE.encode() + bytes(3000), "null bytes"),
    "random.txt": (lambda: bytes(range(256)) * 40, "this is not text"),
    "old.docx": (lambda: OLE + "WordDocument".encode("utf-16-le"), r"old Word document \(\.doc\)"),
    "old.doc": (lambda: OLE + "WordDocument".encode("utf-16-le"), r"old Word document \(\.doc\)"),
    "locked.docx": (lambda: OLE + "EncryptedPackage".encode("utf-16-le"), "encrypted with a password"),
    "other.docx": (lambda: OLE, "old Office file"),
    "text.docx": (lambda: PROSE.encode(), "named .docx but is not a Word document"),
    "cut.docx": (lambda: word(para(PROSE))[:300], "damaged or cut off"),
    "sheet.docx": (lambda: zipped({"xl/workbook.xml": "<a/>"}), "an Excel workbook"),
    "open.docx": (lambda: zipped({"content.xml": "<a/>"}), "OpenDocument"),
    "bare.zip": (lambda: zipped({"a.txt": "x"}), "without a Word document"),
    "bomb.docx": (
        lambda: zipped({"word/document.xml": b" " * 60_000_000}),
        "far larger than a manuscript when unpacked",
    ),
    "entities.docx": (lambda: document_xml(para("&b;"), ENTITIES), "declares XML entities"),
    "damaged.docx": (lambda: zipped({"word/document.xml": "<w:document>"}), "is damaged"),
    "no_body.docx": (lambda: zipped({"word/document.xml": f"<w:document {NAMES}/>"}), "no text part"),
    "paragraphs.docx": (lambda: document_xml("<w:p/>" * 40_000), "too long to be a manuscript"),
    "tags.docx": (
        lambda: document_xml("<w:p>" + "<w:r/>" * 700_000 + "</w:p>"),
        "too long to be a manuscript",
    ),
    "outside.xml": (lambda: OUTSIDE.encode(), "declares XML entities"),
    "outside_16.xml": (lambda: OUTSIDE.encode("utf-16"), "declares XML entities"),
    "cut.xml": (lambda: b"<article><body><p>He fell", "is damaged"),
    "deep.xml": (lambda: b"<article>" + b"<sec>" * 5000, "is damaged"),
    "tags.html": (lambda: b"<html><body>" + b"<p>x" * 700_000, "too long to be a manuscript"),
    "text.pdf": (lambda: PROSE.encode(), "named .pdf but is no PDF"),
    "cut.pdf": (lambda: b"%PDF-1.4\n1 0 obj", "damaged or cut off"),
    "scan.txt": (lambda: b"\x89PNG\r\n\x1a\n", "this is an image"),
    "rich.docx": (lambda: b"{\\rtf1 He fell.}", "rich text file"),
    "german.txt": (lambda: (GERMAN * 5).encode(), "not read: this is not English .*function words of German"),
    "french.md": (lambda: (FRENCH * 5).encode(), "not read: this is not English .*function words of French"),
    "short_french.txt": (
        lambda: (
            "Un homme de 45 ans a été hospitalisé pour une fièvre.\nLe scanner a montré une masse du foie.\n"
        ).encode(),
        "not read: this is not English .*function words of French",
    ),
    "spanish.txt": (
        lambda: (SPANISH * 5).encode("cp1252"),
        "not read: this is not English .*function words of Spanish",
    ),
    "hebrew.txt": (
        lambda: ("הגבר נפל מהסולם והברך שלו נפוחה " * 9).encode(),
        "most of its letters are Hebrew",
    ),
    "chinese.docx": (
        lambda: word(para("患者从梯子上摔下来，膝盖肿胀九天。" * 9)),
        "most of its letters are Chinese",
    ),
    "russian.txt": (
        lambda: ("Мужчина упал с лестницы, и колено опухло. " * 9).encode("utf-16"),
        "most of its letters are Cyrillic",
    ),
}


@pytest.mark.parametrize("name", FILES)
def test_what_cannot_be_used_is_refused_with_a_reason_and_a_hint_within_a_second(tmp_path, name):
    make, message = FILES[name]
    path = tmp_path / name
    path.write_bytes(make())
    started = time.process_time()
    with pytest.raises(InputError, match=message) as refused:
        read_manuscript(path)
    assert time.process_time() - started < 1
    assert refused.value.problems[0].hint
    assert refused.value.problems[0].place.file == str(path)


def refused(path, message):
    with pytest.raises(InputError, match=message) as error:
        read_manuscript(path)
    assert error.value.problems[0].hint


def test_a_folder_a_device_and_a_pipe_are_no_manuscripts(tmp_path):
    refused(tmp_path, "this is a folder")
    os.mkfifo(tmp_path / "pipe.txt")
    refused(tmp_path / "pipe.txt", "not a plain file")
    refused(type(tmp_path)(os.devnull), "not a plain file")


def test_a_link_to_itself_and_a_missing_file_are_told_apart(tmp_path):
    (tmp_path / "a.txt").symlink_to(tmp_path / "b.txt")
    (tmp_path / "b.txt").symlink_to(tmp_path / "a.txt")
    refused(tmp_path / "a.txt", "leads back to itself")
    refused(tmp_path / "c.txt", "there is no such file")
    refused(tmp_path / "c\0.txt", "could not be opened")


def test_a_file_that_may_not_be_read_is_said_to_be_so(tmp_path, monkeypatch):
    def forbidden(*_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", forbidden)
    refused(tmp_path / "a.txt", "no permission")


@pytest.mark.parametrize(
    "foreign", ["הגבר נפל מהסולם", "Der Mann fiel von der Leiter, und das Knie war nicht zu beugen.", "患者"]
)
def test_an_english_report_with_foreign_words_in_it_is_read(tmp_path, foreign):
    path = tmp_path / "report.txt"
    path.write_text(f"CASE REPORT\n{PROSE} {foreign} {PROSE}\n", encoding="utf-8")
    assert read_manuscript(path).sections[0].role == "case"


@pytest.mark.parametrize(
    ("name", "content", "format"),
    [
        ("a.txt", f"CASE REPORT\n{PROSE}", "txt"),
        ("a.md", f"# Case report\n\n{PROSE}", "md"),
        ("a", f"Case report\n{PROSE}", "txt"),
        ("a.txt", f"<article><body><p>{PROSE}</p></body></article>", "jats"),
        ("a.xml", f"<article><body><p>{PROSE}</p></body></article>", "jats"),
        ("a.xml", f"<?xml version='1.0'?><html><body><p>{PROSE}</p></body></html>", "html"),
        ("a.html", f"<p>{PROSE}", "html"),
        ("a.docx", word(para(PROSE)), "docx"),
        ("a.txt", word(para(PROSE)), "docx"),
        ("a.nxml", f"<!-- x --><article><body><p>{PROSE}</p></body></article>", "jats"),
    ],
)
def test_the_content_tells_the_format_and_the_name_only_where_that_is_open(tmp_path, name, content, format):
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    assert read_manuscript(path).format == format


def test_of_a_text_of_a_hundred_megabytes_only_the_beginning_is_looked_at(tmp_path):
    path = tmp_path / "long.txt"
    with path.open("wb") as file:
        file.truncate(100_000_000)
    tracemalloc.start()
    refused(path, "too long to be a manuscript")
    assert tracemalloc.get_traced_memory()[1] < 2_000_000
    tracemalloc.stop()


@pytest.mark.parametrize(
    "text",
    [
        "Protein 0.9 0.8 (g/L)\nCSF glucose 4.26 3.88 3.66 (mmol/L)\nCSF urea 5 (mmol/L)\nBlood urea 6 (mmol/L)\n",
        "Fever. Cough. Lobectomy. Vena cava. Status epilepticus. Carcinoma in situ, de novo.\n",
        "A man was seen.\n",
    ],
)
def test_a_short_text_without_words_of_another_language_is_read(tmp_path, text):
    path = tmp_path / "short.txt"
    path.write_text(text)
    assert read_manuscript(path).sections
