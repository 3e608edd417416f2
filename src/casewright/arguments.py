"""The arguments of every command, as argparse takes them. What a command does stands in `commands/`."""

from __future__ import annotations

from argparse import ArgumentParser

from casewright import __version__


def parser() -> ArgumentParser:
    """The parser of all commands; `command` is the one that was given."""
    top = ArgumentParser(
        prog="casewright", description="Builds and proofreads clinical case reports.", allow_abbrev=False
    )
    top.add_argument("--version", action="version", version=f"casewright {__version__}")
    commands = top.add_subparsers(dest="command", metavar="COMMAND")

    build = commands.add_parser(
        "build", help="make the manuscript of a project: Word, PDF, web page and JATS"
    )
    build.add_argument("project", nargs="?", default=".", help="the project's folder (default: this one)")
    build.add_argument(
        "--journal", "-j", action="append", default=[], metavar="ID", help="the journal; may be repeated"
    )
    build.add_argument("--force", action="store_true", help="build even if nothing changed")
    build.add_argument("--watch", action="store_true", help="build again at every save, until stopped")

    new = commands.add_parser("new", help="make a new project, empty or from data or a manuscript")
    new.add_argument("folder", metavar="DIR")
    new.add_argument("--journal", "-j", default="", metavar="ID")
    new.add_argument("--title", default="", help="the title of the report")
    new.add_argument("--age", default="", help="the patient's age, with its unit: 45 years")
    new.add_argument("--sex", default="", help="male, female, intersex or not stated")
    new.add_argument("--diagnosis", default="", help="the main diagnosis")
    new.add_argument(
        "--from", dest="source", metavar="FILE", help="a FHIR bundle, a CSV export, or a manuscript"
    )
    new.add_argument("--mapping", metavar="FILE", help="what the columns of a CSV export mean")
    new.add_argument("--eject", action="store_true", help="copy the journal's templates into the project")

    checklist = commands.add_parser("checklist", help="fill in the CARE or SCARE checklist of a project")
    checklist.add_argument("project", nargs="?", default=".", help="the project's folder (default: this one)")
    checklist.add_argument("--journal", "-j", metavar="ID")
    checklist.add_argument(
        "--guideline", action="append", default=[], choices=["care-2013", "scare-2023"], metavar="ID",
        help="care-2013 or scare-2023; without it, those that the journal asks for",
    )  # fmt: skip

    timeline = commands.add_parser("timeline", help="draw the timeline of a case, as figure and as table")
    timeline.add_argument("project", nargs="?", default=".", help="the project's folder (default: this one)")
    timeline.add_argument(
        "--values",
        action="append",
        default=[],
        metavar="NAME",
        help="a value to be drawn over it: hemoglobin",
    )

    pack = commands.add_parser("pack", help="make the package that is sent to a journal")
    pack.add_argument("project", nargs="?", default=".", help="the project's folder (default: this one)")
    pack.add_argument("--journal", "-j", metavar="ID")

    verify = commands.add_parser(
        "verify", help="build a package again from its sources and compare the bytes"
    )
    verify.add_argument("package", metavar="PACKAGE")

    check = commands.add_parser(
        "check", help="proofread projects and manuscripts: .docx .md .txt .xml .html .pdf"
    )
    check.add_argument(
        "targets", nargs="*", metavar="TARGET", help="project folders or files (default: this folder)"
    )
    check.add_argument(
        "--format", "-f", default="text", choices=["text", "json", "sarif", "github", "junit", "html"]
    )
    check.add_argument(
        "--select", action="append", default=[], metavar="RULE", help="only these rules or families"
    )
    check.add_argument(
        "--ignore", action="append", default=[], metavar="RULE", help="not these rules or families"
    )
    check.add_argument(
        "--write-baseline",
        metavar="FILE",
        help="write what stands today: from now on only what is new counts",
    )
    check.add_argument("--against", metavar="DIR", help="hold the files against this project's data")
    check.add_argument(
        "--journal", "-j", metavar="ID", help="for which a project is laid out, and whose limits count"
    )

    commands.add_parser("rules", help="list the rules")

    journals = commands.add_parser(
        "journals", help="list the journals, and how far a manuscript is from each"
    )
    journals.add_argument("project", nargs="?", default=".", help="the project's folder (default: this one)")
    journals.add_argument("--format", "-f", default="text", choices=["text", "json"])

    explain = commands.add_parser("explain", help="what a rule looks for, why, and what to write instead")
    explain.add_argument("code", metavar="CODE")

    schema = commands.add_parser("schema", help="print the JSON Schema of the case data, for editors")
    schema.add_argument("file", nargs="?", choices=["case", "studies"], default="case")

    pull = commands.add_parser("pull", help="take co-authors' edits of the Word file into the sources")
    pull.add_argument("edited", nargs="+", metavar="EDITED.docx", help="the files that came back")
    pull.add_argument("--project", default=".", help="the project's folder (default: this one)")
    pull.add_argument(
        "--apply", action="store_true", help="write the changes, after a backup, and build again"
    )
    pull.add_argument("--interactive", "-i", action="store_true", help="ask about each edit, then write")
    pull.add_argument("--format", "-f", default="text", choices=["text", "json"])

    revision = commands.add_parser(
        "revision", help="the changes since an earlier manuscript as tracked changes, proven, for the journal"
    )
    revision.add_argument("old", metavar="OLD", help="an earlier .docx, the id of a build, or a git revision")
    revision.add_argument("--project", default=".", help="the project's folder (default: this one)")
    revision.add_argument("--journal", "-j", metavar="ID")
    revision.add_argument(
        "--reply", nargs="?", const=True, default=False, metavar="FILE",
        help="draft the answer to the reviewers, from their letter as text or from reviews/",
    )  # fmt: skip
    revision.add_argument("--author", default="Authors", help="who signs the changes (default: Authors)")
    revision.add_argument(
        "--date", default="", metavar="DAY", help="their date, such as 2026-01-31 (default: none)"
    )

    trace = commands.add_parser("trace", help="where a fact or a text stands, and where it comes from")
    trace.add_argument("what", metavar="TEXT|FACT", help="a fact's id, or words of the manuscript")
    trace.add_argument("--project", default=".", help="the project's folder (default: this one)")
    trace.add_argument("--journal", "-j", metavar="ID")
    return top
