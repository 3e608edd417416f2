"""Word documents (.docx, ECMA-376), read from their XML."""

from casewright.read.docx.document import read_docx

__all__ = ["read_docx"]
