"""From a command line to a command and its exit code. Nothing is imported before a command is known to need it.

Exit status: 0 nothing wrong; 1 findings, or an output that does not say what the data say; 2 the input could not be
used.
"""

from __future__ import annotations

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit status."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    if words[:1] == ["build"] and _nothing_to_do(words[1:]):
        return 0

    from casewright.arguments import parser
    from casewright.errors import CasewrightError

    parsed = parser()
    options = parsed.parse_args(words)
    options.words = [word for word in words[1:] if word != "--force"]
    if options.command is None:
        parsed.print_help()
        return 2
    try:
        return RUNS[options.command](options)
    except CasewrightError as error:
        sys.stderr.write(f"{error}\n")
        return error.exit_code
    except ModuleNotFoundError as missing:
        if (missing.name or "").startswith("casewright"):
            return _own_fault(missing)
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


def _build(options: Namespace) -> int:
    import gc

    from casewright.processes import Tools

    gc.set_threshold(100_000)  # a build makes many values and drops few; looking for cycles is dear

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
    import gc

    from casewright.document.pandoc import Pandoc
    from casewright.revise.checker import Checker

    gc.set_threshold(100_000)  # as in a build

    with Checker() as checker, Pandoc() as pandoc:
        from pathlib import Path

        from casewright.commands.pull import pull

        return pull(
            Path(options.project),
            [Path(file) for file in options.edited],
            pandoc,
            checker,
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


RUNS: dict[str, Callable[[Namespace], int]] = {
    "build": _build,
    "new": _new,
    "checklist": _checklist,
    "timeline": _timeline,
    "pack": _pack,
    "verify": _verify,
    "check": _check,
    "rules": _rules,
    "journals": _journals,
    "explain": _explain,
    "schema": _schema,
    "pull": _pull,
    "revision": _revision,
    "trace": _trace,
}
