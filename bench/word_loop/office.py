"""LibreOffice as a co-author: a batch of files edited and saved by it, headless, through its own interface."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
import uuid
from collections.abc import Sequence
from pathlib import Path
from typing import Any

SCRIPT = Path(__file__).with_name("office_script.py")
PYTHONS = ("/usr/bin/python3", "python3")
LONGEST = 900  # seconds of one batch
Job = dict[str, Any]


class NoOfficeError(RuntimeError):
    """LibreOffice, or a Python that can talk to it, is not installed."""


def available() -> str:
    """The Python to talk to LibreOffice with. Raises NoOfficeError where there is none."""
    for python in PYTHONS:
        found = shutil.which(python)
        knows = (
            found
            and subprocess.run([found, "-c", "import uno"], capture_output=True, check=False).returncode == 0
        )
        if found and knows and shutil.which("soffice"):
            return found
    raise NoOfficeError(
        "LibreOffice is missing; on Debian: apt-get install libreoffice-writer-nogui python3-uno"
    )


def run(jobs: Sequence[Job]) -> list[Job]:
    """Do the jobs (see office_script.py) in one LibreOffice with a profile of its own; what each could not do."""
    python = available()
    pipe = f"casewright{uuid.uuid4().hex[:12]}"
    with tempfile.TemporaryDirectory() as folder:
        orders = Path(folder) / "jobs.json"
        orders.write_text(json.dumps(list(jobs)), "utf-8")
        office = subprocess.Popen(
            ["soffice", "--headless", "--norestore", "--nologo", f"-env:UserInstallation=file://{folder}/profile",
             f"--accept=pipe,name={pipe};urp;"],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=os.environ | {"SAL_USE_VCLPLUGIN": "svp"},
        )  # fmt: skip
        try:
            answer = subprocess.run(
                [python, str(SCRIPT), pipe, str(orders)],
                capture_output=True,
                text=True,
                timeout=LONGEST,
                check=False,
            )
            if answer.returncode:
                raise RuntimeError(f"LibreOffice did not finish: {answer.stderr[-2000:]}")
            done: list[Job] = json.loads(answer.stdout)
            return done
        finally:
            office.terminate()
            office.wait(30)
