"""Words by which a sentence goes back in a story, and the part of it in which they count."""

from __future__ import annotations

from casewright.patterns import lazily

BACK = r"had|previous\w*|prior|earlier|already|before|retrospective\w*|also|compared"
"""Words of what is told back, or beside: the inside of an alternation."""

FIRST_CLAUSES = lazily(r"[^,;.]*,?[^,;.]*")
"""The first two clauses from a place on: a time, and what happened then."""
