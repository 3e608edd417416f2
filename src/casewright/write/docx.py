"""A Document as a Word file, written part by part.

Pandoc is not asked: each paragraph and each fact needs its own id in the file, and Word's rules for them are few.
"""

from __future__ import annotations

from casewright.document.model import Document
from casewright.document.reviews import comments_in
from casewright.journal.model import Profile
from casewright.write import docx_styles as look
from casewright.write.docx_body import Body, Here
from casewright.write.docx_comments import Comments
from casewright.write.docx_facts import FactPart, add_fact_part, digest, store_id
from casewright.write.docx_package import OFFICE, WORD, Package, xml_text
from casewright.write.docx_runs import STORE, Runs
from casewright.write.images import Images, for_word

NAMESPACES = (
    f'xmlns:w="{look.MAIN}" xmlns:r="{look.RELATIONS}" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
)
DOCUMENT = "word/document.xml"
FOOTNOTES = "word/footnotes.xml"
CORE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"


def write_docx(document: Document, profile: Profile, images: Images) -> bytes:
    """The file. Every fact is a content control bound to the custom XML part; every block has a hidden bookmark.

    Drawings among the images become pictures. Raises InputError for an image that Word cannot show.
    """
    package = Package()
    package.relate("", f"{OFFICE}/officeDocument", DOCUMENT)
    facts = FactPart()
    runs = Runs(package, facts, for_word(images))
    comments = Comments(comments_in(document))
    body = Body(runs, look.text_width(profile.typography), comments)
    text = body.write(document.ast["blocks"])
    notes = _notes(body)
    content = facts.content(document)
    store = store_id(content)
    footer = package.relate(DOCUMENT, "footer", "footer1.xml")
    page = look.page(profile.typography, footer)
    main = f"<w:document {NAMESPACES}><w:body>{text}{page}</w:body></w:document>"
    package.add(DOCUMENT, main.replace(STORE, store), f"{WORD}.document.main+xml")
    if notes:
        _add(package, "footnotes", look.footnotes(notes).replace(STORE, store))
    _add_look(package, profile, body, has_notes=bool(notes))
    comments.add_to(package, DOCUMENT)
    add_fact_part(package, content, store)
    _add_properties(package, document, profile)
    return package.zipped()


def _notes(body: Body) -> list[str]:
    """The footnotes, each begun with its number."""
    body.runs.part = FOOTNOTES
    number = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>'
    written = [body.write(blocks, Here(style="FootnoteText")) for blocks in body.runs.notes]
    return [note.replace("</w:pPr>", f"</w:pPr>{number}", 1) for note in written]


def _add(package: Package, name: str, content: str) -> None:
    package.add(f"word/{name}.xml", content, f"{WORD}.{name}+xml")
    package.relate(DOCUMENT, name, f"{name}.xml")


def _add_look(package: Package, profile: Profile, body: Body, has_notes: bool) -> None:
    typography, language = profile.typography, profile.language
    _add(package, "styles", look.styles(typography, language))
    _add(package, "numbering", look.numbering(body.lists))
    _add(package, "settings", look.settings(language, has_notes))
    _add(package, "fontTable", look.font_table(typography))
    package.add("word/footer1.xml", look.footer(), f"{WORD}.footer+xml")


def _add_properties(package: Package, document: Document, profile: Profile) -> None:
    title = " ".join(section.text for section in document.roled("title")).strip()
    core = look.core_properties(title, _keywords(document), profile.language)
    package.add("docProps/core.xml", core, "application/vnd.openxmlformats-package.core-properties+xml")
    package.relate("", CORE, "docProps/core.xml")
    custom = (
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
        'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
        '<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="casewright">'
        f"<vt:lpwstr>{xml_text(digest(document))}</vt:lpwstr></property></Properties>"
    )
    package.add(
        "docProps/custom.xml", custom, "application/vnd.openxmlformats-officedocument.custom-properties+xml"
    )
    package.relate("", f"{OFFICE}/custom-properties", "docProps/custom.xml")


def _keywords(document: Document) -> str:
    """The key words without the heading that runs into them."""
    text = " ".join(section.text for section in document.roled("keywords"))
    return text.partition(":")[2].strip() or text
