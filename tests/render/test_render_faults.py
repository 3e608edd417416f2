"""What is wrong with templates and prose is said with its place and what to do, all of it in one run."""

from __future__ import annotations

import pytest

AT = "templates/house/page.md"


AGE = "`patient.agee` does not exist | did you mean `patient.age`?"


@pytest.mark.parametrize(
    ("page", "place", "fault"),
    [
        (
            "{{ labs.emergency.leucocytes }}",
            "1:4",
            "`labs.emergency.leucocytes` does not exist | did you mean `labs.emergency.leukocytes`?",
        ),
        (
            "{{ labs.leukocytes }}",
            "1:4",
            "`labs.leukocytes` does not exist | did you mean `labs.emergency.leukocytes`?",
        ),
        ("{{ pateint.age }}", "1:4", "`pateint` does not exist | did you mean `patient`?"),
        ("{{ patient.xxxxx }}", "1:4", "`patient.xxxxx` does not exist | there are: age, sex"),
        (
            "{{ patient.age.value }}",
            "1:4",
            "`patient.age.value` does not exist | `patient.age` is a fact; it has no parts",
        ),
        ("a\n\nb {{ patient.agee }}", "3:6", AGE),
        ("{% if patient.agee %}x{% endif %}", "1:7", AGE),
        ("{% for x in patient.agee %}{% endfor %}", "1:13", AGE),
        ("{{ patient.agee | words }}", "1:4", AGE),
        ("{{ patient.agee ~ 'x' }}", "1:4", AGE),
        ("{{ 'x' if patient.agee == 3 }}", "1:11", AGE),
        ("{{ patient.agee + 3 }}", "1:4", AGE),
        ("{{ patient.agee.years }}", "1:4", AGE),
        ("{{ patient['agee'] }}", "1:13", AGE),
    ],
)
def test_a_name_that_does_not_exist(project, page, place, fault) -> None:
    assert project.faults(page)[0] == f"{AT}:{place}: {fault}"


def test_a_name_is_reported_where_the_macro_was_called(project) -> None:
    page = "{% macro m(fact) %}<{{ fact }}>{% endmacro %}\n\n{{ m(patient.agee) }}"
    assert project.faults(page)[0].startswith(f"{AT}:3:6: `patient.agee` does not exist")


def test_names_in_prose_are_placed_in_the_prose(project) -> None:
    project.write("manuscript/case.md", "The patient\nwas {{ patient.agee }} old.")
    (fault,) = project.faults('{% include "manuscript/case.md" %}')
    assert fault.startswith("manuscript/case.md:2:8: `patient.agee` does not exist")


def test_all_faults_of_all_sections_come_in_one_run(project) -> None:
    project.write("one.md", "{{ patient.agee }} {{ patient.sexx }}")
    project.write("two.md", "{{ labs.emergency.hemoglobine }}")
    project.write("three.md", "{% if %}")
    places = [fault.split(": ")[0] for fault in project.faults(sections=("one", "two", "three", "four"))]
    assert places == [
        "templates/house/one.md:1:4",
        "templates/house/one.md:1:23",
        "templates/house/profile.yaml",
        "templates/house/three.md:1:1",
        "templates/house/two.md:1:4",
    ]


@pytest.mark.parametrize(
    ("page", "line", "message"),
    [
        ("a\n{{ patient.age", 2, "`}}` is missing | every `{{` needs its `}}`"),
        (
            "a\n{% if patient.age %}\nx\ny",
            2,
            "`{% if %}` is never closed | write `{% endif %}` where it ends",
        ),
        ("{% for a in labs %}\n{% endfor %}\n{% for a in labs %}\n", 3, "`{% for %}` is never closed"),
        ("{{ patient.age }}\n{% endfor %}", 2, "`{% endfor %}` closes nothing here | delete it, or"),
        (
            "{% if patient.age %}\n{% endfor %}",
            2,
            "`{% endfor %}` closes nothing here | `{% if %}` is closed first",
        ),
        (
            "{{ patient age }}",
            1,
            "`age` is one word too many before `}}` | put text in quotes; join a name's",
        ),
        ("{{ 5 d }}", 1, "`d` is one word too many before `}}`"),
        ("{{ }}", 1, "something is missing before `}}`"),
        ("{% if %}x{% endif %}", 1, "something is missing before `%}`"),
        ("{% if patient.sex = 'male' %}x{% endif %}", 1, "`=` does not compare | write `==`"),
        ("{% for a of labs %}{% endfor %}", 1, "`in` was expected before `of`"),
        ("{% inclde 'x.md' %}", 1, "there is no command `inclde` | did you mean `include`?"),
        ("{{ patient..age }}", 1, "this cannot be read: expected name or number"),
        ("{{ patient ? age }}", 1, "this cannot be read: unexpected char '?' at 11"),
        ("x\n{{ patient.age | wrods }}", 2, "there is no filter `wrods` | did you mean `words`?"),
        (
            "{% if patient.age is dfined %}{% endif %}",
            1,
            "there is no test `dfined` | did you mean `defined`?",
        ),
        ("{{ 1 / 0 }}", 1, "this cannot be computed: division by zero"),
        ("x\n{{ patient.age + 1 }}", 2, "this cannot be worked out | facts are printed, compared and"),
        ("{{ patient.age | length }}", 1, "this cannot be worked out"),
        ("{% macro m() %}{{ m() }}{% endmacro %}\n{{ m() }}", 1, "this calls itself without end"),
        ('x\n{% include "absent.md" %}', 2, "there is no file `templates/house/absent.md`"),
        ('x\n{% include "manuscript/missing.md" %}', 2, "there is no file `manuscript/missing.md`"),
        ("a\x02b", 1, "a control character (U+0002) in the text"),
    ],
)
def test_a_broken_template(project, page, line, message) -> None:
    fault = project.faults(page)[0]
    assert fault.startswith(f"{AT}:{line}")
    assert message in fault


@pytest.mark.parametrize(
    ("page", "place"),
    [
        ('a\nb [6900 /uL]{.fact key="labs.emergency.leukocytes"}', f"{AT}:2:13"),
        ("a [9]{#x .fact}", f"{AT}:1:6"),
        ("{{ '[9]{.fact key=\"patient.age\"}' }}", f"{AT}:1:1"),
    ],
)
def test_a_fact_cannot_be_typed(project, page, place) -> None:
    assert project.faults(page) == [
        f"{place}: a fact is typed by hand | write `{{{{ the.name.of.the.fact }}}}`"
    ]


@pytest.mark.parametrize("string", [r"\x02patient.age\x03[9]\x04", r"\u0002x\u0003", r"\2x\3", "\x02"])
def test_a_mark_cannot_be_forged(project, string) -> None:
    (fault,) = project.faults(f"one\n{{{{ '{string}' }}}}")
    assert fault.startswith(f"{AT}:2:")
    assert "a control character (U+0002) in the text" in fault


def test_a_missing_file_is_answered_with_the_nearest_name(project) -> None:
    project.write("manuscript/introduction.md", "x")
    (fault,) = project.faults('{% include "manuscript/introducton.md" %}')
    assert fault.endswith("| did you mean `manuscript/introduction.md`?")


def test_a_file_that_is_not_utf_8(project) -> None:
    project.write("manuscript/case.md", b"one\ntwo \xb5L")
    assert project.faults('{% include "manuscript/case.md" %}') == [
        "manuscript/case.md:2: not UTF-8 text | save the file as UTF-8"
    ]


def test_a_file_without_end_is_refused(project) -> None:
    project.write("manuscript/case.md", "x" * 2_000_001)
    assert project.faults('{% include "manuscript/case.md" %}') == [
        "manuscript/case.md: larger than 2000000 bytes | "
    ]


def test_a_section_without_template_is_named(project) -> None:
    (fault,) = project.faults(sections=("abstrakt",))
    assert fault.startswith("templates/house/profile.yaml: there is no file `templates/house/abstrakt.md`")


def test_a_template_that_was_mended_is_read_again(project) -> None:
    assert project.faults("{{ patient.agee }}")
    assert project.printed("{{ patient.age }}") == '[45 years]{.fact key="patient.age"}'
    assert project.printed("{{ patient.age | value }}") == '[45]{.fact key="patient.age"}'


ESCAPES = [
    "{{ ''.__class__ }}",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ patient.__class__ }}",
    "{{ patient.age.__class__ }}",
    "{{ patient.age.fact.place }}",
    "{{ patient._tree }}",
    "{{ patient.child('age') }}",
    "{{ patient | attr('_tree') }}",
    "{{ figures.__class__ }}",
    "{{ figures.append(1) }}",
    "{{ self.__init__.__globals__ }}",
    "{{ self._TemplateReference__context }}",
    "{{ cycler.__init__.__globals__ }}",
    "{{ lipsum.__globals__.os }}",
    "{{ range(99999999) }}",
    "{{ namespace() }}",
    "{{ get_flashed_messages.__globals__ }}",
    "{% set x = ''.join %}{{ x.__self__ }}",
    "{{ ('%s' % patient).__class__ }}",
    "{{ '{0.__class__}'.format(patient) }}",
    "{{ '{0._tree}'.format(patient) }}",
    "{{ 'x' * 100000000 }}",
    "{{ 100000000 * 'x' }}",
    "{{ [0] * 100000000 }}",
    "{{ 9 ** 9999999 }}",
    "{{ '%0999999999d' % 3 }}",
    "{{ loop.__class__ }}",
    "{% for x in [1] %}{{ loop.__class__ }}{% endfor %}",
    "{% macro m() %}{% endmacro %}{{ m.__globals__ }}",
    "{% macro m() %}{{ caller.__globals__ }}{% endmacro %}{% call m() %}{% endcall %}",
    '{% import "page2.md" as other %}{{ other.__class__ }}',
]


@pytest.mark.parametrize("page", ESCAPES)
def test_no_way_leads_from_a_template_to_python(project, page) -> None:
    project.write("page2.md", "x")
    assert all(fault.startswith(AT) for fault in project.faults(page))


@pytest.mark.parametrize(
    "name",
    [
        "../secret.md",
        "manuscript/../secret.md",
        "manuscript/../../secret.md",
        "/etc/passwd",
        "..\\\\secret.md",
        "manuscript/link.md",
        "linked/secret.md",
        "",
    ],
)
@pytest.mark.parametrize("command", ["include", "import", "extends"])
def test_no_file_outside_of_the_project_is_read(project, name, command) -> None:
    secret = project.folder / "secret.md"
    secret.write_text("secret", encoding="utf-8")
    project.write("manuscript/case.md", "x")
    project.write("page.md", "x")
    (project.folder / "manuscript" / "link.md").symlink_to(secret)
    (project.folder / "templates" / "house" / "linked").symlink_to(project.folder)
    rest = " as other" if command == "import" else ""
    (fault,) = project.faults(f'one\n{{% {command} "{name}"{rest} %}}')
    assert fault.startswith(f"{AT}:2")
    assert "out of the project" in fault or "outside of the project" in fault


@pytest.mark.parametrize(
    ("page", "place", "written"),
    [
        ("The age was { patient.age }.", "1:13", "patient.age"),
        ("one\ntwo {labs.emergency.leucocytes}", "2:5", "labs.emergency.leucocytes"),
        ("A { patient.age | aged } man", "1:3", "patient.age | aged"),
        ("A {{ patient.sex }}, { patient.age }} old", "1:22", "patient.age"),
        ("{ outcome.survival }", "1:1", "outcome.survival"),
    ],
)
def test_a_fact_in_single_braces_is_not_printed_as_it_stands(project, page, place, written) -> None:
    (fault,) = project.faults(page)

    assert fault.startswith(f"{AT}:{place}: ")
    assert fault.endswith(f"| write two braces: `{{{{ {written} }}}}`")


@pytest.mark.parametrize(
    "page",
    [
        "{ a.b }",
        r"\{ patient.age }",
        "[x]{.literal reason='patient.age'}",
        "{ patient }",
        "{{ patient.age }}",
    ],
)
def test_other_braces_stay_as_they_are(project, page) -> None:
    assert project.printed(page)
