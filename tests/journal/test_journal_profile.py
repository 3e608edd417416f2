"""A journal is data: found by its folder, read with every fault named at its place."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from casewright.document.citations import find_style
from casewright.document.roles import ROLES, part_of
from casewright.errors import InputError
from casewright.journal.profile import common_folder, journal_folders, load_profile, shipped_journals

WJG = (shipped_journals() / "wjg" / "profile.yaml").read_text(encoding="utf-8")


def faults(action: Callable[[], object]) -> list[str]:
    with pytest.raises(InputError) as caught:
        action()
    return [f"{p.place}: {p.message} | {p.hint}" for p in caught.value.problems]


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """The profile of a project's own journal, `house`."""
    folder = tmp_path / "templates" / "house"
    folder.mkdir(parents=True)
    (folder / "profile.yaml").write_text(WJG.replace("id: wjg", "id: house"), encoding="utf-8")
    return folder / "profile.yaml"


def project_of(profile: Path) -> Path:
    return profile.parents[2]


def test_wjg_says_what_its_guidelines_say() -> None:
    wjg = load_profile("wjg")
    assert wjg.typography.font == "Book Antiqua"
    assert (wjg.typography.size_pt, wjg.typography.line_spacing) == (12, 1.5)
    assert wjg.citations.csl == "baishideng-publishing-group"
    title = wjg.limit("title_words")
    assert title is not None
    assert (title.most, title.verified) == (12, True)
    assert wjg.limit("words_of_no_kind") is None


@pytest.mark.parametrize("journal", journal_folders(None))
def test_every_shipped_journal_is_whole(journal: str) -> None:
    profile = load_profile(journal)
    folders = (profile.folder, common_folder(profile.folder))
    assert all(
        any((folder / f"{section}.md").is_file() for folder in folders) for section in profile.sections
    )
    named = {*profile.headings, *profile.parts, *(role for roles in profile.parts.values() for role in roles)}
    assert named <= ROLES.keys()
    assert all(limit.source.strip() for limit in profile.limits.values())
    assert all(limit.least is not None or limit.most is not None for limit in profile.limits.values())
    parts = {part_of(role) for role in ROLES}
    assert {*profile.abbreviations.parts, *profile.abbreviations.each} <= parts


def test_the_csl_style_of_every_shipped_journal_exists() -> None:
    styles = [load_profile(journal).citations.csl for journal in journal_folders(None)]
    assert all(find_style(style).is_file() for style in styles)


def test_a_project_can_have_a_journal_of_its_own(house: Path) -> None:
    assert "house" in journal_folders(project_of(house))
    profile = load_profile("house", project_of(house))
    assert (profile.id, profile.folder) == ("house", house.parent)


def test_a_projects_own_version_of_a_journal_wins(tmp_path: Path) -> None:
    shutil.copytree(shipped_journals() / "wjg", tmp_path / "templates" / "wjg")
    assert load_profile("wjg", tmp_path).folder == tmp_path / "templates" / "wjg"


def test_an_unknown_journal_is_answered_with_the_nearest() -> None:
    assert faults(lambda: load_profile("wgj")) == ["?: no journal is called `wgj` | did you mean `wjg`?"]


def test_a_journal_that_resembles_none_is_answered_with_the_list() -> None:
    (fault,) = faults(lambda: load_profile("nejm-2090"))
    assert "there are: " in fault
    assert "wjg" in fault


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("language: en-US", "langauge: en-US", "5:1: unknown name `langauge` | did you mean `language`?"),
        ("spelling: us", "spelling: oz", "6:11: `spelling` cannot be `oz` | one of: us, uk"),
        (
            "list_comma: false",
            "list_comma: maybe",
            "7:13: `list_comma` must be true or false, not `maybe` | ",
        ),
        (
            "checklists: [care-2013]",
            "checklists: care",
            "8:13: `checklists` must be a list | write `[one, two]`, or",
        ),
        ("size_pt: 12", "size_pt: twelve", "`typography.size_pt` must be a number, not `twelve` | "),
        ("d: [d, d]", "d: [d]", "`units.time.d` needs 2 items, there are 1 | "),
        (
            "spelling: us",
            "spelling: us\nspelling: uk",
            "7:1: `spelling` is given twice | keep one of the two",
        ),
        ("spelling: us", "spelling: [us]", "6:11: `spelling` must be a single value | "),
        (
            "    most: 12\n",
            "    most: twelve\n",
            "`limits.title_words.most` must be a number, not `twelve` | ",
        ),
    ],
)
def test_a_fault_of_a_profile_has_its_place_and_a_hint(house: Path, old: str, new: str, fault: str) -> None:
    text = house.read_text(encoding="utf-8")
    assert old in text
    house.write_text(text.replace(old, new, 1), encoding="utf-8")
    found = faults(lambda: load_profile("house", project_of(house)))
    assert found[0].startswith("templates/house/profile.yaml:")
    assert fault in found[0]


def test_all_faults_of_a_profile_come_in_one_run(house: Path) -> None:
    text = (
        house.read_text(encoding="utf-8").replace("spelling: us", "spelling: oz").replace("id: house\n", "")
    )
    house.write_text(text.replace("paper: a4", "papper: a4"), encoding="utf-8")
    found = faults(lambda: load_profile("house", project_of(house)))
    assert [f.partition(": ")[2].partition(" |")[0] for f in found] == [
        "missing: id",
        "`spelling` cannot be `oz`",
        "unknown name `papper` in `typography`",
    ]


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"", "templates/house/profile.yaml:1: the file is empty"),
        (b"id: [", "templates/house/profile.yaml:1:6: not YAML"),
        (b"id: house\n\tname: x", "templates/house/profile.yaml:2:1: not YAML"),
        (b"id: hous\xe9", "templates/house/profile.yaml:1: not UTF-8 text"),
        (b"- one\n- two", "templates/house/profile.yaml:1:1: expected names with values"),
        (b"#" * 200_001, "templates/house/profile.yaml: larger than 200000 bytes"),
        (b"id: &a [*a]", "templates/house/profile.yaml:1:"),
        (b"[[1]]: 2", "templates/house/profile.yaml:1:"),
    ],
)
def test_a_file_that_is_no_profile(house: Path, content: bytes, fault: str) -> None:
    house.write_bytes(content)
    assert faults(lambda: load_profile("house", project_of(house)))[0].startswith(fault)


def test_a_profile_bears_the_name_of_its_folder(house: Path) -> None:
    house.write_text(WJG, encoding="utf-8")
    (fault,) = faults(lambda: load_profile("house", project_of(house)))
    assert "the profile calls itself `wjg`, its folder is called `house`" in fault


BASED = "based_on: common\nid: house\nname: House Journal\nsections: [title]\n"


def test_a_profile_that_is_based_on_the_common_one_says_only_what_is_otherwise(house: Path) -> None:
    house.write_text(BASED + "units: {system: si}\nlimits: {figures: {most: 3, source: x, verified: true}}\n")
    profile = load_profile("house", project_of(house))
    assert (profile.units.system, profile.units.micro, profile.units.time["h"]) == (
        "si",
        "μ",
        ("hour", "hours"),
    )
    assert list(profile.limits) == ["figures"]
    assert profile.base == shipped_journals() / "common" / "profile.yaml"


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("units: {sistem: si}\n", "templates/house/profile.yaml:5:9: unknown name `sistem` in `units`"),
        ("spelling: oz\n", "templates/house/profile.yaml:5:11: `spelling` cannot be `oz`"),
        (
            "limits: {abstract_length: {most: 3, source: x, verified: true}}\n",
            "templates/house/profile.yaml:1: nothing is counted as `abstract_length`",
        ),
    ],
)
def test_a_fault_of_a_based_profile_has_the_place_in_its_own_file(house: Path, text: str, fault: str) -> None:
    house.write_text(BASED + text)
    assert faults(lambda: load_profile("house", project_of(house)))[0].startswith(fault)


def test_a_fault_of_the_common_profile_has_the_place_there(house: Path) -> None:
    common = house.parents[1] / "common"
    common.mkdir()
    text = (shipped_journals() / "common" / "profile.yaml").read_text(encoding="utf-8")
    (common / "profile.yaml").write_text(text.replace("language:", "langauge:"), encoding="utf-8")
    house.write_text(BASED)
    (fault, *_) = faults(lambda: load_profile("house", project_of(house)))
    assert fault.startswith("templates/common/profile.yaml:3:1: unknown name `langauge`")


def test_a_profile_is_based_on_no_other_journal(house: Path) -> None:
    house.write_text(BASED.replace("common", "wjg"))
    (fault,) = faults(lambda: load_profile("house", project_of(house)))
    assert "a profile can be based on `common` only, not on `wjg`" in fault
