"""The examples of a rule: `tests/check/rules/<family>/<rule_name>.yml`, beside the rule's own path in the
package.

    fails:                     # manuscripts in which the rule finds something, and all that it finds there
      - manuscript: |
          CASE REPORT
          ...
        findings:              # in reading order; `message` and a place are required, the rest may be left
        out
          - {quote: Figure 1, section: CASE REPORT, line: 2, column: 59, against: [Figure 2],
             message: ..., severity: warning}
    passes:                    # manuscripts in which it finds nothing
      - because: why it might be thought to
        manuscript: |
          ...

A manuscript is read as plain text; with `format: md` as Markdown, with `format: jats` as JATS, with `format: built` as
the build would make it, marks written as in docs/architecture.md. `case` is the text of a case.yaml, `prose` what
stands beside it by file. `acknowledged` is the text of a file of acknowledgements; `journal` is what the profile of
the journal says beside the common one; `properties` are those of a Word file, `pictures` the pictures in it, in Base64;
`also` names other rules that run.
"""

from __future__ import annotations

import re
from base64 import b64decode
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from ruamel.yaml import YAML

from casewright.case.load import load_case
from casewright.check.finding import Finding
from casewright.check.registry import RULES
from casewright.check.rule import Rule
from casewright.check.runner import check_document
from casewright.check.settings import Settings
from casewright.document.model import Block, Document, Mark
from casewright.document.reading import Reading
from casewright.journal.model import Profile
from casewright.journal.profile import load_profile

REQUIRED = {
    "patient": "patient: {age: 45 years, sex: male}\n",
    "presentation": "presentation: {symptoms: {pain: pain}}\n",
    "diagnosis": "diagnosis: {final: metastasis}\n",
    "statements": "statements: {consent: obtained}\n",
}
FOLDER = Path(__file__).parent / "rules"


@dataclass(frozen=True)
class Example:
    """One manuscript of one rule: what is to be found there, nothing where it passes."""

    rule: type[Rule]
    name: str
    data: dict[str, Any]
    expected: tuple[dict[str, Any], ...]

    def findings(self, folder: Path) -> list[Finding]:
        """What the rule finds in the manuscript, written to a file in `folder` and checked as ever."""
        document = read(self.data["manuscript"], self.data.get("format", "txt"))
        project = None
        if "case" in self.data:
            (folder / "case.yaml").write_text(whole_case(self.data["case"]), encoding="utf-8")
            project = load_case(folder)
            for name, text in self.data.get("prose", {}).items():
                (folder / name).write_text(text, encoding="utf-8")
        (folder / document.source).write_text(self.data["manuscript"], encoding="utf-8")
        if "properties" in self.data:
            document = replace(document, format="docx", properties=self.data["properties"])
        if "pictures" in self.data:
            document = replace(document, format="docx", source=str(folder / "manuscript.docx"))
            with ZipFile(document.source, "w") as package:
                for name, data in self.data["pictures"].items():
                    package.writestr(f"word/media/{name}", b64decode(data))
        settings = Settings(select=(self.rule.code, *self.data.get("also", ())))
        if "acknowledged" in self.data:
            settings = replace(settings, acknowledged=folder / "acknowledged.yaml")
            settings.acknowledged.write_text(self.data["acknowledged"], encoding="utf-8")
        journal = profile_of(self.data["journal"], folder) if "journal" in self.data else None
        findings = check_document(Reading(document, project, journal), settings, folder)
        return [finding for finding in findings if finding.code == self.rule.code]


def read(text: str, form: str = "txt") -> Document:
    """A manuscript given as text, through the reader of its format."""
    if form == "md":
        from casewright.read.markdown import read_markdown

        return read_markdown(text.encode(), "manuscript.md")
    if form == "jats":
        from casewright.read.jats import read_jats

        return read_jats(text.encode(), "manuscript.xml")
    if form == "built":
        return as_built(read(text))
    from casewright.read.text import read_text

    return read_text(text.encode(), "manuscript.txt")


def profile_of(text: str, folder: Path) -> Profile:
    """The profile of a journal called `The Journal`, with what the example says of it."""
    file = folder / "templates" / "example" / "profile.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(
        f"based_on: common\nid: example\nname: The Journal\nsections: []\n{text}", encoding="utf-8"
    )
    return load_profile("example", folder)


def whole_case(case: str) -> str:
    """The case data of an example, followed by what every case must have."""
    return case + "".join(text for key, text in REQUIRED.items() if f"{key}:" not in case)


def as_built(document: Document) -> Document:
    """A document as the build makes it: `[text]{.fact key="ID"}` becomes text with a mark."""
    sections = tuple(
        replace(section, blocks=tuple(_with_marks(block) for block in section.blocks))
        for section in document.sections
    )
    return replace(document, sections=sections, format="built")


def _with_marks(block: Block) -> Block:
    text, marks, last = "", [], 0
    for match in re.finditer(r"\[([^\]]*)\]\{\.(\w+)(?: \w+=\"([^\"]*)\")?\}", block.text):
        text += block.text[last : match.start()]
        marks.append(Mark(match[2], len(text), len(text) + len(match[1]), match[3] or ""))
        text += match[1]
        last = match.end()
    return replace(block, text=text + block.text[last:], marks=tuple(marks))


def file_of(rule: type[Rule]) -> Path:
    """The file of a rule's examples."""
    family, name = rule.__module__.split(".")[-2:]
    return FOLDER / family / f"{name}.yml"


def examples_of(rule: type[Rule], kind: str) -> list[Example]:
    """The examples of one kind, `fails` or `passes`."""
    file = file_of(rule)
    data = YAML(typ="safe").load(file.read_text(encoding="utf-8")) if file.is_file() else {}
    return [
        Example(rule, f"{rule.name}-{kind}-{number}", entry, tuple(entry.get("findings", ())))
        for number, entry in enumerate(data.get(kind, ()), 1)
    ]


def all_examples() -> list[Example]:
    """Every example of every rule."""
    return [example for rule in RULES for kind in ("fails", "passes") for example in examples_of(rule, kind)]


def as_written(finding: Finding, keys: set[str]) -> dict[str, Any]:
    """A finding in the words of an example, as far as the example speaks of it."""
    spot = finding.spot
    whole = {
        "quote": spot.quote,
        "section": spot.section,
        "line": spot.line,
        "column": spot.column,
        "against": [related.quote for related in finding.related],
        "message": finding.message,
        "hint": finding.hint,
        "severity": finding.severity,
    }
    return {key: whole[key] for key in keys}
