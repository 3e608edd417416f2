"""The rules of this family, in order of code."""

from __future__ import annotations

from casewright.check.rule import Rule
from casewright.check.rules.citations.citation_of_another_author import CitationOfAnotherAuthor
from casewright.check.rules.citations.citation_out_of_order import CitationOutOfOrder
from casewright.check.rules.citations.citation_range_reversed import CitationRangeReversed
from casewright.check.rules.citations.citation_repeated import CitationRepeated
from casewright.check.rules.citations.citation_without_reference import CitationWithoutReference
from casewright.check.rules.citations.identifier_malformed import IdentifierMalformed
from casewright.check.rules.citations.reference_detail_impossible import ReferenceDetailImpossible
from casewright.check.rules.citations.reference_listed_twice import ReferenceListedTwice
from casewright.check.rules.citations.reference_never_cited import ReferenceNeverCited
from casewright.check.rules.citations.reference_number_skipped import ReferenceNumberSkipped
from casewright.check.rules.citations.work_told_after_its_print import WorkToldAfterItsPrint

RULES: tuple[type[Rule], ...] = (
    CitationOutOfOrder,
    ReferenceNumberSkipped,
    ReferenceNeverCited,
    CitationWithoutReference,
    CitationRangeReversed,
    CitationRepeated,
    ReferenceListedTwice,
    IdentifierMalformed,
    CitationOfAnotherAuthor,
    ReferenceDetailImpossible,
    WorkToldAfterItsPrint,
)
