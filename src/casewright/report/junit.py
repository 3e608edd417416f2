"""The report as JUnit XML, as Jenkins and GitLab read it: a suite a file, a failed test a standing finding.

Notes and acknowledged findings are skipped tests with their reason; a file that could not be judged is an error.
"""

from __future__ import annotations

from xml.etree import ElementTree

from casewright.check.finding import Finding
from casewright.check.result import FileResult, Results
from casewright.report.wording import place_of, what_was_read

_NOT_XML = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF])


def render_junit(results: Results) -> str:
    """The suites, one a file; a file without findings is a test that passes."""
    root = ElementTree.Element("testsuites", name="casewright check")
    for file in results.files:
        _suite(root, file)
    totals = {
        key: str(sum(int(suite.get(key, "0")) for suite in root)) for key in ("tests", "failures", "errors")
    }
    root.attrib.update(totals)
    ElementTree.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(root, encoding="unicode") + "\n"


def _suite(root: ElementTree.Element, file: FileResult) -> None:
    suite = ElementTree.SubElement(root, "testsuite", name=_clean(file.path))
    for problem in file.problems:
        case = ElementTree.SubElement(suite, "testcase", name="could be judged", classname=_clean(file.path))
        ElementTree.SubElement(case, "error", message=_clean(problem.message)).text = _clean(problem.hint)
    for finding in file.findings:
        _test(suite, file, finding)
    if not file.problems and not file.findings:
        ElementTree.SubElement(suite, "testcase", name="no findings", classname=_clean(file.path))
    output = ElementTree.SubElement(suite, "system-out")
    output.text = _clean(
        "\n".join([what_was_read(file.coverage), *(f"not read: {u}" for u in file.coverage.unread)])
    )
    suite.attrib.update(
        tests=str(len(suite.findall("testcase"))),
        failures=str(len(suite.findall("testcase/failure"))),
        errors=str(len(suite.findall("testcase/error"))),
        skipped=str(len(suite.findall("testcase/skipped"))),
    )


def _test(suite: ElementTree.Element, file: FileResult, finding: Finding) -> None:
    name = f"{finding.code} {finding.name} at {place_of(file, finding)}"
    case = ElementTree.SubElement(suite, "testcase", name=_clean(name), classname=_clean(file.path))
    if finding.counts:
        verdict = ElementTree.SubElement(
            case, "failure", type=finding.severity, message=_clean(finding.message)
        )
        rivals = [f"{spot.section}: {spot.quote}" for spot in finding.related]
        quote = [f"{finding.spot.section}: {finding.spot.quote}"] if finding.spot.quote else []
        verdict.text = _clean("\n".join([*quote, *rivals, finding.hint]))
    else:
        known = f"acknowledged: {finding.acknowledged}; " if finding.acknowledged is not None else "note: "
        ElementTree.SubElement(case, "skipped", message=_clean(known + finding.message))


def _clean(text: str) -> str:
    """The text without characters that XML 1.0 cannot hold."""
    return text.translate(_NOT_XML)
