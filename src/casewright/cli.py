"""Arguments and exit codes only. Nothing heavy is imported before a command is known to need it.

Exit status: 0 nothing wrong; 1 findings, or an output that does not say what the data say; 2 the input could not be
used.
"""

from __future__ import annotations

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit status."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    if words[:1] == ["build"] and _nothing_to_do(words[1:]):
        return 0

    from casewright.errors import CasewrightError

    options = _parser().parse_args(words)
    options.words = [word for word in words[1:] if word != "--force"]
    if options.command is None:
        _parser().print_help()
        return 2
    try:
        return int(options.run(options))
    except CasewrightError as error:
        sys.stderr.write(f"{error}\n")
        return error.exit_code
    except ModuleNotFoundError as missing:
        if (missing.name or "").startswith("casewright"):
            raise
        sys.stderr.write(
            f"{missing.name} is not installed; run: python -m pip install -c constraints.txt -e .\n"
        )
        return 2
    except KeyboardInterrupt:
        sys.stderr.write("stopped; the last good outputs are still in place\n")
        return 130
    except BrokenPipeError:
        sys.stderr.close()
        return 0
    except Exception as fault:
        return _own_fault(fault)


def _own_fault(fault: Exception) -> int:
    """Say that casewright itself is at fault, and keep the details for whoever mends it."""
    import os
    import tempfile
    import traceback

    if os.environ.get("CASEWRIGHT_DEBUG"):
        raise fault
    with tempfile.NamedTemporaryFile(
        "w", prefix="casewright-", suffix=".txt", delete=False, encoding="utf-8"
    ) as file:
        traceback.print_exception(fault, file=file)
    sys.stderr.write(
        f"casewright met a fault of its own ({type(fault).__name__}: {fault}); nothing was replaced\n"
        f"  hint: please report it, with the file {file.name}\n"
    )
    return 2


def _nothing_to_do(words: list[str]) -> bool:
    """Whether this build is known to change nothing; says so."""
    if "--force" in words or "--watch" in words:
        return False

    from casewright.freshness import is_fresh

    if not is_fresh(_project(words), words):
        return False
    sys.stdout.write("nothing to do: the outputs are those of this manuscript\n")
    return True


def _project(words: list[str]) -> str:
    """The folder given to `build`, by the same rule as the parser's, without it."""
    skip = False
    for word in words:
        if skip:
            skip = False
        elif word in {"--journal", "-j"}:
            skip = True
        elif not word.startswith("-"):
            return word
    return "."


def _parser() -> ArgumentParser:
    from argparse import ArgumentParser

    from casewright import __version__

    parser = ArgumentParser(
        prog="casewright", description="Builds and proofreads clinical case reports.", allow_abbrev=False
    )
    parser.add_argument("--version", action="version", version=f"casewright {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")

    build = commands.add_parser(
        "build", help="make the manuscript of a project: Word, PDF, web page and JATS"
    )
    build.add_argument("project", nargs="?", default=".", help="the project's folder (default: this one)")
    build.add_argument(
        "--journal", "-j", action="append", default=[], metavar="ID", help="the journal; may be repeated"
    )
    build.add_argument("--force", action="store_true", help="build even if nothing changed")
    build.add_argument("--watch", action="store_true", help="build again at every save, until stopped")
    build.set_defaults(run=_build)

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
    new.set_defaults(run=_new)

    checklist = commands.add_parser("checklist", help="fill in the CARE or SCARE checklist of a project")
    checklist.add_argument("project", nargs="?", default=".", help="the project's folder (default: this one)")
    checklist.add_argument("--journal", "-j", metavar="ID")
    checklist.add_argument(
        "--guideline", action="append", default=[], choices=["care-2013", "scare-2023"], metavar="ID"
    )
    checklist.set_defaults(run=_checklist)

    timeline = commands.add_parser("timeline", help="draw the timeline of a case, as figure and as table")
    timeline.add_argument("project", nargs="?", default=".", help="the project's folder (default: this one)")
    timeline.add_argument(
        "--values",
        action="append",
        default=[],
        metavar="NAME",
        help="a value to be drawn over it: hemoglobin",
    )
    timeline.set_defaults(run=_timeline)

    pack = commands.add_parser("pack", help="make the package that is sent to a journal")
    pack.add_argument("project", nargs="?", default=".", help="the project's folder (default: this one)")
    pack.add_argument("--journal", "-j", metavar="ID")
    pack.set_defaults(run=_pack)

    verify = commands.add_parser(
        "verify", help="build a package again from its sources and compare the bytes"
    )
    verify.add_argument("package", metavar="PACKAGE")
    verify.set_defaults(run=_verify)

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
    check.set_defaults(run=_check)

    rules = commands.add_parser("rules", help="list the rules")
    rules.set_defaults(run=_rules)

    journals = commands.add_parser(
        "journals", help="list the journals, and how far a manuscript is from each"
    )
    journals.add_argument("project", nargs="?", default=".", help="the project's folder (default: this one)")
    journals.add_argument("--format", "-f", default="text", choices=["text", "json"])
    journals.set_defaults(run=_journals)

    explain = commands.add_parser("explain", help="what a rule looks for, why, and what to write instead")
    explain.add_argument("code", metavar="CODE")
    explain.set_defaults(run=_explain)

    schema = commands.add_parser("schema", help="print the JSON Schema of the case data, for editors")
    schema.add_argument("file", nargs="?", choices=["case", "studies"], default="case")
    schema.set_defaults(run=_schema)

    pull = commands.add_parser("pull", help="take co-authors' edits of the Word file into the sources")
    pull.add_argument("edited", nargs="+", metavar="EDITED.docx", help="the files that came back")
    pull.add_argument("--project", default=".", help="the project's folder (default: this one)")
    pull.add_argument(
        "--apply", action="store_true", help="write the changes, after a backup, and build again"
    )
    pull.add_argument("--interactive", "-i", action="store_true", help="ask about each edit, then write")
    pull.add_argument("--format", "-f", default="text", choices=["text", "json"])
    pull.set_defaults(run=_pull)

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
    revision.set_defaults(run=_revision)

    trace = commands.add_parser("trace", help="where a fact or a text stands, and where it comes from")
    trace.add_argument("what", metavar="TEXT|FACT", help="a fact's id, or words of the manuscript")
    trace.add_argument("--project", default=".", help="the project's folder (default: this one)")
    trace.add_argument("--journal", "-j", metavar="ID")
    trace.set_defaults(run=_trace)
    return parser


def _build(options: Namespace) -> int:
    import gc

    from casewright.processes import Tools

    gc.set_threshold(
        100_000
    )  # a build makes many values and drops few; looking for cycles costs a tenth of it

    with Tools.started() as tools:
        from pathlib import Path

        from casewright.progress import Progress

        progress = Progress.for_terminal()
        if options.watch:
            from casewright.commands.watch import watch

            return watch(Path(options.project), options.journal, progress, tools)
        from casewright.commands.build import build

        return build(Path(options.project), options.journal, progress, tools, options.words, options.force)


def _new(options: Namespace) -> int:
    from pathlib import Path

    from casewright.commands.new import new
    from casewright.start.answers import Answers

    given = Answers(options.title, options.journal, options.age, options.sex, options.diagnosis)
    source = Path(options.source) if options.source else None
    mapping = Path(options.mapping) if options.mapping else None
    return new(Path(options.folder), given, source, mapping, options.eject)


def _checklist(options: Namespace) -> int:
    from casewright.processes import Tools

    with Tools.started() as tools:
        from pathlib import Path

        from casewright.commands.checklist import checklist

        return checklist(Path(options.project), options.journal, options.guideline, tools)


def _timeline(options: Namespace) -> int:
    from pathlib import Path

    from casewright.commands.timeline import timeline

    return timeline(Path(options.project), _split(options.values))


def _pack(options: Namespace) -> int:
    from casewright.processes import Tools

    with Tools.started() as tools:
        from pathlib import Path

        from casewright.commands.pack import pack

        return pack(Path(options.project), options.journal, tools)


def _verify(options: Namespace) -> int:
    from casewright.processes import Tools

    with Tools.started() as tools:
        from pathlib import Path

        from casewright.commands.verify import verify

        return verify(Path(options.package), tools)


def _check(options: Namespace) -> int:
    from pathlib import Path

    from casewright.commands.check import check

    return check(
        [Path(target) for target in options.targets],
        options.format,
        _split(options.select),
        _split(options.ignore),
        Path(options.against) if options.against else None,
        options.journal,
        Path(options.write_baseline) if options.write_baseline else None,
    )


def _split(given: list[str]) -> list[str]:
    """`--select CW1,CW2` is the same as `--select CW1 --select CW2`."""
    return [word for words in given for word in words.split(",") if word]


def _rules(_options: Namespace) -> int:
    from casewright.commands.check import rules

    return rules()


def _journals(options: Namespace) -> int:
    from pathlib import Path

    from casewright.commands.journals import journals

    return journals(Path(options.project), options.format)


def _explain(options: Namespace) -> int:
    from casewright.commands.check import explain

    return explain(options.code)


def _schema(options: Namespace) -> int:
    import json

    from casewright.case.schema import case_schema, studies_schema

    schema = case_schema() if options.file == "case" else studies_schema()
    sys.stdout.write(json.dumps(schema, ensure_ascii=False, indent=2) + "\n")
    return 0


def _pull(options: Namespace) -> int:
    from casewright.document.pandoc import Pandoc

    with Pandoc() as pandoc:
        from pathlib import Path

        from casewright.commands.pull import pull

        return pull(
            Path(options.project),
            [Path(file) for file in options.edited],
            pandoc,
            apply=options.apply,
            interactive=options.interactive,
            format=options.format,
        )


def _revision(options: Namespace) -> int:
    from casewright.document.pandoc import Pandoc

    with Pandoc() as pandoc:
        from pathlib import Path

        from casewright.commands.revision import revision

        return revision(
            Path(options.project),
            options.old,
            reply=Path(options.reply) if isinstance(options.reply, str) else options.reply,
            journal=options.journal,
            author=options.author,
            date=options.date,
            pandoc=pandoc,
        )


def _trace(options: Namespace) -> int:
    from casewright.document.pandoc import Pandoc

    with Pandoc() as pandoc:
        from pathlib import Path

        from casewright.commands.trace import trace

        return trace(Path(options.project), options.journal, options.what, pandoc)
