"""Run by a Python that knows UNO (Debian: python3-uno), beside a running LibreOffice: edits files as a co-author would.

    python3 office_script.py PIPE JOBS.json

JOBS.json is a list of {"input", "output", "tracked", "steps": [...]}; a step is {"do": ..., ...}:
`replace` {"text", "nth", "old", "new"} (in the nth place of `text`, from 0), `split` {"text", "nth"} (before it),
`remove` {"text", "nth"} (the paragraph that holds it), `italic` {"text", "nth"}, or `dispatch` {"command"} (such as
AcceptAllTrackedChanges).
The answer, on standard output, is a list of {"output", "failed": [numbers of steps that found no place]}.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import Any

import uno  # type: ignore[import-not-found]
from com.sun.star.beans import PropertyValue  # type: ignore[import-not-found]
from com.sun.star.connection import NoConnectException  # type: ignore[import-not-found]

WORD = "MS Word 2007 XML"
PARAGRAPH_BREAK = 0  # com.sun.star.text.ControlCharacter
ITALIC = 2  # com.sun.star.awt.FontSlant


def main() -> None:
    pipe, jobs = sys.argv[1], json.loads(Path(sys.argv[2]).read_text("utf-8"))
    context = _connect(pipe)
    desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    dispatcher = context.ServiceManager.createInstanceWithContext(
        "com.sun.star.frame.DispatchHelper", context
    )
    answers = []
    for job in jobs:
        document = desktop.loadComponentFromURL(
            _url(job["input"]), "_blank", 0, (_value("Hidden", True), _value("ReadOnly", False))
        )
        document.RecordChanges = bool(job["tracked"])
        failed = [number for number, step in enumerate(job["steps"]) if not _done(document, step, dispatcher)]
        document.storeToURL(_url(job["output"]), (_value("FilterName", WORD),))
        document.close(True)
        answers.append({"output": job["output"], "failed": failed})
    sys.stdout.write(json.dumps(answers))
    try:
        desktop.terminate()
    except Exception as gone:  # it may be gone before it can say so
        sys.stderr.write(f"{type(gone).__name__}\n")


def _connect(pipe: str) -> Any:
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(240):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(0.25)
    raise SystemExit("LibreOffice did not start")


def _done(document: Any, step: dict[str, Any], dispatcher: Any) -> bool:
    if step["do"] == "dispatch":
        frame = document.CurrentController.Frame
        dispatcher.executeDispatch(frame, f".uno:{step['command']}", "", 0, ())
        return True
    found = _find(document, step["text"], step.get("nth", 0))
    if found is None:
        return False
    text = found.getText()
    match step["do"]:
        case "replace":
            inner = text.createTextCursorByRange(found.Start)
            at = step["text"].index(step["old"]) if step["old"] else len(step["text"])
            inner.goRight(at, False)
            inner.goRight(len(step["old"]), True)
            if inner.String != step["old"]:
                return False
            inner.String = step["new"]
        case "split":
            text.insertControlCharacter(found.Start, PARAGRAPH_BREAK, False)
        case "remove":
            cursor = text.createTextCursorByRange(found.Start)
            cursor.gotoStartOfParagraph(False)
            cursor.gotoNextParagraph(True)
            cursor.String = ""
        case "italic":
            found.CharPosture = ITALIC
        case unknown:
            raise SystemExit(f"no such step: {unknown}")
    return True


def _find(document: Any, text: str, nth: int) -> Any:
    search = document.createSearchDescriptor()
    search.SearchString = text
    search.SearchCaseSensitive = True
    found = document.findFirst(search)
    for _ in range(nth):
        found = document.findNext(found.End, search) if found is not None else None
    return found


def _url(path: str) -> str:
    return str(uno.systemPathToFileUrl(path))


def _value(name: str, value: Any) -> Any:
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made


if __name__ == "__main__":
    main()
