"""How long a build takes, as ratios to the floor: `python bench/speed.py [--runs N]`.

Everything is measured on this machine in one run, whole processes, entries taken in turn, after a warm-up; medians are
printed, and ratios of medians. The floor (bench/floor.py) is made from the same manuscript.

    full build       the four formats, read back and checked, against the floor        at most 1.0
    nothing to do    a build with nothing changed, against `python -c pass`            at most 4
    watch            from saving one value to the new HTML on disk, against the floor  at most 1/3
    memory           peak of our own process (not pandoc's), in MB                     under 150
    length           seconds for 2,500 to 50,000 words                                 linear
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[1]
QUIET = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}


def copy_project(target: Path) -> Path:
    """The example project, without what was built of it."""
    target.mkdir()
    for name in ("manuscript", "templates"):
        shutil.copytree(ROOT / name, target / name)
    for name in ("refs.bib", "build.py", "pyproject.toml"):
        shutil.copy(ROOT / name, target / name)
    return target


def prepare_floor(project: Path, folder: Path) -> Path:
    """The same manuscript as plain YAML, one template in pandoc's Markdown, the same references and style."""
    from ruamel.yaml import YAML

    from casewright.document.citations import find_style
    from casewright.pipeline import gather

    sources = gather(project, "wjg")
    folder.mkdir()
    text = re.sub(r"^:::.*$", "", sources.rendered.markdown, flags=re.M)
    facts: dict[str, str] = {}

    def as_variable(match: re.Match[str]) -> str:
        facts[match[2]] = match[1]
        return "{{ facts['" + match[2] + "'] }}"

    text = re.sub(r'\[((?:[^\[\]]|\\.)*)\]\{\.fact key="([^"]+)"\}', as_variable, text)
    text = re.sub(r"\[([^\[\]]*)\]\{\.[^}]*\}", r"\1", text)
    panels = "\n\n".join(
        f"![{panel.alt}]({panel.image})" for figure in sources.case.figures for panel in figure.panels
    )
    (folder / "paper.md.j2").write_text(f"---\ntitle: The case\n---\n\n{text}\n\n{panels}\n", "utf-8")
    with (folder / "facts.yaml").open("w", encoding="utf-8") as file:
        YAML().dump(facts, file)
    shutil.copy(project / "refs.bib", folder / "refs.bib")
    shutil.copy(find_style(sources.profile.citations.csl), folder / "style.csl")
    for image, data in sources.images.items():
        (folder / image).parent.mkdir(parents=True, exist_ok=True)
        (folder / image).write_bytes(data)
    return folder


def seconds(command: list[str], folder: Path) -> float:
    """Wall-clock time of one whole process, which has to end well."""
    started = time.perf_counter()
    subprocess.run(command, cwd=folder, check=True, **QUIET)
    return time.perf_counter() - started


def in_turn(runs: int, **measures: Callable[[], float]) -> dict[str, float]:
    """The median of each measure, taken in turn `runs` times after one warm-up."""
    taken: dict[str, list[float]] = {name: [] for name in measures}
    for run in range(runs + 1):
        for name, measure in measures.items():
            value = measure()
            if run:
                taken[name].append(value)
    return {name: median(values) for name, values in taken.items()}


def watched(project: Path, runs: int) -> float:
    """Median time from saving one value of case.yaml to the new page, under `--watch`."""
    data, page = project / "manuscript" / "case.yaml", project / "build" / "wjg" / "manuscript.html"
    original = data.read_text("utf-8")
    process = subprocess.Popen(
        [sys.executable, "build.py", "--watch"], cwd=project, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    times = []
    try:
        process.stdout.readline()
        while "waiting" not in process.stdout.readline():
            pass
        time.sleep(0.5)
        for run in range(runs + 1):
            value = f"{6800 + run + 1} /µL"
            started = time.perf_counter()
            data.write_text(original.replace("leukocytes: 6800 /µL", f"leukocytes: {value}"), "utf-8")
            wanted = str(6801 + run)
            while not page.exists() or wanted not in page.read_text("utf-8"):
                if time.perf_counter() - started > 20:
                    raise TimeoutError("the page did not change within 20 s")
                time.sleep(0.005)
            if run:
                times.append(time.perf_counter() - started)
            time.sleep(1.5)
    finally:
        process.terminate()
        process.wait()
        data.write_text(original, "utf-8")
    return median(times)


def peak_memory(project: Path) -> float:
    """The high-water mark of the build's own process in MB, without pandoc's."""
    process = subprocess.Popen([sys.executable, "build.py", "--force"], cwd=project, **QUIET)
    peak = 0
    status = Path("/proc") / str(process.pid) / "status"
    while process.poll() is None:
        try:
            found = re.search(r"VmHWM:\s+(\d+) kB", status.read_text("ascii"))
        except OSError:
            break
        peak = max(peak, int(found[1]) if found else 0)
        time.sleep(0.005)
    return peak / 1024


def lengthened(project: Path, words: int) -> None:
    """Let the discussion run to so many words, by saying its first paragraphs again."""
    file = project / "manuscript" / "discussion.md"
    paragraphs = file.read_text("utf-8").strip().split("\n\n")
    count = len(" ".join(paragraphs).split())
    file.write_text("\n\n".join(paragraphs * max(1, round(words / count))) + "\n", "utf-8")


def main() -> None:
    """Measure everything and print it."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--lengths", type=int, nargs="*", default=[2500, 10000, 25000, 50000])
    options = parser.parse_args()
    build = [sys.executable, "build.py"]
    with tempfile.TemporaryDirectory() as scratch:
        project = copy_project(Path(scratch, "project"))
        floor = prepare_floor(project, Path(scratch, "floor"))
        print(f"{os.cpu_count()} cores, Python {sys.version.split()[0]}, medians of {options.runs}\n")
        full = in_turn(
            options.runs,
            ours=lambda: seconds([*build, "--force"], project),
            floor=lambda: seconds([sys.executable, str(ROOT / "bench" / "floor.py"), str(floor)], project),
        )
        print(
            f"full build      {full['ours']:.3f} s, floor {full['floor']:.3f} s: {full['ours'] / full['floor']:.2f}"
        )
        idle = in_turn(
            3 * options.runs,
            ours=lambda: seconds(build, project),
            bare=lambda: seconds([sys.executable, "-c", "pass"], project),
        )
        print(
            f"nothing to do   {1000 * idle['ours']:.0f} ms, bare python {1000 * idle['bare']:.0f} ms: "
            f"{idle['ours'] / idle['bare']:.1f}"
        )
        saved = watched(project, options.runs)
        print(f"watch           {saved:.3f} s to the new page: {saved / full['floor']:.2f} of the floor")
        print(f"memory          {peak_memory(project):.0f} MB")
        for words in options.lengths:
            longer = copy_project(Path(scratch, f"words{words}"))
            lengthened(longer, words)
            took = in_turn(3, ours=lambda longer=longer: seconds([*build, "--force"], longer))["ours"]
            print(f"{words:6} words    {took:.2f} s, {1000 * took / words:.3f} ms a word")


if __name__ == "__main__":
    main()
