"""The rules of this family, in order of code."""

from __future__ import annotations

from casewright.check.rule import Rule
from casewright.check.rules.journal.authors_out_of_number import AuthorsOutOfNumber
from casewright.check.rules.journal.citation_in_abstract import CitationInAbstract
from casewright.check.rules.journal.figures_out_of_number import FiguresOutOfNumber
from casewright.check.rules.journal.heading_of_journal_missing import HeadingOfJournalMissing
from casewright.check.rules.journal.keywords_out_of_number import KeywordsOutOfNumber
from casewright.check.rules.journal.learning_points_out_of_number import LearningPointsOutOfNumber
from casewright.check.rules.journal.part_out_of_length import PartOutOfLength
from casewright.check.rules.journal.prose_printed_nowhere import ProsePrintedNowhere
from casewright.check.rules.journal.references_out_of_number import ReferencesOutOfNumber
from casewright.check.rules.journal.title_against_journal import TitleAgainstJournal

RULES: tuple[type[Rule], ...] = (
    PartOutOfLength,
    KeywordsOutOfNumber,
    ReferencesOutOfNumber,
    FiguresOutOfNumber,
    AuthorsOutOfNumber,
    LearningPointsOutOfNumber,
    HeadingOfJournalMissing,
    TitleAgainstJournal,
    CitationInAbstract,
    ProsePrintedNowhere,
)
