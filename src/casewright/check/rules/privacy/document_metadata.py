"""CW609."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from casewright.check.finding import Finding, Severity
from casewright.check.spotting import missing
from casewright.document.reading import Reading
from casewright.patterns import lazily

_PERSONS = {
    "author": "author",
    "creator": "author",
    "lastmodifiedby": "last editor",
    "last_modified_by": "last editor",
    "manager": "manager",
    "company": "company",
}
_FREE = (
    "title",
    "subject",
    "description",
    "comments",
    "keywords",
    "category",
    "Title",
    "Subject",
    "Keywords",
)
_PERSON = lazily(
    r"\b(?:[Pp]atient|[Pp]t|Mrs?|Ms|MRN|ID|DOB)\b[.:]? ?(?:[A-Z][a-zß-ÿ’'-]+ [A-Z][a-zß-ÿ’'-]+|[A-Z]{0,3}\d{4,})"
)
_PROGRAMS = ("microsoft", "python-docx", "pandoc", "libreoffice", "casewright", "user", "admin", "un-named")


class DocumentMetadata:
    """The file's own metadata name a person or an institution.

    Why it is bad
        Reviewers who are to be blind read the name in the file's properties, and a secretary's name or a hospital's
        leads to the patient.

    Example
        A .docx whose property "Last modified by" is "m.miller".

    Write instead
        Remove the properties before submission (in Word: File, Info, Inspect Document).

    Source
        HIPAA Privacy Rule, 45 CFR 164.514(b)(2)(i)(R); ICMJE Recommendations, Peer Review, on blinding.
    """

    code: ClassVar[str] = "CW609"
    name: ClassVar[str] = "document-metadata"
    severity: ClassVar[Severity] = "note"

    def check(self, reading: Reading) -> Iterator[Finding]:
        """A finding for each property of a Word or PDF file that names someone."""
        if reading.document.format not in ("docx", "pdf"):
            return
        for key, value in reading.document.properties.items():
            what = _PERSONS.get(key.lower().rpartition(":")[2])
            if key == "Creator" and reading.document.format == "pdf":
                continue  # of a PDF the creator is the program (ISO 32000-1, 14.3.3)
            if key in _FREE and (named := _PERSON.search(value)):
                message = f"the file's properties name a person or a number: `{named[0]}`"
                yield missing(self, message, "remove the file's properties before submission")
            if what and value.strip() and not value.lower().startswith(_PROGRAMS):
                message = f"the file's properties name its {what}: `{value.strip()}`"
                yield missing(self, message, "remove the file's properties before submission")
