"""A document with something of everything that a Word file can hold, and how its parts are read in the tests."""

from __future__ import annotations

from tests.write.sample import png

from casewright.case.model import Figure, Panel
from casewright.errors import Place

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
LONG = "examination.emergency." + "very_long_name_of_a_finding." * 4 + "grade"

MARKDOWN = f"""
::: {{.section role="title"}}
A tumor of [the cord]{{.fact key="site"}}: A case report
:::

::: {{.section role="keywords"}}
[Key words:]{{.run-in}} One; Two & three
:::

::: {{.section role="abstract"}}
# Abstract

Leukocytes were [6800 /μL]{{.fact key="labs.leukocytes"}}, the dose [70 mg/m^2^]{{.fact key="dose"}}.
:::

::: {{.section role="case"}}
# CASE [II]{{.fact key="grade"}}

Again **[6800 /μL]{{.fact key="labs.leukocytes"}} < 7000 & more** in [4 < 5]{{.fact key="{LONG}"}}[@one],
as @fig:spine.B
shows[^1]. See [the site](https://example.org/a?b=1&c=2) and [this](javascript:x).

- one
- two

3. three
4. four

> Quoted, with a\\
broken line and `code`.

| Test | Value |
|------|-------|
| ANC  | [1]{{.fact key="anc"}} |
| none |       |

[^1]: A note on [6800 /μL]{{.fact key="labs.leukocytes"}}.

::: {{.references}}
:::
:::

::: {{.section role="legends"}}
::: {{.legend key="fig:spine"}}
The spine. A: before; B: after [5 d]{{.fact key="days"}}.
:::
:::
"""
WORK = "@article{one, author={Adams, Ann}, title={A title}, journal={J Tests}, year={2001}, volume={1}, pages={1--2}}"

IMAGES = {"a.png": png(900, 600, 40), "b.png": png(300, 800, 200)}
SPINE = Figure("spine", (Panel("A", "a.png", "Spine & cord"), Panel("B", "b.png", "After")), Place())


def words(node) -> str:
    return "".join(" " if part.tag == W + "br" else part.text or "" for part in node.iter(W + "t", W + "br"))


def value(node, path: str) -> str:
    found = node.find(path.replace("w:", W))
    return "" if found is None else found.get(W + "val", "")
