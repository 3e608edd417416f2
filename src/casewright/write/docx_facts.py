"""Facts in Word: one custom XML part that holds each as printed, and the content controls bound to it.

A control bound to an element of the part shows its text; when someone changes one in Word, the element changes, and
with it every control that is bound to it. The part also says what was built: a digest of the document, and which
bookmark is which block.
"""

from __future__ import annotations

import hashlib
import uuid
from dataclasses import dataclass, field

from casewright.document.model import Document
from casewright.write.docx_package import OFFICE, Package, xml_text, xml_value

NAMESPACE = "urn:casewright:manuscript:1"
LONGEST_TAG = 64  # characters of w:tag and w:alias, by Word's own limit
PROPERTIES = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"


def digest(document: Document) -> str:
    """SHA-256 of all that a document says, its roles, texts and facts in order: what two builds must agree in."""
    summary = hashlib.sha256()
    for section, block in document.blocks():
        facts = [(mark.target, mark.start, mark.end) for mark in block.marked("fact")]
        summary.update(repr((section.role, block.kind, block.text, facts)).encode())
    return summary.hexdigest()


def fact_tag(fact: str) -> str:
    """The id of a fact as a content control's tag; one too long for Word ends in a digest of it."""
    if len(fact) <= LONGEST_TAG:
        return fact
    return f"{fact[: LONGEST_TAG - 13]}~{hashlib.sha256(fact.encode()).hexdigest()[:12]}"


def fact_alias(fact: str) -> str:
    """The name that Word shows over a fact: `labs › emergency › leukocytes`."""
    name = fact.replace("_", " ").replace(".", " › ")
    return name if len(name) <= LONGEST_TAG else "…" + name[1 - LONGEST_TAG :]


@dataclass
class FactPart:
    """The facts of one document, each with the texts that it is printed as; a binding for each."""

    printed: list[tuple[str, str]] = field(default_factory=list)  # (fact, text)
    _numbers: dict[tuple[str, str], int] = field(default_factory=dict)

    def xpath(self, fact: str, text: str) -> str:
        """Where the part holds this fact in this form; the same form has one place."""
        number = self._numbers.get((fact, text))
        if number is None:
            self.printed.append((fact, text))
            number = self._numbers[fact, text] = len(self.printed)
        return f"/m:manuscript[1]/m:facts[1]/m:fact[{number}]"

    def content(self, document: Document) -> str:
        """The part itself."""
        facts = "".join(f"<fact id={xml_value(fact)}>{xml_text(text)}</fact>" for fact, text in self.printed)
        blocks = "".join(
            f'<block bookmark="{bookmark(number)}" role={xml_value(section.role)} kind="{block.kind}"'
            f" origin={xml_value(str(block.place))}/>"
            for number, (section, block) in enumerate(document.blocks())
        )
        return (
            f'<manuscript xmlns="{NAMESPACE}" digest="{digest(document)}"><facts>{facts}</facts>'
            f"<blocks>{blocks}</blocks></manuscript>"
        )


def bookmark(block: int) -> str:
    """The name of the hidden bookmark on block number `block` of the document."""
    return f"_cw_{block}"


def store_id(content: str) -> str:
    """The storeItemID of a custom XML part, made from what it holds."""
    return "{" + str(uuid.uuid5(uuid.NAMESPACE_URL, f"{NAMESPACE}#{content}")).upper() + "}"


def add_fact_part(package: Package, content: str, store: str) -> None:
    """Put the part into the package, with its properties and its relations."""
    package.add("customXml/item1.xml", content)
    properties = (
        f'<ds:datastoreItem xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml" '
        f'ds:itemID="{store}"><ds:schemaRefs><ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
    )
    package.add("customXml/itemProps1.xml", properties, PROPERTIES)
    package.relate("word/document.xml", f"{OFFICE}/customXml", "../customXml/item1.xml")
    package.relate("customXml/item1.xml", f"{OFFICE}/customXmlProps", "itemProps1.xml")
