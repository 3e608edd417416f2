"""Comments in Word: threads beside the words they are about (ECMA-376 part 1, 17.13.4; [MS-DOCX] 2.5.4 for threads)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from casewright.write.docx_package import WORD, Package, xml_text, xml_value

_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_WORD_2010 = "http://schemas.microsoft.com/office/word/2010/wordml"
_WORD_2012 = "http://schemas.microsoft.com/office/word/2012/wordml"
_COMPATIBLE = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_EXTENDED = "http://schemas.microsoft.com/office/2011/relationships/commentsExtended"
_RUN = re.compile(
    r'(<w:r>(?:<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?<w:t xml:space="preserve">)([^<]*)(</w:t></w:r>)'
)
_FIRST_PARAGRAPH = 0x10000000  # w14:paraId: any number below 0x80000000 that no other paragraph has
_DATE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)?")


class Comments:
    """The comments of one document; numbered in the order in which their blocks are written."""

    def __init__(self, comments: Sequence[Mapping[str, Any]] = ()) -> None:
        self._by_block: dict[int, list[Mapping[str, Any]]] = {}
        for comment in comments:
            self._by_block.setdefault(comment["block"], []).append(comment)
        self._written: list[str] = []
        self._threads: list[str] = []

    def around(self, block: str, runs: str) -> str:
        """The runs of a block's first paragraph, with the comments on it."""
        for comment in self._by_block.pop(int(block), ()):
            numbers = self._thread(comment)
            start = "".join(f'<w:commentRangeStart w:id="{number}"/>' for number in numbers)
            end = "".join(
                f'<w:commentRangeEnd w:id="{number}"/><w:r><w:commentReference w:id="{number}"/></w:r>'
                for number in numbers
            )
            runs = _set_around(runs, str(comment["quote"]), start, end)
        return runs

    def add_to(self, package: Package, document: str) -> None:
        """Put the parts with the comments' words into the package, if there are any."""
        if not self._written:
            return
        spaces = f'xmlns:w="{_MAIN}" xmlns:w14="{_WORD_2010}" xmlns:mc="{_COMPATIBLE}" mc:Ignorable="w14"'
        package.add(
            "word/comments.xml",
            f"<w:comments {spaces}>{''.join(self._written)}</w:comments>",
            f"{WORD}.comments+xml",
        )
        package.relate(document, "comments", "comments.xml")
        threads = f'<w15:commentsEx xmlns:w15="{_WORD_2012}">{"".join(self._threads)}</w15:commentsEx>'
        package.add("word/commentsExtended.xml", threads, f"{WORD}.commentsExtended+xml")
        package.relate(document, _EXTENDED, "commentsExtended.xml")

    def _thread(self, comment: Mapping[str, Any]) -> list[int]:
        first = len(self._written)
        parent = f"{_FIRST_PARAGRAPH + first:08X}"
        for number, said in enumerate((comment, *comment["replies"]), start=first):
            paragraph = f"{_FIRST_PARAGRAPH + number:08X}"
            date = f' w:date="{said["date"]}"' if _DATE.fullmatch(said["date"]) else ""
            initials = "".join(word[0] for word in said["author"].split() if word[0].isalpha())[:3]
            self._written.append(
                f'<w:comment w:id="{number}" w:author={xml_value(said["author"])}{date} '
                f'w:initials={xml_value(initials)}><w:p w14:paraId="{paragraph}"><w:r>'
                f'<w:t xml:space="preserve">{xml_text(said["text"])}</w:t></w:r></w:p></w:comment>'
            )
            of = f' w15:paraIdParent="{parent}"' if number > first else ""
            self._threads.append(f'<w15:commentEx w15:paraId="{paragraph}"{of} w15:done="0"/>')
        return list(range(first, len(self._written)))


def _set_around(runs: str, quote: str, start: str, end: str) -> str:
    """The marks around the quote where it stands in one run outside of facts, else around the whole paragraph."""
    quoted = xml_text(quote)
    for found in _RUN.finditer(runs) if quoted else ():
        before, at, behind = found[2].partition(quoted)
        outside = runs.count("<w:sdt>", 0, found.start()) == runs.count("</w:sdt>", 0, found.start())
        if at and outside:
            pieces = [f"{found[1]}{piece}{found[3]}" if piece else "" for piece in (before, at, behind)]
            inside = f"{pieces[0]}{start}{pieces[1]}{end}{pieces[2]}"
            return runs[: found.start()] + inside + runs[found.end() :]
    return f"{start}{runs}{end}"
